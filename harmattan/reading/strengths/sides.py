"""Whose the men of a strength are, and where they stand."""

from __future__ import annotations

from itertools import pairwise

from harmattan.model.readings import Mention, Place
from harmattan.reading.events.arguments import arguments
from harmattan.reading.marks import Sentence
from harmattan.reading.numbers.quantities import Quantity
from harmattan.reading.pages import Line, Page, span_covers
from harmattan.reading.places.named import SITE_PREPOSITIONS, PlaceMark
from harmattan.reading.strengths.phrases import Hung, clauses_above
from harmattan.reading.strengths.words import COLLECTIVES, FIGURES, GROUPS, REQUIRED_BY, UNITS, Frame
from harmattan.reading.trees.phrases import phrase, preposition
from harmattan.reference.lexicon import Lexicon

_OWNING = frozenset([Frame.HOLD, Frame.GO, Frame.LEAVE, Frame.NEED, Frame.GRANT, Frame.STAND])
_OWNERS = frozenset(["state", "forces", "troops", "body", "membership", "power", "operation"])
_TIMES = frozenset(
    "time times hour hours day days night week weeks month months year years end beginning".split()
)
_HOLDING = frozenset("police man guard secure hold protect patrol defend occupy control".split())
_TO_COME = frozenset("first promised planned new expected pledged proposed requested".split())
_RELATIVE = frozenset(["who", "which", "that", "whom"])
_DEFINITE = frozenset("the this these those all remaining last".split())


def is_named(line: Line, head: int) -> bool:
    """Whether a phrase itself says whose they are: "French troops", "fighters of the Islamic State"."""
    sentence = line.sentence
    first, stop = phrase(sentence, head)
    inside = {*range(first, stop)}
    return any(
        index in sentence.name_at or (sentence.tokens[index].text[:1].isupper() and index > 0)
        for index in inside
    )


def is_presupposed(line: Line, head: int) -> bool:
    """Whether the words take the counted to be there: "its 1,500 soldiers", "the 34,500 American troops in Germany"."""
    sentence = line.sentence
    beside = {sentence.words[child] for child in sentence.children[head]}
    if beside & _TO_COME:
        return False
    if sentence.dependants(head, "nmod:poss"):
        return True
    definite = bool(beside & _DEFINITE) and "other" not in beside
    if definite and sentence.words[head] in GROUPS:
        return True
    return definite and (is_named(line, head) or bool(_within(line, head, SITE_PREPOSITIONS)))


def force(
    page: Page, line: Line, head: int, where: Hung, frame: Frame | None, lexicon: Lexicon
) -> tuple[Mention, ...]:
    """Whose they are: said by the phrase itself ("French troops"), by its owner or by who sends them."""
    sentence = line.sentence
    if is_named(line, head):
        return page.entities.mentions(sentence, head)[:1]
    owners = list(sentence.dependants(head, "nmod:poss"))
    for below, noun in pairwise((head, *where.nouns)):
        if sentence.words[noun] in GROUPS | UNITS and sentence.deprels[below] != "conj":
            owners.append(noun)
        owners.extend(sentence.dependants(noun, "nmod:poss"))
    for clause in sentence.dependants(head, "acl"):
        owners.extend(
            who for who in sentence.dependants(clause, "nsubj") if sentence.words[who] not in _RELATIVE
        )
    if where.predicate is not None and frame in _OWNING:
        owners.extend(arguments(sentence, where.predicate).get("ARG0"))
        owners.extend(_agents_above(line, where.predicate))
        if frame is Frame.NEED and where.relation.startswith("obl"):
            owners.extend(sentence.dependants(where.predicate, "obj", "iobj"))
        if sentence.deprels[where.predicate] == "acl:relcl":
            owners.append(sentence.heads[where.predicate])
    owners.extend(
        below
        for below in sentence.dependants(head, "nmod")
        if preposition(sentence, below) in {"from", "of"} and below in sentence.name_at
    )
    for owner in owners:
        if owner == head:
            continue
        for mention in page.entities.mentions(sentence, owner)[:1]:
            if mention.antecedent is not None and mention.antecedent.end == sentence.tokens[head].end:
                # "Ten men who guarded": nobody's but their own.
                continue
            if _may_own(line, owner, mention, lexicon):
                return (mention,)
    if sentence.words[head] in COLLECTIVES:
        return page.entities.mentions(sentence, head)[:1]
    return ()


def _agents_above(line: Line, predicate: int) -> list[int]:
    """Who acts in the clauses that a noun or an infinitive hangs in: "France announced the dispatch of 400 men"."""
    found: list[int] = []
    for above in (predicate, *clauses_above(line.sentence, predicate)):
        if above != predicate and line.sentence.words[above] in REQUIRED_BY:
            break
        found.extend(
            child
            for child in line.sentence.dependants(above, "nsubj")
            if line.sentence.deprels[child] == "nsubj"
        )
    return found


def _may_own(line: Line, owner: int, mention: Mention, lexicon: Lexicon) -> bool:
    sentence = line.sentence
    if owner in sentence.name_at:
        name = sentence.name_at[owner]
        # A capital that nobody knows is mostly taken for a person.
        return name.label != "PER" or name.stop - name.first == 1
    if mention.antecedent is not None:
        return True
    word = sentence.words[owner]
    return word in COLLECTIVES | FIGURES or bool(lexicon.noun_class(word) & _OWNERS)


def sites(line: Line, head: int, where: Hung, frame: Frame | None) -> tuple[Place, ...]:
    """The named places where they stand or go, of their phrase, else of the clause."""
    sentence = line.sentence
    # "from" names where they come from, unless they are leaving it.
    sited = SITE_PREPOSITIONS if frame is Frame.LEAVE else SITE_PREPOSITIONS - {"from"}
    if frame in {Frame.NEED, Frame.GRANT}:
        sited |= {"for"}
    inside = _within(line, head, sited)
    if inside:
        return tuple(mark.place for mark in inside)
    for noun in where.nouns:
        inside = _within(line, noun, sited)
        if inside:
            return tuple(mark.place for mark in inside)
    if where.predicate is None:
        return ()
    verbs = {index for index, upos in enumerate(sentence.upos) if upos in {"VERB", "AUX"}} | {where.predicate}
    around = {where.predicate, *clauses_above(sentence, where.predicate)}
    if frame in {Frame.NEED, Frame.GRANT, Frame.EXPECT}:
        around.update(sentence.dependants(where.predicate, "xcomp", "advcl"))
    near = [
        mark
        for mark in line.places
        if (mark.preposition in sited or _is_left(line, mark, where.predicate))
        and (mark.head == where.predicate or line.governor(mark.head, verbs) in around)
        and not _of_another(line, mark, where)
    ]
    return tuple(mark.place for mark in near)


def _is_left(line: Line, mark: PlaceMark, predicate: int) -> bool:
    """Whether a place is the object of leaving or reaching: "left Lebanon"."""
    return line.sentence.heads[mark.head] == predicate and line.sentence.deprels[mark.head] == "obj"


def _of_another(line: Line, mark: PlaceMark, where: Hung) -> bool:
    """Whether a place stands inside another subject: "the government in Nairobi has promised a thousand"."""
    sentence = line.sentence
    for above in (mark.head, *sentence.ancestors(mark.head)):
        if above == where.predicate:
            return False
        if sentence.deprels[above].startswith("nsubj") and above != where.head:
            return sentence.words[above] not in COLLECTIVES | {"operation"}
    return False


def _within(line: Line, head: int, prepositions: frozenset[str]) -> list[PlaceMark]:
    below = set(line.sentence.subtree(head))
    return [mark for mark in line.places if mark.head in below and mark.preposition in prepositions]


def is_sited(line: Line, where: Hung, frame: Frame | None = None) -> bool:
    """Whether the clause says where, if only by a common noun: "guard the airport", "in camps along the rivers"."""
    sentence = line.sentence
    if where.predicate is None:
        return False
    sited = SITE_PREPOSITIONS | {"for"} if frame in {Frame.NEED, Frame.GRANT} else SITE_PREPOSITIONS
    if sentence.upos[where.predicate] not in {"VERB", "AUX"}:
        return (
            sited_below(sentence, where.predicate)
            or bool(preposition(sentence, where.predicate))
            or sentence.upos[where.predicate] == "ADV"
        )
    for child in sentence.children[where.predicate]:
        kind = sentence.deprels[child].partition(":")[0]
        if any(span_covers(line, child, time.span) for time in line.times):
            continue
        if sentence.words[child] in _TIMES:
            continue
        if kind in {"obl", "obj"} and child != where.head and preposition(sentence, child) in sited | {""}:
            return True
    if {"here", "there"} & {
        sentence.words[c] for c in (*sentence.children[where.predicate], *sentence.children[where.head])
    }:
        return True
    purposes = sentence.dependants(where.predicate, "advcl", "xcomp")
    if any(
        sentence.words[purpose] in _HOLDING and sentence.dependants(purpose, "obj") for purpose in purposes
    ):
        return True
    return sited_below(sentence, where.head)


def sited_below(sentence: Sentence, head: int) -> bool:
    """Whether a phrase says where, if only by a common noun: "4,600 in the whole of the region"."""
    return any(
        preposition(sentence, child) in SITE_PREPOSITIONS
        for child in sentence.dependants(head, "nmod", "obl")
    )


def sited_after(line: Line, quantity: Quantity) -> tuple[Place, ...] | None:
    """The named places right behind a bare number: "and 400 at Ouallam"; None where no preposition follows it."""
    sentence = line.sentence
    _, stop = line.tokens_of(quantity.span)
    if stop >= len(sentence) or sentence.words[stop] not in SITE_PREPOSITIONS - {"from", "to", "by"}:
        return None
    return tuple(mark.place for mark in line.places if stop < mark.first + 1 and mark.first <= stop + 2)
