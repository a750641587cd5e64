"""Everybody a report names or describes, in the order of the text: what a description can mean is found among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from harmattan.model.text import Span
from harmattan.model.world import ActorKind
from harmattan.reference.actors import Registry
from harmattan.reference.countries import Countries
from harmattan.reference.described import FORCES, FORCES_MODIFIERS, GOVERNMENT, GOVERNMENT_MODIFIERS
from harmattan.resolution.actors import institutions
from harmattan.resolution.actors.discourse import HEADS, Discourse, Named
from harmattan.resolution.actors.institutions import LOYAL_TROOPS, Body, institution
from harmattan.resolution.actors.meaning import Meaning, of
from harmattan.resolution.actors.missions import MissionFinder
from harmattan.resolution.actors.persons import NOT_IN_OFFICE, RANKS
from harmattan.resolution.actors.phrases import Phrases
from harmattan.resolution.actors.provisional import PARTY_WORDS, party_name, provisional, said_to_be_one
from harmattan.resolution.actors.report import Report
from harmattan.resolution.actors.report_country import Evidence, ReportCountries
from harmattan.resolution.context import Context

_ROLE = re.compile(r"(?:['’]s?)?((?:[ -](?:[A-Za-z][\w'-]*)){1,6})")
_ROLES = FORCES | FORCES_MODIFIERS | GOVERNMENT | GOVERNMENT_MODIFIERS
_TITLE = re.compile(r"(?:[\w’'-]+,?\s+)$")
_TITLES = (GOVERNMENT | GOVERNMENT_MODIFIERS | RANKS | NOT_IN_OFFICE) - {"and", "of", "the"}
_DEFINITE = re.compile(r"\b[Tt]he(?=\s)")
_NEXT_WORD = re.compile(r"\s+([\w’'-]+)")
_STOPS = frozenset("the a an that which who of in on at to by for from with and or".split())
_OWN = re.compile(r"['’]s?$")
_LOYAL = re.compile(rf"\b(?:{'|'.join(sorted(LOYAL_TROOPS))})\b", re.IGNORECASE)
_IN_OFFICE = re.compile(
    r"\b(?:[Pp]resident|[Mm]inister|[Pp]remier|[Cc]hancellor)\s+(?P<name>[A-ZÀ-Ý][\w'’-]+(?:\s+(?:al-|el-|[A-ZÀ-Ý])[\w'’-]+){1,4})"
)
"""A name behind an office, whether or not the encoder saw it."""
_GIVEN_ACRONYM = re.compile(r"\s*\((?P<short>[A-ZÀ-Ý][A-ZÀ-Ý0-9/-]{1,9})\)")
_NAME_AFTER = re.compile(r",?\s+(?=[A-ZÀ-Ý])")
_THERE = re.compile(r"\s+there\b")
_NOT_OF = re.compile(
    r"\s+(?:of|headquarters|camps?|bases?|posts?|station|school|barracks|vehicles?|lorry|officer)\b"
)
"""What makes of the army something of the army's."""
_HEADS = HEADS | institutions.HEADS | PARTY_WORDS
_ACTORS_WEIGHT = 0.6
"""How much an actor named before speaks for its country."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch that stands for somebody, and who that is where it can be told."""

    span: Span
    meaning: Meaning | None


class ActorFinder:
    """Finds and resolves the names and descriptions of actors in a text."""

    def __init__(self, registry: Registry, countries: Countries, phrases: Phrases) -> None:
        self._registry = registry
        self._countries = countries
        self._phrases = phrases
        self._missions = MissionFinder(registry)

    def report(self, context: Context) -> Report:
        """What one document tells of who is meant."""
        countries = ReportCountries(context, self._countries)
        named = self._named(context, countries)
        return Report(context, countries, Discourse(self._registry, named, context.text))

    def everybody(self, report: Report) -> list[Found]:
        """Names and descriptions of actors in text order; a description of nobody known has no meaning."""
        text = report.context.text
        found = [
            Found(Span(one.start, one.end, text[one.start : one.end]), one.meaning)
            for one in report.discourse.named
        ]
        taken = _Cover((one.start, one.end) for one in report.discourse.named)
        begins = {one.start for one in report.discourse.named}
        for start, end in self._definite(text):
            if not taken.touches(start, end) and end + 1 not in begins:
                span = Span(start, end, text[start:end])
                found.append(Found(span, self.described(span, report)))
        return sorted(found, key=lambda one: (one.span.start, one.span.end))

    def mission(self, span: Span, report: Report) -> Meaning | None:
        """ "UN peacekeepers", "the African mission": the one that was in the country of the report."""
        words = [word.lower() for word in span.quote.split()]
        words = words[1:] if words[:1] == ["the"] else words
        return (
            self._missions.described(words, self._country(span, report), report.context.year)
            if words
            else None
        )

    def described(self, span: Span, report: Report) -> Meaning | None:
        """Whom a definite description means, or an office with a name that nobody knows."""
        quote = span.quote
        words = [word.strip(",").lower() for word in quote.split()]
        if words[:1] == ["the"]:
            words, start = words[1:], span.start
        else:
            start = span.start
        if not words:
            return None
        body = institution(words)
        if body is None and self._phrases.office_holder(quote):
            body = Body.GOVERNMENT
        if body is not None:
            return self._institution(body, span, report)
        sentence = report.context.sentence_index(span.start)
        demonym = self._countries.by_demonym(words[0]) or self._countries.by_name(words[0].upper())
        mission = self.mission(span, report)
        if len(words) == 1 and self._registry.candidates(words[0]):
            return self._phrases.owners.of_name(words[0], report.context)
        if demonym is not None and len(words) > 1:
            words = words[1:]
        return (
            mission
            or report.discourse.described(words, start, sentence)
            or self._missions.alone(words, self._country(span, report), report.context.year)
        )

    def unknown(self, name: str, span: Span, report: Report) -> Meaning | None:
        """A party with a name that the registry does not know."""
        known = party_name(name)
        if known is None and span.quote == name and said_to_be_one(report.context.text, span.start, span.end):
            known = name if name[:1].isupper() else None
        if known is None or (self._countries.find(known)[:1] and len(known.split()) < 3):
            return None
        return provisional(known, report.countries.of_report())

    def _country(self, span: Span, report: Report) -> str | None:
        there = report.countries.at(span, _of_actors(report.discourse.named, self._registry, Body.GOVERNMENT))
        return there[0] if there else None

    def _institution(self, body: Body, span: Span, report: Report) -> Meaning | None:
        context = report.context
        if _THERE.match(context.text, span.end):
            there = self._last_country(span, context)
        else:
            more = list(_of_actors(report.discourse.named, self._registry, body))
            there = report.countries.at(span, more)
        if there is None:
            return None
        iso, reason = there
        state = self._registry.state_of(iso)
        actor = (self._registry.forces_of(iso) or state) if body is Body.FORCES else state
        return of(actor, f"“{span.quote}” is {actor.name}: {reason}") if actor else None

    @staticmethod
    def _last_country(span: Span, context: Context) -> tuple[str, str] | None:
        named = [(word.start, word.iso) for word in context.country_words if word.start < span.start]
        named += [place for place in context.located if place[0] < span.start]
        return (max(named)[1], "it is the country named last before “there”") if named else None

    def _named(self, context: Context, countries: ReportCountries) -> list[Named]:
        """Names and phrases that say by themselves whom they mean, then parties that nobody knows."""
        found: list[Named] = []
        taken = _Cover()
        for start, end, meaning in (
            *self._country_phrases(context),
            *self._persons(context, countries),
            *self._phrases.owners.within(context.text, context),
            *self._countries_alone(context),
            *self._name_marks(context),
        ):
            if taken.add(start, end):
                found.append(Named(start, end, context.sentence_index(start), meaning))
        home = countries.of_report()
        for mark in context.names:
            span = mark.span
            if mark.label == "PER" or taken.touches(span.start, span.end):
                continue
            name = party_name(span.quote)
            if name is None and said_to_be_one(context.text, span.start, span.end):
                name = span.quote
            if name is not None and taken.add(span.start, span.end):
                meaning = provisional(name, home)
                found.append(Named(span.start, span.end, context.sentence_index(span.start), meaning))
                for start, end in _short_forms(context.text, span.end):
                    if taken.add(start, end):
                        found.append(Named(start, end, context.sentence_index(start), meaning))
        return found

    def _country_phrases(self, context: Context) -> Iterator[tuple[int, int, Meaning]]:
        """ "Malian soldiers", "Mali's foreign minister, Abdoulaye Diop"."""
        text = context.text
        for word in context.country_words:
            role = _ROLE.match(text, word.end)
            if role is None:
                continue
            end = word.end
            for part in re.finditer(r"[ -][A-Za-z][\w'-]*", text[: role.end()][role.start(1) :]):
                token = part[0][1:]
                if token.lower() not in _ROLES:
                    break
                end = role.start(1) + part.end()
            if end == word.end:
                continue
            person_end = self._person_after(text, end, context)
            stretch = text[word.start : person_end or end]
            before = text[max(word.start - 30, 0) : word.start]
            meaning = self._phrases.meaning(stretch, context, before=before)
            if meaning is not None:
                yield word.start, person_end or end, meaning

    def _person_after(self, text: str, end: int, context: Context) -> int | None:
        """Where the name ends that follows an office: "prime minister, Boubou Cissé"."""
        gap = _NAME_AFTER.match(text, end)
        if gap is None:
            return None
        begins = gap.end()
        ends = [mark.span.end for mark in context.names if mark.label == "PER" and mark.span.start == begins]
        known = self._registry.find_persons(text[begins : begins + 60])
        ends += [begins + stop for start, stop, _ in known if start == 0]
        return max(ends, default=None)

    def _persons(self, context: Context, countries: ReportCountries) -> Iterator[tuple[int, int, Meaning]]:
        """Persons with the titles before their names."""
        text = context.text
        spans = {(start, end) for start, end, _ in self._registry.find_persons(text)}
        spans |= {(mark.span.start, mark.span.end) for mark in context.names if mark.label == "PER"}
        spans |= {match.span("name") for match in _IN_OFFICE.finditer(text)}
        acting = self._acting(context)
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            first = self._titles_from(text, start)
            before = text[max(first - 30, 0) : first]
            meaning = self._phrases.persons.at_the_end(text[first:end], context, before)
            if meaning is None:
                meaning = self._phrases.persons.at_the_end(
                    text[start:end], context, text[max(start - 30, 0) : start]
                )
            if meaning is not None:
                yield first, end, meaning
            elif first < start and self._phrases.office_holder(text[first:end]):
                span = Span(first, end, text[first:end])
                there = countries.at(span, acting)
                state = self._registry.state_of(there[0]) if there else None
                if there and state is not None:
                    yield first, end, of(state, f"an office of {state.name}: {there[1]}")

    def _acting(self, context: Context) -> list[Evidence]:
        """The countries of the groups named, which tell whose president "the president" is."""
        named = [
            Named(start, end, context.sentence_index(start), meaning)
            for start, end, meaning in self._phrases.owners.within(context.text, context)
        ]
        return list(_of_actors(named, self._registry, Body.GOVERNMENT))

    def _titles_from(self, text: str, start: int) -> int:
        for _ in range(7):
            title = _TITLE.search(text, max(start - 40, 0), start)
            if title is None:
                break
            word = title[0].strip().strip(",").lower()
            if word.removesuffix("'s").removesuffix("’s") not in _TITLES:
                break
            start = title.start()
        return start

    def _countries_alone(self, context: Context) -> Iterator[tuple[int, int, Meaning]]:
        for word in context.country_words:
            state = self._registry.state_of(word.iso)
            if word.kind == "name" and state is not None:
                yield word.start, word.end, of(state, f"the state of {state.name} by name")

    def _name_marks(self, context: Context) -> Iterator[tuple[int, int, Meaning]]:
        """Names that the encoder saw: capitals that stand for governments, and names known by another name."""
        for mark in context.names:
            meaning = self._phrases.meaning(mark.span.quote, context) or self._phrases.by_metonym(
                mark.span.quote
            )
            if meaning is not None:
                yield mark.span.start, mark.span.end, meaning

    def _definite(self, text: str) -> Iterator[tuple[int, int]]:
        """ "the transitional government", "the group": the longest that ends in a word for an actor."""
        for article in _DEFINITE.finditer(text):
            end, last = None, article.end()
            for count, word in enumerate(_NEXT_WORD.finditer(text, article.end())):
                token = _OWN.sub("", word[1].lower())
                if token in _STOPS or count > 4 or (count and word.start() != last):
                    break
                last = word.end() if token == word[1].lower() else -1
                if token in _HEADS or (count == 0 and word[1] == token and self._registry.candidates(token)):
                    end = word.start(1) + len(token)
                elif end is not None:
                    break
            if end is not None and not _NOT_OF.match(text, end):
                yield article.start(), end
        for troops in _LOYAL.finditer(text):
            yield troops.start(), troops.end()


def _of_actors(named: Iterable[Named], registry: Registry, body: Body) -> Iterator[Evidence]:
    """The countries of the actors named: of groups that act in one alone, and of armies where "the army" is said."""
    for one in named:
        actor = registry.get(one.meaning.actor or "")
        if actor is None or len(actor.countries) != 1:
            continue
        if actor.kind is ActorKind.GROUP or (actor.kind is ActorKind.FORCES and body is Body.FORCES):
            yield Evidence(one.start, actor.countries[0], _ACTORS_WEIGHT)


def _short_forms(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Where the acronym stands that a text gives in parentheses behind a name."""
    given = _GIVEN_ACRONYM.match(text, end)
    if given:
        for again in re.finditer(rf"\b{re.escape(given['short'])}\b", text[given.end() :]):
            yield given.end() + again.start(), given.end() + again.end()


class _Cover:
    """Stretches of a text, by the character."""

    def __init__(self, stretches: Iterable[tuple[int, int]] = ()) -> None:
        self._covered: set[int] = set()
        for start, end in stretches:
            self._covered.update(range(start, end))

    def touches(self, start: int, end: int) -> bool:
        return not self._covered.isdisjoint(range(start, end))

    def add(self, start: int, end: int) -> bool:
        """Take a stretch unless part of it is taken."""
        if self.touches(start, end):
            return False
        self._covered.update(range(start, end))
        return True
