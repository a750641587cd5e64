"""Strengths: how many of a force are said to be where, and whether they are there, were, or are only spoken of.

Two ways of saying it: a number on a noun of force ("5,000 French troops currently in Mali", "will send 400
soldiers to Gao") and a figure that changes ("the number is expected to fall to 2,500 or 3,000 by 2023", "from
5,100 to 2,500"). Those who were killed, caught or attacked are casualties, not strengths.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harmattan.model.readings import (
    Event,
    Mention,
    Modality,
    Number,
    Place,
    Statement,
    Strength,
    StrengthStatus,
    Time,
)
from harmattan.model.text import Span
from harmattan.reading.arguments import arguments
from harmattan.reading.attribution import Stance, stance
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Line, Page
from harmattan.reading.phrases import phrase, preposition
from harmattan.reading.places import SITE_PREPOSITIONS
from harmattan.reading.quantities import Quantity
from harmattan.reference.lexicon import Lexicon

_UNITS = frozenset(
    """troops troop soldiers soldier fighters fighter militants militant rebels rebel mercenaries mercenary
        peacekeepers peacekeeper personnel police policemen officers instructors instructor trainers trainer
        advisers advisors gendarmes men commandos paratroopers jihadists insurgents terrorists militiamen
        volunteers members contractors operatives combatants servicemen marines recruits guerrillas vehicles
        tanks helicopters aircraft drones jets battalions brigades bases""".split()
)
_FIGURES = frozenset(
    [
        "number",
        "numbers",
        "figure",
        "total",
        "strength",
        "presence",
        "contingent",
        "force",
        "size",
        "deployment",
        "mission",
    ]
)
_CHANGES = frozenset(
    """fall drop decline decrease shrink rise grow increase climb reduce cut halve lower raise boost scale
        bring expand peak stand number total reach swell dwindle slash trim double fell falls falling dropped
        declined decreased shrank shrunk rose risen grew grown increased climbed reduced reducing cutting
        lowered raised boosted scaled brought bringing expanded peaked stood stands numbered numbers totalled
        totaled reached swelled dwindled slashed trimmed doubled""".split()
)
_HERE = frozenset("currently now still already today presently".split())
_NEED = frozenset(
    "need needs needed require requires required request requested requests ask asked call called seek sought".split()
)
_FORECAST = frozenset(
    "expected expect expects likely projected forecast estimated predicted anticipated due set".split()
)
_LEAVE = frozenset(
    """withdraw withdraws withdrew withdrawn leave leaves left depart departed pull pulled return returned
        repatriate repatriated remove removed redeploy redeployed fly flew flown""".split()
)
_HAD = frozenset(
    ["had", "were", "was", "numbered", "peaked", "stood", "deployed", "kept", "maintained", "included"]
)
_MORE = frozenset(["more", "additional", "further", "extra", "another", "other", "others"])
_POINTING = frozenset(["that", "this", "the", "its", "their"])
_LOST = frozenset(["lost", "lose", "mourn", "mourned", "buried", "missing"])


@dataclass(frozen=True, slots=True)
class _Told:
    """A strength with the sentence it stands in and how it is held."""

    strength: Strength
    line: int
    held: Stance


def find_strengths(page: Page, events: Sequence[Statement], lexicon: Lexicon) -> list[Statement]:
    """All strengths of a document in text order; the casualties of its `events` are none."""
    casualties = _harmed(events)
    found: list[_Told] = []
    for number, line in enumerate(page.lines):
        changing = {quantity.span for quantity, _ in _reached(line)}
        for quantity in line.quantities:
            harmed = any(quantity.span.overlaps(span) for span in casualties)
            if not harmed and quantity.span not in changing:
                found.extend(_counted(page, number, line, quantity, lexicon))
        found.extend(_changed(page, number, line, found, lexicon))
    return [_statement(page, told) for told in found]


def _statement(page: Page, told: _Told) -> Statement:
    sentence = page.lines[told.line].sentence
    speaker = told.held.speaker
    attribution = None
    if speaker is not None and sentence.upos[speaker] in {"NOUN", "PROPN", "PRON"}:
        mentions = page.entities.mentions(sentence, speaker)
        attribution = mentions[0] if mentions else None
    modality = {
        StrengthStatus.ANNOUNCED: Modality.PLANNED,
        StrengthStatus.PROJECTED: Modality.PLANNED,
        StrengthStatus.REQUIRED: Modality.HYPOTHETICAL,
        StrengthStatus.ALLEGED: Modality.ALLEGED,
    }.get(told.strength.status, Modality.ASSERTED)
    return Statement(told.strength, tuple(_evidence(page, told)), modality, attribution)


def _evidence(page: Page, told: _Told) -> Iterator[Span]:
    """The sentence, and the earlier one that says whose and where they are: "That number will fall to 1,000"."""
    own = page.evidence(page.lines[told.line].sentence)
    yield own
    spans = [force.span for force in told.strength.force] + [place.span for place in told.strength.place]
    named = [span for span in spans if span not in own]
    for line in page.lines[: told.line]:
        sentence = page.evidence(line.sentence)
        if any(span in sentence for span in named):
            yield sentence


def _harmed(events: Sequence[Statement]) -> list[Span]:
    spans: list[Span] = []
    for statement in events:
        body = statement.body
        if not isinstance(body, Event):
            continue
        spans.extend(number.span for number in (body.killed, body.wounded, body.abducted) if number)
        if body.type in {"ASSAULT", "COERCE", "PROTEST"}:
            spans.extend(m.span for m in (*body.victim, *body.target, *body.recipient))
    return spans


def _counted(page: Page, number: int, line: Line, quantity: Quantity, lexicon: Lexicon) -> Iterator[_Told]:
    """A number on a noun of force."""
    sentence = line.sentence
    head = _counted_noun(line, quantity)
    if head is None or _under_harm(sentence, head, lexicon) or _is_increment(line, quantity, head):
        return
    verb = _governing_verb(sentence, head)
    held = stance(sentence, verb, lexicon) if verb is not None else Stance(Modality.ASSERTED)
    if held.modality in {Modality.DENIED, Modality.THREATENED} or (not held.told and verb is None):
        return
    force = _force(page, sentence, head, verb)
    place = _sites(line, head, verb)
    if not force or not place:
        return
    status = _status(sentence, head, verb, held)
    if status is None:
        return
    unit = sentence.words[head]
    core = sentence.deprels[head].partition(":")[0] in {"obj", "nsubj"}
    time = _time(line, head, verb if core else None)
    yield _Told(
        Strength(force, place, Number(quantity.span, quantity.count), unit, status, time), number, held
    )


def _counted_noun(line: Line, quantity: Quantity) -> int | None:
    """The noun of force that a number counts."""
    sentence = line.sentence
    first, stop = line.tokens_of(quantity.span)
    for index in range(first, stop):
        head = sentence.heads[index]
        if (
            head >= stop
            and sentence.words[head] in _UNITS
            and sentence.deprels[index] in {"nummod", "amod", "compound", "advmod"}
        ):
            return head
    for index in range(stop, min(stop + 5, len(sentence))):
        word, upos = sentence.words[index], sentence.upos[index]
        if word in _UNITS and upos in {"NOUN", "PROPN"}:
            return index
        if word not in {"of", "the", "its", "more", "additional", "other", "-", "strong"} and upos not in {
            "ADJ",
            "PROPN",
            "NOUN",
            "PUNCT",
        }:
            break
        if word in {",", ";", "(", ")", "."}:
            break
    return None


def _is_increment(line: Line, quantity: Quantity, head: int) -> bool:
    """Whether the number is added to others that are there: "600 more soldiers", "a further 400"."""
    first, _ = line.tokens_of(quantity.span)
    return not _MORE.isdisjoint(line.sentence.words[max(0, first - 1) : head])


def _under_harm(sentence: Sentence, head: int, lexicon: Lexicon) -> bool:
    """Whether those counted are the ones who were hurt, or the ones attacking."""
    for above in sentence.ancestors(head):
        if sentence.upos[above] != "VERB":
            continue
        entries = lexicon.entries(sentence.words[above], "VERB")
        harmful = any(
            not entry.ambiguous
            and (entry.type in {"ASSAULT", "COERCE"} or entry.counts or entry.mode == "release")
            for entry in entries
        )
        return harmful or sentence.words[above] in _LOST
    return False


def _governing_verb(sentence: Sentence, head: int) -> int | None:
    return next(
        (above for above in sentence.ancestors(head) if sentence.upos[above] in {"VERB", "AUX"}), None
    )


def _force(page: Page, sentence: Sentence, head: int, verb: int | None) -> tuple[Mention, ...]:
    """Whose they are: said by the phrase itself ("French troops"), by its owner or by who sends them."""
    own = page.entities.mentions(sentence, head)[:1]
    first, stop = phrase(sentence, head)
    specific = any(
        index in sentence.name_at or (sentence.tokens[index].text[:1].isupper() and index > 0)
        for index in range(first, stop)
    )
    if specific:
        return own
    owners: list[int] = []
    owners.extend(sentence.dependants(head, "nmod:poss"))
    above = sentence.heads[head]
    if above >= 0 and sentence.deprels[head] == "nmod" and preposition(sentence, head) in {"of", "with"}:
        owners.append(above)
    if verb is not None:
        owners.extend(arguments(sentence, verb).get("ARG0"))
    for below in sentence.dependants(head, "nmod"):
        if preposition(sentence, below) in {"from", "of"}:
            owners.append(below)
    for owner in owners:
        if owner == head:
            continue
        for mention in page.entities.mentions(sentence, owner):
            if _is_force_owner(sentence, owner, mention):
                return (mention,)
    return ()


def _is_force_owner(sentence: Sentence, owner: int, mention: Mention) -> bool:
    named = owner in sentence.name_at and sentence.name_at[owner].label != "PER"
    return (
        named
        or mention.antecedent is not None
        or sentence.words[owner] in _FIGURES | {"army", "government", "military", "country"}
    )


def _sites(line: Line, head: int, verb: int | None) -> tuple[Place, ...]:
    below = set(line.sentence.subtree(head))
    # "from" names where they come from, unless they are leaving it.
    leaving = verb is not None and line.sentence.words[verb] in _LEAVE
    sited = SITE_PREPOSITIONS if leaving else SITE_PREPOSITIONS - {"from"}
    near = [mark for mark in line.places if mark.head in below and mark.preposition in sited]
    if not near and verb is not None:
        verbs = {index for index, upos in enumerate(line.sentence.upos) if upos in {"VERB", "AUX"}}
        near = [
            mark
            for mark in line.places
            if mark.preposition in sited
            and line.governor(mark.head, verbs) in {verb, *_clauses_above(line.sentence, verb)}
        ]
    return tuple(mark.place for mark in near)


def _clauses_above(sentence: Sentence, verb: int) -> Iterator[int]:
    while (
        sentence.deprels[verb].partition(":")[0] in {"xcomp", "conj", "advcl"} and sentence.heads[verb] >= 0
    ):
        verb = sentence.heads[verb]
        yield verb


def _status(sentence: Sentence, head: int, verb: int | None, held: Stance) -> StrengthStatus | None:
    beside = {sentence.words[child] for child in sentence.children[head]}
    if beside & _HERE:
        return StrengthStatus.CURRENT
    if verb is None:
        return StrengthStatus.CURRENT
    word = sentence.words[verb]
    around = {word, *(sentence.words[above] for above in _clauses_above(sentence, verb))}
    if sentence.deprels[head].partition(":")[0] in {"obl", "nmod"} and preposition(sentence, head) in {
        "of",
        "with",
        "among",
    }:
        return StrengthStatus.CURRENT
    if around & _NEED and sentence.deprels[head] == "obj":
        return StrengthStatus.REQUIRED
    if around & _LEAVE:
        return StrengthStatus.CURRENT if held.modality is Modality.PLANNED else StrengthStatus.FORMER
    match held.modality:
        case Modality.PLANNED:
            forecast = around & _FORECAST and not held.speaker
            return StrengthStatus.PROJECTED if forecast else StrengthStatus.ANNOUNCED
        case Modality.ALLEGED:
            return StrengthStatus.ALLEGED
        case Modality.HYPOTHETICAL:
            return StrengthStatus.PROJECTED
    perfect = {sentence.words[child] for child in sentence.dependants(verb, "aux")}
    if word in _HAD and not perfect & {"has", "have"}:
        passive_now = {sentence.words[c] for c in sentence.dependants(verb, "aux:pass", "cop")} & {
            "are",
            "is",
        }
        deployed = word == "deployed"
        return StrengthStatus.CURRENT if passive_now or deployed else StrengthStatus.FORMER
    if {sentence.words[c] for c in sentence.dependants(head, "cop")} & {"were", "was"}:
        return StrengthStatus.FORMER
    return StrengthStatus.CURRENT


def _time(line: Line, head: int, verb: int | None) -> Time | None:
    verbs = {index for index, upos in enumerate(line.sentence.upos) if upos in {"VERB", "AUX"}}
    below = set(line.sentence.subtree(head))
    for time in line.times:
        hung = line.hung_by(time.span)
        if hung in below or (verb is not None and line.governor(hung, verbs) == verb):
            return time
    return None


def _changed(page: Page, number: int, line: Line, earlier: list[_Told], lexicon: Lexicon) -> Iterator[_Told]:
    """A figure that falls, rises or is brought to another."""
    for quantity, verb in _reached(line):
        sentence = line.sentence
        subject = _figure_subject(sentence, verb)
        told = earlier[-1] if earlier and number - earlier[-1].line <= 1 else None
        force, place, unit = _whose(page, line, subject, told)
        if not force or not place:
            continue
        held = stance(sentence, verb, lexicon)
        if held.modality in {Modality.DENIED, Modality.THREATENED} or not held.told:
            continue
        status = _changed_status(line, quantity, verb, held)
        time = None if _from(line, quantity) else _time(line, verb, verb)
        size = Number(quantity.span, quantity.count)
        yield _Told(Strength(force, place, size, unit, status, time), number, held)


def _reached(line: Line) -> Iterator[tuple[Quantity, int]]:
    """Figures that a verb of change starts from or comes to, with the verb."""
    sentence = line.sentence
    for verb, word in enumerate(sentence.words):
        if word in _CHANGES and sentence.upos[verb] == "VERB":
            for quantity in line.quantities:
                if _hangs_by_figure(line, quantity, verb):
                    yield quantity, verb


def _hangs_by_figure(line: Line, quantity: Quantity, verb: int) -> bool:
    """Whether a number follows the verb with "to", "from" or "at"."""
    sentence = line.sentence
    first, _ = line.tokens_of(quantity.span)
    if first <= verb:
        return False
    before = sentence.words[first - 1]
    inside = sentence.words[first]
    if before not in {"to", "from", "at", "under", "below"} and inside not in {"to", "from", "between"}:
        return False
    between = range(verb + 1, first)
    return (
        not any(sentence.upos[index] == "VERB" or sentence.words[index] in {";", "that"} for index in between)
        and first - verb <= 14
    )


def _figure_subject(sentence: Sentence, verb: int) -> int | None:
    current = verb
    for _ in range(4):
        subjects = sentence.dependants(current, "obj") or sentence.dependants(current, "nsubj")
        if subjects:
            return subjects[0]
        if (
            sentence.deprels[current].partition(":")[0] not in {"xcomp", "conj", "advcl"}
            or sentence.heads[current] < 0
        ):
            return None
        current = sentence.heads[current]
    return None


def _whose(
    page: Page, line: Line, subject: int | None, told: _Told | None
) -> tuple[tuple[Mention, ...], tuple[Place, ...], str]:
    sentence = line.sentence
    if subject is None:
        return (), (), ""
    word = sentence.words[subject]
    unit_head = next((index for index in sentence.subtree(subject) if sentence.words[index] in _UNITS), None)
    unit = sentence.words[unit_head] if unit_head is not None else "troops"
    if unit_head is not None or word in _FIGURES:
        force = _force(page, sentence, subject if unit_head is None else unit_head, None)
        place = _sites(line, subject, _governing_verb(sentence, subject))
        if force and place:
            return force, place, unit
    pronoun = sentence.upos[subject] == "PRON"
    pointing = pronoun or any(sentence.words[child] in _POINTING for child in sentence.children[subject])
    if told is not None and pointing and (pronoun or word in _FIGURES):
        return told.strength.force, told.strength.place, told.strength.unit
    return (), (), ""


def _from(line: Line, quantity: Quantity) -> bool:
    """Whether a figure is the one that a change starts from."""
    first, _ = line.tokens_of(quantity.span)
    return "from" in line.sentence.words[first - 1 : first + 1]


def _changed_status(line: Line, quantity: Quantity, verb: int, held: Stance) -> StrengthStatus:
    sentence = line.sentence
    if _from(line, quantity):
        return StrengthStatus.CURRENT if held.modality is Modality.PLANNED else StrengthStatus.FORMER
    if held.modality is Modality.PLANNED:
        around = {sentence.words[above] for above in (verb, *_clauses_above(sentence, verb))}
        return (
            StrengthStatus.PROJECTED
            if around & _FORECAST or held.speaker is None
            else StrengthStatus.ANNOUNCED
        )
    if held.modality is Modality.HYPOTHETICAL:
        return StrengthStatus.PROJECTED
    if held.modality is Modality.ALLEGED:
        return StrengthStatus.ALLEGED
    return StrengthStatus.CURRENT
