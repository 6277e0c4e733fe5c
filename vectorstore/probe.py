"""Looks into a dense index from a process of its own, which a damaged one may bring down.

``python -m vectorstore.probe FOLDER`` prints the ids there, and how many of ``REACH`` neighbours are found.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from vectorstore.dense import DenseIndex
from vectorstore.errors import LibraryDamaged

REACH = 50
LONGEST = 1_800  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Probed:
    """What there is in a dense index."""

    ids: tuple[str, ...]
    reached: int  # neighbours found of the first vector, itself among them

    @property
    def whole(self) -> bool:
        """Whether searching it finds what is in it."""
        return self.reached == min(REACH, len(self.ids))


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
    return Probed(ids=tuple(found["ids"]), reached=found["reached"])


def _look(folder: Path) -> Probed:
    dense = DenseIndex(folder)
    ids = tuple(sorted(dense.ids()))
    reached = sum(len(dense.nearest(vector, REACH)) for vector in dense.vectors(ids[:1]).values())
    dense.close()
    return Probed(ids=ids, reached=reached)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(_look(Path(sys.argv[1]).absolute()))))
