"""A relation between two parties, however it was found, as the statements that a reading holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from harmattan.model.readings import (
    Mention,
    Modality,
    Place,
    Relation,
    RelationKind,
    RelationStatus,
    Statement,
)
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Page
from harmattan.reading.stance.attribution import Stance
from harmattan.reading.trees.phrases import preposition

_FORMERLY = frozenset(["formerly", "once", "previously", "former"])
_WHILES = frozenset("hours days weeks months years hour day week month year decade decades".split())
_PRESENT = frozenset(["has", "have", "is", "are", "'s", "'ve", "will"])


_STATED = Stance(Modality.ASSERTED)


@dataclass(frozen=True)
class Tie:
    """What kind of relation it is, how the document holds it, and whether it still holds."""

    kind: RelationKind
    held: Stance = _STATED
    status: RelationStatus = RelationStatus.CURRENT

    def statements(
        self, page: Page, sentence: Sentence, pairs: Iterable[tuple[Mention, Mention | Place]]
    ) -> Iterator[Statement]:
        """One statement for each pair of subject and object, resting on the sentence."""
        attribution = None
        if self.held.speaker is not None:
            attribution = next(iter(page.entities.mentions(sentence, self.held.speaker)), None)
        evidence = (page.evidence(sentence),)
        for subject, other in pairs:
            relation = Relation(self.kind, subject, other, self.status)
            yield Statement(relation, evidence, self.held.modality, attribution)


def status_of(sentence: Sentence, index: int) -> RelationStatus:
    """FORMER where the word on token `index` is said to hold no more ("a former commander", "once led")."""
    former = any(sentence.words[child] in _FORMERLY for child in sentence.children[index])
    return RelationStatus.FORMER if former or _lasted(sentence, index) else RelationStatus.CURRENT


def _lasted(sentence: Sentence, index: int) -> bool:
    """Whether it was so for a while, and no "has" says that it still is: "held the town for three weeks"."""
    if sentence.upos[index] != "VERB" or any(
        sentence.words[aux] in _PRESENT for aux in sentence.dependants(index, "aux")
    ):
        return False
    return any(
        sentence.words[child] in _WHILES and preposition(sentence, child) == "for"
        for child in sentence.dependants(index, "obl", "nmod")
    )
