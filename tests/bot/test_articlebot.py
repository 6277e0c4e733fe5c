from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest

from bot.articlebot import ArticleBot
from bot.overlap import OverlapReader
from bot.refuse import NO_ANSWER
from bot.span_reader import SpanReader
from bot.types import Answer, Conversation, Draft, Turn
from bot.verify import verify
from bot.written import Unsupported
from tests.factories import article, day
from tests.fakes import FakePassages
from vectorstore.errors import BadInput, BadQuestion, LibraryEmpty, ModelUnreachable
from vectorstore.library import Library
from vectorstore.retrieve import retriever_for
from vectorstore.types import Hit, Query

VETO = "The US vetoed the resolution on Wednesday."
REPORT = (
    "Talks had gone on in New York for a week before ambassadors gathered around the table, and diplomats left the "
    "building late at night without a word to the reporters who were waiting in the rain outside."
)
ARTICLES = (
    article(
        "veto", f"Talks went on in New York. {VETO} Others abstained from the vote.", title="US veto of resolution"
    ),
    article("rain", "It rained in the capital all day. The market was closed.", title="Weather", source="Gazette"),
)


@dataclass
class Scripted:
    """An answerer that says what it is told to, resting on the first hit, and may break off after that."""

    says: Sequence[str]
    breaks: bool = False
    name: str = "scripted:model"
    asked: list[tuple[Query, Conversation]] = field(default_factory=list)

    def draft(
        self, query: Query, hits: Sequence[Hit], conversation: Conversation, stop: threading.Event | None = None
    ) -> Iterator[Draft]:
        self.asked.append((query, conversation))
        for text in self.says:
            yield Draft(text=text, hits=(hits[0],))
        if self.breaks:
            raise ModelUnreachable("the server went away")


@pytest.fixture
def bot(library: Library) -> ArticleBot:
    list(library.ingest(ARTICLES))
    return over(library)


def over(library: Library) -> ArticleBot:
    return ArticleBot(
        library=library,
        retriever=retriever_for(library),
        reader=OverlapReader(embedder=library.embedder, frequency=library.words.document_frequency),
        verify=verify,
        now=lambda: datetime(2026, 1, 1, tzinfo=UTC),
    )


def test_an_answer_is_quoted_with_the_exact_place(bot: ArticleBot) -> None:
    answer = bot.ask("When did the US veto the resolution?")

    assert answer.sentences[0].text == VETO
    for citation in answer.citations:
        text = bot.library.article(citation.article.id).text
        assert text[citation.start : citation.end] == citation.quote


def test_what_is_retrieved_and_what_an_answer_was_read_from_are_in_the_reader_s_order(bot: ArticleBot) -> None:
    question = "When did the US veto the resolution?"
    found = [hit.article.id for hit in bot.ask(question).hits]
    preferred = found[-1]
    passages = FakePassages({bot.library.article(preferred).text.split()[0]: 20.0})
    bot = replace(bot, reader=SpanReader(passages=passages, frequency=bot.library.words.document_frequency))

    answer, (_, retrieved) = bot.ask(question), bot.retrieve(question)

    assert found[0] != preferred
    assert answer.hits[0].article.id == preferred
    assert tuple(retrieved) == answer.hits


def test_what_the_articles_do_not_say_is_refused_with_what_they_cover(bot: ArticleBot) -> None:
    answer = bot.ask("Which team won the football championship?")

    assert answer.refusal is not None
    assert (answer.refusal.reason, answer.refusal.articles) == (NO_ANSWER, 2)
    assert answer.citations == ()
    assert answer.plain == NO_ANSWER


def test_one_question_may_be_asked_more_or_less_strictly(bot: ArticleBot) -> None:
    strict, lenient = (bot.ask("What of the market in the rain?", strictness=strictness) for strictness in (1.0, 0.0))

    assert strict.refusal is not None
    assert lenient.refusal is None


def test_streaming_only_extends(bot: ArticleBot) -> None:
    bot = replace(bot, answerer=Scripted([VETO, "Others abstained from the vote."]))

    answers = list(bot.stream("Who vetoed the resolution?"))

    for earlier, later in itertools.pairwise(answers):
        assert later.sentences[: len(earlier.sentences)] == earlier.sentences
        assert later.citations[: len(earlier.citations)] == earlier.citations
    assert answers[-1].plain == f"{VETO} Others abstained from the vote."


def test_a_follow_up_is_searched_with_what_it_leans_on(bot: ArticleBot) -> None:
    conversation = Conversation(turns=(Turn(question="Who vetoed the resolution?", answer=VETO),))

    answer = bot.ask("And when was that?", conversation=conversation)

    assert "resolution" in answer.query.text
    assert answer.query.typed == "And when was that?"
    assert answer.sentences[0].text == VETO


def test_what_a_model_writes_is_kept_where_the_articles_bear_it_out(bot: ArticleBot) -> None:
    bot = replace(bot, answerer=Scripted([VETO, "France built 900 bridges in Toulouse."]))

    answer = bot.ask("Who vetoed the resolution?")

    assert (answer.plain, answer.model) == (VETO, "scripted:model")
    assert answer.notice == "1 sentence was left out because the articles do not bear it out."


def test_one_answer_may_show_what_a_model_made_up(bot: ArticleBot) -> None:
    bot = replace(bot, answerer=Scripted([VETO, "France built 900 bridges in Toulouse."]))

    answer = bot.ask("Who vetoed the resolution?", unsupported=Unsupported.STRUCK)

    assert [(struck.text, struck.after) for struck in answer.struck] == [("France built 900 bridges in Toulouse.", 1)]
    assert answer.plain == VETO
    with pytest.raises(BadInput, match="can be dropped or struck, not 'kept'"):
        bot.ask("Who vetoed the resolution?", unsupported="kept")  # type: ignore[arg-type]
    assert "~~France built 900 bridges in Toulouse.~~" in str(answer)


def test_a_model_that_only_makes_things_up_is_replaced_by_quotes(bot: ArticleBot) -> None:
    bot = replace(bot, answerer=Scripted(["France built 900 bridges in Toulouse."]))

    answer = bot.ask("Who vetoed the resolution?")

    assert (answer.sentences[0].text, answer.model) == (VETO, "")
    assert "quoted instead" in answer.notice


def test_a_model_that_breaks_off_leaves_what_was_borne_out(bot: ArticleBot) -> None:
    bot = replace(bot, answerer=Scripted([VETO], breaks=True))

    answer = bot.ask("Who vetoed the resolution?")

    assert (answer.plain, answer.model) == (VETO, "scripted:model")
    assert "the server went away" in answer.notice


def test_a_model_that_does_not_answer_is_replaced_by_quotes(bot: ArticleBot) -> None:
    bot = replace(bot, answerer=Scripted([], breaks=True))

    answer = bot.ask("Who vetoed the resolution?")

    assert answer.sentences[0].text == VETO
    assert "the server went away" in answer.notice


def test_a_model_is_not_asked_when_the_articles_do_not_say(bot: ArticleBot) -> None:
    model = Scripted([VETO])
    bot = replace(bot, answerer=model)

    bot.ask("Which team won the football championship?")

    assert model.asked == []


def test_a_question_may_be_narrowed_to_an_outlet(bot: ArticleBot) -> None:
    answer = bot.ask("What happened in the capital?", sources=["Gazette"])

    assert {hit.article.id for hit in answer.hits} == {"rain"}


def test_a_summary_quotes_the_article_in_order(bot: ArticleBot) -> None:
    answer = bot.ask("Summarise this article", articles=["veto"])

    assert [sentence.text for sentence in answer.sentences] == [
        "Talks went on in New York.",
        VETO,
        "Others abstained from the vote.",
    ]


@pytest.mark.parametrize(
    ("question", "told"),
    [("", "the question is empty"), ("  \n", "the question is empty"), ("a" * 20_000, "20,000 characters")],
)
def test_a_question_that_cannot_be_asked_is_refused_plainly(bot: ArticleBot, question: str, told: str) -> None:
    with pytest.raises(BadQuestion, match=told):
        bot.ask(question)


def test_an_empty_library_says_how_to_fill_it(library: Library) -> None:
    with pytest.raises(LibraryEmpty, match="python -m bot ingest seeds/"):
        over(library).ask("Who vetoed it?")


def test_the_stages_are_timed(bot: ArticleBot) -> None:
    answer: Answer = bot.ask("Who vetoed the resolution?")

    assert set(answer.timings) == {"understand", "retrieve", "read", "first_sentence", "write", "total"}


def test_what_was_understood_can_be_left_out(bot: ArticleBot) -> None:
    conversation = Conversation(turns=(Turn(question="What of the resolution?"),))
    asked = "And what did the Gazette say last week?"

    query = bot.understand(asked, conversation=conversation)
    plain = bot.understand(asked, conversation=conversation, without=("conversation", "period", "outlets"))

    assert (query.text != asked, query.period is not None, query.outlets) == (True, True, ("Gazette",))
    assert (plain.text, plain.period, plain.outlets) == (asked, None, ())
    with pytest.raises(BadQuestion, match="without conversation, period, outlets, not 'mood'"):
        bot.understand(asked, without=("mood",))


def test_dates_become_instants_and_periods_are_understood(bot: ArticleBot) -> None:
    query = bot.understand("What happened last week?", as_of="2023-10-20", since="2023-01-01")

    assert query.as_of.date().isoformat() == "2023-10-20"
    assert query.since == day("2023-01-01")
    assert query.period is not None
    assert query.period.said == "last week"


def test_a_question_on_another_topic_takes_nothing_from_the_conversation(bot: ArticleBot) -> None:
    talked = Conversation().after(bot.ask("When did the US veto the resolution?"))

    answer = bot.ask("Which market was closed?", conversation=talked)

    assert answer.query.text == "Which market was closed?"
    assert answer.sentences[0].text == "The market was closed."


def test_a_pronoun_stands_for_what_was_asked_about_before(bot: ArticleBot) -> None:
    talked = Conversation().after(bot.ask("When did the US veto the resolution?"))

    query = bot.understand("And who supported it?", conversation=talked)

    assert (query.text, query.typed) == ("Who supported the resolution?", "And who supported it?")
    assert query.asked == query.text


def test_a_time_that_the_last_question_named_holds_for_a_fragment_too(bot: ArticleBot) -> None:
    talked = Conversation(turns=(Turn(question="How many people were injured in Gaza in October 2023?"),))

    query = bot.understand("And in Israel?", conversation=talked)

    assert query.text == "How many people were injured in Israel in October 2023?"
    assert query.period is not None
    assert query.period.said == "in October 2023"


def test_words_that_are_only_added_are_not_what_is_answered(bot: ArticleBot) -> None:
    talked = Conversation(turns=(Turn(question="Which resolution did the US veto?"),))

    query = bot.understand("Where was that?", conversation=talked)

    assert query.text.startswith("Where was that? (")
    assert query.asked == "Where was that?"


def test_what_the_others_say_is_the_last_question_put_to_them(bot: ArticleBot) -> None:
    talked = Conversation().after(bot.ask("When did the US veto the resolution?"))

    query = bot.understand("And what did the other outlets say?", conversation=talked)

    assert (query.text, query.sources) == ("When did the US veto the resolution?", ("Gazette",))
