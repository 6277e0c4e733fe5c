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


def _bare(outlet: str) -> str:
    return re.sub(r"^[Tt]he\s+(?=\S)|\.(com|org|net|co\.uk)$", "", outlet.strip()) or outlet
