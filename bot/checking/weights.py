"""What each feature is worth. Written by ``python -m bench.verify fit``; do not edit."""

WEIGHTS = {
    "covered": 3.822,
    "names_missing": -0.305,
    "numbers_missing": -0.421,
    "denied": -1.392,
    "refused": -1.121,
    "opposite": -0.917,
    "absolute": -0.285,
    "sources": 0.702,
}
BIAS = -2.732

SUPPORTED = 0.610
PARTLY = 0.379
"""Scores from which on a sentence is supported, or partly so."""
