from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.web.passages import AROUND, sources
from tests.factories import answer, article, citation, hit, sentence
from vectorstore.types import Chunk, Hit


def read(text: str, start: int = 0, article_id: str = "a") -> Hit:
    chunk = Chunk(id=f"{article_id}#0", article_id=article_id, text=text, start=start, end=start + len(text))
    return Hit(chunk=chunk, article=article(article_id).headline, score=1)


def test_citations_of_an_article_share_a_source_and_those_of_a_chunk_share_a_passage() -> None:
    bridge = article()
    first = citation("It voted to keep the old bridge open.", number=1)
    second = citation("The council met on Monday.", number=2)

    (source,) = sources(answer(sentence("Both.", 1, 2), citations=(first, second), hits=(read(bridge.text),)))

    assert source.numbers == (1, 2)
    (passage,) = source.passages
    assert passage.text == bridge.text
    assert passage.citations == (second, first)


def test_articles_come_in_the_order_of_their_first_citation() -> None:
    other = article("b", "Something else entirely.")
    cited = (citation("Something else entirely.", number=1, of=other), citation(number=2))

    found = sources(answer(sentence("Both.", 1, 2), citations=cited))

    assert [source.article.id for source in found] == ["b", "a"]


def test_a_quote_that_no_chunk_holds_stands_alone() -> None:
    (source,) = sources(answer(hits=(hit("Something else."),)))

    assert [passage.text for passage in source.passages] == ["It voted to keep the old bridge open."]


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_passage_is_a_stretch_of_the_chunk_in_whole_words_around_the_quote(before: int, after: int) -> None:
    quote = "It voted to keep the old bridge open."
    text = "wordless " * before + quote + " wordless" * after
    whole = article("a", text)

    (source,) = sources(answer(citations=(citation(quote, of=whole),), hits=(read(text),)))

    (passage,) = source.passages
    assert text[passage.start : passage.start + len(passage.text)] == passage.text
    assert quote in passage.text
    assert set(passage.text.replace(quote, "").split()) <= {"wordless"}
    assert len(passage.text) <= len(quote) + 2 * AROUND
    assert passage.cut_before == (passage.start > 0)


def test_a_script_without_spaces_has_its_context_too() -> None:
    quote = "议会以五票对三票决定让旧桥继续对汽车开放。"
    text = "市" * 900 + quote + "桥" * 900

    (source,) = sources(answer(citations=(citation(quote, of=article("a", text)),), hits=(read(text),)))

    (passage,) = source.passages
    assert passage.text == "市" * AROUND + quote + "桥" * AROUND
    assert (passage.cut_before, passage.cut_after) == (True, True)
