"""Counts what is asked of chat models while a question is answered, through LangChain's callbacks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.messages import AIMessage
from langchain_core.outputs import ChatGeneration, LLMResult
from langchain_core.tracers.context import register_configure_hook

from bot.evaluate.rows import Usage


class Counter(BaseCallbackHandler):
    """Adds up calls and the tokens that the model reports (none when it does not)."""

    def __init__(self) -> None:
        self.calls = self.tokens_in = self.tokens_out = 0

    def on_chat_model_start(self, *_: Any, **__: Any) -> None:
        """One more call."""
        self.calls += 1

    def on_llm_end(self, response: LLMResult, **_: Any) -> None:
        """Its tokens."""
        for generations in response.generations:
            for generation in generations:
                message = generation.message if isinstance(generation, ChatGeneration) else None
                if isinstance(message, AIMessage) and message.usage_metadata:
                    self.tokens_in += message.usage_metadata["input_tokens"]
                    self.tokens_out += message.usage_metadata["output_tokens"]

    @property
    def usage(self) -> Usage:
        """The counts so far."""
        return Usage(calls=self.calls, tokens_in=self.tokens_in, tokens_out=self.tokens_out)


_counter: ContextVar[Counter | None] = ContextVar("evaluation_usage", default=None)
register_configure_hook(_counter, inheritable=True)


@contextmanager
def counted() -> Iterator[Counter]:
    """Count the calls made inside the ``with``."""
    counter = Counter()
    token = _counter.set(counter)
    try:
        yield counter
    finally:
        _counter.reset(token)
