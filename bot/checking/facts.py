"""What is known of an article besides the passage: its title, outlet, author, and what day its weekdays were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.days import MONTH, WEEKDAYS
from bot.excerpts import day
from vectorstore.types import Hit

DAYS_BEFORE = {"today": 0, "yesterday": 1, "tomorrow": -1}

_DATE = re.compile(rf"\b{MONTH}\s+\d|\d\s+(?:of\s+)?{MONTH}\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
_DAY = re.compile(rf"\b({'|'.join((*WEEKDAYS, *DAYS_BEFORE))})\b", re.IGNORECASE)


def facts(sentence: str, hits: Sequence[Hit]) -> list[str]:
    """What a sentence may say although the passages do not. Dates count only for a sentence that has a date in it."""
    dated = bool(_DATE.search(sentence))
    return list(dict.fromkeys(fact for hit in hits for fact in _facts(hit, dated=dated) if fact))


def _facts(hit: Hit, *, dated: bool) -> Iterator[str]:
    article = hit.article
    yield from (article.title, article.source, article.author)
    if article.published and dated:
        yield day(article.published)
        for match in _DAY.finditer(hit.chunk.text):
            yield day(_meant(match[1].casefold(), article.published))


def _meant(name: str, published: datetime) -> datetime:
    """The day that a name stands for in an article: the last one of that name up to its publication."""
    if name in DAYS_BEFORE:
        return published - timedelta(days=DAYS_BEFORE[name])
    return published - timedelta(days=(published.weekday() - WEEKDAYS.index(name.capitalize())) % 7)
