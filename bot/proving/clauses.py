"""Sentences within sentences: what "Ann, who is 34, left" says of Ann, and the parts of "Ann fell and was hurt".

A part has the subject of the whole, where that is a name at its beginning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.checking.lexicon import NEGATIONS
from bot.proving.lexicon import CONDITIONS, DOUBT, RELATIVE, REPORTING, TITLES
from bot.proving.people import runs
from bot.proving.source import Source
from bot.proving.times import over
from bot.proving.words import Word

WITH = frozenset("and but while whereas".split())
VERBS = frozenset("is are was were has have had will would can could may might must should does do did".split())
AUXILIARIES = frozenset("is are was were be been has have had".split())
PRESENT = frozenset(
    """
    owns leads works lives plays runs chairs speaks sits stands represents studies employs makes links includes holds
    belongs teaches
    """.split()
)
"""Verbs of what is so, as they stand after "who" and "which"."""


def said_of_names(own: Sequence[Source]) -> list[Source]:
    """What sentences say between commas of whom they begin with."""
    told = ((source, _relative(source.words) or _of_speaker(source.words)) for source in own)
    return [replace(source, words=tuple(words)) for source, words in told if words]


def _relative(words: Sequence[Word]) -> list[Word]:
    """ "Ann is 34" of "Ann, who is 34, left"."""
    end = _name_first(words)
    if not end or end + 2 >= len(words) or words[end].key != "," or words[end + 1].key not in {"who", "which"}:
        return []
    stop = next((at for at in range(end + 2, len(words)) if words[at].mark), len(words))
    said, rest = words[end + 2 : stop], words[stop + 1 :]
    if not said or not _verb(said[0]) or not rest or any(word.quoted for word in [*words[:end], *said]):
        return []
    goes_on = _verb(rest[0]) or (rest[0].article and not any(word.key in REPORTING for word in _up_to_mark(rest)))
    if words[stop].key != "," or not goes_on or _reported(rest):
        return []
    return [*words[:end], *said]


def _of_speaker(words: Sequence[Word]) -> list[Word]:
    """ "Ann runs Rome" of "“We left,” said Ann, who runs Rome."."""
    at = next((at for at, word in enumerate(words) if not word.quoted and word.key in REPORTING), 0)
    end = next((end for start, end in runs(words) if start == at + 1), 0)
    if not at or not words[0].quoted or not end or any(word.quoted for word in words[at:]):
        return []
    who = [word.key for word in words[end : end + 2]] == [",", "who"]
    said = words[end + 2 :] if who else []
    whole = bool(said) and _verb(said[0]) and not any(word.mark for word in said)
    return [*words[at + 1 : end], *said] if whole else []


def _reported(words: Sequence[Word]) -> bool:
    """Whether words end with who says what is before them: "stole a car, police said"."""
    marks = [at for at, word in enumerate(words) if word.mark]
    return any(word.key in REPORTING and not word.quoted for word in words[marks[0] :]) if marks else False


def _up_to_mark(words: Sequence[Word]) -> Sequence[Word]:
    return words[: next((at for at, word in enumerate(words) if word.mark), len(words))]


def parted(words: Sequence[Word]) -> Iterator[list[list[Word]]]:
    """The ways to part a sentence so that it is so if each of its parts is."""
    yield from _joined(words)
    yield from _with_aside(words)
    yield from _with_one_subject(words)


def _joined(words: Sequence[Word]) -> Iterator[list[list[Word]]]:
    """ "P, and Q", "P; Q"."""
    ends = [at for at, word in enumerate(words) if _joins(words, at) and not word.quoted]
    if ends:
        starts = [at + (1 if words[at].key == ";" else 2) for at in ends]
        yield [list(words[start:end]) for start, end in zip([0, *starts], [*ends, len(words)], strict=True)]


def _joins(words: Sequence[Word], at: int) -> bool:
    return words[at].key == ";" or (words[at].key == "," and at + 1 < len(words) and words[at + 1].key in WITH)


def _with_aside(words: Sequence[Word]) -> Iterator[list[list[Word]]]:
    """ "Ann, who is 34, left": Ann is 34, Ann left."""
    if aside := _relative(words):
        end = _name_first(words)
        stop = next(at for at in range(end + 2, len(words)) if words[at].mark)
        yield [aside, [*words[:end], *words[stop + 1 :]]]


def _with_one_subject(words: Sequence[Word]) -> Iterator[list[list[Word]]]:
    """ "Ann fell and was hurt": Ann fell, Ann was hurt."""
    end = _name_first(words)
    for at in range(end + 2, len(words) - 1) if end else ():
        if words[at].key == "and" and not words[at].quoted and _verb(words[at + 1]):
            stop = at - 1 if words[at - 1].mark else at
            first, second = words[end:stop], words[at + 1 :]
            if _verb(first[0]) and not _reaches_on(first, second):
                yield [[*words[:end], *first], [*words[:end], *second]]


def _reaches_on(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """Whether what is said first may hold what comes after "and": "said that Bob fell and …", "was charged and …"."""
    auxiliary = first[0].key in AUXILIARIES and second[0].key not in VERBS | REPORTING
    verbs = [word for word in first[1:] if _verb(word) and not (first[0].key in AUXILIARIES and word == first[1])]
    holding = DOUBT | CONDITIONS | RELATIVE | NEGATIONS | {"that", "to", "while", "when", "after", "before"}
    return auxiliary or bool(verbs) or any(word.key in holding for word in first)


def _name_first(words: Sequence[Word]) -> int:
    """Where the name ends that a sentence begins with; 0 if it begins with none, or with somebody's something."""
    end = next((end for start, end in runs(words) if start == 0), 0)
    titles = all(word.key in TITLES for word in words[:end])
    return 0 if not end or titles or words[end - 1].key.endswith("'s") else end


def _verb(word: Word) -> bool:
    return word.key in VERBS | REPORTING | PRESENT or over(word)
