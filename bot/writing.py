"""An answer while it is being written: sentences are added as they are checked, and citations get numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.attributed import Verify
from bot.rests_on import rests_on
from bot.support import support_for
from bot.types import Answer, Citation, Draft, Quote, Sentence, Support, Verdict
from bot.written import Declined, Struck, Unsupported, Usage, Written
from vectorstore.types import Hit, Story


@dataclass(slots=True, kw_only=True)
class Writing:
    """``answer`` is what may be shown so far.

    ``stories`` are those of the articles that are read, by id.
    """

    answer: Answer
    verify: Verify
    stories: Mapping[str, Story] = field(default_factory=dict)
    unsupported: Unsupported = Unsupported.DROPPED

    def quote(self, drafts: Iterable[Draft]) -> Iterator[Answer]:
        """Add what the built-in answerer chose, and yield the answer each time it has grown."""
        for draft in drafts:
            verdict = self.verify(draft.text, draft.hits)
            if _holds(verdict):
                self._add(draft, verdict)
                yield self.answer

    def write(self, model: str, pieces: Iterable[Draft | Declined | Usage], given: Sequence[Hit]) -> Iterator[Answer]:
        """Add what a chat model writes as far as what it was given bears it out.

        Yields the answer each time it has grown.
        """
        self.answer = replace(self.answer, model=model, written=Written(model=model))
        for piece in pieces:
            if isinstance(piece, Declined):
                self._note(declined=True)
            elif isinstance(piece, Usage):
                self._note(usage=piece)
            elif self._checked(piece, given):
                yield self.answer

    def _checked(self, draft: Draft, given: Sequence[Hit]) -> bool:
        """Check a sentence of a model, add it if it holds, and say whether the answer has grown."""
        verdict = support_for(draft, given, self.verify, self._last)
        if _holds(verdict):
            self._count(verdict.support.value)
            self._add(draft, verdict)
            return True
        if quotes := rests_on(draft, given, self.verify):
            self._count("quoted")
            return self._quoted(quotes)
        self._count("unsupported")
        if self.unsupported is Unsupported.STRUCK:
            struck = Struck(text=draft.text, after=len(self.answer.sentences), missing=verdict.missing)
            self.answer = replace(self.answer, struck=(*self.answer.struck, struck))
            return True
        return False

    def _quoted(self, quotes: Sequence[Quote]) -> bool:
        """Add quotes that are not there yet, each as a sentence of its own, and say whether there were any."""
        cited = {(known.article.id, known.start, known.end) for known in self.answer.citations}
        new = [quote for quote in quotes if (quote.article.id, quote.start, quote.end) not in cited]
        for quote in new:
            verdict = Verdict(support=Support.SUPPORTED, score=1.0, quotes=(quote,))
            self._add(Draft(text=quote.text, hits=()), verdict)
        return bool(new)

    @property
    def _last(self) -> Citation | None:
        """What the last sentence rests on."""
        numbers = self.answer.sentences[-1].citations if self.answer.sentences else ()
        return self.answer.citations[numbers[-1] - 1] if numbers else None

    def _count(self, found: str) -> None:
        self._note(**{found: getattr(self.answer.written, found) + 1})

    def _add(self, draft: Draft, verdict: Verdict) -> None:
        numbers = tuple(self._number(quote, draft) for quote in verdict.quotes)
        sentence = Sentence(text=draft.text, verdict=verdict, citations=numbers, heading=draft.heading)
        self.answer = replace(self.answer, sentences=(*self.answer.sentences, sentence))

    def _note(self, **found: object) -> None:
        written = self.answer.written
        if written is not None:
            self.answer = replace(self.answer, written=replace(written, **found))  # type: ignore[arg-type]

    def _number(self, quote: Quote, draft: Draft) -> int:
        for known in self.answer.citations:
            if (known.article.id, known.start, known.end) == (quote.article.id, quote.start, quote.end):
                return known.number
        citation = Citation(
            number=len(self.answer.citations) + 1,
            article=quote.article,
            quote=quote.text,
            start=quote.start,
            end=quote.end,
            story=self.stories.get(quote.article.id),
            answer=_answer(quote, draft),
        )
        self.answer = replace(self.answer, citations=(*self.answer.citations, citation))
        return citation.number


def _holds(verdict: Verdict) -> bool:
    return verdict.support is not Support.UNSUPPORTED and bool(verdict.quotes)


def _answer(quote: Quote, draft: Draft) -> tuple[int, int] | None:
    """The words of a quote that answer, if the draft names some there."""
    if draft.answer is None or draft.hits[0].article.id != quote.article.id:
        return None
    return draft.answer if quote.start <= draft.answer[0] and draft.answer[1] <= quote.end else None
