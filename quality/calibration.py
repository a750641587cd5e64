"""Logistic regression over named features, and how well likelihoods hold what they promise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Features = Mapping[str, float]
RAREST = 8
"""A feature that fewer examples have is not learnt from."""
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


def fit(examples: Sequence[Features], right: Sequence[bool], penalty: float = 3.0) -> dict[str, float]:
    """Weights by feature, by Newton's method with a squared penalty on all but "always"; the same for any order.

    `examples` have the value 1 for "always". Weights that round to nothing are left out.
    """
    counts: dict[str, int] = {}
    for example in examples:
        for name in example:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    column = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        for name, value in example.items():
            if name in column:
                matrix[row, column[name]] = value
    target = np.array(right, dtype=float)
    ridge = np.diag([0.0 if name == "always" else penalty for name in names])
    weights = np.zeros(len(names))
    for _ in range(25):
        chance = _sigmoid(matrix @ weights)
        gradient = matrix.T @ (chance - target) + ridge @ weights
        curvature = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + ridge + 1e-6 * np.eye(len(names))
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return {
        name: round(float(weights[index]), 3) for name, index in column.items() if abs(weights[index]) >= 5e-4
    }


def likelihood(weights: Features, example: Features) -> float:
    """What the weights say of one example, 0 to 1."""
    score = sum(weights.get(name, 0.0) * value for name, value in example.items())
    return float(_sigmoid(np.array(score)))


def _sigmoid(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))))


@dataclass(frozen=True)
class Bin:
    """The claims whose confidence lies between two bounds."""

    low: float
    high: float
    count: int
    promised: float
    """Their mean confidence."""
    right: float
    """The share of them that is right."""


def reliability(
    promised: Sequence[float], right: Sequence[bool], bounds: Sequence[float] = BINS
) -> list[Bin]:
    """A reliability table (DeGroot and Fienberg 1983); empty bins are left out."""
    bins = []
    for low, high in pairwise(bounds):
        last = high == bounds[-1]
        inside = [i for i, chance in enumerate(promised) if low <= chance < high or (last and chance == high)]
        if inside:
            mean = sum(promised[i] for i in inside) / len(inside)
            share = sum(right[i] for i in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), mean, share))
    return bins


def calibration_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error (Guo et al. 2017): the mean gap between promise and truth, in percent."""
    total = sum(one.count for one in bins)
    return 100 * sum(one.count * abs(one.promised - one.right) for one in bins) / max(1, total)


def brier(promised: Sequence[float], right: Sequence[bool]) -> float:
    """Mean squared error of the likelihoods (Brier 1950), times a hundred."""
    gaps = [(chance - truth) ** 2 for chance, truth in zip(promised, right, strict=True)]
    return 100 * sum(gaps) / max(1, len(gaps))
