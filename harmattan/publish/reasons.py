"""Why an incident's claims were joined, and what was compared with it and left out, as its page shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from harmattan.model.judgements import Judgement, Verdict
from harmattan.model.world import Incident
from harmattan.publish import addresses
from harmattan.publish.citations import Citations, Note, source_words
from harmattan.publish.contents import Contents
from harmattan.publish.drawing import element
from harmattan.publish.phrases import TYPE_PHRASES
from harmattan.publish.wording import counted, day_words, listed, tidy
from harmattan.resolution.explanation.incidents import IncidentReason, NearMiss
from harmattan.resolution.explanation.pairs import PairReason
from harmattan.resolution.incidents.findings import SAME_FROM, UNSURE_FROM, Comparison, Finding

BAR = 84.0
"""Width of the drawing of one finding's points."""
BAR_HEIGHT = 14.0
MOST_LISTED = 3
"""How many outcomes are named before the table is unfolded."""

Heading = Callable[[Contents, Incident], str]
"""What an incident's page is called."""


@dataclass(frozen=True, slots=True)
class Point:
    """One finding: its points as a figure and a bar, and what was found in what."""

    points: str
    bar: Markup
    outcome: str
    detail: str


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain: which source is held to tell the same as which, and by whom."""

    words: str
    by: str


@dataclass(frozen=True, slots=True)
class Why:
    """Why two claims were joined, or not."""

    lead: str
    """With which report: "Joined with the first report"; "Compared" where it was not joined."""
    note: Note
    """That report's footnote."""
    outcome: str
    """What it came to: "9.5 points, 6 are enough"."""
    gist: str
    """The outcomes that say most, named; empty where an analyst decided."""
    points: tuple[Point, ...]
    total: Point | None
    opinions: tuple[str, ...]
    """What analysts hold of the two."""
    chain: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class NearView:
    """Another incident that was compared with this one and not joined."""

    href: str
    heading: str
    when: str
    quote: str
    source: str
    why: Why


def whys(contents: Contents, citations: Citations, reason: IncidentReason | None) -> dict[str, Why]:
    """By a claim's id, why it was joined."""
    if reason is None:
        return {}
    return {one.right.id: _why(contents, citations, one, reason.first.id) for one in reason.joined}


def near_views(
    contents: Contents,
    citations: Citations,
    reason: IncidentReason | None,
    describe: tuple[Heading, Heading],
) -> tuple[NearView, ...]:
    """The other incidents, the nearest first; `describe` gives an incident's heading and its time in words."""
    known = {incident.id: incident for incident in contents.incidents}
    near = reason.near if reason else ()
    return tuple(
        _near(contents, citations, one, (known[one.incident], describe))
        for one in near
        if one.incident in known
    )


def _near(
    contents: Contents,
    citations: Citations,
    miss: NearMiss,
    other: tuple[Incident, tuple[Heading, Heading]],
) -> NearView:
    incident, (heading, when) = other
    claim = miss.reason.right
    return NearView(
        citations.href(addresses.incident_page(incident.id)),
        heading(contents, incident),
        when(contents, incident),
        tidy(claim.statement.evidence[0].quote),
        source_words(claim.document),
        _why(contents, citations, miss.reason, ""),
    )


def _why(contents: Contents, citations: Citations, reason: PairReason, first: str) -> Why:
    found = reason.comparison
    findings = found.findings if found else ()
    most = max([3.0, *(abs(one.points) for one in findings)])
    counts = reason.counts
    decided = [one for one in (counts, *reason.cuts) if one is not None and one.by_analyst]
    opinions = dict.fromkeys(_opinion(one.judgement) for one in decided)
    return Why(
        lead=_with_whom(reason, first) if reason.together else "Compared",
        note=citations.note(contents.claims.get(reason.left.id, reason.left)),
        outcome=_joined(reason) if reason.together else _left_out(reason),
        gist="" if opinions else _gist(findings, for_it=reason.together),
        points=tuple(_point(contents, one, most) for one in findings),
        total=_total(found) if found else None,
        opinions=tuple(opinions),
        chain=tuple(_steps(contents, reason)),
    )


def _with_whom(reason: PairReason, first: str) -> str:
    if reason.left.document.id == reason.right.document.id:
        return "Joined with what the same report tells"
    whom = "the first report" if reason.left.id == first else source_words(reason.left.document)
    return f"Joined with {whom}"


def _joined(reason: PairReason) -> str:
    counts = reason.counts
    if counts is not None and counts.verdict is Verdict.SAME:
        if counts.by_analyst:
            return "by an analyst"
        return f"{reason.comparison.score:g} points, {SAME_FROM:g} are enough" if reason.comparison else ""
    return f"through {counted(max(len(reason.chain) - 1, 1), 'claim')} between them"


def _left_out(reason: PairReason) -> str:
    counts, found = reason.counts, reason.comparison
    if counts is not None and counts.by_analyst and counts.verdict is not Verdict.SAME:
        return (
            "kept apart by an analyst" if counts.verdict is Verdict.DIFFERENT else "left open by an analyst"
        )
    if found is None:
        return "not joined"
    if any(cut.by_analyst for cut in reason.cuts):
        return f"{found.score:g} points, and kept apart by an analyst"
    if reason.cuts:
        return f"{found.score:g} points, and kept apart by what contradicts it"
    if found.score >= SAME_FROM:
        return f"{found.score:g} points, {SAME_FROM:g} are enough; not judged since"
    unsure = ", and that is unsure" if UNSURE_FROM <= found.score < SAME_FROM else ""
    return f"{found.score:g} points of the {SAME_FROM:g} that are needed{unsure}"


def _gist(findings: Sequence[Finding], *, for_it: bool) -> str:
    """The outcomes that bear most on how it came out."""
    sign = 1 if for_it else -1
    telling = sorted((one for one in findings if sign * one.points > 0), key=lambda one: -sign * one.points)
    return listed([one.outcome for one in telling[:MOST_LISTED]])


def _point(contents: Contents, finding: Finding, most: float) -> Point:
    return Point(
        _signed(finding.points),
        _bar(finding.points, most),
        finding.outcome,
        _named(contents, finding.detail),
    )


def _signed(points: float) -> str:
    return f"{points:+.1f}".replace("-", "−")


_BETWEEN = re.compile(r"(, | and )")


def _named(contents: Contents, detail: str) -> str:
    """The detail with actors and types of event by their names rather than their ids."""
    return "".join(_name(contents, part) for part in _BETWEEN.split(detail))


def _name(contents: Contents, word: str) -> str:
    if word in TYPE_PHRASES:
        return TYPE_PHRASES[word].label.lower()
    return contents.short_name(word) if contents.actor(word) else word


def _bar(points: float, most: float) -> Markup:
    """Points as a bar to the right of the middle, or to its left where they speak against."""
    middle = BAR / 2
    length = min(abs(points) / most, 1.0) * (middle - 2)
    start = middle if points >= 0 else middle - length
    kind = "for" if points >= 0 else "against"
    axis = element("line", x1=middle, x2=middle, y1=0.0, y2=BAR_HEIGHT, class_="axis")
    bar = element("rect", x=start, y=3.0, width=length, height=BAR_HEIGHT - 6, class_=kind)
    parts = (bar, axis) if length else (axis,)
    return _drawn(parts)


def _total(found: Comparison) -> Point:
    """The sum on a scale of its own, with marks where it begins to be unsure and to be the same."""
    end = max(found.score, SAME_FROM) * 1.15
    length = min(max(found.score, 0.0) / end, 1.0) * BAR
    marks = [
        element("line", x1=at / end * BAR, x2=at / end * BAR, y1=0.0, y2=BAR_HEIGHT, class_=kind)
        for at, kind in ((UNSURE_FROM, "unsure"), (SAME_FROM, "same"))
    ]
    bar = element("rect", x=0.0, y=3.0, width=length, height=BAR_HEIGHT - 6, class_="sum")
    says = {
        Verdict.SAME: "enough to be the same",
        Verdict.UNSURE: "not enough to be sure",
        Verdict.DIFFERENT: "not enough",
    }[found.verdict]
    return Point(
        f"{found.score:.1f}",
        _drawn((*((bar,) if length else ()), *marks)),
        says,
        f"the same from {SAME_FROM:g}, unsure from {UNSURE_FROM:g}",
    )


def _drawn(parts: Sequence[Markup]) -> Markup:
    """A small picture beside the figure that says the same."""
    size = {"viewBox": f"0 0 {BAR:g} {BAR_HEIGHT:g}", "width": f"{BAR:g}", "height": f"{BAR_HEIGHT:g}"}
    return element("svg", *parts, **size, aria_hidden="true", class_="points")


def _opinion(judgement: Judgement) -> str:
    """What an analyst holds, unnamed: who works for a publisher is the publisher's to tell."""
    verdict = {
        Verdict.SAME: "holds them to be the same",
        Verdict.DIFFERENT: "holds them to be different",
        Verdict.UNSURE: "holds that it cannot be told",
    }.get(judgement.verdict, "has judged")
    because = f": {tidy(judgement.reason)}" if judgement.reason.strip() else ""
    return f"An analyst {verdict}, {day_words(judgement.at.date())}{because}"


def _steps(contents: Contents, reason: PairReason) -> list[Step]:
    steps = []
    here = reason.left.id
    for opinion in reason.chain:
        there = opinion.pair[1] if opinion.pair[0] == here else opinion.pair[0]
        told = [contents.claims[one] for one in (here, there) if one in contents.claims]
        sources = " = ".join(source_words(claim.document) for claim in told)
        steps.append(Step(sources, "by an analyst" if opinion.by_analyst else "by their points"))
        here = there
    return steps
