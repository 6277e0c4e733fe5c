"""Articles that nobody wrote, to fill a library with: the words of real ones, as often as there, and made vectors.

Each is about the theme of one real article: most of its words are drawn from that article, the others from all of them.
So a word is as common as it is in real news, words of one story stand together, and their vectors lie together.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from time import perf_counter

import numpy as np

from vectorstore.types import Article, Embedder, Vectors

THEMATIC = 0.5  # share of the words that are drawn from the theme
DAYS = 6 * 365
OUTLETS = 20
THEMES = 500  # at most
LENGTH = (400, 1400)  # words
SENTENCE = 20  # words
NEARNESS = (1.0, 0.6, 0.6)  # weights of the theme's vector, another article's, and noise: cosine to the theme 0.76

_TITLE = re.compile(r".* \(filler (\d+)\)$", re.MULTILINE)


def title(words: Sequence[str], number: int) -> str:
    """What filler is known by."""
    return f"{' '.join(words)} (filler {number})"


def fillers(real: Sequence[Article], start: int, newest: datetime) -> Iterator[Article]:
    """Filler without end, from number ``start`` on, always the same; published in the years up to ``newest``."""
    texts = [np.array(article.text.split()) for article in themes(real)]
    every = np.concatenate(texts)
    number = start
    while True:
        chance = np.random.default_rng(number)
        theme = texts[number % len(texts)]
        words = _drawn(theme, every, int(chance.integers(*LENGTH)), chance)
        yield Article(
            id=f"filler-{number}",
            title=title(_drawn(theme, every, 8, chance), number),
            text=_written(words),
            source=f"Outlet {chance.integers(OUTLETS) + 1}",
            published=newest - timedelta(days=DAYS * float(chance.random())),
        )
        number += 1


def themes(real: Sequence[Article]) -> list[Article]:
    """The articles that filler is about, evenly thinned."""
    able = [article for article in real if article.text.split()]
    return able[:: -(-len(able) // THEMES)]


def newest(real: Sequence[Article]) -> datetime:
    """When the last of the articles was published."""
    return max((article.published for article in real if article.published), default=datetime(2026, 1, 1, tzinfo=UTC))


def _drawn(theme: np.ndarray, every: np.ndarray, count: int, chance: np.random.Generator) -> list[str]:
    thematic = chance.random(count) < THEMATIC
    own, other = theme[chance.integers(len(theme), size=count)], every[chance.integers(len(every), size=count)]
    drawn: list[str] = np.where(thematic, own, other).tolist()
    return drawn


def _written(words: Sequence[str]) -> str:
    sentences = [words[at : at + SENTENCE] for at in range(0, len(words), SENTENCE)]
    return "\n".join(" ".join(sentence).rstrip(".,;:").capitalize() + "." for sentence in sentences)


class FillerEmbedder:
    """The real model for real texts, and for filler a vector near that of its theme, since a million would take hours.

    ``seconds`` is the time that it has taken so far, ``made`` and ``real`` how many texts of each kind.
    """

    def __init__(self, embedder: Embedder, real: Sequence[Article], known: Path) -> None:
        """``known`` is a file that the themes' vectors are kept in."""
        self.embedder = embedder
        self.known = known
        self.themes = [f"{article.title}\n{article.text[:900]}" for article in themes(real)]
        self.seconds = 0.0
        self.real = self.made = 0

    @property
    def fingerprint(self) -> str:
        """Not the real model's: nobody should take the library for one with real vectors."""
        return f"filler/{self.embedder.fingerprint}"

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length a text, in order."""
        began = perf_counter()
        numbers = [int(found[1]) if (found := _TITLE.match(text)) else -1 for text in texts]
        real = [at for at, number in enumerate(numbers) if number < 0]
        filler = [at for at, number in enumerate(numbers) if number >= 0]
        embedded = self.embedder.embed([texts[at] for at in real])
        vectors = np.zeros((len(texts), embedded.shape[1]), dtype=np.float32)
        vectors[real] = embedded
        if filler:
            vectors[filler] = self._made([texts[at] for at in filler], [numbers[at] for at in filler])
        self.seconds += perf_counter() - began
        self.real += len(real)
        self.made += len(filler)
        return vectors

    @cached_property
    def _centres(self) -> Vectors:
        if not self.known.exists():
            np.save(self.known, self.embedder.embed(self.themes))
        centres: Vectors = np.load(self.known)
        return centres

    def _made(self, texts: Sequence[str], numbers: Sequence[int]) -> Vectors:
        count, dim = self._centres.shape
        chance = np.random.default_rng([zlib.crc32(text.encode()) for text in texts])
        theme = self._centres[np.array(numbers) % count]
        other = self._centres[chance.integers(count, size=len(texts))]
        noise = chance.normal(size=(len(texts), dim)) / np.sqrt(dim)
        mixed = sum(weight * part for weight, part in zip(NEARNESS, (theme, other, noise), strict=True))
        vectors: Vectors = (mixed / np.linalg.norm(mixed, axis=1, keepdims=True)).astype(np.float32)
        return vectors
