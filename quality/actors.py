"""Actors: whom the mentions of our own passages mean, from the raw text to the registry's id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from harmattan.model.readings import Event, Mention, Reading, Relation, Strength
from harmattan.model.text import Span
from harmattan.resolution.actors.provisional import is_provisional
from quality.actors_gold import KINDS, PROVISIONAL, GoldActor, Passage, load_names, load_passages
from quality.bench import Bench
from quality.measures import Tally
from quality.test import Case, Figure, Outcome, context

FOLDER = Path(__file__).parent / "actors"
PARTS = ("seen", "held")
RE3D = "re3d.toml"
CORPUS = Path("relations", "re3d")
SUMMED = 3
"""So many figures are shown of re3d: its names are of one kind."""
FAST = 3
"""Every which passage is measured where the bench is fast."""


@dataclass(frozen=True)
class Said:
    """What was made of a stretch: an id or None, and whether a claim speaks of it."""

    span: Span
    actor: str | None
    person: str | None = None
    reason: str | None = None
    claimed: bool = False


@dataclass
class Score:
    """The counts of one part of the set."""

    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    """Right, resolved and all by kind; what is nobody and left alone counts as right."""
    resolved: Tally = field(default_factory=Tally)
    claimed: Tally = field(default_factory=Tally)
    """Those of which a claim speaks, by what the claim says."""


@dataclass(frozen=True)
class ActorsTest:
    """The scorer of `quality/actors/`."""

    folder: Path = FOLDER
    parts: tuple[str, ...] = PARTS
    shown: str = "seen"
    """The part whose cases are shown."""
    name: str = "actors"
    definition: str = (
        "Whom mentions mean: passages of our own in the manner of reports of 1962 to 2025 from 25 regions, labelled by "
        "`quality/actors/guideline.md`, half of them kept apart. The text goes through the reader and the resolution; "
        "a mention is right where the stretch that overlaps it most has the registry's id (for an office holder the "
        "person's too), for a group that no registry has a provisional id, and for what is nobody none. *accuracy*: "
        "right of all; *precision*: right of those that got an id; *recall*: right of those that ought to have one. "
        "*in claims*: the same of the mentions that a claim speaks of, as the claim has it. *re3d*: 200 names of re3d, "
        "drawn at random and labelled by hand."
    )

    def files(self, root: Path) -> list[Path]:
        """The files of the set, and re3d's names where its texts are among the corpora."""
        found = [path for part in self.parts if (path := self.folder / f"{part}.toml").exists()]
        return [*found, self.folder / RE3D] if (root / CORPUS / "documents.jsonl").exists() else found

    def run(self, bench: Bench) -> Outcome:
        """Score each part; only the seen part's cases are shown."""
        figures: list[Figure] = []
        cases: list[Case] = []
        for path in self.files(bench.root):
            apart = path.name == RE3D
            passages = load_names(path, bench.root / CORPUS) if apart else load_passages(path)
            score = Score()
            for passage in passages[::FAST] if bench.fast else passages:
                wrong = list(_score(passage, _said(passage, bench), score))
                cases += wrong if path.stem == self.shown else []
            figures += _figures(path.stem, score)[: SUMMED if apart else None]
        return Outcome(figures, cases)


def _said(passage: Passage, bench: Bench) -> list[Said]:
    """What the claims say of stretches of a passage, then what resolution says of all others."""
    reading = bench.read(passage.document)
    said = [
        Said(one.span, one.actor, one.person, one.reason, claimed=True)
        for one in _mentions(bench.linker.link(reading))
    ]
    for found in bench.linker.everybody(reading):
        meaning = found.meaning
        said.append(
            Said(found.span, meaning.actor, meaning.person, meaning.reason)
            if meaning
            else Said(found.span, None)
        )
    return said


def _mentions(reading: Reading) -> Iterator[Mention]:
    for statement in reading.statements:
        if statement.attribution is not None:
            yield statement.attribution
        match statement.body:
            case Event() as event:
                for role in (event.actor, event.recipient, event.target, event.victim):
                    yield from role
            case Strength() as strength:
                yield from strength.force
            case Relation() as relation:
                yield relation.subject
                if isinstance(relation.object, Mention):
                    yield relation.object


def _score(passage: Passage, said: list[Said], score: Score) -> Iterator[Case]:
    for gold in passage.mentions:
        of_claims = _best(gold, (one for one in said if one.claimed))
        of_all = of_claims if of_claims and of_claims.actor else None
        of_all = of_all or _best(gold, (one for one in said if not one.claimed)) or of_claims
        right = _right(gold, of_all)
        given = of_all is not None and of_all.actor is not None
        score.kinds[gold.kind].add(right, given, 1)
        score.resolved.add(right and given, given, gold.somebody)
        if of_claims is not None:
            told = _right(gold, of_claims)
            named = of_claims.actor is not None
            score.claimed.add(told and named, named, gold.somebody)
        if not right:
            yield _case(passage, gold, of_all)


def _best(gold: GoldActor, said: Iterable[Said]) -> Said | None:
    """The stretch that shares most of its words with the gold's, if that is half of either."""
    shares = [(_share(gold.span, one.span), one.actor is not None, one) for one in said]
    best = max(shares, key=lambda item: item[:2], default=None)
    return best[2] if best and best[0] >= 0.3 else None


def _share(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    whole = max(one.end, other.end) - min(one.start, other.start)
    return max(common, 0) / whole


def _right(gold: GoldActor, said: Said | None) -> bool:
    actor = said.actor if said else None
    if actor is None:
        return not gold.somebody
    known = actor in gold.actors or (PROVISIONAL in gold.actors and is_provisional(actor))
    person = gold.person is None or (said is not None and gold.person in (said.person, said.actor))
    return known and person


def _case(passage: Passage, gold: GoldActor, said: Said | None) -> Case:
    span = gold.span
    expected = " or ".join(sorted(gold.actors)) + (f" by {gold.person}" if gold.person else "")
    found = f"{said.actor} by {said.person} for “{said.span.quote}” ({said.reason})" if said else "nothing"
    kind = f"{gold.kind}: " + ("wrong" if said and said.actor else "left alone")
    return Case(
        kind,
        passage.id,
        context(passage.document.text, span.start, span.end),
        f"expected {expected}; {found}",
    )


def _figures(part: str, score: Score) -> list[Figure]:
    kinds = score.kinds
    all_right = sum(tally.right for tally in kinds.values())
    all_gold = sum(tally.gold for tally in kinds.values())
    return [
        Figure(f"{part} accuracy", 100 * all_right / max(1, all_gold)),
        Figure(f"{part} precision", score.resolved.precision),
        Figure(f"{part} recall", score.resolved.recall),
        Figure(f"{part} in claims precision", score.claimed.precision),
        Figure(f"{part} in claims recall", score.claimed.recall),
        *(
            Figure(f"{part} {kind} accuracy", tally.recall, floored=tally.gold >= 10)
            for kind, tally in kinds.items()
        ),
        Figure(f"{part} mentions", all_gold, floored=False),
    ]
