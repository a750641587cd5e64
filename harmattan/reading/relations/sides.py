"""Who stands on the two sides of a relation, by the arguments that its word names for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from harmattan.model.readings import Mention, Place, RelationKind
from harmattan.reading.events.arguments import Arguments
from harmattan.reading.relations.parties import Parties
from harmattan.reference.lexicon import RelationWord

_BETWEEN_BODIES = frozenset([RelationKind.SUCCEEDS, RelationKind.OPERATES_IN])
"""Relations that nobody has as a person."""
_TOWARDS = frozenset([RelationKind.HOSTILE_TO, RelationKind.SUPPORTS, RelationKind.ALLIED_WITH])
"""Relations that one has to another by what is done to its own: "strikes against the group's camps"."""
_OF_BODIES = frozenset([RelationKind.SUPPORTS, RelationKind.ALLIED_WITH])
_FIRST = ("owner", "governor", "possessor")
"""Labels whose heads are offered in turn: the first that can be a party is meant."""


@dataclass(frozen=True)
class Sides:
    """The sides of one word of relation in one sentence."""

    parties: Parties
    found: Arguments
    meant: RelationWord

    def subjects(self) -> tuple[str, list[int]]:
        """The label that fills the subject, and the heads under it; no heads where nobody does."""
        return self._heads(self.meant.subject, of_party=True)

    def objects(self) -> tuple[str, list[int]]:
        """The label that fills the object, and the heads under it; no heads where nobody does."""
        return self._heads(self.meant.object, of_party=self.meant.relation is not RelationKind.CONTROLS)

    def _heads(self, labels: Sequence[str], *, of_party: bool) -> tuple[str, list[int]]:
        for label in labels:
            heads = self.found.get(label)
            if of_party and label.endswith(_FIRST):
                heads = self.parties.first(heads, inner=self._inner)
            if heads:
                return label, heads
        return "", []

    @property
    def _inner(self) -> bool:
        return self.meant.relation in _TOWARDS

    def pairs(
        self, subjects: list[int], objects: list[int], holder: bool | None
    ) -> Iterator[tuple[Mention, Mention | Place]]:
        """The parties of the two sides, each with each.

        `holder` says which side is who holds an office, who is one alone: True the object's, False the subject's.
        """
        subjects, objects = self._possible(subjects, objects)
        ours = self._named(subjects, alone=holder is False)
        theirs = self._others(objects, alone=holder is True)
        if not theirs and self.meant.reciprocal and self.meant.relation is not RelationKind.PART_OF:
            yield from combinations(ours, 2)
            return
        for subject in ours:
            for other in theirs:
                if subject.name != other.name and not (
                    self.meant.relation in _OF_BODIES and _is_operation(other)
                ):
                    yield subject, other

    def _possible(self, subjects: list[int], objects: list[int]) -> tuple[list[int], list[int]]:
        """The heads of both sides that the relation can hold between."""
        parties = self.parties
        if self.meant.relation in _OF_BODIES:
            # "talks in Jeddah, sponsored by the kingdom", "trains soldiers at Camp Ber"
            objects = [h for h in objects if not (parties.is_place(h) and parties.is_where(h))]
        match self.meant.relation:
            case kind if kind in _BETWEEN_BODIES:
                subjects, objects = (
                    [h for h in heads if not parties.is_person(h)] for heads in (subjects, objects)
                )
            case RelationKind.PART_OF if any(map(parties.is_person, objects)):
                # "The minister joined the ambassador for talks."
                objects = []
            case RelationKind.PART_OF:
                objects = [h for h in objects if not parties.is_place(h) and not parties.is_leader(h)]
            case RelationKind.HOSTILE_TO if not any(map(parties.is_place, subjects)):
                # "an offensive against the town": only states are hostile to places, and to states anybody.
                objects = [h for h in objects if parties.is_country(h) or not parties.is_place(h)]
            case RelationKind.CONTROLS:
                # "seized the tanks from the airfield"
                subjects = [h for h in subjects if not parties.is_site(h)]
            case RelationKind.ALIAS:
                subjects, objects = (
                    [h for h in heads if parties.is_named(h)] for heads in (subjects, objects)
                )
        return subjects, objects

    def _named(self, heads: list[int], *, alone: bool) -> list[Mention]:
        return self.parties.alone(heads) if alone else self.parties.of(heads, inner=self._inner)

    def _others(self, heads: list[int], *, alone: bool) -> list[Mention | Place]:
        if self.meant.relation is RelationKind.OPERATES_IN:
            return [*self.parties.places_below(heads)]
        if self.meant.relation is RelationKind.CONTROLS:
            return [*self.parties.holdings(heads)]
        return [*self._named(heads, alone=alone)]


def _is_operation(party: Mention | Place) -> bool:
    """Whether a party is only an operation: who takes part in it supports nobody."""
    words = party.span.quote.lower().split()
    return words[0] == "operation" or words[-1] in {"operation", "operations"}
