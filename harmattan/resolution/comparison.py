"""How alike two event claims are, as a table of named outcomes with points that an analyst can read.

Each comparison looks at one thing (kind, time, place, sides, counts, means, nearness in one text) and gives at most
one outcome of the table below, with a reason in words. The points are summed: `SAME_FROM` and more is SAME,
`UNSURE_FROM` and more UNSURE, less DIFFERENT. They were set by hand so that one day, one town and one kind are enough
to be the same, and nothing makes up for another country, another kind or a date more than three days off.

    same kind (+1), same day: 2021-03-03 (+3), same place: Gossi (+3), killed: both say 14 (+1.5): 8.5 of 6
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from math import asin, cos, radians, sin, sqrt

from harmattan.model.claims import Claim
from harmattan.model.judgements import Verdict
from harmattan.model.readings import Event, Mention, Number, Place, PlaceKind
from harmattan.model.values import Period

SAME_FROM = 6.0
UNSURE_FROM = 4.5

POINTS = {
    # kind of event
    "same kind": 1.0,
    "kinds often told as one another": -1.0,
    "another kind": -6.0,
    "same mode": 0.5,
    "another mode": -1.5,
    # time
    "same day": 3.0,
    "times overlap within a week": 1.8,
    "a day apart": 0.0,
    "times overlap within a month": 0.5,
    "times overlap widely": -1.5,
    "two or three days apart": -1.5,
    "more than three days apart": -8.0,
    "one text, one of the two undated": 1.0,
    "one undated, reported within a week": 0.5,
    "one undated, reported far apart": -4.0,
    "one undated": -0.5,
    # place
    "same place": 3.0,
    "within 10 km": 2.5,
    "same area": 1.5,
    "within 50 km": 1.0,
    "one place may lie in the other": 0.3,
    "50 to 100 km apart": -2.5,
    "only the country in common": -1.2,
    "one without a place": -1.2,
    "one text, one of the two without a place": 0.5,
    "more than 100 km apart": -4.0,
    "another country": -6.0,
    # who did it, and to whom
    "same two sides": 3.0,
    "same actor": 1.5,
    "another actor": -0.8,
    "same recipient": 1.5,
    "recipients described alike": 0.7,
    "another recipient": -0.8,
    # how many
    "same number killed": 1.5,
    "same small number killed": 0.8,
    "similar number killed": 0.4,
    "killed far apart": -1.2,
    "same number wounded or abducted": 0.7,
    # with what, and where in the text
    "same weapon": 0.5,
    "one sentence": 1.5,
    "one text, sentences apart": -0.5,
}

OFTEN_ONE = frozenset({frozenset({"ASSAULT", "COERCE"}), frozenset({"PROTEST", "ASSAULT"})})
"""Kinds between which reports of one happening vary: an abduction in an attack, a riot."""

NEWS_DAYS = 7
"""Days within which a happening is news."""
EARTH_KM = 6371.0
SPECIFIC = (PlaceKind.POINT, PlaceKind.AREA, PlaceKind.ADMIN)
SMALL = 3
"""Dead up to which two reports agree by chance too often for the number to tell much."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One outcome of the table, with the words that say what it was seen in."""

    outcome: str
    detail: str = ""

    @property
    def points(self) -> float:
        """What the table gives for it."""
        return POINTS[self.outcome]

    def __str__(self) -> str:
        return f"{self.outcome}{': ' if self.detail else ''}{self.detail} ({self.points:+g})"


@dataclass(frozen=True, slots=True)
class Comparison:
    """All findings about a pair of claims, and what they come to."""

    findings: tuple[Finding, ...]

    @property
    def score(self) -> float:
        """The sum of the points."""
        return round(sum(finding.points for finding in self.findings), 2)

    @property
    def verdict(self) -> Verdict:
        """SAME, UNSURE or DIFFERENT."""
        if self.score >= SAME_FROM:
            return Verdict.SAME
        return Verdict.UNSURE if self.score >= UNSURE_FROM else Verdict.DIFFERENT

    @property
    def reason(self) -> str:
        """The findings in words and points, then the sum beside what SAME needs."""
        return f"{', '.join(map(str, self.findings))}: {self.score:g} of {SAME_FROM:g}"


def compare(left: Claim, right: Claim) -> Comparison:
    """Compare two event claims; the order of the two makes no difference."""
    if left.id > right.id:
        left, right = right, left
    found = (comparison(left, right) for comparison in TABLE)
    return Comparison(tuple(finding for finding in found if finding is not None))


def event_of(claim: Claim) -> Event:
    """The event that a claim is about; ValueError for a strength or a relation."""
    if not isinstance(claim.body, Event):
        raise ValueError(f"{claim.id} is a claim of a {claim.kind}, not of an event")
    return claim.body


def resolved_period(claim: Claim) -> Period | None:
    """When a claim's event happened, where its words can be placed on the calendar at all."""
    time = event_of(claim).time
    return time.period if time is not None and time.period.resolved else None


def kind(left: Claim, right: Claim) -> Finding:
    """PLOVER's event type."""
    one, other = event_of(left).type, event_of(right).type
    if one == other:
        return Finding("same kind", one)
    types = f"{one} and {other}"
    often_one = frozenset({one, other}) in OFTEN_ONE
    return Finding("kinds often told as one another" if often_one else "another kind", types)


def mode(left: Claim, right: Claim) -> Finding | None:
    """PLOVER's mode, where both have one and the type is the same."""
    one, other = event_of(left), event_of(right)
    if one.mode is None or other.mode is None or one.type != other.type:
        return None
    if one.mode == other.mode:
        return Finding("same mode", one.mode)
    return Finding("another mode", f"{one.mode} and {other.mode}")


def time(left: Claim, right: Claim) -> Finding:
    """When it happened; where one does not say, when the two were printed."""
    one, other = resolved_period(left), resolved_period(right)
    if one is None or other is None:
        return _undated(left, right, one or other)
    words = _days(one) if one == other else f"{_days(one)} and {_days(other)}"
    if one.overlaps(other):
        width = max(_width(one), _width(other))
        if width == 1:
            return Finding("same day", words)
        if width <= 7:
            return Finding("times overlap within a week", words)
        return Finding("times overlap within a month" if width <= 31 else "times overlap widely", words)
    gap = _gap(one, other)
    if gap == 1:
        return Finding("a day apart", words)
    return Finding("two or three days apart" if gap <= 3 else "more than three days apart", words)


def _undated(left: Claim, right: Claim, known: Period | None) -> Finding:
    """Where one or both cannot be placed on the calendar, the days the texts were printed bear on it."""
    if left.document.id == right.document.id:
        return Finding("one text, one of the two undated")
    undated = [claim.document.published for claim in (left, right) if resolved_period(claim) is None]
    # what is undated happened shortly before it was printed, if it is news, and any time before if it is not
    days = [day for day in (*undated, known.latest or known.earliest if known else None) if day is not None]
    if len(days) < 2:
        return Finding("one undated")
    near = (max(days) - min(days)).days <= NEWS_DAYS
    return Finding("one undated, reported within a week" if near else "one undated, reported far apart")


def _days(period: Period) -> str:
    if period.earliest == period.latest:
        return str(period.earliest)
    return f"{period.earliest or ''} to {period.latest or ''}".strip()


def _width(period: Period) -> int:
    """Days a period may cover; an open end makes it as wide as can be."""
    if period.earliest is None or period.latest is None:
        return timedelta.max.days
    return (period.latest - period.earliest).days + 1


def _gap(one: Period, other: Period) -> int:
    """Days between two periods that do not overlap."""
    first, second = sorted((one, other), key=lambda period: period.latest or date.max)
    if first.latest is None or second.earliest is None:
        return 0
    return (second.earliest - first.latest).days


def place(left: Claim, right: Claim) -> Finding:
    """Where it happened, by the most specific places of both."""
    ones, others = event_of(left).place, event_of(right).place
    if not ones or not others:
        together = left.document.id == right.document.id
        return Finding("one text, one of the two without a place" if together else "one without a place")
    found = [_two_places(one, other) for one, other in product(_specific(ones), _specific(others))]
    return max(found, key=lambda finding: (finding.points, finding.detail))


def _specific(places: Iterable[Place]) -> list[Place]:
    """The places that say more than a country, or all where none does."""
    places = list(places)
    return [place for place in places if place.kind in SPECIFIC] or places


def _two_places(one: Place, other: Place) -> Finding:
    names = f"{one.name} and {other.name}"
    if one.country and other.country and one.country != other.country:
        return Finding("another country", names)
    same = one.id == other.id if one.id and other.id else one.name.casefold() == other.name.casefold()
    if same:
        if one.kind in (PlaceKind.COUNTRY, PlaceKind.REGION):
            return Finding("only the country in common", one.name)
        return Finding(
            "same area" if one.kind in (PlaceKind.ADMIN, PlaceKind.AREA) else "same place", one.name
        )
    if one.kind is other.kind is PlaceKind.POINT and (distance := kilometres(one, other)) is not None:
        if distance <= 10:
            return Finding("within 10 km", names)
        if distance <= 50:
            return Finding("within 50 km", names)
        return Finding("50 to 100 km apart" if distance <= 100 else "more than 100 km apart", names)
    if one.kind in SPECIFIC and other.kind in SPECIFIC and one.kind != other.kind:
        return Finding("one place may lie in the other", names)
    return Finding("only the country in common", names)


def kilometres(one: Place, other: Place) -> float | None:
    """Great-circle distance; None where either has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, east = radians(other.lat - one.lat), radians(other.lon - one.lon)
    chord = sin(north / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, chord)))


def sides(left: Claim, right: Claim) -> Finding | None:
    """The same two parties, whichever of them each report has as the one who acts."""
    one, other = event_of(left), event_of(right)
    shared = _ids((*one.actor, *one.recipient)) & _ids((*other.actor, *other.recipient))
    acts = _ids(one.actor), _ids(other.actor)
    if len(shared) >= 2 and all(shared - ids for ids in acts):
        return Finding("same two sides", " and ".join(sorted(shared)))
    return None


def actor(left: Claim, right: Claim) -> Finding | None:
    """Who did it, by registry id or by name."""
    if sides(left, right) is not None:
        return None  # counted there
    return _party(event_of(left).actor, event_of(right).actor, "same actor", "another actor")


def recipient(left: Claim, right: Claim) -> Finding | None:
    """To whom or what it was done: recipient, target and victim together."""
    if sides(left, right) is not None:
        return None
    ones, others = (
        (*event.recipient, *event.target, *event.victim) for event in (event_of(left), event_of(right))
    )
    if finding := _party(ones, others, "same recipient", "another recipient"):
        return finding
    shared = _heads(ones) & _heads(others)
    return Finding("recipients described alike", ", ".join(sorted(shared))) if shared else None


def _party(ones: Iterable[Mention], others: Iterable[Mention], same: str, another: str) -> Finding | None:
    ones, others = tuple(ones), tuple(others)
    ids = _ids(ones), _ids(others)
    if shared := ids[0] & ids[1] or _names(ones) & _names(others):
        return Finding(same, ", ".join(sorted(shared)))
    if all(ids):
        return Finding(another, " and ".join(", ".join(sorted(known)) for known in ids))
    return None


def _ids(mentions: Iterable[Mention]) -> set[str]:
    return {mention.actor for mention in mentions if mention.actor}


def _names(mentions: Iterable[Mention]) -> set[str]:
    """Names with a capital in them; "gunmen" in two reports are not known to be the same gunmen."""
    return {mention.name for mention in mentions if any(map(str.isupper, mention.name))}


def _heads(mentions: Iterable[Mention]) -> set[str]:
    return {mention.name.split()[-1].casefold() for mention in mentions if mention.name.split()}


def killed(left: Claim, right: Claim) -> Finding | None:
    """How many died."""
    one, other = event_of(left).killed, event_of(right).killed
    if one is None or other is None:
        return None
    words = f"{one.span.quote} and {other.span.quote}"
    if one.count == other.count and one.count.best is not None:
        return Finding("same number killed" if one.count.best > SMALL else "same small number killed", words)
    (_, most), (least, _) = sorted((_bounds(one), _bounds(other)))
    if least <= 2 * most:
        return Finding("similar number killed", words)
    return Finding("killed far apart", words) if least > 4 * most and least - most > 10 else None


def _bounds(number: Number) -> tuple[int, int]:
    """The least and the most that is named; "at least 14" names 14 for both."""
    count = number.count
    known = [value for value in (count.low, count.best, count.high) if value is not None]
    return min(known), max(known)


def wounded(left: Claim, right: Claim) -> Finding | None:
    """How many were hurt or taken."""
    one, other = event_of(left), event_of(right)
    for first, second in ((one.wounded, other.wounded), (one.abducted, other.abducted)):
        if first and second and first.count == second.count and (first.count.best or 0) > 1:
            return Finding("same number wounded or abducted", first.span.quote)
    return None


def weapon(left: Claim, right: Claim) -> Finding | None:
    """With what: a word that both descriptions end in, plural or not."""
    heads = [{head.removesuffix("s") for head in _heads(event_of(claim).weapon)} for claim in (left, right)]
    shared = heads[0] & heads[1]
    return Finding("same weapon", ", ".join(sorted(shared))) if shared else None


def nearness(left: Claim, right: Claim) -> Finding | None:
    """Within one text: a sentence tells one happening as a rule, two sentences often two."""
    if left.document.id != right.document.id:
        return None
    together = left.statement.evidence[0].overlaps(right.statement.evidence[0])
    return Finding("one sentence" if together else "one text, sentences apart")


TABLE: tuple[Callable[[Claim, Claim], Finding | None], ...] = (
    kind,
    mode,
    time,
    place,
    sides,
    actor,
    recipient,
    killed,
    wounded,
    weapon,
    nearness,
)
"""The comparisons, in the order their reasons are read."""
