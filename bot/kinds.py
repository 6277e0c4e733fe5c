"""What kind of question it is, and what its answer must look like."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from bot.days import MONTH, WEEKDAY
from vectorstore.words import words


class Kind(StrEnum):
    """What a reader wants to be told."""

    SUMMARY = "summary"
    NUMBER = "number"
    TIME = "time"
    PERSON = "person"
    PLACE = "place"
    REASON = "reason"
    YES_NO = "yes or no"
    LIST = "list"
    COMPARISON = "comparison"
    TIMELINE = "timeline"
    CHANGE = "change"
    OTHER = "other"


OVER_TIME = (Kind.TIMELINE, Kind.CHANGE)
"""What is told by the articles of several days, one after the other."""


_SUMMARY = re.compile(
    r"^\W*(please\s+|can you\s+|could you\s+)?("
    r"(summari[sz]e|sum up|outline)\b|give (me |us )?(a |the |an )?(short |brief |quick )?(summary|overview|outline)\b"
    r"|(a |the )?(summary|gist|overview|main points?|key points?)\b"
    r"|what (is|are|was|were) (this|that|the|these|it|your)( \w+)?( \w+)? (all )?about\W*$"
    r"|what('s| is) (this|it) (all )?about\b|what (does|do) (this|the|these) (article|articles|text|story|piece) "
    r"(say|cover|report|discuss|tell)( us)?\W*$"
    r"|what (are|is) the (main|key|most important) (points?|ideas?|takeaways?|news)\b"
    r"|tell me about (this|the) (article|story|text)\b)",
    re.IGNORECASE,
)

_YES_NO = re.compile(
    r"^\W*((and|but|so|then|ok|okay)\W+)*(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|"
    r"must|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|don['’]t|doesn['’]t|didn['’]t|hasn['’]t|haven['’]t|hadn['’]t)\b",
    re.IGNORECASE,
)
_POLITE = re.compile(
    r"^\W*(please\W+)?(((can|could|would|will) you (please )?|please )(tell me|say|explain( to me)?|let me know)|"
    r"(do you|does anyone|does anybody) know)\b\s+(?!if\b|whether\b|about\b|that\b)",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"\bor\b", re.IGNORECASE)
_COMPARISON = re.compile(
    r"\b(compare|comparison|differ(s|ed|ent|ently|ence|ences)?|(dis)?agree|versus|vs\.?|contrast(s|ed)?|"
    r"(in)?consisten(t|tly|cy)|same as|unlike)\b|^\W*between\b.*\band\b|\bhow did .* change\b|"
    r"\b(bigg|larg|small|high|low|long|short|old|new|earli|lat)er\b.*\b(or|than (it|they|he|she|the|in))\b|"
    r"\bhow many (more|fewer)\b",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"^\W*(please\s+|can you\s+|could you\s+)?(list|name|enumerate|give me (all|the names))\b|"
    r"\b(what|which) (are|were) (all |some of )?(the|those|these|its|their|his|her)( \w+)? \w+[^s\W]s\b|"
    r"\bwhich \w+[^suiw\W]s (?!is\b|was\b|has\b)|"
    r"\bwhat (kinds|types|sorts|names|reasons|countries|companies|places|things|steps|measures|changes|conditions|"
    r"demands|points|grounds)\b|\bwho (are|were) (all |some of )?(the|those|these) \w*(people|s)\b",
    re.IGNORECASE,
)

_TIMELINE = re.compile(
    r"\btime ?lines?\b|\bchronolog(y|ical(ly)?)\b|\b(sequence|order|course) of events\b|\b(step by step|day by day)\b|"
    r"\bhow (has|have|did|does) .+ (unfold|unfolded|develop|developed|evolve|evolved)\b|"
    r"\bwhat happened when\b|\bwhen did what happen\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\bwhat('s| is| has| have)? (been )?(changed?|new|different)\b.*\b(between|since|from)\b|"
    r"\bwhat (changed|has changed|is different)\b|\bhow (has|have|did) .+ chang(e|ed)\b|"
    r"\bwhat (are|were) the changes\b",
    re.IGNORECASE,
)

_ASKED = (
    (
        Kind.NUMBER,
        re.compile(
            r"\bhow (many|much|old|long|far|large|big|tall|high|fast|often)\b|\b(what|which) (number|"
            r"percentage|percent|share|proportion|amount|price|cost|size|rate|score|age|total|toll|sum)\b",
            re.I,
        ),
    ),
    (
        Kind.TIME,
        re.compile(r"\bwhen\b|\b(what|which) (year|date|day|month|time|week|decade|season)\b|\bhow long ago\b", re.I),
    ),
    (
        Kind.PERSON,
        re.compile(
            r"\bwho(m|se)?\b|\bwhich (person|man|woman|minister|president|leader|player|actor|singer|"
            r"politician|official|author)\b",
            re.I,
        ),
    ),
    (
        Kind.PLACE,
        re.compile(
            r"\bwhere\b|\b(what|which) (country|countries|city|cities|town|place|state|region|province|"
            r"village|street|river|island)\b",
            re.I,
        ),
    ),
    (
        Kind.REASON,
        re.compile(r"\bwhy\b|\bwhat (caused?|led to|was the reason|is the reason|reasons?)\b|\bhow come\b", re.I),
    ),
)

_NUMBER = re.compile(
    r"\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|"
    r"billions?|dozens?|half|quarter|third|double|twice|none|no one|single)\b",
    re.IGNORECASE,
)
TIME = re.compile(
    rf"\b{WEEKDAY}\b|\b(\d{{1,2}}(st|nd|rd|th)? )?{MONTH}\b( \d{{1,2}}\b(?! ?per\b))?|"
    r"\b(1[5-9]|20)\d\d\b|\b(today|yesterday|tomorrow|tonight|overnight|ago|noon|midnight|"
    r"dawn|last (week|month|year|night)|next (week|month|year)|(morning|afternoon|evening|weekend)s?)\b|"
    r"\b\d{1,2}([.:]\d\d)?\s?([ap]\.?m\b\.?|o'clock)|\d:\d\d",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(because|due to|owing to|caused?|causing|reasons?|since|after|in order to|so that|led to|blamed?|result(ed|s)? "
    r"(of|in|from)|as a result|thanks to|aim(s|ed|ing)? (to|at)|amid|over|in response|following|for fear)\b",
    re.IGNORECASE,
)
PLACE = re.compile(r"\b(in|at|near|from|to|on|outside|off|across|around|between|of) (the )?([a-z]+ern )?[A-Z][\w'’.-]+")
_NAME = re.compile(r"\b[A-Z][\w'’.-]+")


@lru_cache(maxsize=100)
def kind_of(question: str) -> Kind:
    """The first kind whose wording the question has."""
    question = _POLITE.sub("", question)
    if _SUMMARY.search(question):
        return Kind.SUMMARY
    if _TIMELINE.search(question):
        return Kind.TIMELINE
    if _CHANGE.search(question):
        return Kind.CHANGE
    if _COMPARISON.search(question):
        return Kind.COMPARISON
    if is_yes_no(question):
        return Kind.YES_NO
    if _LIST.search(question):
        return Kind.LIST
    return next((kind for kind, asked in _ASKED if asked.search(question)), Kind.OTHER)


def is_yes_no(question: str) -> bool:
    """Whether a yes or a no would do, whatever else is wanted."""
    return bool(_YES_NO.match(_POLITE.sub("", question))) and not _CHOICE.search(question)


def answers_kind(kind: Kind, sentence: str, question: str) -> bool:
    """Whether a sentence holds something of the kind asked for that the question does not say itself."""
    if kind is Kind.PERSON:
        return bool(_new_names(sentence, question))
    if kind is Kind.PLACE:
        return any(_new_names(match.group(), question) for match in PLACE.finditer(sentence))
    pattern = {Kind.NUMBER: _NUMBER, Kind.TIME: TIME, Kind.REASON: _REASON}.get(kind)
    return bool(pattern and pattern.search(sentence))


def _new_names(sentence: str, question: str) -> set[str]:
    asked = set(words(question))
    names = (words(match.group()) for match in _NAME.finditer(sentence))
    return {word for name in names for word in name if word not in asked}
