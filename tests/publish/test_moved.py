"""Ids of incidents that are no more have a page that leads on, or says that nothing is held."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from harmattan.publish import addresses
from harmattan.publish.site import build_site
from tests.publish.fixture import sahel
from tests.publish.test_site import Page

DATA = sahel()
KEPT = DATA.incidents[0]
REDIRECTS = {
    "i00000000000000f1": KEPT.id,
    "i00000000000000f2": None,
    "i00000000000000f3": "i00000000000000f9",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("moved")
    build_site(replace(DATA, redirects=REDIRECTS), out)
    return out


def page(site: Path, incident: str) -> Page:
    return Page((site / addresses.incident_page(incident)).read_text("utf-8"))


def refreshes(found: Page) -> list[str | None]:
    return [
        attributes["content"] for tag, attributes in found.tags if attributes.get("http-equiv") == "refresh"
    ]


def test_a_retired_id_leads_to_the_incident_by_itself_and_by_a_link(site: Path) -> None:
    found = page(site, "i00000000000000f1")
    assert refreshes(found) == [f"0; url={KEPT.id}.html"]
    assert f"{KEPT.id}.html" in set(found.links)
    assert (site / "incidents" / f"{KEPT.id}.html").is_file()
    assert "held to tell of the same happening" in " ".join(found.text.split())


@pytest.mark.parametrize("incident", ["i00000000000000f2", "i00000000000000f3"])
def test_an_id_that_leads_nowhere_says_so(site: Path, incident: str) -> None:
    found = page(site, incident)
    assert refreshes(found) == []
    assert "Nothing is held of this incident any more" in found.text
    assert any(link.endswith("documents/index.html") for link in found.links)


def test_these_pages_are_whole_and_their_links_lead_somewhere(site: Path) -> None:
    for incident in REDIRECTS:
        found = page(site, incident)
        tags = [tag for tag, _ in found.tags]
        assert {"title", "header", "main", "nav", "footer"} <= set(tags) and tags.count("h1") == 1
        for link in found.links:
            assert link == "#main" or (site / "incidents" / link.partition("#")[0]).resolve().is_file(), link


def test_nothing_else_on_the_site_changes_or_leads_to_them(site: Path, tmp_path: Path) -> None:
    build_site(DATA, tmp_path)
    for path in tmp_path.rglob("*.html"):
        name = path.relative_to(tmp_path)
        assert (site / name).read_bytes() == path.read_bytes(), name
        assert not any(incident in path.read_text("utf-8") for incident in REDIRECTS)


def test_an_id_that_is_an_incidents_again_has_the_incidents_page(tmp_path: Path) -> None:
    build_site(replace(DATA, redirects={KEPT.id: DATA.incidents[1].id}), tmp_path)
    assert refreshes(page(tmp_path, KEPT.id)) == []


def test_the_page_stays_when_the_site_is_made_again(tmp_path: Path) -> None:
    gone = DATA.incidents[1]
    build_site(DATA, tmp_path)
    merged = replace(DATA, incidents=(KEPT, *DATA.incidents[2:]), redirects={gone.id: KEPT.id})
    build_site(merged, tmp_path)
    assert refreshes(page(tmp_path, gone.id)) == [f"0; url={KEPT.id}.html"]
    assert build_site(merged, tmp_path).changed == 0
