from __future__ import annotations

from dataclasses import replace

from langchain_core.language_models.fake_chat_models import GenericFakeChatModel

from bot.evaluate.judge import judged
from bot.evaluate.result import Figure, Passage, QuestionResult, Result
from tests.factories import result

ANSWERED = QuestionResult(
    id="q1",
    way="ours",
    values={},
    question="Who won?",
    answered="Ruth {won}.",
    cited=(Passage(article_id="a", text="Ruth won."),),
    expected=("Ruth",),
)
REFUSED = QuestionResult(id="q2", way="ours", values={}, question="Who lost?", refusal="The articles do not say.")


def judging(*said: str) -> Result:
    model = GenericFakeChatModel(messages=iter(said))
    return judged(replace(result(), questions=(ANSWERED, REFUSED)), model, "fake:judge")


def test_answers_are_judged_and_refusals_are_not() -> None:
    judge = judging("Yes.", "I would say PARTLY").judge

    assert judge
    assert judge.model == "fake:judge"
    assert judge.questions == {"q1": {"faithful": 1.0, "correct": 0.5}}
    assert judge.measures == {"faithful": Figure(value=1.0), "correct": Figure(value=0.5)}


def test_what_is_no_grade_counts_for_nothing() -> None:
    judge = judging("Perhaps", "no").judge

    assert judge
    assert judge.questions == {"q1": {"correct": 0.0}}


def test_measured_figures_stay_as_they_are() -> None:
    assert judging("YES", "YES").measures == result().measures
