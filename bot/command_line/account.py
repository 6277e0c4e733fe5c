"""``account``: a password becomes what stands for it in the settings."""

from __future__ import annotations

import json

import typer

from bot.settings import PREFIX


def account(name: str) -> None:
    """Ask for a password, and print the entry of an account for ARTICLEBOT_USERS."""
    from bot.web.accounts import password_hash

    password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    typer.echo(f"{PREFIX}USERS='{json.dumps({name: password_hash(password)}, ensure_ascii=False)}'")
    typer.echo("of several people, put the entries into one pair of braces, with commas between", err=True)
