"""UD English-EWT: parts of speech, trees, names (UNER) and predicates with their arguments (PropBank)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from harmattan.readers.encoder import WEIGHTS
from harmattan.readers.house import Marker
from harmattan.readers.pieces import WordPieces
from harmattan.readers.spans import names as names_of
from harmattan.reading.marks import Sentence, Token
from quality.bench import Bench
from quality.measures import Tally
from quality.test import Case, Figure, Outcome, context, part
from training.corpora import read_ewt
from training.examples import Example, Syntax


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


def measure_syntax(encoder: Marker, examples: Iterable[Example]) -> SyntaxFigures:
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
class SyntaxTest:
    """EWT with gold words and sentences, whole documents at a time."""

    name: str = "syntax"
    definition: str = (
        "UD English-EWT 2.16 with gold words and sentences (Nivre et al. 2020). UPOS: words with the "
        "right part of speech. LAS: words with the right head and relation, subtypes left out, as in the "
        "CoNLL 2018 shared task (Zeman et al. 2018). Names: exact spans with their label, persons, "
        "organisations and places (UNER, Mayhew et al. 2024). Predicates and arguments: PropBank 3.1 "
        "(Pradhan et al. 2022), an argument being the head word of its span with its label, of predicates"
        " that the model found itself."
    )

    def files(self, root: Path) -> list[Path]:
        """Trees, names and frames of one part."""
        folder = root / "ewt"
        found = [part(folder, name) for name in ("ud-{}.conllu", "names-{}.iob2", "propbank-{}.jsonl")]
        return sorted(path for path in found if path)

    def run(self, bench: Bench) -> Outcome:
        """Figures and the words that went wrong."""
        trees = part(bench.root / "ewt", "ud-{}.conllu")
        assert trees is not None
        which = trees.stem.removeprefix("ud-")
        examples = read_ewt(bench.root, which, WordPieces.load(WEIGHTS / "tokenizer.json"))
        documents = bench.sample(
            [list(group) for _, group in groupby(examples, key=lambda one: one.document)]
        )
        figures = SyntaxFigures()
        cases: list[Case] = []
        for document in documents:
            for gold, marked in zip(document, bench.encoder.mark(list(map(_tokens, document))), strict=True):
                figures.add(gold, marked)
                cases += _cases(gold, marked)
        return Outcome(
            [
                Figure("UPOS", figures.upos.f1),
                Figure("UAS", figures.unlabelled.f1),
                Figure("LAS", figures.labelled.f1),
                Figure("LAS with subtypes", figures.subtyped.f1),
                Figure("names F1", figures.names.f1, "XLM-R large about 86"),
                Figure("names precision", figures.names.precision),
                Figure("names recall", figures.names.recall),
                Figure("PropBank predicates F1", figures.predicates.f1),
                Figure("PropBank arguments F1", figures.arguments.f1),
                Figure("PropBank arguments precision", figures.arguments.precision),
                Figure("PropBank arguments recall", figures.arguments.recall),
            ],
            cases,
        )


def _cases(gold: Example, marked: Sentence) -> Iterator[Case]:
    text = " ".join(gold.words)
    at = [token.start for token in marked.tokens]

    def around(first: int, stop: int) -> str:
        return context(text, at[first], marked.tokens[stop - 1].end)

    if gold.syntax:
        tree = zip(gold.syntax.heads, gold.syntax.deprels, marked.heads, marked.deprels, strict=True)
        for index, (head, label, found, given) in enumerate(tree):
            if head - 1 != found:
                to = gold.words[head - 1] if head else "root"
                yield Case(
                    f"head of {label.partition(':')[0]}", gold.document, around(index, index + 1),
                    f"{label} of {to}, found {given} of {gold.words[found] if found >= 0 else 'root'}",
                )  # fmt: skip
            elif label.partition(":")[0] != given.partition(":")[0]:
                yield Case("relation", gold.document, around(index, index + 1), f"{label}, found {given}")
    if gold.names:
        expected, found_names = set(names_of(gold.names)), set(marked.names)
        for kind, names in (
            ("name missed", expected - found_names),
            ("name too many", found_names - expected),
        ):
            for name in names:
                yield Case(kind, gold.document, around(name.first, name.stop), name.label)
    if gold.frames is not None:
        wanted = {(frame.predicate, *argument) for frame in gold.frames for argument in frame.arguments}
        given_args = {(p.index, a.head, a.label) for p in marked.predicates for a in p.arguments}
        for kind, args in (
            ("argument missed", wanted - given_args),
            ("argument too many", given_args - wanted),
        ):
            for predicate, head_word, label in args:
                yield Case(
                    kind,
                    gold.document,
                    around(head_word, head_word + 1),
                    f"{label} of {gold.words[predicate]}",
                )
