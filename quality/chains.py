"""Scores of coreference chains, by the reference definitions of Pradhan et al. (2014).

A chain is a set of mentions, a mention any hashable value. Sums run over all documents before anything is divided, as
in the reference scorer; a mention that only one side has counts against that side, and is never taken away or put in.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from quality.assignment import best_pairs

Chain = frozenset[Hashable]


@dataclass
class Ratio:
    """Precision and recall with numerators and denominators of their own."""

    found: float = 0.0
    gold: float = 0.0
    hit: float = 0.0
    predicted: float = 0.0

    def add(self, recall: tuple[float, float], precision: tuple[float, float]) -> None:
        """Add one document's numerator and denominator of each."""
        self.found += recall[0]
        self.gold += recall[1]
        self.hit += precision[0]
        self.predicted += precision[1]

    @property
    def recall(self) -> float:
        """In percent; 0 where there was nothing to find."""
        return 100 * self.found / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """In percent; 0 where nothing was predicted."""
        return 100 * self.hit / self.predicted if self.predicted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass
class ChainScores:
    """MUC, B-cubed and CEAF-phi4 over the documents added, and how many mentions were found at all."""

    muc: Ratio = field(default_factory=Ratio)
    b_cubed: Ratio = field(default_factory=Ratio)
    ceaf: Ratio = field(default_factory=Ratio)
    mentions: Ratio = field(default_factory=Ratio)

    def add(self, gold: Iterable[Collection[Hashable]], predicted: Iterable[Collection[Hashable]]) -> None:
        """Add one document; chains of one mention are left out on both sides."""
        key = [frozenset(chain) for chain in gold if len(set(chain)) > 1]
        response = [frozenset(chain) for chain in predicted if len(set(chain)) > 1]
        self.muc.add(links_kept(key, response), links_kept(response, key))
        self.b_cubed.add(mentions_kept(key, response), mentions_kept(response, key))
        similarity = best_alignment(key, response)
        self.ceaf.add((similarity, len(key)), (similarity, len(response)))
        ours = {mention for chain in response for mention in chain}
        theirs = {mention for chain in key for mention in chain}
        common = len(ours & theirs)
        self.mentions.add((common, len(theirs)), (common, len(ours)))

    @property
    def conll(self) -> float:
        """The mean of the three F1 scores, as in the CoNLL-2011 and 2012 shared tasks."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf.f1) / 3


def _owners(chains: Sequence[Chain]) -> dict[Hashable, int]:
    return {mention: number for number, chain in enumerate(chains) for mention in chain}


def links_kept(key: Sequence[Chain], response: Sequence[Chain]) -> tuple[float, float]:
    """MUC (Vilain et al. 1995): of the links that hold each key chain together, those the response has."""
    owners = _owners(response)
    kept = 0
    for chain in key:
        together = {owners[mention] for mention in chain if mention in owners}
        alone = sum(mention not in owners for mention in chain)
        kept += len(chain) - len(together) - alone
    return kept, sum(len(chain) - 1 for chain in key)


def mentions_kept(key: Sequence[Chain], response: Sequence[Chain]) -> tuple[float, float]:
    """B-cubed (Bagga and Baldwin 1998): for each key mention the share of its chain that it is found with."""
    owners = _owners(response)
    total = 0.0
    for chain in key:
        overlaps: dict[int, int] = {}
        for mention in chain:
            if mention in owners:
                overlaps[owners[mention]] = overlaps.get(owners[mention], 0) + 1
        total += sum(overlap**2 for overlap in overlaps.values()) / len(chain)
    return total, sum(map(len, key))


def best_alignment(key: Sequence[Chain], response: Sequence[Chain]) -> float:
    """CEAF-phi4 (Luo 2005): the similarity of the best one-to-one alignment of chains."""
    owners = _owners(response)
    similar = [[0.0] * len(response) for _ in key]
    for row, chain in enumerate(key):
        for mention in chain:
            if mention in owners:
                column = owners[mention]
                similar[row][column] += 2 / (len(chain) + len(response[column]))
    return heaviest_matching(similar)


def heaviest_matching(weights: Sequence[Sequence[float]]) -> float:
    """The greatest sum of weights that takes each row and each column once at most."""
    return sum(weights[row][column] for row, column in best_pairs(weights))
