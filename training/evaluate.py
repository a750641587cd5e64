"""Figures of a shipped folder on the development parts, read through the package's own `Encoder`.

EWT and GUM are read with gold words and sentences, whole documents at a time. LAS leaves subtypes out
("nsubj:pass" counts as "nsubj"). MUC-4 goes from the raw text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from harmattan.readers.encoder import Encoder
from harmattan.readers.pieces import WordPieces
from quality.fillers import Offer, decided, offers, score
from quality.measures import Tally
from quality.syntax import SyntaxFigures, measure_syntax
from training.corpora import read_ewt
from training.examples import ROLES, TAGGED_ROLES
from training.gum import read_gum
from training.muc import Document, read_muc

STEPS = tuple(step / 50 for step in range(2, 48))
"""Thresholds that are tried."""


def tune(found: Mapping[str, Offer], documents: Sequence[Document], rounds: int = 3) -> dict[str, float]:
    """The thresholds with the best micro F1, found by changing one role's at a time; what is not scored, by itself."""
    counts = {role: {step: _counts(found, documents, role, step) for step in STEPS} for role in TAGGED_ROLES}

    def micro(thresholds: Mapping[str, float]) -> float:
        tally = Tally()
        for role in ROLES:
            part = counts[role][thresholds[role]]
            tally.add(part.right, part.predicted, part.gold)
        return tally.f1

    thresholds = {role: max(STEPS, key=lambda step: counts[role][step].f1) for role in TAGGED_ROLES}
    for _ in range(rounds):
        for role in ROLES:
            thresholds[role] = max(STEPS, key=lambda step: micro({**thresholds, role: step}))
    return thresholds


def _counts(found: Mapping[str, Offer], documents: Sequence[Document], role: str, step: float) -> Tally:
    thresholds = {other: step if other == role else 2.0 for other in TAGGED_ROLES}
    return score({ident: decided(offer, thresholds) for ident, offer in found.items()}, documents)[role]


def report(folder: Path, root: Path, threads: int, *, tuned: bool = False) -> tuple[str, Mapping[str, float]]:
    """The figures of a folder as lines of text, and its thresholds; `tuned` sets these anew."""
    encoder = Encoder(folder, threads, roles_from=STEPS[0])
    pieces = WordPieces.load(folder / "tokenizer.json")
    ewt = measure_syntax(encoder, read_ewt(root, "dev", pieces))
    gum = measure_syntax(encoder, read_gum(root, "dev", pieces))
    documents = read_muc(root, "dev")
    found = offers(encoder, documents)
    thresholds = tune(found, documents) if tuned else encoder.labels.role_thresholds
    tallies = score({ident: decided(offer, thresholds) for ident, offer in found.items()}, documents)
    lines = [
        _syntax_line("EWT", ewt),
        _name_line("EWT", ewt),
        f"EWT predicates F1 {ewt.predicates.f1:.2f}, argument heads F1 {ewt.arguments.f1:.2f}",
        _syntax_line("GUM", gum),
        _name_line("GUM (derived)", gum),
        *(
            f"MUC-4 {name}: P {tally.precision:.2f}, R {tally.recall:.2f}, F1 {tally.f1:.2f}"
            for name, tally in tallies.items()
        ),
    ]
    return "\n".join(lines), thresholds


def _syntax_line(name: str, figures: SyntaxFigures) -> str:
    return (
        f"{name} UPOS {figures.upos.f1:.2f}, UAS {figures.unlabelled.f1:.2f}, LAS {figures.labelled.f1:.2f}, "
        f"LAS with subtypes {figures.subtyped.f1:.2f}"
    )


def _name_line(name: str, figures: SyntaxFigures) -> str:
    names = figures.names
    return f"{name} names F1 {names.f1:.2f} (P {names.precision:.2f}, R {names.recall:.2f})"
