"""What the claims of one incident say together: the rule of docs/joining.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from harmattan.model.readings import Event, Number, PlaceKind
from harmattan.model.values import Period, Precision
from harmattan.model.world import Copy, Incident
from harmattan.resolution.incidents.accounts import Account
from harmattan.resolution.incidents.copies import copies, independent
from harmattan.resolution.incidents.tolls import figures, together

BURNING = "destroy"
"""The mode of what is burnt and looted; an incident of which somebody tells dead is not called after it."""


def state(incident_id: str, telling: Sequence[Account], denying: Sequence[Account]) -> Incident:
    """The joint statement of accounts that tell an incident, the earliest first, and of those that deny it."""
    copied = copies(telling)
    own = [told for told in telling if told.text not in copied] or list(telling)
    type_ = _most_frequent(told.event.type for told in telling)[0]
    killed = any(told.event.killed is not None and told.event.mode != BURNING for told in telling)
    modes = _most_frequent(
        told.event.mode
        for told in telling
        if told.event.mode and told.event.type == type_ and not (told.event.mode == BURNING and killed)
    )
    return Incident(
        id=incident_id,
        claim_ids=tuple(told.claim.id for told in telling),
        type=type_,
        mode=modes[0] if modes else None,
        period=common_period([told.event.time.period for told in telling if told.period and told.event.time]),
        place_ids=_place_ids(own),
        countries=_most_frequent(
            place.country for told in own for place in told.event.place if place.country
        ),
        actor_ids=_most_frequent(actor for told in telling for actor in told.actor.ids),
        recipient_ids=_most_frequent(actor for told in telling for actor in told.recipient.ids),
        killed=together(telling, _killed, copied),
        wounded=together(telling, _wounded, copied),
        abducted=together(telling, _abducted, copied),
        killed_by_report=figures(telling, _killed, copied),
        wounded_by_report=figures(telling, _wounded, copied),
        abducted_by_report=figures(telling, _abducted, copied),
        dissent=tuple(told.claim.id for told in denying),
        sources=independent(telling, copied),
        copies=tuple(Copy(copy, original) for copy, original in sorted(copied.items())),
    )


def _killed(event: Event) -> Number | None:
    return event.killed


def _wounded(event: Event) -> Number | None:
    return event.wounded


def _abducted(event: Event) -> Number | None:
    return event.abducted


def _most_frequent(values: Iterable[str]) -> tuple[str, ...]:
    """Each value once, the most frequent first, then by name."""
    counted = Counter(values)
    return tuple(sorted(counted, key=lambda value: (-counted[value], value)))


def _place_ids(telling: Sequence[Account]) -> tuple[str, ...]:
    """The most specific places that any report gives: towns before provinces before countries.

    A place in a country that fewer reports name than another is left out: one of the two was taken for a namesake.
    """
    countries = Counter(
        country for told in telling for country in {place.country for place in told.event.place} if country
    )
    most = max(countries.values(), default=0)
    ranks = ((PlaceKind.POINT,), (PlaceKind.AREA, PlaceKind.ADMIN), (PlaceKind.COUNTRY, PlaceKind.REGION))
    for kinds in ranks:
        ids = [
            place.id
            for told in telling
            for place in told.event.place
            if place.id
            and place.kind in kinds
            and (place.country is None or countries[place.country] == most)
        ]
        if ids:
            return _most_frequent(ids)
    return ()


def common_period(periods: Sequence[Period]) -> Period | None:
    """When it happened, by reports that may differ: no more precise than the words of any of them.

    The narrowest where no other contradicts it ("3 March" and "March"). Where some do, the stretch from the earliest to
    the latest of those that none more precise lies in ("3 March", "4 March" and "March": 3 to 4 March).
    """
    if not periods:
        return None
    closed = {
        (period.earliest, period.latest): period for period in periods if period.earliest and period.latest
    }
    if not closed:
        return min(periods, key=lambda period: (period.earliest or date.min, period.latest or date.max))
    precise = [
        (start, end, period)
        for (start, end), period in closed.items()
        if not any((start, end) != other and start <= other[0] and other[1] <= end for other in closed)
    ]
    _, _, narrowest = min(precise, key=lambda item: (item[1] - item[0], item[0], item[2].precision))
    if all(period.overlaps(narrowest) for period in periods):
        return narrowest
    first, last = min(start for start, _, _ in precise), max(end for _, end, _ in precise)
    return Period(first, last, Precision.OPEN) if len(precise) > 1 else narrowest
