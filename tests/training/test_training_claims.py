"""What the judge is trained on: labels are true of the passages."""

import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from training.claims import MOST_WORDS, Lines, read_claim_sources
from training.examples import ENTAILMENT, Example
from training.rows import read_questions
from training.settings import judge_settings
from training.sources import Source, held_out
from training.statements import other_answers, stated

TOWNS = (
    "Orsk lies on the broad Ural and has a dam of stone. Ada Brandt, who was mayor then, opened the dam in 1998. "
    "The dam held the flood of 2004 without any help from the army.",
    "Perm lies on the Kama and has an old bridge of iron. The bridge fell in 2011 after a train had burned on it. "
    "Carl Dietz said that the town would build another bridge in its place.",
)
ASKED = (
    ("Who opened the dam of Orsk?", "Ada Brandt", TOWNS[0]),
    ("When did the dam hold the flood?", "2004", TOWNS[0]),
    ("What fell in 2011?", "The bridge", TOWNS[1]),
)
EVIDENCE = ("A ferry crosses the Volga at Rybinsk twice a day.", "Rates rose to four per cent in the autumn of 2023.")
CLAIMS = (
    ("Two ferries a day cross at Rybinsk.", EVIDENCE[0], "entail"),
    ("A ferry crosses at Rybinsk every hour.", EVIDENCE[0], "contradict"),
    ("The bank put rates up.", EVIDENCE[1], "entail"),
)
MADE = 40


def asked(question: str, answer: str, passage: str) -> dict[str, Any]:
    return {
        "source": "squad1_train",
        "question": question,
        "title": "Towns",
        "context": passage,
        "answers": [{"text": answer, "start": passage.index(answer)}],
        "answerable": True,
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Any:
    found = tmp_path_factory.mktemp("data")
    claims = [
        {"source": source, "premise": premise, "hypothesis": claim, "label": label}
        for source in ("fm2", "cad_nli")
        for claim, premise, label in CLAIMS
    ]
    claims.append({"source": "fm2", "premise": "word " * (MOST_WORDS + 1), "hypothesis": "Long.", "label": "entail"})
    for name, rows in (("qa", [asked(*row) for row in ASKED]), ("nli", claims)):
        with gzip.open(found / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
    return found


@pytest.fixture(scope="module")
def sources(folder: Any) -> dict[str, Source]:
    return read_claim_sources(folder)


def made(source: Source) -> Iterator[tuple[Example, str]]:
    for number in range(MADE):
        example = source.make(number % source.size, random.Random(number))
        assert example.entailment is not None
        yield example, ENTAILMENT[example.entailment]


def test_no_row_of_these_tests_is_kept_for_measuring() -> None:
    assert not any(map(held_out, EVIDENCE))


def test_the_judge_is_trained_on_every_source_of_claims(sources: dict[str, Source]) -> None:
    assert sources.keys() <= judge_settings().mixture.keys()


def test_every_passage_is_short_enough_to_be_read_whole(sources: dict[str, Source]) -> None:
    longest = max(len(example.passage.split()) for source in sources.values() for example, _ in made(source))

    assert longest <= MOST_WORDS


def test_a_claim_that_is_borne_out_or_not_has_its_evidence_beside_it(sources: dict[str, Source]) -> None:
    evidence = {claim: text for claim, text, _ in CLAIMS}
    labels = {claim: label for claim, _, label in CLAIMS}
    said = {"entail": "supports", "contradict": "contradicts"}
    for name in ("claims", "claims_pictures", "claims_hidden"):
        for example, label in made(sources[name]):
            there = evidence[example.question] in example.passage
            assert label == (said[labels[example.question]] if there else "says nothing"), name


def test_claims_said_as_one_are_borne_out_only_together(sources: dict[str, Source]) -> None:
    telling = (("ferries a day", EVIDENCE[0]), ("put rates up", EVIDENCE[1]))
    seen = Counter[str]()
    for example, label in made(sources["claims_joined"]):
        said = example.question.lower()
        if all(said.count(words) < 2 for words, _ in telling):  # with three claims in all, one may be said twice
            missing = any(words in said and text not in example.passage for words, text in telling)
            assert label == ("contradicts" if "every hour" in said else "says nothing" if missing else "supports")
            seen[label] += 1

    assert seen.keys() == set(ENTAILMENT)


def test_a_right_answer_is_borne_out_and_another_is_not(sources: dict[str, Source]) -> None:
    seen = Counter[str]()
    for example, label in made(sources["answers"]):
        right = any(stated(question, answer) == example.question for question, answer, _ in ASKED)
        assert (label == "contradicts") is not right
        seen[label] += 1

    assert seen["supports"] > seen["says nothing"]


def test_sentences_are_borne_out_by_the_paragraph_they_are_of(sources: dict[str, Source]) -> None:
    labels = Counter(label for _, label in made(sources["sentences"]))
    verbatim = [label for example, label in made(sources["sentences"]) if example.question in example.passage]

    assert set(verbatim) == {"supports"}
    assert labels["supports"] < MADE
    assert labels.keys() == set(ENTAILMENT)


def test_another_sentence_is_of_another_paragraph(folder: Any) -> None:
    lines = Lines(read_questions(folder)["squad1_train"])

    assert {lines.other("Towns", TOWNS[0], random.Random(number)) in TOWNS[1] for number in range(9)} == {True}


@pytest.mark.parametrize(
    ("question", "answer", "statement"),
    [
        ("Who opened the dam?", "Ada Brandt", "Ada Brandt opened the dam."),
        ("What did the mayor open?", "the dam", "The mayor open the dam."),
        ("Where was the dam?", "in Orsk", "The dam was in Orsk."),
        ("How many towns have a dam?", "12", "12 towns have a dam."),
        ("Why did the bridge fall?", "a fire", ""),
    ],
)
def test_a_question_with_its_answer_is_a_statement(question: str, answer: str, statement: str) -> None:
    assert stated(question, answer) == statement


def test_another_answer_is_of_the_same_kind_and_not_part_of_the_question() -> None:
    of_text = [("Who fell?", "Carl Dietz"), ("When did it fall?", "2011"), ("Who rose?", "Ada")]

    assert other_answers("Who opened it?", "Ada Brandt", TOWNS[0], of_text) == ["Carl Dietz"]
    assert other_answers("Who did Carl Dietz meet?", "Ada Brandt", "Bob Roake met Ada Brandt.", of_text) == [
        "Bob Roake"
    ]
