"""The chat-model answerer: what a model writes, cut into sentences with the hits that each claims to rest on."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage

from bot.cut import cut
from bot.excerpts import as_data, day, excerpts
from bot.markers import without_markers
from bot.meter import Meter, Prices
from bot.models import unreachable
from bot.refuse import NO_ANSWER
from bot.types import Conversation, Draft
from bot.unwrap import unwrapped
from bot.written import Declined, Usage
from prompts import version
from vectorstore.errors import ModelUnreachable
from vectorstore.types import Hit, Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from langchain_core.language_models import BaseChatModel
    from langchain_core.prompts import ChatPromptTemplate

MOST_TURNS = 4
LONGEST_TURN = 600  # characters


@dataclass(frozen=True, kw_only=True)
class ChatAnswerer:
    """Asks a chat model to answer from hits. ``name`` is how the reader knows the model."""

    model: BaseChatModel
    prompt: ChatPromptTemplate
    name: str
    seconds: float = 60
    prices: Prices = field(default_factory=Prices)
    clock: Callable[[], float] = monotonic

    def draft(
        self, query: Query, hits: Sequence[Hit], conversation: Conversation
    ) -> Iterator[Draft | Declined | Usage]:
        """Sentences in order, as they are written, each with the hits that its markers name.

        A sentence without a known marker comes with no hits. What the request took is told at the end, whatever
        that is. Closing the iterator stops the model.

        Raises:
            ModelUnreachable: the model does not answer, breaks off, or takes longer than ``seconds``.
        """
        messages = self.messages(query, hits, conversation)
        meter = Meter(prompt=version(self.prompt), prices=self.prices, sent=messages)
        try:
            yield from self._sentences(hits, self._tokens(messages, meter))
        except ModelUnreachable:
            yield meter.usage
            raise
        yield meter.usage

    def _sentences(self, hits: Sequence[Hit], tokens: Generator[str]) -> Iterator[Draft | Declined]:
        with closing(tokens):
            for sentence in cut(unwrapped(tokens)):
                if says_no_answer(sentence.text):
                    yield Declined()
                    return
                cited = tuple(hits[number - 1] for number in sentence.numbers if 0 < number <= len(hits))
                yield Draft(text=sentence.text, hits=cited)

    def messages(self, query: Query, hits: Sequence[Hit], conversation: Conversation) -> list[BaseMessage]:
        """What the model is sent."""
        return self.prompt.format_messages(
            as_of=day(query.as_of),
            no_answer=NO_ANSWER,
            excerpts=excerpts(hits),
            question=as_data(query.typed or query.text),
            history=history(conversation),
        )

    def _tokens(self, messages: list[BaseMessage], meter: Meter) -> Generator[str]:
        late = self.clock() + self.seconds
        begun = False
        try:
            with closing(self.model.stream(messages)) as stream:  # type: ignore[type-var]
                for chunk in stream:
                    if self.clock() > late:
                        raise ModelUnreachable(
                            f"{self.name} took longer than {self.seconds:g} seconds: choose a faster model, "
                            "or give it more time with ARTICLEBOT_MODEL_TIMEOUT"
                        )
                    begun = True
                    meter.add(chunk)
                    yield str(chunk.text)
        except ModelUnreachable:
            raise
        except Exception as error:
            raise unreachable(self.name, error, begun=begun) from error


def history(conversation: Conversation) -> list[BaseMessage]:
    """The latest turns as messages, oldest first, cut to length and without their old markers."""
    messages: list[BaseMessage] = []
    for turn in conversation.turns[-MOST_TURNS:]:
        messages.append(HumanMessage(as_data(turn.question[:LONGEST_TURN])))
        messages.append(AIMessage(as_data(without_markers(turn.answer)[:LONGEST_TURN]) or NO_ANSWER))
    return messages


def says_no_answer(text: str) -> bool:
    """Whether a sentence is the phrase that the model was told to refuse with."""
    return _bare(NO_ANSWER) in _bare(text)


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
