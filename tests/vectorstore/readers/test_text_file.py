from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import article, day
from vectorstore.errors import UnreadableFile
from vectorstore.normalise import normalise
from vectorstore.readers.text_file import article_in

SEEDS = Path(__file__).parents[3] / "seeds"

BODY = "The council met on Monday.\n\nIt voted to keep the old bridge open."


def test_the_article_in_seeds_keeps_what_can_be_cited_and_nothing_else() -> None:
    raw = next(SEEDS.iterdir()).read_text(encoding="utf-8")

    one = article_in(raw)

    assert one.title == "Russia ready to talk with Turkey over Gaza 'de-escalation', FM Lavrov says"
    assert one.published == day("2023-10-20")
    assert (one.source, one.author, one.url) == ("", "", "")
    left_out = {one.title, "3 min read", "20 October, 2023", "Analysis", "Live Story", ""}
    assert set(one.text.split("\n")) == set(normalise(raw).split("\n")) - left_out | {""}
    assert one.text.startswith("Russia's Foreign Minister Sergei Lavrov said that his country would cooperate")
    assert "[Getty]" in one.text


def test_the_lines_below_the_title_tell_author_outlet_and_date() -> None:
    text = f"Old bridge stays open\nBy Jane Doe, The Courier\nPublished 20 October 2023 | 3 min read\n\n{BODY}"

    assert article_in(text) == article(
        id="",
        title="Old bridge stays open",
        author="Jane Doe",
        source="The Courier",
        published=day("2023-10-20"),
        text=BODY,
    )


@pytest.mark.parametrize(
    ("opening", "outlet"),
    [
        ("LONDON (AP) — The council met.", "AP"),
        ("(CNN) The council met.", "CNN"),
        ("WASHINGTON, Jan 5 (Reuters) - The council met.", "Reuters"),
        ("Lavrov (centre) met the council.", ""),
    ],
)
def test_the_opening_may_tell_the_outlet_and_stays(opening: str, outlet: str) -> None:
    one = article_in(f"Old bridge stays open\n\n{opening} It voted.")

    assert one.source == outlet
    assert one.text == f"{opening} It voted."


def test_the_last_lines_may_tell_the_outlet() -> None:
    one = article_in(f"Old bridge stays open\n\n{BODY}\n\n© 2023 The Courier. All rights reserved.")

    assert (one.source, one.text) == ("The Courier", BODY)


def test_a_date_in_the_body_is_not_when_it_was_published() -> None:
    lines = "\n\n".join(f"Line {number} of the body." for number in range(12))

    one = article_in(f"Title\n\n{lines}\n\n20 October 2023\n\nAnd more.")

    assert one.published is None
    assert "20 October 2023" in one.text


def test_a_title_that_reads_like_a_sentence_is_kept_in_the_text() -> None:
    assert article_in("The bridge stays open.\n\nThe mayor is angry.").text.startswith("The bridge stays open.")


def test_a_single_line_is_title_and_text() -> None:
    one = article_in("Old bridge stays open")

    assert (one.title, one.text) == ("Old bridge stays open", "Old bridge stays open")


@pytest.mark.parametrize(
    "text",
    [
        "A very long first line is no title: " + "word " * 60,
        "Showers fell all week over the hills north of the town,\neasing the drought that began in January.\n\nMore.",
    ],
)
def test_a_first_line_that_is_no_title_is_text(text: str) -> None:
    one = article_in(text)

    assert one.title == ""
    assert one.text.split() == text.split()


def test_a_wrapped_body_is_unwrapped() -> None:
    one = article_in("Rain\n\nShowers fell all week over the hills north of the town,\neasing the drought.")

    assert one.text == "Showers fell all week over the hills north of the town, easing the drought."


@pytest.mark.parametrize("text", [" ", "\u200b\n\x00"])
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFile, match="holds no text"):
        article_in(text)


@given(
    st.lists(
        st.sampled_from(["Title", "By Jane Doe", "2023-10-20", "Analysis", "", "He left.", "© 2023 X"]) | st.text()
    )
)
def test_any_text_is_an_article_with_plain_text_or_refused(lines: list[str]) -> None:
    try:
        one = article_in("\n".join(lines))
    except UnreadableFile:
        return

    assert one.text == normalise(one.text) != ""
    assert one.title == normalise(one.title)


@pytest.mark.parametrize(
    ("head", "published", "updated"),
    [
        ("Updated 4 November 2023\nPublished 3 November 2023", day("2023-11-03"), day("2023-11-04")),
        ("Published 3 November 2023\nLast updated: 4 November 2023", day("2023-11-03"), day("2023-11-04")),
        ("Last updated: 4 November 2023", None, day("2023-11-04")),
    ],
)
def test_when_it_was_updated_is_never_when_it_was_published(
    head: str, published: datetime | None, updated: datetime
) -> None:
    one = article_in(f"Old bridge stays open\n{head}\n\n{BODY}")

    assert (one.published, one.updated, one.text) == (published, updated, BODY)
