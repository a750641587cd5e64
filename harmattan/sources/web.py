"""A web page's main text, and what its metadata say: title, day of publication, source, address.

The day of publication is taken only where the page declares it as such (`article:published_time`, JSON-LD
`datePublished`, a `time` element marked as publication or the page's only one), never from its address; where it
declares none, a report's dateline may tell it (`days`).
Everything on a page is data: nothing is fetched, no script is run, an address that is not http(s) is dropped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate
from typing import Any

from harmattan.errors import DocumentError
from harmattan.sources.decoding import decode_page
from harmattan.sources.headers import Header
from harmattan.sources.pages import Page

PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date.published",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "publication-date",
    "published_time",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.created",
    "date",
)
"""Names of meta elements for the day of publication, the plainest first."""
NAMES = (("title", ("og:title", "twitter:title", "dc.title", "headline")), ("source", ("og:site_name",)))
DAY = re.compile(r"\s*(\d{4})[-/]?(\d\d)[-/]?(\d\d)(?:$|[T ])")
MARKED = re.compile(r"publish|pubdate|entry-date|post-?date", re.IGNORECASE)
WHOLE = re.compile(r"<(?:html|body|!doctype)\b", re.IGNORECASE)
SITE_SUFFIX = re.compile(r"\s+(?:[|–—»·]|-)\s+[^|–—»·]{2,40}$")
EARLIEST = 1900
MAX_META = 2_000
"""Meta, time and script elements looked at; a page has some dozens."""
MAX_DEPTH = 6
"""Levels of JSON-LD searched."""
SAVE = "save the article's text as .txt and read that"


def parse_page(data: bytes, name: str) -> Page:
    """The page's main text and metadata; DocumentError where it has no main text or is no HTML."""
    html = decode_page(data, name)
    # the parsers below meet hostile input in C and in code not ours: whatever they raise is about this page only
    try:
        header, text = _header_and_text(html)
    except Exception as error:
        raise DocumentError(name, f"cannot be taken apart as HTML ({type(error).__name__})", SAVE) from error
    if not text or not text.strip():
        raise DocumentError(name, "is a web page without a main text", SAVE)
    # every line of the extraction is a paragraph or heading of the page
    return Page(text.replace("\n", "\n\n"), name, header.title, header.published, header.source, header.url)


def _header_and_text(html: str) -> tuple[Header, str | None]:
    from trafilatura import extract, load_html  # noqa: PLC0415 - takes half a second to import

    # a fragment pasted out of a page is not taken for HTML unless it is given the elements around it
    tree = load_html(html if WHOLE.search(html) else f"<html><body><div>{html}</div></body></html>")
    if tree is None:
        return Header(), None
    header = _header(tree)
    text = extract(
        tree, output_format="txt", include_comments=False, include_tables=False, with_metadata=False
    )
    return header, text


def _header(tree: Any) -> Header:
    meta = _meta(tree)
    linked = list(_linked_data(tree))
    values = {field: next(filter(None, map(meta.get, keys)), None) for field, keys in NAMES}
    title = values["title"] or _linked(linked, "headline") or _heading(tree)
    published = next(filter(None, (_day(meta[key]) for key in PUBLISHED if key in meta)), None)
    published = published or _day(_linked(linked, "datePublished")) or _time_element(tree)
    source = values["source"] or next((name for name in map(_publisher, linked) if name), None)
    url = next(iter(tree.xpath("//link[@rel='canonical']/@href")), None) or meta.get("og:url")
    return Header(title, published, source, str(url) if url else None)


def _meta(tree: Any) -> dict[str, str]:
    """Contents of the meta elements by name, property or itemprop in lower case; the first of each counts."""
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]")[:MAX_META]:
        for attribute in ("property", "name", "itemprop"):
            if key := element.get(attribute):
                found.setdefault(key.strip().lower(), element.get("content").strip())
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD that are articles, outermost first."""
    for text in tree.xpath("//script[@type='application/ld+json']/text()")[:MAX_META]:
        try:
            yield from _articles(json.loads(text, strict=False), 0)
        except (ValueError, RecursionError):
            continue  # broken metadata say nothing; the page's text is still worth reading


def _articles(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value[:MAX_META]:
            yield from _articles(item, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(
            isinstance(kind, str) and kind.endswith(("Article", "Report", "BlogPosting", "WebPage"))
            for kind in kinds
        ):
            yield value
        yield from _articles(value.get("@graph"), depth + 1)


def _linked(objects: list[dict[str, Any]], field: str) -> str | None:
    return next(
        (item[field] for item in objects if isinstance(item.get(field), str) and item[field].strip()), None
    )


def _publisher(item: dict[str, Any]) -> str | None:
    publisher = item.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else None
    return name if isinstance(name, str) else None


def _heading(tree: Any) -> str | None:
    """The page's only first-level heading, or its title element without the site's name at the end."""
    headings = tree.xpath("//h1")
    if len(headings) == 1 and (text := headings[0].text_content().strip()):
        return str(text)
    title = next(iter(tree.xpath("//head/title/text()")), None)
    return SITE_SUFFIX.sub("", str(title).strip()) if title else None


def _time_element(tree: Any) -> date | None:
    """The day of a time element marked as publication, or of the only one that the page has."""
    elements = tree.xpath("//time[@datetime]")[:MAX_META]
    marked = [
        element
        for element in elements
        if element.get("pubdate") is not None
        or MARKED.search(f"{element.get('itemprop') or ''} {element.get('class') or ''}")
    ]
    days = {_day(element.get("datetime")) for element in marked or elements}
    return days.pop() if len(days) == 1 else None


def _day(value: str | None) -> date | None:
    """The calendar day as the page writes it; None where it could be read in two ways ("03/04/2019")."""
    if not value:
        return None
    match = DAY.match(value)
    numbers = tuple(map(int, match.groups())) if match else (parsedate(value[:60]) or ())[:3]
    try:
        day = date(*numbers)
    except (TypeError, ValueError):
        return None
    return day if day.year >= EARLIEST else None
