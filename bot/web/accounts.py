"""Accounts: who may use the page, proven by a password once and by a signed cookie from then on."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

LASTS = timedelta(days=30)
"""How long somebody stays signed in."""

LONGEST_PASSWORD = 1_000  # characters
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """Names and password hashes. Nothing is stored: a cookie is signed with the hash, and a new password ends it."""

    hashes: Mapping[str, str] = field(default_factory=dict)
    admin: str = ""

    def __bool__(self) -> bool:
        return bool(self.hashes)

    def proven(self, name: str, password: str) -> bool:
        """Whether the password is that of the name. An unknown name takes as long as a wrong password."""
        from argon2 import PasswordHasher
        from argon2.exceptions import Argon2Error, InvalidHashError

        known = self.hashes.get(name)
        try:
            right = PasswordHasher().verify(known or _NOBODY, password[:LONGEST_PASSWORD])
        except (Argon2Error, InvalidHashError):
            return False
        return right and known is not None

    def cookie(self, name: str, now: datetime) -> str:
        """What proves until ``LASTS`` from now that somebody is ``name``, who has an account."""
        told = f"{name.encode().hex()}.{int((now + LASTS).timestamp())}"
        return f"{told}.{self._signature(name, told)}"

    def name_in(self, cookie: str, now: datetime) -> str:
        """Whose cookie it is; empty if it is forged, too old, or from before a new password."""
        told, _, signature = cookie.rpartition(".")
        encoded, _, until = told.partition(".")
        try:
            name, ends = bytes.fromhex(encoded).decode(), int(until)
        except ValueError:
            return ""
        signed = name in self.hashes and hmac.compare_digest(self._signature(name, told).encode(), signature.encode())
        return name if signed and now.timestamp() < ends else ""

    def _signature(self, name: str, told: str) -> str:
        return hmac.new(self.hashes[name].encode(), told.encode(), hashlib.sha256).hexdigest()


def password_hash(password: str) -> str:
    """What stands for a password in the settings."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(password[:LONGEST_PASSWORD])
