"""Comparisons of sides: who did it, and to whom."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from harmattan.model.world import ActorKind, Character
from harmattan.reference.actors import load_registry
from harmattan.resolution.incidents.accounts import Account, Party, drawn, is_name
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
    return _party(left.actor, right.actor, "actor", "actors")


def recipient(left: Account, right: Account) -> Finding | None:
    """To whom or what it was done, where that is not told by the two sides."""
    if sides(left, right) is not None:
        return None
    if finding := _party(left.recipient, right.recipient, "recipient", "recipients"):
        return None if left.text == right.text and finding.outcome == "another recipient" else finding
    one, other = _singular(left.recipient.heads), _singular(right.recipient.heads)
    if shared := (one & other) - _ANYBODY:
        common = shared <= _EVERYWHERE
        alike = "recipients alike, as many are" if common else "recipients described alike"
        return Finding(alike, ", ".join(sorted(shared)))
    if nation := peoples(left) & peoples(right):
        return Finding("recipients of one people", ", ".join(sorted(nation)))
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
SELDOM = THINGS - frozenset(
    "village base camp post checkpoint barracks garrison headquarters market school plane helicopter mine".split()
)
"""Of these, what is struck so seldom that two reports of one day are compared for it, if one tells no more than the
country.
"""
_EVERYWHERE = THINGS - SELDOM
"""What every army has and every war strikes: two bases are no more one than two towns are."""
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


@drawn
def peoples(told: Account) -> frozenset[str]:
    """Of which people those were who were struck, as they are called: "chadian" of "four Chadians"."""
    event = told.event
    words = (word for one in (*event.recipient, *event.target, *event.victim) for word in _within(one.name))
    return frozenset(word.casefold().removesuffix("s") for word in words)


def _within(description: str) -> list[str]:
    """Words with a capital within a description that is no name of somebody: "Chadian" of "two Chadian guards"."""
    words = description.split()
    capitals = [word for word in words if word[:1].isupper() and len(word) > SHORTEST]
    return [word for word in capitals if is_name(word)] if len(capitals) < len(words) else []


SHORTEST = 3
"""Letters; a name of a people has more."""


@drawn
def persons(told: Account) -> frozenset[str]:
    """Names of those struck that are of two words and more, and of nobody in the registry: those of persons mostly."""
    event = told.event
    return frozenset(
        one.name.casefold()
        for one in (*event.recipient, *event.target, *event.victim)
        if one.actor is None and " " in one.name and all(word[:1].isupper() for word in one.name.split())
    )


def _unknown(party: str) -> str | None:
    """What a group that the registry could not tell is called: "adf" of "provisional:cd:adf"."""
    return party.rpartition(":")[2] if party.startswith("provisional:") else None


def _party(one: Party, other: Party, side: str, sides_: str) -> Finding | None:
    if shared := one.ids & other.ids or one.names & other.names:
        return Finding(f"same {side}", ", ".join(sorted(shared)))
    if not (one.ids and other.ids):
        return None
    ids = one.ids | other.ids
    if unknown := {name for name in map(_unknown, ids) if name is not None} & ids:
        return Finding(f"same {side}", ", ".join(sorted(unknown)))
    words = f"{', '.join(sorted(one.ids))} and {', '.join(sorted(other.ids))}"
    pairs = list(product(one.ids, other.ids))
    if any(left in _above(right) or right in _above(left) for left, right in pairs):
        return Finding(f"{sides_} of one family", words)
    if any(_may_serve(left, right) or _may_serve(right, left) for left, right in pairs):
        return None  # "Kenyan soldiers" at "an African Union base"
    return Finding(f"another {side}", words)


@lru_cache(maxsize=4096)
def _above(party: str) -> frozenset[str]:
    """What an actor of the registry belongs to or ever did: a state's army to the state, a branch to its group."""
    found: set[str] = set()
    left = [party]
    while left:
        actor = load_registry().get(left.pop())
        parents = set(actor.parents) - found if actor is not None else set()
        found |= parents
        left += sorted(parents)
    return frozenset(found)


@lru_cache(maxsize=65_536)
def _may_serve(party: str, joint: str) -> bool:
    """Whether the one is a state or its forces and the other a mission of several, not in that state's own country."""
    one, other = load_registry().get(party), load_registry().get(joint)
    if one is None or other is None or one.kind not in (ActorKind.STATE, ActorKind.FORCES):
        return False
    several = other.kind is ActorKind.MISSION or other.character in _OF_SEVERAL
    return several and not set(one.countries) & set(other.countries)


_OF_SEVERAL = (Character.COALITION, Character.INTERGOVERNMENTAL)
