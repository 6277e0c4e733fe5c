"""A conversation given away: as Markdown, as a page that needs nothing else, and as JSON; with every citation.

``since`` tells of each exchange what became of the articles that it cites; where it is shorter, nothing is told.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING

from bot.change import Change, in_a_sentence
from bot.conversations.kept import Exchange, Kept
from bot.plain import ABRIDGED, UNTITLED, coverage_lines, day, json_values, sides_line
from bot.types import Answer, Citation

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATE = Path(__file__).parent / "conversation.html"
NO_ANSWER = "There is no answer."
STRUCK = "Not borne out by the articles"

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LINES = re.compile(r"\s*\n\s*")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")


Since = Sequence[Sequence[Change]]


def as_markdown(kept: Kept, since: Since = ()) -> str:
    """The conversation as Markdown. What comes from readers, models and articles stays text."""
    exchanges = zip(kept.exchanges, _each(since), strict=False)
    parts = [f"# {plain(kept.title)}", *(exchange_markdown(exchange, told) for exchange, told in exchanges)]
    return "\n\n".join(parts) + "\n"


def exchange_markdown(exchange: Exchange, since: Sequence[Change] = ()) -> str:
    """A question, its answer with numbers, the numbered sources with what was quoted of them, and their fate."""
    answer = exchange.answer
    parts = [f"## {plain(exchange.question)}"]
    if answer is None:
        return "\n\n".join([*parts, plain(exchange.problem) or NO_ANSWER])
    parts += [_prose(answer), plain(answer.notice), plain(sides_line(answer))]
    if answer.refusal:
        parts.append(plain(coverage_lines(answer.refusal)))
    parts += [f"~~{plain(struck.text)}~~ ({STRUCK})" for struck in answer.struck]
    parts.append("\n".join(_source(citation) for citation in answer.citations))
    parts += [plain(in_a_sentence(change)) for change in since]
    return "\n\n".join(part for part in parts if part)


def as_json(kept: Kept, since: Since = ()) -> str:
    """Every field of it by its name, as everywhere else, and of each exchange ``since``."""
    values = json_values(kept)
    values.pop("shared")
    for exchange, told in zip(values["exchanges"], _each(since), strict=False):
        exchange["since"] = json_values(tuple(told))
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def as_html(kept: Kept, since: Since = ()) -> str:
    """A page that shows the conversation and needs nothing else: no script, no picture, no other file."""
    return _template().render(
        kept=kept,
        since=[list(map(in_a_sentence, told)) for told, _ in zip(_each(since), kept.exchanges, strict=False)],
        day=day,
        sides_line=sides_line,
        untitled=UNTITLED,
        abridged=ABRIDGED,
        no_answer=NO_ANSWER,
        struck=STRUCK,
    )


def _each(since: Since) -> Iterator[Sequence[Change]]:
    """What is told of each exchange, without end."""
    return chain(since, repeat(()))


FORMATS: dict[str, tuple[str, Callable[[Kept, Since], str]]] = {
    "md": ("text/markdown", as_markdown),
    "html": ("text/html", as_html),
    "json": ("application/json", as_json),
}
"""By the ending of the file's name: its media type, and what writes it."""


def file_name(kept: Kept, ending: str) -> str:
    """The title made into a name that every file system takes."""
    kept_as = "".join(letter if _names_a_file(letter) else "-" for letter in kept.title)
    words = re.sub("-+", "-", kept_as).strip("-")[:60].strip("-")
    return f"{words or 'conversation'}.{ending}"


def _names_a_file(letter: str) -> bool:
    """Letters and digits of every script, with the marks that many scripts write vowels with."""
    return letter.isalnum() or letter == "_" or unicodedata.category(letter).startswith("M")


def plain(words: str) -> str:
    """Words that Markdown shows as they are."""
    lines = (_LIST.sub(r"\1\\\2\3", _SPECIAL.sub(r"\\\1", line)) for line in words.splitlines())
    return "\n".join(line.strip() for line in lines)


def _prose(answer: Answer) -> str:
    if answer.refusal:
        return plain(answer.refusal.reason)
    said = ""
    for sentence in answer.sentences:
        if sentence.heading:
            said += f"\n\n**{plain(sentence.heading)}**\n\n"
        marks = "".join(f" [{number}]" for number in sentence.citations)
        said += f"{_one_line(sentence.text)}{marks}{f' ({plain(sentence.doubt)})' if sentence.doubt else ''} "
    return said.strip()


def _source(citation: Citation) -> str:
    article = citation.article
    told = (article.source, article.author, day(article.published), ABRIDGED if article.abridged else "")
    known = (_one_line(part) for part in told if part)
    named = ", ".join((f"**{_one_line(article.title or UNTITLED)}**", *known))
    address = f" — {plain(article.url)}" if article.url else ""
    return f"{citation.number}. {named}{address}\n   > {_one_line(citation.quote)}"


def _one_line(words: str) -> str:
    return _LINES.sub(" ", plain(words))


def _template() -> Template:
    from jinja2 import Environment

    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
        TEMPLATE.read_text(encoding="utf-8")
    )
