from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import AsyncIterator, Iterator

import pytest

from bot.background import iterate
from tests.waiting import join, wait


@pytest.fixture
def no_garbage_collection() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


class Stream:
    """As client libraries make them: it holds a generator that holds it, and closes only the one it is read by."""

    def __init__(self, ended: threading.Event) -> None:
        self.ended = ended
        self.numbers = self.count()

    async def count(self) -> AsyncIterator[int]:
        try:
            while True:
                yield 1
        finally:
            self.ended.set()

    async def __aiter__(self) -> AsyncIterator[int]:
        async for number in self.numbers:
            yield number


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
    wait(begun)
    leave.set()
    join(reader)

    wait(ended)
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

    wait(ended)


@pytest.mark.usefixtures("no_garbage_collection")
def test_closing_ends_what_a_client_library_leaves_to_the_garbage_collector() -> None:
    ended = threading.Event()

    async def numbers() -> AsyncIterator[int]:
        async for number in Stream(ended):
            yield number

    items = iterate(numbers(), lambda: False)
    next(items)
    items.close()

    wait(ended)


@pytest.mark.usefixtures("no_garbage_collection")
def test_leaving_ends_it_too_though_what_is_awaited_takes_its_time_to_end() -> None:
    ended, asked = threading.Event(), threading.Event()

    async def numbers() -> AsyncIterator[int]:
        async for number in Stream(ended):
            try:
                asked.set()
                await asyncio.sleep(600)
            finally:
                await asyncio.sleep(0)
            yield number

    assert list(iterate(numbers(), asked.is_set)) == []
    wait(ended)
