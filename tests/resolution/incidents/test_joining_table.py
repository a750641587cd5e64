"""The table of docs/joining.md, read, built and stated: its notation is explained on that page."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from harmattan.model.claims import Claim
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.model.readings import Modality
from harmattan.model.values import Count
from harmattan.model.world import FigureStanding, Incident
from harmattan.publish.incident_records import Known, incident_record
from harmattan.resolution.incidents.joint import incidents
from tests.resolution.told import told

PAGE = (Path(__file__).parents[3] / "docs" / "joining.md").read_text("utf-8")
ROW = re.compile(r"^\| (?P<number>\d+) \| (?P<name>[^|]+) \| (?P<reports>[^|]+) \| (?P<says>[^|]+) \|$", re.M)
REPORT = re.compile(r"(?P<outlet>\w+) (?P<day>\d+)(?:, (?P<by>[^:]+))?: (?P<facts>.+)")
FIGURE = re.compile(
    r"(?P<bound>at least|up to|about)? ?(?P<least>\d+)(?: to (?P<most>\d+))? (?P<kind>killed|wounded|taken)"
)
NOW = datetime(2024, 1, 1, tzinfo=UTC)
FIELDS = {"killed": "killed", "wounded": "wounded", "taken": "abducted"}


@dataclass(frozen=True)
class Case:
    """One row of the table."""

    number: str
    name: str
    reports: tuple[str, ...]
    says: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("`") for part in cell.split(";"))


CASES = [
    Case(row["number"], row["name"], _parts(row["reports"]), _parts(row["says"]))
    for row in ROW.finditer(PAGE)
]


def count_of(match: re.Match[str]) -> Count:
    least, most = int(match["least"]), int(match["most"] or match["least"])
    match match["bound"]:
        case "at least":
            return Count(least, None, None)
        case "up to":
            return Count(None, None, least)
        case "about":
            return Count(None, least, None)
    return Count.exactly(least) if least == most else Count(least, None, most)


class Desk:
    """Builds the claims of a case, and knows them by outlet and day."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.names: dict[str, str] = {}
        self.documents: dict[str, str] = {}
        self._texts: dict[str, str] = {}

    def report(self, said: str) -> None:
        match = REPORT.fullmatch(said)
        assert match, said
        outlet, day = match["outlet"], int(match["day"])
        facts = match["facts"].split(", ")
        fields: dict[str, object] = {
            "source": outlet,
            "published": f"2021-03-{day:02}",
            "by": _by(match["by"]),
        }
        text = self._text(outlet, day, facts)
        for fact in facts:
            fields |= _fact(fact)
        self._texts[outlet] = text
        claim = told(text=text, sentence=int("again" in facts), **fields)
        self.claims.append(claim)
        self.names[claim.id] = f"{outlet}{day}"
        self.documents[claim.document.id] = f"{outlet}{day}"

    def _text(self, outlet: str, day: int, facts: list[str]) -> str:
        if "again" in facts:
            return self._texts[outlet]
        original = next(
            (fact.rpartition(" ")[2] for fact in facts if fact.startswith("in the words of")), None
        )
        if original is not None:
            words = self._texts[original].split()
            words[3], words[17] = "evening", outlet.lower()
            return " ".join(words)
        own = random.Random(f"{outlet} {day}")
        return " ".join("".join(own.choices("aeioumnrst", k=7)) for _ in range(30))


def _by(words: str | None) -> str | None:
    """Ids of the registry as they are; others are described ("the mayor"), which no registry has."""
    return None if words is None else words if words in ("jnim", "is-gs", "fama") else f"the {words}"


def _fact(fact: str) -> dict[str, object]:
    if match := FIGURE.fullmatch(fact):
        return {FIELDS[match["kind"]]: count_of(match)}
    word, _, rest = fact.partition(" ")
    if word == "on":
        first, _, last = rest.partition("-")
        return {
            "day": None if rest == "?" else "/".join(f"2021-03-{int(day):02}" for day in (first, last) if day)
        }
    if word == "in":
        return {} if rest.startswith("the words") else {"place": rest}
    if word == "by":
        return {"actor": rest}
    if fact == "again":
        return {}
    return {"place": None} if fact == "nowhere" else {"modality": Modality(fact)}


def stated(case: Case) -> tuple[Incident, Desk]:
    desk = Desk()
    for said in case.reports:
        desk.report(said)
    ids = sorted(claim.id for claim in desk.claims)
    bonds = [Judgement(Verdict.SAME, ids[0], other, Holder.ANALYST, "Ann", NOW) for other in ids[1:]]
    (incident,) = incidents(desk.claims, bonds)
    return incident, desk


def outcomes(incident: Incident, desk: Desk) -> set[str]:
    """All that could be said of an incident in the notation of the page."""
    said = {f"sources {incident.sources}"}
    for word, count in (
        ("killed", incident.killed),
        ("wounded", incident.wounded),
        ("taken", incident.abducted),
    ):
        said.add(f"{word} {_shown(count)}")
    for one in (*incident.killed_by_report, *incident.wounded_by_report, *incident.abducted_by_report):
        if one.standing is not FigureStanding.COUNTS:
            said.add(f"{desk.names[one.claim_id]} {one.standing.value}")
    if incident.period:
        days = [day.day for day in (incident.period.earliest, incident.period.latest) if day]
        said.add("time " + "-".join(str(day) for day in dict.fromkeys(days)))
    said.add("place " + " ".join(place.removeprefix("id:") for place in incident.place_ids))
    if incident.copies:
        said.add("copies " + " ".join(sorted(desk.documents[one.document_id] for one in incident.copies)))
    if incident.dissent:
        said.add("dissent " + " ".join(desk.names[one] for one in incident.dissent))
    record = incident_record(incident, {claim.id: claim for claim in desk.claims}, Known({}, lambda _: None))
    for party in record["actor"]:
        said |= {f"claimed {party['name']}" for _ in party["claimed"]}
        said |= {f"told {party['name']}" for _ in party["told"]}
        said |= {f"attributed {party['name']} by {one['by']['name']}" for one in party["attributed"]}
    return said


def _shown(count: Count | None) -> str:
    if count is None:
        return "none"
    return "/".join("-" if value is None else str(value) for value in (count.low, count.best, count.high))


STANDINGS = tuple(standing.value for standing in FigureStanding)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    incident, desk = stated(case)
    said = outcomes(incident, desk)
    assert set(case.says) <= said, said
    standings = {one for one in said if one.endswith(STANDINGS)}
    assert standings <= set(case.says), "a figure does not count, and the page does not say so"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_order_makes_no_difference(case: Case) -> None:
    incident, desk = stated(case)
    ids = sorted(claim.id for claim in desk.claims)
    bonds = [Judgement(Verdict.SAME, ids[0], other, Holder.ANALYST, "Ann", NOW) for other in ids[1:]]
    assert incidents(desk.claims[::-1], bonds) == [incident]


def test_the_table_is_read_whole() -> None:
    rows = re.findall(r"^\| \d+ \|.*$", PAGE, re.M)
    assert len(rows) == len(CASES) >= 40
    assert [case.number for case in CASES] == [str(number) for number in range(1, len(rows) + 1)]
    assert len({case.reports for case in CASES} | {case.name for case in CASES}) >= 2 * len(CASES) - 1


def test_every_standing_is_on_the_page() -> None:
    for standing in STANDINGS:
        assert standing in PAGE
