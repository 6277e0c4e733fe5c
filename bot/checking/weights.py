"""What each feature is worth. Written by ``python -m bench.verify fit``; do not edit."""

WEIGHTS = {
    "covered": 3.817,
    "names_missing": -0.307,
    "numbers_missing": -0.424,
    "denied": -1.393,
    "refused": -1.125,
    "opposite": -0.918,
    "absolute": -0.287,
    "sources": 0.701,
}
BIAS = -2.728

SUPPORTED = 0.500
PARTLY = 0.378
"""Scores from which on a sentence is supported, or partly so."""
