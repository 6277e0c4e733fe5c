from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.overlap import OverlapReader, rarity, share
from bot.reading import sentences_of
from tests.factories import hit, query
from tests.fakes import FakeEmbedder

VETO = hit("Talks went on in New York. The US vetoed the resolution on Wednesday. Others abstained.", article_id="veto")
RAIN = hit("It rained in the capital. The market was closed.", article_id="rain", title="Weather")


def frequency(terms: Sequence[str]) -> Mapping[str, int]:
    return {}


def reader() -> OverlapReader:
    return OverlapReader(embedder=FakeEmbedder(), frequency=frequency)


def test_the_sentence_that_answers_comes_first() -> None:
    reading = reader().read(query("When did the US veto the resolution?"), [RAIN, VETO])

    assert reading.candidates[0].text == "The US vetoed the resolution on Wednesday."


def test_candidates_know_where_they_stand_in_their_chunk() -> None:
    for candidate in sentences_of(VETO):
        assert VETO.chunk.text[candidate.start : candidate.end] == candidate.text


def test_confidence_is_higher_when_there_is_an_answer() -> None:
    asked = query("When did the US veto the resolution?")

    assert reader().read(asked, [VETO]).confidence > 0.5 > reader().read(asked, [RAIN]).confidence


def test_nothing_to_read_is_no_confidence() -> None:
    reading = reader().read(query("anything"), [])

    assert (reading.candidates, reading.confidence) == ((), 0.0)


def test_words_that_the_conversation_added_weigh_less_than_typed_ones() -> None:
    asked = replace(query("What about Egypt? (resolution)"), typed="What about Egypt?")

    told = rarity(asked, frequency)

    assert told["egypt"] > told["resolut"] > 0


def test_share_is_all_for_a_sentence_with_every_term_and_nothing_without_terms() -> None:
    assert share({"a": 1.0, "b": 3.0}, frozenset("ab")) == 1
    assert share({"a": 1.0, "b": 3.0}, frozenset("a")) == 0.25
    assert share({}, frozenset("a")) == 0
