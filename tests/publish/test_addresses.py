from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.publish import addresses

PLAIN = ["jnim", "c0123456789abcdef", "french-forces", "a"]
HOSTILE = [
    "",
    ".",
    "..",
    "../../etc/passwd",
    "/absolute",
    "a/b",
    "a\\b",
    "nul\0byte",
    "JNIM",
    "index",
    "<script>alert(1)</script>",
    "\"onmouseover='alert(1)",
    "x" * 500,
    "ﬁn de mois",
    "مالي",
    "\ud800",
    "#fragment?query",
    "CON",
]


@pytest.mark.parametrize("identifier", PLAIN)
def test_plain_ids_keep_their_name(identifier: str) -> None:
    assert addresses.stem(identifier) == identifier


@pytest.mark.parametrize("identifier", HOSTILE)
def test_hostile_ids_become_plain_file_names(identifier: str) -> None:
    name = addresses.stem(identifier)
    assert name.isascii() and name.replace("-", "").isalnum() and name == name.lower() and 0 < len(name) < 90
    assert name not in ("index", "con")
    assert PurePosixPath(addresses.actor_page(identifier)).parts == ("actors", f"{name}.html")


@given(st.text(), st.text())
def test_two_ids_never_share_a_file(one: str, other: str) -> None:
    assert (addresses.stem(one) == addresses.stem(other)) == (one == other)
    assert addresses.stem(addresses.stem(one)) != addresses.stem(one) or addresses.stem(one) == one


def test_addresses_are_permanent() -> None:
    assert addresses.day_page(date(2022, 3, 14)) == "digest/2022/03/14.html"
    assert addresses.month_page(2022, 3) == "digest/2022/03/index.html"
    assert addresses.country_page("ML") == "countries/ml.html"
    assert addresses.country_page("ml") == "countries/ml.html"
    assert addresses.document_page("d1", "c2") == "documents/d1.html#c2"


LINKS = [
    ("index.html", "actors/jnim.html", "actors/jnim.html"),
    ("actors/jnim.html", "documents/d1.html#c2", "../documents/d1.html#c2"),
    ("digest/2022/03/14.html", "index.html", "../../../index.html"),
    ("actors/jnim.html", "actors/aqim.html", "aqim.html"),
]


@pytest.mark.parametrize(("page", "target", "link"), LINKS)
def test_links_are_relative(page: str, target: str, link: str) -> None:
    assert addresses.relative(page, target) == link


FOLLOWED = ["https://example.org/a?b=c&d=e#f", "http://example.org"]
NOT_FOLLOWED = [
    None,
    "",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "//example.org/x",
    "/local",
    "https://",
    "https://exa mple.org",
    "http://[broken",
    "vbscript:x",
]


@pytest.mark.parametrize("url", FOLLOWED)
def test_sources_on_the_web_are_followed(url: str) -> None:
    assert addresses.outside(url) == url


@pytest.mark.parametrize("url", NOT_FOLLOWED)
def test_nothing_else_is(url: str | None) -> None:
    assert addresses.outside(url) is None
