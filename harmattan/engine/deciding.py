"""Analysts' judgements, written down by hand: checked, appended to the log, and what they change."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from harmattan.config import own_gazetteer
from harmattan.engine.amending import Reference, parse_fields
from harmattan.engine.asking import Asked, Finder, Retired, Stretch
from harmattan.engine.incidents import publish_new
from harmattan.engine.project import Project
from harmattan.engine.surroundings import surroundings
from harmattan.errors import JudgementError
from harmattan.model.claims import Claim
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.model.text import Document
from harmattan.model.world import Incident
from harmattan.reference.gazetteer import Gazetteer, open_gazetteer
from harmattan.resolution.explanation.happenings import no_happening
from harmattan.resolution.explanation.pairs import Explanations
from harmattan.resolution.judgements.carrying import Readings
from harmattan.resolution.judgements.derivation import Held, Memory, derive
from harmattan.resolution.judgements.overruling import PAIRS, live, rank

LONGEST_NAME = 80
LONGEST_REASON = 2_000
ABOUT_ONE = frozenset({Verdict.RIGHT, Verdict.WRONG, Verdict.AMENDED})
SHOWN = ("type", "mode", "period", "place_ids", "actor_ids", "recipient_ids", "killed", "wounded", "abducted")
"""Fields of an incident whose change is told."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What an analyst decides, as they write it."""

    verdict: Verdict
    things: tuple[str, ...]
    """One or two: ids or beginnings of ids, of claims or incidents."""
    name: str
    """The analyst's."""
    reason: str = ""
    fields: tuple[str, ...] = ()
    """For AMENDED, each like "killed=13"."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one incident."""

    before: str | None
    """Its id; None where it is new."""
    after: tuple[str, ...]
    """The ids of the incidents that have its claims now; itself where it is changed only."""
    words: str
    """What happened, in words."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A decision, written down, and what it changed."""

    judgement: Judgement
    claims: tuple[Claim, ...]
    """What it is about: claims, and of incidents the earliest claim."""
    changes: tuple[Change, ...]
    remark: str = ""
    """Why it does not act, where it does not."""


def decide(folder: Path, decision: Decision, at: datetime | None = None, *, write: bool = True) -> Outcome:
    """Write a decision into a project's log and publish what is held then; with `write` off, only tell.

    The judgement is one transaction; should the program be ended before what changed is published, the next run, site
    or decision publishes it. Raises `ProjectError`, `StoreError`, `UnknownId`, `JudgementError`.
    """
    project = Project.open(folder)
    _check(decision)
    with project.store() as store:
        known = surroundings(store, decision.things)
        memory = known.memory
        before = derive(memory)
        explanations = Explanations(memory, before)
        finder = Finder(explanations, known.documents, Readings(memory.claims, memory.earlier))
        found = [finder.find(thing) for thing in known.things]
        claims = tuple(_claim_of(one, explanations) for one in found)
        judgement = _judgement(decision, found, claims, at or datetime.now(UTC), project)
        if decision.verdict is Verdict.WITHDRAWN:
            _check_held(judgement, memory)
        if _holds_already(judgement, memory):
            return Outcome(judgement, claims, (), f"{judgement.name} holds that already; nothing is written.")
        after = derive(replace(memory, judgements=[*memory.judgements, judgement]))
        if write:
            store.add_judgements([judgement])
            publish_new(store)
            after = derive(surroundings(store, known.things).memory)
    return Outcome(judgement, claims, tuple(_changes(before, after)), _remark(judgement, after))


def _check(decision: Decision) -> None:
    name = decision.name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise JudgementError(repr(decision.name), "is no analyst's name", "sign with --by NAME")
    if len(decision.reason) > LONGEST_REASON:
        raise JudgementError("the reason", f"is longer than {LONGEST_REASON:,} characters", "say it shorter")
    wanted = 1 if decision.verdict in ABOUT_ONE else 2
    if decision.verdict is not Verdict.WITHDRAWN and len(decision.things) != wanted:
        raise JudgementError(
            decision.verdict.value, f"is said of {'one claim' if wanted == 1 else 'two things'}", "see --help"
        )


def _claim_of(found: Asked, explanations: Explanations) -> Claim:
    match found:
        case Claim():
            return found
        case Retired(_, incident) | (Incident() as incident):
            return explanations.read[incident.claim_ids[0]]
        case Document():
            raise JudgementError(
                found.id, "is a report, and judgements are about claims", "see `harmattan why`"
            )
        case Stretch():
            raise JudgementError("words of a report", "cannot be judged", "name a claim; see `harmattan why`")


def _judgement(
    decision: Decision, found: Sequence[Asked], claims: Sequence[Claim], at: datetime, project: Project
) -> Judgement:
    ids = [one.id for one in found if not isinstance(one, Stretch)]
    if decision.verdict in ABOUT_ONE and not isinstance(found[0], Claim):
        raise JudgementError(ids[0], "is an incident", f"{decision.verdict.value} is said of a claim")
    if len(ids) == 1 and decision.verdict is Verdict.WITHDRAWN and not isinstance(found[0], Claim):
        raise JudgementError(ids[0], "is an incident", "name both things of the pair, or a claim")
    if len(ids) == 2:
        if claims[0].id == claims[1].id:
            raise JudgementError(" and ".join(ids), "are one and the same", "name two things")
        for one, claim in zip(ids, claims, strict=True):
            if decision.verdict in PAIRS and (reason := no_happening(claim)):
                raise JudgementError(one, f"cannot be joined or parted: {reason}")
    amendment = None
    if decision.verdict is Verdict.AMENDED:
        fields = parse_fields(claims[0], decision.fields, _reference(project))
        amendment = json.dumps(fields, ensure_ascii=False, sort_keys=True)
    left, right = (*sorted(ids), None)[:2]
    return Judgement(
        decision.verdict,
        str(left),
        right,
        Holder.ANALYST,
        decision.name.strip(),
        at,
        decision.reason.strip(),
        amendment,
    )


def _reference(project: Project) -> Reference:
    @cache
    def gazetteer() -> Gazetteer:
        own = own_gazetteer()
        return open_gazetteer(project.settings.gazetteer or (own if own.exists() else None))

    return Reference(project.registry, gazetteer)


def _check_held(judgement: Judgement, memory: Memory) -> None:
    held = [one for one in live(memory.judgements) if one.name == judgement.name]
    if not any(set(one.sides) == set(judgement.sides) for one in held):
        about = " and ".join(judgement.sides)
        raise JudgementError(
            about, f"{judgement.name} holds nothing of it", "name what was judged, as it was judged"
        )


def _holds_already(judgement: Judgement, memory: Memory) -> bool:
    """Whether it is what was last held of these things, by anybody: to say it again would add nothing."""
    held = [one for one in live(memory.judgements) if set(one.sides) == set(judgement.sides)]
    if not held:
        return False
    newest = max(held, key=rank)
    same = (newest.name, newest.verdict, newest.amendment) == (
        judgement.name,
        judgement.verdict,
        judgement.amendment,
    )
    return same and judgement.reason in ("", newest.reason)


def _remark(judgement: Judgement, held: Held) -> str:
    if any(one.id == judgement.id for one in held.refused):
        return "It does not act: it would join what an analyst holds to be different."
    for orphan in held.orphans:
        if orphan.judgement.id == judgement.id:
            return f"It does not act: {orphan.reason}."
    others = [one for one in held.contested if set(one.sides) == set(judgement.sides)]
    if any(one.id == judgement.id for one in others):
        return "It does not count: another analyst has decided otherwise since."
    if others:
        names = ", ".join(dict.fromkeys(one.name for one in others))
        return f"It stands against what {names} held, which is listed as contested."
    return ""


def _changes(before: Held, after: Held) -> list[Change]:
    """What became of the incidents, in the order of those there were; then the new ones."""
    was = {one.id: one for one in before.incidents}
    now = {one.id: one for one in after.incidents}
    where = {claim: one.id for one in after.incidents for claim in _members(one)}
    from_: dict[str, set[str]] = {}
    found: list[Change] = []
    for incident in before.incidents:
        ids = dict.fromkeys(where[claim] for claim in _members(incident) if claim in where)
        for one in ids:
            from_.setdefault(one, set()).add(incident.id)
        if change := _change(incident, tuple(ids), now):
            found.append(change)
    for incident in after.incidents:
        if incident.id not in was and incident.id not in from_:
            found.append(Change(None, (incident.id,), f"{incident.id} is new"))
    return found


def _members(incident: Incident) -> tuple[str, ...]:
    return (*incident.claim_ids, *incident.dissent)


def _change(incident: Incident, ids: tuple[str, ...], now: dict[str, Incident]) -> Change | None:
    if not ids:
        return Change(incident.id, (), f"{incident.id} is no more: nothing is held of it")
    others = tuple(one for one in ids if one != incident.id)
    if incident.id not in ids:
        words = f"{incident.id} is joined to {others[0]}, and leads there"
        if len(others) > 1:
            words = f"{incident.id} is parted between {' and '.join(others)}"
        return Change(incident.id, ids, words)
    if others:
        kept = len(_members(now[incident.id]))
        words = f"{incident.id} is split: it keeps {_claims(kept)}, the rest is {' and '.join(others)}"
        return Change(incident.id, ids, words)
    changed = [name for name in SHOWN if getattr(incident, name) != getattr(now[incident.id], name)]
    members = len(_members(now[incident.id])) - len(_members(incident))
    parts = [f"has {_claims(abs(members))} {'more' if members > 0 else 'less'}"] if members else []
    if changed:
        parts.append(f"says something else of {', '.join(_FIELD_WORDS.get(name, name) for name in changed)}")
    return Change(incident.id, ids, f"{incident.id} {' and '.join(parts)}") if parts else None


_FIELD_WORDS = {
    "period": "the time",
    "place_ids": "the place",
    "actor_ids": "who did it",
    "recipient_ids": "to whom",
    "killed": "the killed",
    "wounded": "the wounded",
    "abducted": "the abducted",
    "type": "the type",
    "mode": "the mode",
}


def _claims(number: int) -> str:
    return f"{number} claim" + ("" if number == 1 else "s")
