"""Numerals: "twenty-three", "2,500", "1.5 million" and "tens of thousands", and the number each stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LARGEST = 10**10
"""More than there are people: not a count."""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: value for value, word in enumerate(_ONES)} | {
    word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_TENFOLD = {"tens": 20, "dozens": 24, "hundreds": 200}
_PLURALS = {"thousands": 1_000, "millions": 1_000_000}
_FEW = ("several", "a few", "a couple", "a couple of")
_SINGULARS = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
_LOOSE = {
    **{
        f"{many} of {scale}": count * size
        for many, count in _TENFOLD.items()
        for scale, size in _PLURALS.items()
    },
    **{f"{few} {scale}": 2 * size for few in _FEW for scale, size in _SINGULARS.items()},
    "several": 3,
    "a few": 2,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
}
"""What a loose plural is at least; there is no telling how many it is at most."""

_WORDS = "|".join((*_ONES[1:], *_TENS, *_SCALES, "dozen"))
_PIECE = re.compile(
    r"(?<!\w)(?:(?P<loose>\b(?:tens|hundreds|dozens)\s+of\s+(?:thousands|millions)\b"
    r"|\b(?:several|a\s+few|a\s+couple(?:\s+of)?)\s+(?:dozen|hundred|thousand|million)\b"
    r"|\b(?:dozens|scores|hundreds|thousands|millions|several)\b|\ba\s+few\b)"
    r"|(?P<couple>\ba\s+couple\b)|(?P<half>\bhalf\s+a\s+(?:dozen|million)\b)"
    r"|(?P<none>\bnone(?=\s+(?:of|were|was)\b)|\bno(?=\s+(?:casualties|deaths|injuries|fatalities|victims|dead|wounded|"
    r"civilians|soldiers|survivors)\b))"
    rf"|(?P<article>\ba(?=\s+(?:hundred|thousand|million|billion|dozen)\b))|(?P<word>\b(?:{_WORDS})\b)"
    r"|(?P<digits>(?<![\w.,:/#°])(?<![^\W\d]['’-])(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,3}(?=\s+(?:million|billion)))?"
    r"(?![\w:/]|[.,]\d|[-–]\d+[-–/]|\s?(?:%|°))))",
    re.IGNORECASE,
)
"""That no letter or digit stands before a numeral is asked first, for it leaves out most places at once."""
_QUICK = re.compile(
    r"\d|(?<![a-z])(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|th?irt|fou?rt|fift|sixt|sevent|eight|"
    r"ninet|twent|hundred|thousand|million|billion|dozen|scores|several|few|couple|no(?:ne)?\b)"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in its words: where it stands and what it is; `low_only` for "dozens"."""

    start: int
    end: int
    value: int
    low_only: bool = False
    scaled: int = 1
    """The last scale word in it: 1,000,000 in "3 million", which "2 to 3 million" shares out."""


def may_hold_numeral(text: str, start: int, end: int) -> bool:
    """Whether a stretch is worth a closer look."""
    return _QUICK.search(text[start:end].lower()) is not None


def numerals(text: str, start: int, end: int) -> Iterator[Numeral]:
    """The numerals of a stretch in text order: "two thousand five hundred" is one."""
    held: _Sum | None = None
    for match in _PIECE.finditer(text, start, end):
        kind, word = match.lastgroup or "", match.group().lower()
        if (
            held
            and kind in ("word", "digits")
            and held.takes(word, text[held.end : match.start()], match.end())
        ):
            continue
        if held:
            yield held.core
        held = None
        if kind == "loose":
            yield Numeral(match.start(), match.end(), _LOOSE[" ".join(word.split())], low_only=True)
        elif kind == "couple":
            yield Numeral(match.start(), match.end(), 2, low_only=True)
        elif kind == "half":
            yield Numeral(match.start(), match.end(), 6 if word.endswith("dozen") else 500_000)
        elif kind == "none":
            yield Numeral(match.start(), match.end(), 0)
        else:
            held = _Sum(match.start(), match.end(), word)
    if held:
        yield held.core


class _Sum:
    """A number that grows word by word."""

    def __init__(self, start: int, end: int, word: str) -> None:
        self.start, self.end = start, end
        self.done = 0
        """What thousands and millions have closed off."""
        self.open = 1.0
        self.scale = 1
        self.last = word
        self.digits = word[0].isdigit()
        if self.digits:
            self.open = float(word.replace(",", ""))
        elif word in _SMALL:
            self.open = _SMALL[word]
        elif word in _SCALES:
            self.scale = _SCALES[word]
            self.open = self.scale
        elif word == "dozen":
            self.open = 12

    @property
    def core(self) -> Numeral:
        return Numeral(
            self.start, self.end, round(min(self.done + self.open, 10.0 * LARGEST)), scaled=self.scale
        )

    def takes(self, word: str, gap: str, end: int) -> bool:
        """Whether `word` goes on with the number, and if so, adds it."""
        joint = " ".join(gap.split()) if gap.strip() else "" if not gap else " "
        if joint not in (" ", "-", "and", "") or (joint == "" and gap == ""):
            return False
        if word in _SCALES:
            if joint == "and" or not self._multiply(_SCALES[word]):
                return False
        elif word == "dozen":
            if joint == "and" or self.open >= 100 or self.scale > 1:
                return False
            self.open *= 12
        elif word in _SMALL and not self.digits:
            value = _SMALL[word]
            tens = self.last in _TENS and value < 10 and joint in (" ", "-")
            below = (self.scale == 100 and value < 100) or (self.scale >= 1000 and self.open == 0)
            if not (tens or (below and value)):
                return False
            self.open += value
            if not tens and self.scale == 100:
                self.scale = 1 if self.done == 0 else self.scale
        else:
            return False
        self.last, self.end = word, end
        return True

    def _multiply(self, scale: int) -> bool:
        if scale == 100:
            if not 0 < self.open < 100 or self.last in _SCALES:
                return False
            self.open *= 100
            self.scale = 100
            return True
        if (
            self.open == 0
            or (self.open >= 1000 and not self.digits)
            or (self.done and self.done % (scale * 1000))
        ):
            return False
        if self.digits and self.open >= 1000:
            return False
        self.done += round(self.open * scale)
        self.open = 0
        self.scale = scale
        return True
