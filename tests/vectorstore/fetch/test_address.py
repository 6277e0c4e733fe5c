from __future__ import annotations

import ipaddress

import pytest

from vectorstore.errors import AddressRefused
from vectorstore.fetch.address import is_public, parse, plain, same_owner


@pytest.mark.parametrize(
    "ip",
    [
        *("0.0.0.0", "10.0.0.1", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.8.8.8", "169.254.169.254"),
        *("168.63.129.16", "172.16.0.1", "192.0.0.192", "192.0.2.1", "192.168.1.1", "198.18.0.1", "224.0.0.1"),
        *("239.255.255.255", "240.0.0.1", "255.255.255.255"),
        *("::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe"),
        *(
            "64:ff9b:1::a00:1",
            "2002:7f00:1::",
            "2002:a9fe:a9fe::1",
            "2001::1",
            "2001:db8::1",
            "fc00::1",
            "fd00:ec2::254",
        ),
        *("fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "100::1"),
    ],
)
def test_addresses_that_are_not_on_the_public_internet(ip: str) -> None:
    assert not is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize(
    "ip", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "64:ff9b::808:808", "2002:808:808::1", "1.1.1.1"]
)
def test_addresses_that_are(ip: str) -> None:
    assert is_public(ipaddress.ip_address(ip))


def test_a_name_in_other_letters_is_asked_for_as_the_web_writes_it() -> None:
    assert str(parse("https://BÜCHER.example/ä#top")) == "https://xn--bcher-kva.example/%C3%A4"


@pytest.mark.parametrize("text", ["", "news.example", "//news.example/a", "http:/a", "https://"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(AddressRefused):
        parse(text)


def test_an_address_is_stored_without_what_only_says_where_a_reader_came_from() -> None:
    assert plain("HTTPS://www.News.example:443/a?utm_source=x&b=1#top") == "https://www.news.example/a?b=1"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://m.news.co.uk/a", "https://www.news.co.uk/b", True),
        ("https://a.co.uk/", "https://b.co.uk/", False),
        ("https://alice.github.io/", "https://bob.github.io/", False),
        ("http://127.0.0.1:80/", "http://127.0.0.1:81/", True),
        ("http://127.0.0.1/", "http://127.0.0.2/", False),
        ("http://www.intranet/", "http://intranet/", True),
        ("http://m.news.example/", "http://news.example/", True),
        ("http://[2001:db8::1]/", "http://[2001:db8::2]/", False),
    ],
)
def test_sites_of_one_owner_are_told_by_their_registered_name(one: str, other: str, same: bool) -> None:
    assert same_owner(one, other) is same
