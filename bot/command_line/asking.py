"""``ask`` one question, or ``chat``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Annotated

import typer

from bot.build import load_bot
from bot.command_line.options import ArticleId, AsOf, Data, Json, Model, ModelUrl, Since, Source, Strictness, Until
from bot.plain import as_text, prose
from bot.types import Answer, Conversation
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
        answers = bot.stream(
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
        if as_json:
            *_, answer = answers
            print(json.dumps(answer.to_dict(), ensure_ascii=False, indent=2))
        else:
            told(answers)


def chat(model: Model = None, model_url: ModelUrl = None, data: Data = None, strictness: Strictness = None) -> None:
    """Ask question after question; an empty line ends it."""
    conversation = Conversation()
    with load_bot(data=data, model=model, model_url=model_url) as bot:
        while question := _next_question():
            try:
                answer = told(bot.stream(question, conversation=conversation, strictness=strictness), question)
            except BadInput as error:
                print(f"{error}\n")
                continue
            conversation = conversation.after(answer)
            print()


def told(answers: Iterable[Answer], asked: str = "") -> Answer:
    """Print an answer sentence by sentence, each as soon as it is checked, and give it back.

    Before it goes what was searched for, where that is not what was ``asked``.
    """
    said = ""
    for number, answer in enumerate(answers):
        if asked and number == 0 and answer.query.text != asked:
            print(f"(searched for: {answer.query.text})")
        more = prose(answer).removeprefix(said)
        print(more, end="", flush=True)
        said += more
    print(as_text(answer).removeprefix(said))
    return answer


def _next_question() -> str:
    try:
        return input("> ").strip()
    except EOFError:
        return ""
