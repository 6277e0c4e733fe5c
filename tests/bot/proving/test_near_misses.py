"""What is made of the words of a source by several changes, each of which the rule knows, and is not so."""

from __future__ import annotations

import pytest

from tests.proving import proves


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "Ann Lee, the mayor of Rome, told Bob Roe that the ship was lost.",
            "Bob Roe, the mayor of Rome, told Ann Lee that the ship was lost.",
        ),
        ("Ann Lee, a nurse who met Bob Roe, a judge, fell.", "Ann Lee is a judge."),
        ("Ann Lee, who said Bob Roe was ill and was sent home, fell.", "Ann Lee was sent home."),
        (
            "Ann Lee and Bob Roe were charged on Monday with theft. Ann Lee was freed.",
            "Ann Lee was charged with theft on Monday.",
        ),
        ("Ann Lee was charged with theft and Bob Roe was freed.", "Ann Lee was freed."),
        ("Ann Lee, 34, and Bob Roe, 43, fell.", "Bob Roe is 34."),
        ("Ann Lee, 34, and Bob Roe, 43, fell.", "Ann Lee is 43."),
        ("The company said it has sold the ship, but a spokesman for Corran denied it.", "The company sold the ship."),
        ("Corran has denied that it has sold the ship.", "Corran sold the ship."),
        ("Corran has denied that it has sold the ship.", "Corran has sold the ship."),
        ("The judge has ruled that the ship has been sold.", "The ship was sold."),
        ("Ann Lee has offered to sell the ship.", "Ann Lee sold the ship."),
        ("Ann Lee has promised to sell the ship.", "Ann Lee sold the ship."),
        ("Most of the ships, which were sold in June, have sunk.", "The ships have sunk."),
        ("Most of the ships, which were sold in June, have sunk.", "The ships were sold in June."),
        ("The only ship which was sold, a ferry, has sunk.", "The ship was sold."),
        (
            "Thornmere Bridge is old. Plans for the bridge were dropped. No bridge has cracks.",
            "Thornmere Bridge has cracks.",
        ),
        ("Ann Lee says the High Court erred. The court of Rome fined Bob Roe.", "The High Court fined Bob Roe."),
        (
            "Kessland League fined Rovers. The league leaders, United, won.",
            "The Kessland League leaders, United, lost.",
        ),
        ("The minister, Ann Lee, spoke in Oslo. The minister's wife left Rome.", "Ann Lee left Rome."),
        (
            "The minister, Ann Lee, spoke in Oslo. The shadow minister left Rome for good.",
            "Ann Lee left Rome for good.",
        ),
        (
            "The minister, Ann Lee, spoke in Oslo. The finance minister left Rome for good.",
            "Ann Lee left Rome for good.",
        ),
        ("“The ship is lost,” Ann Lee told Bob Roe.", "Bob Roe said the ship is lost."),
        ("“The ship is lost,” said Ann Lee, quoting Bob Roe.", "Bob Roe said the ship is lost."),
        ("“If it rains the ship is lost,” said Ann Lee.", "Ann Lee said the ship is lost."),
        ("“No ship is lost,” said Ann Lee.", "Ann Lee said the ship is lost."),
        ("“The ship is not lost,” said Ann Lee.", "Ann Lee said the ship is lost."),
        ("“The ship may be lost,” said Ann Lee.", "Ann Lee said the ship is lost."),
        ("“The ship will be lost,” said Ann Lee.", "Ann Lee said the ship was lost."),
        ("“The ship was lost,” said Ann Lee.", "Ann Lee said the ship is lost."),
        ("Ann Lee said the ship “will never sink in winter”.", "Ann Lee said the ship will sink in winter."),
        ("Ann Lee said nobody called the ship “lost in winter”.", "Ann Lee called the ship lost in winter."),
        ("Ann Lee resigned on Monday, and Bob Roe resigned on Tuesday.", "On Tuesday, Ann Lee resigned."),
        ("Ann Lee, who resigned on Monday, sold the ship on Tuesday.", "On Monday, Ann Lee sold the ship."),
        ("Ann Lee left Rome after Bob Roe resigned.", "Bob Roe resigned after Ann Lee left Rome."),
        ("Ann Lee left Rome because Bob Roe resigned.", "Although Bob Roe resigned, Ann Lee left Rome because."),
        (
            "After Ann Lee left Rome, Bob Roe said the ship was lost.",
            "Bob Roe said the ship was lost after Ann Lee left Rome.",
        ),
        ("The trial, Ann Lee said Bob Roe said, was long.", "Bob Roe said the trial was long."),
        (
            "Halvane has failed. Its rival Corran's chief executive, Ann Lee, left Rome.",
            "Ann Lee, Halvane's chief executive, left Rome.",
        ),
        (
            "Halvane, a maker of pills, has failed. Its chief executive's son, Ann Lee, left Rome.",
            "Ann Lee, Halvane's chief executive, left Rome.",
        ),
        ("Halvane lost to the club. Its chairman, Ann Lee, left Rome.", "Ann Lee, Halvane's chairman, left Rome."),
        ("Two, Ann Lee and Bob Roe, left. Three voted for the plan.", "Two voted for the plan."),
        (
            "At a press conference in a film by Bob Roe, Ann Lee said the ship was lost.",
            "Ann Lee said the ship was lost.",
        ),
        ("Trains run, compared with buses, if it rains in Rome.", "Trains run in Rome."),
        ("The tax was cut by 30 votes to 20.", "The tax was cut by 20 votes to 30."),
        ("The ship was sold, but only to Ann Lee in Rome.", "The ship was sold to Rome."),
        ("The plan would fail, but Ann Lee saved it in Rome.", "The plan would fail."),
        ("The ship nearly sank, but Ann Lee saved it.", "The ship sank."),
        ("Ann Lee tried to sell the ship, but failed in Rome.", "Ann Lee sold the ship."),
        ("Ann Lee is said to have sold the ship, but denies it.", "Ann Lee sold the ship."),
        ("Shares in Corran and Stellmark rose on Monday.", "Corran's and Stellmark's shares fell on Monday."),
        ("The four who voted, against the will of Ann Lee, left.", "The four who voted against Ann Lee left."),
        ("Ann Lee said the ship was late and the crew was drunk and added that Bob Roe lied.", "Bob Roe lied."),
        (
            "Ann Lee told Bob Roe she was late and added that the ship was lost.",
            "Bob Roe added that the ship was lost.",
        ),
        ("In a forged letter, Ann Lee said the ship was lost.", "Ann Lee said the ship was lost."),
        ("Police suspect banker Bob Roe left Rome in June.", "Bob Roe left Rome in June."),
        ("The police suspect banker Bob Roe left Rome in June.", "Bob Roe left Rome in June."),
        ("Police suspect mayor Bob Roe left Rome in June.", "Bob Roe left Rome in June."),
        ("He suspects mayor Bob Roe left Rome in June.", "Bob Roe left Rome in June."),
        ("Rome's court doubts mayor Ann Lee left Oslo in June.", "Ann Lee left Oslo in June."),
        ("Bob Roe doubts mayor Ann Lee left Oslo in June.", "Ann Lee left Oslo in June."),
        (
            "Ms Lee did not concede. Her agent, Corin Hale, said the party would appeal.",
            "Ms Lee did not concede, and his agent, Corin Hale, said the party would appeal.",
        ),
    ],
)  # fmt: skip
def test_changes_that_are_harmless_one_by_one_do_not_add_up_to_a_falsehood(source: str, sentence: str) -> None:
    assert not proves(source, sentence)
