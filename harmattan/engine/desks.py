"""Where claims are filed, compared and resolved: at one desk in this process, or at several in others.

A desk looks at a store and writes nothing; what it finds out goes back to the one process that writes.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from array import array
from collections import OrderedDict, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime
from multiprocessing.connection import wait
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import numpy as np

from harmattan.engine.cells import Cells
from harmattan.engine.matches import Matches, Numbers, pair_keys
from harmattan.model.claims import Claim
from harmattan.model.readings import Modality
from harmattan.resolution.incidents.accounts import WIDEST
from harmattan.resolution.incidents.blocking import ENOUGH, filings, looks, possible
from harmattan.resolution.incidents.comparison import Account, account, compare
from harmattan.resolution.incidents.joint import differs, in_doubt, is_candidate, is_opinion, opinion, parts
from harmattan.resolution.incidents.rivals import Doubt, Fit, doubts
from harmattan.resolution.judgements.derivation import Held, Kept, Memory, Outline, derive, outline
from harmattan.store.resolving import Entries, Resolving, Said, said
from harmattan.store.store import Store

Task = TypeVar("Task")
Result = TypeVar("Result")

ACCOUNTS = 12_000
"""How many claims a desk keeps at hand; they are gone through by their days, so that a few weeks' are enough."""
AHEAD = 3
"""Tasks handed out for each desk ahead of the oldest one awaited."""


class Desk:
    """Claims at hand, and what can be found out about them."""

    def __init__(self, store: Store) -> None:
        self.resolving = Resolving(store)
        self._accounts: OrderedDict[int, Account] = OrderedDict()
        self._filed: tuple[Path, Cells] | None = None
        self._match: tuple[Path, Matches] | None = None

    def entries(self, portion: tuple[int, int]) -> tuple[Entries, Entries]:
        """The candidates that a stretch of readings gave, and those that it outdated."""
        found = self.resolving.read_between(*portion)
        outdated = self.resolving.outdated_by(*portion)
        return _entries(found), _entries(outdated)

    def opinions(self, numbers: Sequence[int], at: datetime, cells: Path | None = None) -> list[Said]:
        """What there is to say of these claims and of those that are to be judged before them.

        `cells`: a folder with what is filed, where all that was judged comes before what was not.
        """
        told = self._told(numbers)
        if cells is None:
            searches = {number: list(looks(one)) for number, one in told.items()}
            found = self.resolving.found(searches, ENOUGH, WIDEST)
        else:
            searches = {number: list(looks(one, one.days and one.days[0])) for number, one in told.items()}
            found = self._cells(cells).found(searches, ENOUGH, WIDEST)
        told |= self._told({other for _, other in found} - told.keys())
        found_out = []
        for number, other in found:
            left, right = told[number], told[other]
            if possible(left, right):
                comparison = compare(left, right)
                if is_opinion(comparison):
                    found_out.append(said(opinion(_pair(left, right), comparison, at)))
        return found_out

    def doubts(
        self, claims: Sequence[int], matches: Matches | Path, fresh: Numbers | None, at: datetime
    ) -> list[tuple[int, Said]]:
        """Which matches of these claims are in doubt and were not before, each pair as one number.

        `matches`: themselves, or the folder where they are. `fresh`: the pairs without which nothing is new.
        """
        matches = self._matched(matches)
        unsettled = matches.unsettled(np.array(claims, dtype=np.int64), fresh)
        fits = {claim: matches.of_claim(claim) for claim in unsettled}
        told = self._told({fit.claim for some in fits.values() for fit in some} | fits.keys())
        known: dict[tuple[int, int], bool] = {}

        def differ(one: int, other: int) -> bool:
            pair = (one, other) if one < other else (other, one)
            if pair not in known:
                known[pair] = not matches.is_said(*pair) and differs(told[one], told[other])
            return known[pair]

        found_out = []
        for claim, some in fits.items():
            for doubt in doubts(some, differ, matches.settled(some)):
                pair = np.array([[claim, doubt.fit.claim]], dtype=np.int64)
                if not matches.is_doubted(claim, doubt.fit.claim):
                    fit, rival = (told[one].claim.id for one in (doubt.fit.claim, doubt.rival))
                    named = Doubt(Fit(doubt.fit.score, fit), rival, doubt.others)
                    judgement = in_doubt(told[claim].claim.id, named, at)
                    found_out.append((int(pair_keys(pair)[0]), said(judgement)))
        return found_out

    def corners(self, pairs: Sequence[tuple[int, ...]], at: datetime) -> list[Said]:
        """What there is to say of claims that others join, in rows as `Matches.corners` gives them."""
        told = self._told({number for pair in pairs for number in pair[:2]})
        found_out = []
        for one, other, third in pairs:
            comparison = compare(told[one], told[other])
            # and not if nothing but what is compared forbids it: there would be no reason to give
            if parts(comparison, third=bool(third)):
                found_out.append(said(opinion(_pair(told[one], told[other]), comparison, at)))
        return found_out

    def met(self, ids: Collection[str]) -> set[str]:
        """The ids of all claims that these are compared with, of a store in which all were compared."""
        known = self.resolving.claims_called(ids)
        numbers = self.resolving.numbers_of([one.id for one in known.values() if is_candidate(one)])
        told = self._told(numbers.values())
        searches = {number: list(looks(one)) for number, one in told.items()}
        found = self.resolving.found(searches, ENOUGH, WIDEST)
        others = self._told({other for _, other in found})
        return {others[other].claim.id for own, other in found if possible(told[own], others[other])}

    def resolve(self, world: World) -> Outcome:
        """What is to be published of some claims, if nothing else bears on them."""
        self._accounts.clear()  # the claims were compared, and take half of the memory
        self._filed = self._match = None
        if (outlined := self._outlined(world)) is not None:
            return outlined
        held = derive(self.memory(world))
        return outcome(held, len(held.orphans))

    def _outlined(self, world: World) -> Outcome | None:
        """The same where no analyst has said anything and nothing was read again, without a look into the claims."""
        resolving = self.resolving
        today, earlier = resolving.todays(world.claims)
        if world.analysts or earlier:
            return None
        kept = {
            one.claim: Kept(
                (one.published or date.max, one.document, one.start, one.claim),
                one.modality == Modality.DENIED.value,
                one.placed,
            )
            for one in resolving.kept(today)
        }
        found = outline(
            kept,
            resolving.judgements_among(today, world.programs),
            resolving.published_as(world.incidents),
            resolving.led(world.incidents),
        )
        return outcome(found) if found is not None else None

    def memory(self, world: World) -> Memory:
        """What the store remembers of some claims."""
        resolving = self.resolving
        today, earlier = resolving.todays(world.claims)
        judgements = resolving.judgements_among(today, world.programs)
        if world.analysts:
            judgements += resolving.analysts_judgements()
        return Memory(
            claims=list(resolving.claims_called(today).values()),
            judgements=judgements,
            earlier=resolving.claims_called(earlier),
            published=resolving.published_as(world.incidents),
            redirects=resolving.led(world.incidents),
        )

    def _cells(self, folder: Path) -> Cells:
        if self._filed is None or self._filed[0] != folder:
            self._filed = folder, Cells(folder)
        return self._filed[1]

    def _matched(self, matches: Matches | Path) -> Matches:
        if isinstance(matches, Matches):
            return matches
        if self._match is None or self._match[0] != matches:
            self._match = matches, Matches.load(matches)
        return self._match[1]

    def _told(self, numbers: Iterable[int]) -> dict[int, Account]:
        wanted = list(numbers)
        missing = [number for number in wanted if number not in self._accounts]
        found = {number: account(claim) for number, claim in self.resolving.claims(missing).items()}
        told = {}
        for number in wanted:
            if number in self._accounts:
                self._accounts.move_to_end(number)
                told[number] = self._accounts[number]
            else:
                told[number] = found[number]
        self._accounts.update(found)
        while len(self._accounts) > ACCOUNTS:
            self._accounts.popitem(last=False)
        return told


@dataclass(frozen=True, slots=True)
class World:
    """Claims that can be resolved by themselves: nothing joins or names any of them with one that is not there."""

    claims: Collection[str]
    """Ids, of whatever readings."""
    programs: Collection[str]
    """Of which there is no newer version."""
    analysts: bool
    """Whether all is there that an analyst ever spoke of."""
    incidents: Collection[str] = ()
    """Published ids that bear on them."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be published of a world."""

    published: tuple[tuple[tuple[Any, ...], str, str], ...]
    """Incidents' ids with their own claims, each after what orders new ids."""
    led: dict[str, str | None]
    orphans: int


def outcome(held: Held | Outline, orphans: int = 0) -> Outcome:
    """What is to be published of what is held."""
    founded: dict[str, tuple[Any, ...]] = {}
    rows = []
    for incident, claim in held.to_publish:
        order = founded.setdefault(incident, tuple(held.order.get(claim, ())))
        rows.append((order, incident, claim))
    return Outcome(tuple(rows), held.to_redirect, orphans)


def _entries(claims: dict[int, Claim]) -> Entries:
    found = Entries(array("q"), array("q"))
    for number, claim in claims.items():
        if is_candidate(claim):
            told = account(claim)
            days = told.days
            found.candidates.extend((number, days[0] if days else 0))
            for filing in {(filing.cell, filing.start, filing.end) for filing in filings(told)}:
                found.filings.extend((*filing, number))
    return found


def _pair(left: Account, right: Account) -> tuple[str, str]:
    one, other = left.claim.id, right.claim.id
    return (one, other) if one < other else (other, one)


class Desks:
    """One desk here, or several in processes of their own."""

    def __init__(self, store: Store, count: int) -> None:
        self._store = store
        self._count = count
        self._desk = Desk(store)
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        if self._count > 1:
            gc.disable()  # here and there: a million values at hand and hardly a ring among them
            self._pool = ProcessPoolExecutor(
                self._count,
                multiprocessing.get_context("spawn"),
                initializer=_prepare,
                initargs=(self._store.path,),
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=kind is None, cancel_futures=True)
            gc.enable()

    def map(
        self, work: Callable[[Desk, Task], Result], tasks: Iterable[Task]
    ) -> Iterator[tuple[Task, Result]]:
        """Each task with what a desk made of it, in their order."""
        if self._pool is None:
            for task in tasks:
                yield task, work(self._desk, task)
            return
        waiting: deque[tuple[Task, Future[Result]]] = deque()
        for task in tasks:
            waiting.append((task, self._pool.submit(_at_desk, work, task)))
            if len(waiting) >= self._count * AHEAD:
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()


# What follows runs inside a process with a desk.

_desk: Desk | None = None


def _prepare(path: Path) -> None:
    global _desk  # noqa: PLW0603 - a process has one desk
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.disable()  # looking for rings took an eighth of the time
    _desk = Desk(Store.open(path))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _at_desk(work: Callable[[Desk, Task], Result], task: Task) -> Result:
    assert _desk is not None
    return work(_desk, task)
