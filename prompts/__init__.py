"""What is said to a chat model: one Markdown file per prompt, with front matter that declares its variables.

---
description: one line
variables: [question]
---
# system
Text with {question} in it.

# history

# human
{question}

The sections become messages in the order they stand in. ``# history`` is where the turns so far go; it has no
text of its own and is not declared. A literal brace is written twice.
"""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from string import Formatter

from langchain_core.prompts import ChatPromptTemplate, MessagesPlaceholder

from vectorstore.errors import BadPrompt

FOLDER = Path(__file__).parent
HISTORY = "history"
ROLES = ("system", "human", "ai")
VERSION = "prompt"
SHORT = 12  # characters of a SHA-256

_FILE = re.compile(r"\A---\n(?P<front>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)
_VARIABLES = re.compile(r"^variables:\s*\[(.*)\]\s*$", re.MULTILINE)
_SECTION = re.compile(r"^# (\w+)[ \t]*$", re.MULTILINE)


def load(name: str, folder: Path = FOLDER) -> ChatPromptTemplate:
    """The prompt in ``<name>.md``.

    Raises:
        BadPrompt: there is no such file, it is not in the form above, or it uses other variables than it declares.
    """
    path = folder / f"{name}.md"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in folder.glob("*.md"))) or "none"
        raise BadPrompt(f"there is no prompt {name!r} in {folder}: the ones there are {known}")
    try:
        text = path.read_text(encoding="utf-8")
        prompt = parse(text)
    except BadPrompt as error:
        raise BadPrompt(f"{path}: {error}") from None
    prompt.metadata = {VERSION: f"{name}@{sha256(text.encode()).hexdigest()[:SHORT]}"}
    return prompt


def version(prompt: ChatPromptTemplate) -> str:
    """The name of a prompt and the beginning of its file's SHA-256; empty for one that is from no file."""
    return str((prompt.metadata or {}).get(VERSION, ""))


def parse(text: str) -> ChatPromptTemplate:
    """The prompt that a file's text describes.

    Raises:
        BadPrompt: the text is not in the form above, or uses other variables than it declares.
    """
    file = _FILE.match(text)
    if not file:
        raise BadPrompt("a prompt starts with front matter between two lines of ---")
    sections = _sections(file["body"])
    _compare(_declared(file["front"]), _used(sections))
    return ChatPromptTemplate(
        [MessagesPlaceholder(HISTORY, optional=True) if role == HISTORY else (role, said) for role, said in sections]
    )


def _declared(front: str) -> set[str]:
    line = _VARIABLES.search(front)
    if not line:
        raise BadPrompt("the front matter declares no variables: add a line like variables: [question]")
    return {name.strip() for name in line[1].split(",") if name.strip()}


def _sections(body: str) -> list[tuple[str, str]]:
    before, *parts = _SECTION.split(body)
    if before.strip() or not parts:
        raise BadPrompt("the text starts with a section such as # system")
    sections = [(role, said.strip()) for role, said in zip(parts[::2], parts[1::2], strict=True)]
    for role, said in sections:
        if role not in (*ROLES, HISTORY):
            raise BadPrompt(f"there is no section # {role}: use # {', # '.join((*ROLES, HISTORY))}")
        if bool(said) == (role == HISTORY):
            raise BadPrompt(f"the section # {role} {'has text of its own' if said else 'is empty'}")
    return sections


def _used(sections: list[tuple[str, str]]) -> set[str]:
    try:
        fields = [name for _, said in sections for _, name, _, _ in Formatter().parse(said)]
    except ValueError as error:
        raise BadPrompt(f"a brace is not closed or not doubled: {error}") from error
    return {name for name in fields if name is not None}


def _compare(declared: set[str], used: set[str]) -> None:
    if unknown := sorted(used - declared):
        raise BadPrompt(f"it uses {', '.join(map(repr, unknown))} without declaring it in variables")
    if idle := sorted(declared - used):
        raise BadPrompt(f"it declares {', '.join(map(repr, idle))} without using it")
