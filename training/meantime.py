"""MEANTIME: Wikinews articles with the persons, organisations, places and products they mention, chained.

The NewsReader corpus of Minard et al. (2016), annotations CC BY 4.0. Its words are joined to running text again; the
title, the date line and the body become paragraphs. Other mentions than of those kinds carry no mark.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from harmattan.reading.coreference.referring import PRONOUNS
from harmattan.reading.marks import Sentence
from training.chains import ChainedText, Mentioned

HELD_OUT_EVERY = 5
"""Every fifth article is for measuring."""
_NO_SPACE_BEFORE = frozenset(", . ; : ! ? ) ] % 's ’s n't ' ’ '' ...".split())
_NO_SPACE_AFTER = frozenset("( [ $ £ € ``".split())
_QUOTES = {"``": "“", "''": "”"}
_KINDS = {"PER": "person", "ORG": "organization", "LOC": "place", "PRO": "object", "FIN": "abstract"}


def meantime_files(root: Path, part: str) -> list[Path]:
    """The files of "train" or "dev", in the order of their names."""
    files = sorted((root / "meantime").glob("corpus_*/*.xml"))
    return [
        path
        for number, path in enumerate(files)
        if (number % HELD_OUT_EVERY == HELD_OUT_EVERY - 1) == (part == "dev")
    ]


def read_meantime(path: Path) -> ChainedText:
    """One article. Heads of mentions are left at their first word: `with_heads` finds them on a tree."""
    root = ET.parse(path).getroot()
    text = ""
    offsets: dict[str, tuple[int, int]] = {}
    words: dict[str, str] = {}
    last, sentence = "", 0
    for token in root.iter("token"):
        word, number = _QUOTES.get(str(token.text), str(token.text)), int(token.get("sentence", "0"))
        if text:
            glued = word in _NO_SPACE_BEFORE or word == "”" or last in _NO_SPACE_AFTER or last == "“"
            text += (
                "\n\n" if number != sentence and number <= 2 else "" if glued and number == sentence else " "
            )
        ident = token.get("t_id", "")
        offsets[ident], words[ident] = (len(text), len(text) + len(word)), word
        text += word
        last, sentence = word, number
    return ChainedText(
        path.stem, text, tuple(sorted(_mentions(root, offsets, words), key=lambda m: (m.start, -m.end)))
    )


def _mentions(
    root: ET.Element, offsets: dict[str, tuple[int, int]], words: dict[str, str]
) -> Iterator[Mentioned]:
    kinds = {entity.get("m_id"): entity.get("ent_type", "") for entity in root.iter("ENTITY")}
    targets = {
        source.get("m_id"): link.find("target").get("m_id")  # type: ignore[union-attr]
        for link in root.iter("REFERS_TO")
        for source in link.findall("source")
    }
    for mention in root.iter("ENTITY_MENTION"):
        inside = [anchor.get("t_id", "") for anchor in mention]
        target = targets.get(mention.get("m_id"))
        if not inside or target is None:
            continue
        tokens = [words[ident] for ident in inside]
        if len(tokens) > 1 and tokens[-1] in {"'s", "’s"}:
            tokens.pop()
            inside.pop()
        yield Mentioned(
            start=offsets[inside[0]][0],
            end=offsets[inside[-1]][1],
            head=offsets[inside[0]][0],
            entity=target,
            kind=_KINDS.get(kinds.get(target, ""), "abstract"),
            link="coref",
            upos=_part_of_speech(tokens, str(mention.get("syntactic_type"))),
        )


def _part_of_speech(tokens: Sequence[str], syntactic: str) -> str:
    if len(tokens) == 1 and tokens[0].lower() in PRONOUNS:
        return "PRON"
    named = syntactic in {"NAM", "PRE.NAM"} or (syntactic == "" and tokens[-1][:1].isupper())
    return "PROPN" if named else "NOUN"


def with_heads(text: ChainedText, sentences: Sequence[Sentence]) -> ChainedText:
    """The same article with each mention's head word as the trees have it."""
    heads: dict[tuple[int, int], int] = {}
    spans = {(mention.start, mention.end) for mention in text.mentions}
    for sentence in sentences:
        for start, end in spans:
            inside = [
                i for i, token in enumerate(sentence.tokens) if start <= token.start and token.end <= end
            ]
            top = next((i for i in inside if sentence.heads[i] not in inside), None)
            if top is not None:
                heads[start, end] = sentence.tokens[top].start
    found = tuple(replace(m, head=heads.get((m.start, m.end), m.head)) for m in text.mentions)
    return ChainedText(text.name, text.text, found)
