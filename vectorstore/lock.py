"""One process owns a data folder, and the others are told which."""

from __future__ import annotations

import json
import os
import shlex
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from vectorstore.errors import LibraryLocked, LibraryUnwritable


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who owns a data folder."""

    pid: int
    command: str
    since: str  # ISO 8601, UTC

    @classmethod
    def this_process(cls) -> Owner:
        """The process that asks."""
        since = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(pid=os.getpid(), command=shlex.join(sys.argv), since=since)

    def __str__(self) -> str:
        return f"process {self.pid} ({self.command}), since {self.since}"


class FolderLock:
    """Held from ``take`` to ``release``, or until the process ends, however it ends.

    The operating system holds the lock; the file with the owner's name is for people to read.
    """

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / "library.lock", timeout=0)
        self._owner = folder / "library.owner"

    def take(self, owner: Owner) -> None:
        """Own the folder.

        Raises:
            LibraryLocked: another process, or another place in this one, owns it.
            LibraryUnwritable: nothing can be written there.
        """
        folder = self._owner.parent
        try:
            self._lock.acquire()
            self._owner.write_text(json.dumps(asdict(owner)) + "\n", encoding="utf-8")
        except Timeout as error:
            raise LibraryLocked(
                f"{folder} is in use by {self._holder()}: end that first, or choose another data folder"
            ) from error
        except OSError as error:
            self._lock.release()
            raise LibraryUnwritable(
                f"nothing can be written to {folder} ({error.strerror}): choose another data folder"
            ) from error

    def release(self) -> None:
        """Give the folder back. Does nothing if it is not held."""
        if self._lock.is_locked:
            self._owner.unlink(missing_ok=True)
            self._lock.release()

    def _holder(self) -> str:
        try:
            return str(Owner(**json.loads(self._owner.read_text(encoding="utf-8"))))
        except (OSError, ValueError, TypeError):
            return "another process"
