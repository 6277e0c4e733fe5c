"""Word search over the library: BM25 on titles and texts, through SQLite's full-text index."""

from __future__ import annotations

from dataclasses import dataclass

from vectorstore.catalog import Catalog
from vectorstore.types import Hit, Query
from vectorstore.words import content_words, words

MOST_WORDS = 64
"""A query longer than this is cut: each further word costs time and tells little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRetriever:
    """Chunks that share words with the query. Words in the title weigh ``title`` times words in the text."""

    catalog: Catalog
    title: float = 1.0

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        """The ``k`` best by BM25 (Robertson and Zaragoza, 2009), best first."""
        expression = match_expression(query.text)
        if not expression:
            return []
        return self.catalog.matching(expression, query, k, weights=(self.title, 1.0))


def match_expression(text: str) -> str:
    """The FTS5 expression that finds any content word of a text; any word at all if it has none."""
    wanted = content_words(text) or words(text)
    distinct = list(dict.fromkeys(wanted))[:MOST_WORDS]
    return " OR ".join('"' + word.replace('"', '""') + '"' for word in distinct)
