"""Plain sentences as agencies write them: frames filled with parties, numbers, places and times."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from harmattan.model.readings import Event, Mention, Number, Place, Statement, Strength
from harmattan.model.text import Document, Span
from quality.bench import Bench
from quality.measures import Tally
from quality.test import Case, Figure, Outcome

FOLDER = Path(__file__).parent / "wire"
HIDDEN = "held"
"""The part of which no case is ever shown, so that nobody works on it."""
FILLINGS = 10
"""Sentences of a frame."""
PUBLISHED = date(2024, 3, 14)
_SLOT = re.compile(r"\{(\w+)(?:=([^}]*))?\}")
_FILLERS = {"killed": "number", "wounded": "number", "abducted": "number", "thing": "target"}
"""Slots that are filled from the list of another name."""
_COUNTS = ("killed", "wounded", "abducted")
_PARTIES = {"actor": ("actor",), "army": ("actor",), "state": ("actor",), "national": ("actor",)}
_FORCES = frozenset(["state", "land", "men"])
"""Slots of the frames that tell of forces and where they are."""
_STRUCK = ("target", "recipient", "victim")


@dataclass(frozen=True)
class Frame:
    """One way to say something, and what a claim of it must be."""

    text: str
    event: frozenset[str]
    modality: str | None
    status: frozenset[str]
    actors: int = 1
    actor: str = "actor"
    """The slot of who acts, where there are two parties."""
    anybody: bool = False
    """Whether the frame itself names who acts."""

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Frame:
        """A table of the file."""
        more = {name: table[name] for name in ("actors", "actor", "anybody") if name in table}
        return cls(
            table["text"],
            frozenset(table.get("event", ())),
            table.get("modality"),
            frozenset(table.get("status", ())),
            **more,
        )


@dataclass(frozen=True)
class Filled:
    """A sentence with the stretches of its slots."""

    frame: Frame
    text: str
    slots: Mapping[str, tuple[int, int]]

    def right(self, statements: Sequence[Statement]) -> str:
        """What the claims that come nearest have wrong, in words; empty where all that is asked for is right."""
        types = self.frame.event or (frozenset() if self.frame.status else {"ASSAULT"})
        strengths = [self._strength(one.body) for one in statements if isinstance(one.body, Strength)]
        events = [
            self._event(one.body, one.modality.value)
            for one in statements
            if isinstance(one.body, Event) and one.body.type in types
        ]
        wrong = sorted(strengths, key=len)[0] if strengths else ["no strength"]
        wrong = wrong if self.frame.status else []
        if types:
            wrong = wrong + (sorted(events, key=len)[0] if events else ["no event"])
        return ", ".join(wrong)

    def _event(self, event: Event, modality: str) -> list[str]:
        wrong = [] if self.frame.modality in {None, modality} else [f"held {modality}"]
        if self.frame.event:
            wrong += self._parties(event.actor, ("state", "national", self.frame.actor), several=False)
            return wrong + self._where(event.place, "land" if "land" in self.slots else "place")
        wrong += [] if modality in {"asserted", "alleged"} else [f"held {modality}"]
        wrong += self._counts(event)
        if not self.frame.anybody:
            wrong += self._parties(event.actor, (self.frame.actor,), several=self.frame.actors > 1)
        if "target" in self.slots:
            struck = [mention for field in _STRUCK for mention in getattr(event, field)]
            wrong += [] if self._any(struck, "target") else ["target"]
        wrong += self._where(event.place, "place")
        if "time" in self.slots:
            wrong += [] if event.time and self._over(event.time.span, "time") else ["time"]
        return wrong

    def _strength(self, strength: Strength) -> list[str]:
        wrong = [] if self._over(strength.size.span, "size") else ["size"]
        wrong += [] if strength.status.value in self.frame.status else [f"status {strength.status.value}"]
        wrong += self._parties(strength.force, ("state", "national"), several=False)
        return wrong + self._where(strength.place, "land")

    def _counts(self, event: Event) -> list[str]:
        wrong = []
        for field in _COUNTS:
            number: Number | None = getattr(event, field)
            asked = field in self.slots
            if asked != (number is not None) or (number is not None and not self._over(number.span, field)):
                wrong.append(field)
        return wrong

    def _parties(self, found: Sequence[Mention], slots: Sequence[str], *, several: bool) -> list[str]:
        asked = [slot for slot in slots if slot in self.slots]
        if not asked:
            return ["actor"] if found and not several else []
        within = [mention for mention in found if self._any([mention], *asked)]
        return [] if within and (several or len(within) == len(found)) else ["actor"]

    def _where(self, places: Sequence[Place], slot: str) -> list[str]:
        if slot not in self.slots:
            return []
        return [] if any(self._over(place.span, slot) for place in places) else ["place"]

    def _any(self, mentions: Sequence[Mention], *slots: str) -> bool:
        return any(
            self._over(span, slot)
            for mention in mentions
            for span in (mention.span, mention.antecedent)
            for slot in slots
            if span is not None
        )

    def _over(self, span: Span, slot: str) -> bool:
        start, end = self.slots.get(slot, (0, 0))
        return span.start < end and start < span.end


@dataclass(frozen=True)
class WireTest:
    """The scorer of the filled frames."""

    name: str = "wire"
    definition: str = (
        "Plain sentences as agencies write them, frames filled with parties, numbers, places and times by "
        "[the guideline](../quality/wire/guideline.md), after the behavioural tests of Ribeiro et al. (2020): they are "
        "no sample of real reports, but whoever fails on one fails on thousands. The figure is the share of "
        "sentences of which one claim has everything. `seen` are the frames that the reader was worked on with, "
        "`held` others, written afterwards and looked at by nobody."
    )

    def files(self, root: Path) -> list[Path]:
        """Our own files, whatever the root."""
        return [FOLDER / f"{part}.toml" for part in ("seen", HIDDEN, "fillers")]

    def run(self, bench: Bench) -> Outcome:
        """Measure each part."""
        figures: list[Figure] = []
        cases: list[Case] = []
        for part in ("seen", HIDDEN):
            tallies = {"violence": Tally(), "forces": Tally()}
            for filled in bench.sample(sentences(part)):
                claims = bench.code(Document(filled.text, None, PUBLISHED)).claims
                wrong = filled.right([claim.statement for claim in claims])
                kind = "forces" if _FORCES & filled.slots.keys() else "violence"
                tallies[kind].add(int(not wrong), 1, 1)
                if wrong and part != HIDDEN:
                    cases.append(Case(wrong, part, filled.text))
            figures += [Figure(f"{part} {kind} all right", tally.recall) for kind, tally in tallies.items()]
        return Outcome(figures, cases)


def sentences(part: str) -> list[Filled]:
    """All sentences of a part, the same every time."""
    fillers = tomllib.loads((FOLDER / "fillers.toml").read_text("utf8"))
    tables = tomllib.loads((FOLDER / f"{part}.toml").read_text("utf8"))["frame"]
    return [filled for table in tables for filled in _filled(Frame.of(table), fillers)]


def _filled(frame: Frame, fillers: Mapping[str, Sequence[str]]) -> Iterator[Filled]:
    chance = Random(frame.text)
    for _ in range(FILLINGS):
        text, slots, at = "", {}, 0
        for match in _SLOT.finditer(frame.text):
            text += frame.text[at : match.start()]
            at = match.end()
            slot = match[1].lower()
            words = match[2] or chance.choice(fillers[_FILLERS.get(slot, slot)])
            if frame.text[at : at + 1] in {",", "."}:
                words = words.rstrip(",")
            if match[1][0].isupper():
                words = words[0].upper() + words[1:]
            slots[slot] = (len(text), len(text) + len(words))
            text += words
        yield Filled(frame, text + frame.text[at:], slots)
