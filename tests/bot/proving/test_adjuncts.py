"""What a sentence goes on with after it is complete."""

from __future__ import annotations

import pytest

from tests.proving import proves


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Ann Lee said the road was wet, but promised that it would be dry by May.", "Ann Lee said the road was wet."),
        ("The road was wet in Rome, but it was dry in Oslo.", "The road was wet in Rome."),
        ("Two, Ann Lee and Bob Roe, voted against the plan.", "Two voted against the plan."),
        (
            "Ann Lee said the plan was good, that it would work and that it was cheap.",
            "Ann Lee said the plan was good.",
        ),
        ("The bank cut its rate on Thursday by five votes to four.", "The bank cut its rate on Thursday."),
        ("At a press conference in Rome, Ann Lee said the plan was good.", "Ann Lee said the plan was good."),
        ("Ann Lee walked across at noon on Tuesday with two dogs.", "Ann Lee walked across at noon on Tuesday."),
        ("The people who were rescued were taken to Rome.", "The people rescued were taken to Rome."),
        ("The bank cut its rate on Thursday, its first cut since June.", "The bank cut its rate on Thursday."),
        (
            "The bank cut its interest rate on Thursday, its first cut since June.",
            "The bank cut its interest rate on Thursday.",
        ),
        (
            "Ann Lee found cracks in nine hangers, rather than the two that Bob Roe found.",
            "Ann Lee found cracks in nine hangers.",
        ),
        ("The plan cost 70 million crowns, most of it from a loan.", "The plan cost 70 million crowns."),
        ("Ann Lee refused to give a date: “Wait and see.”", "Ann Lee refused to give a date."),
        (
            "Marsh has not been arrested, and his lawyer, Bettina Crane, said he was ill.",
            "Marsh has not been arrested.",
        ),
    ],
)  # fmt: skip
def test_what_a_complete_sentence_goes_on_with_may_be_left_out(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Trains may be late in Rome, but only if it rains.", "Trains may be late in Rome if it rains."),
        ("Trains may run in Rome, but only where a station has staff.", "Trains may run in Rome."),
        ("Trains run in Rome, but not on Monday.", "Trains run in Rome on Monday."),
        ("Ann Lee was due to leave Rome, but stayed there.", "Ann Lee was due to leave Rome."),
        ("Police said 12 had died in Rome, but later said that nine had.", "Police said 12 had died in Rome."),
        ("Ann Lee would have won in Rome, but she fell.", "Ann Lee won in Rome."),
        ("Everybody but Ann Lee was freed in Rome.", "Everybody was freed in Rome."),
        ("The ship was lost, but the crew lived, the owner said.", "The ship was lost."),
        ("The ship was lost, but the crew lived, the owner hoped.", "The ship was lost."),
        ("Ann Lee won on Tuesday in Ohio.", "Ann Lee won on Tuesday."),
        (
            "Ann Lee did not walk across at noon on Tuesday with two dogs.",
            "Ann Lee did not walk across at noon on Tuesday.",
        ),
        ("Nine people died on Tuesday in Rome.", "Nine people died on Tuesday."),
        ("Only Ann Lee walked across on Tuesday with two dogs.", "Only Ann Lee walked across on Tuesday."),
        (
            "Ann Lee never said the plan was good, that it would work or that it was cheap.",
            "Ann Lee said the plan was good.",
        ),
        ("Ann Lee denied that the plan was good and that it would work.", "Ann Lee said the plan was good."),
        ("In the film, Ann Lee said the plan was good.", "Ann Lee said the plan was good."),
        ("In a play by Bob Roe, Ann Lee said the plan was good.", "Ann Lee said the plan was good."),
        ("People who were not rescued were mourned in Rome.", "People rescued were mourned in Rome."),
        ("Ann Lee said that if the plan was good, that would help Rome.", "Ann Lee said the plan was good."),
        ("Two, Ann Lee and Bob Roe, voted against the plan.", "Ann Lee and Bob Roe, two voted against the plan."),
        ("The rate was cut, some of them said.", "The rate was cut."),
        ("The rate was cut, many of the members believed.", "The rate was cut."),
        (
            "Shares rose, compared with what Ann Lee feared, by two per cent.",
            "Shares rose by two per cent, Ann Lee feared.",
        ),
        ("No rate was cut on Thursday, its first since June.", "A rate was cut on Thursday."),
        ("Ann Lee lost by five votes to four.", "Ann Lee lost by four votes to five."),
        ("Marsh was freed, and his lawyer, Bettina Crane, said Bob Roe was jailed.", "Bob Roe was jailed."),
        ("Marsh was freed, and Bob Roe, said his lawyer, was jailed.", "Marsh was freed."),
        ("Marsh was freed, and, Bettina Crane said, Bob Roe was jailed.", "Marsh was freed."),
        ("Marsh was freed, and Bob Roe was jailed, his lawyer said.", "Marsh was freed."),
        ("Marsh was freed, and Bob Roe was jailed, said the man who was there.", "Marsh was freed."),
        ("Ann Lee would leave Rome, but she was held there.", "Ann Lee would leave Rome."),
    ],
)  # fmt: skip
def test_nothing_is_left_out_that_takes_back_or_narrows_down_or_says_who_says_so(source: str, sentence: str) -> None:
    assert not proves(source, sentence)
