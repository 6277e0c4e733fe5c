from __future__ import annotations

import pytest

from bot.support import MOST_ARTICLES, places, support_for
from bot.types import Citation, Draft, Support
from bot.verify import verify
from tests.factories import hit
from vectorstore.types import Hit

VETO = hit("The US vetoed the resolution on Wednesday. Two members abstained from the vote.", article_id="veto")
RAIN = hit("It rained in the capital all day. The market was closed.", article_id="rain")
SAID = "The US vetoed the resolution on Wednesday."


def support(text: str, *cited: Hit, given: tuple[Hit, ...] = (RAIN, VETO)) -> tuple[Support, list[str]]:
    """The verdict and the articles that are quoted."""
    verdict = support_for(Draft(text=text, hits=cited), given, verify)
    return verdict.support, [quote.article.id for quote in verdict.quotes]


@pytest.mark.parametrize("cited", [(VETO,), (RAIN,), ()], ids=["right", "wrong", "none"])
def test_a_true_sentence_is_proven_by_the_passage_that_says_it_whatever_it_cites(cited: tuple[Hit, ...]) -> None:
    assert support(SAID, *cited) == (Support.SUPPORTED, ["veto"])


def test_a_sentence_is_not_pieced_together_from_articles_it_does_not_cite() -> None:
    names = hit("Envoy Mara Lund spoke for an hour.", article_id="names")

    said, _ = support("Mara Lund vetoed the resolution on Wednesday.", given=(names, VETO))

    assert said is Support.UNSUPPORTED


def test_only_the_articles_that_share_most_words_are_looked_at() -> None:
    others = [hit(f"The US vetoed resolution {number} on Wednesday.", article_id=f"a{number}") for number in range(9)]

    nearest = list(places(Draft(text=SAID, hits=()), [RAIN, *others]))

    assert len(nearest) == 1 + MOST_ARTICLES
    assert RAIN not in [found for hits in nearest for found in hits]


@pytest.mark.parametrize(
    "text",
    [
        "The US vetoed the resolution on Wednesday: http://evil.example/?q=1",
        "See www.evil.example for the resolution that the US vetoed.",
        "Write to help@evil.example about the resolution that the US vetoed.",
    ],
)
def test_a_sentence_with_an_address_is_never_borne_out(text: str) -> None:
    hostile = hit(text, article_id="hostile")

    assert support(text, hostile)[0] is Support.UNSUPPORTED


@pytest.mark.parametrize("text", ["Wednesday.", "The US.", "the resolution"])
def test_a_word_or_two_state_nothing_that_could_be_checked(text: str) -> None:
    assert support(text, VETO)[0] is Support.UNSUPPORTED


def test_a_short_sentence_that_stands_in_the_passage_is_borne_out() -> None:
    assert support("Rates rose.", hit("Rates rose. Nobody knew why.")) == (Support.SUPPORTED, ["a"])


SCATTERED = hit(
    "The envoy flew home on Monday. Nobody met her. It rained in the capital. The mayor praised the new bridge.",
    article_id="scattered",
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The envoy flew home on Monday, and the mayor praised the new bridge.", Support.SUPPORTED),
        ("The envoy praised the new bridge on Monday.", Support.UNSUPPORTED),
        ("The envoy flew home on Monday, and it rained in the capital.", Support.UNSUPPORTED),
        ("The envoy flew home on Monday, and praised the new bridge.", Support.UNSUPPORTED),
    ],
)
def test_words_from_all_over_an_article_do_not_bear_out_a_sentence_but_each_part_may_have_its_place(
    text: str, said: Support
) -> None:
    assert support(text, SCATTERED, given=(SCATTERED,))[0] is said


@pytest.mark.parametrize("text", [f'{SAID}"', f"“{SAID}"])
def test_a_sentence_with_half_a_quotation_is_not_proven(text: str) -> None:
    assert support(text, VETO)[0] is Support.UNSUPPORTED


def test_a_sentence_that_was_not_written_to_its_end_is_not_borne_out() -> None:
    assert support("The US vetoed the resolution on", VETO)[0] is Support.UNSUPPORTED


def test_what_no_article_has_is_named_where_the_rest_is_proven() -> None:
    verdict = support_for(Draft(text="The US angrily vetoed the resolution on Wednesday.", hits=(VETO,)), (), verify)

    assert verdict.support is Support.PARTLY
    assert verdict.missing == ("angrily",)
    assert [quote.text for quote in verdict.quotes] == [SAID]


@pytest.mark.parametrize(
    "text",
    [
        "The US nearly vetoed the resolution on Wednesday.",
        "The US vetoed the Kosovo resolution on Wednesday.",
        "The US vetoed the resolution twelve times on Wednesday.",
        "The US vetoed the brand new peace resolution on Wednesday.",
    ],
)
def test_more_than_a_word_or_two_or_one_that_turns_it_round_is_not_partly_so(text: str) -> None:
    assert support(text, VETO)[0] is Support.UNSUPPORTED


ENVOYS = hit("Mara Lund met Ann Hale in Oslo. She flew home on Monday. The talks failed.", article_id="envoys")
SHE = "She flew home on Monday."


def cited(text: str) -> Citation:
    start = ENVOYS.chunk.text.index(text)
    return Citation(number=1, article=ENVOYS.article, quote=text, start=start, end=start + len(text))


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (cited("Mara Lund met Ann Hale in Oslo."), Support.SUPPORTED),
        (cited(SHE), Support.SUPPORTED),
        (cited("The talks failed."), Support.UNSUPPORTED),
        (None, Support.UNSUPPORTED),
    ],
)
def test_a_sentence_about_somebody_named_before_is_proven_only_after_the_sentence_that_it_follows(
    before: Citation | None, said: Support
) -> None:
    assert support_for(Draft(text=SHE, hits=(ENVOYS,)), (), verify, before).support is said


LIED = "“We lied about the ship,” said Ann Lee."
SPEECH = hit(f"{LIED} “It was late in Rome.”\n\nIt rained all day.", article_id="speech")


@pytest.mark.parametrize(("before", "said"), [(LIED, Support.SUPPORTED), ("It rained all day.", Support.UNSUPPORTED)])
def test_a_quotation_that_speaks_of_what_was_said_is_proven_only_after_that(before: str, said: Support) -> None:
    start = SPEECH.chunk.text.index(before)
    shown = Citation(number=1, article=SPEECH.article, quote=before, start=start, end=start + len(before))
    draft = Draft(text='Ann Lee said: "It was late in Rome."', hits=(SPEECH,))

    assert support_for(draft, (), verify, shown).support is said
    assert support_for(draft, (), verify).support is Support.UNSUPPORTED


def test_a_short_sentence_about_somebody_named_before_is_not_proven() -> None:
    assert support("He lied.", hit("Bob spoke. He lied."))[0] is Support.UNSUPPORTED
