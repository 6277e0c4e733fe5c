"""A small picture of the collection: articles over time, by outlet, as bars and as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from html import escape

from bot.web import text
from vectorstore.catalog import Coverage
from vectorstore.timeline import Counted, Step

MOST_OUTLETS = 5  # with a colour of their own
MOST_BARS = 60
WIDTH, HEIGHT = 600, 90  # of the drawing; it is scaled


def step_for(coverage: Coverage) -> Step:
    """The stretch of time that one bar stands for: the shortest that gives no more than ``MOST_BARS``."""
    if coverage.earliest is None or coverage.latest is None:
        return "month"
    lasts = coverage.latest - coverage.earliest
    return "day" if lasts < timedelta(days=MOST_BARS) else "month" if lasts < timedelta(days=30 * MOST_BARS) else "year"


def picture_html(counts: Sequence[Counted], outlets: Sequence[str]) -> str:
    """Bars in the order of time, the ``outlets`` with most articles in colours. Nothing for fewer than two times."""
    named = list(outlets)[:MOST_OUTLETS]
    bars = _bars(counts, named)
    if len(bars) < 2:
        return ""
    most = max(sum(of_time.values()) for of_time in bars.values())
    wide = WIDTH / len(bars)
    drawn = "".join(
        _bar(time, of_time, named, (i * wide, wide, HEIGHT / most)) for i, (time, of_time) in enumerate(bars.items())
    )
    times = list(bars)
    shown = [*named, *([text.OTHER_OUTLETS] if any("" in of_time for of_time in bars.values()) else [])]
    keys = "".join(f'<li><i class="hue{_hue(name, named)}"></i><bdi>{escape(name)}</bdi></li>' for name in shown)
    return (
        f'<figure class="picture"><figcaption>{text.OVER_TIME}</figcaption>'
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>'
        f'<p class="ends" aria-hidden="true"><span>{times[0]}</span><span>{times[-1]}</span></p><ul>{keys}</ul>'
        f"<details><summary>{text.AS_TABLE}</summary>{_table(bars, shown, named)}</details></figure>"
    )


def _bars(counts: Sequence[Counted], named: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
    """By time and outlet, those without a colour under the empty name; of many times the last. None is left out."""
    bars: dict[str, dict[str, int]] = {}
    for counted in counts:
        for time in _between(next(reversed(bars), counted.time), counted.time):
            bars.setdefault(time, defaultdict(int))
        bars[counted.time][counted.outlet if counted.outlet in named else ""] += counted.articles
    return dict(list(bars.items())[-MOST_BARS:])


def _between(first: str, last: str) -> Iterator[str]:
    """The days, months or years from one to another, both included, as they are written."""
    at, parts = date.fromisoformat(f"{first}-01-01"[:10]), len(first)
    while (time := at.isoformat()[:parts]) <= last:
        yield time
        at += timedelta(days={4: 366, 7: 31}.get(parts, 1))
        at = at.replace(month=1 if parts < 7 else at.month, day=1 if parts < 10 else at.day)


def _bar(time: str, of_time: Mapping[str, int], named: Sequence[str], place: tuple[float, float, float]) -> str:
    left, wide, scale = place
    drawn, top = "", float(HEIGHT)
    for name in [*named, ""]:
        if count := of_time.get(name, 0):
            high = count * scale
            top -= high
            told = escape(f"{time}: {name or text.OTHER_OUTLETS}, {count:,}")
            drawn += (
                f'<rect class="hue{_hue(name, named)}" x="{left + wide * 0.1:.1f}" y="{top:.1f}" '
                f'width="{wide * 0.8:.1f}" height="{high:.1f}"><title>{told}</title></rect>'
            )
    return drawn


def _hue(name: str, named: Sequence[str]) -> int:
    return named.index(name) if name in named else MOST_OUTLETS


def _table(bars: Mapping[str, Mapping[str, int]], shown: Sequence[str], named: Sequence[str]) -> str:
    head = "".join(f'<th scope="col"><bdi>{escape(name)}</bdi></th>' for name in shown)
    rows = "".join(
        f'<tr><th scope="row">{time}</th>'
        + "".join(f"<td>{of_time.get(name if name in named else '', 0):,}</td>" for name in shown)
        + "</tr>"
        for time, of_time in bars.items()
    )
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{text.OVER_TIME}"><table class="table"><thead><tr>'
        f'<th scope="col">{text.TIME}</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )
