"""Governments and their forces where a description stands for a name: "Malian troops", "the government of France"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from harmattan.model.world import Actor
from harmattan.reference.actors import Registry
from harmattan.reference.countries import Countries, Country

FORCES = frozenset(
    """army armies military militaries troops troop forces force soldiers soldier servicemen serviceman
    navy marines marine paratroopers paratrooper commandos commando contingent contingents garrison
    garrisons battalion battalions brigade brigades regiment regiments patrol patrols unit units convoy
    convoys airforce gunships gunship warplanes warplane jets jet helicopters helicopter aircraft drones
    drone planes plane artillery warships warship generals""".split()
)
"""Heads that stand for a state's armed forces when its adjective qualifies them."""
FORCES_MODIFIERS = frozenset(
    """armed security government government's govt special national state regular ground air land naval
    defence defense military elite army loyalist republican federal royal combat fighter attack infantry
    armoured armored transport surveillance peacekeeping counterterrorism anti-terror and or operations""".split()
)
GOVERNMENT = frozenset(
    """government governments govt administration authorities authority officials official state junta
    regime cabinet parliament presidency leadership diplomats diplomat envoy ambassador president
    presidents premier chancellor king emir monarch minister ministers ministry ministries spokesman
    spokeswoman spokesperson police policemen gendarmes gendarmerie lawmakers prosecutors prosecutor
    prime council leader leaders rulers secretary""".split()
)
"""Heads that stand for the government: itself, its offices, and who holds them."""
GOVERNMENT_MODIFIERS = frozenset(
    """prime foreign defence defense interior security transitional transition military ruling government
    deputy vice interim senior top federal central national state civilian justice finance information
    local health and of affairs territorial administration chief acting new current local judicial
    military-led caretaker""".split()
)
_NOT_NOW = frozenset(
    "former ex ex- late exiled ousted deposed anti pro anti- pro- onetime would-be shadow".split()
)
_BEFORE = frozenset(
    """the a an some all many several more most other additional these those its their about around nearly
    almost over at least up to of hundreds thousands dozens scores number members member and two three
    four five six seven eight nine ten eleven twelve dozen hundred thousand remaining both new elite
    special many few fewer number joint local heavily armed uniformed individual unidentified off-duty
    coming current currently deployed senior top young fellow loyal regular non-commissioned last first dead
    wounded injured killed captured missing fallen retired first-ever mostly mainly""".split()
)
_STOP = frozenset(
    """in at on from to near with who that which by for against during after before along inside outside
    across under between as while when where stationed based deployed operating""".split()
)
_WORD = re.compile(r"\d[\d,.]*\d|[^\W_]+(?:[-'’.][^\W_]+)*[-]?|[,;:()]")
_NUMBER = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")


class Descriptions:
    """Reads descriptions of governments and armed forces into entries of a registry."""

    def __init__(self, registry: Registry, countries: Countries) -> None:
        self._registry = registry
        self._countries = countries

    def actor(self, text: str) -> Actor | None:
        """The government or forces that a phrase describes, None where it describes anything else.

        "5,000 French troops" are France's forces, "Mali's prime minister" Mali's government; "Malian rebels",
        "Russian mercenaries" and "former Malian officials" are neither.
        """
        found = self._countries.find(text)
        if not found:
            return None
        start, end, country, _ = found[0]
        words = [_Word(match[0], match.start()) for match in _WORD.finditer(text)]
        before = [word for word in words if word.start < start]
        if text[end : end + 1] in "-–" and text[end : end + 1]:
            return None
        after = [word for word in words if word.start >= end and word.lower not in {"s", "'s"}]
        possessed = _of_country(before)
        if possessed is not None:
            # "a convoy of the Canadian mining company" is not of Canada
            closed = not after or after[0].lower in _STOP or not after[0].text[0].isalnum()
            return self._pick(country, possessed) if closed else None
        if not all(word.lower in _BEFORE or _NUMBER.fullmatch(word.text) for word in before):
            return None
        return self._pick(country, after)

    def _pick(self, country: Country, words: list[_Word]) -> Actor | None:
        phrase: list[_Word] = []
        for word in words:
            if word.lower in _STOP or not word.text[0].isalnum():
                break
            phrase.append(word)
        if not phrase or any(word.lower in _NOT_NOW for word in phrase):
            return None
        if is_forces([word.lower for word in phrase]):
            return self._registry.forces_of(country.iso) or self._registry.state_of(country.iso)
        if _is_government(phrase):
            return self._registry.state_of(country.iso)
        return None


def is_forces(words: list[str]) -> bool:
    """Whether lower-case words after a country's adjective mean its armed forces: "government security forces"."""
    *modifiers, head = words
    if head in {"personnel", "members", "officers", "officer"} and modifiers:
        *modifiers, head = modifiers
    return head in FORCES and all(word in FORCES_MODIFIERS or word in FORCES for word in modifiers)


def _is_government(phrase: list[_Word]) -> bool:
    """Modifiers, then an office or body, then at most a proper name or more of the office's title."""
    for index, word in enumerate(phrase):
        if word.lower in GOVERNMENT:
            rest = phrase[index + 1 :]
            return all(
                other.text[0].isupper() or other.lower in GOVERNMENT or other.lower in GOVERNMENT_MODIFIERS
                for other in rest
            )
        if word.lower not in GOVERNMENT_MODIFIERS:
            return False
    return False


def _of_country(before: list[_Word]) -> list[_Word] | None:
    """The head before "of" or "of the": ["armed", "forces"] of "the armed forces of Mali"."""
    words = list(before)
    while words and words[-1].lower in {"the", "republic"}:
        words.pop()
    if not words or words[-1].lower != "of":
        return None
    head = words[:-1]
    while head and (head[0].lower in _BEFORE or _NUMBER.fullmatch(head[0].text)):
        head.pop(0)
    lowered = [word.lower for word in head]
    known = FORCES | FORCES_MODIFIERS | GOVERNMENT | GOVERNMENT_MODIFIERS
    return head if head and all(word in known for word in lowered) else None
