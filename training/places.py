"""Learn how much each feature of a place weighs, by folds: `python -m training.places FILE.jsonl ...`.

The files are those of `corpora/places`. Their texts may not be shipped, nor weights learnt from them: what this prints
says what the features are worth at best, beside what the shipped weights, set by hand, reach on the same gold
toponyms. Weights are of a conditional logistic model over a name's candidates and "none of them"; the features that
places share rest on the beliefs of the model before, so that it is learnt a few times over.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from harmattan.model.readings import Place, Reading
from harmattan.model.world import Location
from harmattan.reading.sentences import split
from harmattan.reference.actors import load_registry
from harmattan.reference.countries import countries
from harmattan.reference.gazetteer import open_gazetteer
from harmattan.resolution.context import Context
from harmattan.resolution.places.distance import distance_km
from harmattan.resolution.places.features import OWN, SHARED
from harmattan.resolution.places.linker import PlaceLinker
from harmattan.resolution.places.ranker import Group, Weights, choose, shipped_weights, weigh
from quality.place_files import Annotated, read_annotated

RIGHT_KM = 161.0
NAMES = (*OWN, *SHARED)
FOLDS = 5
ROUNDS = 3
STEPS = 400
RATE = 0.05
PULL = 1e-3
"""How strongly weights are drawn to 0."""

Array = NDArray[np.float64]


@dataclass
class Named:
    """One name of a document with the gold places of its mentions."""

    group: Group
    gold: list[Location]

    def right(self, place: Location) -> int:
        """How many mentions mean this place."""
        return sum(distance_km(place, gold) <= RIGHT_KM for gold in self.gold)

    @property
    def answers(self) -> list[bool]:
        """Which candidates most of the mentions mean."""
        counts = [self.right(place) for place in self.group.candidates]
        most = max(counts, default=0)
        return [count == most > 0 for count in counts]


@dataclass
class Counted:
    """Mentions, those given a place, right ones, and those whose place is among the candidates."""

    mentions: int = 0
    given: int = 0
    right: int = 0
    held: int = 0
    right_of_held: int = 0

    def __str__(self) -> str:
        return (
            f"right of all {100 * self.right / max(1, self.mentions):.1f}, of given "
            f"{100 * self.right / max(1, self.given):.1f}, of held {100 * self.right / max(1, self.held):.1f}; given "
            f"{100 * self.given / max(1, self.mentions):.1f}, held {100 * self.held / max(1, self.mentions):.1f}"
        )


def named(annotated: Annotated, linker: PlaceLinker) -> list[Named]:
    """The names of one document that have to be told from others."""
    document = annotated.document
    sentences = tuple(document.span(tokens[0].start, tokens[-1].end) for tokens in split(document.text))
    context = Context(Reading(document, sentences, (), "training"), countries())
    gold: dict[Place, Location] = {}
    for toponym in annotated.toponyms:
        span = document.span(toponym.start, toponym.end)
        if toponym.location is not None:
            gold[Place(span, span.quote)] = toponym.location
    return [
        Named(group, [gold[member.place] for member in members])
        for group, members in linker.groups(linker.toponyms(gold, context), context)
    ]


def matrix(group: Group) -> Array:
    """A row for each candidate, and one of zeros but for the last column for none of them."""
    rows = [
        [features.get(name, 0.0) for name in NAMES] + [0.0]
        for features in (group.features(index) for index in range(len(group.candidates)))
    ]
    return np.array([*rows, [0.0] * len(NAMES) + [1.0]])


def learn(documents: Sequence[Sequence[Named]], weights: Weights) -> Weights:
    """Weights from the names of documents, beginning with what others believe of them."""
    for _ in range(ROUNDS):
        for names in documents:
            weigh([one.group for one in names], weights)
        weights = fit([one for names in documents for one in names], weights)
    return weights


def fit(names: Sequence[Named], start: Weights) -> Weights:
    """Gradient ascent (Adam) on the likelihood of the right candidates, all names at once."""
    stacked = np.concatenate([matrix(one.group) for one in names])
    sizes = np.array([len(one.group.candidates) + 1 for one in names])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    answers = np.concatenate([[*map(float, one.answers), float(not any(one.answers))] for one in names])
    mass = np.repeat([float(len(one.gold)) ** 0.5 for one in names], sizes)
    vector = np.array([*(start.features.get(name, 0.0) for name in NAMES), start.nowhere])
    first, second = np.zeros_like(vector), np.zeros_like(vector)
    for step in range(1, STEPS + 1):
        scores = stacked @ vector
        scores = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        belief = scores / np.repeat(np.add.reduceat(scores, starts), sizes)
        told = scores * answers
        told = told / np.repeat(np.add.reduceat(told, starts), sizes)
        gradient = stacked.T @ ((told - belief) * mass) / len(names) - PULL * vector
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        vector += RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return Weights(dict(zip(NAMES, map(float, vector[:-1]), strict=True)), float(vector[-1]), start.least)


def count(documents: Sequence[Sequence[Named]], weights: Weights, counted: Counted) -> None:
    """Score names of documents by weights."""
    for names in documents:
        weigh([one.group for one in names], weights)
        for one in names:
            choice = choose(one.group, weights)
            counted.mentions += len(one.gold)
            counted.held += max((one.right(place) for place in one.group.candidates), default=0)
            if choice.location is not None and choice.location.lat is not None:
                counted.given += len(one.gold)
                counted.right += one.right(choice.location)


def main(paths: Sequence[Path]) -> None:
    """Print what the shipped weights and those learnt by folds reach, and the latter's mean."""
    linker = PlaceLinker(load_registry(), countries(), open_gazetteer())
    for path in paths:
        documents = [named(annotated, linker) for annotated in read_annotated(path)]
        shipped, learnt = Counted(), Counted()
        count(documents, shipped_weights(), shipped)
        found: list[Weights] = []
        for fold in range(FOLDS):
            rest = [names for index, names in enumerate(documents) if index % FOLDS != fold]
            found.append(learn(rest, shipped_weights()))
            count(documents[fold::FOLDS], found[-1], learnt)
        print(f"{path.stem}, names to be told from others\n  shipped: {shipped}\n  by folds: {learnt}")
        mean = {name: round(float(np.mean([w.features[name] for w in found])), 2) for name in NAMES}
        print(json.dumps({**mean, "nowhere": round(float(np.mean([w.nowhere for w in found])), 2)}))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
