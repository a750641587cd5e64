"""What resolution has gathered of one report: where it is, and whom it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from harmattan.model.world import ActorKind
from harmattan.reference.actors import Registry
from harmattan.resolution.actors.discourse import Discourse, Named
from harmattan.resolution.actors.institutions import Body
from harmattan.resolution.actors.report_country import Evidence, ReportCountries
from harmattan.resolution.context import Context

_ACTORS_WEIGHT = 0.6
"""How much an actor named speaks for its country."""


@dataclass(frozen=True)
class Report:
    """One document, as far as it tells who is meant."""

    context: Context
    home: str | None
    """The country of the report as a whole."""
    government: ReportCountries
    """Whose government "the government" is."""
    forces: ReportCountries
    """Whose army "the army" is."""
    discourse: Discourse
    about_others: dict[str, bool] = field(default_factory=dict, compare=False)
    """For armies asked for before, whether the report names others' more often: asked of every "four soldiers"."""

    def countries(self, body: Body) -> ReportCountries:
        """Whose institution is asked for."""
        return self.forces if body is Body.FORCES else self.government


def evidence_of(named: Iterable[Named], registry: Registry, body: Body) -> Iterator[Evidence]:
    """The countries of the actors named: of groups that act in one alone, and of armies where an army is asked for."""
    for one in named:
        actor = registry.get(one.meaning.actor or "")
        if actor is None or len(actor.countries) != 1:
            continue
        if actor.kind is ActorKind.GROUP or (actor.kind is ActorKind.FORCES and body is Body.FORCES):
            yield Evidence(
                one.start, actor.countries[0], _ACTORS_WEIGHT, abroad=actor.kind is ActorKind.FORCES
            )
