"""Write bot/checking/common_words.txt: the words that English writes in lower case but where they open a sentence.

    python -m bench.common_words NLI.jsonl.gz QA.jsonl.gz

Counted in the premises and contexts of openly licensed rows, in the middle of sentences.
"""

from __future__ import annotations

import gzip
import json
import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

WORDS = Path(__file__).parent.parent / "bot" / "checking" / "common_words.txt"
WIDTH = 120

OFTEN = 10
"""A word must stand in lower case this often."""

SELDOM = 0.05
"""And with a capital at most this often for each time that it does."""

_WITHIN = re.compile(r"(?<=[a-z,] )[A-Za-z][a-z]+\b(?=[ ,.;:])")

app = typer.Typer(add_completion=False, help=__doc__)


@app.command()
def write(
    nli: Annotated[Path, typer.Argument(help="pairs of a text and a claim")],
    qa: Annotated[Path, typer.Argument(help="questions on texts")],
) -> None:
    """Count and write them, in alphabetical order."""
    lower, capital = Counter[str](), Counter[str]()
    for text in {*_texts(nli, "premise"), *_texts(qa, "context")}:
        for word in _WITHIN.findall(text):
            (capital if word[0].isupper() else lower)[word.casefold()] += 1
    common = sorted(word for word in lower if lower[word] >= OFTEN and capital[word] <= SELDOM * lower[word])
    WORDS.write_text("\n".join(textwrap.wrap(" ".join(common), WIDTH)) + "\n", encoding="utf-8")
    print(f"{len(common)} words")


def _texts(path: Path, field: str) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        yield from (json.loads(row)[field] for row in rows)


if __name__ == "__main__":
    app()
