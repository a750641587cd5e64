from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from harmattan.errors import PublishError
from harmattan.model.claims import Claim
from harmattan.model.readings import Event, Mention, Place, PlaceKind, Statement, Time
from harmattan.model.text import Document
from harmattan.model.values import Period, Precision
from harmattan.model.world import Actor, ActorKind, Alias, Incident
from harmattan.publish import addresses, writing
from harmattan.publish.data import SiteData
from harmattan.publish.site import build_site
from tests.publish.fixture import CLAIMS, Country, sahel
from tests.publish.written import count


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "new" / "folder"
    build_site(sahel(), out)
    return out


class Page(HTMLParser):
    """The tags of a page with their attributes, the ids, the links, and the text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.tags if "id" in attributes]

    @property
    def links(self) -> Iterator[str]:
        for _, attributes in self.tags:
            for name in ("href", "src"):
                if attributes.get(name):
                    yield str(attributes[name])


def pages_of(folder: Path) -> dict[str, Page]:
    return {str(path.relative_to(folder)): Page(path.read_text("utf-8")) for path in folder.rglob("*.html")}


def test_every_link_of_every_page_leads_to_a_page_and_an_anchor_that_are_there(site: Path) -> None:
    pages = pages_of(site)
    ids = {name: set(page.ids) for name, page in pages.items()}
    for name, page in pages.items():
        for link in page.links:
            if link.startswith(("http://", "https://")):
                continue
            path, _, fragment = link.partition("#")
            target = (site / name).parent.joinpath(path).resolve() if path else (site / name).resolve()
            assert target.is_file(), f"{name} leads to {link}"
            found = str(target.relative_to(site.resolve()))
            assert not fragment or fragment in ids[found], f"{name} leads to {link}"


def test_ids_are_single_on_each_page(site: Path) -> None:
    for name, page in pages_of(site).items():
        assert len(page.ids) == len(set(page.ids)), name


def test_every_claim_has_a_place_in_its_document_and_its_exact_words(site: Path) -> None:
    for claim in CLAIMS:
        page = Page((site / addresses.document_page(claim.document.id)).read_text("utf-8"))
        assert claim.id in page.ids
        assert " ".join(claim.statement.evidence[0].quote.split()) in " ".join(page.text.split())


def test_pages_have_landmarks_a_language_a_title_and_no_code_of_their_own(site: Path) -> None:
    for name, page in pages_of(site).items():
        tags = [tag for tag, _ in page.tags]
        assert {"title", "header", "main", "nav", "footer", "h1"} <= set(tags), name
        assert tags.count("main") == tags.count("h1") == 1, name
        for tag, attributes in page.tags:
            assert not any(attribute.startswith("on") or attribute == "style" for attribute in attributes), (
                name
            )
            assert tag != "script" or attributes.get("src"), name
            if attributes.get("href", "") and str(attributes["href"]).startswith("http"):
                assert {"noopener", "nofollow"} <= set(str(attributes["rel"]).split())


def test_the_policy_allows_the_site_itself_and_the_pages_own_rules_by_their_hash(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        policy = next(
            str(attributes["content"])
            for tag, attributes in Page(text).tags
            if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
        )
        assert "default-src 'none'" in policy and "unsafe" not in policy and "script-src 'self';" in policy
        for rules in re.findall(r"<style>(.*?)</style>", text, re.S):
            assert f"'sha256-{b64encode(hashlib.sha256(rules.encode()).digest()).decode()}'" in policy


def test_the_same_data_in_any_order_makes_the_same_bytes_and_nothing_is_written_twice(tmp_path: Path) -> None:
    data = sahel()
    turned = replace(
        data, documents=data.documents[::-1], claims=data.claims[::-1], incidents=data.incidents[::-1]
    )
    first, second = build_site(data, tmp_path / "a"), build_site(turned, tmp_path / "b")
    assert first.pages == second.pages == first.changed
    files = sorted(path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*") if path.is_file())
    assert len(files) == first.pages + 1  # the list of pages
    for file in files:
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes(), file
    assert build_site(data, tmp_path / "a").changed == 0


def test_files_that_are_not_the_sites_are_left_alone(tmp_path: Path) -> None:
    own = tmp_path / "actors" / "notes.txt"
    own.parent.mkdir()
    own.write_text("mine")
    build_site(sahel(), tmp_path)
    assert own.read_text() == "mine"
    assert not list(tmp_path.rglob(".writing-*"))


def test_pages_that_are_no_longer_part_of_the_site_are_taken_away_and_nothing_else(tmp_path: Path) -> None:
    data, out = sahel(), tmp_path / "site"
    build_site(data, out)
    (out / "actors" / "mine.html").write_text("mine")
    (tmp_path / "outside.html").write_text("mine")
    with (out / writing.LIST).open("a") as pages:
        pages.write("../outside.html\nactors/../../outside.html\n/etc/passwd\n")
    gone = data.incidents[0]
    build_site(replace(data, incidents=data.incidents[1:]), out)
    assert not (out / "incidents" / f"{gone.id}.html").exists()
    assert (out / "actors" / "mine.html").exists() and (tmp_path / "outside.html").exists()
    build_site(data, tmp_path / "fresh")
    build_site(data, out)
    assert {path.name for path in out.rglob("*.html")} == {
        path.name for path in (tmp_path / "fresh").rglob("*.html")
    } | {"mine.html"}


def test_a_page_that_cannot_be_written_is_named_and_the_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site(sahel(), tmp_path)
    before = (tmp_path / "index.html").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fdopen", full)
    with pytest.raises(PublishError, match=r"index\.html.*No space left"):
        writing.write_page(tmp_path, "index.html", b"half")
    assert (tmp_path / "index.html").read_bytes() == before
    assert not list(tmp_path.rglob(".writing-*"))


def test_an_empty_site_is_a_site(tmp_path: Path) -> None:
    summary = build_site(SiteData("Empty", (), (), (), {}, {}), tmp_path)
    assert (summary.documents, summary.actors, summary.incidents) == (0, 0, 0)
    assert summary.index.is_file()


def test_announced_and_denied_are_kept_apart_from_what_is_told_as_done(site: Path) -> None:
    text = (site / "actors" / "french-forces.html").read_text("utf-8")
    done, _, later = text.partition('id="planned"')
    assert "are expected to leave" not in done.split('class="notes"')[0]
    assert "are expected to leave" in later
    jnim = (site / "actors" / "jnim.html").read_text("utf-8")
    assert "denies attacking" in jnim.partition('id="denied"')[2].split("</section>")[0]


def test_an_incident_keeps_who_says_which_and_who_denies_it(site: Path) -> None:
    page = Page((site / "incidents" / "i00000000000000a1.html").read_text("utf-8"))
    words = " ".join(page.text.split())
    for stretch in (
        "132 to 180, best figure 160",
        "The government, in Sahel Wire: at least 132",
        "Dissent",
        "JNIM denies attacking",
    ):
        assert stretch.lower() in words.lower()


ARCHIVED = [
    ("i00000000000000a1", "digest/2021/06/05.html"),
    ("i00000000000000a2", "digest/2022/03/index.html"),
    ("i00000000000000a8", "digest/index.html"),
]


@pytest.mark.parametrize(("incident", "page"), ARCHIVED)
def test_an_incident_stands_on_the_page_of_its_own_precision_and_on_no_finer_one(
    site: Path, incident: str, page: str
) -> None:
    listed = re.compile(rf'class="card" href="[./]*incidents/{incident}\.html"')
    pages = [path for path in site.glob("digest/**/*.html") if listed.search(path.read_text("utf-8"))]
    days = [path for path in pages if path.name != "index.html"]
    assert (site / page) in pages
    assert days == ([site / page] if not page.endswith("index.html") else [])


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "</style><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "&lt;b&gt; & \x00 \x1b \ufffe \u202e",
    "../../../etc/passwd",
    "javascript:alert(1)",
]


def hostile_site(evil: str) -> SiteData:
    sentence = f"Rebels of {evil} attacked {evil} in {evil} today."
    document = Document(
        f"{sentence}\n\n{evil}", title=evil, published=date(2021, 1, 2), source=evil, url=evil
    )
    start = len("Rebels of ")
    words = document.span(start, start + len(evil))
    who = Mention(words, evil, evil)
    where = Place(words, evil, evil, evil, None, None, PlaceKind.POINT)
    when = Time(words, Period(None, None, Precision.WEEK))
    event = Event(
        evil, evil, words, (who,), (replace(who, actor=None),), place=(where,), time=when, report_time=when
    )
    claim = Claim(document, Statement(event, (document.span(0, len(sentence)),), attribution=who), evil)
    roles: dict[str, Any] = {
        "actor_ids": (evil,),
        "recipient_ids": (evil,),
        "wounded": None,
        "abducted": None,
    }
    incident = Incident(
        evil, (claim.id,), evil, evil, None, place_ids=(evil,), countries=(evil,), killed=count(3), **roles
    )
    actor = Actor(evil, evil, ActorKind.GROUP, (evil,), (Alias(evil),), (evil,), (evil,))
    return SiteData(
        evil, (document,), (claim,), (incident,), {evil: actor}, {evil: Country(evil)}, authority=evil
    )


SAFE_TAGS = frozenset(
    "html head meta title link style script body a header p nav ul li main footer h1 h2 h3 dl div dt dd section span "
    "sup aside ol article figure figcaption svg line text rect circle path g b q br blockquote table caption thead "
    "tbody tr th td details summary".split()
)


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_strings_never_become_markup_or_leave_the_folder(evil: str, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "down" / "site"
    build_site(hostile_site(evil), out)
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == {
        path for path in out.rglob("*") if path.is_file()
    }
    for name, page in pages_of(out).items():
        assert {tag for tag, _ in page.tags} <= SAFE_TAGS, name
        for tag, attributes in page.tags:
            assert not any(attribute.startswith("on") for attribute in attributes), name
            assert tag != "script" or str(attributes["src"]).endswith("static/site.js")
        for link in page.links:
            assert "script:" not in link and not link.startswith(("data:", "/")), link
    document = next(path for path in (out / "documents").glob("*.html") if path.name != "index.html")
    shown = " ".join(Page(document.read_text("utf-8")).text.split())
    assert " ".join(
        evil.replace("\x00", "\ufffd").encode("utf-8", "replace").decode().split()
    ) in shown.replace("\x00", "\ufffd")
