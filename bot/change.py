"""Whether articles say what they said when they were cited.

A citation pins the version that it quotes, and every version is kept, so an answer can be held against the articles
as they are now, however old it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.difference import Edit, difference, marked
from bot.plain import day, source_line
from bot.types import Answer, Citation
from vectorstore.errors import NoSuchArticle
from vectorstore.following import store
from vectorstore.library import Library
from vectorstore.types import Article, Headline

_SPOKEN = {"title": "title", "url": "address", "source": "outlet", "author": "author", "published": "date"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An article that is not what it was when it was cited, or no longer where it came from.

    ``difference`` is of the text; nothing when the text is the same, or one of the two is no longer there.
    """

    article: Headline  # as cited
    present: Headline | None  # None when it was removed
    citations: tuple[int, ...]  # the numbers of those that quote it
    unsaid: tuple[int, ...]  # the numbers of those whose words it no longer says
    told: tuple[str, ...]  # what is told of it otherwise now: title, url, source, author, published
    difference: tuple[Edit, ...]
    gone: datetime | None = None  # since when it is known to be gone from where it came from; its text is kept


def changed(said: Answer | Citation | Iterable[Citation], library: Library) -> tuple[Change, ...]:
    """The articles that were changed or removed since they were cited, or are gone from where they came from, in order.

    None when all is as it was.
    """
    cited = _citations(said)
    ids = dict.fromkeys((citation.article.id, citation.article.version) for citation in cited)
    groups = {key: [one for one in cited if (one.article.id, one.article.version) == key] for key in ids}
    found = (_change(citations, library) for citations in groups.values())
    return tuple(change for change in found if change)


def in_words(change: Change) -> str:
    """What became of the article, in a sentence, and what it says differently: ~~before~~ **now**."""
    return "\n".join(part for part in (in_a_sentence(change), marked(change.difference)) if part)


def in_a_sentence(change: Change) -> str:
    """What became of the article, without a word of what it says now."""
    name = f"{_numbers(change.citations)} {source_line(change.article)}"
    if change.present is None:
        return f"{name}: it was removed from the library since."
    gone = f" It is no longer where it came from, since {day(change.gone)}; its text is kept." if change.gone else ""
    if not (change.told or change.unsaid or change.difference) and change.present.version == change.article.version:
        return f"{name}:{gone}"
    told = f" It has another {' and another '.join(map(_SPOKEN.__getitem__, change.told))}." if change.told else ""
    unsaid = f" It no longer says what {_numbers(change.unsaid)} quotes." if change.unsaid else ""
    versions = f"version {change.article.version} was cited, this is version {change.present.version}"
    return f"{name}: it was changed since ({versions}).{told}{unsaid}{gone}"


def retold(before: Headline, now: Headline) -> tuple[str, ...]:
    """What is told of an article otherwise: title, url, source, author, published."""
    return tuple(name for name in _SPOKEN if getattr(now, name) != getattr(before, name))


def _numbers(numbers: Sequence[int]) -> str:
    return " ".join(f"[{number}]" for number in numbers)


def _citations(said: Answer | Citation | Iterable[Citation]) -> list[Citation]:
    if isinstance(said, Answer):
        return list(said.citations)
    return [said] if isinstance(said, Citation) else list(said)


def _change(citations: Sequence[Citation], library: Library) -> Change | None:
    """What became of the article that all of these quote, in the same version."""
    article = citations[0].article
    now = _article(library, article.id, None)
    gone = _gone(library, now.id) if now else None
    if now and not gone and now.version == article.version and all(_stands(citation, now) for citation in citations):
        return None
    then = _article(library, article.id, article.version)
    pinned = then if then and all(_stands(citation, then) for citation in citations) else None
    return Change(
        article=article,
        present=now.headline if now else None,
        citations=tuple(citation.number for citation in citations),
        unsaid=tuple(citation.number for citation in citations if not now or citation.quote not in now.text),
        told=retold(article, now.headline) if now else (),
        difference=difference(pinned.text, now.text) if now and pinned and now.text != pinned.text else (),
        gone=gone,
    )


def _article(library: Library, id: str, version: int | None) -> Article | None:
    try:
        return library.article(id, version)
    except NoSuchArticle:
        return None


def _gone(library: Library, id: str) -> datetime | None:
    with library.catalog.database.reading() as connection:
        return store.gone(connection, [id]).get(id)


def _stands(citation: Citation, article: Article) -> bool:
    """Whether the quote is where it is said to be: another article may have come under the same id."""
    return article.text[citation.start : citation.end] == citation.quote
