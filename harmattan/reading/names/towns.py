"""Towns that the encoder takes for persons: "to take Homs", in a report that has "the siege of Homs", too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from harmattan.reading.marks import Name, Sentence

_OFFICES = frozenset(
    """minister president general colonel commander sheikh judge mayor governor captain major spokesman senator
    ambassador chief king queen prince""".split()
)
_THINGS = frozenset(
    "airport hospital bridge province district state square street road base camp city".split()
)
"""Ends of the names of what is called after somebody."""
_PLACES = frozenset(["LOC", "GPE"])


def with_towns(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with what is a person once and a place elsewhere as a place, where nobody of that name acts or
    bears a title or a further name.
    """
    sentences = [_with_officers(sentence) for sentence in sentences]
    places: set[str] = set()
    persons: set[str] = set()
    mixed: list[bool] = []
    for sentence in sentences:
        for name in sentence.names:
            words = sentence.words[name.first : name.stop]
            if name.label in _PLACES:
                places.add(" ".join(words))
            elif name.label == "PER":
                persons.update(words if len(words) > 1 or _is_somebody(sentence, name) else ())
        mixed.append(any(name.label == "PER" for name in sentence.names))
    towns = places - persons
    if not towns:
        return list(sentences)
    return [
        _renamed(sentence, towns) if has else sentence for sentence, has in zip(sentences, mixed, strict=True)
    ]


def _with_officers(sentence: Sentence) -> Sentence:
    """Who bears an office before a name of several words is a person: "Prime Minister Mustafa al-Kadhimi"."""
    names = tuple(
        replace(name, label="PER")
        if name.label == "LOC"
        and name.first
        and name.stop - name.first > 1
        and sentence.words[name.first - 1] in _OFFICES
        and sentence.tokens[name.first - 1].text[:1].isupper()
        and sentence.words[name.stop - 1] not in _THINGS
        else name
        for name in sentence.names
    )
    return sentence if names == sentence.names else sentence.with_names(names)


def _is_somebody(sentence: Sentence, name: Name) -> bool:
    """Whether a name of one word acts, or has a title before it, as no town does."""
    head = name.first
    above = sentence.heads[head]
    if sentence.deprels[head] == "nsubj" and above >= 0:
        return sentence.upos[above] == "VERB"
    return bool(sentence.dependants(head, "nmod:desc"))


def _renamed(sentence: Sentence, towns: set[str]) -> Sentence:
    names = tuple(
        replace(name, label="LOC")
        if name.label == "PER" and " ".join(sentence.words[name.first : name.stop]) in towns
        else name
        for name in sentence.names
    )
    return sentence if names == sentence.names else sentence.with_names(names)
