"""What each feature is worth. Written by ``python -m bench.verify fit``; do not edit.

The first number is for a claim all of whose words are in the sources, the second for any other.
"""

from collections.abc import Mapping

Weights = Mapping[str, tuple[float, float]]

FITTED_FOR = "0d94a43d262b8f616c1f3cb3fa022b9ade3f675c859b100fc59c2eade9405217"
"""SHA-256 of the judge's model; no other is asked."""

ALONE: Weights = {
    "bias": (-5.393, -1.133),
    "covered": (6.170, 2.201),
    "names_missing": (-2.476, -0.536),
    "numbers_missing": (0.000, -0.911),
    "denied": (-2.583, -0.558),
    "refused": (0.000, -1.131),
    "opposite": (0.000, -0.978),
    "absolute": (-3.976, -0.962),
    "crossed": (-1.648, -0.342),
    "turned": (-2.906, -0.113),
    "detached": (-0.580, -0.529),
    "ending": (0.000, 0.511),
    "sources": (1.837, 0.159),
}

JUDGED: Weights = {
    "bias": (-5.756, -0.292),
    "covered": (6.002, 1.540),
    "names_missing": (-2.435, -0.181),
    "numbers_missing": (0.000, -0.344),
    "denied": (-1.169, 0.000),
    "refused": (0.000, -0.099),
    "opposite": (0.000, -0.628),
    "absolute": (-2.650, -0.587),
    "crossed": (-1.733, -0.320),
    "turned": (-2.988, -0.422),
    "detached": (-0.653, -0.309),
    "ending": (0.000, 0.159),
    "sources": (1.868, 0.343),
    "borne_out": (0.478, 0.498),
}
"""Where the trained judge is asked, too."""

SUPPORTED = 0.500
PARTLY = 0.432
"""Scores from which on a sentence is supported, or partly so."""
