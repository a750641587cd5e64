from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest

from harmattan.publish.site import build_site
from tests.publish.fixture import sahel
from tests.publish.test_site import HOSTILE, hostile_site

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_is_atom_with_an_entry_a_day_and_permanent_ids(tmp_path: Path) -> None:
    build_site(sahel(), tmp_path)
    feed = feedparser.parse((tmp_path / "feed.xml").read_bytes())
    assert feed.version == "atom10" and not feed.bozo
    ids = [entry.id for entry in feed.entries]
    assert ids[0] == "tag:harmattan.invalid,2024:digest/2023-12-02"
    assert len(ids) == len(set(ids)) == 16
    assert feed.entries[0].updated == "2023-12-02T00:00:00Z" == feed.feed.updated
    for entry in feed.entries:
        assert (tmp_path / entry.link).is_file()
    solhan = next(entry for entry in feed.entries if entry.id.endswith("2021-06-05"))
    assert "132 to 180 killed (best figure 160)" in solhan.summary


def test_the_feed_has_what_the_standard_asks_for(tmp_path: Path) -> None:
    build_site(sahel(), tmp_path)
    root = ElementTree.parse(tmp_path / "feed.xml").getroot()
    for parent in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(parent.findall(ATOM + name)) == 1
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    assert {link.get("rel") for link in root.findall(f"{ATOM}link")} == {"self", "alternate"}


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_strings_stay_text_in_the_feed(evil: str, tmp_path: Path) -> None:
    build_site(hostile_site(evil), tmp_path)
    feed = feedparser.parse((tmp_path / "feed.xml").read_bytes(), sanitize_html=False)
    assert not feed.bozo
    assert len(feed.entries) == 1
