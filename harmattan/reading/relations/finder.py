"""Relations: who is allied with, hostile to, part of, led by or the successor of whom, and what a group holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from harmattan.model.readings import Mention, Modality, Relation, RelationKind, RelationStatus, Statement
from harmattan.reading.events.arguments import Arguments
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Line, Page
from harmattan.reading.relations.arguments import described, group, is_aside, relation_arguments
from harmattan.reading.relations.memberships import find_memberships
from harmattan.reading.relations.parties import Parties
from harmattan.reading.relations.sides import Sides
from harmattan.reading.relations.ties import Tie, status_of
from harmattan.reading.stance.attribution import Stance, stance
from harmattan.reading.stance.questions import is_asked
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.lexicon import Lexicon, RelationWord

_EFFORTS = {
    RelationKind.HOSTILE_TO: frozenset(["acl", "xcomp", "advcl"]),
    RelationKind.SUPPORTS: frozenset(["advcl"]),
}
"""By which links a relation hangs on what is done for its sake."""
_SECONDS = frozenset(["vice", "deputy", "assistant", "associate"])
"""What makes of a leader one who leads nobody."""
_WITHOUT_PARTICLE = frozenset([RelationKind.HOSTILE_TO, RelationKind.CONTROLS])
"""Relations that a verb's particle undoes: "took over from", "held up the trucks"."""


def find_relations(page: Page, lexicon: Lexicon) -> list[Statement]:
    """All relations of a document in text order, the acronyms it introduces among them."""
    found = list(_aliases(page))
    for line in page.lines:
        told: dict[tuple[str, str, str], Statement] = {}
        for statement in (*_Telling(page, line, lexicon).relations(), *find_memberships(page, line, lexicon)):
            told.setdefault(_key(statement), statement)
        found.extend(told.values())
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


@dataclass(frozen=True)
class _Telling:
    """One sentence and what is needed to read its words of relation."""

    page: Page
    line: Line
    lexicon: Lexicon

    def relations(self) -> Iterator[Statement]:
        """What each word of relation tells, one meaning of a kind each."""
        sentence = self.line.sentence
        for index, (word, upos) in enumerate(zip(sentence.words, sentence.upos, strict=True)):
            meanings = self.lexicon.relations(word, upos)
            if not meanings or index in sentence.name_at:
                continue
            found = relation_arguments(sentence, index)
            kinds: set[RelationKind] = set()
            # A word with its object ("join forces") means more than the word alone.
            for meant in sorted(meanings, key=lambda meant: not meant.heads):
                statements = list(self._told(index, meant, found)) if meant.relation not in kinds else []
                yield from statements
                if statements and meant.heads:
                    break
                kinds.update({meant.relation} if statements else ())

    def _told(self, index: int, meant: RelationWord, found: Arguments) -> Iterator[Statement]:
        sentence = self.line.sentence
        particle = next((sentence.words[child] for child in sentence.dependants(index, "compound:prt")), None)
        if meant.particle != particle and (meant.particle or meant.relation in _WITHOUT_PARTICLE):
            return
        if meant.relation is RelationKind.LED_BY and any(
            sentence.words[child] in _SECONDS for child in sentence.children[index]
        ):
            return
        if meant.relation is RelationKind.ALLIED_WITH and _is_titled(sentence, index):
            return
        if meant.relation is RelationKind.OPERATES_IN and sentence.dependants(index, "obj"):
            return  # "operates drones from Turkey"
        if meant.heads:
            nouns = [
                h for heads in found.by_label.values() for h in heads if sentence.words[h] in meant.heads
            ]
            if not nouns:
                return
            found = _with_phrases_of(sentence, nouns[0], found)
        sides = Sides(Parties(self.page, self.line, self.lexicon), found, meant)
        subject_label, subjects = sides.subjects()
        object_label, objects = sides.objects()
        objects = [head for head in objects if head not in subjects]
        if meant.relation is RelationKind.PART_OF:
            subjects = [head for head in subjects if not _is_site(sentence, head)]
        if not subjects or not (objects or meant.reciprocal):
            return
        if sentence.deprels[index].startswith("acl"):
            subjects, objects = ([described(sentence, h) for h in heads] for heads in (subjects, objects))
        if meant.relation is RelationKind.SUPPORTS and _is_set_off(sentence, index):
            # "Kenyans and Ugandans, backed by drones from the union": both are backed.
            objects = group(sentence, [_first_of_list(sentence, head) for head in objects])
        if meant.relation is RelationKind.CONTROLS and sentence.deprels[index] != "amod":
            # Of "rebel-held villages and a bridge" only the villages are said to be held.
            objects = group(sentence, objects)
        beside = is_aside(sentence, index) and "holder" in (subject_label, object_label)
        aside = beside or sentence.deprels[index] == "amod"
        tie = self._tie(index, meant, aside=aside, presupposed=subject_label == "from")
        if tie is None:
            return
        holder = object_label == "holder" if beside else None
        pairs = {
            (subject.span, other.span): (subject, other)
            for subject, other in sides.pairs(subjects, objects, holder)
            if aside or not subject.span.overlaps(other.span)
        }
        yield from tie.statements(self.page, sentence, pairs.values())

    def _tie(self, index: int, meant: RelationWord, *, aside: bool, presupposed: bool) -> Tie | None:
        """How the relation is held; None where it is not told at all."""
        sentence = self.line.sentence
        if is_asked(sentence, index):
            return None
        held = Stance(Modality.ASSERTED) if aside else _stance(sentence, index, meant, self.lexicon)
        if held.modality is Modality.HABITUAL:
            held = replace(held, modality=Modality.ASSERTED)  # "who commands the brigade": it holds, whenever
        status = status_of(sentence, index)
        if presupposed and meant.relation is RelationKind.CONTROLS:
            # Whether or not it is taken from them, they had it.
            if held.told and held.modality is Modality.ASSERTED:
                status = RelationStatus.FORMER
            held = Stance(Modality.ASSERTED)
        return Tie(meant.relation, held, status) if held.told else None


def _is_set_off(sentence: Sentence, index: int) -> bool:
    """Whether a participle stands behind a comma: it is told of all those before."""
    return sentence.deprels[index] == "acl" and sentence.words[index - 1 : index] == (",",)


def _first_of_list(sentence: Sentence, head: int) -> int:
    while sentence.deprels[head] == "conj" and sentence.upos[sentence.heads[head]] in {"NOUN", "PROPN"}:
        head = sentence.heads[head]
    return head


def _is_titled(sentence: Sentence, index: int) -> bool:
    """Whether a word is a part of what something is called: the exercise "Eagle Partner"."""
    before = sentence.tokens[index - 1].text if index else ""
    return sentence.tokens[index].text.istitle() and before.istitle() and sentence.upos[index] == "PROPN"


def _is_site(sentence: Sentence, head: int) -> bool:
    """Whether it is where something is, and so no part of anything: "in Kivu and Ituri as part of the operation"."""
    name = sentence.name_at.get(head)
    while sentence.deprels[head] == "conj":
        head = sentence.heads[head]
    return (
        name is not None
        and name.label in {"LOC", "GPE"}
        and preposition(sentence, head) in {"in", "at", "near"}
    )


def _with_phrases_of(sentence: Sentence, noun: int, found: Arguments) -> Arguments:
    """The arguments of a word with those of its object: "joined forces with"."""
    both = Arguments({label: list(heads) for label, heads in found.by_label.items()})
    for below in sentence.dependants(noun, "nmod"):
        both.add(preposition(sentence, below), below)
    return both


def _stance(sentence: Sentence, index: int, meant: RelationWord, lexicon: Lexicon) -> Stance:
    """How a relation is held.

    Who makes an effort to defeat another is hostile, and who sends men to help another supports it, whatever comes
    of it.
    """
    climbed = _EFFORTS.get(meant.relation, frozenset())
    while sentence.deprels[index] in climbed and sentence.heads[index] >= 0:
        index = sentence.heads[index]
        if sentence.upos[index] == "NOUN":
            break
    return stance(sentence, index, lexicon)
