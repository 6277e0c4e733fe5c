"""Hard negatives by shared rare words: passages a word search would confuse with the right one."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """Lower-case words in order."""
    return WORD.findall(text.lower())


class WordIndex:
    """An inverted index scored by summed inverse document frequency of the words shared.

    Words in more than one passage in twenty (and in at least 50) are left out: they cost most and tell least.
    """

    def __init__(self, passages: Sequence[str]) -> None:
        self.passages = passages
        postings: defaultdict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(passages):
            for word in sorted(set(words(passage))):
                postings[word].append(number)
        limit = max(50, len(passages) // 20)
        self._postings = {word: found for word, found in postings.items() if len(found) <= limit}

    def nearest(self, text: str) -> list[int]:
        """Numbers of the passages that share a rare word with ``text``, best first; ties by number."""
        scores: defaultdict[int, float] = defaultdict(float)
        for word in sorted(set(words(text))):
            found = self._postings.get(word, ())
            for number in found:
                scores[number] += math.log(1 + len(self.passages) / len(found))
        return sorted(scores, key=lambda number: (-scores[number], number))


def holds_any(passage: str, answers: Iterable[str]) -> bool:
    """Whether an answer occurs in the passage, case aside: such a passage is no safe negative."""
    lowered = passage.lower()
    return any(answer.lower() in lowered for answer in answers)
