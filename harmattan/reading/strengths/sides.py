"""Whose the men of a strength are, and where they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from harmattan.model.readings import Mention, Place
from harmattan.reading.events.arguments import arguments
from harmattan.reading.marks import Sentence
from harmattan.reading.numbers.quantities import Quantity
from harmattan.reading.pages import Line, Page, span_covers
from harmattan.reading.places.named import SITE_PREPOSITIONS, PlaceMark
from harmattan.reading.strengths.phrases import Hung, clauses_above, is_linked
from harmattan.reading.strengths.words import (
    BODIES_OF_MEN,
    CEILINGS,
    COLLECTIVES,
    COMMANDERS,
    FIGURES,
    GROUPS,
    HOLDERS,
    MOOTED,
    REQUIRED_BY,
    UNITS,
    Frame,
    armed_names,
)
from harmattan.reading.trees.phrases import phrase, preposition
from harmattan.reference.countries import countries
from harmattan.reference.inflection import forms_of_all
from harmattan.reference.lexicon import Lexicon

_OWNING = frozenset([Frame.HOLD, Frame.GO, Frame.LEAVE, Frame.NEED, Frame.GRANT, Frame.STAND])
_OWNERS = frozenset(["state", "forces", "troops", "body", "membership", "power", "operation"])
_TIMES = frozenset(
    "time times hour hours day days night week weeks month months year years end beginning".split()
)
_HOLDING = frozenset("police man guard secure hold protect patrol defend occupy control".split())
_TO_COME = frozenset("first promised planned new expected pledged proposed requested".split())
_RELATIVE = frozenset(["who", "which", "that", "whom"])
_BEGINNING = forms_of_all(
    "begin start open arrive follow land join come return enter deploy move remain leave stand"
)
"""What a force does "with" so many: "ATMIS began with 18,586 soldiers"; whom one fights with is another."""
_BOUNDS = frozenset("about around some nearly almost roughly over only just a little another up to".split())
_SIGNS = frozenset([",", ";", ":", "(", "–", "—", "and"])
_BEHIND_ENTRIES = frozenset([",", ";", ".", ")", "and", "followed", "to", "in", "at", "under", "each"])
_PARTS = frozenset("component components element presence deployment one".split())
"""What stands for a part of a force whose owner or name stands beside it: "MONUSCO's military component"."""
_RECKONING = forms_of_all("put estimate reckon set give assess")
_ADVISING = forms_of_all("recommend suggest propose advise")
"""Who does so speaks of others' men."""
_WHITHER = frozenset(["to", "into", "for", "towards"])
_HOUSING = forms_of_all("host house harbour shelter accommodate")
"""Verbs whose subject is where their object is: "Lithuania hosts a battlegroup of 1,600"."""
_WHENCE = frozenset(["from", "out"])
_BEHIND_ADVERBS = frozenset(["in", "at", "on", "near", "outside"])
"""Prepositions behind an adverb that the tree takes for one: "left 900 behind in Basra"."""
_HELD_BY_SUBJECTS = COLLECTIVES | FIGURES | HOLDERS | {"operation", "component"}
"""What stands where those whom it has or numbers stand."""
_DEFINITE = frozenset("the this these those all remaining last".split())


def is_named(line: Line, head: int) -> bool:
    """Whether a phrase itself says whose they are: "French troops", "fighters of the Islamic State"."""
    sentence = line.sentence
    first, stop = phrase(sentence, head)
    inside = {*range(first, stop)}
    return any(
        index in sentence.name_at
        or (sentence.tokens[index].text[:1].isupper() and index > 0)
        or (index == first and countries().by_demonym(sentence.tokens[index].text) is not None)
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
        named = page.entities.one(sentence, head)
        return tuple(named) if len(named) > 1 else page.entities.mentions(sentence, head)[:1]
    owners = list(sentence.dependants(head, "nmod:poss"))
    for below, noun in pairwise((head, *where.nouns)):
        if sentence.words[noun] in GROUPS | UNITS and sentence.deprels[below] != "conj":
            owners.append(noun)
        owners.extend(sentence.dependants(noun, "nmod:poss"))
    for clause in sentence.dependants(head, "acl"):
        if sentence.words[clause] in REQUIRED_BY | MOOTED:
            # "the 2,900 that a technical team had recommended" are not the team's.
            continue
        owners.extend(
            who for who in sentence.dependants(clause, "nsubj") if sentence.words[who] not in _RELATIVE
        )
    if where.predicate is not None and frame in _OWNING:
        if not _only_speaks(sentence, where.predicate):
            owners.extend(arguments(sentence, where.predicate).get("ARG0"))
            owners.extend(_agents_above(line, where.predicate))
        if frame is Frame.NEED and where.relation.startswith("obl"):
            owners.extend(sentence.dependants(where.predicate, "obj", "iobj"))
        if sentence.deprels[where.predicate] == "acl:relcl" and not _is_where(sentence, where.predicate):
            owners.append(sentence.heads[where.predicate])
    elif where.case in {"with", "at"} and where.predicate is not None:
        begins = sentence.words[where.predicate] in _BEGINNING
        owners.extend(sentence.dependants(where.predicate, "nsubj") if begins else ())
    owners.extend(
        below
        for below in sentence.dependants(head, "nmod")
        if preposition(sentence, below) in {"from", "of"} and below in sentence.name_at
    )
    for owner in _holders(sentence, owners):
        if owner == head or _is_of_others(sentence, owner, where):
            continue
        for mention in page.entities.mentions(sentence, owner)[:1]:
            if mention.antecedent is not None and mention.antecedent.end == sentence.tokens[head].end:
                # "Ten men who guarded": nobody's but their own.
                continue
            if _may_own(line, owner, mention, lexicon):
                return _together(page, line, owner) or (mention,)
    if sentence.words[head] in COLLECTIVES:
        return page.entities.mentions(sentence, head)[:1]
    return ()


def _only_speaks(sentence: Sentence, predicate: int) -> bool:
    """Whether somebody speaks of others' men: "recommended 2,900", "the UN put the total at 20,000"."""
    figured = any(sentence.words[thing] in FIGURES for thing in sentence.dependants(predicate, "obj"))
    return sentence.words[predicate] in _ADVISING or (figured and sentence.words[predicate] in _RECKONING)


def _holders(sentence: Sentence, owners: list[int]) -> Iterator[int]:
    """Those who may have men; for a figure or a leave to have them those whose it is: "the mission's strength"."""
    for owner in owners:
        if owner not in sentence.name_at:
            # "the last one, MINUSTAH, had 2,366"
            yield from (
                beside for beside in sentence.dependants(owner, "appos") if beside in sentence.name_at
            )
        if sentence.words[owner] in FIGURES | CEILINGS | _PARTS:
            yield from sentence.dependants(owner, "nmod:poss")
            yield from (
                below for below in sentence.dependants(owner, "nmod") if preposition(sentence, below) == "of"
            )
        elif sentence.words[owner] not in FIGURES | CEILINGS:
            yield owner


def _is_of_others(sentence: Sentence, owner: int, where: Hung) -> bool:
    """Whether "who" stands for others that the counted are only told beside: "600 Kenyans who ... and two officers"."""
    if sentence.words[owner] not in _RELATIVE or where.predicate is None:
        return False
    above = sentence.heads[where.predicate]
    told_beside = is_linked(sentence, where.predicate) or above in where.nouns
    return sentence.deprels[where.predicate] == "acl:relcl" and told_beside


def _is_where(sentence: Sentence, clause: int) -> bool:
    """Whether a relative clause tells of what happens in a place: "Al-Asrak, where 150 soldiers are stationed".

    Not so "the task force, in which 600 soldiers serve": they are the task force's.
    """
    above = sentence.heads[clause]
    name = sentence.name_at.get(above)
    if sentence.words[above] in BODIES_OF_MEN | GROUPS | armed_names() or (name and name.label == "ORG"):
        return False
    return any(
        sentence.words[child] == "where"
        or (sentence.words[child] == "which" and preposition(sentence, child))
        for child in sentence.children[clause]
    )


def _together(page: Page, line: Line, owner: int) -> tuple[Mention, ...]:
    """All who have men together, where each has a name: "Ukraine and the United States have 1,100"."""
    sentence = line.sentence
    others = sentence.dependants(owner, "conj")
    if owner not in sentence.name_at or not others or any(other not in sentence.name_at for other in others):
        return ()
    return page.entities.mentions(sentence, owner)


def neighbour(page: Page, line: Line, quantity: Quantity) -> tuple[Mention, ...] | None:
    """Whose a bare number in a list is by the noun right before it: "its carabinieri 105,000", "Australia with 2,000".

    None where none stands there, nobody where the noun is no force.
    """
    sentence = line.sentence
    first, stop = line.tokens_of(quantity.span)
    after = sentence.words[stop] if stop < len(sentence) else "."
    at = first - 1
    while at >= 0 and sentence.words[at] in _BOUNDS:
        at -= 1
    if at >= 0 and sentence.words[at] in {"with", "for", "("}:
        at -= 1
    if at < 1 or after not in _BEHIND_ENTRIES or sentence.words[at] in FIGURES | CEILINGS | _TIMES:
        return None
    name = sentence.name_at.get(at)
    if sentence.upos[at] not in {"NOUN", "PROPN"} and name is None:
        return None
    start = sentence.tokens[at].start
    if any(time.span.start <= start < time.span.end for time in line.times):
        return None
    begins = at
    while begins > 0 and (
        sentence.upos[begins - 1] in {"ADJ", "PROPN", "NOUN"} or sentence.name_at.get(begins - 1, 0) is name
    ):
        begins -= 1
    opening = begins - 1
    while opening > 0 and sentence.upos[opening] in {"DET", "PRON"}:
        opening -= 1
    listed = sentence.words[opening] in _SIGNS or sentence.words[max(0, opening - 1) : opening + 1] == (
        "followed",
        "by",
    )
    if not listed:
        return None
    if name is not None and sentence.words[opening] == "and" and opening - 1 in sentence.name_at:
        earlier = sentence.name_at[opening - 1]
        before = earlier.first - 1 - (sentence.words[earlier.first - 1] == "the")
        if before >= 0 and sentence.words[before] in _SIGNS:
            # "Ethiopia and the United States 1,100": together.
            return (_named(page, line, earlier.first, earlier.stop), _named(page, line, begins, at + 1))
    if name.label == "PER" and name.stop - name.first > 1 if name is not None else not _is_body(sentence, at):
        return ()
    return (_named(page, line, begins, at + 1),)


def nationals(page: Page, line: Line, quantity: Quantity) -> tuple[Mention, ...]:
    """Whose some of a force are by their nation: "65 of them Portuguese", "of whom more than 900 are German"."""
    sentence = line.sentence
    first, stop = line.tokens_of(quantity.span)
    words = sentence.words
    if words[stop : stop + 1] == ("of",) and words[stop + 1 : stop + 2] in (
        ("them",),
        ("whom",),
        ("these",),
        ("those",),
    ):
        at = stop + 2
    elif {"whom", "them", "these", "which"} & set(words[max(0, first - 4) : first]):
        at = stop
    else:
        return ()
    while words[at : at + 1] and words[at] in {"is", "are", "were", "was", "be", "being"}:
        at += 1
    if at >= len(sentence) or countries().by_demonym(sentence.tokens[at].text) is None:
        return ()
    return (_named(page, line, at, at + 1),)


def subject_people(page: Page, line: Line, where: Hung) -> tuple[Mention, ...]:
    """The people that have so many: "The Dutch have 270"."""
    for subject in _subjects(line, where):
        if countries().by_demonym(line.sentence.tokens[subject].text) is not None:
            return (_named(page, line, subject, subject + 1),)
    return ()


def may_take_up(line: Line, where: Hung, known: tuple[Mention, ...]) -> bool:
    """Whether a bare number can go on from the men told before, by who has them in its clause.

    Not where somebody else does, and "it" stands for no men: "The last 47 soldiers left. It had 2,500 here once".
    """
    sentence = line.sentence
    for subject in _subjects(line, where):
        word = sentence.words[subject]
        if word in {"it", "he", "she"}:
            last = known[0].span.quote.split()[-1].lower() if known else ""
            if last in UNITS and last.endswith(("s", "men")):
                return False
        elif sentence.upos[subject] == "PROPN" and all(
            sentence.tokens[subject].text not in one.span.quote for one in known
        ):
            return False
    return True


def _subjects(line: Line, where: Hung) -> list[int]:
    if where.predicate is None or where.relation.partition(":")[0] not in {"obj", "obl"}:
        return []
    return line.sentence.dependants(where.predicate, "nsubj")


def _named(page: Page, line: Line, first: int, stop: int) -> Mention:
    span = page.entities.span(line.sentence, first, stop)
    return Mention(span, page.entities.best_name(span.quote))


def _is_body(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    return (
        word in BODIES_OF_MEN | GROUPS | UNITS | HOLDERS
        or word in armed_names()
        or sentence.tokens[index].text[0].isupper()
    )


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
    return word in COLLECTIVES | COMMANDERS or bool(lexicon.noun_class(word) & _OWNERS)


def are_same(some: tuple[Mention, ...], others: tuple[Mention, ...]) -> bool:
    """Whether two mentions of a force are of the same, by their names: "Chad ... it"."""
    return [mention.name for mention in some] == [mention.name for mention in others]


def sites(line: Line, head: int, where: Hung, frame: Frame | None) -> tuple[Place, ...]:
    """The named places where they stand or go, of their phrase, else of the clause."""
    sentence = line.sentence
    # "from" names where they come from, unless they are leaving it.
    sited = SITE_PREPOSITIONS | _WHENCE if frame is Frame.LEAVE else SITE_PREPOSITIONS - {"from"}
    if frame is Frame.GO:
        sited |= {"for", "through"}
    if where.predicate is not None and sentence.words[where.predicate] == "out":
        sited |= {"of"}
    if frame in {Frame.NEED, Frame.GRANT}:
        sited |= {"for"}
    inside = _before_the_next(line, head, _within(line, head, sited))
    if inside:
        return tuple(mark.place for mark in inside)
    for noun in where.nouns:
        inside = _within(line, noun, sited)
        if inside:
            return tuple(mark.place for mark in inside)
    if where.predicate is None:
        return ()
    if sentence.deprels[where.predicate] == "acl:relcl" and _is_where(sentence, where.predicate):
        above = sentence.heads[where.predicate]
        inside = [mark for mark in line.places if above in range(mark.first, mark.stop)]
        if inside:
            return tuple(mark.place for mark in inside)
    if where.nouns and sentence.words[where.nouns[0]] == "home" and preposition(sentence, head) == "to":
        return _home(line, where)
    if where.shared:
        if frame is not Frame.LEAVE:
            # "some 60 of about 100 went to Germany": the others did not.
            return ()
        sited = sited & (_WHENCE | {"of"})  # "withdraw most of its 4,500 men from Kabul": there they all are.
    verbs = {index for index, upos in enumerate(sentence.upos) if upos in {"VERB", "AUX"}} | {where.predicate}
    around = {where.predicate, *clauses_above(sentence, where.predicate)}
    around.update(sentence.dependants(where.predicate, "xcomp") if frame is Frame.LEAVE else ())
    if frame in {Frame.NEED, Frame.GRANT, Frame.EXPECT}:
        around.update(sentence.dependants(where.predicate, "xcomp", "advcl"))
    near = [
        mark
        for mark in line.places
        if (
            mark.preposition in sited
            or sentence.words[mark.first - 1] in _BEHIND_ADVERBS
            or any(_is_left(line, mark, verb) for verb in around)
        )
        and not _is_doer(mark)
        and (mark.head == where.predicate or line.governor(mark.head, verbs) in around)
    ]
    # Those of another subject say where only if nothing else does: "the strength of the mission in Bria is 400".
    own = [mark for mark in near if not _of_another(line, mark, where, ())]
    near = own or [mark for mark in near if not _of_another(line, mark, where, _HELD_BY_SUBJECTS)]
    if frame is Frame.GO and any(mark.preposition in _WHITHER for mark in near):
        near = [
            mark for mark in near if mark.preposition
        ]  # "crossed the Ruzizi into Congo", "left Bor for Gao"
    if sentence.words[where.predicate] in _HOUSING:
        near += [
            mark
            for mark in line.places
            if sentence.heads[mark.head] == where.predicate and sentence.deprels[mark.head] == "nsubj"
        ]
    near = _before_the_next(line, head, near)
    return tuple(mark.place for mark in near) or tuple(mark.place for mark in _held(line, head, where))


def _before_the_next(line: Line, head: int, marks: list[PlaceMark]) -> list[PlaceMark]:
    """The places that stand before the next number, where there are some: "900 soldiers in Bor and 400 in Juba"."""
    if len(marks) < 2:
        return marks
    nearest = min((mark.first for mark in marks if mark.first > head), default=0)
    later = (line.tokens_of(quantity.span)[0] for quantity in line.quantities)
    next_ = min((first for first in later if first > nearest > head), default=None)
    return marks if next_ is None else [mark for mark in marks if mark.first < next_]


def _home(line: Line, where: Hung) -> tuple[Place, ...]:
    """The place that is home to so many: "the base at Tapa, home to 400 soldiers"."""
    sentence = line.sentence
    home = where.nouns[0]
    sites = sentence.dependants(home, "nsubj") if is_linked(sentence, home) else [sentence.heads[home]]
    return tuple(mark.place for site in sites for mark in line.places if mark.head in sentence.subtree(site))


def _held(line: Line, head: int, where: Hung) -> list[PlaceMark]:
    """The places that they are there to hold: "has 400 men to defend Basra"."""
    sentence = line.sentence
    clauses = sentence.dependants(head, "acl")
    if where.predicate is not None:
        clauses = [*clauses, *sentence.dependants(where.predicate, "advcl", "xcomp")]
    holding = [clause for clause in clauses if sentence.words[clause] in _HOLDING]
    return [mark for mark in line.places if any(_is_left(line, mark, clause) for clause in holding)]


def _is_doer(mark: PlaceMark) -> bool:
    """Whether a place after "by" is one who does something: "followed by Burundi with 3,800"."""
    return mark.preposition == "by" and countries().by_name(mark.place.name) is not None


def _is_left(line: Line, mark: PlaceMark, predicate: int) -> bool:
    """Whether a place is the object of leaving or reaching: "left Lebanon"."""
    return line.sentence.heads[mark.head] == predicate and line.sentence.deprels[mark.head] == "obj"


def _of_another(line: Line, mark: PlaceMark, where: Hung, holders: Collection[str]) -> bool:
    """Whether a place stands inside another subject than `holders`: "the government in Nairobi has promised 400"."""
    sentence = line.sentence
    for above in (mark.head, *sentence.ancestors(mark.head)):
        if above == where.predicate:
            return False
        if sentence.deprels[above].startswith("nsubj") and above != where.head:
            return sentence.words[above] not in holders
    return False


def _within(line: Line, head: int, prepositions: frozenset[str]) -> list[PlaceMark]:
    below = set(line.sentence.subtree(head))
    return [
        mark
        for mark in line.places
        if mark.head in below and mark.preposition in prepositions and not _is_doer(mark)
    ]


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
