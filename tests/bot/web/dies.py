"""Asks one question and is killed in the middle of its answer: ``python -m tests.bot.web.dies FOLDER``.

Prints the id of the conversation once the first sentence is shown.
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from pathlib import Path

from bot.articlebot import ArticleBot
from bot.conversations.kept import NO_FILTERS, Kept
from bot.web.asking import Asking, wanted
from bot.web.opening import Opening
from tests.bots import bot_over
from tests.factories import article, day
from tests.fakes import FakeAnswerer, FakeEmbedder
from vectorstore.library import Library

QUESTION = "What did the council vote about the old bridge?"
SAID = ("It voted to keep the old bridge open.", "The mayor had argued against it.")


def writing(folder: Path, hold_after: int | None = None) -> ArticleBot:
    """A bot over one article, with a writer that holds on after so many sentences."""
    library = Library.open(folder, FakeEmbedder())
    list(library.ingest([article("bridge", published=day("2026-11-20"))]))
    return replace(bot_over(library), answerer=FakeAnswerer(SAID, hold_after=hold_after))


async def main(folder: Path) -> None:
    """Say how far it is; it holds on for longer than whoever is to kill it."""
    kept, exchange = wanted({"question": QUESTION}, Kept())
    opening = Opening(lambda: writing(folder, hold_after=1))
    async for shown in Asking(opening=opening, owner="", filters=NO_FILTERS, kept=kept, exchange=exchange).answered():
        if shown.exchanges[-1].answer:
            print(shown.id, flush=True)  # noqa: T201 - to who started it


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
