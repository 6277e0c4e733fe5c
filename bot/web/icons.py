"""The small pictures on buttons, drawn here so that none is fetched."""

from __future__ import annotations

_THUMB = (
    '<path d="M6 9l3.2-6.2c1.2 0 2 .9 2 2.1L10.8 8h4.4a1.6 1.6 0 0 1 1.6 2l-1.3 5.3a1.8 1.8 0 0 1-1.8 1.4H6z"/>'
    '<path d="M3 9h3v7.7H3z"/>'
)
_PATHS = {
    "copy": (
        '<rect x="7" y="7" width="10" height="10" rx="2"/>'
        '<path d="M13 4.5A1.5 1.5 0 0 0 11.5 3h-7A1.5 1.5 0 0 0 3 4.5v7A1.5 1.5 0 0 0 4.5 13"/>'
    ),
    "markdown": (
        '<rect x="2" y="5" width="16" height="10.5" rx="2"/><path d="M5 12.5V8l2.2 2.6L9.4 8v4.5"/>'
        '<path d="M13.5 8v4.3M11.7 10.8l1.8 1.8 1.8-1.8"/>'
    ),
    "like": _THUMB,
    "dislike": f'<g transform="rotate(180 10 10)">{_THUMB}</g>',
    "retry": '<path d="M16 10a6 6 0 1 1-1.8-4.3L16.5 8"/><path d="M16.5 3.5V8H12"/>',
    "edit": '<path d="M13.2 3.8l3 3L7 16H4v-3z"/><path d="M11.5 5.5l3 3"/>',
    "close": '<path d="M5.5 5.5l9 9M14.5 5.5l-9 9"/>',
    "previous": '<path d="M12 5l-5 5 5 5"/>',
    "next": '<path d="M8 5l5 5-5 5"/>',
    "new": '<path d="M10 4v12M4 10h12"/>',
    "filter": '<path d="M3 5.5h14M5.5 10h9M8 14.5h4"/>',
    "share": '<path d="M10 12V3.5M6.8 6.5L10 3.3l3.2 3.2"/><path d="M5 10H4v6.5h12V10h-1"/>',
    "export": '<path d="M10 3.5V12M6.8 9L10 12.2 13.2 9"/><path d="M4 13.5v3h12v-3"/>',
    "delete": '<path d="M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6"/>',
    "menu": '<path d="M3 5.5h14M3 10h14M3 14.5h14"/>',
    "check": '<path d="M4.5 10.5l3.5 3.5 7.5-8"/>',
}
LOGO = (
    '<svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><rect x="3" y="4" width="26" height="21" rx="5"/>'
    '<path d="M10 24l-1 6 8-6"/><path class="lines" d="M9 11h14M9 15h14M9 19h8"/></svg>'
)


def icon(name: str) -> str:
    """A picture by the name of what its button does. It is hidden from screen readers: the button has a name."""
    return f'<svg viewBox="0 0 20 20" aria-hidden="true">{_PATHS[name]}</svg>'
