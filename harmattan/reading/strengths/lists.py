"""Lists that leave out the verb and the noun: "Rwanda provides 2,500 soldiers, Ethiopia 2,400 and India 2,300".

What follows a told strength as name and number, entry by entry, is so many of the same for another force; where the
first entry said a place ("Syria, 2,000; Iraq, 2,500"), for another place. The words decide, since a tree seldom holds
such a list together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from harmattan.model.text import Span
from harmattan.model.values import Count
from harmattan.reading.numbers.quantities import find_numbers
from harmattan.reading.pages import Line
from harmattan.reading.strengths.words import HURT, LOSSES, LOST

_NAME = r"(?:[A-Z][\w’'-]*)(?:\s(?:of\s|and\s)?[A-Z][\w’'-]*){0,3}"
_BOUND = (
    r"(?:about|around|some|nearly|almost|roughly|at least|more than|over|up to|fewer than|just|only|"
    r"a little over|between)\s"
)
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+(?![\d,]*,\d)|[a-z]+ (?:hundred|thousand)|a (?:hundred|thousand))"
_ENTRY = re.compile(
    rf"\s*(?:[,;:(–—]|\band\b|\bfollowed by\b)\s*(?:(?:and|followed by|then|ahead of|behind|before)\s+)?(?:the\s+)?"
    rf"(?P<name>{_NAME})(?:[’']s)?(?P<link>\s*[,:(]\s*|\s+with\s+|\s+)(?P<number>(?:{_BOUND})?{_NUMBER})"
    r"(?P<close>\s*\))?(?=\s*(?:[,;.)]|and\b|followed\b|$))"
)
_HEADING = re.compile(
    r"\b(?:troops?|soldiers?|peacekeepers?|police|personnel|contingents?|contributors?|strengths?|deployments?|forces)\b"
    r"[^.;:]{0,60}?(?=[:(–—]|\bare\s|\bwere\s)",
    re.IGNORECASE,
)
_HARM = LOST | LOSSES | HURT
_YEAR = re.compile(r"(?:19|20)\d\d$")
_NAMES_NO_FORCE = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday resolution article chapter paragraph camp route highway boeing airbus""".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One name with its number."""

    name: Span
    size: Span
    count: Count


def entries_after(line: Line, text: str, offset: int) -> Iterator[Entry]:
    """The entries that follow one another from an offset on, to the first words that are none."""
    end = line.sentence.end
    at = offset
    while True:
        match = _ENTRY.match(text, at, end)
        if match is None:
            return
        entry = _entry(match, text)
        if entry is None:
            return
        yield entry
        at = match.end()


def entries_of_heading(line: Line, text: str) -> list[Entry]:
    """A list below a heading of its own: "Troop levels: Syria, 2,000; Iraq, 2,500"; of two entries at least."""
    if not _HARM.isdisjoint(line.sentence.words):
        return []
    start, end = line.sentence.start, line.sentence.end
    heading = _HEADING.search(text, start, end)
    if heading is None:
        return []
    opening = heading.end()
    if not text.startswith((":", "(", "–", "—"), opening):
        opening = text.find(" ", opening, end)
        match = re.compile(
            rf"\s+(?:the\s+)?(?P<name>{_NAME})(?P<link>\s*\(\s*)(?P<number>{_NUMBER})(?P<close>\s*\))"
        ).match(text, opening, end)
        first = _entry(match, text) if match else None
        if match is None or first is None:
            return []
        found = [first, *entries_after(line, text, match.end())]
    else:
        found = list(entries_after(line, text, opening))
    return found if len(found) > 1 else []


def _entry(match: re.Match[str], text: str) -> Entry | None:
    name, number = match["name"], match["number"]
    if name.split()[0].lower() in _NAMES_NO_FORCE or (_YEAR.match(number) and "(" not in match["link"]):
        return None
    if "(" in match["link"] and match["close"] is None:
        return None
    start, end = match.span("number")
    # Alone the number is none of a name's, as "860" would be in "Georgia 860".
    quantities = find_numbers(text, start, end)
    if len(quantities) != 1:
        return None
    quantity = quantities[0]
    bare = name.removesuffix("'s").removesuffix("’s")
    span = Span(match.start("name"), match.start("name") + len(bare), bare)
    return Entry(span, quantity.span, quantity.count)
