"""What a view of the page is: chat, library, and so on, each in a file of its own and listed in ``page.py``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import gradio as gr

Update = dict[Any, Any]
"""Parts of the page and what they are to show."""

Event = Callable[..., Any]
"""Something that happens in the browser. It is called with what is to be done, its inputs and its outputs."""

QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
"""How every event of the page is wired."""


class View(Protocol):
    """One view. It is made once for all readers, so it holds nothing of any one of them."""

    @property
    def name(self) -> str:
        """What stands in the address after ``#``, in ``static/navigation.js`` and before ``-view`` in the styles."""
        ...

    @property
    def label(self) -> str:
        """What the navigation calls it."""
        ...

    def lay_out(self, blocks: gr.Blocks, shown: Event) -> None:
        """Make its parts and wire them. ``blocks`` is the page, ``shown`` happens when this view is gone to."""
        ...
