"""Messages in MIME: what e-mail is, and what browsers save a whole page as."""

from __future__ import annotations

import email
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from email.utils import parseaddr

from vectorstore.errors import UnreadableFile
from vectorstore.readers.decode import decode
from vectorstore.readers.html_file import page_of
from vectorstore.readers.source import Source

MOST_BYTES = 60_000_000  # of a message with all that is attached to it
MOST_PARTS = 1_000

_NO_MESSAGE = "it is no message: it has no header lines"
_TOO_DEEP = "its parts are nested too deeply"


def parse(source: Source) -> list[Message]:
    """The message and all its parts, in order, the whole first.

    Raises:
        UnreadableFile: it is none, or nested too deeply.
    """
    try:
        message = email.message_from_bytes(source.content(MOST_BYTES), policy=compat32)
        parts = [part for _, part in zip(range(MOST_PARTS), message.walk(), strict=False)]
    except RecursionError as error:
        raise UnreadableFile(_TOO_DEEP) from error
    if not message.keys():
        raise UnreadableFile(_NO_MESSAGE)
    return parts


def header(message: Message, name: str) -> str:
    """A header's words on one line; empty if it is not there."""
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        return " ".join(str(make_header(decode_header(str(raw)))).split())
    except (ValueError, LookupError, MessageError):  # an encoding that does not exist, or bytes that are not in it
        return " ".join(str(raw).split())


def display_name(address: str) -> str:
    """The name before an address, or nothing."""
    return parseaddr(address)[0]


def is_body(part: Message, kind: str) -> bool:
    """Whether a part is text of that kind that is shown, and not attached."""
    return part.get_content_type() == kind and part.get_content_disposition() != "attachment"


def page_in(part: Message) -> str:
    """The page of HTML in a part."""
    return page_of(_payload(part), _charset(part))


def text_in(part: Message) -> str:
    """The text in a part."""
    return decode(_payload(part), _charset(part))


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: Message) -> str:
    return part.get_content_charset("")
