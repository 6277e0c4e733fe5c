"""The page's other views, used as their readers would: library, settings, evaluation, and several people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from bot.articlebot import ArticleBot
from bot.plain import ABRIDGED
from bot.settings import Settings
from bot.web import text
from bot.web.accounts import password_hash
from bot.web.opening import Opening
from tests.bot.web.conftest import BRIDGE, FERRY
from tests.bots import bot_over
from tests.end_to_end.browsing import BROWSER, Reader, served
from tests.factories import article
from tests.fakes import FakeEmbedder
from tests.web_server import Reply, WebServer, serving
from vectorstore.library import Library

pytestmark = BROWSER

BOATS = b"Boats sink\n\nTwo boats sank near Westport on Sunday. Nobody was hurt, the harbour master said."
HOSTILE = '<script>alert(1)</script><img src="https://beacon.example/x.png" onerror="alert(2)"></p></article><h1>'
USERS = {"ann": password_hash("of ann"), "bob": password_hash("of bob")}


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[ArticleBot]:
    with Library.open(tmp_path / "data", FakeEmbedder()) as library:
        list(library.ingest([BRIDGE, FERRY]))
        yield bot_over(library)


def reader_at(browser: Browser, address: str) -> Reader:
    return Reader(browser.new_context().new_page(), address)


def go(reader: Reader, view: str) -> None:
    reader.page.get_by_role("navigation", name=text.VIEWS).get_by_role("link", name=view).click()


def file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def test_files_are_added_found_asked_alone_and_removed(browser: Browser, bot: ArticleBot) -> None:
    with served(Opening(lambda: bot)) as address:
        reader = reader_at(browser, address)
        page = reader.page
        go(reader, text.LIBRARY)
        page.locator(".adding > summary").click()
        page.locator("input[name=files]").set_input_files([file("boats.txt", BOATS), file("bad.docx", b"none")])
        expect(page.locator(".added > .added")).to_contain_text("boats.txt")
        expect(page.locator(".added > .failed")).to_contain_text(f"bad.docx {text.OUTCOMES['failed']} ")
        expect(page.locator(".articles li")).to_have_count(3)
        page.get_by_label(text.WORDS).fill("boats")
        page.keyboard.press("Enter")
        expect(page.locator(".articles li")).to_have_count(1)
        page.get_by_role("link", name="Boats sink").click()
        expect(page.locator(".read .words")).to_contain_text("Two boats sank")
        page.get_by_role("link", name=text.ASK_ONLY).click()
        expect(page.locator("#filters .chip")).to_contain_text("Boats sink")
        reader.ask_and_wait("What did the harbour master say?")
        assert "Nobody was hurt" in reader.answer
        page.go_back()
        go(reader, text.LIBRARY)
        page.get_by_role("link", name="Boats sink").click()
        expect(page.get_by_text(text.CITED_IN)).to_be_visible()
        page.get_by_text(text.REMOVE).click()
        page.get_by_role("button", name=text.SURE).click()
        expect(page.locator(".articles li")).to_have_count(2)

    assert bot.library.catalog.coverage().articles == 2
    assert reader.outside == []
    assert reader.complaints == []


def feed(web: WebServer, **pages: str) -> None:
    """A feed of pages, each with what the feed says of it; their addresses answer if they are given a reply."""
    items = "".join(
        f"<item><title>{name}</title><link>http://127.0.0.1:{web.port}/{name}</link><description>{said}</description>"
        "</item>"
        for name, said in pages.items()
    )
    body = f"<rss version='2.0'><channel><title>The Harbour Feed</title>{items}</channel></rss>"
    web.replies["/feed"] = Reply(body=body.encode(), kind="application/rss+xml")


def page_saying(title: str, said: str) -> Reply:
    return Reply(body=f"<html><head><title>{title}</title></head><body><p>{said}</p></body></html>".encode())


def test_a_feed_is_followed_looked_at_again_and_dropped(browser: Browser, bot: ArticleBot) -> None:
    settings = Settings(fetch_allow="127.0.0.1", fetch_pause=0)
    with serving(WebServer()) as web, served(Opening(lambda: bot), settings) as address:
        feed(web, Boats="x", Tower="The old tower fell on Monday, and nobody was hurt, says the feed.")
        web.replies["/Boats"] = page_saying("Boats", f"{BOATS.decode()} " * 4)
        reader = reader_at(browser, address)
        page = reader.page
        covers = page.locator(".covers")
        expect(covers).to_contain_text("2 articles")
        go(reader, text.LIBRARY)
        page.locator(".adding > summary").click()
        page.get_by_role("textbox", name=text.ADDRESS).fill(f"http://127.0.0.1:{web.port}/feed")
        page.get_by_label(text.FOLLOW).check()
        page.locator("form[data-do=address] button").click()
        source = page.locator(".followed li")
        expect(source).to_contain_text("The Harbour Feed")
        expect(source).to_contain_text("2 articles")
        expect(source).to_contain_text("404")
        expect(source).to_contain_text(text.DUE)
        expect(covers).to_contain_text("4 articles")
        expect(page.locator(".articles li").filter(has_text="Tower")).to_contain_text(ABRIDGED)

        web.replies["/Tower"] = page_saying("Tower", "The old tower fell on Monday morning. Two were hurt. " * 6)
        source.get_by_role("button", name=text.LOOK).click()
        expect(page.locator(".articles li").filter(has_text="Tower")).to_contain_text("version 2")
        page.get_by_role("link", name="Tower").click()
        page.locator(".revision > summary").click()
        expect(page.locator(".revision .edits ins").first).to_be_visible()
        page.go_back()
        source.get_by_text(text.UNFOLLOW).click()
        source.get_by_role("button", name=text.SURE).click()
        expect(source).to_have_count(0)
        expect(page.locator(".articles li")).to_have_count(4)

    assert reader.outside == []
    assert reader.complaints == []


def test_a_source_that_cannot_be_dropped_stays_and_says_why(browser: Browser, bot: ArticleBot) -> None:
    settings = Settings(fetch_allow="127.0.0.1", fetch_pause=0)
    with serving(WebServer()) as web, served(Opening(lambda: bot), settings) as address:
        feed(web, Boats="x")
        web.replies["/Boats"] = page_saying("Boats", f"{BOATS.decode()} " * 4)
        reader = reader_at(browser, address)
        page = reader.page
        go(reader, text.LIBRARY)
        page.locator(".adding > summary").click()
        page.get_by_role("textbox", name=text.ADDRESS).fill(f"http://127.0.0.1:{web.port}/feed")
        page.get_by_label(text.FOLLOW).check()
        page.locator("form[data-do=address] button").click()
        source = page.locator(".followed li")
        expect(source).to_contain_text("The Harbour Feed")

        refused = {"error": "Sign in again."}
        page.route("**/api/library/sources?*", lambda route: route.fulfill(status=401, json=refused))
        source.get_by_text(text.UNFOLLOW).click()
        source.get_by_role("button", name=text.SURE).click()

        expect(page.locator(".added > .failed")).to_contain_text("Sign in again.")
        expect(source).to_have_count(1)


def test_an_answer_that_is_opened_again_tells_what_became_of_its_articles(browser: Browser, bot: ArticleBot) -> None:
    with served(Opening(lambda: bot)) as address:
        reader = reader_at(browser, address)
        page = reader.page
        reader.ask_and_wait("What did Captain Ada Brown say?")
        expect(page).to_have_url(re.compile("#chat/.+"))
        asked = page.url
        assert page.locator(".since").count() == 0
        said = FERRY.text.replace("two million", "three <b>million</b>")
        list(bot.library.ingest([replace(FERRY, text=said)]))
        page.reload()
        expect(page.locator(".exchange .since").first).to_contain_text(text.FATES["unsaid"])
        page.locator(".marker.stale").first.click()
        panel = page.locator(".panel")
        expect(panel.locator(".edits del")).to_contain_text("two million")
        expect(panel.locator(".edits ins")).to_contain_text("three <b>million</b>")
        serious = reader.serious()
        panel.get_by_role("link", name=text.SEE_CHANGES).click()
        expect(page.locator(".revision[open] del").first).to_contain_text("two")
        page.get_by_text(text.REMOVE).click()
        page.get_by_role("button", name=text.SURE).click()
        expect(page.locator(".covers")).to_contain_text("1 article")
        page.goto(asked)
        page.reload()
        expect(page.locator(".exchange .since").first).to_contain_text(text.FATES["removed"])

    assert serious == []
    assert reader.complaints == []


def test_two_people_see_their_own_conversations_and_one_of_them_the_way_to_change_the_library(
    browser: Browser, bot: ArticleBot
) -> None:
    with served(Opening(lambda: bot), Settings(users=USERS, admin="ann")) as address:
        ann, bob = (reader_at(browser, address) for _ in range(2))
        for reader, name in ((ann, "ann"), (bob, "bob")):
            reader.page.get_by_label(text.USER).fill(name)
            reader.page.get_by_label(text.PASSWORD).fill(f"of {name}")
            reader.page.keyboard.press("Enter")
            reader.page.wait_for_selector("#question textarea")
        ann.ask("What did the council vote about the old bridge?")
        bob.ask("What did Captain Ada Brown say?")
        for reader in (ann, bob):
            reader.page.wait_for_selector("#t1[aria-busy=false]")
            expect(reader.page.locator(".history li")).to_have_count(1)
        kept = [reader.page.locator(".history li").all_inner_texts() for reader in (ann, bob)]
        for reader in (ann, bob):
            go(reader, text.LIBRARY)
            expect(reader.page.locator(".articles li")).to_have_count(2)
        adding = [reader.page.locator(".adding").count() for reader in (ann, bob)]

    assert "council" in kept[0][0]
    assert "Brown" in kept[1][0]
    assert adding == [1, 0]


def test_a_hostile_article_is_only_text_wherever_it_is_shown(browser: Browser, bot: ArticleBot) -> None:
    title = f"{HOSTILE} {'word ' * 10_000}"
    hostile = article("h/<b>", f"{HOSTILE} The old tower fell.", title=title, source=HOSTILE)
    list(bot.library.ingest([hostile]))
    with served(Opening(lambda: bot)) as address:
        reader = reader_at(browser, address)
        page = reader.page
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: dialogs.append(dialog.message))
        page.set_viewport_size({"width": 360, "height": 740})
        reader.ask_and_wait("What of the old tower?")
        go(reader, text.LIBRARY)
        page.locator(".articles a").last.click()
        expect(page.locator(".read .words")).to_contain_text("The old tower fell.")
        wide = page.evaluate("document.documentElement.scrollWidth")
        injected = page.locator("article.read h1, article.read img, article.read script").count()

    assert (dialogs, reader.outside, injected, wide) == ([], [], 0, 360)


def test_what_is_chosen_in_the_settings_is_kept_and_holds_for_this_person_only(
    browser: Browser, bot: ArticleBot
) -> None:
    with served(Opening(lambda: bot)) as address:
        reader, other = (reader_at(browser, address) for _ in range(2))
        go(reader, text.SETTINGS)
        reader.page.get_by_label(text.STRICTNESS).select_option("1")
        reader.page.get_by_label(text.THEME).select_option("dark")
        expect(reader.page.get_by_text(text.SAVED)).to_be_visible()
        reader.page.reload()
        expect(reader.page.get_by_label(text.STRICTNESS)).to_have_value("1")
        expect(reader.page.locator("body")).to_have_class("dark")
        go(reader, text.CHAT)
        for one in (reader, other):
            one.ask_and_wait("What did the council vote about the old bridge?")

        assert reader.page.locator(".declined").count() == 1
        assert other.page.locator(".declined").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_any_of_these_views(browser: Browser, bot: ArticleBot, scheme: str) -> None:
    with served(Opening(lambda: bot)) as address:
        reader = reader_at(browser, address)
        reader.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found, wide = [], []
        for view, there in (
            (text.LIBRARY, ".articles li"),
            (text.EVALUATION, ".cards li"),
            (text.SETTINGS, ".setting select"),
        ):
            go(reader, view)
            reader.page.locator(there).first.wait_for()
            for width in (1280, 360):
                reader.page.set_viewport_size({"width": width, "height": 740})
                found += reader.serious()
                wide.append(reader.page.evaluate("document.documentElement.scrollWidth"))

    assert found == []
    assert wide == [1280, 360] * 3
