"""Opinions about pairs, drawn together into clusters: bonds hold, walls stand, and the order of arrival tells nothing.

An analyst's SAME is a bond and an analyst's DIFFERENT a wall; no chain of other opinions leads through a wall. What
programs hold comes after, the strongest first, and a program's DIFFERENT keeps two clusters apart that a chain of its
own SAMEs would join.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from harmattan.model.judgements import Holder, Judgement, Verdict

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Opinion:
    """The one that counts of all judgements about a pair: an analyst's before a program's, then the newest."""

    pair: Pair
    verdict: Verdict
    by_analyst: bool
    at: datetime


def opinions(judgements: Iterable[Judgement], known: Mapping[str, str]) -> list[Opinion]:
    """What counts for each pair of `known`'s values, by pair.

    `known` says which claim an id stands for: itself for a claim, the founding claim for an incident. Judgements
    about anything else, and about one claim only, are passed over.
    """
    counting: dict[Pair, Judgement] = {}
    for judgement in judgements:
        left, right = known.get(judgement.left), known.get(judgement.right or "")
        if left is None or right is None or left == right:
            continue
        pair = (min(left, right), max(left, right))
        if pair not in counting or _rank(judgement) > _rank(counting[pair]):
            counting[pair] = judgement
    return [
        Opinion(pair, judgement.verdict, judgement.holder is Holder.ANALYST, judgement.at)
        for pair, judgement in sorted(counting.items())
    ]


def _rank(judgement: Judgement) -> tuple[bool, datetime, str]:
    return judgement.holder is Holder.ANALYST, judgement.at, judgement.id


def clusters(
    members: Iterable[str], held: Iterable[Opinion], strengths: Mapping[Pair, float]
) -> list[tuple[str, ...]]:
    """All members in clusters, each sorted, in sorted order.

    `strengths` orders programs' SAMEs, the strongest first; a pair it lacks comes last. Analysts' bonds come before
    them, the newest first: a bond that would lead through a wall of another pair does not hold.
    """
    held = list(held)
    partition = _Partition(members)
    for opinion in held:
        if opinion.verdict is Verdict.DIFFERENT and opinion.by_analyst:
            partition.keep_apart(opinion.pair)
    bonds = [opinion for opinion in held if opinion.verdict is Verdict.SAME and opinion.by_analyst]
    for opinion in sorted(bonds, key=lambda opinion: (opinion.at, opinion.pair), reverse=True):
        partition.join(opinion.pair)
    for opinion in held:
        if opinion.verdict is Verdict.DIFFERENT and not opinion.by_analyst:
            partition.keep_apart(opinion.pair)
    chains = [opinion.pair for opinion in held if opinion.verdict is Verdict.SAME and not opinion.by_analyst]
    for pair in sorted(chains, key=lambda pair: (-strengths.get(pair, float("-inf")), pair)):
        partition.join(pair)
    return partition.clusters


class _Partition:
    """Members in disjoint clusters, and which clusters may never be joined."""

    def __init__(self, members: Iterable[str]) -> None:
        self._cluster_of = {member: frozenset((member,)) for member in members}
        self._apart: dict[str, set[str]] = {member: set() for member in self._cluster_of}

    def keep_apart(self, pair: Pair) -> None:
        left, right = pair
        self._apart[left].add(right)
        self._apart[right].add(left)

    def join(self, pair: Pair) -> None:
        """Join the clusters of two members, unless any member of one is kept apart from any of the other."""
        left, right = (self._cluster_of[member] for member in pair)
        if left is right or any(self._apart[member] & right for member in left):
            return
        joined = left | right
        for member in joined:
            self._cluster_of[member] = joined

    @property
    def clusters(self) -> list[tuple[str, ...]]:
        return sorted(tuple(sorted(cluster)) for cluster in set(self._cluster_of.values()))
