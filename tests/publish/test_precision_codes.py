"""Precision in ACLED's and UCDP's numbers, as their codebooks have it."""

from __future__ import annotations

from datetime import date

import pytest

from harmattan.model.readings import Place, PlaceKind
from harmattan.model.text import Span
from harmattan.model.values import Period, Precision
from harmattan.publish.precision_codes import Codes, place_codes, time_codes

TIMES: list[tuple[str | None, str | None, int | None, int | None]] = [
    ("2021-03-03", "2021-03-03", 1, 1),
    ("2021-03-03", "2021-03-04", 2, 2),
    ("2021-03-03", "2021-03-08", 2, 2),
    ("2021-03-01", "2021-03-07", 2, 3),
    ("2021-03-01", "2021-03-08", 3, 4),
    ("2021-03-01", "2021-03-31", 3, 4),
    ("2021-04-01", "2021-06-30", None, 5),
    ("2020-01-01", "2020-12-31", None, 5),
    ("2020-01-01", "2021-12-31", None, None),
    ("2020-01-01", None, None, None),
    (None, "2020-01-01", None, None),
    (None, None, None, None),
]


@pytest.mark.parametrize(("first", "last", "acled", "ucdp"), TIMES)
def test_times(first: str | None, last: str | None, acled: int | None, ucdp: int | None) -> None:
    earliest, latest = (date.fromisoformat(day) if day else None for day in (first, last))
    assert time_codes(Period(earliest, latest, Precision.OPEN)) == Codes(acled, ucdp)


PLACES: list[tuple[PlaceKind | None, float | None, int | None, int | None, int | None]] = [
    (PlaceKind.POINT, None, None, 1, 1),
    (PlaceKind.AREA, 25.0, None, 2, 2),
    (PlaceKind.AREA, 12.5, None, 2, 2),
    (PlaceKind.AREA, 60.0, None, 3, 5),
    (PlaceKind.AREA, None, None, 3, 5),
    (PlaceKind.ADMIN, None, 2, 3, 3),
    (PlaceKind.ADMIN, None, 1, 3, 4),
    (PlaceKind.ADMIN, None, None, 3, None),
    (PlaceKind.COUNTRY, None, None, 3, 6),
    (PlaceKind.REGION, None, None, None, None),
    (None, None, None, None, None),
]


@pytest.mark.parametrize(("kind", "radius", "division", "acled", "ucdp"), PLACES)
def test_places(
    kind: PlaceKind | None, radius: float | None, division: int | None, acled: int | None, ucdp: int | None
) -> None:
    place = Place(Span(0, 4, "Gao?"), "Gao", kind=kind, radius_km=radius)
    assert place_codes(place, division) == Codes(acled, ucdp)
