"""A chat model's opinion of the answers, for those who want one. Off by default, and kept apart from what is measured.

A judge is itself wrong at times, and likes some styles better: read it next to the other figures, not instead of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
from langchain_core.language_models import BaseChatModel

from bot.evaluate.measures.pools import mean
from bot.evaluate.result import Figure, Judgement, QuestionResult, Result
from bot.evaluate.statistics import interval
from prompts import load

GRADES = {"YES": 1.0, "PARTLY": 0.5, "NO": 0.0}
_GRADE = re.compile(r"\b(YES|PARTLY|NO)\b")

Ask = Callable[[str, Mapping[str, str]], float | None]
"""Takes a prompt's name and its variables, and gives a grade."""


def judged(result: Result, model: BaseChatModel, name: str) -> Result:
    """The result with a judgement of every answer given; refusals are not judged."""
    grades = {row.id: _grades(row, model) for row in result.questions if row.answered}
    columns: dict[str, list[float]] = {"faithful": [], "correct": []}
    for of_question in grades.values():
        for aspect, grade in of_question.items():
            columns[aspect].append(grade)
    measures = {aspect: _figure(column) for aspect, column in columns.items() if column}
    return replace(result, judge=Judgement(model=name, measures=measures, questions=grades))


def _grades(row: QuestionResult, model: BaseChatModel) -> dict[str, float]:
    passages = "\n\n".join(passage.text for passage in row.cited)
    given = {"faithful": _asked(model, "judge_faithful", answer=row.answered, passages=passages)}
    if row.expected and row.answerable is not False:
        expected = " | ".join(row.expected)
        given["correct"] = _asked(model, "judge_correct", question=row.question, expected=expected, answer=row.answered)
    return {aspect: grade for aspect, grade in given.items() if grade is not None}


def _asked(model: BaseChatModel, prompt: str, **variables: str) -> float | None:
    """The grade, or None when the model said none of the three words."""
    said = model.invoke(load(prompt).invoke(variables)).text
    found = _GRADE.search(said.upper())
    return GRADES[found[1]] if found else None


def _figure(grades: list[float]) -> Figure:
    values = np.array(grades, dtype=np.float64)[:, None]
    low, high = interval(values, mean) or (None, None)
    return Figure(value=float(values.mean()), low=low, high=high, n=len(grades))
