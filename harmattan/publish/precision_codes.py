"""How precise a time and a place are, in the codes of the two data sets that analysts know: ACLED's and UCDP's.

ACLED's codebook has three steps of each and codes nothing coarser: a day, a week, a month; a town, the surroundings of
a town, a region. UCDP GED's has five steps of time and seven of place. What fits none of the steps has no code.
"""

from __future__ import annotations

from dataclasses import dataclass

from harmattan.model.readings import Place, PlaceKind
from harmattan.model.values import Period

AROUND_KM = 25.0
"""UCDP's second step: "within a radius of about 25 km of a known point"."""


@dataclass(frozen=True, slots=True)
class Codes:
    """A precision in each data set's own numbers, 1 the finest; None where it has none for it."""

    acled: int | None
    ucdp: int | None


def time_codes(period: Period) -> Codes:
    """ACLED's `time_precision` and UCDP GED's `date_prec`, by how many days a period covers.

    UCDP: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year. ACLED: 1 a day, 2 a week, 3 a month.
    """
    if period.earliest is None or period.latest is None:
        return Codes(None, None)
    days = (period.latest - period.earliest).days + 1
    acled = next((code for code, most in ((1, 1), (2, 7), (3, 31)) if days <= most), None)
    ucdp = next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31), (5, 366)) if days <= most), None)
    return Codes(acled, ucdp)


def place_codes(place: Place, division: int | None = None) -> Codes:
    """ACLED's `geo_precision` and UCDP GED's `where_prec` of a place; `division` is its order, 1 or 2, if it is one.

    UCDP: 1 the place itself, 2 within 25 km of it, 3 a second-order division, 4 a first-order one, 5 an area without
    bounds of its own ("northern Mali"), 6 a country. ACLED: 1 the place, 2 near it, 3 a larger region.
    """
    match place.kind:
        case PlaceKind.POINT:
            return Codes(1, 1)
        case PlaceKind.AREA:
            near = place.radius_km is not None and place.radius_km <= AROUND_KM
            return Codes(2, 2) if near else Codes(3, 5)
        case PlaceKind.ADMIN:
            return Codes(3, {1: 4, 2: 3}.get(division or 0))
        case PlaceKind.COUNTRY:
            return Codes(3, 6)
    return Codes(None, None)  # a region that spans countries, or a name that no gazetteer has
