"""Explanations of what the notation of docs/judgements.md says: `explained("Ann: a = b")`."""

from __future__ import annotations

from random import Random

from harmattan.resolution.explanation.pairs import Explanations
from harmattan.resolution.judgements.derivation import Memory, derive
from tests.resolution.judgements.cases import Case, Project, built


class Explained:
    """A project in memory, and the explanations of it by the labels of its claims."""

    def __init__(self, case: Case) -> None:
        self.project: Project = built(case, Random(1))
        readings = self.project.readings
        memory = Memory(
            list(readings.today.values()),
            list(self.project.log),
            readings.earlier,
            tuple(self.project.published),
            dict(self.project.redirects),
        )
        self.held = derive(memory, lambda left, right: self.project.points[left, right])
        self.explanations = Explanations(memory, self.held)
        self.labels = {claim_id: self.project.label_of(claim_id) for claim_id in readings.today}

    def id_of(self, label: str) -> str:
        return self.project.id_of(label)


def explained(log: str) -> Explained:
    """What entries of the notation, divided by semicolons, come to; each claim that is named is a report."""
    return Explained(Case("0", "", tuple(part.strip() for part in log.split(";") if part.strip()), ()))
