"""Every setting, its bounds, and the only place that reads the environment (``ARTICLEBOT_*`` and ``.env``)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

from bot.written import Unsupported
from vectorstore.errors import BadSettings

PREFIX = "ARTICLEBOT_"


class Settings(BaseSettings):
    """What can be chosen. Each field is read from ``ARTICLEBOT_<NAME>`` unless it is given."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="forbid", frozen=True)

    data: Path = Field(default=Path("data"), description="the folder that holds the library")
    embedding_model: str = Field(
        default="all-MiniLM-L6-v2", description="a sentence-transformers folder or name; changing it needs a rebuild"
    )
    retriever: Literal["hybrid", "dense", "words"] = Field(default="hybrid", description="how passages are searched")
    reranker: str = Field(
        default="", description="a cross-encoder folder or name that puts the best passages in order; none by default"
    )
    passages: int = Field(default=10, ge=1, le=50, description="passages read for each question")
    reading_threads: int = Field(
        default=2, ge=1, le=64, description="processors that the trained reader and judge may use"
    )
    sentences: int = Field(default=3, ge=1, le=10, description="most sentences quoted in an answer")
    strictness: float = Field(
        default=0.5, ge=0, le=1, description="0 answers whenever it can, 1 refuses unless it is all but certain"
    )
    fetch_allow: str = Field(
        default="", description="hosts that may be fetched from though they are not public, with commas between"
    )
    fetch_proxy: str = Field(
        default="", description="an HTTP proxy to fetch through, http://host:port; none is taken from elsewhere"
    )
    fetch_most: int = Field(default=500, ge=1, le=50_000, description="pages of a feed or sitemap fetched at a time")
    fetch_pause: float = Field(default=1.0, ge=0, le=60, description="seconds between two requests to one host")
    model: str = Field(default="", description='a chat model, "provider:name"; empty quotes without one')
    model_url: str = Field(default="", description="the address of an OpenAI-compatible server for the chat model")
    unsupported: Unsupported = Field(
        default=Unsupported.DROPPED,
        description="what becomes of a model's sentences that no article bears out: dropped, or shown struck through",
    )
    model_price_in: float | None = Field(default=None, ge=0, description="what a million tokens sent to it cost")
    model_price_out: float | None = Field(default=None, ge=0, description="what a million tokens that it writes cost")
    model_context: int = Field(
        default=4096, ge=1024, le=1_000_000, description="tokens that a chat model can read and write at once"
    )
    model_timeout: float = Field(default=60, gt=0, le=600, description="seconds a chat model may take to answer")
    users: dict[str, str] = Field(
        default_factory=dict,
        description='who may use the page: JSON of names and password hashes, as "python -m bot account" prints them',
    )
    admin: str = Field(default="", description="the one of the users who may change the library")
    questions_per_minute: int = Field(default=30, ge=1, description="questions that one person may ask in a minute")
    largest_file_mb: int = Field(default=100, ge=1, le=10_000, description="megabytes of a file added on the page")

    @model_validator(mode="after")
    def _admin_is_a_user(self) -> Self:
        if self.admin and self.admin not in self.users:
            raise ValueError(f"{self.admin!r} is the admin but none of the users: add it to {PREFIX}USERS")
        return self


NOT_OF_ANSWERS = frozenset(
    "data fetch_allow fetch_proxy fetch_most fetch_pause users admin questions_per_minute largest_file_mb".split()
)
"""Settings that change no answer. Some are secrets."""


def of_answers(settings: Settings) -> dict[str, Any]:
    """What answers depend on, as JSON values: fit to be shown beside them."""
    return settings.model_dump(mode="json", exclude=set(NOT_OF_ANSWERS))


def load_settings(**given: Any) -> Settings:
    """Settings from the environment, with what is given (and not None) in place of it.

    Raises:
        BadSettings: a name is unknown or a value is out of range.
    """
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    unknown = [name for name in os.environ if name.startswith(PREFIX) and name not in known]
    if unknown:
        raise BadSettings(f"unknown setting {unknown[0]}: the known ones are {', '.join(sorted(known))}")
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]).upper().removeprefix(PREFIX)
        raise BadSettings(f"setting {PREFIX}{name or 'ADMIN'}: {first['msg'].removeprefix('Value error, ')}") from error
    except SettingsError as error:
        raise BadSettings(f'setting {PREFIX}USERS: it is not JSON, such as {{"ann": "$argon2id$…"}}') from error
