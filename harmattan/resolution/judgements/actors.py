"""What analysts hold of provisional actors: that one is somebody known, is called otherwise, or is nobody.

The verdicts are those of the log (docs/judgements.md), said of an actor's id: SAME with an actor of the registry or
another provisional one, AMENDED with a `name`, WRONG for what is no actor. Which opinion counts is the same rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace

from harmattan.model.amendments import AmendedClaim
from harmattan.model.claims import Claim
from harmattan.model.judgements import Judgement, Verdict
from harmattan.model.readings import Body, Mention
from harmattan.model.world import Incident
from harmattan.resolution.actors.provisional import is_provisional
from harmattan.resolution.judgements.overruling import opinions, standings


@dataclass(frozen=True, slots=True)
class ActorDecisions:
    """What counts of all that is held of provisional actors."""

    leads: Mapping[str, str | None] = field(default_factory=dict)
    """Provisional ids that are somebody else's: whose; None where nobody is meant."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What provisional actors are called, by id."""

    def __bool__(self) -> bool:
        return bool(self.leads or self.names)

    def actor(self, actor_id: str | None) -> str | None:
        """Who an id stands for by what is held."""
        return self.leads.get(actor_id, actor_id) if actor_id is not None else None


def about_actors(judgement: Judgement) -> bool:
    """Whether a judgement is about a provisional actor."""
    return any(map(is_provisional, judgement.sides))


def decided(judgements: Iterable[Judgement]) -> ActorDecisions:
    """What counts of the judgements about provisional actors; the others are passed over.

    Of two provisional actors that are the same the one whose id comes first stays, unless one of those that are the
    same is of the registry. Where SAME would lead to two actors of the registry, the newer opinion counts.
    """
    held = [judgement for judgement in judgements if about_actors(judgement)]
    if not held:
        return ActorDecisions()
    known = {side: side for judgement in held for side in judgement.sides}
    clusters = _Clusters()
    same = [one for one in opinions(held, known) if one.verdict is Verdict.SAME and one.by_analyst]
    for opinion in sorted(same, key=lambda one: (one.at, one.pair), reverse=True):
        clusters.join(*opinion.pair)
    standing = {actor: one for actor, one in standings(held).items() if is_provisional(actor)}
    leads: dict[str, str | None] = {}
    for actor in known:
        stands_for = clusters.of(actor)
        if is_provisional(actor) and stands_for != actor:
            leads[actor] = stands_for
    out = {actor for actor, one in standing.items() if one.out}
    for actor in known:
        if is_provisional(actor) and (leads.get(actor) or actor) in out:
            leads[actor] = None
    names = {
        actor: name
        for actor, one in standing.items()
        if isinstance(name := one.fields.get("name"), str) and name.strip()
    }
    return ActorDecisions(dict(sorted(leads.items())), names)


def settled_claim(claim: Claim, decisions: ActorDecisions) -> Claim:
    """The claim with its provisional actors as they are held to be; it keeps its id."""
    statement = claim.statement
    body = _settled_body(statement.body, decisions)
    attribution = statement.attribution and _settled(statement.attribution, decisions)
    if body == statement.body and attribution == statement.attribution:
        return claim
    changed = replace(statement, body=body, attribution=attribution)
    return AmendedClaim(claim.document, changed, claim.reader, getattr(claim, "read", claim))


def settled_incident(incident: Incident, decisions: ActorDecisions) -> Incident:
    """The incident with its provisional actors as they are held to be."""
    return replace(
        incident,
        actor_ids=_all(incident.actor_ids, decisions),
        recipient_ids=_all(incident.recipient_ids, decisions),
    )


def _all(ids: Iterable[str], decisions: ActorDecisions) -> tuple[str, ...]:
    found = (decisions.actor(one) for one in ids)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _settled(mention: Mention, decisions: ActorDecisions) -> Mention:
    if mention.actor is None or not is_provisional(mention.actor):
        return mention
    actor = decisions.actor(mention.actor)
    if actor is not None and is_provisional(actor):
        return replace(mention, actor=actor, name=decisions.names.get(actor, mention.name))
    held = "no actor" if actor is None else "this actor"
    return replace(mention, actor=actor, reason=f"an analyst holds “{mention.name}” to be {held}")


def _settled_body(body: Body, decisions: ActorDecisions) -> Body:
    changed: dict[str, object] = {}
    for part in fields(body):
        value = getattr(body, part.name)
        if isinstance(value, Mention):
            changed[part.name] = _settled(value, decisions)
        elif isinstance(value, tuple) and any(isinstance(one, Mention) for one in value):
            changed[part.name] = tuple(_settled(one, decisions) for one in value)
    return replace(body, **changed)  # type: ignore[arg-type]


class _Clusters:
    """Actors held to be the same; each cluster goes by its actor of the registry, else by its first id."""

    def __init__(self) -> None:
        self._of: dict[str, set[str]] = {}

    def join(self, one: str, other: str) -> None:
        """Join two, unless that would make two actors of the registry one."""
        left, right = self._of.get(one, {one}), self._of.get(other, {other})
        both = left | right
        if sum(not is_provisional(actor) for actor in both) <= 1:
            self._of.update(dict.fromkeys(both, both))

    def of(self, actor: str) -> str:
        return min(self._of.get(actor, {actor}), key=lambda one: (is_provisional(one), one))
