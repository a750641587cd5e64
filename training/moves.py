"""Learns which words of coming and going tell of a force's moves, though the lexicon's conditions do not hold:
`python -m training.moves`.

Right are those that our own labelled passages (`quality/strengths/seen*.toml`) and reports (`training/moves.toml`)
have; wrong all others that the conditions leave over there, and those of UD English-EWT (CC BY-SA 4.0).
"""

from __future__ import annotations

import json
import logging
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from harmattan.model.text import Document, Span
from harmattan.reading.events.finder import undecided
from harmattan.reading.events.moves import Candidate
from harmattan.reading.passes import page_of
from quality.bench import Bench
from quality.calibration import fit
from quality.strengths_gold import load_passages
from training.corpora import corpora_root, texts_with_numbers

log = logging.getLogger("training")

WEIGHTS = Path("harmattan/reference/data/moves.json")
PASSAGES = Path("quality/strengths")
REPORTS = Path("examples/sahel/reports")
LABELS = Path("training/moves.toml")
STEP = 3
"""Of so many words of other matters one is learnt from, lest they outweigh the texts that the reader is for."""
BATCH = 50
"""Passages of a file that were written together."""
OPEN = "open"


@dataclass(frozen=True)
class Example:
    """A word that the conditions leave over, whether it tells of the move, and with what it was written."""

    features: frozenset[str]
    right: bool
    batch: str
    span: Span


def learn(root: Path, out: Path = WEIGHTS) -> None:
    """Fit the weights and write them."""
    bench = Bench(root)
    examples = [*passages(bench), *reports(bench), *list(sentences(bench, root))[::STEP]]
    weights = fitted(examples)
    content = {
        "what": "How likely a word tells of a force's move, see harmattan/reading/events/moves.py",
        "words": len(examples),
        "right": sum(example.right for example in examples),
        "weights": weights,
    }
    out.write_text(json.dumps(content, indent=1) + "\n", encoding="utf8")
    log.info("%d words, %d of them moves: %d weights", len(examples), content["right"], len(weights))


def fitted(examples: list[Example]) -> dict[str, float]:
    """The weights by feature."""
    return fit(
        [{"always": 1.0, **dict.fromkeys(sorted(example.features), 1.0)} for example in examples],
        [example.right for example in examples],
    )


def passages(bench: Bench) -> Iterator[Example]:
    """Words of our own labelled passages."""
    for path in sorted(PASSAGES.glob("seen*.toml")):
        for number, passage in enumerate(load_passages(path)):
            for span, found in _left_over(bench, passage.document):
                types = {
                    one for label in passage.events for one in label.types if _over(span, label.triggers)
                }
                right = found.meaning.predicate.type in types
                if right or not _over(span, passage.free):
                    yield Example(found.features, right, f"{path.stem} {number // BATCH}", span)


def reports(bench: Bench) -> Iterator[Example]:
    """Words of our own reports."""
    labels = tomllib.loads(LABELS.read_text("utf8"))
    for number, path in enumerate(sorted(REPORTS.glob("*.txt"))):
        document = Document(path.read_text("utf8"))
        told = {
            (_found(document.text, words), kind)
            for kind, many in labels.get(path.name, {}).items()
            for words in many
        }
        for span, found in _left_over(bench, document):
            if (span.start, OPEN) not in told:
                right = (span.start, found.meaning.predicate.type) in told
                yield Example(found.features, right, f"reports {number // 10}", span)


def _found(text: str, words: str) -> int:
    """Where the word in brackets stands; raises `ValueError` where its line is not found once."""
    before, word, after = words.replace("]", "[").split("[")
    if text.count(before + word + after) != 1:
        raise ValueError(f"{words!r} is not found once")
    return text.index(before + word + after) + len(before)


def sentences(bench: Bench, root: Path) -> Iterator[Example]:
    """Words of texts of other matters, which hardly ever tell of a force."""
    for text in texts_with_numbers(root):  # those of training/strengths.py, whose marks are kept
        for span, found in _left_over(bench, Document(text)):
            yield Example(found.features, False, "ewt", span)


def _left_over(bench: Bench, document: Document) -> list[tuple[Span, Candidate]]:
    knowledge = bench.reader.knowledge
    return undecided(page_of(document, bench.mark(document), knowledge), knowledge.lexicon)


def _over(span: Span, others: tuple[Span, ...]) -> bool:
    return any(span.overlaps(other) for other in others)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    learn(corpora_root())
