"""What speaks for one candidate of a toponym, feature by named feature.

`OWN` are those of the candidate and of the words around the toponym; `SHARED` rest on what the other places of the
document are believed to be.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from harmattan.model.readings import PlaceKind
from harmattan.model.text import Span
from harmattan.model.world import Location
from harmattan.reference.abbreviations import abbreviations
from harmattan.reference.countries import Countries
from harmattan.reference.names import key
from harmattan.resolution.context import Context, CountryWordAt
from harmattan.resolution.places.containers import Container
from harmattan.resolution.places.distance import distance_km

Features = dict[str, float]
"""Value by name; a feature that is left out is 0."""

BORDER_KM = 300.0
"""A place this near to the middle of a country that the document names may lie across its border: Gaza and Israel."""
NEAR_KM, FAR_KM = 40.0, 160.0
"""Places of one report are often neighbours: within a county, within a region."""

HOME_KM = 60.0
"""A town this near to its source's home is one of its own."""
OFTEN = 3
"""A country named so often is one the document speaks of."""

OWN = {
    "people": "tens of inhabitants (logarithm), a division's or country's left out",
    "country": "is a country",
    "division": "is a first-order division, and not named like its country's capital",
    "county": "is a second-order division",
    "land": "is an area: an island, a desert, a valley",
    "division elsewhere": "is a first-order division of a country that is not named, where others are",
    "capital": "is its country's capital",
    "division's namesake": "is a town elsewhere in a country that has a division of its name: California, Pennsylvania",
    "only one": "no other place far from it has the name, and no country but its own is named",
    "first name": "the words are its first name, not one of its others",
    "said country": "the words behind it say its country",
    "said division": "the words behind it say its division",
    "said elsewhere": "the words behind another mention of the name say so",
    "holds the place before": "it stands behind a place that lies in it: New York behind Buffalo",
    "country in sentence": "its country is named in the sentence",
    "country beside": "its country is named in the sentences around",
    "country share": "part of the document's words of countries that speak of its country",
    "country named": "its country is named in the document, once (a third) or oftener (up to 1)",
    "country above all": "of a country's namesake: the document names its own country more than all others",
    "actor's country": "an actor of the document is at home in its country",
    "border": "its country is not named, and the middle of one that is named is near",
    "source's country": "the source's address ends in its country's code",
    "source's home": "it lies within 60 km of the source's home",
    "source's region": "it lies within 160 km of the source's home",
    "source's division": "it is the first-order division in which the source is at home",
}
SHARED = {
    "near": "other places of the document lie within 40 km",
    "not far": "other places of the document lie within 160 km",
    "in named division": "the document names its first-order division",
    "division in sentence": "the sentence names its first-order division",
    "holds places": "of a first-order division: other places of the document lie in it",
    "country of places": "part of the document's places that lie in its country",
}


@dataclass(frozen=True)
class Mentions:
    """One name in one document with all its mentions, and what the words behind them say."""

    spans: tuple[Span, ...]
    container: Container
    elsewhere: tuple[Container, ...] = ()
    """What is said behind other mentions of the name."""
    holds: frozenset[str] = frozenset()
    """Ids of the places of the name that hold the place which these mentions stand behind."""


class OwnFeatures:
    """Computes `OWN` for the candidates of one document."""

    def __init__(
        self,
        context: Context,
        countries: Countries,
        actor_countries: frozenset[str],
        home: Location | None = None,
    ) -> None:
        self._home = home
        self._context = context
        self._countries = countries
        self._actor_countries = actor_countries
        self._counts = self._unmistakable(context.between(0, len(context.text))) + context.title_counts
        named = (countries.get(iso) for iso in sorted(self._counts))
        self._middles = tuple(country.location for country in named if country)
        self._source = _source_country(context.source)

    def of(self, name: str, mentions: Mentions, candidates: Iterable[Location]) -> list[Features]:
        """The features of each candidate."""
        listed = list(candidates)
        capitals = self._capitals(listed)
        inside: Counter[str] = Counter()
        around: Counter[str] = Counter()
        for span in mentions.spans:
            inside |= self._near(span)
            around |= self._near(span, before=3, after=1)
        found: list[Features] = []
        alone = all(distance_km(place, listed[0]) <= HOME_KM for place in listed[1:])
        has_country = any(place.kind is PlaceKind.COUNTRY for place in listed)
        for place in listed:
            features = _kind_features(place)
            if features.get("division") and self._is_capital_namesake(place, listed, capitals):
                features["division"] = 0.0
            features["first name"] = float(key(place.name) == name or place.kind is PlaceKind.COUNTRY)
            features["capital"] = float(place.id in capitals)
            features["division's namesake"] = float(_is_division_namesake(place, listed))
            features["only one"] = float(alone and set(self._counts) <= {place.country})
            features |= _said(place, mentions)
            features |= self._home_features(place)
            if place.country and place.kind is not PlaceKind.COUNTRY and has_country:
                features |= self._namesake_features(place.country)
            elif place.country:
                features |= self._country_features(place, inside, around)
            found.append({feature: value for feature, value in features.items() if value})
        return found

    def _home_features(self, place: Location) -> Features:
        home = self._home
        if home is None or place.kind is PlaceKind.COUNTRY:
            return {}
        if place.feature == "ADM1":
            own = (place.country, place.admin1) == (home.country, home.admin1)
            return {"source's division": float(own)}
        distance = distance_km(place, home)
        return {
            "source's home": float(distance <= HOME_KM),
            "source's region": float(distance <= FAR_KM),
        }

    @staticmethod
    def _is_capital_namesake(
        division: Location, candidates: Iterable[Location], capitals: frozenset[str]
    ) -> bool:
        """Washington is the capital before it is the state."""
        return any(place.id in capitals and place.country == division.country for place in candidates)

    def _unmistakable(self, words: Iterable[CountryWordAt]) -> Counter[str]:
        """How often countries are named, without words that may be another place's ("Georgia", "Peru, Ind.")."""
        return Counter(
            word.iso
            for word in words
            if word.kind == "demonym" or not (self._has_namesakes(word.iso) or self._is_town(word))
        )

    def _has_namesakes(self, iso: str) -> bool:
        country = self._countries.get(iso)
        return country is not None and bool(country.namesakes)

    def _is_town(self, word: CountryWordAt) -> bool:
        return abbreviations().after(self._context.text, word.end) is not None

    def _near(self, span: Span, before: int = 0, after: int = 0) -> Counter[str]:
        return self._unmistakable(self._context.between(*self._context.sentence_of(span, before, after)))

    def _namesake_features(self, iso: str) -> Features:
        """Of a division or town that bears a country's name: that somebody speaks for its own country is no reason."""
        count = self._counts[iso]
        others = self._counts.total() - count
        return {
            "country named": min(count, OFTEN) / OFTEN,
            "country above all": float(count >= 2 and 2 * count > others),
            "source's country": float(iso == self._source),
        }

    def _country_features(
        self, place: Location, inside: Counter[str], around: Counter[str]
    ) -> Mapping[str, float]:
        iso = place.country or ""
        counts = self._counts
        return {
            "country in sentence": float(inside[iso] > 0),
            "country beside": float(around[iso] > 0),
            "country share": counts[iso] / counts.total() if counts else 0.0,
            "country named": min(counts[iso], OFTEN) / OFTEN,
            "actor's country": float(iso in self._actor_countries),
            "source's country": float(iso == self._source),
            "division elsewhere": float(place.feature == "ADM1" and bool(counts) and not counts[iso]),
            "border": float(
                not counts[iso] and any(distance_km(place, middle) <= BORDER_KM for middle in self._middles)
            ),
        }

    def _capitals(self, candidates: list[Location]) -> frozenset[str]:
        """Ids of those that are capitals: of the towns with the capital's name the largest in its country."""
        largest: dict[str, Location] = {}
        for place in candidates:
            country = self._countries.get(place.country) if place.country else None
            if (
                country is None
                or place.kind is not PlaceKind.POINT
                or key(country.capital) not in {key(place.name), key(place.name).removesuffix(" dc")}
            ):
                continue
            known = largest.get(country.iso)
            if known is None or place.population > known.population:
                largest[country.iso] = place
        return frozenset(place.id for place in largest.values())


def _is_division_namesake(place: Location, candidates: Iterable[Location]) -> bool:
    return place.kind is PlaceKind.POINT and any(
        other.feature == "ADM1" and other.country == place.country and other.admin1 != place.admin1
        for other in candidates
    )


def _kind_features(place: Location) -> Features:
    match place.kind:
        case PlaceKind.COUNTRY:
            return {"country": 1.0}
        case PlaceKind.ADMIN:
            return {"county": 1.0} if place.feature not in (None, "ADM1", "PCLD") else {"division": 1.0}
        case PlaceKind.AREA | PlaceKind.REGION:
            return {"land": 1.0}
    return {"people": math.log10(place.population / 10 + 10) - 1}


def _said(place: Location, mentions: Mentions) -> Features:
    here = mentions.container
    return {
        "said country": float(bool(here.country) and here.country == place.country),
        "said division": float(bool(here.divisions) and here.holds(place)),
        "holds the place before": float(place.id in mentions.holds),
        "said elsewhere": float(any(other.holds(place) for other in mentions.elsewhere)),
    }


_SECOND_LEVEL = {"uk": "GB"}
_GENERIC = frozenset(("tv", "me", "io", "co", "ai", "fm", "cc", "ws", "ly", "to", "am", "la"))
"""Codes of countries that addresses all over the world end in."""


def _source_country(source: str | None) -> str | None:
    """The country whose code a source's address ends in: "thisisexample.co.uk" is GB."""
    if not source or "." not in source or " " in source:
        return None
    last = source.rsplit(".", 1)[1].lower()
    if len(last) != 2 or last in _GENERIC:
        return None
    return _SECOND_LEVEL.get(last, last.upper())
