"""Relations: who is allied with, hostile to, part of, led by or the successor of whom, and where a group operates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from harmattan.model.readings import Mention, Place, Relation, RelationKind, RelationStatus, Statement
from harmattan.reading.arguments import Arguments, arguments
from harmattan.reading.attribution import stance
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Line, Page
from harmattan.reading.phrases import phrase, preposition
from harmattan.reading.roles import parties
from harmattan.reference.lexicon import Lexicon, RelationWord

_BETWEEN_BODIES = frozenset([RelationKind.SUCCEEDS, RelationKind.OPERATES_IN])
"""Relations that nobody has as a person."""
_PERSONAL = frozenset("he him his she her hers who whom".split())
_PARTY_CLASSES = frozenset(["forces", "leader", "membership", "operation"])


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
            for meant in sorted(lexicon.relations(word, upos), key=lambda meant: not meant.heads):
                statements = list(_told(page, line, index, meant, lexicon))
                found.extend(statement for statement in statements if _key(statement) not in seen)
                seen.update(map(_key, statements))
                if statements:
                    break
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
    if meant.particle is not None and meant.particle != particle:
        return
    found = arguments(sentence, index)
    if meant.heads:
        nouns = [h for heads in found.by_label.values() for h in heads if sentence.words[h] in meant.heads]
        if not nouns:
            return
        for below in sentence.dependants(nouns[0], "nmod"):
            found.add(preposition(sentence, below), below)
    held = stance(sentence, index, lexicon)
    if not held.told:
        return
    subjects = _heads(found, meant.subject)
    objects = [head for head in _heads(found, meant.object) if head not in subjects]
    attribution = None
    if held.speaker is not None:
        attribution = next(iter(page.entities.mentions(sentence, held.speaker)), None)
    evidence = (page.evidence(sentence),)
    status = RelationStatus.FORMER if _former(sentence, index) else RelationStatus.CURRENT
    pairs = {
        (subject.span, other.span): (subject, other)
        for subject, other in _pairs(page, line, subjects, objects, meant, lexicon)
    }
    for subject, other in pairs.values():
        yield Statement(
            Relation(meant.relation, subject, other, status), evidence, held.modality, attribution
        )


def _heads(found: Arguments, labels: str | Sequence[str]) -> list[int]:
    wanted = (labels,) if isinstance(labels, str) else labels
    for label in wanted:
        if found.get(label):
            return found.get(label)
    return []


def _former(sentence: Sentence, index: int) -> bool:
    return any(
        sentence.words[child] in {"formerly", "once", "previously", "former"}
        for child in sentence.children[index]
    )


def _pairs(
    page: Page, line: Line, subjects: list[int], objects: list[int], meant: RelationWord, lexicon: Lexicon
) -> Iterator[tuple[Mention, Mention | Place]]:
    sentence = line.sentence
    if meant.relation in _BETWEEN_BODIES:
        subjects, objects = (
            [head for head in heads if not _is_person(sentence, head)] for heads in (subjects, objects)
        )
    ours = _unique(m for head in subjects for m in _party_mentions(page, sentence, head, lexicon))
    if meant.relation is RelationKind.OPERATES_IN:
        below = {index for head in objects for index in sentence.subtree(head)}
        for subject in ours:
            for mark in line.places:
                if mark.head in below:
                    yield subject, mark.place
        return
    theirs = _unique(m for head in objects for m in _party_mentions(page, sentence, head, lexicon))
    if not theirs and meant.reciprocal and meant.relation is not RelationKind.PART_OF:
        yield from combinations(ours, 2)
        return
    for subject in ours:
        for other in theirs:
            if subject.name != other.name:
                yield subject, other


def _is_person(sentence: Sentence, head: int) -> bool:
    name = sentence.name_at.get(head)
    return sentence.words[head] in _PERSONAL or (name is not None and name.label == "PER")


def _unique(mentions: Iterable[Mention]) -> list[Mention]:
    return list({mention.span: mention for mention in mentions}.values())


def _party_mentions(page: Page, sentence: Sentence, head: int, lexicon: Lexicon) -> Iterator[Mention]:
    """Those of a phrase that can be a party; of "groups including A and B" only A and B."""
    heads = parties(sentence, head)
    named = [part for part in heads if part in sentence.name_at]
    for part in named if named and len(heads) > len(named) else heads:
        for mention in page.entities.one(sentence, part):
            if _is_party(sentence, part, mention, lexicon):
                yield mention


def _is_party(sentence: Sentence, head: int, mention: Mention, lexicon: Lexicon) -> bool:
    if head in sentence.name_at:
        return True
    if mention.antecedent is not None:
        last = mention.antecedent.quote.lower().split()[-1]
        return mention.name[:1].isupper() or bool(lexicon.noun_class(last) & _PARTY_CLASSES)
    if sentence.upos[head] not in {"NOUN", "PROPN"}:
        return False
    first, stop = phrase(sentence, head)
    named = any(sentence.tokens[index].text[:1].isupper() for index in range(max(first, 1), stop))
    definite = any(
        sentence.words[child] in {"the", "its", "their"}
        for child in sentence.dependants(head, "det", "nmod:poss")
    )
    return (named or definite) and bool(lexicon.noun_class(sentence.words[head]) & _PARTY_CLASSES)
