"""Pronouns of a question replaced by what they stand for: "What did he say?" becomes "What did Sergei Lavrov say?"."""

from __future__ import annotations

import re

from bot.referents import Referents

Put = tuple[int, int, str]
"""From where to where, and what."""

_HE = re.compile(r"\b(?P<own>his)\b(?! (?:or|and)\b)|\b(?:he|him)\b(?!-)", re.IGNORECASE)
_SHE = re.compile(
    r"\b(?P<own>her(?= [a-z])(?! (?:in|on|at|to|by|from|with|for|about|of|and|or|as|if|when|what|who|say|do|go|ever|"
    r"is|was|were|has|have|had|will|would)\b)|hers)\b|\b(?:she|her)\b",
    re.IGNORECASE,
)
_IT = re.compile(
    r"\b(?P<own>its)\b|\bit\b(?!(?:['’]s| is| was)? (?:true|possible|likely|certain|clear|time|late|hard|easy)\b)",
    re.IGNORECASE,
)
_THEY = re.compile(r"\b(?P<own>their)\b|\b(?:they|them|those)\b(?! [a-z]+s\b)", re.IGNORECASE)
_THERE = re.compile(r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )\bthere(?=\W*$)", re.IGNORECASE)
_NAMED_BEFORE = re.compile(r"(?<!^)\b[A-Z][\w’'-]*\w")
_THING_BEFORE = re.compile(r"\b(?:the|an?) [a-z]", re.IGNORECASE)


def replaced(question: str, meant: Referents) -> str:
    """The question with the first pronoun of each kind replaced, where it can only stand for one thing."""
    people = sorted(filter(None, (_put(_HE, question, meant.he), _put(_SHE, question, meant.she))))
    puts = [*people[:1], _put(_IT, question, meant.thing), _put(_THEY, question, meant.several)]
    if meant.place and (there := _THERE.search(question)):
        puts.append((there.start(), there.end(), meant.place))
    for start, end, put in sorted(filter(None, puts), reverse=True):
        question = f"{question[:start]}{put}{question[end:]}"
    return question


def _put(pronoun: re.Pattern[str], question: str, meant: str) -> Put | None:
    """Where what is put; nothing for a pronoun that may stand for something in the question itself."""
    found = pronoun.search(question)
    if not meant or not found:
        return None
    before = question[: found.start()]
    if _NAMED_BEFORE.search(before) or (pronoun in (_IT, _THEY) and _THING_BEFORE.search(before)):
        return None
    return found.start(), found.end(), possessive(meant) if found.groupdict().get("own") else meant


def possessive(name: str) -> str:
    """What is somebody's: "Lavrov's", "the families'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"
