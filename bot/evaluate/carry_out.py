"""Sets and systems into results: each run in a process of its own when there are several."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from bot.evaluate.asking import latest
from bot.evaluate.data import load
from bot.evaluate.result import Result, read, write
from bot.evaluate.run import Plan, evaluate
from bot.evaluate.show import Bars
from bot.evaluate.store import Opener, Progress
from bot.evaluate.systems import SYSTEMS, TUTORIAL, open_ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One set, one system, and where the result goes. A ``folder`` that is a file is a result already."""

    folder: Path
    system: str = SYSTEMS[0]
    model: str | None = None
    judge: str | None = None
    limit: int | None = None
    as_of_field: str | None = None
    article_field: str | None = None
    data: Path = Path("data/evaluate")
    fresh: bool = False
    out: Path | None = None
    texts: bool = True


def carry_out(order: Order, progress: Progress | None = None) -> Result:
    """Run it in this process and write its file; or read it when it was run before. Bars unless ``progress``."""
    if order.folder.is_file():
        return read(order.folder)
    evaluation_set = load(order.folder).first(order.limit)
    plan = Plan(
        name=order.system,
        kind=TUTORIAL if order.system == TUTORIAL else "articlebot",
        opener=_opener(order, today=latest(evaluation_set)),
        data=order.data,
        as_of_field=order.as_of_field,
        article_field=order.article_field,
        fresh=order.fresh,
    )
    if progress is not None:
        result = evaluate(evaluation_set, plan, progress)
    else:
        with Bars(f"{evaluation_set.name}, {order.system}") as bars:
            result = evaluate(evaluation_set, plan, bars)
    if order.judge:
        result = _judged(result, order.judge)
    if order.out:
        write(result, order.out, texts=order.texts)
    return result


def carry_out_all(orders: Sequence[Order]) -> list[Result]:
    """All of them, in order. Processes apart keep the memory of one run out of the figures of the next."""
    if sum(order.folder.is_dir() for order in orders) < 2:
        return [carry_out(order) for order in orders]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        return list(pool.map(carry_out, orders))


def named_apart(orders: Sequence[Order]) -> list[Order]:
    """The orders, each with its own file: of several, ``all.json`` becomes ``all-<set>-<system>.json``."""
    if len(orders) == 1:
        return list(orders)
    return [
        replace(order, out=order.out.with_stem(f"{order.out.stem}-{order.folder.name}-{order.system}"))
        if order.out
        else order
        for order in orders
    ]


def _judged(result: Result, name: str) -> Result:
    from bot.evaluate.judge import judged
    from bot.models import chat_model

    return judged(result, chat_model(name), name)


def _opener(order: Order, today: datetime | None) -> Opener:
    if order.system == TUTORIAL:
        from bot.evaluate.tutorial import Tutorial

        return Tutorial.open
    return partial(open_ours, retriever=order.system, model=order.model, today=today)
