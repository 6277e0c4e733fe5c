"""The page, used as a reader would."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from bot.articlebot import LONGEST_QUESTION, ArticleBot
from bot.web import feedback, text
from bot.web.opening import Opening
from tests.bot.web.conftest import BRIDGE, FERRY
from tests.bots import bot_over
from tests.end_to_end.browsing import BROWSER, Reader, served
from tests.factories import TEXT, article
from tests.fakes import FailingRetriever, FakeAnswerer, FakeEmbedder
from tests.waiting import wait
from vectorstore.errors import LibraryDamaged, LibraryLocked
from vectorstore.library import Library

pytestmark = BROWSER

QUESTION = "What did the council vote about the old bridge?"
VOTED = "It voted to keep the old bridge open."


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        yield context


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArticleBot]:
    with Library.open(tmp_path_factory.mktemp("page"), FakeEmbedder()) as library:
        list(library.ingest([BRIDGE, FERRY]))
        yield bot_over(library)


@pytest.fixture(scope="module")
def address(bot: ArticleBot) -> Iterator[str]:
    with served(Opening(lambda: bot)) as address:
        yield address


@pytest.fixture
def read(context: BrowserContext) -> Iterator[Callable[..., Reader]]:
    """Opens a page in a tab of its own, and closes all tabs at the end."""

    def read(address: str, width: int = 1280, scheme: Literal["light", "dark"] = "light") -> Reader:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(color_scheme=scheme)
        return Reader(page, address)

    yield read
    for page in context.pages:
        page.close()


@pytest.fixture
def reader(address: str, read: Callable[..., Reader]) -> Reader:
    return read(address)


def test_a_first_visit_shows_what_there_is_and_an_example_gets_an_answer(reader: Reader) -> None:
    page = reader.page
    expect(page.locator(".top")).to_contain_text(
        "2 articles · Harbour News, The Courier · 20 November 2026 – 22 November 2026"
    )

    page.locator(".example").first.click()

    expect(page.locator("#t1[aria-busy=false] .source-line").first).to_be_visible()
    expect(page.locator(".welcome")).to_be_hidden()


def test_a_number_shows_the_passage_beside_the_answer_and_gives_the_way_back(reader: Reader) -> None:
    page = reader.page
    reader.ask_and_wait(QUESTION)
    assert VOTED in reader.answer
    marker = page.get_by_role("button", name="Source 1")

    marker.hover()
    expect(page.get_by_role("tooltip")).to_contain_text(VOTED)
    marker.click()

    panel = page.get_by_role("complementary", name=text.PANEL)
    for words in ("Old bridge stays open", "The Courier", "20 November 2026", "The council met on Monday."):
        expect(panel).to_contain_text(words)
    mark = panel.locator("mark[data-number='1']")
    expect(mark).to_contain_text(VOTED.removesuffix("."))
    expect(mark).to_be_focused()
    expect(page.locator("#t1 .follow-ups")).to_be_attached()
    expect(marker).to_have_class("marker open")
    outside = panel.get_by_role("link", name=text.OPEN_ARTICLE).get_attribute("href") or ""
    assert outside.startswith("https://courier.example/bridge#:~:text=")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(marker).to_be_focused()


def test_a_follow_up_shows_what_was_searched_for_and_searches_other_words_instead(reader: Reader) -> None:
    reader.ask_and_wait(QUESTION)
    reader.ask_and_wait("And who argued against it?", 2)
    searched = reader.page.locator("#t2").get_by_role("textbox", name=text.SEARCHED)
    assert "bridge" in searched.input_value()

    searched.fill("When does the ferry to Westport stop?")
    searched.press("Enter")

    expect(reader.page.locator("#t2[aria-busy=false] .prose")).to_contain_text("December")
    expect(reader.page.locator("#t2 .question")).to_contain_text("And who argued against it?")
    expect(reader.page.locator(".exchange")).to_have_count(2)


def test_what_was_understood_can_be_taken_out_and_the_question_is_asked_again(reader: Reader) -> None:
    reader.ask_and_wait(QUESTION)
    reader.ask_and_wait("And what did The Courier say against it in November?", 2)
    chips = reader.page.locator("#t2 .chip")
    expect(chips).to_have_count(3)

    for left in (2, 1, 0):
        chips.first.locator("button.off").click()
        expect(chips).to_have_count(left)

    expect(reader.page.locator(".exchange")).to_have_count(2)


def test_a_refusal_helps_and_what_may_be_asked_next_is_answered(reader: Reader) -> None:
    reader.ask_and_wait("Who painted the ceiling of the opera?")
    assert "The articles do not say." in reader.answer
    assert "The library holds 2 articles" in reader.answer

    reader.page.locator("#t1 .follow-ups .example").first.click()

    expect(reader.page.locator("#t2[aria-busy=false] .marker").first).to_be_visible()


def test_a_question_is_edited_and_asked_again_in_its_place(reader: Reader) -> None:
    page = reader.page
    reader.ask_and_wait("Who painted the ceiling of the opera?")

    page.get_by_role("button", name=text.EDIT).click()
    page.locator("#t1 textarea").fill(QUESTION)
    page.keyboard.press("Enter")

    expect(page.locator("#t1[aria-busy=false] .prose")).to_contain_text(VOTED)
    expect(page.locator(".exchange")).to_have_count(1)
    with page.expect_request(lambda request: "queue/join" in request.url):
        page.get_by_role("button", name=text.RETRY).click()
    expect(page.locator("#t1[aria-busy=false] .prose")).to_contain_text(VOTED)


NOTE_DONE = """() => {
  window.done = false;
  const look = () => { window.done ||= Boolean(document.querySelector(".icon.done")); };
  new MutationObserver(look).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["class"] });
}"""
"""A button says for a moment that it has done what it should: too short a moment to be sure to look in it."""


def test_an_answer_is_liked_with_a_reason_and_copied_with_its_sources(reader: Reader, bot: ArticleBot) -> None:
    page = reader.page
    reader.ask_and_wait(QUESTION)

    page.get_by_role("button", name=text.GOOD).click()
    page.get_by_label(text.WHY_GOOD).fill("It is short.")
    page.keyboard.press("Enter")
    expect(page.locator("#t1")).to_contain_text("“It is short.”")
    page.evaluate(NOTE_DONE)
    page.get_by_role("button", name=text.COPY_MARKDOWN).click()
    page.wait_for_function("window.done")

    lines = (bot.library.folder / feedback.FILE).read_text(encoding="utf-8").splitlines()
    kept = json.loads(lines[-1])
    assert (kept["liked"], kept["reason"], kept["question"]) == (True, "It is short.", QUESTION)
    assert kept["answer"]["citations"][0]["article"]["id"] == "bridge"
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"## {QUESTION}" in copied
    assert "> It voted to keep the old bridge open" in copied


def test_filters_are_always_in_sight_and_hold_until_they_are_taken_away(reader: Reader) -> None:
    page = reader.page
    page.get_by_role("button", name=text.FILTERS).click()
    page.get_by_role("checkbox", name="Harbour News").check()
    page.get_by_label(text.SINCE).fill("2026-11-01")
    page.get_by_role("button", name=text.APPLY).click()
    chips = page.locator(".chip.on")
    expect(chips).to_have_count(2)

    reader.ask_and_wait(QUESTION)
    assert VOTED not in reader.answer
    for left in (1, 0):
        chips.first.get_by_role("button").click()
        expect(chips).to_have_count(left)
    reader.ask_and_wait(QUESTION, 2)

    expect(page.locator("#t2 .prose")).to_contain_text(VOTED)


def test_a_conversation_is_still_there_after_a_reload_and_goes_on(reader: Reader) -> None:
    reader.ask_and_wait(QUESTION)
    expect(reader.page.locator(".history a[aria-current]")).to_contain_text(QUESTION)

    reader.page.reload()
    expect(reader.page.locator("#t1 .prose")).to_contain_text(VOTED)
    reader.ask_and_wait("And who argued against it?", 2)

    assert "bridge" in reader.page.locator("#t2").get_by_role("textbox", name=text.SEARCHED).input_value()


def test_conversations_are_renamed_found_exported_shared_and_deleted(
    reader: Reader, read: Callable[..., Reader]
) -> None:
    page = reader.page
    reader.ask_and_wait("When does the ferry to Westport stop?")
    title = page.get_by_label(text.TITLE)
    title.fill("Zeppelin")
    title.press("Enter")
    here = page.locator(".history a[aria-current]")
    expect(here).to_contain_text("Zeppelin")

    page.get_by_label(text.FIND).fill("zeppelin")
    expect(page.locator(".history li")).to_have_count(1)
    page.get_by_label(text.EXPORT).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Markdown").click()
    page.get_by_label(text.SHARE, exact=True).click()
    page.get_by_role("button", name=text.SHARE_START).click()
    expect(page.locator("a.address")).to_be_visible()
    address = page.locator("a.address").get_attribute("href") or ""
    guest = read(reader.address + address).page
    expect(guest.get_by_role("heading", name="Zeppelin")).to_be_visible()
    page.get_by_label(text.DELETE).click()
    page.get_by_role("button", name=text.DELETE_NOW).click()
    expect(page.locator(".exchange")).to_have_count(0)
    guest.reload()

    assert download.value.suggested_filename == "Zeppelin.md"
    assert "December" in download.value.path().read_text(encoding="utf-8")
    assert "December" not in guest.content()


def test_a_server_that_is_restarted_while_it_answers_loses_nothing(
    bot: ArticleBot, read: Callable[..., Reader]
) -> None:
    writer = FakeAnswerer([VOTED, "The mayor had argued against it."], hold_after=1)
    with served(Opening(lambda: replace(bot, answerer=writer))) as address:
        reader = read(address)
        reader.ask(QUESTION)
        expect(reader.page.locator("#t1[aria-busy=true] .prose")).to_contain_text(VOTED)
        expect(reader.page).to_have_url(re.compile("#chat/.+"))
        conversation = reader.page.url.partition("#")[2]
    writer.go_on.set()

    with served(Opening(lambda: bot)) as address:
        again = read(f"{address}/#{conversation}")
        expect(again.page.locator("#t1 .question")).to_contain_text(QUESTION)
        again.page.get_by_role("button", name=text.RETRY).click()
        expect(again.page.locator("#t1[aria-busy=false] .prose")).to_contain_text(VOTED)


@pytest.mark.parametrize("question", ["   ", "x" * 20_000], ids=["empty", "long"])
def test_a_question_that_cannot_be_asked_is_explained_and_not_lost(reader: Reader, question: str) -> None:
    reader.ask_and_wait(QUESTION)

    reader.ask(question)

    expect(reader.page.get_by_role("alert")).to_contain_text("The question ")
    expect(reader.page.get_by_role("textbox", name="Your question")).to_have_value(question)
    expect(reader.page.locator(".exchange")).to_have_count(1)
    assert len(question) < 10 or len(question) > LONGEST_QUESTION


def test_an_answer_streams_and_can_be_stopped(bot: ArticleBot, read: Callable[..., Reader]) -> None:
    writer = FakeAnswerer([VOTED, "The mayor had argued against it."])
    with served(Opening(lambda: replace(bot, answerer=writer))) as address:
        reader = read(address)
        expect(reader.page.locator(".example").first).to_be_visible()
        writer.hold_after = 1
        reader.ask(QUESTION)
        expect(reader.page.locator("#t1[aria-busy=true] .prose")).to_contain_text(VOTED)
        reader.page.get_by_role("button", name=text.STOP).click()
        expect(reader.page.locator("#t1[aria-busy=false]")).to_contain_text(text.STOPPED)
        writer.hold_after = None
        reader.ask_and_wait(QUESTION, 2)
        writer.go_on.set()

    assert "argued" not in reader.page.locator("#t1 .prose").inner_text()
    assert "argued" in reader.page.locator("#t2 .prose").inner_text()


def test_two_tabs_ask_at_once_and_see_their_own(address: str, read: Callable[..., Reader]) -> None:
    one, other = read(address), read(address)

    one.ask(QUESTION)
    other.ask("When does the ferry to Westport stop?")

    for reader in (one, other):
        reader.page.wait_for_selector("#t1[aria-busy=false]")
        expect(reader.page.locator(".exchange")).to_have_count(1)
    assert "bridge" in one.answer
    assert "December" in other.answer


def test_a_question_asked_while_the_library_is_opened_waits_and_is_answered(
    bot: ArticleBot, read: Callable[..., Reader]
) -> None:
    may_open = threading.Event()

    def load() -> ArticleBot:
        wait(may_open)
        return bot

    with served(Opening(load)) as address:
        reader = read(address)
        expect(reader.page.get_by_role("status").first).to_contain_text(text.OPENING)
        reader.ask(QUESTION)
        expect(reader.page.locator("#t1 .waiting")).to_contain_text(text.OPENING)
        may_open.set()
        reader.page.wait_for_selector("#t1[aria-busy=false]")

    assert VOTED in reader.answer


def test_a_library_that_cannot_be_opened_is_explained(read: Callable[..., Reader]) -> None:
    def load() -> ArticleBot:
        raise LibraryLocked("another process owns the library")

    with served(Opening(load)) as address:
        reader = read(address)
        expect(reader.page.get_by_role("alert")).to_contain_text("Another process owns the library")
        reader.ask_and_wait(QUESTION)

    assert "Another process owns the library" in reader.answer


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (LibraryDamaged("run python -m bot rebuild"), "Run python -m bot rebuild"),
        (RuntimeError("secret detail"), text.SOMETHING_WRONG),
    ],
)
def test_an_answer_that_fails_is_explained(
    bot: ArticleBot, read: Callable[..., Reader], error: Exception, said: str
) -> None:
    failing = FailingRetriever(bot.retriever)
    with served(Opening(lambda: replace(bot, retriever=failing))) as address:
        reader = read(address)
        expect(reader.page.locator(".example").first).to_be_visible()
        failing.error = error
        reader.ask_and_wait(QUESTION)

    assert said in reader.answer
    assert "secret" not in reader.answer


def test_an_empty_library_says_how_to_add_articles(library: Library, read: Callable[..., Reader]) -> None:
    with served(Opening(lambda: bot_over(library))) as address:
        reader = read(address)
        expect(reader.page.locator(".welcome")).to_contain_text("python -m bot ingest")


def test_hostile_articles_stay_text(library: Library, embedder: FakeEmbedder, read: Callable[..., Reader]) -> None:
    attack = (
        '<script>window.pwned=1</script><img src="https://evil.example/x" onerror="window.pwned=1">'
        "![x](https://evil.example/y.png) <iframe src=//evil.example></iframe> [x](javascript:window.pwned=1) "
        "${window.pwned=1} {{window.pwned=1}}"
    )
    hostile = article(
        "hostile",
        f"The council voted to keep the old bridge {attack} open. {TEXT}",
        title=f"Old bridge {attack} " + "endless " * 2_000,
        source=f"Courier {attack}",
        author=attack,
        url="javascript:window.pwned=1",
    )
    list(library.ingest([hostile]))
    with served(Opening(lambda: bot_over(library))) as address:
        reader = read(address, 360)
        reader.ask_and_wait(QUESTION)
        reader.ask_and_wait("Who painted the ceiling of the opera?", 2)
        found = reader.page.locator("#chat-view").evaluate(
            'view => view.querySelectorAll(\'img, iframe, script, a[href^="javascript"], a[href^="http"]\').length'
        )
        width = reader.page.evaluate("document.documentElement.scrollWidth")

    assert "window.pwned" in reader.page.locator("#t1").inner_text()
    assert found == 0
    assert width == 360
    assert reader.page.evaluate("window.pwned") is None
    assert reader.outside == []


def test_nothing_is_asked_of_any_other_place_and_the_browser_complains_of_nothing(reader: Reader) -> None:
    reader.ask_and_wait(QUESTION)
    reader.page.get_by_role("button", name=text.BAD).click()
    reader.ask_and_wait("Who painted the ceiling of the opera?", 2)

    assert len(reader.requests) > 10
    assert reader.outside == []
    assert reader.complaints == []


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light"), (1280, "dark"), (2560, "light")])
def test_the_page_fits_and_axe_finds_nothing_serious(
    address: str, read: Callable[..., Reader], width: int, scheme: Literal["light", "dark"]
) -> None:
    reader = read(address, width, scheme)
    reader.ask_and_wait(QUESTION)
    reader.ask_and_wait("And who argued against it?", 2)
    reader.page.get_by_role("button", name=text.BAD).last.click()
    reader.page.get_by_role("button", name=text.FILTERS).click()
    found = reader.serious()
    reader.page.keyboard.press("Escape")
    reader.page.get_by_role("button", name="Source 1").last.click()
    expect(reader.page.get_by_role("complementary", name=text.PANEL)).to_be_visible()

    assert found + reader.serious() == []
    assert reader.page.evaluate("document.documentElement.scrollWidth") == width


def test_the_keyboard_alone_is_enough(reader: Reader) -> None:
    keyboard, page = reader.page.keyboard, reader.page
    expect(page.get_by_role("textbox", name="Your question")).to_be_focused()
    keyboard.type(QUESTION)
    keyboard.press("Enter")
    page.wait_for_selector("#t1[aria-busy=false] .follow-ups")

    marker = page.get_by_role("button", name="Source 1")
    for _ in range(20):
        keyboard.press("Shift+Tab")
        if marker.evaluate("button => button === document.activeElement"):
            break
    expect(page.get_by_role("tooltip")).to_contain_text(VOTED)
    keyboard.press("Enter")

    expect(page.locator(".panel mark[data-number='1']")).to_be_focused()
    keyboard.press("Tab")
    expect(page.get_by_role("link", name=text.OPEN_ARTICLE)).to_be_focused()


BEHIND = """() => [...document.querySelectorAll("#room :is(a, button, input, summary)")]
    .filter((control) => {
      control.focus();
      const edge = document.querySelector("#composer #ask-row").getBoundingClientRect().top;
      return document.activeElement === control && control.getBoundingClientRect().bottom > edge;
    })
    .map((control) => control.outerHTML)"""


def test_what_has_the_focus_is_never_behind_the_composer(address: str, read: Callable[..., Reader]) -> None:
    reader = read(address, 360)
    reader.ask_and_wait(QUESTION)
    reader.ask_and_wait("Who painted the ceiling of the opera?", 2)
    expect(reader.page.locator("#t2 .follow-ups")).to_be_attached()

    reader.page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")

    assert reader.page.evaluate(BEHIND) == []


def test_the_head_is_skipped_the_window_is_named_and_an_answer_is_read_out(reader: Reader) -> None:
    page = reader.page
    expect(page).to_have_title(text.NAME)
    page.get_by_role("button", name=text.SKIP).press("Enter")
    expect(page.get_by_role("textbox", name=text.QUESTION)).to_be_focused()

    reader.ask_and_wait(QUESTION)

    expect(page).to_have_title(f"{QUESTION} – {text.NAME}")
    expect(page.locator("#chat-view > [aria-live]")).to_contain_text(VOTED)
    page.get_by_role("link", name=text.SETTINGS).click()
    expect(page).to_have_title(f"{text.SETTINGS} – {text.NAME}")
