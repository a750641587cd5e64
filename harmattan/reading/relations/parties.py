"""Who can be a party to a relation, and what can be held: which phrases of a sentence a claim may name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from harmattan.model.readings import Mention, Place
from harmattan.reading.events.roles import parties
from harmattan.reading.pages import Line, Page
from harmattan.reading.trees.phrases import members, phrase, preposition
from harmattan.reference.lexicon import Lexicon

_PERSONAL = frozenset("he him his she her hers who whom".split())
_PARTY_CLASSES = frozenset(
    ["forces", "troops", "leader", "membership", "operation", "state", "power", "body"]
)
_PARTY_NOUNS = frozenset(
    """officer officers tribesman tribesmen airman airmen sailor sailors militiaman militiamen contractor
    contractors backer backers supporter supporters member members adviser advisers advisor advisors
    colonel colonels captain captains lieutenant lieutenants sergeant sergeants major majors corporal
    corporals admiral admirals brigadier brigadiers warlord warlords""".split()
)
_NO_PARTIES = frozenset(
    """public publics population populations source sources side sides crowd crowds mob mobs office offices church
    churches convoy convoys patrol patrols column columns bank banks court courts company companies institution
    institutions""".split()
)
"""Nouns of bodies that are too vague to stand in a relation, or no bodies of this kind."""
_OWNED_CLASSES = frozenset(["fighting", "operation", "arms", "weapon", "base", "thing"])
_DEEDS = frozenset(["fighting"])
"""Nouns of what is done, which are also among the nouns of forces and operations."""
_HELD_CLASSES = frozenset(["thing", "base", "territory", "arms"])
_LAND = frozenset(
    "area areas territory territories terrain land ground part parts half city border crossing".split()
)
_STATES = frozenset(
    "partners allies members backers powers signatories coalition nations countries states".split()
)
_AGENTS = ("ers", "ors", "ists", "men", "women", "ants", "ians", "experts", "students", "staff")
_NOT_HELD = frozenset("patrol patrols line lines house houses office offices".split())
"""Sites that are held in another sense: "hold patrols", "hold the line"."""
_SHARES = frozenset(
    """majority most much part parts half third quarter percent all some dozens hundreds several many number miles
    kilometres kilometers swathes swaths""".split()
)
_NO_DEMONYMS = frozenset(
    """african european asian western eastern northern southern arab islamic islamist muslim christian sunni shia
    shiite""".split()
)
"""Adjectives with a capital that say of no one state or people who acts."""
_WHERE = frozenset(["in", "at", "near", "outside", "inside"])
_DETERMINERS = frozenset(["the", "its", "their", "his", "this", "these", "our"])


@dataclass(frozen=True)
class Parties:
    """Makes the mentions and places of one sentence's relations."""

    page: Page
    line: Line
    lexicon: Lexicon

    def has_states(self, head: int) -> bool:
        """Whether a phrase can be of countries: "the international community", "the member states"."""
        word = self.line.sentence.words[head]
        classes = self.lexicon.noun_class(word)
        return (
            head in self.line.sentence.name_at or bool(classes & {"state", "membership"}) or word in _STATES
        )

    def of(self, heads: Iterable[int], *, inner: bool = False) -> list[Mention]:
        """The parties that phrases name, each once; of "groups including A and B" only A and B.

        `inner` also takes whose thing a phrase names, where the thing is no party: "the group's camps".
        """
        found = [mention for head in heads for mention in self._mentions(head, inner=inner)]
        return list({mention.span: mention for mention in found}.values())

    def alone(self, heads: Iterable[int]) -> list[Mention]:
        """The parties that phrases name, without those coordinated with them."""
        return [
            m
            for head in heads
            for m in self.page.entities.one(self.line.sentence, head)
            if self._is_party(head, m)
        ]

    def first(self, heads: Iterable[int], *, inner: bool) -> list[int]:
        """The first head whose phrase names a party, as a list; empty where none does."""
        return next(([head] for head in heads if any(self._mentions(head, inner=inner))), [])

    def is_person(self, head: int) -> bool:
        """Whether a phrase is a person's name or a personal pronoun."""
        name = self.line.sentence.name_at.get(head)
        return self.line.sentence.words[head] in _PERSONAL or (name is not None and name.label == "PER")

    def is_organisation(self, head: int) -> bool:
        """Whether a phrase names an organisation: by its label, or with a capital inside the sentence."""
        sentence = self.line.sentence
        name = sentence.name_at.get(head)
        if name is not None:
            return name.label == "ORG"
        capital = sentence.tokens[head].text[:1].isupper() and sentence.upos[head] in {"NOUN", "PROPN"}
        return capital and any(sentence.words[child] == "the" for child in sentence.dependants(head, "det"))

    def is_named(self, head: int) -> bool:
        """Whether a phrase is the name of somebody, not of a place."""
        return head in self.line.sentence.name_at and not self.is_place(head)

    def is_country(self, head: int) -> bool:
        """Whether a phrase is the name of a country."""
        name = self.line.sentence.name_at.get(head)
        return name is not None and name.label == "GPE"

    def is_place(self, head: int) -> bool:
        """Whether a phrase is the name of a place or country, or a noun of one."""
        name = self.line.sentence.name_at.get(head)
        if name is None:
            return "territory" in self.lexicon.noun_class(self.line.sentence.words[head])
        return name.label in {"LOC", "GPE"}

    def is_where(self, head: int) -> bool:
        """Whether a phrase tells where something is or is done: "in Jeddah", "at the camp"."""
        sentence = self.line.sentence
        while sentence.deprels[head] == "conj":
            head = sentence.heads[head]
        return preposition(sentence, head) in _WHERE

    def is_site(self, head: int) -> bool:
        """Whether a phrase is of a building or a base, by its last word where it is a name."""
        name = self.line.sentence.name_at.get(head)
        last = head if name is None else name.stop - 1
        return bool(self.lexicon.noun_class(self.line.sentence.words[last]) & {"base", "thing"})

    def is_leader(self, head: int) -> bool:
        """Whether a phrase is of somebody by office: "the ambassador"."""
        sentence = self.line.sentence
        return head not in sentence.name_at and "leader" in self.lexicon.noun_class(sentence.words[head])

    def are_people(self, head: int) -> bool:
        """Whether a phrase is of people or forces, or names somebody."""
        sentence = self.line.sentence
        word = sentence.words[head]
        if head in sentence.name_at:
            return True
        return bool(self.lexicon.noun_class(word) & (_PARTY_CLASSES | {"people"})) or word.endswith(_AGENTS)

    def before(self, head: int) -> list[Mention]:
        """The mention of a phrase up to its head, without what follows: "marines" of "marines from the corps"."""
        sentence = self.line.sentence
        if head in sentence.name_at:
            return self.page.entities.one(sentence, head)
        first, _ = phrase(sentence, head)
        span = self.page.entities.span(sentence, first, head + 1)
        return [Mention(span, span.quote)]

    def whole(self, head: int) -> Mention | None:
        """The mention of what has members: a name, or a noun of groups or states that says which.

        Of "jihadist groups such as A" nobody is a part: it says what A is.
        """
        sentence = self.line.sentence
        first, stop = phrase(sentence, head)
        if head not in sentence.name_at:
            word = sentence.words[head]
            party = self.lexicon.noun_class(word) & _PARTY_CLASSES or word in _PARTY_NOUNS
            if not party or word in _NO_PARTIES or (self.is_place(head) and word not in _STATES):
                return None
            inside = range(first, stop)
            determined = any(
                sentence.words[child] in _DETERMINERS
                for child in sentence.dependants(head, "det", "nmod:poss")
            )
            named = any(i in sentence.name_at or (i != first and sentence.upos[i] == "PROPN") for i in inside)
            if not determined and not named:
                return None
        span = self.page.entities.span(sentence, first, stop)
        return next(
            (m for m in self.page.entities.one(sentence, head) if m.span == span), Mention(span, span.quote)
        )

    def places_below(self, heads: Iterable[int]) -> Iterator[Place]:
        """The places named in phrases."""
        below = {index for head in heads for index in self.line.sentence.subtree(head)}
        return (mark.place for mark in self.line.places if mark.head in below)

    def holdings(self, heads: Iterable[int]) -> Iterator[Mention | Place]:
        """What can be held: places, and nouns of sites and land with what they are called by."""
        sentence = self.line.sentence
        for given in heads:
            head = self._held(given)
            mark = next((m for m in self.line.places if m.first <= head < m.stop or m.head == head), None)
            if mark is not None:
                yield mark.place
                continue
            named = (
                m.place
                for m in self.line.places
                if sentence.heads[m.head] == head and m.preposition in {"of", ""}
            )
            word = sentence.words[head]
            site = word in _LAND or self.lexicon.noun_class(word) & _HELD_CLASSES
            if place := next(named, None):
                yield place
            elif site and word not in _NOT_HELD and not self.is_person(head):
                first, stop = phrase(sentence, head)
                # "rebel-held terrain" is terrain.
                hyphen = (
                    i + 1
                    for i in range(first, head)
                    if sentence.words[i - 1] == "-" and sentence.deprels[i] == "amod"
                )
                span = self.page.entities.span(sentence, next(hyphen, first), stop)
                yield Mention(span, span.quote)

    def _held(self, head: int) -> int:
        """What "which" or "most of" before it stands for."""
        sentence = self.line.sentence
        if sentence.upos[head] == "PRON":
            clause = next((a for a in sentence.ancestors(head) if sentence.deprels[a] == "acl:relcl"), None)
            return sentence.heads[clause] if clause is not None else head
        if sentence.words[head] in _SHARES or sentence.upos[head] == "NUM":
            return next(
                (c for c in sentence.dependants(head, "nmod") if preposition(sentence, c) == "of"), head
            )
        return head

    def _mentions(self, head: int, *, inner: bool) -> Iterator[Mention]:
        sentence = self.line.sentence
        heads = parties(sentence, head)
        inside = [part for part in heads if part in members(sentence, head)]
        for part in inside or heads:
            found = [m for m in self.page.entities.one(sentence, part) if self._is_party(part, m)]
            yield from found
            if not found and inner and self.lexicon.noun_class(sentence.words[part]) & _OWNED_CLASSES:
                for owner in sentence.dependants(part, "compound", "nmod:poss"):
                    if not self.is_person(owner) and sentence.upos[owner] != "PRON":
                        yield from (
                            m for m in self.page.entities.one(sentence, owner) if self._is_party(owner, m)
                        )

    def _is_party(self, head: int, mention: Mention) -> bool:
        sentence, lexicon = self.line.sentence, self.lexicon
        if head in sentence.name_at or (
            sentence.upos[head] == "PROPN" and sentence.tokens[head].text[:1].isupper()
        ):
            return True
        if mention.antecedent is not None:
            last = mention.antecedent.quote.lower().split()[-1]
            return mention.name[:1].isupper() or bool(lexicon.noun_class(last) & _PARTY_CLASSES)
        if sentence.upos[head] == "ADJ":
            # "French operations", "Iranian-backed"
            before = sentence.deprels[head] in {"amod", "compound", "obl:unmarked"}
            proper = sentence.tokens[head].text[:1].isupper() and sentence.words[head] not in _NO_DEMONYMS
            return before and proper
        if sentence.upos[head] not in {"NOUN", "PROPN"}:
            return False
        word = sentence.words[head]
        classes = lexicon.noun_class(word)
        if classes & _DEEDS or word in _NO_PARTIES:
            return False
        first, stop = phrase(sentence, head)
        named = any(sentence.tokens[index].text[:1].isupper() for index in range(max(first, 1), stop))
        if not classes & _PARTY_CLASSES and word not in _PARTY_NOUNS:
            return named and "people" in classes
        definite = any(
            sentence.words[child] in _DETERMINERS for child in sentence.dependants(head, "det", "nmod:poss")
        )
        if classes & _PARTY_CLASSES == {"operation"}:
            return named or (definite and word == "operation")
        # "coalition aircraft", "army operations": a bare noun before another is as good as with an article.
        return named or definite or stop - first > 1 or sentence.deprels[head] == "compound"
