"""Sentences that a model might write about the bundled articles: true ones put otherwise, and false ones.

``tests/written_sentences.jsonl`` holds those that are put mildly otherwise, ``tests/fluent_sentences.jsonl`` those that
a good chat model would write: it joins sentences, resolves pronouns and days, rounds numbers and adds offices.
``tests/held_out_sentences.jsonl`` holds more of these, written and measured before the rule was widened once more.
No false one may ever be shown as supported; of the true ones enough must be that the rule does not simply leave out
everything.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

import bot.evaluate
from bot.evaluate import data
from bot.evaluate.gold import Claim
from bot.support import support_for
from bot.types import Draft, Support
from bot.verify import verify
from tests.factories import hit
from vectorstore.types import Hit

BUNDLED = Path(bot.evaluate.__file__).parent / "bundled"
MILD, FLUENT, HELD_OUT = (
    [json.loads(line) for line in (Path(__file__).parents[1] / name).read_text(encoding="utf-8").splitlines()]
    for name in ("written_sentences.jsonl", "fluent_sentences.jsonl", "held_out_sentences.jsonl")
)
FALSE = [row for row in [*MILD, *FLUENT, *HELD_OUT] if not row["true"]]


@cache
def passages() -> Mapping[str, Hit]:
    """Each bundled article as one passage."""
    return {
        article.id: hit(article.text, article_id=article.id, source=article.source, published=article.published)
        for article in data.load(BUNDLED).articles
    }


def support(row: Mapping[str, str]) -> Support:
    passage = passages()[row["article"]]
    return support_for(Draft(text=row["sentence"], hits=(passage,)), [passage], verify).support


@pytest.mark.parametrize("row", FALSE, ids=lambda row: f"{row['kind']}: {row['sentence']}")
def test_what_is_false_is_never_supported_not_even_partly(row: Mapping[str, str]) -> None:
    assert support(row) is Support.UNSUPPORTED


@pytest.mark.parametrize(("rows", "least"), [(MILD, 0.55), (FLUENT, 0.35), (HELD_OUT, 0.25)])
def test_much_of_what_is_true_is_proven(rows: list[Mapping[str, str]], least: float) -> None:
    true = [row for row in rows if row["true"]]

    proven = [row for row in true if support(row) is Support.SUPPORTED]

    assert len(true) >= 40
    assert len(proven) >= least * len(true)


def test_there_are_enough_false_sentences_of_many_kinds() -> None:
    assert len(FALSE) >= 400
    assert len({row["kind"] for row in FALSE}) >= 15


@pytest.mark.parametrize(
    "claim", [row for row in data.load(BUNDLED).claims if row.label != "supported"], ids=lambda row: row.id
)
def test_no_claim_of_the_bundled_set_that_is_not_so_is_supported(claim: Claim) -> None:
    passage = hit(claim.source_text)

    said = support_for(Draft(text=claim.claim, hits=(passage,)), [passage], verify)

    assert said.support is not Support.SUPPORTED
