"""What a request to a chat model takes: tokens as it counts them, or as we estimate them, and what they cost."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.messages.ai import UsageMetadata, add_usage

from bot.written import Usage

LETTERS_A_TOKEN = 4
"""Of text in Latin letters, about what tokenisers of chat models need; of any other script each letter is one."""
TOKENS_A_MESSAGE = 4
MILLION = 1_000_000

ENDED = ("finish_reason", "stop_reason", "done_reason")
"""Under one of these names LangChain's models say why no more was written."""


def tokens(text: str) -> int:
    """About how many tokens a text is. No tokeniser is asked: each model has its own."""
    latin = sum(sign < "\u0250" for sign in text)
    return math.ceil(latin / LETTERS_A_TOKEN) + len(text) - latin


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """What a million tokens cost, in any currency; None is not known."""

    sent: float | None = None
    written: float | None = None

    def cost(self, tokens_in: int, tokens_out: int) -> float | None:
        """What a request cost; None unless both prices are known."""
        if self.sent is None or self.written is None:
            return None
        return (tokens_in * self.sent + tokens_out * self.written) / MILLION


@dataclass(slots=True, kw_only=True)
class Meter:
    """Counts while a model writes."""

    prompt: str
    sent: Sequence[BaseMessage]
    prices: Prices = field(default_factory=Prices)
    written: str = ""
    told: UsageMetadata | None = None
    begun: bool = False  # a request that is turned away takes nothing
    ended: str = ""  # why the model says that it wrote no more, in its own words

    def add(self, chunk: AIMessageChunk) -> None:
        """One more piece of what it writes."""
        self.begun = True
        self.written += str(chunk.text)
        told = (chunk.response_metadata.get(name) for name in ENDED)
        self.ended = next((str(reason) for reason in told if reason), self.ended)
        if chunk.usage_metadata:
            self.told = add_usage(self.told, chunk.usage_metadata)

    @property
    def usage(self) -> Usage:
        """All so far."""
        if self.told:
            sent, written = self.told["input_tokens"], self.told["output_tokens"]
        else:
            sent = sum(tokens(str(message.text)) + TOKENS_A_MESSAGE for message in self.sent if self.begun)
            written = tokens(self.written)
        cost = self.prices.cost(sent, written)
        return Usage(prompt=self.prompt, tokens_in=sent, tokens_out=written, cost=cost, estimated=self.told is None)
