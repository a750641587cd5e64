"""A run: documents through the workers into the store, then incidents judged over all that is there.

The order of things is what makes a run safe to kill. Documents are stored by one process, in the order of the
input, each in a transaction of its own; judgements come after the last of them, in one transaction; incident
ids after those. Whatever a killed run left is the beginning of what an undisturbed one leaves, and the next run
goes on from there.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from harmattan.config import MOST_WORKERS, default_workers
from harmattan.engine.coders import CoderFactory, HouseCoder
from harmattan.engine.incidents import judge_incidents
from harmattan.engine.project import Project
from harmattan.engine.workers import Workers
from harmattan.errors import HarmattanError
from harmattan.model.claims import ClaimKind
from harmattan.model.coding import Coded
from harmattan.model.text import Document
from harmattan.pipeline import Item, code_all, failure
from harmattan.store.store import Store

LOOKAHEAD_CHARACTERS = 2_000_000
"""How much text is looked through before reading starts, only to learn how many documents there are."""

LOOKAHEAD_SECONDS = 2.0
"""And for how long: what comes through a pipe may come slowly."""

WORKER_CHARACTERS = 30_000
"""Of text: what is read in the time that it takes to start a worker, a second or two."""


class Watch(Protocol):
    """Is told how a run goes."""

    def expect(self, documents: int | None) -> None:
        """How many documents there will be; None where there are too many to look ahead."""

    def coded(self, coded: Coded) -> None:
        """A document is in the store."""

    def skipped(self, document: Document) -> None:
        """A document was in the store already, or came twice."""

    def failed(self, error: HarmattanError) -> None:
        """A document could not be read; the others go on."""

    def judging(self) -> None:
        """All documents are read; incidents come next."""


class Silent:
    """Nobody watches."""

    def expect(self, documents: int | None) -> None:
        """Nothing."""

    def coded(self, coded: Coded) -> None:
        """Nothing."""

    def skipped(self, document: Document) -> None:
        """Nothing."""

    def failed(self, error: HarmattanError) -> None:
        """Nothing."""

    def judging(self) -> None:
        """Nothing."""


@dataclass(slots=True)
class Summary:
    """What a run did, and what the project holds after it."""

    read: int = 0
    """Documents read by this run."""
    skipped: int = 0
    """Documents that were in the store already, or came twice."""
    failed: int = 0
    """Documents and paths that could not be read."""
    words: int = 0
    """Word tokens read by this run."""
    seconds: float = 0.0
    """From the first document handed out to the last one stored, the reader loaded before."""
    documents: int = 0
    """Documents in the project; so are all that follow."""
    claims: dict[ClaimKind, int] = field(default_factory=dict)
    rejections: dict[str, int] = field(default_factory=dict)
    """By reason, most frequent first."""
    incidents: int = 0
    orphans: int = 0
    """Decisions of analysts that fit nothing of what is read today."""

    @property
    def words_per_second(self) -> float:
        """How fast this run read; 0 if it read nothing."""
        return self.words / self.seconds if self.words and self.seconds else 0.0


@dataclass(frozen=True, slots=True)
class Hands:
    """Who does the work of a run."""

    workers: int | None = None
    """None: what the project's settings say, or else the machine suggests, but no more than are worth their start."""
    coder: CoderFactory | None = None
    """None: the house reader with the project's gazetteer and actors."""


def run(
    folder: Path, items: Iterable[Item], hands: Hands | None = None, watch: Watch | None = None
) -> Summary:
    """Read the documents that the project has not read yet, store them, judge incidents.

    The project is made if it is not there. Documents that cannot be read are told to `watch` and counted.
    Raises `ProjectError`, `StoreError`, `ReaderError`, `ReferenceError_`: what would stop every document.
    """
    hands, watch = hands or Hands(), watch or Silent()
    project = Project.create(folder)
    settings = project.settings
    with project.alone(), project.store() as store:
        ahead = _Ahead(items)
        watch.expect(ahead.documents)
        count = hands.workers or min(settings.workers or default_workers(), ahead.workers_worthwhile)
        summary = Summary()
        with Workers(hands.coder or HouseCoder(settings.gazetteer, project.actors_path), count) as workers:
            _read(store, workers, ahead, _Tally(summary, watch))
        watch.judging()
        held = judge_incidents(store, count)
        summary.incidents, summary.orphans = held.incidents, held.orphans
        summary.documents = store.document_count()
        summary.claims = store.claims_by_kind()
        summary.rejections = store.rejections_by_reason()
    return summary


class _Tally:
    """Counts, and tells whoever watches."""

    def __init__(self, summary: Summary, watch: Watch) -> None:
        self._summary = summary
        self._watch = watch

    def stored(self, coded: Coded) -> None:
        self._summary.read += 1
        self._summary.words += coded.words
        self._watch.coded(coded)

    def skipped(self, document: Document) -> None:
        self._summary.skipped += 1
        self._watch.skipped(document)

    def failed(self, error: HarmattanError) -> None:
        self._summary.failed += 1
        self._watch.failed(error)

    def took(self, seconds: float) -> None:
        self._summary.seconds = seconds


def _read(store: Store, workers: Workers, items: Iterable[Item], tally: _Tally) -> None:
    fresh = _unread(items, store, workers.version, tally)
    start = time.perf_counter()
    for outcome in code_all(fresh, workers.code, map=workers.map):
        if isinstance(outcome, HarmattanError):
            tally.failed(outcome)
        else:
            store.add(outcome)
            tally.stored(outcome)
    tally.took(time.perf_counter() - start)


def _unread(items: Iterable[Item], store: Store, reader: str, tally: _Tally) -> Iterator[Item]:
    """Leave out what the store has, and what comes twice."""
    met: set[str] = set()
    for item in items:
        if isinstance(item, HarmattanError):
            yield item
            continue
        try:
            known = item.id in met or store.has(item.id, reader)
        except UnicodeError as error:  # half a character in the text: it has no bytes to take an id of
            yield failure(item, error)
            continue
        if known:
            tally.skipped(item)
        else:
            met.add(item.id)
            yield item


class _Ahead:
    """The same items, the first of them looked at beforehand, to know how many there are if they are few."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._rest = iter(items)
        self._first: deque[Item] = deque()
        self._characters = 0
        self.documents: int | None = None
        """None: too many to know."""
        until = time.monotonic() + LOOKAHEAD_SECONDS
        for item in self._rest:
            self._first.append(item)
            if isinstance(item, Document):
                self._characters += len(item.text)
            if self._characters > LOOKAHEAD_CHARACTERS or time.monotonic() > until:
                return
        self.documents = len(self._first)

    @property
    def workers_worthwhile(self) -> int:
        """Above this number a worker would take longer to start than to read its share."""
        if self.documents is None:
            return MOST_WORKERS
        return min(1 + self._characters // WORKER_CHARACTERS, max(1, self.documents))

    def __iter__(self) -> Iterator[Item]:
        while self._first:
            yield self._first.popleft()
        yield from self._rest
