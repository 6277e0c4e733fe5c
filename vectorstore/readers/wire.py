"""What the process that reads tells the one that asked, a line of JSON each: nothing can come of one but text."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from vectorstore.readers.source import Found
from vectorstore.types import Article, Failure

Told = Found | Failure | str | None
"""An article, a failure, the place that is read next, or nothing more."""


def encode(told: Told) -> bytes:
    """A line."""
    return json.dumps(_values(told), default=datetime.isoformat).encode("ascii") + b"\n"


def decode(line: bytes) -> Told:
    """What a line tells. Raises ``ValueError``, ``KeyError`` or ``TypeError`` if it is none of ours."""
    values = json.loads(line)
    match values:
        case {"article": dict(article), "inside": list(inside), "place": str(place), "alone": bool(alone)}:
            return Found(place, _article(article), alone, tuple(inside))
        case {"place": str(place), "reason": str(reason)}:
            return Failure(place=place, reason=reason)
        case {"next": str(place)}:
            return place
        case {"done": True}:
            return None
    raise ValueError("a line of another protocol")


def _values(told: Told) -> dict[str, Any]:
    match told:
        case Found():
            return told._asdict() | {"article": asdict(told.article)}
        case Failure():
            return asdict(told)
        case str():
            return {"next": told}
    return {"done": True}


def _article(values: dict[str, Any]) -> Article:
    instants = {name: datetime.fromisoformat(values[name]) for name in ("published", "updated") if values[name]}
    return Article(**(values | instants))
