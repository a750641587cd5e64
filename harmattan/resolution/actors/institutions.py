"""What every country has one of: "the army", "the junta", "the foreign ministry" of the country of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from harmattan.reference.described import GOVERNMENT_MODIFIERS


class Body(StrEnum):
    """What of a state an institution is."""

    FORCES = "forces"
    GOVERNMENT = "government"


_FORCES = frozenset("army military navy military's armies".split())
MEN = frozenset("forces troops soldiers units servicemen".split())
"""Those of a state who are its armed forces."""
_FORCES_MODIFIERS = frozenset(
    """national regular federal government armed security loyalist regime state air defence defense army republican
    royal""".split()
)
_FORCES_PHRASES = frozenset(
    (
        "air force",
        "general staff",
        "high command",
        "army command",
        "army spokesman",
        "army spokeswoman",
        "military spokesman",
        "military spokeswoman",
        "armed forces general staff",
        "army chief of staff",
        "army chief",
        "chief of staff",
        "chief of the general staff",
    )
)
_GOVERNMENT = frozenset(
    """government junta authorities presidency president premier minister ministry parliament police gendarmerie cabinet
    regime rulers senate""".split()
)
_GOVERNMENT_PHRASES = frozenset(("government spokesman", "government spokeswoman", "head of state"))
_MODIFIERS = (
    GOVERNMENT_MODIFIERS | frozenset("elected internationally recognised health information".split())
) - {
    "former",
    "local",
    "regional",
    "provincial",
}
LOYAL_TROOPS = frozenset(
    (
        "government forces",
        "government troops",
        "government soldiers",
        "army soldiers",
        "army troops",
        "federal troops",
        "federal forces",
        "federal soldiers",
        "regime forces",
        "loyalist forces",
    )
)
"""Said of one side of a war, with or without an article."""
_SOLDIERS = frozenset("soldiers soldier troops servicemen paratroopers conscripts".split())
_POLICE = frozenset("police policemen policeman gendarmes gendarme".split())
_UNTOLD = frozenset(
    """a an the one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen dozens
    hundreds thousands scores several some many more than at least about around nearly almost over up to of other dead
    wounded injured killed missing captured additional further and off-duty these those all most both or""".split()
)
_MASS = 500
OF_EVERY_STATE = frozenset("ministry minister staff".split())
"""What of another state is also called without its country where that state was named before."""
_COUNT = re.compile(r"\d[\d,.]*|[a-z]+-[a-z]+")


def men_untold(words: Sequence[str]) -> Body | None:
    """What of a state men are of whom nothing is told but how many, and whose they are not: "four soldiers".

    >>> men_untold("at least four soldiers".split()), men_untold("mutinous soldiers".split())
    (<Body.FORCES: 'forces'>, None)
    """
    if words[-2:] == ["police", "officers"] or words[-2:] == ["police", "officer"]:
        *modifiers, head = *words[:-2], "police"
    else:
        *modifiers, head = words
    if not all(word in _UNTOLD or (_COUNT.fullmatch(word) and _is_number(word)) for word in modifiers):
        return None
    if head in _SOLDIERS:
        return Body.FORCES
    return Body.GOVERNMENT if head in _POLICE and words != ["police"] else None


def is_mass(words: Sequence[str]) -> bool:
    """Whether so many men are meant that it is a force's strength, which may be anybody's: "13,000 soldiers"."""
    numbers = [
        int(word.replace(",", "").split(".")[0])
        for word in words
        if word[:1].isdigit() and word[-1:].isdigit()
    ]
    return any(number >= _MASS for number in numbers) or not {"thousand", "thousands"}.isdisjoint(words)


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or all(part in _UNTOLD for part in word.split("-"))


OFFICES = frozenset("president premier minister".split())
"""Heads that are a person's."""
TITLES = {
    "foreign secretary": ("GB", "IN", "PK"),
    "home secretary": ("GB", "IN"),
    "defence secretary": ("GB", "IN", "PK"),
    "defense secretary": ("US", "PH"),
    "secretary of state": ("US",),
    "secretary of defense": ("US",),
    "foreign office": ("GB",),
    "state department": ("US",),
    "defense department": ("US",),
    "department of defense": ("US",),
}
"""Offices by names that few countries give them, and those countries."""


def titled(words: Sequence[str]) -> tuple[str, ...]:
    """The countries that have an office with which lower-case words begin; () where every country may."""
    for count in (3, 2):
        known = TITLES.get(" ".join(words[:count]))
        if known:
            return known
    return ()


HEADS = (
    _FORCES
    | _GOVERNMENT
    | MEN
    | frozenset(phrase.split()[-1] for phrase in (*_FORCES_PHRASES, *_GOVERNMENT_PHRASES, *TITLES))
)
"""Words in which such a phrase ends."""


def institution(words: Sequence[str]) -> Body | None:
    """What of a state lower-case words mean without their article, None where they mean something else.

    >>> institution("transitional government".split()), institution("rebel army".split())
    (<Body.GOVERNMENT: 'government'>, None)
    """
    if not words:
        return None
    phrase, (*modifiers, head) = " ".join(words), words
    if phrase in _FORCES_PHRASES:
        return Body.FORCES
    if phrase in _GOVERNMENT_PHRASES or phrase in TITLES:
        return Body.GOVERNMENT
    if head in _FORCES and all(word in _FORCES_MODIFIERS for word in modifiers):
        return Body.FORCES
    if head in MEN and modifiers and all(word in _FORCES_MODIFIERS for word in modifiers):
        return Body.FORCES
    if head in _GOVERNMENT and all(word in _MODIFIERS for word in modifiers):
        return Body.GOVERNMENT
    return None
