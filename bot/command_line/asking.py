"""``ask`` one question, or ``chat``."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from bot.build import load_bot
from bot.command_line.options import ArticleId, AsOf, Data, Json, Model, ModelUrl, Since, Source, Strictness, Until
from bot.types import Conversation
from bot.written import Unsupported
from vectorstore.errors import BadInput

Struck = Annotated[bool, typer.Option("--struck", help="Show what a model made up, struck through.")]
Without = Annotated[list[str] | None, typer.Option(help="Do not read this out of the question: period or outlets.")]


def ask(
    question: str,
    as_of: AsOf = None,
    since: Since = None,
    until: Until = None,
    source: Source = None,
    article: ArticleId = None,
    model: Model = None,
    model_url: ModelUrl = None,
    data: Data = None,
    without: Without = None,
    strictness: Strictness = None,
    struck: Struck = False,
    as_json: Json = False,
) -> None:
    """Ask one question and print the answer with its sources."""
    with load_bot(data=data, model=model, model_url=model_url) as bot:
        answer = bot.ask(
            question,
            as_of=as_of,
            since=since,
            until=until,
            sources=source or (),
            articles=article or (),
            without=without or (),
            strictness=strictness,
            unsupported=Unsupported.STRUCK if struck else None,
        )
    print(json.dumps(answer.to_dict(), ensure_ascii=False, indent=2) if as_json else answer)


def chat(model: Model = None, model_url: ModelUrl = None, data: Data = None, strictness: Strictness = None) -> None:
    """Ask question after question; an empty line ends it."""
    conversation = Conversation()
    with load_bot(data=data, model=model, model_url=model_url) as bot:
        while question := _next_question():
            try:
                answer = bot.ask(question, conversation=conversation, strictness=strictness)
            except BadInput as error:
                print(f"{error}\n")
                continue
            conversation = conversation.after(answer)
            if answer.query.text != question:
                print(f"(searched for: {answer.query.text})")
            print(f"{answer}\n")


def _next_question() -> str:
    try:
        return input("> ").strip()
    except EOFError:
        return ""
