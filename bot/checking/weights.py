"""What each feature is worth. Written by ``python -m bench.verify fit``; do not edit."""

WEIGHTS = {
    "best_sentence": 0.279,
    "best_window": 0.188,
    "quoted": 0.101,
    "anywhere": 0.211,
    "near": 0.053,
    "ordered": 0.000,
    "run": 0.000,
    "opening": 0.000,
    "ending": 0.322,
    "rarest_missing": -1.929,
    "words_missing": -0.031,
    "names_missing": -0.118,
    "numbers_missing": -0.564,
    "number_elsewhere": -0.164,
    "denied": -0.985,
    "undenied": -0.176,
    "refused": -1.317,
    "opposite": -0.990,
    "absolute": -0.586,
    "doubt_lost": 0.000,
}
BIAS = -0.143

SUPPORTED = 0.610
PARTLY = 0.383
"""Scores from which on a sentence is supported, or partly so."""
