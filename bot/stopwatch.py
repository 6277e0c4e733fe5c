"""How long each stage of an answer took."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Stopwatch:
    """Laps in milliseconds, by name, and the total so far. ``clock`` gives seconds."""

    clock: Callable[[], float]
    laps: dict[str, float] = field(default_factory=dict)
    started: float = field(init=False)
    _last: float = field(init=False)

    def __post_init__(self) -> None:
        self.started = self._last = self.clock()

    def lap(self, name: str) -> None:
        """The time since the last lap belongs to ``name``, as what was noted for it before does."""
        now = self.clock()
        self.laps[name] = self.laps.get(name, 0.0) + 1000 * (now - self._last)
        self._last = now

    def once(self, name: str) -> None:
        """The time since the start, noted the first time only."""
        self.laps.setdefault(name, 1000 * (self.clock() - self.started))

    def so_far(self) -> dict[str, float]:
        """All laps, with ``total``."""
        return {**self.laps, "total": 1000 * (self.clock() - self.started)}
