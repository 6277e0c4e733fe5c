"""Whether sources without a "not" deny something all the same: "unknown" for "not known", "lost" for "did not win"."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from bot.checking.lexicon import NEGATIONS, OPPOSITES
from bot.checking.quoted import without_quotations
from vectorstore.words import FUNCTION_WORDS, stem, words

REACH = 5
"""Words after "not" among which is what it denies."""

CLOSE = 3
"""Words after a word of denial among which is what it denies."""

ROOT = 4
"""Letters that "un-" and the like leave of a word."""

_NO_DENIAL = re.compile(
    r"\bnot\s+(?:only|just|merely|simply|solely|least|to\s+mention|surprisingly)\b|\b(?:whether\s+)?or\s+not\b"
    r"|\bno\s+(?:doubt|wonder|matter)\b|\bnothing\s+but\b|\bnone\s+other\s+than\b",
    re.IGNORECASE,
)
_IN_TITLE = re.compile(r"(?<=[a-z,] )(?:[A-Z]\w+ )*(?:No|Not|Never|Nothing|Nobody|None|Without)(?= [A-Z])")
_UNTIL = re.compile(r"\b(?:not|never|\w+n['’]t)\b(?=[^.;]*\b(?:until|till)\b)", re.IGNORECASE)

_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
_GROUPS = """
    miss missed; lose lost loss; decline declined; avoid avoided; prevent prevented; stop stopped; halt; abandon
    abandoned; cancel cancelled canceled; scrap scrapped; shelve shelved; withdraw withdrew withdrawn; ban banned;
    forbid forbade forbidden; prohibit; bar barred; block; exclude excluded; omit omitted; skip skipped; boycott;
    abstain; absent absence; shortage; scarce scarcity; rarely; seldom; scarcely; few; little; former formerly; escape;
    cease ceased; quit; suspend; devoid; bereft; dismiss; disprove disproved; refute refuted; debunk debunked; except;
    spared; instead; rather; unlike
"""
_DENYING = {stem(word): frozenset(map(stem, group.split())) for group in _GROUPS.split(";") for word in group.split()}
"""Words that deny what they are said of, by their stem, and the stems of the same word."""

_BE = frozenset("is are was were be been being".split())
_PHRASES = re.compile(r"\b(?:in place of|ruled? out|turn(?:s|ed)? down|miss(?:es|ed)? out|free of|short of|yet to)\b")


def denied_in(text: str, quoted: str) -> tuple[str, ...]:
    """The words by which a claim denies something, in alphabetical order; none in a quotation, a title or "not only".

    ``quoted`` is what is quoted for it: "not until" denies nothing where that has no "until".
    """
    plain = _IN_TITLE.sub("", _NO_DENIAL.sub("", without_quotations(text)))
    if not {"until", "till"} & set(words(quoted)):
        plain = _UNTIL.sub("", plain)
    return tuple(sorted(NEGATIONS & set(words(plain))))


def implied(text: str, quoted: str) -> bool:
    """Whether what is quoted denies what follows a denial in the claim, by words of its own."""
    said, source = words(text), words(_PHRASES.sub("instead", quoted.casefold()))
    own = {stem(word) for word in said}
    after = {stem(other) for at, word in enumerate(said) if word in NEGATIONS for other in _content(said, at)}
    return bool(after) and (_opposed(after, source, own) or _near(after, source, own))


def _content(said: Sequence[str], at: int) -> list[str]:
    return [word for word in said[at + 1 : at + 1 + REACH] if word not in FUNCTION_WORDS]


def _opposed(after: Set[str], source: Sequence[str], own: Set[str]) -> bool:
    """Whether the source has the opposite of a denied word, which the claim has not."""
    stems = {stem(word) for word in source} - own
    opposite = {other for word in after for other in OPPOSITES.get(word, ())}
    negative = {root for word in source if stem(word) not in own for root in _roots(word)}
    return bool(opposite & stems or negative & after)


def _roots(word: str) -> list[str]:
    """What "uninjured" and "homeless" are without what denies it."""
    found = [word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix)]
    found += [word.removesuffix("less")] if word.endswith("less") else []
    return [stem(root) for root in found if len(root) >= ROOT]


def _near(after: Set[str], source: Sequence[str], own: Set[str]) -> bool:
    """Whether a word of denial that the claim has not is said of a denied word: "lost support", "support was lost"."""
    stems = [stem(word) for word in source]
    for at, word in enumerate(stems):
        if own.isdisjoint(_DENYING.get(word, own)):
            passive = at > 1 and source[at - 1] in _BE and stems[at - 2] in after
            if passive or after & set(stems[at + 1 : at + 1 + CLOSE]):
                return True
    return False
