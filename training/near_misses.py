"""Near misses: a question with one detail changed, so that its own passage no longer answers it."""

import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from training.rows import QuestionRow

NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w'-]+(?: [A-Z][\w'-]+)*")
NUMBER = re.compile(r"\b\d[\d,.]*\b")


def details(question: str) -> list[re.Match[str]]:
    """The names in mid-sentence and the numbers of a question."""
    return [*NAME.finditer(question), *NUMBER.finditer(question)]


def kind(detail: str) -> str:
    """What a detail may be exchanged with: a year with a year, a number with one as long, a name with as many words."""
    return f"{len(detail)} digits" if detail[0].isdigit() else f"{detail.count(' ') + 1} words"


def details_by_article(rows: Sequence[QuestionRow]) -> dict[tuple[str, str], list[str]]:
    """The details that the questions on each article ask about, by title and kind."""
    found: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for row in rows:
        for match in details(row.question):
            found[row.title, kind(match[0])][match[0]] = None
    return {key: list(texts) for key, texts in found.items()}


def exchanges(
    row: QuestionRow, known: Mapping[tuple[str, str], Sequence[str]]
) -> list[tuple[re.Match[str], list[str]]]:
    """Each detail that the passage bears out, with what may stand in its place: details the passage does not name."""
    found = []
    for match in details(row.question):
        if match[0] in row.passage:
            others = [text for text in known.get((row.title, kind(match[0])), ()) if text not in row.passage]
            if others:
                found.append((match, others))
    return found


def changed(question: str, places: Sequence[tuple[re.Match[str], list[str]]], rng: random.Random) -> str:
    """The question with one of its details exchanged."""
    match, others = rng.choice(places)
    return question[: match.start()] + rng.choice(others) + question[match.end() :]
