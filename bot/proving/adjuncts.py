"""What a sentence goes on with after it is complete, and is no less so without: ", but …", "with 200 buns on the back
seat" after "on Tuesday", "Ann Lee and Bob Roe" after "two".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.checking.lexicon import NEGATIONS
from bot.proving.halves import Gap, clear
from bot.proving.lexicon import CONDITIONS, DOUBT, RELATIVE, REPORTING, SCOPE, TRENDS
from bot.proving.people import runs
from bot.proving.subjects import is_verb, name_first
from bot.proving.times import over, time_at
from bot.proving.turned import past
from bot.proving.words import Word

BESIDES = frozenset("with at in near outside during amid".split())
CONTESTS = frozenset(
    """
    won lost beat led came finished topped voted ranked placed scored stood allowed banned permitted barred let opened
    closed stopped called named declared found elected sold bought
    """.split()
)
"""What is so only where, or with what, it is said to be."""

OCCASIONS = frozenset("conference statement interview letter note speech briefing report message post email".split())
"""On what something is said, with a word or two before it: "a press conference"."""

INVENTED = frozenset(
    """
    film movie play book novel dream show series story comic game episode drama song poem sketch parody spoof satire
    forged alleged purported hoax fictional imaginary mock
    """.split()
)
"""Where somebody is only made to say something."""

_FEWER = frozenset("only never not no if unless where when until except".split())
_TAKEN_BACK = frozenset("later since then now instead corrected wrong false untrue mistaken denied turned".split())
_ONCE_SO = frozenset(
    "due thought believed expected initially first originally supposed meant planned have nearly seemed".split()
)
"""Words beside "but" by which what is before it may not have come to be so."""

_UNREAL = frozenset("would should could might".split())
"""Verbs of what was not, beside "but": "Ann would have won, but fell"."""

_BEING = frozenset("is are was were".split())


def adjuncts(words: Sequence[Word], at: int) -> Iterator[Gap]:
    """What may be left out from a place on."""
    yield from _but(words, at)
    yield from _besides(words, at)
    yield from _those(words, at)
    yield from _who_was(words, at)
    yield from _that(words, at)
    yield from _votes(words, at)
    if at == 0:
        yield from _occasion(words)


def _but(words: Sequence[Word], at: int) -> Iterator[Gap]:
    """ "…, but promised that …": what is so is so whatever is set against it, unless it is taken back."""
    if words[at].key != "," or at + 2 >= len(words) or words[at + 1].key != "but" or words[at + 1].quoted:
        return
    after = words[at + 2 :]
    verb = next((place for place, word in enumerate(after[:6]) if is_verb(word)), -1)
    subject = after[:verb] if verb > 0 else []
    whole = verb == 0 or any(word.name or word.article or word.key in {"he", "she", "they", "it"} for word in subject)
    back = any(word.key in _FEWER | CONDITIONS for word in after[: max(verb, 0) + 2])
    taken = any(word.key in _TAKEN_BACK for word in words[at:]) or any(
        word.text.casefold() in _ONCE_SO for word in words[:at]
    )
    says = next((place for place, word in enumerate(words[:at]) if word.key in REPORTING), at)
    taken = taken or any(word.key in _UNREAL for word in words[:says])
    mark = next((place for place, word in enumerate(after) if word.mark), len(after))
    doubted = any(word.key in DOUBT for word in after[mark:])
    is_so = any(map(is_verb, words[:at])) and clear(words[:at], CONDITIONS)
    if verb >= 0 and whole and is_so and not (back or taken or doubted):
        yield at, len(words)


def _besides(words: Sequence[Word], at: int) -> Iterator[Gap]:
    """ "with 200 buns" after "at 8 a.m. on Tuesday", up to the end: how it was when somebody did something once."""
    if words[at].key not in BESIDES or time_at(words, at) > at or not _after_time(words, at) or not name_first(words):
        return
    before = words[:at]
    plain = not any(word.key in DOUBT | RELATIVE | TRENDS | CONTESTS or word.quoted for word in before)
    rest = words[at:]
    whole = not any(word.mark or word.key in REPORTING | SCOPE | {"and", "or", "but"} for word in rest)
    if plain and whole and clear(before) and any(map(over, before)):
        yield at, len(words)


def _after_time(words: Sequence[Word], at: int) -> bool:
    """Whether an expression of time ends at a place."""
    return any(time_at(words, start) == at for start in range(max(1, at - 6), at))


def _those(words: Sequence[Word], at: int) -> Iterator[Gap]:
    """ "Ann Lee and Bob Roe" of "Two, Ann Lee and Bob Roe, left"."""
    if words[at].key != "," or not at or not (words[at - 1].number or (at > 1 and words[at - 2].number)):
        return
    stop = next((place for place in range(at + 1, len(words)) if words[place].mark), len(words))
    inner = words[at + 1 : stop]
    names = sum(end - start for start, end in runs(inner))
    listed = len(inner) > 2 and names + 1 == len(inner) and any(word.key == "and" for word in inner)
    if listed and stop + 1 < len(words) and words[stop].key == "," and is_verb(words[stop + 1]):
        yield at, stop + 1


def _who_was(words: Sequence[Word], at: int) -> Iterator[Gap]:
    """ "who were" of "those who were rescued", "which is" of "a boat which is owned by Ann"."""
    if words[at].key not in RELATIVE - {"whose", "whom"} or not at or at + 2 >= len(words) or words[at].quoted:
        return
    if words[at + 1].key in _BEING and past(words[at + 2].key) and words[at + 2].key not in DOUBT:
        yield at, at + 2


def _that(words: Sequence[Word], at: int) -> Iterator[Gap]:
    """ ", that Q and that R" to the end of "Ann said P, that Q and that R": each of what she said she said."""
    joined = words[at].key == "," or (words[at].key == "and" and not words[at - 1].mark)
    start = at + 1 + (words[at].key == "," and _key(words, at + 1) == "and")
    if not at or not joined or _key(words, start) != "that" or words[start].quoted or words[start].article:
        return
    says = next((place for place, word in enumerate(words[:at]) if word.key in REPORTING and not word.quoted), 0)
    told = any(map(is_verb, words[says + 1 : at])) and not any(word.key == "that" for word in words[says + 2 : at])
    if says and told and clear(words[: says + 1], NEGATIONS) and not any(map(over, words[1:says])):
        yield at, len(words)


def _votes(words: Sequence[Word], at: int) -> Iterator[Gap]:
    """ "by five votes to four"."""
    keys = [word.key for word in words[at : at + 5]]
    worded = len(keys) == 5 and (keys[0], keys[2], keys[3]) == ("by", "votes", "to")
    if worded and words[at + 1].number and words[at + 4].number and (at + 5 == len(words) or words[at + 5].mark):
        yield at, at + 5


def _occasion(words: Sequence[Word]) -> Iterator[Gap]:
    """ "At a press conference in Rome," before what somebody said there."""
    stop = next((at for at, word in enumerate(words) if word.mark), 0)
    said = next((at for at, word in enumerate(words) if is_verb(word)), 0)
    spoken = words[0].key in {"at", "in", "on", "during"} and any(word.key in OCCASIONS for word in words[1:4])
    real = clear(words[:stop], SCOPE | INVENTED)
    if spoken and 0 < stop < said and words[said].key in REPORTING and real:
        yield 0, stop + 1


def _key(words: Sequence[Word], at: int) -> str:
    return words[at].key if at < len(words) else ""
