"""The words that times are made of, each with its kind and its number.

A stretch of text becomes a row of `Word`s and, beside it, a string with one letter per word for its kind, so
that `time_grammar` can be written as regular expressions over kinds: "THE? ORDINAL QUARTER OF YEAR".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from harmattan.model.values import Precision

MAX_AMOUNT = 999
"""More units than this ("5,000 years ago") are not placed on the calendar."""

KINDS = (
    "YEAR DAY AMOUNT A FEW COUPLE NTH ORDINAL ISO NUMERIC DECADE MONTH MAYBE_MONTH WEEKDAY MAYBE_WEEKDAY SEASON FALL "
    "UNIT UNITS QUARTER HALF WEEKEND DAYPART CODE DEICTIC TONIGHT OVERNIGHT LAST NEXT THIS THAT SAME FOLLOWING "
    "PREVIOUS PAST COMING EARLY LATE MID LATER EARLIER START END AGO OF THE IN ON AT BY SINCE UNTIL BEFORE AFTER "
    "FROM TO THROUGH BETWEEN AND DASH SLASH COMMA POSS LEFT EVERY PRESENT FISCAL STARTING "
    "BEGINNING SCALE DECIMAL BIG SHORT SHORTS CENTURY CENTURIES CLOCK MERIDIEM ZONE WEEKDAYS OFTEN HOLIDAY EVE BC "
    "NOW RECENT RECENTLY FUTURE LATEST PERIOD THESE MORE LESS THAN LEAST APPROX UP FULL OLD LONG AHEAD SPECIAL NEAR "
    "TIME FORMER SOME OVER FINAL WORD NAME OTHER MARK"
).split()
LETTER = {kind: chr(0x100 + index) for index, kind in enumerate(KINDS)}
"""The letter that stands for a kind; outside ASCII, so that no kind is ever regular expression syntax."""

UNITS = (
    Precision.DAY,
    Precision.WEEK,
    Precision.MONTH,
    Precision.QUARTER,
    Precision.YEAR,
    Precision.DECADE,
)
"""What the value of a UNIT word counts."""


class Word(NamedTuple):
    """One word, its offsets in the document, its kind's letter and what it counts or names (0 where nothing)."""

    start: int
    end: int
    kind: str
    value: int
    text: str


_MONTHS = "january february march april may june july august september october november december".split()
_SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()

DAYPARTS = "morning afternoon evening night dawn dusk noon midday midnight sunrise sunset daybreak".split()
"""Parts of a day, in the order of `DAYPART`'s values."""
HOLIDAYS = "christmas thanksgiving easter halloween".split()
"""Days with a name of their own, in the order of `HOLIDAY`'s values."""

_TENS = "thirty forty fifty sixty seventy eighty ninety".split()

_LEXICON: dict[str, tuple[str, int]] = {}


def _enter(kind: str, words: str | list[str], first: int = 0, step: int = 0) -> None:
    for index, word in enumerate(words.split() if isinstance(words, str) else words):
        _LEXICON[word] = (LETTER[kind], first + index * step)


_enter("MONTH", _MONTHS, 1, 1)
_enter("MAYBE_MONTH", _SHORT_MONTHS, 1, 1)
_enter("MAYBE_MONTH", "sept", 9)
for _name in ("march", "april", "may", "june", "august"):  # also verbs, adjectives and first names
    _LEXICON[_name] = (LETTER["MAYBE_MONTH"], _MONTHS.index(_name) + 1)
_enter("WEEKDAY", _WEEKDAYS, 0, 1)
_enter("MAYBE_WEEKDAY", "mon tue wed thu fri sat sun", 0, 1)
_enter("MAYBE_WEEKDAY", "tues", 1)
_enter("MAYBE_WEEKDAY", "thurs thur", 3)
_enter("ORDINAL", _ORDINALS, 1, 1)
_enter("ORDINAL", "latter", 2)
_enter("AMOUNT", _CARDINALS, 1, 1)
_enter("AMOUNT", _TENS, 30, 10)
_enter("A", "a an one", 1)
_enter("FEW", "few several many")
_enter("SOME", "some")
_enter("SCALE", "hundred", 100)
_enter("SCALE", "thousand", 1000)
_enter("SCALE", "million", 1_000_000)
_enter("COUPLE", "couple", 2)
_enter("SEASON", "spring summer autumn winter", 0, 1)
_enter("FALL", "fall", 2)
_enter("UNIT", "day week month quarter year decade", 0, 1)
_enter("UNITS", "days weeks months quarters years decades", 0, 1)
_enter("QUARTER", "quarter", 3)
_enter("HALF", "half")
_enter("WEEKEND", "weekend")
_enter("SHORT", "minute hour", 1, 1)
_enter("SHORTS", "seconds minutes hours", 0, 1)
_enter("CENTURY", "century")
_enter("CENTURIES", "centuries")
_enter("DAYPART", DAYPARTS, 0, 1)
_enter("DAYPART", "mornings afternoons evenings nights", 0, 1)
_enter("WEEKDAYS", [f"{name}s" for name in _WEEKDAYS], 0, 1)
_enter("OFTEN", "hourly daily nightly weekly monthly yearly annually", 0, 1)
_enter("HOLIDAY", HOLIDAYS, 0, 1)
_enter("EVE", "eve")
_enter("BC", "bc bce b.c")
_enter("MERIDIEM", "am a.m", 0)
_enter("MERIDIEM", "pm p.m", 12)
_enter("ZONE", "gmt utc", 1)
_enter("ZONE", "est edt cst cdt mst mdt pst pdt cet eet bst hr hrs")
_enter("NOW", "now currently nowadays presently")
_enter("RECENT", "recent")
_enter("RECENTLY", "recently lately")
_enter("FUTURE", "future")
_enter("LATEST", "latest")
_enter("PERIOD", "period")
_enter("THESE", "these")
_enter("MORE", "more")
_enter("LESS", "less fewer")
_enter("THAN", "than")
_enter("LEAST", "least")
_enter("APPROX", "nearly almost roughly approximately")
_enter("UP", "up")
_enter("FULL", "full whole entire")
_enter("OLD", "old")
_enter("LONG", "long")
_enter("AHEAD", "ahead")
_enter("SPECIAL", "trading business working calendar straight consecutive additional extra solid")
_enter("NEAR", "near foreseeable immediate distant")
_enter("TIME", "time")
_enter("OVER", "over")
_enter("FINAL", "final")
_enter("FORMER", "former formerly")
_enter("DEICTIC", "yesterday today tomorrow", -1, 1)
_enter("TONIGHT", "tonight")
_enter("OVERNIGHT", "overnight")
_enter("LAST", "last")
_enter("NEXT", "next")
_enter("THIS", "this current")
_enter("THAT", "that")
_enter("SAME", "same")
_enter("FOLLOWING", "following subsequent ensuing succeeding")
_enter("PREVIOUS", "previous preceding prior")
_enter("PAST", "past")
_enter("COMING", "coming upcoming")
_enter("EARLY", "early")
_enter("LATE", "late")
_enter("MID", "mid middle")
_enter("LATER", "later")
_enter("EARLIER", "earlier")
_enter("START", "start outset")
_enter("BEGINNING", "beginning")
_enter("END", "end close")
_enter("AGO", "ago")
_enter("OF", "of")
_enter("THE", "the")
_enter("IN", "in during throughout")
_enter("ON", "on")
_enter("AT", "at")
_enter("BY", "by")
_enter("SINCE", "since")
_enter("UNTIL", "until till")
_enter("BEFORE", "before")
_enter("AFTER", "after")
_enter("FROM", "from")
_enter("TO", "to")
_enter("THROUGH", "through")
_enter("BETWEEN", "between")
_enter("AND", "and or")
_enter("EVERY", "every each per")
_enter("PRESENT", "present")
_enter("FISCAL", "fiscal")
_enter("STARTING", "starting")
for _mark, _kind in (("-", "DASH"), ("–", "DASH"), ("—", "DASH"), ("‒", "DASH"), ("‑", "DASH")):
    _LEXICON[_mark] = (LETTER[_kind], 0)
_LEXICON[","] = (LETTER["COMMA"], 0)
_LEXICON["("] = (LETTER["LEFT"], 0)
_LEXICON["/"] = (LETTER["SLASH"], 0)
for _mark in ("'s", "’s", "'", "’"):
    _LEXICON[_mark] = (LETTER["POSS"], 0)
_enter("DECADE", "twenties thirties forties fifties sixties seventies eighties nineties", 1920, 10)
for _code, _value in (("q1", 1), ("q2", 2), ("q3", 3), ("q4", 4), ("h1", 11), ("h2", 12)):
    _LEXICON[_code] = (LETTER["CODE"], _value)

_CAPITALISED = frozenset(
    {*_SHORT_MONTHS, "sept", "march", "may", "august"}
    | {"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"}
)
"""Words that are times only with a capital."""

_ABBREVIATED = (
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun|"
    "JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC"
)
_SPOKEN_YEAR = (
    rf"(?:(?:[Ee]ighteen|[Nn]ineteen)[\s-](?:{'|'.join(_CARDINALS[9:19])}"
    rf"|(?:twenty|{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_CARDINALS[:9])}))?)\b|(?<=year\s)two\sthousand\b)"
)
_WORD = re.compile(
    rf"(?<!\w)(?:{_ABBREVIATED})\."
    r"|(?<![\w-])[12]\d{3}-\d{1,2}-\d{1,2}(?![\w-])"
    r"|(?<![\w./])\d{1,2}(?P<mark>[./])\d{1,2}(?P=mark)\d{4}(?![\w/]|\.\d)"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d+[.:]\d+(?:[.:]\d+)*"
    r"|(?<!\w)(?:[ap]\.m|B\.C)\b\.?"
    r"|\d[^\W_]*"
    rf"|(?P<year>(?=[ENent][iw]){_SPOKEN_YEAR})"
    r"|[^\W\d_][^\W_]*"
    r"|['’]s(?![^\W_])"
    r"|[^\w\s]"
)
_SUFFIXES = {"st": (1,), "nd": (2,), "rd": (3,), "th": (4, 5, 6, 7, 8, 9, 0)}
_CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)|(?P<hour12>1[0-2]|0?[1-9])(?P<half>[ap]m)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){1,3}")
_DECIMAL = re.compile(r"\d{1,3}\.\d{1,2}")
_EARLIEST_YEAR = 1000
_LATEST_YEAR = 2099

_TELLING = frozenset(
    LETTER[kind]
    for kind in (
        "MONTH MAYBE_MONTH WEEKDAY MAYBE_WEEKDAY WEEKDAYS SEASON FALL UNIT UNITS QUARTER SHORT SHORTS CENTURY "
        "CENTURIES WEEKEND DAYPART DEICTIC TONIGHT OVERNIGHT DECADE MERIDIEM OFTEN HOLIDAY NOW RECENT RECENTLY "
        "FUTURE PAST BC FORMER"
    ).split()
)
TRIGGERS = frozenset(word for word, (kind, _) in _LEXICON.items() if kind in _TELLING) | {
    "current",
    "latest",
    "eighteen",
    "nineteen",
}
TRIGGERS -= {"sat", "sun", "mon", "am", "a.m", "p.m"}
"""A stretch with none of these words, no clock and no four digits in a row holds no time."""

_LETTERS = re.compile(r"[^\W\d_]+")
_TELLING_DIGITS = re.compile(r"\d{4}|\d0s|\d:\d\d|\d ?[ap]\.?m|\d(?:st|nd|rd|th)\b")


def may_hold_time(text: str, start: int, end: int) -> bool:
    """Whether a stretch is worth reading word by word."""
    if _TELLING_DIGITS.search(text, start, end):
        return True
    return not TRIGGERS.isdisjoint(_LETTERS.findall(text[start:end].lower()))


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of a stretch, with their kinds."""
    return [
        Word(match.start(), match.end(), *_kind_of(word := match.group(), match.lastgroup == "year"), word)
        for match in _WORD.finditer(text, start, end)
    ]


@lru_cache(maxsize=16384)
def _kind_of(word: str, spoken: bool) -> tuple[str, int]:
    """The kind's letter of a word or of a `spoken` year, and what it counts or names."""
    if word[0].isdigit():
        return _number(word)
    lower = word.lower().rstrip(".") or word
    if spoken:
        return LETTER["YEAR"], _spoken_year(lower)
    entry = _LEXICON.get(lower)
    if entry is None:
        return LETTER["NAME" if word[0].isupper() else "WORD" if word[0].isalpha() else "MARK"], 0
    if word[0].islower() and lower in _CAPITALISED:
        return LETTER["WORD"], 0
    return entry


def _spoken_year(words: str) -> int:
    """The year of "nineteen ninety-six" or "two thousand"."""
    first, *rest = (_LEXICON[word][1] for word in re.split(r"[\s-]", words))
    return first * 1000 if first == 2 else 100 * first + sum(rest)


def _number(word: str) -> tuple[str, int]:
    if word.isdecimal() and word.isascii():
        value = int(word) if len(word) <= 4 else 0
        if len(word) == 4 and _EARLIEST_YEAR <= value <= _LATEST_YEAR:
            return LETTER["YEAR"], value
        if len(word) <= 2 and 1 <= value <= 31:
            return LETTER["DAY"], value
        if 1 <= value <= MAX_AMOUNT and not (len(word) == 4 and word[0] == "0"):
            return LETTER["AMOUNT"], value
        return LETTER["OTHER"], 0
    if not word.isascii():
        return LETTER["OTHER"], 0
    clock = _CLOCK.fullmatch(word)
    if clock:
        hour, minute = int(clock["hour"] or clock["hour12"]), int(clock["minute"] or 0)
        if clock["half"]:
            hour = hour % 12 + (12 if clock["half"] == "pm" else 0)
        return LETTER["CLOCK"], hour * 60 + minute
    if _GROUPED.fullmatch(word):
        return LETTER["BIG"], int(word.replace(",", ""))
    if _DECIMAL.fullmatch(word):
        return LETTER["DECIMAL"], 0
    if word[4:5] == "-":
        return LETTER["ISO"], 0
    if len(word) >= 8 and word[-5] in "./" and word.count(word[-5]) == 2:
        return LETTER["NUMERIC"], 0
    digits, suffix = word[:-2], word[-2:]
    if (
        digits.isdecimal()
        and len(digits) <= 2
        and int(digits) <= 31
        and int(digits) % 10 in _SUFFIXES.get(suffix, ())
    ):
        return LETTER["NTH"], int(digits)
    if digits.isdecimal() and 11 <= int(digits[-4:]) <= 13 and suffix == "th" and len(digits) == 2:
        return LETTER["NTH"], int(digits)
    if word[-1] == "s" and word[:-1].isdecimal() and word[-2] == "0":
        return _decade(word[:-1])
    return LETTER["OTHER"], 0


def _decade(digits: str) -> tuple[str, int]:
    value = int(digits) if len(digits) in (2, 4) else 0
    if len(digits) == 2 and value >= 20:
        return LETTER["DECADE"], 1900 + value
    # "the 1800s" and "the 1900s" are as often centuries as decades.
    if len(digits) == 4 and 1700 <= value <= 2090 and (value % 100 or value == 2000):
        return LETTER["DECADE"], value
    return LETTER["OTHER"], 0
