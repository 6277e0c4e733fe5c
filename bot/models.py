"""Chat models by name, through LangChain, and their errors in plain sentences."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from weakref import finalize

from langchain_core import exceptions

from bot import gguf
from vectorstore.errors import ModelError, ModelMissing, ModelUnreachable

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

RETRIES = 2
LONGEST_CONNECT = 10.0  # seconds
LONGEST_DETAIL = 200  # characters of what a server says about an error

ADDRESSED = ("openai", "anthropic", "ollama")
"""Providers that may be had at an address of one's own. Anything else at an address is OpenAI-compatible."""

NO_KEY = "not-needed"
"""Sent to an OpenAI-compatible address when OPENAI_API_KEY is not set: servers on one's own machine ask for none."""

_PIP = re.compile(r"pip install [\w.-]+")
_KEY = re.compile(r"\b[A-Z][A-Z_]*_(?:API_KEY|TOKEN)\b")

_TOO_LONG = re.compile(
    r"context.{0,40}(?:exceed|too long|overflow|maximum|length)|exceed.{0,40}context|(?:prompt|input) is too long|"
    r"maximum context",
    re.IGNORECASE | re.DOTALL,
)
_NO_CREDIT = re.compile(r"insufficient_quota|\bcredits?\b|\bbilling\b|payment required|quota.{0,20}exceeded", re.I)


class NoCredit(exceptions.ModelRateLimitError):
    """There is nothing left to pay with; waiting does not help."""


_STATUS = {
    400: exceptions.ModelInvalidRequestError,
    402: NoCredit,
    401: exceptions.ModelAuthenticationError,
    403: exceptions.ModelPermissionDeniedError,
    404: exceptions.ModelNotFoundError,
    408: exceptions.ModelTimeoutError,
    429: exceptions.ModelRateLimitError,
}
_SENTENCES: dict[type[exceptions.ModelError], str] = {
    exceptions.ContextOverflowError: "the excerpts are longer than {name} can read: set ARTICLEBOT_MODEL_CONTEXT lower",
    exceptions.ModelAuthenticationError: "{name} did not accept the key: check {key}",
    exceptions.ModelPermissionDeniedError: "the key may not use {name}: check {key}, or choose another model",
    exceptions.ModelNotFoundError: "there is no {name}{at}: check the name of the model and the address",
    NoCredit: "there is no credit left for {name}: add some with its provider, or choose another model",
    exceptions.ModelRateLimitError: "{name} takes no more requests now: try again in a minute",
    exceptions.ModelTimeoutError: "{name} did not answer in time{at}: try again, or raise ARTICLEBOT_MODEL_TIMEOUT",
    exceptions.ModelConnectionError: "nothing answers{at}: start the server of {name}, or check its address",
    exceptions.ModelAPIError: "the server of {name} failed{at}: try again later ({detail})",
    exceptions.ModelInvalidRequestError: "{name} did not take the request: {detail}",
    exceptions.ModelError: "{name} stopped before it was done{at}: try again ({detail})",
}


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


def unreachable(name: str, error: Exception, *, begun: bool = False) -> ModelUnreachable:
    """What went wrong while a model was asked, as a sentence that says what to do. ``begun``: it had begun to write."""
    kind = _kind(error)
    if begun and issubclass(kind, exceptions.ModelConnectionError):
        kind = exceptions.ModelError
    sentence = next(said for known, said in _SENTENCES.items() if issubclass(kind, known))
    provider = name.partition(":")[0]
    return ModelUnreachable(
        sentence.format(name=name, key=_key_of(provider), at=_address(error), detail=_first_line(error))
    )


def too_slow(name: str, seconds: float, *, begun: bool) -> ModelUnreachable:
    """A model did not begin, or was not done, within the time it may take."""
    if not begun:
        return unreachable(name, TimeoutError(f"{seconds:g} seconds"))
    return ModelUnreachable(
        f"{name} took longer than {seconds:g} seconds: choose a faster model, "
        "or give it more time with ARTICLEBOT_MODEL_TIMEOUT"
    )


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
        return ModelUnreachable(f"{name} needs a key: set {key.group() if key else _key_of(provider)}")
    return ModelUnreachable(f"{name} cannot be set up: {_first_line(error)}")


def _kind(error: Exception) -> type[exceptions.ModelError]:
    """The kind of error: by what it says of context and credit, LangChain's class, the status, or how it ended."""
    if isinstance(getattr(error, "status_code", None), int):
        if _TOO_LONG.search(str(error)):
            return exceptions.ContextOverflowError
        if _NO_CREDIT.search(str(error)):
            return NoCredit
    if isinstance(error, exceptions.ModelError):
        return type(error)
    status = getattr(error, "status_code", None)
    if isinstance(status, int) and status >= 400:
        return exceptions.ModelAPIError if status >= 500 else _STATUS.get(status, exceptions.ModelInvalidRequestError)
    names = " ".join(kind.__name__ for kind in type(error).__mro__)
    if "Timeout" in names:
        return exceptions.ModelTimeoutError
    if "ConnectionError" in names or "ConnectError" in names:
        return exceptions.ModelConnectionError
    return exceptions.ModelError


def _key_of(provider: str) -> str:
    return {"google_genai": "GOOGLE_API_KEY", "mistralai": "MISTRAL_API_KEY"}.get(
        provider, f"{provider.upper()}_API_KEY" if provider.isidentifier() else "OPENAI_API_KEY"
    )


def _address(error: Exception) -> str:
    try:
        url = urlsplit(str(getattr(error, "request", None).url))  # type: ignore[union-attr]
    except (AttributeError, RuntimeError):
        return ""
    return f" at {url.scheme}://{url.netloc}" if url.netloc else ""


def _first_line(error: Exception) -> str:
    said = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
    return said if len(said) <= LONGEST_DETAIL else f"{said[:LONGEST_DETAIL]}…"
