"""Claims that fit several happenings: "an attack in the north killed soldiers" is told by no report in particular.

A claim may be found the same as several that differ among themselves. It can tell of one of them at most, and which one
can only be said where one is likelier than all that differ from it together. So a SAME is in doubt where one of its two
claims fits two others and more, from which the other differs, and whose odds against it come to one together: two that
fit a point worse, or ten that fit four points worse.

That depends on the claims that each of the two fits, and not on when they came. The more claims, the more doubts, and
none of those that there were is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from math import exp
from typing import Generic, NamedTuple, TypeVar

Known = TypeVar("Known", int, str)
"""What a claim is known by: its id, or its number in a store."""

ODDS_OF_A_POINT = 0.6
"""What a point of a comparison is worth as a logarithm of odds, as where the points are learnt."""
FEWEST = 2
"""Others that it must fit for a doubt: of two in all the better is taken, and the two are kept apart."""
EVEN = 1_000_000
"""What odds of one come to: they are added up as whole numbers, so that the order makes no difference."""


class Fit(NamedTuple, Generic[Known]):
    """A claim that another is found the same as, and the points of their comparison."""

    score: float
    claim: Known


class Doubt(NamedTuple, Generic[Known]):
    """That a claim fits others as well as one, of which some differ from it."""

    fit: Fit[Known]
    rival: Known
    """One that differs: of several the best fit."""
    others: int
    """How many it fits about as well or better, though they differ; no more are counted than are needed for a doubt."""


def in_order(fits: Iterable[Fit[Known]]) -> list[Fit[Known]]:
    """The best first."""
    return sorted(fits, key=lambda fit: (-fit.score, fit.claim))


def doubts(
    fits: Sequence[Fit[Known]],
    differ: Callable[[Known, Known], bool],
    settled: Callable[[int], Collection[int]] = lambda _: (),
) -> list[Doubt[Known]]:
    """Which of the fits of one claim, the best first, do not stand out.

    `differ` says whether two of them tell of two happenings; `settled` of which places it need not be asked for the one
    at a place, since they do not. Each is held against the best first, so that where many differ a few questions tell.
    """
    found: list[Doubt[Known]] = []
    for place, fit in enumerate(fits):
        odds = [_odds(other.score - fit.score) for other in fits]
        odds[place] = 0
        for one in settled(place):
            odds[one] = 0
        left, against = sum(odds), 0
        rivals = []
        for rival, more in zip(fits, odds, strict=True):
            if against + left < EVEN:
                break  # what is left would not do
            left -= more
            if more and differ(fit.claim, rival.claim):
                against += more
                rivals.append(rival.claim)
                if against >= EVEN and len(rivals) >= FEWEST:
                    found.append(Doubt(fit, rivals[0], len(rivals)))
                    break
    return found


@lru_cache(maxsize=16_384)
def _odds(better: float) -> int:
    """The odds of one against another by how much better it fits, in points; what is more than even is even."""
    return round(EVEN * exp(ODDS_OF_A_POINT * min(round(better, 2), 0.0)))


def joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Of each claim in these pairs one that stands for all that they join it with."""
    towards: dict[str, str] = {}

    def end(claim: str) -> str:
        while (nearer := towards.setdefault(claim, claim)) != claim:
            towards[claim] = towards[nearer]
            claim = nearer
        return claim

    for left, right in pairs:
        towards[end(left)] = end(right)
    return {claim: end(claim) for claim in list(towards)}
