"""What `harmattan show` prints for each kind of thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from harmattan.claims.checks import stretches
from harmattan.cli.excerpt import excerpt
from harmattan.cli.terminal import one_line
from harmattan.engine.lookup import Found, Named
from harmattan.model.claims import Claim, Rejection
from harmattan.model.judgements import Judgement
from harmattan.model.readings import Event, Mention, Number, Place, Relation, Strength, Time
from harmattan.model.text import Document, Span
from harmattan.model.values import Count, Period
from harmattan.model.world import Actor, Incident

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
            parts = [incident_view(incident), *claim_list(found.claims, marks)]
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
    if claim.statement.attribution:
        lines.append(("according to", _mention(claim.statement.attribution)))
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
    said = (document.title, document.source, _day(document.published), document.id)
    return Padding(Text("— " + one_line(", ".join(part for part in said if part)), "dim"), (0, 0, 0, 2))


def document_view(document: Document) -> RenderableType:
    """A document and all its text."""
    lines = [
        ("title", _plain(document.title)),
        ("published", _plain(_day(document.published))),
        ("source", _plain(document.source)),
        ("address", _plain(document.url)),
        ("read from", _plain(document.origin or None)),
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


def incident_view(incident: Incident) -> RenderableType:
    """An incident: what its claims say together, and who gives which count."""
    lines = [
        ("when", _plain(_period(incident.period))),
        ("where", _plain(", ".join((*incident.place_ids, *incident.countries)) or None)),
        ("actor", _plain(", ".join(incident.actor_ids) or None)),
        ("recipient", _plain(", ".join(incident.recipient_ids) or None)),
        ("killed", _plain(_count(incident.killed))),
        ("wounded", _plain(_count(incident.wounded))),
        ("abducted", _plain(_count(incident.abducted))),
    ]
    for report in incident.killed_by_report:
        number = report.number
        said = f"{_count(number.count)} “{one_line(number.span.quote)}” says {report.claim_id}"
        lines.append(("", Text(said, "dim")))
    if incident.dissent:
        lines.append(("denied by", _plain(", ".join(incident.dissent))))
    kind = incident.type if incident.mode is None else f"{incident.type} ({incident.mode})"
    told = f"{len(incident.claim_ids)} claim" + ("s" if len(incident.claim_ids) != 1 else "")
    return Group(heading(incident.id, f"incident · {kind} · {told}"), fields(lines))


def actor_view(actor: Actor) -> RenderableType:
    """An entry of the registry."""
    aliases = [f"{alias.name}{_years(alias.since, alias.until)}" for alias in actor.aliases]
    lines = [
        ("kind", _plain(actor.kind.value)),
        ("acronyms", _plain(", ".join(actor.acronyms) or None)),
        ("also called", _plain(", ".join(aliases) or None)),
        ("part of", _plain(", ".join(actor.parents) or None)),
        ("countries", _plain(", ".join(actor.countries) or None)),
        ("years", _plain(_years(actor.since, actor.until).strip(" ()") or None)),
    ]
    return Group(heading(actor.id, actor.name), fields(lines))


def judgement_view(judgement: Judgement) -> RenderableType:
    """One opinion, whole."""
    lines = [
        ("about", _plain(" and ".join(side for side in (judgement.left, judgement.right) if side))),
        ("by", _plain(f"{judgement.name} ({judgement.holder.value})")),
        ("at", _plain(judgement.at.isoformat(timespec="seconds"))),
        ("reason", _plain(judgement.reason or None)),
        ("amendment", _plain(judgement.amendment)),
    ]
    return Group(heading(judgement.id, f"judgement · {judgement.verdict.value}"), fields(lines))


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
                yield from ((name, _mention(mention)) for mention in getattr(body, name))
            yield from (("place", _place(place)) for place in body.place)
            yield from _time_line("time", body.time)
            yield from _time_line("reported", body.report_time)
            for name in ("killed", "wounded", "abducted"):
                number = getattr(body, name)
                if number is not None:
                    yield name, _number(number)
        case Strength() as body:
            yield from (("force", _mention(mention)) for mention in body.force)
            yield from (("place", _place(place)) for place in body.place)
            yield "size", _number(body.size, body.unit)
            yield from _time_line("time", body.time)
        case Relation() as body:
            yield "subject", _mention(body.subject)
            target = body.object
            yield "object", _mention(target) if isinstance(target, Mention) else _place(target)
            yield from _time_line("time", body.time)


def _quoted(value: str, span: Span) -> Text:
    """A value, and the words it was read from where they are not the same."""
    words = one_line(span.quote)
    value = one_line(value)
    return Text(value) if value == words else Text.assemble(value, ("  “" + words + "”", "dim"))


def _mention(mention: Mention) -> Text:
    text = _quoted(mention.name, mention.span)
    return text.append(f"  [{mention.actor}]", "dim") if mention.actor else text


def _place(place: Place) -> Text:
    known = ", ".join(part for part in (place.country, place.id) if part)
    text = _quoted(place.name, place.span)
    return text.append(f"  [{known}]", "dim") if known else text


def _time_line(name: str, time: Time | None) -> Iterator[Line]:
    if time is not None:
        yield name, _quoted(_period(time.period) or "not dated", time.span)


def _number(number: Number, unit: str = "") -> Text:
    return _quoted(f"{_count(number.count)} {unit}".strip(), number.span)


def _period(period: Period | None) -> str | None:
    """ "2021-06-01 to 2021-06-30 (month)"; None where it is not on the calendar."""
    if period is None or not period.resolved:
        return None
    first, last = _day(period.earliest) or "…", _day(period.latest) or "…"
    return first if first == last else f"{first} to {last} ({period.precision.value})"


def _count(count: Count | None) -> str | None:
    """ "2,500 to 3,000", "at least 14", "30"."""
    if count is None:
        return None
    low, best, high = count.low, count.best, count.high
    if low is not None and low == high:
        return f"{low:,}"
    if high is None:
        words = f"at least {low:,}"
    elif low is None:
        words = f"at most {high:,}"
    else:
        words = f"{low:,} to {high:,}"
    return words if best is None else f"{words}, best {best:,}"


def _years(since: int | None, until: int | None) -> str:
    if since is None and until is None:
        return ""
    return f" ({since or '…'}–{until or '…'})"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _plain(value: str | None) -> Text:
    return Text(one_line(value)) if value else Text("—", "dim")


AROUND = 60
"""Characters shown on either side of a rejection's words."""


def _around(document: Document, words: Span) -> Span:
    start, end = max(0, words.start - AROUND), min(len(document.text), words.end + AROUND)
    return document.span(start, end)
