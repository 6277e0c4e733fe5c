"""Slow iterators that a reader can stop, and that go on while what they gave is used."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from itertools import islice
from typing import TypeVar

from anyio import to_thread

Item = TypeVar("Item")


async def until(stop: asyncio.Event, items: Iterator[Item]) -> AsyncIterator[Item]:
    """The items until there are no more or ``stop`` is set, at once even if one is being made.

    Each item is made in a thread. One that is being made when ``stop`` is set is left to itself and dropped.
    """
    stopping = asyncio.ensure_future(stop.wait())
    try:
        while not stop.is_set():
            step = asyncio.ensure_future(to_thread.run_sync(_next, items, abandon_on_cancel=True))
            await asyncio.wait({step, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not step.done():
                step.cancel()
                return
            for item in step.result():
                yield item
            if not step.result():
                return
    finally:
        stopping.cancel()


async def ahead(items: AsyncGenerator[Item, None]) -> AsyncGenerator[Item, None]:
    """The same items, each begun when the one before it is given, not when it is wanted. Closing it closes them."""
    coming = asyncio.ensure_future(anext(items))
    try:
        while True:
            try:
                item = await coming
            except StopAsyncIteration:
                return
            coming = asyncio.ensure_future(anext(items))
            yield item
    finally:
        coming.cancel()
        await asyncio.wait([coming])
        if not coming.cancelled():
            coming.exception()  # of an item that nobody wants any more
        await items.aclose()


def _next(items: Iterator[Item]) -> list[Item]:
    """The next item; nothing at the end. An iterator's own end may not leave a thread as an error."""
    return list(islice(items, 1))
