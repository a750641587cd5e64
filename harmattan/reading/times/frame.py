"""Where "in May", "last week" and "two days later" are counted from.

Two clocks: the publication date, and the anchor, the last time the text itself has named. News counts from the
first; an account of long ago counts from the second ("In January 1954 ... In March ..."). Where the clock that
is needed is not known, the answer is None and the time stays without days.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from harmattan.model.values import Period, Precision
from harmattan.reading.times import calendar

NARRATIVE_DAYS = 300
"""An anchor that lies further back than this from the publication shows that history is being told."""
ANCHOR_DAYS = 366
"""A longer period ("the 1990s", "2012 to 2014") says too little to count from."""
LONG_AGO_DAYS = 300
"""A bare "13 November" printed on the 2nd is the one to come, whatever the verbs seem to say, and one printed on the
24th is the one just past: so far from either side, the year would have been told."""
RESULTS_DAYS = 240
"""So long after its end, a quarter's results are no news."""
FAR_YEARS = 20
"""A year in passing ("a book of 2004 says") lies this far from the story of a war; the story itself seldom leaps so."""
BACKWARD_DAYS = 120
"""How far an account of the past is taken to step back for a month without a year, rather than forward."""

_ORDER = (Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.HALF)
_FINENESS = {precision: index for index, precision in enumerate((*_ORDER, Precision.YEAR, Precision.DECADE))}


class Tense(Enum):
    """What the verbs around a time say of it."""

    UNTOLD = auto()
    """Nothing is said, or the present tense is used."""
    PAST = auto()
    """It lies behind: "said", "attacked"."""
    FUTURE = auto()
    """It lies ahead of today: "will", "is expected to"."""
    REPORTED = auto()
    """It lay ahead of what is told: "would"."""


AHEAD = frozenset((Tense.FUTURE, Tense.REPORTED))


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known around one expression."""

    published: date | None = None
    anchor: Period | None = None
    tense: Tense = Tense.UNTOLD
    history: bool = False
    """Whether the whole document is an account of long ago, in which no bare month is one before publication."""
    story: bool = True
    """Whether the anchor sets the scene, so that bare months are counted from it and not from the publication."""
    year: int | None = None
    """The year that a neighbour lends: 2013 for March in "between March and May 2013"."""
    after: date | None = None
    """What the expression must not lie before: the first date of a range, for its last."""
    quarter: Period | None = None
    """The quarter that was named last: what a company's results are of, whatever days are named beside it."""
    doubted: Period | None = None
    """In an account of long ago, a time far from the anchor: the anchor moves there if another one bears it out."""
    passing: int | None = None
    """The year named last, where the story does not go on from it: "since 2022" and then "in August of that year"."""
    covers: Period | None = None
    """What a document says it reports on, "1-15 February 2022": where no day of publication is known, days without a
    year are of it.
    """

    @property
    def narrative(self) -> bool:
        """Whether the anchor, rather than the publication date, is the clock for months and years."""
        if self.anchor is None or self.anchor.latest is None:
            return False
        if self.history or self.tense is Tense.FUTURE or not self.story:
            return self.history
        return self.published is None or (self.published - self.anchor.latest).days > NARRATIVE_DAYS

    @property
    def clock(self) -> date | None:
        """The day that "the end of the year" counts from."""
        if self.narrative and self.anchor:
            return self.anchor.latest
        return None if self.history else self.published

    def place(self, make: Callable[[int], Period]) -> Period | None:
        """The one of the periods `make(year)` that is meant where no year is named, None if nobody can know."""
        if self.year is not None:
            return make(self.year)
        if self.after is not None:
            return self._first(make, self.after)
        if self.narrative and self.anchor:
            return self._near(make, self.anchor)
        today = self.clock
        if today is None:
            return self._near(make, self.covers) if self.covers and not self.history else None
        coming = self._first(make, today)
        candidates = [make(today.year - back) for back in (0, 1)]
        past = next((period for period in candidates if period.earliest and period.earliest <= today), None)
        if past is None or past.latest is None or coming is None or coming.earliest is None:
            return coming if self.tense in AHEAD else past
        behind, ahead = (today - past.latest).days, (coming.earliest - today).days
        if self.tense in AHEAD:
            return past if ahead > LONG_AGO_DAYS else coming
        return (
            coming if behind > LONG_AGO_DAYS or (self.tense is Tense.UNTOLD and behind > 2 * ahead) else past
        )

    def results(self, number: int) -> Period | None:
        """The quarter of this number that is the nearest to the publication: results are told soon after."""
        if self.year is not None:
            return calendar.quarter(self.year, number)
        today = self.published
        if self.history or today is None:
            return self.place(lambda year: calendar.quarter(year, number))
        nearby = [calendar.quarter(today.year + step, number) for step in (-1, 0, 1)]
        return min(nearby, key=lambda period: _days_off(period, today))

    def is_recent(self, quarter: Period) -> bool:
        """Whether a quarter's results are news on the day of publication."""
        if self.published is None or quarter.latest is None:
            return False
        return 0 <= (self.published - quarter.latest).days <= RESULTS_DAYS

    def told(self, period: Period) -> Frame:
        """The frame once a text has told of a period that the story goes on from."""
        leaps = self.history and self.anchor is not None and _far(period, self.anchor)
        if leaps and (self.doubted is None or _far(period, self.doubted)):
            return replace(self, doubted=period)
        return replace(self, anchor=period, doubted=None, passing=None)

    def following(self, unit: Precision, by: int) -> Period | None:
        """The day, week, month or year so many after the anchor; None where the anchor is coarser than the unit.

        "two days later" can be counted from a day and not from a month.
        """
        if unit is Precision.YEAR and self.passing is not None:
            return calendar.shifted(unit, date(self.passing, 1, 1), by)
        anchor = self.anchor
        if anchor is None or anchor.earliest is None or anchor.latest is None:
            return None
        if anchor.precision is Precision.OPEN:
            if (anchor.latest - anchor.earliest).days > _SPAN[unit]:
                return None
        elif _FINENESS[anchor.precision] > _FINENESS[unit]:
            return None
        return calendar.shifted(unit, anchor.latest if by >= 0 else anchor.earliest, by)

    @staticmethod
    def _first(make: Callable[[int], Period], day: date) -> Period | None:
        for step in (0, 1):
            period = make(day.year + step)
            if period.latest and period.latest >= day:
                return period
        return None

    def _near(self, make: Callable[[int], Period], anchor: Period) -> Period | None:
        earliest = anchor.earliest
        if earliest is None:
            return None
        if self.tense is Tense.REPORTED and not self.history:
            return self._first(make, earliest)
        here = make(earliest.year)
        if here.latest is None or (earliest - here.latest).days <= BACKWARD_DAYS:
            return here
        return make(earliest.year + 1)


def _days_off(period: Period, day: date) -> int:
    """How many days a period lies before or after a day."""
    if period.earliest is None or period.latest is None:
        return 0
    return max((period.earliest - day).days, (day - period.latest).days, 0)


def _far(period: Period, other: Period) -> bool:
    if period.earliest is None or other.earliest is None:
        return False
    return abs(period.earliest.year - other.earliest.year) > FAR_YEARS


_SPAN = {
    Precision.DAY: 3,
    Precision.WEEK: 7,
    Precision.MONTH: 31,
    Precision.QUARTER: 92,
    Precision.YEAR: 366,
    Precision.DECADE: 3660,
}


def is_anchor(period: Period) -> bool:
    """Whether later words may count from a period."""
    if period.earliest is None or period.latest is None:
        return False
    return (period.latest - period.earliest).days <= ANCHOR_DAYS
