"""Claims that fit several happenings: "an attack in the north killed soldiers" is told by no report in particular.

A claim may be found the same as several that differ among themselves. It can tell of one of them at most, and which one
can only be said where one fits better than the others: by `STANDS_OUT` points or more. So a SAME is in doubt where one
of its two claims fits a third no worse than by so much less, from which the other differs.

That depends on three claims, and not on what else there is or when it came. The more claims, the more doubts, and none
of those that there were is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

Known = TypeVar("Known", int, str)
"""What a claim is known by: its id, or its number in a store."""

STANDS_OUT = 1.0
"""Points by which a claim must fit one better than those that differ from it: odds of nearly two to one."""


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
    """How many others it fits about as well or better."""


def in_order(fits: Iterable[Fit[Known]]) -> list[Fit[Known]]:
    """The best first."""
    return sorted(fits, key=lambda fit: (-fit.score, fit.claim))


def doubts(fits: Sequence[Fit[Known]], differ: Callable[[Known, Known], bool]) -> list[Doubt[Known]]:
    """Which of the fits of one claim, the best first, do not stand out.

    `differ` says whether two of them tell of two happenings. Each is held against the best fits first, so that where
    many differ a few questions tell.
    """
    found: list[Doubt[Known]] = []
    undecided = list(fits)
    for rival in fits:
        if not undecided or rival.score < _reach(undecided[-1]):
            break
        left = []
        for fit in undecided:
            near = fit.claim != rival.claim and rival.score >= _reach(fit)
            if near and differ(fit.claim, rival.claim):
                found.append(Doubt(fit, rival.claim, _near(fits, fit)))
            else:
                left.append(fit)
        undecided = left
    return found


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


def _near(fits: Sequence[Fit[Known]], fit: Fit[Known]) -> int:
    return sum(other.score >= _reach(fit) for other in fits) - 1


def _reach(fit: Fit[Known]) -> float:
    """The points from which another fit is about as good."""
    return round(fit.score - STANDS_OUT, 2)
