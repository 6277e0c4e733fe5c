"""Which addresses may be asked for: by how they are written, and by where they lead."""

from __future__ import annotations

import ipaddress
import re
from ipaddress import IPv4Address, IPv6Address

import httpx
from courlan import normalize_url
from tld import get_fld

from vectorstore.errors import AddressRefused

LONGEST = 2_000  # characters of an address

IPAddress = IPv4Address | IPv6Address

_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")  # an IPv4 address as networks without IPv4 write it (RFC 6052)
_METADATA = (  # where clouds tell a machine its secrets, outside the private ranges
    ipaddress.ip_network("168.63.129.16/32"),
    ipaddress.ip_network("192.0.0.0/24"),
)
_SCHEME = re.compile(r"https?://", re.IGNORECASE)


def looks_like_address(text: str) -> bool:
    """Whether a place is meant as an address of the web, and not as a file."""
    return bool(_SCHEME.match(text))


def parse(text: str) -> httpx.URL:
    """The address, without its fragment.

    Raises:
        AddressRefused: it is not one of the web, or carries a name or a password.
    """
    if len(text) > LONGEST:
        raise AddressRefused(f"it is longer than {LONGEST:,} characters")
    try:
        url = httpx.URL(text.strip())
        host = url.host
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise AddressRefused("it is not an address: write it as https://example.org/page") from error
    if url.scheme not in ("http", "https"):
        raise AddressRefused(f"it begins with {url.scheme or 'nothing'}: only http and https are fetched")
    if url.userinfo:
        raise AddressRefused("it carries a name or a password, which would be stored with the article: take it out")
    if not host:
        raise AddressRefused("it names no host: write it as https://example.org/page")
    return url.copy_with(fragment=None)


def is_public(ip: IPAddress) -> bool:
    """Whether it is a machine on the public internet.

    Not public are private, loopback, link-local, multicast and reserved addresses, IPv4 addresses written as IPv6
    ones, and where clouds keep their metadata. An address that stands for an IPv4 one is judged as that one.
    """
    if isinstance(ip, IPv6Address) and (stands_for := _stands_for(ip)):
        return is_public(stands_for)
    special = ip.is_multicast or ip.is_reserved or (isinstance(ip, IPv6Address) and ip.is_site_local)
    return ip.is_global and not special and not any(ip in network for network in _METADATA)


def _stands_for(ip: IPv6Address) -> IPv4Address | None:
    if ip in _TRANSLATED:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.sixtofour


def plain(url: str) -> str:
    """The address as it is stored: host in lower case, no fragment, nothing that only says where a reader came from."""
    return str(normalize_url(url)).partition("#")[0]


def same_page(url: str) -> str:
    """What the addresses of one page have in common: "http", "www." and a slash at the end do not count."""
    _, _, rest = plain(url).partition("://")
    host, slash, path = rest.partition("/")
    return (host.removeprefix("www.") + slash + path).rstrip("/")


def same_owner(one: str, other: str) -> bool:
    """Whether two addresses belong to one site: "m.example.org" speaks for "www.example.org", and for no other."""
    return _owner(one) == _owner(other)


def _owner(url: str) -> str:
    host = httpx.URL(url).host.removeprefix("www.")
    registered = get_fld(f"https://{host}", search_private=True, fail_silently=True)
    if registered or host.replace(".", "").isdigit() or ":" in host:
        return registered or host
    return ".".join(host.split(".")[-2:])  # under a top level that nobody listed
