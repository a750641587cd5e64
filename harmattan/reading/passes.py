"""All passes in their order: from a document and its encoder's marks to a `Reading`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from harmattan.model.readings import NameMark, Reading, Statement
from harmattan.model.text import Document, Span
from harmattan.model.world import Actor
from harmattan.reading.confidence import Confidence, Judge, judged
from harmattan.reading.coreference.resolver import find_coreference
from harmattan.reading.events.finder import find_events
from harmattan.reading.marks import Sentence
from harmattan.reading.names.entities import KnownName, find_entities
from harmattan.reading.numbers.quantities import find_numbers
from harmattan.reading.pages import Line, Page
from harmattan.reading.places.named import find_places, find_sites
from harmattan.reading.relations.finder import find_relations
from harmattan.reading.strengths.finder import find_strengths
from harmattan.reading.times.claimed import document_times
from harmattan.reading.trees.repairs import mended
from harmattan.reference.actors import Registry, load_registry
from harmattan.reference.countries import Countries, countries
from harmattan.reference.datelines import find_datelines
from harmattan.reference.lexicon import Lexicon, load_lexicon

_NAMED_FOR_DAYS = frozenset(
    """Movement Alliance Front Brigade Brigades Coalition Agreement Agreements Committee Committees Martyrs Revolution
    Accord Accords Forces Group Coordination Battalion Initiative""".split()
)
"""What is called by a day: "the March 23 Movement"."""


@dataclass(frozen=True)
class Knowledge:
    """What the passes know beforehand."""

    lexicon: Lexicon
    registry: Registry
    countries: Countries
    judge: Judge = field(default_factory=Confidence.load)

    @classmethod
    def load(cls, registry: Registry | None = None) -> Knowledge:
        """What ships with the package, with another registry of actors where one is given."""
        return cls(load_lexicon(), registry or load_registry(), countries())

    def names(self, text: str) -> list[KnownName]:
        """Actors and countries known beforehand that a text names."""
        found: list[KnownName] = [(start, end, "ORG") for start, end, _ in self.registry.find(text)]
        labels = {"name": "GPE", "demonym": "ADJ"}
        found.extend(
            (start, end, labels[how]) for start, end, _, how in self.countries.find(text) if how in labels
        )
        return found

    def bearer(self, name: str) -> Actor | None:
        """The one actor or country that bears a name, None where nobody known does."""
        return self.registry.named(name)


def page_of(document: Document, sentences: Sequence[Sentence], knowledge: Knowledge) -> Page:
    """The page that the passes read: sentences with mended trees, times, numbers, places, and who is meant."""
    datelines = find_datelines(document.text)
    stretches = [(sentence.start, sentence.end) for sentence in sentences]
    times = document_times(document.text, stretches, document.published, document.title)
    trees = [mended(sentence) for sentence in sentences]
    entities = find_entities(document, trees, knowledge.names(document.text))
    meant = find_coreference(entities, knowledge.lexicon, same=knowledge.bearer)
    entities.antecedents = meant.antecedents()
    lines: list[Line] = []
    for sentence, when in zip(entities.sentences, times, strict=True):
        told = tuple(
            time
            for time in when
            if not datelines.covers(time.span.start) and not _in_a_name(time.span, sentence)
        )
        taken = [(time.span.start, time.span.end) for time in when]
        numbers = find_numbers(document.text, sentence.start, sentence.end, exclude=taken)
        quantities = tuple(number for number in numbers if not number.shared)
        wholes = tuple(number for number in numbers if number.shared)
        places = tuple(
            mark for mark in find_places(document, sentence) if not datelines.covers(mark.place.span.start)
        )
        sites = tuple(
            mark for mark in find_sites(document, sentence) if not datelines.covers(mark.place.span.start)
        )
        lines.append(Line(sentence, told, quantities, places, sites, wholes))
    return Page(document, tuple(lines), entities, datelines)


def read_marks(
    document: Document, sentences: Sequence[Sentence], knowledge: Knowledge, reader: str
) -> Reading:
    """What a document says, from the marks on its sentences."""
    page = page_of(document, sentences, knowledge)
    lines, entities = page.lines, page.entities
    events = [found.statement for found in find_events(page, knowledge.lexicon)]
    strengths = find_strengths(page, events, knowledge.lexicon)
    relations = find_relations(page, knowledge.lexicon)
    return Reading(
        document=document,
        sentences=tuple(page.evidence(line.sentence) for line in lines),
        statements=tuple(
            judged(statement, page, knowledge.judge)
            for statement in _in_order([*events, *strengths, *relations])
        ),
        reader=reader,
        words=sum(len(sentence) for sentence in sentences),
        names=tuple(
            NameMark(entities.span(line.sentence, name.first, name.stop), name.label)
            for line in lines
            for name in line.sentence.names
        ),
    )


def _in_a_name(span: Span, sentence: Sentence) -> bool:
    """Whether words of time are a part of a name: "the March 23 Movement", "the senator, Sunday Okafor, ..."."""
    tokens = sentence.tokens
    last = max((at for at, token in enumerate(tokens) if token.start < span.end), default=-1)
    if 0 <= last < len(tokens) - 1:
        persons = {name.first for name in sentence.names if name.label == "PER"}
        beside = last and tokens[last - 1].text == "," and last + 1 in persons
        one_word = tokens[last].start == span.start
        if tokens[last + 1].text in _NAMED_FOR_DAYS or (one_word and beside):
            return True
    return any(
        (start := tokens[name.first].start) <= span.start
        and span.end <= (end := tokens[name.stop - 1].end)
        and span.end - span.start < end - start
        for name in sentence.names
    )


def _in_order(statements: list[Statement]) -> tuple[Statement, ...]:
    """By the place of their first evidence; those of one sentence in the order they were found."""
    return tuple(sorted(statements, key=lambda statement: statement.evidence[0].start))
