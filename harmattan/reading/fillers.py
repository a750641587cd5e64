"""Parts of an act of force that stand apart from the word that tells it, as the encoder marks them.

Most roles of an incident stand in another sentence than its trigger ("A bomb went off. Two guards were hurt."). The
encoder marks who and what may fill them (MUC-4's roles); this pass gives each to the act nearest to it, where that act
says nothing against it. A mark from another sentence has to be surer than one from the act's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from harmattan.model.readings import Event, Mention, Modality
from harmattan.reading.joining import Found
from harmattan.reading.marks import Role, Sentence
from harmattan.reading.pages import Page
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
_NAMED = {
    "actor": frozenset(["PER", "ORG", "GPE"]),
    "target": frozenset(["ORG"]),
    "victim": frozenset(["PER"]),
    "weapon": frozenset[str](),
}
"""Whose names can fill a field; the name of a thing in a place, an embassy, may be struck whatever it is."""
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
        if field in {"target", "victim"} and self._sorted(sentence, role, field):
            return
        head = self._head(sentence, role)
        mention = self._mention(sentence, head, role)
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

    def _sorted(self, sentence: Sentence, role: Role, field: str) -> bool:
        """Whether an act has what is marked for its recipient; a thing or person in nobody's arms is then moved."""
        marked = self.page.entities.span(sentence, role.first, role.stop)
        for at in self.acts:
            event = self.events[at].event
            for mention in event.recipient:
                if not mention.span.overlaps(marked):
                    continue
                forces = "forces" in self.lexicon.noun_class(mention.span.quote.lower().split()[-1])
                if role.score >= _SURE_APART and not forces:
                    rest = tuple(other for other in event.recipient if other is not mention)
                    more: dict[str, Any] = {field: (*getattr(event, field), mention)}
                    self.events[at] = replace(self.events[at], event=replace(event, recipient=rest, **more))
                return True
        return False

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

    def _mention(self, sentence: Sentence, head: int, role: Role) -> Mention | None:
        mention = next(iter(self.page.entities.one(sentence, head)), None)
        if mention is None or mention.span.quote.split()[-1].lower() in _DANGLING:
            return None
        marked = self.page.entities.span(sentence, role.first, role.stop)
        whole = self.page.document.span(mention.span.start, max(mention.span.end, marked.end))
        if (
            mention.name == mention.span.quote
            and mention.span.start <= marked.start
            and whole != mention.span
        ):
            # "a group of 10 men": the phrase ends before its number, the mark behind it.
            return Mention(whole, whole.quote)
        return mention

    def _fits(self, number: int, head: int, mention: Mention, field: str) -> bool:
        """Whether a mention can be what it is marked as, and is no part of an act of force already."""
        line = self.page.lines[number]
        if line.sentence.upos[head] not in _NOUNS or self._speaks(line.sentence, head):
            return False
        if any(time.span.overlaps(mention.span) for time in line.times):
            return False
        name, word = line.sentence.name_at.get(head), line.sentence.words[head]
        if name is None:
            # An act is no party to another, and what kills is not struck.
            act, weapon = self.lexicon.entries(word, "NOUN"), self.lexicon.weapon(word)
            if act or (weapon and field != "weapon"):
                return False
        elif "thing" not in self.lexicon.noun_class(word):
            if name.label not in _NAMED[field]:
                return False
            if field != "actor" and any(mention.span in mark.place.span for mark in line.places):
                return False
        return not any(_has(self.events[at].event, mention) for at in self.acts)

    def _speaks(self, sentence: Sentence, head: int) -> bool:
        """Whether a word is the subject of a verb of saying, whoever's words those are."""
        above = sentence.heads[head]
        if above < 0 or not sentence.deprels[head].startswith("nsubj"):
            return False
        return self.lexicon.reporting(sentence.words[above], sentence.upos[above]) is not None

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
