"""Markdown: front matter for what is told about the article, the words of the rest without its signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from vectorstore.readers.decode import decode
from vectorstore.readers.html_file import text_of
from vectorstore.readers.source import Found, Source
from vectorstore.readers.text_file import article_told_of
from vectorstore.types import Article, Failure

PIECE = 30_000  # characters parsed at once, so that memory stays bounded
HEAD = 12  # tokens, about four blocks, that keep their line ends: they may hold a line with the date or the author

_FRONT = re.compile(r"\A---[ \t]*\n(?P<front>(?:(?!---).*\n){0,100}?)---[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"^(\w+)[ \t]*:[ \t]*(.+)$", re.MULTILINE)
_HIDDEN = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_QUOTES = "'\" \t"


def read_markdown(source: Source) -> Iterator[Found | Failure]:
    """The article in a file."""
    yield Found(source.place, article_in(decode(source.content())), alone=True)


def article_in(text: str) -> Article:
    """The article in a Markdown text. Its front matter may give every field of a record but the text.

    Raises:
        UnreadableFile: it holds no text.
    """
    text = text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    body = "\n\n".join(_blocks(text[front.end() :] if front else text))
    return article_told_of(_fields(front["front"] if front else ""), body)


def _fields(front: str) -> dict[str, str]:
    return {name: _value(value) for name, value in _FIELD.findall(front)}


def _value(value: str) -> str:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(part.strip(_QUOTES) for part in value[1:-1].split(","))
    return value.strip(_QUOTES)


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs, headings, list items, rows of tables and code, each as plain text."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for number, (start, end) in enumerate(pieces(text)):
        tokens = parser.parse(text[start:end])
        row: list[str] | None = None
        for at, token in enumerate(tokens):
            match token.type:
                case "tr_open":
                    row = []
                case "tr_close":
                    yield " | ".join(row or [])
                    row = None
                case "inline":
                    words = _words(token.children or [], "\n" if number == 0 and at < HEAD else " ")
                    if row is None:
                        yield words
                    else:
                        row.append(words)
                case "fence" | "code_block":
                    yield token.content
                case "html_block":
                    yield text_of(token.content)


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Offsets that cut a text into pieces of at most ``PIECE`` characters, at blank lines where there are any."""
    start = 0
    while len(text) - start > PIECE:
        blank = text.rfind("\n\n", start, start + PIECE)
        end = blank if blank > start else start + PIECE
        yield start, end
        start = end
    yield start, len(text)


def _words(tokens: Sequence[Token], line_end: str) -> str:
    """The words of a line of tokens: of a link its text, of a picture nothing, of a script nothing."""
    words: list[str] = []
    hidden = False
    for token in tokens:
        if token.type == "html_inline":
            hidden = _HIDDEN.match(token.content) is not None
        elif token.type in ("text", "code_inline") and not hidden:
            words.append(token.content)
        elif token.type == "softbreak":
            words.append(line_end)
        elif token.type == "hardbreak":
            words.append("\n")
    return "".join(words)
