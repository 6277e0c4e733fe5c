from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.types import Answer, Draft, Quote, Support, Verdict
from bot.writing import Writing
from tests.factories import hit, query
from vectorstore.types import Hit, Story

BRIDGE = hit("It voted to keep the old bridge open.")


def verify(sentence: str, hits: Sequence[Hit]) -> Verdict:
    """Supported when it starts with a capital, quoting as many characters as the sentence has."""
    if not sentence[0].isupper():
        return Verdict(support=Support.UNSUPPORTED, score=0.0)
    quote = Quote(article=BRIDGE.article, text=BRIDGE.chunk.text[: len(sentence)], start=0, end=len(sentence))
    return Verdict(support=Support.SUPPORTED, score=1.0, quotes=(quote,))


def written(*sentences: str) -> tuple[Writing, list[Answer]]:
    writing = Writing(answer=Answer(question="bridge?", query=query()))
    drafts = [Draft(text=sentence, hits=(BRIDGE,)) for sentence in sentences]
    return writing, list(writing.add(drafts, verify))


def test_each_answer_begins_with_the_one_before() -> None:
    _, answers = written("One.", "Two two.")

    assert [len(answer.sentences) for answer in answers] == [1, 2]
    assert answers[1].sentences[:1] == answers[0].sentences
    assert answers[1].citations[:1] == answers[0].citations


def test_what_is_not_supported_is_dropped_and_counted() -> None:
    writing, answers = written("no.", "Yes.")

    assert [sentence.text for sentence in answers[-1].sentences] == ["Yes."]
    assert writing.dropped == 1


def test_the_same_quote_keeps_its_number() -> None:
    _, answers = written("One.", "Two.", "Three.")

    assert [sentence.citations for sentence in answers[-1].sentences] == [(1,), (1,), (2,)]
    assert [citation.number for citation in answers[-1].citations] == [1, 2]


def test_a_citation_tells_the_story_of_its_article() -> None:
    story = Story(articles=2, outlets=("The Courier", "Gazette"), earliest=BRIDGE.article)
    writing = Writing(answer=Answer(question="bridge?", query=query()), stories={BRIDGE.article.id: story})

    (answer,) = writing.add([Draft(text="Yes.", hits=(BRIDGE,))], verify)

    assert [citation.story for citation in answer.citations] == [story]


@pytest.mark.parametrize(
    ("draft", "kept"), [((3, 8), (3, 8)), ((30, 60), None), (None, None)], ids=["inside", "outside", "unknown"]
)
def test_a_citation_keeps_the_words_that_answer_where_its_quote_holds_them(
    draft: tuple[int, int] | None, kept: tuple[int, int] | None
) -> None:
    writing = Writing(answer=Answer(question="q", query=query()))

    list(writing.add([Draft(text=BRIDGE.chunk.text, hits=(BRIDGE,), answer=draft)], verify))

    assert [citation.answer for citation in writing.answer.citations] == [kept]
