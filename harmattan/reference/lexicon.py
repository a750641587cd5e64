"""The words that carry events, and what their arguments are in a claim: `data/predicates/*.toml`.

An analyst adds a predicate by writing one table into the file of its event type (`docs/codebook.md`):

    [[predicate]]
    lemma = "kill"                  # a verb, unless pos = "noun" or "adjective"
    nouns = ["killing"]             # nouns that mean the same and take the same roles
    mode = "targeted"               # optional; the type is the file's
    roles = "harm"                  # a frame of frames.toml, or a table of its own
    counts = "killed"               # which count a number on the victim fills: killed, wounded, abducted
    particle = "out"                # "carry out"
    reciprocal = true               # all parties are actors ("clash", "meet")
    ambiguous = true                # means this only if one of its `when` clauses holds
    first = true                    # goes before the word's other meanings and its object's ("raise the siege")
    traces = true                   # what was found of a deed afterwards: needs marks of force, has no time
    beside = true                   # tells of force only beside an act of force ("twenty were taken away")
    unless = true                   # tells of it where it is denied itself ("did not survive")
    only_under = ["take", "seize"]  # a noun that means this only as the object of these verbs ("take control")
    example = "Gunmen killed three soldiers in Ménaka."
    reads = { actor = "Gunmen", victim = "three soldiers" }   # what the reader must find in the example, by field
    [[predicate.when]]              # the first clause that holds refines the predicate
    argument = "ARG1"               # this argument is there ...
    heads = ["@forces", "rebel"]    # ... and headed by one of these nouns, or a noun of the class
    absent = "ARG0"                 # or: this argument is not there
    and = { argument = "from", heads = ["@state"] }   # and this one is there too
    type = "COERCE"                 # what then differs: type, mode, roles, counts
    mode = "seize"

Roles lead from a PropBank label (ARG0 to ARG5) or a preposition in lower case to a field: actor, recipient, target,
victim, weapon, place, content (what is asked, promised or alleged) or operation. Where an argument has both a label
and a preposition that the roles name, the preposition decides. ARG0 is the subject of an active verb, the agent
with "by" and the possessor before a noun; ARG1 the object, the subject of a passive, and what follows a noun with "of".
A field with a question mark is a second choice, taken only if nothing else fills the field: of "withdraw" ARG1 is
"actor?", because the troops are the actor only where nobody withdraws them. The field "struck" is decided by the
noun: a thing or place is the target, a person in nobody's arms the victim, anybody else the recipient.

`Lexicon.select` does all of this: it gives the one predicate that a word means with these arguments.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from harmattan.errors import ReferenceError_
from harmattan.model.readings import Modality
from harmattan.reference.codebook import Codebook, load_codebook
from harmattan.reference.inflection import verb_forms
from harmattan.reference.lexicon_files import ADJECTIVE, NOUN, VERB, LexiconFiles, forms
from harmattan.reference.predicates import Arguments, LightVerb, Predicate, RelationWord, Reporting, When

__all__ = [
    "Arguments",
    "Lexicon",
    "LightVerb",
    "Predicate",
    "RelationWord",
    "Reporting",
    "load_lexicon",
    "parse_lexicon",
]

PHRASAL = frozenset(
    """back bear break bring call come drop fall get give go hand hold keep lay let look make open pass pay pick pull
    put run send set sign stand take throw turn work""".split()
)
"""Verbs that mean something else with a particle of their own."""
PARTS = {"VERB": VERB, "AUX": VERB, "NOUN": NOUN, "PROPN": NOUN, "ADJ": ADJECTIVE}
"""Universal part of speech to ours."""


@dataclass(frozen=True)
class Lexicon:
    """All words, looked up by any of their inflected forms in lower case."""

    predicates: tuple[Predicate, ...]
    classes: Mapping[str, frozenset[str]]
    """Class name without "@" to its nouns in singular and plural."""
    _entries: Mapping[tuple[str, str], tuple[Predicate, ...]]
    _lemmas: Mapping[tuple[str, str], str]
    _light: Mapping[str, LightVerb]
    _reporting: Mapping[tuple[str, str], Reporting]
    _modality: Mapping[tuple[str, str], Modality]
    _relations: Mapping[tuple[str, str], tuple[RelationWord, ...]]
    _weapons: Mapping[str, str]
    _noun_classes: Mapping[str, frozenset[str]]

    def entries(self, word: str, upos: str) -> tuple[Predicate, ...]:
        """Every meaning of a word form, in file order."""
        return self._entries.get((word, PARTS.get(upos, "")), ())

    def lemma(self, word: str, upos: str) -> str:
        """The dictionary form of a word the lexicon knows, else the word itself."""
        return self._lemmas.get((word, PARTS.get(upos, "")), word)

    def has_particles(self, word: str, upos: str) -> bool:
        """Whether particles decide what a word form means, so that `select` has to be told them."""
        return PARTS.get(upos) == VERB and any(
            entry.particle is not None or entry.lemma in PHRASAL for entry in self.entries(word, upos)
        )

    def select(
        self,
        word: str,
        upos: str,
        arguments: Arguments,
        *,
        particles: Collection[str] = (),
        own: Collection[str] = (),
        light: str | None = None,
    ) -> Predicate | None:
        """The meaning of a word form with these arguments, its `when` clauses applied and "struck" decided.

        `particles` are those that may be the word's ("out" of "carried out"), `own` those that surely are, which leave
        a common verb none of its plain meanings ("brought up"); `light` is the lemma of the light verb it is the object
        of. A meaning whose clause holds goes before one without; a meaning with the particle before one without.
        """
        found: list[tuple[int, Predicate, When | None]] = []
        verbal = PARTS.get(upos) == VERB
        for entry in self.entries(word, upos):
            # A noun carries the particle within: "pullout", "handover".
            if verbal and own and entry.particle is None and entry.lemma in PHRASAL:
                continue
            if (verbal and entry.particle and entry.particle not in particles) or (
                entry.only_under and light not in entry.only_under
            ):
                continue
            clause = entry.clause(arguments)
            if clause is None and entry.ambiguous:
                continue
            rank = 4 * entry.first + 2 * (entry.particle is not None) + (clause is not None)
            found.append((rank, entry, clause))
        if not found:
            return None
        _, best, clause = max(found, key=itemgetter(0))
        return self._struck(best.refined(clause) if clause else best, arguments)

    def struck(self, heads: Collection[str]) -> str:
        """The field of what is attacked, by the nouns that head it: target, victim or recipient."""
        for name, role in (("thing", "target"), ("gathering", "target"), ("people", "victim")):
            if "@" + name in heads or not self.classes[name].isdisjoint(heads):
                return role
        return "recipient"

    def _struck(self, predicate: Predicate, arguments: Arguments) -> Predicate:
        if "struck" not in predicate.roles.values() and "struck" not in predicate.otherwise.values():
            return predicate

        def decided(roles: Mapping[str, str]) -> Mapping[str, str]:
            return MappingProxyType(
                {
                    label: self.struck(arguments.get(label, ())) if role == "struck" else role
                    for label, role in roles.items()
                }
            )

        return replace(predicate, roles=decided(predicate.roles), otherwise=decided(predicate.otherwise))

    def light(self, word: str) -> LightVerb | None:
        """The light verb that a verb form is, if any."""
        return self._light.get(word)

    def reporting(self, word: str, upos: str = "VERB") -> Reporting | None:
        """The verb or noun of saying that a form is, if any."""
        return self._reporting.get((word, PARTS.get(upos, "")))

    def modality(self, word: str, upos: str) -> Modality | None:
        """What a word makes of the event it governs or stands beside: "expects" PLANNED, "allegedly" ALLEGED."""
        return self._modality.get((word, upos))

    def relations(self, word: str, upos: str) -> tuple[RelationWord, ...]:
        """The relations that a word form can name."""
        return self._relations.get((word, PARTS.get(upos, "")), ())

    def weapon(self, word: str) -> str | None:
        """The mode of ASSAULT that a weapon's noun means: "heavy-weapons" for "missiles"."""
        return self._weapons.get(word)

    def noun_class(self, word: str) -> frozenset[str]:
        """The classes a noun belongs to, in singular or plural."""
        return self._noun_classes.get(word, frozenset())


def parse_lexicon(documents: Mapping[str, Mapping[str, Any]], codebook: Codebook) -> Lexicon:
    """The lexicon in parsed TOML documents, by file name; raises ReferenceError_ naming the file and the lemma."""
    files = LexiconFiles(documents, codebook)
    predicates = tuple(files.predicates())
    entries: dict[tuple[str, str], list[Predicate]] = {}
    lemmas: dict[tuple[str, str], str] = {}
    for predicate in predicates:
        words = [(predicate.lemma, predicate.pos)]
        words += [(noun, NOUN) for noun in predicate.nouns]
        words += [(adjective, ADJECTIVE) for adjective in predicate.adjectives]
        for word, pos in words:
            for form in forms(word, pos):
                entries.setdefault((form, pos), []).append(predicate)
                lemmas.setdefault((form, pos), word)
    light: dict[str, LightVerb] = {}
    for verb in files.light_verbs():
        for form in verb_forms(verb.lemma):
            light[form] = verb
            lemmas.setdefault((form, VERB), verb.lemma)
    reporting: dict[tuple[str, str], Reporting] = {}
    for said, pos in files.reporting():
        for form in forms(said.lemma, pos):
            reporting[form, pos] = said
            lemmas.setdefault((form, pos), said.lemma)
    relations: dict[tuple[str, str], list[RelationWord]] = {}
    for related, pos in files.relations():
        for form in forms(related.lemma, pos):
            relations.setdefault((form, pos), []).append(related)
            lemmas.setdefault((form, pos), related.lemma)
    noun_classes: dict[str, set[str]] = {}
    for name, nouns in files.classes.items():
        for noun in nouns:
            noun_classes.setdefault(noun, set()).add(name)
    return Lexicon(
        predicates=predicates,
        classes=files.classes,
        _entries={key: tuple(found) for key, found in entries.items()},
        _lemmas=lemmas,
        _light=light,
        _reporting=reporting,
        _modality={(form, upos): modality for form, upos, modality in files.modalities()},
        _relations={key: tuple(found) for key, found in relations.items()},
        _weapons=dict(files.weapons()),
        _noun_classes={noun: frozenset(names) for noun, names in noun_classes.items()},
    )


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that ships with the package; parsed once."""
    folder = resources.files("harmattan.reference") / "data" / "predicates"
    documents: dict[str, Mapping[str, Any]] = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            try:
                documents[file.name] = tomllib.loads(file.read_text("utf-8"))
            except tomllib.TOMLDecodeError as error:
                raise ReferenceError_(file.name, f"is not TOML: {error}") from error
    return parse_lexicon(documents, load_codebook())
