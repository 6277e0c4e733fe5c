"""An answer as text with numbered sources, and as plain JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from bot.types import Answer, Citation, Refusal
from vectorstore.types import Headline

UNTITLED = "Untitled"
OUTLETS_NAMED = 3


def as_text(answer: Answer) -> str:
    """The answer, a line about how it was made if there is one, and a numbered line for each source."""
    parts = [answer.text, answer.notice]
    if answer.refusal:
        parts.append(coverage_lines(answer.refusal))
    parts.append("\n".join(_numbered(citation) for citation in answer.citations))
    return "\n\n".join(part for part in parts if part)


def as_dict(answer: Answer) -> dict[str, Any]:
    """Every field by its name, and ``text``. Instants are ISO 8601 in UTC, what is not known is null."""
    values: dict[str, Any] = json_values(answer)
    return {"text": answer.text, **values}


def json_values(value: Any) -> Any:
    """Records as objects, sequences as arrays, instants and enumerations as strings."""
    if is_dataclass(value):
        return {field.name: json_values(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): json_values(held) for key, held in value.items()}
    if isinstance(value, tuple | list):
        return [json_values(item) for item in value]
    return value


def source_line(headline: Headline) -> str:
    """Outlet, title and day, as far as they are known: ``The Courier, 24 November 2026: Old bridge stays open``."""
    known = ", ".join(part for part in (headline.source, day(headline.published)) if part)
    title = headline.title or UNTITLED
    return f"{known}: {title}" if known else title


def coverage_lines(refusal: Refusal) -> str:
    """What the articles do cover, and the closest headlines, a line each."""
    lines = [f"The library holds {covered(refusal.articles, refusal.sources, refusal.earliest, refusal.latest)}."]
    if refusal.closest:
        lines += ["Closest:", *(f"- {source_line(headline)}" for headline in refusal.closest)]
    return "\n".join(lines)


def covered(articles: int, sources: tuple[str, ...], earliest: datetime | None, latest: datetime | None) -> str:
    """How many articles, of which outlets, from when to when: ``2 articles · The Courier · 3 May 2026``."""
    parts = [f"{articles:,} {'article' if articles == 1 else 'articles'}", outlets(sources), span(earliest, latest)]
    return " · ".join(part for part in parts if part)


def outlets(sources: tuple[str, ...]) -> str:
    """The outlets by name if they are few, else how many."""
    return ", ".join(sources) if len(sources) <= OUTLETS_NAMED else f"{len(sources):,} outlets"


def span(earliest: datetime | None, latest: datetime | None) -> str:
    """A stretch of days; a single day if it begins and ends on it."""
    first, last = day(earliest), day(latest)
    return first if first == last else f"{first} – {last}"


def day(instant: datetime | None) -> str:
    """``24 November 2026``; empty when it is not known."""
    return f"{instant.day} {instant:%B %Y}" if instant else ""


def _numbered(citation: Citation) -> str:
    lines = [f"[{citation.number}] {source_line(citation.article)}", f"“{citation.quote}”", citation.article.url]
    return "\n    ".join(line for line in lines if line)
