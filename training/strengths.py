"""Learns which numbers are strengths of a force, though no rule takes them for one: `python -m training.strengths`.

Right are those that our own labelled passages have (`quality/strengths/seen*.toml`), wrong all other numbers that the
rules leave over there, in our own reports (`examples/`), and in the sentences of UD English-EWT (CC BY-SA 4.0), where
hardly any number is a force's.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path

from harmattan.model.readings import Event
from harmattan.model.text import Document, Span
from harmattan.reading.passes import page_of
from harmattan.reading.strengths.finder import undecided
from quality.bench import Bench
from quality.calibration import fit
from quality.strengths_gold import load_passages
from training.corpora import corpora_root, texts_with_numbers

log = logging.getLogger("training")

WEIGHTS = Path("harmattan/reference/data/strengths.json")
PASSAGES = Path("quality/strengths")
REPORTS = Path("examples/sahel/reports")

Example = tuple[frozenset[str], bool]


def learn(root: Path, out: Path = WEIGHTS) -> None:
    """Fit the weights and write them."""
    bench = Bench(root)
    examples = [*_labelled(bench), *_unlabelled(bench, root)]
    weights = fit(
        [{"always": 1.0, **dict.fromkeys(features, 1.0)} for features, _ in examples],
        [right for _, right in examples],
    )
    content = {
        "what": "How likely a number that no rule takes is a strength, see harmattan/reading/strengths/likelihood.py",
        "numbers": len(examples),
        "right": sum(right for _, right in examples),
        "weights": weights,
    }
    out.write_text(json.dumps(content, indent=1) + "\n", encoding="utf8")
    log.info("%d numbers, %d of them strengths: %d weights", len(examples), content["right"], len(weights))


def _labelled(bench: Bench) -> Iterator[Example]:
    for path in sorted(PASSAGES.glob("seen*.toml")):
        for passage in load_passages(path):
            for span, features in _left_over(bench, passage.document):
                if not any(span.overlaps(free) for free in passage.free):
                    yield features, any(span.overlaps(label.size) for label in passage.strengths)


def _unlabelled(bench: Bench, root: Path) -> Iterator[Example]:
    """Numbers of texts without labels, nearly all of which count something else."""
    reports = [path.read_text("utf8") for path in sorted(REPORTS.glob("*.txt"))]
    for text in (*reports, *texts_with_numbers(root)):
        for _, features in _left_over(bench, Document(text)):
            yield features, False


def _left_over(bench: Bench, document: Document) -> list[tuple[Span, frozenset[str]]]:
    knowledge = bench.reader.knowledge
    page = page_of(document, bench.mark(document), knowledge)
    events = [told for told in bench.read(document).statements if isinstance(told.body, Event)]
    return undecided(page, events, knowledge.lexicon)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    learn(corpora_root())
