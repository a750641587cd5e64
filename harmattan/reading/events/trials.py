"""Who answers before a court for a deed: "stood trial for the murder of", "charged with killing", "pleaded not guilty".

A court, or who prosecutes, holds the deed against them; that it was done is taken for given.
"""

from __future__ import annotations

from collections.abc import Iterator

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.inflection import forms_of_all
from harmattan.reference.lexicon import Lexicon

_FACING = forms_of_all("stand face go put bring send commit await appear begin") | {
    "is",
    "are",
    "was",
    "were",
}
_CHARGING = forms_of_all("charge indict prosecute convict sentence jail imprison try arraign condemn")
_DIRECTING = forms_of_all("order oversee plan mastermind organise organize command direct commit lead")
"""What is done to a deed by who answers for it."""
_PLEADING = forms_of_all("plead")
_FOR = frozenset(["for", "over", "with", "of", "on", "in", "to"])
_NOUNS = frozenset(["NOUN", "PROPN"])
_NEXT = frozenset(["nmod", "obl", "advcl", "acl", "xcomp", "ccomp", "conj"])


def trials(sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[int, int, int | None]]:
    """The deed, who is tried for it, and the court or prosecutor that is named: by token."""
    for index, word in enumerate(sentence.words):
        if word == "trial" and sentence.upos[index] == "NOUN":
            above = sentence.heads[index]
            facing = above >= 0 and sentence.words[above] in _FACING
            if not facing and not sentence.dependants(index, "cop"):
                continue
            places = (index, above) if facing else (index,)
            tried = _subject(sentence, above if facing else index)
            for deed in _deeds(sentence, places, {"for", "over", "on"}, lexicon):
                if tried is not None and tried != deed and _is_somebody(sentence, tried, lexicon):
                    yield deed, tried, None
        elif word in _CHARGING and sentence.upos[index] == "VERB":
            tried, court = _charged(sentence, index)
            for deed in _deeds(
                sentence, (index, *sentence.dependants(index, "obl", "obj")), _FOR - {"in", "to"}, lexicon
            ):
                if tried is not None and tried != deed and _is_somebody(sentence, tried, lexicon):
                    yield deed, tried, court


def pleas(sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[int, int, bool]]:
    """The deed, who answers to its charge, and whether they own it: "pleaded guilty to", "pleaded not guilty to"."""
    for index, word in enumerate(sentence.words):
        if word not in _PLEADING or "guilty" not in sentence.words[index + 1 : index + 3]:
            continue
        guilty = sentence.words.index("guilty", index)
        owned = "not" not in sentence.words[index + 1 : guilty]
        who = _subject(sentence, index)
        for deed in _deeds(sentence, (index, guilty), {"to", "of", "in"}, lexicon):
            if who is not None:
                yield deed, who, owned


def _deeds(
    sentence: Sentence, heads: tuple[int, ...], openers: frozenset[str] | set[str], lexicon: Lexicon
) -> Iterator[int]:
    """The nouns and gerunds of force that hang on some words by one of some prepositions."""
    for head in heads:
        for child in sentence.children[head]:
            if sentence.deprels[child].partition(":")[0] not in _NEXT:
                continue
            opened = {sentence.words[mark] for mark in sentence.dependants(child, "case", "mark")}
            if not opened & openers and preposition(sentence, child) not in openers:
                continue
            perfect = any(sentence.words[aux] == "having" for aux in sentence.dependants(child, "aux"))
            gerund = sentence.upos[child] == "VERB" and (perfect or sentence.words[child].endswith("ing"))
            if gerund and sentence.words[child] in _DIRECTING:
                # "for overseeing the murder of"
                yield from (
                    deed for deed in sentence.dependants(child, "obj") if _is_deed(sentence, deed, lexicon)
                )
            elif (gerund or sentence.upos[child] in _NOUNS) and _is_deed(sentence, child, lexicon):
                yield child


def _is_somebody(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a word can stand for whoever is tried: no act, and nothing abstract."""
    word = sentence.words[index]
    if sentence.upos[index] != "NOUN" or index in sentence.name_at:
        return True
    classes = lexicon.noun_class(word)
    return "abstract" not in classes and (bool(classes) or not lexicon.entries(word, "NOUN"))


def _is_deed(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    kind = "VERB" if sentence.upos[index] == "VERB" else "NOUN"
    return any(entry.type == "ASSAULT" for entry in lexicon.entries(sentence.words[index], kind))


def _subject(sentence: Sentence, verb: int) -> int | None:
    """Who a verb is told of, also by the clause it is coordinated with."""
    while verb >= 0:
        subjects = sentence.dependants(verb, "nsubj", "nsubj:pass")
        if subjects:
            return subjects[0]
        if sentence.deprels[verb].startswith("acl"):
            return sentence.heads[verb]
        if sentence.deprels[verb] not in {"conj", "xcomp", "advcl"}:
            return None
        verb = sentence.heads[verb]
    return None


def _charged(sentence: Sentence, verb: int) -> tuple[int | None, int | None]:
    """Who is charged, and by whom."""
    passive = bool(sentence.dependants(verb, "aux:pass", "nsubj:pass"))
    agents = [
        child
        for child in sentence.dependants(verb, "obl:agent", "obl")
        if preposition(sentence, child) == "by"
    ]
    if passive:
        return _subject(sentence, verb), agents[0] if agents else None
    objects = sentence.dependants(verb, "obj")
    if objects:
        return objects[0], next(iter(sentence.dependants(verb, "nsubj")), None)
    if sentence.deprels[verb] == "acl":
        return sentence.heads[verb], agents[0] if agents else None
    if sentence.deprels[verb] == "conj" and not sentence.dependants(verb, "nsubj"):
        return _subject(sentence, verb), None
    return None, None
