"""The client against a server that plays the attacker, and the sentence that is seen of each attack."""

from __future__ import annotations

import gzip
import ssl
from collections.abc import Iterator
from dataclasses import replace

import httpcore
import pytest
import trustme

from tests.fakes import FakeDial
from tests.web_server import HOST, Reply, WebServer, serving
from vectorstore.errors import AddressRefused, AnswerRefused, ArticleGone, FetchError, Unreachable
from vectorstore.fetch.client import Client, Limits, Validators

PAGE = Reply(body=b"<p>The council met.</p>")
PUBLIC = "93.184.216.34"


@pytest.fixture
def web() -> Iterator[WebServer]:
    with serving(WebServer(replies={"/": PAGE})) as web:
        yield web


@pytest.fixture
def client(web: WebServer) -> Client:
    """Finds every name at this machine, and may ask it as ``HOST`` only."""
    return Client(allowed={HOST}, resolve=web.resolve)


def refusal(client: Client, address: str) -> str:
    with pytest.raises(FetchError) as raised:
        client.fetch(address)
    return str(raised.value)


def test_a_page_is_fetched_with_its_type_and_validators(web: WebServer, client: Client) -> None:
    web.replies["/"] = replace(PAGE, headers={"ETag": '"1"', "Last-Modified": "Mon, 03 Nov 2025 10:00:00 GMT"})

    fetched = client.fetch(web.url + "/")

    assert (fetched.content, fetched.kind, fetched.charset) == (b"<p>The council met.</p>", "text/html", "utf-8")
    assert fetched.validators == Validators(etag='"1"', modified="Mon, 03 Nov 2025 10:00:00 GMT")
    assert web.asked[0].headers["User-Agent"].startswith("ArticleBot/")
    assert web.asked[0].headers["Host"] == f"{HOST}:{web.port}"


def test_what_has_not_changed_is_not_sent_again(web: WebServer, client: Client) -> None:
    web.replies["/"] = replace(PAGE, headers={"ETag": '"1"'})
    first = client.fetch(web.url + "/")

    second = client.fetch(web.url + "/", first.validators)

    assert (second.unchanged, second.content, second.validators) == (True, b"", first.validators)


def test_a_redirect_is_followed_and_the_address_at_its_end_is_told(web: WebServer, client: Client) -> None:
    web.replies["/old"] = Reply(status=301, headers={"Location": "/"})

    assert client.fetch(web.url + "/old").address == web.url + "/"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("file:///etc/passwd", "it begins with file: only http and https are fetched"),
        ("ftp://example.org/a", "it begins with ftp: only http and https are fetched"),
        ("gopher://example.org/", "it begins with gopher: only http and https are fetched"),
        (
            "http://jane:secret@news.example/",
            "it carries a name or a password, which would be stored with the article: take it out",
        ),
        ("http:///path", "it names no host: write it as https://example.org/page"),
        ("http://[::1", "it is not an address: write it as https://example.org/page"),
        ("http://news.example/" + "a" * 2_000, "it is longer than 2,000 characters"),
    ],
)
def test_an_address_that_is_not_of_the_web_is_refused_and_nothing_is_asked(
    client: Client, web: WebServer, address: str, told: str
) -> None:
    assert refusal(client, address) == told
    assert web.asked == []


@pytest.mark.parametrize(
    ("host", "at"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("[::1]", "::1"),
        ("169.254.169.254", "169.254.169.254"),
        ("10.1.2.3", "10.1.2.3"),
        ("[::ffff:127.0.0.1]", "::ffff:127.0.0.1"),
        ("[::ffff:8.8.8.8]", "::ffff:8.8.8.8"),
        ("224.0.0.1", "224.0.0.1"),
        ("0.0.0.0", "0.0.0.0"),
    ],
)
def test_an_address_inside_is_refused(web: WebServer, host: str, at: str) -> None:
    client = Client(resolve=lambda host, port: [host])

    told = refusal(client, f"http://{host}:{web.port}/")

    assert told == (
        f"{host.strip('[]')} is at {at}, which is not on the public internet: "
        "if it is a server of yours, name it in ARTICLEBOT_FETCH_ALLOW"
    )
    assert web.asked == []


@pytest.mark.parametrize("written", ["2130706433", "0x7f.1", "127.1", "localhost"])
def test_this_machine_is_refused_however_it_is_written(web: WebServer, written: str) -> None:
    assert "which is not on the public internet" in refusal(
        Client(resolve=lambda host, port: ["127.0.0.1"]), f"http://{written}:{web.port}/"
    )
    assert web.asked == []


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254 is at 169.254.169.254, which is not on the"),
        ("http://[::1]/", "::1 is at ::1, which is not on the public internet"),
        ("http://inside.example/", "inside.example is at 10.0.0.7, which is not on the public internet"),
        ("//169.254.169.254/", "169.254.169.254 is at 169.254.169.254, which is not on the public internet"),
    ],
)
def test_a_redirect_to_an_address_inside_is_refused(web: WebServer, location: str, told: str) -> None:
    web.replies["/"] = Reply(status=302, headers={"Location": location})
    inside = {HOST: "127.0.0.1", "inside.example": "10.0.0.7"}
    client = Client(allowed={HOST}, resolve=lambda host, port: [inside.get(host, host)])

    assert refusal(client, web.url + "/").startswith(told)
    assert web.paths == ["/"]


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("file:///etc/passwd", "it begins with file: only http and https are fetched"),
        ("http://jane:secret@news.example/", "it carries a name or a password, which would be stored"),
        ("javascript:alert(1)", "it begins with javascript: only http and https are fetched"),
    ],
)
def test_a_redirect_to_what_is_no_address_is_refused(web: WebServer, client: Client, location: str, told: str) -> None:
    web.replies["/"] = Reply(status=302, headers={"Location": location})

    assert refusal(client, web.url + "/").startswith(f"it redirects to '{location}', which is refused: {told}")


def test_a_name_that_changes_its_mind_after_the_check_is_no_way_in(web: WebServer) -> None:
    minds = [[PUBLIC], ["127.0.0.1"]]
    dial = FakeDial(web.port)
    client = Client(resolve=lambda host, port: minds.pop(0), dial=dial)

    assert client.fetch("http://rebinding.example/").content == PAGE.body
    assert dial.dialled == [(PUBLIC, 80)]


def test_a_name_that_changes_its_mind_at_a_redirect_is_checked_anew(web: WebServer) -> None:
    web.replies["/"] = Reply(status=302, headers={"Location": "/secret"})
    minds = [[PUBLIC], ["127.0.0.1"]]
    dial = FakeDial(web.port)
    client = Client(resolve=lambda host, port: minds.pop(0), dial=dial)

    assert "is at 127.0.0.1, which is not on the public internet" in refusal(client, "http://rebinding.example/")
    assert dial.dialled == [(PUBLIC, 80)]
    assert web.paths == ["/"]


def test_a_name_with_one_address_inside_among_public_ones_is_refused() -> None:
    dial = FakeDial(0)
    client = Client(resolve=lambda host, port: [PUBLIC, "10.0.0.1"], dial=dial)

    assert "is at 10.0.0.1" in refusal(client, "http://mixed.example/")
    assert dial.dialled == []


def test_where_one_address_takes_no_connection_the_next_is_tried(web: WebServer) -> None:
    dial = FakeDial(web.port, dead={"2606:2800:220:1::1"})
    client = Client(resolve=lambda host, port: ["2606:2800:220:1::1", PUBLIC], dial=dial)

    assert client.fetch("http://two.example/").content == PAGE.body


def test_a_gzip_bomb_is_stopped_at_the_limit(web: WebServer, client: Client) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    web.replies["/"] = Reply(body=bomb, headers={"Content-Encoding": "gzip"})

    assert refusal(client, web.url + "/") == "it unpacks to more than 30 MB"


def test_a_gzip_bomb_in_a_file_is_stopped_too(web: WebServer, client: Client) -> None:
    web.replies["/sitemap.xml.gz"] = Reply(body=gzip.compress(bytes(50_000_000)), kind="application/gzip")

    assert refusal(client, web.url + "/sitemap.xml.gz") == "it unpacks to more than 30 MB"


def test_a_packing_that_was_not_asked_for_is_refused_unopened(web: WebServer, client: Client) -> None:
    web.replies["/"] = Reply(body=b"x", headers={"Content-Encoding": "gzip, gzip"})

    assert refusal(client, web.url + "/") == "it is packed as 'gzip, gzip', which was not asked for"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"no gzip", "it is said to be packed with gzip and is not"),
        (gzip.compress(b"text" * 99)[:-9], "it ends before it is whole"),
    ],
)
def test_a_broken_gzip_is_refused(web: WebServer, client: Client, body: bytes, told: str) -> None:
    web.replies["/"] = Reply(body=body, headers={"Content-Encoding": "gzip"})

    assert refusal(client, web.url + "/") == told


def test_a_packed_page_is_unpacked(web: WebServer, client: Client) -> None:
    web.replies["/"] = Reply(body=gzip.compress(b"<p>Long.</p>" * 200_000), headers={"Content-Encoding": "gzip"})

    assert client.fetch(web.url + "/").content == b"<p>Long.</p>" * 200_000


def test_an_endless_body_is_stopped_at_the_limit(web: WebServer, client: Client) -> None:
    def endless() -> Iterator[bytes]:
        while not web.closing.is_set():
            yield bytes(100_000)

    web.replies["/"] = Reply(body=endless)

    assert refusal(client, web.url + "/") == "it is larger than 15 MB"


def drip(web: WebServer) -> Iterator[bytes]:
    while not web.closing.wait(0.05):
        yield b"."


def test_a_slow_drip_is_stopped_when_the_time_is_up(web: WebServer, client: Client) -> None:
    web.replies["/"] = Reply(body=lambda: drip(web))
    hasty = replace(client, limits=Limits(seconds=0.4, silence=0.3))

    assert refusal(hasty, web.url + "/") == "it took too long (the most is 0.4 seconds in all, 0.3 without a byte)"


def test_a_slow_drip_of_headers_is_stopped_too(web: WebServer, client: Client) -> None:
    web.replies["/"] = Reply(raw=lambda: drip(web))
    hasty = replace(client, limits=Limits(seconds=0.4, silence=0.3))

    assert refusal(hasty, web.url + "/").startswith("it took too long")


def test_a_server_that_says_nothing_is_left(web: WebServer, client: Client) -> None:
    def silent() -> Iterator[bytes]:
        web.closing.wait()
        yield b""

    web.replies["/"] = Reply(raw=silent)
    hasty = replace(client, limits=Limits(seconds=30, silence=0.2))

    assert refusal(hasty, web.url + "/").startswith("it took too long")


def test_fifty_redirects_are_ten_at_most(web: WebServer, client: Client) -> None:
    for number in range(50):
        web.replies[f"/{number}"] = Reply(status=302, headers={"Location": f"/{number + 1}"})

    assert refusal(client, web.url + "/0") == "it redirects more than 10 times"
    assert len(web.asked) == 11


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("image/png", "it is image/png, not a page, a feed, a sitemap or a file of articles"),
        (
            "application/octet-stream",
            "it is application/octet-stream, not a page, a feed, a sitemap or a file of articles",
        ),
        ("", "it is of no stated type, not a page, a feed, a sitemap or a file of articles"),
    ],
)
def test_content_of_another_type_is_not_read(web: WebServer, client: Client, kind: str, told: str) -> None:
    web.replies["/"] = Reply(body=b"x", kind=kind)

    assert refusal(client, web.url + "/") == told


@pytest.mark.parametrize(
    ("path", "kind", "headers", "ending"),
    [
        ("/report", "application/pdf", {}, ".pdf"),
        ("/report.PDF", "application/octet-stream", {}, ".pdf"),
        ("/get", "application/octet-stream", {"Content-Disposition": 'attachment; filename="../a.docx"'}, ".docx"),
        ("/a.jsonl.gz", "application/gzip", {}, ".jsonl"),
    ],
)
def test_a_file_is_told_by_its_type_or_where_that_tells_nothing_by_its_name(
    web: WebServer, client: Client, path: str, kind: str, headers: dict[str, str], ending: str
) -> None:
    body = gzip.compress(b"x") if path.endswith(".gz") else b"x"
    web.replies[path] = Reply(body=body, kind=kind, headers=headers)

    fetched = client.fetch(web.url + path)

    assert (fetched.content, fetched.ending) == (b"x", ending)


@pytest.mark.parametrize("name", ["run.exe", "a.pdf.exe", ".pdf/", "picture.png"])
def test_a_file_without_a_type_that_is_called_something_else_is_not_read(
    web: WebServer, client: Client, name: str
) -> None:
    web.replies[f"/{name}"] = Reply(body=b"x", kind="application/octet-stream")

    assert "not a page, a feed, a sitemap or a file of articles" in refusal(client, f"{web.url}/{name}")


def test_a_file_may_be_larger_than_a_page_and_no_more_than_its_own_limit(web: WebServer, client: Client) -> None:
    client = replace(client, limits=Limits(received=10, file=20))
    web.replies["/a.pdf"] = Reply(body=bytes(20), kind="application/pdf")
    web.replies["/b.pdf"] = Reply(body=bytes(21), kind="application/pdf")
    web.replies["/c.html"] = Reply(body=bytes(11))

    assert len(client.fetch(web.url + "/a.pdf").content) == 20
    assert refusal(client, web.url + "/b.pdf").startswith("it is larger than")
    assert refusal(client, web.url + "/c.html").startswith("it is larger than")


def test_a_gzip_bomb_that_is_called_a_pdf_is_stopped_at_the_limit(web: WebServer, client: Client) -> None:
    bomb = gzip.compress(bytes(60_000_000))
    web.replies["/a.pdf"] = Reply(body=bomb, kind="application/pdf", headers={"Content-Encoding": "gzip"})

    assert refusal(client, web.url + "/a.pdf") == "it unpacks to more than 50 MB"


@pytest.mark.parametrize(
    ("status", "error", "told"),
    [
        (404, ArticleGone, "there is nothing at this address any more (404)"),
        (410, ArticleGone, "there is nothing at this address any more (410)"),
        (403, AnswerRefused, "the server does not let us read it (403)"),
        (418, AnswerRefused, "the server answers with an error (418)"),
        (503, Unreachable, "the server says to try later (503)"),
    ],
)
def test_an_error_is_told(web: WebServer, client: Client, status: int, error: type[FetchError], told: str) -> None:
    web.replies["/"] = Reply(status=status)

    with pytest.raises(error) as raised:
        client.fetch(web.url + "/")

    assert str(raised.value) == told


def test_how_long_a_server_wants_to_be_left_alone_is_kept(web: WebServer, client: Client) -> None:
    web.replies["/"] = Reply(status=429, headers={"Retry-After": "120"})

    with pytest.raises(Unreachable) as raised:
        client.fetch(web.url + "/")

    assert raised.value.wait == 120


def test_a_server_that_is_not_there_is_told(web: WebServer) -> None:
    client = Client(resolve=lambda host, port: [PUBLIC], dial=FakeDial(web.port, dead={PUBLIC}))

    assert refusal(client, "http://down.example/") == "it does not answer (no connection)"


def test_a_name_that_is_not_known_is_told() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("Name or service not known")

    assert refusal(Client(resolve=unknown), "http://nowhere.example/") == "it does not answer (the name is not known)"


def test_a_proxy_in_the_environment_is_not_used(
    web: WebServer, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    assert client.fetch(web.url + "/").content == PAGE.body


def test_a_proxy_that_is_given_is_asked_and_resolves_the_names(web: WebServer) -> None:
    web.replies["http://far.example/a"] = PAGE
    client = Client(proxy=f"http://jane:secret@127.0.0.1:{web.port}")

    assert client.fetch("http://far.example/a").content == PAGE.body
    assert web.asked[0].headers["Proxy-Authorization"].startswith("Basic ")


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "169.254.169.254", "127.1", "2130706433", "localhost"])
def test_a_proxy_is_not_asked_for_addresses_inside(web: WebServer, host: str) -> None:
    client = Client(proxy=f"http://127.0.0.1:{web.port}")

    assert "which is not on the public internet" in refusal(client, f"http://{host}/")
    assert web.asked == []


@pytest.mark.parametrize(("named", "told"), [(HOST, ""), ("other.example", "it does not answer (")])
def test_tls_verifies_the_name_and_not_the_checked_address(named: str, told: str) -> None:
    authority = trustme.CA()
    trust = ssl.create_default_context()
    authority.configure_trust(trust)
    with serving(WebServer(replies={"/": PAGE}), certificate=authority.issue_cert(named)) as web:
        client = Client(resolve=lambda host, port: [PUBLIC], dial=FakeDial(web.port), trust=trust)
        if told:
            assert refusal(client, f"https://{HOST}/").startswith(told)
        else:
            assert client.fetch(f"https://{HOST}/").content == PAGE.body


def test_an_allowed_host_is_allowed_at_its_port_only_when_that_is_named(web: WebServer) -> None:
    client = Client(allowed={f"{HOST}:{web.port}"}, resolve=web.resolve)

    assert client.fetch(web.url + "/").content == PAGE.body
    assert "not on the public internet" in refusal(client, f"http://{HOST}:{web.port + 1}/")


def test_the_client_speaks_through_the_real_backend_unless_told_otherwise() -> None:
    assert isinstance(Client().dial, httpcore.SyncBackend)


def test_an_address_refused_says_which_one() -> None:
    with pytest.raises(AddressRefused, match=r"inside is at 192\.168\.0\.1"):
        Client(resolve=lambda host, port: ["192.168.0.1"]).fetch("http://inside/")
