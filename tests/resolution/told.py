"""Event claims for tests, built from the few words that matter: `told(day="2021-03-03", place="Gossi", killed=14)`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from harmattan.model.claims import Claim
from harmattan.model.readings import Event, Mention, Modality, Number, Place, PlaceKind, Statement, Time
from harmattan.model.text import Document, Span
from harmattan.model.values import Count, Period, Precision

PLACES = {
    "Gossi": ("ML", PlaceKind.POINT, 15.82, -1.3),
    "Hombori": ("ML", PlaceKind.POINT, 15.28, -1.7),  # 74 km from Gossi
    "Tin Taw": ("ML", PlaceKind.POINT, 15.86, -1.25),  # invented, 7 km from Gossi
    "Doro": ("ML", PlaceKind.POINT, 16.05, -1.05),  # 37 km from Gossi
    "Gao": ("ML", PlaceKind.POINT, 16.27, -0.04),  # 144 km from Gossi
    "Sobane": (None, None, None, None),  # a village the gazetteer lacks
    "Boulikessi": (None, None, None, None),
    "Boulkessi": (None, None, None, None),  # the same in another spelling
    "Church of St Ann": (None, None, None, None),
    "Catholic Church of St Ann": (None, None, None, None),
    "Doro, Kidal": ("ML", PlaceKind.POINT, 18.5, 1.4),  # invented, another of the name
    "Tombouctou Region": ("ML", PlaceKind.ADMIN, None, None),
    "Gourma": ("ML", PlaceKind.ADMIN, 15.9, -1.6),  # invented, around Gossi
    "Mali": ("ML", PlaceKind.COUNTRY, 17.0, -4.0),
    "Djibo": ("BF", PlaceKind.POINT, 14.1, -1.63),
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """One report of an attack; what is None is not told."""

    day: str | None = "2021-03-03"
    """ISO day, "day/day" for a stretch, "?" for words that cannot be placed on a calendar."""
    precision: str | None = None
    """Of that; else by how many days it has."""
    place: str | None = "Gossi"
    actor: str | None = None
    """Registry id, or a name where it has a capital or a space."""
    again: bool = False
    """Whether who did it is told by a pronoun for somebody in the text's first sentence."""
    recipient: str | None = None
    victim: str | None = None
    """Words of the sentence."""
    killed: int | Count | None = None
    wounded: int | Count | None = None
    abducted: int | Count | None = None
    weapon: str | None = None
    by: str | None = None
    """Whom it is attributed to, as `actor`."""
    type: str = "ASSAULT"
    mode: str | None = None
    modality: Modality = Modality.ASSERTED
    published: str | None = "2021-03-04"
    source: str = "Sahel Wire"
    text: str | None = None
    """Claims with the same `text` are of one document; else each is its own."""
    sentence: int = field(default=0)
    """Which sentence of the text, each 100 characters long."""
    title: str | None = None
    words: str | None = None
    """What the sentence says."""
    trigger: str | None = None
    """Words of the sentence; its first eight characters if not told."""

    @property
    def claim(self) -> Claim:
        """The claim, every span pointing at some stretch of its sentence."""
        text = self.text or f"As told by {self.source}, {self.published}."
        published = date.fromisoformat(self.published) if self.published else None
        start = self.sentence * 100
        if self.words is not None:
            text = text[:start].ljust(start, ".") + self.words.ljust(100, ".")
        document = Document(text.ljust(2_000, "."), self.title, published, self.source)
        span = document.span(start, start + 20)

        def mentions(name: str | None) -> tuple[Mention, ...]:
            if name is None:
                return ()
            known = name if name.islower() and " " not in name else None
            return (Mention(span, name, known, document.span(0, 20) if self.again else None),)

        def number(count: int | Count | None) -> Number | None:
            if count is None:
                return None
            return Number(span, count if isinstance(count, Count) else Count.exactly(count))

        place: tuple[Place, ...] = ()
        if self.place is not None:
            country, kind, lat, lon = PLACES[self.place]
            name = self.place.split(",")[0]
            place = (Place(span, name, f"id:{self.place}" if kind else None, country, lat, lon, kind),)
        event = Event(
            type=self.type,
            mode=self.mode,
            trigger=self._trigger(document, start),
            actor=mentions(self.actor),
            recipient=mentions(self.recipient),
            weapon=mentions(self.weapon),
            place=place,
            victim=self._victim(document, start),
            time=Time(span, self._period(self.day)) if self.day else None,
            killed=number(self.killed),
            wounded=number(self.wounded),
            abducted=number(self.abducted),
        )
        evidence = (document.span(start, start + 99),)
        by = mentions(self.by)
        return Claim(document, Statement(event, evidence, self.modality, by[0] if by else None), "test-1")

    def _period(self, day: str) -> Period:
        found = period(day)
        return replace(found, precision=Precision(self.precision)) if self.precision else found

    def _victim(self, document: Document, start: int) -> tuple[Mention, ...]:
        if self.victim is None:
            return ()
        at = document.text.index(self.victim, start)
        return (Mention(document.span(at, at + len(self.victim)), self.victim),)

    def _trigger(self, document: Document, start: int) -> Span:
        if self.trigger is None:
            return document.span(start, start + 8)
        at = document.text.index(self.trigger, start)
        return document.span(at, at + len(self.trigger))


def period(day: str) -> Period:
    """The period that `Told.day` means."""
    if day == "?":
        return Period(None, None, Precision.WEEK)
    first, _, last = day.partition("/")
    days = date.fromisoformat(first), date.fromisoformat(last or first)
    width = (days[1] - days[0]).days + 1
    return Period(*days, Precision.DAY if width == 1 else Precision.WEEK if width <= 7 else Precision.MONTH)


def told(**fields: object) -> Claim:
    """The claim of a `Told` with these fields."""
    return Told(**fields).claim  # type: ignore[arg-type]
