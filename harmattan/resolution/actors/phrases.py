"""Whom a phrase means by its own words: a name, a name among words for its people, a country and a role, a person."""

from __future__ import annotations

import re

from harmattan.model.text import Span
from harmattan.model.world import ActorKind
from harmattan.reference.actors import Registry
from harmattan.reference.countries import Countries
from harmattan.reference.described import FORCES, GOVERNMENT_MODIFIERS, Descriptions
from harmattan.resolution.actors.institutions import TITLES
from harmattan.resolution.actors.meaning import Meaning, of
from harmattan.resolution.actors.owners import Owners, ids
from harmattan.resolution.actors.persons import RANKS, Persons
from harmattan.resolution.context import Context

MEMBERS = frozenset(
    """men fighters fighter militants militant members member forces force troops rebels rebel gunmen gunman
    insurgents insurgent jihadists jihadist terrorists terrorist group groups militia militias
    militiamen movement soldiers soldier peacekeepers peacekeeper peacekeeping mercenaries mercenary
    contractors contingent mission operation unit units elements element guerrillas guerrilla commandos
    combatants extremists extremist faction operatives operative troop separatists separatist
    paramilitaries paramilitary organization organisation network armed military personnel
    patrol convoy army alliance instructors drone drones jets helicopters volunteers regime""".split()
)
"""What may stand beside a group's name without the phrase meaning somebody else: "JNIM fighters"."""
_LOOSE = frozenset(
    """the a an some suspected alleged several many dozens hundreds thousands scores of from by number up
    to about around nearly at least and two three four five six seven eight nine ten dozen hundred
    thousand islamist jihadi jihadist islamic extremist terrorist armed rebel militant private russian
    kurdish syrian malian insurgent all remaining other more its their banned outlawed notorious heavily
    so-called""".split()
)
_STOP = frozenset("in at on near who that which with during after before across under when where".split())
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*-?|[,;:()]")
_PARENTHESIS = re.compile(r"^(?P<before>[^()]+?)\s*\((?P<inside>[^()]+)\)$")
_OWN = re.compile(r"['’]s$")
_RULED = re.compile(r"^(?:[Tt]he )?(?P<owner>[A-ZÀ-Ý][\w’'-]+) (?P<rest>regime|government|administration)$")
_POSSESSED = re.compile(r"^(?P<owner>.{3,60}?)['’]s?\s+(?P<rest>[a-z][a-z -]{2,40})$")
_ROYAL = re.compile(r"^(?:[Tt]he )?Royal (?=[A-Z])")
_OF_A_BODY = re.compile(r"^(?P<who>[^,]{4,60}?) (?:of|from|with|in|at) (?:the )?[A-ZÀ-Ý][^,]*$")
"""Soldiers of a country within something larger: "Afghan soldiers of ISAF"."""
_LED_BY = re.compile(r"\s+of\s+[A-ZÀ-Ý][\w'’-]*(?:\s+(?:al-|el-|[A-ZÀ-Ý])[\w'’-]+){1,3}$")
"""After a group's name, whose it is: "the UPC of Ali Darassa"."""
_RULE = frozenset("regime government administration brutal".split())
_OF_ITS_PEOPLE = re.compile(
    rf"(?:[\w’'-]+ ){{0,4}}(?:{'|'.join(sorted(MEMBERS))}) (?:of|from) (?:the )?"
    rf"(?:(?:rebel|armed|militant|jihadist|islamist) )?(?:group |militia |movement )?$"
)
"""Words for some people of a group before its name: "Tuareg rebels of the"."""
_OFFICES = frozenset(
    "president minister premier chancellor king emir monarch vice-president spokesman spokeswoman".split()
)
_OFFICE_WORDS = GOVERNMENT_MODIFIERS | frozenset("government the".split())
_BEHIND = r"(?:[- ][a-z]+){0,2}[- ]"
_FORCE_BEHIND = re.compile(
    _BEHIND
    + r"(?:air|strikes?|air-?strikes?|shelling|bombardments?|bombings?|raids?|drones?|warplanes?|jets?|aircraft|"
    r"planes?|artillery|missiles?|rockets?|fire|gunfire|offensives?|operations?|incursions?|invasion|attacks?|assaults?|"
    r"bombs?|bombers?|helicopters?|tanks?|gunboats?|warships?)\b"
)
"""What a state's forces do or have, behind the word for its people."""
_POLICY_BEHIND = re.compile(
    _BEHIND
    + r"(?:requests?|demands?|calls?|offers?|sanctions|embargo|blockade|support|aid|threats?|ultimatum|decision|"
    r"withdrawal|intervention|mediation)\b"
)
"""What its government does."""
_APPOSED_PERSON = re.compile(r"^(?P<office>[^,]{3,80}),\s+(?P<person>[A-ZÀ-Ý][^,]{2,60})$")


class Phrases:
    """Reads phrases by their own words; what they do not say of whom, they do not mean."""

    def __init__(self, registry: Registry, countries: Countries) -> None:
        self._registry = registry
        self._countries = countries
        self._descriptions = Descriptions(registry, countries)
        self.owners = Owners(registry)
        self.persons = Persons(registry)

    def meaning(self, text: str, context: Context, *, before: str = "") -> Meaning | None:
        """Whom a name or description means in a document; for who speaks for a government, the government."""
        return (
            self._by_name(text, context)
            or self._in_parentheses(text, context)
            or self.persons.at_the_end(text, context, before)
            or self._apposed(text, context, before)
            or self._of_a_country(text)
            or self._followers(text, context)
            or self._within(text, context)
        )

    def by_metonym(self, name: str) -> Meaning | None:
        """ "Paris", "the Kremlin" as a government."""
        country = self._countries.by_metonym(name)
        state = self._registry.state_of(country.iso) if country else None
        return of(state, f"“{name}” stands for the government of {state.name}") if state else None

    def of_its_people(self, span: Span, context: Context) -> Meaning | None:
        """ "Israeli" before what the state did or has: "an Israeli air strike", but not "an Israeli was killed"."""
        country = self._countries.by_demonym(span.quote)
        if country is None:
            return None
        if self.is_of_force(span, context):
            return self._of_a_country(f"{span.quote} forces")
        return (
            self._of_a_country(f"{span.quote} government")
            if _POLICY_BEHIND.match(context.text, span.end)
            else None
        )

    @staticmethod
    def is_of_force(span: Span, context: Context) -> bool:
        """Whether some words stand before what forces do or have: "Army air strikes"."""
        return _FORCE_BEHIND.match(context.text, span.end) is not None

    def office_holder(self, text: str) -> bool:
        """Whether a phrase is an office of government and a name: "Prime Minister Moussa Mara"."""
        words = [word.strip(",") for word in text.split()]
        words = words[1:] if words[:1] and words[0].lower() == "the" else words
        title = next((count for count in (3, 2) if " ".join(words[:count]).lower() in TITLES), 0)
        if title:
            return len(words) > title and all(map(_in_a_name, words[title:]))
        for index, word in enumerate(words[:5]):
            if word.lower() in _OFFICES:
                rest = words[index + 1 :]
                spokesman = word.lower().startswith("spokes")
                return (
                    bool(rest)
                    and all(_in_a_name(other) for other in rest)
                    and rest[0][:1].isupper()
                    and (not spokesman or "government" in (other.lower() for other in words[:index]))
                )
            if word.lower() not in _OFFICE_WORDS:
                return False
        return False

    def _by_name(self, name: str, context: Context) -> Meaning | None:
        found = self.owners.of_name(name, context)
        person = self._registry.get(found.actor or "") if found else None
        if person is not None and person.kind is ActorKind.PERSON:
            return None  # what a person means depends on the office
        return found

    def _in_parentheses(self, name: str, context: Context) -> Meaning | None:
        parenthesis = _PARENTHESIS.match(name)
        if parenthesis is None:
            return None
        return self._by_name(parenthesis["before"], context) or self._by_name(parenthesis["inside"], context)

    def _apposed(self, text: str, context: Context, before: str) -> Meaning | None:
        """ "Mali's foreign minister, Abdoulaye Diop": the office where the person is not known."""
        parts = _APPOSED_PERSON.match(text)
        if parts is None:
            return None
        return self._of_a_country(parts["office"])

    def _of_a_country(self, text: str) -> Meaning | None:
        """ "Malian troops", "Mali's interior ministry"."""
        text = _ROYAL.sub("", text)
        found = self._descriptions.actor(text)
        if found is None and (parts := _OF_A_BODY.match(text)) and not self._registry.find(parts["who"]):
            found = self._descriptions.actor(parts["who"])
        if found is None:
            return None
        kind = "its armed forces" if found.kind is ActorKind.FORCES else "its government"
        return of(found, f"a country and a role: {kind} ({found.name})")

    def _followers(self, text: str, context: Context) -> Meaning | None:
        """ "Haftar's forces", "Gaddafi's troops"."""
        parts = _POSSESSED.match(text) or _RULED.match(text)
        if parts is None or not all(word in FORCES | MEMBERS | _RULE for word in parts["rest"].split()):
            return None
        owner = self.persons.at_the_end(parts["owner"], context)
        person = self._registry.get(owner.person or owner.actor or "") if owner else None
        if person is None or person.kind is not ActorKind.PERSON:
            return None
        if _RULE.intersection(parts["rest"].split()):
            return owner
        return self.persons.followed(person, context.year)

    def _within(self, text: str, context: Context) -> Meaning | None:
        """The one actor named in a phrase whose other words only say that it is some of its people."""
        found = self.owners.within(text, context)
        if len(ids(found)) != 1:
            return None
        start, end, meaning = found[0]
        if (own := _OF_ITS_PEOPLE.match(text[:start])) and "former" not in text[:start].lower():
            text = text[own.end() :]
            return self._within(text, context) if text != "" else None
        if text[end : end + 1] in ("-", "–") or (start and text[start - 1] in "-–"):
            return None
        if _LED_BY.match(text, end) and not self._countries.find(text[end:]):
            text = text[:end]
        for match in _WORD.finditer(text):
            if any(first <= match.start() < last for first, last, _ in found):
                continue
            word = _OWN.sub("", match[0].lower())
            if match.start() >= end and (word in _STOP or word in {",", ";", ":"}):
                break
            if word == "s" or word.isdigit() or word in _LOOSE or word in MEMBERS or word in "()":
                continue
            if match[0].replace(",", "").isdigit() or self._countries.by_demonym(match[0]):
                continue
            return None
        return meaning


def _in_a_name(word: str) -> bool:
    return word[:1].isupper() or word in RANKS or len(word) < 4 or word[2:3] == "-"
