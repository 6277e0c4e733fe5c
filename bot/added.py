"""Words of a turn that are added to a question, to find by them what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.kinds import TIME
from bot.leans import EMPTY
from bot.people import names_of, names_within
from bot.referents import Spoken
from vectorstore.words import content_words, stem

MOST = 8
"""Words added: more drown the question."""

MOST_NAMES = 4
"""Words of names taken from an answer."""


def words_of(question: str, before: Spoken) -> tuple[str, ...]:
    """Words that a turn adds to a question: those asked, then names in the answer, then what was added to it."""
    known = {stem(word) for word in content_words(question)}
    found: list[str] = []
    for word in (word for text in _told_of(before) for word in _words_as_written(text)):
        key = stem(word.casefold())
        if key not in known and len(found) < MOST:
            known.add(key)
            found.append(word)
    return tuple(found)


def _told_of(before: Spoken) -> Iterator[str]:
    yield before.question
    yield before.told if names_of(before.told) else ""
    names = [name for name in names_within(before.answer) if not TIME.search(name)]
    yield from " ".join(names).split()[:MOST_NAMES]
    yield from before.added


def _words_as_written(text: str) -> list[str]:
    """The content words of a text; "US" is one, though "us" is not."""
    found = (re.sub(r"['’]s?$", "", word) for word in re.findall(r"[\w’'.,-]*\w", text))
    return [word for word in found if (content_words(word) and word not in EMPTY) or (word.isupper() and len(word) > 1)]
