"""Checks a library, and says of each fault what mends it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vectorstore import changes
from vectorstore.chunk import embedded_text
from vectorstore.errors import LibraryDamaged
from vectorstore.folder import DATABASE, delete
from vectorstore.ingest import Progress, finish
from vectorstore.library import Library
from vectorstore.probe import Probed, probe
from vectorstore.rebuild import rebuild
from vectorstore.types import Embedder

SAMPLE = 20  # vectors that are made anew to be compared
ALIKE = 0.95  # cosine of two vectors of one text, however they were rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fault, and what to do about it."""

    fault: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.fault}: {self.remedy}"


def check(folder: Path, embedder: Embedder) -> list[Finding]:
    """The faults of the library in a folder, even of one that cannot be opened.

    Raises:
        LibraryLocked: another process owns the folder.
    """
    try:
        with Library.open(folder, embedder, check=False) as library:
            return examine(library)
    except LibraryDamaged as error:
        return [Finding(fault=_cause(error), remedy=_start_over(folder))]


def examine(library: Library) -> list[Finding]:
    """The faults of an open library. Reads all of it; nothing can change it meanwhile."""
    with library.turn:
        return [*_catalog(library), *_fingerprint(library), *_leftovers(library), *_dense(library), *_words(library)]


def repair(library: Library) -> Iterator[Progress]:
    """Make the indexes hold what the catalog says: index what is missing, remove what is too much.

    When that does not mend the dense index it is made anew beside, as by ``rebuild``, which is told article by article.

    Raises:
        IndexMismatch: it was made with another model or chunker.
        LibraryDamaged: the catalog is damaged.
    """
    try:
        with library.turn:
            library.check()
            _repair_words(library)
            _repair_dense(library)
    except LibraryDamaged:
        yield from rebuild(library)


def _catalog(library: Library) -> Iterator[Finding]:
    for problem in library.catalog.database.problems():
        yield Finding(
            fault=f"{library.folder / DATABASE} is damaged ({problem})",
            remedy=_start_over(library.folder),
        )


def _fingerprint(library: Library) -> Iterator[Finding]:
    known = library.catalog.meta("fingerprint")
    if known != library.fingerprint:
        yield Finding(
            fault=f"the library was indexed with {known}, not with {library.fingerprint}",
            remedy=_rebuild(library),
        )


def _leftovers(library: Library) -> Iterator[Finding]:
    pending, doomed = len(library.catalog.pending()), len(library.catalog.doomed())
    if pending:
        yield Finding(
            fault=f"{pending:,} chunks are not in the dense index yet, because an ingest was cut short",
            remedy=_mend(library),
        )
    if doomed:
        yield Finding(
            fault=f"{doomed:,} vectors of removed chunks are still in the dense index, because a removal was cut short",
            remedy=_mend(library),
        )
    if library.catalog.meta("rebuilding"):
        yield Finding(fault="a rebuild was cut short", remedy=f"{_rebuild(library)}, and it goes on from there")


def _dense(library: Library) -> Iterator[Finding]:
    if not library.dense.exists():
        if library.catalog.chunk_ids(limit=1):
            yield Finding(fault=f"the dense index {library.dense.folder} is gone", remedy=_mend(library))
        return
    try:
        probed = _probed(library)
    except LibraryDamaged as error:
        yield Finding(fault=str(error), remedy=_mend(library))
        return
    missing, surplus = _differences(library, set(probed.ids))
    if missing:
        yield Finding(fault=f"{len(missing):,} chunks are missing from the dense index", remedy=_mend(library))
    if surplus:
        yield Finding(fault=f"{len(surplus):,} vectors belong to no chunk", remedy=_mend(library))
    if strange := _strange(library):
        yield Finding(fault=f"{strange:,} of the vectors that were looked at are of other texts", remedy=_mend(library))


def _probed(library: Library) -> Probed:
    library.dense.close()
    probed = probe(library.dense.folder)
    if not probed.whole:
        raise LibraryDamaged(f"searching the dense index {library.dense.folder} finds too little")
    return probed


def _strange(library: Library) -> int:
    """How many vectors of a sample are not those of their chunks: the folder may be an old copy of itself."""
    if library.catalog.meta("fingerprint") != library.fingerprint:
        return 0
    ids = library.catalog.chunk_ids()
    there = library.dense.vectors(ids[:: len(ids) // SAMPLE + 1])
    hits = library.catalog.hits(list(there))
    if not hits:
        return 0
    made = library.embedder.embed([embedded_text(hit.article, hit.chunk) for hit in hits.values()])
    return sum(float(there[id] @ vector) < ALIKE for id, vector in zip(hits, made, strict=True))


def _words(library: Library) -> Iterator[Finding]:
    try:
        missing, surplus = _differences(library, library.words.ids())
    except LibraryDamaged as error:
        yield Finding(fault=_cause(error), remedy=_mend(library))
        return
    if missing:
        yield Finding(fault=f"{len(missing):,} chunks are missing from the word index", remedy=_mend(library))
    if surplus:
        yield Finding(fault=f"{len(surplus):,} chunks that are gone are still in the word index", remedy=_mend(library))


def _repair_words(library: Library) -> None:
    try:
        missing, surplus = _differences(library, library.words.ids())
    except LibraryDamaged:
        library.words.close()
        delete(library.words.folder)
        library.mend_words()
        return
    library.words.remove(sorted(surplus))
    library.words.add(library.catalog.hits(sorted(missing)).values())


def _repair_dense(library: Library) -> None:
    """Raises ``LibraryDamaged`` when it cannot be searched, not even afterwards, or is of other texts."""
    missing, surplus = _differences(library, set(_probed(library).ids))
    if _strange(library):
        raise LibraryDamaged(f"the dense index {library.dense.folder} is of other texts")
    with library.catalog.writing() as connection:
        changes.mark_pending(connection, sorted(missing))
    library.dense.remove(sorted(surplus))
    finish(library)
    if missing or surplus:
        _probed(library)


def _differences(library: Library, there: set[str]) -> tuple[set[str], set[str]]:
    """Ids that an index lacks, and ids that it should not have."""
    embedded = set(library.catalog.chunk_ids())
    expected = {hit.chunk.id for hit in library.catalog.pending()} | set(library.catalog.doomed())
    return embedded - there, there - embedded - expected


def _cause(error: LibraryDamaged) -> str:
    return str(error).partition(": run ")[0]


def _rebuild(library: Library) -> str:
    return f"run python -m bot rebuild --data {library.folder}"


def _mend(library: Library) -> str:
    return f"run python -m bot doctor --repair --data {library.folder}"


def _start_over(folder: Path) -> str:
    return f"move {folder} away, or put a copy of it back, and ingest the articles again"
