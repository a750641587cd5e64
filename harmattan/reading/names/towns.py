"""Towns that the encoder takes for persons: "to take Homs", in a report that has "the siege of Homs", too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from harmattan.reading.marks import Name, Sentence
from harmattan.reference.inflection import forms_of_all

_OFFICES = frozenset(
    """minister president general colonel commander sheikh judge mayor governor captain major spokesman senator
    ambassador chief king queen prince""".split()
)
_THINGS = frozenset(
    "airport hospital bridge province district state square street road base camp city".split()
)
"""Ends of the names of what is called after somebody."""
_PLACES = frozenset(["LOC", "GPE"])
_EITHER = forms_of_all("attack take")
_TAKING = _EITHER | forms_of_all(
    "overrun storm invade enter besiege retake recapture raid shell bombard reach leave flee"
)
"""What is done to towns, and under a name of one word that nobody else bears hardly to a person."""
_PEOPLE = frozenset(
    (word,) for word in "hostage prisoner captive away aside to from into with for personally".split()
)
""""Took Musa hostage"."""


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
    if any(mixed):
        places.update(word for sentence in sentences for word in _taken(sentence))
    towns = places - persons
    if not towns:
        return list(sentences)
    return [
        _renamed(sentence, towns) if has else sentence for sentence, has in zip(sentences, mixed, strict=True)
    ]


def _taken(sentence: Sentence) -> Iterator[str]:
    """Names of one word that the encoder has for a person's and to which somebody does what is done to towns: "Rebels
    overran Sake".
    """
    for name in sentence.names:
        head = name.first
        if name.label != "PER" or name.stop != head + 1 or sentence.deprels[head] != "obj":
            continue
        verb, bare = sentence.heads[head], not sentence.children[head]
        done = bare and verb == head - 1 and sentence.upos[verb] == "VERB" and sentence.words[verb] in _TAKING
        if done and not (sentence.words[head + 1 : head + 2] in _PEOPLE and sentence.words[verb] in _EITHER):
            yield sentence.words[head]


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
