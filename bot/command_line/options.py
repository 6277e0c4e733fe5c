"""Options that several commands share."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from vectorstore.errors import BadInput

Data = Annotated[Path | None, typer.Option("--data", help="The folder that holds the library.")]
Model = Annotated[str | None, typer.Option("--model", help='A chat model, "provider:name"; quotes without one.')]
ModelUrl = Annotated[str | None, typer.Option("--model-url", help="An OpenAI-compatible address for the model.")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="Answer as of this day, from what was out by then.")]
Since = Annotated[str | None, typer.Option("--since", help="Only articles of this day and after.")]
Until = Annotated[str | None, typer.Option("--until", help="Only articles of this day and before.")]
Source = Annotated[list[str] | None, typer.Option("--source", help="Only this outlet; may be repeated.")]
Strictness = Annotated[
    float | None, typer.Option("--strictness", min=0, max=1, help="0 answers whenever it can, 1 only when certain.")
]
ArticleId = Annotated[list[str] | None, typer.Option("--article", help="Only this article; may be repeated.")]
Json = Annotated[bool, typer.Option("--json", help="Print all of it as JSON.")]

UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
SHORTEST = 60  # seconds between two looks at sources


def duration(text: str) -> timedelta:
    """The time in "15m", "2h" or "1d". Raises ``BadInput``."""
    said = re.fullmatch(r"(\d{1,6})\s*([smhd])", text.strip().lower())
    seconds = int(said[1]) * UNITS[said[2]] if said else 0
    if seconds < SHORTEST:
        raise BadInput(f"{text} is no time of a minute or more: write it as 15m, 2h or 1d")
    return timedelta(seconds=seconds)
