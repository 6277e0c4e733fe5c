"""Numbers rounded."""

from __future__ import annotations

import pytest

from tests.proving import proves


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("The count found 18,204 votes in Rome.", "The count found about 18,000 votes in Rome."),
        ("The count found 18,204 votes in Rome.", "The count found more than 18,000 votes in Rome."),
        ("The count found 18,204 votes in Rome.", "The count found just over 18,200 votes in Rome."),
        ("The count found 18,204 votes in Rome.", "The count found nearly 18,500 votes in Rome."),
        ("The count found 18,204 votes in Rome.", "The count found fewer than 19,000 votes in Rome."),
        ("The final cost was 23.4 million crowns.", "The final cost was roughly 23 million crowns."),
    ],
)  # fmt: skip
def test_a_number_may_be_rounded_if_that_is_said(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("The count found 18,204 votes in Rome.", "The count found 18,000 votes in Rome."),
        ("The count found 18,204 votes in Rome.", "The count found about 17,000 votes in Rome."),
        ("The count found 18,204 votes in Rome.", "The count found more than 18,300 votes in Rome."),
        ("The count found 18,204 votes in Rome.", "The count found more than 10,000 votes in Rome."),
        ("The count found 18,204 votes in Rome.", "The count found nearly 18,000 votes in Rome."),
        ("The count found 18,204 votes in Rome.", "The count found fewer than 18,000 votes in Rome."),
        ("The count found 18,204 votes in Rome.", "The count found about 18,000 seats in Rome."),
        ("The count found about 18,204 votes in Rome.", "The count found more than 18,000 votes in Rome."),
        ("The count found at least 18,204 votes in Rome.", "The count found nearly 18,500 votes in Rome."),
        ("The count found up to 18,204 votes in Rome.", "The count found more than 18,000 votes in Rome."),
        ("The count did not find 18,204 votes in Rome.", "The count did not find more than 18,000 votes in Rome."),
        ("Firms with 250 workers were fined in Rome.", "Firms with more than 240 workers were fined in Rome."),
        ("The ship was built in 1994 in Rome.", "The ship was built in about 2000 in Rome."),
        ("The ship sank at 22.40 in Rome.", "The ship sank at about 22.30 in Rome."),
        ("The ship lost 12 men in Rome.", "The ship lost more than 11 men in Rome."),
        ("Ann Lee expected 18,204 votes in Rome.", "Ann Lee expected more than 18,000 votes in Rome."),
        ("“We found 18,204 votes in Rome,” said Ann Lee.", 'Ann Lee said: "We found more than 18,000 votes in Rome."'),
    ],
)  # fmt: skip
def test_no_number_is_rounded_to_what_it_is_not(source: str, sentence: str) -> None:
    assert not proves(source, sentence)
