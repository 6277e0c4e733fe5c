"""Who may do what at one server, and how often."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from starlette.requests import HTTPConnection

from bot.settings import Settings
from bot.web.accounts import Accounts
from bot.web.owner import owner_of
from bot.web.rate import Rate
from vectorstore.errors import NotAllowed, TooOften

HERE = ("127.0.0.1", "localhost", "::1")
"""The names of this machine to itself."""

MEGABYTE = 1_000_000
ATTEMPTS = 10  # to sign in, in a minute, from one address


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """With accounts the admin alone changes the library; without, everybody does, but only on the machine itself."""

    accounts: Accounts = field(default_factory=Accounts)
    local: bool = True  # nobody but this machine is served
    questions: Rate = field(default_factory=lambda: Rate(most=30))
    attempts: Rate = field(default_factory=lambda: Rate(most=ATTEMPTS))
    largest: int = 100 * MEGABYTE  # bytes of a file

    @classmethod
    def of(cls, settings: Settings, host: str) -> Access:
        """As the settings say, for a server at ``host``."""
        return cls(
            accounts=Accounts(hashes=settings.users, admin=settings.admin),
            local=host in HERE,
            questions=Rate(most=settings.questions_per_minute),
            largest=settings.largest_file_mb * MEGABYTE,
        )

    def may_change(self, request: HTTPConnection | None) -> bool:
        """Whether whoever asks may change the library, its sources and what is measured."""
        if self.accounts:
            return owner_of(request) == self.accounts.admin != ""
        return self.local

    def check_change(self, request: HTTPConnection | None) -> None:
        """Raises ``NotAllowed`` where ``may_change`` says no."""
        if not self.may_change(request):
            who = "only the admin" if self.accounts else "nobody over the network without ARTICLEBOT_USERS"
            raise NotAllowed(f"{who} may change the library: ask who runs this page")

    def check_question(self, request: HTTPConnection | None) -> None:
        """Count a question. Raises ``TooOften`` for too many in a minute; who is alone at the machine has no limit."""
        person = owner_of(request) or address_of(request)
        if person in HERE and not self.accounts:
            return
        if wait := self.questions.wait(person):
            raise TooOften(
                f"you asked {self.questions.most} questions within a minute, which is the most that one person may: "
                f"ask again in {math.ceil(wait)} seconds"
            )


def address_of(request: HTTPConnection | None) -> str:
    """Where a request comes from."""
    return request.client.host if request is not None and request.client else ""
