"""UD GUM as running text with its coreference chains: what the antecedents are learnt on and measured with.

The `Entity` marks of the MISC column open and close an entity's mentions; mentions that share a number are one chain.
The text is joined again from the sentences' own, a blank line between paragraphs, and every mention has its offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.corpora import span_head
from training.gum import HELD_OUT_EVERY

_BRACKET = re.compile(r"\((?P<opened>[^()]+)(?P<at_once>\))?|(?P<closed>\d+)\)")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One mention as annotated, all offsets into the document's text."""

    start: int
    end: int
    head: int
    """Where its head word begins."""
    entity: str
    kind: str
    """person, organization, place, object, event, abstract, time, substance, animal or plant."""
    link: str
    """coref, ana, cata, appos, pred, disc; sgl for an entity that is mentioned once."""
    upos: str
    """The head word's part of speech."""


@dataclass(frozen=True)
class ChainedText:
    """A document with its mentions in text order, entities mentioned once among them."""

    name: str
    text: str
    mentions: tuple[Mentioned, ...]

    @property
    def chains(self) -> dict[str, list[Mentioned]]:
        """The mentions of each entity that has more than one."""
        found: dict[str, list[Mentioned]] = {}
        for mention in self.mentions:
            found.setdefault(mention.entity, []).append(mention)
        return {entity: chain for entity, chain in found.items() if len(chain) > 1}


def chained_files(root: Path, part: str) -> list[Path]:
    """The files of "train" or "dev", in the order of their names."""
    files = sorted((root / "gum").glob("*.conllu"))
    held_out = {path for number, path in enumerate(files) if number % HELD_OUT_EVERY == HELD_OUT_EVERY - 1}
    return [path for path in files if (path in held_out) == (part == "dev")]


def read_chained(path: Path) -> ChainedText:
    """One document of GUM; raises `ValueError` where a sentence's words are not those of its text."""
    name, text = path.stem, ""
    mentions: list[Mentioned] = []
    for sentence in _sentences(path):
        text += ("\n\n" if sentence.opens_paragraph else " ") if text else ""
        offsets, at = [], 0
        for row in sentence.rows:
            at = sentence.text.index(row[1], at)
            offsets.append((len(text) + at, len(text) + at + len(row[1])))
            at += len(row[1])
        text += sentence.text
        mentions.extend(_mentions(sentence.rows, offsets))
    return ChainedText(name, text, tuple(sorted(mentions, key=lambda found: (found.start, -found.end))))


@dataclass
class _Sentence:
    opens_paragraph: bool
    text: str
    rows: list[list[str]]


def _sentences(path: Path) -> Iterator[_Sentence]:
    opens, text, rows = False, "", list[list[str]]()
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("# newpar"):
            opens = True
        elif line.startswith("# text = "):
            text = line[len("# text = ") :]
        elif line[:1].isdigit():
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif not line.strip() and rows:
            yield _Sentence(opens, text, rows)
            opens, rows = False, []
    if rows:
        yield _Sentence(opens, text, rows)


def _mentions(rows: list[list[str]], offsets: list[tuple[int, int]]) -> Iterator[Mentioned]:
    heads = tuple(int(row[6]) for row in rows)
    opened: dict[str, list[tuple[int, str]]] = {}

    def closed(entity: str, last: int) -> Iterator[Mentioned]:
        if opened.get(entity):
            first, mark = opened[entity].pop()
            fields = mark.split("-")
            head = span_head(heads, first, last + 1)
            yield Mentioned(
                offsets[first][0],
                offsets[last][1],
                offsets[head][0],
                entity,
                fields[1],
                fields[6],
                rows[head][3],
            )

    for index, row in enumerate(rows):
        marks = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for mark in _BRACKET.finditer(marks):
            if mark["opened"]:
                entity = mark["opened"].partition("-")[0]
                opened.setdefault(entity, []).append((index, mark["opened"]))
                if mark["at_once"]:
                    yield from closed(entity, index)
            else:
                yield from closed(mark["closed"], index)
