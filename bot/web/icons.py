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
    "like": _THUMB,
    "dislike": f'<g transform="rotate(180 10 10)">{_THUMB}</g>',
    "retry": '<path d="M16 10a6 6 0 1 1-1.8-4.3L16.5 8"/><path d="M16.5 3.5V8H12"/>',
}
LOGO = (
    '<svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><rect x="3" y="4" width="26" height="21" rx="5"/>'
    '<path d="M10 24l-1 6 8-6"/><path class="lines" d="M9 11h14M9 15h14M9 19h8"/></svg>'
)


def icon(name: str) -> str:
    """A picture by the name of what its button does. It is hidden from screen readers: the button has a name."""
    return f'<svg viewBox="0 0 20 20" aria-hidden="true">{_PATHS[name]}</svg>'
