from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from bot.conversations.kept import Exchange
from bot.types import Answer, Quote, Refusal, Support, Told
from bot.web import text
from bot.web.render import exchange_html, sentence_html
from bot.web.sources import headline_line
from bot.written import Struck
from tests.factories import answer, article, citation, day, sentence
from vectorstore.types import Period, Story

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=https://evil.example/x onerror=alert(1)>',
    "![beacon](https://evil.example/x.png)",
    "[click](javascript:alert(1))",
    "${alert(1)} {{constructor.constructor('alert(1)')()}}",
    "</article></details><iframe src=//evil.example>",
    "' onmouseover='alert(1)",
)


class Parsed(HTMLParser):
    """Which elements and which words a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: dict[str, list[str]] = {}
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, []).append(value or "")

    def handle_data(self, data: str) -> None:
        self.words += data


def shown(exchange: Exchange, number: int = 1, *, last: bool = True) -> Parsed:
    return Parsed(exchange_html(exchange, number, last=last))


def test_a_sentence_is_followed_by_the_numbers_of_its_sources() -> None:
    parsed = Parsed(sentence_html(sentence("Both rose.", 1, 3), 2))

    assert parsed.words == "Both rose.13"
    assert parsed.attributes["data-do"] == ["cite", "cite"]
    assert parsed.attributes["data-turn"] == ["2", "2"]
    assert parsed.attributes["data-number"] == ["1", "3"]
    assert parsed.attributes["aria-label"] == ["Source 1", "Source 3"]


def test_a_sentence_that_is_partly_proven_says_what_is_not() -> None:
    partly = sentence("Rates rose 4 %.", support=Support.PARTLY, missing=("4 %",))

    assert Parsed(sentence_html(partly, 1)).words == "Rates rose 4 %.1 (not in its source: “4 %”)"


def test_the_words_that_answer_are_bold_in_the_sentence_and_in_its_source() -> None:
    cited = article(text="So it was. It voted to <keep> it.")

    html = exchange_html(
        Exchange(
            question="q",
            answer=answer(
                sentence("It voted to <keep> it."),
                citations=(citation("It voted to <keep> it.", of=cited, answer="to <keep>"),),
            ),
        ),
        1,
        last=True,
    )

    assert html.count("It voted <b>to &lt;keep&gt;</b> it.") == 2


def test_every_marker_has_a_marked_quote_to_go_to() -> None:
    cited = (citation(), citation("The council met on Monday.", number=2))

    parsed = shown(Exchange(question="q", answer=answer(sentence("Both.", 1, 2), citations=cited)))

    assert parsed.tags.count("mark") == 2
    assert parsed.attributes["data-numbers"] == ["1 2"]
    assert {"1", "2"} <= set(parsed.attributes["data-number"])


def test_a_source_shows_outlet_title_day_and_a_safe_link_to_the_quote() -> None:
    cited = article(published=day("2026-11-20"), url="https://courier.example/bridge", author="Ann Lee")

    parsed = shown(Exchange(question="q", answer=answer(citations=(citation(of=cited),))))

    for words in ("The Courier", "Old bridge stays open", "20 November 2026", "Ann Lee", text.OPEN_ARTICLE):
        assert words in parsed.words
    assert parsed.attributes["rel"] == ["noopener nofollow"]
    assert "https://courier.example/bridge#:~:text=It%20voted" in parsed.attributes["href"][0]


def test_a_source_with_copies_says_who_else_told_it() -> None:
    first = article("first", source="Harbour Times", published=day("2026-03-03")).headline
    story = Story(articles=2, outlets=("Harbour Times", "The Courier"), earliest=first)

    alone = shown(Exchange(question="q", answer=answer(citations=(citation(),))))
    copied = shown(Exchange(question="q", answer=answer(citations=(citation(story=story),))))

    assert "Also in 1 other outlet; first in Harbour Times, 3 March 2026." in copied.words
    assert "Also in" not in alone.words


def test_an_article_without_a_safe_address_is_linked_to_here_only() -> None:
    cited = article(url="javascript:alert(1)")

    parsed = shown(Exchange(question="q", answer=answer(citations=(citation(of=cited),))))

    assert parsed.attributes["href"] == ["#library/a", "#chat/about/a"]


def test_what_was_searched_for_is_shown_when_it_is_not_what_was_typed() -> None:
    asked = "And who opposed it?"

    rewritten = shown(Exchange(question=asked, answer=answer(question=asked, searched="Who opposed the old bridge?")))
    typed = shown(Exchange(question=asked, answer=answer(question=asked)))

    earlier = Exchange(question=asked, answer=answer(question=asked, searched="Who opposed the old bridge?"))
    assert "Who opposed the old bridge?" in rewritten.words
    assert "search" in rewritten.attributes["data-do"]
    assert "Searched for Who opposed the old bridge?" in shown(earlier, last=False).words
    assert "Searched for" not in typed.words


def test_what_was_understood_of_the_last_question_can_be_taken_out() -> None:
    period = Period(start=day("2023-10-01"), end=day("2023-10-31"), said="in October")
    made = answer(question="q")
    made = replace(made, query=replace(made.query, period=period, outlets=("The Gazette",)))

    last, earlier = shown(Exchange(question="q", answer=made)), shown(Exchange(question="q", answer=made), last=False)

    assert "Time in October" in last.words
    assert "Preferring The Gazette" in last.words
    assert last.attributes["data-without"] == ["period", "outlets"]
    assert "Time in October" in earlier.words
    assert "data-without" not in earlier.attributes


def test_a_refusal_shows_what_there_is_and_offers_the_closest_headlines() -> None:
    refusal = Refusal(
        reason="The articles do not say.", articles=12, sources=("The Courier",), closest=(article().headline,)
    )

    parsed = shown(Exchange(question="q", answer=answer(refusal=refusal)))

    assert "The articles do not say.The library holds 12 articles · The Courier." in parsed.words
    assert "Summarise “Old bridge stays open”" in parsed.attributes["data-question"]


def test_a_refusal_shows_the_nearest_thing_that_an_article_says_as_plain_words() -> None:
    nearest = Quote(article=article().headline, text="It voted <b>late</b>.", start=0, end=21)

    parsed = shown(Exchange(question="q", answer=answer(refusal=Refusal(reason="No.", nearest=nearest))))

    assert "The nearest they come:It voted <b>late</b>.Old bridge stays open" in parsed.words


def test_sentences_stand_under_their_headings_and_differing_figures_are_told() -> None:
    told = tuple(Told(words=words, article=article(source=f"The {words}").headline) for words in ("13", "<nine>"))
    headed = replace(sentence(), heading="The Courier & Co")
    given = replace(answer(headed), differing=told)

    parsed = shown(Exchange(question="q", answer=given))

    assert "The Courier & CoIt voted" in parsed.words
    assert "The articles differ: 13 (The 13); <nine> (The <nine>)." in parsed.words


def test_how_an_answer_was_made_is_said() -> None:
    parsed = shown(Exchange(question="q", answer=answer(notice="One was left out.", model="ollama:small")))

    assert "One was left out." in parsed.words
    assert "Written by ollama:small" in parsed.words


@pytest.mark.parametrize(
    ("exchange", "said"),
    [
        (Exchange(question="q", waiting="Loading…"), "Loading…"),
        (Exchange(question="q", problem="It does not answer."), "It does not answer."),
        (Exchange(question="q", stopped=True), text.STOPPED_EARLY),
        (Exchange(question="q", stopped=True, answer=answer()), text.STOPPED),
    ],
)
def test_the_state_of_an_exchange_is_said(exchange: Exchange, said: str) -> None:
    assert said in shown(exchange).words


def test_only_the_last_exchange_can_be_asked_again() -> None:
    exchange = Exchange(question="q", answer=answer())

    assert "retry" in shown(exchange, last=True).attributes["data-do"]
    assert "retry" not in shown(exchange, last=False).attributes["data-do"]


def test_a_rating_is_shown_as_a_pressed_button() -> None:
    parsed = shown(Exchange(question="q", answer=answer(), liked=False))

    assert parsed.attributes["aria-pressed"] == ["false", "true"]


def test_every_button_has_a_name() -> None:
    parsed = shown(Exchange(question="q", answer=answer()))

    icons = {text.COPY, text.COPY_MARKDOWN, text.GOOD, text.BAD, text.RETRY, text.EDIT}
    assert icons <= set(parsed.attributes["title"])
    assert all(name.strip() for name in parsed.attributes["aria-label"])


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_from_outside_becomes_markup(hostile: str) -> None:
    cited = article("x", hostile, title=hostile, source=hostile, author=hostile, url=hostile)
    first = article("y", source=hostile, published=day("2026-03-03")).headline
    told = citation(hostile, of=cited, story=Story(articles=2, outlets=(hostile, "z"), earliest=first))
    partly = sentence(hostile, support=Support.PARTLY, missing=(hostile,))
    refusal = Refusal(reason=hostile, sources=(hostile,), closest=(cited.headline,))
    answers = (
        answer(partly, citations=(told,), question="q", searched=hostile, notice=hostile),
        answer(refusal=refusal, model=hostile),
    )

    plain = [shown(Exchange(question="q", answer=given, liked=True, suggestions=("s",))) for given in _harmless()]
    attacked = [
        shown(Exchange(question=hostile, answer=given, problem=hostile, liked=True, suggestions=(hostile,)))
        for given in answers
    ]

    for before, after in zip(plain, attacked, strict=True):
        assert set(after.tags) <= set(before.tags)
        assert set(after.attributes) <= set(before.attributes)
        assert not [
            link for link in after.attributes.get("href", []) if not link.startswith(("#chat/about/", "#library/"))
        ]
        assert hostile in after.words


def _harmless() -> tuple[Answer, ...]:
    refusal = Refusal(reason="No.", sources=("x",), closest=(article().headline,))
    return (
        answer(sentence(support=Support.PARTLY, missing=("x",)), searched="y", notice="n", question="q"),
        answer(refusal=refusal, model="m"),
    )


def test_what_no_article_bears_out_is_struck_through_where_it_stood() -> None:
    made = replace(
        answer(sentence("First."), sentence("Third.")),
        struck=(Struck(text="Second.", after=1, missing=("2",)), Struck(text="Fourth.", after=2)),
    )

    parsed = shown(Exchange(question="q", answer=made))

    assert "First.1 Second. (not borne out by the articles: “2”) Third.1 Fourth." in parsed.words
    assert parsed.tags.count("s") == 2


def test_sentences_stand_under_their_heading() -> None:
    made = answer(replace(sentence("It rained."), heading="The Courier"), sentence("It snowed."))

    html = exchange_html(Exchange(question="q", answer=made), 1, last=True)

    assert html.index(">The Courier</h3>") < html.index("It rained.") < html.index("It snowed.")


def test_questions_that_may_follow_are_offered_after_the_last_answer_only() -> None:
    exchange = Exchange(question="q", answer=answer(), suggestions=("And the ferry?",))

    assert "And the ferry?" in shown(exchange).attributes["data-question"]
    assert "data-question" not in shown(exchange, last=False).attributes


def test_why_it_is_liked_is_asked_once_it_is_rated() -> None:
    rated, told = (shown(Exchange(question="q", answer=answer(), liked=False, reason=why)) for why in ("", "Too short"))

    assert text.WHY_BAD in rated.attributes["placeholder"]
    assert "Too short" in told.words
    assert "placeholder" not in told.attributes


def test_an_article_without_a_title_is_called_untitled() -> None:
    assert Parsed(headline_line(article(title="", source="").headline)).words == "Untitled"


@pytest.mark.parametrize(
    ("updated", "shown"),
    [
        ("2023-11-04", "3 November 2023 · updated 4 November 2023"),
        ("2023-11-03", "3 November 2023"),
        ("", "3 November 2023"),
    ],
)
def test_the_day_of_the_last_update_is_shown_beside_that_of_publication(updated: str, shown: str) -> None:
    one = article(title="Bridge", source="", published=day("2023-11-03"), updated=day(updated) if updated else None)

    assert Parsed(headline_line(one.headline)).words == f"Bridge{shown}"
