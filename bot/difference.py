"""What a text says differently from an earlier one, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, pairwise

from vectorstore.sentences import sentence_spans

MOST_WORDS = 2_000  # that are compared with as many others: beyond, a passage counts as all new
CONTEXT = 12  # words shown before and after what is different
LONGEST = 80  # words shown of what came in the place of a stretch
_WORD = re.compile(r"\s*\S+\s*?(?=\s|$)|\s+")


class Kind(StrEnum):
    """What became of some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Some words, and what became of them."""

    kind: Kind
    text: str


_MARKS = {Kind.SAME: "{0}{1}{2}", Kind.REMOVED: "{0}~~{1}~~{2}", Kind.ADDED: "{0}**{1}**{2}"}


def difference(old: str, new: str) -> tuple[Edit, ...]:
    """The edits in order: the same and the removed words are the old text, the same and the added ones the new."""
    edits = (
        edit
        for before, after in _blocks(_sentences(old), _sentences(new))
        for edit in _edits("".join(before), "".join(after))
    )
    return tuple(_joined(edits))


def shortened(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits with only so much of what is the same as shows where they belong."""
    last = len(edits) - 1
    return tuple(
        replace(edit, text=_cut(edit.text, head=place > 0, tail=place < last)) if edit.kind is Kind.SAME else edit
        for place, edit in enumerate(edits)
    )


def around(edits: Sequence[Edit], start: int, end: int) -> tuple[Edit, ...]:
    """What became of a stretch of the old text, given by its offsets, and what stands in its place now."""
    found: list[Edit] = []
    at, removed = 0, False  # how far in the old text, and whether the words before are removed ones of the stretch
    for edit in edits:
        if edit.kind is Kind.ADDED:
            if removed or start < at < end:
                found.append(replace(edit, text=_beginning(edit.text)))
            removed = False
            continue
        words = edit.text[max(start - at, 0) : max(end - at, 0)]
        at += len(edit.text)
        removed = bool(words) and edit.kind is Kind.REMOVED
        found += [replace(edit, text=words)] if words else []
    return tuple(found)


def marked(edits: Sequence[Edit]) -> str:
    """The edits, shortened, as a text: ~~removed~~ and **added**."""
    return "".join(_MARKS[edit.kind].format(*trimmed(edit.text)) for edit in shortened(edits)).strip()


def trimmed(text: str) -> tuple[str, str, str]:
    """White space before, the text without it, white space after: marks hold on to words."""
    core = text.strip()
    before, _, after = text.partition(core) if core else (text, "", "")
    return before, core, after


def _cut(text: str, *, head: bool, tail: bool) -> str:
    """The first words if ``head``, the last if ``tail``, and an ellipsis for the rest."""
    words = _words(text)
    if len(words) <= 2 * CONTEXT:
        return text
    first = "".join(words[:CONTEXT]) if head else ""
    return f"{first} … {''.join(words[-CONTEXT:]).lstrip() if tail else ''}"


def _beginning(text: str) -> str:
    words = _words(text)
    return text if len(words) <= LONGEST else f"{''.join(words[:LONGEST])} …"


def _edits(old: str, new: str) -> Iterator[Edit]:
    if old == new:
        yield Edit(kind=Kind.SAME, text=old)
        return
    before, after = _words(old), _words(new)
    if max(len(before), len(after)) > MOST_WORDS:
        blocks: Iterator[tuple[Sequence[str], Sequence[str]]] = iter([(before, after)])
    else:
        blocks = _blocks(before, after)
    for removed, added in blocks:
        if removed == added:
            yield Edit(kind=Kind.SAME, text="".join(removed))
        else:
            yield Edit(kind=Kind.REMOVED, text="".join(removed))
            yield Edit(kind=Kind.ADDED, text="".join(added))


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """What became of what, in order; what is the same is given with itself."""
    for _, first, past, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield old[first:past], new[begin:end]


def _joined(edits: Iterator[Edit]) -> Iterator[Edit]:
    for kind, group in groupby((edit for edit in edits if edit.text), key=lambda edit: edit.kind):
        yield Edit(kind=kind, text="".join(edit.text for edit in group))


def _sentences(text: str) -> list[str]:
    """The sentences, each with what stands between it and the next one."""
    starts = [start for start, _ in sentence_spans(text)]
    return [text[first:past] for first, past in pairwise([0, *starts[1:], len(text)])]


def _words(text: str) -> list[str]:
    """The words, each with the white space before it."""
    return _WORD.findall(text)
