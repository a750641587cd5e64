"""From a project's store to its static site."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from harmattan.engine.incidents import publish
from harmattan.engine.project import Project
from harmattan.publish.data import SiteData
from harmattan.publish.site import SiteSummary, build_site
from harmattan.reference.countries import countries
from harmattan.resolution.explanation.incidents import explain_all
from harmattan.resolution.explanation.pairs import Explanations
from harmattan.store.store import Store


def site(folder: Path, out: Path) -> SiteSummary:
    """Make the site of a project in the folder `out`.

    Raises `ProjectError`, `StoreError`, `PublishError`.
    """
    project = Project.open(folder)
    with project.store() as store:
        data = site_data(store, project)
    return build_site(data, out)


def site_data(store: Store, project: Project) -> SiteData:
    """All that the pages of a project's site are made of; claims that an analyst holds to be wrong left out.

    Incidents on a page are published: their ids last from here on.
    """
    held = publish(store)
    data = SiteData(
        title=project.settings.title,
        documents=tuple(store.documents()),
        claims=tuple(held.claims),
        incidents=tuple(held.incidents),
        actors=project.registry,
        countries=countries(),
        redirects=held.redirects,
        reasons=explain_all(Explanations.of(held)),
    )
    domain = project.settings.domain
    return replace(data, authority=domain) if domain else data
