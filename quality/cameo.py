"""CAMEO's codes as PLOVER's types, after `CAMEO2PLOVER-2021.txt` of openeventdata/PLOVER and its traps."""

from __future__ import annotations

ROOTS = {
    "03": "AGREE",
    "04": "CONSULT",
    "05": "SUPPORT",
    "06": "COOPERATE",
    "07": "AID",
    "08": "CONCEDE",
    "09": "ACCUSE",
    "10": "REQUEST",
    "11": "ACCUSE",
    "12": "REJECT",
    "13": "THREATEN",
    "14": "PROTEST",
    "15": "MOBILIZE",
    "16": "SANCTION",
    "17": "COERCE",
    "18": "ASSAULT",
    "19": "ASSAULT",
    "20": "ASSAULT",
}
"""A code's first two digits to a type. 01 (statements) and 02 (appeals) have no type of their own in the mapping."""

EXCEPTIONS = {
    "0813": "RETREAT",
    "0814": "RETREAT",
    "084": "RETREAT",
    "085": "RETREAT",
    "086": "RETREAT",
    "087": "RETREAT",
    "163": "COERCE",
    "1712": "ASSAULT",
    "175": "ASSAULT",
    "191": "COERCE",
    "192": "COERCE",
}
"""Longer beginnings of a code that go elsewhere than their root."""

UNTYPED = frozenset(["01", "02"])

LARGEST = {
    "01": 9, "02": 8, "03": 9, "04": 6, "05": 7, "06": 4, "07": 5, "08": 7, "09": 4, "10": 8,
    "11": 6, "12": 9, "13": 9, "14": 5, "15": 5, "16": 6, "17": 6, "18": 6, "19": 6, "20": 4,
}  # fmt: skip
"""The last third digit that each root has in CAMEO 1.1b3."""

EARLIER = {
    "DEMAND": "REQUEST",
    "YIELD": "CONCEDE",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "SEIZE": "COERCE",
}
"""What types of the first drafts of PLOVER are called now."""


def is_cameo(code: str) -> bool:
    """Whether CAMEO has such a code: three or four digits under a root that reaches so far."""
    known = code.isdigit() and len(code) in (3, 4) and code[:2] in LARGEST
    return known and int(code[2]) <= LARGEST[code[:2]]


def plover_type(code: str) -> str | None:
    """The PLOVER type of a CAMEO code; None for statements and appeals, which PLOVER does not map."""
    for length in (4, 3):
        if code[:length] in EXCEPTIONS:
            return EXCEPTIONS[code[:length]]
    return ROOTS.get(code[:2])
