"""Our own set of strengths and modality: how many are said to be where, and how a document holds what it tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from harmattan.model.readings import Event, Mention, Modality, Place, Statement, Strength
from harmattan.model.text import Span
from quality.bench import Bench
from quality.measures import Tally
from quality.strengths_gold import SCORED_TYPES, GoldEvent, GoldStrength, Passage, load_passages
from quality.test import Case, Figure, Judged, Outcome, context

FOLDER = Path(__file__).parent / "strengths"
HIDDEN = "held"
"""The part of which no case is ever shown, so that nobody works on it."""

Gold = TypeVar("Gold", bound=GoldStrength | GoldEvent)


@dataclass(frozen=True)
class Pair:
    """A label and the statement that was matched with it; one of them is None where the other stands alone."""

    gold: GoldStrength | GoldEvent | None
    told: Statement | None


@dataclass
class Scores:
    """All that is counted of one part of the set."""

    claims: dict[str, Tally] = field(default_factory=lambda: {"strength": Tally(), "event": Tally()})
    """By kind; right is right in status and count, or in modality."""
    found: Tally = field(default_factory=Tally)
    fields: dict[str, Tally] = field(default_factory=dict)
    """Right of those found, by field."""

    def add(self, pairs: Iterable[Pair]) -> None:
        """Count the pairs of one more passage."""
        for pair in pairs:
            kind = "strength" if _is_strength(pair) else "event"
            both = pair.gold is not None and pair.told is not None
            counts = (int(pair.told is not None), int(pair.gold is not None))
            self.found.add(int(both), *counts)
            self.claims[kind].add(int(both and not wrong_fields(pair)), *counts)
            if both:
                for name, right in _fields(pair).items():
                    self.fields.setdefault(name, Tally()).add(int(right), 1, 1)

    @property
    def whole(self) -> Tally:
        """Strengths and events together."""
        tally = Tally()
        for each in self.claims.values():
            tally.add(each.right, each.predicted, each.gold)
        return tally


@dataclass(frozen=True)
class StrengthsTest:
    """The scorer of the set; data of the same form in a folder `strengths` of the corpora goes before our own."""

    name: str = "strengths"
    definition: str = (
        "Our own passages in the manner of reporting, labelled by "
        "[the guideline](../quality/strengths/guideline.md) before the rules were written; nobody else measures this. "
        "A claim is found where a strength's number or an event's trigger overlaps the label's words (and the event "
        "has its type), one to one. It is right where also the count's low, best and high and the status are the "
        "label's (strengths), or the modality is (events). Scored are strengths and events of the types "
        f"{', '.join(sorted(SCORED_TYPES))}, as a user gets them; everything else that is claimed of them is spurious, "
        "but on words that the guideline leaves free. `seen` is the part for development, `held` the third kept apart; "
        "a part is all files whose name begins with its word (`held.toml`, `held-more.toml`), and each file's "
        "figures stand beside the part's."
    )

    def files(self, root: Path) -> list[Path]:
        """The set's files: those under the root where it has some, else our own."""
        return sorted((root / "strengths").glob("*.toml")) or sorted(FOLDER.glob("*.toml"))

    def run(self, bench: Bench) -> Outcome:
        """Measure each part, and each file of a part that has several."""
        figures: list[Figure] = []
        apart: list[Figure] = []
        cases: list[Case] = []
        judged: list[Judged] = []
        for part, paths in parts(self.files(bench.root)).items():
            whole = Scores()
            for path in paths:
                scores = Scores()
                for passage in bench.sample(load_passages(path)):
                    claims = bench.code(passage.document).claims
                    pairs = list(match(passage, [claim.statement for claim in claims]))
                    scores.add(pairs)
                    whole.add(pairs)
                    if part == HIDDEN:
                        continue
                    cases.extend(case for pair in pairs for case in _cases(passage, pair))
                    judged += [
                        Judged(pair.told, pair.gold is not None and not wrong_fields(pair), passage.id)
                        for pair in pairs
                        if pair.told is not None
                    ]
                if len(paths) > 1:
                    apart.extend(_headline(path.stem if path.stem != part else f"{part} alone", scores))
            figures.extend(_figures(part, whole))
        return Outcome([*figures, *apart], cases, judged)


def parts(files: Iterable[Path]) -> dict[str, list[Path]]:
    """The files by the part they belong to, the word before the first hyphen of their name; the hidden one last."""
    found: dict[str, list[Path]] = {}
    for path in sorted(files, key=lambda path: (_part(path) == HIDDEN, path.stem)):
        found.setdefault(_part(path), []).append(path)
    return found


def _part(path: Path) -> str:
    return path.stem.partition("-")[0]


# Matching -----------------------------------------------------------------------------------------------------


def match(passage: Passage, statements: Sequence[Statement]) -> list[Pair]:
    """Every label and every scored statement of a passage, in pairs where they are about the same words."""
    strengths = [told for told in statements if isinstance(told.body, Strength)]
    # A type that is not scored counts where a label names it as a choice: a truce accepted is RETREAT or CONCEDE.
    named = SCORED_TYPES.union(*(label.types for label in passage.events))
    events = [told for told in statements if isinstance(told.body, Event) and told.body.type in named]
    pairs = [
        *_paired(passage.strengths, strengths, _same_number),
        *_paired(passage.events, events, _same_event),
    ]
    # Whoever reads both words of a label that allows either has not read a claim too many.
    either = [words for label in passage.events if len(label.triggers) > 1 for words in label.triggers]
    return [pair for pair in pairs if not _is_free(pair, [*passage.free, *either]) and not _is_unscored(pair)]


def _paired(
    gold: Sequence[Gold], told: Sequence[Statement], same: Callable[[Gold, Statement], bool]
) -> list[Pair]:
    left = list(told)
    pairs: list[Pair] = []
    for label in gold:
        candidates = [statement for statement in left if same(label, statement)]
        best = min(candidates, key=lambda statement: len(wrong_fields(Pair(label, statement))), default=None)
        if best is not None:
            left.remove(best)
        pairs.append(Pair(label, best))
    return [*pairs, *(Pair(None, statement) for statement in left)]


def _same_number(label: GoldStrength, statement: Statement) -> bool:
    return isinstance(statement.body, Strength) and statement.body.size.span.overlaps(label.size)


def _same_event(label: GoldEvent, statement: Statement) -> bool:
    body = statement.body
    if not isinstance(body, Event) or body.type not in label.types:
        return False
    return any(body.trigger.overlaps(words) for words in label.triggers)


def _is_free(pair: Pair, free: Sequence[Span]) -> bool:
    return pair.gold is None and pair.told is not None and any(_words(pair).overlaps(span) for span in free)


def _is_unscored(pair: Pair) -> bool:
    told = pair.told.body if pair.told is not None else None
    return pair.gold is None and isinstance(told, Event) and told.type not in SCORED_TYPES


def _is_strength(pair: Pair) -> bool:
    return isinstance(pair.gold, GoldStrength) or (
        pair.told is not None and isinstance(pair.told.body, Strength)
    )


def _words(pair: Pair) -> Span:
    """The number or the trigger."""
    match pair.gold:
        case GoldStrength():
            return pair.gold.size
        case GoldEvent():
            return pair.gold.triggers[0]
    if pair.told is not None and isinstance(pair.told.body, Strength):
        return pair.told.body.size.span
    if pair.told is not None and isinstance(pair.told.body, Event):
        return pair.told.body.trigger
    raise ValueError("a pair of nothing")


# Fields -------------------------------------------------------------------------------------------------------


def wrong_fields(pair: Pair) -> list[str]:
    """Which of the fields that make a found claim right are wrong: count, status, modality."""
    decisive = {"count", "status", "modality"}
    return [name for name, right in _fields(pair).items() if name in decisive and not right]


def _fields(pair: Pair) -> dict[str, bool]:
    """Whether each field that the label has is right."""
    gold, told = pair.gold, pair.told
    if gold is None or told is None:
        return {}
    fields: dict[str, bool] = {}
    match gold, told.body:
        case GoldStrength(), Strength() as strength:
            fields["count"] = strength.size.count == gold.count
            status_right = strength.status in gold.statuses
            fields["status"] = status_right and (told.modality is Modality.DENIED) == gold.denied
            if gold.unit:
                fields["unit"] = strength.unit in gold.unit or gold.unit in strength.unit
            if gold.force:
                fields["force"] = _any_overlap(strength.force, gold.force)
            if gold.place:
                fields["place"] = _any_overlap(strength.place, gold.place)
        case GoldEvent(), Event() as event:
            fields["modality"] = told.modality in gold.modalities
            if gold.mode:
                fields["mode"] = event.mode == gold.mode
    if gold.attribution is not None:
        said = (told.attribution,) if told.attribution else ()
        fields["attribution"] = _any_overlap(said, gold.attribution) or (not said and not gold.attribution)
    return fields


def _any_overlap(mentions: Iterable[Mention | Place], spans: Sequence[Span]) -> bool:
    for mention in mentions:
        antecedent = mention.antecedent if isinstance(mention, Mention) else None
        if any(span.overlaps(mention.span) or (antecedent and span.overlaps(antecedent)) for span in spans):
            return True
    return False


# Report -------------------------------------------------------------------------------------------------------


def _figures(part: str, scores: Scores) -> list[Figure]:
    named = {
        "": scores.whole,
        "claims found ": scores.found,
        "strengths ": scores.claims["strength"],
        "events ": scores.claims["event"],
    }
    figures = [
        Figure(f"{part} {what}{measure}", value, floored=measure != "F1")
        for what, tally in named.items()
        for measure, value in (("precision", tally.precision), ("recall", tally.recall), ("F1", tally.f1))
    ]
    for name in ("modality", "status", "count", "attribution", "force", "place", "unit", "mode"):
        if name in scores.fields:
            right = scores.fields[name].precision
            figures.append(Figure(f"{part} {name} right of those found", right, floored=False))
    figures.append(Figure(f"{part} claims to be read", scores.whole.gold, floored=False))
    return figures


def _headline(name: str, scores: Scores) -> list[Figure]:
    """Of one file of a part: not pinned, since the part is."""
    measured = {"precision": scores.whole.precision, "recall": scores.whole.recall}
    return [Figure(f"{name} {measure}", value, floored=False) for measure, value in measured.items()]


def _cases(passage: Passage, pair: Pair) -> list[Case]:
    words = _words(pair)
    about = context(passage.document.text, words.start, words.end, 400)
    kind = "strength" if _is_strength(pair) else "event"
    if pair.told is None:
        return [Case(f"missed {kind}", passage.id, about, f"expected {_expected(pair)}")]
    if pair.gold is None:
        return [Case(f"spurious {kind}", passage.id, about, f"found {_found(pair)}")]
    wrong = [name for name, right in _fields(pair).items() if not right]
    detail = f"expected {_expected(pair)}, found {_found(pair)}"
    return [Case(f"wrong {name} of {kind}", passage.id, about, detail) for name in wrong]


def _expected(pair: Pair) -> str:
    match pair.gold:
        case GoldStrength() as gold:
            held = " denied" if gold.denied else ""
            words = f"{'|'.join(sorted(gold.statuses))}{held} {gold.count}"
        case GoldEvent() as gold:
            words = f"{'|'.join(sorted(gold.modalities))} {'|'.join(sorted(gold.types))}"
        case None:
            return "nothing"
    said = Counter(span.quote for span in gold.attribution or ())
    return words + (f" by {', '.join(said)!r}" if said else "")


def _found(pair: Pair) -> str:
    told = pair.told
    if told is None:
        return "nothing"
    said = f" by {told.attribution.span.quote!r}" if told.attribution else ""
    if isinstance(told.body, Strength):
        force = ", ".join(mention.span.quote for mention in told.body.force)
        place = ", ".join(place.span.quote for place in told.body.place)
        held = " denied" if told.modality is Modality.DENIED else ""
        return f"{told.body.status.value}{held} {told.body.size.count} of {force!r} in {place!r}{said}"
    if isinstance(told.body, Event):
        return f"{told.modality.value} {told.body.type} {told.body.mode or ''}{said}"
    return type(told.body).__name__
