"""One outcome of a comparison with its points, and all of them together."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from typing import NamedTuple

from harmattan.model.judgements import Verdict

DATA = "points.toml"


@dataclass(frozen=True, slots=True)
class Scale:
    """What each outcome counts, and what a sum of them means."""

    points: Mapping[str, float]
    same_from: float
    unsure_from: float


def read_scale(text: str) -> Scale:
    """The scale that a TOML text holds: a table for each comparison, and `verdicts`."""
    tables = tomllib.loads(text)
    verdicts = tables.pop("verdicts")
    points = {outcome: float(value) for table in tables.values() for outcome, value in table.items()}
    return Scale(points, float(verdicts["same"]), float(verdicts["unsure"]))


SCALE = read_scale(resources.files(__package__).joinpath(DATA).read_text("utf-8"))
"""The scale that ships."""
POINTS = SCALE.points
SAME_FROM = SCALE.same_from
UNSURE_FROM = SCALE.unsure_from

CONTRADICTIONS = frozenset(
    {
        "another kind",
        "two or three days apart",
        "more than three days apart",
        "told before it happened",
        "50 to 100 km apart",
        "more than 100 km apart",
        "another country",
        "its words say another",
    }
)
"""Outcomes that say more than that too little is known."""


class Finding(NamedTuple):
    """One outcome of the table, with the words that say what it was seen in."""

    outcome: str
    detail: str = ""

    @property
    def points(self) -> float:
        """What the table gives for it."""
        return POINTS[self.outcome]

    def __str__(self) -> str:
        if self.detail:
            return f"{self.outcome}: {self.detail} {_IN_WORDS[self.outcome]}"
        return f"{self.outcome} {_IN_WORDS[self.outcome]}"


_IN_WORDS = {outcome: f"({points:+g})" for outcome, points in POINTS.items()}


@dataclass(frozen=True, slots=True)
class Comparison:
    """All findings about a pair of claims, and what they come to."""

    findings: tuple[Finding, ...]
    score: float = field(init=False)
    """The sum of the points."""

    def __post_init__(self) -> None:
        score = round(sum([POINTS[outcome] for outcome, _ in self.findings]), 2)
        object.__setattr__(self, "score", score)

    @property
    def verdict(self) -> Verdict:
        """SAME, UNSURE or DIFFERENT."""
        if self.score >= SAME_FROM:
            return Verdict.SAME
        return Verdict.UNSURE if self.score >= UNSURE_FROM else Verdict.DIFFERENT

    @property
    def contradicts(self) -> bool:
        """Whether something speaks against the two being the same, rather than too little for it."""
        return any(finding.outcome in CONTRADICTIONS for finding in self.findings)

    @property
    def reason(self) -> str:
        """The findings in words and points, then the sum beside what SAME needs."""
        said = ", ".join([str(finding) for finding in self.findings])
        return f"{said}: {self.score:g} of {SAME_FROM:g}"
