"""The steps from the corpora to the shipped files."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch

from harmattan.readers.encoder import WEIGHTS
from harmattan.readers.pieces import WordPieces
from training.card import Run, write_card
from training.corpora import corpora_root, read_ewt
from training.evaluate import report
from training.examples import TAGGED_ROLES, Example
from training.export import export, load_checkpoint, write_labels
from training.gum import read_gum
from training.model import minilm_folder
from training.muc import incident_examples, read_muc
from training.train import Schedule, Trainer

log = logging.getLogger("training")

UNTUNED = dict.fromkeys(TAGGED_ROLES, 0.5)


@dataclass(frozen=True)
class Settings:
    """Where to work and how long; `folder` is what is exported to and measured."""

    out: Path = Path("build/reader")
    folder: Path = WEIGHTS
    threads: int = 2
    start: Path | None = None
    """A checkpoint to go on from, or None to begin with MiniLM."""
    schedule: Schedule = field(default_factory=Schedule)

    @property
    def checkpoint(self) -> Path:
        """The file a training writes."""
        return self.out / "reader.pt"


def run(step: str, settings: Settings) -> None:
    """Run "prepare", "train", "export" or "evaluate", or "all" but the first in turn."""
    torch.set_num_threads(settings.threads)
    if step == "prepare":
        prepare()
    if step in ("train", "all"):
        train(settings)
    if step in ("export", "all"):
        export_measured(settings)
    if step == "evaluate":
        figures, _ = report(settings.folder, corpora_root(), settings.threads)
        log.info("figures of %s:\n%s", settings.folder, figures)


def prepare() -> None:
    """Read all corpora and say what they hold: a check before hours of training."""
    root = corpora_root()
    pieces = WordPieces.load(minilm_folder() / "tokenizer.json")
    for part in ("train", "dev"):
        for name, examples in (("EWT", read_ewt(root, part, pieces)), ("GUM", read_gum(root, part, pieces))):
            log.info(
                "%s %s: %d sentences, %d with names, %d with frames",
                name,
                part,
                len(examples),
                sum(example.names is not None for example in examples),
                sum(example.frames is not None for example in examples),
            )
        documents = read_muc(root, part)
        log.info(
            "MUC-4 %s: %d documents, %d relevant", part, len(documents), sum(d.relevant for d in documents)
        )


def train(settings: Settings) -> None:
    """Train on the training parts of EWT, GUM and MUC-4."""
    root = corpora_root()
    pieces = WordPieces.load(minilm_folder() / "tokenizer.json")
    syntax = read_ewt(root, "train", pieces) + [aside(one) for one in read_gum(root, "train", pieces)]
    incidents = incident_examples(read_muc(root, "train"), pieces)
    log.info("%d sentences of EWT and GUM, %d of MUC-4", len(syntax), len(incidents))
    trainer = Trainer(syntax, incidents, settings.schedule)
    if settings.start:
        trainer.start_from(torch.load(settings.start, weights_only=True)["weights"])
    trainer.run(settings.out)


def aside(example: Example) -> Example:
    """The derived names of GUM as a layer that only teaches: UNER's annotators drew names otherwise."""
    assert example.names is not None
    return replace(example, names=None, side={**example.side, "derived names": example.names})


def export_measured(settings: Settings) -> None:
    """Export the checkpoint, set the thresholds on the dev part, measure, and write the card."""
    root = corpora_root()
    export(settings.checkpoint, settings.folder, UNTUNED)
    figures, thresholds = report(settings.folder, root, settings.threads, tuned=True)
    _, labels, saved = load_checkpoint(settings.checkpoint)
    write_labels(settings.folder, labels, thresholds)
    log.info("figures of %s:\n%s", settings.folder, figures)
    plain = settings.out / "fp32"
    export(settings.checkpoint, plain, thresholds, quantized=False)
    plain_figures, _ = report(plain, root, settings.threads)
    log.info("before quantisation:\n%s", plain_figures)
    plan = saved["schedule"]
    command = "python -m training all " + " ".join(
        f"--{name} {plan[name]}" for name in ("epochs", "rounds", "settling") if name in plan
    )
    write_card(settings.folder, Run(figures, plain_figures, saved["epoch"], saved["minutes"], command))
