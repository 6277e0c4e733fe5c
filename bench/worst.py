"""The worst failures of a run of ``python -m bot evaluate``: answers that were wrong with the most confidence.

    python -m bot evaluate SET --out X.json
    python -m bench.worst X.json [--most 20]

A line of the table in ``docs/reading.md`` each, but for why it failed. "–": the articles do not say.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.evaluate.result import QuestionResult, read

app = typer.Typer(add_completion=False)


@app.command()
def worst(
    result: Annotated[Path, typer.Argument(help="a result file, with its texts")],
    most: int = 20,
) -> None:
    """Print the table."""
    found = sorted(filter(is_wrong, read(result).questions), key=lambda one: one.confidence, reverse=True)
    print("| confidence | question | should be | said |\n|---|---|---|---|")
    for one in found[:most]:
        should = one.expected[0] if one.expected else "–"
        print(f"| {one.confidence:.2f} | {cell(one.question)} | {cell(should)} | {cell(one.answered)} |")


def is_wrong(one: QuestionResult) -> bool:
    """Whether it was answered, and does not hold what it should; an answer to what no article says is wrong."""
    if one.refusal or one.way != "ours":
        return False
    return not one.answerable or one.values.get("answer_contains") == 0


def cell(text: str) -> str:
    """A text as it may stand in a table."""
    return " ".join(text.replace("|", "/").split())


if __name__ == "__main__":
    app()
