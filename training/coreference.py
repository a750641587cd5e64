"""Learn who is meant: `python -m training.coreference [--corpora DIR]`.

Writes `harmattan/reading/coreference/antecedents.json`.

The resolver walks through the training documents of GUM and MEANTIME on the shipped encoder's marks and is told the
right entity at each choice; each choice, with the features of all entities at hand, is an example of a log-linear
ranker. Weights are fitted to the likelihood with an L2 penalty. A class's thresholds are the least likelihoods at which
links (to an entity with a name, and without) reach the precision wanted on documents held out in folds. Minutes on a
CPU; needs numpy only.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from harmattan.model.text import Document
from harmattan.readers.house import HouseReader
from harmattan.reading.coreference.antecedents import Entity, Ranker, Setting, alone, class_of, shares
from harmattan.reading.coreference.referring import Expression, Form
from harmattan.reading.coreference.resolver import Choose, find_coreference, pairs
from harmattan.reading.names.entities import Entities, find_entities
from harmattan.reading.trees.repairs import mended
from training.chains import ChainedText, chained_files, read_chained
from training.corpora import corpora_root
from training.meantime import meantime_files, read_meantime, with_heads

OUT = Path("harmattan/reading/coreference/antecedents.json")
CLASSES = ("he", "it", "they", "the", "noun")
FOLDS = 4
PRECISION = {"named": 0.82, "other": 0.86}
"""Wanted of each class's links on held-out documents, to a name and to others: of all links to names together, of which
most are a person's pronouns, nine in ten are then right, and 85 in 100 are promised."""
FEWEST = 10
"""So many links must be told for a threshold to be trusted."""
LEAST = 0.4
"""No threshold lies below."""
PENALTY = {"he": 2.0, "it": 2.0, "they": 2.0, "the": 2.0, "noun": 2.0}
ROUNDS = 250
SEEN = 3
"""A feature is kept if it stands in so many examples."""


@dataclass(frozen=True)
class Example:
    """One choice: the features of "none" and of each entity at hand, which of them are right, which are named."""

    document: int
    group: str
    options: list[list[str]]
    right: list[bool]
    named: list[bool]


@dataclass
class Prepared:
    """A document with its names found, and the gold entity of each head word."""

    text: ChainedText
    entities: Entities
    gold: dict[int, list[tuple[int, int, str]]]
    """By the offset of a head word: start, end and entity of the mentions it heads, the shortest first."""
    whole: bool
    """Whether every mention is annotated, or those of some kinds only."""

    def entity_of(self, expression: Expression) -> str | None:
        """The gold entity of an expression, by its head word; of nested ones the shortest, of a list's the longest."""
        tokens = self.entities.sentences[expression.sentence].tokens
        found = self.gold.get(tokens[expression.head].start, [])
        if not found and not self.whole and expression.name is not None:
            return self._around(tokens[expression.head].start)
        start, end = tokens[expression.first].start, tokens[expression.stop - 1].end
        exact = next((entity for first, last, entity in found if (first, last) == (start, end)), None)
        if exact or expression.form is Form.LIST or not found:
            return exact
        return found[0][2]

    def _around(self, head: int) -> str | None:
        """The entity of the smallest mention around a name's head, for what has no heads annotated."""
        around = [mention for mention in self.text.mentions if mention.start <= head < mention.end]
        return min(around, key=lambda mention: mention.end - mention.start).entity if around else None


def prepare(root: Path, reader: HouseReader, part: str) -> list[Prepared]:
    """The documents of a part, marked by the reader."""
    texts = [(read_chained(path), True) for path in chained_files(root, part)]
    texts += [(read_meantime(path), False) for path in meantime_files(root, part)]
    found = []
    for read, whole in texts:
        document = Document(read.text)
        trees = [mended(sentence) for sentence in reader.mark(document)]
        entities = find_entities(document, trees, reader.knowledge.names(read.text))
        text = read if whole else with_heads(read, trees)
        gold: dict[int, list[tuple[int, int, str]]] = {}
        for mention in sorted(text.mentions, key=lambda mention: mention.end - mention.start):
            gold.setdefault(mention.head, []).append((mention.start, mention.end, mention.entity))
        found.append(Prepared(text, entities, gold, whole))
    return found


def examples(documents: Sequence[Prepared], reader: HouseReader) -> list[Example]:
    """The choices of all documents, each taken rightly."""
    found: list[Example] = []
    for number, document in enumerate(documents):
        find_coreference(
            document.entities,
            reader.knowledge.lexicon,
            same=reader.knowledge.bearer,
            choose=_told(document, number, found),
        )
    return found


def _told(document: Prepared, number: int, found: list[Example]) -> Choose:
    def choose(setting: Setting, entities: Sequence[Entity]) -> tuple[Entity | None, float]:
        wanted = document.entity_of(setting.expression)
        golds = [_gold_of(document, entity) for entity in entities]
        right = [wanted is not None and gold == wanted for gold in golds]
        options = [alone(setting), *pairs(setting, entities)]
        named = [
            False,
            *(any(mention.name is not None for mention in entity.mentions) for entity in entities),
        ]
        if wanted is not None or document.whole:
            possible = [not any(right), *right]
            found.append(Example(number, class_of(setting.expression), options, possible, named))
        return next((entity for entity, is_it in zip(entities, right, strict=True) if is_it), None), 1.0

    return choose


def _gold_of(document: Prepared, entity: Entity) -> str | None:
    votes = Counter(filter(None, map(document.entity_of, entity.mentions)))
    return votes.most_common(1)[0][0] if votes else None


def fit(chosen: Sequence[Example], penalty: float) -> dict[str, float]:
    """The weights at which the right choices are likeliest, less the penalty on their squares."""
    counts = Counter(feature for example in chosen for option in example.options for feature in set(option))
    index = {
        feature: at for at, feature in enumerate(sorted(f for f, count in counts.items() if count >= SEEN))
    }
    rows = sum(len(example.options) for example in chosen)
    table: NDArray[np.float64] = np.zeros((rows, len(index)))
    right: NDArray[np.bool_] = np.zeros(rows, dtype=bool)
    starts = []
    row = 0
    for example in chosen:
        starts.append(row)
        for option, is_right in zip(example.options, example.right, strict=True):
            for feature in option:
                if feature in index:
                    table[row, index[feature]] = 1
            right[row] = is_right
            row += 1
    begin = np.array(starts)
    sizes = np.diff([*starts, rows])
    weights = np.zeros(len(index))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, ROUNDS + 1):
        scores = table @ weights
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, begin), sizes))
        likely = raised / np.repeat(np.add.reduceat(raised, begin), sizes)
        wanted = np.where(right, raised, 0)
        wanted = wanted / np.repeat(np.add.reduceat(wanted, begin), sizes)
        gradient = table.T @ (likely - wanted) + penalty * weights
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        rate = 0.1 * min(1.0, 4 * (1 - step / (ROUNDS + 1)))
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {
        feature: round(float(weights[at]), 3) for feature, at in index.items() if abs(weights[at]) >= 0.005
    }


@dataclass(frozen=True)
class Outcome:
    """How one choice of a held-out document came out."""

    likely: float
    joined: bool
    """Whether an entity was chosen."""
    named: bool
    right: bool
    findable: bool
    """Whether a named entity was right."""
    findable_other: bool
    """Whether one without a name was."""


def outcomes(held_out: Sequence[Example], weights: dict[str, float]) -> list[Outcome]:
    """The choices that these weights make."""
    found = []
    for example in held_out:
        ranker = Ranker({example.group: weights}, {})
        likely = shares([ranker.score(example.group, option) for option in example.options])
        best = max(range(len(likely)), key=lambda at: likely[at])
        findable = any(r and n for r, n in zip(example.right, example.named, strict=True))
        other = any(r and not n for r, n in zip(example.right[1:], example.named[1:], strict=True))
        found.append(
            Outcome(likely[best], best > 0, example.named[best], example.right[best], findable, other)
        )
    return found


def threshold(told: Sequence[Outcome], wanted: float) -> float:
    """The least likelihood from which on so many of the links are right; 1 where that is none."""
    right, best = 0, 1.0
    ordered = sorted(told, key=lambda outcome: -outcome.likely)
    for count, outcome in enumerate(ordered, start=1):
        right += outcome.right
        tied = count < len(ordered) and ordered[count].likely == outcome.likely
        if right / count >= wanted and count >= FEWEST and not tied:
            best = outcome.likely
    return round(max(best, LEAST), 3)


def report(group: str, found: Sequence[Outcome], least: dict[str, float]) -> str:
    """One line: accuracy of all choices, precision and recall of the links that are told, to names and others."""
    accuracy = sum(o.right for o in found) / max(1, len(found))
    line = f"{group:5} {len(found):5} choices, {100 * accuracy:.1f} right"
    for kind, named in (("named", True), ("other", False)):
        told = [o for o in found if o.joined and o.named == named and o.likely >= least[kind]]
        findable = sum(o.findable if named else o.findable_other for o in found)
        right = sum(o.right for o in told)
        line += (
            f"; {kind} {findable}, told from {least[kind]}: {len(told)},"
            f" precision {100 * right / max(1, len(told)):.1f}, recall {100 * right / max(1, findable):.1f}"
        )
    return line


def main() -> None:
    """Learn, report by folds, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=corpora_root())
    root = parser.parse_args().corpora
    reader = HouseReader.load(threads=2)
    documents = prepare(root, reader, "train")
    learn(documents, examples(documents, reader), print)


def learn(documents: Sequence[Prepared], found: Sequence[Example], say: Callable[[str], None]) -> None:
    """Fit all classes and write the file."""
    weights: dict[str, dict[str, float]] = {}
    thresholds: dict[str, dict[str, float]] = {}
    for group in CLASSES:
        chosen = [example for example in found if example.group == group]
        held: list[Outcome] = []
        for fold in range(FOLDS):
            rest = [example for example in chosen if example.document % FOLDS != fold]
            out = [example for example in chosen if example.document % FOLDS == fold]
            held.extend(outcomes(out, fit(rest, PENALTY[group])))
        thresholds[group] = {
            kind: threshold([one for one in held if one.joined and one.named == named], PRECISION[kind])
            for kind, named in (("named", True), ("other", False))
        }
        say(report(group, held, thresholds[group]))
        weights[group] = fit(chosen, PENALTY[group])
    data = {
        "about": "Weights of the antecedent ranker, learnt by training/coreference.py"
        " on annotations of GUM and MEANTIME (CC BY 4.0).",
        "documents": [document.text.name for document in documents],
        "thresholds": thresholds,
        "weights": weights,
    }
    OUT.write_text(json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
