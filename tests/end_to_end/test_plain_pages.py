"""The pages with no program in them: to sign in, what is shared, and what is not there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from bot.articlebot import ArticleBot
from bot.build import bot_over
from bot.conversations.kept import NO_FILTERS, Exchange
from bot.settings import Settings
from bot.web import text
from bot.web.accounts import password_hash
from bot.web.opening import Opening
from tests.end_to_end.browsing import BROWSER, Reader, served
from tests.factories import answer, article, day
from tests.fakes import FakeEmbedder
from vectorstore.library import Library

pytestmark = BROWSER


@pytest.fixture
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=request.param)
    yield context
    context.close()


@pytest.fixture
def bot(library: Library, embedder: FakeEmbedder) -> ArticleBot:
    list(library.ingest([article()]))
    return bot_over(library, Settings())


def paper(reader: Reader) -> str:
    """The colour behind the words, as three numbers."""
    return str(reader.page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize("context", ["light", "dark"], indirect=True)
def test_who_mistypes_the_password_types_only_that_again(bot: ArticleBot, context: BrowserContext) -> None:
    with served(Opening(lambda: bot), Settings(users={"ann": password_hash("of ann")}, admin="ann")) as address:
        reader = Reader(context.new_page(), address)
        page = reader.page
        serious = reader.serious()
        page.get_by_label(text.USER).fill("ann")
        page.get_by_label(text.PASSWORD).fill("of nobody")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text(text.SIGN_IN_WRONG)
        serious += reader.serious()
        wide = page.evaluate("document.documentElement.scrollWidth")
        expect(page.get_by_label(text.USER)).to_have_value("ann")
        expect(page.get_by_label(text.PASSWORD)).to_be_focused()
        page.keyboard.type("of ann")
        page.keyboard.press("Enter")
        expect(page.get_by_role("textbox", name=text.QUESTION)).to_be_visible()

    assert (serious, wide) == ([], 360)


@pytest.mark.parametrize("context", ["light", "dark"], indirect=True)
def test_what_is_shared_and_what_is_not_there_are_read_in_the_colours_of_the_device(
    bot: ArticleBot, context: BrowserContext
) -> None:
    opening = Opening(lambda: bot)
    store = opening.kept.result()
    id = store.begin("", "The old bridge", day("2026-11-24"), NO_FILTERS)
    store.put("", id, 0, Exchange(question="What of it?", answer=answer()), day("2026-11-24"))
    with served(opening) as address:
        reader = Reader(context.new_page(), f"{address}/shared/{store.share('', id, True)}")
        expect(reader.page.get_by_role("heading", name="The old bridge")).to_be_visible()
        shared, serious = paper(reader), reader.serious()
        store.share("", id, False)
        reader.page.reload()
        expect(reader.page.get_by_text("is no longer shared")).to_be_visible()
        gone, serious = paper(reader), serious + reader.serious()
        reader.page.get_by_role("link", name=text.TO_THE_PAGE).click()
        expect(reader.page.get_by_role("textbox", name=text.QUESTION)).to_be_visible()

    assert serious == []
    assert gone == shared
