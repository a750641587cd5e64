"""Where a source is at home: a town's newspaper means its own town by a name that a hundred towns bear.

A home is learnt from the texts of a source alone, nothing else is known of it: the place around which the
towns that its reports name lie closest together. It is an input of linking like the gazetteer, so that a document is
still linked the same way whatever else is read beside it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from harmattan.model.readings import PlaceKind
from harmattan.model.world import Location
from harmattan.resolution.places.distance import distance_km
from harmattan.resolution.places.ranker import Group

HOME_KM = 60.0
"""Towns this near to one another are one home: a county and its neighbours."""
LEAST_DOCUMENTS = 1.5
"""Sum of the beliefs, one a document, that a town there is named: two documents, if neither is quite sure."""
LEAST_SHARE = 0.3
"""Part of a source's documents that must."""

Homes = Mapping[str, Location]
"""Home by source."""


def learn_homes(documents: Iterable[tuple[str, Sequence[Group]]]) -> dict[str, Location]:
    """Homes from documents, each given as its source and the weighed names of its text.

    Every document has one voice, divided among the towns it is believed to name. Sources that are at home nowhere
    in particular (an agency, a national paper) get none.
    """
    voices: dict[str, list[dict[Location, float]]] = defaultdict(list)
    for source, groups in documents:
        voice: dict[Location, float] = {}
        for group in groups:
            for place, belief in zip(group.candidates, group.beliefs, strict=True):
                if place.lat is not None and _is_small(place):
                    voice[place] = max(voice.get(place, 0.0), belief)
        voices[source].append(voice)
    found = {source: _home(heard) for source, heard in sorted(voices.items())}
    return {source: home for source, home in found.items() if home is not None}


def _is_small(place: Location) -> bool:
    return place.kind is PlaceKind.POINT or place.feature == "ADM2"


def _home(voices: Sequence[Mapping[Location, float]]) -> Location | None:
    mass: Counter[Location] = Counter()
    for voice in voices:
        mass.update(voice)
    likely = sorted(mass, key=lambda place: (-mass[place], place.id))[:200]
    best: tuple[float, float, str] | None = None
    home: Location | None = None
    for place in likely:
        near = [other for other in likely if distance_km(place, other) <= HOME_KM]
        spoken = [max((voice.get(other, 0.0) for other in near), default=0.0) for voice in voices]
        rank = (math.fsum(spoken), mass[place], place.id)
        if best is None or rank > best:
            best, home = rank, place
    if best is None or best[0] < max(LEAST_DOCUMENTS, LEAST_SHARE * len(voices)):
        return None
    return home
