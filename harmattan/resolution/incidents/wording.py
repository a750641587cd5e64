"""How the words of a place are built: a direction, a name, and what kind of place it says it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from harmattan.model.readings import PlaceKind

_BEARING = {
    "north": "north",
    "northern": "north",
    "far-north": "north",
    "northernmost": "north",
    "south": "south",
    "southern": "south",
    "southernmost": "south",
    "east": "east",
    "eastern": "east",
    "easternmost": "east",
    "west": "west",
    "western": "west",
    "westernmost": "west",
    "northeast": "northeast",
    "northeastern": "northeast",
    "northwest": "northwest",
    "northwestern": "northwest",
    "southeast": "southeast",
    "southeastern": "southeast",
    "southwest": "southwest",
    "southwestern": "southwest",
    "center": "centre",
    "centre": "centre",
    "central": "centre",
}
_COMPOUND = re.compile(r"^(north|south|east|west)[- ](east|west|eastern|western)(?=$|\s)", re.IGNORECASE)

KINDS = {
    **dict.fromkeys(
        """region regions province provinces state governorate governorates cercle prefecture oblast department county
        district commune municipality division voivodeship wilaya wilayah subdistrict sub-district raion territory
        territories states districts counties departments communes municipalities prefectures cercles""".split(),
        PlaceKind.ADMIN,
    ),
    **dict.fromkeys(
        """village villages town towns city cities hamlet camp base airport airfield port checkpoint suburb
        neighbourhood""".split(),
        PlaceKind.POINT,
    ),
    **dict.fromkeys(
        """desert valley forest basin reserve park island islands peninsula mountains highlands area plateau hills plain
        plains strip""".split(),
        PlaceKind.AREA,
    ),
}
_KIND_OF = re.compile(r"^(?:the\s+)?(?P<kind>[a-z-]+)\s+of\s+(?:the\s+)?(?P<name>\S.*)$", re.IGNORECASE)
_BEARING_OF = re.compile(
    r"^(?:the\s+)?(?:far\s+|extreme\s+)?(?P<bearing>[a-z-]+)\s+(?:part\s+)?of\s+(?:the\s+)?(?P<name>\S.*)$",
    re.IGNORECASE,
)
_OWNED_BEARING = re.compile(
    r"^(?P<name>.+?)['’]s\s+(?:far\s+|restive\s+|remote\s+)?(?P<bearing>[\w-]+)$", re.IGNORECASE
)
_BARE = re.compile(
    r"^(?:the\s+)?(?:(?:whole\s+)?country['’]s\s+|nation['’]s\s+)?(?-i:far\s+|restive\s+|remote\s+|desert\s+)?(?P<bearing>[\w-]+)(?:\s+of\s+the\s+country)?$",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"^(?:far|upper|lower|greater|inner|rural|coastal)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """ "northwestern Syria" is northwest of Syria; "the Gao region" is Gao, an admin; "the north" has no name."""

    name: str
    """Without direction, kind and article; empty for a bare direction."""
    whole: str = ""
    """With its direction, without kind and article: "South Kivu" of "the South Kivu province"."""
    bearing: str | None = None
    """One of eight winds, or "centre"."""
    kind: PlaceKind | None = None
    """What the words say it is."""


def bearing(word: str) -> str | None:
    """A word of direction as one of the winds or "centre": "north-eastern" is "northeast"."""
    lowered = word.lower()
    return _BEARING.get(lowered) or _BEARING.get(lowered.replace("-", ""))


def _without_article(text: str) -> str:
    return text[4:].lstrip() if text[:4].lower() == "the " else text


def _leading_bearing(text: str) -> tuple[str | None, str]:
    """The direction that a text begins with, and the rest of it."""
    compound = _COMPOUND.match(text)
    if compound and compound.end() < len(text):
        found = bearing(compound[1] + compound[2])
        return found, text[compound.end() :].lstrip()
    first, _, rest = text.partition(" ")
    found = bearing(first)
    return (found, rest.lstrip()) if found and rest else (None, text)


def _trailing_kind(text: str) -> tuple[PlaceKind | None, str]:
    head, _, last = text.rpartition(" ")
    kind = KINDS.get(last.lower())
    return (kind, head) if kind and head else (None, text)


@lru_cache(maxsize=4096)
def read_wording(text: str) -> Wording:
    """Take the words of a place apart."""
    words = " ".join(text.split())
    bare = _BARE.match(words)
    if bare and (found := bearing(bare["bearing"])):
        return Wording("", bearing=found)
    for pattern in (_OWNED_BEARING, _BEARING_OF):
        match = pattern.match(words)
        if match and (found := bearing(match["bearing"])):
            return Wording(_without_article(match["name"]), bearing=found)
    match = _KIND_OF.match(words)
    if match and (kind := KINDS.get(match["kind"].lower())):
        name = _without_article(match["name"])
        return Wording(name, name, kind=kind)
    kind, whole = _trailing_kind(_without_article(words))
    found, name = _leading_bearing(_ADVERB.sub("", whole))
    return Wording(_without_article(name), whole, found, kind)
