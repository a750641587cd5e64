"""Main text and metadata of web pages."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.errors import DocumentError
from harmattan.sources.cleaning import clean_url
from harmattan.sources.web import parse_page
from tests.sources.pages_of_ours import ARTICLE, TITLE


def page(head: str = "", body: str = "") -> bytes:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in ARTICLE)
    return f"<html><head>{head}</head><body><article>{body}{text}</article></body></html>".encode()


DAYS = [
    ('<meta property="article:published_time" content="2022-03-14T23:30:00-05:00">', "", date(2022, 3, 14)),
    ('<meta name="date" content="2022/03/14">', "", date(2022, 3, 14)),
    ('<meta itemprop="datePublished" content="20220314">', "", date(2022, 3, 14)),
    ('<meta name="pubdate" content="Mon, 14 Mar 2022 10:00:00 GMT">', "", date(2022, 3, 14)),
    ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-03-14"}</script>', "",
     date(2022, 3, 14)),
    ('<script type="application/ld+json">{"@graph": [{"@type": ["ReportageNewsArticle"], "datePublished": '
     '"2022-03-14"}]}</script>', "", date(2022, 3, 14)),
    ("", '<time datetime="2022-03-14">14 March</time>', date(2022, 3, 14)),
    ("", '<time datetime="2022-03-13">a</time><time class="entry-date" datetime="2022-03-14">b</time>',
     date(2022, 3, 14)),
    ("", '<time datetime="2022-03-13">a</time><time datetime="2022-03-14">b</time>', None),
    ('<meta name="date" content="03/04/2022">', "", None),
    ('<meta property="article:modified_time" content="2022-03-14">', "", None),
    ('<meta name="date" content="0001-01-01">', "", None),
    ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>', "", None),
    ('<link rel="canonical" href="https://news.example/2022/03/14/report">', "<p>March 14, 2022</p>", None),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "day"), DAYS)
def test_day_of_publication(head: str, body: str, day: date | None) -> None:
    assert parse_page(page(head, body), "page").published == day


TITLES = [
    (f'<meta property="og:title" content="{TITLE}"><title>Other</title>', "", TITLE),
    (f"<title>{TITLE} | Example News</title>", "", TITLE),
    ("<title>Other</title>", f"<h1>{TITLE}</h1>", TITLE),
    (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "' + TITLE + '"}</script>',
        "",
        TITLE,
    ),
    ("", "", None),
]


@pytest.mark.parametrize(("head", "body", "title"), TITLES)
def test_title(head: str, body: str, title: str | None) -> None:
    assert parse_page(page(head, body), "page").title == title


def test_source_and_address() -> None:
    linked = json.dumps({"@type": "NewsArticle", "publisher": {"name": "Example Wire"}})
    found = parse_page(
        page(
            '<link rel="canonical" href="https://news.example/1">'
            f'<script type="application/ld+json">{linked}</script>'
        ),
        "page",
    )
    assert (found.source, found.url) == ("Example Wire", "https://news.example/1")
    assert (
        parse_page(page('<meta property="og:site_name" content="Example News">'), "page").source
        == "Example News"
    )


def test_hostile_address_is_only_text_until_it_is_dropped() -> None:
    found = parse_page(page('<link rel="canonical" href="javascript:alert(1)">'), "page")
    assert clean_url(found.url) is None


def test_main_text_without_its_furniture() -> None:
    menu = '<nav><ul><li><a href="/">Home</a></li></ul></nav><footer>© 2022 Example News</footer><script>x()</script>'
    text = parse_page(page(body=menu), "page").text
    assert ARTICLE[0] in text and ARTICLE[2] in text
    assert "Home" not in text and "x()" not in text


@pytest.mark.parametrize(
    "data", [b"<html><body></body></html>", b"<html><body><script>x()</script></body></html>"]
)
def test_no_main_text(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"page\.html: is a web page without a main text"):
        parse_page(data, "page.html")


PIECES = ["<p>", "</p>", "<meta content=", "<time datetime=",
          "<script type='application/ld+json'>",
          "[{", '"@type":', "\0", "<!--", "&#xD800;", "é", "words words", "<html>", "</", "<?xml"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_broken_pages_are_pages_or_errors(parts: list[str]) -> None:
    try:
        parse_page("".join(parts).encode(), "page")
    except DocumentError as error:
        assert str(error).startswith("page: ")
