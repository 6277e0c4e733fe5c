"""Words that no sentence may lose: they say that the rest of it is somebody's word, doubted, made up or taken back.

The rules of ``left_out.py`` and its neighbours know how English is put together only so far. Whatever they leave out,
and whatever they take a part of a sentence for, these words stay with it, wherever in the sentence they stand. So do
signs before a number, and the question mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.checking.lexicon import DENIALS, NEGATIONS
from bot.proving.source import Source
from bot.proving.words import Word, read

CLAIMED = frozenset(
    """
    claim claims heard hears believe believes think thinks hold holds find finds imply implies implied
    read reads reading charges contend runs goes quoting citing speculate testify suspect suspects
    prosecutors prosecution tribunal jury inquest inquiry lawsuit indictment writ
    """.split()
)
"""How something is said to be so that may not be."""

INVENTED = frozenset(
    """
    film movie play plays played playing acting acted voiced book novel dream dreams comic game episode drama
    song poem sketch fiction fictional imaginary mock plot parody spoof satire joke deepfake legend tale
    myth myths fairy theory theories rumour rumours rumor rumors gossip
    """.split()
)
"""Where something is only told to be so."""

UNTRUE = frozenset(
    """
    lie lies lied false fake faked hoax hoaxes forged purported untrue unproven counterfeit wrong mistaken mistake
    invalid void dubious so-called self-styled supposed
    """.split()
)

UNDONE = frozenset(
    """
    but although though however yet except exception exceptions proviso condition appeal quashed annulled
    vetoed stripped disqualified reversed scrapped collapsed expired withdrew withdrawn retracted corrected
    offside
    """.split()
)
"""What takes back, or narrows down, what is said beside it."""

_STEMS = re.compile(
    r"(?:alleg|testif|contend|speculat|forecast|project(?:s|ed|ion)|predict|suspect|purport|disput(?:ed|es)|dismiss"
    r"|den(?:y|ie)|suppos|accus|pretend|imagin)\w*"
)
SIGNED = re.compile(r"[–—−<>≤≥¥₹₽~±×]\s?(?=\d)|\b[A-Z]{1,3}\$(?=\d)|\(\d+\)|(?<=[a-z] )[A-HJ-Z]\b(?!\.\s?\S)")
"""What before a number makes it another one, or another kind of money; and the letter of "hepatitis A"."""

GUARDED = CLAIMED | INVENTED | UNTRUE | UNDONE | DENIALS | NEGATIONS


def loses(claim: Sequence[Word], source: Source) -> bool:
    """Whether a claim lacks such a word of the sentence that it is made of, or makes a statement of a question."""
    words, asks = _guarded(source)
    said = {word.key for word in claim} | {word.text.casefold() for word in claim}
    return not words <= said or (asks and not any("?" in word.text for word in claim))


def signs(text: str) -> list[str]:
    """The signs before numbers and the letters that stand alone, sorted."""
    return sorted(sign.strip() for sign in SIGNED.findall(text))


@lru_cache(maxsize=512)
def _guarded(source: Source) -> tuple[frozenset[str], bool]:
    """The guarded words of a whole sentence, and whether it asks something."""
    text = source.hit.chunk.text[source.start : source.end]
    keys = [word.key for word in read(text)]
    return frozenset(key for key in keys if key in GUARDED or _STEMS.fullmatch(key)), "?" in text
