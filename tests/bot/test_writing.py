from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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


COUNCIL = hit("The council met on Monday. The bridge stays open. The mayor had argued against the bridge.")
PIECES: list[Draft | Declined | Usage] = [
    Draft(text="The council met on Monday.", hits=(COUNCIL,)),
    Draft(text="the moon is made of cheese.", hits=(COUNCIL,)),
    Draft(text="The bridge that stays had argued against the mayor.", hits=(COUNCIL,)),
    Draft(text="The mayor loudly had argued against the bridge.", hits=(COUNCIL,)),
    Usage(prompt="answer@1", tokens_in=9),
]


def quoting(sentence: str, hits: Sequence[Hit]) -> Verdict:
    """As ``verify``, but the quote is what the council's article says of the mayor."""
    text = COUNCIL.chunk.text
    start = text.index("The mayor")
    quote = Quote(article=COUNCIL.article, text=text[start:], start=start, end=len(text))
    return replace(verdict, quotes=(quote,)) if (verdict := verify(sentence, hits)).quotes else verdict


def test_what_a_model_wrote_is_counted_by_what_the_check_found() -> None:
    writing = Writing(answer=Answer(question="bridge?", query=query()), verify=quoting)

    answers = list(writing.write("fake:model", PIECES, [COUNCIL]))

    assert [[sentence.text for sentence in answer.sentences][-1] for answer in answers] == [
        "The council met on Monday.",
        "The mayor had argued against the bridge.",
        "The mayor loudly had argued against the bridge.",
    ]
    assert [sentence.verdict.support for sentence in writing.answer.sentences] == [
        Support.SUPPORTED,
        Support.SUPPORTED,
        Support.PARTLY,
    ]
    assert writing.answer.written == Written(
        model="fake:model",
        supported=1,
        partly=1,
        quoted=1,
        unsupported=1,
        usage=Usage(prompt="answer@1", tokens_in=9),
    )
    assert writing.answer.written.sentences == 4
    assert writing.answer.struck == ()


def test_a_quote_in_the_place_of_what_is_not_proven_is_given_once() -> None:
    writing = Writing(answer=Answer(question="bridge?", query=query()), verify=quoting)

    (answer,) = writing.write("fake:model", [PIECES[2], PIECES[2]], [COUNCIL])

    assert answer.plain == "The mayor had argued against the bridge."
    assert writing.answer.written == Written(model="fake:model", quoted=2)


def test_what_no_article_bears_out_can_be_kept_apart_to_be_struck_through() -> None:
    writing = Writing(answer=Answer(question="bridge?", query=query()), verify=verify, unsupported=Unsupported.STRUCK)

    *_, answer = writing.write("fake:model", PIECES[:2], [COUNCIL])

    assert answer.struck == (Struck(text="the moon is made of cheese.", after=1, missing=("no",)),)
    assert answer.plain == "The council met on Monday."
    assert len(answer.citations) == 1


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
