"""Sentences changed as little as it takes to make them say something else, or nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from random import Random

from bot.checking.lexicon import OPPOSITES
from vectorstore.sentences import sentence_spans
from vectorstore.words import FUNCTION_WORDS, stem

LEAST_WORDS = 5  # that a shortened sentence keeps

NUMBER = re.compile(r"\b\d[\d,.]*\b")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_WITHIN = r"(?:[^,.;]|(?<=\d)[,.](?=\d))"  # a character of an aside: the comma of "3,000" does not end it
_ASIDE = re.compile(
    r",\s+(?:which|who|where|when|and|but|although|while|as|with|including|after|before|because)\b"
    rf"{_WITHIN}*|\s*\([^)]*\)|,\s+{_WITHIN}{{3,40}},(?!\d)"
)
_SMALL = re.compile(r"\b[a-z]+\b")
_OPENING = re.compile(r"^(?:However|In addition|Also|Furthermore|Moreover|Meanwhile|Thus|Therefore|Then|Later),\s+")
_VERB = re.compile(r"\b(?:is|was|are|were|has|had|have|can|could|will|would|may|might|did|does|do)\b")


def sentences(text: str) -> list[str]:
    """Sentences of ordinary length."""
    return [text[start:end] for start, end in sentence_spans(text) if 8 <= len(text[start:end].split()) <= 40]


def shortened(sentence: str, chance: Random) -> str:
    """The sentence without an aside, its opening and some adverbs: it still says nothing new."""
    asides = list(_ASIDE.finditer(sentence))
    if asides and chance.random() < 0.8:
        aside = chance.choice(asides)
        without = sentence[: aside.start()] + sentence[aside.end() :]
        sentence = without if len(without.split()) >= LEAST_WORDS else sentence
    words = _OPENING.sub("", sentence).split()
    if chance.random() < 0.4:
        words = [word for word in words if not word.endswith("ly") and word not in ("also", "very")]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def change(sentence: str, passage: str, stranger: str, chance: Random) -> tuple[str, str] | None:
    """The kind of one change that makes the sentence say something else, and the changed sentence."""
    kinds = {
        "number": lambda: _other_number(sentence, chance.choice([passage, stranger]), chance),
        "name": lambda: _other_name(sentence, passage, chance),
        "strange name": lambda: _other_name(sentence, stranger, chance),
        "swap": lambda: swapped(sentence, chance),
        "negation": lambda: _negated(sentence),
        "splice": lambda: _spliced(sentence, passage, chance),
        "insertion": lambda: _inserted(sentence, stranger, chance),
        "opposite": lambda: _opposite(sentence, chance),
    }
    order = list(kinds)
    chance.shuffle(order)
    found = ((kind, kinds[kind]()) for kind in order)
    return next(((kind, text) for kind, text in found if text and text != sentence), None)


def _other_number(sentence: str, text: str, chance: Random) -> str:
    here = list(NUMBER.finditer(sentence))
    others = [match.group().rstrip(".,") for match in NUMBER.finditer(text)]
    if not here:
        return ""
    old = chance.choice(here)
    kept = [other for other in others if other not in sentence]
    new = chance.choice(kept) if kept else str(chance.randint(2, 2000))
    return sentence[: old.start()] + new + sentence[old.start() + len(old.group().rstrip(".,")) :]


def _other_name(sentence: str, text: str, chance: Random) -> str:
    here, others = NAME.findall(sentence), [name for name in NAME.findall(text) if name not in sentence]
    return sentence.replace(chance.choice(here), chance.choice(others), 1) if here and others else ""


def swapped(sentence: str, chance: Random) -> str:
    """The sentence with two of its names in each other's place, or nothing."""
    found = list(dict.fromkeys(NAME.findall(sentence)))
    apart = [one for one in found if not any(one != other and (one in other or other in one) for other in found)]
    if len(apart) < 2:
        return ""
    one, other = chance.sample(apart, 2)
    return sentence.replace(one, "\0").replace(other, one).replace("\0", other)


def _negated(sentence: str) -> str:
    verb = _VERB.search(sentence)
    if not verb:
        return ""
    rest = sentence[verb.end() :]
    return sentence[: verb.end()] + (rest[4:] if rest.startswith(" not ") else f" not{rest}")


def _spliced(sentence: str, passage: str, chance: Random) -> str:
    one, other = sentence.split(), chance.choice(sentences(passage)).split()
    return " ".join(one[: len(one) // 2] + other[len(other) // 2 :])


def _inserted(sentence: str, stranger: str, chance: Random) -> str:
    donors = sentences(stranger)
    if not donors:
        return ""
    donor, words = chance.choice(donors).split(), sentence.rstrip(".").split()
    start, at = chance.randint(0, max(0, len(donor) - 6)), chance.randint(len(words) // 2, len(words))
    return " ".join(words[:at] + donor[start : start + chance.randint(3, 6)] + words[at:]) + "."


def _opposite(sentence: str, chance: Random) -> str:
    words = sentence.split()
    places = [at for at, word in enumerate(words) if stem(word.casefold().strip(".,")) in OPPOSITES]
    if not places:
        return ""
    at = chance.choice(places)
    words[at] = chance.choice(sorted(OPPOSITES[stem(words[at].casefold().strip(".,"))]))
    return " ".join(words)


def joined(one: str, link: str, other: str, common: Set[str]) -> str:
    """Two sentences as one; the common words are written small."""
    return one.rstrip(".") + link + (other if link.startswith(".") else _going_on(other, common))


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that texts write small, and so are no names where a sentence begins with them."""
    return FUNCTION_WORDS.union(*(_SMALL.findall(text) for text in texts)) - {"i"}


def _going_on(sentence: str, common: Set[str]) -> str:
    """A sentence as it goes on in another: its first word small, unless that is a name or part of one."""
    first, _, rest = sentence.partition(" ")
    word = first.casefold().strip(",")
    name = word not in common or (rest[:1].isupper() and word not in FUNCTION_WORDS)
    return sentence if name else sentence[:1].lower() + sentence[1:]


def fused(one: str, other: str, chance: Random) -> str:
    """The beginning of one sentence with the end of another, as summaries mix them up."""
    first, second = one.split(), other.split()
    kept, from_ = len(first) * chance.uniform(0.33, 0.67), len(second) * chance.uniform(0.33, 0.67)
    return " ".join([*first[: int(kept)], *second[int(from_) :]])


def patched(one: str, other: str, chance: Random) -> str:
    """One sentence with one to four of its words replaced by words of another."""
    first, second = one.split(), other.split()
    count, at = chance.randint(1, 4), chance.randint(len(first) // 3, len(first) - 2)
    start = chance.randint(0, max(0, len(second) - count - 1))
    return " ".join([*first[:at], *second[start : start + count], *first[at + count :]])
