from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.factories import article, day, hit, prose, query
from tests.fakes import FakeEmbedder
from vectorstore.errors import LibraryDamaged
from vectorstore.lexical import MOST_WORDS, WordIndex, WordRetriever, wanted
from vectorstore.library import Library
from vectorstore.scope import Scope

ARTICLES = [
    article("bridge", prose(40), title="Old bridge stays open", published=day("2026-03-01")),
    article("dogs", "Dogs bark. The café was crossed by a bridge.", title="Dogs", source="Dog Daily"),
    article("cats", "Cats do not bark, they cost 1,300 a year. Mr O'Brien's, from the U.S., does.", title="Cats"),
]


@pytest.fixture
def filled(library: Library) -> Library:
    list(library.ingest(ARTICLES))
    return library


def found(library: Library, *words: str, k: int = 99) -> list[str]:
    return [id for id, _ in library.words.best(words, k, Scope())]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Who vetoed the resolution?", ["vetoed", "resolution"]),
        ("resolution, Resolution!", ["resolution"]),
        ("who is it", ["who", "is", "it"]),
        ("?!", []),
    ],
)
def test_the_content_words_of_a_question_are_searched_for(text: str, words: list[str]) -> None:
    assert wanted(text) == words


def test_a_long_question_is_cut() -> None:
    assert len(wanted(" ".join(f"word{n}" for n in range(1000)))) == MOST_WORDS


@pytest.mark.parametrize(
    ("word", "articles"),
    [
        ("Barking", {"dogs", "cats"}),
        ("cafe", {"dogs"}),
        ("1,300", {"cats"}),
        ("300", set()),
        ("dogs", {"dogs"}),
        ("o'brien", {"cats"}),
        ("AND", set()),
        ("*", set()),
        ("words:dogs", {"dogs"}),
    ],
)
def test_words_are_found_by_their_stem_without_accents_and_case(filled: Library, word: str, articles: set[str]) -> None:
    assert {id.partition("#")[0] for id in found(filled, word)} == articles


def test_the_rarer_word_counts_more(filled: Library) -> None:
    best = filled.words.best(["bridge", "bark", "crossed"], 3, Scope())

    assert best[0][0] == "dogs#0"
    assert [score for _, score in best] == sorted((score for _, score in best), reverse=True)
    assert best[-1][1] > 0


def test_a_filter_weighs_nothing(filled: Library) -> None:
    everywhere = dict(filled.words.best(["bark"], 9, Scope()))
    narrowed = dict(filled.words.best(["bark"], 9, Scope(outlets=("dog daily",), articles=("dogs",))))

    assert narrowed == {"dogs#0": everywhere["dogs#0"]}


def test_only_so_many_come(filled: Library) -> None:
    assert len(found(filled, "bridge", k=2)) == 2
    assert found(filled, "bridge", k=0) == []


def test_words_of_the_title_count_like_those_of_the_text(library: Library) -> None:
    list(library.ingest([article("text", "A bridge.", title="Open"), article("title", "Open.", title="A bridge")]))

    text, title = library.words.best(["bridge"], 9, Scope())

    assert {text[0], title[0]} == {"text#0", "title#0"}
    assert text[1] == title[1]


def test_equal_hits_come_in_the_order_they_were_added(library: Library) -> None:
    list(library.ingest([article(id, title=id) for id in ("c", "a", "b")]))

    assert found(library, "mayor") == ["c#0", "a#0", "b#0"]


def test_chunks_that_hold_a_word_are_counted(filled: Library) -> None:
    chunks = len(filled.catalog.chunks_of("bridge"))
    frequency = filled.words.document_frequency

    assert frequency(["bridge", "bark", "Barking"]) == {"bridge": chunks + 1, "bark": 2, "Barking": 2}
    assert frequency(["1,300", "Café", "zebra", "..."]) == {"1,300": 1, "Café": 1, "zebra": 0, "...": 0}
    assert frequency([]) == {}


def test_a_changed_article_is_found_by_its_new_words_only(filled: Library) -> None:
    list(filled.ingest([replace(ARTICLES[1], title="Cows", text="Cows moo.")]))

    assert found(filled, "moo") == found(filled, "cows") == ["dogs#0"]
    assert found(filled, "dogs") == []
    assert found(filled, "bark") == ["cats#0"]


def test_adding_again_changes_nothing(tmp_path: Path) -> None:
    index = WordIndex(tmp_path)
    for _ in range(3):
        index.add([hit(article_id="a"), hit(article_id="b")])

    assert index.count() == 2
    assert index.ids() == {"a#0", "b#0"}
    index.close()


def test_what_was_added_is_there_when_opened_again(tmp_path: Path) -> None:
    index = WordIndex(tmp_path)
    index.add([hit()])
    index.remove(["nothing"])
    index.close()

    assert WordIndex(tmp_path).best(["bridge"], 1, Scope())[0][0] == "a#0"


def test_adding_is_whole_or_not_at_all(tmp_path: Path) -> None:
    index = WordIndex(tmp_path)

    with pytest.raises(ZeroDivisionError):
        index.add(hit(article_id=str(1 // (3 - number))) for number in range(9))
    index.add([hit(article_id="after")])

    assert index.ids() == {"after#0"}
    index.close()


def test_an_index_that_cannot_be_used_is_named_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "words-0").mkdir()
    (tmp_path / "words-0" / "meta.json").write_text("something else")

    with pytest.raises(LibraryDamaged, match=f"run python -m bot doctor --repair --data {tmp_path}$"):
        WordIndex(tmp_path / "words-0").count()


def test_a_lost_index_is_made_anew_when_the_library_is_opened(tmp_path: Path) -> None:
    with Library.open(tmp_path, FakeEmbedder()) as library:
        list(library.ingest(ARTICLES))
        library.words.close()
        for path in library.words.folder.iterdir():
            path.unlink()

    with Library.open(tmp_path, FakeEmbedder()) as library:
        assert library.words.ids() == set(library.catalog.chunk_ids())


def test_words_are_found_in_other_forms_and_in_titles(library: Library) -> None:
    in_text = article("text", "The parliament was vetoing the bill.", title="A day in parliament")
    in_title = article("title", "It sat late.", title="President vetoes the bill")
    list(library.ingest([in_text, in_title, article("other", "It rained.", title="Weather")]))

    hits = WordRetriever(index=library.words, catalog=library.catalog).retrieve(query("Who vetoed it?"), 5)

    assert [hit.article.id for hit in hits] == ["title", "text"]


def test_a_question_without_words_finds_nothing(filled: Library) -> None:
    assert WordRetriever(index=filled.words, catalog=filled.catalog).retrieve(query("?"), 5) == []


def test_what_the_catalog_no_longer_has_is_not_found(filled: Library) -> None:
    filled.words.add([hit(article_id="stray")])

    hits = WordRetriever(index=filled.words, catalog=filled.catalog).retrieve(query("voted"), 5)

    assert hits == []


def test_a_file_that_a_killed_writer_did_not_come_to_name_is_not_in_the_way(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    index = WordIndex(before)
    index.add([hit(ordinal=0), hit(ordinal=1)])
    index.close()
    shutil.copytree(before, after)
    index = WordIndex(after)
    index.remove(["a#0"])
    index.close()
    for path in [*after.glob("*.del"), after / ".managed.json"]:  # written before meta.json, which names it
        shutil.copy(path, before)

    index = WordIndex(before)
    index.remove(["a#0"])

    assert index.ids() == {"a#1"}
    index.close()
