from __future__ import annotations

import re

from bot.evaluate.provenance import code_digest, commit, machine


def test_where_figures_come_from_is_told() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}(\+changes)?|unknown", commit())
    assert re.search(r"\d+ cores, Python 3\.\d+", machine())
    assert code_digest() == code_digest()
