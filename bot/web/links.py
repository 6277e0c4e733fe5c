"""Addresses of articles, made safe to link to and pointed at the quoted words."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

LONGEST_FRAGMENT = 120  # characters of a quote that are given whole; of longer ones, both ends
ENDS = 5  # words of each end


def safe_url(url: str) -> str:
    """The address if it is an ordinary one on the web, else nothing."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return parts.geturl() if parts.scheme in ("http", "https") and parts.hostname else ""


def link_to_quote(url: str, words: str) -> str:
    """The address with a text fragment, so that a browser scrolls to the words and marks them.

    See https://wicg.github.io/scroll-to-text-fragment/
    """
    safe = safe_url(url)
    if not safe or not words.split():
        return safe
    said = words.split()
    ends = [said] if len(words) <= LONGEST_FRAGMENT or len(said) <= 2 * ENDS else [said[:ENDS], said[-ENDS:]]
    directive = ",".join(_encoded(" ".join(end)) for end in ends)
    return f"{safe}{'' if '#' in safe else '#'}:~:text={directive}"


def _encoded(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")
