"""Turns rows of a set into calls of a system, and what comes back into rows."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date, datetime
from time import perf_counter
from typing import Any

from bot.articlebot import Scope
from bot.evaluate.data import day
from bot.evaluate.gold import Claim, EvaluationSet, Question, Rewrite, Said, look_up
from bot.evaluate.rows import Asked, Checked, Cited, Found, Rewritten, Shown, Usage, Way
from bot.evaluate.systems import System
from bot.types import Answer, Conversation, Turn
from bot.written import TOOK, Written
from vectorstore.errors import BadQuestion, BadSet
from vectorstore.types import Hit

DEPTH = 50
"""Chunks retrieved for each question, so that ten distinct articles are among them."""
WAYS: tuple[Way, ...] = ("ours", "as typed", "human rewrite")
DATE_FIELD, ARTICLE_FIELD = "meta.question_date", "meta.article_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoping:
    """Where the questions of a set say what they are narrowed to.

    Without a named field the usual one is looked at, and a question that lacks it is not narrowed.
    """

    as_of_field: str | None = None
    article_field: str | None = None

    def scope(self, question: Question) -> Scope:
        """What to ask the question with."""
        scope = Scope()
        as_of = self._as_of(question)
        if as_of:
            scope["as_of"] = as_of
        article = self._named(question, self.article_field, ARTICLE_FIELD)
        if article:
            scope["articles"] = (str(article),)
        return scope

    def _as_of(self, question: Question) -> date | datetime | None:
        given = self._named(question, self.as_of_field, DATE_FIELD)
        when = day(given) if isinstance(given, str) else None
        if given and when is None:
            field = self.as_of_field or DATE_FIELD
            raise BadSet(f"question {question.id}, field {field}: {given!r} is no date; write it like 2023-10-20")
        return when

    def _named(self, question: Question, field: str | None, usual: str) -> Any:
        value = look_up(question, field or usual)
        if field and value in (None, ""):
            raise BadSet(f"question {question.id}, field {field}: it is missing; leave the option out if it may be")
        return value


def latest(evaluation_set: EvaluationSet) -> datetime | None:
    """When the newest article of a set was published."""
    return max((article.published for article in evaluation_set.articles if article.published), default=None)


def ways(question: Question) -> tuple[Way, ...]:
    """How a question is asked: in one way, or in three when it has a history that a person resolved."""
    return WAYS if question.history and question.rewrite else WAYS[:1]


def asked(system: System, question: Question, way: Way, *, scoping: Scoping, counting: bool = False) -> Asked:
    """Retrieve and ask. A question that the system will not take counts as refused."""
    scope = scoping.scope(question)
    text = question.rewrite if way == "human rewrite" and question.rewrite else question.question
    if way == "ours" and question.history:
        scope["conversation"] = conversation(question.history)
    try:
        query, hits = system.retrieve(text, DEPTH, **scope)
        answer, milliseconds, usage = _answer(system, text, scope, counting=counting)
    except BadQuestion as error:
        return _not_taken(question, way, str(error))
    return Asked(
        id=question.id,
        way=way,
        searched=query.text,
        found=tuple(_found(hit) for hit in hits),
        sentences=_shown(answer, checked=system.checks_claims),
        citations=_cited(system, answer),
        refusal=answer.refusal.reason if answer.refusal else "",
        confidence=answer.confidence,
        milliseconds=milliseconds,
        timings={stage: took for stage, took in answer.timings.items() if stage not in TOOK},
        usage=usage,
        written=answer.written,
    )


def checked(claim: Claim) -> Checked:
    """Check a claim through the one public function for it."""
    from bot import verify_claim

    start = perf_counter()
    verdict = verify_claim(claim.claim, claim.source_text)
    return Checked(
        id=claim.id,
        support=verdict.support,
        score=verdict.score,
        quotes=tuple(quote.text for quote in verdict.quotes),
        milliseconds=1000 * (perf_counter() - start),
    )


def rewritten(system: System, row: Rewrite) -> Rewritten:
    """What would be searched for a follow-up."""
    history = [
        said if isinstance(said, Said) else Said(role="assistant" if index % 2 else "user", text=said)
        for index, said in enumerate(row.history)
    ]
    return Rewritten(id=row.id, searched=system.understand(row.question, conversation=conversation(history)).text)


def conversation(history: Sequence[Said]) -> Conversation:
    """The turns of a history: each thing a user said, with what the assistant said next."""
    turns: list[Turn] = []
    for said in history:
        if said.role == "user":
            turns.append(Turn(question=said.text))
        else:
            question = turns.pop().question if turns and not turns[-1].answer else ""
            turns.append(Turn(question=question, answer=said.text))
    return Conversation(turns=tuple(turns))


def _answer(system: System, text: str, scope: Scope, *, counting: bool) -> tuple[Answer, float, Usage | None]:
    with _counted(counting) as counter:
        start = perf_counter()
        answer = system.ask(text, **scope)
        milliseconds = 1000 * (perf_counter() - start)
    return answer, milliseconds, told_or_estimated(counter.usage, answer.written) if counter else None


def told_or_estimated(counted: Usage, written: Written | None) -> Usage:
    """What was counted; with the answer's own estimate of the tokens where the server told of none."""
    if counted.tokens_in or written is None or written.usage is None:
        return counted
    return replace(counted, tokens_in=written.usage.tokens_in, tokens_out=written.usage.tokens_out)


def _counted(counting: bool) -> Any:
    if not counting:
        return nullcontext()
    from bot.evaluate.usage import counted

    return counted()


def _not_taken(question: Question, way: Way, reason: str) -> Asked:
    return Asked(
        id=question.id,
        way=way,
        searched="",
        found=(),
        sentences=(),
        citations=(),
        refusal=reason,
        confidence=0.0,
        milliseconds=0.0,
    )


def _found(hit: Hit) -> Found:
    return Found(article_id=hit.article.id, title=hit.article.title, text=hit.chunk.text)


def _shown(answer: Answer, *, checked: bool) -> tuple[Shown, ...]:
    if answer.refusal:
        return ()
    return tuple(
        Shown(
            text=sentence.text,
            citations=len(sentence.citations),
            support=sentence.verdict.support if checked else None,
        )
        for sentence in answer.sentences
    )


def _cited(system: System, answer: Answer) -> tuple[Cited, ...]:
    return tuple(
        Cited(
            article_id=citation.article.id,
            quote=citation.quote,
            verbatim=system.text(citation.article.id)[citation.start : citation.end] == citation.quote,
        )
        for citation in answer.citations
    )
