"""Where the grammar of one sentence keeps two expressions apart, or makes them one: the binding rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from harmattan.reading.coreference.antecedents import Entity, Setting
from harmattan.reading.coreference.noun_kinds import Kind
from harmattan.reading.coreference.referring import REFLEXIVE, Expression, Form, Part
from harmattan.reading.marks import Sentence

_IMPERSONAL = frozenset(
    "raining rained rains rain snowing snowed snows snow hailing seems seemed seem appears appeared appear happens"
    " happened follows followed took takes take turned turns".split()
)
"""Verbs whose "it" is often nobody."""
_SPEAKING_FOR = frozenset(
    """spokesman spokeswoman spokesperson representative leader commander chief head general colonel captain major
    lieutenant official officer minister secretary director president chairman member source""".split()
)
"""Who speaks for a body of people: what they call "it" is that body, and none of them."""


def bound_apart(sentence: Sentence, expression: Expression, mention: Expression) -> bool:
    """Whether the binding rules keep a pronoun from what a mention in its sentence means.

    "The army attacked it" is not the army's it, "the army attacked itself" is; "Gao, its capital" is not Gao's.
    """
    if (
        mention.sentence != expression.sentence
        or mention.form is Form.LIST
        or mention.head == expression.head
    ):
        return False
    for index in (expression.head, *sentence.ancestors(expression.head)):
        if sentence.deprels[index] == "appos" and sentence.heads[index] == mention.head:
            return True
    if mention.first <= expression.head < mention.stop:
        return not _clause_between(sentence, mention.head, expression.head)
    if expression.part is Part.OWNER or expression.word in REFLEXIVE:
        return False
    arguments = {Part.SUBJECT, Part.OBJECT, Part.PASSIVE, Part.OBLIQUE}
    if expression.part not in arguments or mention.part not in arguments:
        return False
    if mention.clause == expression.clause:
        return True
    return mention.part is not Part.OBLIQUE and mention.clause == _understood(sentence, expression)


def subject_of(sentence: Sentence, expression: Expression, mention: Expression) -> bool:
    """Whether a mention is the subject of the very clause that a description stands in, or one of those it lists: of
    "Mali left the country" the country is not Mali, nor are the rebels B in "Groups such as A and B fought the rebels".
    """
    if mention.sentence != expression.sentence or expression.part is Part.SUBJECT:
        return False
    if mention.clause == expression.clause and mention.part in {Part.SUBJECT, Part.PASSIVE}:
        return True
    head = mention.head
    for above in sentence.ancestors(mention.head):
        if not _listed(sentence, head):
            break
        head = above
    subject = sentence.deprels[head].partition(":")[0] == "nsubj" and head != mention.head
    return subject and sentence.heads[head] == expression.clause


def _listed(sentence: Sentence, index: int) -> bool:
    """Whether a word hangs on another as one of those that it means: "groups including A", "A and B"."""
    if sentence.deprels[index] in {"conj", "appos"}:
        return True
    cases = {sentence.words[child] for child in sentence.dependants(index, "case")}
    return sentence.deprels[index] == "nmod" and bool(cases & {"including", "like", "as"})


def reflected(sentence: Sentence, expression: Expression, here: Mapping[int, Entity]) -> Entity | None:
    """Whom a reflexive means: the noun it stands behind ("the town itself"), or the subject of its clause."""
    above = sentence.heads[expression.head]
    if above in here:
        return here[above]
    subjects = sentence.dependants(expression.clause, "nsubj") if expression.clause >= 0 else []
    return here.get(subjects[0]) if subjects and subjects[0] < expression.head else None


def says_of_itself(setting: Setting, entities: Sequence[Entity]) -> Entity | None:
    """Who says something of itself: "The army said that it had killed ten", "A spokesman for the army said that it
    had". Only where "it" acts, and a body speaks.

    A body of people that speaks and the subject of what it says are nearly always one, if the ranker finds no other.
    """
    expression, sentence = setting.expression, setting.sentence
    if setting.speaker < 0 or expression.word != "it" or expression.part is not Part.SUBJECT:
        return None
    below = {sentence.deprels[child].partition(":")[0] for child in sentence.children[expression.clause]}
    if sentence.words[expression.clause] in _IMPERSONAL:
        return None
    if sentence.upos[expression.clause] != "VERB" or below & {"cop", "expl", "csubj", "ccomp"}:
        return None
    for entity in entities:
        last = entity.last
        if last.sentence != expression.sentence or entity.kind not in {Kind.GROUP, Kind.COUNTRY}:
            continue
        speaks = last.clause == setting.speaker and last.part is Part.SUBJECT
        if speaks or _is_spoken_for(sentence, last.head, setting.speaker):
            return entity
    return None


def _is_spoken_for(sentence: Sentence, body: int, verb: int) -> bool:
    """Whether the subject of a verb of saying is somebody of a body of people: "the army's spokesman", "a leader of the
    front".
    """
    speaker = sentence.heads[body]
    if speaker < 0 or sentence.heads[speaker] != verb or sentence.words[speaker] not in _SPEAKING_FOR:
        return False
    owned = sentence.deprels[body] in {"nmod", "nmod:poss", "compound"}
    return owned and sentence.deprels[speaker] == "nsubj"


def overlap(one: Expression, other: Expression) -> bool:
    """Whether two expressions share a word."""
    return one.sentence == other.sentence and one.first < other.stop and other.first < one.stop


def _understood(sentence: Sentence, expression: Expression) -> int:
    """The clause whose subject is that of the expression's own, where that has none: "by selling it"."""
    clause = expression.clause
    if clause < 0 or expression.part is Part.SUBJECT or sentence.dependants(clause, "nsubj"):
        return -1
    return sentence.heads[clause] if sentence.deprels[clause] in {"xcomp", "advcl"} else -1


def _clause_between(sentence: Sentence, above: int, below: int) -> bool:
    """Whether a clause stands between a head and what hangs somewhere under it: "the man who lost his job"."""
    for index in (below, *sentence.ancestors(below)):
        if index == above:
            return False
        if sentence.deprels[index].startswith("acl"):
            return True
    return False


def owners(sentence: Sentence, head: int) -> frozenset[str]:
    """The names that say whose a noun is, or where."""
    found: list[str] = []
    for child in sentence.dependants(head, "nmod"):
        name = sentence.name_at.get(child)
        if name is None:
            continue
        cases = sentence.dependants(child, "case")
        if not cases or not _OWNING.isdisjoint([sentence.words[case] for case in cases]):
            found.append(sentence.words[name.stop - 1])
    return frozenset(found)


_OWNING = frozenset(["of", "in", "at", "near", "'s", "’s", "'", "’"])
