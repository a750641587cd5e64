"""What resolution has gathered of one report: where it is, and whom it named so far."""

from __future__ import annotations

from dataclasses import dataclass

from harmattan.resolution.actors.discourse import Discourse
from harmattan.resolution.actors.report_country import ReportCountries
from harmattan.resolution.context import Context


@dataclass(frozen=True)
class Report:
    """One document, as far as it tells who is meant."""

    context: Context
    countries: ReportCountries
    discourse: Discourse
