"""Looks into a dense index from a process of its own, which a damaged one may bring down.

``python -m vectorstore.probe FOLDER`` prints the ids there, and how much of it is sound.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from vectorstore.dense import DenseIndex
from vectorstore.errors import LibraryDamaged

REACH = 50
LONGEST = 1_800  # seconds
TOGETHER = 5_000  # vectors looked at at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Probed:
    """What there is in a dense index."""

    ids: tuple[str, ...]
    reached: int  # neighbours found of the first vector, itself among them
    sound: int  # vectors that are of unit length, as all were when they were stored

    @property
    def whole(self) -> bool:
        """Whether searching it finds what is in it."""
        return self.reached == min(REACH, len(self.ids)) and self.sound == len(self.ids)


def probe(folder: Path) -> Probed:
    """What is in the dense index in a folder, which nothing else may have open.

    Raises:
        LibraryDamaged: it cannot be opened, or searching it fails.
    """
    command = [sys.executable, "-m", "vectorstore.probe", str(folder)]
    root = Path(__file__).parent.parent
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=LONGEST, check=False)
    if done.returncode != 0:
        raise LibraryDamaged(f"the dense index {folder} cannot be searched")
    found = json.loads(done.stdout)
    return Probed(ids=tuple(found["ids"]), reached=found["reached"], sound=found["sound"])


def _look(folder: Path) -> Probed:
    dense = DenseIndex(folder)
    ids = tuple(sorted(dense.ids()))
    reached = sum(len(dense.nearest(vector, REACH)) for vector in dense.vectors(ids[:1]).values())
    sound = sum(_sound(dense, ids[start : start + TOGETHER]) for start in range(0, len(ids), TOGETHER))
    dense.close()
    return Probed(ids=ids, reached=reached, sound=sound)


def _sound(dense: DenseIndex, ids: Sequence[str]) -> int:
    found = np.stack(list(dense.vectors(ids).values()))
    return int(np.isclose(np.linalg.norm(found, axis=1), 1, atol=1e-3).sum())


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(_look(Path(sys.argv[1]).absolute()))))
