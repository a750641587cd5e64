"""Values that keep their own vagueness: a period is not a day, "2,500 or 3,000" is not one number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How wide the words are about a time; `OPEN` leaves one end open ("since 2013", "by 2023")."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included.

    Both ends are None where the words cannot be placed on a calendar without the publication date and
    the document has none ("last week"); `OPEN` has one end None ("by 2023": latest 2023-12-31, earliest None)
    unless it joins two dates ("from March to May 2013").
    """

    earliest: date | None
    latest: date | None
    precision: Precision

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"a period cannot end before it begins: {self.earliest} > {self.latest}")

    @property
    def resolved(self) -> bool:
        """Whether anything is known of where it lies on the calendar."""
        return self.earliest is not None or self.latest is not None

    def overlaps(self, other: Period) -> bool:
        """Whether the two could be the same day; an open end reaches as far as it likes."""
        starts_late = other.earliest and self.latest and other.earliest > self.latest
        ends_early = other.latest and self.earliest and other.latest < self.earliest
        return not (starts_late or ends_early)


@dataclass(frozen=True, slots=True)
class Count:
    """A number as the words give it: "at least 14" is low 14 and no more; "2,500 or 3,000" low and high.

    `best` is None where the words name no single number, `high` where they set no upper bound, `low` where they set
    no lower one: "up to 20" has a high alone, "about 5,000" a best alone. "several" and "dozens" set a low bound only.
    """

    low: int | None
    best: int | None
    high: int | None

    def __post_init__(self) -> None:
        known = [value for value in (self.low, self.best, self.high) if value is not None]
        if not known or known != sorted(known) or known[0] < 0:
            raise ValueError(f"not a count: low {self.low}, best {self.best}, high {self.high}")

    @classmethod
    def exactly(cls, number: int) -> Count:
        """A plain number."""
        return cls(number, number, number)
