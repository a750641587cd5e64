"""UD English-EWT with its names (UNER) and predicates (PropBank), joined sentence by sentence."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from harmattan.readers.pieces import WordPieces
from training.examples import Example, Frame, Syntax

MARKED_NAMES = ("PER", "ORG", "LOC")
SENTENCES = Path("ewt/ud-train.conllu")
TOGETHER = 5
"""Sentences of a treebank that are read as one text."""


def corpora_root() -> Path:
    """The folder of the corpora: `HARMATTAN_CORPORA`, or `../shared/corpora` beside the checkout."""
    return Path(os.environ.get("HARMATTAN_CORPORA", "../shared/corpora"))


def texts_with_numbers(root: Path) -> Iterator[str]:
    """Texts of other matters than ours with a digit in them, sentences of EWT together; none without the corpora."""
    if not (root / SENTENCES).is_file():
        return
    lines = (root / SENTENCES).read_text("utf8").splitlines()
    sentences = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
    for at in range(0, len(sentences), TOGETHER):
        text = " ".join(sentences[at : at + TOGETHER])
        if any(map(str.isdigit, text)):
            yield text


def read_ewt(root: Path, part: str, pieces: WordPieces) -> list[Example]:
    """The sentences of "train" or "dev" in document order, with whatever layers agree with their words."""
    names = {ident: rows for ident, _, rows in read_rows(root / "ewt" / f"names-{part}.iob2")}
    frames = _read_frames(root / "ewt" / f"propbank-{part}.jsonl")
    parses = _read_parses(root / "ewt" / f"propbank-{part}.jsonl")
    examples = []
    for ident, document, rows in read_rows(root / "ewt" / f"ud-{part}.conllu"):
        words = tuple(row[1] for row in rows)
        heads = tuple(int(row[6]) for row in rows)
        split = pieces(words)
        examples.append(
            Example(
                document=document,
                words=words,
                pieces=tuple(ids for ids, _ in split),
                shapes=tuple(int(shape) for _, shape in split),
                syntax=Syntax(tuple(row[3] for row in rows), heads, tuple(row[7] for row in rows)),
                names=_names(names.get(ident), words),
                frames=_frames(frames.get(ident), heads),
                side={"morphology": morphology(rows), **constituents(parses.get(ident, ()), len(words))},
            )
        )
    return examples


def read_rows(path: Path) -> Iterator[tuple[str, str, list[list[str]]]]:
    """Sentence id, document id and word rows of a CoNLL-like file; contractions and empty nodes left out."""
    ident = document = ""
    rows: list[list[str]] = []
    with path.open(encoding="utf8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                document = line[len("# newdoc id = ") :].strip()
            elif line.startswith("# sent_id = "):
                ident = line[len("# sent_id = ") :].strip()
            elif line[0].isdigit():
                row = line.rstrip("\n").split("\t")
                if row[0].isdigit():
                    rows.append(row)
            elif not line.strip() and rows:
                yield ident, document, rows
                rows = []
    if rows:
        yield ident, document, rows


def morphology(rows: list[list[str]]) -> tuple[str, ...]:
    """Each word's Penn Treebank tag and its features in UD."""
    return tuple(f"{row[4]} {row[5]}" for row in rows)


def constituents(parse: Sequence[str], words: int) -> dict[str, tuple[str, ...]]:
    """A constituency tree as one label a word (Gomez-Rodriguez and Vilares 2018): the lowest constituent that holds
    the word and the next, and by how many levels it lies deeper or higher than the one before.

    `parse` is the tree in CoNLL-2012's column form; no layer where it has another number of words.
    """
    if len(parse) != words:
        return {}
    labels: list[str] = []
    opened: list[str] = []
    before = 0
    for column in parse:
        opened.extend(part for part in column.partition("*")[0].split("(") if part)
        del opened[len(opened) - column.count(")") :]
        depth = max(-6, min(6, len(opened) - before))
        labels.append(f"{depth:+d} {opened[-1] if opened else ''}")
        before = len(opened)
    return {"constituents": tuple(labels)}


def _read_parses(path: Path) -> dict[str, list[str]]:
    with path.open(encoding="utf8") as lines:
        return {record["sent_id"]: record["parse"] for record in map(json.loads, lines)}


def _names(rows: list[list[str]] | None, words: tuple[str, ...]) -> tuple[str, ...] | None:
    # The training part of the names is a release older: a few sentences have other words, and go without.
    if rows is None or tuple(row[1] for row in rows) != words:
        return None
    return tuple(row[2] if row[2][2:] in MARKED_NAMES else "O" for row in rows)


_Props = list[dict[str, object]]


def _read_frames(path: Path) -> dict[str, tuple[int, _Props]]:
    with path.open(encoding="utf8") as lines:
        records = map(json.loads, lines)
        return {record["sent_id"]: (len(record["tokens"]), record["props"]) for record in records}


def _frames(found: tuple[int, _Props] | None, heads: tuple[int, ...]) -> tuple[Frame, ...] | None:
    if found is None or found[0] != len(heads):
        return None
    frames = []
    for prop in found[1]:
        spans: list[tuple[str, int, int]] = prop["args"]  # type: ignore[assignment]
        arguments = {
            (span_head(heads, start, stop), label)
            for label, start, stop in spans
            if label not in ("V", "C-V")
        }
        frames.append(Frame(int(str(prop["pred"])), tuple(sorted(arguments))))
    return tuple(frames)


def span_head(heads: tuple[int, ...], start: int, stop: int) -> int:
    """The word of a span whose head lies outside it; of several the highest in the tree, then the first."""
    tops = [index for index in range(start, stop) if not start <= heads[index] - 1 < stop]
    return min(tops, key=lambda index: (_depth(heads, index), index))


def _depth(heads: tuple[int, ...], index: int) -> int:
    depth = 0
    while heads[index] and depth < len(heads):
        index = heads[index] - 1
        depth += 1
    return depth
