"""Parts of a sentence that drift to the wrong verb: clauses, settings, the names of capitals, subjects."""

from __future__ import annotations

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.hanging import MEASURES, hung
from harmattan.reading.trees.triggers import only_with

_SUBJECTS = ("nsubj", "csubj", "expl")
_OPENERS = frozenset(["that", "which"])
_OWNED_UP = frozenset(["responsibility", "credit", "blame"])
_SEATS = frozenset("capital city town village stronghold".split())


@only_with("advcl", "nsubj", words=_OPENERS)
def adrift(sentence: Sentence) -> Sentence:
    """A clause that a bare "that" opens tells of a noun before it: "claimed a bombing on Sunday that killed two"."""
    for clause, relation in enumerate(sentence.deprels):
        above = sentence.heads[clause]
        if relation.partition(":")[0] != "advcl" or sentence.upos[clause] != "VERB":
            continue
        if not 0 <= above < clause:
            continue
        opened = sentence.subtree(clause)[0]
        if sentence.words[opened] not in _OPENERS or sentence.deprels[opened] != "nsubj":
            continue
        nouns = (at for at in range(opened - 1, above, -1) if sentence.upos[at] == "NOUN")
        noun = next((at for at in nouns if sentence.words[at] not in MEASURES), None)
        while noun is not None and sentence.heads[noun] > above and _is_of_a_deed(sentence, noun):
            noun = sentence.heads[noun]
        if noun is not None:
            sentence = hung(sentence, clause, noun, "acl:relcl")
    return sentence


def _is_of_a_deed(sentence: Sentence, noun: int) -> bool:
    """Whether a noun hangs on another that a clause behind both may tell of; nobody kills by "responsibility"."""
    above = sentence.heads[noun]
    return sentence.upos[above] == "NOUN" and sentence.words[above] not in _OWNED_UP


@only_with("ccomp", "nsubj")
def before_the_speaker(sentence: Sentence) -> Sentence:
    """What stands before the comma behind which somebody says so, and hangs on the saying, is part of what is said:
    "four were hurt at the mine overnight, residents told reporters".
    """
    for verb, upos in enumerate(sentence.upos):
        if upos != "VERB":
            continue
        told = [child for child in sentence.dependants(verb, "ccomp") if child < verb]
        subjects = [child for child in sentence.dependants(verb, "nsubj") if child < verb]
        if not told or not subjects or told[-1] > subjects[0]:
            continue
        start = sentence.subtree(subjects[0])[0]
        if sentence.words[start - 1] != ",":
            continue
        for stray in sentence.dependants(verb, "advmod", "obl", "obl:unmarked"):
            if stray < start:
                sentence = hung(sentence, stray, told[-1], sentence.deprels[stray])
    return sentence


@only_with("nsubj", words=_SEATS)
def capitals_by_name(sentence: Sentence) -> Sentence:
    """The name behind "the Somali capital," is the capital's, also where a verb follows on it at once."""
    for name, word in enumerate(sentence.words[:-2], 2):
        noun = name - 2
        if word not in _SEATS or sentence.words[name - 1] != "," or sentence.deprels[name] != "nsubj":
            continue
        others = [child for child in sentence.dependants(sentence.heads[name], "nsubj") if child < noun]
        if others and sentence.upos[name] == "PROPN":
            sentence = hung(sentence, name, noun, "appos")
    return sentence


@only_with("aux:pass", "obl")
def bare_subjects(sentence: Sentence) -> Sentence:
    """A noun before a passive without a subject, and no preposition by it, undergoes it: "Up to 30 men were killed"."""
    for noun, relation in enumerate(sentence.deprels):
        verb = sentence.heads[noun]
        if relation not in {"obl", "obl:unmarked"} or sentence.upos[noun] != "NOUN" or noun > verb:
            continue
        if not sentence.dependants(verb, "aux:pass") or sentence.dependants(verb, *_SUBJECTS):
            continue
        if not sentence.dependants(noun, "case") and sentence.words[noun] not in MEASURES:
            sentence = hung(sentence, noun, verb, "nsubj:pass")
    return sentence
