"""Comparisons of sides: who did it, and to whom."""

from __future__ import annotations

from harmattan.resolution.incidents.accounts import Account, Party
from harmattan.resolution.incidents.findings import Finding


def sides(left: Account, right: Account) -> Finding | None:
    """Who did it to whom, where both sides are the same two, whichever of them each report has as the one who acts."""
    shared = (left.actor.ids | left.recipient.ids) & (right.actor.ids | right.recipient.ids)
    if len(shared) >= 2 and shared - left.actor.ids and shared - right.actor.ids:
        return Finding("same two sides", " and ".join(sorted(shared)))
    return None


def actor(left: Account, right: Account) -> Finding | None:
    """Who did it, by registry id or by name, where that is not told by the two sides."""
    if sides(left, right) is not None:
        return None
    return _party(left.actor, right.actor, "same actor", "another actor")


def recipient(left: Account, right: Account) -> Finding | None:
    """To whom or what it was done, where that is not told by the two sides."""
    if sides(left, right) is not None:
        return None
    if finding := _party(left.recipient, right.recipient, "same recipient", "another recipient"):
        return finding
    shared = _singular(left.recipient.heads) & _singular(right.recipient.heads) - _ANYBODY
    return Finding("recipients described alike", ", ".join(sorted(shared))) if shared else None


_ANYBODY = frozenset({"people", "person", "men", "man", "other"})
"""Words for whoever was killed: they tell no two happenings apart."""


def _singular(heads: frozenset[str]) -> set[str]:
    return {head.removesuffix("s") if len(head) > 3 else head for head in heads}


def _party(one: Party, other: Party, same: str, another: str) -> Finding | None:
    if shared := one.ids & other.ids or one.names & other.names:
        return Finding(same, ", ".join(sorted(shared)))
    if one.ids and other.ids:
        return Finding(another, f"{', '.join(sorted(one.ids))} and {', '.join(sorted(other.ids))}")
    return None
