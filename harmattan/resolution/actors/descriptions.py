""" "The army", "the group", "the UN mission": told by the report's country and by whom it named before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from harmattan.model.readings import Mention
from harmattan.model.text import Span
from harmattan.model.world import Actor, ActorKind
from harmattan.reference.actors import Registry
from harmattan.reference.countries import Countries
from harmattan.resolution.actors import institutions
from harmattan.resolution.actors.discourse import HEADS, Discourse
from harmattan.resolution.actors.institutions import LOYAL_TROOPS, Body, institution
from harmattan.resolution.actors.meaning import Meaning, of
from harmattan.resolution.actors.missions import MissionFinder
from harmattan.resolution.actors.naming import Cover, Naming
from harmattan.resolution.actors.phrases import Phrases
from harmattan.resolution.actors.provisional import (
    PARTY_WORDS,
    is_provisional,
    party_name,
    provisional,
    said_to_be_one,
)
from harmattan.resolution.actors.report import Report, evidence_of
from harmattan.resolution.actors.report_country import ReportCountries, Told
from harmattan.resolution.context import Context

DEFINITE = ("the", "this", "these", "those")
_DEFINITE = re.compile(r"\b(?:[Tt]he|[Tt]h[ei]s|[Tt]h[eo]se)(?=\s)")
_NEXT_WORD = re.compile(r"\s+([\w’'-]+)")
_STOPS = frozenset(
    """the a an that this these those which who of in on at to by for from with and or his her its their our is was has
    had said were""".split()
)
_OWN = re.compile(r"['’]s?$")
_LOYAL = re.compile(rf"\b(?:{'|'.join(sorted(LOYAL_TROOPS))})\b", re.IGNORECASE)
_CALLED = re.compile(r"\s+(?:known\s+as|called|calling\s+itself)\b")
"""What introduces somebody by name, who was not named before."""
_COALITION = re.compile(r"(?<![A-Z][a-z] )(?<![a-z]-)\bCoalition\b(?=\s+[a-z])")
"""In the papers of armies the coalition of states goes without an article."""
_INTRODUCED = frozenset(
    "new another other second third rival former different unknown smaller larger".split()
)
"""Said of somebody who is not the one named before."""
_NOBODY_BEFORE = re.compile(r"\b(?:[Nn]o|[Aa]ny|[Ee]very|[Ee]ach|[Ff]ormer|[Cc]hild|[Rr]ival|[Ee]x)[ -]$")
_THERE = re.compile(r"\s+there\b")
_BOTH_SIDES = re.compile(
    r"\s+(?:on|from|of)\s+(?:both|all|either|various|several|different|the|other|foreign|\w+)\b"
)
_OTHER_FORCES = (ActorKind.FORCES, ActorKind.MISSION, ActorKind.OPERATION)
_STRONGHOLD = re.compile(
    r"(?:['’]s?)?\s+(?:(?:military|army|forward|operating|peacekeeping|air|naval|training|mission)\s+){0,3}"
    r"(?:bases?|camps?|outposts?|posts?|convoys?|patrols?|positions?|garrisons?|barracks|contingents?|battalions?)\b"
)
"""What somebody has abroad, and who dies there: "a Ugandan base", "an African Union convoy"."""
_OWN_ARMY = re.compile(r"\b[Tt]he (?:army|military|armed forces|security forces)\b")
_MEN = re.compile(
    r"(?:^|(?<=[.!?;:,—–]\s)|(?<=\b(?:of|by|to)\s))(?:[A-Za-z][a-z-]*\s+|\d[\d,.]*\s+){0,4}"
    r"(?:soldiers|troops|servicemen|policemen|police\s+officers|gendarmes)\b",
    re.MULTILINE,
)
"""Men at the beginning of a clause; whether somebody says whose they are is seen then."""
_NOT_OF = re.compile(
    r"\s+(?:of|headquarters|camps?|bases?|posts?|station|school|barracks|vehicles?|lorry|officer)\b"
)
"""What makes of the army something of the army's."""
_HEADS = (
    HEADS | institutions.HEADS | PARTY_WORDS | frozenset("committee council congress union command".split())
)
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch that stands for somebody, and who that is where it can be told."""

    span: Span
    meaning: Meaning | None


class ActorDescriptions:
    """Resolves descriptions in one report after the other."""

    def __init__(self, registry: Registry, countries: Countries, phrases: Phrases) -> None:
        self._registry = registry
        self._countries = countries
        self._phrases = phrases
        self._naming = Naming(registry, phrases)
        self._missions = MissionFinder(registry)

    def report(self, context: Context) -> Report:
        """What one document tells of who is meant."""
        countries = ReportCountries(context, self._countries)
        named = self._naming.named(context, countries)
        return Report(
            context,
            countries.of_report(),
            countries.with_more(evidence_of(named, self._registry, Body.GOVERNMENT)),
            countries.with_more(evidence_of(named, self._registry, Body.FORCES)),
            Discourse(self._registry, named, context.text),
        )

    def actor(self, identity: str) -> Actor | None:
        """The registry's entry."""
        return self._registry.get(identity)

    def forces(self, meaning: Meaning, mention: Mention) -> Meaning:
        """A state's forces where what is said to be its own are men: "Benin said that its soldiers"."""
        words = mention.span.quote.lower().split()
        if mention.antecedent is None or words[-1] not in institutions.MEN:
            return meaning
        state = self._registry.get(meaning.actor or "")
        if state is None or state.kind is not ActorKind.STATE or meaning.person is not None:
            return meaning
        army = self._registry.forces_of(state.countries[0])
        return of(army, f"{meaning.reason}: its armed forces ({army.name})") if army else meaning

    def everybody(self, report: Report) -> list[Found]:
        """Names and descriptions of actors in text order; a description of nobody known has no meaning."""
        text = report.context.text
        named = report.discourse.named
        found = [Found(Span(one.start, one.end, text[one.start : one.end]), one.meaning) for one in named]
        taken = Cover((one.start, one.end) for one in named)
        begins = {one.start for one in named}
        for start, end in self._definite(text):
            if not taken.touches(start, end) and end + 1 not in begins:
                span = Span(start, end, text[start:end])
                found.append(Found(span, self.described(span, report)))
        return sorted(found, key=lambda one: (one.span.start, one.span.end))

    def described(self, span: Span, report: Report) -> Meaning | None:
        """Whom a definite description means, or an office with a name that nobody knows."""
        words = _plain(span.quote)
        if not words or _CALLED.match(report.context.text, span.end):
            return None
        body = institution(words)
        if body is None and len(words) == 2 and span.quote.split()[-2][0].isupper():
            ruled = self._phrases.meaning(span.quote, report.context)  # "the Assad regime"
            if ruled is not None:
                return ruled
        if body is None and self._phrases.office_holder(span.quote):
            body = Body.GOVERNMENT
        if body is not None:
            return self._institution(body, span, report)
        men = institutions.men_untold(words)
        if men is not None:
            return self._men(men, span, report)
        if len(words) == 1 and self._registry.candidates(words[0]):
            return self._phrases.owners.of_name(words[0], report.context)
        mission = self.mission(span, report)
        if mission is not None:
            return mission
        told = self._without_countries(span.quote)
        if not told or not _INTRODUCED.isdisjoint(words[:-1]):
            return None
        if any(word[0].isupper() for word in told[:-1] if word.lower() not in DEFINITE):
            return None  # "the Tuareg rebels" are told by a word that no country owns
        words = _plain(" ".join(told))
        if not words:
            return None
        found = report.discourse.described(words, span.start, report.context.sentence_index(span.start))
        return found or self._missions.alone(words, report.government.likely(span), report.context.year)

    def _without_countries(self, quote: str) -> list[str]:
        """The words of a phrase but for the adjectives of countries in it: "the South African company"."""
        for start, end, _, kind in reversed(self._countries.find(quote)):
            if kind == "demonym":
                quote = quote[:start] + quote[end:]
        return quote.split()

    def mission(self, span: Span, report: Report) -> Meaning | None:
        """ "UN peacekeepers", "the African mission": the one that was in the country of the report."""
        words = _plain(span.quote)
        if not words or not self._missions.may_be(words):
            return None
        return self._missions.described(words, report.government.likely(span), report.context.year)

    def unknown(self, name: str, span: Span, report: Report) -> Meaning | None:
        """A party with a name that the registry does not know."""
        for one in report.discourse.named_in(*(report.context.sentence_index(span.start),) * 2):
            if is_provisional(one.meaning.actor or "") and one.start < span.end and span.start < one.end:
                return one.meaning
        known = party_name(name)
        if known is None and self._is_group_there(name, span, report.context):
            known = name
        if known is None or self._registry.find(known):
            return None
        if self._countries.find(known) and len(known.split()) < 3:
            return None
        return provisional(known, report.home)

    @staticmethod
    def _is_group_there(name: str, span: Span, context: Context) -> bool:
        """Whether a name of which nothing can be told is a group's by the words around it, and is no place's."""
        if span.quote != name or not name[:1].isupper():
            return False
        marked = any(mark.label == "ORG" for mark in context.names_from(span.start))
        located = any(start == span.start for start, _ in context.located)
        return marked and not located and said_to_be_one(context.text, span.start, span.end)

    def _institution(self, body: Body, span: Span, report: Report) -> Meaning | None:
        if _THERE.match(report.context.text, span.end):
            there = _last_country(span, report.context)
        else:
            countries = report.countries(body)
            title = institutions.titled(_plain(span.quote))
            if title:
                return self._titled(title, span, report)
            office = not institutions.OFFICES.isdisjoint(_plain(span.quote))
            there = countries.of_office(span) if office else countries.at(span)
            cautious = not institutions.OF_EVERY_STATE.isdisjoint(_plain(span.quote))
            if there and cautious and countries.another_acts(span, there.iso, before=2):
                return None
        if there is None:
            return None
        state = self._registry.state_of(there.iso)
        actor = (self._registry.forces_of(there.iso) or state) if body is Body.FORCES else state
        return of(actor, f"“{span.quote}” is {actor.name}: {there.reason}") if actor else None

    def _titled(self, title: tuple[str, ...], span: Span, report: Report) -> Meaning | None:
        there = report.government.among(span, title)
        state = self._registry.state_of(there.iso) if there else None
        return (
            of(state, f"“{span.quote}” is an office of {state.name}: {there.reason}")
            if there and state
            else None
        )

    def _men(self, body: Body, span: Span, report: Report) -> Meaning | None:
        """ "Four soldiers": of the report's country, if nobody else's are spoken of there."""
        text, context = report.context.text, report.context
        if _BOTH_SIDES.match(text, span.end) or _NOBODY_BEFORE.search(
            text, max(span.start - 8, 0), span.start
        ):
            return None
        meaning = self._institution(body, span, report)
        if meaning is None or institutions.is_mass(_plain(span.quote)):
            return None
        state = self._registry.get(meaning.actor or "")
        if state is None or report.forces.another_acts(span, state.countries[0]):
            return None
        here = context.sentence_index(span.start)
        for one in report.discourse.named_in(here - 2, here):
            actor = self._registry.get(one.meaning.actor or "")
            foreign = actor is not None and actor.kind in _OTHER_FORCES and actor.id != meaning.actor
            if foreign and not (actor and self._registry.get(meaning.actor or "") in self._parents(actor)):
                return None
        if self._strangers_there(span, state, report):
            return None
        if not self._is_at_hand(span, state, report) and self._about_others(state, report):
            return None
        return meaning

    @staticmethod
    def _is_at_hand(span: Span, army: Actor, report: Report) -> bool:
        """Whether "the army" speaks in the sentence of some men, or the sentence before has its people: "Malian"."""
        context = report.context
        here, before = context.sentence_of(span), context.sentence_of(span, before=1)
        if _OWN_ARMY.search(context.text, *here):
            return True
        return any(word.kind == "demonym" and word.iso in army.countries for word in context.between(*before))

    def _strangers_there(self, span: Span, army: Actor, report: Report) -> bool:
        """Whether a base, camp or convoy of others is spoken of in the sentence of some men or in two before."""
        context = report.context
        first, stop = context.sentence_of(span, before=2)
        if any(
            word.iso not in army.countries and _STRONGHOLD.match(context.text, word.end)
            for word in context.between(first, stop)
        ):
            return True
        here = context.sentence_index(span.start)
        return any(
            one.meaning.actor not in (army.id, *army.parents) and _STRONGHOLD.match(context.text, one.end)
            for one in report.discourse.named_in(here - 2, here)
        )

    def _about_others(self, army: Actor, report: Report) -> bool:
        """Whether a report names armies of others more than a country's own: "soldiers" there may be anybody's."""
        known = report.about_others.get(army.id)
        if known is None:
            known = report.context.dateline not in army.countries and self._count_others(army, report)
            report.about_others[army.id] = known
        return known

    def _count_others(self, army: Actor, report: Report) -> bool:
        """The same, counted over the whole report."""
        own, others = len(_OWN_ARMY.findall(report.context.text)) + 1, 0
        for one in report.discourse.named:
            actor = self._registry.get(one.meaning.actor or "")
            if actor is None or actor.kind not in (ActorKind.FORCES, ActorKind.OPERATION):
                continue
            mine = actor.id == army.id or army in self._parents(actor) or army.id in actor.parents
            own, others = own + mine, others + (not mine)
        return others > own

    def _parents(self, actor: Actor) -> list[Actor | None]:
        return [self._registry.get(parent) for parent in actor.parents]

    def _definite(self, text: str) -> Iterator[tuple[int, int]]:
        """ "the transitional government", "this group": the longest that ends in a word for an actor."""
        for article in _DEFINITE.finditer(text):
            end, last = None, article.end()
            for count in range(_LONGEST):
                word = _NEXT_WORD.match(text, last)
                if word is None:
                    break
                token = _OWN.sub("", word[1].lower())
                if token in _STOPS:
                    break
                if token in _HEADS or (count == 0 and word[1] == token and self._registry.candidates(token)):
                    end = word.start(1) + len(token)
                elif end is not None:
                    break
                last = word.end()
                if token != word[1].lower():
                    break
            if end is not None and not _NOT_OF.match(text, end):
                yield article.start(), end
        for troops in _LOYAL.finditer(text):
            yield troops.start(), troops.end()
        for coalition in _COALITION.finditer(text):
            yield coalition.start(), coalition.end()
        for men in _MEN.finditer(text):
            if institutions.men_untold(men[0].lower().split()):
                yield men.start(), men.end()


def _plain(quote: str) -> list[str]:
    """Lower-case words of a phrase without its article."""
    words = [word.strip(",").lower() for word in quote.split()]
    return words[1:] if words[:1] and words[0] in DEFINITE else words


def _last_country(span: Span, context: Context) -> Told | None:
    named = [(word.start, word.iso) for word in context.country_words if word.start < span.start]
    named += [place for place in context.located if place[0] < span.start]
    return Told(max(named)[1], "it is the country named last before “there”") if named else None
