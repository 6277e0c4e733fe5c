"""Claims to fit the check of sentences on: what a passage says, in its words and in others, and the same gone wrong.

Both files hold openly licensed rows, one JSON object a line: ``nli`` with source, premise, hypothesis and label,
``qa`` with source, title, question, answers and context. Of ``qa`` only SQuAD's development sets are used.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from training.edits import NAME, NUMBER, change, common_words, fused, joined, patched, sentences, shortened, swapped
from training.rows import plain_brackets
from training.sources import held_out

PASSAGES = ("squad1_dev", "squad2_dev")
PAIRS = (
    "te_newprot_base",
    "te_newprot_edit_other",
    "te_newprot_edit_premise",
    "te_newprot_contrast",
    "fever_eraser_sent",
    "fm2",
)
LINKS = (", and ", " and ", "; ", ". ", " while ")

_SUBJECT = re.compile(
    r"(who|how many [\w-]+(?: [\w-]+)?)\s+(?=(?:was|were|is|are|has|have|had|would|could|can|will|\w+ed|won|led|wrote"
    r"|made|built|began|became|took|gave|held|lost|found|said|sold|ruled|owned|beat|ran|left)\b)",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(r"\b(?:did|do|does|there)\b|\b(?:of|by|between|to|in|with|for|from|at|on)\W*$", re.IGNORECASE)


class Row(NamedTuple):
    """A claim held against a text. ``group`` is its family, or its family and what was done to it."""

    group: str
    text: str
    claim: str
    supported: bool


class Said(NamedTuple):
    """Something that people say ``text`` bears out, and something near it, if known, that it does not."""

    claim: str
    text: str
    wrong: str = ""


class Material(NamedTuple):
    """What claims are made of: the passages of each article, what questions say of each, and human pairs."""

    articles: Mapping[str, Sequence[str]]
    asked: Mapping[str, Sequence[Said]]
    right: Sequence[Said]
    wrong: Sequence[Said]
    common: frozenset[str]  # words that the passages write small


def material(nli: Path, qa: Path, chance: Random) -> Material:
    """The rows of both files, put in order."""
    questions = [row for row in read(qa) if row["source"] in PASSAGES]
    articles: dict[str, dict[str, None]] = {}
    for row in questions:
        articles.setdefault(row["title"], {})[row["context"]] = None
    pairs = unseen(nli, PAIRS)
    right, wrong = (
        [Said(plain(row["hypothesis"]), plain(row["premise"])) for row in pairs if (row["label"] == "entail") is truth]
        for truth in (True, False)
    )
    common = common_words(chain.from_iterable(articles.values()))
    return Material(
        articles={title: list(found) for title, found in articles.items()},
        asked=_answers(questions, chance),
        right=right,
        wrong=wrong,
        common=common,
    )


def asked(stuff: Material) -> Iterator[Row]:
    """Questions with their answer in place, and with somebody or something else of the passage in its place."""
    for said in chain.from_iterable(stuff.asked.values()):
        yield Row("asked", said.text, said.claim, True)
        if said.wrong:
            yield Row("asked/wrong", said.text, said.wrong, False)


def edited(stuff: Material, chance: Random) -> Iterator[Row]:
    """Shortened sentences, alone or two as one; the same with one change, or with what another passage says."""
    every = [(title, passage) for title, found in stuff.articles.items() for passage in found if len(passage) > 500]
    chance.shuffle(every)
    for title, passage in every:
        sisters, whole = [other for other in stuff.articles[title] if other != passage], sentences(passage)
        if len(whole) < 3 or not sisters:
            continue
        text = (
            "\n".join([chance.choice(sisters), passage, chance.choice(sisters)]) if chance.random() < 0.5 else passage
        )
        said = shortened(chance.choice(whole), chance)
        if chance.random() < 0.3:
            said = joined(said, chance.choice(LINKS[:3]), shortened(chance.choice(whole), chance), stuff.common)
        yield Row("edited", text, said, True)
        if changed := change(said, passage, chance.choice(every)[1], chance):
            yield Row(f"edited/{changed[0]}", text, changed[1], False)
        absent = [one for one in sentences(chance.choice(sisters)) if one not in text]
        if absent and chance.random() < 0.5:
            other = shortened(chance.choice(absent), chance)
            yield Row("edited/absent", text, other, False)
            yield Row("edited/half absent", text, joined(said, " and ", other, stuff.common), False)


def copied(stuff: Material, chance: Random) -> Iterator[Row]:
    """Short sentences in the passage's own words, right or mixed up; some all in lower case, as old summaries are."""
    every = [passage for found in stuff.articles.values() for passage in found]
    chance.shuffle(every)
    for passage in every:
        whole = sentences(passage)
        if len(whole) < 3:
            continue
        one, other = chance.sample(whole, 2)
        right = chance.random() < 0.5
        said = shortened(one, chance)
        mixed = chance.choice([fused, fused, patched])(said, other, chance)
        claim = said if right else chance.choice([mixed, swapped(said, chance) or mixed])
        if len(claim.split()) > 26:
            continue
        lower = chance.random() < 0.35
        yield Row("copied", passage.lower() if lower else passage, claim.lower() if lower else claim, right)


def several(stuff: Material, chance: Random, group: str, *, most: int, passages: int) -> Iterator[Row]:
    """Claims that people wrote, some as one, each with its evidence somewhere in the text; one may have none."""
    others = [passage for found in stuff.articles.values() for passage in found]
    while True:
        right = chance.random() < 0.5
        parts = [chance.choice(stuff.right) for _ in range(chance.randint(1 + passages // 3, most))]
        if not right:
            parts[chance.randrange(len(parts))] = chance.choice(stuff.wrong)
        if passages:
            lines = [one for text in chance.sample(others, chance.randint(1, passages)) for one in sentences(text)]
        else:
            lines = [chance.choice(stuff.right).text for _ in range(chance.choice([0, 3, 6, 12, 25]))]
        for part in parts:
            lines.insert(chance.randint(0, len(lines)), part.text)
        yield Row(group, chance.choice("\n ").join(lines), as_one(parts, stuff.common, chance), right)


def pages(stuff: Material, chance: Random) -> Iterator[Row]:
    """Claims about a long page that bears out all their parts, or does not have what one or more of them rest on."""
    long = [found for found in stuff.articles.values() if len(found) >= 12]
    while True:
        found = chance.choice(long)
        start = chance.randint(0, len(found) - 8)
        page = list(found[start : start + chance.choice([8, 12, 16])])
        parts = [_part(page, stuff, chance) for _ in range(chance.choice([1, 1, 2, 2, 3]))]
        right = chance.random() < 0.5
        at = chance.randrange(len(parts))
        if not right and parts[at].wrong and chance.random() < 0.25:
            parts[at] = parts[at]._replace(claim=parts[at].wrong)
            absent: set[str] = set()
        else:
            absent = set() if right else {part.text for part in parts if part is parts[at] or chance.random() < 0.4}
        lines = [passage for passage in page if passage not in absent]
        for part in parts:
            if part.text not in page and part.text not in absent:
                lines.insert(chance.randint(0, len(lines)), part.text)
        yield Row("page", "\n".join(lines), as_one(parts, stuff.common, chance), right)


def _part(page: Sequence[str], stuff: Material, chance: Random) -> Said:
    said = [one for passage in page for one in stuff.asked.get(passage, ())]
    kind = chance.random()
    if said and kind < 0.4:
        return chance.choice(said)
    passage = chance.choice(page)
    whole = sentences(passage)
    return (
        Said(shortened(chance.choice(whole), chance), passage) if whole and kind < 0.6 else chance.choice(stuff.right)
    )


def _answers(questions: Sequence[Mapping[str, Any]], chance: Random) -> dict[str, list[Said]]:
    """Of each passage, the questions that ask for their subject, with answers for it."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for row in questions:
        match = _SUBJECT.match(row["question"])
        answer = row["answers"][0]["text"] if row["answers"] else ""
        who = bool(match) and row["question"][:3].casefold() == "who"
        if (
            not match
            or _NO_SUBJECT.search(row["question"])
            or not (answer[:1].isupper() if who else NUMBER.search(answer))
        ):
            continue
        noun = "" if who or " " in answer else f" {match[1].split(' ', 2)[2]}"
        rest = f"{noun} {row['question'][match.end() :].rstrip('? ')}."
        found.setdefault(row["context"], {})[rest] = ("who" if who else "how many", answer)
    return {passage: list(_with_wrong(passage, said, chance)) for passage, said in found.items()}


def _with_wrong(passage: str, said: Mapping[str, tuple[str, str]], chance: Random) -> Iterator[Said]:
    for rest, (kind, answer) in said.items():
        same = [other for asked, other in said.values() if asked == kind]
        any_ = NAME.findall(passage) if kind == "who" else [found.rstrip(".,") for found in NUMBER.findall(passage)]
        for others in (same, any_):
            apart = [one for one in others if one not in answer and answer not in one and one not in rest]
            if apart:
                break
        yield Said(answer + rest, passage, chance.choice(apart) + rest if apart else "")


def as_one(parts: Sequence[Said], common: Set[str], chance: Random) -> str:
    """Claims as one sentence or a few."""
    claim = parts[0].claim
    for part in parts[1:]:
        claim = joined(claim, chance.choice(LINKS), part.claim, common)
    return f"{claim.rstrip('.')}."


def unseen(nli: Path, sources: Collection[str]) -> list[dict[str, Any]]:
    """The pairs that the reader was not trained on: what it makes of those is what it makes of any."""
    return [row for row in read(nli) if row["source"] in sources and held_out(plain_brackets(row["premise"]))]


def plain(text: str) -> str:
    """A text of the file as it was written."""
    return text.strip(' "').replace('""', '"')


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
