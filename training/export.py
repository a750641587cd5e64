"""From a checkpoint to the files the package ships: an int8 ONNX graph, the tokenizer and the inventories.

The graph reads one window and chooses within itself: relation labels are computed for the likeliest heads of each
word only, argument labels for the words in a predicate's sentence only.
"""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.examples import Labels
from training.model import Reader, minilm_folder, paths

log = logging.getLogger("training")

VERSION = "house-1"
CANDIDATE_HEADS = 4
INPUTS = ("pieces", "shapes", "first", "sentence")
OUTPUTS = ("upos", "names", "arcs", "candidates", "relations", "pairs", "arguments", "roles", "relevance")
LARGEST_BYTES = 30_000_000


class RowQuantized(nn.Module):
    """An embedding in 8 bits with a scale for each row; a single scale would cost the rare words."""

    def __init__(self, embedding: nn.Embedding) -> None:
        super().__init__()
        weight = embedding.weight.detach()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, index: Tensor) -> Tensor:
        """Rows by index."""
        return self.table[index].float() * self.scale[index]  # type: ignore[index]


class Graph(nn.Module):
    """What is exported: one window in, choices out."""

    def __init__(self, reader: Reader, labels: Labels) -> None:
        super().__init__()
        self.reader = reader
        self.root = labels.deprels.index("root")

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, sentence: Tensor) -> tuple[Tensor, ...]:
        """`pieces` and `shapes` are [pieces]; `first` and `sentence` are [words].

        Returns part of speech [words]; name probabilities [words, labels]; log-probability of each head
        [words, words + 1], column 0 the root; the likeliest heads [words, k] and the label of each; pairs
        (word, predicate) [pairs, 2] and the label of each; role probabilities [words, roles, 3]; relevance [1].
        """
        reader = self.reader
        encoded = reader.encoder(pieces[None], shapes[None])
        words = reader.words(encoded, first)
        scores = reader.score(encoded, words)
        together = sentence[:, None] == sentence[None]

        dependents, heads = reader.arcs.project(words)
        arcs = reader.arcs(dependents, heads)
        allowed = torch.cat([torch.ones_like(together[:, :1]), together], 1)
        arcs = torch.log_softmax(torch.where(allowed, arcs, torch.full_like(arcs, -1e9)), -1)

        # A window of one word has two columns: pad, so that there are always enough to choose from.
        padding = torch.full_like(arcs[:, :1], -1e9).expand(-1, CANDIDATE_HEADS)
        candidates = torch.topk(torch.cat([arcs[:, 1:], padding], 1), CANDIDATE_HEADS).indices
        left, right = reader.relations.project(words)
        chosen = right[candidates.clamp(max=words.shape[0] - 1)]
        relations = reader.relations(left[:, None], chosen)
        not_root = torch.arange(relations.shape[-1]) != self.root
        relations = torch.where(not_root, relations, torch.full_like(relations, -1e9)).argmax(-1)

        predicates = scores.predicates.argmax(-1) == 1
        pairs = torch.nonzero(together & predicates[None])
        left, right = reader.arguments.project(words)
        tree = paths(torch.exp(arcs[:, 1:]))[pairs[:, 0], pairs[:, 1]]
        arguments = reader.arguments.along(left[pairs[:, 0]], right[pairs[:, 1]], tree).argmax(-1)

        return (
            scores.upos.argmax(-1),
            torch.softmax(scores.names, -1),
            arcs,
            candidates + 1,
            relations,
            pairs,
            arguments,
            torch.softmax(scores.roles.reshape(words.shape[0], -1, 3), -1),
            torch.sigmoid(scores.relevance),
        )


def load_checkpoint(path: Path) -> tuple[Reader, Labels, dict[str, Any]]:
    """The averaged weights in a reader ready to run, its inventories, and what else was saved."""
    saved = torch.load(path, weights_only=True)
    labels = Labels(**{name: tuple(values) for name, values in saved["labels"].items()})
    reader = Reader(labels)
    reader.load_state_dict(saved["weights"])
    return reader.eval(), labels, saved


def export(checkpoint: Path, out: Path, thresholds: Mapping[str, float], quantized: bool = True) -> None:
    """Write `model.onnx`, `tokenizer.json` and `labels.json` to a folder."""
    reader, labels, _ = load_checkpoint(checkpoint)
    out.mkdir(parents=True, exist_ok=True)
    model = out / "model.onnx"
    _trace(reader, labels, model, quantized)
    shutil.copyfile(minilm_folder() / "tokenizer.json", out / "tokenizer.json")
    write_labels(out, labels, thresholds)
    size = model.stat().st_size
    log.info("%s: %.1f MB", model, size / 1e6)
    if quantized and size > LARGEST_BYTES:
        raise ValueError(f"{model} has {size} bytes, more than {LARGEST_BYTES}")


def write_labels(out: Path, labels: Labels, thresholds: Mapping[str, float]) -> None:
    """Write the inventories, the thresholds and the hash that ties them to the model beside them."""
    digest = hashlib.sha256((out / "model.onnx").read_bytes()).hexdigest()
    content = {
        "version": VERSION,
        "model_sha256": digest,
        "upos": labels.upos,
        "deprels": labels.deprels,
        "arguments": labels.arguments,
        "names": labels.names,
        "roles": labels.roles,
        "role_thresholds": dict(thresholds),
    }
    (out / "labels.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf8")


def _trace(reader: Reader, labels: Labels, path: Path, quantized: bool) -> None:
    if quantized:
        reader.encoder.word = RowQuantized(reader.encoder.word)  # type: ignore[assignment]
    example = (
        torch.tensor([101, 2413, 3629, 1999, 5222, 1012, 102]),
        torch.tensor([0, 2, 1, 1, 2, 6, 0]),
        torch.tensor([1, 2, 3, 4, 5]),
        torch.tensor([0, 0, 0, 1, 1]),
    )
    words, pieces = {0: "words"}, {0: "pieces"}
    pairs = {0: "pairs"}
    axes = {
        "pieces": pieces,
        "shapes": pieces,
        "first": words,
        "sentence": words,
        "pairs": pairs,
        "arguments": pairs,
    }
    axes |= dict.fromkeys(("upos", "names", "candidates", "relations", "roles"), words)
    axes["arcs"] = {0: "words", 1: "heads"}
    plain = path.with_suffix(".fp32.onnx") if quantized else path
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Graph(reader, labels).eval(),
            example,
            str(plain),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
    if not quantized:
        return
    # Seven bits: without VNNI instructions eight may overflow, and laptops would read otherwise than servers.
    quantize_dynamic(
        plain,
        path,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=_kept(onnx.load(plain)),
    )
    plain.unlink()


def _kept(model: onnx.ModelProto) -> list[str]:
    """Products that stay in 32 bits: the last layer of each head, which is small, and the arcs."""
    small = (
        "/upos/",
        "/names/",
        "/predicates/",
        "/roles/",
        "/relevance/",
        "/label/",
        "/path/",
        "/arcs/MatMul",
    )
    products = [node for node in model.graph.node if node.op_type in ("MatMul", "Gemm")]
    names = [node.name for node in products if any(name in node.name for name in small)]
    # The quantiser first splits each Gemm into a product, which it names so, and a sum.
    return [*names, *(f"{name}_MatMul" for name in names)]
