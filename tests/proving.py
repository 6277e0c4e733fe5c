"""Whether a text proves a sentence, as the tests of ``bot.proving`` ask it."""

from __future__ import annotations

from bot.support import support_for
from bot.types import Draft, Support
from bot.verify import verify
from tests.factories import day, hit


def proves(source: str, sentence: str, published: str = "2025-02-11T14:00:00") -> bool:
    """Whether a sentence is shown as supported by a text that was published then; "" for no one knows when."""
    passage = hit(source, published=day(published) if published else None)
    return support_for(Draft(text=sentence, hits=(passage,)), [passage], verify).support is Support.SUPPORTED
