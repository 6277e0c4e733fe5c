"""Questions about the seed article: what is asked, after what, and words that a right quote holds."""

from __future__ import annotations

ANSWERABLE: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = (
    ((), "Who is Russia's foreign minister?", ("Foreign Minister Sergei Lavrov",)),
    ((), "Where did Lavrov hold his press conference?", ("Pyongyang",)),
    ((), "How many Palestinians have been killed?", ("4,137",)),
    ((), "How many children have died in the strikes?", ("1,524",)),
    ((), "How many people have been injured?", ("over 13,000",)),
    ((), "How many Israelis were killed in the attack by Hamas?", ("1,300",)),
    ((), "Which country vetoed the Security Council resolution?", ("called out the US",)),
    ((), "What did the vetoed resolution ask for?", ("urged for a cease-fire",)),
    ((), "Who is the Turkish foreign minister?", ("Hakan Fidan",)),
    ((), "What is Turkey prepared to be for Palestine?", ("guarantor for Palestine",)),
    ((), "On which day did Fidan offer that Turkey would be a guarantor?", ("on Wednesday",)),
    ((), "What kinds of buildings have been bombed?", ("hospitals, churches, and mosques",)),
    ((), "Where did the surprise attack by Hamas take place?", ("southern Israel",)),
    ((), "Which country is taking the initiative?", ("Egypt is taking the initiative",)),
    ((), "Who is being blamed for everything, according to Lavrov?", ("on Iran",)),
    ((), "What should any approach be based on, in Lavrov's view?", ("balance of interests",)),
    ((), "What kind of solution would bring peace to the region, according to Fidan?", ("two-state solution",)),
    ((), "What must the Palestinians have if Israel wants lasting peace?", ("must have a state",)),
    ((), "From where should the guarantors for the Palestinian side come?", ("from the region",)),
    ((), "What could the war escalate into?", ("regional conflict",)),
    ((), "What could resolve the conflict?", ("could resolve the conflict",)),
    (("Who is the Turkish foreign minister?",), "What did he say about guarantors?", ("guarantor",)),
    (("How many Palestinians have been killed?",), "And how many were injured?", ("over 13,000",)),
    (("How many Palestinians have been killed?",), "How many of them were children?", ("1,524",)),
    (("What could resolve the conflict?",), "What about Egypt?", ("Egypt",)),
    (("Which country vetoed the Security Council resolution?",), "And who criticised it for that?", ("He called out",)),
)

UNANSWERABLE = (
    "Who won the football World Cup in 2022?",
    "How many hostages did Hamas take?",
    "Who is the prime minister of Israel?",
    "What did President Biden say about the veto?",
    "How many lorries of aid crossed from Egypt?",
    "When was the ceasefire signed?",
    "What is the population of Gaza?",
    "How much does a barrel of oil cost?",
    "Which team does Ronaldo play for?",
    "What did Lavrov tell Kim Jong Un?",
)

ONE_DETAIL_CHANGED = (
    "How many Palestinians have been killed in Lebanon?",
    "What did Lavrov say at the press conference in Paris?",
    "What did President Macron say about the Turkish initiative?",
    "How many Israelis were killed in the attack of 2019?",
    "Why did Canada veto the Security Council resolution?",
    "Was Lavrov ready to cooperate with Norway?",
)
