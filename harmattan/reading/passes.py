"""All passes in their order: from a document and its encoder's marks to a `Reading`."""

from __future__ import annotations

import re
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
from harmattan.reference.lexicon import Lexicon, load_lexicon

_DATELINE = re.compile(
    r"\s*\(?[A-ZÀ-Ý][\w .,'’/-]{1,60}?(?:\([\w .'’-]{2,40}\))?\)?\s*(?:—|–|--| - )\s*(?=\S)"
)

_DATED = re.compile(
    r"[A-ZÀ-Ý][\w '’/-]{1,40}, (?:[A-ZÀ-Ý][\w '’-]{1,30}, )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:,? \d{4})?: (?=\S)"
)
"""A dateline with a colon: "Imphal, June 9, 2024: ..."."""
_NAMED_FOR_DAYS = frozenset(
    """Movement Alliance Front Brigade Brigades Coalition Agreement Agreements Committee Committees Martyrs Revolution
    Accord Accords Forces Group Coordination Battalion Initiative""".split()
)
"""What is called by a day: "the March 23 Movement"."""
_PLAIN = re.compile(r"(?<![\w’'])[a-zà-ÿ]\w*")
_IN_NAMES = frozenset("of the and de du des la le les el al ed da do di van von es near".split())
"""Words in lower case that stand in the names of places; any other makes it a sentence: "Two men — brothers — ..."."""


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


def dateline_end(text: str) -> int:
    """Where a dateline at the beginning ends ("BAMAKO, March 14 (Agency) — "); 0 where there is none.

    Its place and day are the reporter's, not the event's.
    """
    dated = _DATED.match(text)
    if dated is not None:
        return dated.end()
    match = _DATELINE.match(text)
    if match is None or match.end() >= 100:
        return 0
    place, agency, _ = match[0].partition("(")
    if not agency and text[match.end()].islower():
        return 0
    words = (word for word in _PLAIN.findall(place or match[0]) if word not in _IN_NAMES)
    return 0 if next(words, None) else match.end()


def page_of(document: Document, sentences: Sequence[Sentence], knowledge: Knowledge) -> Page:
    """The page that the passes read: sentences with mended trees, times, numbers, places, and who is meant."""
    body = dateline_end(document.text)
    stretches = [(sentence.start, sentence.end) for sentence in sentences]
    times = document_times(document.text, stretches, document.published, document.title)
    trees = [mended(sentence) for sentence in sentences]
    entities = find_entities(document, trees, knowledge.names(document.text))
    meant = find_coreference(entities, knowledge.lexicon, same=knowledge.bearer)
    entities.antecedents = meant.antecedents()
    lines: list[Line] = []
    for sentence, when in zip(entities.sentences, times, strict=True):
        told = tuple(time for time in when if time.span.start >= body and not _in_a_name(time.span, sentence))
        taken = [(time.span.start, time.span.end) for time in when]
        numbers = find_numbers(document.text, sentence.start, sentence.end, exclude=taken)
        quantities = tuple(number for number in numbers if not number.shared)
        wholes = tuple(number for number in numbers if number.shared)
        places = tuple(mark for mark in find_places(document, sentence) if mark.place.span.start >= body)
        sites = tuple(mark for mark in find_sites(document, sentence) if mark.place.span.start >= body)
        lines.append(Line(sentence, told, quantities, places, sites, wholes))
    return Page(document, tuple(lines), entities)


def read_marks(
    document: Document, sentences: Sequence[Sentence], knowledge: Knowledge, reader: str
) -> Reading:
    """What a document says, from the marks on its sentences."""
    page = page_of(document, sentences, knowledge)
    lines, entities, body = page.lines, page.entities, dateline_end(document.text)
    events = [found.statement for found in find_events(page, knowledge.lexicon, body)]
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
