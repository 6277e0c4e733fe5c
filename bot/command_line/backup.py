"""``backup`` and ``restore``: the whole library in one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.build import open_library
from bot.command_line.options import Data
from bot.plain import covered
from bot.settings import load_settings
from vectorstore.backup import backup as write_backup
from vectorstore.backup import backup_articles
from vectorstore.backup import restore as read_backup
from vectorstore.errors import IndexMismatch, LibraryLocked

File = Annotated[Path, typer.Argument(help="The file of the backup.")]


def backup(file: File, data: Data = None) -> None:
    """Write the whole library to one file, even while it is in use."""
    settings = load_settings(data=data)
    try:
        with open_library(settings, check=False) as library:
            write_backup(library, file)
            held = covered(library.catalog.coverage().articles, (), None, None)
    except LibraryLocked:
        backup_articles(settings.data, file)
        print(f"all articles are in {file}; another process uses the library, so restoring will embed them again")
        return
    print(f"{held}, with earlier versions and the index, in {file}")


def restore(file: File, data: Data = None) -> None:
    """Make a library of a backup, in a data folder that holds none."""
    settings = load_settings(data=data)
    read_backup(file, settings.data)
    try:
        with open_library(settings) as library:
            list(library.ingest([]))  # embeds what came without a vector
            held = covered(library.catalog.coverage().articles, (), None, None)
    except IndexMismatch as error:
        print(f"all articles are in {settings.data}; {error}")
        return
    print(f"{held} in {settings.data}")
