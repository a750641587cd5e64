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

_FORMERLY = frozenset(["formerly", "once", "previously", "former"])


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
    return RelationStatus.FORMER if former else RelationStatus.CURRENT
