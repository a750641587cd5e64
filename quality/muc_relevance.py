"""Which acts of force are incidents in MUC-4's sense, by a small model learnt on its training part.

MUC-4 asks for terrorist incidents, each told once, and has pages of guidelines on what is one: no fight of two
armies, no crime of the drug trade, nothing that is only recalled. What a claim says does not decide it, so that this
stands with the test and not in the reader. `training/muc_relevance.py` learns it as a logistic model over the features
below; `muc_relevance.json` has its weights.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from harmattan.model.readings import Event, Mention, Modality
from harmattan.model.text import Document
from harmattan.model.values import Period
from harmattan.reading.marks import Role, Sentence
from harmattan.reference.actors import Registry
from harmattan.reference.lexicon import Lexicon
from quality.muc_scoring import head

WEIGHTS = Path(__file__).with_name("muc_relevance.json")
_DAYS = (1, 7, 31, 92)
_PART = 0.45
"""How likely a mark has to be to count."""


@dataclass(frozen=True)
class Act:
    """A claim's event that may be an incident, with its type in MUC-4's terms."""

    event: Event
    kind: str
    modality: Modality
    attributed: bool
    before: Period | None = None
    """The day of an act told shortly before, where this one has no time of its own."""


@dataclass(frozen=True)
class Relevance:
    """The learnt model."""

    weights: Mapping[str, float]
    least: float
    """The likelihood from which on an act is taken for an incident."""

    def __call__(self, features: Iterator[str]) -> bool:
        """Whether an act with these features is an incident."""
        return self.likely(features) >= self.least

    def likely(self, features: Iterator[str]) -> float:
        """How likely it is one."""
        score = sum(self.weights.get(name, 0.0) for name in features)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def load_relevance() -> Relevance:
    """What was learnt."""
    data = json.loads(WEIGHTS.read_text("utf-8"))
    return Relevance(data["weights"], data["least"])


@dataclass(frozen=True)
class Surroundings:
    """What the features of a document's acts are made of."""

    document: Document
    sentences: Sequence[Sentence]
    lexicon: Lexicon
    registry: Registry

    def features(self, acts: Sequence[Act], at: int) -> Iterator[str]:
        """What is known of one of a document's acts, by name."""
        event = acts[at].event
        line, index = self.place(event)
        yield "always"
        yield from self._of_words(acts[at], line, index)
        struck = _struck(event)
        yield from (f"doer {sort}" for sort in self._sorts(event.actor))
        yield from (f"struck {sort}" for sort in self._sorts(struck))
        yield f"struck {min(len(struck), 2)}"
        for name in ("killed", "wounded", "abducted", "weapon", "place"):
            if getattr(event, name):
                yield f"has {name}"
        yield f"when {self._when(event)}"
        yield f"line {line if line < 3 else 'to 6' if line < 7 else 'later'}"
        yield f"acts {min(len(acts), 8) // 2 * 2}"
        yield "first act" if at == 0 else "later act"
        marks = [role for role in self.sentences[line].roles if role.score >= _PART]
        yield from (f"mark {role}" for role in sorted({role.role for role in marks}))
        yield f"marks {min(len(marks), 4)}"
        yield f"marks in all {min(len(self._marks), 30) // 5 * 5}"
        yield from self._told_before(acts, at, line)

    def _of_words(self, act: Act, line: int, index: int) -> Iterator[str]:
        """By the word that tells the act, and how it is held."""
        sentence = self.sentences[line]
        word, upos = sentence.words[index], sentence.upos[index]
        yield f"type {act.kind}"
        yield f"word {self.lexicon.lemma(word, upos)}"
        yield f"modality {act.modality.value}"
        if act.attributed:
            yield "attributed"
        noun = upos in {"NOUN", "PROPN"}
        yield f"{'noun' if noun else 'verb'}{' several' if noun and word.endswith('s') else ''}"

    def _told_before(self, acts: Sequence[Act], at: int, line: int) -> Iterator[str]:
        """Whether an act of its type was told before: a second telling is no second incident."""
        earlier = [act.event for act in acts[:at] if act.kind == acts[at].kind]
        if not earlier:
            return
        yield "not the first of its type"
        heads = {_head(mention) for mention in _struck(acts[at].event)}
        if any(_head(mention) in heads for event in earlier for mention in _struck(event)):
            yield "what it strikes was struck"
        if line - self.place(earlier[-1])[0] <= 1:
            yield "right behind another of its type"

    def _sorts(self, mentions: Sequence[Mention]) -> Iterator[str]:
        """What sort of people or things some mentions are of."""
        if not mentions:
            yield "none"
        for mention in mentions:
            word = _head(mention)
            actor = self.registry.get(mention.actor) if mention.actor else None
            if actor is not None:
                yield f"known {actor.kind.value}"
            yield from (f"class {one}" for one in sorted(self.lexicon.noun_class(word)))
            if "PER" in self.labels(mention):
                yield "person"

    def labels(self, mention: Mention) -> Iterator[str]:
        """The labels of the names in a mention."""
        sentence = self.sentences[self._line(mention.span.start)]
        for name in sentence.names:
            start, end = sentence.tokens[name.first].start, sentence.tokens[name.stop - 1].end
            if start < mention.span.end and end > mention.span.start:
                yield name.label

    def _when(self, event: Event) -> str:
        """How long before the report, and how precisely."""
        period = event.time.period if event.time else None
        published = self.document.published
        if period is None or not period.resolved:
            return "untold"
        if period.latest is None or period.earliest is None or published is None:
            return "open"
        days = (published - period.latest).days
        return f"{next((limit for limit in _DAYS if days <= limit), 'long ago')} {period.precision.value}"

    @cached_property
    def _marks(self) -> list[Role]:
        return [role for sentence in self.sentences for role in sentence.roles if role.score >= _PART]

    def _line(self, offset: int) -> int:
        return next((at for at, one in enumerate(self.sentences) if one.start <= offset < one.end), 0)

    def place(self, event: Event) -> tuple[int, int]:
        """The sentence and the word of an event's trigger."""
        line = self._line(event.trigger.start)
        tokens = self.sentences[line].tokens
        return line, next((at for at, token in enumerate(tokens) if token.end > event.trigger.start), 0)


def _struck(event: Event) -> tuple[Mention, ...]:
    return (*event.victim, *event.recipient, *event.target)


def _head(mention: Mention) -> str:
    return head(mention.span.quote)
