"""Batches, the network and its losses; needs torch."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="training needs torch")

from training.batches import Batch, Collator, windows  # noqa: E402
from training.examples import Example, Frame, Incident, Labels, Syntax  # noqa: E402
from training.losses import losses  # noqa: E402
from training.model import Reader  # noqa: E402

PARSED = Example(
    document="a",
    words=("Gunmen", "attacked", "Gossi"),
    pieces=((9,), (10, 11), (12,)),
    shapes=(2, 1, 2),
    syntax=Syntax(("NOUN", "VERB", "PROPN"), (2, 0, 2), ("nsubj", "root", "obj")),
    names=("O", "O", "B-LOC"),
    frames=(Frame(1, ((0, "ARG0"), (2, "ARG1"))),),
)
TAGGED = Example(
    document="b",
    words=("it", "exploded"),
    pieces=((7,), (8,)),
    shapes=(1, 1),
    incident=Incident(((0, 0),) * 4 + ((1, 0),), relevant=True),
)


def _labels() -> Labels:
    return Labels.of([PARSED], rarest_argument=1)


def _batch(*examples: Example) -> Batch:
    group = list(windows(examples, lambda: 10))
    return Collator(_labels())(group, [[example.shapes for example in window] for window in group])


def test_labels_are_sorted_and_no_argument_comes_first() -> None:
    assert _labels().arguments == ("_", "ARG0", "ARG1")
    assert _labels().upos == ("NOUN", "PROPN", "VERB")


def test_a_window_holds_sentences_of_one_document() -> None:
    found = list(windows([PARSED, PARSED, PARSED, TAGGED], lambda: 8))
    assert [len(window) for window in found] == [2, 1, 1]


def test_words_are_numbered_through_a_batch() -> None:
    batch = _batch(PARSED, PARSED, TAGGED)
    assert batch.pieces[0].tolist() == [101, 9, 10, 11, 12, 9, 10, 11, 12, 102]
    assert batch.layout.tolist() == [[0, 1, 2], [3, 4, 5], [6, 7, -1]]
    assert batch.relations.tolist()[2:] == [[3, 4, 0], [5, 4, 1]]
    assert batch.relevance.tolist() == [-1, 1]
    assert batch.arguments[:3].tolist() == [[0, 1, 1], [1, 1, 0], [2, 1, 2]]


def test_a_head_without_its_layer_has_no_loss() -> None:
    torch.manual_seed(0)
    reader = Reader(_labels())
    parsed, _ = losses(reader, _batch(PARSED))
    tagged, _ = losses(reader, _batch(TAGGED))
    assert set(parsed) == {"upos", "arcs", "relations", "names", "predicates", "arguments"}
    assert set(tagged) == {"roles", "relevance"}
    assert all(bool(torch.isfinite(value)) for value in (*parsed.values(), *tagged.values()))
