"""Conversations at addresses of their own: one's own as a file, a shared one as a page that nobody can change."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from bot.change import Change, changed
from bot.conversations.export import FORMATS, as_html, file_name
from bot.conversations.kept import Kept
from bot.web.opening import Opening
from bot.web.owner import owner_of
from vectorstore.errors import NoSuchConversation


def downloads(opening: Opening) -> APIRouter:
    """The addresses under ``/conversations`` and ``/shared``."""
    router = APIRouter(include_in_schema=False)

    @router.get("/conversations/{name}")
    def export(name: str, owner: Annotated[str, Depends(_owner)]) -> Response:
        """A conversation of one's own as a file, with what became of its articles; the ending says in which form."""
        id, _, ending = name.rpartition(".")
        if ending not in FORMATS:
            raise NoSuchConversation(f"a conversation is exported as {', '.join(FORMATS)}, not {ending!r}")
        kept = opening.kept.result().get(owner, id)
        kind, write = FORMATS[ending]
        named = f"attachment; filename*=UTF-8''{quote(file_name(kept, ending))}"
        return Response(write(kept, since(kept)), media_type=kind, headers={"Content-Disposition": named})

    @router.get("/shared/{secret}")
    def shared(secret: str) -> HTMLResponse:
        """A conversation that its owner shares, as a page to read. It tells what became of its articles."""
        kept = opening.kept.result().shared_at(secret)
        return HTMLResponse(as_html(kept, since(kept)))

    def since(kept: Kept) -> list[tuple[Change, ...]]:
        """What became of the articles that each exchange cites."""
        library = opening.opened.result().library
        return [changed(exchange.answer or (), library) for exchange in kept.exchanges]

    return router


def _owner(request: Request) -> str:
    return owner_of(request)
