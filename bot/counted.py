"""What a question wants counted: "how many buses were there" wants buses."""

from __future__ import annotations

import re
from functools import lru_cache

from vectorstore.words import terms

ANYBODY = frozenset(("peopl", "person", "other", "more"))
"""Stems of what is counted without being named: "at least 12 died"."""

_MANY = re.compile(
    r"\bhow many\s+(?P<things>.+?)(?:\s+(?:(?P<verb>did|does|do|was|were|is|are|has|have|had|can|could|will|would)|"
    r"in|of|on|at|by|from|to|for|per)\b|\?|$)",
    re.IGNORECASE,
)


@lru_cache(maxsize=100)
def things_counted(question: str) -> frozenset[str]:
    """The stems of what is to be counted, any of which names it; none where that is not said, or is just people.

    Before a verb such as "were" the last word is the thing. Before "in" and the like there may be a verb among them.
    """
    asked = _MANY.search(question)
    things = terms(asked["things"]) if asked else []
    if not asked or ANYBODY.intersection(things):
        return frozenset()
    return frozenset(things[-1:] if asked["verb"] else things)
