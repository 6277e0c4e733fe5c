"""What a model says, without the thoughts that it speaks aloud, and without what it makes up after its own end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

OPENING = ("<think>", "<thinking>", "<thought>", "<thoughts>", "<reasoning>", "<reflection>", "[think]", "◁think▷")
CLOSING = tuple(f"{tag[0]}/{tag[1:]}" for tag in OPENING)

ALOUD = ("okay, ", "okay so", "ok, ", "alright, ", "hmm", "let me ", "let's ", "first, i ", "first, let", "the user ",
         "we need to ", "i need to ")  # fmt: skip
"""How thoughts begin whose opening tag is not sent: it is in the chat template of models such as DeepSeek-R1."""

OVER = ("<|im_end|>", "<|im_start|>", "<|eot_id|>", "<|endoftext|>", "<|end_of_text|>", "<|end|>", "<|user|>",
        "<|assistant|>", "<|system|>", "</s>", "<end_of_turn>", "<start_of_turn>", "[inst]", "[/inst]")  # fmt: skip
"""With these a turn ends. What comes after it is a conversation that the model invents."""

TAGS = (*OPENING, *CLOSING, *OVER)
LONGEST_TAG = max(map(len, TAGS))


def _any_of(tags: Iterable[str]) -> str:
    return "|".join(map(re.escape, tags))


_CLOSING = re.compile(_any_of(CLOSING), re.IGNORECASE)
_TAG = re.compile(
    f"(?P<opens>{_any_of(OPENING)})|(?P<closes>{_any_of(CLOSING)})|(?P<over>{_any_of(OVER)})", re.IGNORECASE
)
_BEGINS_A_TAG = re.compile(r"[<\[◁][^<\[◁]*\Z")


def spoken(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces as they come, up to the end of the turn and without thoughts, however long these are."""
    thinking, text = False, ""
    for piece in _after_thinking_aloud(iter(pieces)):
        text += piece
        while tag := (_CLOSING if thinking else _TAG).search(text):
            if not thinking:
                yield text[: tag.start()]
                if tag["over"]:
                    return
            thinking = not thinking and tag["opens"] is not None
            text = text[tag.end() :]
        whole = _half_tag(text)
        if not thinking:
            yield text[:whole]
        text = text[whole:]
    if not thinking:
        yield text


def _after_thinking_aloud(coming: Iterator[str]) -> Iterator[str]:
    """The pieces; where they begin as thoughts do, held back until these end, and all of them where they never do."""
    held = ""
    for piece in coming:
        held += piece
        begun = held.lstrip().casefold()
        if begun.startswith(ALOUD):
            break
        if not any(words.startswith(begun) for words in ALOUD):
            yield held
            yield from coming
            return
    for piece in chain([""], coming):
        held += piece
        if end := _CLOSING.search(held, max(0, len(held) - len(piece) - LONGEST_TAG) if piece else 0):
            yield held[end.end() :]
            yield from coming
            return
    yield held


def _half_tag(text: str) -> int:
    """Where a tag begins that the text may end inside of; the length of the text when there is none."""
    begun = _BEGINS_A_TAG.search(text, max(0, len(text) - LONGEST_TAG))
    if begun and any(tag.startswith(begun.group().casefold()) for tag in TAGS):
        return begun.start()
    return len(text)
