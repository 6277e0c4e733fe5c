"""Claims to train the judge on: what a passage bears out, in its words and in others, and the same gone wrong.

Each source turns a number and a random state into an example, as those of ``sources.py`` do. Passages kept for
measuring (``held_out``), and SQuAD's development sets, are in none of them.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from training.edits import change, common_words, fused, joined, patched, sentences, shortened
from training.examples import ENTAILMENT, Example, varied_header
from training.places import made_active, moved, names_swapped, numbers_swapped, retold
from training.rows import ClaimRow, QuestionRow, read_claims, read_questions
from training.sources import CLAIM_SOURCES, LABELS, Source, held_out
from training.statements import LONGEST_ANSWER, other_answers, stated

PICTURES = ("snli_devtest", "cad_nli", "med")
LINKS = (", and ", " and ", "; ", ". ", " while ")
MOST_WORDS = 140
"""Of a passage, so that all of it is read: what bears a claim out is never cut off."""

CONTRADICTS, SAYS_NOTHING, SUPPORTS = ENTAILMENT


def read_claim_sources(folder: Path) -> dict[str, Source]:
    """All sources by the names used in ``settings.JUDGE``."""
    human = [row for row in read_claims(folder, CLAIM_SOURCES) if _is_read_whole(row) and not held_out(row.passage)]
    squad = read_questions(folder)["squad1_train"]
    pictures = [row for row in read_claims(folder, PICTURES) if not held_out(row.passage)]
    short = [row for row in human if len(row.passage.split()) <= 60]
    lines = Lines(squad)
    return {
        "claims": _alone(human),
        "claims_pictures": _alone(pictures),
        "claims_hidden": _hidden(short, lines),
        "claims_joined": _joined(short, lines),
        "answers": _answers(squad, lines),
        "sentences": _sentences(lines),
    }


def _is_read_whole(row: ClaimRow) -> bool:
    return len(row.passage.split()) <= MOST_WORDS


class Lines:
    """The paragraphs and sentences of articles, to take one or others from."""

    def __init__(self, rows: Sequence[QuestionRow]) -> None:
        self.articles: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
        for row in rows:
            if row.passage not in self.articles[row.title]:
                self.articles[row.title][row.passage] = sentences(row.passage)
        self.paragraphs = [
            (title, text) for title, found in self.articles.items() for text, said in found.items() if len(said) > 2
        ]
        self.common = common_words(text for _, text in self.paragraphs)

    def said(self, title: str, text: str) -> list[str]:
        """The sentences of a paragraph."""
        return self.articles[title][text]

    def other(self, title: str, text: str, rng: random.Random) -> str:
        """A sentence of another paragraph of the article; of the same one if there is no other."""
        sisters = [other for other, said in self.articles[title].items() if other != text and said]
        return rng.choice(self.said(title, rng.choice(sisters or [text])))

    def any(self, rng: random.Random, count: int) -> list[str]:
        """So many sentences that stand one after another somewhere, or fewer."""
        title, text = rng.choice(self.paragraphs)
        return self.said(title, text)[:count]


def _example(claim: str, passage: str, label: str, rng: random.Random) -> Example:
    return Example(
        question=claim,
        header=varied_header("", rng, date_share=0.15),
        passage=passage,
        entailment=ENTAILMENT.index(label),
    )


def _source(size: int, make: Callable[[int, random.Random], tuple[str, str, str]]) -> Source:
    """From what makes a claim, a passage and a label."""
    return Source(size=size, make=lambda number, rng: _example(*make(number, rng), rng))


def _alone(rows: Sequence[ClaimRow]) -> Source:
    """Labelled pairs; one in eight gets the passage of another row, which then says nothing of the claim."""

    def make(number: int, rng: random.Random) -> tuple[str, str, str]:
        row = rows[number]
        other = rng.choice(rows) if rng.random() < 0.125 else row
        if other.passage != row.passage:
            return row.claim, other.passage, SAYS_NOTHING
        return row.claim, row.passage, LABELS[row.label]

    return _source(len(rows), make)


def _hidden(rows: Sequence[ClaimRow], lines: Lines) -> Source:
    """Labelled pairs, the evidence among other sentences; of one in four it is left out."""

    def make(number: int, rng: random.Random) -> tuple[str, str, str]:
        row = rows[number]
        around = [*lines.any(rng, rng.randint(0, 3)), *(rng.choice(rows).passage for _ in range(rng.randint(0, 2)))]
        others = [text for text in around if text != row.passage]
        if others and rng.random() < 0.25:
            return row.claim, _page(others, [], rng), SAYS_NOTHING
        return row.claim, _page(around, [row.passage], rng), LABELS[row.label]

    return _source(len(rows), make)


def _joined(rows: Sequence[ClaimRow], lines: Lines) -> Source:
    """Two or three claims as one, with the evidence for each; half the time one of them fails."""
    true = [row for row in rows if row.label == "entail"]

    def make(number: int, rng: random.Random) -> tuple[str, str, str]:
        parts = [rng.choice(true) for _ in range(rng.choice((2, 2, 3)))]
        at, label, evidence = rng.randrange(len(parts)), SUPPORTS, [part.passage for part in parts]
        if rng.random() < 0.5:
            parts[at] = rows[number]
            label, evidence[at] = LABELS[parts[at].label], parts[at].passage
        elif rng.random() < 0.4:
            label, evidence[at] = SAYS_NOTHING, " ".join(lines.any(rng, 1))
        claim = parts[0].claim
        for part in parts[1:]:
            claim = joined(claim, rng.choice(LINKS), part.claim, lines.common)
        return claim, _page([], evidence, rng), label

    return _source(len(rows), make)


def _answers(rows: Sequence[QuestionRow], lines: Lines) -> Source:
    """Questions with their answer in place, or with another of the kind out of the paragraph."""
    asked: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        asked[row.passage].append((row.question, row.answer_texts[0]))
    usable = [
        row
        for row in rows
        if len(row.answer_texts[0].split()) <= LONGEST_ANSWER
        and len(stated(row.question, row.answer_texts[0]).split()) >= 4
    ]

    def make(number: int, rng: random.Random) -> tuple[str, str, str]:
        row = usable[number]
        answer, label = row.answer_texts[0], SUPPORTS
        if rng.random() < 0.5 and (others := other_answers(row.question, answer, row.passage, asked[row.passage])):
            answer, label = rng.choice(others), CONTRADICTS
        elif rng.random() < 0.15:
            return stated(row.question, answer), lines.other(row.title, row.passage, rng), SAYS_NOTHING
        return stated(row.question, answer), _cut(row.passage, row.answers[0][0]), label

    return _source(len(usable), make)


def _sentences(lines: Lines) -> Source:
    """Sentences of a paragraph said shorter, in another order or two as one; half of them with something changed."""

    def make(number: int, rng: random.Random) -> tuple[str, str, str]:
        title, text = lines.paragraphs[number]
        whole = lines.said(title, text)
        sentence, second = rng.sample(whole, 2)
        kept = [sentence, second] if rng.random() < 0.5 else whole
        short = shortened(sentence, rng)
        right, wrong = _turned(sentence, text, rng)
        choice = rng.random()
        if choice < 0.5:
            said = joined(short, rng.choice(LINKS[:3]), shortened(second, rng), lines.common)
            return rng.choice([short, right or short, said if len(said.split()) < 50 else short]), _in(kept), SUPPORTS
        stranger = rng.choice(lines.paragraphs)[1]
        if choice < 0.6:
            said = shortened(lines.other(title, text, rng), rng)
            said = joined(short, " and ", said, lines.common) if rng.random() < 0.5 else said
            return said, _in(kept), SAYS_NOTHING
        if choice < 0.7:
            return rng.choice([fused, patched])(short, second, rng), _in(kept), SAYS_NOTHING
        changed = change(short, text, stranger, rng)
        said = changed[1] if changed else ""
        if choice > 0.85:
            said = wrong or names_swapped(short, text, rng) or numbers_swapped(short, rng) or said
        return said or fused(short, second, rng), _in(kept), CONTRADICTS

    return _source(len(lines.paragraphs), make)


def _turned(sentence: str, text: str, rng: random.Random) -> tuple[str, str]:
    """The sentence in another order that says the same, and in one that does not; either may be nothing."""
    pair = made_active(sentence, text) or retold(sentence, text, rng)
    return pair or (moved(sentence, text), "")


def _page(around: Sequence[str], evidence: Sequence[str], rng: random.Random) -> str:
    """The evidence, and as much of what is around it as there is room for, in any order."""
    room = MOST_WORDS - sum(len(text.split()) for text in evidence)
    kept: list[str] = []
    for text in around:
        if (room := room - len(text.split())) >= 0:
            kept.append(text)
    found = [*evidence, *kept] or [" ".join(around[0].split()[:MOST_WORDS])]
    rng.shuffle(found)
    return " ".join(found)


def _in(said: Sequence[str]) -> str:
    return " ".join(" ".join(said).split()[:MOST_WORDS])


def _cut(text: str, place: int) -> str:
    """The text, or the words around a place of it."""
    before, after = text[:place].split(), text[place:].split()
    start = max(0, min(len(before) - MOST_WORDS // 2, len(before) + len(after) - MOST_WORDS))
    return " ".join([*before, *after][start : start + MOST_WORDS]) if len(before) + len(after) > MOST_WORDS else text
