"""Why a claim tells of no happening that could be an incident."""

from __future__ import annotations

from harmattan.model.claims import Claim
from harmattan.model.readings import Event, Modality
from harmattan.resolution.incidents.joint import KINDS, is_candidate

_MODALITIES = {
    Modality.PLANNED: "it is planned, and not told as having happened",
    Modality.THREATENED: "it is threatened, and not told as having happened",
    Modality.HYPOTHETICAL: "it is spoken of as possible, and not told as having happened",
    Modality.HABITUAL: "it happens again and again, and no single occasion is told",
}


def no_happening(claim: Claim) -> str | None:
    """Why a claim is in no incident whatever else is told; None where it could be in one.

    >>> no_happening(claim)  # "France has 5,000 troops in Mali"
    'it tells of a strength, and incidents are made of events'
    """
    if is_candidate(claim):
        return None
    event = claim.body
    if not isinstance(event, Event):
        return f"it tells of a {claim.kind.value}, and incidents are made of events"
    if event.type not in KINDS:
        return f"{event.type} is words or dealings, and not a thing seen at a place"
    return _MODALITIES.get(claim.modality, f"it is {claim.modality.value}, and not told as having happened")
