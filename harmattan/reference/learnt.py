"""Logistic models over named features: learnt by `training/`, kept as readable weights beside the other data."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping
from functools import cache
from importlib import resources

_BIAS = "always"
_STEEPEST = 30.0
"""Beyond so much a likelihood is as good as 0 or 1, and `exp` would overflow."""


@cache
def weights(model: str) -> Mapping[str, float]:
    """The weights by feature of `data/MODEL.json`, "always" the bias; empty where nothing was learnt yet."""
    file = resources.files("harmattan.reference") / "data" / f"{model}.json"
    if not file.is_file():
        return {}
    found: dict[str, float] = json.loads(file.read_text("utf-8"))["weights"]
    return found


def likelihood(model: str, features: Collection[str]) -> float:
    """How likely it is what a model is about, from 0 to 1, by the features that it has; 0 where nothing was learnt.

    Features are added in the order of their names: sums in another order may differ in their last digit.
    """
    known = weights(model)
    if not known:
        return 0.0
    return logistic(known.get(_BIAS, 0.0) + sum(known.get(name, 0.0) for name in sorted(features)))


def logistic(score: float) -> float:
    """The likelihood that a sum of weights stands for."""
    return 1 / (1 + math.exp(-max(-_STEEPEST, min(_STEEPEST, score))))
