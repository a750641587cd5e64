"""Time expressions: the words that say when, how long or how often, their type and their value (TempEval-3, task A)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from harmattan.reading.sentences import split
from harmattan.reading.times.claimed import document_expressions
from quality import meantime
from quality.bench import Bench
from quality.measures import Tally
from quality.test import Case, Figure, Outcome, context
from quality.timeml import Annotated, Pair, Timex, is_exact, left_over, load, overlapping

FOLDER = "time"
TRAIN = "-train"
"""Files whose names end so are there to learn from."""

_NEWS = "TimeBank + AQUAINT"
_GROUPS = {"timebank": _NEWS, "aquaint": _NEWS}
_NAMES = {"timebank": "TimeBank", "aquaint": "AQUAINT", "wikiwars-dev": "WikiWars dev"}
_PUBLISHED = {
    (_NEWS, "strict F1"): "SynTime 92.1 (TempEval-3 test)",
    (_NEWS, "value F1"): "HeidelTime 77.6 (TempEval-3 test)",
    ("WikiWars dev", "strict F1"): "SynTime 81.5 (WikiWars)",
}


@dataclass
class TimeTally:
    """Counts over the documents of one data set."""

    strict: Tally = field(default_factory=Tally)
    relaxed: Tally = field(default_factory=Tally)
    type: Tally = field(default_factory=Tally)
    value: Tally = field(default_factory=Tally)

    def add(self, gold: Sequence[Timex], ours: Sequence[Timex], pairs: Sequence[Pair]) -> None:
        """Add one document, its expressions already paired."""
        sizes = (len(ours), len(gold))
        self.strict.add(sum(map(is_exact, pairs)), *sizes)
        self.relaxed.add(len(pairs), *sizes)
        self.type.add(sum(pair.gold.type == pair.ours.type for pair in pairs), *sizes)
        self.value.add(sum(pair.gold.value == pair.ours.value for pair in pairs), *sizes)

    def figures(self, data: str) -> list[Figure]:
        """The figures of a data set, that the issue's targets are on first."""
        values = [
            ("strict F1", self.strict.f1, True),
            ("value F1", self.value.f1, True),
            ("strict precision", self.strict.precision, True),
            ("strict recall", self.strict.recall, True),
            ("relaxed F1", self.relaxed.f1, True),
            ("type F1", self.type.f1, True),
            ("expressions", self.strict.gold, False),
        ]
        return [
            Figure(f"{data} {name}", value, _PUBLISHED.get((data, name), ""), floored)
            for name, value, floored in values
        ]


class TimeTest:
    """TempEval-3's task A on every file of the folder that is not for training, by file and TimeBank with AQUAINT."""

    name = "time"
    definition = (
        "TempEval-3, task A (UzZaman et al. 2013, SemEval-2013 task 1): TIMEX3 expressions of the types DATE, TIME, "
        "DURATION and SET, from raw text and the document's creation time, which is given and not scored. Strict: the "
        "same extent to the character; relaxed: an overlap, one of ours to one annotated. Type and value F1 are the "
        "task's attribute F1: right values among the relaxed pairs, over all of ours for precision and all annotated "
        "for recall; a value is right where its string is the same. WikiWars is annotated by TIMEX2's guideline, with "
        "the clauses that follow an expression in its extent (`the first year of the war`), and has the one type "
        "DATE, so its type F1 says nothing. MEANTIME's Wikinews articles (the part that is annotated) were no part of "
        "the development but for a look at the end."
    )

    def files(self, root: Path) -> list[Path]:
        """Every data set in the folder but those to learn from, and the articles of MEANTIME."""
        return [*_data_sets(root), *meantime.files(root)]

    def run(self, bench: Bench) -> Outcome:
        """Read the documents and count."""
        tallies: dict[str, TimeTally] = {}
        cases: list[Case] = []
        for names, documents in _data(bench.root):
            counted = [tallies.setdefault(name, TimeTally()) for name in names]
            for document in bench.sample(documents):
                ours = read(document)
                pairs = overlapping(document.expressions, ours)
                for tally in counted:
                    tally.add(document.expressions, ours, pairs)
                cases += wrong(document, ours, pairs)
        figures = [figure for name, tally in tallies.items() for figure in tally.figures(name)]
        return Outcome(figures, cases)


def _data_sets(root: Path) -> list[Path]:
    return [path for path in sorted((root / FOLDER).glob("*.jsonl")) if not path.stem.endswith(TRAIN)]


def _data(root: Path) -> Iterator[tuple[list[str], list[Annotated]]]:
    """The documents of each data set, with the names that its figures go under."""
    for path in _data_sets(root):
        name = _NAMES.get(path.stem, path.stem)
        yield [_GROUPS[path.stem], name] if path.stem in _GROUPS else [name], list(load(path))
    articles = list(meantime.load_articles(root))
    if articles:
        yield ["MEANTIME"], articles


def read(document: Annotated) -> list[Timex]:
    """Our expressions, from the text and the day it was made."""
    stretches = [(tokens[0].start, tokens[-1].end) for tokens in split(document.text)]
    found = document_expressions(document.text, stretches, document.created)
    return [
        Timex(each.span.start, each.span.end, each.type.value, each.value)
        for sentence in found
        for each in sentence
    ]


def wrong(document: Annotated, ours: Sequence[Timex], pairs: Sequence[Pair]) -> list[Case]:
    """Whatever is not as annotated."""

    def case(kind: str, timex: Timex, detail: str) -> Case:
        return Case(kind, document.id, context(document.text, timex.start, timex.end, 60), detail)

    cases = [
        case("missed", timex, f"{timex.type} {timex.value}")
        for timex in left_over(document.expressions, (pair.gold for pair in pairs))
    ]
    cases += [
        case("spurious", timex, f"{timex.type} {timex.value}")
        for timex in left_over(ours, (pair.ours for pair in pairs))
    ]
    for gold, found in pairs:
        if not is_exact(Pair(gold, found)):
            cases.append(case("extent", gold, f"found: {document.text[found.start : found.end]!r}"))
        if gold.value != found.value:
            cases.append(case("value", gold, f"{gold.value}, found {found.value} ({document.created})"))
        elif gold.type != found.type:
            cases.append(case("type", gold, f"{gold.type}, found {found.type}"))
    return cases
