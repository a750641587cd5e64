"""JSON Lines: one document a line, with the fields text, title, published, source and url."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from harmattan.errors import DocumentError
from harmattan.sources.decoding import decode_text
from harmattan.sources.headers import parse_day
from harmattan.sources.pages import Page

EXAMPLE = '{"text": "Gunmen killed ...", "published": "2022-03-14", "source": "Example News"}'


def parse_line(line: bytes, number: int, name: str) -> Page:
    """The page that a line describes; DocumentError names file and line.

    Fields other than the five are passed over, so that an export with more of them can be read as it is.
    """
    place = f"{name}, line {number}"
    try:
        record = json.loads(decode_text(line, place))
    except (ValueError, RecursionError) as error:
        problem = str(error) if isinstance(error, ValueError) else "it is nested too deeply"
        raise DocumentError(
            place, f"is not JSON: {problem}", f"one object a line, such as {EXAMPLE}"
        ) from error
    if not isinstance(record, dict):
        raise DocumentError(place, "is not a JSON object", f"one object a line, such as {EXAMPLE}")
    text = _string(record, "text", place)
    if text is None:
        raise DocumentError(place, 'has no "text"', f"one object a line, such as {EXAMPLE}")
    return Page(
        text=text,
        name=place,
        title=_string(record, "title", place),
        published=_day(record, place),
        source=_string(record, "source", place),
        url=_string(record, "url", place),
        is_one_document=True,
    )


def parse_lines(
    lines: Iterator[tuple[int, bytes | DocumentError]], name: str
) -> Iterator[Page | DocumentError]:
    """A page or an error for every line; an error where there is none."""
    found = False
    for number, line in lines:
        found = True
        if isinstance(line, DocumentError):
            yield line
            continue
        try:
            yield parse_line(line, number, name)
        except DocumentError as error:
            yield error
    if not found:
        yield DocumentError(name, "is empty", "nothing to read; leave it out or fetch it again")


def _string(record: dict[str, Any], field: str, place: str) -> str | None:
    value = record.get(field)
    if value is None or isinstance(value, str):
        return value
    raise DocumentError(place, f'has a "{field}" that is not a string', "write it in quotes, or as null")


def _day(record: dict[str, Any], place: str) -> date | None:
    value = _string(record, "published", place)
    return parse_day(value, place) if value and value.strip() else None
