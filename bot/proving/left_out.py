"""What may be left out of a sentence without making it say more or something else: (from, to) places in its words.

What stands between commas and adds to a name ("..., who is 34, ..."), when it was, who did it, a second half after
"and", what it came after, an office before a name. Never a speaker, a condition, what narrows
down who or what is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.checking.lexicon import DENIALS
from bot.proving.agents import agents
from bot.proving.halves import AFTERWARDS, Gap, claimed, clear, first_half, hangs, second_half
from bot.proving.lexicon import CONDITIONS, DOUBT, RELATIVE, REPORTING, ROLES, SCOPE, TITLES, TRENDS
from bot.proving.people import OFFICES, is_office, runs
from bot.proving.subjects import is_verb
from bot.proving.times import PAST_FORM, once, over, time_at
from bot.proving.words import Word
from vectorstore.words import FUNCTION_WORDS

SAYING = frozenset({"saying", "adding", "arguing", "claiming"})
ADDED = SAYING | frozenset({"including", "aged", "among", "amid", "killing", "ending", "sending", "leaving"})
"""How something begins that is only added between commas."""

SOME = frozenset("most some all many half both none one two three each".split())
CONTRASTED = frozenset({("rather", "than"), ("instead", "of"), ("up", "from"), ("down", "from")})
"""How something begins between commas that says of how many it is so, or sets something against it."""

WITHOUT_HARM = frozenset({"also", "meanwhile", "moreover", "furthermore", "additionally", "separately"})
HOUR = frozenset("at am pm noon midnight".split())
_UNITS = frozenset("days hours minutes weeks months years".split())


def gaps(words: Sequence[Word]) -> Iterator[Gap]:
    """Every stretch that may be left out."""
    return ((start, end) for start, end in _stretches(words) if not _says(words, start, end))


def _says(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a stretch ends with who said what is before it: that is never left out."""
    first = next((at for at in range(start + 1, end) if words[at].mark), end)
    says = (at for at in range(first, end) if words[at].key in REPORTING)
    return any(not (words[start + 1].key == "and" and _says_more(words, start + 2, at, end)) for at in says)


def _says_more(words: Sequence[Word], begun: int, at: int, end: int) -> bool:
    """Whether a verb of saying is followed by what is said: "her agent said the party would go"."""
    stop = next((place for place in range(at + 1, end) if words[place].mark), end)
    verb = next((place for place in range(at + 1, stop) if is_verb(words[place])), 0)
    relative = any(word.key in RELATIVE | {"that"} for word in words[at + 2 : verb])
    marks = [place for place in range(begun, at) if words[place].mark]
    aside = len(marks) == 2 and marks[0] > begun and marks[1] == at - 1
    named = (aside or not words[at - 1].mark) and not words[at - 1].quoted
    return named and verb > at + 1 and not relative


def _stretches(words: Sequence[Word]) -> Iterator[Gap]:
    for at, word in enumerate(words):
        if word.key in WITHOUT_HARM or (word.key in TITLES and at + 1 < len(words) and words[at + 1].name):
            yield at, at + 1
        if word.mark:
            yield from _parenthesis(words, at)
            yield from first_half(words, at)
        if word.key in AFTERWARDS or word.key in {"and", ";"}:
            yield from second_half(words, at)
        yield from agents(words, at)
        yield from _from_where(words, at)
        yield from _speech(words, at)
        yield from _time(words, at)
    yield from _office(words)


def _from_where(words: Sequence[Word], at: int) -> Iterator[Gap]:
    """Where somebody with a title is from: "Dr Ann Lee of Rome University"."""
    before = next((run for run in runs(words[:at]) if run[1] == at), None) if words[at].key == "of" else None
    if before and words[before[0]].key in TITLES - {"mv", "sir", "dame", "lord", "lady"}:
        end = next((end for start, end in runs(words) if start == at + 1), at)
        if end < len(words) and words[end].key == "of":
            end = next((stop for start, stop in runs(words) if start == end + 1), end)
        if end > at and (end == len(words) or words[end].mark or words[end].key in REPORTING):
            yield at, end


def _speech(words: Sequence[Word], at: int) -> Iterator[Gap]:
    """What somebody said, after a colon, of what he did: "She would not be drawn: “Wait and see.”"."""
    does = (
        at > 1
        and clear(words[:at], SCOPE - DENIALS)
        and not any(word.key in REPORTING for word in words[:at])
        and once(words[:at])
    )
    if words[at].key == ":" and does and words[at + 1 :] and all(word.quoted for word in words[at + 1 :]):
        yield at, len(words)


def _time(words: Sequence[Word], at: int) -> Iterator[Gap]:
    """When it was: of a fact that was or will be once; or when somebody said something."""
    end = time_at(words, at)
    told = any(word.key in REPORTING for word in words[max(0, at - 2) : at]) and clear(words[:at])
    if end == at or not (told or (clear(claimed(_main(words)), _narrowing(words[at:end])) and once(words))):
        return
    follows = words[end] if end < len(words) else None
    if told or at == 0 or follows is None or follows.mark or follows.key in FUNCTION_WORDS | AFTERWARDS:
        yield at, end
        if at == 0 and follows is not None and follows.mark:
            yield at, end + 1


def _narrowing(time: Sequence[Word]) -> frozenset[str]:
    """Words beside which a time matters: an hour, at which prices have not risen, matters less than a day or a year."""
    hour = all(word.number or word.key in HOUR for word in time)
    return SCOPE | DOUBT if hour else SCOPE | DOUBT | TRENDS


def _main(words: Sequence[Word]) -> Sequence[Word]:
    """The words up to the last mark, if what follows there is only added: "..., saying that it was too late"."""
    last = max((at for at, word in enumerate(words) if word.mark), default=len(words))
    return words[:last] if last + 1 < len(words) and words[last + 1].key in SAYING | RELATIVE else words


def _parenthesis(words: Sequence[Word], at: int) -> Iterator[Gap]:
    """What stands between two marks, or after the last one, and adds to what is before it."""
    opening = words[at].key
    if opening not in {",", "(", "–"} or at + 1 >= len(words):
        return
    closing = {"(": {")"}}.get(opening, {opening, ";"})
    office = at > 0 and words[at - 1].key in ROLES
    for end in range(at + 1, len(words) + 1):
        inner, ends = words[at + 1 : end], end == len(words)
        whole = ends or (words[end].key in closing and _in_one(inner))
        apart = len(inner) == 1 and inner[0].number
        if ends and hangs(words[:at]):
            return
        added = whole and (_only_added(inner, office=office) or _of_there(words, at, end))
        if added and (apart or not _reattached(words, end)):
            yield at, end
            if not ends and words[end].key != ";":
                yield at, end + 1


def _of_there(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a name is followed by where somebody is from: "Ann Lee, of the Greens, ..."."""
    named = words[at].key == "," and at > 0 and words[at - 1].name and end < len(words)
    return named and words[at + 1].key == "of" and not any(map(over, words[at + 1 : end]))


def _in_one(inner: Sequence[Word]) -> bool:
    """Whether words between marks belong together: no mark is among them but one between an office and its holder."""
    marks = [at for at, word in enumerate(inner) if word.mark]
    if not marks or _list_of_things(inner):
        return True
    held = all(word.name for word in inner[marks[0] + 1 :]) and inner[marks[0] - 1].key in ROLES
    return len(marks) == 1 and marks[0] > 0 and held


def _list_of_things(inner: Sequence[Word]) -> bool:
    """Whether words are what something is, with a list in it that names nobody: "an app for tax, fines and meals"."""
    begun = inner[0].article in {"a", "an"} and not any(word.mark for word in inner[:3])
    ends = next((at for at in range(len(inner) - 1, 0, -1) if inner[at].key == "and"), 0)
    plain = not any(word.number or word.quoted or over(word) for word in inner)
    nobody = not any(word.name or word.article for word in inner[inner.index(_first_mark(inner)) :])
    return begun and plain and nobody and 0 < ends >= len(inner) - 4


def _first_mark(inner: Sequence[Word]) -> Word:
    return next(word for word in inner if word.mark)


def _only_added(inner: Sequence[Word], *, office: bool) -> bool:
    """Whether words between marks only add something; after an ``office`` a name is that of its holder."""
    if not inner or any(word.mark and word.key != "," for word in inner):
        return False
    first, keys = inner[0], [word.key for word in inner]
    if first.key == "where":
        return any(map(over, inner)) and not {"if", "unless"} & set(keys)
    if first.key in RELATIVE or (len(keys) > 1 and keys[1] in RELATIVE):
        return not {"if", "unless"} & set(keys)
    if first.key in SAYING or (office and all(word.name for word in inner)):
        return True
    if len(keys) > 2 and keys[0] in SOME and keys[1] == "of":
        return not any(is_verb(word) or word.key in DOUBT | CONDITIONS for word in inner)
    if tuple(keys[:2]) in CONTRASTED or (keys[0] == "against" and len(inner) > 1 and inner[1].number):
        return not any(word.key in REPORTING | CONDITIONS for word in inner)
    own = inner[: next((at for at, word in enumerate(inner) if word.key in RELATIVE), len(inner))]
    doubted = _doubted(own) or bool({"if", "unless"} & set(keys))
    return (_adds(inner) or (first.number and len(inner) == 1)) and not doubted and not over(inner[-1])


def _adds(inner: Sequence[Word]) -> bool:
    """Whether the words begin as an apposition does, or "operated by ..." and "six days after ..."."""
    first = inner[0]
    after = len(inner) > 2 and first.number and inner[1].key in _UNITS and inner[2].key in AFTERWARDS | {"before"}
    named = first.article and not _acts(inner) and (len(inner) == 1 or any(map(_names_what, inner)))
    return named or first.key in ADDED or bool(PAST_FORM.fullmatch(first.key)) or after


def _names_what(word: Word) -> bool:
    """Whether a word shows that others are a name for what is before them, not "the lawsuit alleges"."""
    return word.key in OFFICES or word.key in {"of", "in", "for"} or word.name or word.number


def _acts(inner: Sequence[Word]) -> bool:
    """Whether words tell what somebody does: they are no name of a thing, but a sentence."""
    names = next((at for at, word in enumerate(inner) if word.key in RELATIVE or word.key == "that"), len(inner))
    return any(over(word) and not PAST_FORM.fullmatch(word.key) for word in inner[:names])


def _doubted(words: Sequence[Word]) -> bool:
    return any(word.key in DOUBT | CONDITIONS or word.key in {"not", "only", "no"} for word in words)


def _reattached(words: Sequence[Word], end: int) -> bool:
    """Whether what follows would then be said of something else: "Ann, who met Bob, a judge, ..."."""
    if end + 1 >= len(words) or words[end].key == ";":
        return False
    after = words[end + 1]
    done = len(words) > end + 2 and words[end + 2].key == "by"
    adds = _adds(words[end + 1 :]) and (done or not PAST_FORM.fullmatch(after.key))
    return after.key in RELATIVE or after.number or adds


def _office(words: Sequence[Word]) -> Iterator[Gap]:
    """What somebody is, before the name at the beginning: "Transport minister Ann Lee", "The chairman, Ann Lee,"."""
    for end in range(1, min(6, len(words) - 1)):
        office = words[:end]
        if not is_office(office) and not (words[end].key == "," and office[0].article):
            continue
        if office[-1].key in ROLES and not any(word.mark or word.key in FUNCTION_WORDS for word in office):
            if words[end].name:
                yield 0, end
            elif words[end].key == "," and words[end + 1].name:
                yield 0, end + 1
