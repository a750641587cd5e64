"""The day that a report says it is of."""

from __future__ import annotations

from datetime import date

import pytest

from harmattan.sources.days import full_day, report_day
from harmattan.sources.segments import segments

MARCH_3 = date(2021, 3, 3)

LEADS = [
    ("NIAMEY, Niger, 3 March 2021 - Gunmen killed two people.", MARCH_3),
    ("Niamey, March 3, 2021 (Agency) — Gunmen killed two people.", MARCH_3),
    ("Port Sudan, 3 March 2021 (own correspondent) — A drone hit a mosque.", MARCH_3),
    ("Niamey, Wednesday, 3 March 2021 – Gunmen killed two people.", MARCH_3),
    ("(Geneva, 3 March 2021) The office said gunmen killed two people.", MARCH_3),
    # Without its year a date says less than a reader may think.
    ("NIAMEY, March 3 (Agency) - Gunmen killed two people.", None),
    ("NIAMEY (Agency) - Gunmen killed two people on 3 March 2021.", None),
    # What happened on a day, the report may tell years later.
    ("On 3 March 2021 gunmen killed two people.", None),
    ("3 March 2021 saw two people killed.", None),
    ("", None),
]


@pytest.mark.parametrize(("lead", "expected"), LEADS)
def test_datelines(lead: str, expected: date | None) -> None:
    assert report_day([], lead) == expected


LINES = [
    ("3 March 2021", MARCH_3),
    ("Wednesday, 3 March 2021, 10:15 GMT", MARCH_3),
    ("Published on 3 March 2021 by the newsroom", MARCH_3),
    ("Posted: March 3rd, 2021", MARCH_3),
    ("3 March 2021 10:15 AM EST | Updated 40 minutes ago", MARCH_3),
    ("Maradi, 3 March 2021", MARCH_3),
    ("MARADI/ZINDER, 3 March 2021 (Example Agency)", MARCH_3),
    ("Flash Update No. 4 (as of 3 March 2021)", MARCH_3),
    ("Situation report, as at Wednesday, 3 March 2021", MARCH_3),
    ("The figures as of 3 March 2021", None),
    ("By our correspondent", None),
    ("31 June 2021", None),
    ("After 3 March 2021", None),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_lines_above_the_text(line: str, expected: date | None) -> None:
    assert report_day([line], "Gunmen killed two people.") == expected


DATES = [
    ("3 March 2021", MARCH_3),
    ("3rd Mar. 2021", MARCH_3),
    ("March 3, 2021", MARCH_3),
    ("2021-03-03", MARCH_3),
    ("2021-13-03", None),
    ("March 2021", None),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_full_days(text: str, expected: date | None) -> None:
    assert full_day(text) == expected


TITLE, LEAD = "Gunmen Kill Two People Near Ansongo", "Gunmen on motorcycles killed two people near Ansongo."
PAGES = [
    (f"{TITLE}\n\n3 March 2021\n\n{LEAD}", MARCH_3),
    # The day above a title may be the one on which somebody opened the page.
    (f"3 March 2021\n\n{TITLE}\n\n{LEAD}", None),
    (f"{TITLE}\n\n{LEAD}\n\n3 March 2021", None),
    (f"{TITLE}\n\nNIAMEY, 3 March 2021 - {LEAD}", MARCH_3),
    (f"{TITLE}\n\n3 March 2021. {LEAD}", MARCH_3),
    # A chronology's first day is that of the first thing it tells.
    (f"{TITLE}\n\n3 March 2021. {LEAD}\n\n9 March 2021. Soldiers returned to the town.", None),
    ("Two dead, say villagers; army counts 'many more'\n\nMaradi, 3 March 2021\n\n" + LEAD, MARCH_3),
    (f"{TITLE}\n\nRadio Azawad – 3 March 2021\n\n{LEAD}", MARCH_3),
    (f"Security Brief for the Sahel\n\n25 February – 3 March 2021 | From our monitors\n\n{LEAD}", MARCH_3),
    (f"Weekly Security Digest for the Sahel\n\nWeek of 25 February to 3 March 2021\n\n{LEAD}", MARCH_3),
]


@pytest.mark.parametrize(("page", "expected"), PAGES)
def test_the_day_of_a_page(page: str, expected: date | None) -> None:
    (segment,) = segments(page)
    assert segment.day == expected
