"""What somebody is said to have, drawn as a part of its owner: "Perez's brother-in-law was kidnapped" took nobody of
that name.
"""

from __future__ import annotations

from dataclasses import replace

from harmattan.reading.marks import Predicate, Sentence
from harmattan.reading.trees.phrases import POSSESSIVE
from harmattan.reading.trees.triggers import only_with

_NOUNS = frozenset(["NOUN", "PROPN"])
_BETWEEN = frozenset(["ADJ", "NUM", "ADV"])
_OPENING = frozenset(["case", "cc", "mark", "punct", "cop"])
"""Relations of words before a phrase that belong to the whole of it."""


@only_with("case", words=POSSESSIVE)
def owned(sentence: Sentence) -> Sentence:
    """The sentence with the noun behind a possessive ending above its owner, wherever the tree has it the other way."""
    for mark in range(1, len(sentence) - 1):
        if sentence.words[mark] not in POSSESSIVE or sentence.deprels[mark] != "case":
            continue
        owner, thing = sentence.heads[mark], _behind(sentence, mark)
        if thing is not None and 0 <= owner < mark and _is_turned(sentence, owner, thing):
            sentence = _turned(sentence, owner, mark, thing)
    return sentence


def _is_turned(sentence: Sentence, owner: int, thing: int) -> bool:
    """Whether a thing hangs on its owner, or is drawn as a second one beside it."""
    beside = sentence.heads[thing] == sentence.heads[owner] >= 0
    twice = beside and sentence.deprels[thing] == sentence.deprels[owner]
    return twice or (sentence.heads[thing] == owner and sentence.deprels[thing] != "conj")


def _behind(sentence: Sentence, mark: int) -> int | None:
    """The noun right behind a possessive ending, but for what describes it."""
    for index in range(mark + 1, len(sentence)):
        if sentence.upos[index] in _NOUNS:
            return index
        if sentence.upos[index] not in _BETWEEN:
            return None
    return None


def _turned(sentence: Sentence, owner: int, mark: int, thing: int) -> Sentence:
    heads, deprels = list(sentence.heads), list(sentence.deprels)
    heads[thing], deprels[thing] = heads[owner], deprels[owner]
    heads[owner], deprels[owner] = thing, "nmod:poss"
    for child in sentence.children[owner]:
        opens = child < owner and deprels[child] in _OPENING
        if child != thing and (child > mark or opens):
            heads[child] = thing
    predicates = tuple(_of_the_thing(predicate, owner, thing) for predicate in sentence.predicates)
    return replace(sentence, heads=tuple(heads), deprels=tuple(deprels), predicates=predicates)


def _of_the_thing(predicate: Predicate, owner: int, thing: int) -> Predicate:
    """The predicate with the thing for an argument in place of its owner."""
    if all(argument.head != owner for argument in predicate.arguments):
        return predicate
    both = any(argument.head == thing for argument in predicate.arguments)
    arguments = (
        replace(argument, head=thing) if argument.head == owner else argument
        for argument in predicate.arguments
        if not (both and argument.head == owner)
    )
    return replace(predicate, arguments=tuple(arguments))
