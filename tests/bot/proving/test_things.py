"""What an article calls a thing."""

from __future__ import annotations

import pytest

from tests.proving import proves


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "Thornmere Bridge was shut in May. The bridge, opened in 1961, has cracks.",
            "Thornmere Bridge, opened in 1961, has cracks.",
        ),
        ("Thornmere Bridge was shut in May. The bridge has cracks.", "Thornmere Bridge has cracks."),
        (
            "The Central Bank of Kessland cut rates in May. The bank blamed weak exports.",
            "The Central Bank of Kessland blamed weak exports.",
        ),
        (
            "Halvane Biosciences failed in June. Halvane has two labs in Rome.",
            "Halvane Biosciences has two labs in Rome.",
        ),
        (
            "Halvane Biosciences failed in June. Halvane's two labs were shut.",
            "Halvane Biosciences's two labs were shut.",
        ),
        ("Halvane Biosciences failed in June. Halvane fell.", "Halvane failed in June."),
    ],
)  # fmt: skip
def test_the_only_one_of_its_kind_may_be_called_by_its_name(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Thornmere Bridge and Cray Bridge are old. The bridge has cracks.", "Thornmere Bridge has cracks."),
        ("Thornmere Bridge is old. A bridge at Cray was shut. The bridge has cracks.", "Thornmere Bridge has cracks."),
        ("Thornmere Bridge is old. The bridge that fell was at Cray.", "Thornmere Bridge that fell was at Cray."),
        ("Thornmere Bridge is old. The army bridge has cracks.", "Thornmere Bridge has cracks."),
        ("The bridge has cracks. Thornmere Bridge is old.", "Thornmere Bridge has cracks."),
        (
            "Thornmere Bridge is old. Its bridges have cracks. The bridge at Cray fell.",
            "Thornmere Bridge at Cray fell.",
        ),
        (
            "Thornmere Bridge is old. “The bridge has cracks,” said Ann Lee.",
            "Ann Lee said: “Thornmere Bridge has cracks.”",
        ),
        ("Corran Foods failed in June. Philomena Corran has two shops in Rome. Corran fell.", "Corran Foods fell."),
        ("Corran Foods failed in June. Corran Motors has two shops in Rome. Corran fell.", "Corran Foods fell."),
        (
            "Mr Halvane owns Halvane Biosciences. Halvane has two shops in Rome.",
            "Halvane Biosciences has two shops in Rome.",
        ),
        (
            "Bank Osterby failed. The Central Bank of Kessland cut rates. The bank blamed weak exports.",
            "The Central Bank of Kessland blamed weak exports.",
        ),
        ("The European Union cut tariffs in May.", "The union cut tariffs in May."),
        ("Thornmere Bridge was shut. The bridge has cracks.", "Cray Bridge has cracks."),
        ("Ann Lee of the High Court spoke. The court in Rome fined Bob Roe.", "The High Court fined Bob Roe."),
    ],
)  # fmt: skip
def test_what_may_be_another_thing_is_not_named(source: str, sentence: str) -> None:
    assert not proves(source, sentence)
