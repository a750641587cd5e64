"""How likely an expression stands for one of the entities told of before: named features and learnt weights.

Per class of expression ("he", "it", "they", a description) the weights of `antecedents.json` rank the entities at hand
and "none of them" against one another (a log-linear mention ranker: Denis and Baldridge 2008). They were learnt on GUM
by `training/coreference.py`; the file names the documents.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from itertools import repeat
from math import exp, log2
from typing import NamedTuple, TypeVar

from harmattan.model.world import ActorKind
from harmattan.reading.coreference.noun_kinds import Kind
from harmattan.reading.coreference.referring import PRONOUNS, Expression, Form, Part
from harmattan.reading.marks import Sentence

_REMEMBERED = 20_000
"""How many standings and likenesses, with their class of expression."""
_SUBJECTS = frozenset([Part.SUBJECT, Part.PASSIVE])
_SHORT = {
    Part.SUBJECT: "s", Part.PASSIVE: "p", Part.OBJECT: "o", Part.OWNER: "w", Part.OBLIQUE: "b", Part.INSIDE: "i",
    Part.OTHER: "x",
}  # fmt: skip


@dataclass(slots=True)
class Entity:
    """What a document has said of one entity so far."""

    number: int
    """Its position among the document's entities."""
    mentions: list[Expression] = field(default_factory=list)
    kind: Kind | None = None
    gender: str | None = None
    plural: bool | None = None
    settled: bool = False
    """Whether `plural` was ever known."""
    named: Expression | None = None
    """The first mention by name."""
    words: set[str] = field(default_factory=set)
    """Head nouns, in the singular."""
    described: set[str] = field(default_factory=set)
    """Words that describe the head nouns, and those of its names."""
    pronoun: str = ""
    """The nominative of the last pronoun for it."""
    subjects: int = 0
    sort: ActorKind | None = None
    """What the registry says it is."""
    likely: float = 1.0
    """How likely the last mention is one at all: the least of the links since the last that needed none."""

    @property
    def last(self) -> Expression:
        """The last mention."""
        return self.mentions[-1]

    def add(self, expression: Expression, name_words: Iterable[str] = ()) -> None:
        """One more mention; what its words say of the entity counts where nothing was known."""
        self.mentions.append(expression)
        self.subjects += expression.part in _SUBJECTS
        if expression.form is Form.PRONOUN:
            self.pronoun = PRONOUNS[expression.word]
            self.gender = self.gender or expression.gender
            return
        if not self.settled and expression.plural is not None:
            self.plural, self.settled = expression.plural, True
        self.kind = self.kind or expression.kind
        self.gender = self.gender or expression.gender
        if expression.form is Form.NAME and self.named is None:
            self.named = expression
        if expression.form is not Form.NAME:
            self.words.add(expression.word)
        self.described |= expression.modifiers
        self.described.update(name_words)


def class_of(expression: Expression) -> str:
    """Which weights an expression is ranked by: he (and she), it, they; the ("the group", "this group") or noun."""
    if expression.form is not Form.PRONOUN:
        return "the" if expression.form in {Form.DEFINITE, Form.DEMONSTRATIVE} else "noun"
    base = PRONOUNS[expression.word]
    return "he" if base == "she" else base


@dataclass(frozen=True, slots=True)
class Setting:
    """The expression to be resolved, and what of its surroundings the features ask for."""

    expression: Expression
    sentence: Sentence
    paragraphs: Sequence[int]
    """The paragraph of each sentence."""
    reporting: bool
    """Whether it is the subject of a verb of saying."""
    speaker: int = -1
    """The verb of saying above its clause in the same sentence; -1 where there is none."""
    called: str = ""
    """What a predicate says it is: a kind ("it is a company"), "other", or nothing."""


def alone(setting: Setting) -> list[str]:
    """Features of an expression that stands for no entity told of before."""
    expression, sentence = setting.expression, setting.sentence
    found = ["none", f"none:{expression.word if expression.form is Form.PRONOUN else expression.form}"]
    found.append(f"none:{_SHORT[expression.part]}")
    if expression.form is Form.PRONOUN:
        if expression.clause >= 0:
            found.extend(_expletive(sentence, expression))
        if setting.reporting:
            found.append("none:says")
        if setting.called:
            found.append(f"none:called:{setting.called}")
    else:
        found.append(f"none:{expression.form}:{expression.kind}")
        found.append(f"none:{expression.word}")
        below = {
            sentence.deprels[child] for child in sentence.children[expression.head] if child > expression.head
        }
        found.extend(f"none:{relation}" for relation in sorted(below & {"nmod", "acl", "acl:relcl", "appos"}))
        if expression.modifiers:
            found.append(f"none:{expression.form}:modified")
        elif expression.stop == expression.head + 1:
            found.append(f"none:{expression.form}:plain")
            found.append(f"none:{expression.form}:{expression.kind}:plain")
    if expression.sentence == 0:
        found.append("none:title")
    return found


def _expletive(sentence: Sentence, expression: Expression) -> Iterable[str]:
    """Signs that "it" stands for nothing or for a clause: "it is clear that", "it seems"."""
    clause = expression.clause
    relations = {sentence.deprels[child].partition(":")[0] for child in sentence.children[clause]}
    if relations & {"csubj", "expl"}:
        yield "none:csubj"
    if "ccomp" in relations:
        yield "none:ccomp"
    if "cop" in relations or sentence.words[clause] in {"is", "was", "be", "'s", "’s"}:
        yield f"none:cop:{sentence.upos[clause]}"
        if relations & {"acl", "advcl", "ccomp", "xcomp"}:
            yield f"none:cop:{sentence.upos[clause]}:clause"
    if sentence.words[clause] in {
        "seems",
        "seemed",
        "appears",
        "appeared",
        "turns",
        "takes",
        "took",
        "means",
    }:
        yield "none:seems"
    if sentence.upos[clause] == "VERB" and expression.part is Part.OBJECT:
        yield "none:object"


class Rank(NamedTuple):
    """Where an entity stands among those at hand."""

    later: int
    """How many were mentioned after it."""
    later_of_kind: int
    """How many of its kind were."""
    of_kind: int
    """How many there are of its kind, itself among them."""


class Standing(NamedTuple):
    """How an entity stands to an expression, by what takes few values: most of its features."""

    apart: int
    """Sentences since its last mention."""
    far: int
    """Paragraphs since."""
    part: str
    role: str
    """The parts that the expression and the last mention play."""
    form: str
    kind: str
    later: int
    later_of_kind: int
    only: bool
    seen: int
    quoted: bool
    last_quoted: bool
    top: bool
    recent: int
    topic: bool
    topic_here: bool
    named: bool
    subject: bool
    """Whether its last mention is one."""
    subjects: bool
    title: bool


def standing(setting: Setting, entity: Entity, rank: Rank) -> Standing:
    """The standing of an entity among those at hand."""
    expression, last = setting.expression, entity.last
    here = expression.sentence
    recent = 0
    topic = topic_here = False
    for mention in entity.mentions[-6:]:
        back = here - mention.sentence
        if back < 4:
            recent += 1
            if mention.top:
                topic = topic or back == 1
                topic_here = topic_here or back == 0
    return Standing(
        min(here - last.sentence, 4),
        min(setting.paragraphs[here] - setting.paragraphs[last.sentence], 2),
        _SHORT[expression.part],
        _SHORT[last.part],
        entity.pronoun if last.form is Form.PRONOUN else last.form,
        entity.kind or ("plural" if entity.plural else "unknown"),
        min(rank.later, 5),
        min(rank.later_of_kind, 3),
        rank.of_kind == 1,
        min(int(log2(len(entity.mentions))), 4),
        expression.quoted,
        last.quoted,
        last.top,
        recent,
        topic,
        topic_here,
        entity.named is not None,
        last.part in _SUBJECTS,
        entity.subjects > 0,
        entity.mentions[0].sentence == 0,
    )


def together(setting: Setting, entity: Entity, rank: Rank) -> list[str]:
    """Features of an expression that stands for an entity."""
    found = [*_of_standing(standing(setting, entity, rank)), *_of_both(setting, entity)]
    if setting.expression.form is not Form.PRONOUN:
        found.extend(_of_likeness(likeness(setting.expression, entity, rank)))
    return found


def _of_standing(of: Standing) -> list[str]:
    near, kind, part, role = min(of.apart, 2), of.kind, of.part, of.role
    found = [
        f"d{of.apart}",
        f"par{of.far}:d{near}",
        f"role:{role}:d{near}",
        f"form:{of.form}:d{near}",
        f"kind:{kind}",
        f"kind:{kind}:{part}",
        f"rank:{of.later}",
        f"rank:{min(of.later, 3)}:d{near}",
        f"same:{of.later_of_kind}",
        f"only:{of.only}:{kind}",
        f"seen:{of.seen}",
        f"quote:{of.quoted:d}{of.last_quoted:d}",
    ]
    found.append(f"{part}>{role}:d{near}")
    found.append(f"{kind}:{role}:d{near}")
    found.append(f"{kind}:{of.form}")
    if of.top:
        found.append(f"top:d{near}")
    found.append(f"recent:{of.recent}")
    if of.topic:
        found.append("topic")
    if of.topic_here:
        found.append("topic-here")
    if of.named:
        found.append(f"named:d{near}")
        found.append(f"named:{kind}:{part}")
    nearest = of.later_of_kind == 0
    known = "name" if of.named else "noun"
    found.append(f"case:{known}:d{near}:{of.subject:d}{nearest:d}")
    found.append(f"case:{known}:{kind}:d{near}:{of.subject:d}{nearest:d}")
    if part == role:
        found.append(f"parallel:{part}:d{min(of.apart, 1)}")
    if of.subjects:
        found.append("subject")
    if of.title:
        found.append("title")
    return found


def _of_both(setting: Setting, entity: Entity) -> list[str]:
    """What else speaks for the two: their sentence, who says it, whether a pronoun agrees."""
    expression, last = setting.expression, entity.last
    kind = entity.kind or ("plural" if entity.plural else "unknown")
    found: list[str] = []
    if expression.sentence == last.sentence:
        found.extend(_beside(setting, last))
    if setting.reporting:
        found.append(f"says:{kind}")
    if setting.called:
        found.append(f"called:{setting.called}:{kind}")
    if expression.form is Form.PRONOUN:
        found.extend(_agreement(expression, entity))
    return found


def _beside(setting: Setting, last: Expression) -> Iterable[str]:
    """How the two stand in one sentence: in one clause, one within the other, or after a list's other members."""
    expression, sentence = setting.expression, setting.sentence
    owner = "w" if expression.part is Part.OWNER else "n"
    if last.clause == expression.clause:
        yield f"clause:{owner}:{_SHORT[last.part]}"
    elif last.clause >= 0 and last.clause in sentence.ancestors(expression.head):
        yield f"above:{owner}:{_SHORT[last.part]}"
    if last.head in sentence.ancestors(expression.head):
        yield f"within:{owner}"
    if setting.speaker >= 0:
        yield f"speaker:{last.clause == setting.speaker and last.part in _SUBJECTS:d}:{owner}"
    gap = expression.head - last.head
    yield f"gap:{min(gap // 4, 5) if gap > 0 else 'back'}"


def _agreement(expression: Expression, entity: Entity) -> Iterable[str]:
    base = PRONOUNS[expression.word]
    if entity.pronoun:
        yield "again" if entity.pronoun == base else "other-pronoun"
    if expression.gender:
        yield f"gender:{entity.gender == expression.gender if entity.gender else 'open'}"
    plural = entity.plural if entity.settled else None
    yield f"plural:{plural}:{entity.kind}"
    yield f"plural:{plural}:{entity.last.form is Form.LIST}"


class Likeness(NamedTuple):
    """How alike the words of a description and of an entity are."""

    word: str
    form: str
    kind: Kind | None
    plural: bool | None
    modified: bool
    entity_kind: Kind | None
    entity_plural: bool | None
    """None where it was never known."""
    named: bool
    head: bool
    """Whether the entity was called so."""
    within: bool
    """Whether the word describes it."""
    later_of_kind: int
    only: bool
    new: int
    """How many words describe the expression that have not described the entity."""


def likeness(expression: Expression, entity: Entity, rank: Rank) -> Likeness:
    """How alike a description and an entity are."""
    return Likeness(
        expression.word,
        expression.form,
        expression.kind,
        expression.plural,
        bool(expression.modifiers),
        entity.kind,
        entity.plural if entity.settled else None,
        entity.named is not None,
        expression.word in entity.words,
        expression.word in entity.described,
        min(rank.later_of_kind, 2),
        rank.of_kind == 1,
        min(len(expression.modifiers - entity.described), 2),
    )


def _of_likeness(of: Likeness) -> Iterable[str]:
    yield f"head:{of.head:d}{of.within:d}:{of.form}"
    kinds = f"{of.kind}>{of.entity_kind}"
    if not of.head:
        yield f"kinds:{kinds}"
        yield f"kinds:{kinds}:{'m' if of.modified else 'b'}:{'n' if of.named else 'd'}"
        yield f"kinds:{kinds}:same{of.later_of_kind}"
        yield f"kinds:{kinds}:only{of.only}"
        yield f"word:{of.word}:{of.entity_kind}"
        yield f"number:{of.plural}:{of.entity_kind}:{of.named}"
    yield f"new:{of.new}:{of.head:d}:{of.form}"
    if of.modified and not of.new:
        yield f"modifiers:{of.head:d}"
    if of.head:
        yield f"word:{of.word}:head"
    if of.head and of.plural is not None and of.entity_plural is not None:
        yield f"number:{of.plural == of.entity_plural}"


Told = TypeVar("Told", Standing, Likeness)


@dataclass(frozen=True)
class Ranker:
    """Learnt weights by class of expression and feature."""

    weights: Mapping[str, Mapping[str, float]]
    thresholds: Mapping[str, Mapping[str, float]]
    """How likely an antecedent must be to be told, by class: one with a name, and any other."""

    def tells(self, group: str, likely: float, *, named: bool) -> bool:
        """Whether a link is likely enough to be told."""
        return likely >= self.thresholds[group]["named" if named else "other"]

    def score(self, group: str, features: Iterable[str]) -> float:
        """The sum of the weights."""
        return sum(map(self.weights[group].get, features, repeat(0.0)))

    def score_together(self, group: str, setting: Setting, entity: Entity, rank: Rank) -> float:
        """The sum of the weights of an entity's features; what comes of its standing and likeness, is remembered."""
        total = self._known(group, standing(setting, entity, rank), _of_standing)
        if setting.expression.form is not Form.PRONOUN:
            total += self._known(group, likeness(setting.expression, entity, rank), _of_likeness)
        rest = _of_both(setting, entity)
        return sum(map(self.weights[group].get, rest, repeat(0.0)), total) if rest else total

    def _known(self, group: str, of: Told, features: Callable[[Told], Iterable[str]]) -> float:
        known = self._remembered.get((group, of))
        if known is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            known = self._remembered[group, of] = self.score(group, features(of))
        return known

    @cached_property
    def _remembered(self) -> dict[tuple[str, Standing | Likeness], float]:
        return {}


def shares(scores: Sequence[float]) -> list[float]:
    """Probabilities that go with log-linear scores."""
    most = max(scores)
    raised = [exp(score - most) for score in scores]
    total = sum(raised)
    return [value / total for value in raised]


@cache
def load_ranker() -> Ranker:
    """The ranker that ships with the package."""
    text = (
        resources.files("harmattan.reading.coreference")
        .joinpath("antecedents.json")
        .read_text(encoding="utf-8")
    )
    data = json.loads(text)
    return Ranker(data["weights"], data["thresholds"])
