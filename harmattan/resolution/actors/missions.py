""" "The UN mission", "the coalition": the one such body of the registry that was in the country of the report then."""

from __future__ import annotations

from collections.abc import Sequence

from harmattan.model.world import Actor, ActorKind
from harmattan.reference.actors import Registry
from harmattan.reference.described import FORCES
from harmattan.reference.names import key
from harmattan.resolution.actors.meaning import Meaning, of

_SENDERS: dict[str, tuple[str, ...]] = {
    "un": ("united nations",),
    "united nations": ("united nations",),
    "eu": ("eu", "european union", "eucap", "eutm", "eufor"),
    "european": ("eu", "european union", "eucap", "eutm", "eufor"),
    "au": ("african union", "african led"),
    "african union": ("african union", "african led"),
    "african": ("african union", "african led"),
    "sadc": ("sadc",),
    "southern african": ("sadc",),
    "ecowas": ("ecowas",),
    "kenyan-led": ("multinational security support",),
    "kenya-led": ("multinational security support",),
}
"""How the names of a sender's missions begin or what they hold, as names are compared."""
_COALITION_MEN = FORCES | frozenset(
    "military air strikes airstrikes advisers advisors trainers airstrike strike".split()
)
_COALITIONS = frozenset("international global us-led u.s.-led american-led arab saudi-led western".split())
_HEADS = frozenset("mission missions force forces peacekeepers troops peacekeeping operation".split())
_WORDS = frozenset("peacekeeping stabilisation stabilization training multinational".split())
_KINDS = (ActorKind.MISSION, ActorKind.OPERATION, ActorKind.FORCES)


class MissionFinder:
    """Missions and coalitions by the country they are in and the year."""

    def __init__(self, registry: Registry) -> None:
        self._bodies = [
            (actor, [key(name) for name in (actor.name, *(alias.name for alias in actor.aliases))])
            for actor in registry.entries
            if actor.kind in _KINDS and actor.countries
        ]

    @staticmethod
    def may_be(words: Sequence[str]) -> bool:
        """Whether lower-case words may mean a mission or coalition: a quick look."""
        return words[-1] in _HEADS or "coalition" in words

    def described(self, words: Sequence[str], isos: Sequence[str], year: int | None) -> Meaning | None:
        """Lower-case words without their article: "un mission", "united nations peacekeeping mission"."""
        if not isos or year is None:
            return None
        if words[0] == "coalition" and len(words) > 1 and all(word in _COALITION_MEN for word in words[1:]):
            return self.alone(words[:1], isos, year)
        if words[-1] == "coalition" and len(words) == 2 and words[0] in _COALITIONS:
            return self.alone(words, isos, year)
        if words[-1] not in _HEADS:
            return None
        sender = " ".join(word for word in words[:-1] if word not in _WORDS)
        names = _SENDERS.get(sender)
        if names is None:
            return None
        found = [
            actor
            for actor, known in self._bodies
            if actor.kind is ActorKind.MISSION
            and any(_there(actor, iso, year) for iso in isos)
            and any(f" {part} " in f" {name} " for name in known for part in names)
        ]
        return self._alone(found, words, isos, year)

    def alone(self, words: Sequence[str], isos: Sequence[str], year: int | None) -> Meaning | None:
        """ "the coalition", where nobody was named that could be meant."""
        if not isos or year is None or words[-1] != "coalition":
            return None
        found = [
            actor
            for actor, known in self._bodies
            if any(_there(actor, iso, year) for iso in isos)
            and any("coalition" in name.split() for name in known)
        ]
        return self._alone(found, words, isos, year)

    @staticmethod
    def _alone(
        found: Sequence[Actor], words: Sequence[str], isos: Sequence[str], year: int
    ) -> Meaning | None:
        if len(found) != 1:
            return None
        where = next(iso for iso in isos if iso in found[0].countries)
        return of(found[0], f"the one “{' '.join(words)}” in {where} in {year}")


def _there(actor: Actor, iso: str, year: int) -> bool:
    return (
        iso in actor.countries
        and (actor.since is None or actor.since <= year)
        and (actor.until is None or year <= actor.until)
    )
