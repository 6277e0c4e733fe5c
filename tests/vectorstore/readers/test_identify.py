from __future__ import annotations

from pathlib import Path

from tests.factories import article
from vectorstore.readers.identify import LONGEST_ID, Identifier
from vectorstore.readers.source import Found
from vectorstore.types import Article, Failure

FILE = Path("/articles/Old Bridge.jsonl.gz")


def ids(*found: Found, path: Path = FILE) -> list[str]:
    identifier = Identifier()
    identified = [identifier.identify(path, one) for one in found]
    return [one.id for one in identified if isinstance(one, Article)]


def found(title: str = "", id: str = "", url: str = "", text: str = "It voted.", alone: bool = False) -> Found:
    return Found("here", article(id, text, title=title, url=url), alone)


def test_an_id_that_a_record_gives_is_kept() -> None:
    assert ids(found(id="courier/2023: 1")) == ["courier/2023: 1"]


def test_a_long_id_is_shortened_to_one_that_is_still_its_own() -> None:
    first, second = ids(found(id="x" * 300), found(id="x" * 301, text="Another."))

    assert len(first) == len(second) == LONGEST_ID
    assert first != second


def test_an_id_is_made_of_the_path() -> None:
    (id,) = ids(found(alone=True))

    assert id.startswith("old-bridge~")
    assert ids(found(alone=True)) == [id]
    assert ids(found(alone=True), path=Path("/elsewhere/Old Bridge.txt")) != [id]


def test_a_file_of_one_article_keeps_its_id_when_the_title_changes() -> None:
    assert ids(found("Old", alone=True)) == ids(found("New", alone=True))


def test_records_keep_their_ids_when_others_come_before_them() -> None:
    some = [found("One"), found(url="https://courier.example/2"), found("Three")]

    assert ids(found("New"), *some)[1:] == ids(*some)


def test_records_that_are_called_alike_have_different_ids() -> None:
    assert len(set(ids(found("One"), found("One"), found(), found()))) == 4


def test_a_second_article_under_the_same_id_is_refused() -> None:
    identifier = Identifier()
    first = Found("a.jsonl, line 1", article("x", "One."))
    again = Found("a.jsonl, line 2", article("x", "One."))
    other = Found("a.jsonl, line 3", article("x", "Two."))

    assert [identifier.identify(FILE, one) for one in (first, again, other)] == [
        first.article,
        first.article,
        Failure(place="a.jsonl, line 3", reason="its id 'x' is that of another article, in a.jsonl, line 1"),
    ]
