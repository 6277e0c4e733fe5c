"""Many conversations, found and gone to as their owner would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from bot.articlebot import ArticleBot
from bot.conversations.kept import NO_FILTERS
from bot.web import text
from bot.web.opening import Opening
from bot.web.place import PAGE
from tests.bot.web.conftest import BRIDGE, FERRY
from tests.bots import bot_over
from tests.end_to_end.browsing import BROWSER, Reader, served
from tests.fakes import FakeEmbedder
from tests.waiting import LONGEST
from vectorstore.library import Library

pytestmark = BROWSER

MANY = PAGE + 10


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[ArticleBot]:
    with Library.open(tmp_path / "data", FakeEmbedder()) as library:
        list(library.ingest([BRIDGE, FERRY]))
        yield bot_over(library)


@pytest.fixture
def page(browser: Browser, bot: ArticleBot) -> Iterator[Page]:
    """A page with many conversations, a day apart, the latest of today."""
    opening = Opening(lambda: bot)
    now = datetime.now(UTC)
    for number in range(MANY):
        opening.kept.result(LONGEST).begin("", f"Number {number}.", now - timedelta(days=number), NO_FILTERS)
    with served(opening) as address:
        reader = Reader(browser.new_page(), address)
        yield reader.page
        reader.page.close()


def test_all_conversations_can_be_got_at_and_stand_under_their_age(page: Page) -> None:
    items = page.locator(".history li")
    expect(items).to_have_count(PAGE)
    expect(page.locator(".history .age").nth(2)).to_be_visible()

    page.get_by_role("button", name=text.MORE).click()

    expect(items).to_have_count(MANY)
    expect(page.get_by_role("button", name=text.MORE)).to_have_count(0)


def test_a_conversation_is_found_and_opened_with_the_keyboard_alone(page: Page) -> None:
    find = page.get_by_label(text.FIND)
    find.focus()
    page.keyboard.type(f"number {MANY - 1}", delay=30)  # whose last letter leaves one
    expect(page.locator(".history li")).to_have_count(1)
    expect(find).to_be_focused()
    expect(find).to_have_value(f"number {MANY - 1}")

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.get_by_label(text.TITLE)).to_have_value(f"Number {MANY - 1}.")
    expect(find).to_have_value(f"number {MANY - 1}")


def test_a_conversation_that_is_left_for_a_new_one_is_opened_again_and_a_deleted_one_leaves_the_address(
    page: Page,
) -> None:
    expect(page.locator(".history li")).to_have_count(PAGE)
    page.get_by_role("textbox", name=text.QUESTION).fill("What did Captain Ada Brown say?")
    page.keyboard.press("Enter")
    page.wait_for_selector("#t1[aria-busy=false]")

    page.get_by_role("link", name=text.NEW).click()
    expect(page.locator(".exchange")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"#chat$"))
    page.get_by_role("link", name="What did Captain Ada Brown say?").click()
    expect(page.locator("#t1 .prose")).to_contain_text("two million crowns")
    expect(page).to_have_url(re.compile(r"#chat/.+"))

    page.get_by_label(text.DELETE).click()
    page.get_by_role("button", name=text.DELETE_NOW).click()
    expect(page.locator(".exchange")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"#chat$"))


def test_the_drawer_of_a_phone_takes_the_focus_and_gives_it_back(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.locator(".history li")).to_have_count(PAGE)
    drawer = page.get_by_role("button", name=text.CONVERSATIONS)
    drawer.press("Enter")
    expect(page.get_by_role("link", name=text.NEW)).to_be_focused()
    expect(drawer).to_have_attribute("aria-expanded", "true")

    page.keyboard.press("Escape")

    expect(page.locator(".history")).to_be_hidden()
    expect(drawer).to_be_focused()
    expect(drawer).to_have_attribute("aria-expanded", "false")


def test_a_tab_opened_at_one_article_offers_nothing_about_the_others(page: Page) -> None:
    held: list[Route] = []

    def is_of_the_article(request: Request) -> bool:
        return '"article"' in (request.post_data or "")

    def hold(route: Route) -> None:
        if is_of_the_article(route.request):
            held.append(route)
        else:
            route.continue_()

    address = page.url
    page.route("**/queue/join*", hold)
    page.goto("about:blank")
    with page.expect_request(is_of_the_article):
        page.goto(f"{address}#chat/about/ferry")
    expect(page.locator(".welcome .example").first).to_be_attached()
    expect(page.locator(".example:visible")).to_have_count(0)

    held[0].continue_()

    expect(page.locator(".example:visible")).to_have_text([text.ABOUT_IT, "What did Captain Ada Brown say?"])


def test_only_the_article_that_is_asked_alone_answers(page: Page) -> None:
    expect(page.get_by_role("button", name=text.FILTERS)).to_be_visible()
    page.evaluate("location.hash = '#chat/about/ferry'")
    expect(page.locator("#filters .chip")).to_contain_text("Ferry to Westport stops")
    expect(page.locator(".example:visible")).to_have_text([text.ABOUT_IT, "What did Captain Ada Brown say?"])

    for number, question in enumerate(("What did Captain Ada Brown say?", "What did the council vote?"), start=1):
        page.get_by_role("textbox", name=text.QUESTION).fill(question)
        page.keyboard.press("Enter")
        page.wait_for_selector(f"#t{number}[aria-busy=false]")

    expect(page.locator("#t1 .prose")).to_contain_text("repairs will cost two million crowns")
    assert "bridge" not in page.locator("#t2").inner_text()
