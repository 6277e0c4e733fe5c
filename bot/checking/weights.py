"""What each feature is worth. Written by ``python -m bench.verify fit``; do not edit."""

WEIGHTS = {
    "best_sentence": 0.135,
    "best_window": 0.219,
    "quoted": 0.185,
    "anywhere": 0.287,
    "near": 0.046,
    "ending": 0.328,
    "rarest_missing": -1.932,
    "words_missing": -0.040,
    "names_missing": -0.115,
    "numbers_missing": -0.516,
    "number_elsewhere": -0.203,
    "denied": -1.092,
    "undenied": -0.431,
    "refused": -1.308,
    "opposite": -0.933,
    "absolute": -0.594,
}
BIAS = -0.145

SUPPORTED = 0.610
PARTLY = 0.376
"""Scores from which on a sentence is supported, or partly so."""
