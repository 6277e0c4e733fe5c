from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from vectorstore.errors import LibraryLocked, LibraryUnwritable
from vectorstore.lock import FolderLock, Owner

OWNER = Owner(pid=4711, command="python -m bot ingest seeds/", since="2026-11-24T10:00:00+00:00")

HOLD = """
import sys
from pathlib import Path
from vectorstore.lock import FolderLock, Owner
lock = FolderLock(Path(sys.argv[1]))
lock.take(Owner.this_process())
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def taken(tmp_path: Path) -> Iterator[FolderLock]:
    lock = FolderLock(tmp_path)
    lock.take(OWNER)
    yield lock
    lock.release()


def holder(folder: Path) -> subprocess.Popen[str]:
    """Another process that owns the folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_the_second_to_come_is_told_who_is_there(taken: FolderLock, tmp_path: Path) -> None:
    with pytest.raises(LibraryLocked) as raised:
        FolderLock(tmp_path).take(Owner.this_process())

    assert str(raised.value) == (
        f"{tmp_path} is in use by process 4711 (python -m bot ingest seeds/), "
        "since 2026-11-24T10:00:00+00:00: end that first, or choose another data folder"
    )


def test_another_process_holds_it_until_it_is_killed(tmp_path: Path) -> None:
    process = holder(tmp_path)
    lock = FolderLock(tmp_path)
    try:
        with pytest.raises(LibraryLocked, match=f"process {process.pid} "):
            lock.take(OWNER)
    finally:
        end(process)

    lock.take(OWNER)

    assert "4711" in (tmp_path / "library.owner").read_text()
    lock.release()


def test_a_folder_given_back_can_be_taken(taken: FolderLock, tmp_path: Path) -> None:
    taken.release()
    second = FolderLock(tmp_path)

    second.take(OWNER)

    assert (tmp_path / "library.owner").exists()
    second.release()
    assert not (tmp_path / "library.owner").exists()


def test_an_owner_that_cannot_be_read_is_another_process(taken: FolderLock, tmp_path: Path) -> None:
    (tmp_path / "library.owner").write_text("?")

    with pytest.raises(LibraryLocked, match="in use by another process"):
        FolderLock(tmp_path).take(OWNER)


def test_giving_back_what_is_not_held_does_nothing(taken: FolderLock, tmp_path: Path) -> None:
    FolderLock(tmp_path).release()

    assert (tmp_path / "library.owner").exists()


def test_a_folder_where_nothing_can_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "library.owner").mkdir()

    with pytest.raises(LibraryUnwritable, match=r"nothing can be written to .* choose another data folder"):
        FolderLock(tmp_path).take(OWNER)


def test_this_process_says_what_it_runs_and_since_when() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    owner = Owner.this_process()

    assert owner.pid == os.getpid()
    assert owner.command != ""
    assert before <= datetime.fromisoformat(owner.since) <= datetime.now(UTC)
