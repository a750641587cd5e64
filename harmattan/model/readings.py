"""What a reader finds in one document: mentions, times, counts, and the statements they stand in.

A `Reading` is not yet knowledge: its statements have not been checked against the codebook, and its
mentions carry the name the document uses. `resolution` fills `Mention.actor` and the fields of `Place`
below `name`; `claims` turns each statement into a `Claim` or a `Rejection`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from harmattan.model.text import Document, Span
from harmattan.model.values import Count, Period


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch that names or describes somebody or something.

    `name` is the best known name in the document ("AQIM" and "the group" both get "al-Qaeda in the Islamic
    Maghreb"), `actor` the registry's id once resolution has found it. `antecedent` is the stretch that name was
    taken from where it is not the mention itself. An actor who is named by an office holder has the registry's id of
    the `person` too: "President Emmanuel Macron" is `france` by `emmanuel-macron`.
    """

    span: Span
    name: str
    actor: str | None = None
    antecedent: Span | None = None
    person: str | None = None
    reason: str | None = None
    """Why it is this actor, in words."""


class PlaceKind(StrEnum):
    """How large a place is: a town is a POINT, "northern Mali" an AREA, a province an ADMIN."""

    POINT = "point"
    AREA = "area"
    ADMIN = "admin"
    COUNTRY = "country"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch that names where; everything below `name` is None until resolution has found it.

    `id` is the gazetteer's ("geonames:2453348", "country:ML"), `country` ISO 3166-1 alpha-2, coordinates degrees.
    `radius_km` is how far from its middle an area told by other places may reach ("12 km north of Gossi").
    """

    span: Span
    name: str
    id: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    kind: PlaceKind | None = None
    radius_km: float | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch that says when, and the period it means."""

    span: Span
    period: Period


@dataclass(frozen=True, slots=True)
class Number:
    """A stretch that says how many, and the count it means."""

    span: Span
    count: Count


class Modality(StrEnum):
    """How the document holds what it says; only ASSERTED is told as having happened."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    THREATENED = "threatened"
    DENIED = "denied"
    ALLEGED = "alleged"
    HYPOTHETICAL = "hypothetical"
    HABITUAL = "habitual"


class StrengthStatus(StrEnum):
    """Whether the men are there, were there, or are only spoken of."""

    CURRENT = "current"
    FORMER = "former"
    ANNOUNCED = "announced"
    PROJECTED = "projected"
    REQUIRED = "required"
    ALLEGED = "alleged"


class RelationKind(StrEnum):
    """How two actors, or an actor and a place, stand to one another."""

    ALLIED_WITH = "allied_with"
    HOSTILE_TO = "hostile_to"
    PART_OF = "part_of"
    LED_BY = "led_by"
    SUCCEEDS = "succeeds"
    SUPPORTS = "supports"
    OPERATES_IN = "operates_in"
    CONTROLS = "controls"
    ALIAS = "alias"


class RelationStatus(StrEnum):
    """Whether a relation is said to hold, or to have held."""

    CURRENT = "current"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class Event:
    """What one sentence tells: a PLOVER type and mode, its trigger, and who and what fill its roles.

    `actor` and `recipient` are PLOVER's; `target`, `victim` and `weapon` are MUC-4's roles of an attack.
    `report_time` is when it was said, where that is dated apart from when it happened or will.
    """

    type: str
    mode: str | None
    trigger: Span
    actor: tuple[Mention, ...] = ()
    recipient: tuple[Mention, ...] = ()
    target: tuple[Mention, ...] = ()
    victim: tuple[Mention, ...] = ()
    weapon: tuple[Mention, ...] = ()
    place: tuple[Place, ...] = ()
    time: Time | None = None
    report_time: Time | None = None
    killed: Number | None = None
    wounded: Number | None = None
    abducted: Number | None = None


@dataclass(frozen=True, slots=True)
class Strength:
    """How many of a force are said to be where."""

    force: tuple[Mention, ...]
    place: tuple[Place, ...]
    size: Number
    unit: str
    """What is counted, a plain plural: "troops", "fighters", "vehicles"."""
    status: StrengthStatus
    time: Time | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """How two actors stand to one another, or an actor to a place or thing it works in or holds."""

    relation: RelationKind
    subject: Mention
    object: Mention | Place
    status: RelationStatus = RelationStatus.CURRENT
    time: Time | None = None


Body = Event | Strength | Relation


@dataclass(frozen=True, slots=True)
class Statement:
    """One event, strength or relation as a document puts it: with modality, attribution and its words."""

    body: Body
    evidence: tuple[Span, ...]
    """The sentence first, then further stretches that a field rests on (an antecedent, a heading)."""
    modality: Modality = Modality.ASSERTED
    attribution: Mention | None = None
    """Who is said to say so: "the ministry said". None where the document speaks for itself."""
    confidence: float | None = None
    """How likely it is that the document says so, 0 to 1; None where the reader cannot tell."""


@dataclass(frozen=True, slots=True)
class NameMark:
    """A name in the text, whether or not a statement speaks of it.

    `label` is PER, ORG or LOC (UNER's), or GPE for a country known beforehand.
    """

    span: Span
    label: str


@dataclass(frozen=True)
class Reading:
    """All that a reader found in one document, in text order."""

    document: Document
    sentences: tuple[Span, ...]
    statements: tuple[Statement, ...]
    reader: str
    """The reader's name and version; part of every claim's id."""
    words: int = 0
    """Number of word tokens read, for measuring speed."""
    names: tuple[NameMark, ...] = ()
    """Every name of the text in its order; which places they are, resolution says."""
