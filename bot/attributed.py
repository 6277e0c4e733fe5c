"""Sentences about who says what: "Two outlets report nine dead, while the Gazette says that 13 people died."

Each part is checked against the articles of the outlets that it names, and a number of outlets is counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.excerpts import day
from bot.types import Support, Verdict
from vectorstore.types import Hit
from vectorstore.words import terms

Verify = Callable[[str, Sequence[Hit]], Verdict]

COUNTS = {"one": 1, "another": 1, "two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
LEAST_TERMS = 2
"""Content words that something said must have to be checked: a number alone stands in many places."""

_SAYS = (
    r"(?:reports?|reported|says?|said|writes?|wrote|states?|stated|puts? it at|gives?|gave|counts?|counted|speaks? of)"
)
_NUMBER = rf"(?:{'|'.join(COUNTS)}|\d{{1,2}})"
_SAID = re.compile(
    rf"^(?P<who>.{{2,120}}?),? (?:also |now |still |later |had |each )?{_SAYS}(?: that)?,? (?P<what>.+?)[.;,]*$",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"^according to (?P<who>.{2,120}?), (?P<what>.+?)[.;,]*$", re.IGNORECASE)
_COUNTED = re.compile(
    rf"^(?:(?P<all>all)(?: (?:of the|the))?|(?P<count>{_NUMBER}))(?: (?:other |of the )?"
    r"(?:outlets?|papers?|newspapers?|news ?sites?|agencies|articles?|sources?|reports?|excerpts?))?$",
    re.IGNORECASE,
)
_PARTS = re.compile(
    rf"\s*;\s*|,?\s+(?:while|whereas|but|though|although)\s+|,\s+(?:and\s+)?(?={_NUMBER}\b[^,]{{0,20}}\b{_SAYS}\b)",
    re.IGNORECASE,
)
_LISTED = re.compile(r",\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_BARE = re.compile(r"^(?:only |about |at least )?(\d[\d,.]*|[a-z]+)$", re.IGNORECASE)
_FIGURE = re.compile(
    r"\b\d[\d,.]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE
)
_DAY = re.compile(r"^(?:on|in (?:its|their|a) reports? of) (?P<day>\d{1,2} [A-Z][a-z]+ \d{4}),? ", re.IGNORECASE)
_THE = re.compile(r"^the\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A part of a sentence: what is said, and by which outlets, or by how many of them; None for all there are.

    ``on`` is the day of the report, as ``day`` writes it; empty when none is named.
    """

    what: str
    outlets: tuple[str, ...] = ()
    count: int | None = None
    on: str = ""


def attributed(sentence: str, hits: Sequence[Hit], verify: Verify, prove: Verify) -> Verdict | None:
    """The verdict on a sentence that says which outlets say what; None for any other sentence.

    Supported when every outlet named proves its part, and exactly as many as are counted do, with no other that may
    have said it in other words; otherwise not at all.
    """
    by_outlet: dict[str, list[Hit]] = {}
    for hit in hits:
        by_outlet.setdefault(hit.article.source, []).append(hit)
    by_outlet.pop("", None)
    found = parts(sentence, by_outlet)
    if not found:
        return None
    verdicts = [_checked(said, by_outlet, verify, prove) for said in found]
    failed = tuple(said.what for said, proven in zip(found, verdicts, strict=True) if not proven)
    if failed:
        return Verdict(support=Support.UNSUPPORTED, score=0.0, missing=failed)
    proven = [verdict for some in verdicts for verdict in some]
    quotes = tuple(dict.fromkeys(quote for verdict in proven for quote in verdict.quotes))
    return Verdict(support=Support.SUPPORTED, score=min(verdict.score for verdict in proven), quotes=quotes)


def parts(sentence: str, outlets: Iterable[str]) -> list[Said]:
    """What a sentence says that outlets say, part by part; nothing unless all of it is of that form."""
    known = {_plain(outlet): outlet for outlet in outlets}
    found: list[Said] = []
    for part in _PARTS.split(sentence.strip()):
        said = _part(part.strip(), known)
        if said is None:
            return []
        found.append(_completed(said, found[-1].what if found else ""))
    return found


def _part(part: str, known: dict[str, str]) -> Said | None:
    dated = _DAY.match(part)
    on, rest = (dated["day"], part[dated.end() :]) if dated else ("", part)
    match = _ACCORDING.match(rest) or _SAID.match(rest)
    if match is None:
        return None
    who, what = match["who"].strip(), match["what"]
    if counted := _COUNTED.match(who):
        word = (counted["count"] or "").casefold()
        return Said(what=what, count=None if counted["all"] else COUNTS.get(word) or int(word), on=on)
    names = [_plain(name) for name in _LISTED.split(who)]
    if all(name in known for name in names):
        return Said(what=what, outlets=tuple(known[name] for name in names), on=on)
    return None


def _completed(said: Said, before: str) -> Said:
    """A bare figure stands for what was said before it with another figure: "… 12 dead, one reports 15"."""
    if _BARE.match(said.what) and _FIGURE.search(before):
        return replace(said, what=_FIGURE.sub(said.what, before, count=1))
    return said


def _checked(said: Said, by_outlet: dict[str, list[Hit]], verify: Verify, prove: Verify) -> list[Verdict]:
    """The verdicts that bear a part out; none when an outlet does not, or more or fewer do than are counted."""
    if len(set(terms(said.what))) < LEAST_TERMS:
        return []
    asked = {outlet: _of_day(by_outlet[outlet], said.on) for outlet in said.outlets or tuple(by_outlet)}
    likely = [outlet for outlet, hits in asked.items() if _holds(verify(said.what, hits))]
    proven = [verdict for hits in asked.values() if _holds(verdict := prove(said.what, hits))]
    wanted = len(asked) if said.count is None else said.count
    return proven if len(proven) == wanted and len(likely) <= wanted else []


def _holds(verdict: Verdict) -> bool:
    return verdict.support is Support.SUPPORTED and bool(verdict.quotes)


def _of_day(hits: list[Hit], on: str) -> list[Hit]:
    """The hits of articles that were published on a day; all when no day is named."""
    return [hit for hit in hits if not on or (hit.article.published and day(hit.article.published) == on)]


def _plain(outlet: str) -> str:
    return _THE.sub("", outlet.strip()).casefold()
