"""What each feature is worth. Written by ``python -m bench.verify fit``; do not edit.

The first number is for a claim all of whose words are in the sources, the second for any other.
"""

from collections.abc import Mapping

Weights = Mapping[str, tuple[float, float]]

FITTED_FOR = "1105c0c62ad27461ead55a849d4c7db32ab6a787926bb17e7ef80c41f59740f7"
"""SHA-256 of the judge's model; with any other none is asked."""

ALONE: Weights = {
    "bias": (-5.400, -1.132),
    "covered": (6.175, 2.223),
    "names_missing": (0.000, -0.540),
    "numbers_missing": (0.000, -1.119),
    "denied": (-2.585, -0.557),
    "refused": (0.000, -1.125),
    "opposite": (0.000, -0.969),
    "absolute": (-3.979, -0.967),
    "crossed": (-1.578, -0.394),
    "turned": (-2.918, -0.104),
    "detached": (-0.587, -0.552),
    "ending": (0.000, 0.499),
    "sources": (1.843, 0.146),
}

JUDGED: Weights = {
    "bias": (-4.400, -0.365),
    "covered": (4.214, 1.675),
    "names_missing": (0.000, -0.081),
    "numbers_missing": (0.000, -0.174),
    "denied": (-0.719, 0.000),
    "refused": (0.000, 0.000),
    "opposite": (0.000, -0.231),
    "absolute": (-1.756, -0.320),
    "crossed": (-2.571, -0.496),
    "turned": (-2.818, -0.430),
    "detached": (-0.781, -0.204),
    "ending": (0.000, 0.000),
    "sources": (1.798, 0.314),
    "borne_out": (0.505, 0.538),
    "contradicted": (-0.313, -0.070),
}
"""Where the trained judge is asked, too."""

SUPPORTED = 0.500
PARTLY = 0.433
"""Scores from which on a sentence is supported, or partly so."""
