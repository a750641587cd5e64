"""The program's opinions about the claims of a store: only what is new is compared with what it could be one with.

Three steps, each of which goes on where a killed run left it, and writes nothing that is there:

    filing      new readings' claims are filed in the cells in which others find them
    comparing   each that was not compared yet with those it finds that were, or come before it in the order of days
    weighing    where a claim was found the same as several that differ, those that do not stand out are put in doubt;
                and what is joined all the same is parted where it contradicts itself

What is found of two claims depends on them alone, and doubts on three, so that what counts in the end is the same in
whatever order and portions documents came (`resolution.incidents.joint.judge` says the same of claims at hand). Doubts
are said beside what was found before, and count as the newer, or of one time the more cautious.
"""

from __future__ import annotations

import shutil
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from harmattan.engine.cells import Cells
from harmattan.engine.desks import Desk, Desks
from harmattan.engine.matches import CENT, Matches, Numbers, clusters, distinct, pair_keys, rows_of_two
from harmattan.model.judgements import Verdict
from harmattan.resolution.incidents.joint import NAME, score_in, standing
from harmattan.store.resolving import Entries, Held, Resolving, Said

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

FILED_BY, FILED, WEIGHED = "filed by", "filed readings", "cornered judgements"
"""What is noted of the progress: by which version, up to which reading, up to which judgement."""


def judge(resolving: Resolving, desks: Desks, at: datetime | None = None) -> None:
    """Let the program judge what it has not judged yet."""
    at = at or datetime.now(UTC)
    if (last := resolving.programs().get(NAME)) is not None:
        at = max(
            at, datetime.fromisoformat(last)
        )  # a doubt is no older than what it is about, whatever the clock says
    file_claims(resolving, desks)
    with writing(resolving):
        compare_claims(resolving, desks, at)
        weigh_matches(resolving, desks, at)


@contextmanager
def writing(resolving: Resolving) -> Iterator[None]:
    """While this lasts the program's opinions can be written, many of them quickly."""
    resolving.index()  # a run that was killed may have left it undone
    shutil.rmtree(_scratch_of(resolving), ignore_errors=True)
    if resolving.waiting() <= MANY:
        yield
        return
    resolving.unindex()
    try:
        yield
    finally:
        resolving.index()


@contextmanager
def scratch(resolving: Resolving) -> Iterator[Path]:
    """A folder beside the store for as long as this lasts; what a killed run left of it the next one takes away."""
    folder = _scratch_of(resolving)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _scratch_of(resolving: Resolving) -> Path:
    return resolving.path.with_name(f"{resolving.path.name}.scratch")


def all_compared(resolving: Resolving) -> bool:
    """Whether there is nothing that the program has not judged yet."""
    noted = resolving.progress()
    filed = noted.get(FILED_BY) == NAME and int(noted[FILED]) == resolving.last_reading()
    return filed and not resolving.waiting()


def file_claims(resolving: Resolving, desks: Desks) -> None:
    """The first step."""
    noted = resolving.progress()
    if noted.get(FILED_BY) != NAME:  # another version files elsewhere, and has judged nothing yet
        noted = {FILED_BY: NAME, FILED: "0", WEIGHED: "0"}
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
    with scratch(resolving) as folder:
        Cells.write(resolving, folder)
        work = partial(_opinions, at=at, cells=folder)
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


def weigh_matches(resolving: Resolving, desks: Desks, at: datetime) -> None:
    """The third step."""
    before, last = int(resolving.progress()[WEIGHED]), resolving.last_judgement()
    if before == last:
        return
    pairs = (_weigh_all if last - before > MANY else _weigh_fresh)(resolving, desks, at, before)
    size = min(max(CLAIMS, len(pairs) // 20), DAYS)
    _write(resolving, (((), said) for _, said in desks.map(partial(_parted, at=at), _portions(pairs, size))))
    resolving.note(**{WEIGHED: str(resolving.last_judgement())})  # what was said just now joins none


def _weigh_all(resolving: Resolving, desks: Desks, at: datetime, _: int) -> list[tuple[int, ...]]:
    """Put matches in doubt, and give the pairs that are joined and may have to be parted: of all claims."""
    numbers = resolving.numbers()
    days = _days(resolving.days(), max(numbers.values(), default=0))
    found = _Found(numbers)
    for rows in resolving.pairs_since(0, [NAME]):
        found.add(rows)
    matches = found.matches(days)
    del numbers, found
    claims = np.flatnonzero(np.diff(matches.begin) > 1)
    claims = claims[np.argsort(days[claims], kind="stable")]
    size = min(max(CLAIMS, len(claims) // 50), DAYS)
    with scratch(resolving) as folder:
        matches.save(folder)
        matches = Matches.load(folder)
        work = partial(_doubts, matches=folder, fresh=None, at=at)
        doubted: set[int] = set()
        _write(resolving, _each_once(desks.map(work, _portions(claims.tolist(), size)), doubted))
        matches = matches.doubting(doubted)
        return _in_order(matches.corners(clusters(len(days), matches.standing())), days)


def _weigh_fresh(resolving: Resolving, desks: Desks, at: datetime, before: int) -> list[tuple[int, ...]]:
    """The same of what was found the same after a judgement, and what that bears on."""
    same = Verdict.SAME.value
    fresh = [row for rows in resolving.pairs_since(before, [NAME]) for row in rows if row[2] == same]
    touched = {side for row in fresh for side in row[:2]}
    matches, numbers, _ = _matches_of(resolving, resolving.pairs_of(touched, [NAME]))
    pairs = [[numbers[side] for side in row[:2]] for row in fresh]
    new = distinct(pair_keys(np.array(pairs, dtype=np.int64).reshape(-1, 2)))
    work = partial(_doubts, matches=matches, fresh=new, at=at)
    claims = sorted(numbers[claim] for claim in touched)
    _write(resolving, _each_once(desks.map(work, _portions(claims, CLAIMS)), set()))
    return _corners_around(resolving, touched)


def _corners_around(resolving: Resolving, touched: set[str]) -> list[tuple[int, ...]]:
    """Pairs of what is joined with one of these claims, of which nothing was said: see `Matches.corners`."""
    met: set[str] = set()
    held: dict[Held, None] = {}
    new = touched
    while new:
        met |= new
        rows = resolving.pairs_of(new, [NAME])
        held |= dict.fromkeys(rows)
        new = {side for pair in standing(rows) for side in pair} - met
    matches, numbers, days = _matches_of(resolving, held)
    inside = np.zeros(len(days), dtype=bool)
    inside[[numbers[claim] for claim in met if claim in numbers]] = True
    pairs = matches.corners(clusters(len(days), matches.standing()))
    return _in_order(pairs[inside[pairs[:, :2]].all(axis=1)], days)


def _matches_of(resolving: Resolving, held: Collection[Held]) -> tuple[Matches, Mapping[str, int], Numbers]:
    """The matches among pairs, with the numbers of their claims, and the days of those."""
    numbers = resolving.numbers_of({side for row in held for side in row[:2]})
    days = _days(resolving.days(numbers.values()), max(numbers.values(), default=0))
    found = _Found(numbers)
    found.add(held)
    return found.matches(days), numbers, days


def _each_once(
    found: Iterable[tuple[Sequence[int], list[tuple[int, Said]]]], met: set[int]
) -> Iterator[tuple[Sequence[int], list[Said]]]:
    """What was found out of pairs, without what was found out from both sides; `met` is filled with the pairs."""
    for _, some in found:
        yield (), [said for pair, said in some if pair not in met]
        met.update(pair for pair, _ in some)


class _Found:
    """What the program said of pairs, as numbers."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        self._same, self._points = array("q"), array("q")
        self._unsure, self._apart = array("q"), array("q")

    def add(self, rows: Iterable[Held]) -> None:
        """Add what is held of some pairs."""
        numbers, same, apart = self._numbers, Verdict.SAME.value, Verdict.DIFFERENT.value
        for left, right, verdict, _, reason in rows:
            pair = numbers[left], numbers[right]
            if verdict == same:
                self._same.extend(pair)
                self._points.append(round(CENT * (score_in(reason) or 0.0)))
            else:
                (self._apart if verdict == apart else self._unsure).extend(pair)

    def matches(self, days: Numbers) -> Matches:
        """All of it, of claims that have a day."""
        same, unsure, apart = map(rows_of_two, (self._same, self._unsure, self._apart))
        kept = _both(same, days)
        points = np.frombuffer(self._points, dtype=np.int64)[kept]
        return Matches.of(same[kept], points, unsure[_both(unsure, days)], apart[_both(apart, days)])


def _both(pairs: Numbers, days: Numbers) -> NDArray[np.bool_]:
    left, right = days[pairs].T
    found: NDArray[np.bool_] = (left >= 0) & (right >= 0)
    return found


def _days(days: Mapping[int, int], last: int) -> Numbers:
    """Of each number the day in whose order it is judged; -1 of those that are no candidates of today's readings."""
    found = np.full(max(last, max(days, default=0)) + 1, -1, dtype=np.int64)
    found[list(days)] = list(days.values())
    return found


def _in_order(pairs: Numbers, days: Numbers) -> list[tuple[int, ...]]:
    """Rows of claims' numbers, and of what else is told of the two, by their days."""
    order = np.lexsort((pairs[:, 1], pairs[:, 0], days[pairs[:, 0]]))
    return list(map(tuple, pairs[order].tolist()))


def _entries(desk: Desk, portion: tuple[int, int]) -> tuple[Entries, Entries]:
    return desk.entries(portion)


def _opinions(desk: Desk, numbers: Sequence[int], at: datetime, cells: Path | None = None) -> list[Said]:
    return desk.opinions(numbers, at, cells)


def _doubts(
    desk: Desk, claims: Sequence[int], matches: Matches | Path, fresh: Numbers | None, at: datetime
) -> list[tuple[int, Said]]:
    return desk.doubts(claims, matches, fresh, at)


def _parted(desk: Desk, pairs: Sequence[tuple[int, ...]], at: datetime) -> list[Said]:
    return desk.corners(pairs, at)


def _portions(items: Iterable[Item], size: int) -> Iterator[Sequence[Item]]:
    rest = iter(items)
    while portion := list(islice(rest, size)):
        yield portion
