"""Events by PLOVER type, and who acts upon whom, on the validation records of PETRARCH and of PLOVER."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from harmattan.model.readings import Event, Mention, Modality, Statement
from harmattan.model.text import Document
from harmattan.reference.countries import Country, countries
from quality.assignment import best_pairs
from quality.bench import Bench
from quality.event_records import Party, Record, read_records, record_files
from quality.measures import Tally
from quality.test import Case, Figure, Judged, Outcome

ALIASES = {
    "CAL": "calimehtar",
    "COP": "interpol",
    "DAG": "telemar",
    "DNK": "danish zealand",
    "ELF": "galadhon galadriel elrond",
    "ELR": "lorien",
    "FRO": "shire",
    "GMW": "german",
    "GON": "tirith",
    "HGW": "quibbler",
    "HOB": "gollum smeagol slinker stinker frodo gamgee",
    "IGO": "international eu au",
    "KOR": "korea seoul",
    "LBY": "libya",
    "MOR": "ungol barad-dur nasgul",
    "NGM": "amnesty",
    "NGO": "msf",
    "NZE": "zealand",
    "ORC": "gamgee",
    "PRK": "korea pyongyang hermit",
    "RHO": "zimbabwe",
    "SHR": "downs delving",
    "USA": "washington white ku k.u.",
    "ZBW": "zimbabwe",
}
"""Who is meant by an actor code that the name's letters do not show; from the records' own dictionary of actors."""
_WORD = re.compile(r"[\w.'’-]+")
_EMPTY = frozenset("the a an of and in for to its his their new former".split())


@dataclass
class _Counts:
    """The tallies over all records, and what was read wrongly."""

    types: Tally = field(default_factory=Tally)
    alone: Tally = field(default_factory=Tally)
    """Types once more, with the events that only one party is named for."""
    actors: Tally = field(default_factory=Tally)
    recipients: Tally = field(default_factory=Tally)
    cases: list[Case] = field(default_factory=list)


class EventsTest:
    """Types, actors and recipients of the events of single sentences."""

    name = "events"
    definition = (
        "Validation records of UniversalPetrarch (openeventdata/UniversalPetrarch; codes of CAMEO 1.1b3, mapped by "
        "`CAMEO2PLOVER-2021.txt`) and, where they are at hand, PLOVER's gold records. Each record is read as a "
        "document of its own, through the whole way to claims. As in PLOVER, CAMEO's dyads of one code are one event "
        "with all their actors. **Type**: the multiset of types in a record against that of its claims of events, but "
        'for those that are denied; micro-averaged. The records hold dyads only ("null-coded" events "will not be '
        'coded unless require_dyad = false"), so an event that names no two parties (a name on each side, or two '
        "names that act together) is no error where the gold has none; the last figures of type count it as one. "
        "**Actor** and **recipient**: the parties of all these events of a "
        "record, matched one to one whatever the event's type, by words that they share or by the code of the country "
        "or group alone (not its branch, so GON for GONMIL; a name has the code where its letters begin with it or it "
        "is the country's, or the records' own dictionary of actors says so); targets and victims are recipients; a "
        "party of a reciprocal event may stand on either side. CAMEO's statements and appeals (01, 02) are not "
        "PLOVER's: they are no gold, and a REQUEST or SUPPORT read in such a record counts for nothing. Records with "
        "codes that CAMEO does not have, or that test what PETRARCH discards, are left out, as are files that are "
        "numbered so throughout (`test.xml`). Published figures are of systems whose dictionaries were written on "
        "these records (UniversalPetrarch), or of PETRARCH2 on PLOVER's gold records, which it had not seen."
    )

    def files(self, root: Path) -> list[Path]:
        """The files of `events/` with records in them."""
        folder = root / "events"
        return record_files(folder) if folder.is_dir() else []

    def run(self, bench: Bench) -> Outcome:
        """Code every record."""
        counts = _Counts()
        records = bench.sample(read_records(bench.root / "events"))
        judged: list[Judged] = []
        for record in records:
            told = told_events(bench, record.text)
            events = [statement.body for statement in told if isinstance(statement.body, Event)]
            score(record, events, counts)
            judged += _judged(record, told)
        published = {"type": "UniversalPetrarch .82-.83 (its own dictionary); PETRARCH2 .372 unseen"}
        published |= {"actor": "PETRARCH2 .404 unseen", "recipient": "PETRARCH2 .310 unseen"}
        tallies = {"type": counts.types, "actor": counts.actors, "recipient": counts.recipients}
        figures = []
        for kind, tally in tallies.items():
            figures.append(Figure(f"{kind} precision", tally.precision))
            figures.append(Figure(f"{kind} recall", tally.recall))
            figures.append(Figure(f"{kind} F1", tally.f1, published[kind]))
        for name, value in (
            ("type precision, single parties counted", counts.alone.precision),
            ("type recall, single parties counted", counts.alone.recall),
            ("type F1, single parties counted", counts.alone.f1),
        ):
            figures.append(Figure(name, value))
        figures.append(Figure("records (number)", float(len(records)), floored=False))
        return Outcome(figures, counts.cases, judged)


def told_events(bench: Bench, text: str) -> list[Statement]:
    """The events that our claims tell as done, planned or held possible."""
    claims = bench.code(Document(text)).claims
    return [
        claim.statement
        for claim in claims
        if isinstance(claim.body, Event) and claim.modality is not Modality.DENIED
    ]


def _judged(record: Record, told: Sequence[Statement]) -> Iterator[Judged]:
    """Each comparable event by its type: as many of a type are right as the gold has, the first ones."""
    left = Counter(gold.type for gold in record.events)
    events = [statement.body for statement in told if isinstance(statement.body, Event)]
    compared = {id(event) for event in _comparable(_answerable(record, events), left)}
    for statement in told:
        if isinstance(statement.body, Event) and id(statement.body) in compared:
            yield Judged(statement, left[statement.body.type] > 0, record.where)
            left[statement.body.type] -= 1


def _answerable(record: Record, events: Sequence[Event]) -> list[Event]:
    """The events but for those of a kind that CAMEO codes as an appeal, in a record that has one."""
    if not record.appeals:
        return list(events)
    wanted = {gold.type for gold in record.events}
    return [event for event in events if event.type in wanted or event.type not in {"REQUEST", "SUPPORT"}]


def score(record: Record, events: Sequence[Event], counts: _Counts) -> None:
    """Add one record's counts and cases."""
    events = _answerable(record, events)
    gold = Counter(event.type for event in record.events)
    found = Counter(event.type for event in events)
    right = gold & found
    counts.alone.add(right.total(), found.total(), gold.total())
    events = _comparable(events, gold)
    found = Counter(event.type for event in events)
    counts.types.add(right.total(), found.total(), gold.total())
    _type_cases(record, gold - right, found - right, events, counts)
    _parties(record, events, counts)


def _comparable(events: Sequence[Event], gold: Counter[str]) -> list[Event]:
    """The events of two named parties, and as many others as the gold still has of their type."""
    dyads = [event for event in events if names_two(event)]
    left = gold - Counter(event.type for event in dyads)
    kept = []
    for event in events:
        if event in dyads:
            kept.append(event)
        elif left[event.type] > 0:
            left[event.type] -= 1
            kept.append(event)
    return kept


def names_two(event: Event) -> bool:
    """Whether an event is what CAMEO codes: somebody named on each side, or two named who act together."""
    acting = sum(_is_named(mention) for mention in event.actor)
    others = sum(_is_named(mention) for mention in (*event.recipient, *event.target, *event.victim))
    return acting > 1 or (acting > 0 and others > 0)


def _is_named(mention: Mention) -> bool:
    """Whether a mention, or what it stands for, has a word with a capital."""
    return any(word[:1].isupper() for word in _WORD.findall(mention.name))


def _type_cases(
    record: Record, missed: Counter[str], spurious: Counter[str], events: Sequence[Event], counts: _Counts
) -> None:
    told = ", ".join(f"{event.type} ({event.trigger.quote})" for event in events)
    detail = (
        f"gold {', '.join(event.type for event in record.events) or 'nothing'}; found {told or 'nothing'}"
    )
    for kind in missed.elements():
        counts.cases.append(Case(f"missed {kind}", record.where, record.text, detail))
    for kind in spurious.elements():
        counts.cases.append(Case(f"spurious {kind}", record.where, record.text, detail))


def _parties(record: Record, events: Sequence[Event], counts: _Counts) -> None:
    actors = _unique(mention for event in events for mention in event.actor)
    recipients = _unique(
        mention for event in events for mention in (*event.recipient, *event.target, *event.victim)
    )
    gold_actors = {party for event in record.events for party in event.actors}
    gold_recipients = {party for event in record.events for party in event.recipients}
    for party in sorted({party for event in record.events for party in event.either}, key=str):
        received = any(matches(mention, party) for mention in recipients)
        acted = any(matches(mention, party) for mention in actors)
        (gold_recipients if received and not acted else gold_actors).add(party)
    for kind, gold, found, tally in (
        ("actor", gold_actors, actors, counts.actors),
        ("recipient", gold_recipients, recipients, counts.recipients),
    ):
        right = _matched(sorted(gold, key=str), found)
        tally.add(right, len(found), len(gold))
        if right < max(len(gold), len(found)):
            wanted = ", ".join(sorted(party.code or party.text for party in gold))
            given = ", ".join(mention.span.quote for mention in found)
            counts.cases.append(Case(kind, record.where, record.text, f"gold {wanted}; found {given}"))


def _unique(mentions: Iterable[Mention]) -> list[Mention]:
    """Each party once, by its best name."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        found.setdefault(mention.name.casefold(), mention)
    return list(found.values())


def _matched(gold: Sequence[Party], found: Sequence[Mention]) -> int:
    """How many parties are found, each mention for one party."""
    return len(best_pairs([[float(matches(mention, party)) for mention in found] for party in gold]))


def matches(mention: Mention, party: Party) -> bool:
    """Whether a mention is the party: by words of the gold text, or by the party's code of country or group."""
    words = [word for text in (mention.span.quote, mention.name) for word in _WORD.findall(text)]
    lowered = {word.casefold().removesuffix("'s").removesuffix("’s") for word in words} - _EMPTY
    if party.text:
        given = {word.casefold() for word in _WORD.findall(party.text)} - _EMPTY
        if given & lowered:
            return True
    code = party.code[:3].upper()
    if not code.strip("-+"):
        # Nobody knows whose: any party without a name of its own.
        return bool(party.code) and not any(word[:1].isupper() for word in words)
    if lowered & set(ALIASES.get(code, "").split()):
        return True
    return any(word[:3].upper() == code for word in words if word[:1].isupper()) or any(
        _spells(code, country.name) for country in _countries_of(" ".join(words))
    )


def _countries_of(text: str) -> list[Country]:
    return [found for _, _, found, _ in countries().find(text)]


def _spells(code: str, name: str) -> bool:
    """Whether a code's letters stand in a name in their order, its first letter first: PHL in "Philippines"."""
    letters = iter(name.upper())
    return name.upper().startswith(code[0]) and all(letter in letters for letter in code)
