from __future__ import annotations

import pytest

from vectorstore.readers.pages import address_printed, text_of_pages, without_title

WIDE = "The council met on Monday and voted, by nine to four, to keep the old bridge"


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [f"The Courier\n{text}\nPage {number}" for number, text in enumerate(("One.", "Two.", "Three.", "Four."))]

    assert text_of_pages(pages) == "One.\n\nTwo.\n\nThree.\n\nFour."


@pytest.mark.parametrize("number", ["7", "- 7 -", "Page 7 of 12", "7/12", "xii"])
def test_a_page_number_is_left_out_of_a_single_page(number: str) -> None:
    assert text_of_pages([f"It voted.\n{number}"]) == "It voted."


def test_a_sentence_goes_on_over_the_page() -> None:
    assert text_of_pages(["The council", "voted."]) == "The council\nvoted."


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("to inter-\nnational waters", "to international waters"),
        ("a well-\nknown and well-known bridge", "a well-known and well-known bridge"),
        ("of Stratford-\nUpon-Avon", "of Stratford-Upon-Avon"),
        ("from 2020-\n2023", "from 2020-\n2023"),
    ],
)
def test_words_broken_at_line_ends_are_made_whole(lines: str, whole: str) -> None:
    assert text_of_pages([lines]) == whole


def test_a_full_line_that_ends_in_no_sentence_goes_on_even_with_a_capital() -> None:
    page = f"Title\nBy Jane Doe\n{WIDE}\nOver the river open.\nThe mayor left.\n1. One\n2. Two"

    assert text_of_pages([page]) == f"Title\nBy Jane Doe\n{WIDE} Over the river open.\nThe mayor left.\n1. One\n2. Two"


def test_letters_that_are_printed_as_one_are_letters_again() -> None:
    assert text_of_pages(["The oﬃce took oﬀ the ﬁnal ﬂag."]) == "The office took off the final flag."


@pytest.mark.parametrize(
    ("footer", "url"),
    [
        ("https://example.org/a?b=1 1/2", "https://example.org/a?b=1"),
        ("https://example.org/a-long-na… 1/2", ""),
        ("see https://example.org/a", ""),
        ("file:///home/a.html 1/2", ""),
    ],
)
def test_the_address_that_a_browser_printed_is_taken_if_it_is_whole(footer: str, url: str) -> None:
    assert address_printed([f"Title\nIt voted.\n{footer}"]) == url


def test_a_title_broken_into_lines_is_taken_off_the_text() -> None:
    assert without_title("Bridge stays open", "Bridge stays\nopen\nIt voted.") == "It voted."
    assert without_title("Bridge", "Bridges stay.\nIt voted.") == "Bridges stay.\nIt voted."
    assert without_title("", "It voted.") == "It voted."
