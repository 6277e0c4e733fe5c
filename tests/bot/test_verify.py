from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.checking.features import JUDGED_SIGNS, SIGNS
from bot.checking.weights import ALONE, JUDGED, PARTLY, SUPPORTED, Weights
from bot.types import Quote, Support, Verdict
from bot.verify import score_of, verify, verify_claim
from tests.factories import chunk, day, hit
from tests.fakes import FakeJudge
from vectorstore.types import Headline, Hit

SEED = (Path(__file__).parents[2] / "seeds" / "000_0f66446d3cac106e.txt").read_text(encoding="utf-8")
S, U = Support.SUPPORTED, Support.UNSUPPORTED


@pytest.mark.parametrize(
    ("claim", "support"),
    [
        ("At a press conference in the North Korean capital Pyongyang, Lavrov stated that Russia is “in constant "
         "contact” with Turkey.", S),
        ("Lavrov said that Russia is in constant contact with Turkey.", S),
        ("Israel's strikes have killed 4,137 Palestinians, including at least 1,524 children.", S),
        ("Hamas killed about 1,300 Israelis.", S),
        ("The attack killed an estimated 1.3 thousand Israelis, mostly civilians.", S),
        ("The U.S. vetoed a UN Security Council resolution that urged a ceasefire.", S),
        ("Hakan Fidan said that Turkey was ready to become a guarantor for Palestine.", S),
        ("Hamas killed 1,400 Israelis.", U),
        ("Putin vetoed the UN resolution.", U),
        ("China vetoed a UN Security Council resolution.", U),
        ("Lavrov spoke in Beijing.", U),
        ("Lavrov did not call out the US for vetoing a UN Security Council resolution.", U),
        ("Israel did not launch airstrikes against the Gaza Strip.", U),
        ('Lavrov said that Iran is "ready for war" in the region.', U),
        ("The price of bread in Cairo doubled within a month.", U),
        ("Scientists discovered water on the moon.", U),
        ("Ankara hat das Abkommen gestern unterzeichnet.", U),
    ],
)  # fmt: skip
def test_claims_about_the_seed_article_are_told_apart(claim: str, support: Support) -> None:
    assert verify_claim(claim, SEED).support is support


@pytest.mark.parametrize(
    ("claim", "support"),
    [
        ("The plant was built in the late 1960s by a United States company.", S),
        ("The plant was built in the 1950s by an American company.", U),
        ("The company's 5th plant, it was built in 1968.", S),
        ("The company's 6th plant, it was built in 1968.", U),
    ],
)
def test_a_decade_a_rank_and_a_full_name_are_not_invented(claim: str, support: Support) -> None:
    text = "The American company built the plant, its fifth, in 1968. It closed in 1999."

    assert verify_claim(claim, text).support is support


def test_what_the_trained_reader_makes_of_a_claim_counts() -> None:
    claim, text = "The crossing stays open to cars.", "The council voted to keep the old bridge open."

    doubted, taken = (verify_claim(claim, text, FakeJudge({claim: likely})).score for likely in (0.1, 0.9))

    assert doubted < taken


def test_names_of_the_article_do_not_bear_out_what_the_trained_reader_doubts() -> None:
    claim = "Lavrov praised the American proposal and offered billions in aid."

    assert verify_claim(claim, SEED, FakeJudge({}, 0.1)).support is not S


@pytest.mark.parametrize("claim", ["Putin vetoed the UN resolution.", "Hamas killed 1,400 Israelis."])
def test_a_detail_is_invented_whatever_the_trained_reader_makes_of_it(claim: str) -> None:
    assert verify_claim(claim, SEED, FakeJudge({}, 1.0)).support is U


def test_a_sentence_word_for_word_is_quoted_where_it_stands() -> None:
    text = "The council met. It voted to keep “the old bridge” open. It rained."
    passage = Hit(chunk=chunk(text, start=40), article=Headline(id="a"), score=1.0)

    verdict = verify('It voted to keep "the old bridge" open.', [hit("Nothing of it."), passage])

    said = "It voted to keep “the old bridge” open."
    assert verdict == Verdict(
        support=S,
        score=1.0,
        quotes=(Quote(article=Headline(id="a"), text=said, start=57, end=57 + len(said)),),
    )


def test_words_torn_out_of_a_sentence_are_quoted_with_the_rest_of_it() -> None:
    verdict = verify_claim("The mayor took bribes.", "The paper denied a report that the mayor took bribes. It rained.")

    assert verdict.score < 1
    assert [quote.text for quote in verdict.quotes] == ["The paper denied a report that the mayor took bribes."]


def test_two_sentences_may_bear_out_one_together() -> None:
    text = "Marta Lindqvist won by 41 votes. It rained all day. A recount in June overturned the result."

    verdict = verify_claim("Lindqvist won by 41 votes, and a recount in June overturned the result.", text)

    assert verdict.support is S
    assert [quote.text for quote in verdict.quotes] == [
        "Marta Lindqvist won by 41 votes.",
        "A recount in June overturned the result.",
    ]


def test_what_is_missing_is_named_as_written() -> None:
    verdict = verify_claim('Okafor won by 52 votes and "wept with joy" in Paris.', "Lindqvist won by 41 votes.")

    assert verdict.support is U
    assert verdict.missing == ("Okafor", "Paris", "52", "wept with joy")


def test_what_is_only_partly_borne_out_names_the_words_that_are_not() -> None:
    verdict = verify_claim(
        "The council voted to keep the old bridge open, angering cyclists, shopkeepers and commuters.",
        "The council voted to keep the old bridge open.",
    )

    assert verdict.support is not S
    assert set(verdict.missing) == {"angering", "cyclists", "shopkeepers", "commuters"}


def test_title_outlet_and_dates_of_the_article_count_as_known() -> None:
    passage = hit(
        "The council voted on Wednesday to keep the bridge open.", source="The Courier", published=day("2023-10-20")
    )

    verdict = verify(
        "The Courier reported that the council voted on 18 October 2023 to keep the bridge open.", [passage]
    )

    assert verdict.missing in ((), ("reported",))
    assert verdict.support is not U


def test_a_day_of_the_month_does_not_bear_out_a_number() -> None:
    passage = hit("A storm killed people in Veyle.", published=day("2023-10-20"))

    assert verify("A storm killed 20 people in Veyle.", [passage]).missing == ("20",)


@pytest.mark.parametrize("sentence", ["", " ", "...", "[", "(" * 50, "of the", "\x00", "😀", "a" * 5000])
@pytest.mark.parametrize("hits", [[], [hit("Rates rose.")], [hit("")]], ids=["no hit", "a hit", "an empty hit"])
def test_nothing_strange_is_supported(sentence: str, hits: list[Hit]) -> None:
    verdict = verify(sentence, hits)

    assert (verdict.support, verdict.quotes) == (U, ())
    assert verdict.score < PARTLY


def test_without_hits_nothing_is_supported() -> None:
    assert verify("Rates rose.", []) == Verdict(support=U, score=0.0, missing=("Rates", "rose"))


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200), st.text(max_size=400))
def test_quotes_are_exact_and_scores_are_in_range_for_any_text(claim: str, text: str) -> None:
    verdict = verify_claim(claim, text)

    assert 0 <= verdict.score <= 1
    assert all(text[quote.start : quote.end] == quote.text for quote in verdict.quotes)
    assert len(verdict.quotes) <= 3


@settings(max_examples=40)
@given(st.sampled_from(sorted(JUDGED_SIGNS)), st.floats(0, 1), st.floats(0, 1), st.booleans(), st.booleans())
def test_more_of_a_feature_never_moves_the_score_the_wrong_way(
    name: str, some: float, more: float, theirs: bool, read: bool
) -> None:
    seen = dict.fromkeys(JUDGED_SIGNS if read or name not in SIGNS else SIGNS, 0.5)
    less, greater = sorted([some, more])

    low, high = (score_of(seen | {name: value}, in_their_words=theirs) for value in (less, greater))

    assert (high - low) * JUDGED_SIGNS[name] >= 0


@pytest.mark.parametrize("theirs", [True, False])
@pytest.mark.parametrize(("signs", "weights"), [(SIGNS, ALONE), (JUDGED_SIGNS, JUDGED)], ids=["alone", "judged"])
def test_weights_and_features_fit_each_other(signs: dict[str, int], weights: Weights, *, theirs: bool) -> None:
    best = score_of({name: float(sign > 0) for name, sign in signs.items()}, in_their_words=theirs)

    assert list(weights) == ["bias", *signs]
    assert 0 < PARTLY < SUPPORTED < best
    assert max(weights["bias"]) < 1


@pytest.mark.parametrize(
    ("claim", "support"),
    [
        ("The Harbour Bank then sued Marta Lindqvist.", S),
        ("Marta Lindqvist then sued the Harbour Bank.", U),
    ],
)
def test_swapped_names_are_seen(claim: str, support: Support) -> None:
    text = "In March the Harbour Bank sued Marta Lindqvist over a loan. The court heard both sides in May. It rained."

    verdict = verify_claim(claim, text)

    assert (verdict.support is S) is (support is S)
