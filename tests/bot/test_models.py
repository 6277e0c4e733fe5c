from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable

import pytest

from bot.models import NO_KEY, chat_model
from bot.types import Conversation, Draft
from bot.write import ChatAnswerer
from prompts import load
from tests.chat_server import ChatServer, serving
from tests.factories import hit, query
from tests.fakes import drafts
from tests.waiting import join, wait
from vectorstore.errors import ModelMissing, ModelUnreachable

NAME = "openai:tiny"


@pytest.fixture(autouse=True)
def no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_API_BASE", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


def answerer(
    url: str, *, name: str = NAME, timeout: float = 60, clock: Callable[[], float] = time.monotonic
) -> ChatAnswerer:
    model = chat_model(name, url, timeout=timeout)
    return ChatAnswerer(model=model, prompt=load("answer"), name=name, seconds=timeout, clock=clock)


def written(server: ChatServer, *, name: str = NAME, timeout: float = 60) -> list[str]:
    with serving(server):
        found = answerer(server.url, name=name, timeout=timeout)
        return [draft.text for draft in drafts(found.draft(query(), [hit("Rates rose.")], Conversation()))]


def test_an_openai_compatible_server_is_asked_and_streams() -> None:
    server = ChatServer(pieces=["Rates ", "rose [", "1]. They ", "fell [1]."])

    said = written(server)

    assert said == ["Rates rose.", "They fell."]
    assert server.asked[0]["model"] == "tiny"
    assert server.asked[0]["stream"] is True
    assert [message["role"] for message in server.asked[0]["messages"]] == ["system", "user"]
    assert server.keys == [NO_KEY]


@pytest.mark.parametrize("name", ["tiny", "openai:tiny"])
def test_at_an_address_a_name_needs_no_provider(name: str) -> None:
    server = ChatServer()

    written(server, name=name)

    assert server.asked[0]["model"] == "tiny"


def test_at_an_address_a_colon_may_be_part_of_the_name() -> None:
    server = ChatServer()

    written(server, name="llama3:8b")

    assert server.asked[0]["model"] == "llama3:8b"


def test_the_key_of_the_environment_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-mine")
    server = ChatServer()

    written(server)

    assert server.keys == ["sk-mine"]


def test_an_address_where_nothing_answers_is_named() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))  # so that nobody else answers there
        port = silent.getsockname()[1]
        nobody = answerer(f"http://127.0.0.1:{port}/v1")

        with pytest.raises(ModelUnreachable) as raised:
            list(nobody.draft(query(), [hit()], Conversation()))

    assert str(raised.value) == (
        f"nothing answers at http://127.0.0.1:{port}: start the server of openai:tiny, or check its address"
    )


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "openai:tiny did not accept the key: check OPENAI_API_KEY"),
        (403, "the key may not use openai:tiny: check OPENAI_API_KEY, or choose another model"),
        (404, "there is no openai:tiny at {at}: check the name of the model and the address"),
        (402, "there is no credit left for openai:tiny: add some with its provider, or choose another model"),
        (429, "openai:tiny takes no more requests now: try again in a minute"),
        (500, "the server of openai:tiny failed at {at}: try again later (no reason given)"),
        (400, "openai:tiny did not take the request: no reason given"),
        (422, "openai:tiny did not take the request: no reason given"),
    ],
)
def test_an_http_error_becomes_a_plain_sentence(status: int, said: str) -> None:
    server = ChatServer(status=status)

    with pytest.raises(ModelUnreachable) as raised:
        written(server)

    at = server.url.removesuffix("/v1")
    assert str(raised.value).startswith(said.format(at=at))
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "error",
    [
        "context_length_exceeded: the prompt is too long",
        "request (6031 tokens) exceeds the available context size (4096 tokens), try increasing it",
        "This model's maximum context length is 8192 tokens.",
    ],
)
def test_too_long_a_request_names_the_setting_that_shortens_it(error: str) -> None:
    server = ChatServer(status=400, error=error)

    with pytest.raises(ModelUnreachable, match=r"longer than openai:tiny can read: set ARTICLEBOT_MODEL_CONTEXT lower"):
        written(server)


def test_having_no_credit_left_is_told_apart_from_being_busy() -> None:
    server = ChatServer(status=429, error="You exceeded your current quota, check your plan and billing details.")

    with pytest.raises(ModelUnreachable, match="there is no credit left for openai:tiny"):
        written(server)


def test_a_busy_server_is_asked_twice_more_and_no_longer() -> None:
    server = ChatServer(status=429)

    with pytest.raises(ModelUnreachable):
        written(server)

    assert len(server.asked) == 3


def test_what_was_said_before_the_connection_died_is_kept() -> None:
    server = ChatServer(pieces=["Rates rose [1]. ", "They fell ", "again [1]."], dies_after=2)
    with serving(server):
        pieces = answerer(server.url).draft(query(), [hit()], Conversation())
        first = next(pieces)

        with pytest.raises(ModelUnreachable, match=r"^openai:tiny stopped before it was done at .*: try again"):
            list(pieces)

    assert first == Draft(text="Rates rose.", hits=(hit(),))


def test_a_silent_server_is_given_up_in_time() -> None:
    server = ChatServer(holds_after=0)

    with pytest.raises(ModelUnreachable, match="did not answer in time"):
        written(server, timeout=0.3)


def test_a_server_that_falls_silent_in_the_middle_is_given_up_in_time() -> None:
    server, now = ChatServer(pieces=["Rates rose [1]. ", "They ", "fell [1]."], holds_after=2), [0.0]
    with serving(server):
        pieces = answerer(server.url, clock=lambda: now[0]).draft(query(), [hit()], Conversation())
        first = next(pieces)
        now[0] = 61.0

        with pytest.raises(ModelUnreachable, match="took longer than 60 seconds"):
            list(pieces)

    assert first == Draft(text="Rates rose.", hits=(hit(),))


def test_slow_tokens_are_waited_for() -> None:
    server = ChatServer(pieces=list("Up [1]. Down [1]."), pause=0.02)

    assert written(server) == ["Up.", "Down."]


def test_closing_hangs_up_on_the_server() -> None:
    server = ChatServer(pieces=["Rates rose [1]. ", *["And on "] * 20_000], pause=0.005)
    with serving(server):
        pieces = answerer(server.url).draft(query(), [hit()], Conversation())
        first = next(pieces)

        pieces.close()  # type: ignore[attr-defined]

        assert first == Draft(text="Rates rose.", hits=(hit(),))
        wait(server.hung_up)


def test_stopping_from_another_thread_hangs_up_before_the_first_word_has_come() -> None:
    server = ChatServer(pieces=["Rates ", *["rose "] * 2_000], pause=0.1)
    stop = threading.Event()
    said: list[Draft] = []
    with serving(server):
        pieces = answerer(server.url).draft(query(), [hit()], Conversation(), stop)
        reader = threading.Thread(target=lambda: said.extend(drafts(pieces)))
        reader.start()
        while not server.asked:
            time.sleep(0.01)
        stop.set()
        join(reader)

        wait(server.hung_up)
    assert said == []


def test_the_tokens_that_a_server_counts_are_asked_for() -> None:
    server = ChatServer()

    written(server)

    assert server.asked[0]["stream_options"] == {"include_usage": True}


def test_an_unknown_provider_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ModelMissing, match=r"no provider 'nonsense' of chat models: the known ones are .*openai"):
        chat_model("nonsense:x")


def test_a_name_without_a_provider_is_answered_with_an_example() -> None:
    with pytest.raises(ModelMissing, match=r"'gpt' names no provider: write it as provider:name"):
        chat_model("gpt")


def test_a_missing_package_is_named_with_its_command() -> None:
    with pytest.raises(ModelMissing, match=r"needs a package that is not installed: pip install langchain-mistralai$"):
        chat_model("mistralai:small")


def test_a_missing_key_is_named() -> None:
    with pytest.raises(ModelUnreachable, match=r"openai:gpt-5-mini needs a key: set OPENAI_API_KEY$"):
        chat_model("openai:gpt-5-mini")
