"""Fit the weights of a reader on training questions, and say how well they choose and decline.

    python -m bench.fit_reading overlap ../shared/train/qa.jsonl.gz [--questions 3000]
    python -m bench.fit_reading spans ../shared/train [--model vectorstore/reader] [--questions 1500]
    python -m bench.fit_reading claims ../shared/train [--model vectorstore/reader] [--questions 400]

``overlap``: each question is read over ten paragraphs of its own Wikipedia article. In a quarter of the cases its own
paragraph is taken away, in a quarter the paragraphs are of another article: those have no answer, and neither have the
questions that SQuAD 2.0's writers made unanswerable. Prints the two lines of weights for ``bot/overlap.py``.

``claims``: the confidence of ``bot/span_reader.py`` in questions that are answered by yes or no.

``spans``: the same for ``bot/span_reader.py``, over paragraphs that the trained reader has not seen: see
``bench/span_cases.py``. The confidence is fitted as a probability, answerable questions counting for half of all.
"""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.model_selection import train_test_split

from bench.span_cases import Case, claim_cases, span_cases
from bot.overlap import Features, OverlapReader
from bot.reading import Seen, sentences_of
from bot.sighting import AnswerSeen, ClaimSeen, SentenceSeen, Sighting, answer_seen, claim_seen
from bot.span_reader import odds
from vectorstore.embed import SentenceTransformerEmbedder
from vectorstore.rerank import DESCRIPTION, FOLDER
from vectorstore.types import Chunk, Headline, Hit, Query
from vectorstore.words import terms

Row = dict[str, Any]
app = typer.Typer(add_completion=False)


@app.command()
def overlap(
    data: Annotated[Path, typer.Argument(help="qa.jsonl.gz of the training data")],
    questions: int = 3000,
    seed: int = 7,
) -> None:
    """Fit the overlap reader, print the weights, and what they are worth on held-out articles."""
    chance = random.Random(seed)
    titles = paragraphs_by_title(data)
    embedder = SentenceTransformerEmbedder()
    cases = [case(titles, chance, embedder) for _ in range(questions)]
    train, held = train_test_split(cases, test_size=0.3, random_state=seed)
    sentence = fit(np.vstack([x for x, _, _ in train]), np.concatenate([y for _, y, _ in train]))
    best = [np.vstack([top(x, sentence) for x, _, _ in part]) for part in (train, held)]
    able = [np.array([answerable for _, _, answerable in part]) for part in (train, held)]
    confidence = fit(best[0], able[0])
    report("SENTENCE", Features, sentence)
    report("CONFIDENCE", Features, confidence)
    answered = [(x, y) for x, y, _ in held if y.any()]
    for k in (1, 3):
        right = np.mean([y[np.argsort(-(x @ sentence.coef_[0]))[:k]].any() for x, y in answered])
        print(f"answer in best {k}: {right:.3f} of {len(answered)}")
    print(f"answerability AUROC: {roc_auc_score(able[1], confidence.decision_function(best[1])):.3f}")


@app.command()
def spans(
    data: Annotated[Path, typer.Argument(help="the folder of the training data")],
    model: Annotated[Path, typer.Option(help="the folder of the exported reader")] = FOLDER,
    questions: int = 1500,
    seed: int = 7,
) -> None:
    """Fit the span reader, print the weights, and what they are worth on held-out articles."""
    cases = span_cases(data, model, questions, seed)
    titles = sorted({case.title for case in cases})
    held_titles = set(titles[::3])
    train = [case for case in cases if case.title not in held_titles]
    held = [case for case in cases if case.title in held_titles]
    sentence = fit(
        np.array([values(one.seen) for case in train for one in case.sightings]),
        np.array([holds for case in train for holds in case.holds]),
    )
    seen = [np.array([values(answer_seen(ordered(case, sentence))) for case in part]) for part in (train, held)]
    able = [np.array([any(case.holds) for case in part]) for part in (train, held)]
    confidence = LogisticRegression(max_iter=1000).fit(seen[0], able[0], sample_weight=halves(able[0]))
    print(f'FITTED_FOR = "{json.loads((model / DESCRIPTION).read_text())["sha256"]}"')
    report("SENTENCE", SentenceSeen, sentence)
    report("CONFIDENCE", AnswerSeen, confidence)
    for k in (1, 3):
        right = [right_among(case, sentence, k) for case in held if any(case.holds)]
        print(f"answer in best {k}: {np.mean(right):.3f} of {len(right)}")
    say_how_good(able[1], confidence.predict_proba(seen[1])[:, 1])


@app.command()
def claims(
    data: Annotated[Path, typer.Argument(help="the folder of the training data")],
    model: Annotated[Path, typer.Option(help="the folder of the exported reader")] = FOLDER,
    questions: int = 400,
    seed: int = 7,
) -> None:
    """Fit the confidence in a yes or a no, print the weights, and what they are worth on held-out questions."""
    cases = claim_cases(data, model, questions, seed)
    best = [sorted(case.sightings, key=odds, reverse=True) for case in cases]
    seen = np.array([values(claim_seen(sightings)) for sightings in best])
    able = np.array([any(case.holds) for case in cases])
    train, held = train_test_split(np.arange(len(cases)), test_size=0.3, random_state=seed)
    confidence = LogisticRegression(max_iter=1000).fit(seen[train], able[train], sample_weight=halves(able[train]))
    report("CLAIM", ClaimSeen, confidence)
    say_how_good(able[held], confidence.predict_proba(seen[held])[:, 1])


def say_how_good(able: np.ndarray, chance: np.ndarray) -> None:
    """What a confidence is worth."""
    print(f"answerability AUROC: {roc_auc_score(able, chance):.3f} of {len(able)}")
    print(f"Brier score {brier_score_loss(able, chance, sample_weight=halves(able)):.3f}")
    print(f"calibration error {calibration_error(able, chance):.3f}")


def ordered(case: Case, sentence: LogisticRegression) -> list[Sighting]:
    """The sentences of a case, best first."""
    scores = np.array([values(one.seen) for one in case.sightings]) @ sentence.coef_[0]
    return [case.sightings[at] for at in np.argsort(-scores)]


def right_among(case: Case, sentence: LogisticRegression, k: int) -> bool:
    """Whether one of the ``k`` best sentences holds the answer."""
    right = {id(one) for one, holds in zip(case.sightings, case.holds, strict=True) if holds}
    return any(id(one) in right for one in ordered(case, sentence)[:k])


def halves(able: np.ndarray) -> np.ndarray:
    """Weights with which either answer counts for half."""
    weights: np.ndarray = np.where(able, 0.5 / max(able.mean(), 1e-9), 0.5 / max(1 - able.mean(), 1e-9))
    return weights


def calibration_error(able: np.ndarray, chance: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error: the mean gap, in bins of confidence, between what was said and what was so."""
    weights, bin_of = halves(able), np.minimum((chance * bins).astype(int), bins - 1)
    gaps = [weights[bin_of == at] @ (able[bin_of == at] - chance[bin_of == at]) for at in range(bins)]
    return float(np.abs(gaps).sum() / weights.sum())


def values(seen: Seen) -> list[float]:
    """The numbers, in the order of the fields."""
    return list(seen.named().values())


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
    return np.array([values(one) for one in seen]), np.array(holds), any(holds)


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


def report(what: str, kind: type[Seen], fitted: LogisticRegression) -> None:
    """Two lines to copy."""
    named = zip((field.name for field in fields(kind)), fitted.coef_[0], strict=True)
    print(f"{what}_WEIGHTS = {kind.__name__}({', '.join(f'{name}={weight:.2f}' for name, weight in named)})")
    print(f"{what}_BIAS = {fitted.intercept_[0]:.2f}")


if __name__ == "__main__":
    app()
