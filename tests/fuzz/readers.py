"""Throw what no program makes at the readers: ``python -m tests.fuzz.readers .pdf -max_total_time=60``.

Needs ``pip install atheris``, which is no requirement of the project. The rest of the command line goes to libFuzzer.
A reader may give articles, failures or ``UnreadableFile``: any other exception, and any input that takes longer than
20 seconds or more than 2 GB, is a finding and is written to the folder the command runs in. What the readers start from
is in ``seeds.py``.
"""

from __future__ import annotations

import sys
import tempfile
from io import BytesIO
from pathlib import Path

import atheris
import trafilatura  # noqa: F401 - before the clock runs

with atheris.instrument_imports(include=["vectorstore", "pypdf", "mammoth"]):
    from tests.fuzz.seeds import PARTS, STARTS, WORDS
    from vectorstore.normalise import normalise
    from vectorstore.readers.kinds import contents, files_in
    from vectorstore.readers.source import Found, Source


def read(kind: str, data: bytes) -> None:
    """Read one input, and hold what comes of it to what every article promises."""
    data = whole(kind, data)
    for file in files_in(Source(path=Path(f"a{kind}"), member=lambda: BytesIO(data))):
        for found in contents(file) if isinstance(file, Source) else ():
            if isinstance(found, Found):
                article = found.article
                assert article.text
                assert article.text == normalise(article.text)
                assert "\n" not in article.title + article.author + article.source + article.url


def whole(kind: str, data: bytes) -> bytes:
    """The file that an input stands for: one that begins with an odd byte goes into a part, which that byte names."""
    if data[:1] and data[0] % 2:
        parts = PARTS[kind]
        return parts[data[0] // 2 % len(parts)].into(data[1:].decode("utf-8", "replace"))
    return data[1:]


def starts(kind: str) -> list[bytes]:
    """The inputs to begin with."""
    parts = [bytes([2 * number + 1]) + part.start.encode() for number, part in enumerate(PARTS[kind])]
    return [b"\x00" + start for start in STARTS[kind]] + parts


def main() -> None:
    """Fuzz the kind named first."""
    kind = sys.argv.pop(1)
    with tempfile.TemporaryDirectory() as folder:
        corpus, words = Path(folder, "corpus"), Path(folder, "words")
        corpus.mkdir()
        for number, start in enumerate(starts(kind)):
            (corpus / f"start{number}").write_bytes(start)
        words.write_text("".join(f'"{escaped(word)}"\n' for word in WORDS))
        options = ["-timeout=20", "-rss_limit_mb=2000", "-max_len=20000", "-keep_seed=1", f"-dict={words}"]
        atheris.Setup([sys.argv[0], *options, *sys.argv[1:], str(corpus)], lambda data: read(kind, data))
        atheris.Fuzz()


def escaped(word: str) -> str:
    """As libFuzzer reads it."""
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


if __name__ == "__main__":
    main()
