"""One line under an answer that says, in plain words, how far it is proven."""

from __future__ import annotations

from html import escape

from bot.types import Answer, Sentence, Support
from bot.web import text
from bot.web.icons import icon


def assurance_html(answer: Answer) -> str:
    """The line with a check mark; without one when something is only partly proven."""
    if not answer.sentences:
        return ""
    whole = all(sentence.verdict.support is Support.SUPPORTED for sentence in answer.sentences)
    mark = icon("check") if whole else ""
    return f'<p class="assurance{"" if whole else " partly"}">{mark}{escape(assurance(answer))}</p>'


def assurance(answer: Answer) -> str:
    """How many sentences are quoted, how many checked, how many only partly proven; and what wrote them."""
    partly = sum(sentence.verdict.support is not Support.SUPPORTED for sentence in answer.sentences)
    quoted = sum(_quoted(answer, sentence) for sentence in answer.sentences)
    checked = len(answer.sentences) - quoted - partly
    counts = ((quoted, text.QUOTED), (checked, text.CHECKED), (partly, text.PARTLY_PROVEN))
    found = [(count, words) for count, words in counts if count]
    if len(found) == 1:
        ((count, words),) = found
        said = words["alone" if count == 1 else "all"]
    else:
        said = ", ".join(words["one" if count == 1 else "many"].format(count=count) for count, words in found)
    by = text.WRITTEN_BY.format(model=answer.model) if answer.model else ""
    return " ".join(part for part in (f"{said}.", by) if part)


def _quoted(answer: Answer, sentence: Sentence) -> bool:
    """Whether it stands in its source word for word."""
    return sentence.verdict.support is Support.SUPPORTED and any(
        citation.number in sentence.citations and citation.quote == sentence.text for citation in answer.citations
    )
