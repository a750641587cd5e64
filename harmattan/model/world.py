"""What claims are about: actors known beforehand, places on the map, incidents we hold to have happened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from harmattan.model.readings import Number, PlaceKind
from harmattan.model.values import Count, Period


class ActorKind(StrEnum):
    """What sort of actor; a state's own forces are FORCES, a peacekeeping or training mission a MISSION."""

    STATE = "state"
    FORCES = "forces"
    GROUP = "group"
    MISSION = "mission"
    OPERATION = "operation"
    COMPANY = "company"
    ORGANISATION = "organisation"
    PERSON = "person"


class Character(StrEnum):
    """What sort of actor within its kind; `docs/registry.md` says which kinds have which."""

    GOVERNMENT = "government"
    """A state's, or the body of a junta that holds its place."""
    STATE_FORCE = "state force"
    POLICE = "police"
    """And gendarmeries, national guards and border guards."""
    INTELLIGENCE = "intelligence service"
    AUTHORITY = "de facto authority"
    """Governs a territory without being its recognised government."""
    EXILE = "government in exile"
    """Or a shadow government, which claims a country that others govern."""
    REBEL = "rebel group"
    """An armed group that fights a government, whatever its politics."""
    JIHADIST = "jihadist group"
    MILITIA = "militia"
    """Local, communal or beside a government; does not itself aim at one."""
    CRIMINAL = "criminal group"
    COALITION = "coalition"
    """Of armed groups or of states' forces."""
    COMPANY = "private military company"
    MISSION = "international mission"
    OPERATION = "operation"
    PARTY = "party"
    MOVEMENT = "movement"
    """Without arms of its own, and no party."""
    INTERGOVERNMENTAL = "intergovernmental organisation"
    NON_GOVERNMENTAL = "non-governmental organisation"
    OFFICE_HOLDER = "office holder"
    LEADER = "leader of a group"


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of an actor, and the years it was used, both included; None is open."""

    name: str
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """What an actor belongs to, and in which years, both included; None is open."""

    parent: str
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An entry of the registry.

    For example `aqim`: "al-Qaeda in the Islamic Maghreb", acronyms AQIM and AQMI, alias "GSPC" until 2007.
    """

    id: str
    name: str
    kind: ActorKind
    acronyms: tuple[str, ...] = ()
    aliases: tuple[Alias, ...] = ()
    parents: tuple[str, ...] = ()
    """Ids of the actors it belongs to, or once belonged to (`parents_in`)."""
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 codes: where it is from for a state's forces, where it is active for a group."""
    since: int | None = None
    until: int | None = None
    character: Character | None = None
    """A finer kind; None where nobody has said."""
    check: str = ""
    """Where the entry can be checked: "UCDP actor 539; UN Security Council 1267 list"."""
    memberships: tuple[Membership, ...] = ()
    """The years of those parents that it did not have all its time."""

    def parents_in(self, year: int | None) -> tuple[str, ...]:
        """Ids of the actors it belonged to in a year; without a year, all it ever belonged to."""
        return tuple(parent for parent in self.parents if year is None or self._belongs(parent, year))

    def _belongs(self, parent: str, year: int) -> bool:
        periods = [one for one in self.memberships if one.parent == parent]
        return not periods or any(
            (one.since is None or one.since <= year) and (one.until is None or year <= one.until)
            for one in periods
        )


@dataclass(frozen=True, slots=True)
class Location:
    """An entry of the gazetteer. `admin1` is the first-order division's name, for context."""

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    lat: float | None
    lon: float | None
    admin1: str | None = None
    population: int = 0
    feature: str | None = None
    """GeoNames' feature code where it is known: PPL a town, ADM1 and ADM2 divisions."""


class FigureStanding(StrEnum):
    """Whether a figure counts in an incident's joint one (docs/joining.md); all are kept."""

    COUNTS = "counts"
    SUPERSEDED = "superseded"
    """Whoever gave it gave another later."""
    COPIED = "copied"
    """Its report is a near-copy of one that gives the same."""
    REPEATED = "repeated"
    """Its report gives it more than once."""
    OF_ITS_OWN_DEED = "of its own deed"
    """Those who did it say how many they killed: it bounds the count and is never best beside another."""


@dataclass(frozen=True, slots=True)
class CasualtyReport:
    """Which claim gives which count."""

    claim_id: str
    number: Number
    teller: str = ""
    """Who gives it, in lower case: id or name of whom the claim is attributed to; else the outlet."""
    standing: FigureStanding = FigureStanding.COUNTS
    official: bool = False
    """Whether an office gives it: authorities, the United Nations, hospitals, rescuers."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A report that is a near-copy of another, by the ids of the two documents."""

    document_id: str
    original_id: str


@dataclass(frozen=True, slots=True)
class Incident:
    """A cluster of event claims held to tell one happening; derived from claims and judgements, never edited.

    `killed`, `wounded` and `abducted` are what its reports say together by the rule of docs/joining.md; who says which
    is in `killed_by_report` and the like. `dissent` are the ids of claims that deny it.
    """

    id: str
    """"i" and 16 hex digits, minted when it is first published; it stays with the earliest of its own claims."""
    claim_ids: tuple[str, ...]
    type: str
    mode: str | None
    period: Period | None
    place_ids: tuple[str, ...]
    countries: tuple[str, ...]
    actor_ids: tuple[str, ...]
    recipient_ids: tuple[str, ...]
    killed: Count | None
    wounded: Count | None
    abducted: Count | None
    killed_by_report: tuple[CasualtyReport, ...] = ()
    dissent: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()
    """Ids of incidents that were published apart and are one with this by now; they lead here."""
    wounded_by_report: tuple[CasualtyReport, ...] = ()
    abducted_by_report: tuple[CasualtyReport, ...] = ()
    sources: int = 0
    """How many outlets tell it in words of their own."""
    copies: tuple[Copy, ...] = ()
    """Reports that are not counted among the sources."""
