"""The country whose army "the army" is: told by the dateline, the places and countries named near, and the title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass

from harmattan.model.text import Span
from harmattan.reference.countries import Countries
from harmattan.resolution.context import DATELINE_WEIGHT, Context

_FADES = (1.0, 0.6, 0.36, 0.2)
"""What a naming counts for in its own sentence, in the next and in those after."""
_AFTER = 0.5
"""What it counts for where it comes only after the words, in their sentence."""
_SHARE = 1.2
"""What a country counts for that the whole document speaks of and no other."""
_ENOUGH = 3.0
"""Namings that it takes for a document to be about a country."""
_CLEAR = 1.3
"""How many times as much as the next country's the evidence for one must be."""
_LEAST = 0.3
_PLACED = 1.0
"""What a country counts for in which something is, or one of its places."""
_DEMONYM, _FOREIGN_FORCES, _BESIDE, _ACTING, _TITLE, _HOME = 0.8, 0.35, 0.25, 0.35, 0.8, 1.0
_BARE_DATELINE = 1.0
"""What a dateline is worth whose country the text does not name again."""
_ELSEWHERE = re.compile(
    r"(?:\bborders? (?:with|to|of|into)|\bcross(?:ed|es|ing)? (?:in)?to|\bfled to|\bflown to|\binto|\bacross|\bfrom"
    r"|\bbetween)\s+(?:the\s+)?(?:\w+\s+(?:and|,)\s+)?$"
)
"""What stands before a country that lies beside the one spoken of, or that somebody comes from or goes to."""
_WHERE = re.compile(
    r"(?:\b(?:in|of|inside|within|throughout|around|over)|\b(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)\w*|\b[Cc]entral|\b[Uu]pper"
    r"|\b[Ll]ower)\s+(?:the\s+)?(?:[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?(?:,\s+(?:and\s+)?|\s+and\s+(?:in\s+)?)){0,3}$"
)
"""What stands before a country where something is; a country that does something itself may do it from afar."""
_FORCES_AFTER = re.compile(
    r"\s+(?:(?:armed|special|security|air|military|federal|government)\s+)?(?:troops?|forces?|soldiers?|jets?|warplanes?"
    r"|aircraft|drones?|helicopters?|air\s?strikes?|instructors?|mercenaries|marines|servicemen|fighters|embassy|consulate"
    r"|airliner|warships?|contractors|citizens|nationals|tourists|hostages)\b",
    re.IGNORECASE,
)
"""What is abroad as often as at home."""
_STATE_AFTER = re.compile(
    r"\s+(?:(?:foreign|defen[cs]e|interior|prime|transitional|general)\s+)?(?:government|ministry|minister|president|staff"
    r"|army|military|officials?|authorities|spokes\w+|leaders?|diplomats?)\b",
    re.IGNORECASE,
)
"""What makes of a people's adjective the name of its state, which may act from afar."""
_SECTION = re.compile(
    r"(?m)^(?:[-*•·–] ?)?(?P<name>[A-ZÀ-Þ][\w .'’-]{2,40}?)(?:: (?=\S)|\. (?=[A-ZÀ-Þ])|:?$)"
)
"""A line, or its beginning, that may be the name of the country of which what follows tells."""
_UNDER = 3.0
"""What a country counts for under whose name something is told: more than a naming in the sentence itself."""
_OFFICIAL = re.compile(
    r"\b(?:Government|Ministry|Department|Office|Embassy|Command|Army|Presidency|Forces)\b"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A naming of a country, of one of its people or of one of its places."""

    start: int
    iso: str
    weight: float
    abroad: bool = False
    """Whether it tells nothing of where things happen, as armies are abroad too."""


@dataclass(frozen=True, slots=True)
class Told:
    """A country (ISO 3166-1 alpha-2) and what tells it, in words."""

    iso: str
    reason: str


class ReportCountries:
    """Which country a report speaks of where it says "the army", "the government"."""

    def __init__(self, context: Context, countries: Countries) -> None:
        self._context = context
        self._countries = countries
        self._named = tuple(_gathered(context))
        acting = [one for one in self._named if one.weight in (_ACTING, _FOREIGN_FORCES)]
        self._acting = [one.iso for one in acting]
        self._acting_starts = [one.start for one in acting]
        self._home, self._official = _home(context.source, countries)
        self._sections = _sections(context.text, countries)
        self._weigh(())

    def _weigh(self, more: Iterable[Evidence]) -> None:
        where = {one.iso for one in self._named if one.weight >= _PLACED} | set(self._context.title_counts)
        where |= {iso for iso in (self._context.dateline, self._home) if iso}
        gathered = [one for one in (*self._named, *more) if not (one.abroad and where) or one.iso in where]
        self._evidence = sorted(gathered, key=lambda one: one.start)
        self._starts = [one.start for one in self._evidence]
        self._constant = self._standing({one.iso for one in self._named})

    def _standing(self, named: set[str]) -> Mapping[str, float]:
        """What speaks for a country wherever in the text the words stand, but for the dateline."""
        standing: dict[str, float] = defaultdict(float)
        total = sum(one.weight for one in self._evidence)
        for one in self._evidence:
            standing[one.iso] += _SHARE * one.weight / max(total, _ENOUGH)
        for iso in self._context.title_counts:
            standing[iso] += _TITLE
        if self._home:
            standing[self._home] += _HOME
        self._dateline = 0.0
        if self._context.dateline:
            self._dateline = DATELINE_WEIGHT if self._context.dateline in named else _BARE_DATELINE
        return standing

    def with_more(self, more: Iterable[Evidence]) -> ReportCountries:
        """The same with what else speaks for a country, such as the groups and armies that the text names."""
        other = copy(self)
        other._weigh(more)
        return other

    def at(self, span: Span) -> Told | None:
        """The country spoken of at a stretch, and why; None where two are as likely."""
        return self._first(self._scores(span))

    def another_acts(self, span: Span, iso: str, before: int = 1) -> bool:
        """Whether a state other than this one, or its army, does something in the sentence or so many before it."""
        first, _ = self._context.sentence_of(span, before=before)
        _, last = self._context.sentence_of(span)
        low, high = bisect_left(self._acting_starts, first), bisect_left(self._acting_starts, last)
        return any(other != iso for other in self._acting[low:high])

    def likely(self, span: Span) -> tuple[str, ...]:
        """All countries that may be spoken of at a stretch, the likeliest first."""
        scores = self._scores(span)
        most = max(scores.values(), default=0.0)
        found = [iso for iso, score in scores.items() if score >= _LEAST and 2 * score >= most]
        return tuple(sorted(found, key=lambda iso: (-scores[iso], iso)))

    def among(self, span: Span, isos: Iterable[str]) -> Told | None:
        """Which of these countries is spoken of at a stretch, if any is at all."""
        scores = self._scores(span)
        return self._first({iso: scores[iso] for iso in isos if iso in scores})

    def of_office(self, span: Span) -> Told | None:
        """The country of an office ("the minister", "Prime Minister Abadi"): a ministry's paper means its own too."""
        told = self.at(span)
        return None if told and self._official and told.iso != self._home else told

    def of_report(self) -> str | None:
        """The country of the report as a whole."""
        scores = defaultdict(float, self._constant)
        if self._context.dateline:
            scores[self._context.dateline] += self._dateline
        told = self._first(scores)
        return told.iso if told else None

    def _first(self, scores: Mapping[str, float]) -> Told | None:
        ordered = sorted(scores, key=lambda iso: (-scores[iso], iso))
        if not ordered or scores[ordered[0]] < _LEAST:
            return None
        if len(ordered) > 1 and scores[ordered[0]] < _CLEAR * scores[ordered[1]]:
            return None
        return Told(ordered[0], self._why(ordered[0]))

    def _scores(self, span: Span) -> dict[str, float]:
        scores = defaultdict(float, self._constant)
        here = self._context.sentence_index(span.start)
        if self._context.dateline:
            scores[self._context.dateline] += self._dateline * max(_FADES[min(here, len(_FADES) - 1)], 0.5)
        first, _ = self._context.sentence_of(span, before=len(_FADES) - 1)
        _, last = self._context.sentence_of(span)
        section = bisect_left(self._sections, (span.start + 1, "")) - 1
        if section >= 0:
            start, iso = self._sections[section]
            scores[iso] += _UNDER
            first = max(first, start)
        for one in self._evidence[bisect_left(self._starts, first) : bisect_left(self._starts, last)]:
            if one.start != span.start:
                share = _FADES[max(here - self._context.sentence_index(one.start), 0)]
                scores[one.iso] += (share if one.start < span.start else _AFTER) * one.weight
        return scores

    def _why(self, iso: str) -> str:
        told = []
        if iso == self._context.dateline:
            told.append("the dateline")
        if self._context.counts[iso]:
            told.append("the countries named")
        if any(one == iso for _, one in self._context.located):
            told.append("the places named")
        if iso == self._home:
            told.append("the source's home")
        country = self._countries.get(iso)
        name = country.name if country else iso
        return f"the report speaks of {name} there, by " + (" and ".join(told) or "the groups named")


def _gathered(context: Context) -> Iterable[Evidence]:
    text = context.text
    for word in context.country_words:
        weight, abroad = _PLACED, False
        if word.kind == "demonym":
            weight = _DEMONYM
            if _FORCES_AFTER.match(text, word.end):
                weight, abroad = _FOREIGN_FORCES, True
            elif _STATE_AFTER.match(text, word.end):
                weight = _ACTING
        elif _ELSEWHERE.search(text, max(word.start - 40, 0), word.start):
            weight = _BESIDE
        elif not _WHERE.search(text, max(word.start - 60, 0), word.start) and text[
            word.end : word.end + 1
        ] not in (
            "'",
            "’",
        ):
            weight = _ACTING
        yield Evidence(word.start, word.iso, weight, abroad)
    for start, iso in context.located:
        if not context.datelines.covers(start) and not context.between(start, start + 1):
            yield Evidence(start, iso, _PLACED)


def _sections(text: str, countries: Countries) -> list[tuple[int, str]]:
    """Where what is told under the names of several countries begins, one after the other: "Mali", "- Niger: ..."."""
    named = ((match.start(), countries.by_name(match["name"])) for match in _SECTION.finditer(text))
    found = [(start, country.iso) for start, country in named if country]
    return found if len({iso for _, iso in found}) > 1 else []


def _home(source: str | None, countries: Countries) -> tuple[str | None, bool]:
    """The country that a source's name holds ("Bamako Monitor"), and whether it is an authority of it."""
    if not source:
        return None, False
    found = {country.iso for _, _, country, _ in countries.find(source)}
    for word in source.split():
        country = countries.by_metonym(word)
        if country is not None:
            found.add(country.iso)
    return (found.pop() if len(found) == 1 else None), bool(_OFFICIAL.search(source))
