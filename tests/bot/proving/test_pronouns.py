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
