"""Fields of a claim as an analyst writes them on a line, and as the claims format has them.

`killed=at least 13` quotes the report: the words must stand in it, and mean what they say. `WORDS [MEANING]` says what
is meant where the words do not: `killed=two brothers [2]`, `time=on market day [2021-03-04]`, `actor=the men [jnim]`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from harmattan.errors import JudgementError
from harmattan.model.amendments import amend
from harmattan.model.claims import Claim
from harmattan.model.readings import Mention, Number, Place, Time
from harmattan.model.records import (
    Record,
    mention_record,
    number_record,
    place_record,
    statement_record,
    time_record,
)
from harmattan.model.text import Span
from harmattan.model.values import Count, Period, Precision
from harmattan.model.world import Location
from harmattan.reading.numbers.quantities import find_numbers
from harmattan.reference.actors import Registry
from harmattan.reference.codebook import load_codebook
from harmattan.reference.gazetteer import Gazetteer

_MEANT = re.compile(r"(?P<words>.*?)\s*\[(?P<meaning>[^\[\]]*)\]\s*", re.S)
_AT = re.compile(r"(?P<words>.+)@(?P<start>\d{1,9})", re.S)
_COUNT = re.compile(r"(?P<low>\d{0,12})(?:(?P<dash>\s*(?:-|–|\.\.|to)\s*)(?P<high>\d{0,12}))?")
_DAYS = re.compile(
    r"(?P<first>\d{4}-\d\d-\d\d|\.\.\.|…)(?:\s+to\s+(?P<last>\d{4}-\d\d-\d\d|\.\.\.|…))?(?:\s+\(?(?P<precision>[a-z]+)\)?)?"
)

COUNTS = ("killed", "wounded", "abducted", "size")
TIMES = ("time", "report_time")
MENTIONS = ("actor", "recipient", "target", "victim", "weapon", "force")
ONE_MENTION = ("attribution", "subject", "object")
PLAIN = ("type", "mode", "modality", "status", "unit", "relation")


@dataclass(frozen=True, slots=True)
class Reference:
    """What names are looked up in."""

    actors: Registry
    gazetteer: Callable[[], Gazetteer]


def parse_fields(claim: Claim, given: Iterable[str], reference: Reference) -> Record:
    """The fields that "NAME=VALUE" arguments amend, in the claims format. Raises `JudgementError`."""
    fields: Record = {}
    known = statement_record(claim.statement).keys()
    for text in given:
        name, equals, value = text.partition("=")
        name = name.strip()
        if not equals:
            raise JudgementError(text, "is no field with a value", "write it like killed=13")
        if name not in known or name == "evidence":
            raise JudgementError(
                name, f"is no field of this {claim.kind.value}", f"there are {_listed(known)}"
            )
        fields[name] = _value(claim, name, value.strip(), reference)
    if not fields:
        raise JudgementError(claim.id, "nothing is amended", "give fields like killed=13")
    try:
        amended = amend(claim, fields)
        _check_codes(amended)
    except ValueError as error:
        raise JudgementError(claim.id, str(error), "docs/claims.md says what a field holds") from error
    return fields


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(name for name in names if name != "evidence"))


def _check_codes(claim: Claim) -> None:
    type_, mode = getattr(claim.body, "type", None), getattr(claim.body, "mode", None)
    if type_ is None:
        return
    event = load_codebook().types.get(type_)
    if event is None:
        raise ValueError(f"the codebook has no type {type_}")
    if mode is not None and mode not in event.modes:
        raise ValueError(f"{type_} has no mode {mode}")


def _value(claim: Claim, name: str, value: str, reference: Reference) -> Any:
    empty = value in ("", "null", "none", "nothing")
    if value.startswith(("{", "[{", "[]")):
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            raise JudgementError(name, "is not JSON", "docs/claims.md says what a field holds") from None
    if name in PLAIN:
        return None if empty else value
    if name in COUNTS:
        return None if empty else number_record(_number(claim, name, value))
    if name in TIMES:
        return None if empty else time_record(_time(claim, name, value))
    if name in ONE_MENTION:
        return None if empty else mention_record(_mention(claim, name, value, reference))
    parts = [] if empty else [part.strip() for part in value.split(";") if part.strip()]
    if name == "place":
        return [place_record(_place(claim, part, reference)) for part in parts]
    if name in MENTIONS:
        return [mention_record(_mention(claim, name, part, reference)) for part in parts]
    raise JudgementError(name, "is given as JSON", f'{name}={{"start": ..., "end": ..., "quote": ...}}')


def _words(claim: Claim, text: str) -> tuple[Span, str | None]:
    """The stretch of the report, in the claim's own sentences if it stands there, and what stands in brackets."""
    meaning = None
    if match := _MEANT.fullmatch(text):
        text, meaning = match["words"], match["meaning"].strip()
    document = claim.document
    words = text.strip().strip('“”"')
    if match := _AT.fullmatch(words):
        words, start = match["words"], int(match["start"])
        if document.text[start : start + len(words)] == words:
            return document.span(start, start + len(words)), meaning
        raise JudgementError(words, f"does not stand at {start} in {document.id}")
    for span in (*claim.statement.evidence, document.span(0, len(document.text))):
        if (at := _stands(document.text, words, span)) is not None:
            return document.span(at, at + len(words)), meaning
    raise JudgementError(words, f"does not stand in {document.id}", "quote the report letter by letter")


def _stands(text: str, words: str, within: Span) -> int | None:
    """Where whole words stand: "3" is no part of "13"."""
    if not words:
        return None
    match = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(text, within.start, within.end)
    return match.start() if match else None


def _number(claim: Claim, name: str, value: str) -> Number:
    span, meaning = _words(claim, value)
    if meaning is not None:
        return Number(span, _count(name, meaning))
    sentence = next((one for one in claim.statement.evidence if span in one), span)
    found = find_numbers(claim.document.text, sentence.start, sentence.end)
    exact = (one.number for one in found if one.span == span)
    number = next(exact, None) or next((Number(span, one.count) for one in found if one.core == span), None)
    if number is None:
        raise JudgementError(
            span.quote, "does not say how many", f"say it in brackets: {name}={span.quote} [13]"
        )
    return number


def _count(name: str, meaning: str) -> Count:
    """ "13", "14-" (at least), "-20" (at most), "2500-3000"."""
    match = _COUNT.fullmatch(meaning.replace(",", ""))
    if not match or not (match["low"] or match["high"]):
        raise JudgementError(
            meaning, "is no count", f"write it like {name}=... [13], [14-], [-20] or [2500-3000]"
        )
    low = int(match["low"]) if match["low"] else None
    high = int(match["high"]) if match["high"] else None
    if not match["dash"] and low is not None:
        return Count.exactly(low)
    try:
        return Count(low, None, high)
    except ValueError as error:
        raise JudgementError(meaning, "is no count", str(error)) from error


def _time(claim: Claim, name: str, value: str) -> Time:
    span, meaning = _words(claim, value)
    if meaning is None:
        raise JudgementError(
            span.quote, "does not say which days", f"say it in brackets: {name}={span.quote} [2021-03-04]"
        )
    match = _DAYS.fullmatch(meaning)
    try:
        if not match:
            raise ValueError("not days")
        first, last = _day(match["first"]), _day(match["last"] or match["first"])
        return Time(span, Period(first, last, _precision(match["precision"], first, last)))
    except ValueError:
        remedy = (
            f"write it like {name}=... [2021-03-04] or [2021-03-01 to 2021-03-31 month]; ... is an open end"
        )
        raise JudgementError(meaning, "is no time", remedy) from None


def _day(text: str) -> date | None:
    return None if text in ("...", "…") else date.fromisoformat(text)


def _precision(word: str | None, first: date | None, last: date | None) -> Precision:
    if word is not None:
        return Precision(word)
    return Precision.DAY if first is not None and first == last else Precision.OPEN


def _mention(claim: Claim, name: str, value: str, reference: Reference) -> Mention:
    span, meaning = _words(claim, value)
    if name == "weapon":
        return Mention(span, span.quote)
    if meaning:
        if reference.actors.get(meaning) is None:
            raise JudgementError(meaning, "is no id in the registry of actors", "`harmattan show` prints ids")
        return Mention(span, span.quote, meaning)
    year = claim.document.published.year if claim.document.published else None
    actor = reference.actors.named(span.quote, year)
    return Mention(span, span.quote, actor.id if actor and meaning is None else None)


def _place(claim: Claim, value: str, reference: Reference) -> Place:
    span, meaning = _words(claim, value)
    found = reference.gazetteer().lookup(span.quote)
    if meaning is not None:
        chosen = next((one for one in found if one.id == meaning), None)
        if meaning and chosen is None:
            raise JudgementError(meaning, f"is no place called {span.quote}", _some(found))
        return _placed(span, chosen)
    if len(found) > 1:
        around = {place.country for place in getattr(claim.body, "place", ()) if place.country}
        found = [one for one in found if one.country in around] or found
    if len(found) > 1:
        raise JudgementError(span.quote, f"is the name of {len(found)} places", _some(found))
    return _placed(span, found[0] if found else None)


def _placed(span: Span, location: Location | None) -> Place:
    if location is None:
        return Place(span, span.quote)
    return Place(span, span.quote, location.id, location.country, location.lat, location.lon, location.kind)


def _some(found: list[Location]) -> str:
    """The first few places of a name, for a message."""
    return "say which in brackets: " + "; ".join(_described(found[:4])) if found else ""


def _described(found: Iterable[Location]) -> Iterator[str]:
    for place in found:
        where = ", ".join(part for part in (place.kind.value, place.admin1, place.country) if part)
        yield f"[{place.id}] {where}"
