"""Referring expressions: each noun phrase and pronoun of a document with what decides whom it may stand for.

An expression is drawn from the tree: its head word, its whole phrase, its form (a name, "the group", "a man", "they"),
its number, gender and kind, and the part it plays in its clause. What the words cannot say is left open (None).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import repeat
from typing import NamedTuple

from harmattan.reading.coreference.noun_kinds import COLLECTIVE, Kind, kind_of_noun, singular
from harmattan.reading.marks import Name, Sentence
from harmattan.reading.trees.phrases import POSSESSIVE
from harmattan.reference.lexicon import Lexicon
from harmattan.reference.persons import gender_of_name, gender_of_noun


class Form(StrEnum):
    """How an expression refers."""

    NAME = "name"
    DEFINITE = "definite"
    DEMONSTRATIVE = "demonstrative"
    POSSESSED = "possessed"
    INDEFINITE = "indefinite"
    BARE = "bare"
    PRONOUN = "pronoun"
    LIST = "list"


class Part(StrEnum):
    """The part an expression plays in its clause."""

    SUBJECT = "subject"
    PASSIVE = "passive"
    OBJECT = "object"
    OWNER = "owner"
    OBLIQUE = "oblique"
    INSIDE = "inside"
    OTHER = "other"


class Expression(NamedTuple):
    """One noun phrase or pronoun."""

    sentence: int
    """Index into the document's sentences."""
    head: int
    first: int
    stop: int
    """Its whole phrase, first token and last plus one, its article and what is said of it included."""
    form: Form
    word: str
    """The head in lower case; of a noun in the singular."""
    part: Part
    clause: int
    """The token that governs it in its clause: a verb, or what stands for one; -1 where there is none."""
    plural: bool | None
    gender: str | None
    """m or f."""
    kind: Kind | None
    top: bool = False
    """Whether it is the subject of its sentence's main clause."""
    name: Name | None = None
    quoted: bool = False
    """Whether it stands in quotation marks."""
    modifiers: frozenset[str] = frozenset()
    """The words that describe its noun, in lower case."""
    members: tuple[int, ...] = ()
    """The heads that a coordination joins."""


PRONOUNS: dict[str, str] = {
    **dict.fromkeys("he him his himself".split(), "he"),
    **dict.fromkeys("she her hers herself".split(), "she"),
    **dict.fromkeys("it its itself".split(), "it"),
    **dict.fromkeys("they them their theirs themselves themself 'em".split(), "they"),
    **dict.fromkeys("i me my mine myself".split(), "i"),
    **dict.fromkeys("we us our ours ourselves".split(), "we"),
    **dict.fromkeys("you your yours yourself yourselves".split(), "you"),
}
"""Personal pronouns of any case by their nominative."""
REFLEXIVE = frozenset("himself herself itself themselves themself".split())

_ALWAYS_PLURAL = frozenset("people police men women children troops forces gunmen servicemen others".split())
_TITLES = {
    "mr": "m", "mr.": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "mrs": "f", "mrs.": "f", "ms": "f",
    "ms.": "f", "miss": "f", "lady": "f", "queen": "f", "princess": "f", "madame": "f", "dame": "f",
}  # fmt: skip
_DEFINITE = frozenset(["the"])
_DEMONSTRATIVE = frozenset("this that these those such".split())
_PHRASE = frozenset(["det", "amod", "nummod", "compound", "flat", "nmod", "acl", "fixed", "goeswith", "case"])
_ORG_WORDS = frozenset(
    """university college party company corporation association institute council committee ministry department agency
    army force forces union group movement front bank club society church museum court police navy brigade battalion
    front federation organization organisation foundation school academy press times team league band office""".split()
)

ONE_PARAGRAPH = repeat(0)
"""The paragraph of each of any number of sentences that stand in one."""


def expressions(
    sentences: Sequence[Sentence], lexicon: Lexicon, paragraphs: Iterable[int] = ONE_PARAGRAPH
) -> list[list[Expression]]:
    """The expressions of each sentence in the order of their heads; `paragraphs` tells which paragraph it stands in."""
    found = []
    inside, before = False, -1
    for sentence, paragraph in zip(sentences, paragraphs, strict=False):
        quoted, inside = _quoted(sentence, inside and paragraph == before)
        before = paragraph
        found.append(list(_Drawing(sentence, lexicon, quoted).all()))
    return found


def _quoted(sentence: Sentence, inside: bool) -> tuple[list[bool], bool]:
    """Which tokens stand in quotation marks, and whether the quotation goes on in its paragraph's next sentence."""
    marks = []
    for word in sentence.words:
        if word in {"“", "``"}:
            inside = True
        elif word in {"”", "''"}:
            inside = False
        elif word == '"':
            inside = not inside
        marks.append(inside)
    return marks, inside


def _head_of(sentence: Sentence, name: Name) -> int:
    """The word by which a name hangs in the tree."""
    outside = (i for i in range(name.first, name.stop) if not name.first <= sentence.heads[i] < name.stop)
    return next(outside, name.stop - 1)


@dataclass
class _Drawing:
    """Draws the expressions of one sentence."""

    sentence: Sentence
    lexicon: Lexicon
    quoted: list[bool]

    def all(self) -> Iterator[Expression]:
        sentence = self.sentence
        named: dict[int, Name] = {}
        for name in sentence.names:
            head = _head_of(sentence, name)
            named[head] = name
        for index, upos in enumerate(sentence.upos):
            here = named.get(index)
            if here is not None:
                yield self._nominal(index, here)
            elif index in sentence.name_at:
                continue
            elif upos == "PRON" or (upos == "DET" and sentence.words[index] in PRONOUNS):
                if sentence.words[index] in PRONOUNS and not self._is_expletive(index):
                    yield self._pronoun(index)
            elif (upos in {"NOUN", "PROPN"} and not self._inside_name(index)) or self._is_year(index):
                yield self._nominal(index, None)

    def _is_expletive(self, index: int) -> bool:
        """Whether "it" only holds the place of a clause: "it was reported that", "it is clear that"."""
        sentence = self.sentence
        relation, clause = sentence.deprels[index], sentence.heads[index]
        if relation.startswith("expl"):
            return True
        if sentence.words[index] != "it" or clause < 0 or not relation.startswith("nsubj"):
            return False
        content = [child for child in sentence.dependants(clause, "ccomp", "csubj") if child > clause]
        if not content:
            return False
        passive = relation == "nsubj:pass" or bool(sentence.dependants(clause, "aux:pass"))
        return passive or bool(sentence.dependants(clause, "cop"))

    def _is_year(self, index: int) -> bool:
        word = self.sentence.words[index]
        return (
            len(word) == 4
            and word.isdecimal()
            and word[0] in "12"
            and self.sentence.deprels[index] != "nummod"
        )

    def _inside_name(self, index: int) -> bool:
        return self.sentence.deprels[index].partition(":")[0] in {"flat", "fixed", "goeswith"}

    def _pronoun(self, index: int) -> Expression:
        word = self.sentence.words[index]
        base = PRONOUNS[word]
        carrier = self._carrier(index)
        return Expression(
            sentence=self.sentence.index,
            head=index,
            first=index,
            stop=index + 1,
            form=Form.PRONOUN,
            word=word,
            part=self._part(carrier),
            top=self._is_top(carrier),
            clause=self._clause(index),
            plural={"they": True, "we": True, "you": None}.get(base, False),
            gender={"he": "m", "she": "f"}.get(base),
            kind=Kind.PERSON if base in {"he", "she", "i", "we", "you"} else None,
            quoted=self.quoted[index],
        )

    def _nominal(self, index: int, name: Name | None) -> Expression:
        sentence = self.sentence
        children = sentence.children[index]
        word = sentence.words[index]
        first, stop = self._phrase(index, name)
        carrier = self._carrier(index)
        single = singular(word)
        proper = name is not None or sentence.upos[index] == "PROPN"
        form = Form.NAME if proper else self._form(index)
        modifiers = frozenset(
            sentence.words[child]
            for child in children
            if child < index
            and sentence.deprels[child].partition(":")[0] in {"amod", "compound", "nummod", "nmod"}
        )
        return Expression(
            sentence=sentence.index,
            head=index,
            first=first,
            stop=stop,
            form=form,
            word=word if proper else single,
            part=self._part(carrier),
            top=self._is_top(carrier),
            clause=self._clause(index),
            plural=self._plural(index, name, single),
            gender=self._gender(index, name, single),
            kind=self._kind_of_name(name) if proper else kind_of_noun(single, self.lexicon),
            name=name,
            quoted=self.quoted[index],
            modifiers=modifiers,
        )

    def _form(self, index: int) -> Form:
        sentence = self.sentence
        for child in sentence.children[index]:
            relation = sentence.deprels[child]
            if relation == "det":
                word = sentence.words[child]
                if word in _DEFINITE:
                    return Form.DEFINITE
                return Form.DEMONSTRATIVE if word in _DEMONSTRATIVE else Form.INDEFINITE
            if relation == "nmod:poss":
                return Form.POSSESSED
        return Form.BARE

    def _plural(self, index: int, name: Name | None, single: str) -> bool | None:
        word = self.sentence.words[index]
        if name is not None:
            return False if name.label == "PER" else None
        if single in COLLECTIVE and word == single:
            return None
        if word in _ALWAYS_PLURAL:
            return True
        return word != single

    def _gender(self, index: int, name: Name | None, single: str) -> str | None:
        sentence = self.sentence
        if name is None:
            return gender_of_noun(single)
        if name.label != "PER":
            return None
        before = [sentence.words[at] for at in range(max(0, name.first - 2), name.first + 1)]
        titled = next((_TITLES[word] for word in before if word in _TITLES), None)
        described = [
            gender_of_noun(singular(sentence.words[child]))
            for child in sentence.children[index]
            if sentence.upos[child] == "NOUN"
        ]
        given = next((gender for gender in described if gender), None)
        return titled or given or gender_of_name(sentence.words[name.first])

    def _kind_of_name(self, name: Name | None) -> Kind | None:
        if name is None:
            return None
        if name.label == "LOC":
            last = self.sentence.words[name.stop - 1]
            return Kind.GROUP if last in _ORG_WORDS else Kind.PLACE
        return {"PER": Kind.PERSON, "ORG": Kind.GROUP, "GPE": Kind.COUNTRY}[name.label]

    def _carrier(self, index: int) -> int:
        """The word whose part a coordinated phrase, an apposition or an acronym in brackets shares."""
        sentence = self.sentence
        for _ in range(20):
            above = sentence.heads[index]
            if above < 0 or sentence.upos[above] == "VERB":
                break
            if sentence.deprels[index] not in {"conj", "appos"} and not self._is_bracketed(index):
                break
            name = sentence.name_at.get(above)
            index = above if name is None else _head_of(sentence, name)
        return index

    def _is_bracketed(self, index: int) -> bool:
        """Whether a word stands alone in brackets."""
        words = self.sentence.words
        return words[index - 1 : index] == ("(",) and words[index + 1 : index + 2] == (")",)

    def _part(self, carrier: int) -> Part:
        relation = self.sentence.deprels[carrier]
        short = relation.partition(":")[0]
        if relation == "nsubj:pass":
            return Part.PASSIVE
        if relation == "nmod:poss":
            return Part.OWNER
        if short in {"nsubj", "csubj"}:
            return Part.SUBJECT
        if short in {"obj", "iobj"}:
            return Part.OBJECT
        if short == "obl":
            return Part.OBLIQUE
        return Part.INSIDE if short in {"nmod", "compound", "flat", "appos", "amod"} else Part.OTHER

    def _is_top(self, carrier: int) -> bool:
        above = self.sentence.heads[carrier]
        return (
            above >= 0
            and self.sentence.heads[above] < 0
            and self.sentence.deprels[carrier].startswith("nsubj")
        )

    def _clause(self, index: int) -> int:
        for above in self.sentence.ancestors(index):
            if self.sentence.upos[above] in {"VERB", "AUX"} or self.sentence.dependants(
                above, "nsubj", "cop"
            ):
                return above
        return -1

    def _phrase(self, index: int, name: Name | None) -> tuple[int, int]:
        """The whole phrase: what hangs on the head, but for its preposition, what is coordinated or beside it."""
        sentence = self.sentence
        if name is None and not sentence.children[index]:
            return index, index + 1
        kept = {index}
        predicate = "cop" in sentence.relations and bool(sentence.dependants(index, "cop"))
        for child in sentence.children[index]:
            relation = sentence.deprels[child]
            short = relation.partition(":")[0]
            if relation == "case" and sentence.words[child] not in POSSESSIVE:
                continue
            if (short in _PHRASE and not (predicate and short == "acl" and child < index)) or (
                short == "advmod" and not predicate and child < index
            ):
                kept.update(sentence.subtree(child))
        if name is not None:
            kept.update(range(name.first, name.stop))
        first = stop = index
        while first - 1 in kept or (first - 2 in kept and sentence.upos[first - 1] == "PUNCT"):
            first -= 1
        stop += 1
        while stop in kept or (stop + 1 in kept and sentence.upos[stop] == "PUNCT"):
            stop += 1
        while stop - 1 > index and sentence.words[stop - 1] in {",", ";", ":", ".", "—", "–"}:
            stop -= 1
        return first, stop
