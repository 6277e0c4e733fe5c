"""Every source makes examples whose targets are true of their passages."""

import gzip
import json
import random
from typing import Any

import pytest

from training.sources import Source, read_sources

PARAGRAPHS = ("Orsk lies on the Ural. Its dam held in 1998.", "Perm lies on the Kama. Its bridge fell in 2004.")
ASKED = (("In what year did the dam of Orsk hold?", "1998"), ("In what year did the bridge of Perm fall?", "2004"))

MAYORS = tuple(
    (f"Which mayor spoke on day {day}?", name)
    for day, name in enumerate(("Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal"))
)
EXPECTED = dict(ASKED + MAYORS)


def question(source: str, question: str, passage: str, answer: str | None) -> dict[str, Any]:
    answers = [{"text": answer, "start": passage.index(answer)}] if answer else []
    return {
        "source": source,
        "question": question,
        "title": "Towns",
        "context": passage,
        "answers": answers,
        "answerable": bool(answers),
    }


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Source]:
    folder = tmp_path_factory.mktemp("data")
    pairs = list(zip(PARAGRAPHS, ASKED, strict=True))
    asked = [
        question(source, text, passage, answer)
        for source in ("squad1_train", "qamr_wikinews", "qed_nq")
        for passage, (text, answer) in pairs
    ]
    asked += [question("qamr_wikinews", text, f"Mayor {name} spoke.", name) for text, name in MAYORS]
    asked.append(question("squad2_train_unans", "Who built the dam of Orsk?", PARAGRAPHS[0], None))
    wrong = {"source": "squad1_train_bm25neg", "question": ASKED[0][0], "passage": PARAGRAPHS[1], "label": 0}
    claim = {"source": "fm2", "premise": PARAGRAPHS[0], "hypothesis": "The dam held.", "label": "entail"}
    for name, rows in (("qa", asked), ("rank", [wrong]), ("nli", [claim])):
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
    return read_sources(folder)


def test_answers_are_where_the_targets_say(sources: dict[str, Source]) -> None:
    seen = set()
    for name, source in sources.items():
        for number in range(source.size):
            example = source.make(number, random.Random(name))
            if example.answer:
                expected = EXPECTED[example.question.rstrip("?") + "?"]
                assert example.passage[slice(*example.answer)] == expected, name
                assert example.answerable, name
                seen.add(name)

    assert seen == {"squad", "squad_long", "natural_questions", "wikinews"}


def test_a_long_passage_is_two_paragraphs_of_the_article(sources: dict[str, Source]) -> None:
    made = {sources["squad_long"].make(0, random.Random(number)).passage for number in range(20)}

    assert made == {" ".join(PARAGRAPHS), " ".join(reversed(PARAGRAPHS))}


def test_a_changed_question_asks_about_what_its_passage_does_not_name(sources: dict[str, Source]) -> None:
    made = [sources["squad_changed"].make(number, random.Random(number)) for number in range(2)]

    assert ["Perm" in example.question for example in made] == [True, False]
    assert all(example.answerable is False and example.relevant for example in made)
