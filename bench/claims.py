"""Claims to fit the check of sentences on: human-made ones, and sentences of passages with one thing changed.

Both files hold openly licensed rows, one JSON object a line: ``nli`` with source, premise, hypothesis and label,
``qa`` with source, title and context.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from bot.checking.lexicon import OPPOSITES
from vectorstore.sentences import sentence_spans
from vectorstore.words import stem

HUMAN = {
    "fever_eraser_doc": 6000,
    "fever_eraser_sent": 2500,
    "fm2": 2546,
    "fever_symmetric": 1412,
    "te_newprot_paragraph": 923,
    "conjnli": 623,
}
"""Sets taken as they are, and how many rows of each."""
SINGLE = ("te_newprot_base", "te_newprot_edit_other", "te_newprot_edit_premise", "te_newprot_contrast")
"""Sets whose premise is one sentence: it is hidden among others."""

_NUMBER = re.compile(r"\b\d[\d,.]*\b")
_ASIDE = re.compile(
    r",\s+(?:which|who|where|when|and|but|although|while|as|with|including|after|before|because)\b[^,.;]*"
    r"|\s*\([^)]*\)|,\s+[^,.;]{3,40},"
)
_OPENING = re.compile(r"^(?:However|In addition|Also|Furthermore|Moreover|Meanwhile|Thus|Therefore|Then|Later),\s+")
_VERB = re.compile(r"\b(?:is|was|are|were|has|had|have|can|could|will|would|may|might|did|does|do)\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")


class Row(NamedTuple):
    """A claim held against a text. ``group`` is its set, or the change that was made to it."""

    group: str
    text: str
    claim: str
    supported: bool


def rows(nli: Path, qa: Path, *, passages: int = 7000, seed: int = 7) -> list[Row]:
    """All rows, always the same ones for a seed."""
    chance = Random(seed)
    return [*human(_read(nli), chance), *made(_read(qa), chance, passages)]


def human(pairs: Iterator[dict[str, Any]], chance: Random) -> Iterator[Row]:
    """Claims that people wrote."""
    sets: dict[str, list[dict[str, Any]]] = {}
    for pair in pairs:
        sets.setdefault(pair["source"], []).append(pair)
    for pairs_of in sets.values():
        chance.shuffle(pairs_of)
    for name, most in HUMAN.items():
        for pair in sets[name][:most]:
            yield Row(name, pair["premise"], pair["hypothesis"], pair["label"] == "entail")
    single = [pair for name in SINGLE for pair in sets[name]]
    chance.shuffle(single)
    for pair in single[:8000]:
        texts = [chance.choice(single)["premise"].strip(' "') for _ in range(chance.choice([0, 2, 5, 12]))]
        texts.insert(chance.randint(0, len(texts)), pair["premise"].strip(' "'))
        yield Row("hidden", "\n".join(texts), pair["hypothesis"].strip('"'), pair["label"] == "entail")


def made(pairs: Iterator[dict[str, Any]], chance: Random, passages: int) -> Iterator[Row]:
    """Claims made of passages: shortened sentences, the same with a change, and sentences of a sister passage."""
    topics: dict[str, dict[str, None]] = {}
    for pair in pairs:
        if "squad" in pair["source"].casefold() and len(pair["context"]) > 500:
            topics.setdefault(pair["title"], {})[pair["context"]] = None
    every = [(title, passage) for title, found in topics.items() for passage in found]
    chance.shuffle(every)
    for title, passage in every[:passages]:
        sisters = [other for other in topics[title] if other != passage]
        yield from _of_passage(passage, sisters, chance.choice(every)[1], chance)


def _of_passage(passage: str, sisters: list[str], stranger: str, chance: Random) -> Iterator[Row]:
    whole = sentences(passage)
    if len(whole) < 3 or not sisters:
        return
    text = passage if chance.random() < 0.5 else "\n".join([chance.choice(sisters), passage, chance.choice(sisters)])
    said = shortened(chance.choice(whole), chance)
    if chance.random() < 0.3:
        said = _joined(said, chance.choice([", and ", " and ", "; "]), shortened(chance.choice(whole), chance))
    yield Row("made", text, said, True)
    if changed := change(said, passage, stranger, chance):
        yield Row(f"made/{changed[0]}", text, changed[1], False)
    absent = [one for one in sentences(chance.choice(sisters)) if one not in text]
    if absent and chance.random() < 0.5:
        other = shortened(chance.choice(absent), chance)
        yield Row("made/absent", text, other, False)
        yield Row("made/half absent", text, _joined(said, " and ", other), False)


def sentences(text: str) -> list[str]:
    """Sentences of ordinary length."""
    return [text[start:end] for start, end in sentence_spans(text) if 8 <= len(text[start:end].split()) <= 40]


def shortened(sentence: str, chance: Random) -> str:
    """The sentence without an aside, its opening and some adverbs: it still says nothing new."""
    asides = list(_ASIDE.finditer(sentence))
    if asides and chance.random() < 0.8:
        aside = chance.choice(asides)
        sentence = sentence[: aside.start()] + sentence[aside.end() :]
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
        "swap": lambda: _swapped(sentence, chance),
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
    here = list(_NUMBER.finditer(sentence))
    others = [match.group().rstrip(".,") for match in _NUMBER.finditer(text)]
    if not here:
        return ""
    old = chance.choice(here)
    kept = [other for other in others if other not in sentence]
    new = chance.choice(kept) if kept else str(chance.randint(2, 2000))
    return sentence[: old.start()] + new + sentence[old.start() + len(old.group().rstrip(".,")) :]


def _other_name(sentence: str, text: str, chance: Random) -> str:
    here, others = _NAME.findall(sentence), [name for name in _NAME.findall(text) if name not in sentence]
    return sentence.replace(chance.choice(here), chance.choice(others), 1) if here and others else ""


def _swapped(sentence: str, chance: Random) -> str:
    found = list(dict.fromkeys(_NAME.findall(sentence)))
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


def _joined(one: str, link: str, other: str) -> str:
    return one.rstrip(".") + link + other[:1].lower() + other[1:]


def _read(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
