"""Mends clauses that tell with "be" that somebody is away from somewhere, drawn as if the place were what they are: in
"the troops must be out of Kidal by May" being out is what is told, as being home is in "will be home by May".
"""

from __future__ import annotations

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.hanging import moved, tagged
from harmattan.reading.trees.triggers import only_with

_OWN = frozenset("case det amod compound flat nmod nummod appos conj cc acl".split())
"""What stays with the name of a place."""
_PLACES = frozenset(
    """country town city region province district area valley island capital south north east west base camp territory
    village peninsula enclave""".split()
)


@only_with("cop", "nsubj", words=("out", "home"))
def away(sentence: Sentence) -> Sentence:
    """The sentence with "out" or "home" as the verb of such a clause, and "be" as its auxiliary."""
    for be, relation in enumerate(sentence.deprels):
        head = sentence.heads[be]
        if relation != "cop" or head < be:
            continue
        if not sentence.dependants(head, "nsubj") and sentence.deprels[head] != "xcomp":
            continue
        if sentence.words[head] == "home" and sentence.upos[head] in {"ADV", "NOUN"}:
            if sentence.dependants(head, "det", "amod", "nmod:poss", "case"):
                continue  # "is the home of 400 soldiers"
            sentence = moved(tagged(sentence, head, "VERB"), {be: (head, "aux")})
            continue
        out = next((case for case in sentence.dependants(head, "case") if sentence.words[case] == "out"), -1)
        if out > be and sentence.words[out + 1] == "of" and _is_place(sentence, head):
            sentence = _left(sentence, be, out, head)
    return sentence


def _is_place(sentence: Sentence, head: int) -> bool:
    """Whether one can be out of it as out of a place; "out of ammunition" is no place."""
    return sentence.upos[head] == "PROPN" or head in sentence.name_at or sentence.words[head] in _PLACES


def _left(sentence: Sentence, be: int, out: int, place: int) -> Sentence:
    """The sentence with a clause hung on "out" rather than on the place."""
    moves = {
        child: (out, sentence.deprels[child])
        for child in sentence.children[place]
        if sentence.deprels[child].partition(":")[0] not in _OWN
    }
    moves[out] = (sentence.heads[place], sentence.deprels[place])
    moves[place] = (out, "obl")
    moves[be] = (out, "aux")
    return moved(tagged(sentence, out, "VERB"), moves)
