"""Reading in a process of its own, which a file may break without harm to this one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO

import vectorstore
from vectorstore.readers.source import Found, Source
from vectorstore.readers.wire import Told, decode
from vectorstore.readers.worker import MOST_SECONDS
from vectorstore.types import Failure

COMMAND = (sys.executable, "-P", "-B", "-m", "vectorstore.readers.worker")
MOST_BREAKDOWNS = 5  # in one archive
MOST_FILES = 2_000  # read by one process: parsers keep things, and memory stays flat
LONGEST_LINE = 1_000_000_000  # bytes

_ROOT = Path(vectorstore.__file__).parent.parent
_WAITING = 4  # lines that were told and not yet asked for


class _BrokenDown(Exception):
    """The process did not come to the end of a file."""


class ConfinedReader:
    """Reads files one after another, in a process that starts with the first and is started anew when one breaks it."""

    def __init__(self, command: Sequence[str] = COMMAND, *, seconds: float = MOST_SECONDS) -> None:
        self._command = command
        self._seconds = seconds
        self._process: _Process | None = None
        self._read = 0

    def read(self, source: Source) -> Iterator[Found | Failure]:
        """The articles in a file, or in the files of an archive; what breaks the process is named."""
        begun = 0
        for _ in range(MOST_BREAKDOWNS):
            place = source.place
            try:
                for told in self._told(source, begun):
                    if isinstance(told, str):
                        place = told
                        begun += 1
                    else:
                        yield told
            except _BrokenDown as error:
                yield Failure(place=place, reason=str(error))
                if place == source.place:
                    return
            else:
                return
        yield Failure(place=source.place, reason="too much of it breaks the reader: the rest of it is left out")

    def close(self) -> None:
        """End the process."""
        if self._process:
            self._process.end()
        self._process = None

    def _told(self, source: Source, skip: int) -> Iterator[Found | Failure | str]:
        """What the process tells of a file; one that is not heard out is ended."""
        process = self._ready()
        heard_out = False
        try:
            process.ask(source.path, skip)
            while (told := process.told(self._seconds)) is not None:
                yield told
            heard_out = True
        finally:
            if not heard_out:
                self.close()

    def _ready(self) -> _Process:
        if self._read >= MOST_FILES:
            self.close()
        if self._process is None:
            self._process, self._read = _Process(self._command), 0
        self._read += 1
        return self._process


class _Process:
    """One process, and the thread that listens to it."""

    def __init__(self, command: Sequence[str]) -> None:
        environment = os.environ | {"PYTHONPATH": _with_root(), "OPENBLAS_NUM_THREADS": "1"}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )
        self._lines: Queue[bytes] = Queue(_WAITING)
        self._thread = Thread(target=_listen, args=(self._process.stdout, self._lines), daemon=True)
        self._thread.start()

    def ask(self, path: Path, skip: int) -> None:
        """Ask for a file. Raises ``_BrokenDown`` if the process is gone."""
        request = json.dumps({"path": str(path), "skip": skip})
        assert self._process.stdin
        try:
            self._process.stdin.write(request.encode("ascii") + b"\n")
            self._process.stdin.flush()
        except OSError as error:
            raise _BrokenDown(self._how_it_ended()) from error

    def told(self, seconds: float) -> Told:
        """The next that it tells. Raises ``_BrokenDown`` if it tells nothing in time, ends or makes no sense."""
        try:
            return decode(self._lines.get(timeout=seconds) or b"null")
        except Empty as error:
            raise _BrokenDown(f"reading it takes longer than {seconds:g} seconds: cut it into smaller ones") from error
        except (ValueError, KeyError, TypeError) as error:
            raise _BrokenDown(self._how_it_ended()) from error

    def end(self) -> None:
        """End it at once, and wait until it is gone."""
        self._process.kill()
        while self._thread.is_alive():
            try:
                self._lines.get(timeout=0.01)
            except Empty:
                continue
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            _close(pipe)

    def _how_it_ended(self) -> str:
        self._process.kill()
        return f"reading it breaks the reader (exit {self._process.wait()}): the file is damaged or made to do harm"


def _listen(answers: IO[bytes], lines: Queue[bytes]) -> None:
    while line := answers.readline(LONGEST_LINE):
        lines.put(line)
    lines.put(b"")


def _close(pipe: IO[bytes] | None) -> None:
    try:
        if pipe:
            pipe.close()
    except OSError:  # what was still to be told to it
        pass


def _with_root() -> str:
    return os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH", ""))))
