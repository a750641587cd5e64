"""The codebook is PLOVER's sixteen types with their modes, and malformed data is refused by name."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from harmattan.errors import ReferenceError_
from harmattan.reference.codebook import Quad, load_codebook, parse_codebook

# Type: quad, recipient required, modes. From PLOVER_MANUAL.tex at commit 5e0c24f.
PLOVER = {
    "AGREE": ("verbal-cooperation", False, ""),
    "CONSULT": ("verbal-cooperation", False, "visit third-party multilateral phone"),
    "SUPPORT": ("verbal-cooperation", False, ""),
    "CONCEDE": ("verbal-cooperation", False, ""),
    "COOPERATE": ("material-cooperation", True, ""),
    "AID": ("material-cooperation", True, ""),
    "RETREAT": ("material-cooperation", False, "withdraw release disarm ceasefire access resign"),
    "REQUEST": ("verbal-conflict", False, "assist change yield meet"),
    "ACCUSE": ("verbal-conflict", False, "disapprove investigate allege"),
    "REJECT": ("verbal-conflict", False, "assist change yield meet"),
    "THREATEN": ("verbal-conflict", False, "restrict arrest relations expel territory violence"),
    "PROTEST": ("material-conflict", False, "demo riot strike hunger boycott obstruct vandalize"),
    "SANCTION": ("material-conflict", True, "convict expel withdraw discontinue"),
    "MOBILIZE": ("material-conflict", False, "troops weapons police militia"),
    "COERCE": (
        "material-conflict",
        False,
        "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    ),
    "ASSAULT": (
        "material-conflict",
        False,
        "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
        "heavy-weapons crowd-control unconventional",
    ),
}

GOOD: dict[str, Any] = {
    "version": "1",
    "types": {"AID": {"quad": "material-cooperation", "recipient": True, "definition": "Gives."}},
}


def changed(**fields: Any) -> dict[str, Any]:
    data = deepcopy(GOOD)
    data["types"]["AID"].update(fields)
    return data


def test_all_types_and_no_others() -> None:
    assert list(load_codebook().types) == list(PLOVER)


@pytest.mark.parametrize("name", PLOVER)
def test_type(name: str) -> None:
    quad, recipient, modes = PLOVER[name]
    found = load_codebook().types[name]
    assert (found.name, found.quad, found.recipient_required) == (name, Quad(quad), recipient)
    assert list(found.modes) == modes.split()
    lines = [found.definition, *found.modes.values()]
    assert all(line.endswith(".") and "\n" not in line and len(line) < 120 for line in lines)


def test_loaded_once_and_not_to_be_changed() -> None:
    assert load_codebook() is load_codebook()
    with pytest.raises(TypeError):
        load_codebook().types["WAR"] = load_codebook().types["AID"]  # type: ignore[index]


BAD = {
    "no version": {"types": GOOD["types"]},
    "no types": {"version": "1"},
    "unknown quad": changed(quad="material"),
    "recipient as a word": changed(recipient="yes"),
    "empty definition": changed(definition=""),
    "unknown field": changed(score=7),
    "mode without a line": changed(modes={"military": ""}),
    "missing quad": {"version": "1", "types": {"AID": {"recipient": True, "definition": "Gives."}}},
    "lower case": {"version": "1", "types": {"aid": GOOD["types"]["AID"]}},
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD.keys())
def test_malformed_data_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(ReferenceError_, match=r"codebook\.toml"):
        parse_codebook(data)


def test_well_formed_data_is_read() -> None:
    assert parse_codebook(GOOD).types["AID"].modes == {}
