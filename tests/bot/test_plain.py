from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bot.plain import as_dict, as_text, copies_line, covered, json_values, prose, sides_line, source_line, span
from bot.types import Quote, Refusal, Support, Told
from tests.factories import answer, article, citation, day, sentence
from vectorstore.types import Headline, Story

BRIDGE = article(published=day("2026-11-20"), url="https://courier.example/bridge")


def test_an_answer_is_printed_with_its_numbered_sources() -> None:
    printed = str(answer(citations=(citation(of=BRIDGE),), notice="Two sentences were left out."))

    assert printed == (
        "It voted to keep the old bridge open. [1]\n"
        "\n"
        "Two sentences were left out.\n"
        "\n"
        "[1] The Courier, 20 November 2026: Old bridge stays open\n"
        "    “It voted to keep the old bridge open.”\n"
        "    https://courier.example/bridge"
    )


def test_what_is_only_partly_proven_is_printed_with_what_is_not() -> None:
    partly = sentence("It loudly voted.", support=Support.PARTLY, missing=("loudly",))

    given = answer(partly, sentence())

    assert given.text == "It loudly voted. [1] (not in its source: “loudly”) It voted to keep the old bridge open. [1]"
    assert str(given).startswith(f"{given.text}\n")
    assert replace(partly, verdict=replace(partly.verdict, missing=())).doubt == "only partly in its source"


def test_what_an_answer_says_only_gets_longer_as_it_grows() -> None:
    sentences = [replace(sentence(text), heading=heading) for text, heading in (("One.", "Monday"), ("Two.", "Friday"))]

    told = [prose(answer(*sentences[:count])) for count in (1, 2)]

    assert told == ["Monday\nOne. [1]", "Monday\nOne. [1]\nFriday\nTwo. [1]"]


def test_a_summary_is_named_as_one_wherever_its_article_is_named() -> None:
    assert source_line(replace(BRIDGE, abridged=True)) == (
        "The Courier, 20 November 2026: Old bridge stays open (only the feed’s summary)"
    )


FIRST = article("first", source="Harbour Times", published=day("2026-03-03")).headline


def test_a_source_that_has_copies_says_so() -> None:
    story = Story(articles=3, outlets=("Harbour Times", "The Courier", "Gazette"), earliest=FIRST)

    given = answer(citations=(citation(of=BRIDGE, story=story),))

    assert str(given).splitlines()[-1] == "    Also in 2 other outlets; first in Harbour Times, 3 March 2026."
    assert as_dict(given)["citations"][0]["story"] == {
        "articles": 3,
        "outlets": ["Harbour Times", "The Courier", "Gazette"],
        "earliest": json_values(FIRST),
    }


@pytest.mark.parametrize(
    ("outlets", "articles", "earliest", "told"),
    [
        (("Gazette", "the courier"), 2, BRIDGE.headline, "Also in 1 other outlet; first here."),
        (("The Courier",), 3, FIRST, "Also in 2 other articles; first in Harbour Times, 3 March 2026."),
        ((), 2, None, "Also in 1 other article."),
        (("Gazette", "The Courier"), 2, article("b", published=BRIDGE.published).headline, "Also in 1 other outlet."),
        (
            ("Gazette",),
            3,
            Headline(id="c", published=FIRST.published),
            "Also in 1 other outlet; first on 3 March 2026.",
        ),
    ],
)
def test_copies_are_told_as_far_as_they_are_known(
    outlets: tuple[str, ...], articles: int, earliest: Headline | None, told: str
) -> None:
    assert copies_line(BRIDGE, Story(articles=articles, outlets=outlets, earliest=earliest)) == told
    assert copies_line(BRIDGE, None) == ""


def test_a_refusal_is_printed_with_what_there_is_instead() -> None:
    refusal = Refusal(
        reason="The articles do not say.",
        articles=1,
        sources=("The Courier",),
        earliest=day("2026-11-20"),
        latest=day("2026-11-20"),
        closest=(BRIDGE.headline,),
        nearest=Quote(article=BRIDGE.headline, text="It voted on Monday.", start=0, end=19),
    )

    assert as_text(answer(refusal=refusal)) == (
        "The articles do not say.\n"
        "\n"
        "The nearest they come: “It voted on Monday.”\n"
        "(The Courier, 20 November 2026: Old bridge stays open)\n"
        "The library holds 1 article · The Courier · 20 November 2026.\n"
        "Closest:\n"
        "- The Courier, 20 November 2026: Old bridge stays open"
    )


def test_a_dict_holds_every_field_as_json_values() -> None:
    given = answer(sentence(), citations=(citation(of=BRIDGE),))

    told = as_dict(given)

    assert json.loads(json.dumps(told)) == told
    assert told["text"] == given.text
    assert told["sentences"][0]["verdict"]["support"] == "supported"
    assert told["citations"][0]["article"]["published"] == "2026-11-20T00:00:00+00:00"
    assert told["refusal"] is None


def test_a_dict_says_where_the_words_that_answer_are() -> None:
    cited = citation("The council met on Monday.", answer="Monday")

    assert as_dict(answer(citations=(cited,)))["citations"][0]["answer"] == [19, 25]


def test_a_source_is_named_by_what_is_known_of_it() -> None:
    assert source_line(article(title="", source="").headline) == "Untitled"
    assert source_line(article(source="", published=day("2026-01-02")).headline) == (
        "2 January 2026: Old bridge stays open"
    )


def test_many_outlets_are_counted_and_few_are_named() -> None:
    assert covered(2, ("A", "B"), None, None) == "2 articles · A, B"
    assert covered(1_234, tuple("ABCD"), day("2025-12-31"), day("2026-01-02")) == (
        "1,234 articles · 4 outlets · 31 December 2025 – 2 January 2026"
    )


def test_a_stretch_of_a_single_day_is_that_day() -> None:
    assert span(day("2026-01-02"), day("2026-01-02")) == "2 January 2026"
    assert span(None, None) == ""


GAZETTE = article("g", source="Gazette", published=day("2026-05-02")).headline
ECHO = article("e", source="Echo", published=day("2026-05-01")).headline
SHUT = article("b", source="", title="Shut").headline


@pytest.mark.parametrize(
    ("differing", "agreeing", "said"),
    [
        ((Told(words="13", article=GAZETTE), Told(words="nine", article=SHUT)),
         None, "The articles differ: 13 (Gazette, 2 May 2026); nine (Shut)."),
        ((Told(words="13", article=GAZETTE, also=(ECHO,)), Told(words="nine", article=BRIDGE.headline)),
         None, "The articles differ: 13 in two outlets (Echo, 1 May 2026; Gazette, 2 May 2026); "
               "nine in one (The Courier, 20 November 2026)."),
        ((), Told(words="13", article=GAZETTE, also=(ECHO,)),
         "Two outlets agree: 13 (Echo, 1 May 2026; Gazette, 2 May 2026)."),
        ((), None, ""),
    ],
)  # fmt: skip
def test_outlets_that_differ_or_agree_are_named_and_dated(
    differing: tuple[Told, ...], agreeing: Told | None, said: str
) -> None:
    given = replace(answer(), differing=differing, agreeing=agreeing)

    assert sides_line(given) == said
    assert said in str(given)
