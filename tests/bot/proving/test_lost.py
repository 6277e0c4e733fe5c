"""Whatever is left out of a sentence, what says that it is not so, or only said to be so, stays with it."""

from __future__ import annotations

import pytest

from bot.proving.lost import signs
from tests.proving import proves

HID = "Halvane hid the results of two trials from regulators."
STOLE = "Ann Lee stole the ring."


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Halvane hid the results of two trials from regulators, the lawsuit alleges.", HID),
        ("Halvane, the prosecution contends, hid the results of two trials from regulators.", HID),
        ("Ann Lee stole the ring and hid it in a pot, the lawsuit alleges.", STOLE),
        ("Ann Lee stole the ring and hid it in a pot, the jury heard.", STOLE),
        ("Ann Lee stole the ring, a charge she denies.", STOLE),
        ("Ann Lee stole the ring, a false rumour.", STOLE),
        ("Ann Lee stole the ring, which never happened.", STOLE),
        ("Ann Lee stole the ring, the plot of the film.", STOLE),
        ("Ann Lee stole the ring?", STOLE),
        ("In the novel, the captain was drunk, and the owner lied to police.", "The owner lied to police."),
        ("Prosecutors allege the crew left, and the owner lied to police.", "The owner lied to police."),
        ("Ann Lee won the case, but the ruling was overturned in May.", "Ann Lee won the case."),
        ("The council approved the plan, but the mayor vetoed it.", "The council approved the plan."),
        ("The strike will end after a deal is signed.", "The strike will end."),
        ("Former prime minister Ann Lee was in court. The prime minister left Rome.", "Ann Lee left Rome."),
        ("Mr Bob Roe arrested the burglar. He was jailed for 20 years.", "Bob Roe was jailed for 20 years."),
        ("Ms Ann Lee sailed in the ferry. She sank in May.", "Ann Lee sank in May."),
        ("The bill was cut by half.", "Half cut the bill."),
        ("The team was beaten by a goal.", "A goal beat the team."),
        ("The match was postponed to Friday.", "The match was postponed to 7 February 2025."),
        ("The trial begins on Friday, the court said.", "The trial begins on 7 February 2025, the court said."),
        ("The game on Saturday was called off.", "The game on 8 February 2025 was called off."),
        ("Ann Lee was born on 3 January and fell.", "Ann Lee was born on 3 January 2025 and fell."),
        ("Corran was sold on 24 June.", "Corran was sold on 24 June 2025."),
        ("The storm damaged 95 homes.", "The storm damaged nearly 99 homes."),
        ("“The road is wet,” joked Ann Lee.", "Ann Lee said the road is wet."),
        ("“The road is wet,” Ann Lee said Bob Ray told her.", "Ann Lee said: “The road is wet.”"),
        ("The temperature was –5C on the lake.", "The temperature was 5C on the lake."),
        ("The firm paid A$5 million for it.", "The firm paid $5 million for it."),
        ("The firm paid ¥500 million for it.", "The firm paid ₹500 million for it."),
        ("Ann Lee caught hepatitis.", "Ann Lee caught hepatitis A."),
        ("The score was >50 in the test.", "The score was <50 in the test."),
    ],
)  # fmt: skip
def test_a_sentence_is_not_proven_without_what_makes_it_doubtful(source: str, sentence: str) -> None:
    assert not proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Ann Lee, a nurse, stole the ring.", STOLE),
        ("The lawsuit alleges that Halvane hid results.", "The lawsuit alleges that Halvane hid results."),
        ("Ann Lee died on Monday.", "Ann Lee died on 10 February 2025."),
        ("The temperature was –5C on the lake.", "The temperature was –5C on the lake."),
    ],
)
def test_it_is_proven_with_it_or_where_nothing_is_doubtful(source: str, sentence: str) -> None:
    assert proves(source, sentence)


def test_signs_before_numbers_are_told_from_dashes_between_words() -> None:
    assert signs("It fell – to –5 from (3), A$4 and ¥5.") == ["(3)", "A$", "¥", "–"]
