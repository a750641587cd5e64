"""Comparisons of sides: who did it, and to whom."""

from __future__ import annotations

from functools import lru_cache

from harmattan.resolution.incidents.accounts import Account, Party
from harmattan.resolution.incidents.findings import Finding


def sides(left: Account, right: Account) -> Finding | None:
    """Who did it to whom, where both sides are the same two, whichever of them each report has as the one who acts."""
    if left.ids.isdisjoint(right.ids):
        return None
    shared = left.ids & right.ids
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
        return None if left.text == right.text and finding.outcome == "another recipient" else finding
    one, other = _singular(left.recipient.heads), _singular(right.recipient.heads)
    if shared := (one & other) - _ANYBODY:
        return Finding("recipients described alike", ", ".join(sorted(shared)))
    first, second = _sorts(one), _sorts(other)
    if first & second:
        return Finding("recipients of one sort", ", ".join(sorted(first & second)))
    if first and second and left.text != right.text:  # an attack has its dead on both sides
        return Finding(
            "recipients of another sort", f"{', '.join(sorted(first))} and {', '.join(sorted(second))}"
        )
    return None


_ANYBODY = frozenset(
    """people person men man other soldier troop police policeman policemen officer force army military fighter
    militant rebel terrorist gunman gunmen jihadist civilian villager resident dozen hundred""".split()
)
"""Words for those who are struck everywhere: they tell no two happenings apart, as "bus" or "wedding" does."""

THINGS = frozenset(
    """school mosque church market village hospital clinic bus wedding funeral hotel prison restaurant cathedral
    convoy base camp post checkpoint barracks garrison headquarters academy boat ship train bridge mine plane
    helicopter""".split()
)
"""What is struck seldom enough at one place for two reports of it to be worth comparing."""
SORTS = {
    "forces": """soldier troop police policeman policemen gendarme officer peacekeeper serviceman servicemen marine
        guard military army force patrol garrison base camp post checkpoint barracks convoy personnel general colonel
        commander brigade battalion station""".split(),
    "militants": """militant rebel fighter terrorist gunman gunmen jihadist bandit insurgent assailant attacker
        extremist guerrilla kidnapper bomber hideout""".split(),
    "civilians": """civilian villager farmer herder worker child children girl boy woman women pupil student schoolgirl
        worshipper passenger trader resident protester demonstrator journalist teacher nurse doctor family families
        refugee school mosque church market village hospital clinic bus wedding driver hostage""".split(),
}
"""Who is struck, by what they are called. What is struck counts as those who are in it."""
_SORT_OF = {word: sort for sort, words in SORTS.items() for word in words}


@lru_cache(maxsize=8192)
def _sorts(heads: frozenset[str]) -> frozenset[str]:
    return frozenset(_SORT_OF[head] for head in heads if head in _SORT_OF)


@lru_cache(maxsize=8192)
def _singular(heads: frozenset[str]) -> frozenset[str]:
    return frozenset(head.removesuffix("s") if len(head) > 3 else head for head in heads)


def things(told: Account) -> frozenset[str]:
    """Of what was struck, what is struck seldom, in the singular."""
    return _singular(told.recipient.heads) & THINGS


def _unknown(party: str) -> str | None:
    """What a group that the registry could not tell is called: "adf" of "provisional:cd:adf"."""
    return party.rpartition(":")[2] if party.startswith("provisional:") else None


def _party(one: Party, other: Party, same: str, another: str) -> Finding | None:
    if shared := one.ids & other.ids or one.names & other.names:
        return Finding(same, ", ".join(sorted(shared)))
    if one.ids and other.ids:
        if unknown := {_unknown(party) for party in one.ids | other.ids} & (one.ids | other.ids):
            return Finding(same, ", ".join(sorted(unknown)))
        return Finding(another, f"{', '.join(sorted(one.ids))} and {', '.join(sorted(other.ids))}")
    return None
