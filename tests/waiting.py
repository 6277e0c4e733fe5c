"""Waiting for another thread: long enough for any machine, so that only what never comes fails."""

from __future__ import annotations

import threading

LONGEST = 300.0
"""Seconds. Nothing that works takes nearly as long, however busy the machine is."""


def wait(event: threading.Event) -> None:
    """Until the event is set."""
    assert event.wait(LONGEST), "the other never came so far"


def join(thread: threading.Thread) -> None:
    """Until the thread has ended."""
    thread.join(LONGEST)
    assert not thread.is_alive(), f"{thread.name} does not end"
