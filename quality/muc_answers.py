"""From our claims to MUC-4 templates: which event is which type of incident, and which mention fills which slot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from harmattan.model.claims import Claim
from harmattan.model.readings import Event, Mention, Modality, NameMark
from harmattan.model.text import Document, Span
from harmattan.model.values import Period, Precision
from harmattan.reading.marks import Sentence
from harmattan.reference.actors import Registry
from harmattan.reference.countries import Countries
from harmattan.reference.lexicon import Lexicon
from harmattan.reference.names import key
from quality.muc_joining import Likeness, distinct, groups, joined, load_joining
from quality.muc_relevance import Act, Relevance, Surroundings, load_relevance
from quality.muc_scoring import Answer, Place, Response, When, content, head

_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_HEADER = re.compile(
    r"\s*(?P<line>[^\[\]]{2,120}?,?\s(?P<day>\d{1,2})\s(?P<month>[A-Z]{3})[A-Z]*\s(?P<year>\d\d)\b[^\[\]]{0,140}?--\s)"
    r"\s*(?P<labels>(?:\[[^\[\]]{1,200}\]\s{0,3}){0,6})"
)
_STAGES = {
    Modality.ASSERTED: "ACCOMPLISHED",
    Modality.ALLEGED: "ACCOMPLISHED",
    Modality.THREATENED: "THREATENED",
}
"""MUC-4's stage of what is held so; what is denied, planned, hypothetical or habitual is no incident."""
_BOMBS = frozenset(
    "bomb explosive dynamite device charge grenade mine landmine tnt bombing explosion blast".split()
)
_EXPLODING = re.compile(r"(?i)(?:car|truck|)bomb|explo|detonat|dynamit|blast|blew|blow|mined?$|went off")
_BURNING = re.compile(
    r"(?i)burn|torch|arson|incinerat|set(?:ting|s)?\s(?:\S{1,20}\s){0,4}(?:on\s)?(?:fire|ablaze)\b"
)
_ROBBING = re.compile(r"(?i)rob|stole|steal|loot|theft|heist|hold-?up|ransack")
_HIJACKING = re.compile(r"(?i)hijack|skyjack|commandeer")
_SOLDIERS = frozenset(
    """soldier troop army military force policeman police patrol battalion unit brigade officer guardsman marine
    regiment garrison navy""".split()
)
_REBELS = frozenset(
    """guerrilla rebel terrorist subversive insurgent extremist commando militiaman fighter combatant
    column fmln farc eln mrta sandinista contra""".split()
)
_DATELINE = 140
"""Characters in which a dateline ends."""
_TOLD = 80
"""Characters from a trigger on that may say how: "set two buses on fire"."""
_PART = 0.3
"""How likely a mark has to be for its sentence to be about such an incident: low, since the encoder is surer of the
training part, on which it learnt, than of any other text."""
_LONG_AGO = timedelta(days=92)
_WEEK = timedelta(days=7)
_NEAR = 4
"""How many sentences behind an act with a day one without may be of that day."""


def report(text: str) -> Document:
    """A text of MUC-4 as a source would give it: the day from its dateline, the labels behind it ("[TEXT]") cut, and
    each paragraph on one line.
    """
    text = "\n\n".join(" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text)).strip()
    match = _HEADER.match(text)
    if match is None or match["month"] not in _MONTHS:
        return Document(text)
    try:
        published = date(1900 + int(match["year"]), _MONTHS.index(match["month"]) + 1, int(match["day"]))
    except ValueError:
        return Document(text)
    return Document(match["line"] + text[match.end() :], published=published)


@dataclass(frozen=True)
class Answers:
    """Makes the templates of one document's claims."""

    document: Document
    sentences: Sequence[Sentence]
    lexicon: Lexicon
    countries: Countries
    registry: Registry
    names: Sequence[NameMark] = ()
    """The names that the reading has."""
    defaults: bool = True
    """Whether a claim without a time or place gets MUC-4's fill for one unknown: up to the report, in its country."""
    relevance: Relevance = field(default_factory=load_relevance)
    joining: Relevance = field(default_factory=load_joining)

    def templates(self, claims: Iterable[Claim]) -> list[Response]:
        """One template for each incident that MUC-4 asks for: of the acts that tell it, with those only blamed for
        them.
        """
        acts = self.acts(claims)
        kept = [at for at in range(len(acts)) if self.relevance(self.surroundings.features(acts, at))]
        likeness = Likeness(self.surroundings)

        def likely(one: int, two: int) -> float:
            return self.joining.likely(likeness.features(acts, one, two))

        return [
            joined([self.response(acts[at]) for at in group])
            for group in groups(kept, likely, self.joining.least)
        ]

    def acts(self, claims: Iterable[Claim]) -> list[Act]:
        """The deeds that by rule alone may be incidents in MUC-4's sense, in text order."""
        found = [
            Act(event, kind, claim.modality, claim.statement.attribution is not None)
            for claim, event in _deeds(claims)
            if (kind := incident_type(event, self.document.text[event.trigger.start :][:_TOLD]))
            and claim.modality in _STAGES
            and self.relevant(event)
            and self._marked(claim.statement.evidence)
        ]
        return list(self._dated(sorted(found, key=lambda act: act.event.trigger.start)))

    def _dated(self, acts: Sequence[Act]) -> Iterator[Act]:
        """The acts, those without a time with the day of the last one told before that is of the week of the report."""
        day: Period | None = None
        told = 0
        for act in acts:
            line, _ = self.surroundings.place(act.event)
            time = act.event.time
            if time and time.period.resolved and self._of_this_week(time.period):
                day, told = time.period, line
            near = day is not None and not (time and time.period.resolved) and line - told <= _NEAR
            yield replace(act, before=day) if near else act

    def _of_this_week(self, period: Period) -> bool:
        published = self.document.published
        if period.precision is not Precision.DAY or period.earliest is None or published is None:
            return False
        return timedelta(0) <= published - period.earliest <= _WEEK

    def response(self, act: Act) -> Response:
        """The template of one deed."""
        slots = self._slots(act)
        return Response(slots, act.event.trigger.start, act.event.trigger.end)

    @cached_property
    def surroundings(self) -> Surroundings:
        """What the features of the document's acts are made of."""
        return Surroundings(self.document, self.sentences, self.lexicon, self.registry)

    def relevant(self, event: Event) -> bool:
        """MUC-4's relevance: one incident, not of old, that strikes somebody; no fight of two armed sides."""
        if self._of_old(event) or self._of_many(event):
            return False
        struck = [*event.target, *event.victim, *event.recipient]
        if not struck and not event.killed and not event.wounded:
            return False
        return not (self._military(event.actor) and self._armed(event.victim + event.recipient))

    def _marked(self, evidence: Sequence[Span]) -> bool:
        """Whether the encoder is sure that somebody in the claim's sentences is a part of such an incident."""
        return any(start < span.end and span.start < end for start, end in self._roles for span in evidence)

    @cached_property
    def _roles(self) -> list[tuple[int, int]]:
        return [
            (sentence.tokens[role.first].start, sentence.tokens[role.stop - 1].end)
            for sentence in self.sentences
            for role in sentence.roles
            if role.score >= _PART
        ]

    def _of_old(self, event: Event) -> bool:
        published = self.document.published
        latest = event.time.period.latest if event.time else None
        return bool(published and latest and latest < published - _LONG_AGO)

    def _of_many(self, event: Event) -> bool:
        """Whether it is told of a longer time than one incident takes: "200 people have been killed in ten years"."""
        period = event.time.period if event.time else None
        if period is None or period.latest is None:
            return period is not None and period.earliest is not None
        return period.earliest is not None and period.latest - period.earliest > _LONG_AGO

    def _military(self, mentions: Sequence[Mention]) -> bool:
        return bool(mentions) and all(head(m.span.quote) in _SOLDIERS for m in mentions)

    def _armed(self, mentions: Sequence[Mention]) -> bool:
        return bool(mentions) and all(
            head(m.span.quote) in _REBELS or content(m.name) & _REBELS for m in mentions
        )

    def _slots(self, act: Act) -> dict[str, list[Answer]]:
        kind, event = act.kind, act.event
        individuals, organisations = self._perpetrators(event.actor)
        humans, things = self._struck(event)
        slots: dict[str, list[Answer]] = {
            "type": [(kind,)],
            "stage": [(_STAGES[act.modality],)],
            "date": self._when(event, act.before),
            "location": self._where(event),
            "weapon": _strings(event.weapon) if kind not in {"KIDNAPPING", "ARSON"} else [],
            "perpetrator individual": distinct(individuals),
            "perpetrator organisation": distinct(organisations),
            "physical target": _strings(things) if kind != "KIDNAPPING" else [],
            "human target": _strings(humans),
            "killed": [event.killed.count] if event.killed else [],
            "wounded": [event.wounded.count] if event.wounded else [],
        }
        return {name: fills for name, fills in slots.items() if fills}

    def _when(self, event: Event, before: Period | None) -> list[Answer]:
        if event.time and event.time.period.resolved:
            return [When(event.time.period)]
        if before and self.defaults:
            return [When(before)]
        published = self.document.published if self.defaults else None
        return [When(Period(None, published, Precision.OPEN), until=True)] if published else []

    def _where(self, event: Event) -> list[Answer]:
        places = tuple(
            Place(place.name, country.name if (country := self.countries.get(place.country or "")) else "")
            for place in event.place
        )
        if self.defaults and places and self._home and not any(place.country for place in places):
            return [(*places, self._home)]
        return [places] if places else [(known,)] if (known := self._whose(event)) and self.defaults else []

    def _whose(self, event: Event) -> Place | None:
        """The country of those who did or suffered it, where there is one alone; else that of the dateline."""
        told: set[str] = set()
        for mention in (*event.victim, *event.target, *event.recipient, *event.actor):
            told |= {country.iso for _, _, country, _ in self.countries.find(mention.span.quote)}
            actor = self.registry.get(mention.actor) if mention.actor else None
            told |= set(actor.countries) if actor else set()
        found = self.countries.get(next(iter(told))) if len(told) == 1 else None
        return Place(found.name, found.name) if found else self._country

    @cached_property
    def _country(self) -> Place | None:
        """Where the report comes from, by its dateline: a country it names, or whose capital it names."""
        line, _, _ = self.document.text[:_DATELINE].partition("--")
        found = next((country for _, _, country, how in self.countries.find(line) if how == "name"), None)
        city = key(line.split(",")[0])
        found = found or next((c for c in self.countries.all if key(c.capital) == city), None)
        return Place(found.name, found.name) if found else None

    @cached_property
    def _home(self) -> Place | None:
        """The town of the dateline, in its country."""
        town = self.document.text[:_DATELINE].partition("--")[0].split(",")[0].split("(")[0].strip()
        return Place(town.title(), self._country.name) if self._country and town else None

    def _struck(self, event: Event) -> tuple[list[Mention], list[Mention]]:
        """Human and physical targets; a recipient is whichever its head noun is."""
        humans: list[Mention] = list(event.victim)
        things: list[Mention] = []
        for mention in (*event.target, *event.recipient):
            word = head(mention.span.quote)
            classes = self.lexicon.noun_class(word)
            person = mention in event.recipient and "thing" not in classes
            (
                humans if person or (classes & {"people", "forces"} and "thing" not in classes) else things
            ).append(mention)
        return humans, things

    def _perpetrators(self, actors: Sequence[Mention]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
        """Individuals and organisations; "FMLN guerrillas" names one of each."""
        individuals: list[tuple[str, ...]] = []
        organisations: list[tuple[str, ...]] = []
        for mention in actors:
            named = self._organisation(mention.span) or (
                self._organisation(mention.antecedent) if mention.antecedent else None
            )
            known = self._known(mention)
            people = self.lexicon.noun_class(head(mention.span.quote)) & {"people", "troops"}
            if named is None and (people or known is None):
                individuals.append(_names(mention))
            elif named and _others_than(named, mention.span.quote):
                individuals.append((mention.span.quote,))
            if named or known:
                own = () if people and known else (mention.name,)
                organisations.append(tuple(dict.fromkeys((*(named or ()), *own, *(known or ())))))
        return individuals, organisations

    def _known(self, mention: Mention) -> tuple[str, ...] | None:
        """What the registry calls an actor that it has."""
        actor = self.registry.get(mention.actor) if mention.actor else None
        return (actor.name, *actor.acronyms) if actor else None

    def _organisation(self, span: Span) -> tuple[str, ...] | None:
        """The name of an organisation in a stretch, as the reading has it."""
        found = (
            name.span.quote
            for name in self.names
            if name.label == "ORG" and name.span.start < span.end and name.span.end > span.start
        )
        return next(((name,) for name in found), None)


def _deeds(claims: Iterable[Claim]) -> list[tuple[Claim, Event]]:
    """The claims of events, each with its event; who is told to be blamed for a deed in a claim of its own, on the
    same word, stands with the deed: MUC-4's templates have the accused among the perpetrators.
    """
    told: dict[Span, tuple[Claim, Event]] = {}
    for claim in claims:
        if not isinstance(claim.body, Event):
            continue
        event = claim.body
        first = told.get(event.trigger)
        if first is not None and claim.modality is Modality.ALLEGED:
            told[event.trigger] = first[0], replace(first[1], actor=(*first[1].actor, *event.actor))
        elif first is None:
            told[event.trigger] = claim, event
    return list(told.values())


def incident_type(event: Event, told: str) -> str | None:
    """MUC-4's type of an event of ours, `told` from its trigger on; None where it is no incident."""
    trigger = event.trigger.quote
    if event.type == "COERCE" and event.mode == "seize" and _ROBBING.match(trigger):
        return "ROBBERY"
    if event.type != "ASSAULT":
        return None
    if event.mode == "abduct":
        return "HIJACKING" if _HIJACKING.match(trigger) else "KIDNAPPING"
    if _BURNING.match(told):
        return "ARSON"
    weapons = {word for mention in event.weapon for word in content(mention.span.quote)}
    if weapons & _BOMBS or _EXPLODING.match(trigger) or event.mode in {"explosives", "suicide-attack"}:
        return "BOMBING"
    return "ATTACK"


def _others_than(named: tuple[str, ...], text: str) -> bool:
    """Whether a phrase speaks of people by an organisation's name: "members of the FMLN"."""
    words = set(re.findall(r"[a-z0-9'-]+", text.lower()))
    return bool(
        words - set(re.findall(r"[a-z0-9'-]+", " ".join(named).lower())) - {"the", "a", "an", "so-called"}
    )


def _names(mention: Mention) -> tuple[str, ...]:
    return tuple(dict.fromkeys((mention.span.quote, mention.name)))


def _strings(mentions: Sequence[Mention]) -> list[Answer]:
    return distinct(_names(mention) for mention in mentions)
