from __future__ import annotations

import pytest

from bot.attributed import Said, attributed, parts
from bot.support import proven, support_for
from bot.types import Draft, Support
from bot.verify import verify
from tests.factories import day, hit

HITS = [
    hit("12 people died after the ferry sank.", article_id="a", source="Gazette"),
    hit("The ferry sank; 12 people died.", article_id="b", source="The Courier"),
    hit("On Tuesday 12 people died.", article_id="c", source="Northern Wire"),
    hit("15 people died after the ferry sank.", article_id="d", source="Evening Echo"),
]
OUTLETS = [one.article.source for one in HITS]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Three outlets report 12 dead, one reports 15.",
            [Said(what="12 dead", count=3), Said(what="15 dead", count=1)],
        ),
        ("The Courier says that 12 people died.", [Said(what="12 people died", outlets=("The Courier",))]),
        ("Gazette and Courier report that it sank.", [Said(what="it sank", outlets=("Gazette", "The Courier"))]),
        (
            "According to the Gazette, 12 people died, while the Evening Echo reports that 15 people died.",
            [Said(what="12 people died", outlets=("Gazette",)), Said(what="15 people died", outlets=("Evening Echo",))],
        ),
        ("All outlets say that it sank.", [Said(what="it sank")]),
        ("The minister said that it sank.", []),
        ("The Courier says that it sank, but nobody knows why.", []),
        ("The ferry sank.", []),
    ],
)
def test_a_sentence_is_taken_apart_by_who_says_what(sentence: str, found: list[Said]) -> None:
    assert parts(sentence, OUTLETS) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Three outlets report that 12 people died, one reports 15.",
        "Three outlets report that 12 people died, while the Evening Echo says that 15 people died.",
        "The Gazette, the Courier and Northern Wire say that 12 people died.",
        "According to the Evening Echo, 15 people died.",
    ],
)
def test_what_outlets_do_say_is_supported_by_a_quote_of_each(sentence: str) -> None:
    verdict = attributed(sentence, HITS, verify, proven)

    assert verdict is not None
    assert verdict.support is Support.SUPPORTED
    assert all(quote.text == HITS["abcd".index(quote.article.id)].chunk.text for quote in verdict.quotes)


def test_an_outlet_is_quoted_with_the_sentence_that_says_who_she_is() -> None:
    text = "Ann Lee, the county engineer, spoke on Monday. She said the bridge would close for nine weeks."
    sentence = "The Gazette reports that Ann Lee said the bridge would close for nine weeks."

    verdict = attributed(sentence, [hit(text, source="Gazette")], verify, proven)

    assert verdict is not None
    assert " ".join(quote.text for quote in verdict.quotes) == text


@pytest.mark.parametrize(
    "sentence",
    [
        "Two outlets report that 12 people died, two report 15.",
        "Four outlets report that 12 people died.",
        "All outlets report that 12 people died.",
        "The Evening Echo reports that 12 people died.",
        "The Gazette reports that 15 people died.",
        "The Gazette says 12.",
    ],
)
def test_what_is_put_into_the_wrong_mouth_or_miscounted_is_not(sentence: str) -> None:
    verdict = attributed(sentence, HITS, verify, proven)

    assert verdict is not None
    assert verdict.support is Support.UNSUPPORTED


def test_who_says_it_is_decided_by_the_articles_whatever_is_cited() -> None:
    draft = Draft(text="The Gazette reports that 15 people died.", hits=(HITS[0], HITS[3]))

    assert support_for(draft, HITS, verify).support is Support.UNSUPPORTED
    assert attributed("The ferry sank on Tuesday.", HITS, verify, proven) is None


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        ("On 3 May 2025 the Gazette reported that 12 people died.", Support.SUPPORTED),
        ("On 4 May 2025, the Gazette reported that 12 people died.", Support.UNSUPPORTED),
        ("On 3 May 2025 the Gazette reported that 15 people died.", Support.UNSUPPORTED),
    ],
)
def test_the_day_of_a_report_must_be_the_article_s(sentence: str, support: Support) -> None:
    dated = [hit(one.chunk.text, article_id="a", source="Gazette", published=day("2025-05-03")) for one in HITS[:1]]

    verdict = attributed(sentence, dated, verify, proven)

    assert verdict is not None
    assert verdict.support is support
