"""Who speaks of himself in a report: "our troops" in a communiqué are those of whoever published it."""

from __future__ import annotations

import re

from harmattan.model.readings import Mention
from harmattan.model.world import ActorKind
from harmattan.reference.actors import Registry
from harmattan.resolution.actors.meaning import Meaning
from harmattan.resolution.actors.owners import Owners
from harmattan.resolution.actors.phrases import MEMBERS
from harmattan.resolution.context import Context

_OUR = re.compile(r"\bour (?:own |brave |heroic )?$", re.IGNORECASE)
_BEFORE = 16
_OFFICES = frozenset(
    """the of for and statement statements communiqué communique note spokesman spokesperson spokeswoman bulletin media
    office press service centre center central command general website channel wing release information""".split()
)
"""Words beside a name in what a source is called that leave it the one whose name it is."""
_WORD = re.compile(r"[^\W_]+")
_ARMED = frozenset((ActorKind.GROUP, ActorKind.FORCES, ActorKind.MISSION, ActorKind.OPERATION))
_MEN = MEMBERS | frozenset("positions camps".split())


class Publishers:
    """Tells whose men "our men" are; keeps nothing."""

    def __init__(self, registry: Registry, owners: Owners) -> None:
        self._registry = registry
        self._owners = owners

    def meaning(self, mention: Mention, context: Context) -> Meaning | None:
        """Of "our fighters" who published the report, where its source is called after an armed actor."""
        if not context.source or not _is_ours(mention, context.text):
            return None
        source = context.source
        for start, end, found in self._owners.within(source, context):
            actor = self._registry.get(found.actor or "")
            rest = {word.lower() for word in _WORD.findall(f"{source[:start]} {source[end:]}")}
            if actor is not None and actor.kind in _ARMED and rest <= _OFFICES:
                return Meaning(actor.id, f"“our” in a text of “{source}”: {found.reason}")
        return None


def _is_ours(mention: Mention, text: str) -> bool:
    words = mention.span.quote.lower().split()
    if words[:1] == ["our"]:
        return words[-1] in _MEN
    before = text[max(0, mention.span.start - _BEFORE) : mention.span.start]
    own = words[:1] == ["own"] and len(words) > 1
    return bool(_OUR.search(before)) and (words[-1] in _MEN) and (own or len(words) <= 3)
