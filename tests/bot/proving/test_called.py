from __future__ import annotations

import pytest

from bot.proving.called import longer, shortened
from bot.proving.words import read, said


def short(text: str, *article: str) -> str:
    names = longer([read(sentence) for sentence in article])
    return " ".join(word.text for word in said(shortened(read(text), names)))


@pytest.mark.parametrize(
    ("text", "article", "called"),
    [
        ("Ilse Varga spoke.", ["Ilse Varga left.", "Varga wept."], "Varga spoke"),
        ("Ilse Varga spoke.", ["Ilse Varga left.", "Ms Varga wept."], "Varga spoke"),
        ("Ilse Varga spoke.", ["The commander Ilse Varga left."], "Varga spoke"),
        ("Ilse Varga spoke.", ["Ilse Varga left."], "Ilse Varga spoke"),
        ("Olga Varga spoke.", ["Ilse Varga left.", "Varga wept."], "Olga Varga spoke"),
        ("Mr Varga spoke.", ["Ilse Varga left.", "Ms Varga wept."], "Mr Varga spoke"),
        ("Ilse Varga spoke.", ["Ilse Varga left.", "Varga wept.", "Jan Varga slept."], "Ilse Varga spoke"),
        ("South Korea won.", ["South Korea won.", "Korea was divided."], "South Korea won"),
        ("The Security Council met.", ["The Security Council met.", "Council members slept in the council."],
         "Security Council met"),
    ],
)  # fmt: skip
def test_a_long_name_is_shortened_only_where_it_can_mean_nobody_else(
    text: str, article: list[str], called: str
) -> None:
    assert short(text, *article) == called
