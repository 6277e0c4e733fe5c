"""Text made plain once, on the way in, so that every later offset stays true."""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

_LINE_END = re.compile(r"[\r\x0b\x0c\x85\u2028\u2029]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # control characters that are no space
    r"\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_JOINER = re.compile(r"[\u200c\u200d](?<![\u0600-\u1cff\ufe0f\U0001f000-\U0001faff].)")  # needed in those scripts
_OTHER_SPACE = re.compile(r"[^\S\n ]")
_SPACES = re.compile(r"  +")
_BLANK_LINES = re.compile(r"\n{3,}")


def normalise(text: str) -> str:
    r"""The same text without what readers do not see: every space is one " ", every line end one "\n".

    NFC; soft hyphens, zero-width, direction and control characters out; at most one blank line in a row;
    nothing blank at either end. Normalising twice changes nothing more.
    """
    text = _LINE_END.sub("\n", text.replace("\r\n", "\n"))
    text = _LONE_SURROGATE.sub("\ufffd", text)
    text = _JOINER.sub("", _UNSEEN.sub("", text))
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    text = _SPACES.sub(" ", _OTHER_SPACE.sub(" ", text))
    text = text.replace(" \n", "\n").replace("\n ", "\n")
    return _BLANK_LINES.sub("\n\n", text).strip()
