"""The loss of each head on a batch; a head whose layer the batch lacks has none."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import IGNORED, Batch
from training.model import PairScorer, Reader, SideHeads, paths

ARGUMENT_WEIGHT = ROLE_WEIGHT = 5.0
"""Nearly all words are no argument and fill no role, so the mean over words is small."""
RELEVANCE_WEIGHT = 0.3
SIDE_WEIGHT = 0.3


def losses(reader: Reader, side: SideHeads, batch: Batch) -> tuple[dict[str, Tensor], Tensor]:
    """The weighted losses by head, and the part-of-speech scores of the words."""
    with torch.autocast("cpu", torch.bfloat16):
        encoded = reader.encoder(batch.pieces, batch.shapes, batch.mask)
        words = reader.words(encoded, batch.first)
        scores = reader.score(encoded, words)
        beside = side(words)
    found: dict[str, Tensor] = {}
    if bool((batch.upos >= 0).any()):
        found["upos"] = _cross_entropy(scores.upos, batch.upos)
        arcs = _arc_scores(reader, words, batch)
        found["arcs"] = _cross_entropy(arcs[batch.layout >= 0], batch.heads)
        with torch.autocast("cpu", torch.bfloat16):
            relations = _pair_scores(reader.relations, words, batch.relations)
        found["relations"] = _cross_entropy(relations, batch.relations[:, 2])
    if bool((batch.names >= 0).any()):
        found["names"] = _cross_entropy(scores.names, batch.names)
    if bool((batch.predicates >= 0).any()):
        found["predicates"] = _cross_entropy(scores.predicates, batch.predicates)
    if len(batch.arguments):
        with torch.autocast("cpu", torch.bfloat16):
            left, right = reader.arguments.project(words)
            word, predicate = batch.arguments[:, 0], batch.arguments[:, 1]
            # The tree is what the reader itself holds for likely, as it will be when it reads.
            tree = _paths_of(torch.softmax(arcs.detach(), -1)[:, :, 1:], batch)
            arguments = reader.arguments.along(left[word], right[predicate], tree)
        found["arguments"] = ARGUMENT_WEIGHT * _cross_entropy(arguments, batch.arguments[:, 2])
    if bool((batch.roles >= 0).any()):
        found["roles"] = ROLE_WEIGHT * _cross_entropy(scores.roles.reshape(-1, 3), batch.roles.reshape(-1))
        known = batch.relevance >= 0
        found["relevance"] = RELEVANCE_WEIGHT * functional.binary_cross_entropy_with_logits(
            scores.relevance.float()[known], batch.relevance[known].float()
        )
    for layer, gold in batch.side.items():
        if bool((gold >= 0).any()):
            found[layer] = SIDE_WEIGHT * _cross_entropy(beside[layer], gold)
    return found, scores.upos


def _pair_scores(scorer: PairScorer, words: Tensor, pairs: Tensor) -> Tensor:
    left, right = scorer.project(words)
    scores: Tensor = scorer(left.index_select(0, pairs[:, 0]), right.index_select(0, pairs[:, 1]))
    return scores


def _cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.float(), gold, ignore_index=IGNORED)


def _arc_scores(reader: Reader, words: Tensor, batch: Batch) -> Tensor:
    """[sentences, words, words + 1]: each word of a sentence as head of each, the root first."""
    there = batch.layout >= 0
    numbers = batch.layout.clamp(min=0)
    with torch.autocast("cpu", torch.bfloat16):
        dependents, heads = reader.arcs.project(words)
        rooted = torch.cat([torch.zeros_like(numbers[:, :1]), numbers + 1], 1)
        arcs = reader.arcs(dependents[numbers], heads[rooted])
    allowed = torch.cat([torch.ones_like(there[:, :1]), there], 1)
    return arcs.float().masked_fill(~allowed[:, None, :], -1e9)


def _paths_of(arcs: Tensor, batch: Batch) -> Tensor:
    """The paths of the batch's pairs of word and predicate, from [sentences, words, words]."""
    there = batch.layout >= 0
    row, column = there.nonzero(as_tuple=True)
    place = torch.zeros(len(row), 2, dtype=torch.long)
    place[batch.layout[there]] = torch.stack([row, column], 1)
    word, predicate = place[batch.arguments[:, 0]], place[batch.arguments[:, 1]]
    return paths(arcs * there[:, :, None])[word[:, 0], word[:, 1], predicate[:, 1]]
