from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.factories import article, day
from vectorstore.errors import UnreadableFile
from vectorstore.readers.record import LONGEST_FIELD, article_of


def test_every_field_is_taken_in_and_others_are_ignored() -> None:
    record = {
        "id": " a-1 ",
        "title": "Old bridge\u00a0stays\nopen",
        "text": "The  council met.\r\n\r\n\r\nIt voted.",
        "url": "https://courier.example/bridge",
        "source": "The Courier",
        "author": ["Jane Doe", "John Roe"],
        "published_at": "2023-10-20",
        "embedding": [1, 2, 3],
    }

    assert article_of(record) == article(
        "a-1",
        "The council met.\n\nIt voted.",
        title="Old bridge stays open",
        url="https://courier.example/bridge",
        source="The Courier",
        author="Jane Doe, John Roe",
        published=day("2023-10-20"),
    )


def test_only_text_is_required() -> None:
    assert article_of({"text": "It voted."}) == article("", "It voted.", title="", source="")


@pytest.mark.parametrize(
    "record",
    [
        {"ID": 7, "Text": "t"},
        {"id": 7.0, "text": "t", "title": None, "url": True, "source": {}, "author": [], "date": "never"},
    ],
)
def test_names_are_read_without_case_and_values_without_fuss(record: object) -> None:
    one = article_of(record)

    assert one.id in ("7", "7.0")
    assert (one.title, one.url, one.source, one.author, one.published) == ("", "", "", "", None)


@pytest.mark.parametrize("field", ["published_at", "published", "date", "Date"])
@pytest.mark.parametrize("value", ["2023-10-20T10:15:00Z", "20 October 2023 10:15", 1697796900, 1697796900_000.0])
def test_the_date_may_have_several_names_and_forms(field: str, value: object) -> None:
    assert article_of({"text": "t", field: value}).published == datetime(2023, 10, 20, 10, 15, tzinfo=UTC)


def test_the_first_date_that_can_be_read_counts() -> None:
    assert article_of({"text": "t", "published_at": "", "date": "2023-10-20"}).published == day("2023-10-20")


def test_an_outlet_may_be_an_object_with_a_name() -> None:
    assert article_of({"text": "t", "source": {"id": None, "name": "BBC News"}}).source == "BBC News"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "no address", "http://" + "a" * 3_000]
)
def test_what_is_no_address_of_the_web_is_dropped(url: str) -> None:
    assert article_of({"text": "t", "url": url}).url == ""


def test_a_long_title_is_shortened() -> None:
    assert (
        article_of({"text": "t", "title": "long " * 1_000}).title == ("long " * 100)[: LONGEST_FIELD - 1].rstrip() + "…"
    )


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ([], "not an object with fields"),
        (None, "not an object with fields"),
        ({}, "no field named text"),
        ({"text": None}, "not a string"),
        ({"text": 3}, "not a string"),
        ({"text": " \u200b\n"}, "text is empty"),
    ],
)
def test_what_has_no_text_is_refused(record: object, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        article_of(record)


@pytest.mark.parametrize("names", [("published", "updated"), ("datePublished", "dateModified"), ("date", "updated_at")])
def test_when_it_was_updated_is_never_when_it_was_published(names: tuple[str, str]) -> None:
    published, updated = names
    whole = article_of({"text": "It voted.", published: "2023-11-03", updated: "2023-11-04"})
    part = article_of({"text": "It voted.", updated: "2023-11-04"})

    assert (whole.published, whole.updated) == (day("2023-11-03"), day("2023-11-04"))
    assert (part.published, part.updated) == (None, day("2023-11-04"))


@pytest.mark.parametrize(
    ("tag", "named"),
    [
        ("de", "de"),
        ("DE-at", "de"),
        ("de_AT.UTF-8", "de"),
        ("fil", "fil"),
        ("German", ""),
        ("und", ""),
        ("", ""),
        ("<b>", ""),
    ],
)
def test_a_language_is_named_by_its_code(tag: str, named: str) -> None:
    assert article_of({"text": "Es regnet.", "language": tag}).language == named
