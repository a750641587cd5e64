"""What the comparisons look at in one event claim, drawn out of it and of the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TypeVar

from harmattan.model.claims import Claim
from harmattan.model.readings import Event, Mention, Modality, Place, PlaceKind
from harmattan.model.text import Document, Span
from harmattan.model.values import Period, Precision
from harmattan.resolution.incidents.wording import read_wording

Drawn = TypeVar("Drawn")

TOWNS = (PlaceKind.POINT, None)
"""What is as small as a town; a name that the gazetteer lacks is a village as a rule."""
AREAS = (PlaceKind.AREA, PlaceKind.ADMIN)
WIDE = (PlaceKind.COUNTRY, PlaceKind.REGION)
"""Places that as good as every report has in common with many others."""

NEWS = 7
"""Days before its printing in which an undated happening is looked for."""
WIDEST = 31
"""Days; claims of wider times ("in 2012") are compared within their own text, and by place and number of dead."""

NIGHT = re.compile(r"\b(?:over)?night\b", re.IGNORECASE)
"""A night goes on into the next day, on which another report may put what happened in it."""

BEFORE = 600
"""Characters before a claim's words in which its place may have been named."""
_DATELINE = re.compile(r"^[^—–\n]{0,80}[—–]\s")
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w-]+(?: (?:(?:de|el|al|la|du|of) )?[A-ZÀ-ÖØ-Þ][\w-]+){0,3}")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]['\"”’)]?\s|\n)\s*['\"“(]?$")
_PLAIN_WORD = re.compile(r"(?<![\w’'-])[a-zà-ÿ][\w’'-]{3,}")
COMMON = frozenset(
    """said that soldier were killed people with army force from attack been them government have about which three
    civilian after least mission group near since died their will fighter dead more last they base wounded town than
    when village attacked would region month first country camp week year border minister day claimed four armed
    attacker military ministry spokesman operation official where thi against there northern southern eastern western
    five left killing number took troop other announced state president vehicle over part shot same leader before
    police policemen could called rebel according under north south east west some yesterday staff between fire member
    general night missing came bomb place carried bodie say seven kilometre take strike source jihadist terrorist
    capital closed report struck fired unit city among defence officer hundred remain special morning road still also
    post began death leave within whom foreign given several eight fighting withdraw statement nine denied early second
    taken close dozen declared authoritie spoke stay raid ambush most gunmen gunman militant time evening come held
    patrol mourning local joint into should countrie province district told went hour sent lost organisation toll
    bombing fled confirmed ended gave lost then late those former together without returned away earlier later wanted
    known twelve eleven fourteen fifteen twenty thirty another this what while until because just here once even ever
    around rose risen brought himself themselve man men woman women person something nobody
    today today’s week’s""".split()
)
"""Words, in the singular, that reports of different happenings have in common: those most frequent in labelled ones."""
ANYBODY = frozenset(
    """villager vigilante militiamen militiaman militia peacekeeper bandit insurgent islamist extremist guerrilla
    assailant robber kidnapper bomber protester demonstrator farmer herder resident refugee worker student pupil child
    children girl boy house hut shop home building tank plane warplane drone helicopter shell rocket
    one two six ten""".split()
)
"""More words for whom or what anybody may mean, in the singular; those frequent in reports are in `COMMON`."""
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)
NAMES_KEPT = 12
LONGER_WORD = re.compile(r"[\w’'-]{4,}")


@dataclass(frozen=True, slots=True)
class Party:
    """The mentions of one side."""

    ids: frozenset[str]
    """Of the registry."""
    names: frozenset[str]
    """Their own; "gunmen" in two reports are not known to be the same gunmen, and "Gunmen" begins a sentence."""
    heads: frozenset[str]
    """Nouns, for what is only described: "base" and "peacekeepers" of "a base of Ugandan peacekeepers"."""

    @property
    def nouns(self) -> frozenset[str]:
        """The nouns without a plural's s."""
        return _singular(self.heads)

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> Party:
        """The party that mentions make up."""
        ids: set[str] = set()
        names: set[str] = set()
        heads: set[str] = set()
        for mention in mentions:
            if mention.actor:
                ids.add(mention.actor)
            if is_name(mention.name):
                names.add(mention.name)
            heads.update(_heads(mention.name))
        return cls(frozenset(ids), frozenset(names), frozenset(map(str.casefold, heads)))


@lru_cache(maxsize=8192)
def _singular(heads: frozenset[str]) -> frozenset[str]:
    return frozenset(head.removesuffix("s") for head in heads)


def _heads(name: str) -> Iterator[str]:
    """The last word, and the one before the first preposition."""
    words = name.split()
    yield from words[-1:]
    for before, word in pairwise(words):
        if word in _BEHIND:
            yield before
            return


_BEHIND = frozenset(["of", "in", "at", "near", "from", "on"])


@dataclass(frozen=True, eq=False)
class Account:
    """What the comparisons look at in one event claim, drawn out once."""

    claim: Claim
    event: Event
    period: Period | None
    """When it happened, where the words can be placed on the calendar at all; not after the report was printed. Some
    days wider than told where it is told by the weeks or months that have gone by.
    """
    places: tuple[Place, ...]
    """The towns; where none is named the areas; else the countries."""
    actor: Party
    recipient: Party
    """Recipient, target and victim together, but for those that are the place itself."""

    @cached_property
    def names(self) -> frozenset[str]:
        """Names in lower case that stand within the sentences that tell it, its places and actors among them."""
        return _names(self.claim)

    @cached_property
    def text(self) -> str:
        """Id of the document."""
        return self.claim.document.id

    @cached_property
    def days(self) -> tuple[int, int] | None:
        """The days, as ordinals, on which it happened or, undated, was news; None where too many or unknown."""
        if self.period is not None:
            if self.period.earliest is None or self.period.latest is None:
                return None
            first, last = self.period.earliest.toordinal(), self.period.latest.toordinal()
            if self.event.time is not None and NIGHT.search(self.event.time.span.quote):
                last += 1
            return (first, last) if last - first <= WIDEST else None
        published = self.claim.document.published
        return (published.toordinal() - NEWS, published.toordinal()) if published else None

    @cached_property
    def place_names(self) -> frozenset[str]:
        """The names and the gazetteer's ids of its places, but for countries and what is wider."""
        places = [place for place in self.event.place if place.kind not in WIDE]
        return frozenset(
            {place.name.casefold() for place in places}
            | {place_name(place) for place in places}
            | {place.id for place in places if place.id}
        )

    @cached_property
    def countries(self) -> frozenset[str]:
        """Those of its places; none where one is not known."""
        countries = {place.country for place in self.places}
        return frozenset(set() if None in countries else {country for country in countries if country})

    @cached_property
    def denied(self) -> bool:
        """Whether the report denies it."""
        return self.claim.modality is Modality.DENIED

    @cached_property
    def sentence(self) -> Span:
        """The first that tells it."""
        return self.claim.statement.evidence[0]

    @cached_property
    def words(self) -> frozenset[str]:
        """The longer words of that sentence, in lower case."""
        return frozenset(LONGER_WORD.findall(self.sentence.quote.casefold()))

    @cached_property
    def ids(self) -> frozenset[str]:
        """Of the registry, of either side."""
        return self.actor.ids | self.recipient.ids

    @cached_property
    def known(self) -> frozenset[str]:
        """What its places and sides are called, in lower case."""
        event = self.event
        parties = (*event.actor, *event.recipient, *event.target, *event.victim)
        return frozenset(
            (
                *(place_name(place) for place in event.place),
                *(mention.name.casefold() for mention in parties),
                *(mention.span.quote.casefold() for mention in parties),
            )
        )

    @cached_property
    def towns(self) -> tuple[Place, ...]:
        """Its places that are as small as a town; none where only an area or a country is told."""
        return self.places if self.places and self.places[0].kind in TOWNS else ()

    @cached_property
    def title(self) -> str:
        """The report's title, in lower case."""
        return (self.claim.document.title or "").casefold()

    @cached_property
    def sentences(self) -> str:
        """The sentences that tell it, without a dateline, in lower case."""
        return " ".join(without_dateline(span.quote) for span in self.claim.statement.evidence).casefold()

    @cached_property
    def struck(self) -> str:
        """What those are called who or which it was done to, in lower case: a town may be among them."""
        event = self.event
        return " ".join(one.name for one in (*event.target, *event.recipient, *event.victim)).casefold()

    @cached_property
    def telling(self) -> frozenset[str]:
        """Words of its sentences, in the singular, that few reports have in common: "bakery", "funeral"."""
        quotes = (without_dateline(span.quote) for span in self.claim.statement.evidence)
        found = {word for quote in quotes for word in _PLAIN_WORD.findall(quote)}
        words = {word.removesuffix("s") for word in found if word.islower()}  # "al-Islam" is of a name
        return frozenset(words - COMMON)

    @cached_property
    def around(self) -> set[str]:
        """Names in lower case in its sentences and in what is said before them."""
        text = without_dateline(self.claim.document.text)
        end = self.claim.statement.evidence[0].end - (len(self.claim.document.text) - len(text))
        return {*self.names, *_capitalised(text, max(0, end - BEFORE), max(0, end))}

    @cached_property
    def before(self) -> str:
        """What the report says before these sentences, in lower case."""
        start = self.claim.statement.evidence[0].start if self.claim.statement.evidence else 0
        return without_dateline(self.claim.document.text[:start])[-BEFORE:].casefold()


@lru_cache(maxsize=8192)
def is_name(words: str) -> bool:
    """Whether somebody is called by a name: "Katiba Macina", not "gunmen", nor "Gunmen" or "Six children", which have
    a capital where they begin a sentence.
    """
    first, _, rest = words.partition(" ")
    if any(map(str.isupper, rest)):
        return True
    common = first.casefold().removesuffix("s")
    return any(map(str.isupper, first)) and common not in COMMON and common not in ANYBODY


def account(claim: Claim) -> Account:
    """What a claim tells; ValueError for a strength or a relation."""
    event = claim.body
    if not isinstance(event, Event):
        raise ValueError(f"{claim.id} is a claim of a {claim.kind}, not of an event")
    named = {place.name for place in event.place}  # "seized Konna" at Konna: once is enough
    patients = (*event.recipient, *event.target, *event.victim)
    grains = (tuple(place for place in event.place if place.kind in kinds) for kinds in (TOWNS, AREAS))
    return Account(
        claim,
        event,
        _period(event, claim),
        next(filter(None, grains), event.place),
        Party.of(event.actor),
        Party.of([mention for mention in patients if mention.name not in named]),
    )


def drawn(work: Callable[[Account], Drawn]) -> Callable[[Account], Drawn]:
    """Let what a function draws out of an account be kept with the account, since each is met with many others."""
    name = f"drawn {work.__module__} {work.__name__}"

    def kept(told: Account) -> Drawn:
        at_hand = vars(told)
        if name not in at_hand:
            at_hand[name] = work(told)
        found: Drawn = at_hand[name]
        return found

    return kept


def place_name(place: Place) -> str:
    """Its name in lower case without what kind of place it is: "gao" of "the Gao region"."""
    return _bare(place.name)


@lru_cache(maxsize=8192)
def _bare(name: str) -> str:
    return (read_wording(name).name or name).casefold()


def _period(event: Event, claim: Claim) -> Period | None:
    """What is told as having happened did so before it was printed: "since last week" ends with the report."""
    period = event.time.period if event.time is not None else None
    if period is None or not period.resolved or died_later(event, claim):
        return None
    printed = claim.document.published
    if event.time is not None and _ROUGHLY.search(event.time.span.quote):
        back = _months_back if period.precision is Precision.MONTH else _years_back
        period = back(period, event.time.span.quote, printed) or _give_or_take(period)
    if printed is None or claim.modality not in _TOLD:
        return period
    if period.earliest is not None and period.earliest > printed:
        return None  # "on the 21st", placed in a month to come: whatever day was meant, it is not known
    if period.latest is not None and period.latest <= printed:
        return period
    return Period(period.earliest, printed, period.precision)


def died_later(event: Event, claim: Claim) -> bool:
    """Whether the day is one on which somebody died of what had happened before: "died in hospital on Saturday"."""
    if not _DYING.match(event.trigger.quote):
        return False
    text = claim.document.text
    return _LATER_DEATH.match(text, event.trigger.end) is not None


_DYING = re.compile(r"(?:die[sd]?|dying|succumb\w*)$", re.IGNORECASE)
_LATER_DEATH = re.compile(
    r"(?: \w+){0,3}? (?:in (?:an? |the |\w+ )?(?:hospital|clinic)"
    r"|(?:of|from|to) (?:\w+ ){0,2}(?:wounds|injuries|burns))\b"
)


_ROUGHLY = re.compile(
    r"^(?:about |around |some |nearly |almost |just |more than |over )*(?:an?|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|\d{1,2}) (?:weeks?|months?|years?) (?:ago|earlier|before|after|since|later|on)\b",
    re.IGNORECASE,
)
"""Times that are told by how long before or after another they were, to the week at best."""
_SLACK = {Precision.WEEK: 3, Precision.MONTH: 12, Precision.YEAR: 60}
"""Days by which those who say so are out: "two weeks ago" may be eleven days or seventeen."""


_YEARS_BACK = re.compile(
    r"^(?:\w+ ){0,2}(an?|one|two|three|four|five|six|seven|eight|nine|ten) years? (?:ago|after|since)\b", re.I
)
_SMALL_NUMBERS = {
    word: number for number, word in enumerate("a one two three four five six seven eight nine ten".split())
}


def _years_back(period: Period, quote: str, printed: date | None) -> Period | None:
    """Of "two years ago" and "a year after" the days around that day, as far as they are of the year it is put in."""
    told = _YEARS_BACK.match(quote)
    if told is None or printed is None or period.precision is not Precision.YEAR:
        return None
    years = max(1, _SMALL_NUMBERS.get(told[1].lower(), 1))
    slack = timedelta(_SLACK[Precision.YEAR])
    if printed.year - years <= date.min.year:
        return None
    day = printed - timedelta(round(365.25 * years))
    first, last = (
        max(period.earliest or day - slack, day - slack),
        min(period.latest or day + slack, day + slack),
    )
    return Period(first, last, period.precision) if first <= last else None


_MONTHS_BACK = re.compile(
    r"^(?:\w+ ){0,2}(an?|one|two|three|four|five|six|seven|eight|nine|ten) months? (?:ago|after|since)\b",
    re.I,
)
_MONTH = 30.4
"""Days."""


def _months_back(period: Period, quote: str, printed: date | None) -> Period | None:
    """Of "a month ago" and "two months after" the days around that day, where the month it is put in is so far before
    the printing: a month before the second of November may be the last of September.
    """
    told = _MONTHS_BACK.match(quote)
    if told is None or printed is None or period.earliest is None:
        return None
    months = max(1, _SMALL_NUMBERS.get(told[1].lower(), 1))
    if 12 * (printed.year - period.earliest.year) + printed.month - period.earliest.month != months:
        return None
    if (printed - date.min).days < 2 * _MONTH * months:
        return None
    day, slack = printed - timedelta(round(_MONTH * months)), timedelta(_SLACK[Precision.MONTH])
    return Period(day - slack, day + slack, period.precision)


def _give_or_take(period: Period) -> Period:
    slack = timedelta(0 if period.precision is Precision.MONTH else _SLACK.get(period.precision, 0))
    first, last = period.earliest, period.latest
    if not slack or first is None or last is None or first - date.min < slack or date.max - last < slack:
        return period
    return Period(first - slack, last + slack, period.precision)


_TOLD = frozenset((Modality.ASSERTED, Modality.ALLEGED, Modality.DENIED))


def _names(claim: Claim) -> frozenset[str]:
    spans = claim.statement.evidence
    found = {name for span in spans for name in _names_within(claim.document, span)}
    return frozenset(sorted(found)[:NAMES_KEPT])


def _names_within(document: Document, span: Span) -> Iterable[str]:
    start = span.start
    if start == 0 and (dateline := _DATELINE.match(document.text)):
        start = dateline.end()
    return _capitalised(document.text, start, span.end)


def _capitalised(text: str, start: int, end: int) -> Iterable[str]:
    """What has a capital within a sentence, in lower case, but for days and months."""
    for match in _NAME.finditer(text, start, end):
        name = match[0]
        if _SENTENCE_START.search(text[max(0, match.start() - 4) : match.start()]):
            name = name.partition(" ")[2]  # "The" of "The Hotel Byblos" begins the sentence
            while name[:1].islower():
                name = name.partition(" ")[2]
        if name and name.casefold() not in CALENDAR:
            yield name.casefold()


def without_dateline(text: str) -> str:
    """A text without "GAO, March 3 (Sahel Wire) — ": where a report was written is not where it happened."""
    dateline = _DATELINE.match(text)
    return text[dateline.end() :] if dateline else text
