from __future__ import annotations

import pytest

from bot.types import Sentence, Support
from bot.web.assurance import assurance, assurance_html
from tests.factories import answer, sentence

QUOTED = sentence()
CHECKED = sentence("The bridge stays open.")
PARTLY = sentence("The bridge stays open for good.", support=Support.PARTLY)


@pytest.mark.parametrize(
    ("sentences", "said"),
    [
        ((QUOTED,), "Quoted word for word."),
        ((QUOTED, QUOTED), "Every sentence is quoted word for word."),
        ((CHECKED,), "Proven by its source."),
        ((QUOTED, CHECKED), "1 sentence quoted word for word, 1 proven by its source."),
        ((PARTLY,), "Only partly in its source."),
        (
            (QUOTED, QUOTED, PARTLY),
            "2 sentences quoted word for word, 1 only partly in its source.",
        ),
    ],
)
def test_how_far_an_answer_is_proven_is_said_in_words(sentences: tuple[Sentence, ...], said: str) -> None:
    assert assurance(answer(*sentences)) == said


def test_only_what_is_wholly_proven_gets_a_check_mark() -> None:
    assert "<svg" in assurance_html(answer(QUOTED, CHECKED))
    assert "<svg" not in assurance_html(answer(QUOTED, PARTLY))
