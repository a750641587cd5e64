"""What a text file says of itself before its text."""

from __future__ import annotations

from datetime import date

import pytest

from harmattan.errors import DocumentError
from harmattan.sources.headers import Header, parse_day, split_header

FULL = Header("Two soldiers killed", date(2022, 3, 14), "Example News", "https://news.example/1")

HEADERS = [
    ("a block",
     "Title: Two soldiers killed\nDate: 2022-03-14\nSource: Example News\nURL: https://news.example/1\n\nText.",
     FULL, "Text."),
    ("other words for the same",
     "Headline: Two soldiers killed\nPublished: 2022-03-14T10:30:00Z\nPublisher: Example News\n"
     "Link: https://news.example/1\nAuthor: A. Sample\n\nText.", FULL, "Text."),
    ("front matter", '---\ntitle: "Two soldiers killed"\ndate: 2022-03-14\nsource: Example News\ntags:\n  - Mali\n'
     "  - title: nested\nurl: 'https://news.example/1'\n---\n\nText.", FULL, "Text."),
    ("a block of one line", "Source: Example News\n\nText.", Header(source="Example News"), "Text."),
    ("no header", "Gunmen attacked: two died.\n\nText.", Header(), "Gunmen attacked: two died.\n\nText."),
    ("a text that begins like one", "Source: Example News\nText goes on.", Header(),
     "Source: Example News\nText goes on."),
    ("an unknown word first", "Note: read this\nTitle: x\n\nText.", Header(), "Note: read this\nTitle: x\n\nText."),
    ("front matter without its end", "---\ntitle: x\n\nText.", Header(), "---\ntitle: x\n\nText."),
    ("empty values", "Title:\nDate: \nSource: Example News\n\nText.", Header(source="Example News"), "Text."),
    ("nothing", "", Header(), ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "header", "body"), HEADERS, ids=[case[0] for case in HEADERS])
def test_headers(name: str, text: str, header: Header, body: str) -> None:
    found, rest = split_header(text, name)
    assert (found, rest.strip()) == (header, body)


@pytest.mark.parametrize(
    "value", ["yesterday", "14/03/2022", "2022-13-01", "2022-03", "March 14, 2022", "20220314x"]
)
def test_a_date_that_is_no_day_is_an_error(value: str) -> None:
    with pytest.raises(DocumentError, match="is not a day"):
        split_header(f"Title: x\nDate: {value}\n\nText.", "report.txt")


def test_a_timestamp_keeps_its_own_day() -> None:
    assert parse_day("2022-03-14T23:30:00-05:00", "report") == date(2022, 3, 14)
