from __future__ import annotations

from datetime import timedelta

import pytest

from bot.web.accounts import LASTS, Accounts, password_hash
from tests.factories import day

NOW = day("2026-11-24")
ANN = password_hash("correct horse")


def test_a_password_proves_its_own_name_only() -> None:
    accounts = Accounts(hashes={"ann": ANN, "bob": password_hash("other")})

    assert accounts.proven("ann", "correct horse")
    assert not accounts.proven("bob", "correct horse")
    assert not accounts.proven("eve", "correct horse")
    assert not accounts.proven("ann", "")


def test_a_hash_that_is_none_lets_nobody_in() -> None:
    assert not Accounts(hashes={"ann": "correct horse"}).proven("ann", "correct horse")


def test_a_cookie_names_its_owner_until_it_is_too_old() -> None:
    accounts = Accounts(hashes={"Zoë Ünal": ANN})
    cookie = accounts.cookie("Zoë Ünal", NOW)

    assert cookie.isascii()
    assert accounts.name_in(cookie, NOW + LASTS - timedelta(seconds=1)) == "Zoë Ünal"
    assert accounts.name_in(cookie, NOW + LASTS) == ""


def test_a_new_password_ends_the_cookies_of_the_old_one() -> None:
    cookie = Accounts(hashes={"ann": ANN}).cookie("ann", NOW)

    assert Accounts(hashes={"ann": password_hash("correct horse")}).name_in(cookie, NOW) == ""


@pytest.mark.parametrize(
    "cookie", ["", "ann", "..", "616e6e.9999999999.", "616e6e.9999999999.é", "zz.1.2", "626f62.1.x"]
)
def test_a_forged_cookie_names_nobody(cookie: str) -> None:
    assert Accounts(hashes={"ann": ANN}).name_in(cookie, NOW) == ""


def test_a_cookie_cannot_be_turned_into_that_of_another() -> None:
    accounts = Accounts(hashes={"ann": ANN, "bob": password_hash("x")})
    _, until, signature = accounts.cookie("ann", NOW).split(".")

    assert accounts.name_in(f"{b'bob'.hex()}.{until}.{signature}", NOW) == ""
    assert accounts.name_in(f"{b'ann'.hex()}.{int(until) + 1}.{signature}", NOW) == ""
