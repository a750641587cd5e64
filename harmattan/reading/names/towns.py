"""Towns that the encoder takes for persons: "to take Homs", in a report that has "the siege of Homs", too; "Homs was
shelled" in one that has not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import cache

from harmattan.reading.marks import Name, Sentence
from harmattan.reference.countries import countries
from harmattan.reference.gazetteer import Gazetteer, open_gazetteer
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
_TAKE = forms_of_all("attack take")
_AWAY = frozenset("hostage prisoner captive away aside to from into with for personally".split())
""""Took Musa hostage"."""
_UPON_PLACES = forms_of_all(
    "besiege blockade bombard encircle liberate occupy overrun invade pound raid recapture retake reconquer shell storm"
)
"""What is done to places and not to persons."""
_UPON_EITHER = forms_of_all(
    "abandon attack bomb capture control defend enter evacuate flee hit hold leave lose quit reach rocket seize strike "
    "surround take target"
)
"""What is done to places and to persons."""
_OF_PLACES = {
    **dict.fromkeys("siege shelling bombardment fall liberation encirclement".split(), ("of",)),
    **dict.fromkeys(["battle", "fight"], ("for",)),
    **dict.fromkeys(["march", "advance"], ("on",)),
}
"""Nouns that have a place behind them, with the words between."""
_OF_EITHER = {
    **dict.fromkeys("attack assault raid strike offensive".split(), ("on", "against")),
    "capture": ("of",),
    "seizure": ("of",),
}
"""Nouns that have a place or somebody behind them."""
_COMES, _FALLS = forms_of_all("come"), forms_of_all("fall")
_ONSLAUGHTS = frozenset(["attack", "fire", "bombardment", "shelling", "siege"])
"""What a place comes under."""
_TELLING = _UPON_PLACES | _UPON_EITHER | _COMES | _FALLS | frozenset(_OF_PLACES | _OF_EITHER)
_TOWN = 5_000
"""Inhabitants of a town that its name alone tells from a person."""


def with_towns(text: str, sentences: Sequence[Sentence], bodies: Set[int] = frozenset()) -> list[Sentence]:
    """The sentences of a text with what is a person once and a place elsewhere as a place, where nobody of that name
    acts or bears a title or a further name. At `bodies` names begin that are known for those of actors.
    """
    sentences = [_with_officers(sentence) for sentence in sentences]
    persons = _persons(sentences)
    sentences = _with_taken(text, sentences, persons, bodies)
    places = {
        " ".join(sentence.words[name.first : name.stop])
        for sentence in sentences
        for name in sentence.names
        if name.label in _PLACES
    }
    towns = places - persons
    return [_renamed(sentence, towns) for sentence in sentences] if towns else sentences


def _persons(sentences: Sequence[Sentence]) -> set[str]:
    """The words of persons' names, those that stand alone only where they act or bear a title."""
    found: set[str] = set()
    for sentence in sentences:
        for name in sentence.names:
            if name.label == "PER" and (name.stop - name.first > 1 or _is_somebody(sentence, name)):
                found.update(sentence.words[name.first : name.stop])
    return found


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


_PEOPLES = ("ians", "ists", "ites", "lims", "jews")
"""Ends of what many are called by."""


def _with_taken(
    text: str, sentences: Sequence[Sentence], persons: Set[str], bodies: Set[int]
) -> list[Sentence]:
    """Names of one word, no person's elsewhere, for places where that is done to them which is done to places: "shelled
    Kharkiv".

    Where it may be a person or body as well ("captured Goma"), a town of the name has to be known in a country that the
    text names, if it names any.
    """
    near: frozenset[str] | None = None
    found = list(sentences)
    for number, sentence in enumerate(sentences):
        taken = {}
        for index, word in enumerate(() if _TELLING.isdisjoint(sentence.vocabulary) else sentence.words):
            if word not in _TELLING:
                continue
            for patient, sure in _upon(sentence, index):
                name = sentence.name_at.get(patient, Name(patient, patient + 1, ""))
                if name.label in _PLACES or name.stop - name.first > 1 or not _is_bare(sentence, patient):
                    continue
                if sentence.words[patient].endswith(_PEOPLES):
                    continue  # "attack Christians"
                if sentence.words[patient] in persons or sentence.tokens[patient].start in bodies:
                    continue  # "struck Hamas"
                if not sure or name.label == "ORG":
                    towns = _towns(sentence.tokens[patient].text)
                    if not towns:
                        continue
                    if near is None:
                        near = frozenset(country.iso for _, _, country, _ in countries().find(text))
                    if near and near.isdisjoint(towns):
                        continue
                taken[patient] = Name(patient, patient + 1, "LOC")
        if taken:
            names = sentence.name_at | taken
            found[number] = sentence.with_names(
                tuple(sorted(set(names.values()), key=lambda name: name.first))
            )
    return found


def _upon(sentence: Sentence, index: int) -> Iterator[tuple[int, bool]]:
    """The words that something is done to, the further ones of a list too, and whether that is done to places alone."""
    word = sentence.words[index]
    patients: list[int] = []
    if word in _UPON_PLACES or word in _UPON_EITHER:
        patients = sentence.dependants(index, "obj", "nsubj:pass")
    elif word in _COMES:
        under = {sentence.words[child] for child in sentence.dependants(index, "obl")}
        patients = sentence.dependants(index, "nsubj") if under & _ONSLAUGHTS else []
    elif word in _FALLS and any(
        sentence.words[case] == "to"
        for child in sentence.dependants(index, "obl")
        for case in sentence.dependants(child, "case")
    ):
        patients = sentence.dependants(index, "nsubj")
    if sentence.upos[index] == "NOUN":
        between = _OF_PLACES.get(word) or _OF_EITHER.get(word, ())
        patients = [
            child
            for child in sentence.dependants(index, "nmod")
            if child and sentence.words[child - 1] in between
        ]
    sure = word in _UPON_PLACES or word in _OF_PLACES
    for patient in patients:
        behind = sentence.words[patient + 1 : patient + 2]
        if word in _TAKE and not _AWAY.isdisjoint(behind):
            continue
        right_behind = word in _TAKE and patient == index + 1 and not sentence.children[patient]
        for each in (patient, *sentence.dependants(patient, "conj")):
            yield each, sure or right_behind


def _is_bare(sentence: Sentence, index: int) -> bool:
    """Whether a word is a proper name that nothing is said of: no title, no further name."""
    return (
        sentence.upos[index] == "PROPN"
        and sentence.tokens[index].text[:1].isupper()
        and not sentence.dependants(index, "nmod:desc", "flat", "compound", "amod", "det")
    )


def _towns(name: str) -> frozenset[str]:
    """The countries in which towns of a name are."""
    found = _gazetteer().lookup(name)
    return frozenset(place.country for place in found if place.population >= _TOWN and place.country)


@cache
def _gazetteer() -> Gazetteer:
    """The towns that come with the package, so that a reading is the same whatever a project has added."""
    return open_gazetteer()


def _is_somebody(sentence: Sentence, name: Name) -> bool:
    """Whether a name of one word acts, or has a title before it, as no town does."""
    head = name.first
    above = sentence.heads[head]
    if sentence.deprels[head] == "nsubj" and above >= 0:
        return sentence.upos[above] == "VERB" and sentence.words[above] not in _COMES | _FALLS
    return bool(sentence.dependants(head, "nmod:desc"))


def _renamed(sentence: Sentence, towns: set[str]) -> Sentence:
    names = tuple(
        replace(name, label="LOC")
        if name.label == "PER" and " ".join(sentence.words[name.first : name.stop]) in towns
        else name
        for name in sentence.names
    )
    return sentence if names == sentence.names else sentence.with_names(names)
