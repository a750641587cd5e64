"""What `harmattan show` prints for each kind of thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from harmattan.claims.checks import stretches
from harmattan.cli.excerpt import excerpt
from harmattan.cli.phrases import (
    day_words,
    mention_text,
    number_text,
    period_words,
    place_text,
    plain,
    quoted,
    years_words,
)
from harmattan.cli.terminal import one_line
from harmattan.engine.lookup import Found, Named
from harmattan.model.amendments import AmendedClaim
from harmattan.model.claims import Claim, Rejection
from harmattan.model.judgements import Judgement
from harmattan.model.readings import Event, Mention, Relation, Strength, Time
from harmattan.model.text import Document, Span
from harmattan.model.values import Count
from harmattan.model.world import Actor, Incident
from harmattan.publish.wording import count_words
from harmattan.resolution.judgements.carrying import Orphan

Line = tuple[str, Text]
"""The name of a field, and what it says."""


def view(found: Found, marks: bool) -> RenderableType:
    """All of what was found. `marks`: put brackets around words that cannot be set apart by style."""
    match found.thing:
        case Claim() as claim:
            parts = [claim_view(claim, marks), document_line(claim.document)]
        case Document() as document:
            parts = [document_view(document), *claim_list(found.claims, marks)]
            parts += rejection_list(document, found.rejections, marks)
        case Judgement() as judgement:
            parts = [judgement_view(judgement), *claim_list(found.claims, marks)]
        case Incident() as incident:
            parts = [incident_view(incident, names_in(found.claims)), *claim_list(found.claims, marks)]
        case Actor() as actor:
            parts = [actor_view(actor), *claim_list(found.claims, marks)]
        case Named() as named:
            parts = [heading(named.id, ""), *claim_list(found.claims, marks)]
    if found.judgements:
        parts += [Text(), title(f"Judgements ({len(found.judgements):,})")]
        parts += [judgement_line(judgement) for judgement in found.judgements]
    return Group(*parts)


def title(words: str) -> Text:
    """The heading of a list."""
    return Text(words, "bold")


def heading(thing: str, words: str) -> Text:
    """The first line of a view: an id, and what it is of."""
    return Text.assemble((one_line(thing), "bold"), "  " if words else "", one_line(words))


def fields(lines: Iterable[Line]) -> RenderableType:
    """Names of fields in one column, what they say in the other."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in lines:
        table.add_row(name, value)
    return Padding(table, (0, 0, 0, 2))


def claim_view(claim: Claim, marks: bool) -> RenderableType:
    """A claim: what it says, field by field, and the words it was read from."""
    lines: list[Line] = list(_body_lines(claim))
    if isinstance(claim, AmendedClaim):
        lines.append(("amended", plain("by an analyst; the claim's judgements say what and why")))
    if claim.statement.attribution:
        lines.append(("according to", mention_text(claim.statement.attribution)))
    marked = list(stretches((claim.body, claim.statement.attribution)))
    evidence = [
        Padding(Text.assemble("“", excerpt(claim.document, span, marked, marks), "”"), (0, 0, 0, 2))
        for span in claim.statement.evidence
    ]
    return Group(heading(claim.id, _headline(claim)), fields(lines), *evidence)


def claim_list(claims: Iterable[Claim], marks: bool) -> list[RenderableType]:
    """Claims one after the other, each with its document."""
    listed = list(claims)
    if not listed:
        return [Text(), Text("No claims.", "dim")]
    parts: list[RenderableType] = [Text(), title(f"Claims ({len(listed):,})")]
    for claim in listed:
        parts += [Text(), claim_view(claim, marks), document_line(claim.document)]
    return parts


def document_line(document: Document) -> RenderableType:
    """Where a claim stands: title, source, day, id."""
    said = (document.title, document.source, day_words(document.published), document.id)
    return Padding(Text("— " + one_line(", ".join(part for part in said if part)), "dim"), (0, 0, 0, 2))


def document_view(document: Document) -> RenderableType:
    """A document and all its text."""
    lines = [
        ("title", plain(document.title)),
        ("published", plain(day_words(document.published))),
        ("source", plain(document.source)),
        ("address", plain(document.url)),
        ("read from", plain(document.origin or None)),
    ]
    paragraphs = [Padding(Text(one_line(line)), (0, 0, 0, 2)) for line in document.text.split("\n")]
    return Group(heading(document.id, "document"), fields(lines), Text(), *paragraphs)


def rejection_list(document: Document, rejections: Iterable[Rejection], marks: bool) -> list[RenderableType]:
    """What was read in a document and refused, with the reasons."""
    listed = list(rejections)
    if not listed:
        return []
    parts: list[RenderableType] = [Text(), title(f"Rejections ({len(listed):,})")]
    for rejection in listed:
        words = Span(rejection.start, rejection.end, rejection.quote)
        around = _around(document, words)
        reason = Text(f"{one_line(rejection.reason)} ({rejection.kind.value}): ", "dim")
        parts.append(Padding(reason.append_text(excerpt(document, around, [words], marks)), (0, 0, 0, 2)))
    return parts


def names_in(claims: Iterable[Claim]) -> dict[str, str]:
    """What the claims call the actors and places that they name, by id."""
    names: dict[str, str] = {}
    for claim in claims:
        if isinstance(claim.body, Event):
            for mention in (*claim.body.actor, *claim.body.recipient):
                if mention.actor:
                    names.setdefault(mention.actor, mention.name)
            for place in claim.body.place:
                if place.id:
                    names.setdefault(place.id, place.name)
    return names


def incident_view(incident: Incident, names: Mapping[str, str]) -> RenderableType:
    """An incident: what its claims say together, and who gives which count."""

    def named(ids: Iterable[str]) -> Text:
        return plain(", ".join(f"{names[one]} [{one}]" if one in names else one for one in ids) or None)

    lines = [
        ("when", plain(period_words(incident.period))),
        ("where", named((*incident.place_ids, *incident.countries))),
        ("actor", named(incident.actor_ids)),
        ("recipient", named(incident.recipient_ids)),
        ("killed", _count(incident.killed)),
        ("wounded", _count(incident.wounded)),
        ("abducted", _count(incident.abducted)),
    ]
    for report in incident.killed_by_report:
        number = report.number
        said = f"{count_words(number.count)} “{one_line(number.span.quote)}” says {report.claim_id}"
        lines.append(("", Text(said, "dim")))
    if incident.former_ids:
        lines.append(("also", plain(", ".join(incident.former_ids))))
    if incident.dissent:
        lines.append(("denied by", plain(", ".join(incident.dissent))))
    kind = incident.type if incident.mode is None else f"{incident.type} ({incident.mode})"
    told = f"{len(incident.claim_ids)} claim" + ("s" if len(incident.claim_ids) != 1 else "")
    return Group(heading(incident.id, f"incident · {kind} · {told}"), fields(lines))


def actor_view(actor: Actor) -> RenderableType:
    """An entry of the registry."""
    aliases = [f"{alias.name}{years_words(alias.since, alias.until)}" for alias in actor.aliases]
    kind = actor.kind.value
    if actor.character is not None and actor.character.value != kind:
        kind += f" ({actor.character.value})"
    years = {one.parent: years_words(one.since, one.until) for one in actor.memberships}
    parents = [parent + years.get(parent, "") for parent in actor.parents]
    lines = [
        ("kind", plain(kind)),
        ("acronyms", plain(", ".join(actor.acronyms) or None)),
        ("also called", plain(", ".join(aliases) or None)),
        ("part of", plain(", ".join(parents) or None)),
        ("countries", plain(", ".join(actor.countries) or None)),
        ("years", plain(years_words(actor.since, actor.until).strip(" ()") or None)),
        ("check", plain(actor.check or None)),
    ]
    return Group(heading(actor.id, actor.name), fields(lines))


def judgement_view(judgement: Judgement, state: str = "") -> RenderableType:
    """One opinion, whole; `state` says why it does not act."""
    lines = [
        ("about", plain(" and ".join(side for side in (judgement.left, judgement.right) if side))),
        ("by", plain(f"{judgement.name} ({judgement.holder.value})")),
        ("at", plain(judgement.at.isoformat(timespec="seconds"))),
        ("reason", plain(judgement.reason or None)),
        ("amendment", plain(judgement.amendment)),
    ]
    if state:
        lines.append(("does not act", plain(state)))
    return Group(heading(judgement.id, f"judgement · {judgement.verdict.value}"), fields(lines))


def orphan_view(orphan: Orphan, marks: bool) -> RenderableType:
    """A decision that fits nothing of what is read today: whose, why not, and what it was about as read then."""
    parts: list[RenderableType] = [
        judgement_view(orphan.judgement),
        fields([("does not fit", plain(orphan.reason))]),
    ]
    for claim in orphan.claims:
        parts += [
            Padding(claim_view(claim, marks), (0, 0, 0, 2)),
            Padding(document_line(claim.document), (0, 0, 0, 2)),
        ]
    return Group(*parts)


def judgement_line(judgement: Judgement) -> RenderableType:
    """One opinion on one line."""
    about = " and ".join(side for side in (judgement.left, judgement.right) if side)
    said = f"{judgement.id}  {judgement.verdict.value}: {about} — {judgement.name}"
    if judgement.reason:
        said += f": {judgement.reason}"
    return Padding(Text(one_line(said)), (0, 0, 0, 2))


def _headline(claim: Claim) -> str:
    match claim.body:
        case Event() as event:
            what = event.type if event.mode is None else f"{event.type} ({event.mode})"
        case Strength() as strength:
            what = strength.status.value
        case Relation() as relation:
            what = f"{relation.relation.value}, {relation.status.value}"
    return f"{claim.kind.value} · {what} · {claim.modality.value}"


def _body_lines(claim: Claim) -> Iterator[Line]:
    match claim.body:
        case Event() as body:
            yield "trigger", Text(f"“{one_line(body.trigger.quote)}”")
            for name in ("actor", "recipient", "target", "victim", "weapon"):
                yield from ((name, mention_text(mention)) for mention in getattr(body, name))
            yield from (("place", place_text(place)) for place in body.place)
            yield from _time_line("time", body.time)
            yield from _time_line("reported", body.report_time)
            for name in ("killed", "wounded", "abducted"):
                number = getattr(body, name)
                if number is not None:
                    yield name, number_text(number)
        case Strength() as body:
            yield from (("force", mention_text(mention)) for mention in body.force)
            yield from (("place", place_text(place)) for place in body.place)
            yield "size", number_text(body.size, body.unit)
            yield from _time_line("time", body.time)
        case Relation() as body:
            yield "subject", mention_text(body.subject)
            target = body.object
            yield "object", mention_text(target) if isinstance(target, Mention) else place_text(target)
            yield from _time_line("time", body.time)


def _time_line(name: str, time: Time | None) -> Iterator[Line]:
    if time is not None:
        yield name, quoted(period_words(time.period) or "not dated", time.span)


def _count(count: Count | None) -> Text:
    return plain(count_words(count) if count else None)


AROUND = 60
"""Characters shown on either side of a rejection's words."""


def _around(document: Document, words: Span) -> Span:
    start, end = max(0, words.start - AROUND), min(len(document.text), words.end + AROUND)
    return document.span(start, end)
