"""Mends what a small parser draws wrongly between who says something and what is said, and between nouns side by side.

- When somebody said something, drawn to what was said: "said on Tuesday they had arrested four men".
- When something was, drawn to who says so between commas: "Last month, he said, soldiers had burned a village".
- Who told it to whom: "..., a resident who fled told AFP", where the resident was drawn to the clause before.
- A group told of right behind a group's name, drawn to a person before: "Lobho, who paid the Zaire militia, a group".
"""

from __future__ import annotations

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.hanging import hung
from harmattan.reading.trees.triggers import only_with

_SAYING = frozenset("said says announced reported added confirmed told stated claimed".split())
_TELLING = frozenset(["told", "tells"])
_SUBJECTS = ("nsubj", "nsubj:pass")
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_TIMES = _DAYS | frozenset(
    "month week year night morning evening weekend january february march april may june july".split()
)
_NOUNS = frozenset(["NOUN", "PROPN"])
_GROUPS = frozenset(
    """group militia movement faction organisation organization alliance coalition party army force band gang
    company""".split()
)


@only_with("ccomp", "obl", words=_SAYING)
def said_when(sentence: Sentence) -> Sentence:
    """A weekday right behind a verb of saying, before the subject of what is said, is when it was said; a time that
    opens a sentence before "he said" between commas is when that was which is said.
    """
    for said, word in enumerate(sentence.words):
        if word not in _SAYING or sentence.upos[said] != "VERB":
            continue
        for told in sentence.dependants(said, "ccomp"):
            if told < said:
                continue
            subject = min(sentence.dependants(told, *_SUBJECTS), default=told)
            for time in sentence.dependants(told, "obl"):
                first = sentence.subtree(time)[0]
                if first == said + 1 and time < subject and sentence.words[time] in _DAYS:
                    sentence = hung(sentence, time, said, "obl")
            if sentence.words[said + 1] != "," or not sentence.dependants(told, "aux"):
                continue
            for time in sentence.dependants(said, "obl", "obl:unmarked"):
                below = sentence.subtree(time)
                closed = "," in (sentence.words[below[-1]], sentence.words[below[-1] + 1])
                opens = below[0] == 0 and closed
                if opens and time < said and sentence.words[time] in _TIMES:
                    sentence = hung(sentence, time, told, sentence.deprels[time])
    return sentence


@only_with("nsubj", words=_TELLING)
def told_to(sentence: Sentence) -> Sentence:
    """A noun that ends right before "told", drawn behind a verb as its subject, tells it to the name behind."""
    for told, word in enumerate(sentence.words):
        if word not in _TELLING or sentence.upos[told] != "VERB" or sentence.dependants(told, "iobj", "obj"):
            continue
        heard = [child for child in sentence.dependants(told, "nsubj") if child > told]
        if len(heard) != 1 or len(sentence.dependants(told, "nsubj")) != 1:
            continue
        for noun, verb in enumerate(sentence.heads[:told]):
            if sentence.deprels[noun] != "nsubj" or not 0 <= verb < noun or sentence.upos[noun] not in _NOUNS:
                continue
            below = sentence.subtree(noun)
            if below[-1] == told - 1 and sentence.words[below[0] - 1] == ",":
                sentence = hung(hung(sentence, noun, told, "nsubj"), heard[0], told, "iobj")
                break
    return sentence


@only_with("appos", words=_GROUPS)
def nearest_group(sentence: Sentence) -> Sentence:
    """A group in apposition is what the noun right before its comma is, where that is a group and the other a man."""
    for beside, head in enumerate(sentence.heads):
        if (
            sentence.deprels[beside] != "appos"
            or sentence.words[beside] not in _GROUPS
            or not 0 <= head < beside
        ):
            continue
        before = sentence.subtree(beside)[0] - 2
        if before <= head or sentence.words[before + 1] != "," or sentence.words[head] in _GROUPS:
            continue
        person = sentence.name_at.get(head)
        if person is None or person.label != "PER" or sentence.words[before] not in _GROUPS:
            continue
        sentence = hung(sentence, beside, before, "appos")
    return sentence
