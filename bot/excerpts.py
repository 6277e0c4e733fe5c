"""Passages as numbered excerpts for a chat model. Their text is data: it cannot close its excerpt or pose as a role."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime

from vectorstore.types import Hit

BRACKETS = str.maketrans("<>[]{}＜＞［］〈〉⟨⟩【】《》", "‹›()()‹›()‹›‹›()‹›")
"""Angle and square brackets make our delimiters, our markers and the role tags of every common chat template."""

_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs")
_ROLE = re.compile(
    r"(?:^|(?<=[\n.!?\"'”’)›]))[#*_>\s]*\b(system|user|human|assistant|developer|tool|instructions?|response|input|"
    r"question|answer|excerpts?)(?: (?:prompt|message))?[*_\s]*[:：](?=[\s*_]|$)",
    re.IGNORECASE,
)
_FENCE = re.compile(r"[#=*_`~-]{3,}")


PART = "only the summary that a feed gives of the article"


def excerpts(hits: Sequence[Hit]) -> str:
    """The hits as excerpts numbered from 1, each with its outlet, date and title, and whether it is only a summary."""
    return "\n".join(_excerpt(number, hit) for number, hit in enumerate(hits, start=1))


def as_data(text: str) -> str:
    """Text on one line that reads the same, in which nothing looks like a delimiter, a marker or a role.

    Brackets become round or pointed quotes, unseen characters go, and a line such as "System:" loses its colon.
    """
    text = _ROLE.sub(lambda match: f" {match[1]} –", text.translate(BRACKETS))
    text = _FENCE.sub("–", text)
    seen = (" " if sign.isspace() else sign for sign in text)
    kept = (sign for sign in seen if sign == " " or unicodedata.category(sign) not in _UNSEEN)
    return " ".join("".join(kept).split())


def day(instant: datetime) -> str:
    """A date as a reader writes it: "20 October 2023"."""
    return f"{instant.day} {instant:%B %Y}"


def _excerpt(number: int, hit: Hit) -> str:
    article = hit.article
    published = day(article.published) if article.published else ""
    part = PART if article.abridged else ""
    facts = {"outlet": article.source, "date": published, "title": article.title, "part": part}
    known = "".join(f' {name}="{_value(value)}"' for name, value in facts.items() if value)
    return f'<excerpt number="{number}"{known}>\n{as_data(hit.chunk.text)}\n</excerpt>'


def _value(text: str) -> str:
    return as_data(text).replace('"', "'")
