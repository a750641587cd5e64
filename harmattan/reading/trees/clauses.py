"""Mends what a small parser draws wrongly around whole clauses, where their own words show it.

- An active verb drawn as a passive, mostly before quotes: "the government blamed \u201cterrorists\u201d".
- Who says what stands before, drawn as the last of those it names: "killing nine people, a doctor and a guard said".
- Of two who say so, the first drawn as the last of those told of: "killing six men, medics and the agency said".
- What is told of a speaker behind their words, drawn as a part of the words: "..., said Ana, whose brother was killed".
"""

from __future__ import annotations

from dataclasses import replace

from harmattan.reading.marks import Predicate, Sentence
from harmattan.reading.trees.triggers import only_with

_NOUNS = frozenset(["NOUN", "PROPN"])
_SAYING = frozenset("said say says told".split())
_SPEAKERS = frozenset(
    """source sources official officials resident residents witness witnesses doctor doctors medic medics nurse nurses
    spokesman spokeswoman spokesperson police authorities officer officers analyst analysts expert experts diplomat
    diplomats villager villagers administrator administrators activist activists lawmaker lawmakers survivor
    survivors relative relatives commander commanders governor mayor group groups leader leaders chief ministry army
    military statement report media elder elders worker workers observers observatory monitor monitors""".split()
)
"""Who says so more often than they are struck, where a verb of saying without another subject follows."""
_FATES = frozenset("killed killing wounded wounding injured injuring hurt hurting kidnapped abducted".split())
_RELATIVE = frozenset(["who", "whose"])
_TOLD = frozenset(["parataxis", "ccomp", "conj", "advcl", "acl:relcl", "acl", "dep"])


@only_with("nsubj:pass")
def active(sentence: Sentence) -> Sentence:
    """A past tense with a subject and an object, neither with a preposition, is active, also in its arguments."""
    undergone = {
        head
        for head, relation in zip(sentence.heads, sentence.deprels, strict=True)
        if relation == "nsubj:pass"
    }
    for verb in sorted(undergone):
        if sentence.upos[verb] != "VERB" or sentence.deprels[verb].startswith("acl"):
            continue
        before = [child for child in sentence.dependants(verb, "nsubj:pass") if child < verb]
        if len(before) != 1 or sentence.dependants(verb, "aux:pass") or _is_being(sentence, verb):
            continue
        behind = [
            child
            for child in sentence.dependants(verb, "obj", "nsubj:pass", "obl:agent", "obl")
            if child > verb and not _opened(sentence, child) and sentence.upos[child] in _NOUNS
        ]
        if len(behind) != 1 or behind[0] - verb > _NEAR:
            continue
        heads, deprels = list(sentence.heads), list(sentence.deprels)
        deprels[before[0]], deprels[behind[0]] = "nsubj", "obj"
        told = {before[0]: "ARG0", behind[0]: "ARG1"}
        predicates = tuple(
            _relabelled(one, told) if one.index == verb else one for one in sentence.predicates
        )
        sentence = replace(sentence, heads=tuple(heads), deprels=tuple(deprels), predicates=predicates)
    return sentence


def _opened(sentence: Sentence, noun: int) -> bool:
    """Whether a preposition opens a noun's phrase, or its words are of time ("obl:unmarked")."""
    return bool(sentence.dependants(noun, "case")) or sentence.deprels[noun] == "obl:unmarked"


_NEAR = 8
"""How many words on the object of such a verb may stand."""


def _is_being(sentence: Sentence, verb: int) -> bool:
    return any(sentence.words[aux] in _BEING for aux in sentence.dependants(verb, "aux", "cop"))


_BEING = frozenset("be been being is are was were get gets got getting".split())


def _relabelled(predicate: Predicate, labels: dict[int, str]) -> Predicate:
    return replace(
        predicate,
        arguments=tuple(
            replace(argument, label=labels.get(argument.head, argument.label))
            for argument in predicate.arguments
        ),
    )


@only_with(words=_FATES)
def counted(sentence: Sentence) -> Sentence:
    """Who is counted right behind a verb that tells their fate is its object: "killed at least nine"."""
    for verb, word in enumerate(sentence.words):
        if word not in _FATES or sentence.upos[verb] not in {"VERB", "ADJ"}:
            continue
        deprel, head = sentence.deprels[verb], sentence.heads[verb]
        if sentence.upos[verb] == "ADJ" or (deprel in {"conj", "acl"} and head >= 0):
            sentence = _second_fate(sentence, verb)
        if sentence.upos[verb] != "VERB" or sentence.dependants(verb, "obj", "aux:pass", "nsubj:pass"):
            continue
        for child in sentence.dependants(verb, "obl"):
            near = verb < child <= verb + _NEAR and sentence.deprels[child] == "obl"
            if near and sentence.dependants(child, "nummod") and not _opened(sentence, child):
                heads, deprels = list(sentence.heads), list(sentence.deprels)
                deprels[child] = "obj"
                sentence = replace(sentence, heads=tuple(heads), deprels=tuple(deprels))
                break
    return sentence


_ACTIVE_FATES = frozenset("killed killing wounding injuring hurting".split())


def _second_fate(sentence: Sentence, verb: int) -> Sentence:
    """ "killed nine people and injured 17", where the tree has the injured for some of the people."""
    number = verb + 1
    if (
        number >= len(sentence)
        or sentence.upos[number] != "NUM"
        or sentence.upos[verb - 1 : verb] != ("CCONJ",)
    ):
        return sentence
    if sentence.upos[number + 1 : number + 2] not in ((), ("PUNCT",), ("ADP",), ("CCONJ",)):
        return sentence
    first = next((at for at in range(verb - 1, -1, -1) if sentence.words[at] in _ACTIVE_FATES), None)
    if (
        first is None
        or sentence.upos[first] != "VERB"
        or sentence.dependants(first, "aux:pass", "nsubj:pass")
    ):
        return sentence
    if first in sentence.subtree(verb) or verb in sentence.subtree(number):
        return sentence
    heads, deprels, upos = list(sentence.heads), list(sentence.deprels), list(sentence.upos)
    heads[verb], deprels[verb], upos[verb] = first, "conj", "VERB"
    heads[number], deprels[number] = verb, "obj"
    return replace(sentence, heads=tuple(heads), deprels=tuple(deprels), upos=tuple(upos))


@only_with(words=_SAYING)
def speakers(sentence: Sentence) -> Sentence:
    """Nouns of those who speak, coordinated with what is told, right before a verb of saying without a subject."""
    for verb, word in enumerate(sentence.words):
        if word not in _SAYING or verb == 0 or sentence.upos[verb] != "VERB":
            continue
        if sentence.dependants(verb, "nsubj", "nsubj:pass", "aux:pass"):
            continue
        last = verb - 1
        first = sentence.heads[last]
        if (
            sentence.deprels[last] not in {"conj", "appos"}
            or first < 0
            or not _is_said(sentence, first, verb)
        ):
            continue
        listed = [child for child in sentence.dependants(first, "conj", "appos") if first < child <= last]
        own: list[int] = []
        for noun in reversed(listed):
            if sentence.words[noun] not in _SPEAKERS:
                break
            own.insert(0, noun)
        if not own or "," not in sentence.words[first : own[0]]:
            continue
        heads, deprels = list(sentence.heads), list(sentence.deprels)
        heads[own[0]], deprels[own[0]] = verb, "nsubj"
        for noun in own[1:]:
            heads[noun], deprels[noun] = own[0], "conj"
        sentence = replace(sentence, heads=tuple(heads), deprels=tuple(deprels))
    return sentence


@only_with("nsubj", words=_SAYING)
def joint_speakers(sentence: Sentence) -> Sentence:
    """The first of two who say so, drawn as the last of those that are told of: "killing six men, medics and the agency
    said".
    """
    for verb, word in enumerate(sentence.words):
        if word not in _SAYING or sentence.upos[verb] != "VERB":
            continue
        for last in sentence.dependants(verb, "nsubj"):
            first = sentence.subtree(last)[0]
            first -= sentence.words[first] != "and"
            if first < 3 or sentence.words[first] != "and" or last > verb:
                continue
            noun = first - 1
            while noun > 0 and sentence.words[noun] not in _SPEAKERS and sentence.upos[noun] in _NOUNS:
                noun -= 1
            alone = sentence.words[noun] in _SPEAKERS and sentence.deprels[noun] in {"conj", "appos"}
            start = sentence.subtree(noun)[0]
            comma = "," in sentence.words[start - 1 : start + 1]
            if not (alone and comma) or sentence.heads[noun] > noun:
                continue
            heads, deprels = list(sentence.heads), list(sentence.deprels)
            heads[noun], deprels[noun] = verb, "nsubj"
            heads[last], deprels[last] = noun, "conj"
            heads[first], deprels[first] = last, "cc"
            sentence = replace(sentence, heads=tuple(heads), deprels=tuple(deprels))
    return sentence


def _is_said(sentence: Sentence, word: int, verb: int) -> bool:
    """Whether a word stands in what a verb of saying has before it."""
    return any(
        above == verb and below < verb
        for below, above in zip((word, *sentence.ancestors(word)), sentence.ancestors(word), strict=False)
    )


@only_with(words=_RELATIVE)
def of_the_speaker(sentence: Sentence) -> Sentence:
    """A clause with "who" or "whose" right behind a noun and a comma is told of the noun, and not of another verb."""
    for index, word in enumerate(sentence.words):
        if word not in _RELATIVE or index < 2 or sentence.words[index - 1] != ",":
            continue
        before = index - 2
        if sentence.words[before] == "." and before:
            before -= 1  # "Wafa M., whose brother"
        verb = _verb_of(sentence, index)
        if verb is None or verb < index or sentence.upos[before] not in _NOUNS:
            continue
        above = sentence.heads[verb]
        if (
            sentence.deprels[verb] not in _TOLD
            or above < 0
            or sentence.upos[above] != "VERB"
            or above > before
        ):
            continue
        while sentence.deprels[before] in {"flat", "compound"} and sentence.heads[before] >= 0:
            before = sentence.heads[before]
        if before in sentence.subtree(verb):
            continue
        heads, deprels = list(sentence.heads), list(sentence.deprels)
        heads[verb], deprels[verb] = before, "acl:relcl"
        sentence = replace(sentence, heads=tuple(heads), deprels=tuple(deprels))
    return sentence


def _verb_of(sentence: Sentence, pronoun: int) -> int | None:
    """The verb whose subject a pronoun is, or whose subject or object it owns."""
    above = sentence.heads[pronoun]
    if sentence.words[pronoun] == "whose" and above >= 0:
        above = sentence.heads[above]
    return above if above >= 0 and sentence.upos[above] == "VERB" else None
