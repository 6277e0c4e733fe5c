from __future__ import annotations

import pytest

from bot.proving.words import ends_quoted, read, said
from tests.proving import proves


def keys(text: str) -> list[str]:
    return [word.key for word in said(read(text))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The toll was 1,300.", "A toll was thirteen hundred."),
        ("58 per cent", "58%"),
        ("85 km/h", "85 kilometres an hour"),
        ("more than 300 dives", "over 300 dives"),
        ("at least nine", "no fewer than 9"),
        ("some 20 minutes", "about 20 minutes"),
        ("It isn't, won't and can't.", "It is not, will not and can not."),
        ("She said that it rained.", "She stated it rained."),
        ("organised by the U.S.", "organized by the United States"),
        ("at 6 p.m.", "at 6 pm"),
    ],
)
def test_words_that_mean_the_same_are_equal(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They told us.", "They told the US."),
        ("few men", "a few men"),
        ("a third man", "the man"),
        ("was -5", "was 5"),
        ("at least 9", "at most 9"),
        ("it rains", "it rained"),
        ("the ship", "the ships"),
        ("some ships", "about ships"),
        ("$5", "£5"),
    ],
)
def test_small_differences_that_matter_are_kept(one: str, other: str) -> None:
    assert keys(one) != keys(other)


def test_each_word_knows_whether_it_is_quoted_and_had_an_article() -> None:
    words = read('Ann, the mayor, said "we won".')

    assert [(word.text, word.quoted, word.article) for word in said(words)] == [
        ("Ann", False, ""),
        ("mayor", False, "the"),
        ("said", False, ""),
        ("we", True, ""),
        ("won", True, ""),
    ]


def test_a_dateline_is_no_part_of_a_sentence() -> None:
    assert keys("PORT HALDEN (NWA) - The ship sank.") == keys("The ship sank.")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [("“Open", True), ("“Shut”", False), ('"Open', True), ('"Shut"', False), ('"Open\n\nNext', False), ("", False)],
)
def test_a_quotation_is_followed_to_its_end_or_that_of_the_paragraph(text: str, quoted: bool) -> None:
    assert ends_quoted(text) is quoted


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("The eruption of 1977 lasted 19 days.", "The 1977 eruption lasted 19 days."),
        ("Gareth Osei stepped down as director in June.", "Gareth Osei resigned as director in June."),
        ("The inquiry may last up to 24 weeks.", "The inquiry could last up to 24 weeks."),
        ("Drivers must use the signed route.", "Drivers have to use the signed route."),
        ("Shares in Corran fell to 35.10 crowns.", "Corran's shares fell to 35.10 crowns."),
    ],
)  # fmt: skip
def test_words_that_mean_the_same_in_any_sentence_are_one(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("The eruption of 1977 lasted 19 days.", "The eruption of 1979 lasted 19 days."),
        ("Drivers may use the signed route.", "Drivers could use the signed route."),
        ("Drivers must not use the signed route.", "Drivers do not have to use the signed route."),
        ("Drivers do not have to use the signed route.", "Drivers must not use the signed route."),
        ("The inquiry may last up to 24 weeks.", "The inquiry will last up to 24 weeks."),
        ("The inquiry may be shut in May.", "The inquiry could be shut in May."),
        ("Shares in Corran fell to 35.10 crowns.", "Stellmark's shares fell to 35.10 crowns."),
        ("Corran's shares in Stellmark fell to 35.10 crowns.", "Corran's shares fell to 35.10 crowns."),
        ("Corran holds shares in Stellmark.", "Stellmark's shares held Corran."),
        ("The four voted against the cut in Rome.", "The four voted in Rome."),
        ("The rate was cut, against the four who voted no.", "The rate was cut, against five who voted no."),
        ("Ann Lee bought shares in Corran in June.", "Ann Lee bought Corran's shares in June."),
        ("Ann Lee was an icon of the 1990s in Rome.", "Ann Lee was a 1990 icon in Rome."),
    ],
)  # fmt: skip
def test_words_that_may_mean_another_thing_are_two(source: str, sentence: str) -> None:
    assert not proves(source, sentence)
