"""What goes wrong while a chat model is asked, as a sentence that says what to do.

Servers of models agree on few statuses, so what they say counts first: too long a request is 400, 413, 422, 429 or an
error in a stream that began with 200; a bad key is 401 or 400; "billing" stands in an address beside a rate limit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from langchain_core import exceptions

from vectorstore.errors import ModelUnreachable

LONGEST_DETAIL = 200  # characters of what a server says about an error

KEYED = frozenset(
    "anthropic azure_openai cohere deepseek fireworks groq nvidia openai openrouter together upstage xai".split()
)
"""Providers whose key is called as they are."""

KEYS = {
    "google_genai": "GOOGLE_API_KEY",
    "huggingface": "HUGGINGFACEHUB_API_TOKEN",
    "mistralai": "MISTRAL_API_KEY",
    "perplexity": "PPLX_API_KEY",
}

AT_ITS_LIMIT = frozenset({"length", "max_tokens", "model_length", "model_context_window_exceeded"})
FILTERED = frozenset({"content_filter", "safety", "refusal", "recitation", "prohibited_content", "blocklist"})
"""Why a model stopped before it was done, as the servers of OpenAI, Anthropic, Google and Ollama call it."""


class NoCredit(exceptions.ModelRateLimitError):
    """There is nothing left to pay with; waiting does not help."""


class NoKey(exceptions.ModelAuthenticationError):
    """There is no key to send."""


_SAID = tuple(
    (re.compile(words, re.IGNORECASE | re.DOTALL), kind)
    for words, kind in (
        (r"request too large", exceptions.ContextOverflowError),
        (r"insufficient_quota|insufficient balance", NoCredit),
        (
            r"rate.?limit|\bper (?:min|minute|hour|day|second)\b|(?:try again|retry) (?:in|after) \d|free.tier",
            exceptions.ModelRateLimitError,
        ),
        (
            r"context.{0,40}(?:exceed|too long|overflow|maximum|length|limit)|exceed.{0,40}context|maximum (?:context|"
            r"model length)|\b(?:prompt|input)\b.{0,40}\b(?:too long|exceeds?)\b|too many tokens|\bn_ctx\b|"
            r"tokens exceed|token count.{0,40}exceeds|tokens. must be <=",
            exceptions.ContextOverflowError,
        ),
        (r"\bcredits?\b|\bbilling\b|payment required|quota.{0,20}exceeded|exceeded.{0,20}quota", NoCredit),
        (
            r"api.?key.{0,40}\b(?:not valid|invalid|incorrect|expired)|\b(?:invalid|incorrect)\b.{0,20}api.?key",
            exceptions.ModelAuthenticationError,
        ),
        (
            r"not a valid model|\b(?:invalid|unknown) model\b|no models loaded|"
            r"\bmodel\b.{0,80}\b(?:not found|not exist)",
            exceptions.ModelNotFoundError,
        ),
    )
)
"""What a server's words mean, whichever status it sends them with; the first that fits."""

_NO_KEY = re.compile(r"could not resolve authentication|\bapi_key\b.{0,80}\b(?:must|to) be set", re.I | re.DOTALL)

_STATUS = {
    400: exceptions.ModelInvalidRequestError,
    401: exceptions.ModelAuthenticationError,
    402: NoCredit,
    403: exceptions.ModelPermissionDeniedError,
    404: exceptions.ModelNotFoundError,
    408: exceptions.ModelTimeoutError,
    413: exceptions.ContextOverflowError,
    429: exceptions.ModelRateLimitError,
}
_BY_STATUS = (401, 402, 403, 404)
"""Statuses that say it all."""

_SENTENCES: dict[type[exceptions.ModelError], str] = {
    exceptions.ContextOverflowError: "the excerpts are longer than {name} can read: set ARTICLEBOT_MODEL_CONTEXT lower",
    NoKey: "{name} needs a key: set {key}",
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


def unreachable(name: str, error: Exception, *, begun: bool = False) -> ModelUnreachable:
    """What went wrong while a model was asked. ``begun``: it had begun to write."""
    kind = _kind(error)
    if begun and issubclass(kind, exceptions.ModelConnectionError):
        kind = exceptions.ModelError
    sentence = next(said for known, said in _SENTENCES.items() if issubclass(kind, known))
    provider = name.partition(":")[0]
    return ModelUnreachable(
        sentence.format(name=name, key=key_of(provider), at=_address(error), detail=detail_of(error))
    )


def too_slow(name: str, seconds: float, *, begun: bool) -> ModelUnreachable:
    """A model did not begin, or was not done, within the time it may take."""
    if not begun:
        return unreachable(name, TimeoutError(f"{seconds:g} seconds"))
    return ModelUnreachable(
        f"{name} took longer than {seconds:g} seconds: choose a faster model, "
        "or give it more time with ARTICLEBOT_MODEL_TIMEOUT"
    )


def too_small(name: str, context: int) -> ModelUnreachable:
    """Not one excerpt fits into what a model can read."""
    return ModelUnreachable(
        f"no excerpt fits beside this question into the {context:,} tokens of {name}: set ARTICLEBOT_MODEL_CONTEXT "
        "higher if it can read more, or ask more briefly"
    )


def ended_early(name: str, reason: str) -> ModelUnreachable | None:
    """What cut a model off before it was done, by the reason that it gives for its end; None for nothing."""
    if reason.casefold() in AT_ITS_LIMIT:
        return ModelUnreachable(f"{name} wrote as much as it may at once: ask for less, or raise its limit of tokens")
    if reason.casefold() in FILTERED:
        return ModelUnreachable(f"the provider of {name} stopped it ({reason}): ask in other words")
    return None


def key_of(provider: str) -> str:
    """The variable that a provider's key is read from. What is no provider's name is had at an address."""
    return KEYS.get(provider, f"{provider.upper()}_API_KEY" if provider in KEYED else "OPENAI_API_KEY")


def detail_of(error: Exception) -> str:
    """What a server says about an error, in its own words, on one line."""
    said = next((line.strip() for line in _message(error).splitlines() if line.strip()), "")
    if not said or said.startswith("<"):  # a page of a proxy
        status = _status(error)
        said = f"HTTP {status}" if status else type(error).__name__
    return said if len(said) <= LONGEST_DETAIL else f"{said[:LONGEST_DETAIL]}…"


def _kind(error: Exception) -> type[exceptions.ModelError]:
    """The kind of error: by what the server says, LangChain's class, the status, or how it ended."""
    status = _status(error)
    if status not in _BY_STATUS and (status or hasattr(error, "body")):
        said = f"{error} {getattr(error, 'body', '')}"
        if found := next((kind for words, kind in _SAID if words.search(said)), None):
            return found
    if isinstance(error, exceptions.ModelError):
        return NoCredit if status == 402 else type(error)
    if status:
        return exceptions.ModelAPIError if status >= 500 else _STATUS.get(status, exceptions.ModelInvalidRequestError)
    return _how_it_ended(error)


def _how_it_ended(error: Exception) -> type[exceptions.ModelError]:
    """The kind of an error that no server told of."""
    if _NO_KEY.search(str(error)):
        return NoKey
    names = " ".join(kind.__name__ for kind in type(error).__mro__)
    if "Timeout" in names:
        return exceptions.ModelTimeoutError
    if "ConnectionError" in names or "ConnectError" in names:
        return exceptions.ModelConnectionError
    return exceptions.ModelError


def _status(error: Exception) -> int:
    """The HTTP status of an error, or the one that stands in its body; 0 for none."""
    for status in (getattr(error, "status_code", None), getattr(error, "code", None)):
        if str(status).isdigit() and 400 <= int(str(status)) < 600:
            return int(str(status))
    return 0


def _message(error: Exception) -> str:
    """The sentence in the body of an error; the error as text where there is none."""
    body = getattr(error, "body", None)
    for _ in range(3):  # {"error": {"message": …}}, in a list with some
        body = body[0] if isinstance(body, list) and body else body
        if not isinstance(body, Mapping):
            break
        body = next((body[name] for name in ("error", "message", "detail") if body.get(name)), None)
    return body if isinstance(body, str) else str(error)


def _address(error: Exception) -> str:
    try:
        url = urlsplit(str(getattr(error, "request", None).url))  # type: ignore[union-attr]
    except (AttributeError, RuntimeError):
        return ""
    return f" at {url.scheme}://{url.netloc}" if url.netloc else ""
