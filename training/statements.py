"""Questions with an answer in place, as statements: with the right one, or with another of the kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from training.edits import NUMBER
from training.places import NAMES

LONGEST_ANSWER = 8  # words

_DID = re.compile(r"(?:who|what|where|when|(?:which|what|how many) ([\w-]+)) (?:did|does|do) (.+?)\W*", re.IGNORECASE)
_BE = re.compile(r"(?:who|what|where|when|(?:which|how many) [\w-]+) (is|was|are|were) (.+?)\W*", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:who|what|(?:which|how many) ([\w-]+)) ((?:has|have|had|would|could|can|will|\w+ed|\w+s|won|led|wrote|made"
    r"|built|began|became|took|gave|held|lost|found|said|sold|ran|left|saw|came|went|told|brought|sent|got|caught)\b.+?)\W*",
    re.IGNORECASE,
)  # fmt: skip


def stated(question: str, answer: str) -> str:
    """A question with its answer as a statement of about these words, or nothing. Its words need not agree."""
    if match := _DID.fullmatch(question):
        return f"{match[2][:1].upper()}{match[2][1:]} {answer} {match[1] or ''}".rstrip() + "."
    if match := _BE.fullmatch(question):
        return f"{match[2][:1].upper()}{match[2][1:]} {match[1]} {answer}."
    if match := _SUBJECT.fullmatch(question):
        noun = f" {match[1]}" if match[1] and match[1] not in answer else ""
        return f"{answer[:1].upper()}{answer[1:]}{noun} {match[2]}."
    return ""


def other_answers(question: str, answer: str, text: str, asked_of: Sequence[tuple[str, str]]) -> list[str]:
    """Answers of the same kind to other questions about a text; else other names or numbers of it."""
    kind = _kind(question, answer)
    found = [
        other
        for asked_too, other in asked_of
        if _kind(asked_too, other) == kind and len(other.split()) <= LONGEST_ANSWER
    ]
    found = found if any(_apart(other, answer, question) for other in found) else _details(answer, text)
    return [other for other in found if _apart(other, answer, question)]


def _details(answer: str, text: str) -> list[str]:
    if NUMBER.search(answer):
        return [found.rstrip(".,") for found in NUMBER.findall(text)]
    return NAMES.findall(text) if answer[:1].isupper() else []


def _kind(question: str, answer: str) -> tuple[str, bool, bool]:
    return question.split()[0].casefold(), bool(NUMBER.search(answer)), answer[:1].isupper()


def _apart(other: str, answer: str, question: str) -> bool:
    return other not in answer and answer not in other and other.casefold() not in question.casefold()
