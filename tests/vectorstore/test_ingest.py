from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from tests.factories import article, day, prose, query
from tests.fakes import FakeEmbedder
from vectorstore import changes
from vectorstore.ahead import BATCH, MOST_TEXTS
from vectorstore.chunk import embedded_text, split
from vectorstore.ingest import SLICE, Outcome, Progress, Summary
from vectorstore.library import Library
from vectorstore.types import Article, Failure, Vectors


def outcomes(library: Library, *items: Article | Failure) -> list[str]:
    return [progress.outcome.value for progress in library.ingest(items)]


def test_a_new_article_is_in_both_stores_with_the_chunks_that_split_makes(library: Library) -> None:
    one = article(text=prose(40), published=day("2026-01-01"))

    (progress,) = library.ingest([one])

    chunks = split(one)
    assert progress == Progress(
        place=one.title, outcome=Outcome.ADDED, id=one.id, chunks=len(chunks), characters=len(one.text)
    )
    assert [hit.chunk for hit in library.catalog.chunks_of(one.id)] == chunks
    assert library.dense.ids() == {chunk.id for chunk in chunks}


def test_what_is_embedded_is_the_text_with_its_title_and_date(library: Library, embedder: FakeEmbedder) -> None:
    one = article(text=prose(40), published=day("2026-01-01"))

    list(library.ingest([one]))

    assert embedder.asked == [[embedded_text(one.headline, chunk) for chunk in split(one)]]


def test_the_same_again_is_unchanged_and_nothing_is_embedded(library: Library, embedder: FakeEmbedder) -> None:
    articles = [article("a"), article("b", title="Another")]
    list(library.ingest(articles))
    before = library.catalog.database.generation, len(embedder.asked)

    assert outcomes(library, *articles) == ["unchanged", "unchanged"]

    assert len(embedder.asked) == before[1]
    assert library.catalog.article("a").version == 1
    assert library.dense.count() == 2


@pytest.mark.parametrize(
    "changed",
    [
        article(text="The bridge was closed after all."),
        article(title="Old bridge closes"),
        article(published=day("2026-02-02")),
        article(source="The Other Courier"),
        article(text=""),
    ],
)
def test_a_changed_article_takes_the_place_of_the_old_one(library: Library, changed: Article) -> None:
    list(library.ingest([article(text=prose(40))]))

    assert outcomes(library, changed) == ["changed"]

    assert library.article("a") == replace(changed, version=2)
    assert library.article("a", 1) == article(text=prose(40))
    assert [hit.chunk for hit in library.catalog.chunks_of("a")] == split(changed)
    assert library.dense.ids() == {chunk.id for chunk in split(changed)}
    assert library.catalog.coverage().chunks == len(split(changed))


def test_an_article_that_changes_back_is_a_third_version(library: Library) -> None:
    assert outcomes(library, article(), article(title="Other"), article()) == ["added", "changed", "changed"]

    assert library.article("a").version == 3


def test_an_article_that_is_there_may_come_to_say_the_same_as_another(library: Library) -> None:
    list(library.ingest([article("a"), article("b", title="Other")]))

    assert outcomes(library, article("b"), article("b")) == ["changed", "unchanged"]


def test_a_failure_passes_through_with_its_reason(library: Library) -> None:
    items: list[Article | Failure] = [
        article("a"),
        Failure(place="b.jsonl, line 3", reason="not JSON"),
        article("c", title="C"),
    ]

    found = list(library.ingest(items))

    assert [one.outcome.value for one in found] == ["added", "failed", "added"]
    assert found[1] == Progress(place="b.jsonl, line 3", outcome=Outcome.FAILED, reason="not JSON")


def test_the_same_id_twice_in_one_batch_is_a_change(library: Library) -> None:
    assert outcomes(library, article(), article(title="Other")) == ["added", "changed"]

    assert library.article("a").title == "Other"
    assert library.dense.ids() == {"a#0"}


def test_an_untitled_article_is_called_by_its_id(library: Library) -> None:
    (progress,) = library.ingest([article("nameless", title="")])

    assert progress.place == "nameless"


def test_articles_come_in_by_batches_and_each_is_done_when_it_is_reported(library: Library) -> None:
    taken: list[str] = []

    def items() -> Iterator[Article]:
        for number in range(6):
            taken.append(f"n{number}")
            yield article(f"n{number}", prose(BATCH // 200, about=str(number)), title=str(number))

    steps = library.ingest(items())
    first = next(steps)
    seen = len(library.catalog.headlines()), len(taken)
    list(steps)

    assert first.id == "n0"
    assert 0 < seen[0] <= seen[1] <= 3 * seen[0]  # two more batches are read ahead at most
    assert library.dense.ids() == library.words.ids() == set(library.catalog.chunk_ids())
    assert library.catalog.pending() == []


def test_a_source_that_breaks_off_loses_nothing_that_was_reported(library: Library) -> None:
    def items() -> Iterator[Article]:
        yield article("a", prose(BATCH // 70))
        yield article("b", title="B")
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(library.ingest(items()))

    assert [headline.id for headline in library.articles()] == ["a"]
    assert library.dense.ids() == library.words.ids() == set(library.catalog.chunk_ids())


def test_an_embedder_that_breaks_off_leaves_the_library_as_it_was(library: Library) -> None:
    library.embedder = BrokenEmbedder()
    with pytest.raises(RuntimeError, match="out of memory"):
        list(library.ingest([article(text=prose(40))]))
    left = library.articles(), library.catalog.pending()

    library.embedder = FakeEmbedder()
    found = outcomes(library, article(text=prose(40)))

    assert left == ([], [])
    assert found == ["added"]
    assert library.dense.ids() == {chunk.id for chunk in split(article(text=prose(40)))}


def test_chunks_that_are_left_are_indexed_first(library: Library) -> None:
    list(library.ingest([article(text=prose(40))]))
    left = [chunk.id for chunk in split(article(text=prose(40)))]
    library.dense.remove(left)
    with library.catalog.writing() as connection:
        changes.mark_pending(connection, left)

    found = list(library.ingest([]))

    assert found == []
    assert library.catalog.pending() == []
    assert library.dense.ids() == set(left)


class BrokenEmbedder(FakeEmbedder):
    def embed(self, texts: Sequence[str]) -> Vectors:
        raise RuntimeError("out of memory")


def test_two_ingests_at_once_do_not_mix_up(library: Library) -> None:
    def work(name: str) -> None:
        for number in range(10):
            list(library.ingest([article(f"{name}{number}", prose(30, about=f"{name}{number}"), title=name)]))
        library.remove(f"{name}3")

    threads = [threading.Thread(target=work, args=(name,)) for name in "xyz"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert library.catalog.coverage().articles == 27
    assert library.dense.ids() == library.words.ids() == set(library.catalog.chunk_ids())
    assert library.catalog.database.problems() == []


def test_a_very_long_article_is_taken_in_a_part_at_a_time(library: Library, embedder: FakeEmbedder) -> None:
    (progress,) = library.ingest([article(text=prose(20_000))])

    assert progress.chunks > MOST_TEXTS
    first, *rest = [len(texts) for texts in embedder.asked]
    assert (first, sum(rest)) == (MOST_TEXTS, progress.chunks - MOST_TEXTS)
    assert max(rest) <= SLICE
    assert library.dense.count() == progress.chunks


def test_an_article_without_a_sentence_is_kept_without_chunks(library: Library) -> None:
    (progress,) = library.ingest([article(text="")])

    assert (progress.outcome, progress.chunks) == (Outcome.ADDED, 0)
    assert library.catalog.count_chunks(query(articles=("a",))) == 0


def test_a_summary_adds_up() -> None:
    failed = Progress(place="f", outcome=Outcome.FAILED, reason="broken")
    steps = [
        Progress(place="a", outcome=Outcome.ADDED, chunks=3, characters=300),
        Progress(place="b", outcome=Outcome.ADDED, chunks=2, characters=200),
        Progress(place="c", outcome=Outcome.CHANGED, chunks=1, characters=100),
        Progress(place="d", outcome=Outcome.UNCHANGED),
        Progress(place="e", outcome=Outcome.COPY),
        failed,
    ]
    summary = Summary()

    for step in steps:
        summary = summary.plus(step)

    assert summary == Summary(added=2, changed=1, unchanged=1, copies=1, failures=(failed,), chunks=6, characters=600)


def test_a_summary_is_replaced_by_the_article_and_never_the_other_way_round(library: Library) -> None:
    summary = replace(article(), text="It stays open.", abridged=True)

    steps = [step for item in (summary, summary, article(), summary) for step in library.ingest([item])]

    assert [step.outcome for step in steps] == [
        Outcome.ADDED,
        Outcome.UNCHANGED,
        Outcome.CHANGED,
        Outcome.UNCHANGED,
    ]
    assert [one.abridged for one in library.versions("a")] == [True, False]
    assert [hit.article.abridged for hit in library.catalog.hits(library.catalog.chunk_ids()).values()] == [False]


def test_the_same_words_told_as_the_whole_article_are_no_summary_any_more(library: Library) -> None:
    list(library.ingest([replace(article(), abridged=True)]))

    (step,) = library.ingest([article()])

    assert step.outcome is Outcome.CHANGED
    assert not library.article("a").abridged
