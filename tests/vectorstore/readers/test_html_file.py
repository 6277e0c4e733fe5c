from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import article
from vectorstore.errors import UnreadableFile
from vectorstore.readers.html_file import MOST_ELEMENTS, article_in, text_of

HEAD = """\
<title>Old bridge stays open | The Courier</title>
<meta property="og:site_name" content="The Courier">
<meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2023-10-20T10:15:00+02:00">
<link rel="canonical" href="https://courier.example/a/bridge">
<script>var x = "evil script"</script><style>.a {color: red}</style>
"""
BODY = """\
<nav>Home News Sport</nav>
<article><h1>Old bridge stays open</h1>
<p>The council met on Monday to talk about the bridge and about its future in the town.</p>
<p>It voted to keep the old bridge open. <script>alert(1)</script>The mayor had argued&nbsp;against it.</p>
<ul><li>The first item of a list</li><li>The second item</li></ul>
<h2>Background</h2><p>The bridge was built in 1890 &amp; is old.</p></article>
<footer>© 2018 The Courier</footer>
"""


def page(head: str = HEAD, body: str = BODY) -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def test_the_article_is_taken_and_the_clutter_left() -> None:
    assert article_in(page()) == article(
        id="",
        title="Old bridge stays open",
        author="Jane Doe",
        source="The Courier",
        url="https://courier.example/a/bridge",
        published=datetime(2023, 10, 20, 8, 15, tzinfo=UTC),
        text="The council met on Monday to talk about the bridge and about its future in the town.\n\n"
        "It voted to keep the old bridge open. The mayor had argued against it.\n\n"
        "The first item of a list\n\nThe second item\n\nBackground\n\nThe bridge was built in 1890 & is old.",
    )


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@graph": [{}, {"datePublished": "2023-10-20T08:15:00Z"}]}</script>',
        '<script type="application/ld+json">[{"datePublished": "2023-10-20T08:15:00Z"}]</script>',
        '<meta itemprop="datePublished" content="2023-10-20T08:15:00Z">',
    ],
)
def test_the_time_of_publication_is_read_where_pages_say_it(head: str) -> None:
    assert article_in(page(head)).published == datetime(2023, 10, 20, 8, 15, tzinfo=UTC)


def test_years_in_the_text_make_no_date() -> None:
    body = f"<p>{'The council met in 2019 and again in 2021 to talk about it. ' * 20}</p><footer>© 2018-2022</footer>"

    assert article_in(page("<title>Old bridge</title>", body)).published is None


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Hello world.</p>", "Hello world."),
        ("just words", "just words"),
        (
            '<?xml version="1.0" encoding="latin-1"?><html><body><p>Hello</p><p>world</p></body></html>',
            "Hello\n\nworld",
        ),
    ],
)
def test_a_page_too_small_for_an_article_gives_its_words(markup: str, text: str) -> None:
    assert article_in(markup).text == text


def test_a_page_of_very_many_elements_gives_its_words_in_time() -> None:
    one = article_in(page(body="<p>It <b>voted</b>.</p>" * MOST_ELEMENTS))

    assert one.title == "Old bridge stays open | The Courier"
    assert one.text.count("It voted.") == MOST_ELEMENTS


@pytest.mark.parametrize("markup", ["<html><body></body></html>", "<script>x</script>", "<!-- c -->", " "])
def test_a_page_without_text_is_refused(markup: str) -> None:
    with pytest.raises(UnreadableFile, match="no text was found in the page"):
        article_in(markup)


def test_words_of_markup_come_a_block_a_paragraph() -> None:
    assert text_of("<p>a<!-- c --><b>b</b> c</p>d<script>x</script>") == "ab c\n\nd"


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<div>", "<!--", "<script>", "</script>", "text", "&#0;", "<a href="])
    ).map("".join)
)
def test_any_page_is_an_article_or_refused(markup: str) -> None:
    try:
        one = article_in(markup)
    except UnreadableFile:
        return

    assert one.text
