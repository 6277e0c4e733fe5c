"""The HTTP API of what articles said before: an article in any version, and what changed since it was cited."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Body

from bot.change import changed
from bot.kept import citations_in
from bot.plain import json_values
from bot.web.opening import Opening


def version_routes(opening: Opening) -> APIRouter:
    """The addresses under ``/api`` that are about versions."""
    router = APIRouter(prefix="/api")

    @router.get("/article")
    def article(id: str, version: int | None = None) -> dict[str, Any]:
        """An article with its text, as it is or as it was, its versions, and where else it stands."""
        library = opening.opened.result().library
        return {
            **json_values(library.article(id, version)),
            "versions": json_values(library.versions(id)),
            "addresses": json_values(library.addresses(id)),
        }

    @router.post("/changed")
    def since(kept: dict[str, Any] = Body()) -> dict[str, Any]:  # noqa: B008 - FastAPI's way
        """What became of the articles that a kept answer cites; nothing when all is as it was."""
        return {"changed": json_values(changed(citations_in(kept), opening.opened.result().library))}

    return router
