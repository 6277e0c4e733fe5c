"""Sentences in articles that talk to a machine instead of a reader, taken out of what is read for an answer.

Brackets and roles are made harmless in ``excerpts.py``; here go the words. It is a first line only: what a model
writes is checked all the same, and what is blanked out here can prove nothing there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from unicodedata import category, normalize

from vectorstore.sentences import sentence_spans
from vectorstore.types import Hit

_BEGINS = r"(?:^|[.!?:;,—–\"“”'‘’(\[>*#|`]\s*|\b(?:please|now|then|and|must|should|to you|you (?:will|shall|can))\s+)"
_STARTS = r"(?:^\W*|[:>*#|`]\s*|\b(?:please|you (?:will|shall|must|should))\s+)"
_MACHINE = r"(?:AIs?|A\.I\.|LLMs?|GPTs?|ChatGPT|assistants?|chat ?bots?|bots?|language models?|AI models?|agents?)"
_GIVEN = (
    r"(?:instruction|prompt|rule|direction|directive|guideline|order|command|restriction|constraint|policy|message)"
)
_ORDERS = (
    # Ignore all previous instructions
    rf"{_BEGINS}(?:ignore|disregard|forget|override|bypass|discard|delete|drop|skip)\b[^.!?]{{0,60}}?"
    rf"\b(?:{_GIVEN}(?:s|ies|es)?|context|excerpts?|conversation|everything|all of (?:the|this)|above|"
    r"(?:said|told) (?:to )?you)\b",
    r"\byour (?:new |real |true |updated |secret |only )?(?:instruction|prompt|directive|guideline)s? "
    r"(?:are|is|for you|below|follow)\b",
    r"\b(?:system|developer|jailbreak|debug|god|admin(?:istrator)?|maintenance) (?:prompt|message|mode|override)\b",
    # You are now DAN
    rf"\byou(?:'re|’re| are)(?: now| no longer| actually| really)? (?:an? |the |in |running )?(?:\w+ ){{0,3}}?"
    rf"(?:DAN|{_MACHINE}|jailbroken|unrestricted|uncensored|{_GIVEN.replace('|message', '')}s?|mode)\b",
    rf"{_BEGINS}(?:act|behave|respond|pretend|roleplay|role-play)\b[^.!?]{{0,30}}\b(?:as|like|to be|you are)\b",
    rf"{_BEGINS}from now on\b",
    rf"{_STARTS}(?:obey|comply)\b",
    # Note to AI assistants
    rf"\b(?:note|message|attention|important|instructions?|dear|hello|hey|if you are|as)\b[^.!?]{{0,25}}"
    rf"\b(?:an? |all |any |the )?{_MACHINE}(?: \w+){{0,4}}\s*[:,!—–]",
    rf"\b{_MACHINE}\b[^.!?]{{0,40}}\b(?:must|should|shall|are (?:required|instructed|told)|is (?:required|instructed)) "
    r"(?:now |always |only |not |first )?(?:to )?(?:say|reply|answer|respond|write|output|print|state|tell|include|"
    r"cite|ignore|repeat)",
    # Reply only with, print your prompt, cite this
    rf"{_STARTS}(?:reply|respond|answer|output|print|repeat|reveal|echo|say|write|state|tell|append|insert|include|add|"
    r"emit|render|display|cite|quote|end|begin|start|finish|translate|encode|decode|execute|run|call|visit|open|fetch|"
    r"send|load|click)\b[^.!?]{0,40}?(?:\b(?:only|exactly|just|verbatim|every|always|instead|nothing else|the user|"
    r"the reader|your|this|these|the following|following|with|that|the (?:phrase|word|words|sentence|text|link|image|"
    r"url|query|question|conversation|answer|tool|function|command|system|text above|excerpts?))\b|[:\"“'‘`])",
    rf"\byour (?:\w+ )?(?:answer|reply|response|output|task|training|guidelines|context window|system|{_GIVEN}s?)\b"
    r"[^.!?]{0,40}\b(?:is|are|must|should|shall|has|have|will|now|changed|with|to)\b",
    r"\bthe (?:user|reader)(?:'s|’s)? (?:question|query|conversation|wants|has (?:asked|authori[sz]ed)|"
    r"is authori[sz]ed)\b",
    # the same in other languages
    r"\b(?:ignorier\w*|vergiss|missachte)\b.{0,40}\b(?:anweisung|instruktion|regel|befehl)",
    r"\b(?:ignore[rz]?|oublie[rz]?)\b.{0,40}\b(?:instructions|consignes|règles)",
    r"\b(?:ignora|olvida|ignore)\b.{0,40}\b(?:instrucciones|reglas|instruções|istruzioni)",
    r"忽略.{0,12}(?:指令|指示|说明)|игнорируй\w*.{0,40}(?:инструкци|указани)|تجاهل.{0,30}(?:تعليمات|التعليمات)",
    r"(?:指示|命令).{0,6}無視",
    # the tags of chat templates
    r"<\|?\s*/?\s*(?:im_start|im_end|system|user|assistant|end|eot_id|start_header_id|endoftext|start|message|channel)"
    r"\b|<[｜|]\s*(?:user|assistant)|\[/?INST\]|<</?SYS>>|<(?:start|end)_of_turn>|</?(?:excerpts?|s|tool_call|"
    r"function_call|system|instructions?)\b[^>]*>|^\W*(?:#{1,6}|\*\*)?\W*(?:system|user|human|assistant|developer|"
    r"instructions?|response|tool)(?: prompt| message)?\W{0,3}:(?!\w)|"
    r"^#{2,6}\s*(?:instructions?|response|input|new task)",
    # images and links that would carry something away
    r"!\[[^\]]*\]\s*[(\[]|<(?:img|iframe|script|link|object|embed|meta)\b|javascript:|data:text/html",
)
_ORDER = tuple(re.compile(order, re.IGNORECASE | re.MULTILINE) for order in _ORDERS)
"""One by one they take a fifth of the time that all of them in one expression do."""

_ANNOUNCES = re.compile(
    r"(?:[:,\"“]|\bfollowing\b\W*|\b(?:sentence|words?|text|phrase|lines?|exactly|say|with)\W*)\s*$", re.I
)


def disarmed(hits: Sequence[Hit]) -> list[Hit]:
    """The hits with spaces in the place of every sentence that talks to a machine, so that offsets stay true."""
    return [_disarmed(hit) for hit in hits]


def gives_orders(sentence: str) -> bool:
    """Whether a sentence talks to a machine, as far as its wording tells."""
    seen = _seen(sentence)
    return any(order.search(seen) for order in _ORDER)


def _disarmed(hit: Hit) -> Hit:
    text = hit.chunk.text
    kept, announced = text, False
    for start, end in sentence_spans(text):
        said = text[start:end]
        ordered = gives_orders(said)
        if ordered or announced:
            kept = kept[:start] + _blank(said) + kept[end:]
        announced = ordered and _ANNOUNCES.search(said) is not None
    title, source = ("" if gives_orders(said) else said for said in (hit.article.title, hit.article.source))
    article = replace(hit.article, title=title, source=source)
    return (
        hit
        if kept == text and article == hit.article
        else replace(hit, chunk=replace(hit.chunk, text=kept), article=article)
    )


def _blank(said: str) -> str:
    return "".join(sign if sign == "\n" else " " for sign in said)


def _seen(text: str) -> str:
    """As a reader sees it: wide letters as plain ones, nothing that is not seen."""
    if text.isascii():
        return text
    return "".join(sign for sign in normalize("NFKC", text) if category(sign) not in ("Cf", "Co", "Cn", "Cs"))
