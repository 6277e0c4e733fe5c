from __future__ import annotations

from dataclasses import replace

from bot.quote import quote, says_the_same, summarise
from bot.reading import Candidate, Reading
from tests.factories import chunk, hit
from tests.fakes import FakeEmbedder


def reading(*scored: tuple[str, float]) -> Reading:
    one = hit()
    return Reading(
        candidates=tuple(Candidate(hit=one, text=text, start=0, end=len(text), score=score) for text, score in scored),
        confidence=1.0,
    )


def said(read: Reading, most: int = 3) -> list[str]:
    return [draft.text for draft in quote(read, most)]


def test_sentences_that_score_near_the_best_are_quoted_with_it() -> None:
    assert said(reading(("The US vetoed it.", 5.0), ("China abstained.", 4.5), ("It rained.", 1.0))) == [
        "The US vetoed it.",
        "China abstained.",
    ]


def test_no_more_are_quoted_than_asked_for() -> None:
    assert said(reading(("One fell.", 5.0), ("Two rose.", 5.0), ("Three stayed.", 5.0)), most=2) == [
        "One fell.",
        "Two rose.",
    ]


def test_what_is_said_already_is_not_said_again() -> None:
    assert said(reading(("The US vetoed the resolution.", 5.0), ("The resolution was vetoed by the US.", 5.0))) == [
        "The US vetoed the resolution."
    ]


def test_a_summary_keeps_reading_order_and_leaves_labels_out() -> None:
    lead = "The council voted on Monday to keep the old bridge open."
    detail = "The vote on the old bridge went seven to five after a long debate in the council."
    text = f"{lead} {detail}\n\nAnalysis\n\nThe mayor had argued that the council should close the old bridge."

    summary = [draft.text for draft in summarise([hit(text)], FakeEmbedder(), most=2)]

    assert summary[0] == lead
    assert "Analysis" not in summary
    assert len(summary) == 2


def test_a_summary_of_nothing_is_empty() -> None:
    assert list(summarise([], FakeEmbedder())) == []


def test_sentences_with_the_same_words_say_the_same() -> None:
    assert says_the_same("The US vetoed the resolution.", "The resolution, vetoed by the US on Monday")
    assert not says_the_same("The US vetoed the resolution.", "It rained.")


def test_the_words_that_answer_are_given_as_offsets_into_the_article() -> None:
    one = replace(hit(), chunk=chunk("It voted on Monday.", start=100))
    candidate = Candidate(hit=one, text=one.chunk.text, start=0, end=19, score=1.0, answer=(12, 18))

    (draft,) = quote(Reading(candidates=(candidate,)), 1)

    assert draft.answer == (112, 118)
