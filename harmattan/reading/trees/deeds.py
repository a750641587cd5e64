"""Verbs of what somebody did, and who did it, that a small parser draws as parts of a phrase.

- The last of several deeds, drawn as a noun beside the verbs: "looted the camp and arrested scores of men".
- Who does it, right behind a day without a comma, drawn as a part of the day: "On 1 February M23 shelled Kaina".
"""

from __future__ import annotations

from dataclasses import replace

from harmattan.reading.marks import Sentence

_NOUNS = frozenset(["NOUN", "PROPN"])
_SUBJECTS = ("nsubj", "csubj", "expl")
_HELPERS = ("aux", "aux:pass", "cop", "mark")
_PAST = ("ed", "took", "won", "lost", "held", "hit", "shot", "struck", "made", "fought", "slew", "fell")
_DAYS = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday""".split()
)


def torn_deeds(sentence: Sentence) -> Sentence:
    """A noun coordinated with a verb, an "and" and a past tense before it: the tense is the second verb."""
    for noun, verb in enumerate(sentence.heads):
        if sentence.deprels[noun] != "conj" or sentence.upos[noun] not in _NOUNS or not 0 <= verb < noun:
            continue
        if sentence.upos[verb] != "VERB" or sentence.words[verb].endswith("ing"):
            continue
        first = sentence.subtree(noun)[0]
        deed = first + 1
        if sentence.deprels[first] != "cc" or deed >= noun or sentence.heads[deed] != noun:
            continue
        word, openers = sentence.words[deed], [first]
        participle = sentence.deprels[deed] in {"amod", "compound"} and word.endswith(_PAST)
        if not participle or sentence.dependants(noun, "det") or set(sentence.children[deed]) - {first}:
            continue
        if not (sentence.dependants(verb, *_SUBJECTS) or sentence.deprels[verb] == "conj"):
            continue
        if sentence.dependants(verb, "aux:pass") or not sentence.dependants(verb, "obj"):
            continue
        heads, deprels, upos = list(sentence.heads), list(sentence.deprels), list(sentence.upos)
        heads[deed], deprels[deed], upos[deed] = verb, "conj", "VERB"
        heads[noun], deprels[noun] = deed, "obj"
        for opener in openers:
            heads[opener] = deed
        sentence = replace(sentence, heads=tuple(heads), deprels=tuple(deprels), upos=tuple(upos))
    return sentence


def dated_doers(sentence: Sentence) -> Sentence:
    """A name between a day and a verb that has no subject and no auxiliary is the verb's subject."""
    for verb in range(2, len(sentence)):
        if sentence.upos[verb] != "VERB" or not sentence.words[verb].endswith(_PAST):
            continue
        if sentence.dependants(verb, *_SUBJECTS, *_HELPERS) or sentence.deprels[verb] == "amod":
            continue
        doer = verb - 1
        if sentence.upos[doer] not in _NOUNS or not sentence.tokens[doer].text[:1].isupper():
            continue
        above = sentence.heads[doer]
        first = sentence.subtree(doer)[0]
        behind_day = sentence.words[first - 1] in _DAYS or sentence.words[first - 1].isdigit()
        if first < 1 or not behind_day or sentence.words[doer] in _DAYS or sentence.words[doer].isdigit():
            continue
        if not 0 <= above < first or sentence.dependants(doer, "case", "cc"):
            continue
        if sentence.deprels[doer].partition(":")[0] not in {"nmod", "obl", "flat", "appos", "compound"}:
            continue
        heads, deprels = list(sentence.heads), list(sentence.deprels)
        heads[doer], deprels[doer] = verb, "nsubj"
        sentence = replace(sentence, heads=tuple(heads), deprels=tuple(deprels))
    return sentence
