from __future__ import annotations

from bot.proving.source import sources
from tests.factories import hit


def test_sentences_know_their_place_their_paragraph_and_what_is_quoted() -> None:
    passage = hit("Ann fell. “We left,” said Bob. “We wept.”\n\nCarl slept.")

    found = sources(passage)

    assert [passage.chunk.text[one.start : one.end] for one in found] == [
        "Ann fell.",
        "“We left,” said Bob.",
        "“We wept.”",
        "Carl slept.",
    ]
    assert [one.paragraph for one in found] == [0, 0, 0, 1]
    assert [[word.quoted for word in one.words if not word.mark] for one in found] == [
        [False, False],
        [True, True, False, False],
        [True, True],
        [False, False],
    ]
