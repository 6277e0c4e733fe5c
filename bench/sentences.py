"""Measure sentence splitters: which of ``bench/sentences.txt`` they get right, and how fast they are.

    pip install sentencex syntok pysbd blingfire
    python bench/sentences.py

Only what is installed is measured. A case is right when it is cut exactly as written. ``-v`` shows what is not right.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

Splitter = Callable[[str, str], list[str]]  # language and text -> sentences

CASES = Path(__file__).with_suffix(".txt")
SPEED = 2_000_000  # characters


def sentencex() -> Splitter:
    """It is told the language."""
    from sentencex import segment

    return lambda language, text: segment(language, text)


def sentencex_as_english() -> Splitter:
    """It is told that everything is English."""
    from sentencex import segment

    return lambda _, text: segment("en", text)


def ours() -> Splitter:
    """What ArticleBot uses."""
    from vectorstore.sentences import sentence_spans

    return lambda _, text: [text[start:end] for start, end in sentence_spans(text)]


def syntok() -> Splitter:
    """It finds out the language."""
    from syntok.segmenter import analyze

    def split(_: str, text: str) -> list[str]:
        return [
            "".join(token.spacing + token.value for token in sentence)
            for paragraph in analyze(text)
            for sentence in paragraph
        ]

    return split


def pysbd() -> Splitter:
    """It is told the language where it knows it."""
    from pysbd import Segmenter
    from pysbd.languages import LANGUAGE_CODES

    made = {language: Segmenter(language=language, clean=False) for language in LANGUAGE_CODES}
    return lambda language, text: made[language if language in made else "en"].segment(text)


def blingfire() -> Splitter:
    """It knows of no languages."""
    from blingfire import text_to_sentences

    return lambda _, text: text_to_sentences(text).split("\n")


SPLITTERS = {
    "sentencex": ("sentencex", sentencex),
    "sentencex, told English": ("sentencex", sentencex_as_english),
    "syntok": ("syntok", syntok),
    "pysbd": ("pysbd", pysbd),
    "blingfire": ("blingfire", blingfire),
    "vectorstore.sentences": ("sentencex", ours),
}


def cases() -> Iterator[tuple[str, list[str]]]:
    """Language and sentences of each case."""
    language = "en"
    for block in re.split(r"\n\n+", CASES.read_text(encoding="utf-8").strip()):
        lines = block.split("\n")
        named = [line[2:] for line in lines if re.fullmatch(r"# [a-z]{2}", line)]
        language = named[-1] if named else language
        sentences = [line for line in lines if not line.startswith("#")]
        if sentences:
            yield language, sentences


def right(split: Splitter, language: str, sentences: list[str]) -> bool:
    """Whether a case is cut exactly as written."""
    cut = split(language, " ".join(sentences))
    return [sentence.strip() for sentence in cut if sentence.strip()] == sentences


def characters_a_second(split: Splitter) -> float:
    """On English paragraphs of a few sentences, one call each; in seconds of this process, whatever else runs."""
    paragraphs = [" ".join(sentences) for language, sentences in cases() if language == "en"]
    again = SPEED // sum(map(len, paragraphs))
    started = time.process_time()
    for _ in range(again):
        for paragraph in paragraphs:
            split("en", paragraph)
    return again * sum(map(len, paragraphs)) / (time.process_time() - started)


def main() -> None:
    """Print the table of ``docs/sentences.md``."""
    rows = list(cases())
    english = [row for row in rows if row[0] == "en"]
    other = [row for row in rows if row[0] != "en"]
    print(f"| splitter | version | English, of {len(english)} | other, of {len(other)} | million characters/s |")
    print("|---|---|---|---|---|")
    for name, (package, make) in SPLITTERS.items():
        if find_spec(package) is None:
            continue
        split = make()
        scores = [sum(right(split, *row) for row in part) for part in (english, other)]
        speed = characters_a_second(split) / 1e6
        print(f"| {name} | {version(package)} | {scores[0]} | {scores[1]} | {speed:.2f} |", flush=True)
        if "-v" in sys.argv:
            for row in rows:
                if not right(split, *row):
                    print("   ", [s.strip() for s in split(row[0], " ".join(row[1]))])


if __name__ == "__main__":
    main()
