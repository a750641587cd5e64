"""The value every corpus is turned into: one sentence with the layers somebody annotated on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
"""The roles of MUC-4 that role filling is scored on."""
DESCRIBED = "Described"
"""People harmed who are described, not named: "five civilians"; the templates have them, the scored roles do not."""
TAGGED_ROLES = (*ROLES, DESCRIBED)
NAME_LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
NO_ARGUMENT = "_"


@dataclass(frozen=True, slots=True)
class Syntax:
    """Universal Dependencies: `heads` count from 1, 0 is the root, as in CoNLL-U."""

    upos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A PropBank predicate by word and its arguments, each (head word, label)."""

    predicate: int
    arguments: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """MUC-4 roles of a sentence: for each role and word 0 outside, 1 begin, 2 inside."""

    roles: tuple[tuple[int, ...], ...]
    relevant: bool
    """Whether the document has any role filler at all."""


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence; a layer that is None was not annotated and takes no part in the loss."""

    document: str
    words: tuple[str, ...]
    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]
    syntax: Syntax | None = None
    names: tuple[str, ...] | None = None
    frames: tuple[Frame, ...] | None = None
    incident: Incident | None = None
    side: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Layers that only teach: their labels by word. No head of the shipped model gives them."""

    @property
    def size(self) -> int:
        """Word pieces of the sentence."""
        return sum(map(len, self.pieces))


def side_labels(examples: Sequence[Example], rarest: int = 20) -> dict[str, tuple[str, ...]]:
    """The inventory of each side layer: the labels seen at least so often."""
    counts: dict[str, Counter[str]] = {}
    for example in examples:
        for layer, labels in example.side.items():
            counts.setdefault(layer, Counter()).update(labels)
    return {
        layer: tuple(sorted(label for label, count in found.items() if count >= rarest))
        for layer, found in sorted(counts.items())
    }


@dataclass(frozen=True)
class Labels:
    """The inventories of the heads, in the order of their outputs."""

    upos: tuple[str, ...]
    deprels: tuple[str, ...]
    arguments: tuple[str, ...]
    names: tuple[str, ...] = NAME_LABELS
    roles: tuple[str, ...] = TAGGED_ROLES

    @classmethod
    def of(cls, examples: Sequence[Example], rarest_argument: int = 20) -> Labels:
        """All tags and relations of the examples, and the argument labels seen at least so often."""
        upos: set[str] = set()
        deprels: set[str] = set()
        arguments: dict[str, int] = {}
        for example in examples:
            if example.syntax:
                upos.update(example.syntax.upos)
                deprels.update(example.syntax.deprels)
            for frame in example.frames or ():
                for _, label in frame.arguments:
                    arguments[label] = arguments.get(label, 0) + 1
        frequent = sorted(label for label, count in arguments.items() if count >= rarest_argument)
        return cls(tuple(sorted(upos)), tuple(sorted(deprels)), (NO_ARGUMENT, *frequent))
