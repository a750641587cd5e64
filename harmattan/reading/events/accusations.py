"""Who is blamed for a deed that is told: "the attack, blamed on the Front", "accused the army of the killings".

That the deed was done is taken for given; that it was theirs is only held against them. So the deed is told without
them, and a second time, alleged, as theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from harmattan.model.readings import Mention, Modality
from harmattan.model.text import Span
from harmattan.reading.events.arguments import is_passive
from harmattan.reading.events.arrests import arrests
from harmattan.reading.events.joining import Found
from harmattan.reading.events.trials import pleas, trials
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Page
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.inflection import forms_of_all
from harmattan.reference.lexicon import Lexicon

_BLAMING = forms_of_all("blame")
_LAYING = forms_of_all("attribute ascribe pin impute")
_ACCUSING = forms_of_all("accuse suspect")
_HOLDING = forms_of_all("hold deem consider")
_ANSWERABLE = frozenset(["responsible", "accountable"])
_BELIEVED = frozenset("believed suspected thought alleged presumed accused".split())
_SUSPECTED = frozenset(["suspected", "alleged", "presumed", "supposed"])
_BELONGING = frozenset(["belong", "belonging", "be", "being"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "both", "his", "her", "their"])
_DEEDS = frozenset("crime crimes atrocity atrocities outrage act murder murders killing killings".split())
"""Nouns of deeds that tell of none by themselves, and here of the one told before."""
_NEAR = 2
"""How many sentences on a deed may be the one that somebody is blamed for."""
_RELATIVE = frozenset(["which", "who", "whom", "that"])
_BEFORE = -1
"""The deed of an accusation that names none."""
_HALLMARKS = frozenset(["hallmark", "hallmarks", "signature", "fingerprints", "handiwork"])
_POINTING = forms_of_all("point")
_ATTACKERS = frozenset(
    """attackers attacker assailants assailant gunmen gunman terrorists terrorist militants bandits raiders bombers
    bomber""".split()
)
_TELLING = _BLAMING | _LAYING | _ACCUSING | _HOLDING | _HALLMARKS | _POINTING | {"work", "finger", "behind"}
"""Words that hold a deed against somebody."""
_MEMBERS = frozenset("members member supporters followers youths men gang gangs herders dissidents".split())


@dataclass(frozen=True)
class Accusation:
    """Whose a deed is said to be, by token: the deed's noun or verb, who is blamed, and who blames them."""

    deed: int
    """-1 where it is only what was told before: "blamed the Front"."""
    blamed: int
    accuser: int | None


def accusations(sentence: Sentence, lexicon: Lexicon) -> Iterator[Accusation]:
    """The accusations of one sentence."""
    for index, word in enumerate(() if _TELLING.isdisjoint(sentence.vocabulary) else sentence.words):
        found: Iterator[tuple[int, int]] | None = None
        if word in _BLAMING:
            found = _blame(sentence, index, lexicon)
        elif word in _LAYING:
            found = _laid(sentence, index, {"to", "on"}, lexicon)
        elif word in _ACCUSING and sentence.upos[index] == "VERB":
            found = _accused(sentence, index, lexicon)
        elif word in _HOLDING:
            found = _held(sentence, index, lexicon)
        elif word == "work":
            found = _work(sentence, index, lexicon)
        elif word in _HALLMARKS:
            found = _marked(sentence, index, lexicon)
        elif word == "finger":
            found = _pointed_at(sentence, index)
        elif word in _POINTING:
            found = _pointed_to(sentence, index, lexicon)
        elif word == "behind":
            found = _suspected_behind(sentence, index, lexicon)
        if found is not None:
            accuser = _accuser(sentence, sentence.heads[index] if word == "finger" else index)
            yield from (Accusation(deed, blamed, accuser) for deed, blamed in found)
    for deed, tried, court in trials(sentence, lexicon):
        yield Accusation(deed, tried, court)
    for deed, held, by in arrests(sentence, lexicon):
        yield Accusation(deed, held, by)


def _blame(sentence: Sentence, verb: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """ "blamed the Front for the raid", "blamed the raid on the Front"."""
    deeds = [child for child in sentence.dependants(verb, "obl") if preposition(sentence, child) == "for"]
    for deed in deeds:
        if _is_deed(sentence, deed, lexicon):
            yield from ((deed, blamed) for blamed in _undergoing(sentence, verb))
    if deeds:
        return
    laid = list(_laid(sentence, verb, {"on"}, lexicon))
    yield from laid
    if not laid and not _laid_on(sentence, verb):
        yield from ((_BEFORE, blamed) for blamed in _parties(sentence, _undergoing(sentence, verb), lexicon))


def _laid_on(sentence: Sentence, verb: int) -> bool:
    """Whether something is blamed on somebody, be it what it may: "blamed the drought on the dam"."""
    things = (verb, *sentence.dependants(verb, "obj", "nsubj:pass"))
    return any(
        preposition(sentence, below) in {"on", "for"}
        for above in things
        for below in sentence.dependants(above, "obl", "nmod")
    )


def _parties(sentence: Sentence, heads: Sequence[int], lexicon: Lexicon) -> list[int]:
    """Those who can have done what was told: nobody blames the weather here."""
    found = []
    for head in heads:
        name = sentence.name_at.get(head)
        named = name is not None and name.label in {"ORG", "PER"}
        armed = bool({"forces", "troops"} & set(lexicon.noun_class(sentence.words[head])))
        members = sentence.words[head] in _MEMBERS
        if named or armed or members or (name is None and _names_before(sentence, head)):
            found.append(head)
    return found


def _names_before(sentence: Sentence, head: int) -> bool:
    """Whether a noun is described by the name of a party: "Ambazonian fighters", "Mai-Mai men"."""
    beside = sentence.dependants(head, "compound", "nmod:desc", "flat")
    names = (sentence.name_at.get(child) for child in beside)
    return any(name is not None and name.label == "ORG" for name in names)


def _marked(sentence: Sentence, noun: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """ "The raid bears the hallmarks of the Front"."""
    verb = sentence.heads[noun]
    if verb < 0 or sentence.deprels[noun] != "obj":
        return
    blamed = [child for child in sentence.dependants(noun, "nmod") if preposition(sentence, child) == "of"]
    blamed = _parties(sentence, blamed, lexicon)
    for subject in sentence.dependants(verb, "nsubj"):
        deed = subject if _is_deed(sentence, subject, lexicon) else None
        if deed is not None:
            yield from ((deed, head) for head in blamed)


def _pointed_at(sentence: Sentence, noun: int) -> Iterator[tuple[int, int]]:
    """ "Residents pointed the finger at the Front"."""
    verb = sentence.heads[noun]
    if verb < 0 or sentence.words[verb] not in _POINTING:
        return
    for above in (verb, noun):
        for child in sentence.dependants(above, "obl", "nmod"):
            if preposition(sentence, child) in {"at", "to"}:
                yield _BEFORE, child


def _pointed_to(sentence: Sentence, verb: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """ "Witnesses point to the Front"."""
    if sentence.upos[verb] != "VERB" or sentence.dependants(verb, "obj"):
        return
    named = [c for c in sentence.dependants(verb, "obl") if preposition(sentence, c) == "to"]
    yield from ((_BEFORE, blamed) for blamed in _parties(sentence, named, lexicon))


def _suspected_behind(sentence: Sentence, case: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """ "The Front is believed to be behind the raid"."""
    deed = sentence.heads[case]
    if deed < 0 or sentence.deprels[case] != "case" or not _is_deed(sentence, deed, lexicon):
        return
    for above in sentence.ancestors(deed):
        if sentence.words[above] in _BELIEVED:
            for subject in sentence.dependants(above, "nsubj:pass"):
                yield deed, subject
            return


def _laid(sentence: Sentence, verb: int, cases: set[str], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    blamed = [
        child
        for child in sentence.children[verb]
        if preposition(sentence, child) in cases and sentence.deprels[child] in {"obl", "obl:agent", "nmod"}
    ]
    for thing in _undergoing(sentence, verb):
        # "blamed the murders on the Front", drawn as murders on the Front; a raid on it may be one.
        own = [below for below in sentence.dependants(thing, "nmod") if preposition(sentence, below) == "on"]
        own = own if len(own) > 1 or sentence.words[thing] in _DEEDS else []
        deed = _deed_above(sentence, thing, lexicon)
        for head in blamed or (own[-1:] if sentence.words[verb] in _BLAMING and thing > verb else []):
            if deed is not None:
                yield deed, head


def _accused(sentence: Sentence, verb: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """ "accused the Front of the killings": of a deed that is known, not of deeds in general."""
    for deed in sentence.dependants(verb, "obl"):
        case = preposition(sentence, deed)
        known = any(sentence.words[child] in _DEFINITE for child in sentence.children[deed])
        if case in {"of", "in", "over"} and known and _is_deed(sentence, deed, lexicon):
            yield from ((deed, blamed) for blamed in _undergoing(sentence, verb))


def _held(sentence: Sentence, verb: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """ "holds the Front responsible for the murders"."""
    for answerable in range(verb + 1, len(sentence)):
        if sentence.words[answerable] not in _ANSWERABLE:
            continue
        deeds = [
            child
            for above in (verb, answerable)
            for child in sentence.dependants(above, "obl", "nmod")
            if preposition(sentence, child) == "for"
        ]
        named = [child for child in sentence.dependants(answerable, "compound", "nsubj") if child > verb]
        if not deeds:
            whom = named or [one for one in _undergoing(sentence, verb) if one != answerable]
            yield from ((_BEFORE, blamed) for blamed in whom)
        for deed in deeds:
            if _is_deed(sentence, deed, lexicon):
                whom = named or [one for one in _undergoing(sentence, verb) if one != answerable]
                yield from ((deed, blamed) for blamed in whom)


def _work(sentence: Sentence, noun: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """ "The raid was the work of the Front"."""
    if not sentence.dependants(noun, "cop"):
        return
    blamed = [child for child in sentence.dependants(noun, "nmod") if preposition(sentence, child) == "of"]
    for deed in sentence.dependants(noun, "nsubj"):
        if _is_deed(sentence, deed, lexicon):
            yield from ((deed, head) for head in blamed)


def _undergoing(sentence: Sentence, verb: int) -> list[int]:
    """The object of a verb, the subject of its passive, or the noun that its clause is about."""
    found = list(sentence.dependants(verb, "obj", "nsubj:pass"))
    if not found:  # an object drawn as a phrase that nothing opens
        found = [
            c for c in sentence.dependants(verb, "obl") if c == verb + 1 and not preposition(sentence, c)
        ]
    found = [child for child in found if sentence.words[child] not in _RELATIVE]
    if found or sentence.deprels[verb].partition(":")[0] != "acl":
        return list(found)
    objects = (child for child in sentence.dependants(verb, "obj") if sentence.words[child] not in _RELATIVE)
    active = bool(sentence.dependants(verb, "nsubj")) and next(objects, None) is None
    return [sentence.heads[verb]] if active or is_passive(sentence, verb) else []


def _deed_above(sentence: Sentence, noun: int, lexicon: Lexicon) -> int | None:
    """The deed that a noun names, or that the phrase it closes does: "the attack on the site at Djaiba, blamed on"."""
    for above in (noun, *sentence.ancestors(noun)):
        if _is_deed(sentence, above, lexicon):
            return above
        if sentence.deprels[above] not in {"nmod", "obl"} or sentence.upos[above] == "VERB":
            return None
    return None


def _is_deed(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    word = sentence.words[index]
    if sentence.upos[index] not in {"NOUN", "PROPN"}:
        return False
    return word in _DEEDS or any(entry.type == "ASSAULT" for entry in lexicon.entries(word, "NOUN"))


def _accuser(sentence: Sentence, verb: int) -> int | None:
    agents = [
        child
        for child in sentence.dependants(verb, "obl")
        if preposition(sentence, child) in ({"by", ""} if sentence.deprels[child] == "obl:agent" else {"by"})
    ]
    if agents or sentence.dependants(verb, "nsubj:pass") or sentence.upos[verb] != "VERB":
        return agents[0] if agents else None
    return next((child for child in sentence.dependants(verb, "nsubj")), None)


def _believed(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Those who are believed to belong to somebody, and to whom: "rebels believed to belong to the Front"."""
    for clause, word in enumerate(sentence.words):
        if word not in _BELIEVED or not sentence.deprels[clause].startswith("acl"):
            continue
        if _BELONGING.isdisjoint(sentence.words[clause + 1 : clause + 4]):
            continue
        for below in sentence.subtree(clause):
            name = sentence.name_at.get(below)
            if name is not None and name.label == "ORG":
                yield sentence.heads[clause], below
                break


def accused(page: Page, lexicon: Lexicon) -> list[Span]:
    """The stretches of all who are blamed for something, whom nothing but the blame makes an actor."""
    spans: list[Span] = []
    for line in page.lines:
        blamed = {accusation.blamed for accusation in accusations(line.sentence, lexicon)}
        blamed |= {name for _, name in _believed(line.sentence)}
        for head in sorted(blamed):
            spans.extend(mention.span for mention in page.entities.mentions(line.sentence, head))
    return spans


def twins(page: Page, events: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The events, each behind whose deed somebody is blamed for it once more, alleged, as theirs."""
    held: dict[int, list[tuple[Mention, Mention | None, int]]] = {}
    for number, line in enumerate(page.lines):
        for accusation in accusations(line.sentence, lexicon):
            at = _told(page, events, number, accusation)
            if at is None or _is_held_against(page, events[at], line.sentence, accusation.blamed):
                continue
            accuser = _mention(page, line.sentence, accusation.accuser)
            held.setdefault(at, []).extend(
                (blamed, accuser, number)
                for blamed in page.entities.mentions(line.sentence, accusation.blamed)
            )
    for at, event in enumerate(events):
        if event.predicate.type == "ASSAULT" and event.stance.modality is Modality.ASSERTED:
            held.setdefault(at, []).extend((one, None, event.line) for one in _suspects(page, event))
    told: list[Found] = []
    for at, event in enumerate(events):
        plea = _pleaded(page, event, lexicon)
        if plea is not None:
            told.append(plea)
            held.pop(at, None)
            continue
        suspected = [*_suspected(page, event), *_tried(event, [one for one, _, _ in held.get(at, ())])]
        known = {one for one, _, _ in held.get(at, ())}
        held.setdefault(at, []).extend((one, None, event.line) for one in suspected if one not in known)
        told.append(_without(event, suspected) if suspected else event)
        told.extend(_twin(page, event, *one) for one in held.get(at, ()) if not _is_struck_by(event, one[0]))
    return told


def _tried(event: Found, blamed: Sequence[Mention]) -> list[Mention]:
    """Who is told to have done what is only held against them: "convicted two rebels of killing"."""
    if event.stance.modality is not Modality.ASSERTED:
        return []
    spans = {span for one in blamed for span in (one.span, one.antecedent) if span}
    return [one for one in event.event.actor if one.span in spans or one.antecedent in spans]


def _is_held_against(page: Page, event: Found, sentence: Sentence, blamed: int) -> bool:
    """Whether an event tells already, alleged, who is blamed for it: "accused of killing"."""
    if event.stance.modality is not Modality.ALLEGED:
        return False
    start = sentence.tokens[blamed].start
    return any(one.span.start <= start < one.span.end for one in event.event.actor)


def _pleaded(page: Page, event: Found, lexicon: Lexicon) -> Found | None:
    """The deed as who answers to its charge owns or denies it."""
    if event.predicate.type != "ASSAULT":
        return None
    sentence = page.lines[event.line].sentence
    for deed, who, owned in pleas(sentence, lexicon):
        mention = _mention(page, sentence, who)
        if deed not in {event.index, event.light, *event.also} or mention is None:
            continue
        modality = Modality.ASSERTED if owned else Modality.DENIED
        return replace(
            event,
            event=replace(event.event, actor=(mention,)),
            stance=replace(event.stance, modality=modality),
            attribution=mention,
        )
    return None


def _suspects(page: Page, event: Found) -> Iterator[Mention]:
    """Whom those who act are believed to belong to."""
    sentence = page.lines[event.line].sentence
    for noun, name in _believed(sentence):
        start = sentence.tokens[noun].start
        if any(actor.span.start <= start < actor.span.end for actor in event.event.actor):
            yield from page.entities.one(sentence, name)


def _suspected(page: Page, event: Found) -> list[Mention]:
    """Those among who act of whom it is only suspected who they are: "suspected Boko Haram fighters"."""
    if event.predicate.type != "ASSAULT" or event.stance.modality is not Modality.ASSERTED:
        return []
    sentence = page.lines[event.line].sentence
    found = []
    for actor in event.event.actor:
        inside = [
            at
            for at, token in enumerate(sentence.tokens)
            if actor.span.start <= token.start and token.end <= actor.span.end
        ]
        named = any((name := sentence.name_at.get(at)) is not None and name.label == "ORG" for at in inside)
        before = sentence.words[max(0, inside[0] - 1) : inside[-1]] if inside else ()
        if named and not _SUSPECTED.isdisjoint(before):
            found.append(actor)
    return found


def _without(event: Found, actors: Sequence[Mention]) -> Found:
    rest = tuple(actor for actor in event.event.actor if actor not in actors)
    return replace(event, event=replace(event.event, actor=rest))


def _told(page: Page, events: Sequence[Found], number: int, accusation: Accusation) -> int | None:
    """Where the event stands that a deed's word tells, or means if it tells none by itself."""
    sentence, deed = page.lines[number].sentence, accusation.deed
    if deed == _BEFORE:
        near = [
            at
            for at, event in enumerate(events)
            if _is_told(event)
            and 0 <= number - event.line <= _NEAR
            and not (
                event.line == number and event.index > accusation.blamed
            )  # what is told of them further on
            and not _on_attackers(event)
        ]
        return near[-1] if near else None
    for at, event in enumerate(events):
        if event.line == number and deed in {event.index, event.light, *event.also}:
            return at if _is_told(event) else None
    if not any(sentence.words[child] in _DEFINITE for child in sentence.dependants(deed, "det")):
        return None
    before = [
        at
        for at, event in enumerate(events)
        if _is_told(event) and event.line <= number <= max(event.last, event.line) + _NEAR
    ]
    return before[-1] if before else None


def _on_attackers(event: Found) -> bool:
    """Whether those were struck who attacked, for which nobody is blamed."""
    struck = (*event.event.recipient, *event.event.victim)
    return any(mention.span.quote.lower().split()[-1] in _ATTACKERS for mention in struck)


def _is_struck_by(event: Found, blamed: Mention) -> bool:
    """Whether who is blamed is struck by the deed: who fights ISIL blames it for others."""
    struck = (*event.event.recipient, *event.event.victim)
    return any(mention.name.lower() == blamed.name.lower() for mention in struck)


def _is_told(event: Found) -> bool:
    return event.predicate.type == "ASSAULT" and event.stance.modality in {
        Modality.ASSERTED,
        Modality.ALLEGED,
    }


def _twin(page: Page, event: Found, blamed: Mention, accuser: Mention | None, number: int) -> Found:
    span = page.evidence(page.lines[number].sentence)
    # Who blames somebody has not counted the dead.
    theirs = replace(event.event, actor=(blamed,), killed=None, wounded=None, abducted=None, report_time=None)
    return replace(
        event,
        event=theirs,
        stance=replace(event.stance, modality=Modality.ALLEGED),
        attribution=accuser or event.attribution,
        evidence=event.evidence if span in event.evidence else (*event.evidence, span),
    )


def _mention(page: Page, sentence: Sentence, head: int | None) -> Mention | None:
    return None if head is None else next(iter(page.entities.mentions(sentence, head)), None)
