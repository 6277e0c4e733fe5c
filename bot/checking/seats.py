"""Names that stand for a country or a body because it sits there, or because they are its name in full."""

from __future__ import annotations

import re

_CAPITALS = """
abuja: nigeria; ankara: turkey; athens: greece; baghdad: iraq; bangkok: thailand; beijing: china;
beirut: lebanon; belgrade: serbia; berlin: germany; bern: switzerland; bogota: colombia; brasilia: brazil; brussels: eu;
bucharest: romania; budapest: hungary; cairo: egypt; canberra: australia; caracas: venezuela; copenhagen: denmark;
damascus: syria; delhi: india; dhaka: bangladesh; doha: qatar; dublin: ireland; hanoi: vietnam; helsinki: finland;
islamabad: pakistan; jakarta: indonesia; kabul: afghanistan; kathmandu: nepal; khartoum: sudan;
kiev: ukraine; kremlin: russia; kyiv: ukraine; lima: peru; lisbon: portugal; london: uk; madrid: spain; manila:
philippines; minsk: belarus; moscow: russia; nairobi: kenya; oslo: norway; ottawa: canada; paris: france; prague:
czechia; pyongyang: korea; riyadh: saudi; rome: italy; seoul: korea; sofia: bulgaria; stockholm: sweden; taipei: taiwan;
tehran: iran; tokyo: japan; tripoli: libya; tunis: tunisia; vienna: austria; warsaw: poland; washington: us;
whitehall: uk; yerevan: armenia; zagreb: croatia
"""
_SEATS = {
    seat: country for seat, _, country in (entry.partition(": ") for entry in " ".join(_CAPITALS.split()).split("; "))
}

_FULL = {
    "US": re.compile(r"\b(the )?United States( of America)?\b"),
    "UK": re.compile(r"\b(the )?United Kingdom\b"),
    "UN": re.compile(r"\b(the )?United Nations\b"),
    "EU": re.compile(r"\b(the )?European Union\b"),
}


def seat_of(word: str) -> str:
    """The country, in lower case, that a capital in lower case stands for; nothing for any other word."""
    return _SEATS.get(word, "")


def shortened(text: str) -> str:
    """The text with countries and bodies that are better known by their initials called so."""
    if "United" in text or "European" in text:
        for short, full in _FULL.items():
            text = full.sub(short, text)
    return text
