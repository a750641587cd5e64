"""Who a person is, drawn as somebody beside them: "legal adviser Ana Ruiz", "Ana Ruiz, a leader and former envoy"."""

from __future__ import annotations

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.hanging import MEASURES, hung
from harmattan.reading.trees.triggers import only_with

_ONE = frozenset(["was", "is", "has"])
"""Auxiliaries of a single subject."""


@only_with("flat")
def described(sentence: Sentence) -> Sentence:
    """A noun right before a person's name and the name, both drawn as the same part of one word, are one: "legal
    adviser Ana Ruiz was shot". What is coordinated with a person behind what they are, though the verb tells of one, is
    what they are, too: "Ana Ruiz, a leader and former envoy, was shot".
    """
    for name in sentence.names:
        if name.label != "PER":
            continue
        inside = range(name.first, name.stop)
        head = next((at for at in inside if sentence.heads[at] not in inside), -1)
        noun = name.first - 1
        if head < 0:
            continue
        if noun >= 0 and _is_one_part(sentence, noun, head):
            sentence = hung(sentence, head, noun, "appos")
            continue
        sentence = _of_one_subject(sentence, head)
    return sentence


def _is_one_part(sentence: Sentence, noun: int, head: int) -> bool:
    """Whether a noun without a comma behind it is drawn as what the name behind it is."""
    if noun in sentence.name_at or sentence.upos[noun] != "NOUN" or sentence.words[noun] in MEASURES:
        return False
    if sentence.heads[noun] != sentence.heads[head] or sentence.heads[noun] < 0:
        return False
    return sentence.deprels[noun] == sentence.deprels[head] and not sentence.dependants(head, "case")


def _of_one_subject(sentence: Sentence, head: int) -> Sentence:
    """The sentence with what a person is beside what else they are, where the verb tells of them alone."""
    verb = sentence.heads[head]
    if verb < 0 or not sentence.deprels[head].startswith("nsubj"):
        return sentence
    beside = next(
        (at for at in sentence.dependants(head, "appos", "nmod:desc") if _is_behind(sentence, at)), -1
    )
    if beside < 0:
        return sentence
    auxiliaries = {sentence.words[at] for at in sentence.dependants(verb, "aux", "aux:pass", "cop")}
    if auxiliaries.isdisjoint(_ONE):
        return sentence
    others = (*sentence.dependants(head, "conj"), *sentence.dependants(beside, "conj"))
    for other in others:
        if beside < other < verb and sentence.upos[other] == "NOUN" and other not in sentence.name_at:
            sentence = hung(hung(sentence, beside, head, "appos"), other, head, "appos")
    return sentence


def _is_behind(sentence: Sentence, index: int) -> bool:
    """Whether a noun stands behind what it hangs on."""
    return sentence.upos[index] == "NOUN" and index > sentence.heads[index]
