"""Citations of answers that were kept as JSON, read again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.types import Citation
from vectorstore.errors import BadInput
from vectorstore.types import Headline


class _Article(BaseModel):
    model_config = ConfigDict(extra="ignore")

    id: str
    title: str = ""
    url: str = ""
    source: str = ""
    author: str = ""
    published: datetime | None = None
    abridged: bool = False
    version: int


class _Cited(BaseModel):
    model_config = ConfigDict(extra="ignore")

    number: int
    article: _Article
    quote: str
    start: int
    end: int


def citations_in(values: Any) -> list[Citation]:
    """Those of an answer, or of all answers of a conversation, in order, wherever they stand in the JSON.

    Raises:
        BadInput: there are none, or one lacks what a citation has.
    """
    found = [_citation(cited) for cited in _cited(values)]
    if not found:
        raise BadInput("there are no citations in it: give an answer as ask --json prints it")
    return found


def _cited(values: Any) -> Iterator[Any]:
    if isinstance(values, list):
        for value in values:
            yield from _cited(value)
    elif isinstance(values, dict):
        for name, value in values.items():
            citations = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
            if name == "citations" and citations:
                yield from citations
            else:
                yield from _cited(value)


def _citation(cited: Any) -> Citation:
    try:
        read = _Cited.model_validate(cited)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise BadInput(f"a citation in it has no {place} that can be used ({first['msg']})") from error
    return Citation(
        number=read.number,
        article=Headline(**read.article.model_dump()),
        quote=read.quote,
        start=read.start,
        end=read.end,
    )
