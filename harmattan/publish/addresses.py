"""Where each page lives in the site's folder: permanent, relative, and safe whatever the id is made of."""

from __future__ import annotations

import hashlib
import posixpath
import re
from datetime import date
from urllib.parse import urlsplit

_SAFE = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,78}[a-z0-9])?")
_HASHED = re.compile(r"(?:^|-)[0-9a-f]{12}$")
_TAKEN = frozenset({"index", "con", "prn", "aux", "nul"})
"""The lists of each folder, and names that Windows keeps for itself."""

HOME = "index.html"
ACTORS = "actors/index.html"
COUNTRIES = "countries/index.html"
DOCUMENTS = "documents/index.html"
INCIDENTS = "incidents/index.html"
DIGEST = "digest/index.html"
LEDGER = "ledger/index.html"
FEED = "feed.xml"
STYLE = "static/site.css"
SCRIPT = "static/site.js"
ICON = "static/icon.svg"


def stem(identifier: str) -> str:
    """A file name for an id: the id itself where it is plain lower case, else what is plain of it and a hash.

    `jnim` stays `jnim`; `../x` becomes `x-` and 12 hex digits. Two ids never share a name, not even on a file system
    that ignores case, and no id is longer than a file system allows.
    """
    if _SAFE.fullmatch(identifier) and identifier not in _TAKEN and not _HASHED.search(identifier):
        return identifier
    plain = re.sub(r"[^a-z0-9]+", "-", identifier.lower()).strip("-")[:40].strip("-")
    digest = hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{plain}-{digest}" if plain else digest


def document_page(document_id: str, claim_id: str | None = None) -> str:
    """A document's page, opened at a claim's words where a claim is given."""
    page = f"documents/{stem(document_id)}.html"
    return f"{page}#{stem(claim_id)}" if claim_id else page


def actor_page(actor_id: str) -> str:
    """An actor's dossier."""
    return f"actors/{stem(actor_id)}.html"


def country_page(code: str) -> str:
    """A country's dossier: `countries/ml.html`."""
    return f"countries/{stem(code.lower() if re.fullmatch('[A-Z]{2}', code) else code)}.html"


def incident_page(incident_id: str) -> str:
    """An incident's page."""
    return f"incidents/{stem(incident_id)}.html"


def day_page(day: date) -> str:
    """The digest of a day: `digest/2022/03/14.html`."""
    return f"digest/{day.year:04}/{day.month:02}/{day.day:02}.html"


def month_page(year: int, month: int) -> str:
    """The archive of a month: `digest/2022/03/index.html`."""
    return f"digest/{year:04}/{month:02}/index.html"


def year_page(year: int) -> str:
    """The archive of a year: `digest/2022/index.html`."""
    return f"digest/{year:04}/index.html"


def relative(page: str, target: str) -> str:
    """The link from one page to another, which works from any folder and any server."""
    path, hash_, fragment = target.partition("#")
    return posixpath.relpath(path, posixpath.dirname(page) or ".") + hash_ + fragment


def outside(url: str | None) -> str | None:
    """The address of a source if it is one that a reader can safely follow (http or https with a host), else None."""
    if not url or any(ord(letter) < 33 for letter in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
