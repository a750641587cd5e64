"""Whom a report names: phrases that say by themselves who is meant, and parties that no registry has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from harmattan.model.text import Span
from harmattan.reference.actors import Registry
from harmattan.reference.described import FORCES, FORCES_MODIFIERS, GOVERNMENT, GOVERNMENT_MODIFIERS
from harmattan.resolution.actors.discourse import Named
from harmattan.resolution.actors.institutions import Body, titled
from harmattan.resolution.actors.meaning import Meaning, of
from harmattan.resolution.actors.persons import NOT_IN_OFFICE, RANKS, surname_of
from harmattan.resolution.actors.phrases import Phrases
from harmattan.resolution.actors.provisional import party_names, provisional, said_to_be_one
from harmattan.resolution.actors.report import evidence_of
from harmattan.resolution.actors.report_country import ReportCountries
from harmattan.resolution.context import Context, CountryWordAt

Match = tuple[int, int, Meaning]
"""Where somebody is named, and who that is."""

_ROLES = FORCES | FORCES_MODIFIERS | GOVERNMENT | GOVERNMENT_MODIFIERS
_ROLE_WORD = re.compile(r"(?:['’]s?)?[ -]([A-Za-z][A-Za-z'’]*(?:-[A-Za-z]+)*)")
_OF_IT = re.compile(
    r"\b(?:[Tt]he\s+)?(?P<role>(?:[A-Za-z]+\s+(?:(?:of|and|for)\s+)?){1,4})of\s+(?:the\s+)?(?:Republic\s+of\s+)?$"
)
_IN_IT = re.compile(r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o)\s+$")
_STATE_OWNED = re.compile(r"\bstate$")
_GOES_ON = re.compile(r"\s+(?:television|tv|radio|media|newspaper|company|oil|news)\b", re.IGNORECASE)
_ONE_OF_MORE = re.compile(r"(?:,|\s+and)\s+(?:the\s+)?[A-Z]")
_CAPITALISED = re.compile(r"\b[A-ZÀ-Ý][\w’'-]*[a-zß-ÿ]\b")
_AT = re.compile(r"(?:\b(?:in|at|near|from|to|of|around|outside|towards|into)|,)\s+$")
_SMALL = frozenset("of and for the".split())
_LONGEST_ROLE = 6
_NOT_NOW = re.compile(r"(?:\b(?:former|ex|anti|pro|late)[ -]|-)$", re.IGNORECASE)
_TITLE = re.compile(r"[\w’'-]+,?\s+$")
_TITLES = (GOVERNMENT | GOVERNMENT_MODIFIERS | RANKS | NOT_IN_OFFICE) - {"and", "of", "the"}
_NAME_AFTER = re.compile(r",?\s+(?=[A-ZÀ-Ý])")
_IN_OFFICE = re.compile(
    r"\b(?:[Pp]resident|[Mm]inister|[Pp]remier|[Cc]hancellor)\s+"
    r"(?P<name>[A-ZÀ-Ý][\w'’-]+(?:\s+(?:al-|el-|[A-ZÀ-Ý])[\w'’-]+){1,4})"
)
"""A name behind an office, whether or not the encoder saw it."""
_GIVEN_ACRONYM = re.compile(r"\s*\((?P<short>[A-ZÀ-Ý][A-ZÀ-Ý0-9/-]{1,9})\)")
_MOST_ACRONYMS = 20
_HIGHEST = frozenset("president premier chancellor prime vice secretary".split())
"""Offices of which a country has one: whose they are the report's country tells."""


@dataclass(frozen=True)
class _Text:
    """A report's words with the names that the registry has in them, looked up once."""

    context: Context
    owned: tuple[Match, ...]
    persons: tuple[tuple[int, int], ...]

    @property
    def words(self) -> str:
        return self.context.text


class Naming:
    """Finds whom a text names."""

    def __init__(self, registry: Registry, phrases: Phrases) -> None:
        self._registry = registry
        self._phrases = phrases

    def named(self, context: Context, countries: ReportCountries) -> list[Named]:
        """Who is named where, in text order; where stretches overlap, the plainer naming stands."""
        text = _Text(
            context,
            tuple(self._phrases.owners.within(context.text, context)),
            tuple((start, end) for start, end, _ in self._registry.find_persons(context.text)),
        )
        found: list[Named] = []
        taken = Cover()

        def take(matches: Iterable[Match]) -> None:
            for start, end, meaning in matches:
                if taken.add(start, end):
                    found.append(Named(start, end, context.sentence_index(start), meaning))

        take(self._country_phrases(text))
        take(self._persons(text, countries))
        take(text.owned)
        take(self._states(context))
        take(self._name_marks(context, taken))
        take(self._capitals(context))
        take(list(self._unknown(context, taken, countries.of_report())))
        return sorted(found, key=lambda one: one.start)

    def _country_phrases(self, text: _Text) -> Iterator[Match]:
        """ "Malian soldiers", "Mali's foreign minister, Abdoulaye Diop"."""
        for word in text.context.country_words:
            if _NOT_NOW.search(text.words, max(word.start - 8, 0), word.start):
                continue
            end = self._end_of_role(text.words, word.end)
            if end is not None and self._is_no_role(text.words, word, end):
                continue
            if end is None:
                if word.kind == "name" and text.words[word.end : word.end + 1] not in ("-", "–"):
                    yield from self._of_country(text, word.start, word.end)
                continue
            stop = self._end_of_name(text, end) or end
            before = text.words[max(word.start - 30, 0) : word.start]
            meaning = self._phrases.meaning(text.words[word.start : stop], text.context, before=before)
            if meaning is not None:
                yield word.start, stop, meaning

    @staticmethod
    def _is_no_role(words: str, word: CountryWordAt, end: int) -> bool:
        """ "in Turkey Minister Ellwood met" is of another country, "Iraqi state television" no government."""
        inside = word.kind == "name" and words[word.end : word.end + 1] == " "
        if inside and _IN_IT.search(words, max(word.start - 12, 0), word.start):
            return True
        return bool(_STATE_OWNED.search(words, word.end, end) and _GOES_ON.match(words, end))

    def _of_country(self, text: _Text, start: int, end: int) -> Iterator[Match]:
        """ "The government of Mali", "the Minister of Foreign Affairs of Iraq"."""
        of_it = _OF_IT.search(text.words, max(start - 80, 0), start)
        if of_it is None:
            return
        words = of_it["role"].lower().split()
        if _ROLES.isdisjoint(words) or not all(word in _ROLES or word in _SMALL for word in words):
            return
        if words[0].endswith("s") and _ONE_OF_MORE.match(text.words, end):
            return
        first = start - len(of_it[0])
        meaning = self._phrases.meaning(text.words[first:end], text.context)
        if meaning is not None:
            yield first, end, meaning

    @staticmethod
    def _end_of_role(words: str, start: int) -> int | None:
        end = None
        for _ in range(_LONGEST_ROLE):
            word = _ROLE_WORD.match(words, start if end is None else end)
            if word is None or word[1].lower() not in _ROLES:
                break
            end = word.end()
        return end

    @staticmethod
    def _end_of_name(text: _Text, end: int) -> int | None:
        """Where the name ends that follows an office: "prime minister, Boubou Cissé"."""
        gap = _NAME_AFTER.match(text.words, end)
        if gap is None:
            return None
        begins = gap.end()
        marks = [
            (mark.span.start, mark.span.end)
            for mark in text.context.names_from(begins)
            if mark.label == "PER"
        ]
        return max((stop for start, stop in (*marks, *text.persons) if start == begins), default=None)

    def _persons(self, text: _Text, countries: ReportCountries) -> Iterator[Match]:
        """Persons with the titles before their names."""
        words, context = text.words, text.context
        spans = set(text.persons)
        spans |= {(mark.span.start, mark.span.end) for mark in context.names if mark.label == "PER"}
        spans |= {match.span("name") for match in _IN_OFFICE.finditer(words)}
        acting = [Named(start, end, 0, meaning) for start, end, meaning in text.owned]
        whose = countries.with_more(evidence_of(acting, self._registry, Body.GOVERNMENT))
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            first = self._first_title(words, start)
            if first == start and not self._phrases.persons.knows(surname_of(words[start:end])):
                continue
            meaning = self._phrases.persons.at_the_end(
                words[first:end], context, words[max(first - 30, 0) : first]
            )
            if meaning is None and first < start and self._highest(words[first:start]):
                meaning = self._in_office(context.text[first:end], Span(first, end, words[first:end]), whose)
            if meaning is not None:
                yield first, end, meaning

    def _in_office(self, quote: str, span: Span, whose: ReportCountries) -> Meaning | None:
        if not self._phrases.office_holder(quote):
            return None
        words = quote.lower().split()
        title = titled(words[1:] if words[0] == "the" else words)
        there = whose.among(span, title) if title else whose.of_office(span)
        state = self._registry.state_of(there.iso) if there else None
        return of(state, f"an office of {state.name}: {there.reason}") if there and state else None

    @staticmethod
    def _highest(titles: str) -> bool:
        return not _HIGHEST.isdisjoint(titles.lower().replace(",", " ").split())

    @staticmethod
    def _first_title(words: str, start: int) -> int:
        for _ in range(7):
            title = _TITLE.search(words, max(start - 40, 0), start)
            if title is None or title[0].strip().strip(",").lower() not in _TITLES:
                break
            start = title.start()
        return start

    def _states(self, context: Context) -> Iterator[Match]:
        for word in context.country_words:
            state = self._registry.state_of(word.iso)
            if word.kind == "name" and state is not None:
                yield word.start, word.end, of(state, f"the state of {state.name} by name")

    def _name_marks(self, context: Context, taken: Cover) -> Iterator[Match]:
        """Names that the encoder saw: capitals that stand for governments, names known by another name."""
        for mark in context.names:
            span = mark.span
            if taken.touches(span.start, span.end):
                continue
            meaning = self._phrases.by_metonym(span.quote)
            if meaning is None and mark.label != "PER":
                meaning = self._phrases.meaning(span.quote, context)
            if meaning is not None:
                yield span.start, span.end, meaning

    def _capitals(self, context: Context) -> Iterator[Match]:
        """Capitals and palaces that do something, though the encoder saw no name: "Riyadh calls it ..."."""
        for word in _CAPITALISED.finditer(context.text):
            if not context.datelines.covers(word.start()) and not _AT.search(
                context.text, max(word.start() - 12, 0), word.start()
            ):
                meaning = self._phrases.by_metonym(word[0])
                if meaning is not None:
                    yield word.start(), word.end(), meaning

    def _unknown(self, context: Context, taken: Cover, home: str | None) -> Iterator[Match]:
        """Parties with names that the registry does not have, and their acronyms."""
        acronyms = 0
        for start, end, name in self._parties(context, taken):
            meaning = provisional(name, home)
            yield start, end, meaning
            given = _GIVEN_ACRONYM.match(context.text, end)
            if given and acronyms < _MOST_ACRONYMS:
                acronyms += 1
                for again in re.finditer(rf"\b{re.escape(given['short'])}\b", context.text):
                    yield again.start(), again.end(), meaning

    def _parties(self, context: Context, taken: Cover) -> Iterator[tuple[int, int, str]]:
        """By the words of the name, where the encoder saw a name there too; by the words around what it saw."""
        marks = [mark.span for mark in context.names if mark.label != "PER"]
        marked = Cover((span.start, span.end) for span in marks)
        for start, end, name in party_names(context.text):
            if marked.touches(start, end) and not taken.touches(start, end) and not self._registry.find(name):
                yield start, end, name
        for mark in context.names:
            span = mark.span
            if mark.label != "ORG" or taken.touches(span.start, span.end) or self._registry.find(span.quote):
                continue
            if said_to_be_one(context.text, span.start, span.end):
                yield span.start, span.end, span.quote


class Cover:
    """Stretches of a text, by the character."""

    def __init__(self, stretches: Iterable[tuple[int, int]] = ()) -> None:
        self._covered: set[int] = set()
        for start, end in stretches:
            self._covered.update(range(start, end))

    def touches(self, start: int, end: int) -> bool:
        """Whether part of a stretch is taken."""
        return not self._covered.isdisjoint(range(start, end))

    def add(self, start: int, end: int) -> bool:
        """Take a stretch unless part of it is taken."""
        if self.touches(start, end):
            return False
        self._covered.update(range(start, end))
        return True
