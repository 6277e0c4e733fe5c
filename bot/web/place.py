"""Where a browser tab is: what it has open and looks for. It is kept in the tab, so it outlives the server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from bot.conversations.kept import NO_FILTERS, Filters
from bot.plain import json_values

PAGE = 50
"""Conversations listed at first, and more each time more are wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The open conversation by its id, empty for one that is not begun; filters; what the list is searched for.

    ``shown`` is how many conversations are listed at most.
    """

    conversation: str = ""
    filters: Filters = NO_FILTERS
    search: str = ""
    shown: Annotated[int, Field(ge=PAGE, le=100 * PAGE)] = PAGE

    @classmethod
    def of(cls, values: Mapping[str, Any] | None) -> Place:
        """What a tab says of itself; where it says nothing that can be used, as in a new tab."""
        try:
            return TypeAdapter(cls).validate_python(values or {})
        except ValidationError:
            return cls()

    @property
    def values(self) -> dict[str, Any]:
        """The same as JSON values."""
        found: dict[str, Any] = json_values(self)
        return found
