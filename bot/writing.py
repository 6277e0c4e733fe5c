"""An answer while it is being written: sentences are added as they are checked, and citations get numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.types import Answer, Citation, Draft, Quote, Sentence, Support, Verdict
from vectorstore.types import Hit, Story

Verify = Callable[[str, Sequence[Hit]], Verdict]


@dataclass(slots=True, kw_only=True)
class Writing:
    """``answer`` is what may be shown so far; ``dropped`` counts the sentences that no article bears out.

    ``stories`` are those of the articles that are read, by id.
    """

    answer: Answer
    stories: Mapping[str, Story] = field(default_factory=dict)
    dropped: int = 0

    def add(self, drafts: Iterable[Draft], verify: Verify) -> Iterator[Answer]:
        """Check each draft as it comes, and yield the answer each time a sentence is added to it."""
        for draft in drafts:
            verdict = verify(draft.text, draft.hits)
            if verdict.support is Support.UNSUPPORTED or not verdict.quotes:
                self.dropped += 1
                continue
            numbers = tuple(self._number(quote, draft) for quote in verdict.quotes)
            sentence = Sentence(text=draft.text, verdict=verdict, citations=numbers)
            self.answer = replace(self.answer, sentences=(*self.answer.sentences, sentence))
            yield self.answer

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


def _answer(quote: Quote, draft: Draft) -> tuple[int, int] | None:
    """The words of a quote that answer, if the draft names some there."""
    if draft.answer is None or draft.hits[0].article.id != quote.article.id:
        return None
    return draft.answer if quote.start <= draft.answer[0] and draft.answer[1] <= quote.end else None
