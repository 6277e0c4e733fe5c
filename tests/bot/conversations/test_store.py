from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.conversations.kept import NO_FILTERS, Exchange, Filters, Kept, title_of
from bot.conversations.store import FILE, UNREADABLE, Conversations
from bot.types import Refusal, Support
from tests.factories import answer, article, citation, day, hit, sentence
from vectorstore.errors import LibraryDamaged, NoSuchConversation

NOW, LATER = day("2026-11-24"), day("2026-11-25")
ASKED = Exchange(
    question="What of the bridge?",
    answer=answer(
        sentence(support=Support.PARTLY, missing=("open",)),
        citations=(citation(of=article(published=NOW), answer="open"),),
        hits=(hit(),),
    ),
    liked=False,
    reason="too short",
    without=("period",),
    suggestions=("And the ferry?",),
    asked=NOW,
    version="0.1.0",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Conversations]:
    with closing(Conversations(tmp_path / FILE)) as store:
        yield store


def begun(store: Conversations, title: str = "Bridge", *, owner: str = "", exchange: Exchange = ASKED) -> str:
    id = store.begin(owner, title, NOW, NO_FILTERS)
    store.put(owner, id, 0, exchange, NOW)
    return id


def test_what_is_kept_comes_back_as_it_was_after_a_restart(tmp_path: Path) -> None:
    refused = Exchange(question="Who?", answer=answer(refusal=Refusal(reason="No.", closest=(article().headline,))))
    with closing(Conversations(tmp_path / FILE)) as store:
        id = begun(store)
        store.put("", id, 1, refused, LATER)
        store.narrow("", id, Filters(sources=("The Courier",), since="2026-11-01"))

    with closing(Conversations(tmp_path / FILE)) as store:
        kept = store.get("", id)

    assert kept == Kept(
        id=id,
        title="Bridge",
        created=NOW,
        changed=LATER,
        filters=Filters(sources=("The Courier",), since="2026-11-01"),
        exchanges=(ASKED, refused),
    )
    assert [turn.question for turn in kept.conversation.turns] == ["What of the bridge?"] * 2


def test_an_exchange_put_in_the_place_of_another_takes_away_what_came_after(store: Conversations) -> None:
    id = begun(store)
    store.put("", id, 1, Exchange(question="second"), NOW)

    store.put("", id, 0, Exchange(question="edited"), LATER)

    assert [exchange.question for exchange in store.get("", id).exchanges] == ["edited"]


def test_an_exchange_that_is_amended_leaves_what_came_after(store: Conversations) -> None:
    id = begun(store)
    store.put("", id, 1, Exchange(question="second"), NOW)

    store.amend("", id, 0, Exchange(question=ASKED.question, liked=True))

    assert [exchange.liked for exchange in store.get("", id).exchanges] == [True, None]


def test_conversations_are_listed_latest_first_and_found_by_what_they_say(store: Conversations) -> None:
    begun(store, "Bridge")
    ferry = begun(store, "ФЕРИ", exchange=Exchange(question="When does the ferry to Westport stop?"))
    store.put("", ferry, 1, Exchange(question="And why?"), LATER)

    assert [(one.title, one.exchanges) for one in store.listed("")] == [("ФЕРИ", 2), ("Bridge", 1)]
    assert [one.title for one in store.listed("", "WESTPORT stop")] == ["ФЕРИ"]
    assert [one.title for one in store.listed("", "фери")] == ["ФЕРИ"]
    assert [one.title for one in store.listed("", "voted")] == ["Bridge"]
    assert store.listed("", "voted westport") == []


def test_a_conversation_is_renamed_but_never_to_nothing(store: Conversations) -> None:
    id = begun(store)

    store.rename("", id, " The old bridge ")
    store.rename("", id, "  ")

    assert store.get("", id).title == "The old bridge"


def test_what_is_deleted_is_gone(store: Conversations) -> None:
    id = begun(store)

    store.delete("", id)

    assert store.listed("") == []
    with pytest.raises(NoSuchConversation, match="no such conversation"):
        store.get("", id)


def test_one_person_sees_and_changes_nothing_of_anothers(store: Conversations) -> None:
    id = begun(store, owner="ada")

    assert store.listed("bob") == []
    for touch in (
        lambda: store.get("bob", id),
        lambda: store.delete("bob", id),
        lambda: store.rename("bob", id, "mine"),
        lambda: store.put("bob", id, 0, ASKED, NOW),
        lambda: store.share("bob", id, True),
    ):
        with pytest.raises(NoSuchConversation):
            touch()
    assert store.get("ada", id).title == "Bridge"


def test_a_conversation_can_be_read_at_its_address_while_it_is_shared(store: Conversations) -> None:
    id = begun(store, owner="ada")

    secret = store.share("ada", id, True)

    assert store.share("ada", id, True) == secret
    assert len(secret) >= 20
    assert store.shared_at(secret).exchanges == (ASKED,)
    assert store.share("ada", id, False) == ""
    for address in (secret, ""):
        with pytest.raises(NoSuchConversation):
            store.shared_at(address)


def test_an_answer_of_another_version_does_not_take_the_others_with_it(store: Conversations, tmp_path: Path) -> None:
    id = begun(store)
    store.put("", id, 1, Exchange(question="second"), NOW)
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.execute("UPDATE exchanges SET value = '{\"answer\": 7}' WHERE position = 0")
        connection.commit()

    first, second = store.get("", id).exchanges

    assert (first.question, first.problem) == ("What of the bridge?", UNREADABLE)
    assert second.question == "second"


def test_a_file_that_is_not_ours_is_left_alone_and_explained(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("something else entirely, and long enough to be looked at " * 20)

    with pytest.raises(LibraryDamaged, match="move it away"):
        Conversations(tmp_path / FILE)


def test_a_title_is_the_question_on_one_line_and_not_too_long() -> None:
    assert title_of(" What\nof it? ") == "What of it?"
    assert title_of("word " * 40) == "word " * 15 + "word …"
    assert title_of("今天 " + "桥" * 100) == "今天 " + "桥" * 77 + "…"


def test_the_conversations_that_cite_an_article_are_found_for_their_owner_only(store: Conversations) -> None:
    for owner in ("ann", "bob"):
        begun(store, f"Of {owner}", owner=owner)

    assert [title for _, title in store.citing("ann", "a")] == ["Of ann"]
    assert store.citing("ann", "b") == []
