"""Parts of an act of force that stand apart from the word that tells it, as the encoder marks them.

Most roles of an incident stand in another sentence than its trigger ("A bomb went off. Two guards were hurt."). The
encoder marks who and what may fill them (MUC-4's roles); this pass gives each to the act nearest to it, where that act
says nothing against it. A mark from another sentence has to be surer than one from the act's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from harmattan.model.readings import Event, Mention, Modality
from harmattan.model.text import Span
from harmattan.reading.joining import Found
from harmattan.reading.marks import Role, Sentence
from harmattan.reading.pages import Line, Page
from harmattan.reference.lexicon import Lexicon

FIELDS = {
    "PerpInd": "actor",
    "PerpOrg": "actor",
    "Target": "target",
    "Victim": "victim",
    "Weapon": "weapon",
}
"""MUC-4's roles by the fields of an event."""
_PARTS = ("actor", "recipient", "target", "victim", "weapon")
_HELD = frozenset([Modality.ASSERTED, Modality.ALLEGED, Modality.PLANNED, Modality.THREATENED])
_BEFORE, _AFTER = 2, 1
"""How many sentences behind its act, and before it, a filler may stand."""
_SURE, _SURE_APART = 0.3, 0.5
"""How likely a mark has to be in the sentence of its act, and in another."""
_QUALIFIES = frozenset(["compound", "amod", "nummod"])
_NOUNS = frozenset(["NOUN", "PROPN"])
_FARTHEST_NOUN = 3
"""How many words on the noun may stand that a marked word qualifies."""
_DANGLING = frozenset(["of", "in", "at", "from", "and", "with", "by", "for", "on"])


def filled(page: Page, events: Sequence[Found], lexicon: Lexicon, body: int = 0) -> list[Found]:
    """The events with the fillers that stand apart from them; what stands before `body` is the reporter's."""
    acts = [at for at, event in enumerate(events) if _is_act(event)]
    if not acts:
        return list(events)
    told = _Told(page, list(events), acts, lexicon)
    for number, line in enumerate(page.lines):
        for role in line.sentence.roles:
            if line.sentence.tokens[role.first].start >= body:
                told.give(number, role)
    return told.events


def _is_act(event: Found) -> bool:
    return event.predicate.type == "ASSAULT" and event.stance.modality in _HELD


@dataclass(frozen=True)
class _Told:
    """A document's events, and which of them are acts of force."""

    page: Page
    events: list[Found]
    acts: Sequence[int]
    lexicon: Lexicon

    def give(self, number: int, role: Role) -> None:
        """Adds what a role's words mention to the act it belongs to, if there is one."""
        field, sentence = FIELDS[role.role], self.page.lines[number].sentence
        head = self._head(sentence, role)
        mention = self._mention(sentence, head)
        if mention is None or not self._fits(number, head, mention, field):
            return
        at = self._host(number, role, field)
        if at is None:
            return
        host = self.events[at]
        more: dict[str, Any] = {field: (*getattr(host.event, field), mention)}
        event = replace(host.event, **more)
        span = self.page.evidence(sentence)
        evidence = host.evidence if span in host.evidence else (*host.evidence, span)
        self.events[at] = replace(host, event=event, evidence=evidence)

    def _head(self, sentence: Sentence, role: Role) -> int:
        """The noun of a marked stretch: of "car" in "car bombs" the bombs."""
        outside = (
            at for at in range(role.first, role.stop) if not role.first <= sentence.heads[at] < role.stop
        )
        head = next(outside, role.stop - 1)
        above = sentence.heads[head]
        qualifies = sentence.deprels[head] in _QUALIFIES and head < above <= head + _FARTHEST_NOUN
        if qualifies and sentence.upos[above] in _NOUNS and head not in sentence.name_at:
            return head if self.lexicon.entries(sentence.words[above], "NOUN") else above
        return head

    def _mention(self, sentence: Sentence, head: int) -> Mention | None:
        mention = next(iter(self.page.entities.one(sentence, head)), None)
        if mention is None or mention.span.quote.split()[-1].lower() in _DANGLING:
            return None
        return mention

    def _fits(self, number: int, head: int, mention: Mention, field: str) -> bool:
        """Whether a mention can be what it is marked as, and is no part of an act of force already."""
        line = self.page.lines[number]
        sentence = line.sentence
        if sentence.upos[head] not in _NOUNS or any(mention.span.overlaps(span) for span in self._speakers):
            return False
        if self._is_place(line, sentence.words[head], mention):
            return False
        if any(time.span.overlaps(mention.span) for time in line.times):
            return False
        if self.lexicon.entries(sentence.words[head], "NOUN") and head not in sentence.name_at:
            return False
        return not any(_has(self.events[at].event, mention) for at in self.acts)

    def _is_place(self, line: Line, word: str, mention: Mention) -> bool:
        """Whether a mention is but a place's name; what stands in a place, an embassy, may be struck."""
        named = any(mention.span in mark.place.span for mark in line.places)
        return named and "thing" not in self.lexicon.noun_class(word)

    @cached_property
    def _speakers(self) -> list[Span]:
        """Who is said to tell the events."""
        return [event.attribution.span for event in self.events if event.attribution]

    def _host(self, number: int, role: Role, field: str) -> int | None:
        here = [at for at in self.acts if self.events[at].line == number]
        if here:
            nearest = min(here, key=lambda at: abs(self.events[at].index - role.first))
            return nearest if role.score >= _SURE else None
        if role.score < _SURE_APART:
            return None
        before = [at for at in self.acts if 0 < number - self.events[at].line <= _BEFORE]
        after = [at for at in self.acts if 0 < self.events[at].line - number <= _AFTER]
        own = self.page.evidence(self.page.lines[number].sentence)
        for at in [*reversed(before), *after]:
            # Of several marks of one sentence the later ones go where the first went.
            if all(mention.span in own for mention in getattr(self.events[at].event, field)):
                return at
        return None


def _has(event: Event, mention: Mention) -> bool:
    """Whether somebody has a part in an event already, under the same words or the same name."""
    return any(
        other.span.overlaps(mention.span) or other.name.lower() == mention.name.lower()
        for part in _PARTS
        for other in getattr(event, part)
    )
