"""What to read when a reader asks for a summary: one article's text, or the newest headlines' openings."""

from __future__ import annotations

from bot.types import Conversation
from vectorstore.catalog import Catalog
from vectorstore.types import Hit, Query, Retriever
from vectorstore.words import terms

SUMMARY_WORDS = frozenset(
    terms(
        "article articles story text piece news summary summarise summarize sum overview outline gist main key "
        "important points ideas takeaways short brief quick please say cover report discuss document"
    )
)
NEWEST = 5
"""Articles whose openings stand for a whole collection."""


def overview(query: Query, conversation: Conversation, catalog: Catalog, retriever: Retriever) -> list[Hit]:
    """All hits of the article meant, in order; of the newest articles, the first one each, if none is meant.

    Meant is the article the question is narrowed to, the only one there is, the one the words point at, or the
    one cited last, in this order.
    """
    meant = _meant(query, conversation, catalog, retriever)
    if meant:
        return catalog.chunks_of(meant)
    newest = catalog.headlines(query, limit=NEWEST)
    return [hits[0] for hits in (catalog.chunks_of(headline.id) for headline in newest) if hits]


def names_a_topic(question: str) -> bool:
    """Whether a question that asks for a summary says of what: "sum up the vote", not "sum it up"."""
    return bool(set(terms(question)) - SUMMARY_WORDS)


def _meant(query: Query, conversation: Conversation, catalog: Catalog, retriever: Retriever) -> str:
    if len(query.articles) == 1:
        return query.articles[0]
    few = catalog.headlines(query, limit=2)
    if len(few) == 1:
        return few[0].id
    if names_a_topic(query.asked):
        hits = retriever.retrieve(query, 1)
        return hits[0].article.id if hits else ""
    cited = [id for turn in conversation.turns for id in turn.articles]
    return cited[-1] if cited else ""
