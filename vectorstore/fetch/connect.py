"""Connections to public addresses only: a name is resolved once, checked, and what was checked is connected to.

So a name that resolves to something else a moment later is no way in; TLS still verifies the name.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from ssl import SSLContext
from typing import Any

import httpcore

from vectorstore.errors import AddressRefused
from vectorstore.fetch.address import is_public

Resolve = Callable[[str, int], Sequence[str]]
"""The addresses of a host, best first. Raises ``OSError`` when it has none."""


def resolve(host: str, port: int) -> Sequence[str]:
    """As the system does it."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class Deadline:
    """A moment after which nothing is waited for."""

    def __init__(self, seconds: float) -> None:
        self._at = time.monotonic() + seconds

    def within(self, timeout: float | None) -> float:
        """The timeout, or what is left if that is less.

        Raises:
            httpcore.ReadTimeout: nothing is left.
        """
        left = self._at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time is up")
        return left if timeout is None else min(timeout, left)


class PublicBackend(httpcore.NetworkBackend):
    """Connects to hosts whose every address is public, or that are allowed by name, and stops at the deadline."""

    def __init__(
        self, *, resolve: Resolve, dial: httpcore.NetworkBackend, allowed: Collection[str], deadline: Deadline
    ) -> None:
        self._resolve = resolve
        self._dial = dial
        self._allowed = allowed
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first checked address that takes one.

        Raises:
            AddressRefused: one of the host's addresses is not public.
            httpcore.ConnectError: it has none, or none takes a connection.
        """
        failed: Exception = httpcore.ConnectError("the name is not known")
        for address in self._checked(host, port):
            try:
                stream = self._dial.connect_tcp(
                    address, port, self._deadline.within(timeout), local_address, socket_options
                )
                return _Timed(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed

    def _checked(self, host: str, port: int) -> Sequence[str]:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("the name is not known") from error
        if host in self._allowed or f"{host}:{port}" in self._allowed:
            return addresses
        for address in addresses:
            _refuse(host, address)
        return addresses


def refuse_inside(host: str, allowed: Collection[str]) -> None:
    """Refuse a host that names an address which is not public by its numbers, as far as that shows without a look-up.

    Raises:
        AddressRefused: it does.
    """
    if host in allowed:
        return
    if host == "localhost" or host.endswith(".localhost"):
        _refuse(host, "127.0.0.1")
    try:
        _refuse(host, str(ipaddress.ip_address(host)))
    except ValueError:
        with suppress(OSError):
            _refuse(host, socket.inet_ntoa(socket.inet_aton(host)))  # "127.1", "0x7f000001"


def _refuse(host: str, address: str) -> None:
    if not is_public(ipaddress.ip_address(address)):
        raise AddressRefused(
            f"{host} is at {address}, which is not on the public internet: "
            "if it is a server of yours, name it in ARTICLEBOT_FETCH_ALLOW"
        )


class _Timed(httpcore.NetworkStream):
    """A stream that waits for nothing beyond the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.within(timeout))
        return _Timed(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
