"""Conversations as readers type them: what was said before, what is asked next, and what must be searched, and not.

``said`` is the whole question to be searched, ``with_`` are words that must be in it, ``without`` words that must not.
The turns before are by name, from ``TURNS``; their answers are sentences of the seed article and of the bundled set.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.refuse import NO_ANSWER
from bot.types import Turn

_STRIKES = (
    "Israel's strikes have killed 4,137 Palestinians, including at least 1,524 children, and injured over 13,000 with "
    "hospitals, churches, and mosques bombed."
)
_READY = (
    "Russia's Foreign Minister Sergei Lavrov said that his country is ready to cooperate with Turkey in de-escalating "
    "and resolving the Gaza-Israel conflict amid Israel's ongoing attacks in Gaza."
)
_PYONGYANG = (
    'At a press conference in the North Korean capital Pyongyang, Lavrov stated that Russia is "in constant contact" '
    "with Turkey."
)
_GUARANTOR = (
    "Turkish Foreign Minister Hakan Fidan said on Wednesday that Turkey was ready to become a guarantor for Palestine "
    'and added that peace in the region will come with a "two-state solution".'
)
_VETO = (
    "He called out the US for vetoing a UN Security Council resolution which urged for a cease-fire, amid concerns "
    "that the conflict could intensify."
)
_ATTACK = (
    "Israel has launched indiscriminate airstrikes against the besieged Gaza Strip after Hamas carried out a surprise "
    "attack on towns in southern Israel, killing an estimated 1,300 Israelis, mostly civilians."
)
_HALT = (
    "The Russian foreign minister said that a UN Security Council resolution calling a halt to hostilities could "
    "resolve the conflict."
)

TURNS = {
    "injured": Turn(question="How many people were injured?", answer=_STRIKES, told="over 13,000"),
    "killed": Turn(question="How many Palestinians have been killed?", answer=_STRIKES, told="4,137"),
    "attack": Turn(question="How many Israelis were killed in the attack by Hamas?", answer=_ATTACK, told="1,300"),
    "country": Turn(question="Which country is Hakan Fidan from?", answer=_GUARANTOR, told="Turkey"),
    "place": Turn(question="Where was the press conference held?", answer=_PYONGYANG, told="Pyongyang"),
    "minister": Turn(question="Who is the Turkish foreign minister?", answer=_GUARANTOR, told="Hakan Fidan"),
    "fidan": Turn(question="Who is Hakan Fidan?", answer=_GUARANTOR, told="Turkish Foreign Minister"),
    "turkey": Turn(question="What did Lavrov say about Turkey?", answer=_READY),
    "ready": Turn(question="Is Russia ready to cooperate with Turkey?", answer=_READY),
    "veto": Turn(question="Which country vetoed the Security Council resolution?", answer=_VETO, told="US"),
    "who vetoed": Turn(question="Who vetoed the resolution?", answer=_VETO, told="US"),
    "rejected": Turn(question="Did Lavrov reject the proposal?", answer="Lavrov rejected the proposal."),
    "resolve": Turn(question="What could resolve the conflict?", answer=_HALT, told="a UN Security Council resolution"),
    "both": Turn(question="Did Lavrov meet Fidan?", answer="Lavrov met Fidan on Wednesday."),
    "thanks": Turn(question="Thanks!", answer=NO_ANSWER),
    "refused": Turn(question="Who won the football World Cup in 2022?", answer=NO_ANSWER),
    "refused follow-up": Turn(question="And how tall is he?", answer=NO_ANSWER),
    "refused biden": Turn(question="What did President Biden say about the veto?", answer=NO_ANSWER),
    "captain": Turn(
        question="Who captained the Saint Orla?",
        answer="Edvin Marsh, 51, the captain, was the last to leave the ship.",
        told="Edvin Marsh",
    ),
    "orla": Turn(
        question="What was wrong with the Saint Orla when it left harbour?",
        answer="The warning lamps of the bow door were not working.",
    ),
    "daughter": Turn(
        question="Which survivor jumped with his daughter?",
        answer="Jonah Petrie, a joiner, jumped with his daughter Wren.",
        told="Jonah Petrie",
    ),
    "mayor": Turn(
        question="Who became mayor of Ellisford?", answer="Devlin Okafor was declared mayor.", told="Devlin Okafor"
    ),
    "rate": Turn(
        question="What is the main rate in Kessland these days?",
        answer="The main rate is 4.25 per cent.",
        told="4.25 per cent",
    ),
    "astrolabe": Turn(
        question="Where did the missing astrolabe turn up?",
        answer="It was found in a barn near Halden.",
        told="in a barn",
    ),
    "club": Turn(
        question="Who is selling Dunmarrow Rovers?", answer="Gus Hartnell is selling his stake.", told="Gus Hartnell"
    ),
    "points": Turn(
        question="How many points did Rovers get back?", answer="The board gave back six points.", told="six"
    ),
    "hackers": Turn(
        question="How did the hackers get into CivicPay?", answer="They came in through a supplier, Tallow Systems."
    ),
    "corran": Turn(
        question="Which member of the founding family was against selling Corran?",
        answer="Philomena Corran voted against the sale.",
        told="Philomena Corran",
    ),
    "drug": Turn(question="What is rostavelin for?", answer="Rostavelin prevents migraine.", told="migraine"),
    "lemons": Turn(
        question="Who grows lemons on Mount Tarrow?", answer="Magnus Flett grows them.", told="Magnus Flett"
    ),
}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is asked after some turns, oldest first, and what it must become."""

    after: tuple[str, ...]
    asked: str
    said: str = ""
    with_: str = ""
    without: str = ""


def _whole(after: str, asked: str, said: str) -> FollowUp:
    return FollowUp(tuple(after.split(", ")), asked, said=said)


def _words(after: str, asked: str, with_: str, without: str = "") -> FollowUp:
    return FollowUp(tuple(after.split(", ")), asked, with_=with_, without=without)


def _typed(after: str, asked: str) -> FollowUp:
    return FollowUp(tuple(after.split(", ")), asked, said=asked)


PRONOUNS = (
    _whole("minister", "What did he say about guarantors?", "What did Hakan Fidan say about guarantors?"),
    _whole("turkey", "What did he say about Iran?", "What did Sergei Lavrov say about Iran?"),
    _whole("country, place", "And who held it?", "Who held the press conference?"),
    _whole("place", "What did he say there?", "What did Lavrov say in Pyongyang?"),
    _whole("country", "What does he want?", "What does Hakan Fidan want?"),
    _whole("country", "What is it prepared to do?", "What is Turkey prepared to do?"),
    _whole("killed", "How many of them were children?", "How many of the Palestinians were children?"),
    _whole("attack", "Where did it take place?", "Where did the attack by Hamas take place?"),
    _whole("who vetoed", "What did it ask for?", "What did the resolution ask for?"),
    _whole("rejected", "Who made it?", "Who made the proposal?"),
    _whole("captain", "Has he been arrested?", "Has Edvin Marsh been arrested?"),
    _whole("captain", "Who is his lawyer?", "Who is Edvin Marsh's lawyer?"),
    _whole("mayor", "and what will he do first?", "What will Devlin Okafor do first?"),
    _whole("daughter", "And what does he do?", "What does Jonah Petrie do?"),
    _words("daughter", "How old is she?", "she daughter"),
    _whole("astrolabe", "What was it wrapped in?", "What was the missing astrolabe wrapped in?"),
    _whole("corran", "What did her grandfather use to say?", "What did Philomena Corran's grandfather use to say?"),
    _whole("club", "How did he make his money?", "How did Gus Hartnell make his money?"),
    _whole("points", "What did their manager make of the ruling?", "What did Rovers' manager make of the ruling?"),
    _whole("turkey, injured", "What did he say about the war?", "What did Sergei Lavrov say about the war?"),
    _words("both", "What did he say afterwards?", "he Lavrov Fidan"),
    _words("drug", "Who makes it?", "rostavelin"),
    _words("hackers", "Which supplier was that?", "hackers CivicPay"),
    _words("orla", "Did the company know?", "Saint Orla"),
)

ELLIPSIS = (
    _whole("injured", "And 2023?", "How many people were injured in 2023?"),
    _whole("injured", "in 2023?", "How many people were injured in 2023?"),
    _whole("injured", "And in Israel?", "How many people were injured in Israel?"),
    _whole("injured", "and children?", "How many children were injured?"),
    _whole("injured", "And how many were killed?", "How many people were killed?"),
    _whole("injured", "And how many children?", "How many children were injured?"),
    _whole("killed", "And how many Israelis?", "How many Israelis have been killed?"),
    _whole("killed", "And Israelis?", "How many Israelis have been killed?"),
    _whole("killed", "And how many people altogether?", "How many people have been killed altogether?"),
    _whole("rate", "And back in June 2024?", "What is the main rate in Kessland in June 2024?"),
    _whole("turkey", "And Fidan?", "What did Fidan say about Turkey?"),
    _whole("turkey", "What about Egypt?", "What did Lavrov say about Egypt?"),
    _whole("turkey", "And about Iran?", "What did Lavrov say about Iran?"),
    _whole("turkey", "And what did Fidan say?", "What did Fidan say about Turkey?"),
    _whole("minister", "And the Russian foreign minister?", "Who is the Russian foreign minister?"),
    _whole("country", "And Lavrov?", "Which country is Lavrov from?"),
    _whole("rejected", "Why?", "Why did Lavrov reject the proposal?"),
    _whole("ready", "why", "Why is Russia ready to cooperate with Turkey?"),
    _whole("turkey", "When?", "When did Lavrov say this about Turkey?"),
    _whole("place", "When?", "When was the press conference held?"),
    _whole("killed", "Why?", "Why have Palestinians been killed?"),
    _whole("who vetoed", "But why?", "Why was the resolution vetoed by the US?"),
    _whole("who vetoed", "Who else?", "Who else vetoed the resolution?"),
    _whole("points", "Why?", "Why did Rovers get back points?"),
    _whole("club", "To whom?", "To whom is Gus Hartnell selling Dunmarrow Rovers?"),
    _words("resolve", "What about Egypt?", "Egypt conflict"),
    _words("minister", "The other one?", "minister"),
    _words("mayor", "By how many votes?", "mayor Ellisford"),
)

CORRECTIONS = (
    _whole("turkey", "No, I meant Iran", "What did Lavrov say about Iran?"),
    _whole("injured", "I meant in 2022", "How many people were injured in 2022?"),
    _whole("turkey", "no, I meant the Turkish minister - what did he want?", "What did the Turkish minister want?"),
    _whole("who vetoed", "No, I meant the minister", "Who vetoed the resolution? the minister"),
)

ALONE = (
    _typed("injured, country", "Where was the press conference held?"),
    _typed("injured", "Who is Hakan Fidan?"),
    _typed("veto", "How many hospitals were bombed in Gaza by Israel last week?"),
    _typed("turkey", "Which country is taking the initiative in Egypt?"),
    _typed("turkey", "Who painted the mural in the library?"),
    _typed("killed", "who designed the roof of the opera house"),
    _typed("turkey", "Is there a ceasefire in Gaza now?"),
    _typed("place", "Was the captain of the ferry at fault?"),
    _typed("points, turkey", "Who won the mayoral race in Ellisford?"),
    _typed("killed, turkey", "Summarise this article"),
    _typed("turkey", "What is it all about?"),
    _whole("killed", "And what did Fidan say about lasting peace?", "What did Fidan say about lasting peace?"),
    _whole("killed", "And who is Hakan Fidan?", "Who is Hakan Fidan?"),
    _words("injured, minister", "Who painted the mural?", "mural minister", "injured people"),
)

SHIFTS = (
    _whole("turkey", "Now something else: who won the match?", "who won the match?"),
    _whole("turkey", "Different question - how many people were injured?", "how many people were injured?"),
    _whole("killed", "Ok, new topic. Who is the mayor of Ellisford?", "Who is the mayor of Ellisford?"),
    _whole("turkey", "Moving on, what is the rate?", "what is the rate?"),
)

CHATTER = (
    _typed("turkey", "Thanks!"),
    _typed("killed", "ok"),
    _whole("killed", "Thanks. Where was the press conference held?", "Where was the press conference held?"),
    _whole("killed", "Ok, and how many were injured?", "How many Palestinians were injured?"),
    _whole("killed, thanks", "And how many were injured?", "How many Palestinians were injured?"),
    _whole("minister, thanks", "What did he say about Israel?", "What did Hakan Fidan say about Israel?"),
    _words("minister", "Great, and why?", "why Turkish foreign minister", "great"),
)

AFTER_A_REFUSAL = (
    _whole("injured, refused", "And how many people altogether?", "How many people were injured altogether?"),
    _typed("turkey, refused", "And how many people altogether?"),
    _whole("refused", "And in 2018?", "Who won the football World Cup in 2018?"),
    _whole("turkey, refused", "What did he say about Iran?", "What did Sergei Lavrov say about Iran?"),
    _whole("turkey, refused biden", "And what did he say about Iran?", "What did Biden say about Iran?"),
    _whole("captain, refused follow-up", "Who is his lawyer?", "Who is Edvin Marsh's lawyer?"),
    _words("who vetoed, refused follow-up", "Who had asked for that?", "resolution", "tall"),
    _words("injured, refused", "Who painted the mural?", "mural", "football World Cup 2022 injured people"),
    _typed("injured, refused", "Where was the press conference held?"),
)

FOLLOW_UPS = (*PRONOUNS, *ELLIPSIS, *CORRECTIONS, *ALONE, *SHIFTS, *CHATTER, *AFTER_A_REFUSAL)
