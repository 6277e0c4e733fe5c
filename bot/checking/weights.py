"""What each feature is worth. Written by ``python -m bench.verify fit``; do not edit."""

WEIGHTS = {
    "best_sentence": 0.137,
    "best_window": 0.216,
    "quoted": 0.185,
    "anywhere": 0.279,
    "near": 0.049,
    "ending": 0.334,
    "rarest_missing": -1.931,
    "words_missing": -0.040,
    "names_missing": -0.114,
    "numbers_missing": -0.515,
    "number_elsewhere": -0.202,
    "denied": -1.093,
    "undenied": -0.351,
    "refused": -1.307,
    "opposite": -0.922,
    "absolute": -0.594,
}
BIAS = -0.147

SUPPORTED = 0.609
PARTLY = 0.522
"""Scores from which on a sentence is supported, or partly so."""
