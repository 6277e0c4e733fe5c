"""Sentences within sentences: what "Ann, who is 34, fell" says of Ann besides that she fell.

Of whom a sentence begins with, or who is named as the speaker of what it quotes: nobody else can be meant there, and
nobody else says it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.proving.lexicon import REPORTING
from bot.proving.people import runs
from bot.proving.source import Source
from bot.proving.subjects import ADVERBS, LONGEST, is_verb, subject
from bot.proving.things import KINDS
from bot.proving.words import YEAR, Word
from vectorstore.words import FUNCTION_WORDS

ENDING = frozenset(
    """
    sacked fired sold freed found replaced resigned stepped quit left lost beaten defeated cleared released ended
    scrapped succeeded retired died dead removed ousted dismissed deposed closed expelled dissolved bought defected
    stripped gave
    """.split()
)
"""Verbs of a sentence after which somebody may no longer be what an aside says that he is."""


def said_within(own: Sequence[Source]) -> list[Source]:
    """What sentences say besides of whom they begin with, and of who speaks in them."""
    found = ((source, words) for source in own for words in (relative(source.words), _of_speaker(source.words)))
    return [replace(source, words=tuple(words)) for source, words in found if words]


def relative(words: Sequence[Word]) -> list[Word]:
    """ "Ann is 34" of "Ann, who is 34, left"."""
    end = 0 if _long_ago(words) else subject(words)
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
    """Whether a year is named, or something ended: what somebody was then he need not be now."""
    return any(YEAR.fullmatch(word.text) or word.key in ENDING for word in words)


def _reported(words: Sequence[Word]) -> bool:
    """Whether words end with who says what is before them: "stole a car, police said"."""
    marks = [at for at, word in enumerate(words) if word.mark]
    return any(word.key in REPORTING and not word.quoted for word in words[marks[0] :]) if marks else False


def _up_to_mark(words: Sequence[Word]) -> Sequence[Word]:
    return words[: next((at for at, word in enumerate(words) if word.mark), len(words))]


def _key(words: Sequence[Word], at: int) -> str:
    return words[at].key if at < len(words) else ""
