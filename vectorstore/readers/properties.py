"""What programs write about a document on their own: often true, often left over from something else."""

from __future__ import annotations

import re

from vectorstore.readers.record import one_line

_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel) - .*|(?:document|untitled|title|slide|presentation|unknown|none)[ \d]*"
    r"|[^ ]*\.(?:docx?|odt|rtf|pdf|indd|qxd|tex|txt|html?|ppt|xlsx?|dvi|ps|fm))",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:microsoft office user|python-docx|admin(?:istrator)?|user|owner|author|unknown|none|calibre.*|root|pc|hp|dell"
    r"|windows user|default|guest|.*@.*|[\w.]*\d{3,}[\w.]*|.*\.(?:com|exe|dll|dot|dotx)|anonymous)",
    re.IGNORECASE,
)


def title_told(text: str) -> str:
    """The title that a property tells; empty if it is only a file's name or a program's own word."""
    title = one_line(text)
    return "" if _NO_TITLE.fullmatch(title) else title


def author_told(text: str) -> str:
    """The author that a property tells; empty if it is an account or a program."""
    author = one_line(text)
    return "" if _NOBODY.fullmatch(author) else author
