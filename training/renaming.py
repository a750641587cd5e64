"""Other names in the place of those in the text (mention replacement, Dai and Adel 2020).

A few thousand names are soon known by heart. A name gives way to another of its class with as many words, so that all
layers of the sentence stay true: only names made of proper nouns take part, and what replaces them are such names of
the training parts, of the package's places and of its actors.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from harmattan.model.world import ActorKind
from harmattan.readers.pieces import WordPieces
from harmattan.reference.actors import load_registry
from harmattan.reference.packaged_places import packaged_places
from training.examples import Example

Name = tuple[str, ...]
Inventory = dict[tuple[str, int], list[Name]]
"""By class ("PER", "ORG", "LOC") and number of words."""

LONGEST_NAME = 3
SIDE_LAYER = "derived names"


def spans(tags: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Class, first word and the word after the last of each name in B and I tags."""
    start = 0
    for index in range(1, len(tags) + 1):
        if index < len(tags) and tags[index].startswith("I-"):
            continue
        if tags[start] != "O":
            yield tags[start][2:], start, index
        start = index


def seen_names(examples: Iterable[Example]) -> Inventory:
    """The names of the examples that are proper nouns throughout."""
    found: Inventory = defaultdict(list)
    for example in examples:
        for kind, start, stop in _replaceable(example):
            found[kind, stop - start].append(example.words[start:stop])
    return found


def known_names() -> Inventory:
    """The package's places, and its organisations, as far as they are written in plain capitalised words."""
    found: Inventory = defaultdict(list)
    for place in packaged_places():
        _note(found, "LOC", place.name)
    for actor in load_registry().entries:
        kind = "PER" if actor.kind is ActorKind.PERSON else "ORG"
        for alias in (actor.name, *(alias.name for alias in actor.aliases)):
            _note(found, kind, alias)
    return found


def _note(found: Inventory, kind: str, name: str) -> None:
    words = tuple(name.split())
    if len(words) <= LONGEST_NAME and all(word.isalpha() and word[0].isupper() for word in words):
        found[kind, len(words)].append(words)


def _replaceable(example: Example) -> Iterator[tuple[str, int, int]]:
    tags = example.names or example.side.get(SIDE_LAYER)
    if not tags or not example.syntax:
        return
    for kind, start, stop in spans(tags):
        if stop - start <= LONGEST_NAME and set(example.syntax.upos[start:stop]) == {"PROPN"}:
            yield kind, start, stop


class Renamer:
    """Gives examples other names: of `share` of them each, half from the texts and half from the package."""

    def __init__(
        self, inventories: Sequence[Inventory], pieces: WordPieces, generator: random.Random, share: float
    ) -> None:
        self._inventories = inventories
        self._pieces = pieces
        self._generator = generator
        self._share = share

    def __call__(self, example: Example) -> Example:
        """The example with some names replaced; itself where none is."""
        words = list(example.words)
        for kind, start, stop in _replaceable(example):
            if self._generator.random() < self._share:
                names = self._generator.choice(self._inventories).get((kind, stop - start))
                if names:
                    words[start:stop] = self._generator.choice(names)
        if tuple(words) == example.words:
            return example
        split = self._pieces(words)
        return replace(
            example,
            words=tuple(words),
            pieces=tuple(ids for ids, _ in split),
            shapes=tuple(int(shape) for _, shape in split),
        )
