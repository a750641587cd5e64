"""Nouns that mean force because the text tells of it: "the strike" of a report on aircraft stops no work."""

from __future__ import annotations

import re

from harmattan.model.text import Document
from harmattan.reading.events.meanings import Meaning, arguments_of
from harmattan.reading.pages import Line
from harmattan.reference.lexicon import Lexicon

_STRIKES = frozenset(["strike", "strikes"])
_KNOWN = frozenset(["the", "this", "that", "these", "those", "both", "its", "their"])
_AROUND = 2000
"""How many characters before and behind a noun tell what it means."""
_FROM_AFAR = re.compile(
    r"(?i)\b(?:air[ -]?strikes?|air raids?|warplanes?|fighter jets?|aircraft|helicopters?|jets|drones?|missiles?|"
    r"rockets?|bombs?|shells?|bombed|shelled)\b"
)
_OF_WORK = re.compile(
    r"(?i)\b(?:unions?|unionists?|wages?|walkouts?|strikers?|pickets?|(?:hunger|general) strikes?)\b"
)


def known_strike(document: Document, line: Line, index: int, lexicon: Lexicon) -> Meaning | None:
    """What "the strike" on token `index` means where the text around tells of aircraft, drones or rockets, and of no
    work.
    """
    sentence = line.sentence
    if sentence.words[index] not in _STRIKES or sentence.upos[index] != "NOUN":
        return None
    known = (sentence.words[child] in _KNOWN for child in sentence.dependants(index, "det", "nmod:poss"))
    if not any(known) or sentence.dependants(index, "compound"):
        return None
    at = sentence.tokens[index].start
    around = f"{document.title or ''}\n{document.text[max(0, at - _AROUND) : at + _AROUND]}"
    if _OF_WORK.search(around) or not _FROM_AFAR.search(around):
        return None
    entries = (entry for entry in lexicon.entries("strike", "NOUN") if entry.type == "ASSAULT")
    entry = next(entries, None)
    return Meaning(entry, arguments_of(line, index, None)) if entry is not None else None
