"""Chat models by name, through LangChain."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import finalize

from bot import gguf
from bot.model_errors import detail_of, key_of
from vectorstore.errors import ModelError, ModelMissing, ModelUnreachable

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

RETRIES = 2
LONGEST_CONNECT = 10.0  # seconds

ADDRESSED = ("openai", "anthropic", "ollama")
"""Providers that may be had at an address of one's own. Anything else at an address is OpenAI-compatible."""

NO_KEY = "not-needed"
"""Sent to an OpenAI-compatible address when OPENAI_API_KEY is not set: servers on one's own machine ask for none."""

_PIP = re.compile(r"pip install [\w.-]+")
_KEY = re.compile(r"\b[A-Z][A-Z_]*_(?:API_KEY|TOKEN)\b")


def chat_model(name: str, url: str = "", *, timeout: float = 60, context: int = 4096) -> BaseChatModel:
    """The chat model called ``provider:name``; with the ``url`` of an OpenAI-compatible server, any name it knows.

    ``gguf:/path/model.gguf`` is served from this process for as long as the model is held, and reads and writes at
    most ``context`` tokens. ``timeout`` is how many seconds each wait for the server may take. Nothing is sent yet.

    Raises:
        ModelMissing: the provider is unknown or its package is not installed.
        ModelUnreachable: the provider needs a key that is not set, or does not take the options.
    """
    from langchain.chat_models import init_chat_model

    if name.startswith(gguf.PREFIX):
        path = Path(name.removeprefix(gguf.PREFIX)).expanduser()
        server = gguf.serve(path, context=context)
        served = chat_model(path.stem, f"{server.listening_address}/v1", timeout=timeout)
        finalize(served, _release, server)
        return served
    provider, called = _split(name, url)
    try:
        model: BaseChatModel = init_chat_model(called, model_provider=provider, **_options(provider, url, timeout))
    except ImportError as error:
        command = _PIP.search(str(error))
        package = command.group() if command else f"pip install langchain-{provider.replace('_', '-')}"
        raise ModelMissing(f"the chat model {name} needs a package that is not installed: {package}") from error
    except Exception as error:
        raise _refused(name, provider, error) from error
    return model


def _release(server: gguf.Serving) -> None:
    """Held by a model's finalizer until then, a server ends when its model is gone."""


def _split(name: str, url: str) -> tuple[str, str]:
    """The provider and what it calls the model. Behind a url, a colon may be part of the name: "llama3:8b"."""
    provider, colon, model = name.partition(":")
    if colon and provider and model and (provider in ADDRESSED or not url):
        return provider, model
    if url:
        return "openai", name
    raise ModelMissing(f"{name!r} names no provider: write it as provider:name, for example openai:gpt-5-mini")


def _options(provider: str, url: str, timeout: float) -> dict[str, Any]:
    where = {"base_url": url} if url else {}
    if provider == "ollama":
        return {**where, "temperature": 0, "client_kwargs": {"timeout": timeout}}
    options: dict[str, Any] = {**where, "timeout": timeout, "max_retries": RETRIES}
    if provider == "openai":
        import httpx

        options["timeout"] = httpx.Timeout(timeout, connect=min(timeout, LONGEST_CONNECT))
        if url:
            options |= {"stream_usage": True, "api_key": os.environ.get("OPENAI_API_KEY") or NO_KEY, "temperature": 0}
    return options


def _refused(name: str, provider: str, error: Exception) -> ModelError:
    said = str(error)
    if "nsupported" in said and "provider" in said:
        known = said.rpartition(": ")[2]
        return ModelMissing(f"there is no provider {provider!r} of chat models: the known ones are {known}")
    if "key" in said.casefold() or "token" in said.casefold():
        key = _KEY.search(said)
        return ModelUnreachable(f"{name} needs a key: set {key.group() if key else key_of(provider)}")
    return ModelUnreachable(f"{name} cannot be set up: {detail_of(error)}")
