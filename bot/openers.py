"""What a question begins with before it asks: politeness, "and", a change of topic, a correction."""

from __future__ import annotations

import re

_POLITE = (
    r"(?:thanks?(?: (?:you|a lot|so much|very much|for that))?|thx|cheers|ok(?:ay)?|great|good|nice|cool|right|alright|"
    r"i see|got it|understood|interesting|wow|hm+|oh|ah|well|perfect|hello|hi|hey|yes|yeah|yep|sure)"
)
_CHATTER = re.compile(
    rf"^\W*(?:\b{_POLITE}\b(?: *[,.!…–—-]+\s*|\s*$)|\b(?:ok(?:ay)?|thanks|thank you)\b\s*)+", re.IGNORECASE
)
_OPENS = re.compile(r"^\W*(?:(?:and|but|so|also|then)\b\W*)+", re.IGNORECASE)
_SHIFT = re.compile(
    r"^\W*(ok(ay)?\W+|now\W+|thanks\W+|great\W+)*((now |and )?(for |on to )?(something|a) (completely |totally )?"
    r"(else|different|different topic|new topic|new question|different question)|(a )?(different|another|new|next) "
    r"(question|topic|subject|story)|changing (the )?(topic|subject)|on another note|moving on)\b\s*[:,.;–—-]*\s*",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"^\W*(no|nope|sorry|wait|actually|i mean)?\W*(not (that|him|her|them|this)( one)?\W+)?i (meant?|was asking about|"
    r"am asking about|wanted)\b\s*[:,-]?\s*",
    re.IGNORECASE,
)


def without_politeness(question: str) -> str:
    """What a question says beyond politeness: nothing of "Thanks!"."""
    polite = _CHATTER.match(question.strip())
    rest = question.strip()[polite.end() :] if polite else question.strip()
    return rest if re.search(r"\w", rest) else ""


def on_another_topic(question: str) -> str:
    """What is asked after "now something else"; empty for a question that does not begin so."""
    asked = _SHIFT.sub("", question, count=1)
    return asked if asked != question else ""


def meant_instead(question: str) -> str:
    """What is said after "no, I meant"; empty for a question that does not begin so."""
    meant = _CORRECTION.sub("", question, count=1)
    return meant if meant != question else ""


def goes_straight_on(question: str) -> bool:
    """Whether "and" or the like begins it."""
    return _OPENS.match(question) is not None


def tidy(question: str) -> str:
    """A question without "and" before it, with a capital and a mark at its end."""
    said = _OPENS.sub("", question).strip()
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith(('?', '.', '!')) else '?'}"
