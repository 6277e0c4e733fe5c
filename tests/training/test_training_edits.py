from __future__ import annotations

from random import Random

import pytest

from training.edits import common_words, joined, shortened

COMMON = common_words(["in spring the people of the town and many others came; i did not"])


@pytest.mark.parametrize(
    ("sentence", "short"),
    [
        ("The town grew quite fast, which brought 3,000 people.", "The town grew quite fast."),
        ("The dam, about 3,000 metres long, was built here.", "The dam was built here."),
        ("The bridge, 3.5 million in all, was paid for.", "The bridge was paid for."),
    ],
)
def test_an_aside_is_left_out_with_its_numbers_whole(sentence: str, short: str) -> None:
    assert {shortened(sentence, Random(seed)) for seed in range(40)} == {sentence, short}


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("People came.", "It rained and people came."),
        ("The United States won.", "It rained and the United States won."),
        ("Many, by then, came.", "It rained and many, by then, came."),
        ("Hungary won.", "It rained and Hungary won."),
        ("Spring Valley won.", "It rained and Spring Valley won."),
        ("I came.", "It rained and I came."),
    ],
)
def test_a_sentence_goes_on_in_another_with_a_small_word_unless_it_is_a_name(other: str, said: str) -> None:
    assert joined("It rained.", " and ", other, COMMON) == said


def test_a_sentence_after_a_full_stop_begins_as_it_did() -> None:
    assert joined("It rained.", ". ", "People came.", COMMON) == "It rained. People came."
