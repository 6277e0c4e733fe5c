"""A follow-up made standalone: what the conversation adds to a question that cannot be understood alone.

No model is needed. A question that leans on the conversation gets the names and content words of the turns
before it, nearest turn first, back to the one that began the topic; what found nothing adds nothing. One that stands
alone is searched as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.refuse import declined
from bot.types import Conversation, Turn
from vectorstore.words import content_words, stem

MOST_CONTEXT = 8
"""Words taken from the conversation: more drown the question."""

MOST_TURNS = 3

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

_DESCRIBED = re.compile(
    r"\bthe (?P<head>[\w’'-]+ [\w’'-]+(?= of )|[\w’'-]+) (?:of|in|on|at|near|behind|between) "
    r"(?:(?:the|an?) )?(?P<of>[\w’'-]+)",
    re.IGNORECASE,
)
"""A thing told from others of its kind: the mural in the library."""

_ASKED_FOR = re.compile(
    r"\b(names?|numbers?|kinds?|types?|sorts?|rest|ends?|start|beginning|reasons?|causes?|results?|costs?|prices?|sizes?|"
    r"dates?|times?|titles?)\b",
    re.IGNORECASE,
)
"""What is wanted to know of a thing does not tell which thing it is."""

LEAST_DESCRIBED = 3
"""Content words of a question that describes what it is about."""

_GOES_ON = re.compile(
    r"^\W*(and|but|or|so|also|then|what about|how about)\b|\b(else|too|either|as well|altogether)\b", re.IGNORECASE
)


def standalone(question: str, conversation: Conversation) -> str:
    """The question as it would be asked by somebody who had not said anything before."""
    question = question.strip()
    shifted = _SHIFT.sub("", question, count=1)
    if not conversation.turns or (shifted and shifted != question):
        return shifted or question
    last = conversation.turns[-1]
    corrected = _CORRECTION.sub("", question, count=1)
    if corrected and corrected != question:
        return f"{last.searched or last.question} {corrected}"
    if not leans_on_conversation(question):
        return question
    added = context(question, thread(conversation.turns))
    return f"{question} ({' '.join(added)})" if added else question


def leans_on_conversation(question: str) -> bool:
    """Whether a question points back, or says too little to be understood alone."""
    opening = _OPENS.match(question)
    rest = question[opening.end() :] if opening else question
    said = len(content_words(rest))
    if points_back(question):
        return said <= 3
    if _NAME.search(question):
        return bool(re.match(r"^\W*(and|but|what about|how about)\b", question, re.IGNORECASE))
    return said <= 3 and not describes_its_subject(question)


def describes_its_subject(question: str) -> bool:
    """Whether a question without a name says what it is about, as in "Who painted the mural in the library?"."""
    found = _DESCRIBED.search(question)
    return (
        found is not None
        and all(content_words(found[part]) for part in ("head", "of"))
        and not goes_on(question)
        and len(content_words(_ASKED_FOR.sub(" ", question))) >= LEAST_DESCRIBED
    )


def points_back(question: str) -> bool:
    """Whether words of a question stand for something that was named before."""
    return _LEANS.search(_POINTS_NOWHERE.sub(" ", question)) is not None


def goes_on(question: str) -> bool:
    """Whether a question continues what was asked before: "and", "who else"."""
    return _GOES_ON.search(question) is not None


def thread(turns: Sequence[Turn]) -> list[Turn]:
    """The turns that a follow-up may lean on, latest first: back to the one that stood alone, refused ones left out."""
    found = []
    for turn in turns[: -MOST_TURNS - 1 : -1]:
        if not declined(turn.answer):
            found.append(turn)
        if turn.question and not leans_on_conversation(turn.question):
            break
    return found


def context(question: str, turns: Iterable[Turn]) -> list[str]:
    """Words that turns, latest first, add to a question: those asked, then the names in the answer."""
    known = {stem(word) for word in content_words(question)}
    found: list[str] = []
    for turn in turns:
        for text in (turn.question, turn.searched, " ".join(_names(turn.answer))):
            for word in _words_as_written(text):
                key = stem(word.casefold())
                if key not in known and len(found) < MOST_CONTEXT:
                    known.add(key)
                    found.append(word)
    return found


def _names(text: str) -> list[str]:
    return _NAME.findall(text)[:4]


def _words_as_written(text: str) -> list[str]:
    kept = set(content_words(text))
    return [word for word in re.findall(r"[\w’'.,-]*\w", text) if "".join(content_words(word)[:1]) in kept - {""}]
