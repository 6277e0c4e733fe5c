"""One address asked for, its redirects followed, each step checked anew."""

from __future__ import annotations

import ssl
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from email.message import Message
from typing import Protocol

import httpcore
import httpx

from vectorstore.errors import AddressRefused, AnswerRefused, ArticleGone, Unreachable
from vectorstore.fetch import body, connect
from vectorstore.fetch.address import parse
from vectorstore.fetch.content import PAGES, ending_of, names_of, packed
from vectorstore.fetch.retry_after import seconds_to_wait

AGENT = "ArticleBot/0.1"
"""How we name ourselves, and the name that robots.txt files may call us by."""

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_LATER = frozenset((408, 425, 429, 500, 502, 503, 504))


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of an answer is taken, and how long it is waited for."""

    seconds: float = 30.0  # for all of it, redirects too
    silence: float = 10.0  # seconds without a byte
    received: int = 15_000_000  # bytes of a page or a list as they come
    unpacked: int = 30_000_000  # bytes of it after unpacking
    file: int = 50_000_000  # bytes of a file, such as a PDF, as they come and after unpacking
    redirects: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """By what a server tells whether an answer is still the same; empty is "not known"."""

    etag: str = ""
    modified: str = ""


NO_VALIDATORS = Validators()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address answered."""

    address: str  # where the redirects led
    content: bytes = b""
    kind: str = ""  # the type of the content, "text/html"
    charset: str = ""
    ending: str = ".html"  # of a file that would hold it
    validators: Validators = NO_VALIDATORS
    unchanged: bool = False  # the same as when the validators were given; there is no content


class Fetcher(Protocol):
    """Asks for addresses."""

    def fetch(self, address: str, validators: Validators = ...) -> Fetched:
        """What the address answers.

        Raises:
            FetchError: nothing that can be used.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Asks for public addresses, and for hosts that are ``allowed`` by name or as "name:port".

    It takes no proxy and nothing else from the environment, sends no cookie and keeps no connection. A ``proxy`` that
    is given resolves the names, so that it is what keeps them from leading inside; only numbers are checked then.
    """

    allowed: Collection[str] = ()
    proxy: str = ""  # "http://user:password@host:port"
    limits: Limits = field(default_factory=Limits)
    resolve: connect.Resolve = connect.resolve
    dial: httpcore.NetworkBackend = field(default_factory=httpcore.SyncBackend)
    trust: ssl.SSLContext = field(default_factory=httpx.create_ssl_context)

    def fetch(self, address: str, validators: Validators = NO_VALIDATORS) -> Fetched:
        """What the address answers, at the end of its redirects.

        Raises:
            AddressRefused: it is, or leads to, an address that is not of the public web.
            Unreachable: it does not answer, or says that it may do so later.
            ArticleGone: it is answered with 404 or 410.
            AnswerRefused: the answer is another error, too much, too slow or of a kind that is not read.
        """
        url = parse(address)
        with self._pool() as pool:
            for _ in range(self.limits.redirects + 1):
                answer = self._ask(pool, url, validators)
                if isinstance(answer, Fetched):
                    return answer
                url = _next(url, answer)
        raise AnswerRefused(f"it redirects more than {self.limits.redirects} times")

    def _pool(self) -> httpcore.ConnectionPool:
        """Connections for one fetch, with its deadline."""
        proxy = httpx.URL(self.proxy)
        backend = connect.PublicBackend(
            resolve=self.resolve,
            dial=self.dial,
            allowed={proxy.host} if self.proxy else self.allowed,
            deadline=connect.Deadline(self.limits.seconds),
        )
        if not self.proxy:
            return httpcore.ConnectionPool(ssl_context=self.trust, max_keepalive_connections=0, network_backend=backend)
        return httpcore.HTTPProxy(
            proxy_url=str(proxy.copy_with(username=None, password=None)),
            proxy_auth=(proxy.username, proxy.password) if proxy.userinfo else None,
            ssl_context=self.trust,
            max_keepalive_connections=0,
            network_backend=backend,
        )

    def _ask(self, pool: httpcore.ConnectionPool, url: httpx.URL, validators: Validators) -> Fetched | str:
        """The answer, or where it redirects to."""
        if self.proxy:
            connect.refuse_inside(url.host, self.allowed)
        waits = dict.fromkeys(("connect", "read", "write", "pool"), self.limits.silence)
        try:
            with pool.stream("GET", str(url), headers=_headers(validators), extensions={"timeout": waits}) as response:
                headers = httpx.Headers(response.headers)
                if response.status in _REDIRECTS:
                    return str(headers.get("location", ""))
                _refuse(response.status, headers)
                if response.status == 304:
                    return Fetched(address=str(url), validators=validators, unchanged=True)
                return self._taken(url, response, headers)
        except httpcore.TimeoutException as error:
            longest = f"{self.limits.seconds:g} seconds in all, {self.limits.silence:g} without a byte"
            raise Unreachable(f"it took too long (the most is {longest})") from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise Unreachable(f"it does not answer ({error or 'the connection broke'})") from error

    def _taken(self, url: httpx.URL, response: httpcore.Response, headers: httpx.Headers) -> Fetched:
        kind, charset = _kind(headers.get("content-type", ""))
        names = names_of(url, headers.get("content-disposition", ""))
        ending = ending_of(kind, names)
        if not ending:
            raise AnswerRefused(
                f"it is {kind or 'of no stated type'}, not a page, a feed, a sitemap or a file of articles"
            )
        packing = headers.get("content-encoding", "identity").strip().lower()
        if packing not in ("identity", "", "gzip", "x-gzip"):
            raise AnswerRefused(f"it is packed as {packing[:40]!r}, which was not asked for")
        content = self._read(response.iter_stream(), ending, packed=packing.endswith("gzip"))
        return Fetched(
            address=str(url),
            content=self._read([content], ending, packed=True) if packed(kind, names) else content,
            kind=kind,
            charset=charset,
            ending=ending,
            validators=Validators(etag=headers.get("etag", ""), modified=headers.get("last-modified", "")),
        )

    def _read(self, pieces: Iterable[bytes], ending: str, *, packed: bool) -> bytes:
        """What an answer carries, within the limits for its kind."""
        file = 0 if ending in PAGES else self.limits.file
        received, unpacked = file or self.limits.received, file or self.limits.unpacked
        return body.read(pieces, packed=packed, received=received, unpacked=unpacked)


def _headers(validators: Validators) -> list[tuple[bytes | str, bytes | str]]:
    told = {
        "User-Agent": AGENT,
        "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, application/feed+json;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip",
        "If-None-Match": validators.etag,
        "If-Modified-Since": validators.modified,
    }
    return [(name, value) for name, value in told.items() if value]


def _next(url: httpx.URL, location: str) -> httpx.URL:
    """Where a redirect leads. Raises ``AddressRefused`` if it may not be asked for."""
    try:
        return parse(str(url.join(location)))
    except (AddressRefused, httpx.InvalidURL, ValueError) as error:
        raise AddressRefused(f"it redirects to {location[:200]!r}, which is refused: {error}") from error


def _refuse(status: int, headers: httpx.Headers) -> None:
    if status in (404, 410):
        raise ArticleGone(f"there is nothing at this address any more ({status})")
    if status in _LATER:
        raise Unreachable(f"the server says to try later ({status})", seconds_to_wait(headers.get("retry-after", "")))
    if status in (401, 402, 403, 407, 451):
        raise AnswerRefused(f"the server does not let us read it ({status})")
    if not (200 <= status < 300 or status == 304):
        raise AnswerRefused(f"the server answers with an error ({status})")


def _kind(content_type: str) -> tuple[str, str]:
    """Type and charset of a Content-Type header."""
    header = Message()
    header["content-type"] = content_type
    return (header.get_content_type() if content_type else ""), header.get_content_charset("")
