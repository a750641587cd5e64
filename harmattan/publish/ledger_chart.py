"""One series of the force ledger over time: actual is a step line, announced is dashed, a range is a band.

A step holds until the next report of an actual strength, thin after a year without one; beyond the last nothing is
drawn. A report whose words cover more than a day is drawn as wide as they are. Rows without a time on the calendar are
left to the table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from harmattan.analysis.ledger import Direction, LedgerRow, Move, Series, Standing
from harmattan.model.claims import Claim
from harmattan.model.values import Count, Period
from harmattan.publish.drawing import Labels, NumberScale, TimeScale, element, picture, title
from harmattan.publish.sentences import plain, sentence_for
from harmattan.publish.wording import count_words

WIDTH, HEIGHT = 680.0, 270.0
FEWEST_ROWS = 2
STALE = timedelta(days=366)
"""How long after a report its figure is drawn with full weight."""
LEFT, RIGHT, TOP, BOTTOM = 58.0, 660.0, 26.0, 224.0

Link = Callable[[Claim], str]
"""Where a claim's words are, as this page links to it."""


def ledger_chart(series: Series, link: Link) -> Markup | None:
    """The chart, or None where fewer than two rows can be put on a time axis: one figure is better read."""
    dated = [row for row in series.rows if row.period is not None]
    if len(dated) < FEWEST_ROWS:
        return None
    periods = [row.period for row in dated if row.period] + [move.period for move in series.moves]
    days = [day for period in periods for day in (period.earliest, period.latest) if day]
    across = TimeScale.around(days, LEFT, RIGHT)
    most = max(_extent(row.size)[1] for row in dated)
    up = NumberScale.up_to(max(1, most), BOTTOM, TOP)
    actual = [row for row in dated if row.standing is Standing.ACTUAL]
    rest = [row for row in dated if row.standing is not Standing.ACTUAL]
    spots = [_spot(row, (across, up)) for row in dated]
    labels = Labels((LEFT, 12.0, WIDTH, BOTTOM), spots)
    drawn = [
        *_axes(across, up),
        *_bands(actual, across, up),
        *_steps(actual, across, up),
        *(_announced(row, actual, across, up) for row in rest),
        *(_point(row, (across, up), link, labels) for row in (*actual, *rest)),
        *(_move(move, across, link) for move in series.moves),
    ]
    label = f"{series.force}, {series.place}, {series.unit}: " + "; ".join(
        f"{count_words(row.size)} ({row.status.value})" for row in dated
    )
    return picture(WIDTH, HEIGHT, label, *drawn, class_="chart ledger")


def _axes(across: TimeScale, up: NumberScale) -> list[Markup]:
    rows = [
        Markup().join(
            (
                element("line", x1=LEFT, x2=RIGHT, y1=up.at(tick), y2=up.at(tick), class_="grid"),
                element(
                    "text", f"{tick:,}", x=LEFT - 10, y=up.at(tick) + 4, class_="tick", text_anchor="end"
                ),
            )
        )
        for tick in dict.fromkeys(up.ticks())
    ]
    columns = [
        Markup().join(
            (
                element("line", x1=across.x(day), x2=across.x(day), y1=BOTTOM, y2=BOTTOM + 5, class_="axis"),
                element("text", text, x=across.x(day), y=BOTTOM + 34, class_="tick", text_anchor="middle"),
            )
        )
        for day, text in across.ticks(7)
    ]
    return [*rows, element("line", x1=LEFT, x2=RIGHT, y1=BOTTOM, y2=BOTTOM, class_="axis"), *columns]


def _extent(count: Count) -> tuple[int, int]:
    """The least and the greatest number to draw: "up to 20" reaches down to 0, "about 20" is 20."""
    known = [value for value in (count.low, count.best, count.high) if value is not None]
    return (0 if count.low is None and count.high is not None else known[0]), known[-1]


def _open_above(count: Count) -> bool:
    """Whether the words set a lower bound and no upper one."""
    return count.low is not None and count.high is None


def _level(count: Count) -> int | None:
    """The one number to draw a line at, if the words give one: a range without a best figure gives none."""
    if count.best is not None:
        return count.best
    return count.low if count.high is None else count.high if count.low is None else None


def _start(period: Period) -> date:
    return period.earliest or period.latest or date.min


def _end(period: Period) -> date:
    return period.latest or period.earliest or date.max


def _reach(rows: Sequence[LedgerRow], index: int) -> tuple[date, date]:
    """The days over which a row's level is drawn: its own period, and on to the next report."""
    period = rows[index].period
    if period is None:
        raise ValueError("a row without a period is not drawn")
    following = rows[index + 1].period if index + 1 < len(rows) else None
    end = _start(following) if following else _end(period)
    return _start(period), max(end, _start(period))


def _bands(rows: Sequence[LedgerRow], across: TimeScale, up: NumberScale) -> list[Markup]:
    bands = []
    for index, row in enumerate(rows):
        low, high = _extent(row.size)
        if low == high:
            continue
        start, end = (across.x(day) for day in _reach(rows, index))
        top = up.at(high)
        bands.append(
            element(
                "rect",
                x=start - 3 if start == end else start,
                y=top,
                width=max(6.0, end - start),
                height=up.at(low) - top,
                class_="band actual",
            )
        )
    return bands


def _steps(rows: Sequence[LedgerRow], across: TimeScale, up: NumberScale) -> list[Markup]:
    """The step line, broken where a report gives a range and no figure in it, and thin where the last report is more
    than a year old.
    """
    fresh: list[str] = []
    stale: list[str] = []
    joined = False
    for index, row in enumerate(rows):
        level = _level(row.size)
        if level is None or row.period is None:
            joined = False
            continue
        first, last = _reach(rows, index)
        known = min(last, _end(row.period) + STALE) if _end(row.period) < date.max - STALE else last
        start, middle, end = across.x(first), across.x(max(first, known)), across.x(last)
        y = up.at(level)
        fresh.append(f"V{y:.1f}H{middle:.1f}" if joined else f"M{start:.1f} {y:.1f}H{middle:.1f}")
        if end > middle:
            stale.append(f"M{middle:.1f} {y:.1f}H{end:.1f}")
            fresh.append(f"M{end:.1f} {y:.1f}")
        joined = True
    lines = [element("path", d="".join(stale), class_="step actual stale")] if stale else []
    return [*lines, element("path", d="".join(fresh), class_="step actual")] if fresh else lines


def _announced(row: LedgerRow, actual: Sequence[LedgerRow], across: TimeScale, up: NumberScale) -> Markup:
    """Dashed, from the last actual figure before it to what is announced."""
    period = row.period
    if period is None:
        return Markup()
    kind = row.standing.value
    low, high = _extent(row.size)
    start, end = across.x(_start(period)), across.x(_end(period))
    parts = []
    if low != high:
        x = start if end - start > 6 else end - 3
        band = {"x": x, "y": up.at(high), "width": max(6.0, end - start), "height": up.at(low) - up.at(high)}
        parts.append(element("rect", **band, class_=f"band {kind}"))
    elif end > start:
        parts.append(element("line", x1=start, x2=end, y1=up.at(high), y2=up.at(high), class_=f"step {kind}"))
    earlier = [one for one in actual if one.period and _start(one.period) <= _start(period)]
    if earlier and row.standing is Standing.ANNOUNCED:
        last = earlier[-1]
        from_level, to_level = _level(last.size), _level(row.size)
        y = up.at(from_level if from_level is not None else _extent(last.size)[1])
        goal = up.at(to_level if to_level is not None else high)
        x = across.x(_end(last.period)) if last.period else start
        parts.append(element("path", d=f"M{x:.1f} {y:.1f}H{start:.1f}V{goal:.1f}", class_=f"step {kind}"))
    return element("g", *parts)


def _spot(row: LedgerRow, scales: tuple[TimeScale, NumberScale]) -> tuple[float, float]:
    """Where a row's point is: in the middle of its days if it is actual, else at their end."""
    across, up = scales
    period = row.period
    if period is None:
        raise ValueError("a row without a period is not drawn")
    start, end = across.x(_start(period)), across.x(_end(period))
    level = _level(row.size)
    wide = row.standing is Standing.ACTUAL and end - start > 6
    return (start + end) / 2 if wide else end, up.at(level if level is not None else _extent(row.size)[1])


def _point(row: LedgerRow, scales: tuple[TimeScale, NumberScale], link: Link, labels: Labels) -> Markup:
    period = row.period
    if period is None:
        return Markup()
    low, high = _extent(row.size)
    start, end = scales[0].x(_start(period)), scales[0].x(_end(period))
    level = _level(row.size)
    x, y = _spot(row, scales)
    parts = [title(plain(sentence_for(row.claim)))]
    if end - start > 6 and row.standing is Standing.ACTUAL and low == high:
        parts.append(element("line", x1=start, x2=end, y1=y, y2=y, class_="wide actual"))
    if level is not None:
        hollow = " hollow" if row.as_reported else ""
        parts.append(element("circle", cx=x, cy=y, r=4.5, class_=f"point {row.standing.value}{hollow}"))
    if _open_above(row.size):
        parts.append(element("path", d=f"M{x:.1f} {y - 6:.1f}v-12m-4 5l4 -5l4 5", class_="open"))
    parts.append(element("g", labels.beside(_short(row.size), x, y), class_=f"figure {row.standing.value}"))
    return element("a", *parts, href=link(row.claim))


def _short(count: Count) -> str:
    low, high = count.low, count.high
    if low is not None and low == high:
        return f"{low:,}"
    if low is not None and high is not None:
        return f"{low:,}–{high:,}"
    return f"≥ {low:,}" if low is not None else f"≤ {high:,}" if high is not None else f"≈ {count.best:,}"


def _move(move: Move, across: TimeScale, link: Link) -> Markup:
    """A tick below the axis: up for an arrival, down for a departure, hollow where it is not told as done."""
    start, end = across.x(_start(move.period)), across.x(_end(move.period))
    x, y = (start + end) / 2, BOTTOM + 13
    shape = "l5 -9l5 9z" if move.direction is Direction.ARRIVAL else "l5 9l5 -9z"
    base = y + 3 if move.direction is Direction.ARRIVAL else y - 6
    done = "" if move.standing is Standing.ACTUAL else " hollow"
    parts = [title(plain(sentence_for(move.claim)))]
    if end - start > 10:
        parts.append(element("line", x1=start, x2=end, y1=y - 1, y2=y - 1, class_="span"))
    parts.append(element("path", d=f"M{x - 5:.1f} {base:.1f}{shape}", class_=f"move{done}"))
    return element("a", *parts, href=link(move.claim))
