"""The result of a run: what the JSON file holds. ``docs/evaluation.md`` describes it; names in it do not change."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from bot.evaluate.rows import Way
from vectorstore.errors import BadSet

Values = Mapping[str, float | tuple[float, ...]]
"""What a row contributes to each measure: a number, or the columns that the measure pools."""

Failure = Literal["", "not found", "found, not said", "refused", "answered the unanswerable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measured value over ``n`` rows, with its 95 % interval; a single measurement has none."""

    value: float
    low: float | None = None
    high: float | None = None
    n: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A chunk that was found, or a quote that was cited; long texts are cut."""

    article_id: str
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionResult:
    """A question: what was searched, found and answered, what was expected, and what it contributes."""

    id: str
    way: Way
    values: Values
    question: str = ""
    searched: str = ""
    found: tuple[Passage, ...] = ()
    answered: str = ""
    cited: tuple[Passage, ...] = ()
    refusal: str = ""
    confidence: float = 0.0
    answerable: bool | None = None
    expected: tuple[str, ...] = ()
    evidence: tuple[Passage, ...] = ()
    history: tuple[str, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict)
    failure: Failure = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimResult:
    """A claim: what people said, what we said, and what it contributes."""

    id: str
    values: Values
    claim: str = ""
    label: str = ""
    support: str = ""
    score: float = 0.0
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RewriteResult:
    """A follow-up: what would be searched, what a person made of it, and what it contributes."""

    id: str
    values: Values
    question: str = ""
    searched: str = ""
    expected: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a chat model thinks of the answers; kept apart from everything that is measured without one."""

    model: str
    measures: Mapping[str, Figure]
    questions: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One system on one set."""

    set: str
    system: str
    date: str
    commit: str
    machine: str
    settings: Mapping[str, Any]
    counts: Mapping[str, int]
    measures: Mapping[str, Figure]
    slices: Mapping[str, Mapping[str, Mapping[str, Figure]]] = field(default_factory=dict)
    curves: Mapping[str, Sequence[tuple[float, float]]] = field(default_factory=dict)
    judge: Judgement | None = None
    questions: tuple[QuestionResult, ...] = ()
    followups: tuple[QuestionResult, ...] = ()
    claims: tuple[ClaimResult, ...] = ()
    rewrites: tuple[RewriteResult, ...] = ()
    format: int = 1

    @property
    def label(self) -> str:
        """What tells it from others in a table."""
        model = self.settings.get("model")
        return f"{self.system}, {model}" if model else self.system


KEPT = ("id", "way", "values")
"""What a file without texts keeps of each row."""

_ADAPTER = TypeAdapter(Result)


def write(result: Result, path: Path, *, texts: bool = True) -> None:
    """Write the JSON file; without ``texts`` it holds figures and contributions only, as a gate needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = asdict(result)
    if not texts:
        plain = {name: _bare(value) for name, value in plain.items() if name not in ("slices", "curves", "judge")}
    path.write_text(json.dumps(_rounded(plain), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read(path: Path) -> Result:
    """A result from its file.

    Raises:
        BadSet: it is not there, or no result of ours.
    """
    try:
        return _ADAPTER.validate_json(path.read_bytes())
    except OSError as error:
        raise BadSet(f"{path} cannot be read: {error.strerror}") from error
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]) or "(the whole file)"
        raise BadSet(f"{path}, field {name}: {first['msg']}; it is no result of python -m bot evaluate") from error


def _rounded(value: Any) -> Any:
    """Six significant digits: the rest is noise, and makes files differ for nothing."""
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, Mapping):
        return {name: _rounded(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(one) for one in value]
    return value


def _bare(rows: Any) -> Any:
    if not isinstance(rows, tuple):
        return rows
    return [{name: value for name, value in row.items() if name in KEPT} for row in rows]
