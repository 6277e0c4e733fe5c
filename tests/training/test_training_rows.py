import pytest

from training.rows import QuestionRow, plain_brackets, tidied


def row(passage: str, answer: str) -> QuestionRow:
    start = passage.index(answer)
    return QuestionRow(
        source="qed_nq", question="?", title="", passage=passage, answers=((start, start + len(answer)),)
    )


@pytest.mark.parametrize(
    ("written", "answer", "tidy", "moved"),
    [
        (
            "`` The Farm '' , by Dwight 's cousin .",
            "Dwight 's cousin",
            '"The Farm", by Dwight\'s cousin.',
            "Dwight's cousin",
        ),
        ("It cost ( in May ) $ 5 .", "$ 5", "It cost (in May) $5.", "$5"),
        ("Nothing to do.", "to do", "Nothing to do.", "to do"),
    ],
)
def test_offsets_move_with_the_text_when_spacing_is_undone(written: str, answer: str, tidy: str, moved: str) -> None:
    made = tidied(row(written, answer))

    assert (made.passage, made.answer_texts) == (tidy, (moved,))


def test_brackets_of_tokenised_corpora_are_brackets_again() -> None:
    assert plain_brackets("Ely -LRB- a city -RRB- lies") == "Ely ( a city ) lies"
