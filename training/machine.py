"""Getting on with others on the same machine: how many threads a step should use, and when to sleep."""

import os
import time
from pathlib import Path
from typing import Final

TICKS: Final = os.sysconf("SC_CLK_TCK")  # per second of processor time, in /proc
BUSY: Final = 0.35  # processors; with more than this in use by others, a thread fewer


class Machine:
    """Watches how much of the processors others use (Linux; elsewhere the given number of threads stands).

    Two threads that wait for each other at every matrix run at the speed of the slower, so sharing one of two
    processors costs far more than half; one thread on a free processor does not notice.
    """

    def __init__(self, most_threads: int, pause_file: Path | None = None) -> None:
        self.most_threads = most_threads
        self.pause_file = pause_file
        self._seen = self._times()

    def threads(self) -> int:
        """Threads for the next step, from what others used since the last call."""
        seen = self._times()
        passed, own, all_ = (new - old for new, old in zip(seen, self._seen, strict=True))
        self._seen = seen
        return threads(self.most_threads, (all_ - own) / passed if passed else 0.0)

    def wait(self) -> None:
        """Sleep while the pause file exists: someone is measuring."""
        while self.pause_file and self.pause_file.exists():
            time.sleep(2)

    def _times(self) -> tuple[float, float, float]:
        """Seconds passed, processor seconds of this process, and of all processes."""
        own = os.times()
        return time.monotonic(), own.user + own.system, _all_seconds(Path("/proc/stat"))


def threads(most: int, others: float) -> int:
    """At least one, and one fewer than ``most`` for every processor, begun in earnest, that others use."""
    return max(1, most - int(others + 1 - BUSY))


def _all_seconds(stat: Path) -> float:
    """User, nice and system time of the machine; 0 where there is no such file."""
    if not stat.exists():
        return 0.0
    user, nice, system = stat.read_text(encoding="ascii").split(maxsplit=4)[1:4]
    return (int(user) + int(nice) + int(system)) / TICKS
