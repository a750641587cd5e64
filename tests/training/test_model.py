"""Batches, the network and its losses; needs torch."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="training needs torch")

from training.batches import Batch, Collator, windows  # noqa: E402
from training.examples import Example, Frame, Incident, Labels, Syntax, side_labels  # noqa: E402
from training.losses import losses  # noqa: E402
from training.model import Reader, SideHeads, paths  # noqa: E402

PARSED = Example(
    document="a",
    words=("Gunmen", "attacked", "Gossi"),
    pieces=((9,), (10, 11), (12,)),
    shapes=(2, 1, 2),
    syntax=Syntax(("NOUN", "VERB", "PROPN"), (2, 0, 2), ("nsubj", "root", "obj")),
    names=("O", "O", "B-LOC"),
    frames=(Frame(1, ((0, "ARG0"), (2, "ARG1"))),),
    side={"morphology": ("NNS", "VBD", "NNP")},
)
TAGGED = Example(
    document="b",
    words=("it", "exploded"),
    pieces=((7,), (8,)),
    shapes=(1, 1),
    incident=Incident(((0, 0),) * 5 + ((1, 0),), relevant=True),
)


def _labels() -> Labels:
    return Labels.of([PARSED], rarest_argument=1)


def _inventories() -> dict[str, tuple[str, ...]]:
    return side_labels([PARSED], rarest=1)


def _batch(*examples: Example) -> Batch:
    group = list(windows(examples, lambda: 10))
    return Collator(_labels(), _inventories())(
        group, [[example.shapes for example in window] for window in group]
    )


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
    side = SideHeads(_inventories())
    parsed, _ = losses(reader, side, _batch(PARSED))
    tagged, _ = losses(reader, side, _batch(TAGGED))
    assert set(parsed) == {"upos", "arcs", "relations", "names", "predicates", "arguments", "morphology"}
    assert set(tagged) == {"roles", "relevance"}
    assert all(bool(torch.isfinite(value)) for value in (*parsed.values(), *tagged.values()))


def test_paths_follow_the_tree() -> None:
    # "gunmen" and "post" hang on "attacked", "army" on "post".
    arcs = torch.zeros(4, 4)
    for word, head in ((0, 1), (3, 1), (2, 3)):
        arcs[word, head] = 1.0
    head, child, shared, grandparent, grandchild, cousin = paths(arcs).unbind(-1)
    assert head.nonzero().tolist() == [[0, 1], [2, 3], [3, 1]]
    assert torch.equal(child, head.T)
    assert bool(shared[0, 3]) and not bool(shared[0, 2])
    assert grandparent.nonzero().tolist() == [[2, 1]]
    assert torch.equal(grandchild, grandparent.T)
    assert bool(cousin[0, 2])
