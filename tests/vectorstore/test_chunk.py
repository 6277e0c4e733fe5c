from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import article, chunk, day
from vectorstore.chunk import CHUNKER, TARGET, embedded_text, split
from vectorstore.sentences import sentence_spans
from vectorstore.types import Chunk, Headline

SENTENCES = st.lists(st.sampled_from(["He left.", "She stayed for the whole of that long day.", "word " * 60, "Ja?"]))
TEXTS = st.lists(SENTENCES.map(" ".join)).map("\n\n".join)


def paragraphs(count: int, sentences: int) -> str:
    return "\n\n".join(
        " ".join(f"In year {year} the council met {number} times and voted once." for number in range(sentences))
        for year in range(count)
    )


def test_a_short_article_is_one_chunk() -> None:
    one = article("a", "The council met. It voted.")

    assert split(one) == [Chunk(id="a#0", article_id="a", text=one.text, start=0, end=len(one.text))]


def test_chunks_are_about_as_long_as_asked_and_alike() -> None:
    lengths = [len(chunk.text) for chunk in split(article(text=paragraphs(20, 4)))]

    assert all(0.7 * TARGET <= length <= 1.2 * TARGET for length in lengths)


def test_the_last_chunk_is_never_a_stub() -> None:
    lengths = [[len(one.text) for one in split(article(text=paragraphs(1, count)))] for count in range(1, 60)]

    assert all(some[-1] > TARGET / 3 for some in lengths if len(some) > 1)


def test_chunks_end_with_a_paragraph_where_that_costs_little() -> None:
    one = article(text=paragraphs(12, 6))

    ends = [one.text[chunk.end : chunk.end + 2] for chunk in split(one)]

    assert ends == ["\n\n"] * (len(ends) - 1) + [""]


def test_scripts_that_take_more_tokens_a_character_get_shorter_chunks() -> None:
    chinese = article(text="外长说谈判将继续。" * 300)

    lengths = [len(chunk.text) for chunk in split(chinese)]

    assert all(TARGET / 4 < length < TARGET / 2 for length in lengths)


def test_a_blank_article_has_no_chunk() -> None:
    assert split(article(text=" \n ")) == []


def test_the_chunker_is_named_with_what_changes_its_chunks() -> None:
    assert CHUNKER.endswith(f"/{TARGET}")


@given(TEXTS | st.text(), st.integers(min_value=10, max_value=2_000))
def test_chunks_tile_the_sentences_of_their_article(text: str, target: int) -> None:
    one = article("a", text)
    spans = sentence_spans(text)

    chunks = split(one, target=target)

    assert [chunk.id for chunk in chunks] == [f"a#{ordinal}" for ordinal in range(len(chunks))]
    assert all(text[chunk.start : chunk.end] == chunk.text for chunk in chunks)
    assert {chunk.start for chunk in chunks} <= {start for start, _ in spans}
    assert {chunk.end for chunk in chunks} <= {end for _, end in spans}
    borders = [0, *(border for chunk in chunks for border in (chunk.start, chunk.end)), len(text)]
    assert borders == sorted(borders)
    assert not any(text[start:end].strip() for start, end in zip(borders[::2], borders[1::2], strict=True))


def test_what_is_embedded_says_title_and_date() -> None:
    head = Headline(id="a", title="Old bridge stays open", published=day("2023-10-20"))
    one = chunk("It voted.")

    assert embedded_text(head, one) == "Old bridge stays open\n20 October 2023\nIt voted."
    assert embedded_text(replace(head, title="", published=None), one) == "It voted."
    assert len(embedded_text(replace(head, title="long " * 1_000), one)) < 300
