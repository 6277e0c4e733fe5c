import pytest

from training.scores import auroc, exact, f1, normal


def test_case_punctuation_and_articles_do_not_count() -> None:
    assert normal("The U.S.  Congress, a body") == "us congress body"


@pytest.mark.parametrize(
    ("said", "gold", "em", "overlap"),
    [
        ("the Treaty", ["treaty"], 1, 1.0),
        ("Treaty of Rome", ["Rome", "Treaty of Paris"], 0, 2 / 3),
        ("", [], 1, 1.0),
        ("Rome", [], 0, 0.0),
        ("", ["Rome"], 0, 0.0),
    ],
)
def test_em_and_f1_take_the_best_answer_and_reward_silence_where_there_is_none(
    said: str, gold: list[str], em: float, overlap: float
) -> None:
    assert exact(said, gold) == em
    assert f1(said, gold) == pytest.approx(overlap)


def test_auroc_counts_ties_half() -> None:
    assert auroc([1, 2, 2, 3], [False, False, True, True]) == pytest.approx(3.5 / 4)


def test_auroc_needs_both_kinds() -> None:
    with pytest.raises(ValueError, match="2 positive and 0 negative"):
        auroc([1, 2], [True, True])
