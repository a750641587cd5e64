"""The expressions of time in one sentence, from left to right: their words, their meaning, what later ones count from.

Each kind of expression has its file of rules (`time_grammar`, `time_lengths`, `time_results`, `time_references`,
`time_clocks`). What stands before them and changes them is put
on here ("early", "the night of", "nearly", "9 a.m. on"), and so is what two that stand side by side lend one another:
the month of "28 and 29 August", the year of "March to May 2013". Every expression stands alone: a range is two of
them, and `times` joins them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from harmattan.model.values import Period, Precision
from harmattan.reading.times import calendar, context, values
from harmattan.reading.times.calendar import Part
from harmattan.reading.times.clocks import CLOCK, CLOCKS, clock_of
from harmattan.reading.times.frame import NARRATIVE_DAYS, Frame, Tense, is_anchor
from harmattan.reading.times.grammar import POINTS, current, part_of
from harmattan.reading.times.lengths import LENGTHS
from harmattan.reading.times.references import REFERENCES
from harmattan.reading.times.results import RESULTS
from harmattan.reading.times.rules import Build, Parts, compile_kinds, first_kinds, unknown
from harmattan.reading.times.values import Meaning, TimexType, dated, within_day
from harmattan.reading.times.words import LETTER, Word

HEAD_WORDS = 2
"""A year sets the scene where it stands at the head of a sentence: "In 2012 ...", and not in "a 1996 law"."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words `first` up to but not including `stop`, and what they mean."""

    first: int
    stop: int
    meaning: Meaning

    @property
    def period(self) -> Period | None:
        """The period a claim can rest on."""
        return self.meaning.period


Rule = tuple[re.Pattern[str], Build]


def _by_first_kind(rules: Sequence[Rule]) -> dict[str, tuple[Rule, ...]]:
    known: dict[str, list[Rule]] = {}
    for rule in rules:
        for kind in first_kinds(rule[0]):
            known.setdefault(kind, []).append(rule)
    return {kind: tuple(same) for kind, same in known.items()}


_RULES = _by_first_kind(
    [
        (compile_kinds(pattern), build)
        for pattern, build in (*POINTS, *LENGTHS, *RESULTS, *REFERENCES, *CLOCKS)
    ]
)
"""Of two rules that match the same words, the one that stands first here is tried first."""
_DEFINITE = compile_kinds("THE (?P<unit>ANYUNIT)")

_BEFORE_OVER = frozenset("in for after just last lasts lasted lasting take took".split())
"""Before "over", where that says more than: "for over a year"."""
_BOUND_WORDS = (
    "(?:(?:BY|SINCE|UNTIL|BEFORE|AFTER|FROM)(?:THE(?=YEAR))?|"
    "BETWEEN|THROUGH|(?:STARTING|BEGINNING)(?:IN|ON|FROM)?)"
)
BOUND = compile_kinds(_BOUND_WORDS)
"""Prepositions that make a bound of the time behind them."""
UPPER = frozenset((LETTER["BY"], LETTER["UNTIL"], LETTER["THROUGH"]))
LINK = compile_kinds("(?:TO|DASH|SLASH|UNTIL|THROUGH|AND)(?:IN|ON)?")
"""What stands between the two ends of a range."""
_LENDING = compile_kinds("(?:TO|DASH|SLASH|UNTIL|THROUGH|AND|COMMA)(?:IN|ON)?")
DATED = frozenset((LETTER["YEAR"], LETTER["ISO"], LETTER["NUMERIC"], LETTER["DECADE"]))

_STARTS = compile_kinds(
    "YEAR|NTH|ISO|NUMERIC|DECADE|MONTH|MAYBE_MONTH|WEEKDAY|MAYBE_WEEKDAY|WEEKDAYS|SEASON|FALL|CODE|DEICTIC|TONIGHT|"
    "OVERNIGHT|LAST|NEXT|THIS|THAT|FOLLOWING|PREVIOUS|COMING|PAST|EARLY|LATE|MID|LATER|EARLIER|END|START|BEGINNING|UNITS|"
    "SHORTS|CENTURIES|CLOCK|OFTEN|EVERY|HOLIDAY|NOW|RECENT|RECENTLY|FUTURE|THESE|DAYPART|FEW|SOME|COUPLE|BIG|DECIMAL|APPROX|"
    "AT(?=LEAST)|LESS(?=THAN)|MORE(?=THAN|RECENTLY)|UP(?=TO)|OVER|FISCAL|NEAR(?=FUTURE)|HALF(?=A)|"
    "(?:DAY|AMOUNT|OTHER)(?=OF|MON|DASH|TO|SLASH|AND|UNIT|UNITS|SHORT|SHORTS|QUARTER|SCALE|AMOUNT|DAY|MERIDIEM|IN|BC|ZONE|"
    "CENTURY|CENTURIES|SPECIAL|MORE|PREVIOUS|FOLLOWING|LAST|PAST|NEXT)|"
    "PRESENT(?=UNIT|DASH UNIT)|ORDINAL(?=DASH|UNIT|QUARTER|HALF|CENTURY|UNITS|AMOUNT|DAY|FEW)|"
    "(?:UNIT|SHORT|CENTURY)(?=POSS|DASH|END)|"
    "A(?=DASH|FEW|COUPLE|UNIT|SHORT|CENTURY|SCALE|DAY|AMOUNT|FULL|SPECIAL|MORE|OF|MON)|"
    "NAME(?=UNIT POSS|UNIT UNIT|UNIT EVE)|"
    "THE(?!WORD|NAME|OTHER|OF|MARK|SCALE|MORE|FORMER)|FORMER"
)
_NIGHT = compile_kinds("THE? (?:EARLY|LATE)? (?P<daypart>DAYPART) SHORTS? (?:OF|ON)")
_NIGHT_TO = compile_kinds("(?:THE? (?P<daypart>DAYPART)|OVERNIGHT) (?P<to>TO|WORD)")
_PART = compile_kinds(
    "THE?(?:EARLY|LATE|MID)(?:DASH|IN|ON|OF)?|THE?(?:START|BEGINNING|END)OF"
    "|(?:END|START)DASH?(?=YEAR|MON)|THE?(?:ORDINAL|LAST) HALF OF"
)
_PART_OF_KIND = {
    LETTER["EARLY"]: Part.EARLY,
    LETTER["MID"]: Part.MID,
    LETTER["LATE"]: Part.LATE,
    LETTER["START"]: Part.START,
    LETTER["BEGINNING"]: Part.START,
    LETTER["END"]: Part.END,
}
_ABOUT = compile_kinds("APPROX|AT LEAST|LESS THAN|MORE THAN|UP TO|OVER")
_CLOCK_ON = compile_kinds(f"(?:{CLOCK}|(?:MID DASH?)? (?P<daypart>DAYPART)) (?:ON|COMMA)?")
_TWO_DAYS = "(?:AND|COMMA|DASH|TO|SLASH|UNTIL|THROUGH)"
_DAYS_THEN_MONTH = compile_kinds(f"THE? (?P<one>DAY|NTH) {_TWO_DAYS} THE? (?P<two>DAY|NTH) OF? MON")
_MONTH_THEN_DAYS = compile_kinds(
    f"MON (?P<one>DAY|NTH) {_TWO_DAYS} (?P<two>DAY|NTH) (?!WORD|NAME|MON|UNIT|UNITS|DASH)"
)
_TWO_YEARS = compile_kinds("(?P<one>YEAR) (?:DASH|SLASH) (?P<two>DAY|AMOUNT) (?!DASH)")


_RELATIVE = frozenset(["where", "which", "who", "whose", "whom"])
_PASSING = 16
"""How many words before a time a clause may begin that tells of it in passing; half as many for "had"."""


class Finder:
    """One sentence's words, read from left to right."""

    def __init__(self, text: str, words: list[Word]) -> None:
        self.text = text
        self.words = words
        self.kinds = "".join([word.kind for word in words])
        self.bounds = {match.end(): match.start() for match in BOUND.finditer(self.kinds)}
        """Where a word that sets a bound stands, by the place of the word behind it."""
        self._tenses: dict[int, Tense] = {}

    def read(self, frame: Frame) -> tuple[list[Found], Frame]:
        """All expressions in order, and what the next sentence counts from."""
        found: list[Found] = []
        at = 0
        for start in _STARTS.finditer(self.kinds):
            if start.start() < at:
                continue
            scene = replace(frame, after=self._edge(found, start.start()))
            listed = self._at(start.start(), scene)
            for each in listed:
                found.append(each)
                at = each.stop
                frame = self._scene(each, frame, scene.after is not None or len(listed) > 1)
        return found, frame

    def _edge(self, found: Sequence[Found], at: int) -> date | None:
        """What an expression must not lie before: the dated one that a range begins with."""
        left = found[-1] if found else None
        if left is None or left.period is None or left.period.earliest is None:
            return None
        link = LINK.match(self.kinds, left.stop)
        if link is None or link.end() != at or not self._is_dated(left):
            return None
        return left.period.earliest

    def _is_dated(self, found: Found) -> bool:
        return any(self.kinds[index] in DATED for index in range(found.first, found.stop))

    def _scene(self, found: Found, frame: Frame, ends_range: bool) -> Frame:
        """The frame for what follows: an expression sets the scene unless it is told of in passing."""
        frame = self._results(found, frame)
        period = found.period
        if period is None:
            return frame
        if period.earliest is not None and period.precision is not Precision.DECADE and self._is_dated(found):
            passing = replace(frame, passing=period.earliest.year)
        else:
            passing = frame
        if not is_anchor(period):
            return passing
        lead = self.bounds.get(found.first, found.first)
        bounded = lead < found.first and self.kinds[lead] not in UPPER and self.kinds[lead] not in _RANGES
        # What is still to come is no place in the story to go on from.
        aside = self.is_attributive(found) or (
            found.first > 0 and self.kinds[found.first - 1] == LETTER["LEFT"]
        )
        # "the election of 2018" says which election, not that the report goes on in 2018.
        before = self.words[found.first - 1].text.lower() if found.first else ""
        which = period.precision is Precision.YEAR and before == "of" and not frame.history
        ahead = self._tense(found.first) is Tense.FUTURE and not frame.history
        # "1957-60" dates something; the story goes on from its beginning.
        closes = period.precision is Precision.YEAR and ends_range
        if bounded or aside or which or self._is_told_in_passing(found, frame):
            return passing
        if ahead or closes:
            return frame
        fine = period.precision is not Precision.YEAR
        if any(self.kinds[index] in _LOOKS_BACK for index in range(found.first, found.stop)):
            return frame  # "a year earlier" compares, and the story goes on from where it was
        return replace(frame.told(period), story=fine or found.first <= HEAD_WORDS)

    def _is_told_in_passing(self, found: Found, frame: Frame) -> bool:
        """Whether news only mentions a time of long ago: "at Savo, where sixty people had been killed in May 2012"."""
        latest = found.period.latest if found.period else None
        if frame.history or frame.published is None or latest is None:
            return False
        if found.first <= HEAD_WORDS or (frame.published - latest).days <= NARRATIVE_DAYS:
            return False
        near = [word.text.lower() for word in self.words[max(0, found.first - _PASSING) : found.first]]
        return "had" in near[-_PASSING // 2 :] or any(
            mark == "," and word in _RELATIVE for mark, word in pairwise(near)
        )

    def _results(self, found: Found, frame: Frame) -> Frame:
        """Which quarter's results a company tells: the one named last, and none once it tells of nine months."""
        meaning = found.meaning
        if meaning.type is TimexType.DURATION and self.kinds[found.first] == LETTER["THE"]:
            return replace(frame, quarter=None)
        quarter = values.quarter_of(meaning.value)
        compared = any(self.kinds[index] in _LOOKS_BACK for index in range(found.first, found.stop))
        if quarter is None or compared or not frame.is_recent(quarter):
            return frame
        return replace(frame, quarter=quarter)

    def is_attributive(self, found: Found) -> bool:
        """Whether the time only describes something: "after the 2012 coup", "since Tuesday's attack"."""
        rest = self.kinds[found.stop : found.stop + 1]
        if rest == LETTER["POSS"]:
            return True
        bare = self.kinds[found.stop - 1] == LETTER["YEAR"]
        opened = found.first > 0 and self.kinds[found.first - 1] in (LETTER["THE"], LETTER["A"])
        return bare and opened and rest in (LETTER["WORD"], LETTER["NAME"])

    def _tense(self, at: int) -> Tense:
        if at not in self._tenses:
            lead = self.bounds.get(at, at)
            self._tenses[at] = context.tense_at(self.words, lead, anywhere=self.kinds[lead] in UPPER)
        return self._tenses[at]

    def _at(self, at: int, frame: Frame) -> list[Found]:
        frame = replace(frame, tense=self._tense(at))
        listed = self._listed(at, frame)
        if listed:
            return listed
        found = self._whole(at, frame)
        return [] if found is None else [self._lent(found, frame)]

    # Two side by side ----------------------------------------------------------------------------------------

    def _listed(self, at: int, frame: Frame) -> list[Found]:
        """ "28 and 29 August 1918", "May 4-5", "1914-18": two that share a month or a century."""
        night = _NIGHT.match(self.kinds, at)
        inner = night.end() if night else at
        match = _DAYS_THEN_MONTH.match(self.kinds, inner)
        if match:
            one, rest = match.start("one"), match.start("two") + 1
            whole = self._point(rest - 2 if self.kinds[rest - 2] == LETTER["THE"] else rest - 1, frame)
            alone = whole and self._apart([one, *range(rest, whole.stop)], frame)
            if whole and alone and whole.stop > match.end() - 1:
                first = Found(at, one + 1, self._of_night(night, alone))
                return [first, replace(whole, meaning=self._of_night(night, whole.meaning))]
        match = _MONTH_THEN_DAYS.match(self.kinds, at)
        if match:
            two = match.start("two")
            last = self._apart_to(at, two, frame)
            other = last and self._apart([at, at + 1, *range(two + 1, last.stop)], frame)
            if last and other and _in_order(other, last.meaning):
                return [Found(at, at + 2, other), last]
        match = _TWO_YEARS.match(self.kinds, at)
        if match and context.may_start(self.words, at):
            return self._years(at, match.start("two"))
        return []

    def _apart_to(self, month: int, day: int, frame: Frame) -> Found | None:
        """The second of "May 4 and 5, 2020": its day with the month before and the year behind."""
        indices = [month, *range(day, min(day + 6, len(self.words)))]
        found = self._point_of(indices, frame)
        return found and Found(day, day + found[0] - 1, found[1])

    def _apart(self, indices: list[int], frame: Frame) -> Meaning | None:
        """The point that some words, not all neighbours, make together."""
        found = self._point_of(indices, frame)
        return found[1] if found and found[0] == len(indices) else None

    def _point_of(self, indices: list[int], frame: Frame) -> tuple[int, Meaning] | None:
        words = [self.words[index] for index in indices]
        return rule_at(words, "".join(word.kind for word in words), 0, frame)

    def _of_night(self, night: re.Match[str] | None, day: Meaning) -> Meaning:
        if night is None or day.period is None:
            return day
        return within_day(day.period, values.DAYPART_CODES[self.words[night.start("daypart")].value])

    def _years(self, first: int, last: int) -> list[Found]:
        """ "1914-18", "2012/13"; "2005-06" may also be June 2005, and is one year."""
        year, end = self.words[first].value, self.words[last].value
        until = year - year % 100 + end
        if until <= year or (end <= 12 and until != year + 1) or end > 99 or len(self.words[last].text) != 2:
            return []
        one, two = (Period(date(each, 1, 1), date(each, 12, 31), Precision.YEAR) for each in (year, until))
        return [Found(first, first + 1, dated(one)), Found(last, last + 1, dated(two))]

    def _lent(self, left: Found, frame: Frame) -> Found:
        """An expression again, in the year of the one it is joined to: "between March and May 2013"."""
        link = _LENDING.match(self.kinds, left.stop)
        season = self.kinds[left.stop - 1] == LETTER["SEASON"]
        if link is None or (left.period is None and not season) or self._is_dated(left):
            return left
        right = self._whole(link.end(), replace(frame, after=None))
        if (
            right is None
            or right.period is None
            or right.period.earliest is None
            or not self._is_dated(right)
        ):
            return left
        edge = right.period.earliest
        for year in (edge.year, edge.year - 1):
            again = self._whole(left.first, replace(frame, year=year))
            earliest = again.period.earliest if again and again.period else None
            if again and again.stop == left.stop and (season or (earliest and earliest <= edge)):
                return again
        return left

    # What stands before: "early June", "the end of 2021", "the morning of 5 June", "nearly two years ago" ------

    def _whole(self, at: int, frame: Frame) -> Found | None:
        """The expression that starts at a word, with all that stands before it."""
        about = _ABOUT.match(self.kinds, at)
        if about is None:
            return self._night_of(at, frame) or self._timed(at, frame) or self._part(at, frame)
        before = self.words[at - 1].text.lower() if at else ""
        if self.kinds[at] == LETTER["OVER"] and before not in _BEFORE_OVER:
            return None  # "spread over three years"
        inner = self._point(about.end(), frame)
        if inner is None or self.kinds[inner.first] not in _COUNTS or not _is_amount(inner.meaning):
            return None
        return replace(inner, first=at)

    def _part(self, at: int, frame: Frame) -> Found | None:
        """ "early June", "the end of 2021"; a point where no such word stands before it."""
        prefix = _PART.match(self.kinds, at)
        whole = self._point(at, frame)
        if prefix is None:
            return whole
        inner = self._night_of(prefix.end(), frame) or self._point(prefix.end(), frame)
        if inner is None or inner.period is None:
            inner = self._definite(prefix.end(), frame) or inner
        if inner is None or (whole is not None and whole.stop >= inner.stop):
            return whole
        return Found(at, inner.stop, part_of(inner.meaning, self._which(prefix)))

    def _night_of(self, at: int, frame: Frame) -> Found | None:
        """ "the night of 5 June", "the morning hours of Tuesday"."""
        night = _NIGHT.match(self.kinds, at)
        if night is None:
            return self._eve_of(at, frame)
        inner = self._point(night.end(), frame)
        if inner is None or inner.period is None or inner.period.precision is not Precision.DAY:
            return None
        return replace(inner, first=at, meaning=self._of_night(night, inner.meaning))

    def _eve_of(self, at: int, frame: Frame) -> Found | None:
        """ "the night to Monday", "overnight into 5 June": it touches two days."""
        night = _NIGHT_TO.match(self.kinds, at)
        if night is None or self.words[night.start("to")].text.lower() not in ("to", "into"):
            return None
        daypart = self.words[night.start("daypart")].text.lower() if night["daypart"] else "night"
        inner = self._point(night.end(), frame) if daypart == "night" else None
        if inner is None or inner.period is None or inner.period.precision is not Precision.DAY:
            return None
        day = inner.period.earliest
        eve = None if day is None else calendar.moved(Precision.DAY, day, -1)
        if day is None or eve is None:
            return Found(at, inner.stop, Meaning(TimexType.TIME, "XXXX-XX-XXTNI", unknown(Precision.OPEN)))
        told = Meaning(TimexType.TIME, f"{eve}TNI", Period(eve, day, Precision.OPEN))
        return Found(at, inner.stop, told)

    def _timed(self, at: int, frame: Frame) -> Found | None:
        """ "9 a.m. EST Tuesday", "noon on 5 May"."""
        match = _CLOCK_ON.match(self.kinds, at)
        inner = self._point(match.end(), frame) if match else None
        if (
            match is None
            or inner is None
            or inner.period is None
            or inner.period.precision is not Precision.DAY
        ):
            return None
        told = clock_of(Parts(match, self.words))
        return Found(at, inner.stop, within_day(inner.period, told)) if told else None

    def _definite(self, at: int, frame: Frame) -> Found | None:
        """ "the year", "the month": placed only where the words before ask for one ("by the end of")."""
        match = _DEFINITE.match(self.kinds, at)
        period = match and current(Parts(match, self.words), frame)
        return Found(at, match.end(), dated(period)) if match and period else None

    def _which(self, prefix: re.Match[str]) -> Part:
        for index in range(prefix.start(), prefix.end()):
            part = _PART_OF_KIND.get(self.kinds[index])
            if part:
                return part
        ordinal = next(
            word for word in self.words[prefix.start() : prefix.end()] if word.kind != LETTER["THE"]
        )
        return Part.FIRST_HALF if ordinal.value == 1 else Part.SECOND_HALF

    def _point(self, at: int, frame: Frame) -> Found | None:
        if not context.may_start(self.words, at):
            return None
        found = rule_at(self.words, self.kinds, at, frame)
        if found is None or not context.is_time(self.words, at, found[0]):
            return None
        return self._or_so(Found(at, *found), frame)

    def _or_so(self, found: Found, frame: Frame) -> Found:
        """ "a week or so", "the next year or so", "a month or so ago"."""
        stop = found.stop
        behind = self.words[stop : stop + 2]
        if [word.text for word in behind] != ["or", "so"] or not _is_amount(found.meaning):
            return found
        ago = (
            self._apart([*range(found.first, stop), stop + 2], frame) if stop + 2 < len(self.words) else None
        )
        return Found(found.first, stop + 3, ago) if ago else replace(found, stop=stop + 2)


_LOOKS_BACK = frozenset((LETTER["AGO"], LETTER["EARLIER"], LETTER["PREVIOUS"]))
_RANGES = frozenset((LETTER["BETWEEN"], LETTER["FROM"]))


_COUNTS = frozenset(LETTER[kind] for kind in "DAY AMOUNT A FEW SOME COUPLE BIG DECIMAL THE".split())


def _is_amount(meaning: Meaning) -> bool:
    return meaning.type is TimexType.DURATION or (
        meaning.type is TimexType.DATE and meaning.period is not None
    )


def _in_order(first: Meaning, last: Meaning) -> bool:
    if first.period is None or last.period is None:
        return False
    one, two = first.period.earliest, last.period.earliest
    return one is None or two is None or one < two


def rule_at(words: Sequence[Word], kinds: str, at: int, frame: Frame) -> tuple[int, Meaning] | None:
    """The longest expression that starts at a word: where it stops, and what it means."""
    rules = _RULES.get(kinds[at : at + 1], ())
    found = [(match.end(), match, build) for rule, build in rules if (match := rule.match(kinds, at))]
    for end, match, build in sorted(found, key=lambda entry: -entry[0]):
        meaning = _build(build, Parts(match, words), frame)
        if meaning is not None:
            return end, dated(meaning) if isinstance(meaning, Period) else meaning
    return None


def _build(build: Build, parts: Parts, frame: Frame) -> Meaning | Period | None:
    try:
        return build(parts, frame)
    except (ValueError, OverflowError):  # 31 June, 2020-13-45, 900 years before the year 400: no such day
        return None
