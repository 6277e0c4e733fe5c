from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.command_line.asking import told
from bot.types import Answer
from tests.factories import answer, sentence

WHOLE = answer(sentence("Rates rose."), sentence("They fell."), notice="One was left out.", searched="Did rates rise?")


def growing(printed: pytest.CaptureFixture[str], seen: list[str]) -> Iterator[Answer]:
    """The answer as it grows; ``seen`` is what was printed of it each time before it went on."""
    for sentences in (1, 2):
        yield replace(WHOLE, sentences=WHOLE.sentences[:sentences], notice="")
        seen.append(printed.readouterr().out)
    yield WHOLE


def test_each_sentence_is_printed_as_soon_as_it_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[str] = []

    given = told(growing(capsys, seen))

    assert given == WHOLE
    assert seen == ["Rates rose. [1]", " They fell. [1]"]
    assert "".join([*seen, capsys.readouterr().out]) == f"{WHOLE}\n"


@pytest.mark.parametrize(
    ("asked", "first"), [("And then?", "(searched for: Did rates rise?)\n"), ("Did rates rise?", "")]
)
def test_what_was_searched_for_is_said_first(asked: str, first: str, capsys: pytest.CaptureFixture[str]) -> None:
    told([WHOLE, WHOLE], asked)

    assert capsys.readouterr().out == f"{first}{WHOLE}\n"
