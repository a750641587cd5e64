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
    only_under = ["take", "seize"]  # a noun that means this only as the object of these verbs ("take control")
    example = "Gunmen killed three soldiers in Ménaka."
    [[predicate.when]]              # the first clause that holds refines the predicate
    argument = "ARG1"               # this argument is there ...
    heads = ["@forces", "rebel"]    # ... and headed by one of these nouns, or a noun of the class
    absent = "ARG0"                 # or: this argument is not there
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
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from harmattan.errors import ReferenceError_
from harmattan.model.readings import Modality, RelationKind
from harmattan.reference.codebook import Codebook, load_codebook
from harmattan.reference.inflection import noun_forms, verb_forms

FIELDS = frozenset("actor recipient target victim weapon place content operation struck".split())
COUNTS = frozenset({"killed", "wounded", "abducted"})
LABELS = frozenset(f"ARG{number}" for number in range(6))
VERB, NOUN, ADJECTIVE = "verb", "noun", "adjective"
PARTS = {"VERB": VERB, "AUX": VERB, "NOUN": NOUN, "PROPN": NOUN, "ADJ": ADJECTIVE}
"""Universal part of speech to ours."""

Arguments = Mapping[str, Collection[str]]
"""PropBank labels and prepositions that a predicate has, each with the lower-case words its phrases are headed by.

An argument with a label and a preposition stands under both. Where the kind of a name is known, its class goes among
the words: {"ARG1": {"barkhane", "@operation"}}.
"""


@dataclass(frozen=True, slots=True)
class When:
    """A condition on the arguments, and what the predicate means where it holds."""

    argument: str | None
    heads: frozenset[str]
    absent: str | None
    type: str | None
    mode: str | None
    roles: Mapping[str, str] | None = field(hash=False)
    counts: str | None

    def holds(self, arguments: Arguments) -> bool:
        """Whether the arguments are as the clause asks."""
        if self.absent is not None and arguments.get(self.absent):
            return False
        if self.argument is None:
            return True
        heads = arguments.get(self.argument)
        return heads is not None and (not self.heads or not self.heads.isdisjoint(heads))


@dataclass(frozen=True, slots=True)
class Predicate:
    """One meaning of one word: "kill" is ASSAULT, its ARG1 the victim, whose number is the count of the killed."""

    lemma: str
    pos: str
    type: str
    mode: str | None
    roles: Mapping[str, str] = field(hash=False)
    """Label or preposition to field, first choices."""
    otherwise: Mapping[str, str] = field(hash=False)
    """Label or preposition to field, where nothing else fills the field."""
    example: str
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    counts: str | None = None
    particle: str | None = None
    reciprocal: bool = False
    ambiguous: bool = False
    only_under: frozenset[str] = frozenset()
    when: tuple[When, ...] = ()


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that leaves the event to its object and is the event's actor's: "launch" in "launch an attack"."""

    lemma: str
    particles: frozenset[str]
    """Empty where it needs none; "carry" needs "out"."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """A verb or noun of saying: its subject is whom the words are attributed to."""

    lemma: str
    modality: Modality
    """What it makes of what is said: ASSERTED for "say", DENIED for "deny"."""


@dataclass(frozen=True, slots=True)
class RelationWord:
    """A word that puts two actors into a relation, and which argument is its subject and which its object."""

    lemma: str
    relation: RelationKind
    subject: tuple[str, ...]
    object: tuple[str, ...]
    """PropBank labels or prepositions, the best first: the first that the predicate has fills the side."""
    particle: str | None
    reciprocal: bool
    """Both parties may stand in one argument: "AQIM and MUJAO joined forces"."""
    heads: frozenset[str]
    """For words that mean it only with one of these objects ("join forces"); else empty."""
    example: str


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

    def select(
        self,
        word: str,
        upos: str,
        arguments: Arguments,
        *,
        particle: str | None = None,
        light: str | None = None,
    ) -> Predicate | None:
        """The meaning of a word form with these arguments, its `when` clauses applied and "struck" decided.

        `particle` is the word's own ("out" of "carried out"), `light` the lemma of the light verb it is the object
        of. A meaning whose clause holds goes before one without; a meaning with the particle before one without.
        """
        found: list[tuple[int, Predicate]] = []
        for entry in self.entries(word, upos):
            if entry.particle not in (None, particle) or (entry.only_under and light not in entry.only_under):
                continue
            clause = next((clause for clause in entry.when if clause.holds(arguments)), None)
            if clause is None and entry.ambiguous:
                continue
            rank = 2 * (entry.particle is not None) + (clause is not None)
            found.append((rank, _refined(entry, clause)))
        if not found:
            return None
        _, best = max(found, key=lambda pair: pair[0])
        return self._struck(best, arguments)

    def struck(self, heads: Collection[str]) -> str:
        """The field of what is attacked, by the nouns that head it: target, victim or recipient."""
        for name, role in (("thing", "target"), ("people", "victim")):
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
        """What a word makes of the event it governs or stands beside: PLANNED for "expects", ALLEGED for "allegedly"."""
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


def _refined(predicate: Predicate, clause: When | None) -> Predicate:
    if clause is None:
        return predicate
    # A clause that changes the type drops the mode unless it names one: a mode belongs to its type.
    mode = clause.mode or (None if clause.type else predicate.mode)
    first, second = _choices({**predicate.roles, **(clause.roles or {})})
    return replace(
        predicate,
        type=clause.type or predicate.type,
        mode=mode,
        roles=MappingProxyType(first),
        otherwise=MappingProxyType({**predicate.otherwise, **second}),
        counts=clause.counts or predicate.counts,
    )


def _choices(roles: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The first choices and the second choices of a table of roles."""
    first = {label: role for label, role in roles.items() if not role.endswith("?")}
    second = {label: role.removesuffix("?") for label, role in roles.items() if role.endswith("?")}
    return first, second


class _Loader:
    """Parses the predicate files; its errors name the file and the lemma."""

    def __init__(self, documents: Mapping[str, Mapping[str, Any]], codebook: Codebook) -> None:
        self.documents = documents
        self.codebook = codebook
        self.frames: dict[str, dict[str, str]] = dict(self.table("frames"))
        self.classes = {name: _both_numbers(nouns) for name, nouns in self.table("classes").items()}
        for name, roles in self.frames.items():
            self.check_roles(f"frame {name}", roles)

    def table(self, name: str) -> Mapping[str, Any]:
        """The one top-level table of this name among all files."""
        found = [document[name] for document in self.documents.values() if name in document]
        if len(found) != 1:
            raise ReferenceError_(f"predicates: [{name}]", f"must stand in one file, not {len(found)}")
        return found[0]  # type: ignore[no-any-return]

    def check_roles(self, thing: str, roles: Mapping[str, str]) -> None:
        for label, role in roles.items():
            if role.removesuffix("?") not in FIELDS:
                raise ReferenceError_(
                    thing, f"no field is called {role}", f"use one of {', '.join(sorted(FIELDS))}"
                )
            if label not in LABELS and not (label.islower() and label.isalpha()):
                raise ReferenceError_(thing, f"{label} is neither ARG0 to ARG5 nor a preposition")

    def roles(self, thing: str, given: str | Mapping[str, str]) -> Mapping[str, str]:
        if isinstance(given, str):
            if given not in self.frames:
                raise ReferenceError_(thing, f"no frame is called {given}", "see predicates/frames.toml")
            return self.frames[given]
        roles = dict(self.frames[given["frame"]]) if "frame" in given else {}
        roles.update((label, role) for label, role in given.items() if label != "frame")
        self.check_roles(thing, roles)
        return roles

    def heads(self, thing: str, given: Iterable[str]) -> frozenset[str]:
        heads: set[str] = set()
        for head in given:
            if head.startswith("@"):
                if head[1:] not in self.classes:
                    raise ReferenceError_(thing, f"no class of nouns is called {head}")
                heads |= {head} | self.classes[head[1:]]
            else:
                heads |= noun_forms(head)
        return frozenset(heads)

    def meaning(self, thing: str, type_: str, mode: str | None, counts: str | None) -> None:
        if type_ not in self.codebook.types:
            raise ReferenceError_(thing, f"the codebook has no type {type_}")
        if mode is not None and mode not in self.codebook.types[type_].modes:
            raise ReferenceError_(thing, f"{type_} has no mode {mode}")
        if counts is not None and counts not in COUNTS:
            raise ReferenceError_(thing, f"no count is called {counts}")

    def when(self, thing: str, type_: str, row: dict[str, Any]) -> When:
        row = dict(row)
        self.meaning(thing, row.get("type", type_), row.get("mode"), row.get("counts"))
        clause = When(
            argument=row.pop("argument", None),
            heads=self.heads(thing, row.pop("heads", ())),
            absent=row.pop("absent", None),
            type=row.pop("type", None),
            mode=row.pop("mode", None),
            roles=self.roles(thing, row.pop("roles")) if "roles" in row else None,
            counts=row.pop("counts", None),
        )
        if row:
            raise ReferenceError_(thing, f"a when clause does not know {', '.join(row)}")
        if clause.argument is None and (clause.heads or clause.absent is None):
            raise ReferenceError_(thing, "a when clause must name its argument")
        return clause

    def predicate(self, file: str, file_type: str | None, row: dict[str, Any]) -> Predicate:
        row = dict(row)
        thing = f"{file}: {row.get('lemma')}"
        try:
            lemma, example, given = row.pop("lemma"), row.pop("example"), row.pop("roles")
        except KeyError as error:
            raise ReferenceError_(thing, f"needs {error}") from error
        type_ = row.pop("type", file_type)
        self.meaning(thing, type_, row.get("mode"), row.get("counts"))
        first, second = _choices(self.roles(thing, given))
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
            only_under=frozenset(row.pop("only_under", ())),
            when=tuple(self.when(thing, type_, clause) for clause in row.pop("when", ())),
        )
        if row:
            raise ReferenceError_(thing, f"does not know {', '.join(row)}")
        if predicate.ambiguous and not predicate.when:
            raise ReferenceError_(thing, "is ambiguous but has no when clause, so it would never be used")
        return predicate

    def relation(self, row: dict[str, Any]) -> RelationWord:
        thing = f"relations: {row.get('lemma')}"
        try:
            return RelationWord(
                lemma=row["lemma"],
                relation=RelationKind(row["relation"]),
                subject=_labels(row["subject"]),
                object=_labels(row["object"]),
                particle=row.get("particle"),
                reciprocal=row.get("reciprocal", False),
                heads=self.heads(thing, row.get("heads", ())),
                example=row["example"],
            )
        except (KeyError, ValueError) as error:
            raise ReferenceError_(thing, f"lacks or misspells a field: {error}") from error


def _labels(given: str | list[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _both_numbers(nouns: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*({noun} if noun.startswith("@") else noun_forms(noun) for noun in nouns))


def _forms(lemma: str, pos: str) -> frozenset[str]:
    if pos == VERB:
        return verb_forms(lemma)
    return noun_forms(lemma) if pos == NOUN else frozenset({lemma})


def parse_lexicon(documents: Mapping[str, Mapping[str, Any]], codebook: Codebook) -> Lexicon:
    """The lexicon in parsed TOML documents, by file name; raises ReferenceError_ naming the file and the lemma."""
    loader = _Loader(documents, codebook)
    predicates = tuple(
        loader.predicate(file, document.get("type"), row)
        for file, document in documents.items()
        for row in document.get("predicate", ())
    )
    entries: dict[tuple[str, str], list[Predicate]] = {}
    lemmas: dict[tuple[str, str], str] = {}
    for predicate in predicates:
        words = [(predicate.lemma, predicate.pos)]
        words += [(noun, NOUN) for noun in predicate.nouns]
        words += [(adjective, ADJECTIVE) for adjective in predicate.adjectives]
        for word, pos in words:
            for form in _forms(word, pos):
                entries.setdefault((form, pos), []).append(predicate)
                lemmas.setdefault((form, pos), word)
    light: dict[str, LightVerb] = {}
    for row in loader.table("light").items():
        verb = LightVerb(row[0], frozenset(row[1]))
        for form in verb_forms(verb.lemma):
            light[form] = verb
            lemmas.setdefault((form, VERB), verb.lemma)
    relations: dict[tuple[str, str], list[RelationWord]] = {}
    for row in loader.table("relation"):
        word, pos = loader.relation(row), row.get("pos", VERB)
        for form in _forms(word.lemma, pos):
            relations.setdefault((form, pos), []).append(word)
            lemmas.setdefault((form, pos), word.lemma)
    noun_classes: dict[str, set[str]] = {}
    for name, nouns in loader.classes.items():
        for noun in nouns:
            noun_classes.setdefault(noun, set()).add(name)
    return Lexicon(
        predicates=predicates,
        classes=loader.classes,
        _entries={key: tuple(found) for key, found in entries.items()},
        _lemmas=lemmas,
        _light=light,
        _reporting=_reporting(loader.table("reporting"), lemmas),
        _modality=_modality(loader.table("modality")),
        _relations={key: tuple(found) for key, found in relations.items()},
        _weapons={
            form: mode
            for mode, nouns in loader.table("weapons").items()
            for noun in nouns
            for form in noun_forms(noun)
        },
        _noun_classes={noun: frozenset(names) for noun, names in noun_classes.items()},
    )


def _reporting(
    table: Mapping[str, Mapping[str, list[str]]], lemmas: dict[tuple[str, str], str]
) -> dict[tuple[str, str], Reporting]:
    found: dict[tuple[str, str], Reporting] = {}
    for modality, parts in table.items():
        for part, words in parts.items():
            pos = part.removesuffix("s")
            for word in words:
                for form in _forms(word, pos):
                    found[form, pos] = Reporting(word, Modality(modality))
                    lemmas.setdefault((form, pos), word)
    return found


UPOS = {"verbs": "VERB", "auxiliaries": "AUX", "adverbs": "ADV", "adjectives": "ADJ", "nouns": "NOUN",
        "conjunctions": "SCONJ"}  # fmt: skip


def _modality(table: Mapping[str, Mapping[str, list[str]]]) -> dict[tuple[str, str], Modality]:
    found: dict[tuple[str, str], Modality] = {}
    for modality, parts in table.items():
        for part, words in parts.items():
            if part not in UPOS:
                raise ReferenceError_(
                    f"predicates: [modality.{modality}]", f"no part of speech is called {part}"
                )
            for word in words:
                forms = _forms(word, part.removesuffix("s")) if part in ("verbs", "nouns") else {word}
                for form in forms:
                    found[form, UPOS[part]] = Modality(modality)
    return found


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
