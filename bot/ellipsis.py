"""Follow-ups that say only what else is asked, as whole questions: "Why?", "Who else?", "How many were injured?"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.clause import Clause, clause_of, is_plural, things
from bot.parallel import put_in
from bot.referents import Spoken, person_of

_OPENS = re.compile(r"^\W*(?:(?:and|but|or|so|then|also|what about|how about|what of)\b\W*)+", re.IGNORECASE)
_ASKS_ONLY = re.compile(
    r"why|when|where|how|since when|until when|how (?:long|often|far)|(?:for|by) how (?:long|much|many \w+)|"
    r"(?:to|by|from|with|for|against) (?:whom|what|which \w+)",
    re.IGNORECASE,
)
_ASKS_ELSE = re.compile(r"(?P<asked>who|what|where|when|why|how) else", re.IGNORECASE)
_COUNTS_OF = re.compile(
    r"how many (?P<helper>is|are|was|were|have|has|had|will|would|could) (?P<rest>.+)", re.IGNORECASE
)
_COUNTS = re.compile(
    r"how many (?P<counted>[\w’'-]+(?: [\w’'-]+)??)(?P<rest> (?:altogether|in total|in all|so far|overall))?",
    re.IGNORECASE,
)
_SAYING = re.compile(r"(?:say|tell|announce|claim|warn|write|promise|propose|suggest|demand|offer)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"(?P<done>\w{3,}ed|held|made|found|built|sold|won|led|wrote|broke) (?P<what>(?:the|an?) .+)")
_DONE = {"wrote": "written", "broke": "broken"}
_SIMPLE = ("why", "when", "where", "how")

LONGEST_TOLD = 6
"""Words of an answer that can take the place of "who" in another question."""


def filled(question: str, last: Spoken, *, opened: bool = False) -> str:
    """The last question with what a follow-up says put in; empty where it has no one place to go.

    ``opened`` says that it goes on where the last one ended, even without an "and".
    """
    before = clause_of(last.question)
    rest = _OPENS.sub("", question).strip(" ?!.")
    if before is None or not rest:
        return ""
    opened = opened or rest != question.strip(" ?!.")
    return (
        _asked_anew(rest, before, last.told or person_of(last))
        or _counted(rest, before)
        or (opened and _of_another(rest, before))
        or put_in(rest, before, last.question, opened=opened)
        or ""
    )


def question_of(clause: Clause) -> str:
    """A clause as a question."""
    helper = clause.helper.casefold() if clause.asked else clause.helper
    said = " ".join(part for part in (clause.asked, helper, clause.subject, clause.rest) if part)
    return f"{said[:1].upper()}{said[1:]}?"


def _asked_anew(said: str, before: Clause, told: str) -> str:
    """Something else asked of what the last question says: "Why?"."""
    if found := _ASKS_ELSE.fullmatch(said):
        same = before.asked.casefold() == found["asked"].casefold()
        return question_of(replace(before, asked=said)) if same else ""
    if not _ASKS_ONLY.fullmatch(said) or said.casefold() == before.asked.casefold():
        return ""
    stated = _stated(before, told)
    return question_of(replace(stated, asked=said)) if stated else ""


def _stated(before: Clause, told: str) -> Clause | None:
    """What a question takes for granted, without what it asks for; none where that cannot be said in a few words."""
    asked, name = before.asked.casefold(), told if 0 < len(told.split()) <= LONGEST_TOLD else ""
    if not asked or (asked in _SIMPLE and before.subject):
        return before
    if not before.helper:
        return _passive(before, name)
    if not before.subject:
        subject = name if asked in ("who", "what") else before.counted
        return replace(before, subject=subject) if subject else None
    if before.helper.casefold() in ("is", "are", "was", "were") or not before.rest:
        return None
    if before.counted:
        thing = before.counted if asked.startswith("how") else f"the {before.counted}"
        return None if re.search(r"\b(?:in|on|at|to|from|for|with|by|of|about)$", before.rest) else _also(before, thing)
    verb, _, more = before.rest.partition(" ")
    if asked == "what" and _SAYING.match(verb):
        return replace(before, rest=" ".join(filter(None, (verb, "this", more))))
    return None


def _also(clause: Clause, thing: str) -> Clause:
    return replace(clause, rest=f"{clause.rest} {thing}")


def _passive(before: Clause, name: str) -> Clause | None:
    """ "Who vetoed the resolution?" as what became of the resolution."""
    found = _PASSIVE.fullmatch(before.rest)
    if not found or list(things(found["what"])) != [found["what"]]:
        return None
    done = _DONE.get(found["done"].casefold(), found["done"])
    by = f"{done} by {with_article(name)}" if name else done
    return Clause(asked="", helper="were" if is_plural(found["what"]) else "was", subject=found["what"], rest=by)


def with_article(name: str) -> str:
    """ "The US", as initials that stand for a country or a body are told."""
    return f"the {name}" if re.fullmatch(r"U[SKN]|EU|UAE", name) else name


def _counted(said: str, before: Clause) -> str:
    """Others counted, or the same ones otherwise."""
    if not before.asked.casefold().startswith("how many"):
        return ""
    if found := _COUNTS_OF.fullmatch(said):
        return question_of(replace(before, helper=found["helper"], subject="", rest=found["rest"]))
    if found := _COUNTS.fullmatch(said):
        counted, more = found["counted"], found["rest"] or ""
        if is_plural(counted):
            return question_of(replace(before, asked=f"How many {counted}", rest=f"{before.rest}{more}"))
    return ""


def _of_another(said: str, before: Clause) -> str:
    """ "What did Fidan say?" after "What did Lavrov say about Turkey?" is about Turkey, too."""
    clause = clause_of(said)
    if clause is None or not clause.rest or clause.asked.casefold() != before.asked.casefold():
        return ""
    same = clause.helper == before.helper and before.rest.startswith(f"{clause.rest} ")
    return question_of(replace(clause, rest=before.rest)) if same and clause.subject != before.subject else ""
