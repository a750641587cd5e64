"""UD GUM: news, biographies, travel guides, court hearings: syntax as annotated, names derived.

GUM marks entities, named or not, with nesting. A name is taken where the head of a person, organisation or place is a
proper noun: the run of capitalised words around the head within the entity, without titles ("President") and a
leading article, as UNER draws names in EWT. Of nested names the outermost counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from harmattan.readers.pieces import WordPieces
from training.corpora import morphology, read_rows, span_head
from training.examples import Example, Syntax

_LABELS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_BRACKET = re.compile(r"\((?P<opened>[^()]+)(?P<at_once>\))?|(?P<closed>\d+)\)")
_LINKS = frozenset("of the and for de la du del al bin ibn von van & - . 's ’s".split())
_NOT_IN_PERSONS = frozenset(("and", ".", "the", "of", "for", "'s", "’s", "&"))
HELD_OUT_EVERY = 9
"""Every ninth document is for measuring."""


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity's words, `start` up to but not including `stop`, and its type as GUM writes it."""

    start: int
    stop: int
    kind: str


def read_gum(root: Path, part: str, pieces: WordPieces) -> list[Example]:
    """The sentences of "train" or "dev", documents in the order of their names."""
    examples = []
    for number, path in enumerate(sorted((root / "gum").glob("*.conllu"))):
        if (number % HELD_OUT_EVERY == HELD_OUT_EVERY - 1) != (part == "dev"):
            continue
        for _, document, rows in read_rows(path):
            words = tuple(row[1] for row in rows)
            syntax = Syntax(
                tuple(row[3] for row in rows),
                tuple(int(row[6]) for row in rows),
                tuple(row[7] for row in rows),
            )
            split = pieces(words)
            examples.append(
                Example(
                    document=document,
                    words=words,
                    pieces=tuple(ids for ids, _ in split),
                    shapes=tuple(int(shape) for _, shape in split),
                    syntax=syntax,
                    names=_names(words, syntax, rows),
                    side={"morphology": morphology(rows), "entities": _kinds(syntax, rows)},
                )
            )
    return examples


def entities(columns: list[str]) -> Iterator[Entity]:
    """The entities that open and close within a sentence, from its MISC column."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for index, column in enumerate(columns):
        marks = next((part[7:] for part in column.split("|") if part.startswith("Entity=")), "")
        for mark in _BRACKET.finditer(marks):
            if mark["opened"]:
                ident, kind = mark["opened"].split("-")[:2]
                if mark["at_once"]:
                    yield Entity(index, index + 1, kind)
                else:
                    opened.setdefault(ident, []).append((index, kind))
            elif opened.get(mark["closed"]):
                start, kind = opened[mark["closed"]].pop()
                yield Entity(start, index + 1, kind)


def _kinds(syntax: Syntax, rows: list[list[str]]) -> tuple[str, ...]:
    """For each word the kind of the largest entity that it heads ("person", "event"), or "O"."""
    kinds = ["O"] * len(rows)
    for entity in sorted(entities([row[9] for row in rows]), key=lambda entity: entity.stop - entity.start):
        kinds[span_head(syntax.heads, entity.start, entity.stop)] = entity.kind
    return tuple(kinds)


def _names(words: tuple[str, ...], syntax: Syntax, rows: list[list[str]]) -> tuple[str, ...]:
    tags = ["O"] * len(words)
    found = sorted(entities([row[9] for row in rows]), key=lambda entity: entity.start - entity.stop)
    for entity in found:
        label = _LABELS.get(entity.kind)
        head = span_head(syntax.heads, entity.start, entity.stop)
        if label is None or syntax.upos[head] != "PROPN":
            continue
        if label == "PER" and "Number=Plur" in rows[head][5]:  # "Greeks" is a people, not a person
            continue
        start, stop = _run(words, syntax, entity, head)
        if all(tag == "O" for tag in tags[start:stop]):
            tags[start:stop] = [f"B-{label}"] + [f"I-{label}"] * (stop - start - 1)
    return tuple(tags)


def _run(words: tuple[str, ...], syntax: Syntax, entity: Entity, head: int) -> tuple[int, int]:
    """The capitalised words around the head, joined by such as "of", within the entity."""

    def capital(index: int) -> bool:
        return syntax.upos[index] == "PROPN" or (
            words[index][:1].isupper() and syntax.upos[index] in ("ADJ", "NOUN", "NUM", "X", "VERB")
        )

    def joins(index: int) -> bool:
        word = words[index].lower()
        return word in _LINKS and not (entity.kind == "person" and word in _NOT_IN_PERSONS)

    def stops(index: int) -> bool:
        return syntax.deprels[index] == "nmod:desc" or not (capital(index) or joins(index))

    start = stop = head
    index = head - 1
    while index >= entity.start and not stops(index):
        start = index if capital(index) else start
        index -= 1
    index = head
    while index < entity.stop and not stops(index):
        stop = index + 1 if capital(index) else stop
        index += 1
    return start, max(stop, head + 1)
