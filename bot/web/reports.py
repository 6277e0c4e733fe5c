"""The report of the latest run of the bundled set, at an address of its own."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from bot.evaluate.apart import FOLDER, REPORT
from bot.web.opening import Opening

NOT_YET = "<!doctype html><title>ArticleBot</title><p>There is no report yet."


def report_routes(opening: Opening) -> APIRouter:
    """The address of the report."""
    router = APIRouter(include_in_schema=False)

    @router.get("/evaluation/report")
    def report() -> HTMLResponse:
        path = opening.opened.result().library.folder / FOLDER / REPORT
        if not path.exists():
            return HTMLResponse(NOT_YET, 404)
        return HTMLResponse(path.read_text(encoding="utf-8"))

    return router
