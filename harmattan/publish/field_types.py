"""What ACLED and UCDP would call an incident, as far as its type, its mode and the kinds of its two sides tell.

Nothing is guessed: an attack by and on somebody unknown has no name in either until it is known who they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from harmattan.model.readings import Event, Mention
from harmattan.model.world import ActorKind
from harmattan.publish.data import ActorLookup


@dataclass(frozen=True, slots=True)
class FieldType:
    """An incident's type by the names of the field; None where it is not known or has none."""

    event_type: str | None
    """ACLED's."""
    sub_event_type: str | None
    """ACLED's."""
    type_of_violence: int | None
    """UCDP's: 1 state-based, 2 non-state, 3 one-sided."""


class Side(StrEnum):
    """What a side of an incident is made of."""

    STATE = "state"
    ARMED = "armed"
    """Not a state's: groups, companies."""
    CIVILIAN = "civilian"


_SIDES = {
    ActorKind.STATE: Side.STATE,
    ActorKind.FORCES: Side.STATE,
    ActorKind.MISSION: Side.STATE,
    ActorKind.OPERATION: Side.STATE,
    ActorKind.GROUP: Side.ARMED,
    ActorKind.COMPANY: Side.ARMED,
}

CIVILIANS = frozenset(
    """civilian civilians villager villagers resident residents farmer farmers herder herders trader traders worshipper
    worshippers pupil pupils student students teacher teachers child children woman women people person persons
    passenger passengers miner miners worker workers refugee refugees journalist journalists pilgrim pilgrims
    guest guests tourist tourists shepherd shepherds fisherman fishermen shopkeeper shopkeepers nurse nurses""".split()
)
"""Last words of descriptions that mean people without arms."""
SOLDIERS = frozenset(
    """soldier soldiers troops army police policeman policemen policewomen gendarme gendarmes peacekeeper peacekeepers
    officer officers guardsman guardsmen""".split()
)
FIGHTERS = frozenset(
    """gunman gunmen militant militants jihadist jihadists insurgent insurgents rebel rebels fighter fighters terrorist
    terrorists militia militiaman militiamen extremist extremists bandit bandits assailant assailants attacker
    attackers mercenary mercenaries""".split()
)

_REMOTE = {
    "explosives": "Remote explosive/landmine/IED",
    "suicide-attack": "Suicide bomb",
    "aerial": "Air/drone strike",
    "drone": "Air/drone strike",
    "heavy-weapons": "Shelling/artillery/missile attack",
    "unconventional": "Chemical weapon",
}
_AGAINST_CIVILIANS = {"abduct": "Abduction/forced disappearance", "sexual": "Sexual violence"}
_PROTESTS = {"demo": ("Protests", None), "riot": ("Riots", None), "vandalize": ("Riots", None)}
_STRATEGIC = {
    ("COERCE", "arrest"): "Arrests",
    ("ASSAULT", "destroy"): "Looting/property destruction",
}


def sides_of(mentions: Iterable[Mention], actors: ActorLookup) -> frozenset[Side]:
    """What the mentions of one side are, as far as the registry or their own words tell."""
    return frozenset(side for mention in mentions if (side := _side(mention, actors)) is not None)


def _side(mention: Mention, actors: ActorLookup) -> Side | None:
    known = actors.get(mention.actor) if mention.actor else None
    words = mention.name.split()
    head = words[-1].casefold() if words else ""
    if head in CIVILIANS:
        return Side.CIVILIAN
    if known is not None:
        return _SIDES.get(known.kind)
    if head in SOLDIERS:
        return Side.STATE
    return Side.ARMED if head in FIGHTERS else None


def field_type(kind: tuple[str, str | None], events: Sequence[Event], actors: ActorLookup) -> FieldType:
    """What the field calls an incident of this PLOVER type and mode that these events tell."""
    acting = sides_of((one for event in events for one in event.actor), actors)
    upon = sides_of(
        (one for event in events for one in (*event.recipient, *event.victim, *event.target)), actors
    )
    deadly = any(event.killed is not None for event in events)
    event_type, sub_event_type = _acled(kind, acting, upon)
    return FieldType(event_type, sub_event_type, _ucdp(kind, acting, upon) if deadly else None)


def _acled(
    kind: tuple[str, str | None], acting: frozenset[Side], upon: frozenset[Side]
) -> tuple[str | None, str | None]:
    type_, mode = kind
    if type_ == "PROTEST":
        return _PROTESTS.get(mode or "", ("Protests", None))
    if kind in _STRATEGIC:
        return "Strategic developments", _STRATEGIC[type_, mode or ""]
    if type_ in ("RETREAT", "MOBILIZE"):
        return "Strategic developments", None
    if type_ != "ASSAULT":
        return None, None
    if mode in _REMOTE:
        return "Explosions/Remote violence", _REMOTE[mode]
    if mode in _AGAINST_CIVILIANS and upon <= {Side.CIVILIAN}:
        return "Violence against civilians", _AGAINST_CIVILIANS[mode]
    if upon == {Side.CIVILIAN}:
        return "Violence against civilians", "Attack"
    armed = {Side.STATE, Side.ARMED}
    if acting & armed and upon & armed:
        return "Battles", "Armed clash"
    return None, None


def _ucdp(kind: tuple[str, str | None], acting: frozenset[Side], upon: frozenset[Side]) -> int | None:
    if kind[0] != "ASSAULT":
        return None
    if upon == {Side.CIVILIAN}:
        return 3 if acting & {Side.STATE, Side.ARMED} else None
    if {Side.STATE, Side.ARMED} <= acting | upon and acting and upon:
        return 1
    return 2 if acting == upon == {Side.ARMED} else None
