"""All claims to fit the check of sentences on: families that count the same, each half supported or about so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from random import Random

from bench.claims import Material, Row, as_one, asked, copied, edited, material, pages, plain, read, several, unseen
from training.edits import sentences, shortened
from training.places import made_active, moved, names_swapped, numbers_swapped, retold
from training.statements import LONGEST_ANSWER, other_answers, stated

TALES = "fairytaleqa"
INTRODUCTIONS = ("fever_eraser_doc", "te_newprot_paragraph")


def rows(nli: Path, qa: Path, *, seed: int = 7) -> list[Row]:
    """All rows, always the same ones for a seed."""
    chance = Random(seed)
    stuff = material(nli, qa, chance)
    families: tuple[tuple[Iterable[Row], int], ...] = (
        (asked(stuff), 300),
        (tales(qa, chance), 260),
        (edited(stuff, chance), 300),
        (islice(copied(stuff, chance), 300), 240),
        (turned(stuff, chance), 300),
        (roles(stuff, chance), 380),
        (pairs(stuff, chance), 300),
        (introductions(nli, chance), 300),
        (islice(several(stuff, chance, "joined", most=3, passages=0), 380), 300),
        (islice(several(stuff, chance, "longer", most=4, passages=3), 380), 300),
        (islice(hidden(stuff, chance), 380), 300),
        (islice(pages(stuff, chance), 380), 300),
    )
    return list(chain.from_iterable(_even(list(found), most, chance) for found, most in families))


def tales(qa: Path, chance: Random) -> Iterator[Row]:
    """Questions about stories with their answer in place, or with that of another question of the kind."""
    asked_of: dict[str, list[tuple[str, str]]] = {}
    for row in read(qa):
        if row["source"] == TALES and row["answers"]:
            asked_of.setdefault(row["context"], []).append((row["question"], row["answers"][0]["text"]))
    for text in chance.sample(list(asked_of), len(asked_of)):
        for question, answer in asked_of[text][:6]:
            said = stated(question, answer)
            if len(answer.split()) > LONGEST_ANSWER or len(said.split()) < 4:
                continue
            yield Row("tale", text, said, True)
            if others := other_answers(question, answer, text, asked_of[text]):
                yield Row("tale/wrong", text, stated(question, chance.choice(others)), False)


def roles(stuff: Material, chance: Random) -> Iterator[Row]:
    """Claims that people wrote, and the same with names, numbers, or who did it and to whom, changed about."""
    for said in chance.sample(stuff.right, len(stuff.right)):
        active = made_active(said.claim, said.text)
        changed = {
            "names": names_swapped(said.claim, said.text, chance),
            "numbers": numbers_swapped(said.claim, chance),
            "active": active[1] if active else "",
        }
        text = _among(said.text, stuff, chance)
        for kind, wrong in changed.items():
            if wrong:
                yield Row("roles", text, active[0] if active and kind == "active" else said.claim, True)
                yield Row(f"roles/{kind}", text, wrong, False)


def turned(stuff: Material, chance: Random) -> Iterator[Row]:
    """Sentences of a passage in another order that says the same, and in one that does not."""
    every = [passage for found in stuff.articles.values() for passage in found]
    for passage in chance.sample(every, len(every)):
        for sentence in sentences(passage):
            if sentence.count('"') % 2 == 0:
                yield from _turned(sentence, passage, chance)


def _turned(sentence: str, passage: str, chance: Random) -> Iterator[Row]:
    pairs = {"active": made_active(sentence, passage), "speaker": retold(sentence, passage, chance)}
    if chance.random() < 0.35 and (said := moved(sentence, passage)):
        pairs["moved"] = said, names_swapped(said, passage, chance) or numbers_swapped(said, chance)
    if chance.random() < 0.12:
        short = shortened(sentence, chance)
        pairs["names"] = short, names_swapped(short, passage, chance)
        pairs["numbers"] = short, numbers_swapped(short, chance)
    for kind, pair in pairs.items():
        if pair:
            yield Row("turned", passage, pair[0], True)
            if pair[1]:
                yield Row(f"turned/{kind}", passage, pair[1], False)


def pairs(stuff: Material, chance: Random) -> Iterator[Row]:
    """Claims that people wrote, with nothing but their evidence or what they go against."""
    for said in chance.sample(stuff.right, 600):
        yield Row("pair", said.text, said.claim, True)
    for said in chance.sample(stuff.wrong, 600):
        yield Row("pair/wrong", said.text, said.claim, False)


def introductions(nli: Path, chance: Random) -> Iterator[Row]:
    """Claims that people wrote about the beginning of an article, some of them with those of other articles."""
    found = unseen(nli, INTRODUCTIONS)
    texts = [plain(row["premise"]) for row in found]
    for at in chance.sample(range(len(found)), len(found)):
        lines = chance.sample(texts, chance.choice([0, 0, 0, 1, 3]))
        lines.insert(chance.randint(0, len(lines)), texts[at])
        label = found[at]["label"]
        group = "intro" if label == "entail" else f"intro/{label}"
        yield Row(group, "\n".join(lines), plain(found[at]["hypothesis"]), label == "entail")


def hidden(stuff: Material, chance: Random) -> Iterator[Row]:
    """One to three claims that people wrote, as one, and a page with their evidence; one may be wrong or have none."""
    long = [found for found in stuff.articles.values() if len(found) >= 12]
    while True:
        parts = [chance.choice(stuff.right) for _ in range(chance.choice([1, 1, 2, 2, 3]))]
        kind = chance.choice(["hidden", "hidden", "hidden/wrong", "hidden/absent"])
        at = chance.randrange(len(parts))
        if kind == "hidden/wrong":
            parts[at] = chance.choice(stuff.wrong)
        found, size = chance.choice(long), chance.choice([4, 8, 12])
        start = chance.randint(0, len(found) - size)
        lines = list(found[start : start + size])
        for place, part in enumerate(parts):
            if kind != "hidden/absent" or place != at:
                lines.insert(chance.randint(0, len(lines)), part.text)
        yield Row(kind, "\n".join(lines), as_one(parts, stuff.common, chance), kind == "hidden")


def _among(text: str, stuff: Material, chance: Random) -> str:
    """The text, or a passage of other lines with it somewhere in it."""
    count = chance.choice([0, 0, 2, 6, 15, 30])
    every = list(stuff.articles.values())
    lines: list[str] = []
    while len(lines) < count:
        lines += sentences(chance.choice(chance.choice(every)))
    lines = lines[:count]
    lines.insert(chance.randint(0, len(lines)), text)
    return chance.choice("\n ").join(lines)


def _even(found: list[Row], most: int, chance: Random) -> list[Row]:
    """At most so many rows, as many supported as not where there are enough."""
    chance.shuffle(found)
    right = [row for row in found if row.supported]
    return right[: most // 2] + [row for row in found if not row.supported][: most // 2]
