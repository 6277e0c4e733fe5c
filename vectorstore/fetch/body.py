"""What an answer carries, unpacked, within limits."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from vectorstore.errors import AnswerRefused

PIECE = 1 << 20  # bytes unpacked at once: so much is held beyond the limit at most
_GZIP = zlib.MAX_WBITS | 16


def read(pieces: Iterable[bytes], *, packed: bool, received: int, unpacked: int) -> bytes:
    """All the bytes, unpacked if they are packed with gzip.

    Raises:
        AnswerRefused: they are more than ``received`` as they come or ``unpacked`` after that, or no whole gzip.
    """
    bounded = _within(pieces, received, "it is larger than {} MB")
    return b"".join(_within(unpack(bounded), unpacked, "it unpacks to more than {} MB") if packed else bounded)


def unpack(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The unpacked bytes in pieces of ``PIECE`` at most. Raises ``AnswerRefused`` if they are no whole gzip."""
    unpacking = zlib.decompressobj(_GZIP)
    try:
        for piece in pieces:
            while piece and not unpacking.eof:
                yield unpacking.decompress(piece, PIECE)
                piece = unpacking.unconsumed_tail
        yield unpacking.flush()
    except zlib.error as error:
        raise AnswerRefused("it is said to be packed with gzip and is not") from error
    if not unpacking.eof:
        raise AnswerRefused("it ends before it is whole")


def _within(pieces: Iterable[bytes], most: int, said: str) -> Iterator[bytes]:
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > most:
            raise AnswerRefused(said.format(most // 1_000_000))
        yield piece
