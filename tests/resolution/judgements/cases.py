"""The table of docs/judgements.md, read, built and derived: its notation is explained on that page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from harmattan.model.claims import Claim
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.model.readings import Event, Mention, Modality, Number, Place, PlaceKind, Statement, Time
from harmattan.model.records import mention_record, number_record
from harmattan.model.text import Document, Span
from harmattan.model.values import Count, Period, Precision
from harmattan.resolution.judgements.carrying import Readings
from harmattan.resolution.judgements.derivation import Held, Memory, derive

PAGE = (Path(__file__).parents[3] / "docs" / "judgements.md").read_text("utf-8")
ROW = re.compile(r"^\| (?P<number>\d+) \| (?P<name>[^|]+) \| (?P<log>[^|]*) ?\| (?P<outcome>[^|]+) \|$", re.M)
CLAIM = re.compile(r"[a-h][′″]?")
ENTRY = re.compile(r"(?P<holder>[\w-]+): (?P<said>.+?)(?:, (?P<points>\d+) points)?(?: \(day (?P<day>\d)\))?")
SIGNS = {"=": Verdict.SAME, "≠": Verdict.DIFFERENT, "?": Verdict.UNSURE}
DAY = date(2021, 3, 3)


@dataclass(frozen=True)
class Case:
    """One row of the table."""

    number: str
    name: str
    log: tuple[str, ...]
    outcome: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


def cases() -> list[Case]:
    """All rows."""
    return [
        Case(row["number"], row["name"], _parts(row["log"]), _parts(row["outcome"]))
        for row in ROW.finditer(PAGE)
    ]


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


@dataclass(frozen=True)
class Said:
    """What a claim says, and the words it rests on."""

    killed: int = 14
    wounded: int | None = None
    place: str = "Gossi"
    type: str = "ASSAULT"
    modality: str = "asserted"
    weapon: str | None = None
    trigger: str = "attacked"


class Teller:
    """Builds the claims of a case: report a is printed on 4 March 2021, b on the day after, and so on."""

    def __init__(self, shared: tuple[str, str] | None = None) -> None:
        self._shared = shared
        """Two claims of one report."""

    def report(self, label: str) -> Document:
        letter = label[0]
        if self._shared and letter == self._shared[1]:
            letter = self._shared[0]
        text = (
            f"Report {letter}: JNIM attacked and killed 14 soldiers in Gossi on 3 March 2021 "
            "(others say 5, 6 or 13, or in Gao, and with mortars, and 9 wounded)."
        )
        return Document(text, None, DAY + timedelta(days=1 + "abcdefgh".index(letter)), f"Outlet {letter}")

    def claim(self, label: str, said: Said) -> Claim:
        report = self.report(label)
        words = Words(report)
        trigger = said.trigger
        if self._shared and len(label) == 1:
            trigger = ("attacked", "killed")[self._shared.index(label)]
        elif self._shared:
            trigger = "attacked and killed"
        event = Event(
            type=said.type,
            mode=None,
            trigger=words.span(trigger),
            actor=(Mention(words.span("JNIM"), "JNIM", "jnim"),),
            weapon=(words.mention(said.weapon),) if said.weapon else (),
            place=(
                Place(
                    words.span(said.place), said.place, f"id:{said.place}", "ML", 16.0, 0.0, PlaceKind.POINT
                ),
            ),
            time=Time(words.span("3 March 2021"), Period(DAY, DAY, Precision.DAY)),
            killed=words.number(said.killed),
            wounded=words.number(said.wounded) if said.wounded else None,
        )
        reader = f"fake-{1 + '′″'.find(label[1:] or 'x') + 1}"
        return Claim(
            report, Statement(event, (report.span(0, len(report.text)),), Modality(said.modality)), reader
        )


@dataclass(frozen=True)
class Words:
    """Stretches of a report by their words."""

    report: Document

    def span(self, words: str) -> Span:
        match = re.search(rf"\b{words}\b", self.report.text)
        assert match, words
        return self.report.span(*match.span())

    def mention(self, words: str) -> Mention:
        return Mention(self.span(words), words)

    def number(self, count: int) -> Number:
        return Number(self.span(str(count)), Count.exactly(count))

    def amendment(self, name: str, value: str) -> dict[str, Any]:
        match name:
            case "killed" | "wounded":
                return {name: number_record(self.number(int(value)))}
            case "weapon":
                return {name: [mention_record(self.mention(value))]}
        return {name: value}


@dataclass
class Project:
    """A store in memory, and the names that the table has for what is in it."""

    teller: Teller
    random: Random
    said: dict[str, Said] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    """By label; those of all readings."""
    read: dict[str, set[str]] = field(default_factory=dict)
    """Labels of each report's newest reading."""
    log: list[Judgement] = field(default_factory=list)
    points: dict[tuple[str, str], float] = field(default_factory=dict)
    published: list[tuple[str, str]] = field(default_factory=list)
    redirects: dict[str, str | None] = field(default_factory=dict)
    incidents: dict[str, str] = field(default_factory=dict)
    """Incidents' ids by their label."""

    def add(self, label: str, said: Said) -> None:
        claim = self.teller.claim(label, said)
        self.said[label], self.claims[label] = said, claim
        self.read.setdefault(claim.document.id, set()).add(label)

    def read_again(self, old: list[str], new: str, changes: list[str]) -> None:
        self.read[self.claims[old[0]].document.id] = set()
        if new == "nothing":
            return
        said = self.said[old[0]]
        for change in changes:
            name, value = change.split(" ", 1)
            if name == "words":
                said = replace(said, trigger="killed" if value == "moved" else "attacked and killed")
            else:
                typed: Any = int(value) if name in ("killed", "wounded") else value
                said = replace(said, **{name: typed})
        self.add(new, said)

    def judge(self, entry: str) -> None:
        match = ENTRY.fullmatch(entry)
        assert match, entry
        left, right, verdict, amendment = self._said(match["said"].split())
        if right is not None:
            left, right = min(left, right), max(left, right)
            self.points[left, right] = float(match["points"] or 6)
        holder = Holder.ANALYST if match["holder"][0].isupper() else Holder.PROGRAM
        at = datetime(2022, 1, int(match["day"] or 1), tzinfo=UTC)
        self.log.append(Judgement(verdict, left, right, holder, match["holder"], at, "", amendment))

    def _said(self, words: list[str]) -> tuple[str, str | None, Verdict, str | None]:
        match words:
            case ["withdraws", one, other]:
                return self.id_of(one), self.id_of(other), Verdict.WITHDRAWN, None
            case ["withdraws", one]:
                return self.id_of(one), None, Verdict.WITHDRAWN, None
            case [one, ("=" | "≠" | "?") as sign, other]:
                return self.id_of(one), self.id_of(other), SIGNS[sign], None
            case [one, "amended", name, value]:
                fields = Words(self.teller.report(one)).amendment(name, value)
                return self.id_of(one), None, Verdict.AMENDED, json.dumps(fields)
            case [one, verdict]:
                return self.id_of(one), None, Verdict(verdict), None
        raise AssertionError(words)

    def id_of(self, label: str) -> str:
        if label in self.incidents:
            return self.incidents[label]
        return self.claims[label].id if label in self.claims else label

    def label_of(self, identifier: str) -> str:
        labels = {claim.id: label for label, claim in self.claims.items()}
        labels |= {incident: label for label, incident in self.incidents.items()}
        return labels.get(identifier, identifier)

    @property
    def readings(self) -> Readings:
        """The claims of today, and all others."""
        today = {label for labels in self.read.values() for label in labels}
        earlier = {claim.id: claim for label, claim in self.claims.items() if label not in today}
        return Readings([self.claims[label] for label in sorted(today)], earlier)

    def derive(self) -> Held:
        readings, log = self.readings, list(self.log)
        claims = list(readings.today.values())
        self.random.shuffle(claims)
        self.random.shuffle(log)
        memory = Memory(claims, log, readings.earlier, tuple(self.published), dict(self.redirects))
        return derive(memory, lambda left, right: self.points[left, right])

    def publish(self) -> Held:
        held = self.derive()
        self.published += [row for row in held.to_publish if row not in self.published]
        self.redirects |= held.to_redirect
        for incident, _ in held.to_publish:
            if incident not in self.incidents.values():
                self.incidents[f"i{len(self.incidents) + 1}"] = incident
        return held


def outcome(case: Case, random: Random) -> set[str]:
    """What the case comes to, in the words of the table."""
    project = built(case, random)
    publishes = "published" in case.log
    held = project.publish() if publishes else project.derive()
    if publishes:  # publishing what is published changes nothing
        again = project.derive()
        assert (again.to_publish, again.to_redirect) == ((), {})
        assert (again.incidents, again.redirects) == (held.incidents, held.redirects)
    return set(_told(project, held, publishes)) | set(_fields(case, project, held))


def built(case: Case, random: Random) -> Project:
    """What the log of the case leaves, all that it publishes published."""
    shared = next((tuple(re.findall(r"\b([a-h])\b", part)[:2]) for part in case.log if " and " in part), None)
    project = Project(Teller(shared), random)
    later = {part.split()[-1] for part in case.log if part.startswith("new report")}
    later |= {found for part in case.log for found in re.findall(r" as (\S[′″]?)", part)}
    words = (word.strip(":,") for part in (*case.log, *case.outcome) for word in part.split())
    for label in sorted({word for word in words if CLAIM.fullmatch(word)} - later):
        project.add(label, Said())
    for part in case.log:
        if part == "published":
            project.publish()
        elif part.startswith("new report"):
            project.add(part.split()[-1], Said())
        elif part.startswith("re-read"):
            first, *changes = part.removeprefix("re-read ").split(", ")
            old, _, new = first.partition(" as ")
            project.read_again(old.split(" and "), new, changes)
        else:
            project.judge(part)
    return project


def _told(project: Project, held: Held, publishes: bool) -> Iterator[str]:
    clusters = sorted(
        ([project.label_of(claim) for claim in one.claim_ids], project.label_of(one.id))
        for one in held.incidents
    )
    named = (f"{name}: {' '.join(labels)}" if publishes else " ".join(labels) for labels, name in clusters)
    yield " / ".join(named) or "none"
    for retired, target in held.redirects.items():
        yield f"{project.label_of(retired)} → {project.label_of(target) if target else 'nothing'}"
        leads = next((one for one in held.incidents if one.id == target), None)
        assert leads is None or retired in leads.former_ids
    for kind, judgements in (
        ("refused", held.refused),
        ("contested", held.contested),
        ("orphaned", [orphan.judgement for orphan in held.orphans]),
    ):
        for judgement in judgements:
            sides = sorted(map(project.label_of, judgement.sides))
            sign = next((sign for sign, verdict in SIGNS.items() if verdict is judgement.verdict), "")
            about = f" {sign} ".join(sides) if sign else f"{sides[0]} {judgement.verdict.value}"
            yield f"{kind}: {judgement.name} {about}"


def _fields(case: Case, project: Project, held: Held) -> Iterator[str]:
    """What the claims say that the outcome speaks of."""
    for part in case.outcome:
        label, _, told = part.partition(": ")
        if not CLAIM.fullmatch(label) or not told:
            continue
        name = told.split()[0]
        claim = next(claim for claim in held.claims if claim.id == project.claims[label].id)
        number = getattr(claim.body, name)
        yield f"{label}: {name} {number.count.best}"
        assert any(
            getattr(incident, name) == number.count
            for incident in held.incidents
            if claim.id in incident.claim_ids
        )
