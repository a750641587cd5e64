"""Why a place was chosen, or none: the features that spoke for it, in words, the weightiest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from harmattan.resolution.places.features import OWN, SHARED
from harmattan.resolution.places.ranker import Choice, Weights, shipped_weights

_WORDS = OWN | SHARED


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature of the candidate that was likeliest."""

    feature: str
    words: str
    """What the feature says, for a person to read."""
    value: float
    weight: float

    @property
    def share(self) -> float:
        """What it adds to the score, on the scale of the logarithm of odds."""
        return self.value * self.weight


def reasons(choice: Choice, weights: Weights | None = None) -> Sequence[Reason]:
    """All that spoke for or against the likeliest candidate; empty where there was none."""
    used = weights or shipped_weights()
    found = [
        Reason(name, _WORDS[name], value, used.features.get(name, 0.0))
        for name, value in choice.features.items()
        if value
    ]
    return sorted(found, key=lambda reason: (-abs(reason.share), reason.feature))


def in_words(choice: Choice, weights: Weights | None = None) -> str:
    """One line: what was chosen, how likely it is, and why.

    >>> from harmattan.resolution.places.ranker import Choice
    >>> in_words(Choice(None, 0.0, {}))
    'no place: the gazetteer has none of this name'
    """
    if not choice.features:
        return "no place: the gazetteer has none of this name"
    told = "; ".join(f"{reason.words} ({reason.share:+.1f})" for reason in reasons(choice, weights))
    place = choice.location
    head = (
        f"{place.name}, {place.country}, {place.id}"
        if place
        else "no place, the likeliest is not likely enough"
    )
    return f"{head} (probability {choice.probability:.2f}): {told}"
