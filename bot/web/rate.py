"""How often somebody may do something."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

MOST_PEOPLE = 10_000
"""Who is remembered at once; the one longest silent is forgotten first."""


@dataclass(slots=True, kw_only=True)
class Rate:
    """At most ``most`` times in ``seconds``, for each person apart. Safe to use from any thread."""

    most: int
    seconds: float = 60.0
    clock: Callable[[], float] = monotonic
    _times: OrderedDict[str, deque[float]] = field(default_factory=OrderedDict)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, person: str) -> float:
        """Count one more time, and 0; or the seconds until there may be one, which is not counted."""
        with self._turn:
            now = self.clock()
            times = self._times.setdefault(person, deque())
            self._times.move_to_end(person)
            if len(self._times) > MOST_PEOPLE:
                self._times.popitem(last=False)
            while times and times[0] <= now - self.seconds:
                times.popleft()
            if len(times) >= self.most:
                return times[0] + self.seconds - now
            times.append(now)
            return 0.0
