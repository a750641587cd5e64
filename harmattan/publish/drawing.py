"""SVG by hand: escaped elements, and scales for time and number. Charts take their colours from the style sheet."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape


def element(name: str, *content: str, **attributes: object) -> Markup:
    """An element with its attributes and content escaped, save what is Markup. `class_` and `stroke_x` are spelt
    `class` and `stroke-x`; attributes that are None are left out; numbers have one decimal.
    """
    written = Markup().join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _number(value))
        for key, value in attributes.items()
        if value is not None
    )
    body = Markup().join(escape(piece) for piece in content)
    return Markup("<{}{}>{}</{}>").format(Markup(name), written, body, Markup(name))


def _number(value: object) -> object:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value


def picture(width: float, height: float, label: str, *content: str, class_: str = "chart") -> Markup:
    """An SVG picture of this size, with a text for those who cannot see it."""
    return element(
        "svg",
        *content,
        viewBox=f"0 0 {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        role="img",
        aria_label=label,
        class_=class_,
    )


def title(text: str) -> Markup:
    """The tooltip of the element it stands in."""
    return element("title", text)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days onto a stretch of the x axis."""

    first: date
    last: date
    left: float
    right: float

    @classmethod
    def around(cls, days: list[date], left: float, right: float) -> TimeScale:
        """A scale over the days, widened to whole months, or to whole years where they span more than three."""
        low, high = min(days), max(days)
        if high.year - low.year > 3:
            return cls(date(low.year, 1, 1), date(high.year, 12, 31), left, right)
        low, high = _month_later(low.replace(day=1), -1), _month_later(high.replace(day=1), 2)
        return cls(low, high - timedelta(days=1), left, right)

    def x(self, day: date) -> float:
        """Where a day lies; days beyond the ends are put at the ends."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    def ticks(self, most: int = 8) -> Iterator[tuple[date, str]]:
        """First days of years or months to mark, with their labels."""
        years = self.last.year - self.first.year + 1
        if years > 2:
            step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000, 10000) if years / step <= most)
            for year in range(self.first.year, self.last.year + 1):
                if year % step == 0:
                    yield date(year, 1, 1), str(year)
            return
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        step = next(step for step in (1, 2, 3, 6, 12) if months / step <= most)
        day = self.first.replace(day=1)
        for _ in range(months):
            if (day.month - 1) % step == 0:
                yield day, f"{calendar.month_abbr[day.month]} {day.year}"
            day = _month_later(day, 1)


def _month_later(day: date, months: int) -> date:
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    return date(index // 12, index % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class NumberScale:
    """Numbers from 0 onto a stretch of an axis; `end` is where `top` lies."""

    top: int
    start: float
    end: float

    @classmethod
    def up_to(cls, most: int, start: float, end: float) -> NumberScale:
        """A scale that ends on a round number at or above `most`."""
        top = 1
        while top < most:
            digits = 10 ** (len(str(top)) - 1)
            top = {1: 2, 2: 5, 5: 10}[top // digits] * digits
        if most > 5 and most <= top * 3 // 5:
            top = top * 3 // 5
        return cls(top, start, end)

    def at(self, value: int) -> float:
        """Where a number lies."""
        return self.start + (self.end - self.start) * min(value, self.top) / self.top

    def ticks(self) -> list[int]:
        """A few round numbers to mark."""
        parts = next((parts for parts in (5, 4, 3, 2) if self.top % parts == 0), 1)
        return [self.top * part // parts for part in range(parts + 1)]


class Labels:
    """Figures beside their points: none over another or over a point, and none where there is no room."""

    def __init__(
        self, frame: tuple[float, float, float, float], points: Sequence[tuple[float, float]]
    ) -> None:
        """`frame` is left, top, right and bottom."""
        self._frame = frame
        self._taken = [(x - 5, y - 5, x + 5, y + 5) for x, y in points]

    def beside(self, text: str, x: float, y: float) -> Markup:
        """The text near the point, or nothing where it would cover something; the tooltip and the table have it."""
        left, top, right, bottom = self._frame
        width, height = 7.6 * len(text), 13.0
        for start, base in ((x + 8, y - 8), (x - 8 - width, y - 8), (x + 8, y + 16), (x - 8 - width, y + 16)):
            box = (start, max(top, base) - height, start + width, max(top, base))
            inside = box[0] >= left and box[2] <= right and box[3] <= bottom
            if inside and not any(_overlap(box, one) for one in self._taken):
                self._taken.append(box)
                return element("text", text, x=start, y=box[3], text_anchor="start")
        return Markup()


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
