from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.evaluate.data import day, load
from bot.evaluate.gold import Evidence, Said
from tests.bot.evaluate.sets import ARTICLES, CLAIMS, QUESTIONS, REWRITES, write_set
from vectorstore.errors import BadSet


@pytest.mark.parametrize("zipped", [False, True])
def test_a_set_is_read_whole(tmp_path: Path, zipped: bool) -> None:
    folder = write_set(tmp_path / "small", zipped=zipped, claims=CLAIMS, rewrites=REWRITES)

    loaded = load(folder)

    assert loaded.name == "small"
    assert [article.id for article in loaded.articles] == ["ferry", "bridge", "election"]
    assert [article.published for article in loaded.articles] == [
        datetime(2025, 2, 11, tzinfo=UTC),
        datetime(2025, 3, 2, 8, tzinfo=UTC),
        None,
    ]
    assert [question.id for question in loaded.questions] == ["q1", "q2", "q3", "q4"]
    assert loaded.questions[2].history[1] == Said(role="assistant", text="Ruth Calloway.")
    assert loaded.questions[3].answers == ()
    assert [claim.label for claim in loaded.claims] == ["supported", "unsupported"]
    assert [row.id for row in loaded.rewrites] == ["r1"]


def test_all_question_files_are_read(tmp_path: Path) -> None:
    folder = write_set(tmp_path, questions=QUESTIONS[:1], questions_unanswerable=QUESTIONS[3:])

    assert [question.id for question in load(folder).questions] == ["q1", "q4"]


def test_a_set_may_hold_claims_alone(tmp_path: Path) -> None:
    loaded = load(write_set(tmp_path, articles=[], questions=[], claims=CLAIMS))

    assert (loaded.articles, loaded.questions, len(loaded.claims)) == ((), (), 2)


@pytest.mark.parametrize(
    ("file", "row", "says"),
    [
        ("articles", {"id": "x"}, "articles.jsonl, line 1, field text: Field required"),
        ("articles", {"id": 7, "text": "x"}, "articles.jsonl, line 1, field id: Input should be a valid string"),
        ("questions", {"id": "q", "question": "?", "answers": "yes"}, "questions.jsonl, line 1, field answers"),
        ("questions", {"id": "q", "question": "?", "answerable": "no"}, "line 1, field answerable"),
        ("questions", {"id": "q", "question": "?", "history": [{"role": "bot", "text": ""}]}, "field history.0.role"),
        ("questions", {"id": "q", "question": "?", "evidence": [{"quote": ""}]}, "field evidence.0.article_id"),
        (
            "claims",
            {"id": "k", "claim": "x", "label": "maybe", "source_text": "x"},
            "line 1, field label",
        ),
        ("rewrites", {"id": "r", "question": "?"}, "rewrites.jsonl, line 1, field rewrite"),
    ],
)
def test_a_faulty_row_is_named_by_file_line_and_field(
    tmp_path: Path, file: str, row: dict[str, Any], says: str
) -> None:
    files: dict[str, Any] = {"questions": [], file: [row]}

    with pytest.raises(BadSet) as error:
        load(write_set(tmp_path, **files))

    assert says in str(error.value)


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    folder = write_set(tmp_path)
    (folder / "questions.jsonl").write_text('{"id": "q", "question": "?"}\n\n{"id": \n')

    with pytest.raises(BadSet, match=r"questions\.jsonl, line 3, field \(the whole line\): Invalid JSON"):
        load(folder)


def test_an_id_that_is_used_twice_is_named_with_both_places(tmp_path: Path) -> None:
    with pytest.raises(BadSet, match=r"line 2, field id: 'ferry' was already used in .*line 1"):
        load(write_set(tmp_path, articles=[ARTICLES[0], ARTICLES[0]], questions=[]))


def test_evidence_in_an_article_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadSet, match=r"question q2, field evidence\.article_id: 'bridge' is no article"):
        load(write_set(tmp_path, articles=ARTICLES[:1]))


def test_a_broken_archive_is_named(tmp_path: Path) -> None:
    (write_set(tmp_path, zipped=True) / "questions.jsonl.gz").write_bytes(b"not gzip")

    with pytest.raises(BadSet, match=r"questions\.jsonl\.gz cannot be read"):
        load(tmp_path)


def test_a_folder_without_a_set_says_what_to_name(tmp_path: Path) -> None:
    with pytest.raises(BadSet, match="holds no articles"):
        load(tmp_path)
    with pytest.raises(BadSet, match="is no folder: name one"):
        load(tmp_path / "missing")


def test_copies_that_hold_the_quote_and_articles_told_twice_are_as_good(tmp_path: Path) -> None:
    wire = {**ARTICLES[0], "id": "wire", "title": "From the agency"}
    twice = {**ARTICLES[0], "id": "twice"}
    asks = {**QUESTIONS[0], "meta": {"same_text_in": ["wire", "bridge"]}}

    loaded = load(write_set(tmp_path, articles=[*ARTICLES, wire, twice], questions=[asks]))

    quote = "Nine people died when the ferry sank."
    assert loaded.questions[0].evidence == (Evidence(article_id="ferry", quote=quote, copies=("twice", "wire")),)


def test_rewrites_that_are_questions_of_the_set_are_not_counted_twice(tmp_path: Path) -> None:
    same = {"id": "r2", "question": QUESTIONS[2]["question"], "rewrite": QUESTIONS[2]["rewrite"]}

    assert [row.id for row in load(write_set(tmp_path, rewrites=[*REWRITES, same])).rewrites] == ["r1"]


def test_a_limit_takes_evenly_from_the_whole_set(tmp_path: Path) -> None:
    loaded = load(write_set(tmp_path)).first(2)

    assert [question.id for question in loaded.questions] == ["q1", "q3"]
    assert len(loaded.articles) == 3


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2022-06-16", date(2022, 6, 16)),
        ("2022/06/16", date(2022, 6, 16)),
        ("1987-02-26T15:01:01", datetime(1987, 2, 26, 15, 1, 1, tzinfo=UTC)),
        ("2023-09-26T17:01:22+00:00", datetime(2023, 9, 26, 17, 1, 22, tzinfo=UTC)),
        ("2004/2005", None),
        ("", None),
    ],
)
def test_dates_are_read_in_the_forms_that_sets_use(text: str, when: date | None) -> None:
    assert day(text) == when
