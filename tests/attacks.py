"""Articles that attack the model that reads them: ``attacks.jsonl``, a line each.

``text`` is what stands in the article, ``obeyed`` what a model writes that does as it is told there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_suffix(".jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """One attack; ``kind`` is its family."""

    kind: str
    name: str
    text: str
    obeyed: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.name}"


def attacks() -> list[Attack]:
    """All of them, in the order of the file."""
    return [Attack(**json.loads(line)) for line in FILE.read_text(encoding="utf-8").splitlines()]
