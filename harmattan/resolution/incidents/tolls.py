"""What reports say together of how many: the rule of docs/joining.md."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from harmattan.model.claims import Claim
from harmattan.model.readings import Event, Number
from harmattan.model.values import Count
from harmattan.model.world import CasualtyReport, FigureStanding
from harmattan.resolution.incidents.accounts import Account

Field = Callable[[Event], Number | None]

_OFFICES = """government ministry minister president presidency army military armed police gendarmerie general
    spokesman spokeswoman spokesperson official officials authority authorities governor mayor prefect prosecutor
    prosecutors council parliament nations un mission coordinator hospital doctor doctors medic medics rescuers
    health coroner security kremlin pentagon defence defense interior command officer officers colonel
    cross"""
_OFFICIAL = re.compile(rf"\b(?:{'|'.join(_OFFICES.split())})\b", re.IGNORECASE)
"""Words of those who count the dead for an office: authorities, the United Nations, hospitals and rescuers."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure with what decides whether it counts."""

    report: CasualtyReport
    document: str
    printed: date
    at: int
    official: bool

    @property
    def count(self) -> Count:
        return self.report.number.count


def figures(
    telling: Sequence[Account], field: Field, copied: Mapping[str, str]
) -> tuple[CasualtyReport, ...]:
    """Every figure that is given, the earliest first, each with who gives it and whether it counts."""
    return tuple(figure.report for figure in _judged(telling, field, copied))


def together(telling: Sequence[Account], field: Field, copied: Mapping[str, str]) -> Count | None:
    """All figures as one; None where nobody gives any."""
    given = _judged(telling, field, copied)
    counting = [
        one for one in given if one.report.standing in (FigureStanding.COUNTS, FigureStanding.OF_ITS_OWN_DEED)
    ]
    if not counting:
        return None
    counts = [one.count for one in counting]
    if len(set(counts)) == 1:
        return counts[0]  # "about 40" of one report is neither at least nor at most 40
    lows = [count.low for count in counts if count.low is not None]
    bests = [count.best for count in counts if count.best is not None]
    highs = [
        high for count in counts if (high := count.high if count.high is not None else count.best) is not None
    ]
    low = min(lows + bests + highs) if lows else None
    high = max(highs + lows) if highs else None
    return Count(low=low, best=_best(counting), high=high)


def _judged(telling: Sequence[Account], field: Field, copied: Mapping[str, str]) -> list[_Figure]:
    given = [_figure(told, number) for told in telling if (number := field(told.event)) is not None]
    latest: dict[str, date] = {}
    for one in given:
        if one.document not in copied:
            latest[one.report.teller] = max(one.printed, latest.get(one.report.teller, date.min))
    counted: set[tuple[str, Count]] = set()
    judged = []
    for one in sorted(given, key=lambda one: (one.printed, one.document, one.at)):
        standing = one.report.standing
        original = copied.get(one.document)
        if original is not None and (original, one.count) in {
            (other.document, other.count) for other in given
        }:
            standing = FigureStanding.COPIED
        elif one.printed < latest.get(one.report.teller, one.printed):
            standing = FigureStanding.SUPERSEDED
        elif (one.document, one.count) in counted:
            standing = FigureStanding.REPEATED
        counted.add((one.document, one.count))
        judged.append(replace(one, report=replace(one.report, standing=standing)))
    return judged


def _figure(told: Account, number: Number) -> _Figure:
    claim = told.claim
    by = claim.statement.attribution
    teller = (by.actor or by.name) if by else (claim.document.source or claim.document.id)
    own = by is not None and (by.actor in told.actor.ids or by.name in told.actor.names)
    standing = FigureStanding.OF_ITS_OWN_DEED if own else FigureStanding.COUNTS
    official = not own and is_official(claim)
    report = CasualtyReport(claim.id, number, teller.casefold(), standing, official)
    return _Figure(
        report, told.text, claim.document.published or date.max, told.event.trigger.start, official
    )


def is_official(claim: Claim) -> bool:
    """Whether whoever a claim is attributed to counts the dead for an office."""
    by = claim.statement.attribution
    return by is not None and bool(_OFFICIAL.search(f"{by.name} {by.span.quote}"))


def _best(counting: Sequence[_Figure]) -> int | None:
    """The latest official figure; without one the median, of two in the middle the later, which knew more.

    What a side says of its own deed is taken only where nobody else says anything, and no figure is best that a later
    official one exceeds: of "20", then officially "at least 32", none is.
    """
    others = [one for one in counting if one.report.standing is FigureStanding.COUNTS] or list(counting)
    official = [one for one in others if one.official]
    named = [one for one in others if one.count.best is not None and not _exceeded(one, official)]
    latest = [one for one in named if one.official]
    if latest:
        return latest[-1].count.best
    bests = [best for one in named if (best := one.count.best) is not None]
    return _median(bests) if bests else None


def _exceeded(one: _Figure, official: Sequence[_Figure]) -> bool:
    """Whether an official figure that was printed no earlier says that there were more."""
    best = one.count.best or 0
    return any(
        other is not one and other.printed >= one.printed and (other.count.low or 0) > best
        for other in official
    )


def _median(bests: Sequence[int]) -> int:
    ordered = sorted(range(len(bests)), key=lambda index: (bests[index], index))
    middle = ordered[(len(bests) - 1) // 2 : len(bests) // 2 + 1]
    return bests[max(middle)]
