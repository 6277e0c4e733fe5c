"""Finding a sentence word for word in a passage, whatever its quotation marks, dashes and spaces."""

from __future__ import annotations

_SAME = str.maketrans("“”„‟«»‘’‚‛`´–—‐‑−", "\"\"\"\"\"\"''''''-----")


def find(sentence: str, passage: str) -> tuple[int, int] | None:
    """Where the passage has the sentence as whole words, or nothing. Its full stop need not be there."""
    wanted = "".join(sign for sign, _ in _folded(sentence)).strip(" .")
    signs = _folded(passage)
    text = "".join(sign for sign, _ in signs)
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return signs[at][1], signs[end - 1][1] + 1
        at = text.find(wanted, at + 1)
    return None


def _folded(text: str) -> list[tuple[str, int]]:
    """The characters that count, each with its offset in the text."""
    kept: list[tuple[str, int]] = []
    for offset, sign in enumerate(text.translate(_SAME)):
        sign = " " if sign.isspace() else sign
        if sign == " " and (not kept or kept[-1][0] == " "):
            continue
        kept.append((sign, offset))
    return kept
