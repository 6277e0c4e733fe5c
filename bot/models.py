"""Chat models by name, through LangChain, and their errors in plain sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from vectorstore.errors import ModelMissing, ModelUnreachable

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

RETRIES = 2
NO_KEY = "not-needed"
"""Sent to an OpenAI-compatible address when there is no OPENAI_API_KEY: local servers ask for none."""

LOCAL = ("ollama",)
KEYS = {"google_genai": "GOOGLE_API_KEY", "mistralai": "MISTRAL_API_KEY"}
"""The names of keys that are not simply <PROVIDER>_API_KEY."""

_PIP = re.compile(r"pip install [\w.\-\[\] ]+")
_HTTP = re.compile(r"\b(?:error code|status(?: code)?)\D{0,3}(\d{3})\b", re.IGNORECASE)


def chat_model(name: str, url: str = "", *, timeout: float = 60) -> BaseChatModel:
    """The chat model called ``provider:name``; with the ``url`` of an OpenAI-compatible server, any name it knows.

    ``timeout`` is in seconds, for each wait for the server. Nothing is sent yet.

    Raises:
        ModelMissing: the provider is unknown or its package is not installed.
        ModelUnreachable: the provider needs a key that is not set.
    """
    from langchain.chat_models import init_chat_model

    provider, called = _split(name, url)
    try:
        model: BaseChatModel = init_chat_model(called, model_provider=provider, **_options(url, timeout))
        return model
    except ImportError as error:
        command = _PIP.search(str(error))
        package = command.group() if command else f"pip install langchain-{provider.replace('_', '-')}"
        raise ModelMissing(f"the chat model {name} needs a package that is not installed: {package}") from error
    except ValueError as error:
        if "nsupported" not in str(error):
            raise unreachable(name, error) from error
        known = str(error).rpartition(": ")[2]
        raise ModelMissing(f"there is no provider {provider!r} of chat models: the known ones are {known}") from error
    except Exception as error:
        raise unreachable(name, error) from error


def unreachable(name: str, error: Exception) -> ModelUnreachable:
    """What went wrong while a model was asked, as a sentence that says what to do."""
    return ModelUnreachable(f"the chat model {name} cannot be used: {error}")


def _split(name: str, url: str) -> tuple[str, str]:
    provider, colon, model = name.partition(":")
    if colon and provider and model:
        return provider, model
    if url:
        return "openai", name
    raise ModelMissing(f"{name!r} names no provider: write it as provider:name, for example openai:gpt-5-mini")


def _options(url: str, timeout: float) -> dict[str, Any]:
    return {"timeout": timeout, "max_retries": RETRIES, **({"base_url": url} if url else {})}
