"""Joins the tellings of one act of force that stand anywhere in a document: a report comes back to its event.

Two tellings are of one act where they strike the same: a person of the same name, who is killed or abducted once, or
the same described people or thing, told the second time with an article ("killed six priests", "the murder of the
priests"); and where no time, named actor, place or count told of both says otherwise.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from harmattan.model.readings import Event, Mention, Modality, Number
from harmattan.model.text import Span
from harmattan.reading.events.joining import (
    Found,
    agree,
    at_other_times,
    merged,
    strikes_assailants,
    sums,
    told_otherwise,
)
from harmattan.reading.pages import Page
from harmattan.reading.trees.headings import heading_stop
from harmattan.reference.lexicon import Lexicon

_TOLD = frozenset([Modality.ASSERTED, Modality.ALLEGED])
_DEFINITE = frozenset(["the", "these", "those", "this", "both"])
_ARTICLE_WITHIN = 12
"""How many characters before a phrase its article is looked for in."""
_REMEMBERED = 8
"""How many acts that strike the same word are kept in mind; a long document may have any number."""
_VAGUE = frozenset(
    """people person persons man men woman women others civilians civilian victim victims soldiers soldier troops
    police policemen members member guerrillas rebels terrorists militants fighters gunmen attackers houses homes shops
    buildings vehicles cars huts shelters""".split()
)
"""Those, and the things, of which a report has more than one group."""

_GENERIC = frozenset("people person persons others civilians victims villagers residents".split())
"""Words for the dead that may mean those of any other word."""
_DEAD = frozenset("dead victims killed casualties fatalities".split())
_NEAR, _FAR = 2, 6
"""How many sentences on an act is meant by its noun alone: with a time that it did not have before, and without."""
_TELLING_TOLL = 4
"""How many dead are so many that another act with just as many is told with its own time or place."""

_ANY_ACT = frozenset(["attack", "assault", "incident", "operation"])
"""Nouns that any act of force is called by afterwards, whatever it was called before."""

PersonName = tuple[str, ...]


def retold(page: Page, events: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The events, those of one act of force joined to the first that tells it."""
    told = Tellings(page, lexicon)
    kept: list[Found] = []
    struck: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))
    """Where in `kept` the acts stand that struck somebody or something of this word, or so many."""
    latest: deque[int] = deque(maxlen=_REMEMBERED)
    """Where in `kept` the acts stand that were told last."""
    for event in events:
        at = len(kept)
        words: set[str] = set()
        is_act = event.predicate.type == "ASSAULT" and event.stance.modality in _TOLD
        if is_act:
            words = told.words(event.event)
            candidates = sorted({act for word in words for act in struck.get(word, ())})
            at = next((act for act in candidates if told.same(kept[act], event)), at)
            if at == len(kept):
                at = next((act for act in reversed(latest) if told.meant(kept[act], event)), at)
        if at < len(kept):
            kept[at] = merged(kept[at], event)
        else:
            act = told.disputed([kept[act] for act in latest], event)
            kept.append(event if act is None else told_otherwise(act, event))
        for word in words:
            if at not in struck[word]:
                struck[word].append(at)
        if is_act:
            if at in latest:
                latest.remove(at)
            latest.append(at)
    return kept


@dataclass(frozen=True)
class Tellings:
    """What two tellings are compared by."""

    page: Page
    lexicon: Lexicon

    def words(self, event: Event) -> set[str]:
        """By which another telling could name what this one strikes, or count it."""
        names = {part for name in self.people(event) for part in name}
        toll = _exactly(event.killed)
        counts = {str(toll)} if toll and toll >= _TELLING_TOLL else set()
        return counts | names | {self._head(mention) for mention in _struck(event)} - {""}

    def same(self, first: Found, second: Found) -> bool:
        """Whether a later telling is of the act that the first one tells."""
        one, two = first.event, second.event
        abducted = (one.mode == "abduct") != (two.mode == "abduct")
        if abducted or first.stance.modality is not second.stance.modality:
            return False
        if one.time and two.time and at_other_times(one.time, two.time):
            return False
        if first.line != second.line and heading_stop(self.page.lines[second.line].sentence.tokens):
            return False  # a row of a table, or an item under its own heading
        if self._rivals(one.actor, two.actor):
            return False
        if self.same_person(self.people(one), self.people(two)):
            return not _hurt_before(one, two)
        return self._things_again(one, two) or self._as_many(one, two)

    def meant(self, host: Found, found: Found) -> bool:
        """Whether a telling names the act told before and strikes nobody else: "the attack", "this explosion"."""
        one, two = host.event, found.event
        if found.line <= host.last or (one.mode == "abduct") != (two.mode == "abduct") or host.leaning:
            return False
        if host.stance.modality is not found.stance.modality or sums(host, found):
            return False
        if strikes_assailants(one):
            return False
        if one.killed and self._among_the_dead(found):
            return found.line - host.last <= _NEAR
        dated_anew = two.time is not None and one.time is None
        if not agree(one, two) or found.line - host.last > (_NEAR if dated_anew else _FAR):
            return False
        struck = {self._head(mention) for mention in _struck(two)} - {""}
        if struck or self.people(two) or self._rivals(one.actor, two.actor):
            return False
        return self._names_the_act(found) or self._by_the_weapon(host, found)

    def disputed(self, latest: Sequence[Found], found: Found) -> Found | None:
        """The act told before that somebody claims or denies by its noun alone: "The Front claimed the bombing"."""
        held = found.stance.modality
        if found.predicate.type != "ASSAULT" or held not in {Modality.ALLEGED, Modality.DENIED}:
            return None
        one = found.event
        if one.time or one.place or one.killed or _struck(one) or not one.actor:
            return None
        if not self._names_the_act(found, several=True):
            return None
        near = [
            host
            for host in latest
            if host.stance.modality is Modality.ASSERTED
            and 0 < found.line - host.last <= _FAR
            and not host.leaning
            and not strikes_assailants(host.event)
            and (host.event.mode == "abduct") == (one.mode == "abduct")
        ]
        word = found.event.trigger.quote.lower().rstrip("s")
        if word not in _ANY_ACT:
            near = [host for host in near if host.event.trigger.quote.lower().rstrip("s") == word] or near
        several = self._is_plural(found) and len(near) > 1
        return None if not near or several else near[-1]

    def _is_plural(self, found: Found) -> bool:
        word = self.page.lines[found.line].sentence.words[found.index]
        return word.endswith("s") and word != "clashes"

    def _among_the_dead(self, found: Found) -> bool:
        """Whether it names some of the dead that were counted before: "two teachers were among the dead"."""
        sentence = self.page.lines[found.line].sentence
        before = sentence.words[max(0, found.index - 2) : found.index]
        return sentence.words[found.index] in _DEAD and "among" in before

    def _names_the_act(self, found: Found, *, several: bool = False) -> bool:
        """Whether a noun with an article tells it, in the singular unless `several`: one of several is anybody's."""
        sentence = self.page.lines[found.line].sentence
        if sentence.upos[found.index] not in {"NOUN", "PROPN"} or (self._is_plural(found) and not several):
            return False
        return any(sentence.words[child] in _DEFINITE for child in sentence.dependants(found.index, "det"))

    def _by_the_weapon(self, host: Found, found: Found) -> bool:
        """Whether what kills is the weapon that the act was told with: "the bomb exploded"."""
        words = {self._head(mention) for mention in host.event.weapon} - {""}
        return any(self._head(mention) in words and self._definite(mention) for mention in found.event.weapon)

    def _as_many(self, one: Event, two: Event) -> bool:
        """Whether both tell of as many dead of one kind: "killed nine peasants", "nine civilians had been killed"."""
        toll = _exactly(one.killed)
        if toll is None or toll < _TELLING_TOLL or toll != _exactly(two.killed) or not agree(one, two):
            return False
        heads, others = ({self._noun(mention) for mention in event.victim} for event in (one, two))
        return bool(heads & others) or not (heads and others) or bool((heads | others) & _GENERIC)

    def _rivals(self, one: Sequence[Mention], two: Sequence[Mention]) -> bool:
        """Whether both are told to be done by somebody named, and nobody by both."""
        names, others = self._named(one), self._named(two)
        return bool(names and others) and not any(a <= b or b <= a for a in names for b in others)

    def _named(self, mentions: Sequence[Mention]) -> list[frozenset[str]]:
        return [
            frozenset(mention.name.lower().split())
            for mention in mentions
            if self.is_named(mention.span) or (mention.antecedent and self.is_named(mention.antecedent))
        ]

    def people(self, event: Event) -> list[PersonName]:
        """The names of the persons struck, in lower case."""
        return self.persons(_struck(event))

    def persons(self, mentions: Sequence[Mention]) -> list[PersonName]:
        """The names of persons in some mentions, in lower case."""
        spans = [span for mention in mentions for span in (mention.span, mention.antecedent) if span]
        return [
            tuple(self.page.document.text[start:end].lower().split())
            for span in spans
            for start, end, label in self._names_in(span)
            if label == "PER" and span.start <= start and end <= span.end
        ]

    def same_person(self, names: Sequence[PersonName], others: Sequence[PersonName]) -> bool:
        """Whether somebody is named among both."""
        return any(_one_person(name, other) for name in names for other in others)

    def is_named(self, span: Span) -> bool:
        """Whether a stretch has a part of a name."""
        return next(self._names_in(span), None) is not None

    def _names_in(self, span: Span) -> Iterator[tuple[int, int, str]]:
        """The names that a stretch has a part of."""
        at = bisect_left(self._names, (span.start, 0, ""))
        if at and self._names[at - 1][1] > span.start:
            at -= 1
        while at < len(self._names) and self._names[at][0] < span.end:
            yield self._names[at]
            at += 1

    @cached_property
    def _names(self) -> list[tuple[int, int, str]]:
        return sorted(
            (sentence.tokens[name.first].start, sentence.tokens[name.stop - 1].end, name.label)
            for sentence in self.page.entities.sentences
            for name in sentence.names
        )

    def _things_again(self, one: Event, two: Event) -> bool:
        """Whether the second strikes what the first struck, with an article: "the bank"."""
        if one.place and two.place and {p.name for p in one.place}.isdisjoint(p.name for p in two.place):
            return False
        before = {self._head(mention) for mention in _struck(one)} - {""}
        nouns = {self._noun(mention) for mention in _struck(one) if self._head(mention)}
        again = all(self._noun(mention) in nouns and self._definite(mention) for mention in _struck(two))
        for field in ("killed", "wounded", "abducted"):
            a, b = getattr(one, field), getattr(two, field)
            if a and b and a.count != b.count and not (again and _is_part(b, a)):
                return False
        return any(self._head(mention) in before and self._definite(mention) for mention in _struck(two))

    def _head(self, mention: Mention) -> str:
        """The last noun of a described phrase, "" where it is a name or says too little."""
        word = self._noun(mention)
        return "" if word in _VAGUE or self.is_named(mention.span) else word.removesuffix("s")

    def _noun(self, mention: Mention) -> str:
        words = mention.span.quote.lower().split()
        return words[-1] if "of" not in words[1:] else words[words.index("of", 1) - 1]

    def _definite(self, mention: Mention) -> bool:
        text = self.page.document.text
        before = text[max(0, mention.span.start - _ARTICLE_WITHIN) : mention.span.start].lower().split()
        return bool(before) and before[-1] in _DEFINITE


def _hurt_before(one: Event, two: Event) -> bool:
    """Whether somebody died by the one and was only hurt in the other, at a time that is told of it alone."""
    died, hurt = (one, two) if one.killed else (two, one)
    if died.killed is None or hurt.killed is not None or hurt.time is None:
        return False
    return died.time is None or died.time.span != hurt.time.span


def _exactly(number: Number | None) -> int | None:
    if number is None or number.count.low != number.count.high:
        return None
    return number.count.best


def _is_part(number: Number, whole: Number) -> bool:
    """Whether one exact number is less than another: "the murder of the judge", who died with two guards."""
    some, every = _exactly(number), _exactly(whole)
    return some is not None and every is not None and some < every


def _struck(event: Event) -> tuple[Mention, ...]:
    return (*event.victim, *event.target, *event.recipient)


def _one_person(name: PersonName, other: PersonName) -> bool:
    """Whether one name is the other's, or a part of it that is more than a first name: "Garcia Alvarado", "Garcia"."""
    short, long = sorted((name, other), key=len)
    return set(short) <= set(long) and (len(short) == len(long) or short != long[:1])
