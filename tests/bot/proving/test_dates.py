"""Days of the week as dates: the articles are of Tuesday, 11 February 2025."""

from __future__ import annotations

import pytest

from tests.proving import proves


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("The ship sank on Monday off Oslo.", "The ship sank on 10 February 2025 off Oslo."),
        ("The ship sank on Monday off Oslo.", "The ship sank on February 10 off Oslo."),
        ("The ship sank on Monday off Oslo.", "The ship sank on Monday, 10 February 2025, off Oslo."),
        ("The ship sank on Monday evening off Oslo.", "The ship sank on 10 February 2025 off Oslo."),
        ("The ship sank on Tuesday off Oslo.", "The ship sank on 11 February off Oslo."),
        ("The ship sank on Thursday off Oslo.", "The ship sank on 6 February 2025 off Oslo."),
        ("The ship sank on 17 March 2019 off Oslo.", "The ship sank on March 17, 2019 off Oslo."),
        (
            "The ship sank on Monday off Oslo for the first time since 1977.",
            "The ship sank on 10 February off Oslo for the first time since 1977.",
        ),
        ("The High Court on Monday freed Ann Lee.", "On Monday, the High Court freed Ann Lee."),
        ("Ann Lee was named mayor of Oslo on Monday.", "On Monday, Ann Lee was named mayor of Oslo."),
        (
            "The bridge was shut today after engineers found cracks.",
            "The bridge was shut on 11 February 2025 after engineers found cracks.",
        ),
        ("The bridge was shut at 9 a.m. yesterday.", "The bridge was shut at 9 a.m. on 10 February 2025."),
    ],
)  # fmt: skip
def test_a_day_may_be_given_its_date(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("The ship sank on Monday off Oslo.", "The ship sank on 11 February 2025 off Oslo."),
        ("The ship sank on Monday off Oslo.", "The ship sank on 3 February 2025 off Oslo."),
        ("The ship sank on Monday off Oslo.", "The ship sank on 10 February 2024 off Oslo."),
        ("The ship sank on Monday off Oslo.", "The ship sank on Tuesday, 10 February 2025, off Oslo."),
        ("The ship will sail on Monday from Oslo.", "The ship will sail on 10 February 2025 from Oslo."),
        ("The firm planned to sail on Monday from Oslo.", "The firm planned to sail on 10 February 2025 from Oslo."),
        ("The ship sank last Monday off Oslo.", "The ship sank on 10 February 2025 off Oslo."),
        ("The ship sank on the Monday off Oslo.", "The ship sank on 10 February 2025 off Oslo."),
        ("The ship sank a week ago on Monday off Oslo.", "The ship sank a week ago on 10 February 2025 off Oslo."),
        ("In 1977 the ship sank on Monday off Oslo.", "In 1977 the ship sank on 10 February off Oslo."),
        ("The year was 1944. The ship sank on 17 March off Oslo.", "The ship sank on 17 March 2025 off Oslo."),
        ("The ship will sail on 17 March from Oslo.", "The ship will sail on 17 March 2024 from Oslo."),
        ("The ship will sail on 17 March from Oslo.", "The ship will sail on 18 March 2025 from Oslo."),
        ("The ship sails on 17 September every year.", "The ship sails on 17 September 2025 every year."),
        ("The ship left on Monday and sank on Tuesday.", "The ship left on 10 February and sank on 10 February."),
        ("The ship left on Monday and sank on Tuesday.", "The ship sank on 10 February 2025."),
        ("Ann Lee said on Monday that the ship had sunk.", "Ann Lee said that the ship had sunk on Monday."),
        ("Ann Lee said that the ship had sunk on Monday.", "On Monday, Ann Lee said that the ship had sunk."),
        ("Ann Lee dropped a plan for a strike on Monday.", "On Monday, Ann Lee dropped a plan for a strike."),
        ("The strike on Monday was called off.", "On Monday the strike was called off."),
        ("Ann Lee was told talks resume on Monday.", "On Monday, Ann Lee was told talks resume."),
        (
            "The bridge was shut today after engineers found cracks.",
            "The bridge was shut on 10 February 2025 after engineers found cracks.",
        ),
        (
            "The bridge was shut yesterday after engineers found cracks.",
            "The bridge was shut on 11 February 2025 after engineers found cracks.",
        ),
        ("The bridge was open until today.", "The bridge was open on 11 February 2025."),
        ("“The bridge was shut today,” said Ann Lee.", "Ann Lee said the bridge was shut on 11 February 2025."),
        (
            "The bridge was shut today after engineers found cracks.",
            "The bridge was shut today after engineers found cracks.",
        ),
        (
            "Nine people died off Rome on Monday evening.",
            "Nine people died off Rome on the morning of 10 February 2025.",
        ),
        (
            "Nine people died off Rome on Monday evening.",
            "Nine people died off Rome on the evening of 11 February 2025.",
        ),
    ],
)  # fmt: skip
def test_no_day_is_given_another_s_date_nor_moved_to_what_was_on_another(source: str, sentence: str) -> None:
    assert not proves(source, sentence)


@pytest.mark.parametrize(
    "published",
    ["", "2025-02-18T14:00:00", "2025-02-09T14:00:00", "2025-02-10T05:00:00"],
    ids=["unknown", "a week later", "the day before, late", "so early that it may still be Sunday there"],
)
def test_a_day_is_not_known_where_the_article_s_is_not(published: str) -> None:
    assert not proves("The ship sank on Monday off Oslo.", "The ship sank on 10 February 2025 off Oslo.", published)


@pytest.mark.parametrize("published", ["", "2025-02-11T03:00:00", "2025-02-11T22:00:00"])
@pytest.mark.parametrize("day", [10, 11, 12])
def test_today_is_not_known_where_it_may_be_another_day_where_an_article_is_written(published: str, day: int) -> None:
    assert not proves("The ship sank today off Oslo.", f"The ship sank on {day} February 2025 off Oslo.", published)
