"""Figures of a shipped folder on the development parts, read through the package's own `Encoder`.

EWT and GUM are read with gold words and sentences, whole documents at a time. LAS leaves subtypes out
("nsubj:pass" counts as "nsubj"). MUC-4 goes from the raw text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from harmattan.readers.encoder import Encoder
from harmattan.readers.pieces import WordPieces
from harmattan.readers.spans import names as names_of
from harmattan.reading.marks import Sentence, Token
from training.corpora import read_ewt
from training.examples import ROLES, Example, Syntax
from training.gum import read_gum
from training.muc import Document, Tally, normalize, read_muc, score

STEPS = tuple(step / 50 for step in range(2, 48))
"""Thresholds that are tried."""


@dataclass
class SyntaxFigures:
    """Tallies over gold-tokenised sentences."""

    upos: Tally = field(default_factory=Tally)
    unlabelled: Tally = field(default_factory=Tally)
    labelled: Tally = field(default_factory=Tally)
    subtyped: Tally = field(default_factory=Tally)
    names: Tally = field(default_factory=Tally)
    predicates: Tally = field(default_factory=Tally)
    arguments: Tally = field(default_factory=Tally)

    def add(self, gold: Example, marked: Sentence) -> None:
        """Count one sentence."""
        if gold.syntax:
            self._add_syntax(gold.syntax, marked)
        if gold.names:
            expected, found = set(names_of(gold.names)), set(marked.names)
            self.names.add(len(expected & found), len(found), len(expected))
        if gold.frames is not None:
            places = {frame.predicate for frame in gold.frames}
            marks = {predicate.index for predicate in marked.predicates}
            self.predicates.add(len(places & marks), len(marks), len(places))
            wanted = {(frame.predicate, *argument) for frame in gold.frames for argument in frame.arguments}
            given = {(p.index, a.head, a.label) for p in marked.predicates for a in p.arguments}
            self.arguments.add(len(wanted & given), len(given), len(wanted))

    def _add_syntax(self, syntax: Syntax, marked: Sentence) -> None:
        count = len(syntax.upos)
        right = [mark == head - 1 for mark, head in zip(marked.heads, syntax.heads, strict=True)]
        same = [mark == label for mark, label in zip(marked.deprels, syntax.deprels, strict=True)]
        alike = [
            mark.partition(":")[0] == label.partition(":")[0]
            for mark, label in zip(marked.deprels, syntax.deprels, strict=True)
        ]
        tags = sum(mark == tag for mark, tag in zip(marked.upos, syntax.upos, strict=True))
        self.upos.add(tags, count, count)
        self.unlabelled.add(sum(right), count, count)
        self.labelled.add(sum(a and b for a, b in zip(right, alike, strict=True)), count, count)
        self.subtyped.add(sum(a and b for a, b in zip(right, same, strict=True)), count, count)


def measure_syntax(encoder: Encoder, examples: Iterable[Example]) -> SyntaxFigures:
    """Read the documents of the examples with their gold words and sentences."""
    figures = SyntaxFigures()
    for _, group in groupby(examples, key=lambda example: example.document):
        document = list(group)
        for gold, marked in zip(document, encoder.mark(list(map(_tokens, document))), strict=True):
            figures.add(gold, marked)
    return figures


def _tokens(example: Example) -> list[Token]:
    tokens = []
    at = 0
    for word in example.words:
        tokens.append(Token(at, at + len(word), word))
        at += len(word) + 1
    return tokens


@dataclass(frozen=True)
class Candidate:
    """A string a document offers for a role: its best score and where it first stands."""

    score: float
    start: int
    mention: str


Offer = Mapping[str, Sequence[Candidate]]
"""All candidates of a document by role, likelier ones first, those that say the same as a likelier one left out."""


def offers(encoder: Encoder, documents: Sequence[Document]) -> dict[str, Offer]:
    """Candidates with their scores; the encoder must keep the unlikely ones (`roles_from`)."""
    found: dict[str, Offer] = {}
    for document in documents:
        best: dict[str, dict[str, Candidate]] = {role: {} for role in ROLES}
        for sentence in encoder.mark(document.sentences):
            for role in sentence.roles:
                start, stop = sentence.tokens[role.first].start, sentence.tokens[role.stop - 1].end
                mention = normalize(document.text[start:stop])
                known = best[role.role].get(mention)
                if mention:
                    likelier = max(role.score, known.score if known else 0.0)
                    best[role.role][mention] = Candidate(likelier, known.start if known else start, mention)
        found[document.ident] = {role: _distinct(best[role].values()) for role in ROLES}
    return found


def _distinct(candidates: Iterable[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda item: (-item.score, item.start)):
        if not any(_same(candidate.mention, other.mention) for other in kept):
            kept.append(candidate)
    return kept


def decided(offer: Offer, thresholds: Mapping[str, float]) -> dict[str, list[frozenset[str]]]:
    """The entities of a document: each candidate at or above its role's threshold."""
    return {
        role: [frozenset((item.mention,)) for item in offer[role] if item.score >= thresholds[role]]
        for role in ROLES
    }


def _same(one: str, other: str) -> bool:
    """Whether the words of one are all in the other, or it is the other's initials: "fmln"."""
    first, second = set(one.split()), set(other.split())
    return first <= second or second <= first or _initials(one, other) or _initials(other, one)


def _initials(short: str, long: str) -> bool:
    if len(short) < 2 or " " in short:
        return False
    words = long.split()
    content = [word for word in words if word not in ("of", "for", "and", "de", "del", "la")]
    return short in ("".join(word[0] for word in words), "".join(word[0] for word in content))


def tune(found: Mapping[str, Offer], documents: Sequence[Document], rounds: int = 3) -> dict[str, float]:
    """The thresholds with the best micro F1, found by changing one role's at a time."""
    counts = {role: {step: _counts(found, documents, role, step) for step in STEPS} for role in ROLES}

    def micro(thresholds: Mapping[str, float]) -> float:
        tally = Tally()
        for role in ROLES:
            part = counts[role][thresholds[role]]
            tally.add(part.right, part.predicted, part.gold)
        return tally.f1

    thresholds = {role: max(STEPS, key=lambda step: counts[role][step].f1) for role in ROLES}
    for _ in range(rounds):
        for role in ROLES:
            thresholds[role] = max(STEPS, key=lambda step: micro({**thresholds, role: step}))
    return thresholds


def _counts(found: Mapping[str, Offer], documents: Sequence[Document], role: str, step: float) -> Tally:
    thresholds = {other: step if other == role else 2.0 for other in ROLES}
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
