"""The order of the data: an endless row of blocks, each a function of the seed and its number alone."""

import random
from collections.abc import Mapping
from functools import lru_cache

from training.examples import Example
from training.sources import Source


class Mixture:
    """Blocks with a fixed count of examples from each source.

    A source is walked in a new random order each time it is used up, so no row comes twice before all came once.
    """

    def __init__(self, sources: Mapping[str, Source], counts: Mapping[str, int], seed: int) -> None:
        if missing := counts.keys() - sources.keys():
            raise ValueError(f"no such sources: {sorted(missing)}; there are {sorted(sources)}")
        self._sources = sources
        self._counts = counts
        self._seed = seed
        self._order = lru_cache(maxsize=2 * len(counts))(self._shuffled)

    def block(self, number: int) -> list[Example]:
        """The examples of block ``number`` (from 0), sources in order."""
        return [
            self._example(name, number * count + place)
            for name, count in self._counts.items()
            for place in range(count)
        ]

    def _example(self, name: str, place: int) -> Example:
        source = self._sources[name]
        epoch, within = divmod(place, source.size)
        return source.make(self._order(name, epoch)[within], random.Random(f"{self._seed}/{name}/{place}"))

    def _shuffled(self, name: str, epoch: int) -> list[int]:
        order = list(range(self._sources[name].size))
        random.Random(f"{self._seed}/{name}/epoch {epoch}").shuffle(order)
        return order
