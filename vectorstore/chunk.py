"""Article -> Chunks: whole sentences, packed evenly, ending with a paragraph where that costs little."""

from __future__ import annotations

from collections.abc import Sequence

from vectorstore.sentences import sentence_spans
from vectorstore.types import Article, Chunk, Headline

TARGET = 900
"""Bytes of UTF-8 a chunk: for English, characters, about 150 words and 200 of the 256 tokens the model reads."""

CHUNKER = f"sentences-1/{TARGET}"
"""Changes whenever the chunks would."""

BROKEN_PARAGRAPH = 0.1  # what ending inside a paragraph costs; being empty or twice the target costs 1
LONGEST_TITLE = 200  # characters of a title that are embedded

Span = tuple[int, int]


def split(article: Article, *, target: int = TARGET) -> list[Chunk]:
    """The chunks in order; together they hold every sentence once.

    ``target`` is in bytes of UTF-8, since other scripts than Latin take more tokens a character.
    """
    spans = sentence_spans(article.text)
    return [
        Chunk(
            id=f"{article.id}#{ordinal}",
            article_id=article.id,
            text=article.text[spans[first][0] : spans[last][1]],
            start=spans[first][0],
            end=spans[last][1],
        )
        for ordinal, (first, last) in enumerate(_pack(article.text, spans, target))
    ]


def embedded_text(headline: Headline, chunk: Chunk) -> str:
    """What is embedded for a chunk: the article's title and date, and what the chunk says."""
    when = headline.published
    head = [headline.title[:LONGEST_TITLE], f"{when.day} {when:%B %Y}" if when else "", chunk.text]
    return "\n".join(filter(None, head))


def _pack(text: str, spans: Sequence[Span], target: int) -> list[Span]:
    """First and last sentence of each chunk, such that the costs of all chunks sum to the least."""
    sizes = [len(text[start:end].encode()) for start, end in spans]
    closes = [at + 1 == len(spans) or "\n" in text[spans[at][1] : spans[at + 1][0]] for at in range(len(spans))]
    least = [0.0]
    first_of = []
    for last in range(len(spans)):
        best, best_first = float("inf"), last
        size = -1
        for first in range(last, -1, -1):
            size += sizes[first] + 1
            cost = least[first] + (1 - size / target) ** 2
            if cost < best:
                best, best_first = cost, first
            if size > target and first < last:
                break
        least.append(best + (0 if closes[last] else BROKEN_PARAGRAPH))
        first_of.append(best_first)
    return _traced(first_of)


def _traced(first_of: Sequence[int]) -> list[Span]:
    chunks = []
    last = len(first_of) - 1
    while last >= 0:
        chunks.append((first_of[last], last))
        last = first_of[last] - 1
    return chunks[::-1]
