"""What a sentence puts into quotation marks, and whether a text has it word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.checking.common_words import is_heading
from bot.checking.lexicon import NEGATIONS
from vectorstore.words import FUNCTION_WORDS, stem, words

LEFT_OUT = 300
"""Characters of a text that "[...]" may stand for."""

MOST_PARTS = 6
"""Parts between "[...]" in a quotation; what has more gaps quotes nothing."""

_SIGN = re.compile(r'["“”]')
_OPENING_LETTER = re.compile(r"\[(\w)\](?=\w)")
_ASIDE = re.compile(r"\[[^\[\]]*\]|\.\.\.|…")
_PART = re.compile(r"[:;,()]|\s[-–—]\s|—")
_APART = r"[^\w]+"
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def quotations(sentence: str) -> list[str]:
    """What stands in quotation marks, as written, in the order in which it ends; never the whole sentence."""
    text = _plain(sentence)
    found = (text[start + 1 : end] for start, end in _pairs(text))
    return [quotation for quotation in found if len(quotation.strip()) > 1]


def without_quotations(sentence: str) -> str:
    """The sentence without what it quotes."""
    text = _plain(sentence)
    within = {at for start, end in _pairs(text) for at in range(start, end + 1)}
    return "".join(sign for at, sign in enumerate(text) if at not in within)


def is_said(quotation: str, texts: Sequence[str]) -> bool:
    """Whether a text has these words one after another; a title may have its parts in several places."""
    if any(_has(quotation, text) for text in texts):
        return True
    if len(_WORD.findall(quotation)) == 1:
        return any(stem(words(quotation)[0]) in {stem(word) for word in words(text)} for text in texts)
    parts = [part for part in _PART.split(quotation) if _WORD.search(part)]
    title = len(parts) > 1 and is_heading(quotation)
    return title and all(any(_has(part, text) for text in texts) for part in parts)


def _plain(sentence: str) -> str:
    """The sentence with marks that were doubled to stand in a table made single."""
    return sentence.replace('""', '"')


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Where each pair of marks stands that is not around the whole text, the inner of two first."""
    opened: list[int] = []
    for sign in _SIGN.finditer(text):
        if _opens(text, sign.start(), already=bool(opened)):
            opened.append(sign.start())
        elif opened:
            start, end = opened.pop(), sign.start()
            if _WORD.search(text[:start] + text[end + 1 :]):
                yield start, end


def _opens(text: str, at: int, *, already: bool) -> bool:
    """Whether a mark opens a quotation: by its form, or by having a word after it and none before."""
    if text[at] != '"':
        return text[at] == "“"
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    free_before, free_after = not before or before in ' \n\t([—–/-“"', not after or after.isspace()
    return not already if free_before == free_after else free_before


def _has(quotation: str, text: str) -> bool:
    """Whether a text has the words, with gaps where some are left out, and knows what is put in for others."""
    plain = _OPENING_LETTER.sub(r"\1", quotation)
    parts = [_WORD.findall(part.casefold()) for part in _ASIDE.split(plain)]
    put_in = [word for aside in _ASIDE.findall(plain) for word in words(aside)]
    if not any(parts) or len(parts) > MOST_PARTS or not _knows(put_in, text):
        return False
    first, *rest = (re.compile(rf"(?<!\w){_APART.join(map(_alike, part))}(?!\w)") for part in parts if part)
    lower = text.casefold()
    return any(_follow(rest, lower, match.end()) for match in first.finditer(lower))


def _follow(patterns: Sequence[re.Pattern[str]], text: str, at: int) -> bool:
    """Whether each pattern comes after the one before, with no more than may be left out between them.

    No "not" may be, nor the end of one quotation and the beginning of another.
    """
    for pattern in patterns:
        match = pattern.search(text, at)
        if not match or match.start() > at + LEFT_OUT:
            return False
        left_out = text[at : match.start()]
        if _SIGN.search(left_out) or not NEGATIONS.isdisjoint(words(left_out)) or "hardly" in left_out:
            return False
        at = match.end()
    return True


def _knows(put_in: Sequence[str], text: str) -> bool:
    said = {stem(word) for word in words(text)} if put_in else set()
    new = [word for word in put_in if word not in FUNCTION_WORDS and word != "sic"]
    return NEGATIONS.isdisjoint(put_in) and all(stem(word) in said for word in new)


def _alike(word: str) -> str:
    return re.sub("['’]", "['’]", re.escape(word))
