"""Reads and checks the lexicon's files; every error names the file and the lemma."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from harmattan.errors import ReferenceError_
from harmattan.model.readings import Modality, RelationKind
from harmattan.reference.codebook import Codebook
from harmattan.reference.inflection import noun_forms, verb_forms
from harmattan.reference.predicates import LightVerb, Predicate, RelationWord, Reporting, When, choices

FIELDS = frozenset("actor recipient target victim weapon place content operation struck".split())
READ = ("type", "mode", "actor", "recipient", "target", "victim", "weapon")
"""What `reads` can say of an example: fields by their words, and type and mode where a clause changes them."""
COUNTS = frozenset({"killed", "wounded", "abducted"})
LABELS = frozenset(f"ARG{number}" for number in range(6))
VERB, NOUN, ADJECTIVE = "verb", "noun", "adjective"
UPOS = {
    "verbs": "VERB",
    "auxiliaries": "AUX",
    "adverbs": "ADV",
    "adjectives": "ADJ",
    "nouns": "NOUN",
    "conjunctions": "SCONJ",
}
"""The lists of the [modality] tables, by universal part of speech."""


def forms(lemma: str, pos: str) -> frozenset[str]:
    """Every form of a verb, singular and plural of a noun; an adjective is itself."""
    if pos == VERB:
        return verb_forms(lemma)
    return noun_forms(lemma) if pos == NOUN else frozenset({lemma})


class LexiconFiles:
    """Parses the predicate files; its errors name the file and the lemma."""

    def __init__(self, documents: Mapping[str, Mapping[str, Any]], codebook: Codebook) -> None:
        self.documents = documents
        self.codebook = codebook
        self.frames: dict[str, dict[str, str]] = dict(self.table("frames"))
        self.classes = {name: _both_numbers(nouns) for name, nouns in self.table("classes").items()}
        for name, roles in self.frames.items():
            self._check_roles(f"frame {name}", roles)

    def table(self, name: str) -> Any:
        """The one top-level table, or array of tables, of this name among all files."""
        found = [document[name] for document in self.documents.values() if name in document]
        if len(found) != 1:
            raise ReferenceError_(f"predicates: [{name}]", f"must stand in one file, not {len(found)}")
        return found[0]

    def _check_roles(self, thing: str, roles: Mapping[str, str]) -> None:
        for label, role in roles.items():
            if role.removesuffix("?") not in FIELDS:
                raise ReferenceError_(
                    thing, f"no field is called {role}", f"use one of {', '.join(sorted(FIELDS))}"
                )
            if not _is_label(label):
                raise ReferenceError_(thing, f"{label} is neither ARG0 to ARG5 nor a preposition")

    def _roles(self, thing: str, given: str | Mapping[str, str]) -> Mapping[str, str]:
        if isinstance(given, str):
            if given not in self.frames:
                raise ReferenceError_(thing, f"no frame is called {given}", "see predicates/frames.toml")
            return self.frames[given]
        roles = dict(self.frames[given["frame"]]) if "frame" in given else {}
        roles.update((label, role) for label, role in given.items() if label != "frame")
        self._check_roles(thing, roles)
        return roles

    def _heads(self, thing: str, given: Iterable[str]) -> frozenset[str]:
        heads: set[str] = set()
        for head in given:
            if head.startswith("@"):
                if head[1:] not in self.classes:
                    raise ReferenceError_(thing, f"no class of nouns is called {head}")
                heads |= {head} | self.classes[head[1:]]
            else:
                heads |= noun_forms(head)
        return frozenset(heads)

    def _meaning(self, thing: str, type_: str, mode: str | None, counts: str | None) -> None:
        if type_ not in self.codebook.types:
            raise ReferenceError_(thing, f"the codebook has no type {type_}")
        if mode is not None and mode not in self.codebook.types[type_].modes:
            raise ReferenceError_(thing, f"{type_} has no mode {mode}")
        if counts is not None and counts not in COUNTS:
            raise ReferenceError_(thing, f"no count is called {counts}")

    def _when(self, thing: str, type_: str, row: dict[str, Any]) -> When:
        row = dict(row)
        self._meaning(thing, row.get("type", type_), row.get("mode"), row.get("counts"))
        second = dict(row.pop("and", {}))
        clause = When(
            and_argument=_labels(second.pop("argument", ())),
            and_heads=self._heads(thing, second.pop("heads", ())),
            argument=_labels(row.pop("argument", ())),
            heads=self._heads(thing, row.pop("heads", ())),
            absent=_labels(row.pop("absent", ())),
            type=row.pop("type", None),
            mode=row.pop("mode", None),
            roles=self._roles(thing, row.pop("roles")) if "roles" in row else None,
            counts=row.pop("counts", None),
        )
        if row or second:
            raise ReferenceError_(thing, f"a when clause does not know {', '.join([*row, *second])}")
        for argument in (*clause.argument, *clause.absent, *clause.and_argument):
            if not _is_label(argument):
                raise ReferenceError_(thing, f"{argument} is neither ARG0 to ARG5 nor a preposition")
        if not clause.argument and (clause.heads or not clause.absent):
            raise ReferenceError_(thing, "a when clause must name its argument")
        return clause

    def _predicate(self, file: str, file_type: str | None, row: dict[str, Any]) -> Predicate:
        row = dict(row)
        thing = f"{file}: {row.get('lemma')}"
        try:
            lemma, example, given = row.pop("lemma"), row.pop("example"), row.pop("roles")
        except KeyError as error:
            raise ReferenceError_(thing, f"needs {error}") from error
        type_ = row.pop("type", file_type)
        self._meaning(thing, type_, row.get("mode"), row.get("counts"))
        first, second = choices(self._roles(thing, given))
        pos = row.pop("pos", VERB)
        if pos not in (VERB, NOUN, ADJECTIVE):
            raise ReferenceError_(thing, f"pos is verb, noun or adjective, not {pos}")
        predicate = Predicate(
            lemma=lemma,
            pos=pos,
            type=type_,
            mode=row.pop("mode", None),
            roles=MappingProxyType(first),
            otherwise=MappingProxyType(second),
            example=example,
            nouns=tuple(row.pop("nouns", ())),
            adjectives=tuple(row.pop("adjectives", ())),
            counts=row.pop("counts", None),
            particle=row.pop("particle", None),
            reciprocal=row.pop("reciprocal", False),
            ambiguous=row.pop("ambiguous", False),
            first=row.pop("first", False),
            traces=row.pop("traces", False),
            beside=row.pop("beside", False),
            unless=row.pop("unless", False),
            reads=self._reads(thing, row.pop("reads", {})),
            only_under=frozenset(row.pop("only_under", ())),
            when=tuple(self._when(thing, type_, clause) for clause in row.pop("when", ())),
        )
        if row:
            raise ReferenceError_(thing, f"does not know {', '.join(row)}")
        single = (predicate.lemma, *predicate.nouns, *predicate.adjectives)
        if any(" " in word for word in single):
            raise ReferenceError_(
                thing, "is looked up word by word: put the first words into a `compound` clause"
            )
        if not predicate.only_under <= set(self.table("light")):
            raise ReferenceError_(thing, "names a verb in only_under that [light] does not have")
        if predicate.ambiguous and not predicate.when:
            raise ReferenceError_(thing, "is ambiguous but has no when clause, so it would never be used")
        return predicate

    def _reads(self, thing: str, given: Mapping[str, str]) -> Mapping[str, str]:
        for name in given:
            if name not in READ:
                raise ReferenceError_(
                    thing, f"an example is not read for {name}", f"use one of {', '.join(READ)}"
                )
        return MappingProxyType(dict(given))

    def _relation(self, row: dict[str, Any]) -> RelationWord:
        thing = f"relations: {row.get('lemma')}"
        try:
            return RelationWord(
                lemma=row["lemma"],
                relation=RelationKind(row["relation"]),
                subject=_labels(row["subject"]),
                object=_labels(row["object"]),
                particle=row.get("particle"),
                reciprocal=row.get("reciprocal", False),
                heads=self._heads(thing, row.get("heads", ())),
                example=row["example"],
            )
        except (KeyError, ValueError) as error:
            raise ReferenceError_(thing, f"lacks or misspells a field: {error}") from error

    def predicates(self) -> Iterator[Predicate]:
        """Every predicate, in the order of the files."""
        for file, document in self.documents.items():
            for row in document.get("predicate", ()):
                yield self._predicate(file, document.get("type"), row)

    def light_verbs(self) -> Iterator[LightVerb]:
        """The verbs of [light]."""
        for lemma, particles in self.table("light").items():
            yield LightVerb(lemma, frozenset(particles))

    def relations(self) -> Iterator[tuple[RelationWord, str]]:
        """Every word of a relation with its part of speech."""
        for row in self.table("relation"):
            for lemma in (row.get("lemma"), *row.get("also", ())):
                yield self._relation({**row, "lemma": lemma}), row.get("pos", VERB)

    def reporting(self) -> Iterator[tuple[Reporting, str]]:
        """Every word of saying with its part of speech."""
        for modality, parts in self.table("reporting").items():
            for part, words in parts.items():
                for word in words:
                    yield Reporting(word, self._modality(modality)), part.removesuffix("s")

    def modalities(self) -> Iterator[tuple[str, str, Modality]]:
        """Every form that makes a modality, its universal part of speech, and the modality."""
        for name, parts in self.table("modality").items():
            for part, words in parts.items():
                if part not in UPOS:
                    raise ReferenceError_(
                        f"predicates: [modality.{name}]", f"no part of speech is called {part}"
                    )
                for word in words:
                    found = forms(word, part.removesuffix("s")) if part in ("verbs", "nouns") else {word}
                    for form in sorted(found):
                        yield form, UPOS[part], self._modality(name)

    def _modality(self, name: str) -> Modality:
        try:
            return Modality(name)
        except ValueError as error:
            raise ReferenceError_("predicates: [modality]", f"no modality is called {name}") from error

    def weapons(self) -> Iterator[tuple[str, str]]:
        """Every form of a weapon's noun with the mode it means."""
        for mode, nouns in self.table("weapons").items():
            self._meaning(f"predicates: [weapons] {mode}", "ASSAULT", mode, None)
            for noun in nouns:
                for form in sorted(noun_forms(noun)):
                    yield form, mode


def _is_label(text: str) -> bool:
    return text in LABELS or (text.isalpha() and text.islower())


def _labels(given: str | list[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _both_numbers(nouns: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*({noun} if noun.startswith("@") else noun_forms(noun) for noun in nouns))
