"""What a store holds: judged, published under ids that last, and derived again whenever it is wanted.

`judge_incidents` and `publish_new` look at what is new and at what it bears on. All of it is derived by the same pure
function as `publish` and `derive_incidents` do for a whole store: it is given a world of claims that nothing joins or
names with others.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

import numpy as np

from harmattan.engine.desks import Desk, Desks, Outcome, World
from harmattan.engine.judging import judge
from harmattan.engine.matches import Numbers, clusters, pair_keys, rows_of_two
from harmattan.model.judgements import Holder, Verdict
from harmattan.model.world import Incident
from harmattan.resolution.incidents.joint import NAME, standing
from harmattan.resolution.judgements.derivation import Held, Memory, derive
from harmattan.resolution.judgements.overruling import newest_versions
from harmattan.store.resolving import Resolving
from harmattan.store.store import Store

MANY = 20_000
"""New claims from which all are resolved rather than those that they bear on; and, waiting to be compared, from which
several desks are worth their start."""
WORLD = 2_000
"""Claims resolved in one go, or as many more as belong together."""

READ, JUDGED, PROGRAMS = "published readings", "published judgements", "published programs"
"""What is noted of the progress: up to which reading and judgement it is published, and by whose opinions."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a store holds after a run."""

    incidents: int
    orphans: int
    """Decisions of analysts that fit nothing of what is read today."""


def judge_incidents(store: Store, workers: int = 1) -> Published:
    """Let the program judge what is new in the store, and publish what is held then.

    Killed at any moment it leaves what is consistent, and the next run completes it. Doing it again writes nothing.
    """
    resolving = Resolving(store)
    fresh = resolving.last_reading() - int(resolving.progress().get(READ, 0))
    with Desks(store, workers if fresh > MANY else 1) as desks:
        judge(resolving, desks)
        return publish_new(store, desks)


def publish_new(store: Store, desks: Desks | None = None) -> Published:
    """Publish what has changed since it was done last."""
    if desks is None:
        with Desks(store, 1) as alone:
            return publish_new(store, alone)
    resolving = Resolving(store)
    noted = resolving.progress()
    now = _now(resolving)
    programs = now[PROGRAMS].split("\n")
    touched = None
    if noted.get(PROGRAMS) == now[PROGRAMS]:
        touched = resolving.read_since(int(noted[READ])) | resolving.judged_since(int(noted[JUDGED]))
    analysts = {side for judgement in resolving.analysts_judgements() for side in judgement.sides}
    if touched is not None and len(touched) <= MANY:
        world = closed(resolving, touched, analysts, programs)
        outcomes = [result for _, result in desks.map(_resolve, [world])]
    else:
        outcomes = [result for _, result in desks.map(_resolve, _worlds(resolving, analysts, programs))]
    published = sorted((row for result in outcomes for row in result.published), key=lambda row: row[:2])
    led = {incident: target for result in outcomes for incident, target in result.led.items()}
    if published or led or any(noted.get(name) != value for name, value in now.items()):
        resolving.publish(
            ((incident, claim) for _, incident, claim in published), dict(sorted(led.items())), now
        )
    return Published(resolving.incidents(), sum(result.orphans for result in outcomes))


def _now(resolving: Resolving) -> dict[str, str]:
    """How far what will be published has come; asked for before anything else is read."""
    return {
        READ: str(resolving.last_reading()),
        JUDGED: str(resolving.last_judgement()),
        PROGRAMS: "\n".join(programs_of_today(resolving)),
    }


def programs_of_today(resolving: Resolving) -> list[str]:
    """The programs that ever judged, of each its newest version."""
    programs = {name: datetime.fromisoformat(at) for name, at in resolving.programs().items()}
    return sorted(newest_versions(programs))


def _resolve(desk: Desk, world: World) -> Outcome:
    return desk.resolve(world)


def closed(
    resolving: Resolving, touched: Collection[str], analysts: Collection[str], programs: Collection[str]
) -> World:
    """The world of some claims and incidents, of which all is there that an analyst ever spoke of."""
    claims: set[str] = set()
    incidents: set[str] = set()
    seeds = {*touched, *analysts}
    new_incidents = {seed for seed in seeds if seed.startswith("i")}
    new_claims = seeds - new_incidents
    while new_claims or new_incidents:
        claims |= new_claims
        incidents |= new_incidents
        today, earlier = resolving.todays(new_claims)
        found = resolving.beside(earlier)
        for pair in standing(resolving.pairs_of(today, programs)):
            found.update(pair)
        found |= {claim for _, claim in resolving.published_as(new_incidents)}
        led = resolving.led(new_incidents).values()
        named = resolving.leading_to(new_incidents) | {target for target in led if target is not None}
        named |= resolving.published_with(new_claims)
        new_claims, new_incidents = found - claims, named - incidents
    return World(claims, programs, bool(analysts), incidents)


def _worlds(resolving: Resolving, analysts: Collection[str], programs: Collection[str]) -> Iterator[World]:
    """All claims of a store, in worlds; the first has in it all that an analyst ever spoke of."""
    known = resolving.numbers()
    names = list(known)
    places = {name: place for place, name in enumerate(names)}
    del known
    same = _same(resolving, places, programs)
    joined = array("q")

    def place(name: str) -> int:
        if name not in places:
            places[name] = len(names)
            names.append(name)
        return places[name]

    for name, other in chain(resolving.publications(), resolving.redirections(), resolving.read_again()):
        joined.extend((place(name), place(other)))
    first = place(_ANALYSTS)
    for side in analysts:
        joined.extend((place(side), first))
    pairs = np.concatenate([rows_of_two(joined), same])
    of = clusters(len(names), pairs)
    analysts_own = np.flatnonzero(of == of[first])
    yield _world([names[one] for one in analysts_own], programs, bool(analysts))
    rest = np.flatnonzero(of != of[first])
    rest = rest[np.argsort(of[rest], kind="stable")]
    ends = np.flatnonzero(np.append(of[rest][1:] != of[rest][:-1], True)) + 1 if len(rest) else rest
    begin = 0
    for end in ends.tolist():
        if end - begin >= WORLD or end == len(rest):
            yield _world([names[one] for one in rest[begin:end]], programs)
            begin = end


def _same(resolving: Resolving, places: Mapping[str, int], programs: Collection[str]) -> Numbers:
    """What programs hold to be the same, as rows of two places: what `standing` says, for all pairs."""
    found = {kind: array("q") for kind in ("own", "doubted", "others")}
    same, unsure = Verdict.SAME.value, Verdict.UNSURE.value
    for rows in resolving.pairs_since(0, programs, reasons=False):
        for left, right, verdict, name, _ in rows:
            if verdict == same:
                found["own" if name == NAME else "others"].extend((places[left], places[right]))
            elif verdict == unsure and name == NAME:
                found["doubted"].extend((places[left], places[right]))
    own, doubted, others = map(rows_of_two, found.values())
    kept = own[np.isin(pair_keys(own), pair_keys(doubted), invert=True)]
    return np.concatenate([kept, others])


def _world(names: Sequence[str], programs: Collection[str], analysts: bool = False) -> World:
    claims = [name for name in names if name.startswith("c")]
    return World(claims, programs, analysts, [name for name in names if name.startswith("i")])


_ANALYSTS = "analysts"


def publish(store: Store) -> Held:
    """What is held now, of the whole store; what is new of it is published as by `publish_new`."""
    resolving = Resolving(store)
    now = _now(resolving)
    held = derive(remembered(store))
    if held.to_publish or held.to_redirect:
        resolving.publish(held.to_publish, held.to_redirect, now)
    return held


def derive_incidents(store: Store) -> list[Incident]:
    """The incidents that the store's claims and judgements make, as they stand now."""
    return derive(remembered(store)).incidents


def remembered(store: Store) -> Memory:
    """All that the store remembers, as far as it bears on what is held.

    What speaks of claims is read before the claims: while a run writes, nothing must seem to be gone that only came
    later.
    """
    published, redirects, judgements = store.published(), store.redirects(), store.judgements()
    claims = store.claims()
    spoken_of = {claim for _, claim in published}
    for judgement in judgements:
        if judgement.holder is Holder.ANALYST:
            spoken_of.update(judgement.sides)
    spoken_of -= {claim.id for claim in claims}
    return Memory(claims, judgements, store.claims_by_id(spoken_of), published, redirects)
