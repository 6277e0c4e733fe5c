from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.types import Answer, Draft, Quote, Support, Verdict
from bot.writing import Writing
from bot.written import Declined, Struck, Unsupported, Usage, Written
from tests.factories import hit, query
from vectorstore.types import Hit, Story

BRIDGE = hit("It voted to keep the old bridge open.")


def verify(sentence: str, hits: Sequence[Hit]) -> Verdict:
    """Supported when it starts with a capital, quoting as many characters as the sentence has."""
    if not sentence[0].isupper():
        return Verdict(support=Support.UNSUPPORTED, score=0.0, missing=("no",))
    quote = Quote(article=BRIDGE.article, text=BRIDGE.chunk.text[: len(sentence)], start=0, end=len(sentence))
    return Verdict(support=Support.SUPPORTED, score=1.0, quotes=(quote,))


def written(*sentences: str) -> tuple[Writing, list[Answer]]:
    writing = Writing(answer=Answer(question="bridge?", query=query()), verify=verify)
    return writing, list(writing.quote(Draft(text=sentence, hits=(BRIDGE,)) for sentence in sentences))


def test_each_answer_begins_with_the_one_before() -> None:
    _, answers = written("One.", "Two two.")

    assert [len(answer.sentences) for answer in answers] == [1, 2]
    assert answers[1].sentences[:1] == answers[0].sentences
    assert answers[1].citations[:1] == answers[0].citations


def test_what_is_not_supported_is_not_quoted() -> None:
    _, answers = written("no.", "Yes.")

    assert [sentence.text for sentence in answers[-1].sentences] == ["Yes."]


PIECES: list[Draft | Declined | Usage] = [
    Draft(text="The bridge stays open.", hits=(BRIDGE,)),
    Draft(text="no bridge stays open.", hits=(BRIDGE,)),
    Draft(text="The council voted for it.", hits=(BRIDGE,)),
    Usage(prompt="answer@1", tokens_in=9),
]


def test_what_a_model_wrote_is_counted_by_what_the_check_found() -> None:
    writing = Writing(answer=Answer(question="bridge?", query=query()), verify=verify)

    answers = list(writing.write("fake:model", PIECES, [BRIDGE]))

    assert [answer.plain for answer in answers] == [
        "The bridge stays open.",
        "The bridge stays open. The council voted for it.",
    ]
    assert writing.answer.written == Written(
        model="fake:model", supported=2, unsupported=1, usage=Usage(prompt="answer@1", tokens_in=9)
    )
    assert writing.answer.struck == ()


def test_what_no_article_bears_out_can_be_kept_apart_to_be_struck_through() -> None:
    writing = Writing(answer=Answer(question="bridge?", query=query()), verify=verify, unsupported=Unsupported.STRUCK)

    *_, answer = writing.write("fake:model", PIECES, [BRIDGE])

    assert answer.struck == (Struck(text="no bridge stays open.", after=1, missing=("no",)),)
    assert answer.plain == "The bridge stays open. The council voted for it."
    assert len(answer.citations) == 2


def test_the_same_quote_keeps_its_number() -> None:
    _, answers = written("One.", "Two.", "Three.")

    assert [sentence.citations for sentence in answers[-1].sentences] == [(1,), (1,), (2,)]
    assert [citation.number for citation in answers[-1].citations] == [1, 2]


def test_a_citation_tells_the_story_of_its_article() -> None:
    story = Story(articles=2, outlets=("The Courier", "Gazette"), earliest=BRIDGE.article)
    writing = Writing(
        answer=Answer(question="bridge?", query=query()), verify=verify, stories={BRIDGE.article.id: story}
    )

    (answer,) = writing.quote([Draft(text="Yes.", hits=(BRIDGE,))])

    assert [citation.story for citation in answer.citations] == [story]


@pytest.mark.parametrize(
    ("draft", "kept"), [((3, 8), (3, 8)), ((30, 60), None), (None, None)], ids=["inside", "outside", "unknown"]
)
def test_a_citation_keeps_the_words_that_answer_where_its_quote_holds_them(
    draft: tuple[int, int] | None, kept: tuple[int, int] | None
) -> None:
    writing = Writing(answer=Answer(question="q", query=query()), verify=verify)

    list(writing.quote([Draft(text=BRIDGE.chunk.text, hits=(BRIDGE,), answer=draft)]))

    assert [citation.answer for citation in writing.answer.citations] == [kept]
