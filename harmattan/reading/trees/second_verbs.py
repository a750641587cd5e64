"""What a second verb takes: of "killed three and wounded six others" the six are not the first one's."""

from __future__ import annotations

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.hanging import hung, moved, tagged
from harmattan.reading.trees.triggers import only_with

_NOUNS = frozenset(["NOUN", "PROPN"])
_SLAYING = frozenset("killed shot murdered massacred slaughtered executed".split())
_HURT = frozenset(["injured", "wounded", "hurt", "maimed"])
_COUNTING = frozenset(
    "at more another over nearly some about around dozens scores hundreds several many".split()
)


_PREPARED = frozenset("planned prepared plotted organised organized financed funded".split())
_CARRIED_OUT = frozenset(
    "carried executed conducted committed perpetrated staged launched waged mounted".split()
)


@only_with("conj", words=_CARRIED_OUT)
def planned_and_done(sentence: Sentence) -> Sentence:
    """What was done after it was planned was done: in "planned and carried out by the Front" the doing leads."""
    if _PREPARED.isdisjoint(sentence.words):
        return sentence
    for verb, word in enumerate(sentence.words):
        above = sentence.heads[verb]
        if word not in _CARRIED_OUT or sentence.deprels[verb] != "conj" or above < 0:
            continue
        passive = sentence.dependants(above, "aux:pass") or sentence.deprels[above].startswith("acl")
        if sentence.words[above] not in _PREPARED or above > verb or not passive:
            continue
        moves = {verb: (sentence.heads[above], sentence.deprels[above]), above: (verb, "conj")}
        moves |= {
            child: (verb, sentence.deprels[child])
            for child in sentence.children[above]
            if child < above or child > verb
        }
        sentence = moved(sentence, moves)
    return sentence


@only_with("amod", "obj", words=_HURT)
def also_hurt(sentence: Sentence) -> Sentence:
    """What qualifies a number of people behind "killed ... and" tells what else was done: "and injured scores"."""
    for hurt in range(2, len(sentence) - 1):
        noun = sentence.heads[hurt]
        if sentence.words[hurt] not in _HURT or sentence.deprels[hurt] != "amod" or noun < hurt:
            continue
        opened = sentence.words[hurt - 1] in {"and", ","}
        counted = sentence.upos[hurt + 1] == "NUM" or sentence.words[hurt + 1] in _COUNTING
        killed = [at for at in range(hurt) if sentence.words[at] in _SLAYING and sentence.upos[at] == "VERB"]
        if not (opened and counted and killed) or not sentence.dependants(killed[-1], "obj"):
            continue
        sentence = tagged(hung(sentence, hurt, killed[-1], "conj"), hurt, "VERB")
        sentence = hung(sentence, noun, hurt, "obj")
        if sentence.deprels[hurt - 1] == "cc":
            sentence = hung(sentence, hurt - 1, hurt, "cc")
    return sentence


@only_with("conj", "obj", words=_HURT)
def hurt_beside(sentence: Sentence) -> Sentence:
    """Who is drawn as hurt beside what was done to others is so by the same: "killed 12 men and injured about nine"."""
    for hurt, word in enumerate(sentence.words):
        verb = sentence.heads[hurt]
        if word not in _HURT or sentence.upos[hurt] != "ADJ" or sentence.deprels[hurt] != "conj" or verb < 0:
            continue
        if sentence.words[verb] not in _SLAYING or not sentence.dependants(verb, "obj"):
            continue
        for below in sentence.dependants(hurt, "nsubj", "obl"):
            counted = sentence.upos[below] == "NUM" or sentence.dependants(below, "nummod")
            if below > hurt and counted:
                sentence = tagged(hung(sentence, below, hurt, "obj"), hurt, "VERB")
                break
    return sentence


def objects_behind(sentence: Sentence) -> Sentence:
    """A verb's second object behind another verb without one is that verb's: "killed 12 people and injured nine"; also
    where that other verb hangs on the first object.
    """
    if sentence.deprels.count("obj") < 2:
        return sentence
    for verb, upos in enumerate(sentence.upos):
        if upos != "VERB":
            continue
        objects = [child for child in sentence.dependants(verb, "obj") if child > verb]
        if len(objects) < 2:
            continue
        last = objects[-1]
        first = [child for child in objects[:-1] if sentence.upos[child] in {*_NOUNS, "NUM", "PRON"}]
        between = [
            other
            for above in (verb, *first[-1:])
            for other in sentence.dependants(above, "conj", "advcl")
            if first and first[-1] < other < last and sentence.upos[other] == "VERB"
        ]
        if between and _wants_an_object(sentence, between[-1]):
            sentence = _taken(sentence, last, between[-1], verb)
    return sentence


@only_with("conj", "obj")
def listed_behind(sentence: Sentence) -> Sentence:
    """Who stands behind another verb without an object is no more of the first one's: "killed two and wounded four"."""
    for last, head in enumerate(sentence.heads):
        if sentence.deprels[last] != "conj" or sentence.upos[last] not in {*_NOUNS, "NUM"} or head >= last:
            continue
        verb = sentence.heads[head]
        if verb < 0 or sentence.deprels[head] != "obj" or sentence.dependants(last, "cc", "case"):
            continue
        between = [
            other
            for above in (verb, head)
            for other in sentence.dependants(above, "conj")
            if head < other < last and sentence.upos[other] == "VERB"
        ]
        if not between or not _wants_an_object(sentence, between[-1]):
            continue
        if "," in sentence.words[between[-1] : last]:
            continue
        sentence = _taken(sentence, last, between[-1], verb)
    return sentence


def _wants_an_object(sentence: Sentence, verb: int) -> bool:
    return not sentence.dependants(verb, "obj", "aux:pass", "nsubj:pass", "nsubj")


def _taken(sentence: Sentence, noun: int, second: int, first: int) -> Sentence:
    """The sentence with a noun as the second verb's object, and that verb beside the first, wherever it was drawn."""
    sentence = hung(sentence, noun, second, "obj")
    return sentence if sentence.heads[second] == first else hung(sentence, second, first, "conj")
