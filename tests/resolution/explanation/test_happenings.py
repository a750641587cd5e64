"""Claims that tell of no happening say why, and no others do."""

from __future__ import annotations

import pytest

from harmattan.model.claims import Claim
from harmattan.model.readings import Modality
from harmattan.resolution.explanation.happenings import no_happening
from harmattan.resolution.incidents.joint import is_candidate
from tests.publish.fixture import CLAIMS
from tests.resolution.told import told

CASES: list[tuple[Claim, str | None]] = [
    (told(), None),
    (told(modality=Modality.DENIED), None),
    (told(day=None), None),
    (told(place=None), None),
    (told(type="CONSULT"), "CONSULT is words or dealings, and not a thing seen at a place"),
    (told(modality=Modality.PLANNED), "it is planned, and not told as having happened"),
    (told(modality=Modality.THREATENED), "it is threatened, and not told as having happened"),
    (told(modality=Modality.HYPOTHETICAL), "it is spoken of as possible, and not told as having happened"),
    (told(modality=Modality.HABITUAL), "it happens again and again, and no single occasion is told"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "reason"), CASES)
def test_cases(claim: Claim, reason: str | None) -> None:
    assert no_happening(claim) == reason


def test_what_has_no_reason_is_what_is_compared() -> None:
    for claim in CLAIMS:
        assert (no_happening(claim) is None) == is_candidate(claim)
    strength = next(claim for claim in CLAIMS if claim.kind.value == "strength")
    assert no_happening(strength) == "it tells of a strength, and incidents are made of events"
