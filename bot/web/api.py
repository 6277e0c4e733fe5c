"""The HTTP API: ask, what is in the library, and whether the bot is ready."""

from __future__ import annotations

import logging
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from bot.plain import json_values
from bot.types import Conversation, Turn
from bot.web.access import Access
from bot.web.opening import Opening
from bot.web.plain_page import problem_page, wants_page
from bot.when import beginning, end
from bot.written import Unsupported
from vectorstore.errors import (
    ArticleBotError,
    BadInput,
    BadSettings,
    LibraryEmpty,
    ModelError,
    NoSuchArticle,
    NoSuchConversation,
    NoSuchSource,
    NotAllowed,
    TooOften,
)

log = logging.getLogger(__name__)

STATUS: tuple[tuple[type[ArticleBotError], int], ...] = (
    (NoSuchConversation, 404),
    (BadInput, 422),
    (BadSettings, 422),
    (NotAllowed, 403),
    (NoSuchArticle, 404),
    (NoSuchSource, 404),
    (TooOften, 429),
    (LibraryEmpty, 409),
    (ModelError, 502),
    (ArticleBotError, 503),
)


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Earlier(_Body):
    """A question and its answer, from before."""

    question: str
    answer: str = ""
    searched: str = ""
    articles: tuple[str, ...] = ()
    told: str = ""


class Question(_Body):
    """What to ask, and what holds for this one answer. ``conversation`` is what was said before, oldest first."""

    question: str
    conversation: tuple[Earlier, ...] = Field((), max_length=100)
    as_of: str | None = None
    since: str | None = None
    until: str | None = None
    sources: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    searched: str = ""
    without: tuple[str, ...] = ()
    strictness: float | None = Field(None, ge=0, le=1)
    unsupported: Unsupported | None = None


class Listed(_Body):
    """Which articles to list."""

    limit: int = Field(100, ge=1, le=1000)
    offset: int = Field(0, ge=0)
    since: str | None = None
    until: str | None = None
    source: list[str] = []


def routes(opening: Opening, access: Access) -> APIRouter:
    """The addresses under ``/api``."""
    router = APIRouter(prefix="/api")

    @router.post("/ask")
    def ask(asked: Question, request: Request) -> dict[str, Any]:
        """The whole answer, as in Python and on the command line. Waits until the bot is ready."""
        access.check_question(request)
        bot = opening.ready.result()
        scope = asked.model_dump(exclude={"question", "conversation"})
        turns = tuple(Turn(**turn.model_dump()) for turn in asked.conversation)
        return bot.ask(asked.question, conversation=Conversation(turns=turns), **scope).to_dict()

    @router.get("/health")
    def health() -> JSONResponse:
        """``ready``, ``opening`` or ``failed``."""
        failure, ready = opening.failure(), opening.ready.done()
        state = "failed" if failure else "ready" if ready else "opening"
        return JSONResponse({"status": state, "detail": opening.status}, status_code=503 if failure else 200)

    @router.get("/articles")
    def articles(listed: Annotated[Listed, Query()]) -> dict[str, Any]:
        """What is in the library, newest first, ``limit`` at a time."""
        library = opening.opened.result().library
        found = library.articles(
            since=beginning(listed.since) if listed.since else None,
            until=end(listed.until) if listed.until else None,
            sources=listed.source,
            limit=listed.limit,
            offset=listed.offset,
        )
        return {"total": library.catalog.coverage().articles, "articles": json_values(found)}

    return router


def explain_errors(app: FastAPI) -> None:
    """An error of ours, or a request that is none, becomes one sentence, with a fitting status.

    For a program it is ``{"error": …}``, for whoever goes there in a browser a page.
    """

    @app.exception_handler(ArticleBotError)
    def explain(request: Request, error: ArticleBotError) -> Response:
        return told(request, str(error), next(status for kind, status in STATUS if isinstance(error, kind)))

    @app.exception_handler(RequestValidationError)
    def name_what_is_wrong(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"][1:])
        said = "there is no such field" if first["type"] == "extra_forbidden" else first["msg"]
        return told(request, f"{field}: {said}", 422)

    def told(request: Request, sentence: str, status: int) -> Response:
        log.info("%s: %s", request.url.path, sentence)
        if wants_page(request):
            return HTMLResponse(problem_page(sentence), status_code=status)
        return JSONResponse({"error": sentence}, status_code=status)
