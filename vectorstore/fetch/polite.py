"""Manners: one request a host at a time with a pause between, retries that give way, robots.txt."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx
import tenacity
from protego import Protego

from vectorstore.errors import AddressRefused, AnswerRefused, ArticleGone, FetchError, Unreachable
from vectorstore.fetch.address import parse
from vectorstore.fetch.client import AGENT, NO_VALIDATORS, Fetched, Fetcher, Validators

PAUSE = 1.0  # seconds between requests to a host
LONGEST_PAUSE = 30.0  # seconds: the most that a robots.txt file is granted
ATTEMPTS = 3
LONGEST_WAIT = 60.0  # seconds: who asks for more is not asked again in this round
LONGEST_RULES = 500_000  # bytes of a robots.txt that count (RFC 9309, 2.5)
RULES_KEPT = 3_600.0  # seconds


@dataclass(slots=True, kw_only=True)
class _Host:
    """What is known of a host, and who asks it something."""

    turn: threading.RLock = field(default_factory=threading.RLock)
    free_at: float = 0.0
    rules: Protego | None = None
    rules_until: float = 0.0


@dataclass(slots=True, kw_only=True)
class Polite:
    """Asks through another fetcher, and keeps the manners. One for all that a process asks for."""

    fetcher: Fetcher
    pause: float = PAUSE
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _hosts: defaultdict[str, _Host] = field(default_factory=lambda: defaultdict(_Host))

    def fetch(self, address: str, validators: Validators = NO_VALIDATORS) -> Fetched:
        """What an address answers that somebody named: robots.txt is not asked. Raises ``FetchError``."""
        url = parse(address)
        host = self._host(url)
        with host.turn:
            return self._retrying(host, address, validators)

    def crawl(self, address: str, validators: Validators = NO_VALIDATORS) -> Fetched:
        """What an address answers that was found somewhere, if its host lets robots read it.

        Raises:
            AddressRefused: robots.txt forbids it.
            FetchError: as ``fetch`` does.
        """
        url = parse(address)
        host = self._host(url)
        with host.turn:
            if not self._rules(host, url).can_fetch(str(url), AGENT):
                raise AddressRefused("the site's robots.txt asks programs not to read it")
            return self._retrying(host, address, validators)

    def _host(self, url: httpx.URL) -> _Host:
        with self._turn:
            return self._hosts[url.netloc.decode("ascii")]

    def _retrying(self, host: _Host, address: str, validators: Validators) -> Fetched:
        attempts = tenacity.Retrying(
            retry=tenacity.retry_if_exception(_worth_a_retry),
            wait=_wait,
            stop=tenacity.stop_after_attempt(ATTEMPTS),
            sleep=self.sleep,
            reraise=True,
        )
        return attempts(self._once, host, address, validators)

    def _once(self, host: _Host, address: str, validators: Validators) -> Fetched:
        if (left := host.free_at - self.clock()) > 0:
            self.sleep(left)
        try:
            return self.fetcher.fetch(address, validators)
        finally:
            host.free_at = self.clock() + self._pause_of(host)

    def _pause_of(self, host: _Host) -> float:
        asked = host.rules.crawl_delay(AGENT) if host.rules else None
        return max(self.pause, min(asked or 0.0, LONGEST_PAUSE))

    def _rules(self, host: _Host, url: httpx.URL) -> Protego:
        """Those of the host's robots.txt; all is allowed where there is none (RFC 9309, 2.3.1)."""
        if host.rules is None or host.rules_until < self.clock():
            host.rules = Protego.parse(self._robots(host, url))
            host.rules_until = self.clock() + RULES_KEPT
        return host.rules

    def _robots(self, host: _Host, url: httpx.URL) -> str:
        try:
            found = self._retrying(host, str(url.copy_with(raw_path=b"/robots.txt")), NO_VALIDATORS)
        except (ArticleGone, AnswerRefused):
            return ""
        except FetchError as error:
            raise type(error)(f"its robots.txt cannot be read: {error}") from error
        return found.content[:LONGEST_RULES].decode("utf-8", "replace")


def _worth_a_retry(error: BaseException) -> bool:
    return isinstance(error, Unreachable) and error.wait <= LONGEST_WAIT


def _wait(state: tenacity.RetryCallState) -> float:
    """What the server asks for, else 1, 2, 4 … seconds and up to one more."""
    error = state.outcome.exception() if state.outcome else None
    asked = error.wait if isinstance(error, Unreachable) else 0.0
    return asked or tenacity.wait_exponential_jitter(initial=1, max=LONGEST_WAIT)(state)
