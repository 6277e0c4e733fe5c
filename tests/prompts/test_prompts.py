from __future__ import annotations

from pathlib import Path

import pytest
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

from prompts import FOLDER, load, parse
from vectorstore.errors import BadPrompt

GOOD = """---
description: Say it.
variables: [place, question]
---
# system
You are in {place}. A brace is {{so}}.

# history

# human
{question}
"""


def test_sections_become_messages_in_order() -> None:
    past = [HumanMessage("Before?"), AIMessage("Yes.")]

    messages = parse(GOOD).format_messages(place="Veyle", question="Where?", history=past)

    assert messages == [SystemMessage("You are in Veyle. A brace is {so}."), *past, HumanMessage("Where?")]


def test_history_may_be_left_out() -> None:
    messages = parse(GOOD).format_messages(place="Veyle", question="Where?")

    assert [message.type for message in messages] == ["system", "human"]


def test_braces_in_a_value_are_not_read_as_variables() -> None:
    messages = parse(GOOD).format_messages(place="{question}", question="{place} {0} {{x}}")

    assert [message.content for message in messages] == [
        "You are in {question}. A brace is {so}.",
        "{place} {0} {{x}}",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{question}", "{question} {mood}", "it uses 'mood' without declaring it in variables"),
        ("{question}", "Where?", "it declares 'question' without using it"),
        ("variables: [place, question]\n", "", "the front matter declares no variables"),
        ("---\n# system", "# system", "a prompt starts with front matter"),
        ("# system", "# boss", "there is no section # boss: use # system, # human, # ai, # history"),
        ("# system\n", "Hello.\n# system\n", "the text starts with a section"),
        ("{question}", "", "the section # human is empty"),
        ("# history\n", "# history\nBefore.\n", "the section # history has text of its own"),
        ("{{so}}", "{so", "a brace is not closed or not doubled"),
        ("{question}", "{}{question}", "it uses '' without declaring it"),
    ],
)
def test_a_faulty_prompt_is_refused_with_what_is_wrong(old: str, new: str, said: str) -> None:
    with pytest.raises(BadPrompt, match=said):
        parse(GOOD.replace(old, new))


def test_the_file_is_named_when_its_prompt_is_faulty(tmp_path: Path) -> None:
    (tmp_path / "hello.md").write_text("Hello.", encoding="utf-8")

    with pytest.raises(BadPrompt, match=r"hello\.md: a prompt starts with front matter"):
        load("hello", tmp_path)


def test_an_unknown_prompt_is_answered_with_the_known_ones() -> None:
    with pytest.raises(BadPrompt, match=r"there is no prompt 'nothing' in .*: the ones there are .*answer"):
        load("nothing")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.md")), ids=lambda path: path.stem)
def test_every_prompt_of_the_project_is_whole(path: Path) -> None:
    prompt = load(path.stem)

    assert prompt.messages
