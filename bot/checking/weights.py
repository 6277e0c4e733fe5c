"""What each feature is worth. Written by ``python -m bench.verify fit``; do not edit.

The first number is for a claim all of whose words are in the sources, the second for any other.
"""

WEIGHTS = {
    "covered": (6.338, 2.676),
    "names_missing": (-1.897, -0.411),
    "numbers_missing": (0.000, -0.503),
    "denied": (-3.077, -1.298),
    "refused": (0.000, -2.023),
    "opposite": (-2.178, -0.566),
    "absolute": (-2.545, -0.582),
    "crossed": (-1.734, 0.000),
    "turned": (-1.903, -0.045),
    "detached": (-1.222, -1.034),
    "ending": (0.000, 0.232),
    "sources": (1.889, 0.109),
}
BIAS = (-4.892, -1.621)

SUPPORTED = 0.500
PARTLY = 0.370
"""Scores from which on a sentence is supported, or partly so."""
