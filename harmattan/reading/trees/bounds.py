"""The "up to" of a number, which a small parser draws to the verb: "will send up to 75 trainers"."""

from __future__ import annotations

from dataclasses import replace

from harmattan.reading.marks import Predicate, Sentence
from harmattan.reading.trees.triggers import only_with

_ROUGHLY = frozenset("about around some perhaps roughly".split())


@only_with(words=["up"])
def bounds(sentence: Sentence) -> Sentence:
    """The sentence with each "up to" hung on its number, and what is so counted as the object of a verb right before
    that has none.
    """
    words = sentence.words
    for up, word in enumerate(words[:-2]):
        if word != "up" or words[up + 1] != "to":
            continue
        number = up + 2 + (words[up + 2] in _ROUGHLY)
        if sentence.upos[number : number + 1] == ("NUM",):
            sentence = _drawn_to_number(sentence, up, number)
    return sentence


def _drawn_to_number(sentence: Sentence, up: int, number: int) -> Sentence:
    counts = sentence.deprels[number] == "nummod" and sentence.heads[number] > number
    noun = sentence.heads[number] if counts else number
    heads, deprels = list(sentence.heads), list(sentence.deprels)
    if number in sentence.subtree(up) or number in sentence.subtree(up + 1):
        return sentence  # Hung below the number, the two would close a circle.
    torn = heads[up] != number and deprels[up] in {"compound:prt", "advmod", "case"}
    if not torn:
        return sentence
    heads[up], deprels[up] = number, "advmod"
    heads[up + 1], deprels[up + 1] = up, "fixed"
    verb = heads[noun]
    behind = verb >= 0 and sentence.upos[verb] == "VERB" and verb == up - 1
    bare = deprels[noun] == "obl" and not any(
        heads[child] == noun and deprels[child] == "case" for child in range(len(heads))
    )
    passive = any(
        heads[child] == verb and deprels[child] in {"obj", "aux:pass"} for child in range(len(heads))
    )
    predicates = sentence.predicates
    if behind and bare and not passive:
        deprels[noun] = "obj"
        predicates = tuple(
            _with_object(predicate, noun) if predicate.index == verb else predicate
            for predicate in predicates
        )
    return replace(sentence, heads=tuple(heads), deprels=tuple(deprels), predicates=predicates)


def _with_object(predicate: Predicate, noun: int) -> Predicate:
    """The predicate with a noun as what the verb is done to, where nothing else is."""
    if any(argument.label == "ARG1" for argument in predicate.arguments):
        return predicate
    return replace(
        predicate,
        arguments=tuple(
            replace(argument, label="ARG1") if argument.head == noun else argument
            for argument in predicate.arguments
        ),
    )
