from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator

import pytest

from bot.web.interrupt import until


async def gathered(items: Iterator[int]) -> list[int]:
    return [item async for item in until(asyncio.Event(), items)]


def test_all_items_come_in_order() -> None:
    assert asyncio.run(gathered(iter([1, 2, 3]))) == [1, 2, 3]
    assert asyncio.run(gathered(iter([]))) == []


def test_stopping_does_not_wait_for_the_item_that_is_being_made() -> None:
    go_on = threading.Event()

    def slow(being_made: Callable[[], object]) -> Iterator[int]:
        yield 1
        being_made()
        go_on.wait(30)
        yield 2

    async def stopped() -> list[int]:
        stop, loop, seen = asyncio.Event(), asyncio.get_running_loop(), []
        async for item in until(stop, slow(lambda: loop.call_soon_threadsafe(stop.set))):
            seen.append(item)
        assert not go_on.is_set()
        go_on.set()
        return seen

    assert asyncio.run(stopped()) == [1]


def test_an_error_comes_through() -> None:
    def failing() -> Iterator[int]:
        yield 1
        raise ValueError("two")

    with pytest.raises(ValueError, match="two"):
        asyncio.run(gathered(failing()))
