"""What lies in a data folder, by name."""

from __future__ import annotations

import shutil
from pathlib import Path

from vectorstore.errors import LibraryDamaged, LibraryError, LibraryUnwritable

DATABASE = "library.db"
VECTORS = "chroma-{}"
WORDS = "words-{}"
FULL = ("disk is full", "No space left")  # as SQLite and the system say it
KEPT = "library-schema-{}.db"
"""``library.db`` as it was before its tables were brought up to date, kept until the next rebuild."""


def words_folder(dense: Path) -> Path:
    """Where the word index is that belongs to the dense index in a folder."""
    return dense.with_name(WORDS.format(dense.name.rpartition("-")[2]))


def unusable(index: str, folder: Path, error: Exception, command: str) -> LibraryError:
    """What to raise when an index cannot be used: that it is damaged, or that there is no space left for it."""
    if any(said in str(error) for said in FULL):
        return LibraryUnwritable(f"{index} {folder} cannot be written ({error}): free some space, and do it again")
    return LibraryDamaged(f"{index} {folder} cannot be used ({error}): run {command} --data {folder.parent}")


def delete(path: Path) -> None:
    """Delete a folder with all in it, or a file; nothing if there is neither."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def made(folder: Path) -> Path:
    """A folder, made with all above it if it is not there. Raises ``LibraryUnwritable``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryUnwritable(
            f"{folder} cannot be made a data folder ({error.strerror}): choose another one"
        ) from error
    return folder


def delete_kept(folder: Path) -> None:
    """Delete earlier copies of the database, in which removed articles may still be."""
    for path in folder.glob("library-schema-*"):
        path.unlink()
