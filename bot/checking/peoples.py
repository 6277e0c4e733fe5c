"""Countries and what their people and things are called, so that "Russian" and "Russia" count as one word."""

from __future__ import annotations

import unicodedata

_FORMS = """
afghanistan: afghan afghans; albania: albanian albanians; algeria: algerian algerians; angola: angolan angolans;
argentina: argentine argentines argentinian; armenia: armenian armenians; australia: australian australians;
austria: austrian austrians; azerbaijan: azerbaijani azeri; bangladesh: bangladeshi bangladeshis; belarus:
belarusian belarusians; belgium: belgian belgians; bolivia: bolivian bolivians; bosnia: bosnian bosnians; brazil:
brazilian brazilians; bulgaria: bulgarian bulgarians; cambodia: cambodian cambodians; canada: canadian canadians;
chechnya: chechen chechens; chile: chilean chileans; china: chinese; colombia: colombian colombians; croatia:
croatian croatians; cuba: cuban cubans; cyprus: cypriot cypriots; czechia: czech czechs; denmark: danish danes
dane; ecuador: ecuadorian ecuadorians; egypt: egyptian egyptians; england: english; estonia: estonian estonians;
ethiopia: ethiopian ethiopians; eu: europe european europeans; finland: finnish finns; france: french; gaza: gazan
gazans; georgia: georgian georgians; germany: german germans; ghana: ghanaian ghanaians; greece: greek greeks;
guatemala: guatemalan guatemalans; haiti: haitian haitians; honduras: honduran hondurans; hungary: hungarian
hungarians; iceland: icelandic icelanders; india: indian indians; indonesia: indonesian indonesians; iran: iranian
iranians; iraq: iraqi iraqis; ireland: irish; israel: israeli israelis; italy: italian italians; jamaica: jamaican
jamaicans; japan: japanese; jordan: jordanian jordanians; kazakhstan: kazakh kazakhs; kenya: kenyan kenyans; korea:
korean koreans; kosovo: kosovan kosovar kosovars; kuwait: kuwaiti kuwaitis; latvia: latvian latvians; lebanon:
lebanese; libya: libyan libyans; lithuania: lithuanian lithuanians; malaysia: malaysian malaysians; mali: malian
malians; mexico: mexican mexicans; moldova: moldovan moldovans; mongolia: mongolian mongolians; morocco: moroccan
moroccans; myanmar: burma burmese; nepal: nepali nepalese; netherlands: dutch holland; nigeria: nigerian nigerians;
norway: norwegian norwegians; pakistan: pakistani pakistanis; palestine: palestinian palestinians; peru: peruvian
peruvians; philippines: filipino filipinos philippine; poland: polish poles; portugal: portuguese; qatar: qatari
qataris; romania: romanian romanians; russia: russian russians; rwanda: rwandan rwandans; scotland: scottish scots;
senegal: senegalese; serbia: serbian serbs serb; slovakia: slovak slovaks; slovenia: slovenian slovenes; somalia:
somali somalis; spain: spanish spaniards; sudan: sudanese; sweden: swedish swedes; switzerland: swiss; syria:
syrian syrians; taiwan: taiwanese; thailand: thai thais; tunisia: tunisian tunisians; turkey: turkish turks
türkiye; uae: emirati emiratis emirates; uganda: ugandan ugandans; uk: british britain britons brits; ukraine:
ukrainian ukrainians; uruguay: uruguayan uruguayans; us: america american americans usa; uzbekistan: uzbek uzbeks;
venezuela: venezuelan venezuelans; vietnam: vietnamese; wales: welsh; yemen: yemeni yemenis; zambia: zambian
zambians; zimbabwe: zimbabwean zimbabweans; africa: african africans; asia: asian asians; arabia: arab arabs
arabian saudi saudis
"""

_COUNTRY = {
    form: name
    for name, _, forms in (entry.partition(": ") for entry in " ".join(_FORMS.split()).split("; "))
    for form in forms.split()
}

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
"""Letters that no mark can be taken off, and what is written for them."""

COUNTRIES = frozenset(_COUNTRY.values())
"""The one name of each country, in lower case."""

IN_FULL = {"united states": "us", "united kingdom": "uk", "united nations": "un", "european union": "eu"}
"""Names of two words, and the one that ``country`` gives for them."""


def country(word: str) -> str:
    """The one name of a country for any of its lower-case forms; any other word in plain letters: "noel" for "noël"."""
    return _COUNTRY.get(word) or (word if word.isascii() else _plain(word))


def _plain(word: str) -> str:
    """A word in Latin letters without their marks; one in other letters as it is."""
    parts = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    bare = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return bare if bare.isascii() else word
