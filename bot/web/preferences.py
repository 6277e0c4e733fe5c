"""What a person has chosen in the settings: kept in a cookie of their browser, so it is theirs and nobody else's."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any, Literal
from urllib.parse import unquote

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import HTTPConnection

from bot.articlebot import ArticleBot
from bot.build import chat_answerer
from bot.compose import Answerer
from bot.ollama import offered, settings_for
from bot.refuse import least_confidence
from bot.settings import Settings
from bot.written import Unsupported

COOKIE = "articlebot-settings"
Writer = Literal["", "configured", "quotes", "found"]


class Preferences(BaseModel):
    """What is chosen; what is not, is as the page was started. ``found`` names a model of this machine."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    writer: Writer = ""
    found: str = Field(default="", max_length=200)
    strictness: float | None = Field(default=None, ge=0, le=1)
    unsupported: Unsupported | None = None
    passages: int | None = Field(default=None, ge=1, le=50)
    sentences: int | None = Field(default=None, ge=1, le=10)


def preferences_of(request: HTTPConnection | None) -> Preferences:
    """What the browser says was chosen; nothing where it makes no sense."""
    said = unquote(request.cookies.get(COOKIE, "")) if request is not None else ""
    try:
        return Preferences.model_validate(json.loads(said or "{}"))
    except (ValueError, ValidationError):
        return Preferences()


@dataclass(slots=True, kw_only=True)
class Choices:
    """Makes of the one bot what a person has chosen. A model that was found is opened once."""

    settings: Settings
    _found: dict[str, Answerer | None] = field(default_factory=dict)

    def bot(self, bot: ArticleBot, chosen: Preferences) -> ArticleBot:
        """The bot as chosen, over the same library.

        Raises:
            ModelError: the model that was found is no longer there.
        """
        wanted: dict[str, Any] = {
            name: value
            for name in ("unsupported", "passages", "sentences")
            if (value := getattr(chosen, name)) is not None
        }
        if chosen.strictness is not None:
            wanted["least_confidence"] = least_confidence(chosen.strictness)
        if chosen.writer == "quotes":
            wanted["answerer"] = None
        elif chosen.writer == "found" and (answerer := self._answerer(chosen.found)):
            wanted["answerer"] = answerer
        return replace(bot, **wanted) if wanted else bot

    def _answerer(self, name: str) -> Answerer | None:
        """A model that was found; nothing for a name that is none."""
        if name not in self._found:
            if name not in offered():
                return None
            self._found[name] = chat_answerer(self.settings.model_copy(update=settings_for(name)))
        return self._found[name]
