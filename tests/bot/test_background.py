from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator

import pytest

from bot.background import iterate


async def counting(*, until: int, error: Exception | None = None) -> AsyncIterator[int]:
    for number in range(until):
        yield number
    if error:
        raise error


def test_items_come_in_order() -> None:
    assert list(iterate(counting(until=3), lambda: False)) == [0, 1, 2]


def test_an_error_comes_after_the_items_before_it() -> None:
    items = iterate(counting(until=1, error=TimeoutError("late")), lambda: False)

    assert next(items) == 0
    with pytest.raises(TimeoutError, match="late"):
        next(items)


def test_leaving_cancels_what_is_awaited() -> None:
    leave, ended, begun = threading.Event(), threading.Event(), threading.Event()

    async def waiting() -> AsyncIterator[int]:
        begun.set()
        try:
            await asyncio.sleep(600)
        finally:
            ended.set()
        yield 1

    found: list[int] = []
    reader = threading.Thread(target=lambda: found.extend(iterate(waiting(), leave.is_set)))
    reader.start()
    assert begun.wait(10)
    leave.set()
    reader.join(10)

    assert not reader.is_alive()
    assert ended.wait(10)
    assert found == []


def test_closing_ends_the_source() -> None:
    ended = threading.Event()

    async def endless() -> AsyncIterator[int]:
        try:
            while True:
                yield 1
        finally:
            ended.set()

    items = iterate(endless(), lambda: False)
    next(items)
    items.close()

    assert ended.wait(10)
