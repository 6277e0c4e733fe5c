"""What a running Ollama on this machine offers. It is offered to a reader, and never used unasked."""

from __future__ import annotations

from collections.abc import Mapping

ADDRESS = "http://127.0.0.1:11434"
"""Where Ollama listens unless it is told otherwise. No other machine is ever asked."""

PATIENCE = 0.3  # seconds
MOST = 50  # models


def offered(address: str = ADDRESS, *, patience: float = PATIENCE) -> list[str]:
    """The names of its chat models, in its order; none when nothing answers there, or something else does."""
    import httpx

    try:
        found = httpx.get(f"{address}/api/tags", timeout=patience, trust_env=False).json()
    except (httpx.HTTPError, ValueError):
        return []
    models = found.get("models") if isinstance(found, Mapping) else None
    names = [model.get("name") for model in models if isinstance(model, Mapping)] if isinstance(models, list) else []
    return [name for name in names if isinstance(name, str) and name.isprintable() and "embed" not in name][:MOST]


def settings_for(name: str, address: str = ADDRESS) -> dict[str, str]:
    """The settings that choose one of them, through its OpenAI-compatible address."""
    return {"model": name, "model_url": f"{address}/v1"}
