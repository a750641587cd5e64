"""Who is held for a deed: "arrested for the murder of", "detained on suspicion of killing", "held in connection with".

Whoever holds them suspects them of the deed; that it was done is taken for given.
"""

from __future__ import annotations

from collections.abc import Iterator

from harmattan.reading.events.arguments import is_passive
from harmattan.reading.marks import Sentence
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.inflection import forms_of_all
from harmattan.reference.lexicon import Lexicon

_HOLDING = forms_of_all("arrest detain apprehend hold")
_GROUNDS = frozenset(
    "charge charges suspicion accusation accusations allegations connection relation".split()
)
"""What somebody is held on or in, and behind which the deed is told."""
_FOR = frozenset(["for", "over"])
_WITHIN = 9
"""How many words behind its ground a deed is looked for."""
_BELOW = frozenset(["obl", "nmod", "advcl", "acl"])


def arrests(sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[int, int, int | None]]:
    """The deed, who is held for it, and who holds them where that is told: by token."""
    for verb, word in enumerate(sentence.words):
        if word not in _HOLDING or sentence.upos[verb] != "VERB":
            continue
        held, by = _held(sentence, verb)
        if held is None:
            continue
        objects = sentence.dependants(verb, "obj", "nsubj:pass")
        for above in (verb, *objects):
            for below in sentence.children[above]:
                if below <= above or sentence.deprels[below].partition(":")[0] not in _BELOW:
                    continue
                deed = _deed(sentence, below, lexicon)
                if deed is not None and deed not in {held, *objects}:
                    yield deed, held, by


def _held(sentence: Sentence, verb: int) -> tuple[int | None, int | None]:
    """Who is held, and by whom."""
    agents = [
        child
        for child in sentence.dependants(verb, "obl", "obl:agent")
        if preposition(sentence, child) == "by"
    ]
    by = agents[0] if agents else None
    subjects = sentence.dependants(verb, "nsubj:pass")
    if subjects:
        return subjects[0], by
    objects = sentence.dependants(verb, "obj")
    if objects:
        return objects[0], next(iter(sentence.dependants(verb, "nsubj")), None)
    if sentence.deprels[verb].startswith("acl") and is_passive(sentence, verb):
        return sentence.heads[verb], by
    return None, None


def _deed(sentence: Sentence, below: int, lexicon: Lexicon) -> int | None:
    """The deed that a phrase or a clause says somebody is held for."""
    opened = {sentence.words[mark] for mark in sentence.dependants(below, "case", "mark")}
    if opened & _FOR and _is_deed(sentence, below, lexicon):
        return below
    if sentence.words[below] not in _GROUNDS or opened.isdisjoint({"on", "in", "under"}):
        return None
    inside = (at for at in sentence.subtree(below) if below < at <= below + _WITHIN)
    return next((at for at in inside if _is_deed(sentence, at, lexicon)), None)


def _is_deed(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    upos = sentence.upos[index]
    if upos not in {"NOUN", "VERB"}:
        return False
    return any(entry.type == "ASSAULT" for entry in lexicon.entries(sentence.words[index], upos))
