"""Opinions about pairs, drawn together into clusters: the rule of docs/judgements.md, second part.

An analyst's SAME is a bond and an analyst's DIFFERENT a wall; no chain of other opinions leads through a wall. What
programs hold comes after, the strongest first, and a program's DIFFERENT keeps two clusters apart that a chain of its
own SAMEs would join. The order in which opinions come makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from harmattan.model.judgements import Verdict
from harmattan.resolution.judgements.overruling import Opinion, Pair


@dataclass(frozen=True, slots=True)
class Partition:
    """All members in clusters, each sorted, in sorted order; and the analysts' bonds that lead through a wall."""

    clusters: list[tuple[str, ...]]
    refused: tuple[Opinion, ...]


def clusters(
    members: Iterable[str], held: Iterable[Opinion], strengths: Mapping[Pair, float]
) -> list[tuple[str, ...]]:
    """The clusters of `partition`."""
    return partition(members, held, strengths).clusters


def partition(members: Iterable[str], held: Iterable[Opinion], strengths: Mapping[Pair, float]) -> Partition:
    """Draw the members together. Takes n log n steps for n members and opinions.

    `strengths` orders programs' SAMEs, the strongest first; a pair it lacks comes last. Analysts' bonds come before
    them, the newest first: a bond that would lead through a wall of another pair is refused.
    """
    bonds: list[Opinion] = []
    walls: list[Pair] = []
    links: list[Pair] = []
    gaps: list[Pair] = []
    for opinion in held:
        match opinion.verdict, opinion.by_analyst:
            case Verdict.SAME, True:
                bonds.append(opinion)
            case Verdict.DIFFERENT, True:
                walls.append(opinion.pair)
            case Verdict.SAME, False:
                links.append(opinion.pair)
            case Verdict.DIFFERENT, False:
                gaps.append(opinion.pair)
    drawing = _Drawing(members)
    for pair in walls:
        drawing.keep_apart(pair)
    bonds.sort(key=lambda opinion: (opinion.at, opinion.pair), reverse=True)
    refused = tuple(opinion for opinion in bonds if not drawing.join(opinion.pair))
    for pair in gaps:
        drawing.keep_apart(pair)
    for pair in sorted(links, key=lambda pair: (-strengths.get(pair, float("-inf")), pair)):
        drawing.join(pair)
    return Partition(drawing.clusters, refused)


class _Drawing:
    """Members in disjoint clusters, each known by one of its members, and which clusters may never be joined."""

    def __init__(self, members: Iterable[str]) -> None:
        self._towards = {member: member for member in members}
        self._size = dict.fromkeys(self._towards, 1)
        self._apart: dict[str, set[str]] = {}
        """By cluster, the clusters that it is kept apart from."""

    def keep_apart(self, pair: Pair) -> None:
        """Never join the clusters of two members from here on; those that are joined already stay so."""
        left, right = map(self._cluster, pair)
        if left != right:
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)

    def join(self, pair: Pair) -> bool:
        """Join the clusters of two members; False if they are kept apart."""
        left, right = map(self._cluster, pair)
        if left == right:
            return True
        if right in self._apart.get(left, ()):
            return False
        # The lighter goes into the heavier, so that no member and no wall is moved more than log n times.
        if self._weight(left) < self._weight(right):
            left, right = right, left
        self._towards[right] = left
        self._size[left] += self._size[right]
        for other in self._apart.pop(right, ()):
            self._apart[other].discard(right)
            self._apart[other].add(left)
            self._apart.setdefault(left, set()).add(other)
        return True

    def _weight(self, cluster: str) -> int:
        return self._size[cluster] + len(self._apart.get(cluster, ()))

    def _cluster(self, member: str) -> str:
        while (nearer := self._towards[member]) != member:
            self._towards[member] = self._towards[nearer]
            member = nearer
        return member

    @property
    def clusters(self) -> list[tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for member in sorted(self._towards):
            found.setdefault(self._cluster(member), []).append(member)
        return sorted(map(tuple, found.values()))
