"""What is known of an article besides the passage: its title, outlet, author, and when its days and years were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.checking.relative import told_days, told_times
from bot.days import MONTH, WEEKDAY
from bot.excerpts import day
from vectorstore.types import Hit

_DATE = re.compile(rf"\b{MONTH}\s+\d|\d\s+(?:of\s+)?{MONTH}\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
_TIME = re.compile(rf"\b(?:{MONTH}|{WEEKDAY})\b")


def facts(sentence: str, hits: Sequence[Hit]) -> list[str]:
    """What a sentence may say although the passages do not.

    The date of publication counts only for a sentence with a date in it, what days and months of the article were only
    for one that names any.
    """
    dated = bool(_DATE.search(sentence))
    timed = dated or bool(_TIME.search(sentence))
    return list(dict.fromkeys(fact for hit in hits for fact in _facts(hit, dated=dated, timed=timed) if fact))


def _facts(hit: Hit, *, dated: bool, timed: bool) -> Iterator[str]:
    article = hit.article
    yield from (article.title, article.source, article.author)
    if not article.published or not timed:
        return
    if dated:
        yield day(article.published)
    yield from told_days(hit.chunk.text, article.published)
    yield from told_times(hit.chunk.text, article.published)
