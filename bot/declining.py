"""A model's word that the articles do not say: the phrase that it was given for it, or its own words."""

from __future__ import annotations

import re

from bot.refuse import NO_ANSWER

_ARTICLES = (
    r"(?:excerpts?|articles|passages?|(?:provided|given|available|supplied) (?:text|context|information|articles?|"
    r"sources?|documents?|material)|(?:text|context|information|article|sources?|documents?) "
    r"(?:provided|given|supplied|available))"
)
_TELL = (
    r"(?:say|state|mention|contain|include|provide|give|specify|tell|report|indicate|answer|address|discuss|reveal|offer|"
    r"cover|have|hold|explain|describe|refer)"
)
_NOT = r"(?:do(?:es)?(?: not|n['’]t)|did(?: not|n['’]t)|never)"
_NOTHING = r"\bno (?:\w+ ){0,2}(?:information|mention|answer|details?|evidence|reference|data)\b"
_TOLD = (
    r"(?:said|mentioned|stated|specified|provided|given|found|available|included|addressed|discussed|reported|covered)"
)
_CANNOT = (
    r"(?:cannot|can['’]?t|can not|could ?n['’]t|could not|am (?:not able|unable) to|['’]m (?:not able|unable) to|"
    r"was (?:not able|unable) to|do(?: not|n['’]t))"
)
_DECLINES = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        rf"\b{_ARTICLES}\b[^.;]{{0,40}}?\b{_NOT} (?:\w+ ){{0,2}}{_TELL}\b",
        rf"{_NOTHING}.{{0,80}}\b{_ARTICLES}\b|\b{_ARTICLES}\b.{{0,20}}{_NOTHING}",
        rf"\b(?:is|are|was|were)(?: not|n['’]t) (?:\w+ly )?{_TOLD}\b.{{0,40}}\b{_ARTICLES}\b",
        r"^i ?"
        rf"{_CANNOT} (?:\w+ )?(?:answer|find|determine|provide|say|tell|know|see|have|locate|confirm)\b",
        r"\b(?:artikel|auszüge|ausschnitte)n?\b.{0,40}\b(?:nicht|nichts|keine[nr]?)\b|"
        r"\bkeine (?:information|angabe|antwort)",
        r"\b(?:articles|extraits)\b.{0,40}\bne\b.{0,40}\b(?:pas|rien)\b|\baucune (?:information|mention|réponse)",
        r"\b(?:artículos|extractos|fragmentos)\b.{0,20}\bno\b|\bno hay (?:información|respuesta)",
    )
)
_SORRY = re.compile(
    r"^\W*(?:(?:i(?:['’]m| am) )?sorry\W+|i apologi[sz]e\W+|unfortunately\W+|based on [^,]{2,40}, ?|but |however,? )*",
    re.I,
)
_BUT = re.compile(r"\b(?:but|however|although|though|while|except|aber|jedoch|mais|pero)\b", re.IGNORECASE)
_SPEECH = re.compile(r"[\"“”„«»]")


def declines(sentence: str) -> bool:
    """Whether a sentence says no more than that the articles do not say."""
    if _bare(NO_ANSWER) == _bare(sentence):
        return True
    said = _SORRY.sub("", sentence)
    if _BUT.search(said) or _SPEECH.search(said):
        return False
    return any(words.search(said) for words in _DECLINES)


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
