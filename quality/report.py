"""The table of all figures, for the terminal and for `docs/quality.md`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from quality.test import Case, Figure, Scorer

PAGE = Path("docs/quality.md")
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
SHOWN_CASES = 40

HEADLINES = {
    "syntax": ("UPOS", "LAS", "names F1", "PropBank arguments F1"),
    "fillers": ("micro F1",),
    "templates": ("all templates F1",),
    "time": ("* strict F1", "* value F1"),
    "places": ("* detection strict F1", "* within 161 km, of those held", "* exact id"),
    "events": ("type F1*", "actor F1", "recipient F1"),
    "relations": ("four types F1",),
    "strengths": (
        "seen precision",
        "seen recall",
        "held precision",
        "held recall",
        "*more precision",
        "*more recall",
    ),
    "coreference": ("* both to a name, precision", "* both to a name, recall", "*CoNLL F1*"),
    "incidents": (
        "* precision",
        "* recall",
        "* recall where both claims were found",
        "example report pairs joined",
    ),
    "actors": (
        "seen accuracy",
        "held accuracy",
        "seen precision",
        "seen recall",
        "held precision",
        "held recall",
        "re3d *",
    ),
    "confidence": ("calibration error", "right of those at 0.8 and more"),
}
"""The figures of each test that the first table shows; all of a test that is not named here."""


@dataclass(frozen=True)
class Measured:
    """A test with its figures and floors."""

    test: Scorer
    figures: Sequence[Figure]
    floors: Mapping[str, float]
    page: str = ""
    """What else the test has to show, as Markdown."""


def headlines(measured: Sequence[Measured]) -> list[Measured]:
    """The same tests with the figures that matter most."""
    return [
        replace(
            item, figures=[figure for figure in item.figures if _is_headline(item.test.name, figure.name)]
        )
        for item in measured
    ]


def _is_headline(test: str, figure: str) -> bool:
    patterns = HEADLINES.get(test, ("*",))
    return any(fnmatchcase(figure, pattern) for pattern in patterns)


def table(measured: Sequence[Measured]) -> str:
    """Test, measure, ours, best published, floor; as a Markdown table."""
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


def sections(measured: Sequence[Measured]) -> str:
    """What each test counts and all its figures, a section each."""
    return "\n\n".join(
        f"## {item.test.name}\n\n{item.test.definition}\n"
        + (f"\n{item.page}\n" if item.page else "")
        + f"\n<details><summary>All figures of {item.test.name}</summary>\n\n{table([item])}\n\n</details>"
        for item in measured
    )


def write_page(measured: Sequence[Measured], path: Path = PAGE) -> None:
    """Put the table and the definitions between the marks of the page."""
    page = path.read_text(encoding="utf8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    made = f"{BEGIN}\n{table(headlines(measured))}\n\n{sections(measured)}\n{END}"
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
