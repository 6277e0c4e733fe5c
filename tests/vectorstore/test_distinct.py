from __future__ import annotations

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
