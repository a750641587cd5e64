"""The program's opinions about the claims of a store: only what is new is compared with what it could be one with.

Three steps, each of which goes on where a killed run left it, and writes nothing that is there:

    filing      new readings' claims are filed in the cells in which others find them
    comparing   each that was not compared yet with those it finds that were, or come before it in the order of days
    corners     two claims that are each the same as a third are parted where they contradict one another

What is said of two claims depends on them alone, and of corners on three, so that the opinions are the same in
whatever order and portions documents came (`resolution.incidents.joint.judge` says the same of claims at hand).
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import numpy as np

from harmattan.engine.cells import Cells
from harmattan.engine.corners import unsaid_corners
from harmattan.engine.desks import Desk, Desks
from harmattan.model.judgements import Verdict
from harmattan.resolution.incidents.joint import NAME
from harmattan.store.resolving import Entries, Resolving, Said

Item = TypeVar("Item")

READINGS = 500
"""Filed in one go."""
CLAIMS = 1_000
"""Compared in one go at the least; so many pairs at corners, too."""
DAYS = 10_000
"""Claims compared in one go at most: those of enough days for few to be met that are not among them."""
WRITTEN = 400_000
"""Claims filed in one transaction: the more, the nearer to one another in the cells what is written at a time."""
OPINIONS = 50_000
"""Written in one transaction, where there are many: the fewer transactions, the seldomer each page is written."""
MANY = 20_000
"""Claims from which it is quicker to look through all pairs and cells than to look for theirs."""

FILED_BY, FILED, CORNERED = "filed by", "filed readings", "cornered judgements"
"""What is noted of the progress: by which version, up to which reading, up to which judgement."""


def judge(resolving: Resolving, desks: Desks, at: datetime | None = None) -> None:
    """Let the program judge what it has not judged yet."""
    at = at or datetime.now(UTC)
    file_claims(resolving, desks)
    with writing(resolving):
        compare_claims(resolving, desks, at)
        part_corners(resolving, desks, at)


@contextmanager
def writing(resolving: Resolving) -> Iterator[None]:
    """While this lasts the program's opinions can be written, many of them quickly."""
    resolving.index()  # a run that was killed may have left it undone
    if resolving.waiting() <= MANY:
        yield
        return
    resolving.unindex()
    try:
        yield
    finally:
        resolving.index()


def all_compared(resolving: Resolving) -> bool:
    """Whether there is nothing that the program has not judged yet."""
    noted = resolving.progress()
    filed = noted.get(FILED_BY) == NAME and int(noted[FILED]) == resolving.last_reading()
    return filed and not resolving.waiting()


def file_claims(resolving: Resolving, desks: Desks) -> None:
    """The first step."""
    noted = resolving.progress()
    if noted.get(FILED_BY) != NAME:  # another version files elsewhere, and has judged nothing yet
        noted = {FILED_BY: NAME, FILED: "0", CORNERED: "0"}
        resolving.unfile(noted)
    entries: list[Entries] = []
    outdated: list[Entries] = []
    portions = resolving.portions(int(noted[FILED]), READINGS)
    for (_, last), (new, old) in desks.map(_entries, portions):
        entries.append(new)
        outdated.append(old)
        if sum(len(one.candidates) for one in entries) > 2 * WRITTEN:
            resolving.file(entries, outdated, {FILED: str(last)})
            entries, outdated = [], []
    if portions:
        resolving.file(entries, outdated, {FILED: str(portions[-1][1])})


def compare_claims(resolving: Resolving, desks: Desks, at: datetime) -> None:
    """The second step."""
    waiting = resolving.unjudged()
    if len(waiting) <= MANY or not resolving.in_order():
        for numbers, said in desks.map(partial(_opinions, at=at), _portions(waiting, CLAIMS)):
            resolving.judge(said, numbers)
        return
    size = min(max(CLAIMS, len(waiting) // 50), DAYS)
    with TemporaryDirectory(prefix="harmattan-") as folder:
        Cells.write(resolving, Path(folder))
        work = partial(_opinions, at=at, cells=Path(folder))
        _write(resolving, desks.map(work, _portions(waiting, size)))


def _write(resolving: Resolving, found: Iterable[tuple[Sequence[int], list[Said]]]) -> None:
    """Write what was found out about claims, much of it at a time."""
    said: list[Said] = []
    judged: list[int] = []
    for numbers, some in found:
        said += some
        judged += numbers
        if len(said) >= OPINIONS:
            resolving.judge(said, judged)
            said, judged = [], []
    if said or judged:
        resolving.judge(said, judged)


def part_corners(resolving: Resolving, desks: Desks, at: datetime) -> None:
    """The third step."""
    before, last = int(resolving.progress()[CORNERED]), resolving.last_judgement()
    pairs = _all_corners(resolving) if last - before > MANY else _corners(resolving, before)
    size = min(max(CLAIMS, len(pairs) // 20), DAYS)
    found = desks.map(partial(_corner_opinions, at=at), _portions(pairs, size))
    _write(resolving, (((), said) for _, said in found))
    if before != last:  # what was said just now parts claims and joins none: there are no new corners
        resolving.note(**{CORNERED: str(resolving.last_judgement())})


def _all_corners(resolving: Resolving) -> list[tuple[int, int]]:
    """Pairs of which nothing was said, though both are the same as a third."""
    numbers = resolving.numbers()
    found = {True: array("q"), False: array("q")}
    for left, right, verdict in resolving.pairs_since(0, [NAME]):
        found[verdict == Verdict.SAME.value].extend((numbers[left], numbers[right]))
    same, other = (np.frombuffer(found[is_same], dtype=np.int64).reshape(-1, 2) for is_same in (True, False))
    return list(map(tuple, unsaid_corners(same, other, resolving.days()).tolist()))


def _corners(resolving: Resolving, before: int) -> list[tuple[int, int]]:
    """Those of the pairs where one was not the same as the third before."""
    same = Verdict.SAME.value
    touched = {
        side for *pair, verdict in resolving.pairs_since(before, [NAME]) if verdict == same for side in pair
    }
    held = resolving.pairs_of(touched, [NAME])
    numbers = resolving.numbers_of({side for left, right, _ in held for side in (left, right)})
    days = resolving.days(numbers.values())
    fresh = [
        (numbers[left], numbers[right])
        for left, right, verdict in resolving.pairs_since(before, [NAME])
        if verdict == same
    ]
    if not fresh:
        return []
    partners: dict[int, set[int]] = defaultdict(set)
    others: dict[int, set[int]] = defaultdict(set)
    for left, right, verdict in held:
        one, other = numbers[left], numbers[right]
        if one not in days or other not in days:
            continue  # of a reading that is not the newest any more
        found = partners if verdict == same else others
        found[one].add(other)
        found[other].add(one)
    corners: set[tuple[int, int]] = set()
    none: set[int] = set()
    for first, second in fresh:
        for one, third in ((first, second), (second, first)):
            unsaid = partners.get(third, none) - partners.get(one, none) - others.get(one, none)
            corners.update((one, other) if one < other else (other, one) for other in unsaid if other != one)
    return sorted(corners, key=lambda pair: (days[pair[0]], pair))


def _entries(desk: Desk, portion: tuple[int, int]) -> tuple[Entries, Entries]:
    return desk.entries(portion)


def _opinions(desk: Desk, numbers: Sequence[int], at: datetime, cells: Path | None = None) -> list[Said]:
    return desk.opinions(numbers, at, cells)


def _corner_opinions(desk: Desk, pairs: Sequence[tuple[int, int]], at: datetime) -> list[Said]:
    return desk.corners(pairs, at)


def _portions(items: Iterable[Item], size: int) -> Iterator[Sequence[Item]]:
    rest = iter(items)
    while portion := list(islice(rest, size)):
        yield portion
