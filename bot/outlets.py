"""Which outlets a question names: "according to The Verge", "did Reuters and the BBC both …"."""

from __future__ import annotations

import re
from collections.abc import Iterable


def outlets_in(question: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known outlets that a question names, in the order in which it names them.

    Capitals count, so that "time" is not taken for Time; "The" and an ending such as ".com" may be left out.
    A name inside a longer one that is named too ("Times" in "Harbour Times") does not count.
    """
    found: list[tuple[int, int, str]] = []
    for outlet in sorted(known, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(_bare(outlet))}(?!\w)", question):
            if not any(start <= match.start() and match.end() <= end for start, end, _ in found):
                found.append((match.start(), match.end(), outlet))
    return tuple(dict.fromkeys(outlet for _, _, outlet in sorted(found)))


def asked_of_any(question: str, outlets: Iterable[str]) -> str:
    """A question without the outlets that it names: what is asked of an article, which seldom names its own outlet.

    "According to the Gazette, who won?" becomes "Who won?", "What did the Gazette say of it?" "What did the report
    say of it?".
    """
    for outlet in outlets:
        named = rf"(?:[Tt]he\s+)?(?<!\w){re.escape(_bare(outlet))}(?:\.com|'s|’s)?(?!\w)"
        question = re.sub(
            rf"(?:\W*\b[Aa]ccording to|\W*\b[Aa]s (?:reported|told) (?:by|in))\s+{named}\W*", " ", question
        )
        question = re.sub(named, "the report", question)
    question = question.strip(" ,;")
    return question[:1].upper() + question[1:]


def _bare(outlet: str) -> str:
    return re.sub(r"^[Tt]he\s+(?=\S)|\.(com|org|net|co\.uk)$", "", outlet.strip()) or outlet
