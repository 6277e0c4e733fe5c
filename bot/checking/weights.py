"""What each feature is worth. Written by ``python -m bench.verify fit``; do not edit.

The first number is for a claim all of whose words are in the sources, the second for any other.
"""

from collections.abc import Mapping

Weights = Mapping[str, tuple[float, float]]

FITTED_FOR = "1105c0c62ad27461ead55a849d4c7db32ab6a787926bb17e7ef80c41f59740f7"
"""SHA-256 of the judge's model; with any other none is asked."""

ALONE: Weights = {
    "bias": (-5.393, -1.170),
    "covered": (6.168, 2.234),
    "names_missing": (0.000, -0.539),
    "numbers_missing": (0.000, -0.936),
    "denied": (-2.582, -0.569),
    "refused": (0.000, -1.120),
    "opposite": (0.000, -0.969),
    "absolute": (-3.976, -0.971),
    "crossed": (-1.645, -0.341),
    "turned": (-2.906, -0.131),
    "detached": (-0.585, -0.533),
    "ending": (0.000, 0.524),
    "sources": (1.838, 0.151),
}

JUDGED: Weights = {
    "bias": (-4.387, -0.380),
    "covered": (4.178, 1.698),
    "names_missing": (0.000, -0.079),
    "numbers_missing": (0.000, -0.043),
    "denied": (-0.691, 0.000),
    "refused": (0.000, 0.000),
    "opposite": (0.000, -0.232),
    "absolute": (-1.719, -0.318),
    "crossed": (-2.722, -0.461),
    "turned": (-2.800, -0.448),
    "detached": (-0.776, -0.221),
    "ending": (0.000, 0.000),
    "sources": (1.798, 0.313),
    "borne_out": (0.513, 0.546),
    "contradicted": (-0.321, -0.066),
}
"""Where the trained judge is asked, too."""

SUPPORTED = 0.500
PARTLY = 0.431
"""Scores from which on a sentence is supported, or partly so."""
