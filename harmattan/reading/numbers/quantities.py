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
from harmattan.reading.numbers.numerals import LARGEST, Numeral, may_hold_numeral, numerals


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
    shared: bool = False
    """Whether only a share of it is spoken of: the 5,000 of "half of its 5,000 troops"."""

    @property
    def number(self) -> Number:
        """As the model has it."""
        return Number(self.span, self.count)


_BEFORE = re.compile(
    r"(?:^|(?<=[^\w]))(?P<words>"
    r"(?P<low>at\s+least|at\s+minimum|a\s+minimum\s+of|no\s+(?:fewer|less)\s+than|not\s+(?:fewer|less)\s+than|"
    r"(?:well\s+|far\s+|many\s+|slightly\s+|a\s+little\s+)?more\s+than|upwards\s+of|in\s+excess\s+of|minimum|"
    r"(?:just\s+|well\s+|slightly\s+|a\s+little\s+)?over)"
    r"|(?P<high>up\s+to|as\s+many\s+as|no\s+more\s+than|not\s+more\s+than|at\s+most|(?:a\s+)?maximum\s+of|"
    r"(?:fewer|less)\s+than|(?:just\s+|well\s+|far\s+)?(?:under|below))"
    r"|(?P<about>about|around|approximately|roughly|some|nearly|almost|an\s+estimated|estimated|closer?\s+to|nearer(?:\s+to)?|circa|"
    r"perhaps|barely|probably)"
    r"|(?P<further>a\s+further|another|an\s+additional|additional|further)"
    r"|(?P<plain>a\s+total\s+of|only|just|exactly|all|the\s+other)"
    r")\s+$",
    re.IGNORECASE,
)
_LAST_OF_BOUND = tuple(
    "least minimum of than over to as most under below about around approximately roughly some nearly almost estimated "
    "circa nearer perhaps barely probably further another additional only just exactly all other".split()
)
_AFTER = re.compile(
    r"(?P<low>\+|\s+or\s+more\b|\s+at\s+least\b|\s+plus\b)|(?P<about>\s+or\s+so\b)|"
    r"(?P<high>\s+or\s+(?:fewer|less)\b|\s+at\s+(?:the\s+)?most\b)",
    re.IGNORECASE,
)
_REACH = 24
"""How far back, in characters, the words of a bound can begin."""

_DIGITS_BEFORE = re.compile(r"\d[-–]$")
_LINK = re.compile(r"\s*(?:to|or|[-–])\s*", re.IGNORECASE)
_BETWEEN_LINK = re.compile(r"\s+and\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_RANGING = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|run|runs|anywhere|anything)\s+from\s+$", re.IGNORECASE
)
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
_VERBS = re.compile(r"\s+(?:may|march)\b")
_MODIFIER = re.compile(r"[-–](?!strong\b)[^\W\d]", re.IGNORECASE)
_MANNED = re.compile(r"[-–](?:man|member|person|soldier|troop|officer|fighter)\b", re.IGNORECASE)
_A_BODY = 30
"""From so many on, a body "of so many men" is a force: "a 4,000-man brigade", no "four-man team"."""
_LOWER_NEXT = re.compile(r"\s+[a-z]")
_NAMED = frozenset(
    "aged age ages resolution resolutions article articles no. no number nos. chapter section paragraph paragraphs "
    "page pages route highway road flight room phase type group level category grade battalion version top "
    "day week year channel january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.".split()
)
"""Number what follows them rather than count it: "Resolution 2100", "March 15"."""
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_CURRENCIES = ("$", "€", "£", "¥", "usd", "eur", "cfa")
_FRACTIONS = frozenset("half third thirds quarter quarters fifths tenths most majority percent %".split())
_DETERMINERS = frozenset("the its their his her all these those".split())
_NUMBERING = frozenset("they who which that now to could may might would will we".split())
_BEFORE_ONE = frozenset("no this that which every each any some another only last first next the".split())
_ONE_AFTER = re.compile(
    r"\s+(?:of|another|side|hand|way|thing|time|point|day|more\s+time|another|by|(?:in|of|for)\s+wh\w+)\b|['’]s|[-–]",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(r"[\s,]{0,3}(?:of\s+)?(?=[^\W\d_])")
_COUNTED = re.compile(
    r"\s+(?:\w+\s+)?(?:people|persons|troops|soldiers|civilians|fighters|men|women|children|rebels|militants|refugees|"
    r"migrants|villagers|peacekeepers|jihadists|insurgents|terrorists|personnel|police|displaced|prisoners|members)\b"
)


def find_numbers(text: str, start: int, end: int, exclude: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """The counts of one stretch `text[start:end]`, in text order and without overlap; those of shares are marked.

    `exclude` are stretches in text order that were read as something else: the times of the sentence.
    """
    if not may_hold_numeral(text, start, end):
        return []
    cores = [core for core in numerals(text, start, end) if not _counts_nothing(core, text, start, end)]
    cores = _outside(cores, exclude)
    return list(_bounded(cores, text, start, end))


def _outside(cores: list[Numeral], exclude: Sequence[tuple[int, int]]) -> list[Numeral]:
    if not exclude:
        return cores
    return [
        core for core in cores if not any(core.start < stop and begin < core.end for begin, stop in exclude)
    ]


# Whether it counts anything ---------------------------------------------------------------------------------


def _counts_nothing(numeral: Numeral, text: str, start: int, end: int) -> bool:
    """Whether a number is an age, a year, money, a measure, a name's, or no count for another reason."""
    if numeral.value > LARGEST:
        return True
    near = text[max(start, numeral.start - 2 * _REACH) : numeral.start]
    before = near.split() or [""]
    after = text[numeral.end : min(end, numeral.end + 2 * _REACH)]
    previous = before[-1].lower()
    if previous.endswith(_CURRENCIES):
        return True
    if _MEASURED.match(after) and not _VERBS.match(after):
        return True
    if numeral.low_only:
        return False
    if _MODIFIER.match(after) and (numeral.value < _A_BODY or not _MANNED.match(after)):
        return True
    words = text[numeral.start : numeral.end]
    thousands = "," in words
    if previous == "number" and _is_verb_behind(before[-2:-1]):
        return False
    # "On 16 July six people", "On 16 July 600 people"
    has_its_day = previous in _MONTHS and (not words[0].isdigit() or "".join(before[-2:-1]).isdigit())
    if previous in _NAMED and not thousands and not has_its_day and before[-2:-1] not in (["In"], ["in"]):
        return previous != "may" or before[-1] == "May"
    if words.lower() == "one":
        of_many = previous in _BEFORE_ONE or (len(before) > 1 and before[-2].lower() in ("the", "a"))
        return of_many or _ONE_AFTER.match(after) is not None
    return words[0].isdigit() and _names(words, numeral.value, before[-1], after, len(before) < 2)


def _is_verb_behind(before: list[str]) -> bool:
    """Whether "number" is what some do, by the word before it: "they number 300", "the rebels, now split, number"."""
    word = before[0].lower() if before else ""
    return word in _NUMBERING or word.endswith((",", "ers", "els", "ops", "ists"))


def _is_of_fraction(text: str, floor: int, first: int) -> bool:
    """Whether what stands before is "half of its": a share of the number, and not the number."""
    before = text[max(floor, first - 2 * _REACH) : first].split()
    if len(before) < 3 or before[-1].lower() not in _DETERMINERS or before[-2] != "of":
        return False
    return before[-3].lower().rpartition("-")[2] in _FRACTIONS


def _names(digits: str, value: int, previous: str, after: str, first: bool) -> bool:
    """Whether digits are a year or part of a name: "2012", "Boeing 737", "007"."""
    if len(digits) == 4 and 1900 <= value < 2100:
        return not (_COUNTED.match(after) or after.startswith("-strong"))
    if "," not in digits and previous[:1].isupper() and previous[-1].isalnum() and not first:
        return not _LOWER_NEXT.match(after)
    return len(digits) > 1 and digits[0] == "0"


# Bounds -------------------------------------------------------------------------------------------------------


def _bounded(cores: list[Numeral], text: str, start: int, end: int) -> Iterator[Quantity]:
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


def _range(core: Numeral, following: Numeral, text: str, floor: int) -> tuple[int, int, int] | None:
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
    or_so = gap.strip().lower() == "or"
    if _LINK.fullmatch(gap) and (or_so or _RANGING.search(before) or not _FROM.search(before)):
        return core.start, low, high
    return None


def _of_range(core: Numeral, following: Numeral, pair: tuple[int, int, int], text: str, end: int) -> Quantity:
    first, low, high = pair
    span = Span(first, following.end, text[first : following.end])
    inner = Span(core.start, following.end, text[core.start : following.end])
    return Quantity(span, Count(low, None, high), inner, _noun(text, following.end, end))


def _single(core: Numeral, text: str, floor: int, end: int) -> Quantity:
    first, last, value = core.start, core.end, core.value
    near = text[max(floor, first - _REACH) : first]
    before = _BEFORE.search(near) if near.rstrip().lower().endswith(_LAST_OF_BOUND) else None
    after = _AFTER.match(text, last, min(end, last + _REACH))
    count = Count(value, None, None) if core.low_only else Count.exactly(value)
    about = further = False
    if before and after and before.group("plain"):
        # "the other 3,000 or so"
        count = _changed(count, after.lastgroup or "")
        about, first, last = after.lastgroup == "about", first - len(before.group()), after.end()
    elif before:
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
        _is_of_fraction(text, floor, first),
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
