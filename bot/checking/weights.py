"""What each feature is worth. Written by ``python -m bench.verify fit``; do not edit.

The first number is for a claim all of whose words are in the sources, the second for any other.
"""

from collections.abc import Mapping

Weights = Mapping[str, tuple[float, float]]

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

WITH_READER: Weights = {
    "bias": (-5.688, -0.337),
    "covered": (6.043, 1.461),
    "names_missing": (-2.450, -0.145),
    "numbers_missing": (0.000, -0.323),
    "denied": (-1.488, 0.000),
    "refused": (0.000, -0.184),
    "opposite": (0.000, -0.645),
    "absolute": (-3.141, -0.608),
    "crossed": (-1.831, -0.308),
    "turned": (-2.952, -0.422),
    "detached": (-0.685, -0.401),
    "ending": (0.000, 0.176),
    "sources": (1.877, 0.379),
    "borne_out": (0.411, 0.494),
}
"""Where the trained reader is asked, too."""

SUPPORTED = 0.500
PARTLY = 0.432
"""Scores from which on a sentence is supported, or partly so."""
