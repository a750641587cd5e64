"""The values of the predicate lexicon: what a word means, and how its arguments fill a claim."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from harmattan.model.readings import Modality, RelationKind

Arguments = Mapping[str, Collection[str]]
"""PropBank labels and prepositions that a predicate has, each with the lower-case words its phrases are headed by.

An argument with a label and a preposition stands under both. Where the kind of a name is known, its class goes among
the words: {"ARG1": {"barkhane", "@operation"}}.
"""


@dataclass(frozen=True, slots=True)
class When:
    """A condition on the arguments, and what the predicate means where it holds."""

    argument: tuple[str, ...]
    """Any of these must be there; empty where none is asked for."""
    heads: frozenset[str]
    absent: tuple[str, ...]
    """None of these may be there."""
    type: str | None
    mode: str | None
    roles: Mapping[str, str] | None = field(hash=False)
    counts: str | None
    and_argument: tuple[str, ...] = ()
    and_heads: frozenset[str] = frozenset()
    """A second argument that must be there too, any of these, and what it must be headed by."""

    def holds(self, arguments: Arguments) -> bool:
        """Whether the arguments are as the clause asks."""
        for label in self.absent:
            if arguments.get(label):
                return False
        return _headed(arguments, self.argument, self.heads) and _headed(
            arguments, self.and_argument, self.and_heads
        )


def _headed(arguments: Arguments, labels: tuple[str, ...], heads: frozenset[str]) -> bool:
    """Whether one of the arguments is there and headed by one of these words, any word where there are none."""
    if not labels:
        return True
    for label in labels:
        words = arguments.get(label)
        if words and (not heads or not heads.isdisjoint(words)):
            return True
    return False


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
    reads: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What a reader must find in the example: the words of a field by its name, several apart by "; "."""
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    counts: str | None = None
    particle: str | None = None
    reciprocal: bool = False
    ambiguous: bool = False
    first: bool = False
    """Whether it goes before other meanings of the word, and before the event noun that it carries."""
    traces: bool = False
    """Whether it tells what was found of a deed afterwards ("bodies were discovered"), which tells of force only with
    its marks, and at another time than the deed's."""
    beside: bool = False
    """Whether it tells of force only beside an act of force: "twenty were taken away"."""
    unless: bool = False
    """Whether it tells of the deed where it is itself denied: "two did not survive"."""
    only_under: frozenset[str] = frozenset()
    when: tuple[When, ...] = ()

    def clause(self, arguments: Arguments) -> When | None:
        """The first `when` clause that holds."""
        for clause in self.when:
            if clause.holds(arguments):
                return clause
        return None

    def refined(self, clause: When) -> Predicate:
        """What the predicate means where the clause holds."""
        # A clause that changes the type drops the mode unless it names one: a mode belongs to its type.
        mode = clause.mode or (None if clause.type else self.mode)
        first, second = choices({**self.roles, **(clause.roles or {})})
        return replace(
            self,
            type=clause.type or self.type,
            mode=mode,
            roles=MappingProxyType(first),
            otherwise=MappingProxyType({**self.otherwise, **second}),
            counts=clause.counts or self.counts,
        )


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


def choices(roles: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The first choices and the second choices of a table of roles."""
    first = {label: role for label, role in roles.items() if not role.endswith("?")}
    second = {label: role.removesuffix("?") for label, role in roles.items() if role.endswith("?")}
    return first, second
