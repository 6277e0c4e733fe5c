"""Articles in other scripts, and in several at once, read as their readers would."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from bot.articlebot import ArticleBot
from bot.settings import Settings
from bot.web import text
from bot.web.opening import Opening
from tests.bots import bot_over
from tests.end_to_end.browsing import BROWSER, Reader, served
from tests.factories import article, day
from tests.fakes import FakeEmbedder
from vectorstore.library import Library

pytestmark = BROWSER

SCRIPTS = {
    "hebrew": (
        "הגשר הישן יישאר פתוח",
        "המועצה נפגשה ביום שני. היא הצביעה להשאיר את הגשר הישן פתוח. Ada Brown התנגדה.",
        "rtl",
    ),
    "arabic": (
        "الجسر القديم يبقى مفتوحا",
        "اجتمع المجلس يوم الاثنين. صوّت المجلس لإبقاء الجسر القديم مفتوحًا. عارضت Ada Brown القرار.",
        "rtl",
    ),
    "chinese": ("旧桥将继续开放", "市议会星期一开会。议会决定让旧桥继续开放。市长李华反对这一决定。", "ltr"),
    "hindi": (
        "पुराना पुल खुला रहेगा",
        "परिषद की बैठक सोमवार को हुई। परिषद ने पुराने पुल को खुला रखने का निर्णय किया। महापौर ने विरोध किया।",
        "ltr",
    ),
    "thai": ("สะพานเก่ายังเปิดอยู่", "สภาเมืองประชุมเมื่อวันจันทร์\nสภาลงมติให้เปิดสะพานเก่าต่อไป\nนายกเทศมนตรีคัดค้าน", "ltr"),
    "mixed": (
        "Ada Brown meets راشد and 李华 in Haifa (חיפה)",
        'Ada Brown met راشد العلي and 李华 in חיפה. The paper, "الجسر القديم 2026", is short. “Ένα λάθος”, said Иван.',
        "ltr",
    ),
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArticleBot]:
    with Library.open(tmp_path_factory.mktemp("scripts"), FakeEmbedder()) as library:
        articles = (
            article(id, words, title=title, source=title.split()[0], author="Ada", published=day("2026-11-20"))
            for id, (title, words, _) in SCRIPTS.items()
        )
        list(library.ingest(articles))
        yield bot_over(library, Settings(strictness=0))


@pytest.fixture(scope="module")
def address(bot: ArticleBot) -> Iterator[str]:
    with served(Opening(lambda: bot)) as address:
        yield address


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_passage_is_marked_to_the_letter_and_runs_its_own_way(
    browser: Browser, bot: ArticleBot, address: str, script: str
) -> None:
    title, words, runs = SCRIPTS[script]
    reader = Reader(browser.new_page(viewport={"width": 360, "height": 740}), address)
    page = reader.page
    expect(page.get_by_role("button", name=text.FILTERS)).to_be_visible()
    page.evaluate("place => { location.hash = place; }", f"chat/about/{script}")
    expect(page.locator("#filters .chip")).to_contain_text(title)
    question = words.replace("\n", " ")[:60]
    cited = bot.ask(question, articles=[script]).citations[0]

    reader.ask_and_wait(question)
    page.get_by_role("button", name=f"{text.SOURCE} 1").first.click()

    panel = page.get_by_role("complementary", name=text.PANEL)
    marked = panel.locator("mark[data-number='1']")
    assert (marked.text_content() or "").removeprefix("1") == cited.quote
    for part in ("h3 .title", "h3 .about", "blockquote"):
        assert panel.locator(part).evaluate("part => getComputedStyle(part).direction") == runs
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    panel.get_by_role("button", name=text.CLOSE).click()
    expect(panel).to_be_hidden()
    assert reader.outside == []
    page.close()
