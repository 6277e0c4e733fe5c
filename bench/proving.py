"""How much of what is true, and of what is not, a source sentence proves: see ``docs/writing.md``.

python -m bench.proving sentences                        # what becomes of the sentences that were written for the tests
python -m bench.proving edits articles.jsonl.gz          # sentences of articles, each with one change, that are proven
python -m bench.proving claims claims.jsonl.gz           # claims that people labelled, each sentence of which is proven
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

import typer

from bench.small_model import BUNDLED, whole
from bot.evaluate import data
from bot.proving.prove import proof
from bot.proving.words import read
from bot.rests_on import rests_on
from bot.support import support_for
from bot.types import Draft, Support, Verdict
from bot.verify import verify
from training.edits import change, sentences, shortened
from vectorstore.sentences import sentence_spans
from vectorstore.types import Article, Hit

TESTS = Path(__file__).parents[1] / "tests"
SETS = {
    "mild": TESTS / "written_sentences.jsonl",
    "fluent": TESTS / "fluent_sentences.jsonl",
    "held out": TESTS / "held_out_sentences.jsonl",
}
"""Sentences put mildly otherwise, and as a good chat model writes them: true ones and false ones."""

EVERY = 20
"""Of the articles of a file, this one in so many."""

app = typer.Typer(pretty_exceptions_enable=False)


@app.command("sentences")
def written() -> None:
    """Count what becomes of the sentences that were written for the tests, and of the claims of the bundled set."""
    bundled = data.load(BUNDLED)
    passages = {article.id: whole(article) for article in bundled.articles}
    told: Counter[tuple[str, str]] = Counter()
    for name, file in SETS.items():
        for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            label = f"{name}, {'true' if row['true'] else 'false'}"
            told[label, fate(row["sentence"], passages[row["article"]])] += 1
    claims = ((claim, whole(Article(id="source", text=claim.source_text))) for claim in bundled.claims)
    told += Counter((f"claim, {claim.label}", fate(claim.claim, passage)) for claim, passage in claims)
    for (label, became), count in sorted(told.items()):
        print(f"{label:20} {became:12} {count:4}")


def fate(sentence: str, passage: Hit) -> str:
    """What becomes of a sentence about a passage."""
    draft = Draft(text=sentence, hits=(passage,))
    support = support_for(draft, [passage], verify).support
    if support is not Support.UNSUPPORTED:
        return support.value
    return "quoted" if rests_on(draft, [passage], verify) else "dropped"


@app.command()
def edits(file: Path, every: int = EVERY, seed: int = 5) -> None:
    """Print each changed sentence that its article proves all the same, and then how many were tried."""
    chance, tried, proven = Random(seed), 0, 0
    texts = texts_of(file)[every - 1 :: every]
    for text in texts:
        passage, stranger = whole(Article(id="a", text=text)), chance.choice(texts)
        for sentence in sentences(text):
            for told in (sentence, shortened(sentence, chance)):
                if changed := change(told, text, stranger, chance):
                    tried += 1
                    if found := proof(read(changed[1]), [passage]):
                        proven += 1
                        print(f"{changed[0]}\n  SAID  {changed[1]}\n  QUOTE {text[found.start : found.end]}")
    print(json.dumps({"articles": len(texts), "tried": tried, "proven": proven}))


@app.command()
def claims(file: Path) -> None:
    """Count the claims of each label of which every sentence is proven, and print those of them that are not so."""
    told: Counter[tuple[str, str]] = Counter()
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            passage = whole(Article(id="source", text=row["source_text"]))
            so = all(_supported(row["claim"][start:end], passage) for start, end in sentence_spans(row["claim"]))
            told[row["label"], "proven" if so else "not proven"] += 1
            if so and row["label"] != "supported":
                print(f"{row['label']}\n  SAID  {row['claim']}")
    for (label, became), count in sorted(told.items()):
        print(f"{label:20} {became:12} {count:4}")


def _supported(sentence: str, passage: Hit) -> bool:
    return support_for(Draft(text=sentence, hits=(passage,)), [passage], _likely).support is Support.SUPPORTED


def _likely(_text: str, _hits: Sequence[Hit]) -> Verdict:
    """Nothing: what is likely proves nothing, and so is not asked."""
    return Verdict(support=Support.UNSUPPORTED, score=0.0)


def texts_of(file: Path) -> list[str]:
    """The texts of a file of articles, an object a line."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


if __name__ == "__main__":
    app()
