"""``models``: how a chat model is chosen, and those that this machine offers."""

from __future__ import annotations

from bot.ollama import offered, settings_for

WAYS = """Choose a chat model with --model, or with ARTICLEBOT_MODEL:
  provider:name            such as openai:gpt-5-mini or anthropic:claude-haiku-4-5, through LangChain
  name --model-url URL     at any OpenAI-compatible address
  gguf:/path/model.gguf    a downloaded file, served in this process (pip install xllamacpp langchain-openai)"""


def models() -> None:
    """Say how a chat model is chosen, and what an Ollama on this machine offers. Nothing is used unasked."""
    print(WAYS)
    names = offered()
    if not names:
        print("No Ollama answers on this machine.")
        return
    print("Ollama on this machine offers (pip install langchain-openai):")
    for name in names:
        chosen = settings_for(name)
        print(f"  --model {chosen['model']} --model-url {chosen['model_url']}")
