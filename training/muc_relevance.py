"""Learn which acts of force are incidents in MUC-4's sense, and which are one: `python -m training.muc_relevance
[--corpora DIR]`.

Writes `quality/muc_relevance.json` and `quality/muc_joining.json`, which only the test of templates uses.

Examples are the acts that claims tell in MUC-4's training documents, by whether a template of the key is mapped to
them as the test does it; and of these the pairs in one document, by whether the same template is worth most for both. A
logistic model over the features of `quality/muc_relevance.py` and of `quality/muc_joining.py` is fitted with an L2
penalty. A template earns about three quarters of its fills where it is right; at the least likelihood below, one more
earns F1 as much as it costs. Two that are joined wrongly lose a whole template, so that more than an even chance is
asked for; both by folds. Minutes on a CPU, most of them for the encoder; needs numpy only.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from harmattan.model.claims import Claim
from quality import muc_joining
from quality.bench import Bench
from quality.muc_answers import Answers, report
from quality.muc_joining import Likeness
from quality.muc_keys import Key, read_keys
from quality.muc_relevance import WEIGHTS, Relevance
from quality.muc_scoring import Response, mapped, worth
from quality.templates import answers_of
from training.corpora import corpora_root

log = logging.getLogger("training")

LEAST = 0.28
"""The likelihood from which on an act is taken for an incident."""
LEAST_ALIKE = 0.6
"""The likelihood from which on two acts are taken for one incident."""
PENALTY = 10.0
STEPS = 15
SEEN = 6
"""A feature is kept if it stands in so many examples."""
FOLDS = 4


@dataclass(frozen=True)
class Example:
    """An act of a document, or a pair of them: the features, and whether it is an incident, or the same one."""

    fold: int
    features: tuple[str, ...]
    relevant: bool


@dataclass(frozen=True)
class Examples:
    """All that is learnt from."""

    acts: Sequence[Example]
    pairs: Sequence[Example]


def examples(bench: Bench) -> Examples:
    """The acts of all training documents and their pairs."""
    folder = bench.root / "muc4"
    keys = read_keys(_lines(folder / "train.templates.jsonl"))
    acts: list[Example] = []
    pairs: list[Example] = []
    for number, row in enumerate(_lines(folder / "train.docs.jsonl")):
        answers, claims = answers_of(bench, report(row["text"]))
        gold = keys.get(row["docid"], [])
        acts += _acts(number % FOLDS, answers, claims, gold)
        pairs += _pairs(number % FOLDS, answers, claims, gold)
    return Examples(acts, pairs)


def _acts(fold: int, answers: Answers, claims: Iterable[Claim], gold: Sequence[Key]) -> Iterator[Example]:
    told = answers.acts(claims)
    responses = [answers.response(act) for act in told]
    found = {match.response for match in mapped(gold, responses) if match.key is not None}
    for at in range(len(told)):
        yield Example(fold, tuple(answers.surroundings.features(told, at)), at in found)


def _pairs(fold: int, answers: Answers, claims: Iterable[Claim], gold: Sequence[Key]) -> Iterator[Example]:
    """The pairs of acts that some template of the key is worth something for."""
    told = answers.acts(claims)
    best = [_best(gold, answers.response(act)) for act in told]
    likeness = Likeness(answers.surroundings)
    for one, two in combinations(range(len(told)), 2):
        if best[one] is not None and best[two] is not None:
            yield Example(fold, tuple(likeness.features(told, one, two)), best[one] == best[two])


def _best(gold: Sequence[Key], response: Response) -> int | None:
    """The template of the key that is worth most."""
    worths = [worth(key, response) for key in gold]
    return max(range(len(gold)), key=worths.__getitem__) if any(worths) else None


def fit(chosen: Sequence[Example]) -> dict[str, float]:
    """Weights by feature at which the answers are likeliest, less the penalty on their squares; by Newton's steps."""
    counts = Counter(name for example in chosen for name in set(example.features))
    index = {
        name: at for at, name in enumerate(sorted(name for name, seen in counts.items() if seen >= SEEN))
    }
    table: NDArray[np.float64] = np.zeros((len(chosen), len(index)))
    for row, example in enumerate(chosen):
        for name in example.features:
            if name in index:
                table[row, index[name]] += 1
    relevant = np.array([example.relevant for example in chosen], dtype=float)
    penalty = np.array([0.0 if name == "always" else PENALTY for name in index])
    weights = np.zeros(len(index))
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-(table @ weights)))
        slope = table.T @ (likely - relevant) + penalty * weights
        curve = (table * (likely * (1 - likely))[:, None]).T @ table + np.diag(penalty + 1e-6)
        weights -= np.linalg.solve(curve, slope)
    return {name: round(float(weights[at]), 3) for name, at in index.items()}


def by_folds(found: Sequence[Example]) -> Iterator[str]:
    """Of examples of documents that were not learnt from, how many are kept and how many of them are right."""
    judged: list[tuple[float, Example]] = []
    for fold in range(FOLDS):
        model = Relevance(fit([example for example in found if example.fold != fold]), LEAST)
        judged += [(model.likely(iter(one.features)), one) for one in found if one.fold == fold]
    total = sum(example.relevant for example in found)
    for least in (0.2, LEAST, 0.4, 0.5, LEAST_ALIKE, 0.7, 0.8):
        kept = [example for likely, example in judged if likely >= least]
        right = sum(example.relevant for example in kept)
        yield (
            f"from {least}: {len(kept)} of {len(found)} kept, {100 * right / max(1, len(kept)):.1f} % of them right,"
            f" {100 * right / max(1, total):.1f} % of the right"
        )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf8") as lines:
        yield from map(json.loads, lines)


def main() -> None:
    """Learn, report by folds, write."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=corpora_root())
    learn(examples(Bench(parser.parse_args().corpora)))


def learn(found: Examples) -> None:
    """Fit and write both files."""
    write("an act speaks for an incident", found.acts, LEAST, WEIGHTS)
    write("two acts speaks for their being one incident", found.pairs, LEAST_ALIKE, muc_joining.WEIGHTS)


def write(about: str, chosen: Sequence[Example], least: float, out: Path) -> None:
    """Fit and write the file of what each feature of `about` says."""
    log.info("%s", about)
    for line in by_folds(chosen):
        log.info("%s", line)
    data = {
        "about": f"How much each feature of {about} in MUC-4's sense; learnt by training/muc_relevance.py on"
        " MUC-4's training documents.",
        "least": least,
        "weights": fit(chosen),
    }
    out.write_text(json.dumps(data, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
