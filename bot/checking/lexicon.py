"""Small words that turn a sentence round: denials, absolutes and opposites."""

from __future__ import annotations

from vectorstore.words import stem

NEGATIONS = frozenset(
    "not no never none nor neither without cannot nobody nothing nowhere hardly barely unable isn't aren't wasn't "
    "weren't hasn't haven't hadn't doesn't don't didn't can't couldn't won't wouldn't shouldn't mustn't".split()
)
DENIALS = frozenset(
    "deny denied denies denying refuse refused refuses refusing reject rejected rejects rejecting fail failed fails "
    "failing false falsely wrongly lack lacks lacked lacking incapable impossible unsuccessful".split()
)
ABSOLUTES = frozenset(
    "only all every always first last most never solely exclusively entirely none least best worst largest biggest "
    "smallest sole".split()
)
_OPPOSITES = """
    increase/decrease rise/fall rose/fell up/down win/lose won/lost high/low higher/lower more/less more/fewer
    most/least open/close accept/reject approve/reject support/oppose begin/end start/end start/finish start/stop
    before/after early/late earlier/later first/last male/female man/woman men/women brother/sister father/mother
    son/daughter husband/wife boy/girl north/south east/west northern/southern eastern/western left/right
    inside/outside good/bad better/worse best/worst positive/negative success/failure successful/unsuccessful
    alive/dead born/died arrive/leave enter/leave allow/ban allow/prevent allow/forbid permit/prohibit buy/sell
    import/export love/hate old/new young/old same/different always/never all/none guilty/innocent legal/illegal
    deny/confirm deny/admit attack/defend strong/weak large/small big/small long/short maximum/minimum
    majority/minority public/private true/false right/wrong include/exclude join/leave gain/lose profit/loss
    strengthen/weaken improve/worsen improve/deteriorate release/detain release/arrest succeed/fail agree/disagree
    agree/refuse above/below over/under fast/slow hot/cold summer/winter victory/defeat ally/enemy war/peace
    king/queen prince/princess actor/actress he/she his/her him/her maintain/abandon encourage/discourage
    lift/impose add/remove raise/lower raise/cut hire/fire launch/cancel expand/shrink grow/shrink single/married
    acquit/convict retain/lose domestic/foreign local/foreign
"""


def _pairs() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for pair in _OPPOSITES.split():
        one, other = map(stem, pair.split("/"))
        found[one] = found.get(one, frozenset()) | {other}
        found[other] = found.get(other, frozenset()) | {one}
    return found


OPPOSITES = _pairs()
"""The stems that say the opposite of a stem."""
