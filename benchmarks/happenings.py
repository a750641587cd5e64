"""Made-up reports of made-up happenings, with the shape that reporting of wars has: `Newsroom(seed).reports(claims)`.

The same seed gives the same reports, in no order of their days, as files of an archive come. What they are made of, and
by which proportions:

- **Places** are the built-in gazetteer's, of the 40 countries in `COUNTRIES`: countries by Zipf's law (the first has a
  quarter of the happenings), within each the towns by population with exponent 0.8, so that the capital of the first
  country has some three in a hundred of all.
- **Days** are ten years', for each country with offensives of 10 to 60 days in which there is six times as much.
- **Kinds** are PLOVER's with the frequencies that the example has; **parties** the registry's of the country, by Zipf's
  law; **dead** are not told for half of the happenings, else by Pareto's (a third one or two, one in a hundred 60 and
  more).
- **Reports** of a happening are 1 to 15, most often one (exponent 1.6, 3.2 in the mean), printed up to five days later.
  Three in ten repeat the sentence of another word for word.
- **What a report says** is not what happened: one in twelve is undated, one in ten gives a day beside the true one, a
  week or a month; one in ten names the country only, one in fourteen the province; one in four leaves out the actor;
  two in five give another toll.
- **A report** tells its own happening, in two of five cases in a second sentence too, and in one of five another of the
  same days and country; one in eight ends with the retelling of an older happening, months or years later.
- **Beside its happenings** a report has as many sentences on average that tell of none: how parties stand to one
  another, how many of them are where, what is asked, charged and planned (`benchmarks.asides`). Claims that may tell
  of an incident are half of all so; they were 45 in 100 of those read from the example, 39 from MUC-4's newswire of
  1990, 26 from web pages of all kinds and 72 from encyclopaedia articles on wars.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from benchmarks.asides import aside, within
from benchmarks.lands import FIRST_DAY, Land, Town, drawn, lands
from harmattan.model.claims import Claim
from harmattan.model.readings import Event, Mention, Modality, Number, Place, PlaceKind, Statement, Time
from harmattan.model.text import Document, Span
from harmattan.model.values import Count, Period, Precision

READER = "made-up-1"
KINDS = {"ASSAULT": 68, "COERCE": 15, "PROTEST": 8, "MOBILIZE": 5, "RETREAT": 4}
MODES = {
    "ASSAULT": ("firearms", "explosives", "aerial", "heavy-weapons", None),
    "COERCE": ("seize", "arrest", "abduct", None),
}
WORDS = {
    "ASSAULT": "killed",
    "COERCE": "seized",
    "PROTEST": "marched",
    "MOBILIZE": "deployed",
    "RETREAT": "withdrew",
}
SOURCES = 60
MOST_REPORTS = 15


@dataclass(frozen=True, slots=True)
class Happening:
    """What is held to have happened."""

    land: Land
    town: Town
    day: date
    type: str
    mode: str | None
    actor: tuple[str, str]
    recipient: tuple[str, str]
    killed: int | None


@dataclass(slots=True)
class Report:
    """A document, and the claims that are made of it."""

    document: Document
    claims: tuple[Claim, ...]


class Newsroom:
    """Makes reports; each is another, in a row that depends on the seed alone."""

    def __init__(self, seed: int = 7) -> None:
        self._chance = Random(seed)
        self._lands = lands(self._chance)
        self._weights = list(accumulate(1 / (rank + 1) for rank in range(len(self._lands))))
        self._past: list[Happening] = []
        self._lately: dict[tuple[str, int], Happening] = {}
        self._number = 0

    def reports(self, claims: int, day: date | None = None) -> Iterator[Report]:
        """Reports with so many claims, or a few more; of happenings of one day, or of any in ten years."""
        count = 0
        while count < claims:
            for report in self._of(
                _happening(self._chance, self._lands[drawn(self._chance, self._weights)], day)
            ):
                count += len(report.claims)
                yield report

    def _of(self, happening: Happening) -> Iterator[Report]:
        chance = self._chance
        self._past.append(happening)
        self._lately[happening.land.code, happening.day.toordinal()] = happening
        copied: str | None = None
        for _ in range(_how_many(chance)):
            self._number += 1
            near = self._lately.get((happening.land.code, happening.day.toordinal() - chance.randint(0, 1)))
            found = _report(chance, self._number, happening, near, self._past, copied)
            if copied is None or chance.random() < 0.3:
                copied = found.claims[0].statement.evidence[0].quote
            yield found


def _how_many(chance: Random) -> int:
    return drawn(chance, _REPORTS) + 1


_REPORTS = list(accumulate((number + 1) ** -1.6 for number in range(MOST_REPORTS)))


def _happening(chance: Random, land: Land, day: date | None) -> Happening:
    kind = chance.choices(list(KINDS), list(KINDS.values()))[0]
    sides = [min(int(chance.paretovariate(0.9)) - 1, len(land.parties) - 1) for _ in range(2)]
    dead = (
        None
        if kind in ("PROTEST", "MOBILIZE", "RETREAT") or chance.random() < 0.45
        else chance.paretovariate(1.1)
    )
    return Happening(
        land,
        land.towns[drawn(chance, land.town_weights)],
        day or FIRST_DAY + timedelta(days=drawn(chance, land.day_weights)),
        kind,
        chance.choice(MODES.get(kind, (None,))),
        land.parties[sides[0]],
        land.parties[sides[1]],
        None if dead is None else min(int(dead * 1.5), 900),
    )


def _report(
    chance: Random,
    number: int,
    own: Happening,
    near: Happening | None,
    past: Sequence[Happening],
    copied: str | None,
) -> Report:
    printed = own.day + timedelta(days=min(int(chance.expovariate(0.9)), 5) + (chance.random() < 0.6))
    told = [own]
    if chance.random() < 0.4:
        told.append(own)
    if near is not None and near is not own and chance.random() < 0.2:
        told.append(near)
    if chance.random() < 0.12:
        old = past[int(len(past) * chance.random())]
        if (printed - old.day).days > 20:
            told.append(old)
    text = _Text()
    for happening in told:
        text.tell(chance, happening, printed, copied if happening is own and chance.random() < 0.3 else None)
        copied = None
        for _ in range(chance.choice((0, 1, 2))):
            text.add(chance, happening.land)
    source = f"Outlet {int(chance.paretovariate(0.8)) % SOURCES}"
    document = Document(" ".join(text.sentences), f"Report {number:07d}", printed, source)
    return Report(
        document, tuple(Claim(document, statement, READER) for statement in text.statements(document))
    )


@dataclass(slots=True)
class _Text:
    """Sentences, and what each of them says."""

    sentences: list[str] = field(default_factory=list)
    made: list[Callable[[Document, Span], Statement]] = field(default_factory=list)

    def tell(self, chance: Random, happening: Happening, printed: date, copied: str | None) -> None:
        """Add a sentence about a happening, with what is left out of it or told otherwise."""
        period, when = _when(chance, happening, printed)
        kind, where = _where(chance, happening)
        killed = _dead(chance, happening.killed)
        actor = happening.actor[1] if chance.random() < 0.75 else "Gunmen"
        recipient = (
            happening.recipient[1] if chance.random() < 0.5 else chance.choice(("soldiers", "civilians"))
        )
        number = "" if killed is None else f"{killed} "
        trigger = WORDS[happening.type]
        said = f"{actor} {trigger} {number}{recipient}{f' in {where}' if where else ''}{when}, "
        told = copied or said + chance.choice(_TAILS)
        words = {
            "actor": actor,
            "trigger": trigger,
            "recipient": recipient,
            "place": where,
            "when": when.strip(),
        }
        if killed is not None:
            words["killed"] = str(killed)
        self.sentences.append(told if all(word in told for word in words.values()) else said + _TAILS[0])
        self.made.append(_Told(happening, words, period, kind, killed).statement)

    def add(self, chance: Random, land: Land) -> None:
        """Add a sentence that tells of no happening."""
        sentence, statement = aside(chance, land)
        self.sentences.append(sentence)
        self.made.append(statement)

    def statements(self, document: Document) -> Iterator[Statement]:
        """What the sentences say, each value with its words."""
        at = 0
        for sentence, made in zip(self.sentences, self.made, strict=True):
            yield made(document, document.span(at, at + len(sentence)))
            at += len(sentence) + 1


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells of a happening."""

    happening: Happening
    words: Mapping[str, str]
    period: Period | None
    where: PlaceKind | None
    killed: int | None

    def statement(self, document: Document, sentence: Span) -> Statement:
        """The same as a reader would write it down, each value with its words."""
        happening, words = self.happening, self.words
        spans = {name: within(document, sentence, said) for name, said in words.items() if said}
        town, code = happening.town, happening.land.code
        division = town.division or ("", "")
        places: tuple[Place, ...] = ()
        if self.where is PlaceKind.POINT:
            places = (Place(spans["place"], town.name, town.id, code, town.lat, town.lon, self.where),)
        elif self.where is PlaceKind.ADMIN:
            places = (Place(spans["place"], words["place"], division[0], code, None, None, self.where),)
        elif self.where is PlaceKind.COUNTRY:
            places = (Place(spans["place"], words["place"], f"country:{code}", code, None, None, self.where),)
        actor, recipient = (
            Mention(spans[side], words[side], known[0] if words[side] == known[1] else None)
            for side, known in (("actor", happening.actor), ("recipient", happening.recipient))
        )
        event = Event(
            type=happening.type,
            mode=happening.mode,
            trigger=spans["trigger"],
            actor=(actor,),
            recipient=(recipient,),
            place=places,
            time=Time(spans["when"], self.period) if self.period is not None else None,
            killed=Number(spans["killed"], Count.exactly(self.killed)) if self.killed is not None else None,
        )
        modality = Modality.ALLEGED if sentence.start % 23 == 7 else Modality.ASSERTED
        return Statement(event, (sentence,), modality)


_TAILS = (
    "officials said.",
    "residents told reporters by telephone.",
    "according to a local councillor who asked not to be named.",
    "the ministry said in a statement read on state television.",
    "and the road to the south stayed closed until the evening.",
)


def _when(chance: Random, happening: Happening, printed: date) -> tuple[Period | None, str]:
    luck, day = chance.random(), happening.day
    if luck < 0.08 and (printed - day).days < 10:
        return None, ""
    if luck < 0.14:
        day += timedelta(days=chance.choice((-1, 1)))
    elif luck < 0.18:
        monday = day - timedelta(days=day.weekday())
        return Period(
            monday, monday + timedelta(days=6), Precision.WEEK
        ), f" in the week of {monday:%-d %B %Y}"
    elif luck < 0.2:
        first = day.replace(day=1)
        last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        return Period(first, last, Precision.MONTH), f" in {day:%B %Y}"
    return Period(day, day, Precision.DAY), f" on {day:%-d %B %Y}"


def _where(chance: Random, happening: Happening) -> tuple[PlaceKind | None, str]:
    luck = chance.random()
    if luck < 0.1:
        return PlaceKind.COUNTRY, happening.land.name
    if luck < 0.17 and happening.town.division:
        return PlaceKind.ADMIN, f"{happening.town.division[1]} province"
    return (None, "") if luck < 0.2 else (PlaceKind.POINT, happening.town.name)


def _dead(chance: Random, killed: int | None) -> int | None:
    if killed is None or chance.random() < 0.15:
        return None
    if chance.random() < 0.4:
        return max(1, round(killed * chance.uniform(0.6, 1.6)))
    return killed
