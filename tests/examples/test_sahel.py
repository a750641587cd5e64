"""The bundled example is what it says it is: dated, consistent with the calendar, its record named, well formed."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from harmattan.sources.headers import split_header
from harmattan.sources.web import parse_page

SAHEL = Path(__file__).parents[2] / "examples" / "sahel"
REPORTS = sorted((SAHEL / "reports").glob("*.txt"))
PAGES = sorted((SAHEL / "pages").glob("*.html"))
NAMES = [path.name for path in REPORTS]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b")
DATED_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)}),? ({'|'.join(MONTHS)}) (\d{{1,2}})\b")
DATED_WEEKDAY_BRITISH = re.compile(rf"\b({'|'.join(WEEKDAYS)}),? (\d{{1,2}}) ({'|'.join(MONTHS)})\b")
DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ' ]+, ([A-Z][a-z]+ \d{1,2}) \(([^)]+)\) — ")
DAYS_ITEM = re.compile(r"(\w+) is (\d{4}-\d\d-\d\d)")
REQUIRED = {"Title", "Date", "Source", "Record", "URL"}
LONGEST = 220
SHORTEST = 60


def parts(path: Path) -> tuple[dict[str, str], str]:
    """A report's header by its words, and its text."""
    head, _, body = path.read_text("utf-8").partition("\n\n")
    return dict(line.split(": ", 1) for line in head.splitlines()), body.strip()


def groups(kind: str) -> list[dict[str, Any]]:
    """The hand-made groups of reports, "incident" or "chain"."""
    found: list[dict[str, Any]] = tomllib.loads((SAHEL / "incidents.toml").read_text("utf-8"))[kind]
    return found


def day_of(name: str) -> date:
    """The day in a file's name."""
    return date.fromisoformat(name[:10])


def test_there_is_enough_of_it() -> None:
    assert len(REPORTS) >= 60
    assert len(PAGES) >= 3
    assert min(map(day_of, NAMES)).year == 2012
    assert max(map(day_of, NAMES)).year == 2023


@pytest.mark.parametrize("path", REPORTS, ids=NAMES)
def test_header(path: Path) -> None:
    head, _ = parts(path)
    assert REQUIRED <= head.keys() <= REQUIRED | {"Days"}
    assert all(value.strip() for value in head.values())
    assert head["Date"] == path.name[:10]
    assert 2012 <= day_of(path.name).year <= 2023
    assert head["URL"].startswith("https://example.org/")
    assert path.name.endswith(f"-{head['Source'].lower().replace(' ', '-')}.txt")


@pytest.mark.parametrize("path", REPORTS, ids=NAMES)
def test_header_is_no_part_of_the_text_that_is_read(path: Path) -> None:
    head, body = parts(path)
    header, text = split_header(path.read_text("utf-8"), path.name)
    assert (header.title, header.source, header.url) == (head["Title"], head["Source"], head["URL"])
    assert header.published == day_of(path.name)
    assert text.strip() == body


@pytest.mark.parametrize("path", REPORTS, ids=NAMES)
def test_text_is_clean(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.endswith("\n")
    assert unicodedata.normalize("NFC", text) == text
    assert not re.search(r"[^\S\n ]|  |[ \t]\n|\n\n\n|[{}<>\u201c\u201d\u2018\u2019]", text)
    assert SHORTEST <= len(parts(path)[1].split()) <= LONGEST
    assert all(character.isprintable() or character == "\n" for character in text)


@pytest.mark.parametrize("path", REPORTS, ids=NAMES)
def test_every_weekday_names_a_day_near_by(path: Path) -> None:
    head, body = parts(path)
    days = dict(DAYS_ITEM.findall(head.get("Days", "")))
    assert set(WEEKDAY.findall(body)) <= days.keys()
    for word, written in days.items():
        named = date.fromisoformat(written)
        assert abs(named - day_of(path.name)) <= timedelta(days=7), word
        if word == "yesterday":
            assert named == day_of(path.name) - timedelta(days=1)
        else:
            assert word == WEEKDAYS[named.weekday()]


@pytest.mark.parametrize("path", [*REPORTS, *PAGES], ids=[*NAMES, *(path.name for path in PAGES)])
def test_weekdays_beside_dates_are_right(path: Path) -> None:
    text = path.read_text("utf-8")
    year = int(published.group(1)) if (published := re.search(r"(20[12]\d)-\d\d-\d\d", text)) else 0
    american = [(word, month, number) for word, month, number in DATED_WEEKDAY.findall(text)]
    british = [(word, month, number) for word, number, month in DATED_WEEKDAY_BRITISH.findall(text)]
    for word, month, number in american + british:
        assert WEEKDAYS[date(year, MONTHS.index(month) + 1, int(number)).weekday()] == word


@pytest.mark.parametrize("path", REPORTS, ids=NAMES)
def test_dateline_is_the_day_and_the_outlet(path: Path) -> None:
    head, body = parts(path)
    if dateline := DATELINE.match(body):
        day = day_of(path.name)
        assert dateline.groups() == (f"{MONTHS[day.month - 1]} {day.day}", head["Source"])
    else:
        assert "—" not in body.split("\n", maxsplit=1)[0][:60]


def test_no_two_are_alike() -> None:
    assert len({parts(path)[1] for path in REPORTS}) == len(REPORTS)
    assert len({parts(path)[0]["URL"] for path in REPORTS}) == len(REPORTS)
    assert len({parts(path)[0]["Title"] for path in REPORTS}) == len(REPORTS)


def test_no_sentence_is_told_twice() -> None:
    seen: dict[str, str] = {}
    for path in REPORTS:
        for sentence in re.split(r"(?<=[.!?])\s+", parts(path)[1]):
            if len(sentence.split()) >= 8:
                assert seen.setdefault(sentence, path.name) == path.name, sentence


def test_incidents_are_told_by_several_outlets() -> None:
    incidents = groups("incident")
    assert len(incidents) >= 8
    several = 0
    for incident in incidents:
        told = incident["reports"]
        assert len(told) >= 2
        assert set(told) <= set(NAMES)
        assert all(incident["began"] <= day_of(name) for name in told)
        several += len({parts(SAHEL / "reports" / name)[0]["Source"] for name in told}) > 1
    assert several >= 8
    assert any("den" in incident["told"] for incident in incidents)


def test_chains_run_forward() -> None:
    chains = groups("chain")
    assert len(chains) >= 4
    for chain in chains:
        assert set(chain["reports"]) <= set(NAMES)
        assert len(chain["reports"]) >= 2
        assert chain["reports"] == sorted(chain["reports"])


def test_readme_names_every_file() -> None:
    readme = (SAHEL / "README.md").read_text("utf-8")
    for path in (*REPORTS, *PAGES):
        assert f"`{path.name}`" in readme
    for path in REPORTS:
        assert parts(path)[0]["Record"] in readme


class _Tags(HTMLParser):
    """Which elements a page has, and its open ones at the end."""

    VOID = frozenset("br col hr img input link meta".split())

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.handlers = 0
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.handlers += sum(name.startswith("on") for name, _ in attrs)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("path", PAGES, ids=[path.name for path in PAGES])
def test_page_is_like_a_real_one(path: Path) -> None:
    text = path.read_text("utf-8")
    tags = _Tags()
    tags.feed(text)
    assert not tags.open
    assert "script" in tags.names
    assert tags.handlers
    for wanted in (
        "cookie",
        "newsletter",
        "share",
        "related|more from|most read",
        "of the day|of the week|this day",
    ):
        assert re.search(wanted, text, re.IGNORECASE), wanted
    assert re.search(r'<meta name="record" content="[^"]{20,}"', text)
    assert not re.search(r"https?://(?!example\.org|schema\.org|www\.w3\.org)", text)


@pytest.mark.parametrize("path", PAGES, ids=[path.name for path in PAGES])
def test_page_says_what_it_is(path: Path) -> None:
    page = parse_page(path.read_bytes(), path.name)
    assert page.title and page.source and page.url
    assert page.published is not None
    assert 2012 <= page.published.year <= 2023
    assert len(page.text.split()) >= 200
