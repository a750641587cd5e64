"""The table of all figures, for the terminal and for `docs/quality.md`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quality.test import Case, Figure, Scorer

PAGE = Path("docs/quality.md")
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
SHOWN_CASES = 40


@dataclass(frozen=True)
class Measured:
    """A test with its figures and floors."""

    test: Scorer
    figures: Sequence[Figure]
    floors: Mapping[str, float]
    page: str = ""
    """What else the test has to show, as Markdown."""


def table(measured: Sequence[Measured]) -> str:
    """Scorer, measure, ours, best published, floor; as a Markdown table."""
    rows = [("test", "measure", "ours", "best published", "floor"), ("---", "---", "--:", "---", "--:")]
    for item in measured:
        for figure in item.figures:
            floor = item.floors.get(figure.name)
            rows.append(
                (
                    item.test.name,
                    figure.name,
                    f"{figure.value:.1f}",
                    figure.published,
                    "" if floor is None else f"{floor:.1f}",
                )
            )
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def definitions(measured: Sequence[Measured]) -> str:
    """What each test counts, one paragraph each."""
    return "\n\n".join(
        text
        for item in measured
        for text in (f"**{item.test.name}**: {item.test.definition}", item.page)
        if text
    )


def write_page(measured: Sequence[Measured], path: Path = PAGE) -> None:
    """Put the table and the definitions between the marks of the page."""
    page = path.read_text(encoding="utf8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    made = f"{BEGIN}\n{table(measured)}\n\n{definitions(measured)}\n{END}"
    path.write_text(before + made + after, encoding="utf8")


def cases(found: Sequence[Case], shown: int = SHOWN_CASES) -> str:
    """How many cases of each kind, then some of each with their context, spread over the documents."""
    counts = Counter(case.kind for case in found)
    lines = [f"{count:6} {kind}" for kind, count in counts.most_common()]
    each = max(3, shown // max(1, len(counts)))
    for kind, count in counts.most_common():
        same = [case for case in found if case.kind == kind]
        lines.append(f"\n{kind}")
        for case in same[:: max(1, count // each)][:each]:
            lines.append(f"  {case.where}: {case.context}")
            if case.detail:
                lines.append(f"      {case.detail}")
    return "\n".join(lines)
