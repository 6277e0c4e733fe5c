"""Throw what no program makes at the readers: ``python -m tests.fuzz.readers .pdf -max_total_time=60``.

Needs ``pip install atheris``, which is no requirement of the project. The rest of the command line goes to libFuzzer.
A reader may give articles, failures or ``UnreadableFile``: any other exception, and any input that takes longer than
20 seconds or more than 2 GB, is a finding and is written to the folder the command runs in.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import atheris
import trafilatura  # noqa: F401 - before the clock runs

with atheris.instrument_imports(include=["vectorstore", "pypdf", "mammoth"]):
    from tests.vectorstore.readers import files
    from vectorstore.normalise import normalise
    from vectorstore.readers.kinds import contents, files_in
    from vectorstore.readers.source import Found, Source

PAGE = f"<html><head><title>Bridge</title></head><body><article><h1>A</h1><p>{files.TEXT}</p></article></body></html>"
RECORD = '{"title": "Bridge", "text": "It voted.", "published": "2023-10-20", "author": ["Jane Doe"]}'
SEEDS: dict[str, bytes] = {
    ".txt": b"Bridge\nBy Jane Doe, The Courier | 20 October 2023\n\nReuters - The council voted.\n",
    ".md": b"---\ntitle: Bridge\ntags: [a, b]\n---\n# Bridge\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- *a*\n\n<b>x</b>\n",
    ".html": PAGE.encode(),
    ".json": f"[{RECORD}]".encode(),
    ".jsonl": f"{RECORD}\n{RECORD}\n".encode(),
    ".csv": b'title;text;published\nBridge;"It ""voted"".";2023-10-20\n',
    ".mhtml": files.saved_page(PAGE, "https://example.org/a", "=?utf-8?q?Br=C3=BCcke?="),
    ".eml": files.message(PAGE, "It voted.", subject="Bridge", attached={"a.pdf": b"x"}),
    ".pdf": files.pdf([["Bridge", "It voted."], ["And so on."]], info="/Title (Bridge)"),
    ".docx": files.docx("Bridge", "It voted.", title="Bridge"),
    ".epub": files.epub({"a.xhtml": files.chapter("Bridge")}, "<dc:title>Book</dc:title>"),
    ".zip": files.packed({"a.txt": "Bridge\n\nIt voted.", "b.zip": files.packed({"c.html": PAGE})}),
}
PARTS: dict[str, Callable[[str], bytes]] = {
    ".docx": lambda xml: files.docx("Bridge", xml=xml),
    ".epub": lambda xml: files.epub({"a.xhtml": files.chapter("Bridge", f"{files.TEXT}{xml}")}, metadata=xml),
    ".pdf": lambda text: files.assembled(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< >>",
            "<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            files.stream(text.encode("utf-8", "surrogatepass")),
        ]
    ),
}
"""Kinds that are packed: half of the inputs go into what is packed, or no mutation would ever reach it."""


def read(kind: str, data: bytes) -> None:
    """Read one input, and hold what comes of it to what every article promises."""
    if kind in PARTS and data[:1] and data[0] % 2:
        data = PARTS[kind](data[1:].decode("utf-8", "replace"))
    for file in files_in(Source(path=Path(f"a{kind}"), member=lambda: BytesIO(data))):
        for found in contents(file) if isinstance(file, Source) else ():
            if isinstance(found, Found):
                article = found.article
                assert article.text
                assert article.text == normalise(article.text)
                assert "\n" not in article.title + article.author + article.source + article.url


def main() -> None:
    """Fuzz the kind named first."""
    kind = sys.argv.pop(1)
    with tempfile.TemporaryDirectory() as corpus:
        Path(corpus, "seed").write_bytes(SEEDS[kind])
        if kind in PARTS:
            Path(corpus, "part").write_bytes(
                b"\x01" + b"BT /F1 12 Tf (It voted.) Tj ET <w:p><w:r><w:t>It</w:t></w:r></w:p>"
            )
        arguments = [sys.argv[0], "-timeout=20", "-rss_limit_mb=2000", "-max_len=20000", *sys.argv[1:], corpus]
        atheris.Setup(arguments, lambda data: read(kind, data))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
