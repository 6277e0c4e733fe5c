"""The parts of a sentence that is so if each of its parts is: "Ann, who is 34, fell and was hurt".

A part has the subject of the whole, where that is a name at its beginning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.proving.people import last, runs
from bot.proving.subjects import is_verb, name_first, reaches_on
from bot.proving.within import relative
from bot.proving.words import Word

WITH = frozenset("and but while whereas".split())
GIVEN = frozenset("promised announced confirmed offered proposed ordered".split())
THOUGH = frozenset({"although", "though", "whereas"})
_YEARS_OLD = ("year", "old")


def parted(words: Sequence[Word]) -> Iterator[list[list[Word]]]:
    """The ways to part a sentence so that it is so if each of its parts is."""
    yield from _joined(words)
    yield from _though(words)
    yield from _with_aside(words)
    yield from _with_last_aside(words)
    yield from _with_one_subject(words)


def _joined(words: Sequence[Word]) -> Iterator[list[list[Word]]]:
    """ "P, and Q", "P; Q"."""
    ends = [at for at, word in enumerate(words) if _joins(words, at) and not word.quoted]
    if ends:
        starts = [at + (1 if words[at].key == ";" else 2) for at in ends]
        yield [list(words[start:end]) for start, end in zip([0, *starts], [*ends, len(words)], strict=True)]


def _joins(words: Sequence[Word], at: int) -> bool:
    return words[at].key == ";" or (words[at].key == "," and at + 1 < len(words) and words[at + 1].key in WITH)


def _though(words: Sequence[Word]) -> Iterator[list[list[Word]]]:
    """ "Although P, Q", "P, although Q": P and Q, whatever surprises about it."""
    for at, word in enumerate(words):
        if word.key == "," and words[0].key in THOUGH:
            yield [list(words[1:at]), list(words[at + 1 :])]
        elif word.key == "," and at + 1 < len(words) and words[at + 1].key in THOUGH:
            yield [list(words[:at]), list(words[at + 2 :])]


def _with_aside(words: Sequence[Word]) -> Iterator[list[list[Word]]]:
    """ "Ann, who is 34, left", "Ann, a 34-year-old nurse, left": Ann is 34, Ann left."""
    end = name_first(words)
    stop = next((at for at in range(end + 1, len(words)) if words[at].mark), len(words))
    if aside := relative(words):
        yield [aside, [*words[:end], *words[stop + 1 :]]]
    inner = list(words[end + 1 : stop])
    if not end or words[end].key != "," or stop + 1 >= len(words) or not inner or not is_verb(words[stop + 1]):
        return
    left, being = [*words[:end], *words[stop + 1 :]], [*words[:end], Word("is", "is")]
    if inner[0].number and tuple(word.key for word in inner[1:3]) == _YEARS_OLD:
        yield [[*being, inner[0]], [*being, *inner[3:]], left]
    elif inner[0].article or (inner[0].number and len(inner) == 1):
        yield [[*being, *inner], left]


def _with_last_aside(words: Sequence[Word]) -> Iterator[list[list[Word]]]:
    """ "He met Ann, who is 34": he met Ann, Ann is 34."""
    at = max((at for at, word in enumerate(words) if word.mark), default=0)
    run = next((run for run in runs(words[:at]) if run[1] == at and run[0] > 1), None)
    if run and words[at].key == "," and [word.key for word in words[at + 1 : at + 2]] in (["who"], ["which"]):
        name = words[run[0] : run[1]]
        alone = words[run[0] - 1].key not in {"and", "or", "of", ","} and not words[at - 1].key.endswith("'s")
        if alone and len(words) > at + 3 and is_verb(words[at + 2]) and last(name):
            yield [list(words[:at]), [*name, *words[at + 2 :]]]


def _plain(first: Sequence[Word]) -> Sequence[Word]:
    """The words with "promised" as any other verb, where it is followed by what was promised: "promised 30 crowns"."""
    given = len(first) > 1 and first[0].key in GIVEN and (first[1].article or first[1].number)
    return [first[0]._replace(key="gave"), *first[1:]] if given else first


def _with_one_subject(words: Sequence[Word]) -> Iterator[list[list[Word]]]:
    """ "Ann fell and was hurt": Ann fell, Ann was hurt."""
    end = name_first(words)
    for at in range(end + 2, len(words) - 1) if end else ():
        if words[at].key in {"and", "but"} and not words[at].quoted and is_verb(words[at + 1]):
            stop = at - 1 if words[at - 1].mark else at
            first, second = words[end:stop], words[at + 1 :]
            if is_verb(first[0]) and not reaches_on(_plain(first), second):
                yield [[*words[:end], *first], [*words[:end], *second]]
