from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.kinds import Kind
from bot.meter import Prices, tokens
from bot.refuse import NO_ANSWER
from bot.types import Conversation, Draft, Turn
from bot.write import ChatAnswerer
from bot.written import Declined, Usage
from prompts import load, version
from tests.factories import day, hit, prose, query
from tests.fakes import FakeChatModel, drafts
from vectorstore.errors import ModelUnreachable

HITS = [hit("Rates rose.", article_id="a"), hit("They fell.", article_id="b"), hit("No change.", article_id="c")]


def answerer(
    *pieces: str, error: Exception | None = None, ends: Mapping[str, str] | None = None, **options: object
) -> ChatAnswerer:
    model = FakeChatModel(pieces=list(pieces), error=error, ends=dict(ends or {}))
    return ChatAnswerer(model=model, prompt=load("answer"), name="fake:chat", **options)  # type: ignore[arg-type]


def written(*pieces: str) -> list[tuple[str, str]]:
    """Each sentence with the ids of the articles it cites."""
    pieces_of = answerer(*pieces).draft(query(), HITS, Conversation())
    return [(draft.text, "".join(hit.article.id for hit in draft.hits)) for draft in drafts(pieces_of)]


@pytest.mark.parametrize(
    ("said", "drafts"),
    [
        ("Rates rose [1]. They fell [2].", [("Rates rose.", "a"), ("They fell.", "b")]),
        ("Rates rose, then fell [2][1].", [("Rates rose, then fell.", "ba")]),
        ("Rates rose [9].", [("Rates rose.", "")]),
        ("Rates rose [0].", [("Rates rose.", "")]),
        ("Rates rose [1][9].", [("Rates rose.", "a")]),
        ("Rates rose.", [("Rates rose.", "")]),
        ('{"answer": "Rates rose by a bit.", "citations": [3]}', [("Rates rose by a bit.", "c")]),
        ("Les taux ont augmenté [1]. Puis ils ont baissé [2].",
         [("Les taux ont augmenté.", "a"), ("Puis ils ont baissé.", "b")]),
        ("利率上升了[1]。利率下降了[2]。", [("利率上升了。", "a"), ("利率下降了。", "b")]),
        ("", []),
        ("The articles do not say.", []),
        ("the articles do not say", []),
        ("The articles do not say. Rates rose [1].", []),
        ("Rates rose [1]. The articles do not say why. They fell [2].", [("Rates rose.", "a"), ("They fell.", "b")]),
    ],
)  # fmt: skip
def test_what_a_model_writes_becomes_sentences_resting_on_hits(said: str, drafts: list[tuple[str, str]]) -> None:
    assert written(said) == drafts
    assert written(*(said or [said])) == drafts


def test_the_model_is_sent_the_date_the_excerpts_the_question_and_the_phrase_to_refuse_with() -> None:
    asked = answerer("")
    model = asked.model
    assert isinstance(model, FakeChatModel)

    list(asked.draft(query("Did rates rise?", as_of=day("2025-03-01")), HITS, Conversation()))

    system, human = model.sent[0]
    assert "Today is 1 March 2025." in system.content
    assert NO_ANSWER in system.content
    assert '<excerpt number="3" outlet="The Courier" title="Old bridge stays open">\nNo change.' in human.content
    assert str(human.content).endswith("\n\nQuestion: Did rates rise?")


def test_the_conversation_is_sent_as_messages_without_old_markers() -> None:
    turn = Turn(question="And then?", answer="Rates rose [1].")
    asked = answerer("")
    model = asked.model
    assert isinstance(model, FakeChatModel)

    list(asked.draft(query(), HITS, Conversation(turns=(turn,))))

    assert [message.content for message in model.sent[0][1:3]] == ["And then?", "Rates rose."]


def test_no_more_is_sent_than_the_model_can_read() -> None:
    hits = [hit(f"{prose(11)} {number}", article_id=str(number)) for number in range(20)]
    asked = answerer("", context=2000)
    model = asked.model
    assert isinstance(model, FakeChatModel)

    list(asked.draft(query(), hits, Conversation()))

    sent = sum(tokens(str(message.content)) for message in model.sent[0])
    assert 1000 < sent < 2000


def test_a_long_question_takes_the_room_of_excerpts() -> None:
    hits = [hit(f"Rates rose by {number} points.", article_id=str(number)) for number in range(200)]
    asked = answerer("", context=2000)

    messages, _ = asked.request(query("why " * 500), hits, Conversation())

    assert sum(tokens(str(message.content)) for message in messages) < 2000


def test_a_model_into_which_no_excerpt_fits_is_not_asked() -> None:
    asked = answerer("Rates rose.", context=1024)
    model = asked.model
    assert isinstance(model, FakeChatModel)

    with pytest.raises(
        ModelUnreachable, match=r"no excerpt fits .* into the 1,024 tokens of fake:chat: set ARTICLEBOT"
    ):
        list(asked.draft(query("利率" * 500), HITS, Conversation()))

    assert model.sent == []


def test_an_error_in_mid_stream_comes_after_the_sentences_before_it() -> None:
    asked = answerer("Rates rose [1]. ", "They ", error=ConnectionResetError("gone"))
    pieces = asked.draft(query(), HITS, Conversation())

    assert next(pieces) == Draft(text="Rates rose.", hits=(HITS[0],))
    assert isinstance(next(pieces), Usage)
    with pytest.raises(ModelUnreachable, match=r"^fake:chat stopped before it was done: try again \(gone\)$"):
        next(pieces)


def test_a_model_that_takes_too_long_is_stopped() -> None:
    def a_second_a_piece() -> float:
        assert isinstance(asked.model, FakeChatModel)
        return float(asked.model.said)

    asked = answerer(*["and "] * 50, seconds=10, clock=a_second_a_piece)

    with pytest.raises(ModelUnreachable, match="took longer than 10 seconds: choose a faster model"):
        list(asked.draft(query(), HITS, Conversation()))


def test_a_model_is_read_no_further_than_is_needed() -> None:
    asked = answerer(*["Rates rose [1]. "] * 1000)
    model = asked.model
    assert isinstance(model, FakeChatModel)

    said = [draft.text for draft in drafts(asked.draft(query(), HITS, Conversation()))]

    assert said == ["Rates rose."]
    assert model.said < 10


def test_what_a_request_took_is_told_at_the_end_with_the_prompt_that_was_used() -> None:
    asked = answerer("Rates rose [1].", prices=Prices(sent=2.0, written=10.0))

    *_, usage = asked.draft(query(), HITS, Conversation())

    assert isinstance(usage, Usage)
    assert usage.prompt == version(load("answer"))
    assert (usage.tokens_out, usage.estimated) == (4, True)
    assert usage.cost == pytest.approx((2 * usage.tokens_in + 10 * 4) / 1_000_000)


@pytest.mark.parametrize("said", [NO_ANSWER, "The excerpts do not mention rates.", "I'm sorry, I cannot answer that."])
def test_a_refusal_is_told_as_one(said: str) -> None:
    assert list(answerer(said).draft(query(), HITS, Conversation()))[:-1] == [Declined()]


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ({"finish_reason": "length"}, "fake:chat wrote as much as it may at once: ask for less, or raise its limit"),
        ({"stop_reason": "max_tokens"}, "fake:chat wrote as much as it may at once"),
        ({"finish_reason": "content_filter"}, r"the provider of fake:chat stopped it \(content_filter\)"),
    ],
)
def test_of_a_model_that_is_cut_off_the_whole_sentences_are_taken(reason: dict[str, str], told: str) -> None:
    asked = answerer("Rates rose [1]. They fell. ", "The bank expects them to", ends=reason)
    pieces = asked.draft(query(), HITS, Conversation())

    assert [next(pieces), next(pieces)] == [Draft(text=said, hits=hits) for said, hits in (
        ("Rates rose.", (HITS[0],)), ("They fell.", ()))]  # fmt: skip
    assert isinstance(next(pieces), Usage)
    with pytest.raises(ModelUnreachable, match=told):
        next(pieces)


def test_a_model_that_is_done_is_not_cut_off() -> None:
    asked = answerer("Rates rose [1].", ends={"finish_reason": "stop"})

    assert [draft.text for draft in drafts(asked.draft(query(), HITS, Conversation()))] == ["Rates rose."]


def test_what_a_model_thinks_aloud_is_no_part_of_its_answer() -> None:
    assert written("<think>", "Perhaps [3]. " * 2_000, "</think>", "Rates rose [1].") == [("Rates rose.", "a")]


def test_a_question_over_time_has_a_prompt_of_its_own_and_its_excerpts_in_the_order_of_their_dates() -> None:
    hits = [hit("They fell.", published=day("2025-03-01")), hit("No date.", article_id="b"),
            hit("Rates rose.", article_id="c", published=day("2025-01-01"))]  # fmt: skip
    asked = answerer("", special={Kind.TIMELINE: load("over_time")})
    model = asked.model
    assert isinstance(model, FakeChatModel)

    *_, usage = asked.draft(query("A timeline of rates"), hits, Conversation())

    sent = str(model.sent[0][-1].content)
    assert sent.index("Rates rose.") < sent.index("They fell.") < sent.index("No date.")
    assert isinstance(usage, Usage)
    assert usage.prompt == version(load("over_time"))
