"""Whether a claim's confidence holds what it promises, over the claims that the other tests judge."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from harmattan.reading.confidence import Features
from quality.bench import Bench
from quality.calibration import BINS, Bin, brier, calibration_error, fit, likelihood, reliability
from quality.test import Figure, Outcome, Scorer

FOLDS = 5


@dataclass
class Recorder:
    """A judge that keeps the features it is shown; the "confidence" it gives is their number."""

    kept: list[Features] = field(default_factory=list)

    def __call__(self, features: Features) -> float:
        self.kept.append(features)
        return float(len(self.kept) - 1)


@dataclass(frozen=True)
class Example:
    """A judged claim by its features."""

    features: Features
    right: bool
    fold: int


def collect(bench: Bench, tests: Sequence[Scorer]) -> list[Example]:
    """The claims that these tests judge where their data is at hand; a document's claims are all in one fold."""
    recorder = Recorder()
    recording = replace(bench, judge=recorder)
    return [
        Example(recorder.kept[int(one.statement.confidence)], one.right, _fold(one.where))
        for test in tests
        if test.files(bench.root)
        for one in test.run(recording).judged
        if one.statement.confidence is not None
    ]


def _fold(where: str) -> int:
    return int(hashlib.sha256(where.encode()).hexdigest(), 16) % FOLDS


@dataclass(frozen=True)
class ConfidenceTest:
    """Cross-validated: each claim's likelihood is given by weights learnt on the other folds."""

    tests: Sequence[Scorer]
    name: str = "confidence"

    @property
    def definition(self) -> str:
        """Which claims are judged, and how."""
        names = ", ".join(f"`{test.name}`" for test in self.tests)
        return (
            f"Claims that the tests {names} judge, right as each of them defines it. A claim's confidence is a "
            "logistic model over named features of its reading (`harmattan/reading/confidence.py`), here learnt on "
            "four fifths of the documents and tried on the rest in turn; what ships is learnt on all. Expected "
            "calibration error as in Guo et al. 2017, Brier score times a hundred; of both less is better."
        )

    def files(self, root: Path) -> list[Path]:
        """The files of all the tests."""
        return sorted({path for test in self.tests for path in test.files(root)})

    def run(self, bench: Bench) -> Outcome:
        """Figures and the reliability table."""
        examples = collect(bench, self.tests)
        promised: list[float] = []
        right: list[bool] = []
        for fold in range(FOLDS):
            others = [one for one in examples if one.fold != fold]
            weights = fit([one.features for one in others], [one.right for one in others])
            for one in examples:
                if one.fold == fold:
                    promised.append(likelihood(weights, one.features))
                    right.append(one.right)
        bins = reliability(promised, right)
        sure = [truth for chance, truth in zip(promised, right, strict=True) if chance >= BINS[-3]]
        return Outcome(
            [
                Figure("calibration error", calibration_error(bins), floored=False),
                Figure("Brier score", brier(promised, right), floored=False),
                Figure("claims judged (number)", len(examples), floored=False),
                Figure("right of all", 100 * sum(right) / max(1, len(right)), floored=False),
                Figure("right of those at 0.8 and more", 100 * sum(sure) / max(1, len(sure))),
                Figure("share at 0.8 and more", 100 * len(sure) / max(1, len(right)), floored=False),
            ],
            page=_table(bins),
        )


def _table(bins: Sequence[Bin]) -> str:
    rows = ["| confidence | claims | mean confidence | right |", "|---|--:|--:|--:|"]
    rows += [
        f"| {one.low:.1f} to {one.high:.1f} | {one.count} | {100 * one.promised:.0f} % | {100 * one.right:.0f} % |"
        for one in bins
    ]
    return "\n".join(rows)
