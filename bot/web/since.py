"""What became of the articles that an answer cites since it was given, as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from bot.change import Change
from bot.difference import Edit, Kind, around, shortened, trimmed
from bot.types import Citation
from bot.web import text
from bot.web.shelf import address_of

_TAGS = {Kind.SAME: "{}{}{}", Kind.REMOVED: "{}<del>{}</del>{}", Kind.ADDED: "{}<ins>{}</ins>{}"}


def fate_of(change: Change, number: int) -> str:
    """What became of the words that a citation quotes: the name of one of ``text.FATES``."""
    if change.present is None:
        return "removed"
    if number in change.unsaid:
        return "unsaid"
    same = change.present.version == change.article.version and not change.told
    return "gone" if change.gone and same else "changed"


def fates(changes: Sequence[Change]) -> dict[int, str]:
    """What became of each citation whose article is not what it was, by number."""
    return {number: fate_of(change, number) for change in changes for number in change.citations}


def since_html(changes: Sequence[Change]) -> str:
    """A line for each thing that happened, with the numbers of those it happened to; empty if nothing did."""
    found = fates(changes)
    lines = "".join(
        f"<li>{_numbers([number for number in sorted(found) if found[number] == fate])}{escape(said)}</li>"
        for fate, said in text.FATES.items()
        if fate in found.values()
    )
    return f'<section class="since"><h3>{text.SINCE_ANSWERED}</h3><ul>{lines}</ul></section>' if lines else ""


def brief(change: Change | None) -> str:
    """The same in a word or two, the worst that happened; empty if nothing did."""
    if change is None:
        return ""
    found = {fate_of(change, number) for number in change.citations}
    return next((said for fate, said in text.FATES_IN_BRIEF.items() if fate in found), "")


def change_html(change: Change | None, citations: Sequence[Citation]) -> str:
    """What is to be said beside the passages of an article: what it says now in the place of each quote."""
    if change is None:
        return ""
    told = dict.fromkeys(fate_of(change, number) for number in change.citations)
    told |= {"gone": None} if change.gone and change.present else {}
    parts = [f"<p>{escape(text.FATES[fate])}</p>" for fate in told]
    if change.present and change.present.version != change.article.version:
        versions = text.WHICH_VERSION.format(before=change.article.version, after=change.present.version)
        parts += [f"<p>{versions}</p>", *_replaced(change, citations)]
        more = f"{address_of(change.article.id)}/{change.article.version}"
        parts.append(f'<p><a href="{more}">{text.SEE_CHANGES}</a></p>')
    return f'<div class="since">{"".join(parts)}</div>'


def edits_html(edits: Sequence[Edit]) -> str:
    """What was taken out and what came in, of text that is only text."""
    return "".join(_TAGS[edit.kind].format(*map(escape, trimmed(edit.text))) for edit in edits)


def shortened_html(edits: Sequence[Edit]) -> str:
    """The same with little of what is the same, lines kept; empty for no edits."""
    return f'<div class="edits" dir="auto">{edits_html(shortened(edits))}</div>' if edits else ""


def _replaced(change: Change, citations: Sequence[Citation]) -> Iterator[str]:
    for citation in citations:
        edits = around(change.difference, citation.start, citation.end)
        if citation.number in change.unsaid and edits:
            yield f'<div class="edits" dir="auto">{_numbers([citation.number])}{edits_html(edits)}</div>'


def _numbers(numbers: Sequence[int]) -> str:
    return "".join(f'<span class="number">{number}</span> ' for number in numbers)
