"""Words that mean the same, and words that forbid leaving anything out beside them."""

from __future__ import annotations

from bot.checking.lexicon import ABSOLUTES, DENIALS, NEGATIONS

_EQUAL = """
    per cent = percent; % = percent; p m = pm; a m = am; km h = km/h; kmh = km/h; kph = km/h; kilometres an hour = km/h;
    kilometres per hour = km/h; kilometers an hour = km/h; kilometers per hour = km/h; mph = mph; miles an hour = mph;
    miles per hour = mph; km = kilometres; kilometers = kilometres; mg = milligrams; kg = kilograms; mm = millimetres;
    at least = >=; no fewer than = >=; no less than = >=; up to = <=; at most = <=; no more than = <=; more than = >;
    less than = <; fewer than = <; close to = nearly; as well as = and; cannot = can not; owing to = because of;
    due to = because of; because of = because of; according to = according; in order to = to;
    per hour = hour; per day = day; per week = week; per month = month; per year = year; in addition = additionally;
    on board = aboard; stepped down = resigned; steps down = resigns; have to = must; has to = must;
    as a result of = because of;
    prior to = before;
    united states = US; united kingdom = uk; prime minister = prime-minister
"""
EQUAL = {
    tuple(left.split()): right for left, _, right in (entry.strip().partition(" = ") for entry in _EQUAL.split(";"))
}
"""Runs of words that mean what one does."""

ALIKE = {
    **dict.fromkeys(("says", "stated"), "said"),
    "till": "until", "whilst": "while", "amongst": "among", "towards": "toward", "almost": "nearly",
    "britain": "uk", "usa": "US", "colour": "color", "labour": "labor", "centre": "center",
}  # fmt: skip
"""Words that mean what another does."""

BEFORE_NUMBER = {
    **dict.fromkeys(("about", "around", "roughly", "approximately", "some"), "about"),
    **dict.fromkeys(("over", "above"), ">"),
    **dict.fromkeys(("under", "below"), "<"),
}
"""What they mean before a number."""

PERHAPS = frozenset({"may", "might"})
HAPPENING = frozenset("last rise fall cost cause happen occur lead worsen increase decrease intensify escalate".split())
"""Verbs before which "may" and "might" are "could", as nobody is allowed what they say."""

FRACTIONS = frozenset("third half quarter fifth tenth lot number majority minority handful dozen few little".split())
"""Words that an article belongs to."""

REPORTING = frozenset(
    """
    said added warned concluded ruled announced claimed argued insisted explained confirmed reported noted told wrote
    believes believed estimated estimates according suggested predicted complained admitted promised replied asked
    writes tells adds warns argues insists explains confirms notes suggests predicts complains admits promises replies
    asks maintains maintained recalled recalls joked declared declares observed observes remarked shouted cried
    """.split()
)
"""Verbs by which somebody says something."""

SAID_BY = frozenset(
    """
    added warned announced claimed argued insisted explained confirmed noted ruled admitted remarked observed recalled
    maintained wrote writes adds warns argues insists explains confirms notes admits observes recalls maintains
    concluded complained replied replies stressed
    """.split()
)
"""Verbs of saying for which "said" may stand, not the other way round."""

DOUBT = REPORTING | frozenset(
    """
    say tell telling saying claim claims alleged allegedly reportedly apparently supposedly think thinks thought feared
    fear fears hoped hope hopes expected expect expects expecting wanted want wants wish wished intended intends planned
    plans doubt doubted doubts imagined dreamed pretended assumed seemed seems appeared appears likely possibly perhaps
    maybe may might could would should must can ought if unless whether provided until except excluding considering
    guess guessed guesses reckon reckons reckoned dreams imagine imagines knows understands understood
    considered threatened attempted tried offered proposed demanded urged asked wondered unlikely
    """.split()
)
"""Words that make of a fact something less, or something said."""

RELATIVE = frozenset({"who", "whose", "which", "whom"})

ROLES = frozenset(
    """
    minister prime-minister president chancellor spokesman spokeswoman spokesperson secretary commander captain chief
    director manager chairman chairwoman chair leader mayor judge lawyer solicitor engineer doctor professor officer
    coach trustee analyst banker teacher detective inspector senator king queen governor ambassador envoy agent owner
    economist councillor watchman player goalkeeper treasurer justice
    """.split()
)
TITLES = frozenset("mr mrs ms miss dr prof sir dame lord lady col gen capt det insp cllr rev mv".split())
"""Offices, and what stands before names."""

CONDITIONS = frozenset("if unless whether provided until except excluding without between both neither either".split())
"""Words on which what is said depends, or that take two things together."""

PARTS = frozenset(
    """
    each any few fewer less than half third quarter majority minority percent second more banned barred forbidden
    prohibited prevented stopped avoided rather instead nearly hardly together respectively next false fake
    """.split()
)
TRENDS = frozenset(
    """
    rose fell risen fallen rise fall rising falling grew grown dropped increased decreased declined jumped climbed
    doubled halved slumped cut cuts raised
    """.split()
)
SCOPE = NEGATIONS | DENIALS | ABSOLUTES | CONDITIONS | PARTS
"""Words beside which something left out may make a true sentence false: "no child died on Monday"."""
