"""What an answer cites, gathered by article: each passage once, with every quoted stretch of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.types import Answer, Citation
from vectorstore.types import Headline, Hit, Story

AROUND = 700  # characters shown before and after the quoted words
LONGEST_WORD = 40  # characters: what goes on for longer is of a script that is written without spaces


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of an article and the citations in it, in order. ``start`` is its offset in the article."""

    text: str
    start: int
    citations: tuple[Citation, ...]
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article that is cited, the passages that are, and who else told its story."""

    article: Headline
    passages: tuple[Passage, ...]
    story: Story | None = None

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its citations, lowest first."""
        return tuple(sorted(citation.number for passage in self.passages for citation in passage.citations))


def sources(answer: Answer) -> list[Source]:
    """The articles cited, in order of their first citation."""
    by_article: dict[str, list[Citation]] = {}
    for citation in answer.citations:
        by_article.setdefault(citation.article.id, []).append(citation)
    return [
        Source(
            article=citations[0].article,
            passages=tuple(_passages(citations, answer.hits)),
            story=citations[0].story,
        )
        for citations in by_article.values()
    ]


def _passages(citations: Sequence[Citation], hits: Sequence[Hit]) -> list[Passage]:
    by_context: dict[tuple[int, str], list[Citation]] = {}
    for citation in sorted(citations, key=lambda citation: (citation.start, citation.end)):
        by_context.setdefault(_context(citation, hits), []).append(citation)
    return [_trimmed(start, text, quoted) for (start, text), quoted in by_context.items()]


def _context(citation: Citation, hits: Sequence[Hit]) -> tuple[int, str]:
    """The chunk that holds the quote; the quote alone when none that was read does."""
    for hit in hits:
        chunk = hit.chunk
        inside = chunk.article_id == citation.article.id and chunk.start <= citation.start <= citation.end <= chunk.end
        if inside and chunk.text[citation.start - chunk.start : citation.end - chunk.start] == citation.quote:
            return chunk.start, chunk.text
    return citation.start, citation.quote


def _trimmed(start: int, text: str, citations: Sequence[Citation]) -> Passage:
    first = citations[0].start - start
    last = max(citation.end for citation in citations) - start
    begin = _word_start(text, max(0, first - AROUND), first)
    end = _word_end(text, min(len(text), last + AROUND), last)
    return Passage(
        text=text[begin:end],
        start=start + begin,
        citations=tuple(citations),
        cut_before=begin > 0,
        cut_after=end < len(text),
    )


def _word_start(text: str, at: int, latest: int) -> int:
    """The first beginning of a word from ``at`` on, at most ``latest``; not far off where no spaces are written."""
    for near in range(at, min(at + LONGEST_WORD, latest) + 1):
        if near == 0 or near == latest or text[near - 1].isspace():
            return near
    return at


def _word_end(text: str, at: int, earliest: int) -> int:
    """The last end of a word up to ``at``, at least ``earliest``; not far off where no spaces are written."""
    for near in range(at, max(at - LONGEST_WORD, earliest) - 1, -1):
        if near == len(text) or near == earliest or text[near].isspace():
            return near
    return at
