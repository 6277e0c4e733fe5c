from __future__ import annotations

import pytest

from bot.reading import is_whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("He spoke to reporters in Pyongyang on Thursday.", True),
        ("He said: “We are ready to talk with Turkey.”", True),
        ("Who spoke to reporters in Pyongyang on Thursday?", False),
        ("Lavrov (centre) said Russia and Turkey are in talks [Getty]", False),
        ("Live Story", False),
        ("Not now.", False),
        ("议会以五票对三票决定让旧桥继续开放。", True),
        ("市议会投票决定保留旧桥", False),
        ("好的。", False),
        ("परिषद ने पुराने पुल को खुला रखने का निर्णय किया।", True),
    ],
)
def test_a_heading_a_caption_or_a_question_is_no_whole_sentence(text: str, *, whole: bool) -> None:
    assert is_whole(text) is whole
