"""The reading process, and programs that stand in for one that a file has broken."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.vectorstore.readers.files import packed, put
from vectorstore.readers.confined import MOST_BREAKDOWNS, ConfinedReader
from vectorstore.readers.source import Found, Source
from vectorstore.types import Failure

BREAKS = """
import json, os, sys
from pathlib import Path
from vectorstore.readers.source import Found, Source
from vectorstore.readers.wire import encode
from vectorstore.readers.worker import answer
for line in sys.stdin:
    request = json.loads(line)
    for told in answer(Source(path=Path(request["path"])), request["skip"]):
        if isinstance(told, Found) and "break" in told.article.text:
            os.abort()
        sys.stdout.buffer.write(encode(told))
        sys.stdout.buffer.flush()
"""
HANGS = "import time; time.sleep(600)"
LIES = "print('{\"place\": 1}', flush=True); import time; time.sleep(600)"

FRUGAL = "from vectorstore.readers.worker import main; main(memory=400_000_000)"
WRITES = """
import sys
from vectorstore.readers.wire import encode
from vectorstore.readers.worker import MOST_MEMORY, limit_process
from vectorstore.types import Failure
sys.stdin.readline()
limit_process(MOST_MEMORY)
try:
    with open("a.txt", "w") as file:
        file.write("evil")
except OSError as error:
    sys.stdout.buffer.write(encode(Failure(place="a.txt", reason=str(error.strerror))) + encode(None))
"""


def standing_in(program: str) -> list[str]:
    return [sys.executable, "-c", program]


@pytest.fixture
def reader() -> Iterator[ConfinedReader]:
    with closing(ConfinedReader()) as made:
        yield made


def titles(reader: ConfinedReader, folder: Path, name: str, content: bytes | str) -> list[str]:
    return [one.article.text for one in reader.read(put(folder, name, content)) if isinstance(one, Found)]


def failures(reader: ConfinedReader, folder: Path, name: str, content: bytes | str) -> list[Failure]:
    return [one for one in reader.read(put(folder, name, content)) if isinstance(one, Failure)]


def test_files_are_read_one_after_another(reader: ConfinedReader, tmp_path: Path) -> None:
    assert titles(reader, tmp_path, "a.txt", "Title\n\nOne.") == ["One."]
    assert titles(reader, tmp_path, "b.zip", packed({"a.txt": "T\n\nTwo.", "b.txt": "T\n\nThree."})) == [
        "Two.",
        "Three.",
    ]


def test_a_reader_that_is_not_heard_out_reads_the_next_file_from_its_start(
    reader: ConfinedReader, tmp_path: Path
) -> None:
    next(iter(reader.read(put(tmp_path, "a.jsonl", '{"text": "One."}\n' * 100))))

    assert titles(reader, tmp_path, "b.txt", "Title\n\nTwo.") == ["Two."]


def test_a_member_that_breaks_the_process_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    content = packed({"a.txt": "T\n\nOne.", "b.txt": "T\n\nbreak", "c.txt": "T\n\nThree."})

    with closing(ConfinedReader(standing_in(BREAKS))) as reader:
        one, failure, three = reader.read(put(tmp_path, "a.zip", content))

    assert isinstance(one, Found)
    assert isinstance(three, Found)
    assert isinstance(failure, Failure)
    assert failure.place == f"{tmp_path}/a.zip/b.txt"
    assert failure.reason == "reading it breaks the reader (exit -6): the file is damaged or made to do harm"


def test_an_archive_that_breaks_it_again_and_again_is_given_up(tmp_path: Path) -> None:
    content = packed({f"{number}.txt": "T\n\nbreak" for number in range(MOST_BREAKDOWNS + 3)})

    with closing(ConfinedReader(standing_in(BREAKS))) as reader:
        found = failures(reader, tmp_path, "a.zip", content)
        after = titles(reader, tmp_path, "b.txt", "Title\n\nTwo.")

    assert len(found) == MOST_BREAKDOWNS + 1
    assert found[-1].reason == "too much of it breaks the reader: the rest of it is left out"
    assert after == ["Two."]


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    with closing(ConfinedReader(standing_in(HANGS), seconds=0.2)) as reader:
        (failure,) = failures(reader, tmp_path, "a.txt", "")

    assert failure.reason == "reading it takes longer than 0.2 seconds: cut it into smaller ones"


@pytest.mark.parametrize("program", [LIES, "pass"])
def test_a_process_that_makes_no_sense_is_not_believed(tmp_path: Path, program: str) -> None:
    with closing(ConfinedReader(standing_in(program))) as reader:
        (failure,) = failures(reader, tmp_path, "a.txt", "")

    assert failure.reason.startswith("reading it breaks the reader")


@pytest.mark.skipif(sys.platform != "linux", reason="the system knows no such limit")
def test_a_file_that_takes_too_much_memory_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    with closing(ConfinedReader(standing_in(FRUGAL))) as reader:
        (failure,) = failures(reader, tmp_path, "a.json", f"[{'[],' * 10_000_000}[]]")
        after = titles(reader, tmp_path, "b.txt", "Title\n\nTwo.")

    assert failure.reason == "reading it takes more memory than a file may take: cut it into smaller ones"
    assert after == ["Two."]


@pytest.mark.skipif(sys.platform != "linux", reason="the system knows no such limit")
def test_the_process_can_write_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    with closing(ConfinedReader(standing_in(WRITES))) as reader:
        (failure,) = reader.read(Source(path=Path("b.txt")))

    assert failure == Failure(place="a.txt", reason="File too large")
