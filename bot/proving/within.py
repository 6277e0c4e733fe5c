"""Sentences within sentences: what "Ann, a nurse, who is 34, fell and was hurt" says of Ann besides that she fell.

Of whom a sentence begins with, or who is named as the speaker of what it quotes: nobody else can be meant there, and
nobody else says it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.proving.lexicon import CONDITIONS, DOUBT, REPORTING
from bot.proving.people import last, runs
from bot.proving.source import Source
from bot.proving.subjects import ADVERBS, LONGEST, PRESENT, VERBS, is_verb, name_first, reaches_on, subject
from bot.proving.things import KINDS
from bot.proving.times import PAST_FORM, over
from bot.proving.words import YEAR, Word
from vectorstore.words import FUNCTION_WORDS

_GONE = frozenset(
    "died dead killed death late victim victims body bodies murdered drowned executed beheaded hanged shot".split()
)
"""Words of a sentence about somebody who is no more."""

NARROWING = frozenset("at from in for on with".split())
"""What begins the part of what somebody is that may be left out: "a nurse from Rome" is a nurse."""

_NO_MORE = frozenset("then once".split())
_EITHER = frozenset("cut left felt saw rose lay led hit set shot put read struck wore found lost met held".split())
"""Words that are verbs, and things or what is done to them."""


def said_within(own: Sequence[Source]) -> list[Source]:
    """What sentences say besides of whom they begin with, and of who speaks in them."""
    gone = frozenset(last(words[run[0] : run[1]]) for words in _of_the_gone(own) for run in runs(words))
    return [replace(source, words=tuple(words)) for source in own for words in _within(source.words, gone)]


def _of_the_gone(own: Sequence[Source]) -> Iterator[Sequence[Word]]:
    return (source.words for source in own if any(word.key in _GONE for word in source.words))


def _within(words: Sequence[Word], gone: frozenset[str]) -> Iterator[list[Word]]:
    if found := relative(words):
        yield found
    if found := _of_speaker(words):
        yield found
    for start, end in () if _long_ago(words) else _named(words):
        for said in () if last(words[start:end]) in gone else _asides(words, end, alone=start > 0):
            yield [*words[start:end], Word("is", "is"), *said]
    yield from _second(words)
    yield from _second_said(words)
    yield from _added(words)


def relative(words: Sequence[Word]) -> list[Word]:
    """ "Ann is 34" of "Ann, who is 34, left"."""
    end = subject(words)
    if not end or end + 2 >= len(words) or words[end].key != "," or words[end + 1].key not in {"who", "which"}:
        return []
    stop = next((at for at in range(end + 2, len(words)) if words[at].mark), len(words))
    said, rest = words[end + 2 : stop], words[stop + 1 :]
    if not said or not _begins(said) or not rest or any(word.quoted for word in [*words[:end], *said]):
        return []
    goes_on = is_verb(rest[0]) or (rest[0].article and not any(word.key in REPORTING for word in _up_to_mark(rest)))
    if words[stop].key != "," or not goes_on or _reported(rest):
        return []
    return [*words[:end], *said]


def _begins(said: Sequence[Word]) -> bool:
    """Whether words begin with a verb, or "still" and a verb."""
    return is_verb(said[0]) or (said[0].key in ADVERBS and len(said) > 1 and is_verb(said[1]))


def _of_speaker(words: Sequence[Word]) -> list[Word]:
    """ "Ann runs Rome" of "“We left,” said Ann, who runs Rome."."""
    start, end = _speaker(words)
    stop = next((at for at in range(end, len(words)) if words[at].mark), end)
    of = stop == end or (
        _key(words, end + 1) in KINDS
        and words[end].key == "of"
        and all(word.name or word.key == "of" for word in words[end:stop])
    )
    who = of and [word.key for word in words[stop : stop + 2]] == [",", "who"]
    said = words[stop + 2 :] if end and who else []
    whole = bool(said) and is_verb(said[0]) and not any(word.mark for word in said)
    return [*words[start:end], *said] if whole else []


def _speaker(words: Sequence[Word]) -> tuple[int, int]:
    """Where the name stands of who says what is quoted at the beginning."""
    at = next((at for at, word in enumerate(words) if not word.quoted and word.key in REPORTING), 0)
    stop = next((place for place in range(at + 1, len(words)) if words[place].mark or words[place].key == "of"), 0)
    start, end = next((run for run in runs(words) if run[0] > at and run[1] == stop), (0, 0))
    office = words[at + 1 : start]
    plain = len(office) < LONGEST and not any(word.mark or word.key in FUNCTION_WORDS for word in office)
    if not at or not words[0].quoted or not end or not plain or any(word.quoted for word in words[at:]):
        return 0, 0
    return start, end


def _long_ago(words: Sequence[Word]) -> bool:
    """Whether a year is named: what somebody was then he need not be now."""
    return any(YEAR.fullmatch(word.text) and not word.text.startswith("20") for word in words)


def _named(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The name that a sentence begins with, and that of its speaker."""
    if end := name_first(words):
        yield 0, end
    start, end = _speaker(words)
    if end:
        yield start, end


def _asides(words: Sequence[Word], end: int, *, alone: bool) -> Iterator[list[Word]]:
    """What is said between commas of a name that ends at a place: "34", "34 years old", "a nurse"."""
    found: list[list[Word]] = []
    while end < len(words) and words[end].key == ",":
        stop = next((at for at in range(end + 1, len(words)) if words[at].mark), len(words))
        inner = list(words[end + 1 : stop])
        if len(inner) == 1 and inner[0].number:
            found += [inner, [*inner, Word("years", "years"), Word("old", "old")]]
        elif inner and inner[0].article and not any(map(_acts, inner)):
            found.append(inner)
        elif not inner or inner[0].key != "of":
            break
        end = stop
    rest = words[end + 1 :]
    closed = not rest if alone else bool(rest) and is_verb(rest[0]) and not _reported(rest)
    return (some for inner in found for some in (inner, *_shorter(inner))) if closed else iter(())


def _shorter(inner: Sequence[Word]) -> Iterator[list[Word]]:
    """ "A nurse" of "a nurse at St Ann's"."""
    end = next((at for at, word in enumerate(inner) if word.key in NARROWING or word.key.endswith("ing")), 0)
    if end and inner[0].article in {"a", "an"} and not any(word.mark or word.number for word in inner[:end]):
        yield list(inner[:end])


def _acts(word: Word) -> bool:
    """Whether a word makes of an aside more than what somebody is, or says that it is over."""
    does = over(word) and not PAST_FORM.fullmatch(word.key)
    return does or word.quoted or word.key in DOUBT | VERBS | _NO_MORE | {"and", "or", "who", "that", "which"}


def _second(words: Sequence[Word]) -> Iterator[list[Word]]:
    """ "Ann was hurt" of "Ann fell and was hurt"."""
    end = _verb_at(words)
    for at in range(end + 2, len(words) - 1) if end else ():
        if words[at].mark or words[at].quoted:
            return
        if words[at].key in {"and", "but"} and _surely_verb(words, at + 1, words[end]):
            if not reaches_on(words[end:at], words[at + 1 :]) and not _between(words[end:at]):
                yield [*words[:end], *words[at + 1 :]]
            return


def _second_said(words: Sequence[Word]) -> Iterator[list[Word]]:
    """ "Ann said it would be long" of "Ann said it would be cold and would be long": with the same verb again."""
    says = next((at for at, word in enumerate(words) if word.key in REPORTING and not word.quoted), 0)
    verb = next((at for at in range(says + 1, len(words)) if is_verb(words[at])), 0)
    if not says or not says + 1 < verb <= says + LONGEST or words[verb].key not in VERBS:
        return
    for at in range(verb + 1, len(words) - 1):
        if words[at].mark or words[at].quoted or words[at].key in DOUBT | CONDITIONS - {words[verb].key}:
            return
        if words[at].key == "and" and words[at + 1].key == words[verb].key and not _between(words[verb:at]):
            yield [*words[:verb], *words[at + 1 :]]
            return


def _added(words: Sequence[Word]) -> Iterator[list[Word]]:
    """ "Ann added that it was wet" of "Ann said it was late and added that it was wet"."""
    end = name_first(words)
    if not end or end >= len(words) or words[end].key not in REPORTING:
        return
    for at in range(end + 2, len(words) - 2):
        if words[at].key == "and" and words[at + 1].key == "added" and not words[at + 1].quoted:
            if not any(word.key in REPORTING or word.mark for word in words[end + 1 : at]):
                yield [*words[:end], *words[at + 1 :]]
            return


def _verb_at(words: Sequence[Word]) -> int:
    """Where the verb is of whom a sentence begins with, if it follows at once."""
    end = name_first(words)
    if not end and words and words[0].article == "the":
        end = next((at for at in range(1, min(5, len(words))) if is_verb(words[at])), 0)
        end = 0 if any(word.mark or word.key in FUNCTION_WORDS | DOUBT for word in words[:end]) else end
    return end if end and end < len(words) and is_verb(words[end]) else 0


def _surely_verb(words: Sequence[Word], at: int, first: Word) -> bool:
    """Whether a word after "and" is a verb, not a thing or what it is like: not "players and retired teachers"."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if word.key in PRESENT:
        return first.key in PRESENT or first.key in {"is", "are", "has", "have"}
    if PAST_FORM.fullmatch(word.key) or word.key in _EITHER:
        told = after is not None and (after.article or after.number or after.key in FUNCTION_WORDS - {"and", "or"})
        return bool(told) and not first.key.endswith("ing")
    return is_verb(word) and word.key not in {"may", "might", "can", "could"}


def _between(words: Sequence[Word]) -> bool:
    """Whether "and" may join what is between two: "between Rome and Oslo", "both ... and"."""
    return any(word.key in {"between", "both", "either", "neither"} for word in words)


def _reported(words: Sequence[Word]) -> bool:
    """Whether words end with who says what is before them: "stole a car, police said"."""
    marks = [at for at, word in enumerate(words) if word.mark]
    return any(word.key in REPORTING and not word.quoted for word in words[marks[0] :]) if marks else False


def _up_to_mark(words: Sequence[Word]) -> Sequence[Word]:
    return words[: next((at for at, word in enumerate(words) if word.mark), len(words))]


def _key(words: Sequence[Word], at: int) -> str:
    return words[at].key if at < len(words) else ""
