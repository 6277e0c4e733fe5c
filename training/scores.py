"""Measures: exact match and F1 as SQuAD 2.0 defines them, and the area under the ROC curve."""

import re
import string
from collections import Counter
from collections.abc import Sequence

from scipy.stats import rankdata

ARTICLES = re.compile(r"\b(a|an|the)\b")
PUNCTUATION = str.maketrans("", "", string.punctuation)


def normal(text: str) -> str:
    """Lower case, without punctuation, articles and extra space (Rajpurkar et al., 2018)."""
    return " ".join(ARTICLES.sub(" ", text.lower().translate(PUNCTUATION)).split())


def exact(said: str, gold: Sequence[str]) -> float:
    """1 if ``said`` is one of the answers; an empty answer is right where there is none."""
    return max(float(normal(said) == normal(answer)) for answer in gold or [""])


def f1(said: str, gold: Sequence[str]) -> float:
    """The best overlap of words with an answer; with no answer, 1 for saying nothing and else 0."""
    return max(_overlap(normal(said).split(), normal(answer).split()) for answer in gold or [""])


def _overlap(said: list[str], gold: list[str]) -> float:
    if not said or not gold:
        return float(said == gold)
    shared = sum((Counter(said) & Counter(gold)).values())
    return 2 * shared / (len(said) + len(gold))


def auroc(scores: Sequence[float], positive: Sequence[bool]) -> float:
    """How often a positive scores above a negative, ties counting half (Mann and Whitney).

    Raises: ValueError when there are only positives or only negatives.
    """
    ones = sum(positive)
    zeros = len(positive) - ones
    if not ones or not zeros:
        raise ValueError(f"needs both kinds, found {ones} positive and {zeros} negative")
    ranks = rankdata(scores)
    total = float(sum(rank for rank, one in zip(ranks, positive, strict=True) if one))
    return (total - ones * (ones + 1) / 2) / (ones * zeros)
