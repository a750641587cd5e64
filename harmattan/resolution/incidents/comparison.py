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
from harmattan.model.readings import Event, Mention, Modality, Number, Place, PlaceKind
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
    "two or three days apart": -3.0,
    "more than three days apart": -8.0,
    "one text, one of the two undated": 1.0,
    "one undated, reported within a week": 1.0,
    "one undated, reported far apart": -4.0,
    "one undated": -0.5,
    # place
    "same place": 3.0,
    "within 10 km": 2.5,
    "same area": 1.5,
    "within 50 km": 1.0,
    "one place may lie in the other": 0.3,
    "one name, two places of the gazetteer": 0.5,
    "places not known to be near": -1.2,
    "50 to 100 km apart": -2.5,
    "only the country in common": -1.2,
    "one without a place": -1.2,
    "one text, one of the two without a place": 0.5,
    "more than 100 km apart": -4.0,
    "another country": -6.0,
    # who did it, and to whom
    "same two sides": 3.0,
    "same actor": 1.5,
    "another actor": -1.2,
    "same recipient": 1.5,
    "recipients described alike": 0.7,
    "another recipient": -0.8,
    # how many
    "same number killed": 1.5,
    "same small number killed": 0.8,
    "many killed in both": 1.5,
    "similar number killed": 0.4,
    "killed far apart": -0.8,
    "same number wounded or abducted": 0.7,
    # with what, what the text does with it, and where in the text
    "one denies": 1.5,
    "same weapon": 0.5,
    "one sentence": 1.5,
    "one text, sentences apart": -0.5,
}

CONTRADICTIONS = frozenset(
    {
        "another kind",
        "two or three days apart",
        "more than three days apart",
        "50 to 100 km apart",
        "more than 100 km apart",
        "another country",
    }
)
"""Outcomes that say more than that too little is known."""

OFTEN_ONE = frozenset({frozenset({"ASSAULT", "COERCE"}), frozenset({"PROTEST", "ASSAULT"})})
"""Kinds between which reports of one happening vary: an abduction in an attack, a riot."""

NEWS_DAYS = 7
"""Days within which a happening is news."""
EARTH_KM = 6371.0
TOWNS = (PlaceKind.POINT, None)
"""What is as small as a town; a name that the gazetteer lacks is a village as a rule."""
AREAS = (PlaceKind.AREA, PlaceKind.ADMIN)
SMALL = 3
"""Dead up to which two reports agree by chance too often for the number to tell much."""
MANY = 50
"""Dead from which a happening is so rare that reports need not agree on the number to mean the same."""


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
    def contradicts(self) -> bool:
        """Whether something speaks against the two being the same, rather than too little for it."""
        return any(finding.outcome in CONTRADICTIONS for finding in self.findings)

    @property
    def reason(self) -> str:
        """The findings in words and points, then the sum beside what SAME needs."""
        return f"{', '.join(map(str, self.findings))}: {self.score:g} of {SAME_FROM:g}"


@dataclass(frozen=True, slots=True)
class Account:
    """What the comparisons look at in one event claim, drawn out once."""

    claim: Claim
    event: Event
    period: Period | None
    """When it happened, where the words can be placed on the calendar at all."""
    places: tuple[Place, ...]
    """The towns; where none is named the areas; else the countries."""
    actor: Party
    recipient: Party
    """Recipient, target and victim together, but for those that are the place itself."""

    @property
    def text(self) -> str:
        """Id of the document."""
        return self.claim.document.id


@dataclass(frozen=True, slots=True)
class Party:
    """The mentions of one side."""

    ids: frozenset[str]
    """Of the registry."""
    names: frozenset[str]
    """Those with a capital in them; "gunmen" in two reports are not known to be the same gunmen."""
    heads: frozenset[str]
    """Last words, for what is only described."""

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> Party:
        """The party that mentions make up."""
        mentions = tuple(mentions)
        return cls(
            frozenset(mention.actor for mention in mentions if mention.actor),
            frozenset(mention.name for mention in mentions if any(map(str.isupper, mention.name))),
            frozenset(mention.name.split()[-1].casefold() for mention in mentions if mention.name.split()),
        )


def account(claim: Claim) -> Account:
    """What a claim tells; ValueError for a strength or a relation."""
    event = claim.body
    if not isinstance(event, Event):
        raise ValueError(f"{claim.id} is a claim of a {claim.kind}, not of an event")
    named = {place.name for place in event.place}  # "seized Konna" at Konna: once is enough
    patients = (*event.recipient, *event.target, *event.victim)
    grains = (tuple(place for place in event.place if place.kind in kinds) for kinds in (TOWNS, AREAS))
    return Account(
        claim,
        event,
        event.time.period if event.time is not None and event.time.period.resolved else None,
        next(filter(None, grains), event.place),
        Party.of(event.actor),
        Party.of(mention for mention in patients if mention.name not in named),
    )


def compare(left: Account, right: Account) -> Comparison:
    """Compare two accounts; the order of the two makes no difference."""
    if left.claim.id > right.claim.id:
        left, right = right, left
    found = [comparison(left, right) for comparison in TABLE]
    return Comparison(tuple(finding for finding in found if finding is not None))


def kind(left: Account, right: Account) -> Finding:
    """PLOVER's event type."""
    one, other = left.event.type, right.event.type
    if one == other:
        return Finding("same kind", one)
    types = f"{one} and {other}"
    return Finding(
        "kinds often told as one another" if frozenset((one, other)) in OFTEN_ONE else "another kind", types
    )


def mode(left: Account, right: Account) -> Finding | None:
    """PLOVER's mode, where both have one and the type is the same."""
    one, other = left.event.mode, right.event.mode
    if one is None or other is None or left.event.type != right.event.type:
        return None
    return Finding("same mode", one) if one == other else Finding("another mode", f"{one} and {other}")


def time(left: Account, right: Account) -> Finding:
    """When it happened; where one does not say, when the two were printed."""
    one, other = left.period, right.period
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


def _undated(left: Account, right: Account, known: Period | None) -> Finding:
    """Where one or both cannot be placed on the calendar, the days the texts were printed bear on it."""
    if left.text == right.text:
        return Finding("one text, one of the two undated")
    undated = [told.claim.document.published for told in (left, right) if told.period is None]
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


def place(left: Account, right: Account) -> Finding:
    """Where it happened, by the most specific places of both."""
    if not left.places or not right.places:
        together = left.text == right.text
        return Finding("one text, one of the two without a place" if together else "one without a place")
    found = [_two_places(one, other) for one, other in product(left.places, right.places)]
    return max(found, key=lambda finding: (finding.points, finding.detail))


def _two_places(one: Place, other: Place) -> Finding:
    names = f"{one.name} and {other.name}"
    if one.name.casefold() == other.name.casefold():
        if one.id and other.id and one.id != other.id:
            return Finding("one name, two places of the gazetteer", one.name)
        return _one_place(one)
    if one.id and one.id == other.id:
        return _one_place(one)
    if one.country and other.country and one.country != other.country:
        return Finding("another country", names)
    if (distance := kilometres(one, other)) is not None and one.kind is other.kind is PlaceKind.POINT:
        if distance <= 10:
            return Finding("within 10 km", names)
        if distance <= 50:
            return Finding("within 50 km", names)
        return Finding("50 to 100 km apart" if distance <= 100 else "more than 100 km apart", names)
    if (one.kind in TOWNS and other.kind in AREAS) or (one.kind in AREAS and other.kind in TOWNS):
        return Finding("one place may lie in the other", names)
    known = one.country and one.country == other.country
    return Finding("only the country in common" if known else "places not known to be near", names)


def _one_place(place: Place) -> Finding:
    if place.kind in TOWNS:
        return Finding("same place", place.name)
    return Finding("same area" if place.kind in AREAS else "only the country in common", place.name)


def kilometres(one: Place, other: Place) -> float | None:
    """Great-circle distance; None where either has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, east = radians(other.lat - one.lat), radians(other.lon - one.lon)
    chord = sin(north / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, chord)))


def sides(left: Account, right: Account) -> Finding | None:
    """Who did it to whom, where both sides are the same two, whichever of them each report has as the one who acts."""
    shared = (left.actor.ids | left.recipient.ids) & (right.actor.ids | right.recipient.ids)
    if len(shared) >= 2 and shared - left.actor.ids and shared - right.actor.ids:
        return Finding("same two sides", " and ".join(sorted(shared)))
    return None


def actor(left: Account, right: Account) -> Finding | None:
    """Who did it, by registry id or by name, where that is not told by the two sides."""
    if sides(left, right) is not None:
        return None
    return _party(left.actor, right.actor, "same actor", "another actor")


def recipient(left: Account, right: Account) -> Finding | None:
    """To whom or what it was done, where that is not told by the two sides."""
    if sides(left, right) is not None:
        return None
    if finding := _party(left.recipient, right.recipient, "same recipient", "another recipient"):
        return finding
    shared = left.recipient.heads & right.recipient.heads
    return Finding("recipients described alike", ", ".join(sorted(shared))) if shared else None


def _party(one: Party, other: Party, same: str, another: str) -> Finding | None:
    if shared := one.ids & other.ids or one.names & other.names:
        return Finding(same, ", ".join(sorted(shared)))
    if one.ids and other.ids:
        return Finding(another, f"{', '.join(sorted(one.ids))} and {', '.join(sorted(other.ids))}")
    return None


def killed(left: Account, right: Account) -> Finding | None:
    """How many died."""
    one, other = left.event.killed, right.event.killed
    if one is None or other is None:
        return None
    words = f"{one.span.quote} and {other.span.quote}"
    if one.count == other.count and one.count.best is not None:
        return Finding("same number killed" if one.count.best > SMALL else "same small number killed", words)
    (fewest, most), (least, _) = sorted((_bounds(one), _bounds(other)))
    if fewest >= MANY:
        return Finding("many killed in both", words)
    if least <= 2 * most:
        return Finding("similar number killed", words)
    return Finding("killed far apart", words) if least > 4 * most and least - most > 10 else None


def _bounds(number: Number) -> tuple[int, int]:
    """The least and the most that is named; "at least 14" names 14 for both."""
    count = number.count
    known = [value for value in (count.low, count.best, count.high) if value is not None]
    return min(known), max(known)


def wounded(left: Account, right: Account) -> Finding | None:
    """How many were hurt or taken."""
    one, other = left.event, right.event
    for first, second in ((one.wounded, other.wounded), (one.abducted, other.abducted)):
        if first and second and first.count == second.count and (first.count.best or 0) > 1:
            return Finding("same number wounded or abducted", first.span.quote)
    return None


def weapon(left: Account, right: Account) -> Finding | None:
    """With what: a word that both descriptions end in, plural or not."""
    heads = [
        {head.removesuffix("s") for head in Party.of(told.event.weapon).heads}
        for told in (left, right)
        if told.event.weapon
    ]
    shared = heads[0] & heads[1] if len(heads) == 2 else set()
    return Finding("same weapon", ", ".join(sorted(shared))) if shared else None


def denial(left: Account, right: Account) -> Finding | None:
    """Whether one denies: what is denied has been told by somebody, so that it has a match more often."""
    denied = [told.claim.modality is Modality.DENIED for told in (left, right)]
    return Finding("one denies") if denied[0] != denied[1] else None


def nearness(left: Account, right: Account) -> Finding | None:
    """Within one text: a sentence tells one happening as a rule, two sentences often two."""
    if left.text != right.text:
        return None
    together = left.claim.statement.evidence[0].overlaps(right.claim.statement.evidence[0])
    return Finding("one sentence" if together else "one text, sentences apart")


TABLE: tuple[Callable[[Account, Account], Finding | None], ...] = (
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
    denial,
    nearness,
)
"""The comparisons, in the order their reasons are read."""
