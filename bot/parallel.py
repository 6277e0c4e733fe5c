"""A part of a question exchanged for another of its kind: "And in 2023?", "And Egypt?", "And women?"."""

from __future__ import annotations

import re

from bot.checking.peoples import COUNTRIES
from bot.checking.seats import seat_of
from bot.clause import DETERMINERS, HELPERS, QUESTION_WORDS, Clause, is_plural
from bot.days import MONTH, WEEKDAY
from bot.people import is_land, is_role

LONGEST = 5
"""Words of what may be put into another question."""

_YEAR = r"(?:1[5-9]|20)\d\d"
_MONTH = rf"(?:{MONTH.replace('May|', '')}|(?-i:May))"
_TIME = re.compile(
    r"\b(?:back )?(?:(?P<with>in|on|by|before|after|since|until|during) )?(?:early |late |mid-? ?)?(?:the year )?"
    rf"(?:{_YEAR}|(?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}}\b)?(?:,? {_YEAR})?|{WEEKDAY})\b"
    r"|\b(?:last|next|this) (?:week|month|year|night|spring|summer|autumn|winter)\b|\byesterday\b|\btoday\b|\bnow\b|"
    r"\bthese days\b",
    re.IGNORECASE,
)
_PLACED = re.compile(r"(?P<with>in|at|on|from|near|for|against|with|about|to) (?P<what>(?:the )?[A-Z].*)")
_WHERE = frozenset(("in", "at", "near"))
_NAME = re.compile(r"(?P<the>\b[Tt]he )?\b(?P<name>[A-Z][\w-]*(?: [A-Z][\w-]*)*)(?P<own>['’]s)?")


def put_in(said: str, before: Clause, question: str, *, opened: bool) -> str:
    """The question with a part exchanged for what was said; empty where it has no one such part.

    Without having been ``opened`` by an "and" or the like, only a time or a name by itself is a part.
    """
    words = said.casefold().split()
    if len(words) > LONGEST or not (HELPERS | QUESTION_WORDS).isdisjoint(words):
        return ""
    if _TIME.fullmatch(said):
        return _at_another_time(said, question)
    if opened and (found := _PLACED.fullmatch(said)):
        return _elsewhere(found["with"], found["what"], question)
    if opened and (put := _others_counted(said, before, question)):
        return put
    another = _NAME.fullmatch(said)
    if another and not another["own"] and (opened or not another["the"]):
        return _of_another(another, question)
    named = _NAME.fullmatch(before.subject)
    if opened and is_role(said) and (is_role(before.subject) or (named and not is_land(named["name"]))):
        return question.replace(before.subject, said, 1)
    return ""


def _at_another_time(said: str, question: str) -> str:
    time = re.sub(r"^back ", "", said, flags=re.IGNORECASE)
    if re.match(rf"(?:early |late |mid)?(?:{_YEAR}|{_MONTH})", time, re.IGNORECASE):
        time = f"in {time}"
    elif re.match(WEEKDAY, time, re.IGNORECASE):
        time = f"on {time}"
    if _TIME.search(question):
        return _TIME.sub(lambda _: time, question, count=1)
    return f"{question.rstrip(' ?!.')} {time}?"


def _elsewhere(preposition: str, what: str, question: str) -> str:
    """ "In Gaza" instead of "in Israel", or added where the question names no place."""
    same = re.compile(rf"\b{preposition} (?:the )?(?:[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*)*")
    alike = [found for found in same.finditer(question) if not _TIME.match(found.group())]
    if len(alike) == 1:
        return f"{question[: alike[0].start()]}{preposition} {what}{question[alike[0].end() :]}"
    return "" if alike or preposition not in _WHERE else f"{question.rstrip(' ?!.')} {preposition} {what}?"


def _others_counted(said: str, before: Clause, question: str) -> str:
    others = re.sub(r"^the ", "", said, flags=re.IGNORECASE)
    counts = before.asked.casefold().startswith("how many") and is_plural(before.counted)
    fits = counts and is_plural(others) and not DETERMINERS.intersection(others.casefold().split())
    return question.replace(before.counted, others, 1) if fits else ""


def _of_another(named: re.Match[str], question: str) -> str:
    """The question with its only name of the same kind exchanged: a country for a country, a person for a person."""
    name = named["name"]
    body = re.match(r"\S+ ?", question)
    start = body.end() if body else 0
    alike = [found for found in _NAME.finditer(question, start) if _kind(found["name"]) == _kind(name) != "people"]
    if len(alike) != 1 or alike[0]["name"] == name:
        return ""
    found = alike[0]
    return f"{question[: found.start()]}{named['the'] or ''}{name}{found['own'] or ''}{question[found.end() :]}"


def _kind(name: str) -> str:
    """Whether it is a country, what belongs to one or its people, or something else."""
    lower = name.casefold()
    if lower in COUNTRIES or seat_of(lower) or (" " in lower and is_land(name)):
        return "country"
    return "people" if is_land(name) else "name"
