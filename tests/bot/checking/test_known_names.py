from __future__ import annotations

import pytest

from bot.checking.known_names import Names, unsaid

KNOWN = Names(
    [
        "Russia's Foreign Minister met the United Nations Security Council in Turkey, France and the U.S.",
        "Palestine, China, Niger and Austria were there. The Bank of England was not. Jean-Luc Picard was.",
    ]
)


@pytest.mark.parametrize(
    "name",
    "Russia Russian Russians UN UNSC Turkish Turks French American Palestinians Chinese Austrian English Picard "
    "Jean-Luc US Foreign Russian-Chinese".split(),
)
def test_a_name_is_known_in_another_form(name: str) -> None:
    assert name in KNOWN


@pytest.mark.parametrize("name", ["Putin", "Australia", "Iran", "EU", "Luca", "NATO", "Slovakia", "British-Russian"])
def test_a_name_that_is_not_there_is_not_known(name: str) -> None:
    assert name not in KNOWN


@pytest.mark.parametrize(
    ("name", "text", "known"),
    [
        ("United States", "American troops left.", True),
        ("America", "They left the United States.", True),
        ("European Union", "EU leaders met.", True),
        ("UN", "The United Nations met.", True),
        ("United States", "They tell us nothing.", False),
        ("United States", "United Airlines flew between two states.", False),
        ("United", "American troops left.", False),
    ],
)
def test_a_country_is_known_by_its_full_name_too(name: str, text: str, *, known: bool) -> None:
    assert (name in Names([text])) is known


@pytest.mark.parametrize(
    ("name", "text", "known"),
    [
        ("TV", "It was shown on television.", True),
        ("CEO", "The firm's chief executive left.", True),
        ("MPs", "Members of parliament voted.", True),
        ("TV", "It was heard on the radio.", False),
        ("Noel", "A play by Noël Coward.", True),
        ("Kraków", "A village near Krakow.", True),
        ("Wegrzce", "The village of Węgrzce.", True),
        ("Noel", "A play by Nolan Coward.", False),
    ],
)
def test_a_name_is_known_by_its_short_form_and_without_its_marks(name: str, text: str, *, known: bool) -> None:
    assert (name in Names([text])) is known


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("On 10 November it rained.", "It rained on Nov. 10."),
        ("On 10 November it rained.", "2018-11-10: rain"),
        ("On Saturday it rained.", "It rained on 10 November 2018."),
        ("It rained on Thurs. and on Friday.", "It rained on Thursday and Friday."),
        ("Mr Okafor of Acme Inc left.", "Okafor of Acme left."),
        ("General Okafor left.", "Gen. Okafor left."),
        ("Gen. Okafor left.", "The general, Okafor, left."),
        ("Prime Minister Okafor left.", "The PM, Okafor, left."),
        ("Its CEO left.", "The chief executive left."),
        ("The Harbour Centre burnt.", "The Harbor Center burned."),
        ("Zelenskyy spoke.", "Mr Zelensky spoke."),
        ("Kyiv was hit.", "Kiev was hit."),
        ("The Northern Water Agency acted.", "The NWA acted."),
        ("The Bank of Veyle acted.", "BoV was first, and the BOV acted."),
        ("Chris Okafor left.", "Christopher Okafor left."),
        ("Bill Okafor left.", "William T. Okafor left."),
        ("It began at 11 PM.", "It began at 23:00."),
        ("They moved to California.", "They moved to Stockton, Calif., later."),
        ("The French and the British left.", "The Franco-British troops left."),
        ("The Airforce came.", "The Air Force came."),
        ("The Air Force came.", "The AirForce came."),
        ("J.W. Okafor left.", "J. W. Okafor left."),
        ("It is a Veyle firm.", "It is a Veyle-based firm."),
        ("The Presidential vote was held.", "The president was elected."),
        ("Prices rose.", "It costs more."),
        ("Shares in Veyle fell.", "Veyle lost value."),
        ("Residents Abandoned Homes in Veyle", "A storm put Veyle under water."),
    ],
)
def test_names_are_said_in_other_forms(claim: str, source: str) -> None:
    assert unsaid(claim, [source]) == []


@pytest.mark.parametrize(
    ("claim", "source", "strange"),
    [
        ("It rained in December.", "2018-11-10: rain", ["December"]),
        ("It rained on a Friday.", "It rained on 10 November 2018.", ["Friday"]),
        ("The Sun reported it.", "It was reported on Sunday.", ["Sun"]),
        ("Ms Lindqvist left.", "Okafor left.", ["Lindqvist"]),
        ("General Okafor left.", "Okafor generated heat.", ["General"]),
        ("The National Wheat Board acted.", "The NWA acted.", ["National", "Wheat", "Board"]),
        ("The Water Agency acted.", "WA acted.", ["Water", "Agency"]),
        ("Bill Okafor left.", "William Lee and Ann Okafor left.", ["Bill"]),
        ("Bob Okafor left.", "William Okafor left.", ["Bob"]),
        ("Christopher Okafor left.", "Chris Okafor left.", ["Christopher"]),
        ("Johnson left.", "Johnston left.", ["Johnson"]),
        ("Franco left.", "France left.", ["Franco"]),
        ("Parker left.", "A park opened.", ["Parker"]),
        ("Reed left.", "A red car left.", ["Reed"]),
        ("Marsh left.", "The Marshal left.", ["Marsh"]),
        ("Luca left.", "Jean-Luc left.", ["Luca"]),
        ("Okafor rose.", "It costs more.", ["Okafor"]),
        ("The firm is called Prices.", "It costs more.", ["Prices"]),
        ("Residents Abandoned Homes in Oslo", "A storm put Veyle under water.", ["Oslo"]),
    ],
)
def test_another_name_that_is_nearly_one_is_strange(claim: str, source: str, strange: list[str]) -> None:
    assert unsaid(claim, [source]) == strange
