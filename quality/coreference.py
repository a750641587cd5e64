"""Coreference on GUM: whole chains, and the links that claims rest on, a pronoun's or a description's to a name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

from harmattan.model.text import Document
from harmattan.reading.coreference.referring import PRONOUNS, Expression, Form
from harmattan.reading.coreference.resolver import Coreference, Link, find_coreference
from harmattan.reading.names.entities import Entities, find_entities
from harmattan.reading.trees.repairs import mended
from quality.bench import Bench
from quality.chains import ChainScores, Ratio
from quality.measures import Tally
from quality.test import Case, Figure, Outcome, context
from training.chains import ChainedText, Mentioned, read_chained
from training.meantime import read_meantime, with_heads

_THIRD = frozenset(word for word, base in PRONOUNS.items() if base in {"he", "she", "it", "they"})
_DEFINITE = re.compile(r"(?:the|this|that|these|those)\s", re.IGNORECASE)
_FAST_STEP = 4
"""Of so few documents more are measured in the fast mode than of other tests."""
_BODIES = frozenset(["person", "organization", "place"])


@dataclass(frozen=True)
class CoreferenceTest:
    """Chains and antecedents on the documents of GUM that nothing was learnt from."""

    name: str = "coreference"
    definition: str = (
        "Chains of UD GUM (`Entity` in MISC; Zeldes 2017), read from the running text with our own mentions. CoNLL F1"
        " is the mean of MUC, B-cubed and CEAF-phi4 F1 as defined in Pradhan et al. (2014), a mention counting only"
        " with its exact span; entities mentioned once are left out on both sides, as in OntoNotes, but GUM's own links"
        " (also of appositions, predicates and generic nouns) are kept. Head match takes a mention for right by its"
        " head word, as CorefUD's shared tasks do. A link is right if the antecedent that is told is a mention of the"
        " same entity; gold are the third person's pronouns, and definite descriptions of persons, organisations and"
        " places, whose entity was named before, and what is told counts against precision wherever it stands."
        " MEANTIME (Minard et al. 2016) marks some kinds of entity only; of it only links of marked mentions count,"
        " and since it marks no heads, the smallest mention around a name decides."
    )

    def files(self, root: Path) -> list[Path]:
        """The documents that neither the encoder's syntax nor the ranker was learnt from."""
        text = (
            resources.files("harmattan.reading.coreference")
            .joinpath("antecedents.json")
            .read_text(encoding="utf-8")
        )
        learnt = set(json.loads(text)["documents"])
        files = sorted([*(root / "gum").glob("*.conllu"), *(root / "meantime").glob("corpus_*/*.xml")])
        return [path for path in files if path.stem not in learnt]

    def run(self, bench: Bench) -> Outcome:
        """Resolve each document and score it."""
        gum, news = _Scores(), _Scores(marked_only=True)
        files = self.files(bench.root)
        for path in files[2::_FAST_STEP] if bench.fast else files:
            text = read_chained(path) if path.suffix == ".conllu" else read_meantime(path)
            entities, found = resolved(bench, Document(text.text))
            if path.suffix == ".conllu":
                gum.add(text, entities, found)
            else:
                news.add(with_heads(text, entities.sentences), entities, found)
        figures = [*gum.links("GUM"), *news.links("MEANTIME"), *gum.figures()]
        return Outcome(figures, [*gum.cases, *news.cases])


def resolved(bench: Bench, document: Document) -> tuple[Entities, Coreference]:
    """What the reader's passes make of a document's names and references."""
    knowledge = bench.reader.knowledge
    trees = [mended(sentence) for sentence in bench.mark(document)]
    entities = find_entities(document, trees, knowledge.names(document.text))
    return entities, find_coreference(entities, knowledge.lexicon, same=knowledge.bearer)


@dataclass
class _Scores:
    marked_only: bool = False
    """Whether what bears no mark of the annotators' is left out."""
    exact: ChainScores = field(default_factory=ChainScores)
    heads: ChainScores = field(default_factory=ChainScores)
    pronouns: Tally = field(default_factory=Tally)
    descriptions: Tally = field(default_factory=Tally)
    cases: list[Case] = field(default_factory=list)

    def add(self, text: ChainedText, entities: Entities, found: Coreference) -> None:
        """Score one document."""
        gold = list(text.chains.values())

        def start(expression: Expression) -> int:
            return entities.sentences[expression.sentence].tokens[expression.head].start

        def span(expression: Expression) -> tuple[int, int]:
            tokens = entities.sentences[expression.sentence].tokens
            return tokens[expression.first].start, tokens[expression.stop - 1].end

        self.exact.add(
            [[(mention.start, mention.end) for mention in chain] for chain in gold],
            [[span(mention) for mention in entity.mentions] for entity in found.entities],
        )
        self.heads.add(
            [[mention.head for mention in chain] for chain in gold],
            [[start(m) for m in entity.mentions if m.form is not Form.LIST] for entity in found.entities],
        )
        at: dict[int, set[str]] = {}
        for mention in text.mentions:
            at.setdefault(mention.head, set()).add(mention.entity)
        told = {
            start(link.expression): link for link in found.links if link.told and link.tellable and link.named
        }
        wanted = dict(_with_names(text))
        for head, link in told.items():
            anaphor, named = at.get(head, set()), self._entities_at(text, at, start(link.known))
            if self.marked_only and not anaphor:
                continue
            right = bool(anaphor & named)
            tally = self.pronouns if link.expression.form is Form.PRONOUN else self.descriptions
            tally.add(right, 1, 0)
            if not right:
                self._case(
                    text, "wrong antecedent", span(link.expression), self._told_as(entities, link, span)
                )
        for head, mention in wanted.items():
            pronoun = mention.upos == "PRON"
            (self.pronouns if pronoun else self.descriptions).add(0, 0, 1)
            if head not in told:
                chain = text.chains[mention.entity]
                name = next(m for m in chain if m.upos == "PROPN")
                kind = "missed " + ("pronoun" if pronoun else "description")
                self._case(text, kind, (mention.start, mention.end), f"is {text.text[name.start : name.end]}")

    def _entities_at(self, text: ChainedText, at: dict[int, set[str]], head: int) -> set[str]:
        """The entities of the mentions with this head; where no heads are marked, that of the smallest around."""
        if head in at or not self.marked_only:
            return at.get(head, set())
        around = [mention for mention in text.mentions if mention.start <= head < mention.end]
        return {min(around, key=lambda mention: mention.end - mention.start).entity} if around else set()

    def _told_as(self, entities: Entities, link: Link, span: object) -> str:
        sentence = entities.sentences[link.known.sentence]
        tokens = sentence.tokens
        quote = entities.document.text[tokens[link.known.first].start : tokens[link.known.stop - 1].end]
        return f"told as {quote!r}, likely {link.likely:.2f}"

    def _case(self, text: ChainedText, kind: str, span: tuple[int, int], detail: str) -> None:
        self.cases.append(Case(kind, text.name, context(text.text, *span, width=160), detail))

    def links(self, corpus: str) -> Iterator[Figure]:
        """The links that are told."""
        both = Tally()
        for name, tally in (("pronouns", self.pronouns), ("descriptions", self.descriptions)):
            yield from _links(f"{corpus} {name}", tally)
            both.add(tally.right, tally.predicted, tally.gold)
        yield from _links(f"{corpus} both", both)

    def figures(self) -> Iterator[Figure]:
        """The chains as a whole."""
        yield Figure("GUM CoNLL F1, exact spans", self.exact.conll)
        yield Figure("GUM CoNLL F1, head match", self.heads.conll)
        measures: list[tuple[str, Ratio]] = [
            ("MUC", self.exact.muc),
            ("B-cubed", self.exact.b_cubed),
            ("CEAF-phi4", self.exact.ceaf),
            ("mentions", self.exact.mentions),
        ]
        for name, ratio in measures:
            yield Figure(f"{name} precision", ratio.precision, floored=False)
            yield Figure(f"{name} recall", ratio.recall, floored=False)
            yield Figure(f"{name} F1", ratio.f1)


def _with_names(text: ChainedText) -> Iterator[tuple[int, Mentioned]]:
    """The pronouns and descriptions whose entity was named before, by the offset of their head."""
    for chain in text.chains.values():
        named = False
        for mention in chain:
            words = text.text[mention.start : mention.end]
            pronoun = mention.upos == "PRON" and words.lower() in _THIRD
            described = (
                mention.upos == "NOUN" and mention.kind in _BODIES and _DEFINITE.match(words) is not None
            )
            if named and (pronoun or (described and mention.link == "coref")):
                yield mention.head, mention
            named = named or mention.upos == "PROPN"


def _links(name: str, tally: Tally) -> Iterator[Figure]:
    yield Figure(f"{name} to a name, precision", tally.precision)
    yield Figure(f"{name} to a name, recall", tally.recall)
    yield Figure(f"{name} to a name, F1", tally.f1)
    yield Figure(f"{name} to a name, gold", tally.gold, floored=False)
