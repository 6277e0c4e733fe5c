"""The rows file: each row is written as soon as it is there, so that an interrupted run goes on where it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.evaluate.rows import Asked, Checked, Rewritten

Row = Asked | Checked | Rewritten
Task = tuple[str, ...]
"""The kind of a row, the id of what it is about, and the way in which a question was asked."""
_KINDS: dict[str, TypeAdapter[Row]] = {
    "asked": TypeAdapter(Asked),
    "checked": TypeAdapter(Checked),
    "rewritten": TypeAdapter(Rewritten),
}


@dataclass(slots=True, kw_only=True)
class RowsFile:
    """The rows of one run. ``key`` names all that the rows depend on; rows of another key are thrown away."""

    path: Path
    key: str
    rows: list[Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        kept = list(self._kept())
        self.rows = [row for _, row in kept]
        self.path.parent.mkdir(parents=True, exist_ok=True)
        lines = [json.dumps({"run": self.key}), *(line for line, _ in kept)]
        self.path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    @property
    def done(self) -> set[Task]:
        """What need not be done again."""
        return {task(row) for row in self.rows}

    def append(self, row: Row) -> None:
        """Keep a row, at once."""
        line = json.dumps({type(row).__name__.lower(): asdict(row)}, ensure_ascii=False)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
        self.rows.append(row)

    def remove(self) -> None:
        """Forget the run: the next one measures anew."""
        self.path.unlink(missing_ok=True)

    def _kept(self) -> Iterator[tuple[str, Row]]:
        """The lines of this run as far as they are whole; the last may have been cut short."""
        if not self.path.exists():
            return
        head, *lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines() or [""]
        if head != json.dumps({"run": self.key}):
            return
        for line in lines:
            row = _parsed(line)
            if row is None:
                return
            yield line, row


def task(row: Row) -> Task:
    """What a row is the outcome of."""
    if isinstance(row, Asked):
        return ("asked", row.id, row.way)
    return ("checked" if isinstance(row, Checked) else "rewritten", row.id)


def _parsed(line: str) -> Row | None:
    try:
        ((kind, value),) = json.loads(line).items()
        return _KINDS[kind].validate_python(value)
    except (ValueError, KeyError, AttributeError, ValidationError):
        return None
