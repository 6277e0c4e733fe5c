"""The files below a folder."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from vectorstore.readers.source import Source
from vectorstore.types import Failure

MOST_NAMED = 8  # kinds of files named when they are left out


def files_below(folder: Path, kinds: Collection[str]) -> Iterator[Source | Failure]:
    """The files of these kinds, sorted by path, and then what was left out, said once.

    Hidden files and folders are passed over; linked folders are not entered, and files only if they are inside.
    """
    root = folder.resolve()
    left_out: Counter[str] = Counter()
    none = True
    for item in _walk(folder):
        if isinstance(item, Failure):
            none = False
            yield item
        elif (source := Source(path=item)).kind not in kinds:
            left_out[source.kind or "no extension"] += 1
        elif not item.is_file() or not item.resolve().is_relative_to(root):
            left_out["links that lead nowhere or outside"] += 1
        else:
            none = False
            yield source
    if none or left_out:
        yield Failure(place=str(folder), reason=left_out_reason(none, left_out, kinds))


def _walk(folder: Path) -> Iterator[Path | Failure]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(place=str(folder), reason=f"it cannot be opened ({error.strerror})")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif not entry.is_dir():
            yield Path(entry.path)


def left_out_reason(none: bool, left_out: Counter[str], kinds: Collection[str]) -> str:
    """What is said of a folder, or an archive, of which files were left out, counted by kind or by why."""
    named = ", ".join(f"{count} {kind}" for kind, count in left_out.most_common(MOST_NAMED))
    total = left_out.total()
    skipped = f"{total} file{'s' * (total > 1)} left out ({named})" if left_out else ""
    if not none:
        return f"{skipped}: only {' '.join(kinds)} and .gz of these can be read"
    return f"no file here can be read, only {' '.join(kinds)} and .gz of these" + (f"; {skipped}" if skipped else "")
