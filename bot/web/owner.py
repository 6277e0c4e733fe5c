"""Whose conversations a request is about."""

from __future__ import annotations

from starlette.requests import HTTPConnection

NOBODY = ""
"""The owner of everything where there are no accounts."""


def owner_of(request: HTTPConnection | None) -> str:
    """The name of who is signed in, as Starlette's authentication puts it into the request."""
    user = request.scope.get("user") if request is not None else None
    return str(user.display_name) if user is not None and user.is_authenticated else NOBODY
