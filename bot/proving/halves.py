"""Halves of a sentence that are sentences: what stands before or after "and", a semicolon, "after" or "because"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.checking.lexicon import NEGATIONS
from bot.proving.lexicon import CONDITIONS, DOUBT, RELATIVE, REPORTING, SCOPE
from bot.proving.times import once, over
from bot.proving.words import Word
from vectorstore.words import FUNCTION_WORDS

Gap = tuple[int, int]
"""A stretch that may be left out: from, to."""

AFTERWARDS = frozenset({"after", "amid", "when", "because", "because of"})
"""What begins a last part of a sentence that says when or why the first was so."""

HANGING = frozenset("if when where while although though because as since unless once until by".split())
"""What a sentence begins with that is none by itself up to its first comma."""

QUALIFYING = CONDITIONS | frozenset("in at on by under as for with from to according per".split())
"""What the last part of a sentence begins with that may be said of all before it."""

TO_COME = frozenset("will would shall to".split())
"""What comes only after something else is not so without it."""

NO_SUPERLATIVE = frozenset(
    """
    interest request protest forest harvest arrest conquest suggest contest honest invest manifest midwest digest
    """.split()
)
"""What ends as "largest" does, and is not the most of anything."""

FIRST = 8
"""Words at the beginning of a sentence among which is who says the rest."""

_AUXILIARIES = frozenset("is are would could should may might must can".split())
PAIRING = CONDITIONS - frozenset("if unless whether until".split())
"""Words that take two things together; a condition is kept with what depends on it."""

_UNFINISHED = frozenset(
    "day days hours minutes seconds weeks months years shortly soon just long only even later".split()
)


def clear(words: Sequence[Word], scope: frozenset[str] = SCOPE) -> bool:
    """Whether nothing is said of what is not, or is so of all or some only, or is first or largest."""
    return not any(word.key in scope or _most(word.key) for word in words)


def _most(key: str) -> bool:
    return key.endswith("est") and len(key) > 5 and key not in NO_SUPERLATIVE


def claimed(words: Sequence[Word]) -> Sequence[Word]:
    """The words without who said them, whose saying so is no doubt of ours."""
    return [word for word in words if word.key not in REPORTING]


def first_half(words: Sequence[Word], at: int) -> Iterator[Gap]:
    """What stands before a semicolon, where a whole sentence of its own follows that nothing before it governs."""
    before, rest = words[:at], words[at + 1 :]
    if words[at].key != ";" or not rest or any(word.mark for word in before):
        return
    subject = rest[0].number or rest[0].name or rest[0].key not in FUNCTION_WORDS | SCOPE
    if subject and _complete(before) and _has_verb(rest) and clear(before, SCOPE | DOUBT | RELATIVE):
        yield 0, at + 1


def second_half(words: Sequence[Word], at: int) -> Iterator[Gap]:
    """All from "and" or a semicolon on, or from when or why it was so."""
    if not 2 <= at < len(words) - 1:
        return
    start = at - 1 if words[at - 1].mark else at
    before, last, after = words[:start], words[start - 1], words[at + 1]
    sentence = (words[at].mark or start < at) and _has_verb(words[at + 1 :])
    if last.mark or last.key in FUNCTION_WORDS or not clear(claimed(before), PAIRING if sentence else SCOPE):
        return
    apart = start < at or words[at].mark
    if words[at].key in AFTERWARDS:
        whole = _dated(before, words[at], after, apart=apart)
    else:
        whole = after.key not in NEGATIONS and ":" not in _keys(before) and (apart or _joined(before, words[at + 1 :]))
    if whole and _complete(before) and not _qualified(words[at + 1 :]):
        yield start, len(words)


def _dated(before: Sequence[Word], when: Word, after: Word, *, apart: bool) -> bool:
    """Whether what was is so without what it came after: not "two days after", "after 7 p.m.", "a day when"."""
    measured = before[-1].number or before[-1].key in _UNFINISHED or (after.number and not after.article and not apart)
    to_come = any(word.key in TO_COME for word in before)
    return once(before) and not (measured or to_come) and (apart or when.key != "when")


def _joined(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether what follows "and" is joined to all before it, not to a part: "talks with Ann and Bob failed"."""
    acts = _has_verb(after)
    compound = len(after) == 2 and not (after[0].article or after[0].name or after[0].number)
    return not (acts and "and" in _keys(before)) and (acts or not compound)


def _qualified(words: Sequence[Word]) -> bool:
    """Whether there is a last part that may be said of all before it: "..., in a play", "..., if it rains"."""
    last = max((at for at, word in enumerate(words) if word.mark), default=len(words))
    return last + 1 < len(words) and words[last + 1].key in QUALIFYING


def _complete(words: Sequence[Word]) -> bool:
    """Whether words are a sentence: they say what was, beyond who says so, and are not only an "if" or "when"."""
    told = 1 + next((at for at, word in enumerate(words[:FIRST]) if _introduces(words, at)), -1)
    return not hangs(words) and (_has_verb(words[told:]) or any(word.quoted for word in words))


def _introduces(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a verb by which somebody says what follows: "said", not "was declared"."""
    return at > 0 and words[at].key in REPORTING and words[at - 1].key not in {"was", "were", "be", "been"}


def hangs(words: Sequence[Word]) -> bool:
    """Whether words are none by themselves: nothing, or only what begins with "if" or "when"."""
    return not words or (words[0].key in HANGING and not any(word.mark for word in words))


def _has_verb(words: Sequence[Word]) -> bool:
    """Whether somebody or something does something: a verb after a subject of a word or more."""
    verb = next((at for at, word in enumerate(words) if word.key in _AUXILIARIES or over(word)), 0)
    return verb > 0 and not any(word.key in RELATIVE for word in words[:verb])


def _keys(words: Sequence[Word]) -> set[str]:
    return {word.key for word in words}
