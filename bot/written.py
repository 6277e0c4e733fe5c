"""The words of what a chat model does for an answer: what it took, what it wrote, and what became of that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vectorstore.errors import BadInput


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """A chat model's word, in the place of a draft, that the articles do not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What one request to a chat model took.

    ``prompt`` is the name of the prompt and the beginning of its file's SHA-256: ``answer@1f0a2b3c4d5e``.
    ``cost`` is in the currency of the prices in the settings, None when there are none.
    """

    prompt: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = None
    estimated: bool = False  # counted by us from the length of the text: the model did not say


TOOK = ("tokens_in", "tokens_out", "cost")
"""What a request takes besides time, by the names that ``Answer.timings`` has it under."""


class Unsupported(StrEnum):
    """What becomes of a sentence that no article bears out. It is never shown as fact, and it cites nothing."""

    DROPPED = "dropped"
    STRUCK = "struck"


def treated(unsupported: str) -> Unsupported:
    """What is to become of sentences that no article bears out, checked.

    Raises: BadInput: there is no such treatment.
    """
    try:
        return Unsupported(unsupported)
    except ValueError as error:
        raise BadInput(f"a sentence without support can be {' or '.join(Unsupported)}, not {unsupported!r}") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck:
    """A sentence of a chat model that no article bears out, for a reader who chose to see such, struck through.

    It is no part of the answer. ``after`` is how many sentences of the answer stand before it; ``missing`` names
    what no article has.
    """

    text: str
    after: int
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a chat model did for an answer, whether or not any of it is shown: sentences by what the check found.

    In the place of those ``quoted`` stands what the articles say: they may be true, but are not proven.
    """

    model: str
    supported: int = 0
    partly: int = 0
    quoted: int = 0
    unsupported: int = 0
    declined: bool = False  # it said that the articles do not say
    usage: Usage | None = None  # None when it was never reached

    @property
    def kept(self) -> int:
        """Sentences that are shown."""
        return self.supported + self.partly

    @property
    def sentences(self) -> int:
        """All that it wrote."""
        return self.kept + self.quoted + self.unsupported

    @property
    def took(self) -> dict[str, float]:
        """What the request took, by name; ``cost`` only where there are prices."""
        if self.usage is None:
            return {}
        taken = {name: getattr(self.usage, name) for name in TOOK}
        return {name: float(value) for name, value in taken.items() if value is not None}
