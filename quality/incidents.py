"""Incidents: do two reports' claims of one event lie in one incident, and those of two events in two?"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

from harmattan.model.claims import Claim
from harmattan.model.readings import Event, Statement
from harmattan.model.text import Document, Span
from harmattan.resolution.incidents.joint import incidents, judge
from harmattan.sources.files import open_paths
from quality.bench import Bench
from quality.incident_baselines import TermWeights, best_threshold, same_day_and_place
from quality.incident_pairs import FOLDER, Mark, MarkPair, load_reports, pairs
from quality.measures import Tally
from quality.test import Case, Figure, Outcome, context

PARTS = ("seen", "seen-more", "seen-third", "seen-fourth", "seen-fifth", "seen-sixth", "held")
HIDDEN = frozenset(["held"])
"""The part of which no case is ever shown, so that nobody works on it."""
EXAMPLE = Path(__file__).parents[1] / "examples" / "sahel"
BETWEEN = 3
_BREAK = re.compile(r"[,;:()—–]")
ONE_DAY = datetime(2025, 1, 1, tzinfo=UTC)
"""When the program is said to have judged: it makes no difference."""


@dataclass(frozen=True)
class Resolution:
    """What was read of some reports, and the incidents that it was resolved into."""

    claims: Mapping[str, Sequence[Claim]]
    """By the document's id."""
    incident: Mapping[str, str]
    """The incident of each claim that is in one or denies it."""
    why: Mapping[tuple[str, str], str]
    """What the program said of pairs of claims."""

    def at(self, mark: Mark) -> list[Claim]:
        """The claims that the words of the mark tell."""
        return claims_at(mark, self.claims.get(mark.document.id, ()))

    def joined(self, left: Iterable[Claim], right: Iterable[Claim]) -> bool:
        """Whether any claim of one side is, or lies in one incident with, one of the other."""
        theirs = [claim.id for claim in right]
        for claim in left:
            incident = self.incident.get(claim.id)
            if any(
                claim.id == other or (incident is not None and incident == self.incident.get(other))
                for other in theirs
            ):
                return True
        return False


def resolve(bench: Bench, documents: Iterable[Document]) -> Resolution:
    """Read reports and resolve all their claims together, as a run does."""
    claims = {document.id: bench.code(document).claims for document in documents}
    everything = [claim for told in claims.values() for claim in told]
    judgements = judge(everything, ONE_DAY)
    incident = {
        claim_id: found.id
        for found in incidents(everything, judgements)
        for claim_id in (*found.claim_ids, *found.dissent)
    }
    return Resolution(
        claims, incident, {(one.left, one.right): one.reason for one in judgements if one.right is not None}
    )


def claims_at(mark: Mark, claims: Iterable[Claim]) -> list[Claim]:
    """The claims of a document that the words of a mark tell: with a trigger among them; else with a count or a
    sufferer among them, or a later sentence, told together with their first, in which they stand; else with a trigger,
    count or sufferer right beside them, as "carried out the [raid]" and "[nine soldiers] died" where the claim's
    trigger is another word.
    """
    events = [(claim, claim.body) for claim in claims if isinstance(claim.body, Event)]
    triggered = [claim for claim, event in events if any(map(event.trigger.overlaps, mark.spans))]
    if triggered:
        return triggered
    told = [
        claim
        for claim, event in events
        if any(span.overlaps(one) for span in mark.spans for one in _fields(claim.statement, event))
    ]
    return told or [
        claim
        for claim, event in events
        if any(_beside(mark, span, one) for span in mark.spans for one in (event.trigger, *_sufferers(event)))
    ]


def _beside(mark: Mark, span: Span, other: Span) -> bool:
    """Whether two stretches of the mark's sentence have at most three words and no comma between them."""
    if not (mark.sentence.start <= other.start and other.end <= mark.sentence.end):
        return False
    start, end = min(span.end, other.end), max(span.start, other.start)
    between = mark.document.text[start:end]
    return len(between.split()) <= BETWEEN and not _BREAK.search(between)


def _fields(statement: Statement, event: Event) -> Iterator[Span]:
    yield from _sufferers(event)
    # An earlier sentence only says who or where: "there", "the group".
    yield from (span for span in statement.evidence[1:] if span.start > statement.evidence[0].start)


def _sufferers(event: Event) -> Iterator[Span]:
    for number in (event.killed, event.wounded, event.abducted):
        if number is not None:
            yield number.span
    for mention in (*event.recipient, *event.target, *event.victim):
        yield mention.span


@dataclass
class Scores:
    """What is counted of one part of the set."""

    across: Tally = field(default_factory=Tally)
    within: Tally = field(default_factory=Tally)
    both_found: Tally = field(default_factory=Tally)
    """Pairs of two reports of which a claim was found at both marks."""
    day_and_place: Tally = field(default_factory=Tally)
    terms: Tally = field(default_factory=Tally)
    marks: Tally = field(default_factory=Tally)
    """Right are those at which a claim was found."""


class IncidentsTest:
    """Our own set of pairs of reports, and the reports of the example."""

    name = "incidents"
    definition = (
        "Pairs of [stretches of reports of our own](../quality/incidents/guideline.md) that tell one event or two: "
        "several tellings with tolls that rise, retellings in the background, near-copies, claims of responsibility "
        "and denials against the next village, the next week, the reprisal, the plan. End to end: the reports are read "
        "and resolved together, and a pair counts as SAME where the claims at the two stretches lie in one incident, "
        "so that a claim that was not read joins nothing. Precision and recall of SAME over pairs of two reports, and "
        "over pairs within one. Beside it two baselines on the same pairs: claims of one period with one place's name, "
        "and TF-IDF cosine of the sentences with their titles, from the threshold that is best on the seen half. What "
        "outcomes count is learnt on the six parts that are seen; `held` is not learnt from, "
        "nor looked at. Of "
        "the example's reports, the pairs told in `incidents.toml` that share an incident."
    )

    def files(self, root: Path) -> list[Path]:
        return [*(FOLDER / f"{part}.toml" for part in PARTS), EXAMPLE / "incidents.toml"]

    def run(self, bench: Bench) -> Outcome:
        figures: list[Figure] = []
        cases: list[Case] = []
        threshold: float | None = None
        for part in PARTS:
            reports = load_reports(FOLDER / f"{part}.toml")
            resolution = resolve(bench, [report.document for report in reports])
            found = pairs(reports)
            terms = TermWeights(mark for report in reports for mark in report.marks)
            if threshold is None:
                threshold = best_threshold([(terms.cosine(pair), pair.same) for pair in found if pair.across])
            if part not in HIDDEN:
                cases += [case for pair in found for case in _cases(pair, resolution)]
            scores = Scores()
            for pair in found:
                _count(scores, pair, resolution, similar=terms.cosine(pair) >= threshold)
            for mark in (mark for report in reports for mark in report.marks):
                scores.marks.add(int(bool(resolution.at(mark))), 1, 1)
            figures += _figures(part, scores)
        example, wrong = _example(bench)
        return Outcome([*figures, *example], [*cases, *wrong])


def _count(scores: Scores, pair: MarkPair, resolution: Resolution, *, similar: bool) -> None:
    left, right = resolution.at(pair.left), resolution.at(pair.right)
    joined = resolution.joined(left, right)
    tally = scores.across if pair.across else scores.within
    _add(tally, pair, joined)
    if pair.across:
        _add(scores.day_and_place, pair, same_day_and_place(left, right))
        _add(scores.terms, pair, similar)
        if left and right:
            _add(scores.both_found, pair, joined)


def _add(tally: Tally, pair: MarkPair, joined: bool) -> None:
    tally.add(int(joined and pair.same), int(joined), int(pair.same))


def _figures(part: str, scores: Scores) -> list[Figure]:
    return [
        Figure(f"{part} precision", scores.across.precision),
        Figure(f"{part} recall", scores.across.recall),
        Figure(f"{part} recall where both claims were found", scores.both_found.recall),
        Figure(f"{part} claims found", scores.marks.recall, floored=False),
        Figure(f"{part} in one report, precision", scores.within.precision),
        Figure(f"{part} in one report, recall", scores.within.recall),
        Figure(f"{part} by day and place alone, precision", scores.day_and_place.precision, floored=False),
        Figure(f"{part} by day and place alone, recall", scores.day_and_place.recall, floored=False),
        Figure(f"{part} by TF-IDF alone, precision", scores.terms.precision, floored=False),
        Figure(f"{part} by TF-IDF alone, recall", scores.terms.recall, floored=False),
        Figure(f"{part} pairs of two reports that are the same", scores.across.gold, floored=False),
    ]


def _cases(pair: MarkPair, resolution: Resolution) -> Iterator[Case]:
    left, right = resolution.at(pair.left), resolution.at(pair.right)
    joined = resolution.joined(left, right)
    if joined == pair.same:
        return
    kind = "joined" if joined else "not joined" if left and right else "not read"
    if not pair.across:
        kind += " in one report"
    said = [
        reason
        for one in left
        for other in right
        if (reason := resolution.why.get((min(one.id, other.id), max(one.id, other.id))))
    ]
    unread = [mark.report for mark, claims in ((pair.left, left), (pair.right, right)) if not claims]
    yield Case(
        kind,
        pair.left.report if not pair.across else f"{pair.left.report} and {pair.right.report}",
        f"{_context(pair.left)} / {_context(pair.right)}",
        f"nothing read in {', '.join(unread)}" if unread else "; ".join(said) or "nothing said",
    )


def _context(mark: Mark) -> str:
    return context(mark.document.text, mark.span.start, mark.span.end, 50)


def _example(bench: Bench) -> tuple[list[Figure], list[Case]]:
    """Of the example's reports, which share an incident and should."""
    documents = {
        Path(document.origin).name: document
        for document in open_paths([str(EXAMPLE / "reports")])
        if isinstance(document, Document)
    }
    table = tomllib.loads((EXAMPLE / "incidents.toml").read_text("utf8"))
    told = {pair for one in table["incident"] for pair in combinations(sorted(one["reports"]), 2)}
    resolution = resolve(bench, documents.values())
    reports: dict[str, set[str]] = defaultdict(set)
    for name, document in documents.items():
        for claim in resolution.claims[document.id]:
            if claim.id in resolution.incident:
                reports[resolution.incident[claim.id]].add(name)
    joined = {pair for names in reports.values() for pair in combinations(sorted(names), 2)}
    figures = [
        Figure("example report pairs joined", 100 * len(told & joined) / len(told)),
        Figure("example other report pairs joined", len(joined - told), floored=False),
    ]
    cases = [Case("example, not joined", f"{left} and {right}", "") for left, right in sorted(told - joined)]
    return figures, [
        *cases,
        *(Case("example, joined beyond the list", f"{a} and {b}", "") for a, b in sorted(joined - told)),
    ]
