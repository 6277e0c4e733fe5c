import pytest

from bot.checking.align import claim, sources
from bot.checking.features import by_clause
from tests.factories import hit

TEXT = "Marta Lindqvist won by 41 votes. It rained all day. A recount in June overturned the result."


@pytest.mark.parametrize(
    ("said", "covered"),
    [
        ("Lindqvist won by 41 votes.", 1.0),
        ("Lindqvist won by 41 votes, and a recount in June overturned the result.", 1.0),
        ("The pope spoke in Manila.", 0.0),
        ("", 0.0),
    ],
)
def test_each_clause_may_be_covered_by_a_sentence_of_its_own(said: str, covered: float) -> None:
    found = sources([hit(TEXT)])

    assert by_clause(claim(said, found), found) == pytest.approx(covered)


def test_one_clause_is_not_covered_by_pieces_of_two_sentences() -> None:
    found = sources([hit(TEXT)])

    assert by_clause(claim("Lindqvist won a recount in June.", found), found) < 0.8
