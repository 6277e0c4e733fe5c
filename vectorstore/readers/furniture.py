"""Lines that stand around an article's text and say nothing of what it is about."""

from __future__ import annotations

import re

_READING_TIME = re.compile(
    r"(?:reading time:? *|est(?:imated|\.) read(?:ing time)?:? *)?(?:about )?\d{1,3}[- ]?min(?:ute)?s?\.?"
    r"(?: (?:of )?read(?:ing)?(?: time)?)?",
    re.IGNORECASE,
)
_LABELS = frozenset(
    """
    advertisement|advertisment|ad|analysis|breaking|breaking news|comment|comments|editorial|exclusive|explainer|
    feature|features|in depth|in-depth|latest|listen|listen to this article|live|live blog|live story|live updates|
    long read|more on this story|news|opinion|perspectives|photos|podcast|print|print this page|read more|
    recommended|related|related articles|related content|related stories|related topics|save|share|
    share this article|share this story|skip advertisement|special report|sponsored|story highlights|
    story continues below advertisement|top stories|trending|video|watch|watch live
    """.replace("\n", "")
    .replace("  ", "")
    .strip()
    .split("|")
)


def is_label(line: str) -> bool:
    """Whether a line only names a section, or is a button or an advertisement's place."""
    return len(line) <= 40 and line.strip(" :.…>»").casefold() in _LABELS


def is_reading_time(line: str) -> bool:
    """Whether a line only says how long reading takes."""
    return len(line) <= 40 and _READING_TIME.fullmatch(line) is not None
