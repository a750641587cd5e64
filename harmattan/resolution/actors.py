"""Which actor of the registry a mention means: by name, by the document's own acronyms, by description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from harmattan.model.readings import Mention
from harmattan.model.world import Actor, ActorKind
from harmattan.reference.actors import Registry
from harmattan.reference.countries import Countries
from harmattan.reference.described import Descriptions
from harmattan.reference.names import key
from harmattan.resolution.context import Context

MEMBERS = frozenset(
    """fighters fighter militants militant members member forces force troops rebels rebel gunmen gunman
    insurgents insurgent jihadists jihadist terrorists terrorist group groups militia militias
    militiamen movement soldiers soldier peacekeepers peacekeeper peacekeeping mercenaries mercenary
    contractors contingent mission operation units unit elements element guerrillas guerrilla commandos
    combatants extremists extremist faction operatives operative troop separatists separatist
    paramilitaries paramilitary coalition organization organisation network armed military personnel
    patrol convoy base army branch cell""".split()
) - {"base", "cell", "branch", "coalition"}
"""What may stand beside a group's name without the phrase meaning somebody else: "JNIM fighters"."""
FORCES_THERE = frozenset(
    (
        "army",
        "military",
        "armed forces",
        "air force",
        "navy",
        "security forces",
        "government forces",
        "general staff",
        "army spokesman",
        "military spokesman",
    )
)
"""What every country has one of, and a report on it names without its country."""
LOYAL_TROOPS = frozenset(("government forces", "government troops", "government soldiers", "army soldiers"))
"""Said of one side of a war, with or without an article."""
GOVERNMENT_THERE = frozenset(
    (
        "government",
        "transitional government",
        "military government",
        "authorities",
        "transitional authorities",
        "military authorities",
        "junta",
        "military junta",
        "ruling junta",
        "military rulers",
        "parliament",
        "presidency",
        "president",
        "transitional president",
        "interim president",
        "prime minister",
        "defence minister",
        "defense minister",
        "foreign minister",
        "interior minister",
        "security minister",
        "defence ministry",
        "defense ministry",
        "foreign ministry",
        "interior ministry",
        "security ministry",
        "government spokesman",
        "government spokeswoman",
        "police",
        "gendarmerie",
    )
)
_LOOSE = frozenset(
    """the a an some suspected alleged several many dozens hundreds thousands scores of from by number up
    to about around nearly at least and two three four five six seven eight nine ten dozen hundred
    thousand islamist jihadi jihadist islamic extremist terrorist armed rebel militant private russian
    kurdish syrian malian insurgent all remaining other more its their banned outlawed notorious heavily
    so-called""".split()
)
_NOT_IN_OFFICE = frozenset("of former ex-president late ousted deposed to and".split())
_STOP = frozenset("in at on near who that which with during after before across under when where".split())
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*-?|[,;:()]")
_PARENTHESIS = re.compile(r"^(?P<before>[^()]+?)\s*\((?P<inside>[^()]+)\)$")
_OWN = re.compile(r"['’]s$")


class ActorLinker:
    """Finds a mention's actor. It never guesses: a name nobody owns, or several do, stays without."""

    def __init__(self, registry: Registry, countries: Countries) -> None:
        self._registry = registry
        self._countries = countries
        self._descriptions = Descriptions(registry, countries)

    def link(self, mention: Mention, context: Context, *, metonyms: bool = False) -> Mention:
        """The mention with its actor's id where one is found: best known name first, then the mention's own words.

        `metonyms`: a capital may stand for its government here ("Paris accused").
        """
        if mention.actor is not None:
            return mention
        for name in dict.fromkeys(_names(mention)):
            actor = self.resolve(name, context)
            if actor is None and metonyms:
                actor = self._by_metonym(name)
            if actor is not None:
                return replace(mention, actor=actor.id)
        institution = self._institution(mention, context)
        return replace(mention, actor=institution.id) if institution else mention

    def _institution(self, mention: Mention, context: Context) -> Actor | None:
        """ "the army", "the government": those of the one country that the report and its last lines are about."""
        span = (
            mention.antecedent if mention.antecedent and mention.name != mention.span.quote else mention.span
        )
        words = span.quote.lower()
        definite = (
            words.startswith("the ") or context.text[max(span.start - 4, 0) : span.start].lower() == "the "
        )
        if key(words) != key(mention.name) or not (definite or words in LOYAL_TROOPS):
            return None
        iso = context.country_at_hand(span)
        if iso is None:
            return None
        words = words.removeprefix("the ")
        if words in FORCES_THERE or words in LOYAL_TROOPS:
            return self._registry.forces_of(iso) or self._registry.state_of(iso)
        return self._registry.state_of(iso) if words in GOVERNMENT_THERE else None

    def resolve(self, name: str, context: Context) -> Actor | None:
        """The actor a name or description means in a document; for who speaks for a government, the government."""
        found = self._resolve(name, context)
        return self._spoken_for(found, context.year) if found and found.kind is ActorKind.PERSON else found

    def _spoken_for(self, person: Actor, year: int | None) -> Actor:
        """The government or organisation that a person speaks for while in office, else the person."""
        in_office = year is None or (person.since or year) <= year <= (person.until or year)
        parent = self._registry.get(person.parents[0]) if person.parents else None
        if in_office and parent and parent.kind in (ActorKind.STATE, ActorKind.ORGANISATION):
            return parent
        return person

    def _resolve(self, name: str, context: Context) -> Actor | None:
        found = self._by_name(name, context)
        if found is not None:
            return found
        parenthesis = _PARENTHESIS.match(name)
        if parenthesis:
            for part in (parenthesis["before"], parenthesis["inside"]):
                found = self._by_name(part, context)
                if found is not None:
                    return found
        return (
            self._person_at_the_end(name)
            or self._descriptions.actor(name)
            or self._by_name_within(name, context.year)
        )

    def _person_at_the_end(self, text: str) -> Actor | None:
        """ "President Emmanuel Macron", and not "Macron's rival" or "allies of Macron"."""
        found = self._registry.find_persons(text)
        if len(found) != 1:
            return None
        start, end, actor = found[0]
        titles = text[:start].lower().split()
        return actor if end == len(text) and not _NOT_IN_OFFICE.intersection(titles) else None

    def _by_name(self, name: str, context: Context) -> Actor | None:
        actor = self._registry.named(name, context.year)
        if actor is not None:
            return actor
        for other in context.other_names.get(key(name), ()):
            actor = self._registry.named(other, context.year)
            if actor is not None:
                return actor
        return self._by_country(name, context)

    def _by_country(self, name: str, context: Context) -> Actor | None:
        """Of several owners of a name the one whose countries the document speaks of: "SNA" in a text on Syria."""
        found = self._registry.candidates(name, context.year)
        if len(found) < 2:
            return None
        weights = sorted(
            ((sum(context.counts[iso] for iso in actor.countries), actor) for actor in found),
            key=lambda item: (-item[0], item[1].id),
        )
        (most, actor), (next_most, _) = weights[:2]
        return actor if most > 2 * next_most else None

    def _by_metonym(self, name: str) -> Actor | None:
        country = self._countries.by_metonym(name)
        return self._registry.state_of(country.iso) if country else None

    def _by_name_within(self, text: str, year: int | None) -> Actor | None:
        """The one actor named in a phrase whose other words only say that it is some of its people."""
        found = self._registry.find(text)
        if len({actor.id for _, _, actor in found}) != 1:
            return None
        start, end, actor = found[0]
        if actor not in self._registry.candidates(text[start:end], year):
            return None  # a name not yet in use
        if text[end : end + 1] in ("-", "–") or (start and text[start - 1] in "-–"):
            return None
        for match in _WORD.finditer(text):
            if any(first <= match.start() < last for first, last, _ in found):
                continue
            word = _OWN.sub("", match[0].lower())
            if match.start() >= end and (word in _STOP or word in {",", ";", ":"}):
                break
            if word == "s" or word.isdigit() or word in _LOOSE or word in MEMBERS or word in "()":
                continue
            if match[0].replace(",", "").isdigit():
                continue
            return None
        return actor


def _names(mention: Mention) -> Iterator[str]:
    yield mention.name
    yield mention.span.quote
    if mention.antecedent is not None:
        yield mention.antecedent.quote
