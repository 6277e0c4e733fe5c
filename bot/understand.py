"""A follow-up made standalone: the question that somebody would have typed who had not said anything before.

No model is needed. What a pronoun stands for is put in its place, and what a fragment leaves out is taken from the
question before it, where that can only be one thing. Where it cannot, a few words of the turn before are added, to find
it by. A question that stands alone is searched as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.added import words_of
from bot.ellipsis import filled
from bot.kinds import Kind, kind_of
from bot.leans import leans_on_conversation, points_back
from bot.openers import goes_straight_on, meant_instead, on_another_topic, tidy, without_politeness
from bot.overview import names_a_topic
from bot.pronouns import replaced
from bot.referents import Referents, Spoken, referents
from bot.refuse import declined
from bot.types import Conversation, Turn
from vectorstore.words import content_words

MOST_TURNS = 12
"""Turns back to which a question may lean."""

_OWN = re.compile(r"\b(?:his|her|its|their)\b", re.IGNORECASE)


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
    for turn in turns[-MOST_TURNS:]:
        if turn.question and not without_politeness(turn.question):
            continue
        spoken.append(_spoken(turn, spoken))
    return spoken


def _spoken(turn: Turn, before: Sequence[Spoken]) -> Spoken:
    found = re.fullmatch(r"(?P<question>.+) \((?P<added>[^()]+)\)", turn.searched)
    if found and turn.searched != turn.question:
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
        alone=turn.question.strip().casefold().endswith(understood.text.casefold()),
        refused=declined(turn.answer),
    )


def _understood(typed: str, spoken: Sequence[Spoken]) -> Standalone:
    said = without_politeness(typed)
    if asked := on_another_topic(said):
        return Standalone(question=asked)
    if not spoken or not said or _sums_up(said):
        return Standalone(question=typed.strip())
    if meant := meant_instead(said):
        return _corrected(meant, spoken[-1])
    return _resolved(said, spoken)


def _sums_up(question: str) -> bool:
    """Whether it asks for a summary of what lies there, which takes no words from anywhere."""
    return kind_of(question) is Kind.SUMMARY and not names_a_topic(question)


def _corrected(meant: str, last: Spoken) -> Standalone:
    """The last question as it was meant: with another name or time in it, or a new question about somebody else."""
    about, *more = re.split(r"\s+[-–—]\s+|\s*[:,]\s+", meant, maxsplit=1)
    if more and content_words(about):
        put = replaced(more[0], Referents(he=about, she=about, thing=about, several=about))
        return Standalone(question=tidy(put)) if put != more[0] else Standalone(question=f"{last.question} {meant}")
    if more:
        return Standalone(question=tidy(more[0]), added=words_of(more[0], last))
    return Standalone(question=filled(meant, last, opened=True) or f"{last.question} {meant}")


def _resolved(said: str, spoken: Sequence[Spoken]) -> Standalone:
    for last in _may_go_on(spoken):
        if whole := filled(said, last):
            return Standalone(question=whole)
    put = replaced(said, referents(spoken))
    leaning = leans_on_conversation(put)
    if put != said or (not leaning and goes_straight_on(said)):
        leaning = leaning and points_back(_OWN.sub(" ", put))
        put = tidy(put)
    topic = _topic(spoken) if leaning else None
    return Standalone(question=put, added=words_of(put, topic) if topic else ())


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
