"""The chat-model answerer: what a model writes, cut into sentences with the hits that each claims to rest on."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from bot.background import iterate
from bot.compose import Piece
from bot.context import by_date, history, room, worth_reading
from bot.cut import cut
from bot.declining import declines
from bot.excerpts import as_data, day, excerpts
from bot.kinds import OVER_TIME, Kind, kind_of
from bot.meter import Meter, Prices, tokens
from bot.model_errors import ended_early, too_slow, too_small, unreachable
from bot.refuse import NO_ANSWER
from bot.thoughts import spoken
from bot.types import Conversation, Draft
from bot.unwrap import unwrapped
from bot.written import Declined
from prompts import version
from vectorstore.errors import ModelUnreachable
from vectorstore.types import Hit, Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage
    from langchain_core.prompts import ChatPromptTemplate


@dataclass(frozen=True, kw_only=True)
class ChatAnswerer:
    """Asks a chat model to answer from hits. ``name`` is how the reader knows the model.

    ``prompt`` is what it is asked with, ``special`` what it is asked with for questions of a kind. It can read and
    write ``context`` tokens at once, and may take ``seconds``.
    """

    model: BaseChatModel
    prompt: ChatPromptTemplate
    name: str
    special: Mapping[Kind, ChatPromptTemplate] = field(default_factory=dict)
    seconds: float = 60
    context: int = 4096
    prices: Prices = field(default_factory=Prices)
    clock: Callable[[], float] = monotonic

    def draft(
        self, query: Query, hits: Sequence[Hit], conversation: Conversation, stop: Event | None = None
    ) -> Iterator[Piece]:
        """Sentences in order, as they are written, each with the hits that its markers name.

        A sentence without a known marker comes with no hits. That the articles do not say is told where it is the
        first that is said; later it is about a part of the question, and passed over. What the request took is told at
        the end, whatever that is. Closing the iterator stops the model; so does setting ``stop``, from any thread and
        at any time.

        Raises:
            ModelUnreachable: no excerpt fits into the model; or it does not answer, breaks off, is cut off, or takes
                longer than ``seconds``.
        """
        messages, chosen = self.request(query, hits, conversation)
        if hits and not chosen:
            raise too_small(self.name, self.context)
        meter = Meter(prompt=version(self.prompt_for(query)), prices=self.prices, sent=messages)
        try:
            yield from self._sentences(chosen, self._tokens(messages, meter, stop or Event()))
        except ModelUnreachable:
            yield meter.usage
            raise
        yield meter.usage

    def _sentences(self, hits: Sequence[Hit], pieces: Generator[str]) -> Iterator[Draft | Declined]:
        with closing(pieces):
            said = False
            for sentence in cut(unwrapped(spoken(pieces))):
                if not declines(sentence.text):
                    cited = tuple(hits[number - 1] for number in sentence.numbers if 0 < number <= len(hits))
                    yield Draft(text=sentence.text, hits=cited)
                    said = True
                elif not said:
                    yield Declined()
                    return

    def request(
        self, query: Query, hits: Sequence[Hit], conversation: Conversation
    ) -> tuple[list[BaseMessage], list[Hit]]:
        """What the model is sent, and the hits in it: its markers count from the first of them."""
        prompt = self.prompt_for(query)
        room_left, for_history = room(self.context, tokens(str(prompt.messages)) + tokens(query.asked))
        past = history(conversation, for_history)
        kept = worth_reading(query, hits, room_left - sum(tokens(str(message.text)) for message in past))
        if kind_of(query.asked) in OVER_TIME:
            kept = by_date(kept)
        messages = prompt.format_messages(
            as_of=day(query.as_of),
            no_answer=NO_ANSWER,
            excerpts=excerpts(kept),
            question=as_data(query.asked),
            history=past,
        )
        return messages, kept

    def prompt_for(self, query: Query) -> ChatPromptTemplate:
        """What it is asked with."""
        return self.special.get(kind_of(query.asked), self.prompt)

    def _tokens(self, messages: list[BaseMessage], meter: Meter, stop: Event) -> Generator[str]:
        late = self.clock() + self.seconds
        slow = False

        def leave() -> bool:
            nonlocal slow
            slow = slow or self.clock() > late
            return slow or stop.is_set()

        try:
            with closing(iterate(self.model.astream(messages), leave)) as stream:
                for chunk in stream:
                    if leave():
                        break
                    meter.add(chunk)
                    yield str(chunk.text)
        except Exception as error:
            raise unreachable(self.name, error, begun=meter.begun) from error
        if slow:
            raise too_slow(self.name, self.seconds, begun=meter.begun)
        if early := ended_early(self.name, meter.ended):
            raise early
