"""What a store holds: judged, published under ids that last, and derived again whenever it is wanted."""

from __future__ import annotations

from datetime import UTC, datetime

from harmattan.model.judgements import Holder
from harmattan.model.world import Incident
from harmattan.resolution.incidents.joint import judge
from harmattan.resolution.judgements.derivation import Held, Memory, derive
from harmattan.store.store import Store


def judge_incidents(store: Store) -> Held:
    """Let the program judge all claims of the store, and publish what is held then.

    Judging alike again writes nothing.
    """
    store.add_judgements(judge(store.claims(), datetime.now(UTC)))
    return publish(store)


def publish(store: Store) -> Held:
    """What is held now; ids of incidents that are new, and where retired ids lead, are remembered from here on."""
    held = derive(remembered(store))
    if held.to_publish or held.to_redirect:
        store.publish(held.to_publish, held.to_redirect)
    return held


def derive_incidents(store: Store) -> list[Incident]:
    """The incidents that the store's claims and judgements make, as they stand now."""
    return derive(remembered(store)).incidents


def remembered(store: Store) -> Memory:
    """All that the store remembers, as far as it bears on what is held.

    What speaks of claims is read before the claims: while a run writes, nothing must seem to be gone that only came
    later.
    """
    published, redirects, judgements = store.published(), store.redirects(), store.judgements()
    claims = store.claims()
    spoken_of = {claim for _, claim in published}
    for judgement in judgements:
        if judgement.holder is Holder.ANALYST:
            spoken_of.update(judgement.sides)
    spoken_of -= {claim.id for claim in claims}
    return Memory(claims, judgements, store.claims_by_id(spoken_of), published, redirects)
