"""What fits into a chat model: which excerpts, in which order, and how much of the conversation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage

from bot.excerpts import as_data, excerpts
from bot.markers import without_markers
from bot.meter import tokens
from bot.refuse import NO_ANSWER
from bot.types import Conversation
from vectorstore.types import Hit, Query
from vectorstore.words import terms

MOST_TURNS = 4
LONGEST_TURN = 150  # tokens of a question, and of its answer
HISTORY = 0.2  # of all that fits: the most that the conversation gets
FOR_THE_ANSWER = 0.15  # of all that fits: kept for what the model writes

COVERS, NEW, RANK = 1.0, 0.5, 0.5
"""What speaks for one more excerpt: words of the question that none has yet, words that none has yet, its rank."""


def room(context: int, prompt: int) -> tuple[int, int]:
    """The tokens for the excerpts with the conversation, and for the conversation at most.

    ``context`` is all that the model can read and write, ``prompt`` what is sent besides.
    """
    left = max(0, int(context * (1 - FOR_THE_ANSWER)) - prompt)
    return left, int(left * HISTORY)


def worth_reading(query: Query, hits: Sequence[Hit], budget: int) -> list[Hit]:
    """The hits that are worth their tokens, as many as fit: each adds what those before it do not have.

    They are ordered by article, the best one's first, and within an article as they stand in it.
    """
    found: list[Hit] = []
    waiting = [hit for hit in hits if tokens(excerpts([hit])) <= budget]
    while waiting:
        best = max(waiting, key=lambda hit: _worth(query, hit, found, hits.index(hit)))
        budget -= tokens(excerpts([best]))
        found.append(best)
        waiting = [hit for hit in waiting if hit is not best and tokens(excerpts([hit])) <= budget]
    first = {hit.article.id: rank for rank, hit in reversed(list(enumerate(hits)))}
    return sorted(found, key=lambda hit: (first[hit.article.id], hit.chunk.start, hits.index(hit)))


def by_date(hits: Sequence[Hit]) -> list[Hit]:
    """The hits, oldest article first; those without a date at the end."""
    return sorted(hits, key=lambda hit: (hit.article.published is None, hit.article.published or datetime.min))


def history(conversation: Conversation, budget: int) -> list[BaseMessage]:
    """The latest turns as messages, oldest first, as many as fit, cut to length and without their old markers."""
    messages: list[BaseMessage] = []
    for turn in reversed(conversation.turns[-MOST_TURNS:]):
        question = as_data(clipped(turn.question, LONGEST_TURN))
        answer = as_data(clipped(without_markers(turn.answer), LONGEST_TURN)) or NO_ANSWER
        budget -= tokens(question) + tokens(answer)
        if budget < 0:
            break
        messages = [HumanMessage(question), AIMessage(answer), *messages]
    return messages


def clipped(text: str, most: int) -> str:
    """The beginning of a text, of at most so many tokens."""
    while (length := tokens(text)) > most:
        text = text[: len(text) * most // length]
    return text


def _worth(query: Query, hit: Hit, found: Sequence[Hit], rank: int) -> float:
    asked, own = set(terms(query.text)), set(terms(hit.chunk.text))
    known = set[str]().union(*(terms(one.chunk.text) for one in found))
    covers = len(own & asked - known) / max(1, len(asked))
    new = len(own - known) / max(1, len(own))
    return COVERS * covers + NEW * new + RANK / (1 + rank)
