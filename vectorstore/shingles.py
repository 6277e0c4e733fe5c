"""What copies are recognised by: the shingles of a text, and keys of which near-copies share some.

A shingle is five words in a row, as a number. Two reports of one event in different words share next to none
(at most 2 in 100 in the bundled set), a copy shares nearly all.
"""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from datasketch import MinHash

Shingles = NDArray[np.uint64]
"""``(n,)`` uint64, each once, ascending."""

LENGTH = 5  # words in a shingle
FEWEST = 20  # shingles; what is shorter may well be a stock phrase

BANDS, ROWS = 64, 2
"""So two texts of which a share ``s`` of all their shingles is in both have a key in common with a probability of
``1 - (1 - s**2)**64``: .93 when it is a fifth, .99 from a quarter on."""

OF_SHORTER, OF_LONGER = 2 / 3, 1 / 4
"""How much of the shorter and of the longer text is in both when they tell the same story.

Of the shorter, two thirds: a copy that was cut, added to, or built into a longer report keeps more, while a daily
round-up that repeats its frame shares up to .64 with the last one (measured on 773 news articles). Of the longer, a
quarter: a digest of many stories is none of them, and does not make them one.
"""

_WORD = re.compile(r"\w+")
_ODD = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)


def shingles(text: str) -> Shingles:
    """The shingles of a text, whatever its case and punctuation; none if there are fewer than ``FEWEST``."""
    hashed = [zlib.crc32(word.encode()) for word in _WORD.findall(text.casefold())]
    count = len(hashed) - LENGTH + 1
    if count < FEWEST:
        return np.empty(0, dtype=np.uint64)
    words = np.array(hashed, dtype=np.uint64)
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(LENGTH):
        mixed = (mixed ^ words[place : place + count]) * _ODD
        mixed ^= mixed >> _HALF
    return np.unique(mixed)


def band_keys(shingles: Shingles) -> list[int]:
    """The ``BANDS`` keys of a text, each a pair of MinHash values (Broder, SEQUENCES 1997); none of no shingles.

    They are stored, so they must not change with the version of anything.
    """
    if not len(shingles):
        return []
    signature = _blank().copy()
    signature.update_batch(shingles >> _HALF)
    pairs = signature.hashvalues.astype(np.uint64).reshape(BANDS, ROWS)
    return [int(key) for key in (pairs[:, 0] << _HALF | pairs[:, 1]).view(np.int64)]


def same_story(one: Shingles, other: Shingles) -> bool:
    """Whether enough of each is in both."""
    shorter, longer = sorted((len(one), len(other)))
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shorter > 0 and shared >= OF_SHORTER * shorter and shared >= OF_LONGER * longer


@lru_cache(maxsize=1)
def _blank() -> MinHash:
    from datasketch import MinHash

    return MinHash(num_perm=BANDS * ROWS, seed=1, hashfunc=int, scheme="affine32")
