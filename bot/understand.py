"""A follow-up made standalone: the question that somebody would have typed who had not said anything before.

No model is needed. What a pronoun stands for is put in its place, and what a fragment leaves out is taken from the
question before it, where that can only be one thing. Where it cannot, a few words of the turn before are added, to find
it by. A question that stands alone is searched as typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.ellipsis import filled
from bot.kinds import TIME, Kind, kind_of
from bot.leans import leans_on_conversation, points_back
from bot.overview import names_a_topic
from bot.people import names_of, names_within
from bot.pronouns import replaced
from bot.referents import Referents, Spoken, described_in, first_sentence, referents
from bot.refuse import declined
from bot.types import Conversation, Turn
from vectorstore.words import content_words, stem

MOST_CONTEXT = 5
"""Words taken from the conversation: more drown the question."""

MOST_NAMES = 2
"""Names taken from an answer."""

EMPTY = frozenset("well still time use used happen happened going went know known able else first other".split())
"""Words of a question that do not tell what it is about."""

_POLITE = (
    r"(?:thanks?(?: (?:you|a lot|so much|very much|for that))?|thx|cheers|ok(?:ay)?|great|good|nice|cool|right|alright|"
    r"i see|got it|understood|interesting|wow|hm+|oh|ah|well|perfect|hello|hi|hey|yes|yeah|yep|sure)"
)
_CHATTER = re.compile(
    rf"^\W*(?:\b{_POLITE}\b(?: *[,.!…–—-]+\s*|\s*$)|\b(?:ok(?:ay)?|thanks|thank you)\b\s*)+", re.IGNORECASE
)
_OWN = re.compile(r"\b(?:his|her|its|their)\b", re.IGNORECASE)
_OPENS = re.compile(r"^\W*(?:(?:and|but|so|also|then)\b\W*)+", re.IGNORECASE)
_SHIFT = re.compile(
    r"^\W*(ok(ay)?\W+|now\W+|thanks\W+|great\W+)*((now |and )?(for |on to )?(something|a) (completely |totally )?"
    r"(else|different|different topic|new topic|new question|different question)|(a )?(different|another|new|next) "
    r"(question|topic|subject|story)|changing (the )?(topic|subject)|on another note|moving on)\b\s*[:,.;–—-]*\s*",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"^\W*(no|nope|sorry|wait|actually|i mean)?\W*(not (that|him|her|them|this)( one)?\W+)?i (meant?|was asking about|"
    r"am asking about|wanted)\b\s*[:,-]?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standalone:
    """A question as it is understood, and words that are added only to find it by; usually none."""

    question: str
    added: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Both, as they are searched for and shown."""
        return f"{self.question} ({' '.join(self.added)})" if self.added else self.question


def standalone(question: str, conversation: Conversation) -> Standalone:
    """The question as it would be asked by somebody who had not said anything before."""
    return _understood(question, told_so_far(conversation.turns))


def told_so_far(turns: Sequence[Turn]) -> list[Spoken]:
    """The turns as each was understood, oldest first; mere politeness left out."""
    spoken: list[Spoken] = []
    for turn in turns:
        if turn.question and not _rest(turn.question):
            continue
        spoken.append(_spoken(turn, spoken))
    return spoken


def _spoken(turn: Turn, before: Sequence[Spoken]) -> Spoken:
    found = re.fullmatch(r"(?P<question>.+[?!.]) \((?P<added>[^()]+)\)", turn.searched)
    if found:
        understood = Standalone(question=found["question"], added=tuple(found["added"].split()))
    elif turn.searched:
        understood = Standalone(question=turn.searched)
    else:
        understood = _understood(turn.question, before)
    return Spoken(
        question=understood.question,
        added=understood.added,
        answer=turn.answer,
        told=turn.told,
        alone=turn.question.strip().endswith(understood.text),
        refused=declined(turn.answer),
    )


def _understood(typed: str, spoken: Sequence[Spoken]) -> Standalone:
    typed = typed.strip()
    said = _rest(typed)
    shifted = _SHIFT.sub("", said, count=1)
    if shifted and shifted != said:
        return Standalone(question=shifted)
    if not spoken or not said or _sums_up(said):
        return Standalone(question=typed)
    meant = _CORRECTION.sub("", said, count=1)
    if meant and meant != said:
        return _corrected(meant, spoken[-1])
    return _resolved(said, spoken)


def _rest(question: str) -> str:
    """What a question says beyond politeness: nothing of "Thanks!"."""
    polite = _CHATTER.match(question.strip())
    rest = question.strip()[polite.end() :] if polite else question.strip()
    return rest if content_words(rest) or re.search(r"\w", rest) else ""


def _sums_up(question: str) -> bool:
    """Whether it asks for a summary of what lies there, which takes no words from anywhere."""
    return kind_of(question) is Kind.SUMMARY and not names_a_topic(question)


def _corrected(meant: str, last: Spoken) -> Standalone:
    """The last question as it was meant: with another name or time in it, or a new question about somebody else."""
    about, *more = re.split(r"\s+[-–—]\s+|\s*[:,]\s+", meant, maxsplit=1)
    if more and content_words(about):
        put = replaced(more[0], Referents(he=about, she=about, thing=about, several=about))
        return Standalone(question=_tidy(put)) if put != more[0] else Standalone(question=f"{last.question} {meant}")
    if more:
        return Standalone(question=_tidy(more[0]), added=context(more[0], last))
    return Standalone(question=filled(meant, last, opened=True) or f"{last.question} {meant}")


def _resolved(said: str, spoken: Sequence[Spoken]) -> Standalone:
    for last in _may_go_on(spoken):
        if whole := filled(said, last):
            return Standalone(question=whole)
    put = replaced(said, referents(spoken))
    leaning = leans_on_conversation(put)
    if put != said or (not leaning and _OPENS.match(said)):
        leaning = leaning and points_back(_OWN.sub(" ", put))
        put = _tidy(put)
    topic = _topic(spoken) if leaning else None
    return Standalone(question=put, added=context(put, topic) if topic else ())


def _may_go_on(spoken: Sequence[Spoken]) -> Iterator[Spoken]:
    """The turns whose question a fragment may go on with: the last, and where that was refused the last answered."""
    if not spoken[-1].refused or spoken[-1].alone:
        yield spoken[-1]
    if spoken[-1].refused:
        yield from [one for one in reversed(spoken) if not one.refused][:1]


def _topic(spoken: Sequence[Spoken]) -> Spoken | None:
    """The last turn that was answered; none where a question that stood alone was refused after it."""
    for one in reversed(spoken):
        if not one.refused:
            return one
        if one.alone:
            return None
    return None


def context(question: str, before: Spoken) -> tuple[str, ...]:
    """Words that a turn adds to a question: names first, then what else it asked about, then what was added to it.

    Words that stand together in a name, or in "the press conference", stay together.
    """
    known = {stem(word) for word in content_words(question)}
    found: list[str] = []
    for words in (_words_as_written(text) for text in _told_of(before)):
        new = [word for word in words if stem(word.casefold()) not in known]
        if new and len(found) + len(new) <= MOST_CONTEXT:
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


def _tidy(question: str) -> str:
    """Without "and" before it, with a capital and a mark at its end."""
    said = _OPENS.sub("", question).strip()
    return f"{said[:1].upper()}{said[1:]}" if said.endswith(("?", ".", "!")) else f"{said[:1].upper()}{said[1:]}?"
