"""Ids for articles: the one that a record gives, or one made of where the article was found."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path, PurePosixPath

from vectorstore.readers.source import Found
from vectorstore.types import Article, Failure

LONGEST_ID = 200  # characters
DIGITS = 12  # hexadecimal: among 20,000 articles two are alike once in a million times


class Identifier:
    """Gives ids, and refuses a second article under one that was used: it would take the place of the first."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[str, int]] = {}
        self._alike: Counter[tuple[Path, tuple[str, ...], str]] = Counter()

    def identify(self, path: Path, found: Found) -> Article | Failure:
        """The article with its id; a failure when another one has it already."""
        id = _bounded(found.article.id) or self._made(path, found)
        article = replace(found.article, id=id)
        place, content = self._seen.setdefault(id, (found.place, hash(article)))
        if content != hash(article):
            return Failure(place=found.place, reason=f"its id {id!r} is that of another article, in {place}")
        return article

    def _made(self, path: Path, found: Found) -> str:
        """Of the file, and of address or title where it holds many: what stands elsewhere in it does not count."""
        name = "" if found.alone else found.article.url or found.article.title
        self._alike[path, found.inside, name] += 1
        inside = "".join(f"\n/{member}" for member in found.inside)
        key = f"{path}{inside}\n{name}\n{self._alike[path, found.inside, name]}"
        file = PurePosixPath(found.inside[-1]).name if found.inside else path.name
        stem = re.sub(r"\W+", "-", file.split(".")[0]).strip("-").casefold()[:40]
        return f"{stem or 'article'}~{_digest(key)}"


def _bounded(id: str) -> str:
    return id if len(id) <= LONGEST_ID else f"{id[: LONGEST_ID - DIGITS - 1]}-{_digest(id)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:DIGITS]
