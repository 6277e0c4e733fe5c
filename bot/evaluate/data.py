"""A set folder -> typed rows. ``docs/evaluation.md`` describes the format; a faulty row says where it is."""

from __future__ import annotations

import gzip
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.evaluate.gold import Claim, EvaluationSet, Question, Rewrite, Row
from vectorstore.errors import BadSet
from vectorstore.normalise import normalise
from vectorstore.types import Article

SUFFIXES = (".jsonl", ".jsonl.gz")
COPIES_FIELD = "same_text_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """An article as a set file holds it; an empty string is "not known"."""

    id: str
    text: str
    title: str = ""
    source: str = ""
    author: str = ""
    published_at: str = ""
    url: str = ""


def load(folder: Path) -> EvaluationSet:
    """The set in a folder.

    Raises:
        BadSet: it is no set folder, or a row is faulty; the message names file, line and field.
    """
    if not folder.is_dir():
        raise BadSet(f"{folder} is no folder: name one that holds questions.jsonl or claims.jsonl")
    rows = list(_rows(folder, "articles", ArticleRow))
    articles = {row.id: _article(row) for row in rows}
    same = _same(articles.values())
    questions = tuple(
        _with_copies(_checked(question, folder, articles), articles, same)
        for question in _rows(folder, "questions", Question)
    )
    claims = tuple(_rows(folder, "claims", Claim))
    told = {(question.question, question.rewrite) for question in questions}
    rewrites = tuple(row for row in _rows(folder, "rewrites", Rewrite) if (row.question, row.rewrite) not in told)
    if not (articles or claims or rewrites):
        raise BadSet(f"{folder} holds no articles.jsonl, claims.jsonl or rewrites.jsonl (or the same with .gz)")
    return EvaluationSet(
        name=folder.resolve().name,
        articles=tuple(articles.values()),
        questions=questions,
        claims=claims,
        rewrites=rewrites,
        digest=_digest(rows),
        asked=_digest([*questions, *claims, *rewrites]),
    )


def day(text: str) -> date | datetime | None:
    """A date ("2022-06-16", "2022/06/16"), an instant (UTC unless it says otherwise), or None."""
    text = text.strip().replace("/", "-")
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return None
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def _files(folder: Path, stem: str) -> list[Path]:
    return sorted(path for path in folder.glob(f"{stem}*") if path.name.endswith(SUFFIXES))


def _rows(folder: Path, stem: str, kind: type[Row]) -> Iterator[Row]:
    adapter = TypeAdapter(kind)
    seen: dict[str, str] = {}
    for path in _files(folder, stem):
        for number, line in enumerate(_lines(path), start=1):
            if not line.strip():
                continue
            place = f"{path}, line {number}"
            row = _row(adapter, line, place)
            if row.id in seen:
                raise BadSet(f"{place}, field id: {row.id!r} was already used in {seen[row.id]}")
            seen[row.id] = place
            yield row


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with gzip.open(path) if path.name.endswith(".gz") else path.open("rb") as lines:
            yield from lines
    except (OSError, EOFError) as error:
        raise BadSet(f"{path} cannot be read: {error}") from error


def _row(adapter: TypeAdapter[Row], line: bytes, place: str) -> Row:
    try:
        return adapter.validate_json(line, strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]) or "(the whole line)"
        raise BadSet(f"{place}, field {name}: {first['msg']}") from error


def _article(row: ArticleRow) -> Article:
    return Article(
        id=row.id,
        title=normalise(row.title),
        text=normalise(row.text),
        source=row.source,
        author=row.author,
        url=row.url,
        published=_instant(day(row.published_at)),
    )


def _instant(when: date | datetime | None) -> datetime | None:
    if when is None or isinstance(when, datetime):
        return when.astimezone(UTC) if when else None
    return datetime.combine(when, time(), UTC)


def _digest(rows: Iterable[object]) -> str:
    hashed = hashlib.sha256()
    for row in rows:
        hashed.update(repr(row).encode())
    return hashed.hexdigest()


def _checked(question: Question, folder: Path, articles: Mapping[str, Article]) -> Question:
    for evidence in question.evidence:
        if evidence.article_id not in articles:
            raise BadSet(
                f"{folder}, question {question.id}, field evidence.article_id: "
                f"{evidence.article_id!r} is no article of the set"
            )
    return question


def _same(articles: Iterable[Article]) -> dict[str, list[str]]:
    """For each article that is there more than once, its ids: a library keeps only one of them."""
    by_content: defaultdict[Article, list[str]] = defaultdict(list)
    for article in articles:
        by_content[replace(article, id="")].append(article.id)
    return {id: ids for ids in by_content.values() if len(ids) > 1 for id in ids}


def _with_copies(question: Question, articles: Mapping[str, Article], same: Mapping[str, Sequence[str]]) -> Question:
    named = [id for id in question.meta.get(COPIES_FIELD, ()) if id in articles]
    evidence = []
    for one in question.evidence:
        quoting = [id for id in named if normalise(one.quote) in articles[id].text]
        copies = [id for id in (*same.get(one.article_id, ()), *quoting) if id != one.article_id]
        evidence.append(replace(one, copies=tuple(copies)))
    return replace(question, evidence=tuple(evidence))
