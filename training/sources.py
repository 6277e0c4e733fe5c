"""The eleven sources of the mixture, each turning a number and a random state into an example."""

import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from training.examples import ENTAILMENT, Example, varied_header, varied_question
from training.near_misses import changed, details_by_article, exchanges
from training.rows import ClaimRow, QuestionRow, read_claims, read_negatives, read_questions
from training.words import WordIndex, holds_any, words

CLAIM_SOURCES = (
    "fever_eraser_sent",
    "fever_eraser_doc",
    "te_newprot_base",
    "te_newprot_contrast",
    "te_newprot_edit_other",
    "te_newprot_edit_premise",
    "te_newprot_paragraph",
    "fm2",
    "fever_symmetric",
    "conjnli",
)
LABELS = {"contradict": "contradicts", "neutral": "says nothing", "entail": "supports"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """``size`` rows; ``make(number, rng)`` is the example of a row, the same for the same random state."""

    size: int
    make: Callable[[int, random.Random], Example]


def read_sources(folder: Path) -> dict[str, Source]:
    """All sources by the names used in ``Settings.mixture``."""
    rows = read_questions(folder)
    squad = rows["squad1_train"]
    wikinews = [row for row in rows["qamr_wikinews"] if _says_what_it_asks(row)]
    natural = [row for row in rows["qed_nq"] if row.answers and _is_short(row)]
    return {
        "squad": _questions(squad),
        "squad_unanswerable": _questions(rows["squad2_train_unans"]),
        "squad_other_article": _given_negatives(squad, read_negatives(folder)),
        "squad_same_article": _same_article(squad),
        "squad_long": _long(squad),
        "squad_changed": _changed(squad),
        "natural_questions": _questions(natural),
        "natural_questions_other": _mined(natural),
        "wikinews": _joined(wikinews, keep=True),
        "wikinews_other": _joined(wikinews, keep=False),
        "entailment": _claims([row for row in read_claims(folder, CLAIM_SOURCES) if not held_out(row.passage)]),
    }


def held_out(passage: str) -> bool:
    """Whether a passage is kept for measuring, with all its claims: one in twenty, by its hash."""
    return crc32(passage.encode()) % 20 == 0


def _says_what_it_asks(row: QuestionRow) -> bool:
    """Questions made from one sentence are often bare (``What is stronger?``): keep those of five words or more."""
    return len(words(row.question)) >= 5


def _is_short(row: QuestionRow) -> bool:
    """Natural Questions has answers that are whole paragraphs: keep those a reader would call an answer."""
    return all(len(words(answer)) <= 25 for answer in row.answer_texts)


def _questions(rows: Sequence[QuestionRow]) -> Source:
    def make(number: int, rng: random.Random) -> Example:
        row = rows[number]
        return Example(
            question=varied_question(row.question, rng),
            header=varied_header(row.title, rng),
            passage=row.passage,
            answer=rng.choice(row.answers) if row.answers else None,
            answerable=bool(row.answers),
            relevant=True,
        )

    return Source(size=len(rows), make=make)


def _negative(row: QuestionRow, title: str, passage: str, rng: random.Random) -> Example:
    return Example(
        question=varied_question(row.question, rng),
        header=varied_header(title, rng),
        passage=passage,
        answerable=False,
        relevant=False,
    )


def _given_negatives(rows: Sequence[QuestionRow], negatives: Mapping[str, Sequence[str]]) -> Source:
    titles = {row.passage: row.title for row in rows}
    pairs = [
        (row, safe)
        for row in rows
        if (safe := [text for text in negatives.get(row.question, ()) if not holds_any(text, row.answer_texts)])
    ]

    def make(number: int, rng: random.Random) -> Example:
        row, safe = pairs[number]
        passage = rng.choice(safe)
        return _negative(row, titles.get(passage, ""), passage, rng)

    return Source(size=len(pairs), make=make)


def _same_article(rows: Sequence[QuestionRow]) -> Source:
    """Another paragraph of the same article: one of the three that share most with the question."""
    passages: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        passages[row.title][row.passage] = None
    indexes = {title: WordIndex(list(found)) for title, found in passages.items()}

    def make(number: int, rng: random.Random) -> Example:
        row = rows[number]
        return _negative(row, row.title, _hard_negative(indexes[row.title], row, rng), rng)

    return Source(size=len(rows), make=make)


def _long(rows: Sequence[QuestionRow]) -> Source:
    """The paragraph with the next of its article after it or before it: as long as the chunks of an article are."""
    paragraphs = list(dict.fromkeys((row.title, row.passage) for row in rows))
    places = {paragraph: number for number, paragraph in enumerate(paragraphs)}

    def make(number: int, rng: random.Random) -> Example:
        row = rows[number]
        place = places[row.title, row.passage]
        title, other = paragraphs[(place + rng.choice((-1, 1))) % len(paragraphs)]
        start, end = rng.choice(row.answers)
        first = bool(rng.getrandbits(1)) or title != row.title
        text, lead = (f"{row.passage} {other}", 0) if first else (f"{other} {row.passage}", len(other) + 1)
        return Example(
            question=varied_question(row.question, rng),
            header=varied_header(row.title, rng),
            passage=text if title == row.title else row.passage,
            answer=(start + lead, end + lead),
            answerable=True,
            relevant=True,
        )

    return Source(size=len(rows), make=make)


def _changed(rows: Sequence[QuestionRow]) -> Source:
    """The question with a name, a year or a number exchanged: on the subject, and not answered."""
    known = details_by_article(rows)
    found = [(row, places) for row in rows if (places := exchanges(row, known))]

    def make(number: int, rng: random.Random) -> Example:
        row, places = found[number]
        return Example(
            question=varied_question(changed(row.question, places, rng), rng),
            header=varied_header(row.title, rng),
            passage=row.passage,
            answerable=False,
            relevant=True,
        )

    return Source(size=len(found), make=make)


def _mined(rows: Sequence[QuestionRow]) -> Source:
    """A passage written about another question: one of the three that share most with this one."""
    titles = {row.passage: row.title for row in rows}
    index = WordIndex(list(titles))

    def make(number: int, rng: random.Random) -> Example:
        passage = _hard_negative(index, rows[number], rng)
        return _negative(rows[number], titles[passage], passage, rng)

    return Source(size=len(rows), make=make)


def _hard_negative(index: WordIndex, row: QuestionRow, rng: random.Random) -> str:
    near: list[str] = []
    for number in index.nearest(row.question):
        passage = index.passages[number]
        if passage != row.passage and not holds_any(passage, row.answer_texts):
            near.append(passage)
        if len(near) == 3:
            break
    return rng.choice(near or [passage for passage in index.passages if passage != row.passage])


def _joined(rows: Sequence[QuestionRow], *, keep: bool) -> Source:
    """Single sentences joined with up to five others, the nearest first, as a short news passage.

    ``keep`` says whether the sentence that holds the answer is among them.
    """
    index = WordIndex(list({row.passage: None for row in rows}))

    def make(number: int, rng: random.Random) -> Example:
        row = rows[number]
        others = _other_sentences(index, row, rng)
        if not keep:
            return _negative(row, "", " ".join(others), rng)
        before = rng.randrange(len(others) + 1)
        lead = "".join(f"{sentence} " for sentence in others[:before])
        start, end = rng.choice(row.answers)
        return Example(
            question=varied_question(row.question, rng),
            header=varied_header("", rng),
            passage=" ".join([*others[:before], row.passage, *others[before:]]),
            answer=(start + len(lead), end + len(lead)),
            answerable=True,
            relevant=True,
        )

    return Source(size=len(rows), make=make)


def _other_sentences(index: WordIndex, row: QuestionRow, rng: random.Random) -> list[str]:
    """One to five other sentences without the answer: half by shared words, half by chance, shuffled."""
    near = [index.passages[number] for number in index.nearest(row.question)[:6]]
    pool = near + rng.sample(list(index.passages), 8)
    safe = [text for text in pool if text != row.passage and not holds_any(text, row.answer_texts)]
    chosen = list(dict.fromkeys(safe))[: rng.randint(1, 5)]
    rng.shuffle(chosen)
    return chosen or [rng.choice(index.passages)]


def _claims(rows: Sequence[ClaimRow]) -> Source:
    """Labelled pairs; one in eight gets the passage of another row, which then says nothing of the claim."""

    def make(number: int, rng: random.Random) -> Example:
        row = rows[number]
        label, passage = LABELS[row.label], row.passage
        if rng.random() < 0.125:
            other = rows[rng.randrange(len(rows))]
            if other.passage != passage:
                label, passage = "says nothing", other.passage
        return Example(
            question=row.claim,
            header=varied_header("", rng, date_share=0.25),
            passage=passage,
            entailment=ENTAILMENT.index(label),
        )

    return Source(size=len(rows), make=make)
