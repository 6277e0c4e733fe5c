from __future__ import annotations

from dataclasses import replace

from bot.quote import LISTED, quotes, says_the_same, summarise
from bot.reading import Candidate, Reading
from tests.factories import chunk, day, hit, query
from tests.fakes import FakeEmbedder
from vectorstore.types import Hit, Query


def reading(*scored: tuple[str, float]) -> Reading:
    one = hit()
    return Reading(
        candidates=tuple(Candidate(hit=one, text=text, start=0, end=len(text), score=score) for text, score in scored),
        confidence=1.0,
    )


def said(read: Reading, most: int = 3) -> list[str]:
    return [draft.text for draft in quotes(query("Who vetoed it?"), read, most)]


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


def test_a_summary_of_thai_quotes_whole_lines_since_the_ends_of_sentences_are_not_written() -> None:
    lead = "กรุงเทพมหานครประกาศเมื่อวันจันทร์ว่าจะเปิดสะพานเก่าให้คนเดินเท้าใช้อีกครั้ง นายกเทศมนตรีกล่าวว่าการซ่อมแซมใช้เงินสองล้านบาท"
    text = f"เปิดสะพานเก่าอีกครั้ง\n\n{lead}\n\nสะพานข้ามแม่น้ำเจ้าพระยาแห่งนี้สร้างขึ้นเมื่อหนึ่งร้อยปีก่อน และเคยปิดซ่อมมาแล้วสองครั้งในรอบสิบปี"

    summary = [draft.text for draft in summarise([hit(text)], FakeEmbedder(), most=2)]

    assert summary == [lead]


def test_a_summary_knows_the_full_stops_of_other_scripts() -> None:
    khmer = "ទីក្រុងបានប្រកាសកាលពីថ្ងៃច័ន្ទថានឹងបើកស្ពានចាស់ឡើងវិញ។"

    assert [draft.text for draft in summarise([hit(khmer)], FakeEmbedder())] == [khmer]


def test_a_summary_of_nothing_is_empty() -> None:
    assert list(summarise([], FakeEmbedder())) == []


def test_sentences_with_the_same_words_say_the_same() -> None:
    assert says_the_same("The US vetoed the resolution.", "The resolution, vetoed by the US on Monday")
    assert not says_the_same("The US vetoed the resolution.", "It rained.")


def test_the_words_that_answer_are_given_as_offsets_into_the_article() -> None:
    one = replace(hit(), chunk=chunk("It voted on Monday.", start=100))
    candidate = Candidate(hit=one, text=one.chunk.text, start=0, end=19, score=1.0, answer=(12, 18))

    (draft,) = quotes(query(), Reading(candidates=(candidate,)), 1)

    assert draft.answer == (112, 118)


GAZETTE = hit("The toll rose to 13 on Tuesday.", article_id="new", source="Gazette", published=day("2026-03-03"))
TIMES = hit("The toll stood at nine on Monday.", article_id="old", source="Times", published=day("2026-03-02"))


def whole(one: Hit, score: float, answer: str = "") -> Candidate:
    text = one.chunk.text
    at = text.index(answer)
    found = (at, at + len(answer)) if answer else None
    return Candidate(hit=one, text=text, start=0, end=len(text), score=score, answer=found)


def headed(question: Query, *candidates: Candidate) -> list[tuple[str, str]]:
    drafts = quotes(question, Reading(candidates=candidates, near_best=0.5), 3)
    return [(draft.heading, draft.text) for draft in drafts]


def test_a_question_that_asks_for_several_things_gets_more_sentences() -> None:
    many = reading(*((f"Number {number} fell{'.' * number}", 1.0 / number) for number in range(1, 9)))

    assert len(list(quotes(query("Which councils fell in it?"), many, 3))) == 3 + LISTED


def test_figures_that_differ_have_a_sentence_each_under_its_outlet_and_day() -> None:
    said = headed(query("How many died?"), whole(GAZETTE, 9.0, "13"), whole(TIMES, 4.0, "nine"))

    assert said == [("Gazette, 3 March 2026", GAZETTE.chunk.text), ("Times, 2 March 2026", TIMES.chunk.text)]


def test_figures_that_agree_have_no_headings() -> None:
    assert [under for under, _ in headed(query("How many died?"), whole(GAZETTE, 9.0, "13"), whole(TIMES, 8.0))] == [
        "",
        "",
    ]


def test_each_outlet_that_is_compared_is_quoted_however_the_others_score() -> None:
    asked = replace(query("Do the Gazette and the Times agree on the toll?"), outlets=("Gazette", "Times"))
    other = hit("It rained on the harbour all day long.", article_id="rain", source="Courier")

    said = headed(asked, whole(GAZETTE, 9.0), whole(other, 8.0), whole(TIMES, 0.001))

    assert [under for under, _ in said[:2]] == ["Gazette, 3 March 2026", "Times, 2 March 2026"]


def test_where_outlets_are_asked_one_thing_what_hardly_answers_it_is_not_quoted() -> None:
    read = reading(
        ("The toll was nine dead.", 9.0), ("In all it was 13 dead.", 2.0), ("It rained all day on Veyle.", 0.5)
    )
    asked = query("Where do the papers differ on how many died?")

    assert [draft.text for draft in quotes(asked, read, 3)] == ["The toll was nine dead.", "In all it was 13 dead."]
