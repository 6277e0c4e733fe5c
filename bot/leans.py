"""Whether a question leans on what was said before it: by the words it has, and by how little it says."""

from __future__ import annotations

import re

from vectorstore.words import content_words

_LEANS = re.compile(
    r"\b(it|its|he|him|his|she|her|hers|they|them|their|theirs|this|that|these|those|there|then|such|the (other|same|"
    r"first|second|latter|former)( one)?|the ones?|(the|that|this) (man|woman|company|country|group|team|city|attack|"
    r"deal|vote|report|law|case|event|incident|decision|plan|article|story|minister|president)|both|else|so)\b",
    re.IGNORECASE,
)
_POINTS_NOWHERE = re.compile(
    r"\b(is|are|was|were|will|has|have|been|be|can|could) there\b|\bthere (is|are|was|were|will|has|have)\b|"
    r"\bthis (week|month|year|morning|afternoon|evening|weekend|spring|summer|autumn|fall|winter)\b|"
    r"\bso (far|many|much)\b|\bit (true|possible|likely|certain) that\b|"
    r"\b(said|says|say|claim(ed|s)?|report(ed|s)?|suggest(ed|s)?) that\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^\W*(and|but|or|so|also|then|what about|how about|what else|who else|where else|why|when|where|who|how|how come|"
    r"how so|how many|how much|which( one)?|really|for what|since when|by whom|in what way|tell me more|more)\b\W*",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w’'-]*\w")

_ASKED_FOR = re.compile(
    r"\b(names?|numbers?|kinds?|types?|sorts?|rest|ends?|start|beginning|reasons?|causes?|results?|costs?|prices?|sizes?|"
    r"dates?|times?|titles?)\b",
    re.IGNORECASE,
)
"""What is wanted to know of a thing does not tell which thing it is."""

EMPTY = frozenset("well still use used happen happened going went know known able else first other clarify".split())
"""Words of a question that do not tell what it is about either."""

ENOUGH = 3
"""Content words of a question that can be understood alone, even if it has no name."""

ENOUGH_POINTING = 4
"""The same where it points back, or goes on with "and": that may be to something in the question itself."""

_WHO_IS = re.compile(r"\b[Ww]ho (?:is|was) (?:[A-Z][\w’'-]*\W*)+$")
_GOES_ON = re.compile(
    r"^\W*(and|but|or|so|also|then|what about|how about)\b|\b(else|too|either|as well|altogether)\b", re.IGNORECASE
)


def leans_on_conversation(question: str) -> bool:
    """Whether a question points back, or says too little to be understood alone."""
    opening = _OPENS.match(question)
    rest = question[opening.end() :] if opening else question
    said = len(content_words(rest))
    if points_back(question):
        return said < ENOUGH_POINTING
    if _WHO_IS.search(question):
        return False
    if goes_on(question):
        return said < (ENOUGH if _NAME.search(rest) else ENOUGH_POINTING)
    told_apart = [word for word in content_words(_ASKED_FOR.sub(" ", question)) if word not in EMPTY]
    return not _NAME.search(question) and len(told_apart) < ENOUGH


def points_back(question: str) -> bool:
    """Whether words of a question stand for something that was named before."""
    return _LEANS.search(_POINTS_NOWHERE.sub(" ", question)) is not None


def goes_on(question: str) -> bool:
    """Whether a question continues what was asked before: "and", "who else"."""
    return _GOES_ON.search(question) is not None
