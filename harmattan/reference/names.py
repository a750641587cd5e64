"""How names are compared: case, accents, hyphens and apostrophes do not count, and offsets are kept.

"Jamā‘at", "Jama'at" and "Jamaat" are one spelling; so are "Côte d’Ivoire" and "Cote d'Ivoire". A possessive "'s" is
dropped, so that "Mali's" is found as "Mali".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = frozenset("'’‘ʼʻʿʾ`´ʹ′")
HYPHENS = frozenset("-‐‑‒–—_/")
_PLAIN_LETTERS = {
    **dict.fromkeys("ıİ", "i"),
    **dict.fromkeys("łŁ", "l"),
    **dict.fromkeys("øØ", "o"),
    **dict.fromkeys("đĐðÐ", "d"),
    **dict.fromkeys("æÆ", "ae"),
    **dict.fromkeys("œŒ", "oe"),
}
"""Letters that no decomposition takes their mark from."""
_PUNCTUATED = re.compile(r"['`.]")
_RUN_OR_CHARACTER = re.compile(
    r"(?P<run>[A-Za-z0-9!\"#$%&()*+,:;<=>?@\[\\\]^{|}~]+(?: [A-Za-z0-9!\"#$%&()*+,:;<=>?@\[\\\]^{|}~]+)*+)|.",
    re.DOTALL,
)
"""Plain words with one space between them, which only lose their capitals, and any other character."""
_ABBREVIATION_DOT = re.compile(r"(?<=\w)\.+")


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    """What one character becomes: "" (dropped), " " or lower-case letters without marks."""
    if character in APOSTROPHES:
        return "'"
    if character.isspace() or character in HYPHENS:
        return " "
    decomposed = unicodedata.normalize("NFKD", character)
    return "".join(
        _PLAIN_LETTERS.get(part, part)
        for part in decomposed
        if not unicodedata.combining(part) and part not in APOSTROPHES
    ).casefold()


def _is_possessive(text: str, index: int) -> bool:
    """Whether the apostrophe at `index` begins a possessive ending: "'s" and then no letter."""
    after = index + 2
    return (
        text[index + 1 : after] in ("s", "S")
        and not (after < len(text) and text[after].isalnum())
        and index > 0
        and text[index - 1].isalnum()
    )


def _ends_initial(text: str, index: int) -> bool:
    """Whether the dot at `index` follows a single letter, as in "U.N."."""
    return index > 0 and text[index - 1].isalpha() and (index == 1 or not text[index - 2].isalnum())


@lru_cache(maxsize=8)  # several indexes look through one document in turn
def fold(text: str) -> tuple[str, list[int]]:
    """The text as names are compared, and for each of its characters the offset it came from.

    Runs of space become one space; the first offset of a run is kept.
    """
    if text.isascii() and not _PUNCTUATED.search(text):
        return _fold_plain(text)
    folded: list[str] = []
    offsets: list[int] = []
    skip = -1
    for match in _RUN_OR_CHARACTER.finditer(text):
        index, character = match.start(), match.group()
        if match.lastgroup:
            if index == skip:
                index, character = index + 1, character[1:]
            if character[:1] == " " and folded[-1:] == [" "]:
                index, character = index + 1, character[1:]
            if character:
                folded.append(character.lower())
                offsets.extend(range(index, match.end()))
            continue
        if character == ".":
            if _ends_initial(text, index):
                continue
            form = "."
        else:
            form = _folded_character(character)
        if form == "'":
            if _is_possessive(text, index):
                skip = index + 1
            continue
        if form == " " and (not folded or folded[-1][-1] == " "):
            continue
        for part in form:
            folded.append(part)
            offsets.append(index)
    return "".join(folded), offsets


_PLAIN = str.maketrans(dict.fromkeys("-_/\t\n\r\v\f\x1c\x1d\x1e\x1f", " "))


def _fold_plain(text: str) -> tuple[str, list[int]]:
    spaced = text.translate(_PLAIN).lower()
    if "  " not in spaced and not spaced.startswith(" "):
        return spaced, list(range(len(text)))
    kept = [
        index
        for index, character in enumerate(spaced)
        if character != " " or (index > 0 and spaced[index - 1] != " ")
    ]
    return "".join([spaced[index] for index in kept]), kept


_EDGES = ' ,;:()[]"“”'


def compute_key(name: str) -> str:
    """`key` without its memory, for going through millions of names once."""
    if name.isascii() and not _PUNCTUATED.search(name):
        folded = name.translate(_PLAIN).lower()
    else:
        folded = _ABBREVIATION_DOT.sub("", fold(name)[0])
    folded = folded.strip(_EDGES)
    if "  " in folded:
        folded = " ".join(folded.split())
    return folded[4:].strip(_EDGES) or folded if folded.startswith("the ") else folded


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """A name as it is looked up: folded, without a leading "the" and without the dots of abbreviations.

    >>> key("The Jama‘at Nasr al-Islam") == key("jamaat nasr al Islam")
    True
    """
    return compute_key(name)


def bare(name: str) -> str:
    """Only its letters and digits, as written: "U.S." is "US"."""
    return "".join(filter(str.isalnum, name))


def is_acronym(name: str) -> bool:
    """Whether a short name is written in capitals: "UAE", "D.R.C."."""
    return len(name) <= 6 and bare(name).isupper()
