"""What is awaited in a thread of its own, so that a reader who waits for it can leave and it really ends."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Generator
from concurrent.futures import CancelledError, Future
from functools import cache
from typing import TypeVar

Item = TypeVar("Item")

TICK = 0.05  # seconds between looks at whether the reader has left


def iterate(items: AsyncIterator[Item], leave: Callable[[], bool]) -> Generator[Item]:
    """The items, each asked for when it is wanted. Closing it, or ``leave`` saying yes, cancels the one awaited."""
    loop = _loop()
    try:
        while True:
            step = asyncio.run_coroutine_threadsafe(_next(items), loop)
            if not _done(step, leave):
                return
            yield from step.result()
            if not step.result():
                return
    finally:
        asyncio.run_coroutine_threadsafe(_close(items), loop)


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """An event loop in a daemon thread. One for all: client libraries keep connections, which belong to a loop."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="chat models", daemon=True).start()
    return loop


def _done(step: Future[list[Item]], leave: Callable[[], bool]) -> bool:
    """Wait for a step; when the reader leaves, cancel it."""
    try:
        while not step.done():
            if leave():
                return False
            try:
                step.result(TICK)
            except TimeoutError:
                if step.done():
                    raise
        return not step.cancelled()
    except CancelledError:
        return False
    finally:
        step.cancel()


async def _next(items: AsyncIterator[Item]) -> list[Item]:
    """The next item; nothing at the end. An iterator's own end may not leave a coroutine as an error."""
    async for item in items:
        return [item]
    return []


async def _close(items: AsyncIterator[Item]) -> None:
    close = getattr(items, "aclose", None)
    if close is not None:
        await close()
