"""The country whose army "the army" is: told by the dateline, the places and countries named near, and the title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from harmattan.model.text import Span
from harmattan.reference.countries import Countries
from harmattan.resolution.context import DATELINE_WEIGHT, Context

_FADES = 0.6
"""What a naming counts for in the sentence after, and again in each after that."""
_FADED = 0.15
"""What it counts for at least, wherever it stands."""
_AFTER = 0.5
"""What a naming counts for that comes only after the words, in their sentence."""
_CLEAR = 1.3
"""How many times as much as the next country's the evidence for one must be."""
_DEMONYM, _FOREIGN_FORCES, _BESIDE, _ACTING, _TITLE, _HOME = 0.8, 0.35, 0.25, 0.5, 0.8, 1.0
_BARE_DATELINE = 0.8
"""What a dateline is worth whose country the text does not name again."""
_ELSEWHERE = re.compile(
    r"(?:\bborder (?:with|to|of)|\bborders? (?:into|to)|\bcross(?:ed|es|ing)? (?:in)?to|\bfled to|\bflown to|\binto|\bacross|\bfrom"
    r"|\bbetween|\bborders (?:of|with))\s+(?:the\s+)?(?:\w+\s+(?:and|,)\s+)?$"
)
"""What stands before a country that lies beside the one spoken of, or that somebody comes from or goes to."""
_STATE_AFTER = re.compile(
    r"\s+(?:(?:foreign|defen[cs]e|interior|prime|transitional|general)\s+)?(?:government|ministry|minister|president|staff|army"
    r"|military|officials?|authorities|spokes\w+|leaders?|diplomats?)\b",
    re.IGNORECASE,
)
"""What makes of a people's adjective the name of its state, which may act from afar."""
_WHERE = re.compile(
    r"(?:\b(?:in|of|inside|within|throughout|around|over)|\b(?:north|south|east|west)\w*|\bcentral|\bupper|\blower)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a country where something is; a country that does something itself may do it from afar."""
_FORCES_AFTER = re.compile(
    r"\s+(?:(?:armed|special|security|air|military|federal|government)\s+)?(?:troops?|forces?|soldiers?|jets?|warplanes?|aircraft"
    r"|drones?|helicopters?|air\s?strikes?|instructors?|mercenaries|marines|servicemen|fighters|embassy|consulate|airliner"
    r"|warships?|contractors|citizens|nationals|tourists|hostages)\b",
    re.IGNORECASE,
)
"""What is abroad as often as at home."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A naming of a country, of one of its people or of one of its places."""

    start: int
    iso: str
    weight: float


class ReportCountries:
    """Which country a report speaks of where it says "the army", "the government"."""

    def __init__(self, context: Context, countries: Countries) -> None:
        self._context = context
        self._evidence = sorted(_gathered(context), key=lambda one: one.start)
        self._constant: dict[str, float] = defaultdict(float)
        if context.dateline:
            named = any(one.iso == context.dateline for one in self._evidence)
            self._constant[context.dateline] += DATELINE_WEIGHT if named else _BARE_DATELINE
        for iso, count in context.title_counts.items():
            self._constant[iso] += _TITLE * min(count, 1)
        home = _home(context.source, countries)
        if home:
            self._constant[home] += _HOME
        self._home = home

    def at(self, span: Span, more: Iterable[Evidence] = ()) -> tuple[str, str] | None:
        """The country (ISO 3166-1 alpha-2) spoken of at a stretch, and why; None where two are as likely.

        `more`: what else speaks for a country, such as the armies that the text named before.
        """
        scores = self._scores(span, more)
        ordered = sorted(scores, key=lambda iso: (-scores[iso], iso))
        if not ordered or scores[ordered[0]] < 0.3:
            return None
        first = ordered[0]
        if len(ordered) > 1 and scores[first] < _CLEAR * scores[ordered[1]]:
            return None
        return first, self._why(first)

    def of_report(self) -> str | None:
        """The country of the report as a whole."""
        totals: dict[str, float] = defaultdict(float)
        totals.update(self._constant)
        for one in self._evidence:
            totals[one.iso] += one.weight
        ordered = sorted(totals, key=lambda iso: (-totals[iso], iso))
        if not ordered or (len(ordered) > 1 and totals[ordered[0]] <= totals[ordered[1]]):
            return None
        return ordered[0]

    def _scores(self, span: Span, more: Iterable[Evidence]) -> dict[str, float]:
        here = self._context.sentence_index(span.start)
        scores: dict[str, float] = defaultdict(float)
        for iso, constant in self._constant.items():
            scores[iso] += constant * max(_FADES**here, 0.5)
        for one in (*self._evidence, *more):
            there = self._context.sentence_index(one.start)
            if one.start == span.start:
                continue
            if there < here:
                share = max(_FADES ** (here - there), _FADED)
            elif there == here:
                share = 1.0 if one.start < span.start else _AFTER
            else:
                share = _FADED
            scores[one.iso] += share * one.weight
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
        return f"the report speaks of {iso} there, by " + (" and ".join(told) or "its title")


def _gathered(context: Context) -> Iterable[Evidence]:
    text = context.text
    for word in context.country_words:
        weight = 1.0
        if word.kind == "demonym":
            weight = _DEMONYM
            if _FORCES_AFTER.match(text, word.end):
                weight = _FOREIGN_FORCES
            elif _STATE_AFTER.match(text, word.end):
                weight = _ACTING
        elif _ELSEWHERE.search(text, max(word.start - 40, 0), word.start):
            weight = _BESIDE
        elif (
            not _WHERE.search(text, max(word.start - 20, 0), word.start)
            and text[word.end : word.end + 1] not in "'’"
        ):
            weight = _ACTING
        yield Evidence(word.start, word.iso, weight)
    for start, iso in context.located:
        if start >= context.dateline_end and not any(
            word.start <= start < word.end for word in context.between(start, start + 1)
        ):
            yield Evidence(start, iso, 1.0)


def _home(source: str | None, countries: Countries) -> str | None:
    """The country that a source's name holds: "Bamako Monitor", "Radio Sudan"."""
    if not source:
        return None
    found = {country.iso for _, _, country, _ in countries.find(source)}
    for word in source.split():
        country = countries.by_metonym(word)
        if country is not None:
            found.add(country.iso)
    return found.pop() if len(found) == 1 else None
