from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Event

import pytest

from bot import compose as told
from bot.attributed import Verify
from bot.compose import Piece, compose, left_out
from bot.types import Answer, Conversation, Draft, Verdict
from bot.verify import verify
from bot.writing import Writing
from bot.written import Declined, Unsupported, Written
from tests.factories import hit, query
from vectorstore.errors import ModelUnreachable
from vectorstore.types import Hit, Query


def dropped(unsupported: int, quoted: int = 0) -> Written:
    return Written(model="scripted:model", unsupported=unsupported, quoted=quoted)


VETO = "The US vetoed the resolution on Wednesday."
OTHERS = "Two members abstained from the vote."
RAIN = "Rain fell on New York all day."
LIE = "France built 900 bridges in Toulouse."
HIT = hit(f"{VETO} {OTHERS} {RAIN}")
QUOTES = [Draft(text=VETO, hits=(HIT,), answer=(4, 6)), Draft(text=OTHERS, hits=(HIT,))]


@dataclass(frozen=True)
class Scripted:
    """Says what it is told to, resting on ``HIT``; an error among it is raised."""

    says: Sequence[str | Draft | Declined | Exception]
    name: str = "scripted:model"

    def draft(
        self, query: Query, hits: Sequence[Hit], conversation: Conversation, stop: Event | None = None
    ) -> Iterator[Piece]:
        for said in self.says:
            if isinstance(said, Exception):
                raise said
            yield said if isinstance(said, Draft | Declined) else Draft(text=said, hits=(HIT,))


def composed(*says: str | Draft | Declined | Exception, confidence: float = 0.9, check: Verify = verify) -> Answer:
    answer = Answer(question="Who vetoed it?", query=query(), hits=(HIT,), confidence=confidence)
    writing = Writing(answer=answer, verify=check)
    pieces = Scripted(says).draft(answer.query, [HIT], Conversation())
    list(compose(writing, Scripted.name, pieces, [HIT], QUOTES))
    return writing.answer


GONE = ModelUnreachable("the server went away")


@pytest.mark.parametrize(
    ("says", "shown", "notice"),
    [
        ([VETO], [VETO], ""),
        ([VETO, LIE], [VETO], left_out(dropped(1))),
        ([LIE], [VETO, OTHERS], told.QUOTED_INSTEAD),
        ([], [VETO, OTHERS], told.WROTE_NOTHING),
        ([LIE, OTHERS, f"Then {LIE}"], [OTHERS, VETO], told.QUOTED_AFTER),
        ([RAIN], [RAIN, VETO, OTHERS], told.MISSED),
        ([Declined()], [VETO, OTHERS], told.DECLINED),
        ([VETO, Declined()], [VETO], ""),
        ([GONE], [VETO, OTHERS], told.MODEL_FAILED.format(error=GONE)),
        ([VETO, GONE], [VETO], told.CUT_SHORT.format(error=GONE)),
        ([RAIN, GONE], [RAIN, VETO, OTHERS], told.CUT_SHORT.format(error=GONE)),
    ],
)
def test_quotes_make_up_for_what_a_model_does_not_say(
    says: list[str | Declined | Exception], shown: list[str], notice: str
) -> None:
    answer = composed(*says)

    assert [sentence.text for sentence in answer.sentences] == shown
    assert answer.notice == notice
    assert answer.model == ("scripted:model" if shown[0] != VETO or VETO in says else "")


def test_a_refusal_of_the_model_stands_when_the_articles_may_not_answer() -> None:
    answer = composed(Declined(), confidence=0.4)

    assert answer.sentences == ()
    assert answer.notice == ""
    assert answer.written is not None
    assert answer.written.declined


def test_an_answer_in_other_words_needs_no_quotes_after_it() -> None:
    said = "The US had stopped it at once, ambassadors said."
    other = hit(said, article_id="b")

    answer = composed(Draft(text=said, hits=(other,)))

    assert (answer.plain, answer.notice) == (said, "")


SWAPPED = "The resolution vetoed the US on Wednesday."


def without_order(sentence: str, hits: Sequence[Hit]) -> Verdict:
    """A check that does not see who did it to whom."""
    return verify(VETO if sentence == SWAPPED else sentence, hits)


@pytest.mark.parametrize(
    ("says", "shown", "notice"),
    [
        ([SWAPPED], [VETO], told.QUOTED_INSTEAD),
        ([SWAPPED, SWAPPED, OTHERS], [VETO, OTHERS], left_out(dropped(0, quoted=2))),
        ([OTHERS, SWAPPED, LIE], [OTHERS, VETO], left_out(dropped(1, quoted=1))),
        ([SWAPPED, GONE], [VETO], told.CUT_SHORT.format(error=GONE)),
    ],
)
def test_what_is_not_proven_is_replaced_by_what_the_articles_say(
    says: list[str | Exception], shown: list[str], notice: str
) -> None:
    answer = composed(*says, check=without_order)

    assert [sentence.text for sentence in answer.sentences] == shown
    assert answer.notice == notice
    assert answer.written is not None
    assert answer.written.quoted == says.count(SWAPPED)
    assert answer.model == ("scripted:model" if OTHERS in says else "")


def test_a_reader_is_told_what_became_of_the_sentences() -> None:
    assert left_out(dropped(0)) == ""
    assert left_out(dropped(1)) == "1 sentence was left out because the articles do not bear it out."
    assert left_out(dropped(2), Unsupported.STRUCK) == (
        "2 sentences were struck through because the articles do not bear them out."
    )
    assert left_out(dropped(1, quoted=2)) == (
        "2 sentences were replaced by what the articles say, because they do not prove them. "
        "1 sentence was left out because the articles do not bear it out."
    )
