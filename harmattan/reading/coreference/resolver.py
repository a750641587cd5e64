"""Who is meant: chains of expressions that stand for one entity, built in one walk through the document.

Entity by entity, as in Raghunathan et al. (2010): a name joins the entity of its full form, acronym or other names;
what stands in apposition joins what it stands beside; a description or pronoun joins the entity that a learnt ranker
(`antecedents.py`) holds likeliest among those that agree with it and that the binding rules allow, or none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from harmattan.model.text import Document
from harmattan.model.world import Actor, ActorKind
from harmattan.reading.coreference.agreement import (
    SPEAKERS,
    agrees,
    could_be,
    may_be_named,
    may_be_said_of,
    safely_is,
    topic_called,
)
from harmattan.reading.coreference.antecedents import (
    Entity,
    Rank,
    Ranker,
    Setting,
    alone,
    class_of,
    load_ranker,
    shares,
    together,
)
from harmattan.reading.coreference.binding import (
    bound_apart,
    overlap,
    owners,
    reflected,
    says_of_itself,
    subject_of,
)
from harmattan.reading.coreference.noun_kinds import Kind, kind_of_noun, singular
from harmattan.reading.coreference.referring import PRONOUNS, REFLEXIVE, Expression, Form, Part, expressions
from harmattan.reading.coreference.slain import cannot_act, does_again, speaks_on
from harmattan.reading.marks import Sentence
from harmattan.reading.names.entities import Entities, key
from harmattan.reference.lexicon import Lexicon

NEAR = {"he": 5, "it": 3, "they": 3}
"""How many sentences back a pronoun may reach."""
_AT_HAND = 10
"""How many entities are weighed at most."""
_DOUBTFUL = 0.3
"""What a link counts that would need more than the ranker's word: too little to tell it or one that rests on it."""
_PLAINLY = 0.9
"""How often "the group" meant the last group named, where that was a subject, in the documents learnt from."""
_TOLD = frozenset([Kind.PERSON, Kind.GROUP, Kind.COUNTRY, Kind.PLACE])
_LOOKED_AT = 300
"""How many are looked at for those, however many one sentence may name."""
_KIND_OF = {ActorKind.STATE: Kind.COUNTRY, ActorKind.PERSON: Kind.PERSON}
"""What a known actor is; any other is a group."""
_LEGAL_FORMS = frozenset(
    "inc inc. corp corp. corporation co co. ltd ltd. llc plc ag sa spa gmbh company ,".split()
)
"""What a company's name may leave out."""
_TITLES = frozenset("mr mr. mrs mrs. ms ms. dr dr. president sir general prime minister the".split())

Choose = Callable[[Setting, Sequence[Entity]], tuple[Entity | None, float]]
"""Which entity an expression stands for, None for none of them, and how likely that is."""


Same = Callable[[str], Actor | None]
"""The actor whose name a name is known to be."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a description or pronoun was joined to, and how likely it is."""

    expression: Expression
    entity: int
    likely: float
    known: Expression
    """The mention that best says who is meant: the entity's last name before, else its last noun phrase."""
    told: bool
    """Whether it is likely enough to be told."""

    @property
    def named(self) -> bool:
        """Whether it leads to a name."""
        return self.known.name is not None

    @property
    def tellable(self) -> bool:
        """Whether it says who is meant: "the group" and "they" may, "four soldiers" is always somebody else."""
        if class_of(self.expression) == "noun" or self.known.form in {Form.PRONOUN, Form.LIST}:
            return False
        return self.expression.form is Form.PRONOUN or self.expression.kind in _TOLD


@dataclass(frozen=True)
class Coreference:
    """The entities of a document and the links by which descriptions and pronouns joined them."""

    entities: tuple[Entity, ...]
    links: tuple[Link, ...]

    def antecedents(self) -> dict[tuple[int, int], tuple[int, int]]:
        """The links that are told, sentence and head word of both sides.

        What "they" stands for may stand for another: the last of such a row is given at once.
        """
        found: dict[tuple[int, int], tuple[int, int]] = {}
        for link in self.links:
            if link.told and link.tellable:
                known = link.known.sentence, link.known.head
                found[link.expression.sentence, link.expression.head] = found.get(known, known)
        return found


def learnt(ranker: Ranker) -> Choose:
    """The entity that the ranker holds likeliest."""

    def choose(setting: Setting, entities: Sequence[Entity]) -> tuple[Entity | None, float]:
        group = class_of(setting.expression)
        scores = [ranker.score(group, alone(setting))]
        scores += [
            ranker.score_together(group, setting, entity, rank)
            for entity, rank in zip(entities, _ranks(entities), strict=True)
        ]
        likely = shares(scores)
        best = likely.index(max(likely))
        return (entities[best - 1] if best else None), likely[best]

    return choose


def pairs(setting: Setting, entities: Sequence[Entity]) -> Iterator[list[str]]:
    """The features of each entity at hand, which are given the last mentioned first."""
    for entity, rank in zip(entities, _ranks(entities), strict=True):
        yield together(setting, entity, rank)


def _ranks(entities: Sequence[Entity]) -> list[Rank]:
    kinds = [entity.kind for entity in entities]
    return [Rank(count, kinds[:count].count(kind), kinds.count(kind)) for count, kind in enumerate(kinds)]


def find_coreference(
    entities: Entities,
    lexicon: Lexicon,
    *,
    same: Same = lambda name: None,
    choose: Choose | None = None,
) -> Coreference:
    """The chains of a document. `same` knows whose name a name is ("AQIM")."""
    if choose is not None:
        return _Walk(entities, lexicon, same, choose, None).walked()
    ranker = load_ranker()
    return _Walk(entities, lexicon, same, learnt(ranker), ranker).walked()


class _Walk:
    """One walk through one document."""

    def __init__(
        self,
        entities: Entities,
        lexicon: Lexicon,
        same: Same,
        choose: Choose,
        ranker: Ranker | None,
    ) -> None:
        self._names = entities
        self._lexicon = lexicon
        self._same = same
        self._choose = choose
        self._ranker = ranker
        self._paragraphs = _paragraphs(entities.document, entities.sentences)
        self._entities: list[Entity] = []
        self._recent: dict[int, Entity] = {}
        """Entities by number, the last mentioned last."""
        self._by_name: dict[str, Entity] = {}
        self._by_word: dict[str, Entity] = {}
        self._speakers: dict[str, Entity] = {}
        self._links: list[Link] = []
        self._listed: set[tuple[int, int]] = set()
        """Sentence and head word of the members of lists: "they" are all of a list, not one of it."""

    def walked(self) -> Coreference:
        """All chains."""
        sentences = self._names.sentences
        drawn = expressions(sentences, self._lexicon, self._paragraphs)
        for sentence, found in zip(sentences, drawn, strict=True):
            here: dict[int, Entity] = {}
            for expression in found:
                here[expression.head] = self._placed(sentence, expression, here)
                self._lists(sentence, expression, here)
            self._quoted_speakers(sentence, found, here)
        return Coreference(tuple(self._entities), tuple(self._links))

    def _placed(self, sentence: Sentence, expression: Expression, here: Mapping[int, Entity]) -> Entity:
        if expression.form is Form.PRONOUN:
            return self._pronoun(sentence, expression, here)
        beside = self._beside(sentence, expression, here)
        if expression.form is Form.NAME:
            return self._name(sentence, expression, beside)
        if beside is not None and may_be_said_of(beside, expression):
            return self._join(beside, expression)
        return self._noun(sentence, expression)

    def _join(self, entity: Entity, expression: Expression, words: Iterable[str] = ()) -> Entity:
        entity.add(expression, words)
        self._recent.pop(entity.number, None)
        self._recent[entity.number] = entity
        if expression.form not in {Form.PRONOUN, Form.NAME, Form.LIST}:
            self._by_word[expression.word] = entity
        return entity

    def _new(self, expression: Expression, words: Iterable[str] = ()) -> Entity:
        entity = Entity(len(self._entities))
        self._entities.append(entity)
        return self._join(entity, expression, words)

    def _beside(
        self, sentence: Sentence, expression: Expression, here: Mapping[int, Entity]
    ) -> Entity | None:
        """What an expression stands in apposition to."""
        if sentence.deprels[expression.head] != "appos":
            return None
        return here.get(sentence.heads[expression.head])

    def _name(self, sentence: Sentence, expression: Expression, beside: Entity | None) -> Entity:
        words = self._name_words(sentence, expression)
        best = self._best_name(sentence, expression)
        actor = self._same(best) if best else None
        keys = [*(["=" + actor.id] if actor else []), *([key(best)] if best else []), " ".join(words)]
        while len(words) > 1 and words[-1] in _LEGAL_FORMS:
            words.pop()
            keys.append(" ".join(words))
        entity = next((self._by_name[name] for name in keys if name in self._by_name), None)
        if entity is None and beside is not None and may_be_named(beside, expression):
            entity = beside
        made = self._join(entity, expression, words) if entity else self._new(expression, words)
        made.likely = 1.0
        if actor is not None and made.sort is None:
            made.sort = actor.kind
            made.kind = _KIND_OF.get(actor.kind, Kind.GROUP)
        for name in keys:
            self._by_name.setdefault(name, made)
        if expression.kind is Kind.PERSON and len(words) > 1:
            self._by_name.setdefault(words[-1], made)
        return made

    def _name_words(self, sentence: Sentence, expression: Expression) -> list[str]:
        name = expression.name
        first, stop = (name.first, name.stop) if name else (expression.first, expression.stop)
        words = [word for word in sentence.words[first:stop] if word not in {"'s", "’s", "'", "’", '"'}]
        while len(words) > 1 and words[0] in _TITLES:
            words.pop(0)
        return words

    def _best_name(self, sentence: Sentence, expression: Expression) -> str:
        name = expression.name
        return self._names.best_name(self._names.span(sentence, name.first, name.stop).quote) if name else ""

    def _noun(self, sentence: Sentence, expression: Expression) -> Entity:
        at_hand = self._nouns_at_hand(sentence, expression)
        if at_hand:
            chosen, likely = self._choose(self._setting(sentence, expression), at_hand)
            topic = topic_called(expression, at_hand)
            if self._ranker is not None and topic is not None and (chosen is None or chosen is topic):
                chosen, likely = topic, max(likely if chosen else 0.0, _PLAINLY)
            if chosen is not None:
                self._tell(expression, chosen, likely)
                return self._join(chosen, expression)
        return self._new(expression)

    def _nouns_at_hand(self, sentence: Sentence, expression: Expression) -> list[Entity]:
        """The entity last called so, and those that a plain "the group" could describe."""
        found: list[Entity] = []
        same = self._by_word.get(expression.word)
        if same is not None and expression.plural and same.plural is not True:
            same = None
        plain = expression.form in {Form.DEFINITE, Form.DEMONSTRATIVE} and expression.kind not in {
            None,
            Kind.THING,
        }
        if plain:
            word, earliest = expression.word, expression.sentence - 10
            for entity in islice(reversed(self._recent.values()), _LOOKED_AT):
                if len(found) == _AT_HAND or entity.mentions[-1].sentence < earliest:
                    break
                if entity.named is None and entity is not same and word not in entity.words:
                    continue
                if entity is same or could_be(expression, entity):
                    found.append(entity)
        if same is not None and same not in found and same.last.sentence >= expression.sentence - 60:
            found.append(same)
        own = owners(sentence, expression.head) if found else frozenset()
        return [
            entity
            for entity in found
            if not any(
                overlap(expression, m) or subject_of(sentence, expression, m) or self._apart(own, m)
                for m in entity.mentions[-3:]
            )
        ]

    def _apart(self, own: frozenset[str], mention: Expression) -> bool:
        """Whether the names of whose a description is are others than a mention's: the station of Gao is not that of
        Ansongo.
        """
        if not own:
            return False
        others = owners(self._names.sentences[mention.sentence], mention.head)
        return bool(others) and own.isdisjoint(others)

    def _pronoun(self, sentence: Sentence, expression: Expression, here: Mapping[int, Entity]) -> Entity:
        base = PRONOUNS[expression.word]
        if base in SPEAKERS:
            return self._speaker(expression, base)
        if expression.word in REFLEXIVE:
            own = reflected(sentence, expression, here)
            if own is not None:
                self._tell(expression, own, 1.0)
                return self._join(own, expression)
        at_hand = list(self._pronoun_at_hand(sentence, expression, class_of(expression)))
        if at_hand:
            setting = self._setting(sentence, expression)
            chosen, likely = self._choose(setting, at_hand)
            own = says_of_itself(setting, at_hand)
            if own is not None and (chosen is None or chosen is own):
                chosen, likely = own, 1.0
            again = does_again(sentence, expression, at_hand, self._lexicon) if self._ranker else None
            if self._ranker and again is None:
                again = speaks_on(self._names.sentences, expression, at_hand, self._lexicon)
            if again is not None:
                chosen, likely = again, 1.0
            if chosen is not None:
                self._tell(expression, chosen, likely)
                return self._join(chosen, expression)
        return self._new(expression)

    def _pronoun_at_hand(self, sentence: Sentence, expression: Expression, group: str) -> Iterator[Entity]:
        count = 0
        for entity in islice(reversed(self._recent.values()), _LOOKED_AT):
            if count == _AT_HAND or expression.sentence - entity.last.sentence > NEAR[group]:
                break
            last = entity.last
            listed = (
                group == "they" and last.form is not Form.LIST and (last.sentence, last.head) in self._listed
            )
            if listed or last.word.isdigit() or not agrees(expression, entity):
                continue
            if cannot_act(self._names.sentences, expression, entity, self._lexicon):
                continue
            if not any(bound_apart(sentence, expression, mention) for mention in entity.mentions[-4:]):
                count += 1
                yield entity

    def _speaker(self, expression: Expression, base: str) -> Entity:
        entity = self._speakers.get(base)
        if entity is not None:
            return self._join(entity, expression)
        self._speakers[base] = made = self._new(expression)
        return made

    def _lists(self, sentence: Sentence, expression: Expression, here: Mapping[int, Entity]) -> None:
        """The last member of a coordination makes the list of all, for "they" to stand for."""
        if sentence.deprels[expression.head] != "conj":
            return
        first = sentence.heads[expression.head]
        members = [first, *sentence.dependants(first, "conj")]
        if members[-1] != expression.head or first not in here or expression.form is Form.PRONOUN:
            return
        opening = next(
            mention for mention in reversed(here[first].mentions) if mention.sentence == expression.sentence
        )
        if opening.head != first or opening.form is Form.PRONOUN or any(m not in here for m in members):
            return
        self._listed.update((expression.sentence, member) for member in members)
        self._new(
            opening._replace(
                stop=expression.stop,
                form=Form.LIST,
                plural=True,
                gender=None,
                name=None,
                modifiers=frozenset(),
                members=tuple(members),
            )
        )

    def _quoted_speakers(
        self, sentence: Sentence, found: Sequence[Expression], here: Mapping[int, Entity]
    ) -> None:
        """ "I" in a quotation is who says it in the sentence, "we" a group or country that does."""
        first = [e for e in found if e.quoted and e.form is Form.PRONOUN and PRONOUNS[e.word] in {"i", "we"}]
        if not first:
            return
        says = [
            e
            for e in found
            if not e.quoted and e.part is Part.SUBJECT and e.clause >= 0 and e.form is not Form.PRONOUN
            and self._lexicon.reporting(sentence.words[e.clause], sentence.upos[e.clause]) is not None
        ]  # fmt: skip
        if len(says) != 1:
            return
        speaker = here[says[0].head]
        for expression in first:
            alone = PRONOUNS[expression.word] == "i"
            if speaker.kind in ({Kind.PERSON} if alone else {Kind.GROUP, Kind.COUNTRY}):
                known = next((m for m in reversed(speaker.mentions) if m.name is not None), says[0])
                self._links.append(Link(expression, speaker.number, speaker.likely, known, told=True))

    def _setting(self, sentence: Sentence, expression: Expression) -> Setting:
        clause = expression.clause
        says = (
            clause >= 0
            and expression.part is Part.SUBJECT
            and self._lexicon.reporting(sentence.words[clause], sentence.upos[clause]) is not None
        )
        return Setting(
            expression,
            sentence,
            self._paragraphs,
            says,
            self._speaker_verb(sentence, clause),
            self._called(sentence, expression),
        )

    def _speaker_verb(self, sentence: Sentence, clause: int) -> int:
        """The verb of saying whose content a clause is in."""
        if clause < 0:
            return -1
        below = clause
        for above in sentence.ancestors(clause):
            if sentence.deprels[below] == "ccomp" and self._lexicon.reporting(
                sentence.words[above], sentence.upos[above]
            ):
                return above
            below = above
        return -1

    def _called(self, sentence: Sentence, expression: Expression) -> str:
        clause = expression.clause
        if clause < 0 or expression.part is not Part.SUBJECT or not sentence.dependants(clause, "cop"):
            return ""
        if sentence.upos[clause] != "NOUN":
            return sentence.upos[clause].lower()
        return kind_of_noun(singular(sentence.words[clause]), self._lexicon) or "noun"

    def _tell(self, expression: Expression, entity: Entity, likely: float) -> None:
        """Keep a link; it is no likelier than the mention it rests on."""
        entity.likely = min(likely, entity.likely if safely_is(expression, entity) else _DOUBTFUL)
        known = next((m for m in reversed(entity.mentions) if m.name is not None), None) or next(
            (m for m in reversed(entity.mentions) if m.form is not Form.PRONOUN), entity.last
        )
        told = self._ranker is not None and self._ranker.tells(
            class_of(expression), entity.likely, named=known.name is not None
        )
        self._links.append(Link(expression, entity.number, entity.likely, known, told))


def _paragraphs(document: Document, sentences: Sequence[Sentence]) -> list[int]:
    """The paragraph that each sentence stands in, counted from 0."""
    found: list[int] = []
    count, before = 0, 0
    for sentence in sentences:
        count += found != [] and "\n" in document.text[before : sentence.start]
        found.append(count)
        before = sentence.end
    return found
