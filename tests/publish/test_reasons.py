"""An incident's page says why its reports were joined and what was not, in plain and harmless words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from harmattan.model.claims import Claim
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.model.readings import Event
from harmattan.model.world import Actor, ActorKind
from harmattan.publish.data import SiteData
from harmattan.publish.site import build_site
from harmattan.resolution.explanation.incidents import explain_all
from harmattan.resolution.explanation.pairs import Explanations
from harmattan.resolution.incidents.findings import SAME_FROM
from harmattan.resolution.incidents.joint import judge
from harmattan.resolution.judgements.derivation import Memory, derive
from tests.publish.test_site import HOSTILE, SAFE_TAGS, Page
from tests.resolution.told import told

NOW = datetime(2024, 1, 5, tzinfo=UTC)
FIRST = told(killed=14, actor="jnim", recipient="malian-army")
SECOND = told(killed=14, actor="jnim", source="The Bend", published="2021-03-05")
THIRD = told(day="?", killed=14, place="Hombori", source="Courier", published="2021-03-06")
NEXT = told(
    place="Tin Taw", day="2021-03-04", killed=2, actor="jnim", source="Observer", published="2021-03-05"
)
ACTORS = {"jnim": Actor("jnim", "JNIM", ActorKind.GROUP)}


def analyst(verdict: Verdict, one: Claim, other: Claim, reason: str = "") -> Judgement:
    left, right = sorted((one.id, other.id))
    return Judgement(verdict, left, right, Holder.ANALYST, "Ann", NOW, reason)


def data_of(claims: Iterable[Claim], *held: Judgement) -> SiteData:
    claims = tuple(claims)
    derived = derive(Memory(claims, [*judge(claims, NOW), *held]))
    return SiteData(
        "Site",
        tuple({claim.document.id: claim.document for claim in claims}.values()),
        tuple(derived.claims),
        tuple(derived.incidents),
        ACTORS,
        {},
        redirects=derived.redirects,
        reasons=explain_all(Explanations.of(derived)),
    )


def page_of(data: SiteData, claim: Claim, out: Path) -> Page:
    """The page of the claim's incident."""
    build_site(data, out)
    incident = next(one for one in data.incidents if claim.id in (*one.claim_ids, *one.dissent))
    return Page((out / "incidents" / f"{incident.id}.html").read_text("utf-8"))


def words(page: Page) -> str:
    return " ".join(page.text.split())


def test_a_further_report_says_with_which_it_was_joined_and_by_how_much(tmp_path: Path) -> None:
    page = page_of(data_of((FIRST, SECOND)), SECOND, tmp_path)
    said = words(page)
    assert "Joined with the first report" in said and f"points, {SAME_FROM:g} are enough" in said
    for expected in (
        "same day: 2021-03-03",
        "same place: Gossi",
        "same actor: JNIM",
        "enough to be the same",
    ):
        assert expected in said
    assert sum(tag == "details" for tag, _ in page.tags) == 1


def test_one_report_alone_has_nothing_to_explain(tmp_path: Path) -> None:
    page = page_of(data_of((FIRST,)), FIRST, tmp_path)
    assert "details" not in {tag for tag, _ in page.tags}
    assert "Compared and not joined" not in words(page)


def test_an_analysts_bond_is_told_with_its_reason_and_without_a_name(tmp_path: Path) -> None:
    said = words(
        page_of(data_of((FIRST, THIRD), analyst(Verdict.SAME, FIRST, THIRD, "one convoy")), FIRST, tmp_path)
    )
    assert "by an analyst" in said
    assert "An analyst holds them to be the same, 5 January 2024: one convoy." in said
    assert "Ann" not in said


def test_an_analysts_wall_is_a_near_miss_that_leads_to_the_other(tmp_path: Path) -> None:
    data = data_of((FIRST, SECOND), analyst(Verdict.DIFFERENT, FIRST, SECOND, "two convoys"))
    page = page_of(data, FIRST, tmp_path)
    said = words(page)
    assert "Compared and not joined" in said and "kept apart by an analyst" in said and "two convoys" in said
    other = next(one for one in data.incidents if SECOND.id in one.claim_ids)
    assert f"{other.id}.html" in set(page.links)
    assert "Joined with" not in said


def test_a_report_that_a_later_one_brought_in_says_so(tmp_path: Path) -> None:
    bonds = analyst(Verdict.SAME, FIRST, THIRD), analyst(Verdict.SAME, THIRD, NEXT)
    data = data_of((FIRST, NEXT, THIRD), *bonds)
    said = words(page_of(data, FIRST, tmp_path))
    assert "Joined with the first report" in said
    assert re.search(r"Joined with Courier, 6 March 2021 ?\d ?· by an analyst", said)


def test_near_misses_and_all_other_links_lead_somewhere(tmp_path: Path) -> None:
    data = data_of((FIRST, SECOND, THIRD, NEXT))
    build_site(data, tmp_path)
    for path in (tmp_path / "incidents").glob("*.html"):
        page = Page(path.read_text("utf-8"))
        assert len(page.ids) == len(set(page.ids))
        for link in page.links:
            target, _, fragment = link.partition("#")
            there = (path.parent / target).resolve() if target else path
            assert there.is_file(), link
            assert not fragment or fragment in Page(there.read_text("utf-8")).ids, link


def test_the_same_data_in_another_order_makes_the_same_page(tmp_path: Path) -> None:
    claims = (FIRST, SECOND, THIRD, NEXT)
    build_site(data_of(claims), tmp_path / "a")
    build_site(data_of(claims[::-1]), tmp_path / "b")
    for path in (tmp_path / "a" / "incidents").glob("*.html"):
        assert path.read_bytes() == (tmp_path / "b" / "incidents" / path.name).read_bytes()


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_words_stay_words(evil: str, tmp_path: Path) -> None:
    def named(claim: Claim) -> Claim:
        body = claim.body
        assert isinstance(body, Event)
        actor = replace(body.actor[0], name=f"{evil} Front", actor=None)
        place = replace(body.place[0], name=evil)
        told_so = replace(claim.statement, body=replace(body, actor=(actor,), place=(place,)))
        document = replace(claim.document, source=evil, title=evil)
        return Claim(document, told_so, claim.reader)

    claims = (named(FIRST), named(SECOND), named(NEXT))
    data = data_of(claims, analyst(Verdict.SAME, claims[0], claims[2], evil))
    page = page_of(data, claims[0], tmp_path)
    assert "details" in {tag for tag, _ in page.tags}
    assert {tag for tag, _ in page.tags} <= SAFE_TAGS
    for tag, attributes in page.tags:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        assert tag != "script" or str(attributes["src"]).endswith("static/site.js")
