"""The forms that one name has: "Iranian" and "Iran", "Center" and "Centre", "Kiev" and "Kyiv", "Gen." and "General"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.checking.peoples import country

_SUFFIXES = ("", "n", "an", "ian", "ean", "ese", "i", "is", "ish", "ic", "s", "ns", "ans", "ians", "es")
_LONG_SUFFIXES = ("ial", "al", "ary", "ist", "ists", "ism", "ite", "ites")
_ENDINGS = re.compile(r"(?:a|e|y|en|ey|land)$")

LEAST, LONG = 3, 6
"""Letters that a suffix, or one of the long ones, leaves of a name."""

_RESPELT = {
    "kiev": "kyiv", "kharkov": "kharkiv", "odessa": "odesa", "lvov": "lviv", "peking": "beijing", "bombay": "mumbai",
    "calcutta": "kolkata", "madras": "chennai", "rangoon": "yangon", "saigon": "hochiminh", "koran": "quran",
    "qaddafi": "gaddafi", "kadafi": "gaddafi", "gadhafi": "gaddafi", "hizbollah": "hezbollah", "hizbullah": "hezbollah",
    "qaeda": "qaida", "mohammed": "muhammad", "mohamed": "muhammad", "mohammad": "muhammad", "muhammed": "muhammad",
}  # fmt: skip
"""Names that are written in more than one way, by their lower-case forms."""

_BRITISH = (
    (re.compile(r"is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|ite|ites|ist|ists)?$)"), "or"),
    (re.compile(r"(?<=[bcdfgkpt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=def)ence$|(?<=off)ence$|(?<=lic)ence$"), "ense"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"^programme(?=s?$)"), "program"),
    (re.compile(r"^grey(?=s?$)"), "gray"),
)
_SLAVIC = re.compile(r"(?<=[sc]k)(?:iy|yy|ij|yj|ii|i|y)$")
_DOUBLED = re.compile(r"([bcdfghjklmnpqrstvwxz])\1")

COMBINED = {
    "afro": "africa", "anglo": "england", "austro": "austria", "euro": "eu", "franco": "france", "greco": "greece",
    "indo": "india", "italo": "italy", "russo": "russia", "sino": "china", "hispano": "spain",
}  # fmt: skip
"""What a country is called before a hyphen: "Franco-British"."""

EMPTY = frozenset("mr mrs ms mx miss mme inc ltd plc llc corp co gmbh".split())
"""What goes with a name and says next to nothing of who it is."""

ABBREVIATED = {
    "dr": ("doctor",), "prof": ("professor",), "gen": ("general",), "sen": ("senator",), "gov": ("governor",),
    "rep": ("representative",), "lt": ("lieutenant",), "col": ("colonel",), "capt": ("captain",), "sgt": ("sergeant",),
    "maj": ("major",), "cmdr": ("commander",), "adm": ("admiral",), "rev": ("reverend",), "st": ("saint", "street"),
    "mt": ("mount", "mountain"), "ft": ("fort",), "jr": ("junior",), "sr": ("senior",), "dept": ("department",),
    "univ": ("university",), "intl": ("international",), "ave": ("avenue",), "rd": ("road",), "govt": ("government",),
    "jan": ("january",), "feb": ("february",), "apr": ("april",), "jun": ("june",), "jul": ("july",),
    "aug": ("august",), "sept": ("september",), "sep": ("september",), "oct": ("october",), "nov": ("november",),
    "dec": ("december",), "mon": ("monday",), "tue": ("tuesday",), "tues": ("tuesday",), "wed": ("wednesday",),
    "weds": ("wednesday",), "thu": ("thursday",), "thur": ("thursday",), "thurs": ("thursday",), "fri": ("friday",),
    "div": ("division",), "ariz": ("arizona",), "calif": ("california",), "colo": ("colorado",),
    "conn": ("connecticut",), "fla": ("florida",), "mass": ("massachusetts",), "mich": ("michigan",),
    "minn": ("minnesota",), "neb": ("nebraska",), "nev": ("nevada",), "okla": ("oklahoma",), "ore": ("oregon",),
    "penn": ("pennsylvania",), "tenn": ("tennessee",), "tex": ("texas",), "wash": ("washington",),
    "wis": ("wisconsin",), "wyo": ("wyoming",),
}  # fmt: skip
"""Short forms of words in names, and what they stand for. "Mar", "Sat" and "Sun" are too often something else."""

SPELT_OUT = {
    "tv": ("television",), "pm": ("prime minister", "premier"), "ceo": ("chief executive",),
    "cfo": ("chief financial officer",), "vp": ("vice president",), "mp": ("member of parliament",),
    "mps": ("members of parliament",), "ai": ("artificial intelligence",), "gdp": ("gross domestic product",),
    "ev": ("electric vehicle", "electric car"), "evs": ("electric vehicles", "electric cars"),
    "hiv": ("human immunodeficiency virus",), "ipo": ("initial public offering",), "gp": ("general practitioner",),
    "gps": ("general practitioners",), "phd": ("doctorate", "doctor of philosophy"), "vat": ("value-added tax",),
    "cctv": ("closed-circuit", "surveillance camera"), "ngo": ("non-governmental organi",), "suv": ("sport utility",),
    "ufo": ("unidentified flying object",), "covid": ("coronavirus",), "wwi": ("world war i", "first world war"),
    "wwii": ("world war ii", "second world war"), "it": ("information technology",), "ag": ("attorney general",),
    "da": ("district attorney",), "hq": ("headquarter",), "rpg": ("role-playing game",),
}  # fmt: skip
"""Short forms of what is written without capitals, so that no initials tell of it."""


def forms_of(word: str) -> set[str]:
    """The roots of a lower-case name, so that two forms of one have some in common: "iranian" and "iran"."""
    word = country(_RESPELT.get(word, word))
    forms = {word, spelling(word)}
    for suffixes, least in ((_SUFFIXES, LEAST), (_LONG_SUFFIXES, LONG)):
        forms |= {word[: -len(end)] for end in suffixes if end and word.endswith(end) and len(word) - len(end) >= least}
    shorter = _ENDINGS.sub("", word)
    if len(shorter) >= LEAST:
        forms.add(shorter)
    return forms


def spelling(word: str) -> str:
    """A lower-case word as Americans spell it."""
    for british, american in _BRITISH:
        word = british.sub(american, word)
    return word


def transcribed(word: str) -> str:
    """A lower-case name without what differs when it is written down by ear: "zelenskyy" and "zelensky"."""
    return _DOUBLED.sub(r"\1", _SLAVIC.sub("i", word)) if len(word) > LEAST + 1 else word


def initials_in(text: str) -> Iterator[str]:
    """Initials, three or more, of every run of names, with and without its first words."""
    for run in re.findall(r"(?:\b[A-Z][\w’'-]+(?:\s+(?:of|the|for|and)\s+|\s+)?){2,7}", text):
        letters = "".join(word[0] for word in run.split() if word[0].isupper()).casefold()
        yield from (letters[start:end] for start in range(len(letters)) for end in range(start + 3, len(letters) + 1))
