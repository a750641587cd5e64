"""What a text file says of itself before its text: a header block, or front matter between two lines of "---".

    Title: Two soldiers killed near Ansongo          ---
    Date: 2022-03-14                                 title: Two soldiers killed near Ansongo
    Source: Example News                             date: 2022-03-14
    URL: https://news.example/1                      source: Example News
                                                     ---
    Gunmen on motorcycles ...                        Gunmen on motorcycles ...

A header block is the file's first lines, each "Word: value", the first of them one of the known words, closed by
an empty line. Unknown words are passed over; lines of front matter that are indented or have no value as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from harmattan.errors import DocumentError

FIELDS = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "source": "source",
    "publisher": "source",
    "url": "url",
    "link": "url",
}
LINE = re.compile(r"([A-Za-z][A-Za-z_-]{1,20}):(?:[ \t]+(.*))?$")
FENCE = re.compile(r"---[ \t]*$")
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:$|[T ])")
MAX_LINES = 2_000
"""Front matter longer than this is taken for text."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a document says of itself; None where it does not say."""

    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None


def parse_day(value: str, name: str) -> date:
    """The calendar day of an ISO date or timestamp, as written, without moving it between time zones."""
    if match := DAY.match(value.strip()):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            pass
    raise DocumentError(
        name, f'the date "{value.strip()[:40]}" is not a day', "write it as 2022-03-14, or leave it out"
    )


def split_header(text: str, name: str) -> tuple[Header, str]:
    """The header, empty where there is none, and the text after it; DocumentError for a date that is none."""
    lines = text.lstrip("\ufeff").splitlines()
    if lines and FENCE.match(lines[0]):
        for index, line in enumerate(lines[1:MAX_LINES], start=1):
            if FENCE.match(line):
                return _header(_pairs(lines[1:index]), name), "\n".join(lines[index + 1 :])
        return Header(), text
    block: list[str] = []
    for line in lines[:MAX_LINES]:
        if not line.strip():
            break
        if not LINE.match(line):
            return Header(), text
        block.append(line)
    pairs = _pairs(block)
    if not pairs or pairs[0][0] not in FIELDS:
        return Header(), text
    return _header(pairs, name), "\n".join(lines[len(block) :])


def _pairs(lines: list[str]) -> list[tuple[str, str]]:
    found = (LINE.match(line) for line in lines)
    return [(match[1].lower(), _unquoted(match[2] or "")) for match in found if match]


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _header(pairs: list[tuple[str, str]], name: str) -> Header:
    values: dict[str, str] = {}
    for key, value in pairs:
        if value and key in FIELDS:
            values.setdefault(FIELDS[key], value)
    day = values.get("published")
    return Header(
        values.get("title"), parse_day(day, name) if day else None, values.get("source"), values.get("url")
    )
