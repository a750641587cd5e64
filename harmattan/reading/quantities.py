"""How many: the numbers of a text, in digits and in words, with the bounds that the words set.

"at least 14" has a low of 14 and nothing else; "up to 20" a high of 20; "2,500 or 3,000" and "2,500 to 3,000" a low
and a high; "about 5,000" a best and no bounds; "dozens" a low of 24. A bound is always the number that stands in the
text: "more than 100" has the low 100, not 101, and "fewer than 10" the high 10, because 101 and 9 could not be quoted.
A change ("from 5,000 to 2,500") is two numbers and no range.

Numbers that count nothing are left out: years, dates, ages, times, ordinals, percentages, money, measures, fractions,
and numbers that name something ("Resolution 2100", "Mi-24").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harmattan.model.readings import Number
from harmattan.model.text import Span
from harmattan.model.values import Count

LARGEST = 10**10
"""More than there are people: not a count."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in its words, bounds included: "at least 14", "a further 400", "between 20 and 30"."""

    span: Span
    count: Count
    core: Span
    """The number alone: "14" in "at least 14"."""
    noun_start: int | None
    """Offset of the next word, where what is counted is mostly named ("14 soldiers"); None where none follows."""
    further: bool = False
    """Whether it is said to add to another number: "another 30", "a further 400"."""
    approximate: bool = False
    """Whether the words say that it is not exact: "about", "nearly", "an estimated"."""

    @property
    def number(self) -> Number:
        """As the model has it."""
        return Number(self.span, self.count)


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: value for value, word in enumerate(_ONES)} | {
    word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_LOOSE = {
    "several": 3,
    "a few": 2,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "dozens of thousands": 24_000,
    "tens of millions": 20_000_000,
}
"""What a loose plural is at least; there is no telling how many it is at most."""

_WORDS = "|".join((*_ONES[1:], *_TENS, *_SCALES, "dozen"))
_PIECE = re.compile(
    r"(?P<loose>\b(?:tens|hundreds|dozens)\s+of\s+(?:thousands|millions)\b"
    r"|\b(?:dozens|scores|hundreds|thousands|millions|several)\b|\ba\s+few\b)"
    r"|(?P<couple>\ba\s+couple\b)|(?P<half>\bhalf\s+a\s+(?:dozen|million)\b)"
    r"|(?P<none>\bnone(?=\s+(?:of|were|was)\b)|\bno(?=\s+(?:casualties|deaths|injuries|fatalities|victims|dead|wounded|"
    r"civilians|soldiers|survivors)\b))"
    rf"|(?P<article>\ba(?=\s+(?:hundred|thousand|million|billion|dozen)\b))|(?P<word>\b(?:{_WORDS})\b)"
    r"|(?P<digits>(?<![\w.,:/#°])(?<![^\W\d]['’-])(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,3}(?=\s+(?:million|billion)))?"
    r"(?![\w:/]|[.,]\d|[-–]\d+[-–/]|\s?(?:%|°)))",
    re.IGNORECASE,
)
_QUICK = re.compile(
    r"\d|(?<![a-z])(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|th?irt|fou?rt|fift|sixt|sevent|eight|"
    r"ninet|twent|hundred|thousand|million|billion|dozen|scores|several|few|couple|none?\b)"
)

_BEFORE = re.compile(
    r"(?:^|(?<=[^\w]))(?P<words>"
    r"(?P<low>at\s+least|at\s+minimum|a\s+minimum\s+of|no\s+(?:fewer|less)\s+than|not\s+(?:fewer|less)\s+than|"
    r"(?:well\s+|far\s+|many\s+)?more\s+than|(?:just\s+|well\s+|slightly\s+)?over|upwards\s+of|in\s+excess\s+of|minimum)"
    r"|(?P<high>up\s+to|as\s+many\s+as|no\s+more\s+than|not\s+more\s+than|at\s+most|(?:a\s+)?maximum\s+of|"
    r"(?:fewer|less)\s+than|(?:just\s+)?under)"
    r"|(?P<about>about|around|approximately|roughly|some|nearly|almost|an\s+estimated|estimated|close\s+to|circa)"
    r"|(?P<further>a\s+further|another|an\s+additional|additional|further)"
    r"|(?P<plain>a\s+total\s+of|only|just|exactly|all|the\s+other)"
    r")\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?P<low>\+|\s+or\s+more\b|\s+plus\b)|(?P<high>\s+or\s+(?:fewer|less)\b)|(?P<about>\s+or\s+so\b)",
    re.IGNORECASE,
)
_REACH = 24
"""How far back, in characters, the words of a bound can begin."""

_DIGITS_BEFORE = re.compile(r"\d[-–]$")
_LINK = re.compile(r"\s*(?:to|or|[-–])\s*", re.IGNORECASE)
_BETWEEN_LINK = re.compile(r"\s+and\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|some\s+)?$", re.IGNORECASE)

_MEASURES = (
    "percent|per\\s+cent|percentage|pc|pct|dollars?|euros?|pounds?|cfa|francs?|yuan|rub(?:le|el)s?|cents?|usd|eur|"
    "km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|cm|mm|centimet(?:er|re)s?|feet|foot|ft|inch(?:es)?|yards?|acres?|"
    "hectares?|square|kg|kilos?|kilogram(?:me)?s?|grams?|tons?|tonnes?|lit(?:er|re)s?|barrels?|degrees?|knots?|mph|"
    "seconds?|minutes?|hours?|hrs|days?|nights?|weeks?|weekends?|months?|quarters?|years?|decades?|centur(?:y|ies)|gmt|utc|"
    "a\\.?m|p\\.?m|o['’]clock|cal(?:iber|ibre)|times|thirds?|fourths?|fifths?|quarters|tenths?|points?|megawatts?|"
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|sept?|oct|nov|dec"
)
_MEASURED = re.compile(
    rf"(?:\s+|[-–])(?:(?:u\.?s\.?|cfa|nautical|calendar|consecutive)\s+)?(?:{_MEASURES})\b", re.IGNORECASE
)
_MONTHS_ONLY_CAPITAL = re.compile(r"\s+(?:may|march)\b")
_MODIFIER = re.compile(r"[-–](?!strong\b)[^\W\d]", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:\b(?:aged?|ages|resolutions?|articles?|no\.?|number|nos\.?|chapter|section|paragraphs?|page|route|highway|road|"
    r"flight|room|phase|type|group|level|category|grade|battalion|version|top|day|week|year|channel|version|"
    r"january|february|march|april|june|july|august|september|october|november|december|"
    r"jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)|\bMay)\s+$",
    re.IGNORECASE,
)
_MONEY = re.compile(r"(?:[$€£¥]|\b(?:usd|eur|us\$|cfa))\s?$", re.IGNORECASE)
_FRACTION_OF = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|most|majority|percent|%)\s+of\s+(?:the|its|their|his|all|these|those)\s+$",
    re.IGNORECASE,
)
_CAPITAL_BEFORE = re.compile(r"[^\W\d_a-z][\w'’]*\s$")
_ONE_BEFORE = re.compile(
    r"\b(?:no|this|that|the|which|every|each|any|some|another|only|last|first|next)\s+$", re.IGNORECASE
)
_ONE_AFTER = re.compile(
    r"\s+(?:of|another|side|hand|way|thing|time|point|day|more\s+time|another|by)\b|['’]s|[-–]", re.IGNORECASE
)
_NEXT_WORD = re.compile(r"[\s,]{0,3}(?:of\s+)?(?=[^\W\d_])")
_COUNTED = re.compile(
    r"\s+(?:\w+\s+)?(?:people|persons|troops|soldiers|civilians|fighters|men|women|children|rebels|militants|refugees|"
    r"migrants|villagers|peacekeepers|jihadists|insurgents|terrorists|personnel|police|displaced|prisoners|members)\b"
)
_SHORT_YEAR = range(1000, 2100)


@dataclass(frozen=True, slots=True)
class _Core:
    """A number before its bounds: where it stands and what it is; `low_only` for "dozens"."""

    start: int
    end: int
    value: int
    low_only: bool = False
    scaled: int = 1
    """The last scale word in it: 1,000,000 in "3 million", which "2 to 3 million" shares out."""


def find_numbers(text: str, start: int, end: int, exclude: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """The counts of one stretch `text[start:end]`, in text order and without overlap.

    `exclude` are stretches in text order that were read as something else: the times of the sentence.
    """
    if not _QUICK.search(text[start:end].lower()):
        return []
    cores = [core for core in _cores(text, start, end) if not _counts_nothing(core, text, start, end)]
    cores = _outside(cores, exclude)
    return list(_bounded(cores, text, start, end))


def _outside(cores: list[_Core], exclude: Sequence[tuple[int, int]]) -> list[_Core]:
    if not exclude:
        return cores
    return [
        core for core in cores if not any(core.start < stop and begin < core.end for begin, stop in exclude)
    ]


# Numbers -------------------------------------------------------------------------------------------------


def _cores(text: str, start: int, end: int) -> Iterator[_Core]:
    """Numbers put together from their words: "two", "thousand", "five", "hundred" is one."""
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
            yield _Core(match.start(), match.end(), _LOOSE[" ".join(word.split())], low_only=True)
        elif kind == "couple":
            yield _Core(match.start(), match.end(), 2, low_only=True)
        elif kind == "half":
            yield _Core(match.start(), match.end(), 6 if word.endswith("dozen") else 500_000)
        elif kind == "none":
            yield _Core(match.start(), match.end(), 0)
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
    def core(self) -> _Core:
        return _Core(
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


# Whether it counts anything ---------------------------------------------------------------------------------


def _counts_nothing(core: _Core, text: str, start: int, end: int) -> bool:
    """Whether a number is an age, a year, money, a measure, a name's, or no count for another reason."""
    if core.value > LARGEST:
        return True
    before = text[max(start, core.start - 3 * _REACH) : core.start]
    after = text[core.end : min(end, core.end + 3 * _REACH)]
    words = text[core.start : core.end]
    if _MONEY.search(before) or _FRACTION_OF.search(before):
        return True
    if _MEASURED.match(after) and not _MONTHS_ONLY_CAPITAL.match(after):
        return True
    if core.low_only:
        return False
    if _MODIFIER.match(after) or _NAMED.search(before):
        return True
    if words.lower() == "one":
        return bool(_ONE_BEFORE.search(before) or _ONE_AFTER.match(after))
    if words[0].isdigit():
        if len(words) == 4 and core.value in _SHORT_YEAR and not _COUNTED.match(after):
            return (
                not _BEFORE.search(before[-_REACH:]) and not after.startswith("-strong")
            ) or 1900 <= core.value < 2100
        capital = _CAPITAL_BEFORE.search(before)
        if capital and capital.start() > 0 and not re.match(r"\s+[a-z]+s?\b", after):
            return not re.search(r"[.!?:]\s*$", before[: capital.start()])
        if len(words) > 1 and words[0] == "0":
            return True
    return False


# Bounds -------------------------------------------------------------------------------------------------------


def _bounded(cores: list[_Core], text: str, start: int, end: int) -> Iterator[Quantity]:
    index, floor = 0, start
    while index < len(cores):
        core = cores[index]
        following = cores[index + 1] if index + 1 < len(cores) else None
        pair = following is not None and _range(core, following, text, floor)
        if pair and following:
            quantity = _of_range(core, following, pair, text, end)
            index += 2
        else:
            quantity = _single(core, text, floor, end)
            index += 1
        if not (_DIGITS_BEFORE.search(text, max(start, quantity.core.start - 3), quantity.core.start)):
            yield quantity
        floor = quantity.span.end


def _range(core: _Core, following: _Core, text: str, floor: int) -> tuple[int, int, int] | None:
    """Where a range begins, its low and its high; None where two numbers are none."""
    if core.low_only or following.low_only:
        return None
    gap, before = text[core.end : following.start], text[max(floor, core.start - _REACH) : core.start]
    low, high = core.value, following.value
    if core.scaled == 1 and following.scaled >= 1000 and low < 1000:
        low *= following.scaled
    if low >= high:
        return None
    between = _BETWEEN.search(before)
    if between and _BETWEEN_LINK.fullmatch(gap):
        return core.start - len(between.group()), low, high
    if _LINK.fullmatch(gap) and not _FROM.search(before):
        return core.start, low, high
    return None


def _of_range(core: _Core, following: _Core, pair: tuple[int, int, int], text: str, end: int) -> Quantity:
    first, low, high = pair
    span = Span(first, following.end, text[first : following.end])
    inner = Span(core.start, following.end, text[core.start : following.end])
    return Quantity(span, Count(low, None, high), inner, _noun(text, following.end, end))


def _single(core: _Core, text: str, floor: int, end: int) -> Quantity:
    first, last, value = core.start, core.end, core.value
    before = _BEFORE.search(text[max(floor, first - _REACH) : first])
    after = _AFTER.match(text, last, min(end, last + _REACH))
    count = Count(value, None, None) if core.low_only else Count.exactly(value)
    about = further = False
    if before:
        kind = next(name for name in ("low", "high", "about", "further", "plain") if before.group(name))
        first -= len(before.group())
        about, further = kind == "about", kind == "further"
        count = _changed(count, kind)
    elif after:
        kind = after.lastgroup or ""
        last = after.end()
        about = kind == "about"
        count = _changed(count, kind)
    return Quantity(
        Span(first, last, text[first:last]),
        count,
        Span(core.start, core.end, text[core.start : core.end]),
        _noun(text, last, end),
        further,
        about,
    )


def _changed(count: Count, kind: str) -> Count:
    """The count under a bound: "at least", "up to" or "about"."""
    value = count.best
    if value is None:
        return Count(None, None, count.low) if kind == "high" else count
    match kind:
        case "low":
            return Count(value, None, None)
        case "high":
            return Count(None, None, value)
        case "about":
            return Count(None, value, None)
        case _:
            return count


def _noun(text: str, at: int, end: int) -> int | None:
    match = _NEXT_WORD.match(text, at, end)
    return match.end() if match else None
