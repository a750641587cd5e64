"""What ACLED and UCDP would call an incident, where the sides are known, and nothing where they are not."""

from __future__ import annotations

import pytest

from harmattan.model.readings import Event, Mention, Number
from harmattan.model.text import Span
from harmattan.model.values import Count
from harmattan.model.world import Actor, ActorKind
from harmattan.publish.field_types import field_type

ACTORS = {
    "jnim": Actor("jnim", "JNIM", ActorKind.GROUP),
    "isgs": Actor("isgs", "ISGS", ActorKind.GROUP),
    "army": Actor("army", "the army", ActorKind.FORCES),
    "wagner": Actor("wagner", "Wagner", ActorKind.COMPANY),
}

CASES: list[tuple[str, str, str, bool, str | None, str | None, int | None]] = [
    # type/mode, who acts, upon whom, any dead, ACLED's two names, UCDP's type
    ("ASSAULT", "jnim", "army", True, "Battles", "Armed clash", 1),
    ("ASSAULT", "jnim", "army", False, "Battles", "Armed clash", None),
    ("ASSAULT", "army", "gunmen", True, "Battles", "Armed clash", 1),
    ("ASSAULT", "jnim", "isgs", True, "Battles", "Armed clash", 2),
    ("ASSAULT", "jnim", "12 villagers", True, "Violence against civilians", "Attack", 3),
    ("ASSAULT", "gunmen", "farmers", True, "Violence against civilians", "Attack", 3),
    ("ASSAULT", "army;wagner", "civilians", True, "Violence against civilians", "Attack", 3),
    ("ASSAULT", "", "villagers", True, "Violence against civilians", "Attack", None),
    ("ASSAULT", "jnim", "soldiers;villagers", True, "Battles", "Armed clash", 1),
    ("ASSAULT", "jnim", "the village", True, None, None, None),
    ("ASSAULT", "", "", True, None, None, None),
    ("ASSAULT/explosives", "", "", True, "Explosions/Remote violence", "Remote explosive/landmine/IED", None),
    ("ASSAULT/drone", "army", "jnim", True, "Explosions/Remote violence", "Air/drone strike", 1),
    ("ASSAULT/suicide-attack", "", "soldiers", True, "Explosions/Remote violence", "Suicide bomb", None),
    ("ASSAULT/abduct", "jnim", "teachers", False, "Violence against civilians", "Abduction/forced disappearance", None),
    ("ASSAULT/destroy", "jnim", "", False, "Strategic developments", "Looting/property destruction", None),
    ("COERCE/arrest", "army", "", False, "Strategic developments", "Arrests", None),
    ("COERCE/seize", "jnim", "", False, None, None, None),
    ("RETREAT/withdraw", "army", "", False, "Strategic developments", None, None),
    ("MOBILIZE/troops", "army", "", False, "Strategic developments", None, None),
    ("PROTEST/demo", "", "", False, "Protests", None, None),
    ("PROTEST/riot", "", "", False, "Riots", None, None),
    ("PROTEST", "", "", False, "Protests", None, None),
]  # fmt: skip


def mentions(names: str) -> tuple[Mention, ...]:
    return tuple(
        Mention(Span(0, len(name), name), name, name if name in ACTORS else None)
        for name in names.split(";")
        if name
    )


@pytest.mark.parametrize(("kind", "who", "whom", "deadly", "event_type", "sub", "violence"), CASES)
def test_names_of_the_field(
    kind: str,
    who: str,
    whom: str,
    deadly: bool,
    event_type: str | None,
    sub: str | None,
    violence: int | None,
) -> None:
    type_, _, mode = kind.partition("/")
    killed = Number(Span(0, 1, "3"), Count.exactly(3)) if deadly else None
    event = Event(type_, mode or None, Span(0, 1, "x"), mentions(who), mentions(whom), killed=killed)
    found = field_type((type_, mode or None), [event], ACTORS)
    assert (found.event_type, found.sub_event_type, found.type_of_violence) == (event_type, sub, violence)
