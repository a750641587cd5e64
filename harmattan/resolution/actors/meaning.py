"""What was made of a mention: whom it means, and why."""

from __future__ import annotations

from dataclasses import dataclass

from harmattan.model.world import Actor


@dataclass(frozen=True, slots=True)
class Meaning:
    """Who is meant by some words, and the reason in words that an analyst can check.

    "President Emmanuel Macron" in 2022 is France, spoken for by `emmanuel-macron`.
    """

    actor: str | None
    """The registry's id, or a provisional one (`provisional.py`)."""
    reason: str
    person: str | None = None
    """The registry's id of the office holder by whom the actor is named."""
    name: str | None = None
    """A provisional actor's name."""


def of(actor: Actor, reason: str) -> Meaning:
    """The meaning that is an entry of the registry."""
    return Meaning(actor.id, reason)
