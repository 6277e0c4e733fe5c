"""Questions about what outlets agree on and where they differ: what is asked of each of them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from bot.kinds import Kind, kind_of
from vectorstore.types import Query

_WHO = (
    r"(?:(?:news )?outlets?|(?:news)?papers?|articles|reports|accounts|sources|stories|versions|media|coverage|"
    r"reporting)"
)
_VERB = (
    r"(?:(?:dis)?agree[sd]?|differ(?:s|ed|ent)?|contradicts?|say|said|reports?|reported|writes?|wrote|tells?|told|"
    r"gives?)"
)
_BESIDES = re.compile(
    r"(?:[,;–-]*\s+(?:and|or)|\s[–-])\s+(?:where|how|on what|in what|what|do|does|did)\b[^?]{0,40}$", re.IGNORECASE
)
_WITH = r"(?:,? with (?:each other|one another|the [\w ]+?|[A-Z][\w ]+?)|,? each other)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"^(?P<topic>(?:who|what|when|where|how|which)\b.+?)\s*[,;:–—-]\s*do\b.+?\b{_WHO}\b.*\bagree$",
        r"^(?:.+ )?(?:versus|vs\.?|against) .+?: (?P<topic>.+)$",
        rf"\b{_VERB}\b(?:,? (?:and|or) (?:where )?(?:they )?{_VERB})?{_WITH}\s+(?:on\s+)?"
        r"(?:on|about|over|of|regarding|as to|in)\s+(?P<topic>.+)$",
        r"^compare how .+? (?:report|cover|describe|saw|see|told|tell)(?:s|ed|d)?\s+(?P<topic>.+)$",
        rf"\b{_WHO}\b.*?\b(?:on|about)\s+(?P<topic>.+)$",
        rf"\b{_WHO}\b.*?\bof\s+(?P<topic>.+)$",
    )
)
_NAMES_OUTLETS = re.compile(rf"\b{_WHO}\b", re.IGNORECASE)
_BY = re.compile(
    rf"\s+(?:in|by|from|between|across|among)\s+(?:the |different |all (?:the )?)*{_WHO}\b.*$", re.IGNORECASE
)
_DIFFER = re.compile(r",?\s+(?:differ|disagree|agree)\b.*$", re.IGNORECASE)
_ASKS = re.compile(r"(?:who|whom|whose|what|when|where|why|how|which)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:the )?(?:\w+ )?(?:number|toll|cost|price|amount|total|size|share|percentage|sum|count)\b", re.I
)
_DATE = re.compile(r"(?:the )?(?:date|day|time|year)\b", re.IGNORECASE)


def compared(query: Query) -> Query | None:
    """What each outlet is asked by a question that compares them; None for any other question.

    "Where do the papers differ on how many died?" asks each how many died.
    """
    topic = topic_of(query.asked, query.outlets)
    if not topic:
        return None
    asked = topic if _ASKS.match(topic) else f"what is {topic}"
    asked = f"{asked[:1].upper()}{asked[1:]}?"
    return replace(query, text=asked, typed="", question="")


def kind_asked(query: Query) -> Kind:
    """The kind of what is asked, or, where outlets are compared, of what each is asked."""
    topic = topic_of(query.asked, query.outlets)
    if not topic:
        return kind_of(query.asked)
    if _NUMBER.match(topic):
        return Kind.NUMBER
    return Kind.TIME if _DATE.match(topic) else kind_of(topic)


def of_outlets(text: str) -> bool:
    """Whether a text speaks of outlets, articles or reports as such."""
    return _NAMES_OUTLETS.search(text) is not None


@lru_cache(maxsize=100)
def topic_of(question: str, outlets: tuple[str, ...]) -> str:
    """What outlets are compared on; empty where none are, or where a question does not say on what.

    Who is compared may be anybody where each is asked a whole question: "Do the two agree on how many died?"
    """
    if kind_of(question) is not Kind.COMPARISON:
        return ""
    whole = question.strip(" ?.!")
    text = whole if _FORMS[0].search(whole) else _BESIDES.sub("", whole)
    found = next((match for form in _FORMS if (match := form.search(text))), None)
    if not found:
        return ""
    topic = _DIFFER.sub("", _BY.sub("", found["topic"])).strip(" ,;–-")
    return topic if (outlets or of_outlets(question) or _ASKS.match(topic)) and not of_outlets(topic) else ""
