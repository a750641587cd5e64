"""The sections of a dossier: forces, incidents, what is told as done, what is only said of it, relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from harmattan.analysis.ledger import Series
from harmattan.model.claims import Claim
from harmattan.model.readings import Event, Modality, Relation, RelationKind, Strength
from harmattan.publish.citations import Citations, Line
from harmattan.publish.incidents import IncidentCard
from harmattan.publish.ledger_chart import ledger_chart
from harmattan.publish.phrases import phrase_for


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one small heading; the heading is empty where a section has only one group."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart and its caption."""

    caption: str
    chart: Markup


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a dossier. `slug` is its anchor; `lead` says how to take it."""

    slug: str
    heading: str
    lead: str = ""
    groups: tuple[Group, ...] = ()
    figures: tuple[Figure, ...] = ()
    incidents: tuple[IncidentCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """A section of asserted events: those that pass the test and no earlier split's."""

    slug: str
    heading: str
    lead: str
    test: Callable[[Claim], bool]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a dossier is made of."""

    claims: Sequence[Claim]
    splits: Sequence[Split]
    series: Sequence[Series]
    cards: tuple[IncidentCard, ...]


_OTHER_SECTIONS = (
    (
        "habitual",
        "Told as a habit",
        "No single occasion is told, so none of it is an incident.",
        Modality.HABITUAL,
    ),
    (
        "planned",
        "Announced, expected and planned",
        "Said of the future. Nothing here has been told as done.",
        Modality.PLANNED,
    ),
    ("threatened", "Threatened", "", Modality.THREATENED),
    ("alleged", "Alleged", "The source keeps its distance.", Modality.ALLEGED),
    ("possible", "Spoken of as possible", "", Modality.HYPOTHETICAL),
    ("denied", "Denied", "What somebody says did not happen.", Modality.DENIED),
)


def sections_of(citations: Citations, scope: Scope) -> tuple[Section, ...]:
    """The sections that have anything in them, in the order of the page."""
    strengths = [claim for claim in scope.claims if isinstance(claim.body, Strength)]
    events = [claim for claim in scope.claims if isinstance(claim.body, Event)]
    sections = [_strength_section(citations, strengths, scope.series)]
    sections.append(
        Section("incidents", "Incidents", "Claims held to tell one happening.", incidents=scope.cards)
    )
    rest = [claim for claim in events if claim.modality is Modality.ASSERTED]
    for split in scope.splits:
        taken = [claim for claim in rest if split.test(claim)]
        rest = [claim for claim in rest if not split.test(claim)]
        sections.append(Section(split.slug, split.heading, split.lead, _by_type(citations, taken)))
    for slug, heading, lead, modality in _OTHER_SECTIONS:
        held = [claim for claim in events if claim.modality is modality]
        sections.append(Section(slug, heading, lead, _by_type(citations, held)))
    sections.append(
        Section("relations", "Relations and names", "", _relation_groups(citations, scope.claims))
    )
    return tuple(one for one in sections if one.groups or one.figures or one.incidents)


def _strength_section(citations: Citations, claims: Sequence[Claim], series: Sequence[Series]) -> Section:
    figures = []
    groups = (Group("", citations.lines(claims)),) if claims else ()
    for one in series:
        chart = ledger_chart(one, lambda claim: citations.note(claim).href)
        if chart:
            where = f" in {one.place}" if one.place else ""
            force = one.force[:1].upper() + one.force[1:]
            figures.append(Figure(f"{force}{where}, {one.unit}", chart))
    lead = "Men and means said to be in a place. What is announced or projected is drawn dashed."
    return Section("strength", "Forces and strength", lead, groups, tuple(figures))


def _by_type(citations: Citations, claims: Iterable[Claim]) -> tuple[Group, ...]:
    """Event claims by what kind of event they tell, the most frequent kind first, newest first within it."""
    kinds: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.body, Event):
            kinds[phrase_for(claim.body.type, None).label].append(claim)
    order = sorted(kinds, key=lambda label: (-len(kinds[label]), label))
    return tuple(Group(label, citations.lines(kinds[label])) for label in order)


_RELATION_HEADINGS = {
    RelationKind.ALIAS: "Names",
    RelationKind.PART_OF: "Part of",
    RelationKind.LED_BY: "Led by",
    RelationKind.SUCCEEDS: "Succession",
    RelationKind.ALLIED_WITH: "Allied",
    RelationKind.SUPPORTS: "Support",
    RelationKind.HOSTILE_TO: "Hostile",
    RelationKind.OPERATES_IN: "Where they operate",
    RelationKind.CONTROLS: "In control",
}


def _relation_groups(citations: Citations, claims: Iterable[Claim]) -> tuple[Group, ...]:
    kinds: dict[RelationKind, list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.body, Relation):
            kinds[claim.body.relation].append(claim)
    return tuple(
        Group(heading, citations.lines(kinds[kind]))
        for kind, heading in _RELATION_HEADINGS.items()
        if kinds[kind]
    )
