"""Weights and cuts, one set a language: written by `tests/benchmarks/fit_likeness.py`.

Fitted to labelled notes of debates (English: ArgKP-2021) and to paraphrases among look-alikes
(Finnish, Swedish: Turku Paraphrase Corpus), dealt over rooms. Do not edit by hand.
"""

from __future__ import annotations

# The constant, then the weights of: stems, runs, lighter, heavier, lighter_runs, heavier_runs,
# length, numbers, order, mass, words, neighbours, background, commonness.
WEIGHTS: dict[str, tuple[float, ...]] = {
    "fi": (
        -10.647, 0.309, 9.152, 5.445, -4.985, 2.335, -10.094, 2.462,
        -1.723, -1.818, -0.005, -1.032, 9.744, 4.761, 24.539,
    ),
    "sv": (
        -4.176, -0.641, 2.8, 2.814, 5.044, 2.662, 6.513, 0.808,
        -1.102, 3.733, 0.661, -0.378, 4.215, -3.164, -55.866,
    ),
    "en": (
        -1.624, 2.526, -13.577, -0.409, -1.261, 1.807, 2.353, 0.079,
        0.001, -6.346, 0.758, -0.629, 12.235, -13.347, -2.27,
    ),
}  # fmt: skip

# Likeness from which on notes are joined: strictly, loosely.
CUTS: dict[str, tuple[float, float]] = {
    "fi": (0.45, 0.45),
    "sv": (0.5, 0.5),
    "en": (0.15, 0.15),
}
