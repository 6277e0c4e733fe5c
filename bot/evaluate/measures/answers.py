"""Does the answer say what people say it should? A refusal says nothing, so it scores 0.

They apply to questions that have answers and are not marked as unanswerable.
"""

from __future__ import annotations

from bot.evaluate.measures.measure import measure
from bot.evaluate.measures.texts import contains, squad_tokens, token_f1, token_recall
from bot.evaluate.rows import Answered

LONG = 10
"""A gold answer of more tokens than this is a text: nobody repeats it word for word."""


def expected(row: Answered) -> tuple[str, ...]:
    """The gold answers, empty when the question has none or should be refused."""
    return () if row.question.answerable is False else row.question.answers


def needed(row: Answered) -> list[str]:
    """What a full answer holds every one of: ``meta.all_of``, which few questions have."""
    return list(row.question.meta.get("all_of", ())) if expected(row) else []


def right(row: Answered) -> bool:
    """Whether the answer is right, as far as that can be told without a judge.

    It contains a gold answer, or all of ``meta.all_of``; of a gold answer of more than ``LONG`` tokens, half is enough.
    An answer to an unanswerable question is wrong, and so is a refusal.
    """
    said, all_of = row.asked.text, needed(row)
    if all_of:
        return all(contains(said, part) for part in all_of)
    return any(_says(said, gold) for gold in expected(row))


def _says(said: str, gold: str) -> bool:
    if len(squad_tokens(gold)) > LONG:
        return token_recall(said, gold) >= 0.5
    return contains(said, gold)


def _within(row: Answered, sentences: int | None) -> float | None:
    golds = expected(row)
    if not golds:
        return None
    said = " ".join(sentence.text for sentence in row.asked.sentences[:sentences])
    all_of = needed(row)
    if all_of:
        return float(all(contains(said, part) for part in all_of))
    return float(any(contains(said, gold) for gold in golds))


@measure("answer_contains", "answers", Answered)
def answer_contains(row: Answered) -> float | None:
    """Share of questions whose answer contains a gold answer in one piece: SQuAD's tokens, or DrQA's.

    Where the question has ``meta.all_of``, every string in it.
    Too strict for gold answers that are whole paragraphs: there, see answer_recall and answer_right.
    """
    return _within(row, None)


@measure("answer_in_1", "answers", Answered)
def answer_in_1(row: Answered) -> float | None:
    """The same, looking at the first sentence of the answer only."""
    return _within(row, 1)


@measure("answer_in_3", "answers", Answered)
def answer_in_3(row: Answered) -> float | None:
    """The same, looking at the first three sentences of the answer only."""
    return _within(row, 3)


@measure("answer_right", "answers", Answered)
def answer_right(row: Answered) -> float | None:
    """Share of questions answered right: answer_contains, and half the tokens for golds of more than ten."""
    return float(right(row)) if expected(row) else None


@measure("f1", "answers", Answered)
def f1(row: Answered) -> float | None:
    """Token F1 with the best gold answer (SQuAD; Rajpurkar et al., EMNLP 2016).

    Whole quoted sentences score low against short golds by construction; compare systems with it, not with papers.
    """
    golds = expected(row)
    return max(token_f1(row.asked.text, gold) for gold in golds) if golds else None


@measure("answer_recall", "answers", Answered)
def answer_recall(row: Answered) -> float | None:
    """Share of the tokens of the best gold answer that were said (Adlakha et al., TACL 2024)."""
    golds = expected(row)
    return max(token_recall(row.asked.text, gold) for gold in golds) if golds else None
