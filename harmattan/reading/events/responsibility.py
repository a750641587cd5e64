"""Whose an act was by what is said of it later: "A bomb killed six in Gao. The Front claimed responsibility"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from harmattan.model.readings import Modality
from harmattan.reading.events.claimants import claimed_before
from harmattan.reading.events.joining import Found
from harmattan.reading.pages import Page

_NEAR = 2
"""How many sentences behind an act it may be claimed without being named."""
_HELD = frozenset([Modality.ASSERTED, Modality.ALLEGED])


def claimed(page: Page, events: Sequence[Found]) -> list[Found]:
    """The events, the last act told before such a sentence as that of who claims it, where nobody else did it."""
    told = list(events)
    for number, line in enumerate(page.lines):
        for head in claimed_before(line.sentence):
            doers = page.entities.mentions(line.sentence, head)
            at = _meant(page, told, number)
            if not doers or at is None or told[at].event.actor:
                continue
            span = page.evidence(line.sentence)
            host = told[at]
            evidence = host.evidence if span in host.evidence else (*host.evidence, span)
            told[at] = replace(
                host, event=replace(host.event, actor=doers), evidence=evidence, last=max(host.last, number)
            )
    return told


def _meant(page: Page, told: Sequence[Found], number: int) -> int | None:
    """Where the last act stands that was told before a line, close by and in the same item."""
    near = [
        at
        for at, found in enumerate(told)
        if found.predicate.type == "ASSAULT"
        and found.stance.modality in _HELD
        and 0 <= number - max(found.line, found.last) <= _NEAR
        and page.items[found.line] == page.items[number]
    ]
    return max(near, key=lambda at: (told[at].line, told[at].index), default=None)
