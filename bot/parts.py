"""What a question that compares or combines is made of: "did A say …, while B reported …" has two parts."""

from __future__ import annotations

import re

from vectorstore.words import content_words

LEAST_WORDS = 4
"""Content words of a part; what is shorter belongs to its neighbour."""
MOST_PARTS = 4

_BETWEEN_PARTS = re.compile(
    r"[,;:?]\s+(?:(?:and|while|but|as|who|which|that|is|was)\s+)*"
    r"|\s+(?:while|whereas|as well as|and|but|who|which)\s+",
    re.IGNORECASE,
)


def parts_of(question: str) -> tuple[str, ...]:
    """The clauses of a question, when there are several that each say enough to be searched for; else nothing."""
    parts: list[str] = []
    begun = ""
    for clause in _BETWEEN_PARTS.split(question):
        begun = f"{begun} {clause}".strip()
        if len(content_words(begun)) >= LEAST_WORDS:
            parts.append(begun)
            begun = ""
    if begun and parts:
        parts[-1] = f"{parts[-1]} {begun}"
    return tuple(parts[:MOST_PARTS]) if len(parts) > 1 else ()
