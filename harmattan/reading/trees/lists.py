"""Lists of people, drawn otherwise: "the murder of Ana Ruiz, her driver and a guard", "six priests, their cook and her
daughter".
"""

from __future__ import annotations

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.hanging import hung
from harmattan.reading.trees.phrases import preposition
from harmattan.reading.trees.triggers import only_with

_DEEDS = frozenset(
    """murder murders killing killings assassination assassinations kidnapping kidnappings abduction abductions death
    deaths massacre slaying slayings execution executions shooting wounding arrest capture release""".split()
)
"""Nouns of what is done to people, who stand behind "of"."""
_DETERMINED = ("det", "nummod", "nmod:poss")
_NOUNS = frozenset(["NOUN", "PROPN"])


@only_with("conj", "nmod", words=_DEEDS)
def suffering(sentence: Sentence) -> Sentence:
    """Those who stand beside whom a deed was done to suffered it, too, and are no further deed."""
    for other, relation in enumerate(sentence.deprels):
        deed = sentence.heads[other]
        if relation != "conj" or deed < 0 or sentence.words[deed] not in _DEEDS:
            continue
        if sentence.upos[other] not in _NOUNS or not _is_told_apart(sentence, other):
            continue
        if sentence.words[other] in _DEEDS or sentence.dependants(other, "case"):
            continue
        of = [child for child in sentence.dependants(deed, "nmod") if preposition(sentence, child) == "of"]
        if of and deed < of[-1] < other:
            sentence = hung(sentence, other, of[-1], "conj")
    return sentence


@only_with("conj", "appos")
def no_appositions(sentence: Sentence) -> Sentence:
    """The second of three between a comma and an "and" is no more of what the first is: "the mayor, two councilmen and
    an inspector". Where a comma follows and the verb tells of one, the third is no more than that: "the minister, a
    former general and a friend of the president, was killed".
    """
    for second, relation in enumerate(sentence.deprels):
        first = sentence.heads[second]
        if relation != "appos" or not 0 <= first < second or sentence.upos[second] != "NOUN":
            continue
        others = (*sentence.dependants(first, "conj"), *sentence.dependants(second, "conj"))
        last = next((at for at in others if at > second), -1)
        if last < 0 or not (_is_told_apart(sentence, second) and _is_told_apart(sentence, last)):
            continue
        behind = (
            sentence.subtree(second)[-1] + 1 if sentence.heads[last] == first else sentence.subtree(last)[0]
        )
        closed = sentence.words[sentence.subtree(last)[-1] + 1 :][:1] == (",",)
        if behind >= len(sentence) or sentence.words[behind] != "and":
            continue
        if closed:
            if _is_of_one(sentence, first):
                sentence = hung(sentence, last, first, "appos")
            continue
        if first in sentence.name_at and sentence.dependants(second, "det"):
            continue  # "Ana Ruiz, a judge and a mother of two"
        sentence = hung(sentence, second, first, "conj")
    return sentence


def _is_of_one(sentence: Sentence, subject: int) -> bool:
    """Whether a subject's verb tells of one."""
    verb = sentence.heads[subject]
    if verb < 0 or not sentence.deprels[subject].startswith("nsubj"):
        return False
    auxiliaries = sentence.dependants(verb, "aux", "aux:pass", "cop")
    return any(sentence.words[at] in {"was", "is", "has"} for at in auxiliaries)


def _is_told_apart(sentence: Sentence, noun: int) -> bool:
    """Whether a noun has an article, a number or an owner of its own, or is a name."""
    return noun in sentence.name_at or bool(sentence.dependants(noun, *_DETERMINED))
