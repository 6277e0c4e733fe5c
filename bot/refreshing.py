"""The sources of an open library, looked at again and again while it is served."""

from __future__ import annotations

import logging
import threading
from datetime import timedelta

from bot.build import polite_for, sources_of
from bot.settings import Settings
from vectorstore.errors import ArticleBotError
from vectorstore.following.sources import Sources
from vectorstore.library import Library

log = logging.getLogger(__name__)

TICK = 30.0  # seconds between looks at what is due
PATIENCE = 5.0  # seconds that a look under way is waited for at the end


def keep_fresh(
    library: Library, settings: Settings, every: timedelta, *, tick: float = TICK, patience: float = PATIENCE
) -> threading.Thread:
    """Refresh what is due, each source ``every`` so often, in a thread that ends before the library is closed.

    A look that does not end within ``patience`` seconds is left behind.
    """
    stopped = threading.Event()
    polite = polite_for(settings, sleep=lambda seconds: _wait(stopped, seconds))
    sources = sources_of(library, settings, polite, every=every)
    thread = threading.Thread(target=_run, args=(sources, stopped, tick), name="refreshing", daemon=True)
    thread.start()
    library.beside.callback(thread.join, patience)
    library.beside.callback(stopped.set)
    return thread


def _run(sources: Sources, stopped: threading.Event, tick: float) -> None:
    while not stopped.is_set():
        try:
            _look(sources, stopped)
        except ArticleBotError as error:
            log.warning("the sources could not be refreshed: %s", error)
        except Exception:
            if stopped.is_set():
                return  # the library was closed meanwhile
            log.exception("the sources could not be refreshed")
        stopped.wait(tick)


def _look(sources: Sources, stopped: threading.Event) -> None:
    for _ in sources.refresh(due_only=True):
        if stopped.is_set():
            return


def _wait(stopped: threading.Event, seconds: float) -> None:
    """For so long, or until the end."""
    stopped.wait(seconds)
