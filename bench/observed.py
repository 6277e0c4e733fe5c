"""What is seen of the made claims that the check of sentences is fitted on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.claims import Row
from bench.families import rows
from bot.checking.features import JUDGED_SIGNS, SIGNS
from bot.verify import observe_claim
from vectorstore.rerank import JUDGE, PassageReader

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
AT_ONCE = 100  # rows, after which what is seen is kept


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Observed:
    """Claims and what is seen of them: one row of ``data`` each, in the order of ``signs``."""

    rows: Sequence[Row]
    signs: Mapping[str, int]
    data: Floats
    theirs: Flags  # all words of the claim are in the text
    truth: Flags
    share: Floats  # how much each counts

    @property
    def families(self) -> NDArray[np.str_]:
        """The family of each row."""
        return np.array([row.group.split("/")[0] for row in self.rows])


def observed(nli: Path, qa: Path, kept: Path | None, processes: int) -> Observed:
    """What is seen of every row that does not stand in its text word for word, the judge asked.

    What the file ``kept`` has is not looked at again; it is only good for as long as rows and features are the same.
    """
    found = rows(nli, qa)
    seen = _observations(found, kept, processes)
    told = ~np.isnan(seen[:, 0])
    known = [row for row, is_told in zip(found, told, strict=True) if is_told]
    return Observed(
        rows=known,
        signs=JUDGED_SIGNS,
        data=seen[told, :-1],
        theirs=seen[told, -1] == 1,
        truth=np.array([row.supported for row in known]),
        share=_shares(known),
    )


def alone(known: Observed) -> Observed:
    """The same without what the judge makes of them."""
    among = [name in SIGNS for name in known.signs]
    return replace(known, signs=SIGNS, data=known.data[:, among])


def _observations(found: Sequence[Row], kept: Path | None, processes: int) -> Floats:
    """For each row its features and whether all its words are in the text; NaN where it stands there as it is."""
    seen = np.load(kept) if kept and kept.exists() else np.empty((0, len(JUDGED_SIGNS) + 1))
    with ProcessPoolExecutor(processes) as pool:
        for start in range(len(seen), len(found), AT_ONCE):
            seen = np.concatenate([seen, list(pool.map(_observation, found[start : start + AT_ONCE], chunksize=10))])
            if kept:
                np.save(kept, seen)
    return seen


def _observation(row: Row) -> list[float]:
    seen = observe_claim(row.claim, row.text, _judge())
    if seen is None:
        return [np.nan] * (len(JUDGED_SIGNS) + 1)
    features, theirs = seen
    return [*(features[name] for name in JUDGED_SIGNS), float(theirs)]


@cache
def _judge() -> PassageReader:
    return PassageReader.open(JUDGE, threads=1)


def _shares(known: Sequence[Row]) -> Floats:
    """How much each row counts: each family the same, supported and not the same within it."""
    family = [(row.group.split("/")[0], row.supported) for row in known]
    count = Counter(family)
    return np.array([1 / count[key] for key in family])
