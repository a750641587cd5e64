"""What a dossier says of its actor from the registry: what it is, what it belonged to when, where to check that."""

from dataclasses import replace

from harmattan.model.world import Character, Membership
from harmattan.publish.contents import Contents
from harmattan.publish.dossiers import actor_dossier
from tests.publish.fixture import ACTORS, sahel


def test_facts_of_the_registry() -> None:
    data = sahel()
    actor = replace(
        ACTORS["ansar-dine"],
        character=Character.JIHADIST,
        memberships=(Membership("jnim", since=2017),),
        check="UCDP actor 1157",
    )
    data = replace(data, actors={**ACTORS, actor.id: actor})
    facts = {
        fact.label: [text for text, _ in fact.values]
        for fact in actor_dossier(Contents(data), actor.id).facts
    }
    assert facts["Kind"] == ["jihadist group"]
    assert facts["Where to check"] == ["UCDP actor 1157"]
    (parent,) = facts["Part of"]
    assert parent.endswith(" (since 2017)")
