"""The way from one claim to another over those that are held to be the same."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping

from harmattan.model.judgements import Verdict
from harmattan.resolution.judgements.overruling import Opinion

MOST_MET = 50_000
"""Claims that are looked at before a chain is given up."""


class Chains:
    """All opinions that two claims are the same, as ways to go."""

    def __init__(self, held: Iterable[Opinion]) -> None:
        self._ways: dict[str, list[tuple[str, Opinion]]] = defaultdict(list)
        for opinion in held:
            if opinion.verdict is Verdict.SAME:
                left, right = opinion.pair
                self._ways[left].append((right, opinion))
                self._ways[right].append((left, opinion))

    def of(self, claim: str) -> Mapping[str, Opinion]:
        """What is held to be the same as a claim, directly."""
        return dict(self._ways.get(claim, ()))

    def shortest(self, start: str, end: str, within: Collection[str] | None = None) -> tuple[Opinion, ...]:
        """The fewest steps from one claim to another, analysts' before programs'; empty where there is no way.

        `within`: only over these claims.
        """
        if start == end:
            return ()
        came: dict[str, tuple[str, Opinion] | None] = {start: None}
        waiting = deque([start])
        while waiting and len(came) < MOST_MET:
            here = waiting.popleft()
            for there, opinion in self._in_order(here):
                if there in came or (within is not None and there not in within):
                    continue
                came[there] = (here, opinion)
                if there == end:
                    return tuple(_back(came, end))[::-1]
                waiting.append(there)
        return ()

    def _in_order(self, claim: str) -> list[tuple[str, Opinion]]:
        return sorted(self._ways.get(claim, ()), key=lambda way: (not way[1].by_analyst, way[0]))


def _back(came: Mapping[str, tuple[str, Opinion] | None], end: str) -> Iterator[Opinion]:
    step = came[end]
    while step is not None:
        here, opinion = step
        yield opinion
        step = came[here]
