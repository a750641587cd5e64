"""The model card and the licence that are shipped beside the weights."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Run:
    """What the card tells of a training."""

    figures: str
    plain_figures: str
    epochs: int
    minutes: float
    command: str


def write_card(folder: Path, run: Run) -> None:
    """Write `MODEL_CARD.md` and `LICENSE` beside the weights."""
    labels: dict[str, Any] = json.loads((folder / "labels.json").read_text(encoding="utf8"))
    digest = labels["model_sha256"]
    card = (
        (HERE / "model_card.md")
        .read_text(encoding="utf8")
        .format(
            version=f"{labels['version']}+{digest[:8]}",
            digest=digest,
            megabytes=(folder / "model.onnx").stat().st_size / 1e6,
            figures=run.figures,
            plain_figures=run.plain_figures,
            epochs=run.epochs,
            minutes=run.minutes,
            command=run.command,
        )
    )
    (folder / "MODEL_CARD.md").write_text(card, encoding="utf8")
    shutil.copyfile(HERE / "weights_licence.txt", folder / "LICENSE")
