"""The outlet that a plain text came out in, where the text tells."""

from __future__ import annotations

import re

_AGENCIES = (
    "AP|Associated Press|AFP|Agence France-Presse|Reuters|UPI|CNN(?: [A-Z][a-z]+)?|BBC(?: News| Sport)?|DPA|dpa|ANSA"
    "|EFE|TASS|Xinhua|PTI|ANI|IANS|Bloomberg|NPR|CBC|ABC News|CBS News|NBC News|Fox News|Al Jazeera|VOA|USA TODAY"
)
_PRESS = re.compile(
    rf"{_AGENCIES}|[A-Z]{{2,5}}|(?:The|Le|La|El|Al|Die|Der) [A-Z][^,]*|[^, ]+\.(?:com|org|net|co\.uk)"
    r"|[^,]*\b(?:News|Times|Post|Press|Journal|Herald|Tribune|Guardian|Today|Daily|Gazette|Mail|Independent|Telegraph"
    r"|Magazine|Chronicle|Observer|Globe|Review|Wire|Broadcasting|Radio|TV)\b[^,]*"
)
_PICTURES = re.compile(r"\b(?:Getty|Shutterstock|Images?|Photos?|Photography|Pictures)\b", re.IGNORECASE)

_OPENING = re.compile(
    rf"\((?P<tagged>{_AGENCIES})\)(?=\s)"  # "(CNN) The …"
    rf"|(?P<signed>{_AGENCIES})\s*(?:[—–]|-(?=\s))\s*(?=\S)"  # "Reuters - The …"
    r"|[A-Z]{2}[\w.,'’/\- ]{0,60}\((?P<from>[A-Z][\w.&'’ ]{1,30})\)\s*[—–-]"  # "LONDON, Jan 5 (Reuters) - The …"
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)(?: ©| \(c\))?,? *(?:\d{4}(?: ?[-–] ?\d{4})?)?,? *(?:by )?(?P<outlet>[^.|,\d]{2,60}?)"
    r"[.,]?(?: all rights reserved\.?)?",
    re.IGNORECASE,
)


def outlet_named(text: str) -> str:
    """The text if it reads like the name of an outlet, else empty."""
    return text if _PRESS.fullmatch(text) and not _PICTURES.search(text) else ""


def outlet_of_opening(opening: str) -> str:
    """The outlet named where the body begins; empty if there is none."""
    found = _OPENING.match(opening)
    if not found:
        return ""
    return found["tagged"] or found["signed"] or outlet_named(found["from"])


def outlet_of_rights(line: str) -> str:
    """The outlet that a line claims the rights for; empty if it claims none."""
    found = _RIGHTS.fullmatch(line)
    return found["outlet"].strip() if found and not _PICTURES.search(line) else ""
