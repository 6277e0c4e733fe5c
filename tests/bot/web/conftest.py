"""A bot over two small articles, real but for its embedder, and the application around it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from bot.articlebot import ArticleBot
from bot.web.opening import Opening
from bot.web.server import create_app
from tests.bots import bot_over
from tests.factories import article, day
from tests.waiting import LONGEST
from vectorstore.library import Library

BRIDGE = article("bridge", published=day("2026-11-20"), url="https://courier.example/bridge")
FERRY = article(
    "ferry",
    "The ferry to Westport stops in December. Captain Ada Brown said that repairs will cost two million crowns.",
    title="Ferry to Westport stops, Brown says",
    source="Harbour News",
    published=day("2026-11-22"),
)


@pytest.fixture
def bot(library: Library) -> ArticleBot:
    list(library.ingest([BRIDGE, FERRY]))
    return bot_over(library)


@pytest.fixture
def opening(bot: ArticleBot) -> Opening:
    opening = Opening(lambda: bot)
    opening.examples.result(LONGEST)
    return opening


@pytest.fixture
def client(opening: Opening) -> Iterator[TestClient]:
    with TestClient(create_app(opening), base_url="http://127.0.0.1") as client:
        yield client
