import random

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from training.encode import CLS, IGNORED, SEP, batches, collate, encode, token_span, window_start
from training.examples import Example


def tokenizer() -> Tokenizer:
    """Words by their first letter: a is 1, b is 2, anything else 27."""
    letters = {letter: number for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz", start=1)}
    made = Tokenizer(models.WordLevel(letters | {"?": 27}, unk_token="?"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    return made


def test_question_header_and_passage_are_laid_out_with_the_answer_as_token_positions() -> None:
    example = Example(question="a b", header="h", passage="c d e", answer=(2, 5), answerable=True, relevant=True)

    (row,) = encode(tokenizer(), [example], 32, None)

    assert row.ids == [CLS, 1, 2, SEP, 8, 3, 4, 5, SEP]
    assert (row.second, row.passage, row.start, row.end) == (4, 5, 6, 7)
    assert (row.answerable, row.relevant, row.entailment) == (1, 1, IGNORED)


def test_no_answer_points_at_the_first_token_and_a_claim_has_no_span_target() -> None:
    question = Example(question="a", header="", passage="b", answerable=False, relevant=True)
    claim = Example(question="a", header="", passage="b", entailment=2)

    spans = [(row.start, row.end, row.entailment) for row in encode(tokenizer(), [question, claim], 32, None)]

    assert spans == [(0, 0, IGNORED), (IGNORED, IGNORED, 2)]


@pytest.mark.parametrize("seed", range(20))
def test_a_long_passage_is_cut_to_a_window_that_holds_the_answer(seed: int) -> None:
    passage = "a " * 40 + "z" + " b" * 40
    example = Example(question="q", header="", passage=passage, answer=(80, 81), answerable=True)

    (row,) = encode(tokenizer(), [example], 20, random.Random(seed))

    assert len(row.ids) == 20
    assert row.ids[row.start : row.end + 1] == [26]


def test_a_span_without_a_token_is_none() -> None:
    assert token_span([(0, 3), (4, 7)], (3, 4)) is None
    assert token_span([(0, 3), (4, 7)], (2, 5)) == (0, 1)


def test_a_window_never_runs_past_the_end() -> None:
    starts = {window_start(10, 4, None, random.Random(seed)) for seed in range(50)}

    assert starts == set(range(7))
    assert window_start(3, 4, None, random.Random(0)) == 0


def test_rows_are_padded_and_only_the_passage_may_hold_a_span() -> None:
    short = Example(question="a", header="", passage="b", answerable=False)
    long = Example(question="a", header="h", passage="b c", answerable=False)

    batch = collate(encode(tokenizer(), [short, long], 32, None))

    assert batch.input_ids.tolist() == [[CLS, 1, SEP, 2, SEP, 0, 0], [CLS, 1, SEP, 8, 2, 3, SEP]]
    assert batch.token_type_ids.tolist() == [[0, 0, 0, 1, 1, 0, 0], [0, 0, 0, 1, 1, 1, 1]]
    assert batch.attention_mask.sum(dim=1).tolist() == [5, 7]
    assert batch.spans.int().tolist() == [[1, 0, 0, 1, 0, 0, 0], [1, 0, 0, 0, 1, 1, 0]]


def test_batches_hold_every_row_once_and_like_lengths_together() -> None:
    examples = [Example(question="a", header="", passage="b " * length) for length in (9, 1, 8, 2, 7)]
    rows = encode(tokenizer(), examples, 32, None)

    lengths = [[len(row.ids) - 4 for row in batch] for batch in batches(rows, 2, random.Random(1))]

    assert sorted(lengths) == [[1, 2], [7, 8], [9]]
