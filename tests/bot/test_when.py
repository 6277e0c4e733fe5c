from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.when import beginning, end
from vectorstore.errors import BadInput


@pytest.mark.parametrize("said", ["2023-10-20", "20 October 2023", date(2023, 10, 20), "2023/10/20"])
def test_a_day_begins_at_midnight_and_ends_at_its_last_instant(said: str | date) -> None:
    assert beginning(said) == datetime(2023, 10, 20, tzinfo=UTC)
    assert end(said) == datetime(2023, 10, 20, 23, 59, 59, 999999, tzinfo=UTC)


def test_an_instant_stays_what_it_is() -> None:
    assert end(datetime(2023, 10, 20, 9, 30)) == datetime(2023, 10, 20, 9, 30, tzinfo=UTC)
    assert end("2023-10-20T09:30:00+02:00") == datetime(2023, 10, 20, 7, 30, tzinfo=UTC)


def test_what_is_no_date_is_refused_with_an_example() -> None:
    with pytest.raises(BadInput, match=r"cannot read the date 'sometime'.*2023-10-20"):
        beginning("sometime")
