"""Where figures come from: which code, on which machine."""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
CODE = ("bot", "vectorstore", "prompts")


def commit() -> str:
    """The commit of the project, with ``+changes`` when the code differs from it; "unknown" outside git."""
    head = _git("rev-parse", "--short=12", "HEAD")
    if not head:
        return "unknown"
    return head + ("+changes" if _git("status", "--porcelain", "--", *CODE) else "")


def code_digest() -> str:
    """A hash of all code and prompts: a run is resumed only with the code that began it."""
    hashed = hashlib.sha256()
    for folder in CODE:
        for path in sorted((PROJECT / folder).rglob("*")):
            if path.suffix in {".py", ".md"}:
                hashed.update(path.read_bytes())
    return hashed.hexdigest()[:16]


def machine() -> str:
    """The processor, its cores that we may use, and the Python."""
    return f"{_processor()}, {_cores()} cores, Python {platform.python_version()}"


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _git(*words: str) -> str:
    try:
        done = subprocess.run(["git", *words], cwd=PROJECT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
