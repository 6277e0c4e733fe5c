from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from vectorstore.errors import AddressRefused, AnswerRefused, ArticleGone, Unreachable
from vectorstore.fetch.client import NO_VALIDATORS, Fetched, Validators
from vectorstore.fetch.polite import Polite

ROBOTS = "https://news.example/robots.txt"
PAGE = "https://news.example/a"


@dataclass
class FakeFetcher:
    """Answers or raises what it is told to by address, one after the other, the last for good."""

    answers: dict[str, list[str | Exception]] = field(default_factory=dict)
    asked: list[tuple[float, str]] = field(default_factory=list)
    time: float = 0.0

    def fetch(self, address: str, validators: Validators = NO_VALIDATORS) -> Fetched:
        self.asked.append((self.time, address))
        answers = self.answers.get(address, ["text"])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, Exception):
            raise answer
        return Fetched(address=address, content=answer.encode(), kind="text/plain")

    def sleep(self, seconds: float) -> None:
        self.time += seconds

    def polite(self) -> Polite:
        return Polite(fetcher=self, clock=lambda: self.time, sleep=self.sleep)


def fetcher(**answers: list[str | Exception]) -> FakeFetcher:
    return FakeFetcher(answers={{"robots": ROBOTS, "page": PAGE}[name]: list(given) for name, given in answers.items()})


def test_between_two_requests_to_a_host_there_is_a_pause() -> None:
    web = fetcher()
    polite = web.polite()

    for address in (PAGE, "https://news.example/b", "https://other.example/c"):
        polite.fetch(address)

    assert web.asked == [(0, PAGE), (1, "https://news.example/b"), (1, "https://other.example/c")]


def test_robots_txt_is_asked_once_for_a_host() -> None:
    web = fetcher(robots=["User-agent: *\nDisallow: /secret"])
    polite = web.polite()

    polite.crawl(PAGE)
    polite.crawl("https://news.example/b")
    with pytest.raises(AddressRefused, match=r"robots\.txt asks programs not to read it"):
        polite.crawl("https://news.example/secret/1")

    assert [address for _, address in web.asked] == [ROBOTS, PAGE, "https://news.example/b"]


def test_a_longer_pause_is_kept_where_robots_txt_asks_for_one_within_reason() -> None:
    web = fetcher(robots=["User-agent: *\nCrawl-delay: 5", "User-agent: *\nCrawl-delay: 99999"])
    polite = web.polite()
    polite.crawl(PAGE)
    polite.crawl(PAGE)
    web.time += 4_000
    polite.crawl(PAGE)
    polite.crawl(PAGE)

    times = [time for time, _ in web.asked]
    assert [later - earlier for earlier, later in pairwise(times)][1:] == [5, 4_000, 5, 30]


@pytest.mark.parametrize("missing", [ArticleGone("404"), AnswerRefused("403")])
def test_where_there_is_no_robots_txt_all_is_allowed(missing: Exception) -> None:
    assert fetcher(robots=[missing]).polite().crawl(PAGE).content == b"text"


def test_where_robots_txt_cannot_be_had_now_nothing_is_asked_for() -> None:
    web = fetcher(robots=[Unreachable("the server says to try later (503)")])

    with pytest.raises(Unreachable, match=r"its robots\.txt cannot be read: the server says to try later \(503\)"):
        web.polite().crawl(PAGE)

    assert {address for _, address in web.asked} == {ROBOTS}


def test_what_does_not_answer_is_asked_three_times_with_ever_longer_waits() -> None:
    web = fetcher(page=[Unreachable("no connection")])

    with pytest.raises(Unreachable, match="no connection"):
        web.polite().fetch(PAGE)

    first, second, third = (time for time, _ in web.asked)
    assert 1 <= second - first <= 2
    assert 2 <= third - second <= 3


def test_what_answers_at_last_is_taken() -> None:
    web = fetcher(page=[Unreachable("no connection"), "there it is"])

    assert web.polite().fetch(PAGE).content == b"there it is"


def test_a_server_that_names_a_time_is_asked_then() -> None:
    web = fetcher(page=[Unreachable("busy", 20), "there it is"])

    web.polite().fetch(PAGE)

    assert [time for time, _ in web.asked] == [0, 20]


def test_a_server_that_wants_an_hour_is_not_asked_again() -> None:
    web = fetcher(page=[Unreachable("busy", 3_600)])

    with pytest.raises(Unreachable, match="busy"):
        web.polite().fetch(PAGE)

    assert len(web.asked) == 1


def test_a_refusal_is_not_asked_again() -> None:
    web = fetcher(page=[AnswerRefused("403")])

    with pytest.raises(AnswerRefused):
        web.polite().fetch(PAGE)

    assert len(web.asked) == 1
