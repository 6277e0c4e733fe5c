"""Who or what a sentence begins with, and which of its words are surely verbs."""

from __future__ import annotations

from collections.abc import Sequence

from bot.checking.lexicon import NEGATIONS
from bot.proving.lexicon import CONDITIONS, DOUBT, RELATIVE, REPORTING, SCOPE, TITLES
from bot.proving.people import runs
from bot.proving.times import over
from bot.proving.words import Word
from vectorstore.words import FUNCTION_WORDS

VERBS = frozenset("is are was were has have had will would can could may might must should does do did".split())
AUXILIARIES = frozenset("is are was were be been has have had".split())
PRESENT = frozenset(
    """
    owns leads works lives plays runs chairs speaks sits stands represents studies employs makes links includes holds
    belongs teaches leaves keeps carries covers lies uses serves contains
    """.split()
)
"""Verbs of what is so, as they stand after "who" and "which"."""

ADVERBS = frozenset("still also already now".split())
MEANWHILE = frozenset("while when after before".split())

LONGEST = 5
"""Words of what a sentence begins with, if that is no name: "the night watchman"."""


def name_first(words: Sequence[Word]) -> int:
    """Where the name ends that a sentence begins with; 0 if it begins with none, or with somebody's something."""
    end = next((end for start, end in runs(words) if start == 0), 0)
    titles = all(word.key in TITLES for word in words[:end])
    return 0 if not end or titles or words[end - 1].key.endswith("'s") else end


def subject(words: Sequence[Word]) -> int:
    """Where the name, or "the night watchman", ends that a sentence begins with and a comma follows; or 0."""
    end = next((at for at, word in enumerate(words[: LONGEST + 1]) if word.mark), 0)
    if not end or words[end].key != ",":
        return name_first(words)
    named = any(map(_parts, words[:end]))
    return name_first(words) if named or words[0].article != "the" else end


def _parts(word: Word) -> bool:
    """Whether a word belongs to more than one thing, or says that not all are meant."""
    return word.quoted or word.number or is_verb(word) or word.key in FUNCTION_WORDS | SCOPE | DOUBT


def is_verb(word: Word) -> bool:
    """Whether a word is a verb that tells what somebody does or did."""
    return word.key in VERBS | REPORTING | PRESENT or over(word)


def reaches_on(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """Whether what is said first may hold what comes after "and": "said that Bob fell and …", "was charged and …"."""
    auxiliary = first[0].key in AUXILIARIES and second[0].key not in VERBS | REPORTING
    verbs = [word for word in first[1:] if is_verb(word) and not (first[0].key in AUXILIARIES and word == first[1])]
    holding = (
        DOUBT | (CONDITIONS - {"without", "except", "excluding"}) | RELATIVE | NEGATIONS - {"without"} | {"that", "to"}
    )
    meanwhile = any(
        word.key in MEANWHILE and not after.key.endswith("ing")
        for word, after in zip(first, [*first[1:], Word("", "")], strict=True)
    )
    return auxiliary or meanwhile or bool(verbs) or any(word.key in holding for word in first)
