"""What `harmattan why` prints for each kind of answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from harmattan.cli.terminal import one_line
from harmattan.cli.views import document_line, fields, heading, title
from harmattan.engine.why import (
    Answer,
    OfClaim,
    OfDocument,
    OfGroups,
    OfIncident,
    OfPair,
    OfStretch,
    OfStretches,
)
from harmattan.model.claims import Claim
from harmattan.model.judgements import Judgement
from harmattan.model.readings import Event
from harmattan.model.text import Document
from harmattan.model.world import Incident
from harmattan.publish.phrases import phrase_for
from harmattan.publish.wording import counted
from harmattan.resolution.explanation.incidents import NearMiss
from harmattan.resolution.explanation.pairs import PairReason
from harmattan.resolution.explanation.sentences import in_a_sentence, of_whom
from harmattan.resolution.incidents.findings import SAME_FROM, UNSURE_FROM, Comparison
from harmattan.resolution.judgements.overruling import Opinion

LONGEST_QUOTE = 320
"""Characters of a sentence."""
MOST_PAIRS = 5
"""Pairs of two reports or incidents that are told in full, unless all are asked for."""


def view(answer: Answer, everything: bool = False) -> RenderableType:
    """An answer; `everything`: all pairs of claims in full."""
    match answer:
        case OfPair(reason):
            return Group(*_pair(reason))
        case OfGroups():
            return Group(*_groups(answer, everything))
        case OfClaim():
            return Group(*_claim(answer))
        case OfIncident():
            return Group(*_incident(answer))
        case OfDocument():
            return Group(*_document(answer))
        case OfStretches():
            return Group(*_stretches(answer))
        case OfStretch():
            return Group(*_stretch(answer))


# Two claims


def _pair(reason: PairReason) -> Iterator[RenderableType]:
    yield title(in_a_sentence(reason))
    yield Text()
    for claim, incident in zip((reason.left, reason.right), reason.incidents, strict=True):
        yield from _told(claim, f"incident {incident}" if incident else "in no incident")
    yield from _compared(reason)
    if reason.log:
        yield Text()
        yield title("Held of the two")
        for judgement in reason.log:
            counts = reason.counts is not None and _is(reason.counts.judgement, judgement)
            yield _held(judgement, counts)
    yield from _chain(reason)


def _told(claim: Claim, where: str) -> Iterator[RenderableType]:
    yield heading(claim.id, f"{_what(claim)} · {where}")
    yield Padding(Text(f"“{_quote(claim)}”"), (0, 0, 0, 2))
    yield document_line(claim.document)


def _what(claim: Claim) -> str:
    if isinstance(claim.body, Event):
        return f"{phrase_for(claim.body.type, claim.body.mode).label} · {claim.modality.value}"
    return f"{claim.kind.value} · {claim.modality.value}"


def _quote(claim: Claim) -> str:
    words = " ".join(one_line(claim.statement.evidence[0].quote).split())
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def _compared(reason: PairReason) -> Iterator[RenderableType]:
    if reason.comparison is None:
        return
    yield Text()
    if reason.uncompared is None:
        yield title("Compared")
    else:
        yield title("Were they compared")
        yield Padding(
            Text(f"The program does not compare them: {one_line(reason.uncompared)}."), (0, 0, 0, 2)
        )
    yield _points(reason.comparison)


def _points(comparison: Comparison) -> RenderableType:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for finding in comparison.findings:
        detail = f": {finding.detail}" if finding.detail else ""
        table.add_row(f"{finding.points:+.1f}", Text(one_line(finding.outcome + detail)))
    total = Text(
        f"of the {SAME_FROM:g} from which two are the same; from {UNSURE_FROM:g} it is unsure", "dim"
    )
    table.add_row(Text(f"{comparison.score:.1f}", "bold"), total)
    return Padding(table, (0, 0, 0, 2))


def _held(judgement: Judgement, counts: bool = False) -> RenderableType:
    text = Text(f"{judgement.at:%Y-%m-%d}  ")
    text.append(judgement.verdict.value, "bold")
    text.append(f", {of_whom(judgement)}")
    if counts:
        text.append(" (counts)")
    if judgement.reason:
        text.append(f": {one_line(judgement.reason)}", "dim")
    return Padding(text, (0, 0, 0, 2))


def _is(one: Judgement, other: Judgement) -> bool:
    return (one.name, one.at, one.verdict) == (other.name, other.at, other.verdict)


def _chain(reason: PairReason) -> Iterator[RenderableType]:
    if reason.chain:
        yield Text()
        yield title("The chain between them")
        here = reason.left.id
        for step in reason.chain:
            there = step.pair[1] if step.pair[0] == here else step.pair[0]
            yield _link(f"{here} = {there}", step)
            here = there
    if reason.cuts:
        yield Text()
        yield title("What keeps them apart")
        for cut in reason.cuts:
            yield _link(" ≠ ".join(cut.pair), cut)


def _link(pair: str, opinion: Opinion) -> RenderableType:
    said = f"{pair}  {of_whom(opinion.judgement)}, {opinion.at:%Y-%m-%d}"
    because = f": {one_line(opinion.judgement.reason)}" if opinion.judgement.reason else ""
    return Padding(Text(one_line(said)).append(because, "dim"), (0, 0, 0, 2))


# Two reports or incidents


def _groups(answer: OfGroups, everything: bool) -> Iterator[RenderableType]:
    together = [one for one in answer.reasons if one.together]
    yield title(_verdict_on(answer, together))
    yield Text()
    for thing, asked in zip((answer.left, answer.right), answer.asked, strict=True):
        yield from _thing(thing, asked)
    shown = answer.reasons if everything else answer.reasons[:MOST_PAIRS]
    for number, reason in enumerate(shown, start=1):
        yield Text()
        yield Text(f"Pair {number} of {len(answer.reasons):,}", "dim")
        yield from _pair(reason)
    left_out = len(answer.reasons) - len(shown)
    if left_out:
        yield Text()
        yield Text(f"{counted(left_out, 'more pair')}: --all tells of each.", "dim")
    yield from _reasons("Never compared", answer.never)
    yield from _none(answer.none)


def _verdict_on(answer: OfGroups, together: Sequence[PairReason]) -> str:
    if isinstance(answer.left, Incident) and isinstance(answer.right, Incident):
        if answer.left.id == answer.right.id:
            ids = " and ".join(dict.fromkeys((*answer.asked, answer.left.id)))
            return f"One incident: {ids} are one by now."
        return "Two incidents: nothing joins them."
    if not answer.reasons:
        return "Nothing in the two can be one incident."
    if together:
        incidents = {one.incidents[0] for one in together}
        return f"They tell of {counted(len(incidents), 'incident')} in common."
    return "They have no incident in common."


def _thing(thing: Document | Incident | Claim, asked: str) -> Iterator[RenderableType]:
    match thing:
        case Document():
            yield heading(thing.id, f"{thing.title or 'no title'} · {thing.source or 'no source'}")
        case Incident():
            leads = f" (asked for as {asked})" if asked != thing.id else ""
            yield heading(thing.id, f"{_incident_words(thing)}{leads}")
        case Claim():
            yield from _told(thing, "asked about")


def _incident_words(incident: Incident) -> str:
    days = incident.period
    when = f"{days.earliest or '…'} to {days.latest or '…'}" if days and days.resolved else "no date"
    if days and days.earliest and days.earliest == days.latest:
        when = days.earliest.isoformat()
    label = phrase_for(incident.type, incident.mode).label
    return f"incident · {label} · {when} · {counted(len(incident.claim_ids), 'claim')}"


def _reasons(words: str, reasons: Mapping[str, int]) -> Iterator[RenderableType]:
    if reasons:
        yield Text()
        yield title(words)
        yield fields((f"{number:,}", Text(one_line(reason))) for reason, number in reasons.items())


def _none(none: Iterable[tuple[Claim, str]]) -> Iterator[RenderableType]:
    listed = list(none)
    if listed:
        yield Text()
        yield title(f"In no incident ({len(listed):,})")
        yield fields((claim.id, Text(one_line(f"{_what(claim)}: {reason}"))) for claim, reason in listed)


# One thing


def _claim(answer: OfClaim) -> Iterator[RenderableType]:
    incident = answer.incident
    where = f"incident {incident.id}" if incident else "in no incident"
    yield from _told(answer.claim, where)
    if incident is None:
        yield Text()
        yield title(f"It is in no incident: {one_line(answer.lacking or '')}.")
    elif not answer.joined:
        yield Text()
        yield title("It is an incident by itself: nothing else was held to be the same.")
    if answer.log:
        yield Text()
        yield title("Held of it")
        for judgement in answer.log:
            yield _held(judgement)
    for number, reason in enumerate(answer.joined, start=1):
        yield Text()
        yield Text(f"With claim {number} of {len(answer.joined):,} others in the incident", "dim")
        yield from _joined(reason)
    yield from _near(answer.near)


def _incident(answer: OfIncident) -> Iterator[RenderableType]:
    reason = answer.reason
    incident = reason.incident
    yield heading(incident.id, _incident_words(incident))
    if incident.former_ids:
        yield fields([("also", Text(", ".join(incident.former_ids)))])
    yield Text()
    yield title("It began with")
    yield from _told(reason.first, "the earliest report")
    for one in reason.joined:
        yield Text()
        yield title("To which came")
        yield from _joined(one)
    if answer.log:
        yield Text()
        yield title("Analysts' opinions")
        for judgement in answer.log:
            about = " and ".join(judgement.sides)
            yield Padding(Text(about, "dim"), (0, 0, 0, 2))
            yield _held(judgement)
    yield from _near(reason.near)


def _joined(reason: PairReason) -> Iterator[RenderableType]:
    """One link within an incident: the right claim as told, and by what it is joined with the left."""
    yield from _told(reason.right, f"joined with {reason.left.id}")
    yield Padding(Text(one_line(in_a_sentence(reason))), (0, 0, 0, 2))
    if reason.comparison is not None:
        yield _points(reason.comparison)
    yield from _chain(reason)


def _near(near: Sequence[NearMiss]) -> Iterator[RenderableType]:
    if not near:
        return
    yield Text()
    yield title("Compared and not joined")
    for one in near:
        yield Text()
        yield from _told(one.reason.right, f"incident {one.incident}")
        yield Padding(Text(one_line(in_a_sentence(one.reason))), (0, 0, 0, 2))
        if one.reason.comparison is not None:
            yield _points(one.reason.comparison)


def _document(answer: OfDocument) -> Iterator[RenderableType]:
    document = answer.document
    yield heading(document.id, f"{document.title or 'no title'} · {document.source or 'no source'}")
    if not answer.held:
        yield Text()
        yield title("Nothing in it is an incident.")
    for claim, incident in answer.held:
        yield Text()
        others = len(incident.claim_ids) + len(incident.dissent) - 1
        shared = f"with {counted(others, 'other claim')}" if others else "alone"
        yield from _told(claim, f"incident {incident.id}, {shared}")
    yield from _none(answer.none)


# Words


def _stretches(answer: OfStretches) -> Iterator[RenderableType]:
    known = {
        True: "They mean the same.",
        False: "They do not mean the same.",
        None: "It is not known of both.",
    }
    yield title(known[answer.same])
    for side in (answer.left, answer.right):
        yield Text()
        yield from _stretch(side)


def _stretch(answer: OfStretch) -> Iterator[RenderableType]:
    stretch = answer.stretch
    span = stretch.span
    yield heading(f"{stretch.document.id}:{span.start}-{span.end}", f"“{span.quote}”")
    if not answer.said:
        words = "No claim names anybody or any place with these words."
        yield Padding(Text(words), (0, 0, 0, 2))
    for said in answer.said:
        known = f"{said.known_as}  [{said.id}]" if said.known_as else said.id
        lines = [(said.what, Text(one_line(known or "not known")))]
        if said.span != span:
            lines.append(
                ("words", Text(f"“{one_line(said.span.quote)}” at {said.span.start}-{said.span.end}"))
            )
        if said.antecedent is not None:
            at = f" at {said.antecedent.start}-{said.antecedent.end}"
            lines.append(("name from", Text(f"“{one_line(said.antecedent.quote)}”{at}")))
        if said.person:
            lines.append(("by", Text(one_line(said.person))))
        lines.append(("because", Text(one_line(said.reason))))
        yield fields(lines)
    yield document_line(stretch.document)
