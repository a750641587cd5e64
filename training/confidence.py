"""Learns how sure a claim is, from the claims that the tests in `quality/` judge: `python -m training.confidence`."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from quality.bench import Bench
from quality.calibration import fit
from quality.confidence import collect
from quality.suite import JUDGING
from training.corpora import corpora_root

log = logging.getLogger("training")

WEIGHTS = Path("harmattan/reference/data/confidence.json")


def learn(root: Path, out: Path = WEIGHTS) -> None:
    """Fit the weights on all judged claims and write them."""
    examples = collect(Bench(root), JUDGING)
    weights = fit([one.features for one in examples], [one.right for one in examples])
    content = {
        "what": "How likely a claim is right: weights of a logistic model, see harmattan/reading/confidence.py",
        "claims": len(examples),
        "right": sum(one.right for one in examples),
        "weights": weights,
    }
    out.write_text(json.dumps(content, indent=1) + "\n", encoding="utf8")
    log.info("%d judged claims, %d right: %d weights", len(examples), content["right"], len(weights))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    learn(corpora_root())
