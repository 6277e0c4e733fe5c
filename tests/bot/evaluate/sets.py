"""Writes small set folders for tests."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

ARTICLES: list[dict[str, Any]] = [
    {
        "id": "ferry",
        "title": "Ferry sinks",
        "text": "Nine people died when the ferry sank. The coastguard searched all night.",
        "published_at": "2025-02-11",
    },
    {
        "id": "bridge",
        "title": "Bridge closes",
        "text": "The old bridge was closed on Friday. Engineers found cracks in two pillars.",
        "published_at": "2025-03-02T08:00:00+00:00",
    },
    {
        "id": "election",
        "title": "Mayor elected",
        "text": "Ruth Calloway won the election by 215 votes. A recount was asked for.",
    },
]

QUESTIONS: list[dict[str, Any]] = [
    {
        "id": "q1",
        "question": "How many people died on the ferry?",
        "answers": ["Nine"],
        "evidence": [{"article_id": "ferry", "quote": "Nine people died when the ferry sank."}],
        "answerable": True,
        "meta": {"type": "number", "question_date": "2025-02-12"},
    },
    {
        "id": "q2",
        "question": "When was the old bridge closed?",
        "answers": ["on Friday"],
        "evidence": [{"article_id": "bridge", "quote": "The old bridge was closed on Friday."}],
        "answerable": True,
        "meta": {"type": "date"},
    },
    {
        "id": "q3",
        "question": "And by how large a margin?",
        "answers": ["215"],
        "evidence": [{"article_id": "election"}],
        "answerable": True,
        "history": [
            {"role": "user", "text": "Who won the election?"},
            {"role": "assistant", "text": "Ruth Calloway."},
        ],
        "rewrite": "By how many votes did Ruth Calloway win the election?",
        "meta": {"type": "number"},
    },
    {"id": "q4", "question": "Zebra?", "answerable": False, "meta": {"type": "odd"}},
]

CLAIMS: list[dict[str, Any]] = [
    {"id": "k1", "claim": "Nine people died.", "label": "supported", "source_text": "Nine people died at sea."},
    {"id": "k2", "claim": "Ten people died.", "label": "unsupported", "source_text": "Nine people died at sea."},
]

REWRITES: list[dict[str, Any]] = [
    {
        "id": "r1",
        "history": ["Who won the election?", "Ruth Calloway."],
        "question": "And by how many votes did she?",
        "rewrite": "By how many votes did Ruth Calloway win?",
    }
]


def write_set(folder: Path, *, zipped: bool = False, **files: Any) -> Path:
    """A set folder with a file for each name given; articles and questions unless something else is said."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in {"articles": ARTICLES, "questions": QUESTIONS, **files}.items():
        text = "".join(json.dumps(row) + "\n" for row in rows).encode()
        if zipped:
            (folder / f"{name}.jsonl.gz").write_bytes(gzip.compress(text))
        else:
            (folder / f"{name}.jsonl").write_bytes(text)
    return folder
