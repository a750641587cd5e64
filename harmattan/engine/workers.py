"""Coders side by side, each in a process of its own, with results in the order of the documents.

What this adds to `concurrent.futures`: only so many documents are taken ahead of the results, so that a corpus
need not fit into memory; a document that kills its worker is found, named and left out; and workers end with
their parent, however that ends.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cached_property
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self, TypeVar

from harmattan.engine.coders import CoderFactory
from harmattan.errors import DocumentError, HarmattanError
from harmattan.model.coding import Coded
from harmattan.model.text import Document
from harmattan.pipeline import Coder, Item, Outcome, name_of

Value = TypeVar("Value")

AHEAD = 4
"""Documents handed out for each worker ahead of the oldest one awaited, so that a long one starves nobody."""


class Workers:
    """One or more coders. With one, everything happens in this process."""

    def __init__(self, make: CoderFactory, count: int) -> None:
        self._make = make
        self._count = count
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        if self._count > 1:
            self._pool = self._started()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._stop(self._pool)

    @cached_property
    def version(self) -> str:
        """The version of the reader that the coders have. Raises what making a coder raises."""
        if self._pool is None:
            return self._coder.reader.version
        return self._pool.submit(_version).result()

    @property
    def code(self) -> Callable[[Document], Coded]:
        """Codes a document, in whichever process it is called; to go with `map`."""
        return self._coder if self._pool is None else _code

    def map(self, function: Callable[[Item], Outcome], items: Iterable[Item]) -> Iterator[Outcome]:
        """Like the builtin, in the workers."""
        if self._pool is None:
            yield from map(function, items)
            return
        waiting: deque[tuple[Item, Future[Outcome]]] = deque()
        for item in items:
            waiting.append((item, self._submit(function, item)))
            if len(waiting) >= self._count * AHEAD:
                yield self._first(function, waiting)
        while waiting:
            yield self._first(function, waiting)

    @cached_property
    def _coder(self) -> Coder:
        return self._make()

    def _first(
        self, function: Callable[[Item], Outcome], waiting: deque[tuple[Item, Future[Outcome]]]
    ) -> Outcome:
        item, future = waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            # One of the documents at work took its worker with it, and that ends a whole pool. Tried alone,
            # it either goes through or shows itself as the one.
            outcome = self._alone(function, item)
            others = [other for other, _ in waiting]
            waiting.clear()
            waiting.extend((other, self._submit(function, other)) for other in others)
            return outcome

    def _alone(self, function: Callable[[Item], Outcome], item: Item) -> Outcome:
        self._restart()
        try:
            return self._submit(function, item).result()
        except BrokenProcessPool:
            self._restart()
        if isinstance(item, HarmattanError):
            return item
        return DocumentError(
            name_of(item), "the reader broke down over it", "the others go on; please report this document"
        )

    def _submit(self, function: Callable[[Item], Outcome], item: Item) -> Future[Outcome]:
        assert self._pool is not None
        try:
            return self._pool.submit(function, item)
        except BrokenProcessPool as error:
            failed: Future[Outcome] = Future()
            failed.set_exception(error)
            return failed

    def _restart(self) -> None:
        assert self._pool is not None
        self._stop(self._pool)
        self._pool = self._started()

    def _started(self) -> ProcessPoolExecutor:
        # Spawned, not forked: threads of the model library do not survive a fork.
        pool = ProcessPoolExecutor(
            self._count, multiprocessing.get_context("spawn"), initializer=_prepare, initargs=(self._make,)
        )
        with _interrupts_held():
            pool.submit(_version_or_none)  # starts all the processes, which begin to load their readers
        return pool

    @staticmethod
    def _stop(pool: ProcessPoolExecutor) -> None:
        processes = list((pool._processes or {}).values())
        pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.terminate()  # what is still at work is of no use to anybody


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let processes started in here ignore Ctrl-C: the parent is told too, and ends them in good order."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


# What follows runs inside a worker.

_make_coder: CoderFactory | None = None
_coder: Coder | None = None


def _prepare(make: CoderFactory) -> None:
    global _make_coder  # noqa: PLW0603 - a worker process has one coder
    _make_coder = make
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _here() -> Coder:
    # Made at the first task and not in `_prepare`, from where an error would not find its way to the parent.
    global _coder  # noqa: PLW0603
    if _coder is None:
        assert _make_coder is not None
        _coder = _make_coder()
    return _coder


def _code(document: Document) -> Coded:
    return _here()(document)


def _version() -> str:
    return _here().reader.version


def _version_or_none() -> str | None:
    try:
        return _version()
    except HarmattanError:
        return None  # whoever asks for the version or for claims will hear of it
