"""Counts that every scorer ends in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Tally:
    """Right, predicted and gold; the figures are percentages, 0 where nothing was to be found or was found."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, right: int, predicted: int, gold: int) -> None:
        """Add the counts of one more document, sentence or role."""
        self.right += right
        self.predicted += predicted
        self.gold += gold

    @property
    def precision(self) -> float:
        """Right of predicted."""
        return 100 * self.right / max(1, self.predicted)

    @property
    def recall(self) -> float:
        """Right of gold."""
        return 100 * self.right / max(1, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 200 * self.right / max(1, self.predicted + self.gold)
