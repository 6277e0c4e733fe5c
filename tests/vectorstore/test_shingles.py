from __future__ import annotations

import pytest

from tests.factories import prose
from vectorstore.shingles import BANDS, FEWEST, LENGTH, band_keys, same_story, shingles

WIRE = (
    "A ferry carrying 212 people sank off Port Kestle early on Monday after its bow door gave way in heavy seas, the "
    "coastguard said. Nine bodies were recovered and 31 people are missing. Helicopters and fishing boats pulled more "
    "than 170 survivors from the water before dawn. The Maren had left the mainland shortly after midnight."
)
OWN_REPORT = (
    "Rescuers searched the waters near Port Kestle on Monday for 31 passengers of the Maren, which sank in a storm "
    "with 212 on board. At least nine died, according to the coastguard. Most of those aboard were saved by helicopter "
    "crews and by fishermen who had put to sea within minutes of the alarm."
)


def alike(one: str, other: str) -> bool:
    return same_story(shingles(one), shingles(other))


@pytest.mark.parametrize(
    "copy",
    [
        WIRE.upper().replace(",", " -").replace("\n", " "),
        "From our correspondent in Port Kestle. " + WIRE,
        WIRE + " The owner of the ferry said on Tuesday that it would pay for the funerals of all who had died.",
        WIRE.replace("sank", "went down").replace("Nine", "Eleven"),
        OWN_REPORT + " " + WIRE,
        WIRE.partition(" The Maren")[0],
    ],
)
def test_a_copy_that_was_edited_cut_or_built_into_a_longer_report_tells_the_same_story(copy: str) -> None:
    assert alike(WIRE, copy)
    assert alike(copy, WIRE)


@pytest.mark.parametrize(
    "other",
    [
        OWN_REPORT,
        OWN_REPORT + " " + WIRE.partition(". ")[0],
        f"{prose(8, 'strike')} {prose(8, 'election')} {prose(8, 'volcano')} {WIRE} {prose(20, 'comet')}",
        "",
    ],
)
def test_another_report_a_quotation_and_a_digest_do_not(other: str) -> None:
    assert not alike(WIRE, other)
    assert not alike(other, WIRE)


def test_a_text_too_short_to_be_told_from_a_stock_phrase_has_no_shingles() -> None:
    words = [str(number) for number in range(FEWEST + LENGTH - 1)]

    assert len(shingles(" ".join(words))) == FEWEST
    assert len(shingles(" ".join(words[1:]))) == 0
    assert band_keys(shingles("")) == []
    assert not alike("", "")


def test_copies_share_keys_and_other_texts_do_not() -> None:
    keys = {name: set(band_keys(shingles(text))) for name, text in (("wire", WIRE), ("own", OWN_REPORT))}
    copy = set(band_keys(shingles(WIRE + " More follows.")))

    assert len(keys["wire"]) == BANDS
    assert len(keys["wire"] & copy) > BANDS / 2
    assert not keys["wire"] & keys["own"]


def test_stored_keys_stay_what_they_are() -> None:
    assert band_keys(shingles(WIRE))[:2] == [166003651417936900, 958735119785576206]
