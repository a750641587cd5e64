"""Which of a document's names are places, and how far each of them reaches.

The encoder's names are a beginning: it takes "the Gossi Riding Club Arena" for one place, leaves "County" off "Boone
County", and does not see that "Boone County Board of Realtors" names a county. The gazetteer, the words that
kinds of places end in, and the document's other mentions put that right.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from harmattan.model.readings import Place, PlaceKind, Reading
from harmattan.reference.abbreviations import abbreviations
from harmattan.reference.countries import Countries
from harmattan.reference.gazetteer import Gazetteer
from harmattan.reference.names import is_acronym, key
from harmattan.resolution.context import Context
from harmattan.resolution.incidents.wording import bearing

_WORD = re.compile(r"[^\W_](?:[\w.]|['’&](?=\w)|-(?=\w))*")
_AFTER = re.compile(
    r"\s+(?:County|Parish|Township|Twp\.|Borough|Province|Governorate|Oblast|Island|Islands|River|Creek|Valley|Beach|Hills|Heights"
    r"|Springs|Falls|Peninsula|Desert|Mountains|Road|Street|St\.|Avenue|Ave\.|Drive|Boulevard|Blvd\.|Lane|Parkway)(?!\w)"
)
"""Words that a name goes on with though the encoder stopped before them."""
_STREET = re.compile(
    r"(?:(?:[NSEW]|North|South|East|West|Old|New)\.?\s+)?(?:(?!The\s)(?:[A-Z][\w'’]+|\d{1,3}(?:st|nd|rd|th))\s+){1,3}"
    r"(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Drive|Boulevard|Blvd\.|Lane|Parkway)(?!\w)"
)
_ARTICLE = re.compile(r"[Tt]he\s+(?=\w)")
_KIND_AT_END = re.compile(
    r"\s+(?:province|state|region|district|county|counties|governorate|area|city|town|village|airport|border|"
    r"farms?|hospital|camp|base|river|refugee\s+camp)$"
)
_BUILT = frozenset(
    """jail hospital center centre school library arena church museum university college club house hall court building
    station stadium mall market plaza clinic department office bureau board council museum theatre theater hotel inn
    restaurant store bank company corp inc cemetery farm farms facility courthouse chapel cathedral academy institute
    society association foundation authority commission committee police sheriff fairgrounds auditorium gym airport
    laundromat supermarket mart shop""".split()
)
"""What stands at the end of the name of a building or a body, whose first words may be a place's."""
_COMMON = frozenset(
    """center centre district united state states school church street city county hospital highway hall middle north
    south east west northeast northwest southeast southwest northern southern eastern western central republic
    republican democrat interstate road avenue drive lane court park house office province region village town
    turnpike transportation department route union university college area room building main upper lower great
    plains coast international national federal downtown valley river lake mountain island hill hills heights""".split()
)
"""Words that name no place alone."""
_DAYS = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday""".split()
)
_NO_PLACES = _COMMON | _DAYS
_PERSON_GOES_ON = re.compile(r"\s+[A-Z]\.?\s+[A-Z][a-z]")
_BEFORE = re.compile(
    r"(?<!\w)(?:St\.|Saint|San|Santa|New|North|South|East|West|Fort|Mount|Lake|Port|El|Los|Las)[ -]$"
)
_GOES_ON = re.compile(
    r"[ -](?:[A-Z][\w'’]*\.?|de|del|da|do|dos|das|es|el|la|las|los|of|and|the|on|upon|al)(?!\w)"
)
_IN = re.compile(r"(?:(?:^|[\s(])(?:in|at|near|from|of|outside|around|downtown)\s+|[\s(][DR]-)$")
_OF_A_TOWN = re.compile(
    r"\s+(?:man|woman|men|women|police|resident|residents|native|mayor|teenager|officials|officers?|council|firefighters|"
    r"students?|schools?|area|voters|detectives|pupils|business\w*)(?!\w)"
)
_DATELINE_GOES_ON = re.compile(r"(?:,\s+[A-Z][\w.]+)?\s*(?:\([^()]{2,30}\)\s*)?(?:—|–|-{1,3})\s")
_PRESS = frozenset(
    "Times Herald Daily News Post Tribune Gazette Journal Telegraph Mail Press Mining Cartel".split()
)
"""What stands at the end of the names of papers and firms, which tell nothing of a place."""
_LOCATED = re.compile(
    r"(?:\b(?:in|near|from|of|to|outside|around|between|and|into|via)\s+|,\s+)$", re.IGNORECASE
)
"""What stands before a name where something is, comes from or goes to, or before one of a list."""
_OF = re.compile(r"\bof\s+(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2})$")
_IN_CAPITALS = re.compile(
    r"(?<!\w)(?:in|at|near|from|outside|downtown)\s+(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2})(?!\w|\s+[A-Z])"
)
_NAME_GOES_ON = re.compile(
    r"\s+[A-Z][a-z]+(?!\w)(?<!County)(?<!Police)(?<!City)(?<!School)(?<!Schools)(?<!Mayor)"
)
SMALL = 1_000
"""Inhabitants from which a town is taken for one where the words before say that a place is named."""
LARGE = 15_000
"""Inhabitants from which a town may be known by its name alone where the encoder saw no name at all."""

Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place named in the text; a demonym ("Malian") names its country by the way."""

    place: Place
    demonym: bool = False


class _Taken:
    """Stretches of text, none of which overlap."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, start: int, end: int) -> bool:
        """Take a stretch, unless part of it is taken."""
        at = bisect_right(self._starts, start)
        if (at and self._ends[at - 1] > start) or (at < len(self._starts) and self._starts[at] < end):
            return False
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        return True

    def holds(self, start: int, end: int) -> bool:
        """Whether any part of a stretch is taken."""
        at = bisect_right(self._starts, start)
        return bool(at and self._ends[at - 1] > start) or (at < len(self._starts) and self._starts[at] < end)

    def __iter__(self) -> Iterator[Bounds]:
        return iter(zip(self._starts, self._ends, strict=True))


class ToponymFinder:
    """Finds every place that a document names, in text order."""

    def __init__(self, countries: Countries, gazetteer: Gazetteer) -> None:
        self._countries = countries
        self._gazetteer = gazetteer
        self._abbreviations = abbreviations()

    def find(self, reading: Reading, context: Context) -> list[Toponym]:
        """The places among a reading's names, those within them, those named again, and demonyms of countries."""
        text = context.text
        places, names = _Taken(), _Taken()
        for mark in reading.names:
            start, end = mark.span.start, mark.span.end
            names.add(start, end)
            if mark.label in {"LOC", "GPE"}:
                found = [self._place(text, start, end)]
            elif mark.label == "ORG":
                found = [
                    self._whole(text, start, end) or self._leading(text, start, end),
                    self._last(text, start, end),
                ]
            else:
                found = [self._whole(text, start, end)]
            for bounds in found:
                if bounds is not None:
                    places.add(*bounds)
        for start, end, _ in self._abbreviations.find(text):
            places.add(start, end)
        for match in _STREET.finditer(text):
            places.add(match.start(), match.end())
        for start, end in self._unmarked(text, names, places):
            places.add(start, end)
        spans = dict.fromkeys(self._without_things(text, places), False)
        for word in context.between(0, len(text)):
            if not places.holds(word.start, word.end):
                if word.kind == "demonym":
                    spans[word.start, word.end] = True
                elif not names.holds(word.start, word.end):
                    spans[word.start, word.end] = False
        return [
            Toponym(Place(span := reading.document.span(start, end), span.quote), demonym)
            for (start, end), demonym in sorted(spans.items())
        ]

    def _without_things(self, text: str, places: Iterable[Bounds]) -> list[Bounds]:
        """Without single words that the gazetteer lacks and that no mention says something is in, near, or from.

        The encoder takes firms and families for places; of villages that no gazetteer has something is told there.
        """
        unknown: dict[str, list[Bounds]] = defaultdict(list)
        kept: list[Bounds] = []
        for start, end in places:
            name = text[start:end]
            if " " in name or self._known(name):
                kept.append((start, end))
            else:
                unknown[name].append((start, end))
        for mentions in unknown.values():
            if any(_LOCATED.search(text, max(0, start - 12), start) for start, _ in mentions):
                kept += mentions
        return kept

    def _known(self, name: str) -> bool:
        return (
            self._gazetteer.contains(name)
            or self._abbreviations.of(name) is not None
            or self._countries.by_name(name) is not None
            or self._countries.region(name) is not None
        )

    def _place(self, text: str, start: int, end: int) -> Bounds | None:
        """A place that the encoder marked, with its proper bounds; None where its words name no place."""
        article = _ARTICLE.match(text, start, end)
        start = article.end() if article else start
        if _PERSON_GOES_ON.match(text, end) or text[end : end + 1] == "$":
            return None
        if text[end : end + 1] == "." and self._abbreviations.of(text[start : end + 1]):
            return start, end + 1
        start, end = self._extended(text, start, end)
        if self._countries.by_name(text[start:end]) or self._countries.region(text[start:end]):
            return start, end
        words = list(_WORD.finditer(text, start, end))
        if not words or all(word[0].lower() in _COMMON or len(word[0]) == 1 for word in words):
            return None
        if self._known(text[start:end]):
            return start, end
        if len(words) == 1 and text[start:end].isupper() and end - start <= 5:
            return None
        kind = _KIND_AT_END.search(text, start, end)
        if kind and kind.start() > start:
            end = kind.start()
            words = [word for word in words if word.end() <= end]
        if self._known(text[start:end]):
            return start, end
        if len(words) > 1 and bearing(words[0][0]):
            start = words[1].start()
            words = words[1:]
            if self._known(text[start:end]):
                return start, end
        if len(words) > 1 and words[-1][0].lower().removesuffix("s") in _BUILT:
            return self._leading(text, start, end)
        return start, end

    def _extended(self, text: str, start: int, end: int) -> Bounds:
        """With the words before and after that belong to a name of the gazetteer: "Mexico City", "North Las Vegas"."""
        after = _AFTER.match(text, end)
        if after:
            end = after.end()
        before = _BEFORE.search(text, max(0, start - 12), start)
        if before and self._known(text[before.start() : end]):
            start = before.start()
        following = list(_GOES_ON.finditer(text, end, end + 30))[:3]
        reach = end
        stops: list[int] = []
        for word in following:
            if word.start() != reach:
                break
            reach = word.end()
            stops.append(reach)
        for stop in reversed(stops):
            if text[stop - 1].isalpha() and self._known(text[start:stop]):
                return start, stop
        return start, end

    def _whole(self, text: str, start: int, end: int) -> Bounds | None:
        """What the encoder took for a person or a body, where the words around say that it is a place."""
        after = _AFTER.match(text, end)
        if after and self._known(text[start : after.end()]):
            return start, after.end()
        name = text[start:end]
        if " " in name and not self._is_town_or_more(name):
            return None
        said = _IN.search(text, max(0, start - 12), start) or _OF_A_TOWN.match(text, end)
        begins_dateline = name.isupper() and _DATELINE_GOES_ON.match(text, end)
        if not begins_dateline and (not said or (is_acronym(name) and not self._countries.by_name(name))):
            return None
        return (start, end) if self._is_first_name(name) and name.lower() not in _COMMON else None

    def _last(self, text: str, start: int, end: int) -> Bounds | None:
        """The place that the name of a body ends with: "Cincinnati" of "the University of Cincinnati"."""
        found = _OF.search(text, start, end)
        return (found.start("name"), end) if found and self._is_town_or_more(found["name"]) else None

    def _is_first_name(self, name: str) -> bool:
        name_key = key(name)
        return any(
            key(place.name) == name_key and (place.kind is PlaceKind.ADMIN or place.population >= SMALL)
            for place in self._gazetteer.lookup(name)
        )

    def _leading(self, text: str, start: int, end: int) -> Bounds | None:
        """The place that the name of a body begins with: "Boone County" of "Boone County Board of Realtors"."""
        article = _ARTICLE.match(text, start, end)
        if article:
            start = article.end()
        words = list(_WORD.finditer(text, start, end))
        if words and words[-1][0] in _PRESS:
            return None
        for count in range(min(len(words) - 1, 4), 0, -1):
            stop = words[count - 1].end()
            name = text[start:stop]
            if name.lower() in _COMMON or len(name) < 3:
                continue
            if self._is_town_or_more(name):
                return start, stop
        return None

    def _is_town_or_more(self, name: str) -> bool:
        """Whether a name alone says a place: a country's, a division's, or the first of a town of some size."""
        if self._countries.by_name(name) or self._countries.region(name):
            return True
        return any(
            place.kind is PlaceKind.ADMIN or place.population >= LARGE
            for place in self._gazetteer.lookup(name)
            if place.name == name
        )

    def _unmarked(self, text: str, names: _Taken, places: _Taken) -> Iterator[Bounds]:
        """Places found once that stand in the text again, outside of names."""
        known = sorted(
            {text[start:end] for start, end in places if end - start > 2}, key=lambda n: (-len(n), n)
        )
        for match in _IN_CAPITALS.finditer(text):
            start, end = match.span("name")
            if (
                not names.holds(start, end)
                and not places.holds(start, end)
                and match["name"].lower() not in _NO_PLACES
                and self._is_first_name(match["name"])
            ):
                yield start, end
        if not known:
            return
        again = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, known))})(?!\w)")
        for match in again.finditer(text):
            if names.holds(match.start(), match.end()) or places.holds(match.start(), match.end()):
                continue
            if self._known(match[0]) and not _NAME_GOES_ON.match(text, match.end()):
                yield match.start(), match.end()
