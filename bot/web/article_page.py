"""One article of the library, to be read: its text, its versions, where else it is told, and what cites it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from urllib.parse import quote

from bot.change import retold
from bot.difference import Edit, Kind, difference
from bot.plain import UNTITLED, day
from bot.web import text
from bot.web.links import safe_url
from bot.web.shelf import about_html, address_of, sure_html
from bot.web.since import shortened_html
from vectorstore import stories
from vectorstore.following import store
from vectorstore.library import Library
from vectorstore.types import Article, Headline


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What one version of an article says, and tells of itself, otherwise than an earlier one."""

    before: Headline
    after: Headline
    edits: Sequence[Edit]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An article and what hangs together with it. ``cited`` are conversations by id and title."""

    article: Article
    versions: Sequence[Headline] = ()
    revisions: Sequence[Revision] = ()  # what this version changed, and what was changed since
    gone: datetime | None = None  # since when it is known to be no longer where it came from
    copies: Sequence[Headline] = ()  # the same words, elsewhere
    told: Sequence[Headline] = ()  # nearly the same words
    cited: Sequence[tuple[str, str]] = ()


def opened(library: Library, id: str, version: int | None, cited: Sequence[tuple[str, str]] = ()) -> Opened:
    """An article of a library. Raises ``NoSuchArticle``."""
    article = library.article(id, version)
    with library.catalog.database.reading() as connection:
        told, gone = stories.others(connection, article.id), store.gone(connection, [article.id])
    versions = library.versions(id)
    return Opened(
        article=article,
        versions=versions,
        revisions=_revisions(library, article, versions),
        gone=gone.get(article.id),
        copies=library.addresses(id),
        told=told,
        cited=cited,
    )


def _revisions(library: Library, article: Article, versions: Sequence[Headline]) -> list[Revision]:
    """What became of an older version comes first: it is why it is looked at."""
    last, pairs = versions[-1].version, []
    if article.version < last:
        pairs.append((article, library.article(article.id, last)))
    if article.version > 1:
        pairs.append((library.article(article.id, article.version - 1), article))
    return [
        Revision(before=one.headline, after=other.headline, edits=difference(one.text, other.text))
        for one, other in pairs
    ]


def article_html(shown: Opened, *, change: bool) -> str:
    """The article as a page; ``change``: it can be removed."""
    article = shown.article
    paragraphs = "".join(f'<p dir="auto">{escape(part)}</p>' for part in article.text.split("\n") if part.strip())
    outside = safe_url(article.url)
    link = f'<a class="outside" href="{escape(outside)}" rel="noopener noreferrer" target="_blank">' if outside else ""
    link += f"{text.OPEN_ARTICLE}</a>" if outside else ""
    remove = sure_html(text.REMOVE, text.REMOVE_MORE, "remove", id=article.id) if change else ""
    return (
        f'<article class="read"><p><a href="#library">← {text.BACK}</a></p>'
        f'<h2 tabindex="-1" dir="auto">{escape(article.title or UNTITLED)}</h2>{about_html(article)}'
        f'<p class="buttons"><a class="go" href="#chat/about/{quote(article.id, safe="")}">{text.ASK_ONLY}</a>'
        f"{link}</p>{_notices(shown)}{_around(shown)}{_revised(shown)}"
        f'<div class="words">{paragraphs}</div>{remove}</article>'
    )


def _notices(shown: Opened) -> str:
    notes = (
        text.ABRIDGED_MORE if shown.article.abridged else "",
        text.GONE_SINCE.format(day=day(shown.gone)) if shown.gone else "",
    )
    return "".join(f'<p class="notice">{escape(note)}</p>' for note in notes if note)


def _revised(shown: Opened) -> str:
    """Folded, but for what was changed since the version that is looked at."""
    return "".join(_revision(one, unfolded=one.before == shown.article.headline) for one in shown.revisions)


def _revision(revision: Revision, *, unfolded: bool) -> str:
    before, after = revision.before, revision.after
    label = text.CHANGED_BEFORE.format(before=before.version, after=after.version)
    told = "".join(
        f"<dt>{text.TOLD_OF_IT[name]}</dt><dd><del>{_said(before, name)}</del> <ins>{_said(after, name)}</ins></dd>"
        for name in retold(before, after)
    )
    facts = f'<dl class="listed">{told}</dl>' if told else ""
    edits = any(edit.kind is not Kind.SAME for edit in revision.edits)
    said = shortened_html(revision.edits) if edits else f'<p class="aside">{text.SAME_TEXT}</p>'
    opened = " open" if unfolded else ""
    return f'<details class="related revision"{opened}><summary>{label}</summary>{facts}{said}</details>'


def _said(headline: Headline, name: str) -> str:
    told = getattr(headline, name)
    return escape(day(told) if isinstance(told, datetime) else told or text.NOTHING_TOLD)


def _around(shown: Opened) -> str:
    versions = _list(
        text.VERSIONS,
        [
            (f"{address_of(one.id)}/{one.version}", f"{text.VERSION.format(number=one.version)}: {one.title}")
            for one in shown.versions
        ]
        if len(shown.versions) > 1
        else [],
        current=f"{address_of(shown.article.id)}/{shown.article.version}",
    )
    copies = _list(text.COPIES, [(safe_url(one.url), _named(one)) for one in shown.copies])
    told = _list(text.TOLD_TOO, [(address_of(one.id), _named(one)) for one in shown.told])
    cited = _list(text.CITED_IN, [(f"#chat/{quote(id, safe='')}", title) for id, title in shown.cited])
    return versions + copies + told + cited


def _named(headline: Headline) -> str:
    return " · ".join(part for part in (headline.source, headline.title or headline.url or headline.id) if part)


def _list(label: str, links: Sequence[tuple[str, str]], current: str = "") -> str:
    if not links:
        return ""
    items = "".join(f"<li>{_link(address, shown, here=address == current)}</li>" for address, shown in links)
    return f'<details class="related"><summary>{label} ({len(links)})</summary><ul>{items}</ul></details>'


def _link(address: str, shown: str, *, here: bool) -> str:
    if not address:
        return f"<bdi>{escape(shown)}</bdi>"
    outside = "" if address.startswith("#") else ' rel="noopener noreferrer" target="_blank"'
    current = ' aria-current="true"' if here else ""
    return f'<a href="{escape(address)}" dir="auto"{outside}{current}>{escape(shown)}</a>'
