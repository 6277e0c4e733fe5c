from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from bot.change import Change
from bot.conversations.export import as_html, as_json, as_markdown, file_name
from bot.conversations.kept import Exchange, Kept
from bot.plain import ABRIDGED
from bot.types import Refusal, Support
from tests.factories import answer, article, citation, day, sentence

CITED = article(published=day("2026-11-20"), url="https://courier.example/bridge", author="Ann Lee")
KEPT = Kept(
    id="k",
    title="The old bridge",
    created=day("2026-11-24"),
    shared="secret",
    exchanges=(
        Exchange(
            question="What of the bridge?",
            answer=answer(sentence(support=Support.PARTLY, missing=("open",)), citations=(citation(of=CITED),)),
        ),
        Exchange(question="Who painted it?", answer=answer(refusal=Refusal(reason="The articles do not say."))),
        Exchange(question="And then?", problem="The model does not answer."),
    ),
)
HOSTILE = (
    "<script>alert(1)</script>",
    "![x](https://evil.example/x.png)",
    "[x](javascript:alert(1)) <img src=//evil.example>",
    "# not a heading",
    "- not a list\n1. nor this",
    "&lt;b&gt; {{ 7 * 7 }} {% raw %}",
)


@pytest.mark.parametrize("write", [as_markdown, as_html])
def test_a_source_that_is_only_a_summary_is_called_one(write: Callable[[Kept], str]) -> None:
    cited = citation(of=replace(CITED, abridged=True))
    kept = replace(KEPT, exchanges=(Exchange(question="What?", answer=answer(citations=(cited,))),))

    assert ABRIDGED in write(kept)
    assert ABRIDGED not in write(KEPT)


@pytest.mark.parametrize("write", [as_markdown, as_html])
def test_what_became_of_an_article_is_told_beside_the_answer_that_cites_it(
    write: Callable[[Kept, Sequence[Sequence[Change]]], str],
) -> None:
    removed = Change(
        article=replace(CITED, title="*Old* bridge").headline,
        present=None,
        citations=(1,),
        unsaid=(1,),
        told=(),
        difference=(),
    )

    written = write(KEPT, [[removed]])

    shown = MarkdownIt().render(written) if write is as_markdown else written
    assert "[1] The Courier, 20 November 2026: *Old* bridge: it was removed from the library since." in shown
    assert shown.count("removed from the library") == 1
    assert "Who painted it?" in shown


@pytest.mark.parametrize("written", [as_markdown(KEPT), as_html(KEPT)], ids=["markdown", "html"])
def test_an_export_has_every_question_answer_and_citation(written: str) -> None:
    for words in (
        "The old bridge",
        "What of the bridge?",
        "It voted to keep the old bridge open.",
        "not in its source: “open”",
        "Old bridge stays open",
        "The Courier",
        "Ann Lee",
        "20 November 2026",
        "https://courier.example/bridge",
        "The articles do not say.",
        "The model does not answer.",
    ):
        assert words in written


def test_json_has_every_field_but_where_it_is_shared() -> None:
    values = json.loads(as_json(KEPT))

    assert values["exchanges"][0]["answer"]["citations"][0]["article"]["url"] == CITED.url
    assert "shared" not in values


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_articles_say_is_no_markup_in_an_export(hostile: str) -> None:
    cited = article("x", hostile, title=hostile, source=hostile, author=hostile, url=hostile)
    exchange = Exchange(
        question=hostile, answer=answer(sentence(hostile), citations=(citation(hostile, of=cited),), notice=hostile)
    )
    harmless = Exchange(question="q", answer=answer(sentence("s"), notice="n"))
    attacked = Kept(title=hostile, exchanges=(exchange,))
    plain = Kept(title="t", exchanges=(harmless,))

    kinds = [
        {token.tag for block in MarkdownIt().parse(as_markdown(kept)) for token in (block, *(block.children or ()))}
        for kept in (plain, attacked)
    ]

    assert kinds[1] <= kinds[0] | {"br"}
    assert as_html(attacked).count("<") <= as_html(plain).count("<") + 3
    assert "<script" not in as_html(attacked)
    assert "<img" not in as_html(attacked)


def test_a_file_is_named_for_its_title() -> None:
    assert file_name(Kept(title="What of ../the bridge?"), "md") == "What-of-the-bridge.md"
    assert file_name(Kept(title="Мост?"), "json") == "Мост.json"
    assert file_name(Kept(title="पुराने पुल का?"), "md") == "पुराने-पुल-का.md"
    assert file_name(Kept(title="?!"), "html") == "conversation.html"
