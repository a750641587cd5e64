"""Incidents of a store: judged, given ids that last, and derived again whenever they are wanted."""

from __future__ import annotations

from datetime import UTC, datetime

from harmattan.model.world import Incident
from harmattan.resolution.incidents import incidents, judge
from harmattan.store.store import Store


def judge_incidents(store: Store) -> int:
    """Let the program judge all claims of the store, and mint ids for new incidents; how many there are now.

    Judging alike again writes nothing.
    """
    claims = store.claims()
    store.add_judgements(judge(claims, datetime.now(UTC)))
    minted = store.minted()
    found = incidents(claims, store.judgements(), minted)
    known = set(minted.values())
    store.mint({incident.claim_ids[0]: incident.id for incident in found if incident.id not in known})
    return len(found)


def derive_incidents(store: Store) -> list[Incident]:
    """The incidents that the store's claims and judgements make, as they stand now."""
    return incidents(store.claims(), store.judgements(), store.minted())
