"""Words of a turn that are added to a question, to find by them what it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.kinds import TIME
from bot.people import names_of, names_within
from bot.referents import Spoken, described_in, first_sentence
from vectorstore.words import content_words, stem

MOST = 5
"""Words added: more drown the question."""

MOST_NAMES = 2
"""Names taken from an answer."""

EMPTY = frozenset("well still time use used happen happened going went know known able else first other".split())
"""Words of a question that do not tell what it is about."""


def words_of(question: str, before: Spoken) -> tuple[str, ...]:
    """Words that a turn adds to a question: names first, then what else it asked about, then what was added to it.

    Words that stand together in a name, or in "the press conference", stay together.
    """
    known = {stem(word) for word in content_words(question)}
    found: list[str] = []
    for words in (_words_as_written(text) for text in _told_of(before)):
        new = [word for word in words if stem(word.casefold()) not in known]
        if new and len(found) + len(new) <= MOST:
            known.update(stem(word.casefold()) for word in new)
            found.extend(new)
    return tuple(sorted(found, key=_told_at(before)))


def _told_at(before: Spoken) -> Callable[[str], int]:
    """Where a word stands in a turn, so that words are added in the order in which they were said."""
    said = f"{before.question} {' '.join(before.added)} {before.answer}"
    return said.find


def _told_of(before: Spoken) -> Iterator[str]:
    yield from names_of(before.question)
    yield from described_in(before.question)
    yield from before.added
    yield before.told
    yield from before.question.split()
    yield from [name for name in names_within(first_sentence(before.answer)) if not TIME.search(name)][:MOST_NAMES]


def _words_as_written(text: str) -> list[str]:
    """The content words of a text; "US" is one, though "us" is not."""
    found = (re.sub(r"['’]s?$", "", word) for word in re.findall(r"[\w’'.,-]*\w", text))
    return [word for word in found if (content_words(word) and word not in EMPTY) or (word.isupper() and len(word) > 1)]
