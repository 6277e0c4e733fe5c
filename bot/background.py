"""What is awaited in a thread of its own, so that a reader who waits for it can leave and it really ends."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator
from concurrent.futures import CancelledError, Future
from contextlib import AsyncExitStack
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, TypeVar
from weakref import ref

Item = TypeVar("Item")
Opened = list["ref[AsyncGenerator[Any, Any]]"]

TICK = 0.05  # seconds between looks at whether the reader has left

_BEGINNING = threading.Lock()
_OPENED: ContextVar[Opened] = ContextVar("_OPENED")  # what the step that is running has opened


@dataclass(frozen=True, kw_only=True)
class _Source(Generic[Item]):
    """Items, the generators that were opened to make them, and whether any of them is at work."""

    items: AsyncIterator[Item]
    opened: Opened = field(default_factory=list)
    at_work: asyncio.Lock = field(default_factory=asyncio.Lock)


def iterate(items: AsyncIterator[Item], leave: Callable[[], bool]) -> Generator[Item]:
    """The items, each asked for when it is wanted. Closing it, or ``leave`` saying yes, cancels the one awaited."""
    loop, source = _loop(), _Source(items=items)
    try:
        while True:
            step = asyncio.run_coroutine_threadsafe(_next(source), loop)
            if not _done(step, leave):
                return
            yield from step.result()
            if not step.result():
                return
    finally:
        asyncio.run_coroutine_threadsafe(_close(source), loop)


def _loop() -> asyncio.AbstractEventLoop:
    """An event loop in a daemon thread. One for all: client libraries keep connections, which belong to a loop."""
    with _BEGINNING:  # or two who ask at once would begin two
        return _begun()


@cache
def _begun() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    loop.call_soon(_note_what_is_opened)
    threading.Thread(target=loop.run_forever, name="chat models", daemon=True).start()
    return loop


def _note_what_is_opened() -> None:
    """From here on a source knows each generator that is begun for it, however deep in a client library."""
    noted_by_loop = sys.get_asyncgen_hooks().firstiter

    def begun(generator: AsyncGenerator[Any, Any]) -> None:
        if noted_by_loop:
            noted_by_loop(generator)
        _OPENED.get([]).append(ref(generator))

    sys.set_asyncgen_hooks(firstiter=begun)


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


async def _next(source: _Source[Item]) -> list[Item]:
    """The next item; nothing at the end. An iterator's own end may not leave a coroutine as an error."""
    _OPENED.set(source.opened)
    async with source.at_work:
        async for item in source.items:
            return [item]
    return []


async def _close(source: _Source[Item]) -> None:
    """Close the items, then what was opened for them, outermost first.

    A client library may leave its own generators half way: openai's stream and its generator hold each other. The
    garbage collector would find them, in any thread, and close them there while this loop closes them too.
    """
    async with source.at_work, AsyncExitStack() as closing:
        opened = [generator for known in source.opened if (generator := known()) is not None]
        for left in reversed([source.items, *opened]):
            if hasattr(left, "aclose"):
                closing.push_async_callback(left.aclose)
