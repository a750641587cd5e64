"""The Atom feed of the digest (RFC 4287): one entry a day, newest first, with tag URIs (RFC 4151) that never change."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree

from harmattan.publish import addresses
from harmattan.publish.data import SiteData
from harmattan.publish.digest import DayView

ATOM = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 50
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even escaped."""


def atom_feed(data: SiteData, days: Iterable[DayView]) -> str:
    """The feed's text. The time of an entry is its day, 0:00 UTC: nothing depends on when the site was built."""
    ElementTree.register_namespace("", ATOM)
    newest = sorted(days, key=lambda view: view.day, reverse=True)[:MOST_ENTRIES]
    feed = ElementTree.Element(f"{{{ATOM}}}feed")
    _text(feed, "title", f"{data.title}: digest")
    _text(feed, "id", f"tag:{_authority(data.authority)},2024:digest")
    _text(feed, "updated", f"{newest[0].day.isoformat() if newest else '1970-01-01'}T00:00:00Z")
    author = ElementTree.SubElement(feed, f"{{{ATOM}}}author")
    _text(author, "name", data.title)
    ElementTree.SubElement(feed, f"{{{ATOM}}}link", rel="alternate", type="text/html", href=addresses.DIGEST)
    ElementTree.SubElement(
        feed, f"{{{ATOM}}}link", rel="self", type="application/atom+xml", href=addresses.FEED
    )
    for view in newest:
        _entry(feed, data, view)
    ElementTree.indent(feed)
    body = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'


def _entry(feed: ElementTree.Element, data: SiteData, view: DayView) -> None:
    entry = ElementTree.SubElement(feed, f"{{{ATOM}}}entry")
    _text(entry, "title", view.heading)
    _text(entry, "id", f"tag:{_authority(data.authority)},2024:digest/{view.day.isoformat()}")
    _text(entry, "updated", f"{view.day.isoformat()}T00:00:00Z")
    ElementTree.SubElement(entry, f"{{{ATOM}}}link", rel="alternate", type="text/html", href=view.page)
    lines = [
        f"{card.heading}" + (f": {card.casualties}" if card.casualties else "") for card in view.incidents
    ]
    lines += [f"{report.title} ({report.source})" for report in view.reports]
    summary = _text(entry, "summary", "\n".join(lines))
    summary.set("type", "text")


def _authority(name: str) -> str:
    """The publisher's domain as a tag URI may hold it."""
    return re.sub(r"[^a-z0-9.@-]", "-", name.lower()) or "harmattan.invalid"


def _text(parent: ElementTree.Element, name: str, text: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = _FORBIDDEN.sub("\ufffd", text)
    return child
