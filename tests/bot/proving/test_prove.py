"""What a source sentence proves, and what is made of its words and is not so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.proving.prove import proof, unknown
from bot.proving.words import read
from tests.factories import hit


def proves(source: str, sentence: str) -> bool:
    return proof(read(sentence), [hit(source)]) is not None


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Rovers beat United in the final.", "Rovers beat United in the final."),
        ("Rovers beat United in the final.", "United were beaten by Rovers in the final."),
        ("United were beaten by Rovers in the final.", "Rovers beat United in the final."),
        ("The court has cleared Ann of negligence.", "Ann has been cleared of negligence by the court."),
        ("The mast was made in 1587 by Ann Roe, who sailed.", "The mast was made by Ann Roe in 1587."),
        ("Ann Lee, 34, a joiner, left Rome on Monday.", "Ann Lee left Rome."),
        ("Ann Lee, who met Bob, left Rome.", "Ann Lee left Rome."),
        ("The bridge, opened in 1961 by the mayor, Ann Lee, was shut.", "The bridge was shut."),
        ("On Tuesday the ship sank off the coast.", "The ship sank off the coast."),
        ("The ship sank at 6 p.m. on 17 March 2024 off the coast.", "The ship sank off the coast."),
        ("The ship sank after it hit a rock.", "The ship sank."),
        ("Nine people died and 14 were missing.", "Nine people died."),
        ("The crew had left, the owner said on Monday.", "The owner said the crew had left."),
        ("The crew had left, said the owner, Ann Lee.", "According to the owner, the crew had left."),
        ("“I am sorry,” said Ann Lee, the owner.", 'Ann Lee said: "I am sorry."'),
        ("Ann Lee told parliament on Monday that taxes would rise.", "Ann Lee told parliament that taxes would rise."),
        ("Transport minister Ann Lee has resigned.", "Ann Lee has resigned."),
        ("The chairman, Ann Lee, has resigned.", "The chairman has resigned."),
        ("The chairman, Ann Lee, has resigned.", "Ann Lee has resigned."),
        ("Turnout was 58 per cent, the highest since 1998.", "Turnout was 58%."),
        ("Some 2,000 people came at 85 km/h.", "About two thousand people came at 85 kilometres an hour."),
        ("The U.S. didn't sign the treaty.", "The US did not sign the treaty."),
        ("OSLO (NWA) - The envoy has left.", "The envoy has left."),
        ("Ann Lee spoke in Rome. Ms Lee had won.", "Ann Lee had won."),
        ("Coastguard commander Ann Lee said so. Ann Lee had won.", "Lee had won."),
    ],
)  # fmt: skip
def test_what_is_left_out_or_turned_round_changes_nothing(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Rovers beat United in the final.", "United beat Rovers in the final."),
        ("United were beaten by Rovers in the final.", "United beat Rovers in the final."),
        ("Ann was hit by Bob and Carl.", "Bob hit Ann and Carl."),
        ("Votes were let in after a delay that was caused by a fault.", "A fault let in votes."),
        ("Okafor was named mayor after a count by hand.", "Hand named Okafor mayor."),
        ("Complaints about noise, and ships that sank, have raised fears.", "Ships that sank have raised fears."),
        ("Ann told Bob that Carl had left.", "Bob told Ann that Carl had left."),
        ("Brandt, who met Roake, a judge, resigned.", "Brandt, a judge, resigned."),
        ("Ann, a nurse, and Bob, a judge, left Rome.", "Ann, a judge, left Rome."),
        ("Ann, a nurse, fell, and Bob, a judge, left Rome.", "Ann left Rome."),
        ("Ann, who fell, sat, and Bob, a judge, left Rome.", "Ann left Rome."),
        ("“I am sorry,” said Ann, who met Bob.", "“I am sorry,” said Bob."),
        ("“I am sorry,” said Ann, who met Bob.", "Bob said: “I am sorry.”"),
        ("“I am sorry,” said Ann, who met Bob.", "Ann was sorry."),
        ("Ann said “the ship is lost” in Rome.", "Ann said the ship is lost in Rome."),
        ("No child died on Monday.", "No child died."),
        ("All passengers died on Monday.", "All passengers died."),
        ("All passengers in the lounge died.", "All passengers died."),
        ("The firm banned ferries with broken lamps.", "The firm banned ferries."),
        ("Bob did not eat and drink at noon.", "Bob did not eat."),
        ("Only Ann and Bob died at sea.", "Only Ann died at sea."),
        ("A few of the men swam ashore.", "Few of the men swam ashore."),
        ("A third of the crew swam ashore.", "The third crew swam ashore."),
        ("The mayor was jailed two days after the vote.", "The mayor was jailed two days."),
        ("Prices fell in May 2019.", "Prices fell."),
        ("Sales fell by 5 per cent in Europe.", "Sales fell by 5 per cent."),
        ("Output grew in 2019, which was wet, and fell in 2020.", "Output grew in 2020."),
        ("The mayor may resign on Monday.", "The mayor will resign on Monday."),
        ("The mayor may resign on Monday.", "The mayor resigned on Monday."),
        ("The mayor has not resigned.", "The mayor has resigned."),
        ("The mayor hasn't resigned.", "The mayor has resigned."),
        ("If the rain stops, the ship will sail.", "The ship will sail."),
        ("The ship will sail on Monday if the rain stops.", "The ship will sail on Monday."),
        ("The ship was lost, the owner said.", "The ship was lost."),
        ("The ship was lost and the crew drowned, the owner said.", "The ship was lost."),
        ("The ship was lost after it left, said the owner.", "The ship was lost."),
        ("The ship, the owner hoped, was safe.", "The ship was safe."),
        ("The ship, the owner mused, was safe.", "The ship was safe."),
        ("The lamps were, the firm claimed, replaced in May.", "The lamps were replaced in May."),
        ("The king was killed, and the queen fled, in a play by Bob.", "The king was killed."),
        ("In the film the ship sank on Monday.", "The ship sank on Monday."),
        ("Police said Bob stole the car, and the owner was asleep.", "The owner was asleep."),
        ("It was false that the ship had sunk, and the crew was dead.", "The crew was dead."),
        ("Ann believed that the ship had sunk, and the crew was dead.", "The crew was dead."),
        ("Ann denied that she stole the car on Monday.", "Ann stole the car on Monday."),
        ("The minister said Bob lied and resigned.", "The minister resigned."),
        ("The firm that bought ships and sold them would be fined.", "The firm bought ships."),
        ("The toll was 12, not 15 as first thought.", "The toll was 15."),
        ("It was -5 degrees on Monday.", "It was 5 degrees on Monday."),
        ("The deal was worth 5 million dollars.", "The deal was worth 5 million crowns."),
        ("The deal was worth $5 million.", "The deal was worth €5 million."),
        ("About 300 people came to the square.", "Some of the 300 people came to the square."),
        ("About 300 people came to the square.", "300 people came to the square."),
        ("At least 300 people came to the square.", "Up to 300 people came to the square."),
        ("Ms Lee received 9 votes. Marta Lee won.", "Mr Lee received 9 votes."),
        ("Ann Lee met Bob Lee. Lee was late.", "Bob Lee was late."),
        ("Envoys of South Korea left. Korea was divided. South Korea won.", "Korea won."),
        ("The ship left on Monday. The ship sank on Tuesday.", "The ship left on Tuesday."),
        ("The ship left on Monday and sank on Tuesday.", "The ship left on Tuesday."),
        ("The owner said 212 guests and crew were there.", "The owner said 212 guests."),
        ("The number is two: Rome and Oslo.", "The number is two: Rome."),
        ("Ann called the sum a start and no more.", "Ann called the sum a start."),
        ("Entry took 15 years and talks with Rome and Oslo have failed.", "Entry took 15 years and talks with Rome."),
        ("The strike hit libraries and safety inspections and health and safety checks.", "The strike hit health."),
        ("The strike hit schools, health and safety checks.", "The strike hit schools, health."),
        ("There were two years when advice was published.", "There were two years."),
        ("The time for an appeal had passed when Ann filed it.", "The time for an appeal had passed."),
        ("The town set limits after 11 p.m.", "The town set limits."),
        ("The ship was lost by its crew and the owner, he writes.", "The ship was lost by its crew."),
        ("If the count ends in a tie, the law provides for lots.", "If the count ends in a tie."),
        ("When Ann left, the ship sank, and Bob fled.", "When Ann left, and Bob fled."),
        ("Ann wept because Bob died.", "Bob died because Ann wept."),
        ("Ann wept. Bob died.", "Ann wept because Bob died."),
        ("Ann is the mayor of Rome.", "Ann is the best mayor of Rome."),
        ("Ann was mayor of Rome.", "Ann is mayor of Rome."),
    ],
)  # fmt: skip
def test_the_same_words_do_not_prove_what_they_do_not_say(source: str, sentence: str) -> None:
    assert not proves(source, sentence)


def test_the_source_sentence_that_proves_is_found_where_it_stands() -> None:
    source = hit("Ann wept. Bob died in Rome. Carl left.")

    found = proof(read("Bob died in Rome."), [source])

    assert found is not None
    assert source.chunk.text[found.start : found.end] == "Bob died in Rome."


def test_as_a_whole_nothing_may_be_left_out() -> None:
    source = [hit("Ann Lee, a nurse, left Rome.")]

    assert proof(read("Ann Lee left Rome."), source)
    assert proof(read("Ann Lee left Rome."), source, whole=True) is None
    assert proof(read("Ann Lee, a nurse, left Rome."), source, whole=True)


def test_words_of_a_speech_that_goes_on_are_known_as_quoted() -> None:
    source = "“We are sorry. The ship was lost at sea. We weep,” said Ann.\n\nThe crew was lost at sea."

    assert not proves(source, "The ship was lost at sea.")
    assert proves(source, "The crew was lost at sea.")


@pytest.mark.parametrize(
    ("sentence", "new"),
    [
        ("Ann sadly left Rome.", ["sadly"]),
        ("Ann left Rome.", []),
        ("Ann nearly left Rome.", []),
        ("Ann left Paris.", []),
        ("Ann left 12 towns.", []),
    ],
)
def test_words_that_only_add_are_told_from_those_that_change_what_is_said(sentence: str, new: list[str]) -> None:
    assert [word.text for word in unknown(read(sentence), [hit("Ann left Rome.")])] == new


@given(
    st.lists(
        st.sampled_from('Ann said , ; and by was the "we" 9 ( ) who after on Monday : – left'.split()), max_size=14
    )
)
def test_any_text_is_proven_by_itself_and_nothing_is_too_strange_to_be_held_against_another(pieces: list[str]) -> None:
    text = " ".join([*pieces, "Rome."])

    assert proves(text, text)
    proves(text, "Ann left Rome after Monday, who said: “We left.”")
