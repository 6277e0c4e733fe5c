"""How long a sentence takes to be held against a passage.

    python -m bench.verify_speed

Passages are chunks of the bundled articles; sentences are those of other chunks without every fifth word. The time is
that of this process, whatever else runs. "First": the passage was not seen before; "again": it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from time import process_time

from bot import verify_claim
from bot.evaluate import data
from vectorstore.chunk import split
from vectorstore.sentences import sentence_spans

PASSAGES, SENTENCES = 60, 30


def main() -> None:
    """Print one line."""
    articles = data.load(Path(data.__file__).parent / "bundled").articles
    passages = [chunk.text for article in islice(articles, PASSAGES) for chunk in split(article)][:PASSAGES]
    claims = [shortened(text[start:end]) for text in passages for start, end in sentence_spans(text)[:1]][:SENTENCES]
    verify_claim(claims[0], "The council met.")
    first = measured(claims[:1], passages)
    again = measured(claims[1:], passages)
    size = sum(map(len, passages)) / len(passages)
    print(f"{len(passages)} passages of {size:.0f} characters: first {first:.2f} ms, again {again:.2f} ms a pair")


def measured(claims: Sequence[str], passages: Sequence[str]) -> float:
    """Milliseconds a pair."""
    started = process_time()
    for claim in claims:
        for passage in passages:
            verify_claim(claim, passage)
    return 1000 * (process_time() - started) / (len(claims) * len(passages))


def shortened(sentence: str) -> str:
    """A sentence that stands nowhere word for word."""
    return " ".join(word for place, word in enumerate(sentence.split()) if place % 5)


if __name__ == "__main__":
    main()
