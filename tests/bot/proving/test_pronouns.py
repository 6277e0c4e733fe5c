"""Who "he" or "she" is."""

from __future__ import annotations

import pytest

from tests.proving import proves


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Ms Lee, a nurse, fell in Rome. She was hurt badly there.", "Ms Lee was hurt badly there."),
        ("Ann Lee, 34, fell in Rome. She was hurt badly there.", "Ann Lee was hurt badly there."),
        (
            "Ann Lee, who is 34, fell in Rome. She was hurt. She left the town for good.",
            "Ann Lee left the town for good.",
        ),
        ("The county engineer, Ann Lee, fell in Rome. She left the town for good.", "Ann Lee left the town for good."),
        ("Ms Lee fell in Rome.\n\nShe left the town for good.", "Ms Lee left the town for good."),
        ("“I fell,” said Ms Lee. She warned that the road was wet.", "Ms Lee said that the road was wet."),
        ("Ms Lee fell in Rome. “The road was wet,” she said.", 'Ms Lee said: "The road was wet."'),
        ("Mr Lee fell in Rome. “The road was wet.” He left the town for good.", "Mr Lee left the town for good."),
    ],
)  # fmt: skip
def test_a_name_may_stand_for_he_or_she_where_only_one_can_be_meant(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Ann Lee, 34, fell. Lee's boss fell in Rome. She left the town for good.", "Lee's left the town for good."),
        ("Ann Lee, 34, met Eve Roe. She left the town for good.", "Ann Lee left the town for good."),
        ("Ann Lee, 34, met Eve Roe. She left the town for good.", "Eve Roe left the town for good."),
        ("Ann Lee, 34, met Eve. She left the town for good.", "Ann Lee left the town for good."),
        ("Ann Lee, 34, met Eve's boss. She left the town for good.", "Ann Lee left the town for good."),
        ("Mr Lee met the captain. He left the town for good.", "Mr Lee left the town for good."),
        ("Mr Lee praised a stranger. He left the town for good.", "Mr Lee left the town for good."),
        ("Mr Lee told his brother of it. He left the town for good.", "Mr Lee left the town for good."),
        ("Mr Lee had sacked him. He left the town for good.", "Mr Lee left the town for good."),
        ("Ms Lee fell in Rome. He left the town for good.", "Ms Lee left the town for good."),
        ("Lee, 34, said he had lied. He left the town for good.", "Lee left the town for good."),
        ("“Bob Roe lied,” said Mr Lee. He left the town for good.", "Mr Lee left the town for good."),
        ("“He lied,” said Mr Lee. He left the town for good.", "Mr Lee left the town for good."),
        ("Lower Cray fell in May. He left the town for good.", "Lower Cray left the town for good."),
        ("The Saint Orla sank in May. She left the town for good.", "The Saint Orla left the town for good."),
        (
            "Ms Lee fell in Rome. It rained.\n\nThe road was wet. She left the town for good.",
            "Ms Lee left the town for good.",
        ),
        ("Ms Lee fell in Rome. It left the town for good.", "Ms Lee left the town for good."),
        ("Ms Lee fell in Rome. She said Bob left the town for good.", "Ms Lee left the town for good."),
        ("Ms Lee fell in Rome. She left the town for good.", "Ms Roe left the town for good."),
    ],
)  # fmt: skip
def test_where_he_or_she_may_be_somebody_else_nobody_is_named(source: str, sentence: str) -> None:
    assert not proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "Sir Kit Marlow thanked Ms Whitlock in Rome. She leaves with two shares.",
            "Ms Whitlock leaves with two shares.",
        ),
    ],
)  # fmt: skip
def test_a_title_or_the_man_says_who_he_or_she_is(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "Sir Kit Marlow thanked Ms Whitlock in Rome. She leaves with two shares.",
            "Sir Kit Marlow leaves with two shares.",
        ),
        ("Ms Marlow thanked Ms Whitlock in Rome. She leaves with two shares.", "Ms Whitlock leaves with two shares."),
        ("Kit Marlow thanked Ms Whitlock in Rome. She leaves with two shares.", "Ms Whitlock leaves with two shares."),
        (
            "Sir Kit Marlow thanked Ms Whitlock's sister in Rome. She leaves with two shares.",
            "Ms Whitlock leaves with two shares.",
        ),
        (
            "The man, Clement Dray, drove Bob Roe to Rome. He was charged in Rome with theft.",
            "Clement Dray was charged in Rome with theft.",
        ),
        ("Mr Lee praised Jordan. He left the town for good.", "Mr Lee left the town for good."),
        (
            "The woman, Eve Roe, met the man, Clement Dray. He was charged with theft.",
            "Eve Roe was charged with theft.",
        ),
    ],
)  # fmt: skip
def test_another_title_or_another_man_is_not_meant(source: str, sentence: str) -> None:
    assert not proves(source, sentence)
