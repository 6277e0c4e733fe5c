"""Follow-ups that point at what was just said: where it was said, and what others say of it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.types import Conversation, Turn
from vectorstore.catalog import Catalog
from vectorstore.scope import EVERYTHING
from vectorstore.types import Query

_VERBS = (
    r"(?:say|says|said|tell|tells|told|announce|announced|state|stated|declare|declared|claim|claimed|warn|warned|write|"
    r"wrote|written|mention|mentioned|reveal|revealed|report|reports|reported)"
)
_SAID_SO = re.compile(
    r"^\W*(?:and |but |so )?(?:who|where|when|why|how|to whom|who to|(?:in|at|on) (?:which|what) \w+)\b.{0,40}?\b"
    rf"{_VERBS}\b(?: \w+){{0,2}}? (?:this|that|it|so|these things|those words)\W*$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:other|another|different|remaining|rest of the)\s+(?:outlet|(?:news)?paper|(?:news )?agenc(?:y|ie)|source|"
    r"publication|report)s?\b|\bother media\b",
    re.IGNORECASE,
)
_WHAT_OF = re.compile(rf"\b{_VERBS}\b|^\W*(?:and |but )?(?:(?:what|how) (?:about|of) |the other)", re.IGNORECASE)


def pointed_back(query: Query, conversation: Conversation, catalog: Catalog) -> Query:
    """The query, where it points at the last answer, narrowed to what that means.

    Where, when or to whom something was said is told by the article that was quoted. What other outlets say is the
    last question again, put to those that have not been quoted. Outlets and articles that were chosen stay chosen.
    """
    last = next((turn for turn in reversed(conversation.turns) if turn.articles), None)
    if last is None:
        return query
    if asks_others(query.typed) and (unheard := _unheard(last, catalog, query)):
        asked = last.searched or last.question
        return replace(query, text=asked, typed=asked, question=asked, sources=unheard)
    if asks_about_saying(query.typed) and not query.articles:
        return replace(query, articles=tuple(dict.fromkeys(last.articles)))
    return query


def asks_about_saying(question: str) -> bool:
    """Whether a question asks where, when, why or to whom something was said."""
    return _SAID_SO.search(question) is not None


def asks_others(question: str) -> bool:
    """Whether a question is what others than those quoted say of the same."""
    return _OTHERS.search(question) is not None and _WHAT_OF.search(question) is not None


def _unheard(last: Turn, catalog: Catalog, query: Query) -> tuple[str, ...]:
    """The outlets that may be asked and whose articles were not cited."""
    heard = {article.source.casefold() for article in catalog.headlines(replace(EVERYTHING, articles=last.articles))}
    return tuple(name for name in query.sources or catalog.coverage().sources if name and name.casefold() not in heard)
