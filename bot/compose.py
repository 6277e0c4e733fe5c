"""A chat model's sentences made into an answer, with the built-in answerer's quotes where too little of them holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from threading import Event
from typing import Protocol

from bot.types import Answer, Conversation, Draft
from bot.writing import Writing
from bot.written import Declined, Unsupported, Usage, Written
from vectorstore.errors import ModelError
from vectorstore.types import Hit, Query

QUOTED_INSTEAD = "What the model wrote is not proven by the articles, so they are quoted instead."
QUOTED_AFTER = "Little of what the model wrote is proven by the articles, so they are quoted after it."
MISSED = "What the model wrote leaves out what the articles say most directly, so they are quoted after it."
DECLINED = "The model found no answer in the articles, but they hold this."
WROTE_NOTHING = "The model wrote nothing, so the articles are quoted instead."
MODEL_FAILED = "The model could not answer, so the articles are quoted instead: {error}"
CUT_SHORT = "The model stopped before it was done: {error}"

Piece = Draft | Declined | Usage
"""What an answerer yields: a sentence, its word that the articles do not say, or what its request took."""

SURE = 0.5
"""How sure the bot must at least be that the articles answer, to quote them where a model found no answer in them."""


class Answerer(Protocol):
    """Writes sentences that claim to rest on hits."""

    @property
    def name(self) -> str:
        """What writes."""
        ...

    def draft(
        self, query: Query, hits: Sequence[Hit], conversation: Conversation, stop: Event | None = None
    ) -> Iterator[Piece]:
        """Sentences in order, as they are written, until ``stop``; and, where it can tell, what the request took."""
        ...


def compose(
    writing: Writing,
    model: str,
    pieces: Iterable[Piece],
    hits: Sequence[Hit],
    quotes: Sequence[Draft],
) -> Iterator[Answer]:
    """The answer as it grows: what the model writes from the hits, and the quotes when that is too little."""
    error: ModelError | None = None
    try:
        yield from writing.write(model, pieces, hits)
    except ModelError as raised:
        error = raised
    written = writing.answer.written or Written(model=model)
    told, quoting = _judged(writing.answer, written, quotes, error)
    if told == "":
        told = left_out(written, writing.unsupported)
    writing.answer = replace(writing.answer, notice=told, model=model if written.kept else "")
    if quoting:
        yield from writing.quote(draft for draft in quotes if not _quoted(draft, writing.answer))


def _judged(answer: Answer, written: Written, quotes: Sequence[Draft], error: ModelError | None) -> tuple[str, bool]:
    """What the reader is told, and whether the articles are quoted: never when what holds of the answer will do."""
    off = not _answers(answer, quotes)
    if not written.kept and not written.quoted:
        if written.declined:
            sure = answer.confidence >= SURE
            return (DECLINED if sure else ""), sure
        if error:
            return MODEL_FAILED.format(error=error), True
        return (QUOTED_INSTEAD if written.unsupported else WROTE_NOTHING), True
    few = written.kept + written.quoted < written.unsupported
    if error:
        return CUT_SHORT.format(error=error), few or off
    if not written.kept:
        return QUOTED_INSTEAD, few or off
    return (QUOTED_AFTER if few else MISSED if off else ""), few or off


def _answers(answer: Answer, quotes: Sequence[Draft]) -> bool:
    """Whether what is written rests on, or says, what the built-in answerer would quote. With no quotes it does."""
    return not quotes or any(_quoted(draft, answer) or _said(draft, answer.plain) for draft in quotes)


def _quoted(draft: Draft, answer: Answer) -> bool:
    return any(draft.text in citation.quote or citation.quote in draft.text for citation in answer.citations)


def _said(draft: Draft, text: str) -> bool:
    """Whether a text has the words that answer in a quote."""
    if draft.answer is None:
        return False
    chunk = draft.hits[0].chunk
    words = chunk.text[draft.answer[0] - chunk.start : draft.answer[1] - chunk.start]
    return words.casefold() in text.casefold()


def left_out(written: Written, unsupported: Unsupported = Unsupported.DROPPED) -> str:
    """What a reader is told about sentences that are not shown as the model wrote them."""
    parts = []
    if written.quoted:
        which, them = _counted(written.quoted)
        parts.append(f"{which} replaced by what the articles say, because they do not prove {them}.")
    if written.unsupported:
        which, them = _counted(written.unsupported)
        done = "struck through" if unsupported is Unsupported.STRUCK else "left out"
        parts.append(f"{which} {done} because the articles do not bear {them} out.")
    return " ".join(parts)


def _counted(sentences: int) -> tuple[str, str]:
    return ("1 sentence was", "it") if sentences == 1 else (f"{sentences} sentences were", "them")
