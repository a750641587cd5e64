"""What a site is made of: the values of the model and the names of actors and countries, handed in together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from harmattan.model.claims import Claim
from harmattan.model.text import Document
from harmattan.model.world import Actor, Incident
from harmattan.resolution.explanation.incidents import IncidentReason


class ActorLookup(Protocol):
    """Finds an actor by its registry id; the registry does, and so does a dict."""

    def get(self, key: str, /) -> Actor | None:
        """The actor, or None where nobody has the id."""


class Named(Protocol):
    """Anything with a name to print."""

    @property
    def name(self) -> str:
        """The name to print: "Mali"."""


class CountryLookup(Protocol):
    """Finds a country by its ISO 3166-1 alpha-2 code."""

    def get(self, key: str, /) -> Named | None:
        """The country, or None where the code is nobody's."""


@dataclass(frozen=True)
class SiteData:
    """All that the pages are made of. The same data makes the same bytes: the order of the tuples does not matter.

    Claims that analysts hold to be wrong are left out by whoever fills this.
    """

    title: str
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    actors: ActorLookup
    countries: CountryLookup
    redirects: Mapping[str, str | None] = field(default_factory=dict)
    """Ids of incidents that were published and are no more: the incident that each leads to; None where nothing is
    held of it.
    """
    reasons: Mapping[str, IncidentReason] = field(default_factory=dict)
    """By an incident's id, by what its claims were joined and what was compared with it and left out."""
    authority: str = "harmattan.invalid"
    """A domain of the publisher's, for the feed's permanent ids (tag URIs, RFC 4151)."""
