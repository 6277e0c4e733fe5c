"""Fit the weights of the overlap reader on training questions, and say how well they choose and decline.

    python bench/fit_reading.py ../shared/train/qa.jsonl.gz [--questions 3000]

Each question is read over ten paragraphs of its own Wikipedia article. In a quarter of the cases its own paragraph
is taken away, in a quarter the paragraphs are of another article: those have no answer, and neither have the
questions that SQuAD 2.0's writers made unanswerable. Prints the two lines of weights for ``bot/reading.py``.
"""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

from bot.reading import Features, OverlapReader, sentences_of
from vectorstore.embed import SentenceTransformerEmbedder
from vectorstore.types import Chunk, Headline, Hit, Query
from vectorstore.words import terms

NAMES = tuple(Features.__slots__)
Row = dict[str, Any]


def main(
    data: Annotated[Path, typer.Argument(help="qa.jsonl.gz of the training data")],
    questions: int = 3000,
    seed: int = 7,
) -> None:
    """Fit, print the weights, and print what they are worth on held-out articles."""
    chance = random.Random(seed)
    titles = paragraphs_by_title(data)
    embedder = SentenceTransformerEmbedder()
    cases = [case(titles, chance, embedder) for _ in range(questions)]
    train, held = train_test_split(cases, test_size=0.3, random_state=seed)
    sentence = fit(np.vstack([x for x, _, _ in train]), np.concatenate([y for _, y, _ in train]))
    best = [np.vstack([top(x, sentence) for x, _, _ in part]) for part in (train, held)]
    able = [np.array([answerable for _, _, answerable in part]) for part in (train, held)]
    confidence = fit(best[0], able[0])
    report("SENTENCE_WEIGHTS", sentence)
    report("CONFIDENCE_WEIGHTS", confidence)
    answered = [(x, y) for x, y, _ in held if y.any()]
    for k in (1, 3):
        right = np.mean([y[np.argsort(-(x @ sentence.coef_[0]))[:k]].any() for x, y in answered])
        print(f"answer in best {k}: {right:.3f} of {len(answered)}")
    print(f"answerability AUROC: {roc_auc_score(able[1], confidence.decision_function(best[1])):.3f}")


def paragraphs_by_title(data: Path) -> dict[str, dict[str, list[Row]]]:
    """SQuAD's questions by article title and paragraph; articles with fewer than twelve paragraphs are left out."""
    titles: defaultdict[str, defaultdict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    with gzip.open(data, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["source"].lower().startswith("squad") and "dev" not in row["source"].lower():
                titles[row["title"]][row["context"]].append(row)
    return {title: dict(paragraphs) for title, paragraphs in titles.items() if len(paragraphs) >= 12}


def case(
    titles: dict[str, dict[str, list[Row]]], chance: random.Random, embedder: SentenceTransformerEmbedder
) -> tuple[np.ndarray, np.ndarray, bool]:
    """Features of every sentence ``(n, 6)``, whether each holds the answer ``(n,)``, whether there is one at all."""
    title = chance.choice(sorted(titles))
    own = chance.choice(list(titles[title]))
    row = chance.choice(titles[title][own])
    fate = chance.random()
    pool = [text for text in titles[title] if text != own or fate >= 0.25]
    if fate < 0.1:
        title = chance.choice([other for other in sorted(titles) if other != title])
        pool = list(titles[title])
    hits = nearest(row["question"], pool, title)
    frequency = Counter(term for text in pool for term in set(terms(text)))
    reader = OverlapReader(embedder=embedder, frequency=lambda _: frequency)
    query = Query(text=row["question"], as_of=datetime(2020, 1, 1, tzinfo=UTC))
    found = [candidate for hit in hits for candidate in sentences_of(hit)]
    seen = reader.features(query, hits, found)
    spans = [(answer["start"], answer["start"] + len(answer["text"])) for answer in row["answers"]]
    holds = [
        candidate.hit.chunk.text == own and any(candidate.start <= a and b <= candidate.end for a, b in spans)
        for candidate in found
    ]
    return np.array([[getattr(one, name) for name in NAMES] for one in seen]), np.array(holds), any(holds)


def nearest(question: str, pool: Sequence[str], title: str) -> list[Hit]:
    """The ten paragraphs that share most with the question, rarer words counting more."""
    asked = set(terms(question))
    bags = [set(terms(text)) for text in pool]
    frequency = Counter(term for bag in bags for term in bag)
    scores = [sum(1 / frequency[term] for term in asked & bag) for bag in bags]
    order = sorted(range(len(pool)), key=lambda at: -scores[at])[:10]
    headline = Headline(id=title, title=title.replace("_", " "))
    return [
        Hit(
            chunk=Chunk(id=f"{title}#{at}", article_id=title, text=pool[at], start=0, end=len(pool[at])),
            article=headline,
            score=scores[at],
        )
        for at in order
    ]


def fit(x: np.ndarray, y: np.ndarray) -> LogisticRegression:
    """A logistic regression with both classes weighed alike."""
    return LogisticRegression(class_weight="balanced", max_iter=1000).fit(x, y)


def top(x: np.ndarray, sentence: LogisticRegression) -> np.ndarray:
    """The features of the best sentence."""
    best: np.ndarray = x[np.argmax(x @ sentence.coef_[0])]
    return best


def report(name: str, fitted: LogisticRegression) -> None:
    """A line to copy."""
    weights = ", ".join(f"{name}={weight:.2f}" for name, weight in zip(NAMES, fitted.coef_[0], strict=True))
    print(f"{name} = Features({weights})  # bias {fitted.intercept_[0]:.2f}")


if __name__ == "__main__":
    typer.run(main)
