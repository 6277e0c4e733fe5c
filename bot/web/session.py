"""What one browser tab has asked and been told, as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.types import Answer, Conversation


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A question and what came of it. ``waiting`` says what is being done; empty when it is done."""

    question: str
    answer: Answer | None = None
    waiting: str = ""
    problem: str = ""  # a plain sentence, when it failed
    stopped: bool = False
    liked: bool | None = None
    without: tuple[str, ...] = ()  # what the reader took out of how it was understood


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The exchanges of a tab, oldest first."""

    exchanges: tuple[Exchange, ...] = ()

    @property
    def conversation(self) -> Conversation:
        """What the bot is told of it: the exchanges that have an answer."""
        conversation = Conversation()
        for exchange in self.exchanges:
            if exchange.answer is not None:
                conversation = conversation.after(exchange.answer)
        return conversation

    def plus(self, exchange: Exchange) -> Session:
        """With one more exchange at its end."""
        return Session(exchanges=(*self.exchanges, exchange))

    def without_last(self) -> Session:
        """As it was before the last question."""
        return Session(exchanges=self.exchanges[:-1])

    def rated(self, index: int, liked: bool) -> Session:
        """With one exchange liked or not; the same rating again takes it back."""
        exchange = self.exchanges[index]
        rated = replace(exchange, liked=None if exchange.liked is liked else liked)
        return Session(exchanges=(*self.exchanges[:index], rated, *self.exchanges[index + 1 :]))
