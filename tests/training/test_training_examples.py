from datetime import date

import pytest

from training.examples import header


@pytest.mark.parametrize(
    ("title", "published", "expected"),
    [
        ("Rates rise.", date(2024, 3, 5), "Rates rise. 5 March 2024."),
        ("Rates rise", None, "Rates rise."),
        ("", date(2024, 3, 5), "5 March 2024."),
        (" ", None, ""),
    ],
)
def test_a_header_is_title_and_date_either_optional(title: str, published: date | None, expected: str) -> None:
    assert header(title, published) == expected
