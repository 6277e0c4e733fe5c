from __future__ import annotations

import pytest

from tests.factories import hit, query
from tests.vectorstore.test_fuse import Fixed
from vectorstore.distinct import Distinct

WIRE = "The ferry Maren sank off Port Kestle on Monday with 212 people on board, the coastguard said."
COPY = "The ferry Maren sank off Port Kestle on Monday with 212 people on board, the coastguard said. More follows."
OTHER = "The council voted to keep the old bridge open for another year."


def test_a_copy_of_a_better_hit_is_left_out() -> None:
    inner = Fixed([hit(WIRE, article_id="wire"), hit(COPY, article_id="copy"), hit(OTHER, article_id="other")])

    hits = Distinct(retriever=inner).retrieve(query(), 2)

    assert [one.article.id for one in hits] == ["wire", "other"]


def test_more_is_asked_for_so_that_copies_leave_no_gap() -> None:
    inner = Fixed([hit(WIRE, article_id=str(n)) for n in range(3)])

    Distinct(retriever=inner, spare=7).retrieve(query(), 5)

    assert inner.asked == 12


FIRST = "The ferry Maren sank off Port Kestle on Monday. Helicopters brought the survivors ashore before dawn."
SECOND = "An inquiry opens in Veyle next week. The owner of the ferry has promised to publish its reports."
SHIFTED = "Helicopters brought the survivors ashore before dawn. An inquiry opens in Veyle next week."


@pytest.mark.parametrize(
    ("passage", "kept"),
    [
        (FIRST, False),
        (SHIFTED, False),
        (f"{FIRST} It was pulled onto a sandbank on Thursday by two tugs from the mainland harbour.", True),
        (FIRST.replace("The ferry", "The 40-year-old ferry"), True),
        ("The mayor of Veyle laid a wreath.", True),
    ],
)
def test_of_one_story_a_passage_stays_that_says_more_than_the_better_ones_together(passage: str, kept: bool) -> None:
    better = [hit(FIRST, article_id="wire", story=1), hit(SECOND, article_id="wire", ordinal=1, story=1)]
    inner = Fixed([*better, hit(passage, article_id="update", story=1)])

    hits = Distinct(retriever=inner).retrieve(query(), 5)

    assert [one.article.id for one in hits] == ["wire", "wire", "update"][: 2 + kept]


def test_passages_of_different_stories_are_compared_one_by_one() -> None:
    better = [hit(FIRST, article_id="one", story=1), hit(SECOND, article_id="two", story=2)]
    inner = Fixed([*better, hit(SHIFTED, article_id="three", story=3), hit(FIRST, article_id="four", story=4)])

    hits = Distinct(retriever=inner).retrieve(query(), 5)

    assert [one.article.id for one in hits] == ["one", "two", "three"]
