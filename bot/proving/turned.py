"""The same said in another order: "P, X said" as "X said P", and "B was hit by A" as "A hit B"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from bot.proving.halves import AFTERWARDS, HANGING
from bot.proving.lexicon import DOUBT, RELATIVE, REPORTING, SCOPE
from bot.proving.times import DAYS, MONTHS, over, time_at
from bot.proving.words import Word
from vectorstore.words import FUNCTION_WORDS

LONGEST_SPEAKER = 12  # words
LONGEST_ADDRESSEE = 6
LONGEST_INSERTED = 5
LONGEST_SUBJECT = 6

_WHERE = frozenset("outside inside in at on during after before to".split())
_BEING = frozenset("is are be would could should may might must can will seems it".split())
_HELPING = frozenset("was were has have had did will".split())

_IRREGULAR = dict(
    pair.split("/")
    for pair in """
    beaten/beat begun/began broken/broke brought/brought bought/bought built/built caught/caught chosen/chose cut/cut
    drawn/drew driven/drove felt/felt fought/fought found/found given/gave grown/grew held/held hit/hit hurt/hurt
    kept/kept known/knew led/led left/left lost/lost made/made met/met paid/paid put/put run/ran seen/saw sent/sent
    set/set shot/shot shown/showed sold/sold stolen/stole struck/struck taken/took thrown/threw told/told torn/tore
    won/won worn/wore written/wrote
    """.split()
)
PARTICIPLES = frozenset(_IRREGULAR)
_PARTICIPLE_OF = {past: form for form, past in _IRREGULAR.items()}

_AUXILIARIES = (
    (("was",), ()),
    (("were",), ()),
    (("has", "been"), ("has",)),
    (("has", "been"), ("have",)),
    (("have", "been"), ("has",)),
    (("have", "been"), ("have",)),
    (("had", "been"), ("had",)),
)
"""The passive's auxiliary verbs, and the active's."""

STOPS = frozenset("in on at after during near off before over with amid because".split())
"""What may follow somebody who did something and is not another one."""


_PARTING = AFTERWARDS | RELATIVE | frozenset("and or but that while is are be been being".split())


def speaker_first(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The sentence with who said it at its beginning, as "X said P", if it says that in another way."""
    if words and words[0].key == "according":
        yield from _according(words)
    yield from _inserted(words)
    for at in range(len(words) - 1, 0, -1):
        if not words[at].quoted and words[at].key in REPORTING:
            yield from _turned(words, at)
            return


def told(words: Sequence[Word]) -> Iterator[list[Word]]:
    """ "X told Y that P" and "X said outside the court that P" as "X said P"."""
    for at in range(1, len(words) - 2):
        said = words[at].key == "told" or (words[at].key in REPORTING and words[at + 1].key in _WHERE)
        passive = words[at - 1].mark or words[at - 1].key in {"was", "were", "be", "been", "being", "is", "are"}
        if said and not passive and not words[at].quoted:
            until = words[at + 1 : at + 2 + LONGEST_ADDRESSEE]
            that = next((place for place, word in enumerate(until) if word.mark or word.key == "that"), 0)
            claims = any(over(word) or word.key in _BEING | REPORTING | SCOPE for word in until[:that])
            if that and until[that].key == "that" and not claims:
                key = "said" if words[at].key == "told" else words[at].key
                yield [*words[:at], words[at]._replace(key=key), *words[at + that + 2 :]]


def time_first(words: Sequence[Word]) -> Iterator[list[Word]]:
    """A sentence that begins with when it was, with that before its verb, or behind it where it can belong to no other.

    "On Friday Ann heard Bob" as "Ann on Friday heard Bob"; "On Friday Ann was made judge" as "Ann was made judge on
    Friday".
    """
    end = time_at(words, 0) if words else 0
    rest = words[end + 1 :] if end < len(words) and words[end].mark else words[end:]
    verbs = [at for at, word in enumerate(rest) if over(word)]
    if not end or len(rest) < 3 or not verbs or not verbs[0]:
        return
    time = words[:end]
    if all(word.name for word in rest[: verbs[0]]) and rest[verbs[0]].key not in _HELPING:
        yield [*rest[: verbs[0]], *time, *rest[verbs[0] :]]
    if len(verbs) != 2 or verbs[1] != verbs[0] + 1 or rest[verbs[0]].key not in {"was", "were"}:
        return
    beside = [word for at, word in enumerate(rest) if at != verbs[1] or word.key != "declared"]
    if not any(word.quoted or word.key in DOUBT | RELATIVE | SCOPE for word in beside):
        for at in range(verbs[1] + 1, len(rest) + 1):
            yield [*rest[:at], *time, *rest[at:]]
            if at < len(rest) and (rest[at].mark or rest[at].article or rest[at].key in FUNCTION_WORDS - {"of", "as"}):
                return


def _inserted(words: Sequence[Word]) -> Iterator[list[Word]]:
    """ "X said P" for "The trial, X said, was long"."""
    marks = [at for at, word in enumerate(words) if word.key == "," and not word.quoted]
    for start, end in itertools.pairwise(marks):
        speaker, verb = list(words[start + 1 : end - 1]), words[end - 1]
        says = verb.key in REPORTING - {"according"} and not any(word.quoted for word in words)
        if not says or not start or end + 1 >= len(words) or not _is_inserted(speaker):
            continue
        tells = any(over(word) or word.key in _BEING | RELATIVE | REPORTING for word in words[:start])
        if not tells and start <= LONGEST_SUBJECT and words[end + 1].key not in {"and", "but"}:
            yield [*speaker, verb, *words[:start], *words[end + 1 :]]


def _is_inserted(speaker: Sequence[Word]) -> bool:
    begun = len(speaker) <= LONGEST_INSERTED and _is_speaker(speaker) and speaker[0].key not in RELATIVE | HANGING
    return begun and not any(map(over, speaker))


def _turned(words: Sequence[Word], at: int) -> Iterator[list[Word]]:
    """The sentence turned round its verb of saying, where that is at its end: "P, said X" and "P, X said on Monday"."""
    word, after = words[at], list(words[at + 1 :])
    if words[at - 1].key == "," and _is_speaker(after) and _inverted(words, at):
        verb = word._replace(key="said") if word.key == "according" else word
        yield [*after, words[at - 1]._replace(quoted=False), verb, *words[: at - 1]]
    again = next((place for place, one in enumerate(after) if one.quoted), 0)
    if words[0].quoted and _is_speaker(after[:again]) and all(one.quoted or one.mark for one in after[again:]):
        yield [*after[:again], word, *words[:at], *after[again:]]
    begun = max((place for place in range(at) if words[place].mark), default=0)
    speaker, ends = list(words[begun + 1 : at]), not after or time_at(after, 0) == len(after)
    if begun and words[begun].key == "," and _is_speaker(speaker) and ends and word.key != "according":
        yield [*speaker, word, *after, *words[:begun]]


def _inverted(words: Sequence[Word], at: int) -> bool:
    """Whether who says it follows the verb, not whom it is said to: not "“P,” the mayor, Ann Lee, warned Bob"."""
    if words[at].key == "told" or at < 2:
        return False
    after_quote = words[at - 2].quoted
    return after_quote if words[0].quoted else after_quote or words[at].key not in {"asked", "warned", "promised"}


def _according(words: Sequence[Word]) -> Iterator[list[Word]]:
    """ "According to X, P" as "X said P"."""
    end = next((at for at, word in enumerate(words) if word.key == ","), 0)
    speaker = list(words[1:end])
    if _is_speaker(speaker):
        yield [*speaker, words[0]._replace(key="said"), *words[end + 1 :]]


def _is_speaker(words: Sequence[Word]) -> bool:
    return 0 < len(words) <= LONGEST_SPEAKER and not any(word.quoted or word.key in REPORTING for word in words)


NO_AGENTS = frozenset(
    "river hand pier point goal sea lake road night end time way day week month year side law name margin hour".split()
)
"""What stands behind "by" and does nothing: "beaten by a goal", "sold by the river"."""


def active(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The ways to turn a passive sentence that says by whom into one that begins with who did it."""
    if not any(word.key == "by" for word in words):
        return
    for passive, aux in _AUXILIARIES:
        for at in range(1, len(words) - len(passive)):
            if tuple(word.key for word in words[at : at + len(passive)]) == passive:
                yield from _by(words, at, at + len(passive), aux)


def _by(words: Sequence[Word], at: int, verb: int, aux: Sequence[str]) -> Iterator[list[Word]]:
    form = past(words[verb].key) if verb < len(words) else ""
    by = next((place for place in range(verb + 1, len(words)) if words[place].key == "by"), 0)
    if (
        not form
        or not by
        or by + 1 == len(words)
        or not _agent(words[by + 1])
        or any(map(_parts, words[verb + 1 : by]))
    ):
        return
    begun = 1 + max((place for place in range(at) if words[place].key in REPORTING), default=-1)
    does = [Word(key, key, words[verb].quoted) for key in (*aux, words[verb].key if aux else form)]
    for end in range(by + 2, len(words) + 1):
        if end == len(words) or words[end].mark or words[end].key in STOPS:
            done_to = [*words[begun:at], *words[verb + 1 : by], *words[end:]]
            yield [*words[:begun], *words[by + 1 : end], *does, *done_to]


def _agent(word: Word) -> bool:
    """Whether somebody or something that acts may begin with a word: not "by half", "by Monday", "by the river"."""
    named = word.name and word.key not in {*DAYS, *MONTHS}
    return not word.number and word.key not in NO_AGENTS and bool(named or word.article)


def _parts(word: Word) -> bool:
    """Whether a word parts what was done from a "by" that then belongs to something else."""
    return word.mark or word.key in _PARTING or over(word)


def past(participle: str) -> str:
    """The past of a participle; nothing for any other word."""
    return participle if re.fullmatch(r"[a-z]+ed", participle) else _IRREGULAR.get(participle, "")


def participle(past: str) -> str:
    """The participle of a verb in the past; nothing for any other word."""
    return past if re.fullmatch(r"[a-z]{2,}ed", past) else _PARTICIPLE_OF.get(past, "")
