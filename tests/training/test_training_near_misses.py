"""A question with one detail changed is one its passage does not answer."""

import random

from training.near_misses import changed, details, details_by_article, exchanges
from training.rows import QuestionRow

PASSAGE = "The dam at Orsk held in 1998, and 40 people left their homes."


def row(question: str, passage: str = PASSAGE, title: str = "Floods") -> QuestionRow:
    return QuestionRow(source="squad", question=question, title=title, passage=passage, answers=((0, 7),))


def test_details_are_names_in_mid_sentence_and_numbers() -> None:
    found = [match[0] for match in details("Which dam at Orsk Valley held in 1998?")]

    assert found == ["Orsk Valley", "1998"]


def test_a_detail_is_exchanged_for_one_of_its_kind_that_the_passage_does_not_name() -> None:
    asked = row("What held at Orsk in 1998?")
    known = details_by_article(
        [asked, row("What fell in Perm?"), row("How many left in 2004?"), row("Who won 12 games?")]
    )

    places = exchanges(asked, known)

    assert [(match[0], others) for match, others in places] == [("Orsk", ["Perm"]), ("1998", ["2004"])]
    assert changed(asked.question, places, random.Random(1)) in (
        "What held at Perm in 1998?",
        "What held at Orsk in 2004?",
    )


def test_details_of_other_articles_and_details_the_passage_lacks_are_left_alone() -> None:
    asked = row("What held at Omsk in 1998?")
    known = details_by_article([asked, row("What fell in Perm in 2004?", title="Bridges")])

    assert exchanges(asked, known) == []
