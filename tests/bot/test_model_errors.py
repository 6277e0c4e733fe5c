"""What servers really answer, and what a reader is told of it. The bodies are those that people reported."""

from __future__ import annotations

import json

import pytest

from bot.model_errors import key_of, unreachable
from bot.models import chat_model
from bot.types import Conversation
from bot.write import ChatAnswerer
from prompts import load
from tests.chat_server import ChatServer, serving
from tests.factories import hit, query
from tests.fakes import drafts
from vectorstore.errors import ModelUnreachable

NAME = "openai:tiny"
TOO_LONG = f"the excerpts are longer than {NAME} can read: set ARTICLEBOT_MODEL_CONTEXT lower"
BUSY = f"{NAME} takes no more requests now: try again in a minute"
NO_CREDIT = f"there is no credit left for {NAME}: add some with its provider, or choose another model"
BAD_KEY = f"{NAME} did not accept the key: check OPENAI_API_KEY"
NO_MODEL = f"there is no {NAME}"


@pytest.fixture(autouse=True)
def a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-none")


def written(server: ChatServer) -> list[str]:
    with serving(server):
        answerer = ChatAnswerer(model=chat_model(NAME, server.url), prompt=load("answer"), name=NAME)
        return [draft.text for draft in drafts(answerer.draft(query(), [hit("Rates rose.")], Conversation()))]


def told(server: ChatServer) -> str:
    with pytest.raises(ModelUnreachable) as raised:
        written(server)
    return str(raised.value)


def error(message: str, **more: object) -> bytes:
    return json.dumps({"error": {"message": message, **more}}).encode()


REPORTED = [
    ("OpenAI", 400, error(
        "This model's maximum context length is 8192 tokens. However, your messages resulted in 8227 tokens. Please "
        "reduce the length of the messages.", type="invalid_request_error", code="context_length_exceeded"), TOO_LONG),
    ("OpenAI, by the minute", 429, error(
        "Request too large for gpt-4o on tokens per min (TPM): Limit 30000, Requested 342389. The input or output "
        "tokens must be reduced in order to run successfully.", code="rate_limit_exceeded"), TOO_LONG),
    ("Ollama", 400, error("the input length exceeds the context length", type="api_error"), TOO_LONG),
    ("llama.cpp", 400, error(
        "request (6031 tokens) exceeds the available context size (4096 tokens), try increasing it", code=400,
        type="exceed_context_size_error", n_ctx=4096), TOO_LONG),
    ("vLLM", 400, error("The decoder prompt (length 322) is longer than the maximum model length of 256.",
        type="BadRequestError", code=400), TOO_LONG),
    ("Text Generation Inference", 422, json.dumps({"error": "Input validation error: `inputs` tokens + "
        "`max_new_tokens` must be <= 4096. Given: 5000 `inputs` tokens", "error_type": "validation"}).encode(),
        TOO_LONG),
    ("Anthropic", 400, json.dumps({"type": "error", "error": {"type": "invalid_request_error",
        "message": "prompt is too long: 208310 tokens > 200000 maximum"}}).encode(), TOO_LONG),
    ("Gemini, too long", 400, error("The input token count (1200000) exceeds the maximum number of tokens allowed "
        "(1048576).", status="INVALID_ARGUMENT"), TOO_LONG),
    ("Groq, too large", 413, error(
        "Request too large for model `llama-3.3-70b-versatile` on tokens per minute (TPM): Limit 12000, Requested "
        "14137, please reduce your message size and try again. Need more tokens? Upgrade to Dev Tier today at "
        "https://console.groq.com/settings/billing", type="tokens", code="rate_limit_exceeded"), TOO_LONG),
    ("a proxy", 413, b"<html>\r\n<head><title>413 Request Entity Too Large</title></head>", TOO_LONG),
    ("Groq, busy", 429, error(
        "Rate limit reached for model `llama-3.3-70b-versatile` on tokens per day (TPD): Limit 100000, Used 97050, "
        "Requested 3619. Please try again in 9m38.016s. Need more tokens? Upgrade to Dev Tier today at "
        "https://console.groq.com/settings/billing", type="tokens", code="rate_limit_exceeded"), BUSY),
    ("OpenAI, busy", 429, error(
        "Rate limit reached for gpt-4o on requests per min. Limit: 3 / min. Please try again in 20s. Please add a "
        "payment method to your account to increase your rate limit. Visit "
        "https://platform.openai.com/account/billing to add a payment method."), BUSY),
    ("Gemini, busy", 429, json.dumps([{"error": {"code": 429, "message": "You exceeded your current quota, please "
        "check your plan and billing details.\n* Quota exceeded for metric: generate_content_free_tier_requests\n"
        "Please retry in 37.8s.", "status": "RESOURCE_EXHAUSTED"}}]).encode(), BUSY),
    ("OpenRouter, busy", 429, error(
        "Rate limit exceeded: free-models-per-day. Add 10 credits to unlock 1000 free model requests per day",
        code=429), BUSY),
    ("OpenAI, nothing left", 429, error(
        "You exceeded your current quota, please check your plan and billing details.", code="insufficient_quota"),
        NO_CREDIT),
    ("OpenRouter, nothing left", 402, error(
        "This request requires more credits, or fewer max_tokens. You requested up to 65536 tokens, but can only "
        "afford 3395.", code=402), NO_CREDIT),
    ("DeepSeek, nothing left", 402, error("Insufficient Balance", code="invalid_request_error"), NO_CREDIT),
    ("Anthropic, nothing left", 400, json.dumps({"type": "error", "error": {"type": "invalid_request_error",
        "message": "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to "
        "upgrade or purchase credits."}}).encode(), NO_CREDIT),
    ("OpenAI, key", 401, error("Incorrect API key provided: sk-none.", code="invalid_api_key"), BAD_KEY),
    ("Gemini, key", 400, json.dumps([{"error": {"code": 400, "message": "API key not valid. Please pass a valid API "
        "key.", "status": "INVALID_ARGUMENT"}}]).encode(), BAD_KEY),
    ("OpenRouter, key", 401, error("No auth credentials found", code=401), BAD_KEY),
    ("Ollama, no model", 404, error('model "tiny" not found, try pulling it first', type="api_error"), NO_MODEL),
    ("OpenRouter, no model", 400, error("openai/tiny is not a valid model ID", code=400), NO_MODEL),
    ("DeepSeek, no model", 400, error("Model Not Exist", type="invalid_request_error"), NO_MODEL),
    ("LM Studio, no model", 404, error("No models loaded. Please load a model in the developer page.",
        code="model_not_found"), NO_MODEL),
]  # fmt: skip


@pytest.mark.parametrize(
    ("status", "body", "said"), [case[1:] for case in REPORTED], ids=[case[0] for case in REPORTED]
)
def test_what_servers_say_becomes_what_to_do(status: int, body: bytes, said: str) -> None:
    assert told(ChatServer(status=status, error=body)).startswith(said)


@pytest.mark.parametrize(
    ("status", "body", "detail"),
    [
        (500, error("CUDA out of memory", code=500), "(CUDA out of memory)"),
        (503, error("Loading model", type="unavailable_error", code=503), "(Loading model)"),
        (502, b"<html>\n<title>502 Bad Gateway</title>", "(HTTP 502)"),
        (422, b'{"detail": "Unsupported parameter"}', ": Unsupported parameter"),
    ],
)
def test_what_else_a_server_says_is_told_in_its_own_words(status: int, body: bytes, detail: str) -> None:
    assert told(ChatServer(status=status, error=body)).endswith(detail)


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ({"message": "Cannot truncate prompt with n_keep (15028) >= n_ctx (7424)"}, TOO_LONG),
        ({"message": "Rate limit exceeded", "code": 429}, BUSY),
        ({"message": "Provider disconnected", "code": 502}, f"the server of {NAME} failed"),
        ({"message": "The model crashed"}, f"{NAME} stopped before it was done"),
    ],
    ids=["LM Studio, too long", "OpenRouter, busy", "OpenRouter, gone", "anything else"],
)
def test_an_error_in_a_stream_that_began_well_is_told_as_well(event: dict[str, object], said: str) -> None:
    assert told(ChatServer(pieces=[], in_stream=json.dumps({"error": event}))).startswith(said)


def test_a_server_that_is_busy_once_is_asked_again_and_answers() -> None:
    server = ChatServer(status=429, refused=1)

    assert written(server) == ["Rates rose."]
    assert len(server.asked) == 2


def test_a_key_that_only_the_request_misses_is_named() -> None:
    error = TypeError('"Could not resolve authentication method. Expected one of api_key or auth_token to be set."')

    assert str(unreachable("anthropic:claude", error)) == "anthropic:claude needs a key: set ANTHROPIC_API_KEY"


@pytest.mark.parametrize(
    ("provider", "key"),
    [("groq", "GROQ_API_KEY"), ("mistralai", "MISTRAL_API_KEY"), ("qwen3", "OPENAI_API_KEY")],
)
def test_a_name_that_is_no_provider_s_goes_with_the_key_of_an_address(provider: str, key: str) -> None:
    assert key_of(provider) == key
