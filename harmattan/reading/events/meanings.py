"""What a word means with the arguments it has in its sentence, by what the lexicon says."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from harmattan.reading.events.arguments import Arguments, arguments
from harmattan.reading.events.figurative import is_figurative
from harmattan.reading.events.traces import marked_by_force
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Line, span_covers
from harmattan.reading.trees.phrases import conjuncts, preposition
from harmattan.reference.inflection import verb_forms
from harmattan.reference.lexicon import Lexicon, Predicate

OPERATION_WORDS = frozenset(["operation", "mission", "force", "opération", "task"])
_NAME_CLASSES = {"PER": "@people", "LOC": "@thing", "GPE": "@state"}
_NAMED = {"GPE": ["@country"], "PER": ["@person"]}
_PARTICLES = frozenset(
    "up down out off back away over in on through aside apart forth together ahead home round around".split()
)
_DEEDS = frozenset(["RETREAT", "ASSAULT", "COERCE", "MOBILIZE"])
_LIFE = frozenset(["life", "lives"])
"""What a word takes that tells of death only so: "claimed nine lives"."""
_FATALLY = (("fatally",), ("mortally",), ("lethally",))
_LEAVING = frozenset(["leave", "leaves", "leaving", "left"])
_DRIVEN = frozenset("car truck lorry van motorcycle motorbike vehicle boat pickup pick-up jeep".split())
_OWNED_WITHIN = 2
"""Words between a building and whose it is, itself counted: "the U.S. consulate attack"."""
_SITES = frozenset("camp base fort outpost".split())
_LEFT_SO = frozenset(
    """dead wounded injured homeless destroyed abandoned damaged ruined stranded orphaned displaced trapped paralysed
    paralyzed dying maimed widowed""".split()
)
_RELATIVE = frozenset(["that", "which"])
_OURS = frozenset(["our", "my"])
_SUMS = frozenset(["million", "billion", "millions", "billions"])
"""Numerals that make what is given a sum of money, whatever it is counted in."""

_SHARES = frozenset(
    """half halves third thirds quarter quarters most many some all none each both several majority rest remainder part
    parts hundreds thousands dozens scores tens number last first handful bulk concentration cluster
    gathering grouping""".split()
)
"""Words of a share or a number of what hangs on them with "of"."""
_UNDERGOING = frozenset(form for lemma in ("come", "fall", "run", "suffer") for form in verb_forms(lemma))
"""Light verbs whose subject is what their noun is done to."""

_BY_ITSELF = frozenset(form for lemma in ("close", "shut", "reopen", "open") for form in verb_forms(lemma))
_CLOSING = frozenset(
    """newspaper newspapers paper magazine station radio broadcaster market markets school schools shop shops university
    universities office offices poll polls factory factories bank banks""".split()
)
"""Things that close by themselves, at an hour or for want of money."""
Known = Mapping[int, frozenset[str]]
NOBODY: Known = MappingProxyType({})
"""Where no word stands for another."""


@dataclass(frozen=True)
class Meaning:
    """What one word means with its arguments here."""

    predicate: Predicate
    arguments: Arguments
    leaning: bool = False
    """Whether the word tells of force only beside an act of force: soldiers who died when their car hit a mine."""


def meaning(
    line: Line,
    index: int,
    light: int | None,
    lexicon: Lexicon,
    *,
    written: str | None = None,
    known: Known = NOBODY,
) -> Meaning | None:
    """The lexicon's meaning of the word on token `index`; `light` is the light verb it is the object of, if any,
    `written` the whole word in lower case where it is more than the token, `known` what words stand for.

    Where PropBank's labels make no sense of the word, the tree's own subject and object are tried.
    """
    word = line.sentence.words[index] if written is None else written
    if word in _LEAVING and _leaves_behind(line.sentence, index):
        return None
    if word == "stationed" and _stands_there(line.sentence, index):
        return None
    found = arguments_of(line, index, light)
    if line.sentence.upos[index] == "NOUN":
        _what_kind(line.sentence, index, found, lexicon)
    predicate = _selected(line.sentence, index, light, found, lexicon, word, known)
    leaving = predicate is not None and predicate.type == "RETREAT" and word in _LEAVING
    if leaving and leaves_them_so(line.sentence, index):
        return None  # "leaving twenty herders dead"
    deed = predicate is None or predicate.type in _DEEDS
    if deed and is_figurative(line.sentence, index, found):
        return None
    if predicate is None:
        tried = found if light is None else None
        plain = plain_meaning(line, index, lexicon, written=word, known=known, tried=tried)
        if plain is not None:
            return plain
    else:
        _under_of(predicate, found)
        return _meant(line.sentence, index, predicate, found)
    entries = lexicon.entries(word, line.sentence.upos[index])
    losing = _loses_life(line.sentence, index)
    casualties = next(
        (entry for entry in entries if _tells_of_harm(entry) or (losing and entry.counts == "killed")), None
    )
    return Meaning(casualties, found, leaning=True) if casualties is not None else None


def _what_kind(sentence: Sentence, index: int, found: Arguments, lexicon: Lexicon) -> None:
    """What stands before a noun is struck where it is a building or the like, and nobody acts who says whose that is:
    "the U.S. embassy blasts", "the market bombing".
    """
    before = [child for child in sentence.dependants(index, "compound", "amod") if child < index]
    things = [child for child in before if _is_struck_thing(sentence.words[child], lexicon)]
    for child in before:
        if child in things:
            for label in ("ARG0", "ARG1", "compound"):
                if child in found.get(label):
                    found.by_label[label].remove(child)
                    found.add("on", child)
        elif child in found.get("ARG0") and _owns(things, child):
            found.by_label["ARG0"].remove(child)


def _is_struck_thing(word: str, lexicon: Lexicon) -> bool:
    """Whether a noun is of a thing that is struck rather than struck with: a bus, but no truck."""
    return "thing" in lexicon.noun_class(word) and lexicon.weapon(word) is None and word not in _DRIVEN


def _owns(things: Sequence[int], child: int) -> bool:
    """Whether what is struck stands right behind: "the Kenya embassy bombing"."""
    return any(child < thing <= child + _OWNED_WITHIN for thing in things)


def _leaves_behind(sentence: Sentence, index: int) -> bool:
    """Whether "leave" tells who stays: "only the guard is left", "leave 4,000 troops behind", "leaving 420 there"."""
    if "dead" in sentence.words:
        return False
    if sentence.words[index] == "left" and sentence.deprels[index] == "acl":
        return True  # "the 200 soldiers left in the camp"
    behind = {sentence.words[child] for child in sentence.dependants(index, "advmod", "compound:prt")}
    if "behind" in behind or sentence.dependants(index, "aux:pass"):
        return True
    numbered = any(
        sentence.upos[child] == "NUM" or sentence.dependants(child, "nummod")
        for child in sentence.dependants(index, "obj")
    )
    return numbered and (sentence.words[index] == "leaving" or "behind" in sentence.words[index:])


def _stands_there(sentence: Sentence, index: int) -> bool:
    """Whether troops only stand where nobody is said to have sent them: "are stationed in the north"."""
    passive = sentence.deprels[index] == "acl" or bool(sentence.dependants(index, "aux:pass"))
    agents = sentence.dependants(index, "obl", "obl:agent")
    return passive and all(preposition(sentence, agent) != "by" for agent in agents)


def leaves_them_so(sentence: Sentence, index: int) -> bool:
    """Whether somebody is left dead or hurt: the word hangs on the verb or on its object."""
    return any(
        word in _LEFT_SO and index in {sentence.heads[at], *sentence.ancestors(sentence.heads[at])}
        for at, word in enumerate(sentence.words)
        if at > index and sentence.heads[at] >= 0 and "until" not in sentence.words[index:at]
    )


def _loses_life(sentence: Sentence, index: int) -> bool:
    """Whether people lose their lives, by whatever it is: "lost their lives"."""
    return any(sentence.words[child] in _LIFE for child in sentence.dependants(index, "obj"))


def _tells_of_harm(entry: Predicate) -> bool:
    """Whether a word tells of dead or hurt by itself: "died" does, "left" only where it leaves somebody dead."""
    return (
        entry.counts in {"killed", "wounded"}
        and entry.particle is None
        and not (entry.traces or entry.beside)
        and not any(clause.and_argument or not _LIFE.isdisjoint(clause.heads) for clause in entry.when)
    )


def plain_meaning(
    line: Line,
    index: int,
    lexicon: Lexicon,
    *,
    written: str | None = None,
    known: Known = NOBODY,
    tried: Arguments | None = None,
) -> Meaning | None:
    """What a verb means with the tree's subject and object alone, whatever PropBank's labels say; nothing where these
    are the arguments that were `tried` in vain.
    """
    if line.sentence.upos[index] != "VERB" or index not in line.sentence.predicate_at:
        return None
    word = line.sentence.words[index] if written is None else written
    found = arguments_of(line, index, None, tree_only=True)
    if found == tried:
        return None
    predicate = _selected(line.sentence, index, None, found, lexicon, word, known)
    return _meant(line.sentence, index, predicate, found) if predicate is not None else None


def _meant(sentence: Sentence, index: int, predicate: Predicate, found: Arguments) -> Meaning:
    leaning = predicate.beside or (predicate.traces and not marked_by_force(sentence))
    return Meaning(predicate, found, leaning)


def arguments_of(line: Line, index: int, light: int | None, *, tree_only: bool = False) -> Arguments:
    """The arguments of the word on token `index` and of the light verb that it is the object of; times are none."""
    sentence = line.sentence
    found = arguments(sentence, index, tree_only=tree_only)
    if light is not None:
        undergone = sentence.words[light] in _UNDERGOING
        _borrow(found, arguments(sentence, light, tree_only=tree_only), index, undergone=undergone)
    for heads in (*found.by_label.values(), found.of) if line.times else ():
        heads[:] = [
            head for head in heads if not any(span_covers(line, head, time.span) for time in line.times)
        ]
    return found


def _selected(
    sentence: Sentence,
    index: int,
    light: int | None,
    found: Arguments,
    lexicon: Lexicon,
    word: str,
    known: Known,
) -> Predicate | None:
    light_lemma = lexicon.lemma(sentence.words[light], "VERB") if light is not None else None
    if word == "gone" and sentence.upos[index] == "VERB" and _is_away(sentence, index):
        word = "left"
    particled = lexicon.has_particles(word, sentence.upos[index])
    if word in _BY_ITSELF and _of_itself(sentence, index):
        return None  # "the newspaper closed in May"
    predicate = lexicon.select(
        word,
        sentence.upos[index],
        _Heads(sentence, index, found, known),
        particles=particles_of(sentence, index) if particled else (),
        own=_own_particles(sentence, index) if particled else (),
        light=light_lemma,
    )
    if predicate is not None and predicate.type == "ASSAULT" and _outright(sentence, index):
        return replace(predicate, counts="killed")
    return predicate


class _Heads(Mapping[str, frozenset[str]]):
    """The words that head a predicate's arguments, by label, none where it has no such argument.

    They are gathered when a meaning asks for them: of most labels none does.
    """

    __slots__ = ("_found", "_index", "_known", "_sentence", "_words")

    def __init__(self, sentence: Sentence, index: int, found: Arguments, known: Known) -> None:
        self._sentence = sentence
        self._index = index
        self._found = found
        self._known = known
        self._words: dict[str, frozenset[str]] = {}

    def __getitem__(self, label: str) -> frozenset[str]:
        words = self._words.get(label)
        if words is None:
            words = self._words[label] = self._gathered(label)
        return words

    def __iter__(self) -> Iterator[str]:
        yield from dict.fromkeys((*self._found.by_label, *self._found.clauses, "of"))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _gathered(self, label: str) -> frozenset[str]:
        sentence, found = self._sentence, self._found
        heads = found.by_label.get(label)
        words = _words(sentence, heads, self._known) if heads else frozenset()
        if label == "of" and found.of:
            words |= _words(sentence, found.of, self._known)
        if verbs := found.clauses.get(label):
            words |= {sentence.words[verb] for verb in verbs}
        if label == "ARG0" and words:
            words |= _act_above(sentence, self._index)
        return words


def _of_itself(sentence: Sentence, index: int) -> bool:
    """Whether a thing is told to do what others do to it: "the newspaper closed", but not "rebels closed the road"."""
    if sentence.upos[index] != "VERB" or sentence.dependants(index, "obj", "aux:pass", "compound:prt"):
        return False
    if sentence.deprels[index] not in {"root", "conj", "parataxis", "ccomp", "advcl"}:
        return False
    subjects = sentence.dependants(index, "nsubj")
    return any(sentence.words[subject] in _CLOSING for subject in subjects)


def _is_away(sentence: Sentence, index: int) -> bool:
    """Whether "gone" tells that somebody is not there any more: "will be gone by December"."""
    beside = {sentence.words[child] for child in sentence.dependants(index, "aux", "aux:pass", "cop")}
    return not beside.isdisjoint(("be", "are", "is", "were", "was", "'re", "’re"))


def _outright(sentence: Sentence, index: int) -> bool:
    """Whether those struck died of it: "shot dead", "stabbed to death", "fatally wounded"."""
    behind, before = sentence.words[index + 1 : index + 3], sentence.words[max(0, index - 1) : index]
    if behind[:1] == ("dead",) or behind == ("to", "death") or before in _FATALLY or behind[:1] in _FATALLY:
        return True
    return any(
        sentence.words[child] == "death" and preposition(sentence, child) == "to"
        for child in sentence.dependants(index, "obl")
    ) or any(sentence.words[child] == "dead" for child in sentence.dependants(index, "xcomp", "advcl"))


def _act_above(sentence: Sentence, index: int) -> frozenset[str]:
    """What a clause may be about besides the noun that it is hung on: of "the raid on the camp that left six dead" the
    raid.
    """
    noun = sentence.heads[index]
    if sentence.words[index] not in _LEAVING or sentence.deprels[index] != "acl:relcl" or noun < 0:
        return frozenset()
    if not any(sentence.words[child] in _RELATIVE for child in sentence.dependants(index, "nsubj")):
        return frozenset()
    found: set[str] = set()
    while sentence.deprels[noun] in {"nmod", "obl"} and sentence.heads[noun] >= 0:
        noun = sentence.heads[noun]
        found.add(sentence.words[noun])
    return frozenset(found)


def _own_particles(sentence: Sentence, index: int) -> list[str]:
    """What the tree draws as a verb's particles; "up" of "send up to 300 men" is the number's."""
    return [
        sentence.words[child]
        for child in sentence.dependants(index, "compound:prt")
        if not (
            sentence.words[child + 1 : child + 2] == ("to",)
            and sentence.upos[child + 2 : child + 3] == ("NUM",)
        )
    ]


_MONTHS = frozenset(month.lower() for month in calendar.month_name if month)
"""What "in" leads to where it is no particle: "the figure that the envoy gave in March"."""


def particles_of(sentence: Sentence, index: int) -> frozenset[str]:
    """A verb's own particles, also where the tree takes them for adverbs or for a part of a preposition behind."""
    found = set(_own_particles(sentence, index))
    for child in sentence.dependants(index, "advmod", "obl", "obj"):
        behind = sentence.upos[child + 1 : child + 2] in (("ADJ",), ("NOUN",), ("PROPN",))
        phrase = (
            sentence.words[child] == "in" and child > index + 1 and behind
        )  # "brought home in due course"
        if sentence.words[child] in _PARTICLES and child > index and not phrase:
            found.add(sentence.words[child])
        first, _, rest = preposition(sentence, child).partition(" ")
        out_of = any(sentence.words[c] == "of" for c in sentence.dependants(child, "case")) and first != "of"
        beside = first in _PARTICLES and sentence.words[index + 1 : index + 2] == (first,)
        dated = first == "in" and sentence.words[child] in _MONTHS
        if rest or out_of or (beside and not dated):
            found.add(first)
    return frozenset(found)


def _under_of(predicate: Predicate, found: Arguments) -> None:
    """What hangs on a noun with "of" fills the field that the word says "of" fills, whatever its label."""
    if not found.of or not ("of" in predicate.roles or "of" in predicate.otherwise):
        return
    for label, heads in found.by_label.items():
        if label != "of":
            heads[:] = [head for head in heads if head not in found.of]
    found.by_label["of"] = list(found.of)


def _borrow(noun: Arguments, verb: Arguments, index: int, *, undergone: bool) -> None:
    """A light verb's subject and prepositional phrases belong to its object's event: "launched an attack on"; whoever
    came under attack is whom it struck.
    """
    for label, heads in verb.by_label.items():
        for head in heads:
            if head != index and undergone and label in {"ARG0", "ARG1"}:
                for others in noun.by_label.values():
                    others[:] = [other for other in others if other != head]
                noun.add("ARG1", head)
            elif head != index and (label == "ARG0" or label.islower()):
                noun.add(label, head)
            elif head != index and label == "ARG2":
                noun.add("to", head)  # "gave Mozambique a grant"


def _name_class(sentence: Sentence, index: int) -> frozenset[str]:
    """The class of names that a token belongs to, if to any."""
    name = sentence.name_at.get(index)
    if name is not None:
        known = _NAMED.get(name.label, ())
        return frozenset([_NAME_CLASSES.get(name.label, "@forces"), *known])
    if sentence.upos[index] == "PROPN" and sentence.tokens[index].text[:1].isupper():
        # A name that nobody knows: whoever bears it can act.
        return frozenset(["@state"])
    return frozenset()


def _words(sentence: Sentence, heads: list[int], known: Known) -> frozenset[str]:
    words: set[str] = set()
    for head in heads:
        for part in conjuncts(sentence, head):
            words.add(sentence.words[part])
            words.update(known.get(part, ()))
            words.update(_name_class(sentence, part))
            name = sentence.name_at.get(part)
            if name is not None:
                inside = sentence.words[name.first : name.stop]
                words.add(" ".join(inside))
                if not OPERATION_WORDS.isdisjoint(inside):
                    words.add("@operation")
                if inside[0] in _SITES:
                    words.add(inside[0])  # "Camp Geille"
            words.update(_SUMS.intersection(sentence.words[c] for c in sentence.dependants(part, "nummod")))
            for child in sentence.dependants(part, "compound"):
                words.add(f"{sentence.words[child]} {sentence.words[part]}")
            for whole in (part, *(sentence.dependants(part, "nmod") if sentence.upos[part] == "NUM" else ())):
                if any(sentence.words[child] in _OURS for child in sentence.dependants(whole, "nmod:poss")):
                    words.add(f"our {sentence.words[whole]}")  # "three of our men"
            if sentence.upos[part] == "NUM" or sentence.words[part] in _SHARES:
                # "two of its vehicles", "a third of the division", "400 of the police officers"
                for child in sentence.dependants(part, "nmod"):
                    if preposition(sentence, child) == "of":
                        words.add(sentence.words[child])
                        words.update(_name_class(sentence, child))  # "most of Lyman"
                        words.update(
                            f"{sentence.words[below]} {sentence.words[child]}"
                            for below in sentence.dependants(child, "compound")
                        )
    return frozenset(words)
