"""An answer as text with numbered sources, and as plain JSON values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from bot.types import Answer, Citation, Refusal, Sentence, Told, marked
from bot.written import Struck
from vectorstore.types import Headline, Story

UNTITLED = "Untitled"
ABRIDGED = "only the feed’s summary"
OUTLETS_NAMED = 3
COUNTS = "one two three four five six seven eight nine ten".split()
NEAREST = "The nearest they come:"


def as_text(answer: Answer) -> str:
    """The answer, a line about how it was made if there is one, and a numbered line for each source."""
    parts = [
        prose(answer),
        answer.notice,
        sides_line(answer),
        *(struck_line(struck) for struck in answer.struck),
    ]
    if answer.refusal:
        parts.append(coverage_lines(answer.refusal))
    parts.append("\n".join(_numbered(citation) for citation in answer.citations))
    return "\n\n".join(part for part in parts if part)


def prose(answer: Answer) -> str:
    """What an answer says, with its markers; headings, if there are any, stand on lines of their own.

    ``as_text`` begins with it, and as an answer grows it only gets longer.
    """
    if answer.refusal:
        return answer.text
    parts = ((heading, " ".join(map(marked, sentences))) for heading, sentences in paragraphs(answer.sentences))
    return "\n".join(line for part in parts for line in part if line)


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


def sides_line(answer: Answer) -> str:
    """Which outlets give what, and when, where several do; empty where one does.

    ``The articles differ: 12 in three outlets (Gazette, 3 May 2026; …); 15 in one (Evening Post, 3 May 2026).``
    ``Two outlets agree: 12 (Gazette, 3 May 2026; The Courier, 4 May 2026).``
    """
    if answer.differing:
        count = _in_outlets if any(told.also for told in answer.differing) else _alone
        return f"The articles differ: {'; '.join(map(count, answer.differing))}."
    if answer.agreeing:
        told = answer.agreeing
        return f"{_count(told).capitalize()} outlets agree: {_alone(told)}."
    return ""


def _in_outlets(told: Told) -> str:
    return f"{told.words} in {_count(told)}{' outlets' if told.also else ''} ({_outlets_and_days(told)})"


def _alone(told: Told) -> str:
    return f"{told.words} ({_outlets_and_days(told)})"


def _count(told: Told) -> str:
    return COUNTS[len(told.also)] if len(told.also) < len(COUNTS) else str(len(told.also) + 1)


def _outlets_and_days(told: Told) -> str:
    articles = sorted(
        (told.article, *told.also), key=lambda one: (one.published is None, one.published or datetime.min)
    )
    return "; ".join(map(outlet_and_day, articles))


def outlet_and_day(headline: Headline) -> str:
    """``The Courier, 24 November 2026``, as far as they are known; the title when neither is."""
    return ", ".join(part for part in (headline.source, day(headline.published)) if part) or headline.title or UNTITLED


def paragraphs(sentences: Sequence[Sentence]) -> list[tuple[str, list[Sentence]]]:
    """Sentences in order, cut before each that has a heading, with that heading; it is empty where there is none."""
    found: list[tuple[str, list[Sentence]]] = []
    for sentence in sentences:
        if sentence.heading or not found:
            found.append((sentence.heading, []))
        found[-1][1].append(sentence)
    return found


def source_line(headline: Headline) -> str:
    """Outlet, title and day, as far as they are known: ``The Courier, 24 November 2026: Old bridge stays open``."""
    known = ", ".join(part for part in (headline.source, day(headline.published)) if part)
    title = f"{headline.title or UNTITLED}{f' ({ABRIDGED})' if headline.abridged else ''}"
    return f"{known}: {title}" if known else title


def copies_line(article: Headline, story: Story | None) -> str:
    """Who else told an article's story: ``Also in 2 other outlets; first in Harbour Times, 3 March 2026.``

    Empty when nobody did. Other articles are counted when no other outlet is known.
    """
    if story is None:
        return ""
    others = sum(outlet.casefold() != article.source.casefold() for outlet in story.outlets)
    count, what = (others, "outlet") if others else (story.articles - 1, "article")
    return f"Also in {count:,} other {what}{'' if count == 1 else 's'}{_first(article, story.earliest)}."


def struck_line(struck: Struck) -> str:
    """A sentence that no article bears out, struck through and labelled as what it is."""
    missing = f" ({', '.join(struck.missing)})" if struck.missing else ""
    return f"Not borne out by the articles{missing}: ~~{struck.text}~~"


def coverage_lines(refusal: Refusal) -> str:
    """The nearest thing that the articles say, what they do cover, and the closest headlines, a line each."""
    lines = []
    if refusal.nearest:
        lines = [f"{NEAREST} “{refusal.nearest.text}”", f"({source_line(refusal.nearest.article)})"]
    lines += [f"The library holds {covered(refusal.articles, refusal.sources, refusal.earliest, refusal.latest)}."]
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


def _first(article: Headline, earliest: Headline | None) -> str:
    """Nothing when no date is known, or another article is just as early."""
    if earliest is None:
        return ""
    if earliest.id == article.id:
        return "; first here"
    if earliest.published == article.published:
        return ""
    return f"; first {f'in {earliest.source}, ' if earliest.source else 'on '}{day(earliest.published)}"


def _numbered(citation: Citation) -> str:
    lines = [
        f"[{citation.number}] {source_line(citation.article)}",
        f"“{citation.quote}”",
        citation.article.url,
        copies_line(citation.article, citation.story),
    ]
    return "\n    ".join(line for line in lines if line)
