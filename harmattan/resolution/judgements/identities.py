"""Ids of incidents that last: minted at first publication, kept through growth, merges and splits.

An id belongs to the claims that were first published under it, and is where the earliest of them is. Where several ids
come together the oldest stays; the others lead to it, and go back to their own claims should they be parted again. So
an id depends on nothing but the claims of today's incidents and on what was published, never on the way there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Publication = tuple[str, str]
"""An incident's id and a claim that was first published under it. The oldest publication comes first."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Ids for clusters, and where the other published ids lead."""

    ids: tuple[str, ...]
    """For each cluster, in their order."""
    leads: Mapping[str, str | None]
    """Published ids that no cluster has: the id of the cluster that their earliest claim is in, or None."""


def name(
    clusters: Sequence[Sequence[str]], order: Mapping[str, Any], published: Iterable[Publication]
) -> Naming:
    """Name each cluster by the oldest id whose earliest claim it holds, or mint an id for it.

    `order` says which of two claims is the earlier, by comparing their values. Each cluster begins with the claim to
    mint its id from.
    """
    cluster_of = {claim: index for index, cluster in enumerate(clusters) for claim in cluster}
    earliest = earliest_claims(published, {claim: order[claim] for claim in cluster_of})
    ids: list[str | None] = [None] * len(clusters)
    where: dict[str, int] = {}
    for incident, claim in earliest.items():
        if claim is not None:
            where[incident] = cluster_of[claim]
            ids[cluster_of[claim]] = ids[cluster_of[claim]] or incident
    taken = set(earliest)
    named: list[str] = []
    for cluster, known in zip(clusters, ids, strict=True):
        named.append(known or mint(cluster[0], taken))
        taken.add(named[-1])
    retired = earliest.keys() - set(named)
    leads = {
        incident: named[where[incident]] if incident in where else None
        for incident in earliest
        if incident in retired
    }
    return Naming(tuple(named), leads)


def earliest_claims(published: Iterable[Publication], order: Mapping[str, Any]) -> dict[str, str | None]:
    """For each published id, the oldest first, the earliest of its own claims that `order` knows."""
    found: dict[str, str | None] = {}
    for incident, claim in published:
        before = found.setdefault(incident, None)
        if claim in order and (before is None or order[claim] < order[before]):
            found[incident] = claim
    return found


def mint(claim_id: str, taken: Iterable[str] = ()) -> str:
    """An id for the incident that a claim founds, "i" and 16 hex digits, that is not one of those taken."""
    taken = taken if isinstance(taken, set | frozenset | dict) else set(taken)
    founded, number = f"incident\x1f{claim_id}", 0
    while True:
        again = f"\x1f{number}" if number else ""
        incident = "i" + hashlib.sha256(f"{founded}{again}".encode()).hexdigest()[:16]
        if incident not in taken:
            return incident
        number += 1


def follow(incident: str, leads: Mapping[str, str | None], led: Mapping[str, str | None]) -> str | None:
    """Where a retired id leads: to where its claims are, or else to where it led when it was last published."""
    met: set[str] = set()
    while incident in leads and incident not in met:
        met.add(incident)
        onward = leads[incident] or led.get(incident)
        if onward is None:
            return None
        incident = onward
    return None if incident in met else incident
