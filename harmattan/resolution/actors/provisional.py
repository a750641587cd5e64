"""Actors that no registry has: named in a report, kept under an id of their own until an analyst decides.

The id is made of the name and the country of the report, so that every report of the country that uses the name means
the same provisional actor: `provisional:ml:committee-for-the-defence-of-kompienga`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from harmattan.reference.actors import slug
from harmattan.resolution.actors.meaning import Meaning

PREFIX = "provisional:"
PARTY_WORDS = frozenset(
    """front movement army brigade brigades battalion battalions force forces guard guards defence defense liberation
    militia militias guerrillas guerrilla league party coalition alliance resistance revolution revolutionary patriots
    patriotic volunteers fighters self-defence self-defense faction commandos commando legion squad warriors hunters
    rebels katiba liwa lashkar jaysh jaish harakat ansar saraya jund hizb kataib faylaq ahrar firqat mouvement armée
    frente ejército fuerza fuerzas gang cartel clan mai-mai mayi-mayi naparama avengers tigers partisans""".split()
)
"""A word that makes a name that of an organised party."""
_NO_PARTY = frozenset(
    """court bank hospital university times agency news radio television tv newspaper company ltd limited inc fund trust
    airport school college ministry department office institute centre center post journal gazette wire monitor review
    observatory association foundation parliament assembly embassy church mosque club cup hotel airlines street
    cooperative security-council stadium market data project programme program bulletin report treaty
    agreement""".split()
)
"""A word that makes it that of something else, or of nobody who fights."""
_NO_PARTY_TITLES = frozenset(
    """secretary minister president general commander chief envoy officer spokesman spokeswoman colonel captain director
    ambassador sheikh lt gen capt brig col maj sgt cpl spc adm cmdr mr mrs ms dr""".split()
)
"""A word that makes it a person with an office."""
_OF_STATES = frozenset(
    """air task special armed security presidential republican coast border national royal maintenance strike fleet
    combined expeditionary naval navy rapid reaction emergency transitional military supreme central joint ground land
    forces force guard guards command group groups army battalion brigade council committee squad unit units
    defence defense people's law enforcement peacekeeping intelligence self-defence self-defense coalition alliance
    united""".split()
)
"""What states have too; made of these words alone it is nobody's proper name."""
_MEMBERS_AFTER = re.compile(
    r"\s+(?:fighters?|militants?|rebels?|militiam[ae]n|militia|group|gunmen|insurgents?|faction|movement|guerrillas?|gang"
    r"|combatants|commanders?)\b"
)
_GROUP_AFTER = re.compile(r"\s+(?:militia|group|faction|movement|gang)\b")
"""What may follow a name of one word without its being a people's: "Tebu fighters" are of no group."""
_NAME = re.compile(
    r"(?!(?:The|This|A|An|In|On|At)\b)[A-ZÀ-Ý][\w'’-]*(?:\s+(?:(?:of|for|de|du|des)\s+(?:(?:the|la|le)\s+)?)?[A-ZÀ-Ý][\w'’-]+){1,7}"
)
"""Words that may be one name: "Brigade of the Sons of Korarou"."""
_SAID_TO_BE = re.compile(
    r"(?:\s*\([^()]{1,12}\))?,\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}(?:group|militia|faction|movement|gang|party|front|army|force)\b"
)
_KNOWN_AS = re.compile(
    r"\b(?:group|militia|militiamen|fighters|faction|movement|gang)\s+(?:called|named|known\s+as|calling\s+itself)\s+(?:the\s+)?$"
)
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_OF_THEM = re.compile(
    r"^(?:the\s+|some\s+|several\s+|suspected\s+)*(?:fighters|members|officers|soldiers|militants|gunmen|men|rebels|leaders?|spokesman|commanders?"
    r"|elements|units)\s+(?:of|from)\s+",
    re.IGNORECASE,
)
_OWN = re.compile(r"['’]s$")
_ARTICLE = re.compile(r"^[Tt]he\s+(?=\w)")
LONGEST = 80


def is_provisional(actor_id: str) -> bool:
    """Whether an id is that of an actor nobody has entered in a registry."""
    return actor_id.startswith(PREFIX)


def provisional_id(name: str, iso: str | None) -> str:
    """The id of an unknown actor by its name and the country of the report, which may not be known ("xx")."""
    return f"{PREFIX}{(iso or 'xx').lower()}:{slug(name)}"


def country_of(actor_id: str) -> str | None:
    """The country (ISO 3166-1 alpha-2) in a provisional id."""
    code = actor_id.removeprefix(PREFIX).partition(":")[0].upper()
    return None if code == "XX" else code


def party_name(phrase: str) -> str | None:
    """The proper name in a phrase if it is plainly that of an organised party: "fighters of the Volta Front".

    A name of one word tells nothing ("the Front"); words in lower case must be small ones.
    """
    name = _ARTICLE.sub("", _OF_THEM.sub("", phrase.strip()))
    if not name or len(name) > LONGEST or not name[:1].isupper():
        return None
    words = _WORD.findall(name)
    lowered = [_OWN.sub("", word.lower()) for word in words]
    if any(character.isdigit() for character in name):
        return None  # "the 71st Battalion" is one of somebody's
    if len(words) < 2 or not _NO_PARTY.isdisjoint(lowered):
        return None
    if (
        not _NO_PARTY_TITLES.isdisjoint(lowered)
        or _OF_STATES.issuperset(lowered)
        or (words[-1][0].islower() and words[-1][2:3] != "-")
    ):
        return None
    if any(word[0].islower() and len(word) > 4 and word[2:3] != "-" for word in words):
        return None
    parts = {part for word in lowered for part in (word, *word.split("-"))}
    return name if parts & PARTY_WORDS else None


def said_to_be_one(text: str, start: int, end: int) -> bool:
    """Whether the words around a name say that it is a group's: "X militants", "X, a village militia"."""
    name = text[start:end]
    members = _MEMBERS_AFTER if " " in name or name.isupper() else _GROUP_AFTER
    return bool(
        members.match(text, end)
        or _SAID_TO_BE.match(text, end)
        or _KNOWN_AS.search(text, max(start - 60, 0), start)
    )


def party_names(text: str) -> Iterator[tuple[int, int, str]]:
    """Stretches of a text that are plainly the name of an organised party by their words."""
    for match in _NAME.finditer(text):
        if party_name(match[0]) == match[0]:
            yield match.start(), match.end(), match[0]


def provisional(name: str, iso: str | None) -> Meaning:
    """The meaning that is an unknown actor."""
    return Meaning(
        provisional_id(name, iso), f"the registry has nobody called “{name}”; held as provisional", name=name
    )
