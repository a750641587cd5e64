"""A strip of a dossier's dated events: a dot for a day, a bar as wide as the words for anything wider."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from harmattan.model.claims import Claim
from harmattan.model.readings import Event, Modality
from harmattan.publish.contents import period_of
from harmattan.publish.drawing import TimeScale, element, picture, title
from harmattan.publish.ledger_chart import Link
from harmattan.publish.sentences import plain, sentence_for
from harmattan.publish.wording import counted

WIDTH = 680.0
LANE = 11.0
MOST_LANES = 9
NARROWEST = 8.0
"""Width of the narrowest bar, so that it can be told from a dot."""
FEWEST_MARKS = 3
"""With fewer the sentences alone say it better."""


def timeline(claims: Iterable[Claim], link: Link) -> Markup | None:
    """The strip, or None where too few events can be put on it."""
    dated = [
        (period.earliest, period.latest, claim)
        for claim in claims
        if isinstance(claim.body, Event)
        and (period := period_of(claim))
        and period.earliest
        and period.latest
    ]
    if len(dated) < FEWEST_MARKS:
        return None
    dated.sort(key=lambda one: (one[0], one[1], one[2].id))
    scale = TimeScale.around([day for start, end, _ in dated for day in (start, end)], 10.0, WIDTH - 10)
    lanes: list[float] = []
    marks: list[tuple[int, float, float, Claim]] = []
    for start, end, claim in dated:
        left, right = scale.x(start), scale.x(end)
        lane = next((index for index, taken in enumerate(lanes) if taken + 3 < left - 4), len(lanes))
        if lane >= MOST_LANES:
            lane = min(range(len(lanes)), key=lanes.__getitem__)
        elif lane == len(lanes):
            lanes.append(0.0)
        lanes[lane] = max(lanes[lane], right + 4)
        marks.append((lane, left, right, claim))
    bottom = 10 + LANE * len(lanes)
    drawn = [element("line", x1=0.0, x2=WIDTH, y1=bottom, y2=bottom, class_="axis")]
    for day, text in scale.ticks(9):
        x = scale.x(day)
        drawn.append(element("line", x1=x, x2=x, y1=bottom, y2=bottom + 5, class_="axis"))
        drawn.append(
            element(
                "text",
                text,
                x=x,
                y=bottom + 20,
                class_="tick",
                text_anchor="start" if x < 24 else "end" if x > WIDTH - 24 else "middle",
            )
        )
    drawn += [_mark(mark, bottom - LANE * (mark[0] + 0.5) - 2, link) for mark in marks]
    label = f"{counted(len(marks), 'dated event')} on a line of time; the sentences below tell them."
    return picture(WIDTH, bottom + 26, label, *drawn, class_="chart timeline")


def _mark(mark: tuple[int, float, float, Claim], y: float, link: Link) -> Markup:
    _, left, right, claim = mark
    told = "" if claim.modality in (Modality.ASSERTED, Modality.HABITUAL) else " hollow"
    words = title(plain(sentence_for(claim)))
    if right == left:
        shape = element("circle", words, cx=(left + right) / 2, cy=y, r=3.6, class_=f"point{told}")
    else:
        width = max(NARROWEST, right - left)
        box = {"x": (left + right - width) / 2, "y": y - 2.0, "width": width, "height": 4.0, "rx": 1.0}
        shape = element("rect", words, **box, class_=f"point{told}")
    return element("a", shape, href=link(claim))
