"""What the encoder marks on the words of one sentence, before any pass gives it meaning.

A reader (`harmattan.readers`) makes these values; the passes in this folder read them. Nothing here
knows of a model library, so a test builds a `Sentence` from words and a hand-drawn tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property


@dataclass(frozen=True, slots=True)
class Token:
    """One word, tokenised as in UD English-EWT ("France's" is two), by offsets into the document's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name: tokens `first` up to but not including `stop`; label is PER, ORG or LOC (UNER),
    or GPE for a country known beforehand.
    """

    first: int
    stop: int
    label: str


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a predicate: its phrase's head token and its PropBank label ("ARG0", "ARGM-TMP")."""

    head: int
    label: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verbal, nominal or adjectival predicate (PropBank), by token, with its arguments."""

    index: int
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A filler of an incident role (MUC-4): PerpInd, PerpOrg, Target, Victim (named), Described (people harmed who are
    not named) or Weapon; score in 0..1.
    """

    first: int
    stop: int
    role: str
    score: float


@cache
def _with_plain(relation: str) -> tuple[tuple[str], ...]:
    """A relation, and where it has a subtype the relation without it, each as a tuple of one."""
    plain, colon, _ = relation.partition(":")
    return ((relation,), (plain,)) if colon else ((relation,),)


@dataclass(frozen=True)
class Sentence:
    """One sentence with all its marks. `heads[i]` is the index of token i's head, -1 for the root."""

    tokens: tuple[Token, ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]
    """Universal Dependencies relations with subtypes ("nsubj:pass", "nmod:poss")."""
    names: tuple[Name, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    roles: tuple[Role, ...] = ()
    index: int = field(default=0)
    """Position of the sentence in its document, from 0."""
    certainty: tuple[float, ...] = ()
    """For each token how likely the encoder holds its head to be the right one, 0 to 1; empty where nobody says."""

    def __len__(self) -> int:
        return len(self.tokens)

    @property
    def start(self) -> int:
        """Offset of the first character in the document's text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset just past the last character."""
        return self.tokens[-1].end

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The tokens' texts in lower case."""
        return tuple([token.text.lower() for token in self.tokens])

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words: by one look at them most passes see that they have nothing to do here."""
        return frozenset(self.words)

    @cached_property
    def relations(self) -> frozenset[str]:
        """The different relations, each with a subtype without it too."""
        plain = [relation.partition(":")[0] for relation in self.deprels if ":" in relation]
        return frozenset((*self.deprels, *plain))

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its direct dependants, in text order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for index, head in enumerate(self.heads):
            if head >= 0:
                below[head].append(index)
        return tuple([tuple(indices) if indices else () for indices in below])

    def dependants(self, index: int, *relations: str) -> list[int]:
        """Direct dependants of a token by relation, in text order; "nsubj" matches its subtypes too.

        Asked for more than a hundred times a sentence, mostly of words that have none.
        """
        related = self._related[index]
        if not related:
            return []
        known = related.get(relations)
        if known is None:
            if len(relations) == 1:
                return []
            found = {child for relation in relations for child in related.get((relation,), ())}
            known = related[relations] = sorted(found)
        return known.copy()

    @cached_property
    def _related(self) -> list[dict[tuple[str, ...], list[int]]]:
        """For each token its direct dependants by their relation, by that without its subtype, and by such several
        relations as anybody has asked for.
        """
        none: dict[tuple[str, ...], list[int]] = {}
        found = [none] * len(self.tokens)
        for index, head in enumerate(self.heads):
            if head < 0:
                continue
            below = found[head]
            if below is none:
                below = found[head] = {}
            for relation in _with_plain(self.deprels[index]):
                below.setdefault(relation, []).append(index)
        return found

    def with_names(self, names: tuple[Name, ...]) -> Sentence:
        """The same words and tree with other names; what is known of the tree is kept."""
        other = replace(self, names=names)
        for known in ("words", "vocabulary", "relations", "children", "_related"):
            if known in self.__dict__:
                other.__dict__[known] = self.__dict__[known]
        return other

    def subtree(self, index: int) -> list[int]:
        """The token and all below it, in text order."""
        if not self.children[index]:
            return [index]
        found: list[int] = []
        stack = [index]
        seen = {index}
        while stack:
            token = stack.pop()
            found.append(token)
            for child in self.children[token]:
                if child not in seen:
                    seen.add(child)
                    stack.append(child)
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        seen = {index}
        head = self.heads[index]
        while head >= 0 and head not in seen:
            yield head
            seen.add(head)
            head = self.heads[head]

    @cached_property
    def name_at(self) -> dict[int, Name]:
        """The name that covers a token, by token index."""
        return {index: name for name in self.names for index in range(name.first, name.stop)}

    @cached_property
    def predicate_at(self) -> dict[int, Predicate]:
        """The predicate that stands on a token, by token index."""
        return {predicate.index: predicate for predicate in self.predicates}
