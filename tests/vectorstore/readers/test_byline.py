from __future__ import annotations

import pytest

from tests.factories import day
from vectorstore.readers.byline import Byline, parse_byline


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("By Jane Doe", Byline(author="Jane Doe")),
        ("BY JANE DOE and John O'Neil", Byline(author="JANE DOE and John O'Neil")),
        (
            "By Jane Doe, John Roe and Ann Poe, BBC News",
            Byline(author="Jane Doe, John Roe and Ann Poe", outlet="BBC News"),
        ),
        ("By Jane Doe, Political correspondent", Byline(author="Jane Doe")),
        ("By Jane Doe in Washington", Byline(author="Jane Doe")),
        ("By Jane Doe in Paris, The Guardian", Byline(author="Jane Doe", outlet="The Guardian")),
        ("By Jane Doe | CNN", Byline(author="Jane Doe", outlet="CNN")),
        ("By The New Arab Staff & Agencies", Byline(author="The New Arab Staff & Agencies", outlet="The New Arab")),
        (
            "By Jane Doe for The Independent | 20 October 2023",
            Byline(author="Jane Doe", outlet="The Independent", published=day("2023-10-20")),
        ),
        ("20 October 2023 · 3 min read", Byline(published=day("2023-10-20"))),
    ],
)
def test_a_line_tells_author_outlet_and_date(line: str, told: Byline) -> None:
    assert parse_byline(line) == told


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the city was quiet",
        "By the numbers",
        "The city - old and new",
        "By Jane Doe left.",
        "Jane Doe",
        "3 min read",
    ],
)
def test_other_lines_are_left_alone(line: str) -> None:
    assert parse_byline(line) is None
