from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable, Iterator

import pytest

from bot.web.interrupt import ahead, until
from tests.waiting import wait


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
        wait(go_on)
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


async def counting(made: list[int], error: Exception | None = None) -> AsyncGenerator[int, None]:
    try:
        for number in (1, 2, 3):
            made.append(number)
            yield number
            await asyncio.sleep(0)
        if error:
            raise error
    finally:
        made.append(0)


def test_the_next_item_is_begun_before_it_is_wanted() -> None:
    async def used() -> list[tuple[int, list[int]]]:
        made: list[int] = []
        seen = []
        async for item in ahead(counting(made)):
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            seen.append((item, list(made)))
        return seen

    assert asyncio.run(used()) == [(1, [1, 2]), (2, [1, 2, 3]), (3, [1, 2, 3, 0])]


def test_closing_early_closes_what_is_ahead_and_an_error_comes_when_it_is_reached() -> None:
    async def left() -> list[int]:
        made: list[int] = []
        items = ahead(counting(made))
        await anext(items)
        await items.aclose()
        return made

    seen: list[int] = []

    async def failing() -> None:
        async for item in ahead(counting([], ValueError("four"))):
            seen.append(item)

    assert asyncio.run(left())[-1] == 0
    with pytest.raises(ValueError, match="four"):
        asyncio.run(failing())
    assert seen == [1, 2, 3]
