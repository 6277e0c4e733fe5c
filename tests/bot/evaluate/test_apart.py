from __future__ import annotations

import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from bot.evaluate.apart import Apart, Stretch, Telling
from vectorstore.errors import TooOften


def runs(folder: Path, there: Connection) -> None:
    tick = Telling(there=there).begin("questions", 2)
    tick(1)
    while not (folder / "go").exists():
        time.sleep(0.01)
    there.send("")


def fails(folder: Path, there: Connection) -> None:
    there.send(f"no room in {folder.name}")


def ends(folder: Path, there: Connection) -> None:
    raise SystemExit(3)


def wait_until_done(apart: Apart) -> None:
    while apart.now is not None:
        time.sleep(0.01)


def test_a_run_tells_how_far_it_is_and_no_second_one_begins_meanwhile(tmp_path: Path) -> None:
    apart = Apart(run=runs)
    apart.start(tmp_path)
    half = Stretch(doing="questions", done=1, total=2)
    while apart.now not in (half, None):
        time.sleep(0.01)
    assert apart.now == half, apart.problem
    with pytest.raises(TooOften):
        apart.start(tmp_path)
    (tmp_path / "go").touch()
    wait_until_done(apart)

    assert apart.problem == ""


@pytest.mark.parametrize(("run", "told"), [(fails, "no room in out"), (ends, "ended before it was done")])
def test_a_run_that_fails_says_so_and_another_may_begin(run: object, told: str, tmp_path: Path) -> None:
    apart = Apart(run=run)  # type: ignore[arg-type]
    for _ in range(2):
        apart.start(tmp_path / "out")
        wait_until_done(apart)

        assert told in apart.problem


def test_after_a_run_that_could_not_begin_another_may(tmp_path: Path) -> None:
    apart = Apart(run=fails)
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(FileExistsError):
        apart.start(tmp_path / "file")

    apart.start(tmp_path / "out")
    wait_until_done(apart)

    assert "no room in out" in apart.problem
