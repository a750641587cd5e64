"""Our own set of mentions of violence: whether a happening is read at all, and who, whom, how many, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from harmattan.model.readings import Event, Mention, Modality, Place, Statement
from harmattan.model.text import Span
from quality.bench import Bench
from quality.measures import Tally
from quality.mentions_gold import COUNTS, VIOLENT, GoldMention, Passage, load_passages
from quality.test import Case, Figure, Outcome, context

FOLDER = Path(__file__).parent / "mentions"
HIDDEN = "held"
"""The part of which no case is ever shown, so that nobody works on it."""
FIELDS = ("actor", "recipient", "counts", "place", "time")
_AT_ARMS_LENGTH = frozenset([Modality.ALLEGED, Modality.DENIED, Modality.HYPOTHETICAL])


@dataclass(frozen=True)
class Told:
    """A label with all claims that tell of it, or a claim without a label."""

    gold: GoldMention | None
    claims: tuple[Statement, ...]

    @property
    def events(self) -> list[Event]:
        """What the claims say."""
        return [claim.body for claim in self.claims if isinstance(claim.body, Event)]


@dataclass
class Field:
    """One field of the labels: what is said of it, and what is found."""

    said: Tally = field(default_factory=Tally)
    found: Tally = field(default_factory=Tally)
    wrong: list[str] = field(default_factory=list)
    """In words, for a person to look at."""

    def precise(self, right: bool, words: str) -> None:
        """Count something that is said."""
        self.said.add(int(right), 1, 0)
        if not right:
            self.wrong.append(f"says {words}")

    def ask(self, right: bool, words: str) -> None:
        """Count something that is to be found."""
        self.found.add(int(right), 0, 1)
        if not right:
            self.wrong.append(f"lacks {words}")

    def add(self, other: Field) -> None:
        """Add another's counts."""
        for mine, more in ((self.said, other.said), (self.found, other.found)):
            mine.add(more.right, more.predicted, more.gold)


@dataclass
class Scores:
    """All that is counted of one part of the set."""

    events: Tally = field(default_factory=Tally)
    claimed: Tally = field(default_factory=Tally)
    """Claims, and how many of them tell of a label."""
    held: Tally = field(default_factory=Tally)
    """Happenings found, and how many are held as they are told."""
    fields: dict[str, Field] = field(default_factory=lambda: {name: Field() for name in FIELDS})

    def add(self, told: Told) -> None:
        """Count one label or one claim without."""
        if told.gold is None:
            self.claimed.add(0, len(told.claims), 0)
            return
        if told.gold.asked:
            self.events.add(int(bool(told.claims)), 0, 1)
            self.claimed.add(len(told.claims), len(told.claims), 0)
            if told.claims:
                self.held.add(int(not wrongly_held(told)), 1, 1)
        elif not told.claims:
            return
        for name, scored in fields(told).items():
            self.fields[name].add(scored)


@dataclass(frozen=True)
class MentionsTest:
    """The scorer of the set; data of the same form in a folder `mentions` of the corpora goes before our own."""

    name: str = "mentions"
    definition: str = (
        "Our own passages in the manner of reporting, each labelled with every violent happening it tells of by "
        "[the guideline](../quality/mentions/guideline.md) before the reader was tried on it; nobody else measures "
        "this. A happening is found where a claim of its type has one of its words for a trigger, and found once "
        "however many claims tell it; precision is over all claims of ASSAULT and COERCE, but on words that the "
        "guideline leaves free. It is held right if no claim holds it otherwise than the passage, and none asserts as "
        "an actor who is only blamed. Of each field recall is over the labels that have it, those not found "
        "included; precision is over what the claims on labels say of it. `seen` is the half for development, `held` "
        "the other, made and labelled with it and looked at by nobody."
    )

    def files(self, root: Path) -> list[Path]:
        """The set's files: those under the root where it has some, else our own."""
        return sorted((root / "mentions").glob("*.toml")) or sorted(FOLDER.glob("*.toml"))

    def run(self, bench: Bench) -> Outcome:
        """Measure each part, the held one last and without cases."""
        figures: list[Figure] = []
        cases: list[Case] = []
        for path in sorted(self.files(bench.root), key=lambda path: (path.stem == HIDDEN, path.stem)):
            scores = Scores()
            for passage in bench.sample(load_passages(path)):
                claims = bench.code(passage.document).claims
                for told in match(passage, [claim.statement for claim in claims]):
                    scores.add(told)
                    if path.stem != HIDDEN:
                        cases.extend(_cases(passage, told))
            figures.extend(_figures(path.stem, scores))
        return Outcome(figures, cases)


def match(passage: Passage, statements: Sequence[Statement]) -> Iterator[Told]:
    """Every label with the claims that tell of it, then every scored claim that tells of none."""
    scored = VIOLENT.union(*(label.types for label in passage.events if label.types & VIOLENT))
    of: dict[int, list[Statement]] = {number: [] for number in range(len(passage.events))}
    without: list[Statement] = []
    for statement in statements:
        event = statement.body
        if not isinstance(event, Event):
            continue
        number = next((at for at, label in enumerate(passage.events) if _tells(event, label)), None)
        if number is not None:
            of[number].append(statement)
        elif event.type in scored and not any(event.trigger.overlaps(words) for words in passage.free):
            without.append(statement)
    for number, label in enumerate(passage.events):
        yield Told(label, tuple(of[number]))
    for statement in without:
        yield Told(None, (statement,))


def _tells(event: Event, label: GoldMention) -> bool:
    return event.type in label.types and any(event.trigger.overlaps(words) for words in label.told)


def wrongly_held(told: Told) -> str:
    """How a happening is held that is told otherwise, in words; empty where all is right."""
    if told.gold is None:
        return ""
    right = False
    for claim in told.claims:
        if _blames(claim, told.gold):
            if claim.modality not in _AT_ARMS_LENGTH:
                return "asserts who is only blamed"
        elif claim.modality not in told.gold.modalities:
            return f"{claim.modality.value}"
        else:
            right = True
    return "" if right else "nothing but the blame"


def _blames(claim: Statement, gold: GoldMention) -> bool:
    return isinstance(claim.body, Event) and _any_overlap(claim.body.actor, gold.blamed)


def fields(told: Told) -> dict[str, Field]:
    """What the claims on a label say of each field, and what they lack."""
    gold = told.gold
    if gold is None:
        return {}
    scored = {name: Field() for name in FIELDS}
    _score_actor(scored["actor"], gold, told)
    _score_struck(scored["recipient"], gold, told)
    _score_counts(scored["counts"], gold, told)
    places = _distinct(place for event in told.events for place in event.place)
    if not gold.place_open:
        for place in places:
            scored["place"].precise(_any_overlap([place], gold.place), place.span.quote)
    if gold.place:
        scored["place"].ask(_any_overlap(places, gold.place), _quotes(gold.place))
    if gold.when is not None:
        times = {(time.period.earliest, time.period.latest) for event in told.events if (time := event.time)}
        for days in sorted(times, key=str):
            scored["time"].precise(days in gold.when, " to ".join(map(str, days)))
        if gold.when:
            scored["time"].ask(not times.isdisjoint(gold.when), " to ".join(map(str, gold.when[0])))
    return scored


def _score_actor(scored: Field, gold: GoldMention, told: Told) -> None:
    for claim in told.claims:
        if not isinstance(claim.body, Event):
            continue
        held_back = gold.blamed if claim.modality in _AT_ARMS_LENGTH else ()
        for actor in _distinct(claim.body.actor):
            right = _any_overlap([actor], (*gold.actor, *held_back))
            if right or not _any_overlap([actor], gold.maybe):
                scored.precise(right, actor.span.quote)
    actors = [actor for event in told.events for actor in event.actor]
    if gold.actor:
        scored.ask(_any_overlap(actors, gold.actor), _quotes(gold.actor))
    if gold.blamed:
        claims = [claim for claim in told.claims if claim.modality in _AT_ARMS_LENGTH]
        scored.ask(any(_blames(claim, gold) for claim in claims), f"the blamed {_quotes(gold.blamed)}")


def _score_struck(scored: Field, gold: GoldMention, told: Told) -> None:
    mentions = _distinct(
        mention for event in told.events for mention in (*event.recipient, *event.target, *event.victim)
    )
    for mention in mentions:
        right = _any_overlap([mention], gold.struck)
        if right or not _any_overlap([mention], gold.maybe):
            scored.precise(right, mention.span.quote)
    if gold.struck:
        scored.ask(_any_overlap(mentions, gold.struck), _quotes(gold.struck))


def _score_counts(scored: Field, gold: GoldMention, told: Told) -> None:
    for name in COUNTS:
        numbers = [number for event in told.events if (number := getattr(event, name)) is not None]
        label = gold.counts.get(name)
        if label is not None and label.count is None:
            continue
        said = dict.fromkeys(number.count for number in numbers)
        for count in said:
            scored.precise(label is not None and count == label.count, f"{name} {count}")
        if label is not None and label.asked:
            scored.ask(label.count in said, f"{name} {label.count}")


def _distinct(mentions: Iterable[Mention | Place]) -> list[Mention | Place]:
    """Mentions by the stretch they stand on."""
    return list({(mention.span.start, mention.span.end): mention for mention in mentions}.values())


def _any_overlap(mentions: Iterable[Mention | Place], spans: Sequence[Span]) -> bool:
    for mention in mentions:
        antecedent = mention.antecedent if isinstance(mention, Mention) else None
        if any(span.overlaps(mention.span) or (antecedent and span.overlaps(antecedent)) for span in spans):
            return True
    return False


# Report -------------------------------------------------------------------------------------------------------


def _figures(part: str, scores: Scores) -> Iterator[Figure]:
    yield Figure(f"{part} happenings precision", scores.claimed.precision)
    yield Figure(f"{part} happenings recall", scores.events.recall)
    yield Figure(f"{part} held as told, of those found", scores.held.precision)
    for name, scored in scores.fields.items():
        yield Figure(f"{part} {name} precision", scored.said.precision)
        yield Figure(f"{part} {name} recall", scored.found.recall)
    yield Figure(f"{part} happenings to be read", scores.events.gold, floored=False)
    yield Figure(f"{part} claims", scores.claimed.predicted, floored=False)


def _cases(passage: Passage, told: Told) -> Iterator[Case]:
    text = passage.document.text
    if told.gold is None:
        event = told.events[0]
        about = context(text, event.trigger.start, event.trigger.end, 400)
        yield Case("spurious", passage.id, about, f"found {told.claims[0].modality.value} {_found(event)}")
        return
    words = told.gold.told[0]
    about = context(text, words.start, words.end, 400)
    if not told.claims:
        if told.gold.asked:
            yield Case("missed", passage.id, about, f"expected {' or '.join(sorted(told.gold.types))}")
        return
    held = wrongly_held(told)
    if held:
        yield Case("wrongly held", passage.id, about, held)
    for name, scored in fields(told).items():
        if scored.wrong:
            yield Case(f"wrong {name}", passage.id, about, "; ".join(scored.wrong))


def _found(event: Event) -> str:
    parties = {"by": event.actor, "on": (*event.recipient, *event.target, *event.victim)}
    said = [f"{how} {_quotes([m.span for m in mentions])}" for how, mentions in parties.items() if mentions]
    return " ".join([event.type, event.mode or "", *said])


def _quotes(spans: Sequence[Span]) -> str:
    return " | ".join(dict.fromkeys(span.quote for span in spans))
