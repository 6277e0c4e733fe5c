"""How a library grows: speed of taking in, memory, disk, and the time of a search, from a thousand chunks to a million.

    python -m bench.scale --out FOLDER [--sizes 1000,10000,40000,100000,1000000] [--set SET_DIR]

One library in ``FOLDER`` grows from size to size, with the articles of the set and then with made ones, whose vectors
are made too (``bench/filler.py``). At each size the set's questions are searched for in every way and under every
filter. ``FOLDER/scale.json`` has the figures, and the table is printed from it. A run that was stopped goes on where
the library is; the size that it has is measured anew, those that it has outgrown keep their figures.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import Annotated, Any

import typer

from bench.filler import FillerEmbedder, fillers, newest
from bench.searching import FILTERS, measure
from bot.evaluate import provenance
from bot.evaluate.data import load
from bot.evaluate.gold import Question
from vectorstore.frugal import FrugalEmbedder
from vectorstore.library import Library
from vectorstore.types import Article

BUNDLED = Path(__file__).parent.parent / "bot" / "evaluate" / "bundled"
QUESTIONS = 150
COLUMNS = ("words", "dense, vector known", "dense", "whole")

Row = dict[str, Any]


def main(
    out: Annotated[Path, typer.Option(help="holds the library and the figures")],
    sizes: Annotated[str, typer.Option(help="chunks, ascending")] = "1000,10000,40000,100000",
    chosen: Annotated[Path, typer.Option("--set", help="a set folder: real articles and questions")] = BUNDLED,
    only_grow: Annotated[bool, typer.Option(help="do not measure searches")] = False,
) -> None:
    """Grow, measure, print."""
    sample = load(chosen)
    asked = texts(sample.questions)
    out.mkdir(parents=True, exist_ok=True)
    embedder = FillerEmbedder(FrugalEmbedder(), sample.articles, out / "themes.npy")
    for size in map(int, sizes.split(",")):
        began = perf_counter()
        with Library.open(out / "library", embedder) as library:
            if library.catalog.coverage().chunks >= 1.1 * size:
                continue
            library.dense.count()
            opened: Row = {"open_seconds": round(perf_counter() - began, 1)}
            row = opened | grown(library, embedder, sample.articles, size) | standing(out / "library")
            if not only_grow:
                row["searches"] = measure(library, asked)
        keep(out / "scale.json", size, row)


def texts(questions: Sequence[Question]) -> list[str]:
    """Standalone questions, evenly thinned."""
    every = [question.rewrite or question.question for question in questions]
    return every[:: max(1, len(every) // QUESTIONS)][:QUESTIONS]


def grown(library: Library, embedder: FillerEmbedder, real: Sequence[Article], size: int) -> Row:
    """Take in articles until there are so many chunks; how fast, without the making of texts and vectors."""
    before, made, embedding, waiting = library.catalog.coverage(), embedder.made, embedder.seconds, [0.0]
    began = perf_counter()
    chunks = before.chunks
    if chunks < size:
        for progress in library.ingest(timed(articles(real, before.articles), waiting)):
            chunks += progress.chunks
            if chunks >= size:
                break
    seconds = perf_counter() - began - waiting[0] - (embedder.seconds - embedding)
    coverage = library.catalog.coverage()
    added = coverage.chunks - before.chunks
    return {
        "chunks": coverage.chunks,
        "articles": coverage.articles,
        "added": added,
        "filler_chunks_added": embedder.made - made,
        "seconds": round(seconds, 1),
        "chunks_per_second": round(added / seconds) if added else 0,
    }


def articles(real: Sequence[Article], taken: int) -> Iterator[Article]:
    """What comes next when so many are there."""
    return chain(real[taken:], fillers(real, max(0, taken - len(real)), newest(real)))


def timed(items: Iterator[Article], waiting: list[float]) -> Iterator[Article]:
    """The same, with the time that it takes to make them added to ``waiting``."""
    while True:
        began = perf_counter()
        item = next(items)
        waiting[0] += perf_counter() - began
        yield item


def standing(folder: Path) -> Row:
    """Megabytes: resident memory of this process, and on disk."""
    status = Path("/proc/self/status").read_text().splitlines()
    (resident,) = (int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))
    return {
        "memory_mb": round(resident),
        "sqlite_mb": round(sum(path.stat().st_size for path in folder.glob("library.db*")) / 1e6),
        "chroma_mb": round(sum(path.stat().st_size for path in folder.glob("chroma-*/**/*") if path.is_file()) / 1e6),
    }


def keep(path: Path, size: int, row: Row) -> None:
    """Add the figures of a size, or put them in place of its earlier ones; the time of growing is kept."""
    known = json.loads(path.read_text()) if path.exists() else {"sizes": {}}
    earlier = known["sizes"].get(str(size), {})
    grew = ("added", "filler_chunks_added", "seconds", "chunks_per_second")
    if not row["added"]:
        row |= {name: earlier[name] for name in grew if name in earlier}
    known |= {
        "command": " ".join(["python -m bench.scale", *sys.argv[1:]]),
        "machine": provenance.machine(),
        "commit": provenance.commit(),
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    known["sizes"][str(size)] = earlier | row
    path.write_text(json.dumps(known, indent=1))
    print("\n".join(table(known)), flush=True)


def table(known: Row) -> Iterator[str]:
    """Markdown: what grew, and p50 / p95 of every search under every filter."""
    yield f"\n`{known['command']}`, {known['date'][:10]}, commit {known['commit']}, {known['machine']}.\n"
    yield "| chunks | chunks/s in | memory MB | SQLite MB | Chroma MB |\n|---|---|---|---|---|"
    for row in known["sizes"].values():
        values = (row[name] for name in ("chunks", "chunks_per_second", "memory_mb", "sqlite_mb", "chroma_mb"))
        yield f"| {' | '.join(f'{value:,}' for value in values)} |"
    yield f"\n| chunks | filter | {' | '.join(COLUMNS)} |\n|---|---|{'---|' * len(COLUMNS)}"
    for row in known["sizes"].values():
        for name in FILTERS if "searches" in row else ():
            times = [row["searches"][f"{column}/{name}"] for column in COLUMNS]
            cells = " | ".join(f"{time['p50']:.0f} / {time['p95']:.0f}" for time in times)
            yield f"| {row['chunks']:,} | {name} | {cells} |"


if __name__ == "__main__":
    typer.run(main)
