from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.factories import day
from tests.web_server import HOST, Reply, WebServer, serving
from vectorstore.errors import BadInput, NoSuchSource
from vectorstore.fetch.client import Client
from vectorstore.fetch.polite import Polite
from vectorstore.following.source import FollowedSource
from vectorstore.following.sources import Sources
from vectorstore.ingest import Progress
from vectorstore.library import Library
from vectorstore.online.listing import Kind

BODY = "The council met on Monday and voted to keep the old bridge open, the mayor said. " * 6


@dataclass(kw_only=True)
class World:
    """A library, a server, and a clock that is set by hand."""

    web: WebServer
    library: Library
    folder: Path
    now: datetime = field(default_factory=lambda: day("2026-01-01"))

    def sources(self, most: int = 500) -> Sources:
        polite = Polite(fetcher=Client(allowed={HOST}, resolve=self.web.resolve), pause=0, sleep=lambda seconds: None)
        return Sources(self.library, polite, most=most, now=lambda: self.now)

    def refresh(self, *places: str, due_only: bool = False, most: int = 500) -> list[tuple[str, str]]:
        """Outcome and place of each article, a server's address left out."""
        steps = list(self.sources(most).refresh(places, due_only=due_only))
        return [(one.outcome.value, self.short(one.place)) for one in steps if isinstance(one, Progress)]

    def short(self, place: str) -> str:
        return place.replace(self.web.url, "").replace(str(self.folder), "")

    def only(self) -> FollowedSource:
        (source,) = self.sources().all()
        return source

    def pages(self, *names: str, says: str = BODY) -> None:
        for name in names:
            self.web.replies[f"/{name}"] = page(name, says)

    def feed(self, *names: str, updated: str = "", says: str = "") -> None:
        items = "".join(
            f"<item><title>{name}</title><link>{self.web.url}/{name}</link><pubDate>{updated}</pubDate>"
            f"<description>{says}</description></item>"
            for name in names
        )
        body = f"<rss version='2.0'><channel><title>The Courier</title>{items}</channel></rss>"
        self.web.replies["/feed"] = Reply(body=body.encode(), kind="application/rss+xml")


def page(title: str, says: str = BODY) -> Reply:
    body = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{says}</p></article></body>"
    return Reply(body=body.encode(), headers={"ETag": f'"{title} {hash(says)}"'})


@pytest.fixture
def world(library: Library, tmp_path: Path) -> Iterator[World]:
    folder = tmp_path / "articles"
    folder.mkdir()
    with serving(WebServer()) as web:
        yield World(web=web, library=library, folder=folder)


def test_a_feed_is_followed_by_its_name_and_due_at_once(world: World) -> None:
    world.feed("one")

    source = world.sources().add(f"{world.web.url}/feed")

    assert source == FollowedSource(
        number=1, place=f"{world.web.url}/feed", kind=Kind.FEED, title="The Courier", added=world.now, due=world.now
    )
    assert world.sources().all() == [source]


def test_a_refresh_takes_in_the_articles_of_a_feed(world: World) -> None:
    world.feed("one", "two")
    world.pages("one", "two")
    world.sources().add(f"{world.web.url}/feed")

    assert world.refresh() == [("added", "one"), ("added", "two")]

    assert [headline.source for headline in world.library.articles()] == ["The Courier", "The Courier"]
    source = world.only()
    assert (source.articles, source.succeeded, source.error) == (2, world.now, "")
    assert source.due == world.now + timedelta(minutes=15)


def test_what_has_not_changed_is_not_asked_for_again(world: World) -> None:
    world.feed("one")
    world.pages("one")
    world.sources().add(f"{world.web.url}/feed")
    world.refresh()
    world.web.asked.clear()

    assert world.refresh() == []

    assert world.web.paths == ["/feed"]


def test_an_entry_that_the_feed_says_was_updated_is_asked_for_again(world: World) -> None:
    world.feed("one")
    world.pages("one")
    world.sources().add(f"{world.web.url}/feed")
    world.refresh()
    world.feed("one", updated="Thu, 01 Jan 2026 10:00:00 GMT")
    world.pages("one", says=BODY + "It was corrected.")

    assert world.refresh() == [("changed", "one")]

    assert world.library.articles()[0].version == 2


def test_a_page_is_asked_for_again_after_a_day_and_not_sent_if_it_is_the_same(world: World) -> None:
    world.feed("one")
    world.pages("one")
    world.sources().add(f"{world.web.url}/feed")
    world.refresh()
    world.web.asked.clear()
    world.now += timedelta(days=1)

    assert world.refresh() == []

    assert world.web.paths[-1] == "/one"
    assert world.web.asked[-1].headers["If-None-Match"]


def test_an_article_whose_page_is_gone_is_marked_and_kept(world: World) -> None:
    world.feed("one")
    world.pages("one")
    world.sources().add(f"{world.web.url}/feed")
    world.refresh()
    del world.web.replies["/one"]
    world.now += timedelta(days=1)

    assert world.refresh() == [("gone", "one")]

    (headline,) = world.library.articles()
    assert world.sources().gone() == {headline.id: world.now}
    assert (world.only().articles, world.only().gone) == (1, 1)


def test_an_article_that_comes_back_loses_the_mark(world: World) -> None:
    world.feed("one")
    world.pages("one")
    world.sources().add(f"{world.web.url}/feed")
    world.refresh()
    del world.web.replies["/one"]
    world.now += timedelta(days=1)
    world.refresh()
    world.pages("one")
    world.now += timedelta(days=1)

    assert world.refresh() == []

    assert world.sources().gone() == {}


def test_a_page_that_left_the_feed_is_asked_for_once_more_and_not_gone_while_it_is_there(world: World) -> None:
    world.feed("one", "two")
    world.pages("one", "two")
    world.sources().add(f"{world.web.url}/feed")
    world.refresh()
    world.feed("two")
    world.web.asked.clear()

    assert world.refresh() == []
    assert world.refresh() == []

    assert [path for path in world.web.paths if path == "/one"] == ["/one"]
    assert world.sources().gone() == {}


def test_a_page_that_left_the_feed_and_is_gone_is_marked(world: World) -> None:
    world.feed("one", "two")
    world.pages("one", "two")
    world.sources().add(f"{world.web.url}/feed")
    world.refresh()
    world.feed("two")
    del world.web.replies["/one"]

    assert world.refresh() == [("gone", "one")]


def test_an_article_that_was_removed_from_the_library_does_not_come_again(world: World) -> None:
    world.feed("one", "two")
    world.pages("one", "two")
    world.sources().add(f"{world.web.url}/feed")
    world.refresh()
    removed = next(headline.id for headline in world.library.articles() if headline.title == "one")
    world.library.remove(removed)
    world.feed("one", "two", updated="Thu, 01 Jan 2026 10:00:00 GMT")

    world.refresh()

    assert [headline.title for headline in world.library.articles()] == ["two"]


def test_one_failing_source_does_not_stop_the_others(world: World) -> None:
    world.feed("one")
    world.pages("one", "alone")
    sources = world.sources()
    sources.add(f"{world.web.url}/feed")
    sources.add(f"{world.web.url}/alone")
    world.web.replies["/feed"] = Reply(status=500)

    assert world.refresh() == [("failed", "/feed"), ("added", "alone")]

    feed, alone = sources.all()
    assert (feed.succeeded, feed.failed, feed.error) == (None, world.now, "the server says to try later (500)")
    assert (alone.succeeded, alone.error) == (world.now, "")


def test_a_source_that_fails_is_tried_after_twice_the_time_and_a_day_at_most(world: World) -> None:
    world.feed()
    world.sources().add(f"{world.web.url}/feed")
    world.web.replies["/feed"] = Reply(status=500)
    waits = []
    for _ in range(9):
        world.refresh()
        waits.append((world.only().due - world.now) / timedelta(minutes=1))

    assert waits == [15, 30, 60, 120, 240, 480, 960, 1_440, 1_440]


def test_a_source_is_left_alone_as_long_as_its_server_asks(world: World) -> None:
    world.feed()
    world.sources().add(f"{world.web.url}/feed")
    world.web.replies["/feed"] = Reply(status=429, headers={"Retry-After": "7200"})

    world.refresh()

    assert world.only().due == world.now + timedelta(hours=2)
    assert world.refresh(due_only=True) == []


def test_a_followed_page_that_does_not_answer_is_a_source_that_fails(world: World) -> None:
    world.pages("alone")
    world.sources().add(f"{world.web.url}/alone")
    world.refresh()
    world.web.replies["/alone"] = Reply(status=403)
    before = world.now
    world.now += timedelta(hours=1)

    assert world.refresh() == [("failed", "/alone")]

    source = world.only()
    assert (source.succeeded, source.failed, source.failures) == (before, world.now, 1)
    assert source.error == "the server does not let us read it (403)"
    assert world.sources().gone() == {}


def test_a_followed_page_that_is_gone_leaves_its_article_marked(world: World) -> None:
    world.pages("alone")
    world.sources().add(f"{world.web.url}/alone")
    world.refresh()
    del world.web.replies["/alone"]

    assert world.refresh() == [("gone", "alone")]
    assert world.refresh() == []

    assert world.only().gone == 1


def test_a_page_that_fails_is_told_with_its_source_and_the_rest_is_taken(world: World) -> None:
    world.feed("one", "two")
    world.pages("two")
    world.sources().add(f"{world.web.url}/feed")

    assert world.refresh() == [("failed", "/one"), ("added", "two")]

    source = world.only()
    assert source.succeeded == source.failed == world.now
    assert world.short(source.error) == (
        "one page could not be read, such as /one: there is nothing at this address any more (404)"
    )


SUMMARY = "The council voted to keep the old bridge open."


@pytest.mark.parametrize("page", [Reply(status=404), Reply(status=503), Reply(status=403), Reply(body=b"<p></p>")])
def test_what_a_feed_says_stands_for_a_page_that_fails_until_it_can_be_read(world: World, page: Reply) -> None:
    world.feed("one", says=SUMMARY)
    world.web.replies["/one"] = page
    world.sources().add(f"{world.web.url}/feed")

    assert world.refresh() == [("added", "one"), ("failed", "/one")]
    assert world.refresh() == [("failed", "/one")]

    (headline,) = world.library.articles()
    assert headline.abridged
    assert world.library.article(headline.id).text == SUMMARY
    assert world.only().error.endswith("what the feed says of it is kept until the page can be read")
    assert world.sources().gone() == {}
    world.pages("one")
    assert world.refresh() == [("changed", "one")]
    assert world.refresh() == []
    now = world.library.article(headline.id)
    assert (now.version, now.abridged, now.text) == (2, False, BODY.strip())
    assert [version.abridged for version in world.library.versions(headline.id)] == [True, False]


def test_a_page_that_robots_may_not_read_is_left_alone_and_what_the_feed_says_of_it_is_kept(world: World) -> None:
    world.feed("secret", says=SUMMARY)
    world.pages("secret")
    world.web.replies["/robots.txt"] = Reply(body=b"User-agent: *\nDisallow: /secret\n", kind="text/plain")
    world.sources().add(f"{world.web.url}/feed")

    assert world.refresh() == [("added", "secret"), ("failed", "/secret")]

    assert "/secret" not in world.web.paths


def test_two_feeds_that_say_different_things_of_a_page_do_not_take_turns(world: World) -> None:
    for place in ("/feed", "/other"):
        world.feed("one", says=f"{SUMMARY} It says {place}.")
        world.web.replies[place] = world.web.replies["/feed"]
        world.sources().add(f"{world.web.url}{place}")
    world.feed("one", says=SUMMARY)

    counts = [len([outcome for outcome, _ in world.refresh() if outcome != "failed"]) for _ in range(3)]

    assert counts == [2, 0, 0]


def test_a_summary_never_takes_the_place_of_the_article(world: World) -> None:
    world.feed("one")
    world.pages("one")
    world.sources().add(f"{world.web.url}/feed")
    world.refresh()
    world.feed("one", says=SUMMARY)
    world.web.replies["/one"] = Reply(status=403)

    assert world.refresh() == [("failed", "/one")]

    (headline,) = world.library.articles()
    assert (headline.version, headline.abridged) == (1, False)


def test_an_article_that_began_as_a_summary_stays_the_same_one_under_another_address(world: World) -> None:
    world.feed("go", says=SUMMARY)
    world.web.replies["/go"] = Reply(status=503)
    world.sources().add(f"{world.web.url}/feed")
    world.refresh()
    world.web.replies["/go"] = Reply(status=302, headers={"Location": "/one"})
    world.pages("one")

    assert world.refresh() == [("changed", "one")]
    world.pages("one", says=BODY + "It was corrected.")
    world.now += timedelta(days=1)
    assert world.refresh() == [("changed", "one")]

    (headline,) = world.library.articles()
    assert (headline.version, world.short(headline.url)) == (3, "/one")


def test_a_summary_is_marked_when_its_page_left_the_feed_and_is_gone(world: World) -> None:
    world.feed("one", says=SUMMARY)
    world.sources().add(f"{world.web.url}/feed")
    world.refresh()
    world.feed("two", says="x")
    world.pages("two")

    assert world.refresh() == [("added", "two"), ("gone", "one")]


def test_no_more_pages_than_the_bound_are_asked_for_and_the_next_look_goes_on(world: World) -> None:
    world.feed("one", "two", "three")
    world.pages("one", "two", "three")
    world.sources().add(f"{world.web.url}/feed")

    assert world.refresh(most=2) == [("added", "one"), ("added", "two")]
    assert world.refresh(most=2) == [("added", "three")]


def test_pages_that_robots_may_not_read_are_left_alone(world: World) -> None:
    world.feed("secret", "two")
    world.pages("secret", "two")
    world.web.replies["/robots.txt"] = Reply(body=b"User-agent: *\nDisallow: /secret\n", kind="text/plain")
    world.sources().add(f"{world.web.url}/feed")

    assert world.refresh() == [("failed", "/secret"), ("added", "two")]

    assert "/secret" not in world.web.paths
    assert "robots.txt asks programs not to read it" in world.only().error


def test_files_of_a_folder_are_added_changed_and_marked_when_they_are_gone(world: World) -> None:
    one, two = world.folder / "one.txt", world.folder / "two.txt"
    one.write_text("First\n\nThe council met.\n")
    two.write_text("Second\n\nThe ferry sank.\n")
    world.sources().add(str(world.folder))

    assert world.refresh() == [("added", "First"), ("added", "Second")]
    assert world.refresh() == []
    one.write_text("First\n\nThe council met on Monday.\n")
    two.unlink()
    assert world.refresh() == [("changed", "First"), ("gone", "Second")]
    assert len(world.library.articles()) == 2
    two.write_text("Second\n\nThe ferry sank.\n")
    assert world.refresh() == [("unchanged", "Second")]
    assert world.sources().gone() == {}


def test_a_file_that_was_moved_is_not_gone(world: World) -> None:
    (world.folder / "one.txt").write_text("First\n\nThe council met.\n")
    world.sources().add(str(world.folder))
    world.refresh()
    (world.folder / "one.txt").rename(world.folder / "moved.txt")

    assert world.refresh() == [("copy", "First")]

    assert world.sources().gone() == {}


def test_a_record_that_vanished_from_a_file_is_gone(world: World) -> None:
    lines = world.folder / "lines.jsonl"
    lines.write_text('{"id": "a", "text": "The council met."}\n{"id": "b", "text": "The ferry sank."}\n')
    world.sources().add(str(world.folder))
    world.refresh()
    lines.write_text('{"id": "a", "text": "The council met."}\n')

    assert world.refresh() == [("unchanged", "a"), ("gone", "b")]


def test_a_file_that_can_no_longer_be_read_takes_nothing_with_it(world: World) -> None:
    one = world.folder / "one.json"
    one.write_text('{"id": "a", "text": "The council met."}')
    world.sources().add(str(world.folder))
    world.refresh()
    one.write_text("{ no JSON")

    assert [outcome for outcome, _ in world.refresh()] == ["failed"]

    assert world.sources().gone() == {}


def test_a_folder_that_is_not_there_now_takes_nothing_with_it(world: World) -> None:
    (world.folder / "one.txt").write_text("First\n\nThe council met.\n")
    world.sources().add(str(world.folder))
    world.refresh()
    world.folder.rename(world.folder.with_name("elsewhere"))

    assert world.refresh() == [("failed", "")]

    assert world.only().error == (
        "the folder cannot be opened (No such file or directory); its articles stay as they are"
    )
    assert world.sources().gone() == {}


def test_a_source_that_is_followed_no_more_leaves_its_articles(world: World) -> None:
    world.pages("alone")
    world.sources().add(f"{world.web.url}/alone")
    world.refresh()

    world.sources().remove(f"{world.web.url}/alone")

    assert world.sources().all() == []
    assert len(world.library.articles()) == 1


@pytest.mark.parametrize("place", ["http://news.example/feed", "somewhere"])
def test_a_source_that_is_not_followed_is_named(world: World, place: str) -> None:
    with pytest.raises(NoSuchSource, match="sources list shows those that are"):
        world.sources().remove(place)


def test_a_source_is_followed_once(world: World) -> None:
    world.sources().add(str(world.folder))

    with pytest.raises(BadInput, match="is followed already"):
        world.sources().add(f"{world.folder}/../articles")


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("nowhere", "nowhere is no folder and no address: give a folder, or http(s)://…"),
        ("http://127.0.0.1/feed", "http://127.0.0.1/feed cannot be followed: 127.0.0.1 is at 127.0.0.1, which is not"),
    ],
)
def test_what_cannot_be_followed_is_told_when_it_is_added(world: World, place: str, told: str) -> None:
    with pytest.raises(BadInput) as raised:
        world.sources().add(place)

    assert str(raised.value).startswith(told)
    assert world.sources().all() == []
