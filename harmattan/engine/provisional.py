"""A project's provisional actors: who they are, and what analysts hold of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from harmattan.engine.project import Project
from harmattan.errors import JudgementError, UnknownId
from harmattan.model.claims import Claim
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.model.readings import Mention
from harmattan.reference.actors import Registry
from harmattan.reference.names import key
from harmattan.resolution.actors.provisional import country_of, is_provisional
from harmattan.resolution.judgements.actors import ActorDecisions, decided
from harmattan.store.store import Store

ALIKE = 88.0
"""How alike a name of the registry must be to be shown beside, in percent of a comparison word by word."""
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Provisional:
    """An actor that reports name and the registry does not have."""

    id: str
    names: tuple[str, ...]
    """As reports call it, the commonest first; what an analyst calls it before all."""
    country: str | None
    """Of the reports, ISO 3166-1 alpha-2."""
    claims: int
    documents: int
    first: date | None
    last: date | None
    leads_to: str | None = None
    """Who it is held to be."""
    dismissed: bool = False
    alike: tuple[str, ...] = ()
    """Ids of the registry whose names are nearly the same."""


def provisional_actors(folder: Path) -> list[Provisional]:
    """A project's provisional actors, those most spoken of first. Raises `ProjectError`, `StoreError`."""
    project = Project.open(folder)
    with project.store() as store:
        return list(_listed(store, project.registry))


def _listed(store: Store, registry: Registry) -> Iterator[Provisional]:
    decisions = decided(store.judgements())
    found: dict[str, list[tuple[Claim, Mention]]] = {}
    for claim in store.claims():
        for mention in _mentions(claim):
            if mention.actor is not None and is_provisional(mention.actor):
                found.setdefault(mention.actor, []).append((claim, mention))
    for actor, told in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        yield _provisional(actor, told, decisions, registry)


def _provisional(
    actor: str, told: Sequence[tuple[Claim, Mention]], decisions: ActorDecisions, registry: Registry
) -> Provisional:
    names = [mention.name for _, mention in told]
    ordered = sorted(set(names), key=lambda name: (-names.count(name), name))
    if actor in decisions.names:
        ordered = [decisions.names[actor], *(name for name in ordered if name != decisions.names[actor])]
    documents = {claim.document.id: claim.document.published for claim, _ in told}
    days = sorted(day for day in documents.values() if day)
    return Provisional(
        id=actor,
        names=tuple(ordered),
        country=country_of(actor),
        claims=len({claim.id for claim, _ in told}),
        documents=len(documents),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        leads_to=decisions.leads.get(actor),
        dismissed=actor in decisions.leads and decisions.leads[actor] is None,
        alike=tuple(_alike(ordered[0], registry)),
    )


def _mentions(claim: Claim) -> Iterator[Mention]:
    body = claim.body
    for name in body.__dataclass_fields__:
        value = getattr(body, name)
        yield from (
            one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, Mention)
        )
    if claim.statement.attribution is not None:
        yield claim.statement.attribution


def _alike(name: str, registry: Registry) -> list[str]:
    from rapidfuzz import fuzz  # noqa: PLC0415 - a compiled library, for this alone

    wanted = key(name)
    scores: dict[str, float] = {}
    for actor in registry.entries:
        best = max(fuzz.token_sort_ratio(wanted, key(one)) for one in _names(actor.name, actor.aliases))
        if best >= ALIKE:
            scores[actor.id] = best
    return sorted(scores, key=lambda actor: (-scores[actor], actor))[:3]


def _names(name: str, aliases: Iterable[object]) -> Iterator[str]:
    yield name
    for alias in aliases:
        yield getattr(alias, "name", "")


@dataclass(frozen=True, slots=True)
class ActorDecision:
    """What an analyst decides of a provisional actor."""

    actor: str
    verdict: Verdict
    name: str
    """The analyst's."""
    other: str | None = None
    """For SAME and DIFFERENT: an id of the registry or of another provisional actor."""
    called: str | None = None
    """For AMENDED: what it is to be called."""
    reason: str = ""


def decide(folder: Path, decision: ActorDecision, at: datetime | None = None) -> Judgement:
    """Write a decision into a project's log. Raises `ProjectError`, `StoreError`, `UnknownId`, `JudgementError`."""
    project = Project.open(folder)
    registry = project.registry
    if not decision.name.strip():
        raise JudgementError(repr(decision.name), "is no analyst's name", "sign with --by NAME")
    with project.store() as store:
        known = {one.id for one in _listed(store, registry)}
        _check(decision, known, registry)
        judgement = _judgement(decision, at or datetime.now(UTC))
        store.add_judgements([judgement])
    return judgement


def _check(decision: ActorDecision, known: set[str], registry: Registry) -> None:
    if decision.actor not in known:
        raise UnknownId(
            decision.actor,
            "is no provisional actor of the project",
            "`harmattan provisional list` prints them",
        )
    if decision.other is not None and decision.other not in known and registry.get(decision.other) is None:
        raise UnknownId(decision.other, "is neither in the registry nor provisional", "see docs/registry.md")
    if decision.other == decision.actor:
        raise JudgementError(decision.actor, "is one and the same", "name two actors")
    if decision.verdict is Verdict.AMENDED:
        called = (decision.called or "").strip()
        if not called or len(called) > LONGEST_NAME or not called.isprintable():
            raise JudgementError(repr(decision.called), "is no name for an actor")


def _judgement(decision: ActorDecision, at: datetime) -> Judgement:
    ids = [decision.actor, *([decision.other] if decision.other else [])]
    left, right = (*sorted(ids), None)[:2]
    called = (decision.called or "").strip()
    return Judgement(
        decision.verdict,
        str(left),
        right,
        Holder.ANALYST,
        decision.name.strip(),
        at,
        decision.reason.strip(),
        json.dumps({"name": called}, ensure_ascii=False) if decision.verdict is Verdict.AMENDED else None,
    )
