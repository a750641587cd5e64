"""Learn what each outcome of comparing two claims counts: `python -m training.incidents [--folds]`.

Writes `harmattan/resolution/incidents/points.toml`.

Examples are pairs of claims of which it is known whether they tell one event: those at the labelled words of the
reports in `quality/incidents` that are for development, and, within one text, claims of MUC-4's training documents
whose sufferers and targets are those of one template, or of two. A logistic model over the outcomes is fitted from the
points set by hand, which it leaves no further than the examples ask for. No point changes its sign: what speaks for two
reports telling one event never comes to speak against it; and a nearer day or place never counts less than one further
off. The points are scaled so that SAME begins at
six. A minute on a CPU; needs numpy only.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from harmattan.model.claims import Claim
from harmattan.model.readings import Event
from harmattan.resolution.incidents.comparison import account, compare
from harmattan.resolution.incidents.findings import Scale, read_scale
from harmattan.resolution.incidents.joint import is_candidate
from quality.bench import Bench
from quality.incident_pairs import FOLDER, load_reports, pairs
from quality.incidents import claims_at
from quality.muc_answers import report
from quality.muc_keys import Key, Words, read_keys
from quality.muc_scoring import content, head
from training.corpora import corpora_root

log = logging.getLogger("training")

OUT = Path("harmattan/resolution/incidents/points.toml")
BY_HAND = Path("training/incidents.toml")
PARTS = ("seen", "seen-more", "seen-third", "seen-fourth", "seen-fifth", "seen-sixth")
MUC_DOCUMENTS = 300
MUC_WEIGHT = 0.3
"""Claims of MUC-4's texts are labelled by their fillers only, and are all of one text."""
ODDS_OF_A_POINT = 0.6
"""What a point set by hand is worth as a logarithm of odds."""
LOOSENESS = 1.0
"""Standard deviation of a learnt point from the one set by hand, as logarithms of odds."""
UNTOLD = re.compile(
    r"without a place|undated|country in common|not known|may lie|within a month|within months|widely|the other's"
    r"|same area|same day|two weeks|telling word|one denies|many killed|as many are"
)
TIGHTNESS = 0.5
"""The same for outcomes that say how little is known, or what many happenings of a war have in common. Labelled reports
are chosen for their likeness: among them a report that does not say where is likely to mean the same place, and among
all reports it is not.
"""
SAME_ODDS, UNSURE_ODDS = 0.75, 0.2
"""Logarithms of the odds from which on a pair is the same: chosen for precision on folds; and at least unsure."""
SAME = 6.0
MOST = 5.5
"""Points that one outcome may count: no one thing that two claims have in common makes them the same, be it the day."""
STEPS = 3000

ORDERED = (
    (
        "same day",
        "times overlap within three days",
        "times overlap within two weeks",
        "times overlap within a month",
        "times overlap within months",
        "times overlap widely",
    ),
    ("a day apart", "two or three days apart", "more than three days apart"),
    (
        "one undated, reported within two days",
        "one undated, reported within a week",
        "one undated, recalled long after",
        "one undated, reported far apart",
    ),
    ("same place", "within 10 km", "within 50 km", "50 to 100 km apart", "more than 100 km apart"),
    ("within 50 km", "one place may lie in the other", "places not known to be near"),
    ("a town near the middle of an area", "one place may lie in the other"),
    ("50 to 100 km apart", "another country"),
    (
        "place named in the other's sentence",
        "place named in the other's title",
        "place named beside the other's",
    ),
    ("same number killed", "similar number killed", "killed far apart"),
    ("more telling words in common", "two telling words in common", "one telling word in common"),
    (
        "the next sentence, which says neither where nor when",
        "the next sentence",
        "one text, sentences apart",
    ),
    ("the next sentence, which only counts", "the next sentence"),
    ("same actor", "actors of one family", "another actor"),
    ("same recipient", "recipients of one family", "another recipient"),
    ("recipients described alike", "recipients alike, as many are"),
    (
        "recipients described alike",
        "recipients of one people",
        "recipients of one sort",
        "recipients of another sort",
    ),
)
"""Outcomes of which none counts more than the one before it."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """A pair of claims: the fold it is in, the outcomes of comparing it, and the answer."""

    fold: str
    outcomes: tuple[str, ...]
    same: bool
    across: bool
    weight: float = 1.0


def from_reports(bench: Bench) -> list[Example]:
    """Pairs of claims at labelled words; folds are the groups of reports."""
    examples: dict[tuple[str, str], Example] = {}
    for part in PARTS:
        reports = load_reports(FOLDER / f"{part}.toml")
        claims = {one.document.id: bench.code(one.document).claims for one in reports}
        groups = {one.id: one.group for one in reports}
        for pair in pairs(reports):
            left, right = (claims_at(mark, claims[mark.document.id]) for mark in (pair.left, pair.right))
            for one, other in ((one, other) for one in left for other in right if one.id != other.id):
                if is_candidate(one) and is_candidate(other):
                    key = (min(one.id, other.id), max(one.id, other.id))
                    found = _example(groups[pair.left.report], one, other, same=pair.same)
                    examples.setdefault(key, found)
    return list(examples.values())


def from_muc(bench: Bench) -> list[Example]:
    """Pairs of claims of one text whose sufferers are those of one template each."""
    folder = bench.root / "muc4"
    if not (folder / "train.docs.jsonl").exists():
        return []
    keys = read_keys(_lines(folder / "train.templates.jsonl"))
    rows = [row for row in _lines(folder / "train.docs.jsonl") if keys.get(row["docid"])]
    Random(1).shuffle(rows)
    examples: list[Example] = []
    for number, row in enumerate(rows[:MUC_DOCUMENTS]):
        told = [
            (claim, template)
            for claim in bench.code(report(row["text"])).claims
            if is_candidate(claim) and (template := _template(claim, keys[row["docid"]])) is not None
        ]
        for (one, first), (other, second) in combinations(told, 2):
            examples.append(
                _example(f"muc {number % 10}", one, other, same=first == second, weight=MUC_WEIGHT)
            )
    return examples


def _template(claim: Claim, keys: Sequence[Key]) -> int | None:
    """The only template that has a target or sufferer of the claim."""
    event = claim.body
    assert isinstance(event, Event)
    struck = [mention.name for mention in (*event.recipient, *event.target, *event.victim)]
    found = {
        at
        for at, key in enumerate(keys)
        for slot in ("physical target", "human target")
        for fill in key.slots.get(slot, ())
        if isinstance(fill, Words) and any(_alike(name, one) for name in fill.names for one in struck)
    }
    return found.pop() if len(found) == 1 else None


def _alike(one: str, other: str) -> bool:
    words, others = content(one), content(other)
    return bool(words and others) and (words <= others or others <= words) and head(one) == head(other)


def _example(fold: str, one: Claim, other: Claim, *, same: bool, weight: float = 1.0) -> Example:
    outcomes = tuple(finding.outcome for finding in compare(account(one), account(other)).findings)
    return Example(fold, outcomes, same, one.document.id != other.document.id, weight)


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf8") as file:
        for line in file:
            yield json.loads(line)


@dataclass(frozen=True)
class Model:
    """Points of the outcomes, as logarithms of odds, and what all pairs begin with."""

    names: tuple[str, ...]
    points: Matrix
    start: float

    def odds(self, examples: Sequence[Example]) -> Matrix:
        """The logarithm of the odds that each pair is the same."""
        odds: Matrix = _features(self.names, examples) @ self.points + self.start
        return odds


def fit(examples: Sequence[Example], by_hand: Scale) -> Model:
    """The points nearest to those set by hand that make the answers likely (Adam, signs kept)."""
    names = tuple(sorted(by_hand.points))
    prior = ODDS_OF_A_POINT * np.array([by_hand.points[name] for name in names])
    features = _features(names, examples)
    answers = np.array([example.same for example in examples], float)
    weights = np.array([example.weight for example in examples])
    values = np.append(prior, -ODDS_OF_A_POINT * by_hand.same_from)
    loose = [TIGHTNESS if UNTOLD.search(name) else LOOSENESS for name in names]
    centre, spread = values.copy(), np.array([*loose, LOOSENESS])
    momentum, square = np.zeros_like(values), np.zeros_like(values)
    for step in range(1, STEPS + 1):
        error = weights * (_sigmoid(features @ values[:-1] + values[-1]) - answers)
        slope = np.append(features.T @ error, error.sum()) + (values - centre) / spread**2
        momentum = 0.9 * momentum + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        values = values - 0.02 * (momentum / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        kept = np.where(prior > 0, np.maximum(values[:-1], 0), np.minimum(values[:-1], 0))
        values = np.append(_in_order(names, np.where(prior == 0, values[:-1], kept)), values[-1])
    return Model(names, values[:-1], float(values[-1]))


def _in_order(names: Sequence[str], points: Matrix) -> Matrix:
    """The nearest points that keep the orders (adjacent violators pooled)."""
    at = {name: column for column, name in enumerate(names)}
    for order in ORDERED:
        columns = [at[name] for name in order if name in at]
        pools: list[tuple[float, int]] = []
        for column in columns:
            value, count = float(points[column]), 1
            while pools and pools[-1][0] < value:
                before, number = pools.pop()
                value, count = (before * number + value * count) / (number + count), number + count
            pools.append((value, count))
        for column, value in zip(
            columns, (value for value, count in pools for _ in range(count)), strict=True
        ):
            points[column] = value
    return points


def _features(names: Sequence[str], examples: Sequence[Example]) -> Matrix:
    at = {name: column for column, name in enumerate(names)}
    features = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        for outcome in example.outcomes:
            features[row, at[outcome]] = 1
    return features


def _sigmoid(values: Matrix) -> Matrix:
    return 1 / (1 + np.exp(-values))


def in_folds(examples: Sequence[Example], by_hand: Scale) -> Iterator[str]:
    """How the learnt points and those set by hand do on groups that were not learnt from, in words."""
    learnt: list[float] = []
    hand: list[float] = []
    asked: list[bool] = []
    for fold in sorted({example.fold for example in examples if example.weight == 1.0}):
        inside = [example for example in examples if example.fold == fold and example.across]
        model = fit([example for example in examples if example.fold != fold], by_hand)
        learnt.extend(model.odds(inside))
        points = np.array([by_hand.points[name] for name in model.names])
        hand.extend(Model(model.names, points, -by_hand.same_from).odds(inside))
        asked.extend(example.same for example in inside)
    same = np.array(asked)
    for name, odds in (("by hand", np.array(hand)), ("learnt", np.array(learnt))):
        loss = -np.mean(np.log(_sigmoid(np.where(same, odds, -odds)) + 1e-9))
        for least in (-0.5, 0.0, 0.5, 1.0, 1.5, 2.0):
            told = odds >= least
            precision, recall = same[told].mean() if told.any() else 0.0, same[told].sum() / same.sum()
            yield f"{name:8} from {least:4}: precision {precision:.3f}, recall {recall:.3f} (loss {loss:.3f})"


def written(model: Model, text: str) -> str:
    """The text of `training/incidents.toml` with the learnt points in it."""
    scale = SAME / (SAME_ODDS - model.start)
    points = dict(zip(model.names, np.minimum(model.points * scale, MOST), strict=True))
    points |= {"same": SAME, "unsure": scale * (UNSURE_ODDS - model.start)}
    lines = []
    for line in text.splitlines():
        name, equals, _ = line.rpartition(" = ")
        lines.append(f"{name} = {_shown(points[name.strip().strip(chr(34))])}" if equals else line)
    return (
        "\n".join(["# Written by `python -m training.incidents` from `training/incidents.toml`.", *lines[1:]])
        + "\n"
    )


def _shown(value: float) -> str:
    return f"{round(float(value), 1) + 0.0:.1f}"


def main() -> None:
    """Learn and write, or measure on folds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=corpora_root())
    parser.add_argument(
        "--folds", action="store_true", help="measure on groups of reports held out, write nothing"
    )
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    text = BY_HAND.read_text(encoding="utf8")
    by_hand = read_scale(text)
    bench = Bench(given.corpora)
    examples = [*from_reports(bench), *from_muc(bench)]
    log.info("%d pairs of claims, %d the same", len(examples), sum(example.same for example in examples))
    if given.folds:
        for line in in_folds(examples, by_hand):
            log.info(line)
        return
    OUT.write_text(written(fit(examples, by_hand), text), encoding="utf8")


if __name__ == "__main__":
    main()
