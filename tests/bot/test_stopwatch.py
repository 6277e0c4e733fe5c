from __future__ import annotations

from bot.stopwatch import Stopwatch


def test_laps_are_milliseconds_since_the_lap_before() -> None:
    ticks = iter([1.0, 1.5, 1.75, 2.0, 3.0])
    watch = Stopwatch(lambda: next(ticks))

    watch.lap("find")
    watch.lap("read")
    watch.once("first")

    assert watch.so_far() == {"find": 500.0, "read": 250.0, "first": 1000.0, "total": 2000.0}


def test_once_keeps_the_first_time() -> None:
    ticks = iter([0.0, 1.0, 5.0])
    watch = Stopwatch(lambda: next(ticks))

    watch.once("first")
    watch.once("first")

    assert watch.laps == {"first": 1000.0}


def test_laps_of_one_name_add_up() -> None:
    ticks = iter([0.0, 1.0, 3.0])
    watch = Stopwatch(lambda: next(ticks))

    watch.lap("read")
    watch.lap("read")

    assert watch.laps == {"read": 3000.0}
