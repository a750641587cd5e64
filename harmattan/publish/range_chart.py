"""Who gives which count for an incident: a bar from low to high for each report, under the bar of them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from harmattan.model.values import Count
from harmattan.publish.drawing import NumberScale, element, picture, title
from harmattan.publish.wording import count_words

WIDTH = 460.0
VALUES = 84.0
"""Width of the column of figures on the right."""
ROW = 42.0
LONGEST_LABEL = 52


@dataclass(frozen=True, slots=True)
class CountReport:
    """One row of the chart: who says so, how many, and where the words are."""

    label: str
    count: Count
    href: str


def range_chart(total: Count, reports: Sequence[CountReport], what: str) -> Markup:
    """The chart of one kind of casualty; `what` is "killed", "wounded" or "abducted"."""
    bounds = [
        value for one in (total, *(r.count for r in reports)) for value in (one.low, one.best, one.high)
    ]
    most = max((value for value in bounds if value is not None), default=1)
    scale = NumberScale.up_to(max(1, most), 6.0, WIDTH - VALUES)
    bottom = ROW * (len(reports) + 1) + 8
    grid = [
        Markup().join(
            (
                element("line", x1=scale.at(tick), x2=scale.at(tick), y1=22.0, y2=bottom, class_="grid"),
                element(
                    "text", f"{tick:,}", x=scale.at(tick), y=bottom + 16, class_="tick", text_anchor="middle"
                ),
            )
        )
        for tick in dict.fromkeys(scale.ticks())
    ]
    rows = [_row("All reports", total, 0, scale, total=True)]
    rows += [
        element("a", _row(report.label, report.count, index + 1, scale), href=report.href)
        for index, report in enumerate(reports)
    ]
    label = f"Number {what}: {count_words(total)}. " + "; ".join(
        f"{r.label}: {count_words(r.count)}" for r in reports
    )
    return picture(WIDTH, bottom + 24, label, *grid, *rows, class_="chart range")


def _row(label: str, count: Count, index: int, scale: NumberScale, *, total: bool = False) -> Markup:
    y = ROW * index + 30
    known = [value for value in (count.low, count.best, count.high) if value is not None]
    low, high = (0 if count.low is None and count.high is not None else known[0]), known[-1]
    start, end = scale.at(low), scale.at(high)
    short = label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rstrip() + "…"
    weight = "total" if total else "report"
    parts = [
        title(f"{label}: {count_words(count)}"),
        element("text", short, x=0.0, y=y - 13, class_=f"label {weight}"),
    ]
    if end > start:
        parts.append(
            element("rect", x=start, y=y - 5, width=end - start, height=10.0, rx=2.0, class_=f"bar {weight}")
        )
    if count.high is None and count.low is not None:
        parts.append(_arrow(end, y, 1, weight))
    if count.low is None and count.high is not None:
        parts.append(_arrow(start, y, -1, weight))
    if count.best is not None:
        parts.append(
            element("circle", cx=scale.at(count.best), cy=y, r=5.5 if total else 4.5, class_=f"best {weight}")
        )
    parts.append(element("text", _short(count), x=WIDTH - VALUES + 22, y=y + 4, class_=f"value {weight}"))
    return element("g", *parts, class_="row")


def _arrow(x: float, y: float, direction: int, weight: str) -> Markup:
    """An end that the words leave open."""
    tip = x + 16 * direction
    shape = f"M{x:.1f} {y:.1f}H{tip:.1f}m{-5 * direction} -4l{5 * direction} 4l{-5 * direction} 4"
    return element("path", d=shape, class_=f"open {weight}")


def _short(count: Count) -> str:
    if count.low is not None and count.low == count.high:
        return f"{count.low:,}"
    if count.low is not None and count.high is not None:
        return f"{count.low:,}–{count.high:,}"
    if count.low is not None:
        return f"≥ {count.low:,}"
    return f"≤ {count.high:,}" if count.high is not None else f"≈ {count.best:,}"
