from __future__ import annotations

from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from bot.evaluate.rows import Usage
from bot.evaluate.usage import counted


def test_calls_and_tokens_inside_the_with_are_counted() -> None:
    usage = {"input_tokens": 30, "output_tokens": 5, "total_tokens": 35}
    said = [AIMessage("one", usage_metadata=usage), AIMessage("two", usage_metadata=usage), AIMessage("three")]
    model = GenericFakeChatModel(messages=iter(said))
    model.invoke("before")

    with counted() as counter:
        model.invoke("a")
        model.invoke("b")

    assert counter.usage == Usage(calls=2, tokens_in=30, tokens_out=5)


def test_streaming_counts_as_a_call() -> None:
    model = GenericFakeChatModel(messages=iter(["one two"]))

    with counted() as counter:
        list(model.stream("a"))

    assert counter.usage.calls == 1
