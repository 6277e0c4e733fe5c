from __future__ import annotations

import pytest

from vectorstore.readers.furniture import is_label, is_reading_time


@pytest.mark.parametrize("line", ["Analysis", "LIVE STORY", "Advertisement", "Read more:", "Read More »"])
def test_labels_are_known(line: str) -> None:
    assert is_label(line)


@pytest.mark.parametrize("line", ["3 min read", "12-minute read", "Reading time: 4 minutes", "About 5 minutes"])
def test_reading_times_are_known(line: str) -> None:
    assert is_reading_time(line)


@pytest.mark.parametrize("line", ["", "Background", "An analysis of the vote", "He has 3 minutes to read it", "5"])
def test_other_lines_are_text(line: str) -> None:
    assert not is_label(line)
    assert not is_reading_time(line)
