"""Relations: who is allied with, hostile to, part of, led by or the successor of whom, and where a group operates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from harmattan.model.readings import (
    Mention,
    Modality,
    Place,
    Relation,
    RelationKind,
    RelationStatus,
    Statement,
)
from harmattan.reading.arguments import Arguments
from harmattan.reading.attribution import Stance, stance
from harmattan.reading.marks import Sentence
from harmattan.reading.memberships import find_memberships
from harmattan.reading.pages import Line, Page
from harmattan.reading.phrases import preposition
from harmattan.reading.relation_arguments import described, group, is_aside, relation_arguments
from harmattan.reading.relation_parties import Parties
from harmattan.reading.ties import Tie, status_of
from harmattan.reference.lexicon import Lexicon, RelationWord

_BETWEEN_BODIES = frozenset([RelationKind.SUCCEEDS, RelationKind.OPERATES_IN])
"""Relations that nobody has as a person."""
_TOWARDS = frozenset([RelationKind.HOSTILE_TO, RelationKind.SUPPORTS, RelationKind.ALLIED_WITH])
"""Relations that one has to another by what is done to its own: "strikes against the group's camps"."""
_WITHOUT_PARTICLE = frozenset([RelationKind.HOSTILE_TO, RelationKind.CONTROLS])
"""Relations that a verb's particle undoes: "took over from", "held up the trucks"."""
_OF_BODIES = frozenset([RelationKind.SUPPORTS, RelationKind.ALLIED_WITH])
_FIRST = ("owner", "governor", "possessor")
"""Labels whose heads are offered in turn: the first that can be a party is meant."""


def find_relations(page: Page, lexicon: Lexicon) -> list[Statement]:
    """All relations of a document in text order, the acronyms it introduces among them."""
    found = list(_aliases(page))
    for line in page.lines:
        sentence = line.sentence
        seen: set[tuple[str, str, str]] = set()
        for index, (word, upos) in enumerate(zip(sentence.words, sentence.upos, strict=True)):
            if index in sentence.name_at:
                continue
            # A word with its object ("join forces") means more than the word alone.
            kinds: set[RelationKind] = set()
            for meant in sorted(lexicon.relations(word, upos), key=lambda meant: not meant.heads):
                if meant.relation in kinds:
                    continue
                statements = list(_told(page, line, index, meant, lexicon))
                found.extend(statement for statement in statements if _key(statement) not in seen)
                seen.update(map(_key, statements))
                if statements:
                    kinds.add(meant.relation)
                    if meant.heads:
                        break
        for statement in find_memberships(page, line, lexicon):
            if _key(statement) not in seen:
                seen.add(_key(statement))
                found.append(statement)
    return found


def _key(statement: Statement) -> tuple[str, str, str]:
    relation = statement.body
    assert isinstance(relation, Relation)
    return relation.relation, relation.subject.name.lower(), relation.object.name.lower()


def _aliases(page: Page) -> Iterator[Statement]:
    for alias in page.entities.aliases:
        sentence = page.lines[alias.sentence].sentence
        relation = Relation(
            RelationKind.ALIAS,
            Mention(alias.short, alias.long.quote, antecedent=alias.long),
            Mention(alias.long, alias.long.quote),
        )
        yield Statement(relation, (page.evidence(sentence),))


def _told(page: Page, line: Line, index: int, meant: RelationWord, lexicon: Lexicon) -> Iterator[Statement]:
    sentence = line.sentence
    particle = next((sentence.words[child] for child in sentence.dependants(index, "compound:prt")), None)
    if meant.particle != particle and (meant.particle or meant.relation in _WITHOUT_PARTICLE):
        return
    found = relation_arguments(sentence, index)
    if meant.heads:
        nouns = [h for heads in found.by_label.values() for h in heads if sentence.words[h] in meant.heads]
        if not nouns:
            return
        for below in sentence.dependants(nouns[0], "nmod"):
            found.add(preposition(sentence, below), below)
    sides = _Sides(Parties(page, line, lexicon), found, meant)
    parties = sides.parties
    subject_label, subjects = sides.heads(meant.subject, of_party=True)
    object_label, objects = sides.heads(meant.object, of_party=meant.relation is not RelationKind.CONTROLS)
    if not subjects or not (objects or meant.reciprocal):
        return
    objects = [head for head in objects if head not in subjects]
    if sentence.deprels[index].startswith("acl"):
        subjects, objects = ([described(sentence, head) for head in heads] for heads in (subjects, objects))
    if meant.relation is RelationKind.CONTROLS and sentence.deprels[index] != "amod":
        # Of "rebel-held villages and a bridge" only the villages are said to be held.
        objects = group(sentence, objects)
    beside = {"subject": subject_label, "object": object_label} if is_aside(sentence, index) else {}
    holder = next((side for side, label in beside.items() if label == "holder"), None)
    told_aside = holder is not None or sentence.deprels[index] == "amod"
    held = Stance(Modality.ASSERTED) if told_aside else _stance(sentence, index, meant, lexicon)
    status = status_of(sentence, index)
    if subject_label == "from" and meant.relation is RelationKind.CONTROLS:
        # Whether or not it is taken from them, they had it.
        lost = held.told and held.modality is Modality.ASSERTED
        held, status = Stance(Modality.ASSERTED), [RelationStatus.CURRENT, RelationStatus.FORMER][lost]
    if not held.told:
        return
    pairs = {
        (subject.span, other.span): (subject, other)
        for subject, other in _pairs(parties, subjects, objects, meant, holder)
        if told_aside or not subject.span.overlaps(other.span)
    }
    yield from Tie(meant.relation, held, status).statements(page, sentence, pairs.values())


def _stance(sentence: Sentence, index: int, meant: RelationWord, lexicon: Lexicon) -> Stance:
    """How a relation is held; who makes an effort to defeat another is hostile, whatever comes of the effort."""
    if meant.relation is RelationKind.HOSTILE_TO:
        while sentence.deprels[index] in {"acl", "xcomp", "advcl"} and sentence.heads[index] >= 0:
            index = sentence.heads[index]
            if sentence.upos[index] == "NOUN":
                break
    return stance(sentence, index, lexicon)


@dataclass(frozen=True)
class _Sides:
    """Finds who stands on the sides of a relation."""

    parties: Parties
    found: Arguments
    meant: RelationWord

    def heads(self, labels: Sequence[str], *, of_party: bool) -> tuple[str, list[int]]:
        """The first label that somebody stands under, and their heads; labels that offer heads in turn give one."""
        for label in labels:
            heads = self.found.get(label)
            if of_party and label.endswith(_FIRST):
                heads = self.parties.first(heads, inner=self.meant.relation in _TOWARDS)
            if heads:
                return label, heads
        return "", []


def _pairs(
    parties: Parties, subjects: list[int], objects: list[int], meant: RelationWord, holder: str | None
) -> Iterator[tuple[Mention, Mention | Place]]:
    """The parties of the two sides; who holds an office is on the side of `holder`, and is one."""
    if meant.relation in _BETWEEN_BODIES:
        subjects, objects = (
            [head for head in heads if not parties.is_person(head)] for heads in (subjects, objects)
        )
    inner = meant.relation in _TOWARDS
    if meant.relation is RelationKind.PART_OF:
        if any(map(parties.is_person, objects)):
            # "The minister joined the ambassador for talks."
            return
        objects = [head for head in objects if not parties.is_place(head) and not parties.is_leader(head)]
    if meant.relation is RelationKind.HOSTILE_TO and not any(map(parties.is_place, subjects)):
        # "an offensive against the town": only states are hostile to places.
        objects = [head for head in objects if not parties.is_place(head)]
    if meant.relation is RelationKind.ALIAS:
        subjects, objects = ([h for h in heads if parties.is_named(h)] for heads in (subjects, objects))
    ours = parties.alone(subjects) if holder == "subject" else parties.of(subjects, inner=inner)
    if meant.relation is RelationKind.OPERATES_IN:
        theirs: list[Mention | Place] = [*parties.places_below(objects)]
    elif meant.relation is RelationKind.CONTROLS:
        theirs = [*parties.holdings(objects)]
    else:
        theirs = [*(parties.alone(objects) if holder == "object" else parties.of(objects, inner=inner))]
    if not theirs and meant.reciprocal and meant.relation is not RelationKind.PART_OF:
        yield from combinations(ours, 2)
        return
    for subject in ours:
        for other in theirs:
            if subject.name != other.name and not (meant.relation in _OF_BODIES and _is_operation(other)):
                yield subject, other


def _is_operation(party: Mention | Place) -> bool:
    """Whether a party is only an operation: who takes part in it supports nobody."""
    words = party.span.quote.lower().split()
    return words[0] == "operation" or words[-1] in {"operation", "operations"}
