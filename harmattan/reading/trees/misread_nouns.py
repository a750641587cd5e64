"""Nouns that are read amiss: "numbers 400 men", "seven more", "between the army and Kurdish militants"."""

from __future__ import annotations

from dataclasses import replace

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.hanging import hung, tagged
from harmattan.reading.trees.triggers import only_with

_ARMIES = frozenset("army military police government regime gendarmerie navy junta".split())
_DOING = frozenset("fighting shelling bombing shooting looting rioting skirmishing clashing".split())
_AT_AN_ACT = frozenset("in during after amid by from".split())
_MEANING = frozenset("plans pledges vows hopes aims".split())
"""Verbs that are plurals of nouns, too."""
_OF_AN_ACT = frozenset("between with against in near around for over on across at".split())


@only_with(words=["numbers"])
def numbering(sentence: Sentence) -> Sentence:
    """What "numbers" so many is a verb's subject, also where none is seen: "The force in Mali numbers 400 men"."""
    for verb in range(1, len(sentence) - 2):
        noun = sentence.heads[verb]
        if sentence.words[verb] != "numbers" or sentence.upos[verb] != "NOUN" or noun < verb:
            continue
        subject = sentence.heads[noun]
        counted = sentence.upos[verb + 1] in {"NUM", "ADV", "ADP"} and sentence.deprels[verb] == "compound"
        if not counted or not 0 <= subject < verb or sentence.deprels[subject] != "root":
            continue
        sentence = tagged(hung(sentence, verb, -1, "root"), verb, "VERB")
        sentence = hung(hung(sentence, subject, verb, "nsubj"), noun, verb, "obj")
    return sentence


@only_with(words=_MEANING)
def meaning_to(sentence: Sentence) -> Sentence:
    """What "and" goes on with is a verb where an infinitive stands behind it: "sent men and plans to send more"."""
    root = next((index for index, head in enumerate(sentence.heads) if head < 0), None)
    for verb in range(2, len(sentence) - 2):
        if sentence.words[verb] not in _MEANING or sentence.upos[verb] != "NOUN" or root is None:
            continue
        end = next((at for at in sentence.dependants(verb, "xcomp", "acl") if at > verb), None)
        if sentence.words[verb - 1] != "and" or sentence.words[verb + 1] != "to" or end is None:
            continue
        if not root < verb or sentence.upos[root] != "VERB" or sentence.deprels[verb] != "conj":
            continue
        sentence = tagged(hung(sentence, verb, root, "conj"), verb, "VERB")
        sentence = hung(sentence, end, verb, "xcomp")
    return sentence


@only_with(words=["more"])
def so_many_more(sentence: Sentence) -> Sentence:
    """A number with "more" and no noun counts people by itself: "wounding seven more"."""
    for more in range(1, len(sentence)):
        number = more - 1
        if sentence.words[more] != "more" or sentence.upos[number] != "NUM" or number in sentence.name_at:
            continue
        behind = sentence.upos[more + 1 : more + 2]
        if behind not in ((), ("PUNCT",), ("ADP",), ("CCONJ",), ("SCONJ",)):
            continue
        if sentence.words[more + 1 : more + 2] == ("than",):
            continue
        if sentence.heads[number] != more or sentence.heads[more] == number:
            continue
        heads, deprels = list(sentence.heads), list(sentence.deprels)
        heads[number], deprels[number] = heads[more], deprels[more]
        above = heads[more]
        if above >= 0 and sentence.upos[above] == "VERB" and not sentence.dependants(above, "obj"):
            deprels[number] = "obj"
        heads[more], deprels[more] = number, "amod"
        for child in sentence.children[more]:
            if child != number:
                heads[child] = number
        sentence = replace(sentence, heads=tuple(heads), deprels=tuple(deprels))
    return sentence


@only_with(words=_ARMIES)
def two_forces(sentence: Sentence) -> Sentence:
    """An army and a people's men are two: "between the army and Kurdish militants", which no compound is."""
    for army, word in enumerate(sentence.words[:-3]):
        behind = army + 2
        if word not in _ARMIES or sentence.words[army + 1] != "and" or sentence.upos[behind] != "ADJ":
            continue
        men = sentence.heads[behind] if sentence.heads[behind] != army else sentence.heads[army]
        if men <= behind or not sentence.tokens[behind].text[:1].isupper():
            continue
        if sentence.heads[army] != men or sentence.deprels[army] not in {"compound", "amod"}:
            continue
        heads, deprels, upos = list(sentence.heads), list(sentence.deprels), list(sentence.upos)
        heads[army], deprels[army], upos[army] = heads[men], deprels[men], "NOUN"
        heads[men], deprels[men] = army, "conj"
        heads[behind], deprels[behind] = men, "amod"
        heads[army + 1], deprels[army + 1] = men, "cc"
        for child in sentence.children[men]:
            if child < army:
                heads[child] = army
        sentence = replace(sentence, heads=tuple(heads), deprels=tuple(deprels), upos=tuple(upos))
    return sentence


@only_with("advcl", words=_DOING)
def done_as_nouns(sentence: Sentence) -> Sentence:
    """What is done without an object, between or against somebody, is an event and no clause: "killed in fighting
    between the army and rebels".
    """
    for act, word in enumerate(sentence.words):
        if word not in _DOING or sentence.upos[act] != "VERB" or sentence.deprels[act] != "advcl" or not act:
            continue
        before, behind = sentence.words[act - 1], sentence.words[act + 1 : act + 2]
        if before not in _AT_AN_ACT or not behind or behind[0] not in _OF_AN_ACT:
            continue
        if sentence.dependants(act, "obj", "nsubj", "aux") or sentence.heads[act - 1] != act:
            continue
        deprels = list(sentence.deprels)
        deprels[act], deprels[act - 1] = "obl", "case"
        for child in sentence.dependants(act, "obl"):
            deprels[child] = "nmod"
        sentence = tagged(replace(sentence, deprels=tuple(deprels)), act, "NOUN")
    return sentence
