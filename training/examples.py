"""Examples as text: what the reader is shown and what it should say."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

ENTAILMENT: Final = ("contradicts", "says nothing", "supports")
FIRST_DAY: Final = date(1995, 1, 1)
DAYS: Final = 32 * 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One pass of the reader; a target that is ``None`` is not trained on.

    ``question`` is a claim where ``entailment`` (an index into ``ENTAILMENT``) is set. ``answer`` is
    (start, end), characters of ``passage``, and ``None`` where ``answerable`` is false.
    """

    question: str
    header: str
    passage: str
    answer: tuple[int, int] | None = None
    answerable: bool | None = None
    relevant: bool | None = None
    entailment: int | None = None


def header(title: str, published: date | None) -> str:
    """The line before a passage: ``"Title. 5 March 2024."``, either part optional."""
    parts = [title.strip().rstrip(".")] if title.strip() else []
    if published:
        parts.append(f"{published.day} {published:%B %Y}")
    return "".join(f"{part}. " for part in parts).rstrip()


def varied_header(title: str, rng: random.Random, *, title_share: float = 0.75, date_share: float = 0.5) -> str:
    """A header as articles may come: with and without title, with and without a date (drawn at random)."""
    shown = title if rng.random() < title_share else ""
    published = FIRST_DAY + timedelta(days=rng.randrange(DAYS)) if rng.random() < date_share else None
    return header(shown, published)


def varied_question(question: str, rng: random.Random) -> str:
    """The question as people type it: one in eight without its question mark."""
    return question.rstrip("? ") if rng.random() < 0.125 else question
