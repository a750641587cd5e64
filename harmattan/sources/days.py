"""The day that a report itself says it is of: in its dateline, or on a line of its own above its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
NUMERAL = r"\d{1,2}(?:st|nd|rd|th)?"
FULL_DATE = rf"(?:{MONTHS} {NUMERAL},? \d{{4}}|{NUMERAL} {MONTHS},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
ANY_DATE = rf"(?:{FULL_DATE}|{MONTHS} \d{{1,2}}|\d{{1,2}} {MONTHS})"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
PLACE = r"[A-ZÀ-Þ][^\W\d_]+(?:[ '’-][A-ZÀ-Þ]?[^\W\d_]+){0,3}"
REGION = r"[A-Z][\w. ]{1,25}"
AGENCY = r"\([^\W\d_][\w ./-]{1,30}\)"
DASH = r"(?:—|–|--?)"
DATELINE = re.compile(
    rf"\({PLACE}(?:, {REGION})?\) ?{DASH}"  # (New York, N.Y.) —
    rf"|{PLACE}(?:, {REGION})? {AGENCY} ?{DASH} "  # BAMAKO, Mali (AP) —
    # Niamey, 3 March 2021 –
    rf"|{PLACE}(?:/{PLACE})?, (?:{REGION}, )?{WEEKDAY}{ANY_DATE}(?:,? {AGENCY})? ?(?:{DASH}|:) "
    rf"|\({PLACE}, (?:{REGION}, )?{WEEKDAY}{FULL_DATE}\):? "  # (Geneva, 3 March 2021)
)
DATE_LINE = re.compile(
    rf"(?:Date: )?(?:{PLACE}(?:/{PLACE})?, (?:{REGION}, )?)?{WEEKDAY}{FULL_DATE}"
    rf"(?:[,|at -]{{0,6}}\d\d?[:.]\d\d.{{0,40}}| ?{AGENCY})?\W*$"
)
"""A line that is a day, also with the place it was written at: "Nairobi, 22 August 2024"."""
DATED_OPENING = re.compile(rf"{WEEKDAY}{FULL_DATE}\. (?=[A-ZÀ-Þ])")
"""A day that stands before the first sentence as one of its own: "16 September 2024. The week ..."."""
_AS_OF = re.compile(
    rf"(?:situation|sitrep|report|update|bulletin|snapshot)\b.{{0,30}}\bas (?:of|at) {WEEKDAY}{FULL_DATE}\W*$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    rf"(?:(?:first )?published|posted|date)(?: on|:)? {WEEKDAY}{FULL_DATE}", re.IGNORECASE
)
_CREDITS, _CREDIT_WORDS = 2, 16
"""How many parts a line of credits has at least, and how many words at most."""
_TITLED = re.compile(
    r"(?i)\b(?:prepared|compiled|issued|briefing|report|statement|press release|paper|note|update|bulletin|analysis)\b"
    r"[^,\n]{0,60}[,|]\s*"
    rf"{WEEKDAY}{FULL_DATE}\W*$"
)
_SEPARATOR = re.compile(r" [|·•–—-] ")
_LAST_CREDIT = re.compile(rf" \| {WEEKDAY}{FULL_DATE}\W*$")
_PERIOD_ALONE = re.compile(
    rf"{NUMERAL}(?: {MONTHS})?(?:,? \d{{4}})? ?(?:–|-|to) ?(?P<end>{NUMERAL} {MONTHS},? \d{{4}})",
    re.IGNORECASE,
)
"""Days that are a part of a line by themselves: "1–7 March 2025 | Compiled from field monitors"."""
_PERIOD_OF = re.compile(
    r"\b(?:week|period|reporting period|report for|covering|update|situation report|bulletin|digest)\b[^.;]{0,20}?"
    rf"\b{NUMERAL}(?: {MONTHS})?(?:,? \d{{4}})?"
    rf" ?(?:–|-|to) ?(?P<end>{NUMERAL} {MONTHS},? \d{{4}})\W*$",
    re.IGNORECASE,
)
"""A week or longer that a report tells of, whose last day is the report's: "Week of 2–8 September 2024"."""
_PARTS = re.compile(
    rf"(?P<year>\d{{4}})-(?P<number>\d\d)-(?P<day>\d\d)"
    rf"|(?P<month>{MONTHS}) (?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year_after>\d{{4}})"
    rf"|(?P<day_before>\d{{1,2}})(?:st|nd|rd|th)? (?P<month_after>{MONTHS}),? (?P<year_last>\d{{4}})",
    re.IGNORECASE,
)
_NUMBERS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}


def report_day(above: Sequence[str], lead: str) -> date | None:
    """The day a report is of, from the lines between its title and its text, and its first paragraph.

    None where none is told with its year.

    "Niamey, 3 March 2021 – ..." and a line "3 March 2021" tell it; "On 3 March 2021 gunmen ..." tells of an event.
    """
    for line in above:
        if DATE_LINE.match(line) or _PUBLISHED.match(line) or _AS_OF.search(line):
            return full_day(line)
        if (last := last_day_of(line)) is not None:
            return last
    for line in (*above, lead):
        day = _credited_day(line)
        if day is not None:
            return day
    dateline = DATELINE.match(lead)
    return full_day(dateline[0]) if dateline else None


def _credited_day(line: str) -> date | None:
    """The day in a line of credits: "Opinion | A. B. Traoré | 2 July 2024"."""
    parts = [line] if line.rstrip().endswith((".", "!", "?", "…")) else _SEPARATOR.split(line)
    if len(parts) < _CREDITS or len(line.split()) > _CREDIT_WORDS:
        return None
    return next((full_day(part) for part in parts if DATE_LINE.match(part.strip())), None)


def titled_day(title: str) -> date | None:
    """The day at the end of a title's line that says what kind of paper it is: "Briefing by the Watch, 9 June 2023"."""
    match = _TITLED.search(title) or _PUBLISHED.search(title)
    return full_day(match[0]) if match else None


def is_dated_line(line: str) -> bool:
    """Whether a line only says of what kind a report is, of whom and of when: "Interview | 27 May 2022 | Bamako"."""
    return _credited_day(line) is not None


def last_day_of(line: str) -> date | None:
    """The last day of the period that a heading names, or the day that ends it as its last part: "Security digest: week
    of 2–8 September 2024", "The ferryman | 8 July 2024".
    """
    alone = (_PERIOD_ALONE.fullmatch(part.strip()) for part in _SEPARATOR.split(line))
    period = _PERIOD_OF.search(line) or next((match for match in alone if match), None)
    if period is not None:
        return full_day(period["end"])
    credit = _LAST_CREDIT.search(line)
    return full_day(credit[0]) if credit else None


def full_day(text: str) -> date | None:
    """The first day in a text that is written with its year ("3 March 2021", "March 3rd, 2021", "2021-03-03")."""
    match = _PARTS.search(text)
    if match is None:
        return None
    month = match["month"] or match["month_after"]
    number = _NUMBERS[month[:3].lower()] if month else int(match["number"])
    day = match["day"] or match["day_after"] or match["day_before"]
    year = match["year"] or match["year_after"] or match["year_last"]
    try:
        return date(int(year), number, int(day))
    except ValueError:  # 31 June
        return None
