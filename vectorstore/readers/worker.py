"""The process that reads what strangers made: ``python -m vectorstore.readers.worker``.

It is asked for a file a line and answers in the lines of ``wire.py``. The system holds it to its limits: a file that
makes a parser go wild costs this process and nothing else. It writes to no file, whatever a parser is talked into.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TypeVar

from vectorstore.readers.kinds import contents, files_in
from vectorstore.readers.source import Source
from vectorstore.readers.wire import Told, encode
from vectorstore.types import Failure

MOST_MEMORY = 2_000_000_000  # bytes
MOST_SECONDS = 120  # for a file

T = TypeVar("T")

_TOO_MUCH = "reading it takes more memory than a file may take: cut it into smaller ones"


def main(memory: int = MOST_MEMORY) -> None:
    """Answer until nothing more is asked, in so many bytes of memory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asks is interrupted too, and ends this process
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    limit_process(memory)
    serve(sys.stdin.buffer, answers)


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer every request."""
    for line in requests:
        request = json.loads(line)
        for told in answer(Source(path=Path(request["path"])), request["skip"]):
            answers.write(encode(told))
            answers.flush()


def answer(source: Source, skip: int = 0) -> Iterator[Told]:
    """What is in a file, and in each of the files in it after the first ``skip``; each is named before it is read."""
    for number, file in enumerate(_guarded(source, files_in(source))):
        limit_time()
        if number >= skip:
            yield file.place
            yield from [file] if isinstance(file, Failure) else _guarded(file, contents(file))
    yield None


def _guarded(source: Source, telling: Iterator[T]) -> Iterator[T | Failure]:
    try:
        yield from telling
    except MemoryError:
        yield Failure(place=source.place, reason=_TOO_MUCH)
    except Exception as error:  # noqa: BLE001 - the edge: parsers fail in ways that nobody has listed
        reason = f"it is damaged or not what its name says ({type(error).__name__}): get it anew"
        yield Failure(place=source.place, reason=reason)


def limit_process(memory: int) -> None:
    """Bound this process's memory, in bytes, and let it write no file. Windows knows no such limits."""
    with suppress(ImportError):
        import resource

        limits = {resource.RLIMIT_AS: memory, resource.RLIMIT_FSIZE: 0, resource.RLIMIT_CORE: 0}
        for name, most in limits.items():
            with suppress(ValueError, OSError):  # a stricter limit is set already, or the system has none
                resource.setrlimit(name, (most, most))


def limit_time() -> None:
    """Let this process compute for ``MOST_SECONDS`` more, even if nobody is left who would end it."""
    with suppress(ImportError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime) + MOST_SECONDS + 1
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
