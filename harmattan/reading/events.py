"""Events: who did what to whom, where and when, as the sentences tell it.

Every word the predicate lexicon knows is tried with the arguments it has here. Words that tell parts of one happening in one
sentence ("attacked a post, killing three") or in the next ("The missiles targeted two schools") are then joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from harmattan.model.readings import Event, Mention, Modality, Place, Statement, Time
from harmattan.model.text import Span
from harmattan.reading.attribution import ASPECT, Stance, stance
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Line, Page
from harmattan.reading.places import SITE_PREPOSITIONS, PlaceMark
from harmattan.reading.roles import Fields, Meaning, fill, meaning, span_covers
from harmattan.reference.lexicon import Lexicon, Predicate

_COMMISSIVE = (
    "announc",
    "pledg",
    "promis",
    "vow",
    "plan",
    "decid",
    "agree",
    "stat",
    "order",
    "intend",
    "declar",
)
_CLAUSE = frozenset(
    [
        "conj",
        "advcl",
        "xcomp",
        "ccomp",
        "acl",
        "acl:relcl",
        "parataxis",
        "obj",
        "nsubj",
        "obl",
        "nmod",
        "nsubj:pass",
        "compound",
    ]
)
_STEADY = frozenset(["conj", "advcl", "xcomp", "acl", "obj", "nsubj:pass", "parataxis", "obl"])


@dataclass(frozen=True)
class Found:
    """One event with where it was found and how it is held."""

    line: int
    index: int
    predicate: Predicate
    event: Event
    stance: Stance
    attribution: Mention | None
    evidence: tuple[Span, ...]
    light: int | None = None

    @property
    def statement(self) -> Statement:
        """The event with its evidence, modality and attribution."""
        return Statement(self.event, self.evidence, self.stance.modality, self.attribution)


def find_events(page: Page, lexicon: Lexicon) -> list[Found]:
    """All events of a document in text order."""
    found: list[Found] = []
    for number, line in enumerate(page.lines):
        here = list(_in_sentence(page, number, line, lexicon))
        here = _joined_in_sentence(line, here)
        found.extend(here)
    return [event for event in _joined_across(page, found, lexicon) if _worth_telling(page, event)]


def _in_sentence(page: Page, number: int, line: Line, lexicon: Lexicon) -> Iterator[Found]:
    sentence = line.sentence
    light_of = dict(_light_objects(sentence, lexicon))
    carried = set(light_of.values())
    meanings: dict[int, Meaning] = {}
    for index, (word, upos) in enumerate(zip(sentence.words, sentence.upos, strict=True)):
        if upos not in {"VERB", "NOUN", "ADJ", "AUX"} or index in carried or index in sentence.name_at:
            continue
        if not lexicon.entries(word, upos) or any(span_covers(line, index, time.span) for time in line.times):
            continue
        chosen = meaning(line, index, light_of.get(index), lexicon)
        if chosen is not None:
            meanings[index] = chosen
    verbs = {index for index, upos in enumerate(sentence.upos) if upos == "VERB"}
    for index, chosen in meanings.items():
        light = light_of.get(index)
        held = stance(sentence, light if light is not None else index, lexicon)
        if light is not None:
            own = stance_of_noun(sentence, index, lexicon)
            held = (
                replace(held, modality=own)
                if own is not None and held.modality is Modality.ASSERTED
                else held
            )
        if not held.told:
            continue
        fields = fill(page, line, index, chosen, lexicon)
        _announced_by(page, sentence, held, fields)
        attribution = _speaker(page, sentence, held)
        times = _times(line, index, light, held, {*verbs, *meanings})
        places = _places(line, index, light, fields, {*verbs, *meanings})
        event = _event(page, sentence, index, chosen.predicate, fields, times, places, lexicon)
        yield Found(
            number, index, chosen.predicate, event, held, attribution, (page.evidence(sentence),), light
        )


def stance_of_noun(sentence: Sentence, index: int, lexicon: Lexicon) -> Modality | None:
    """What an event noun's own adjectives make of it: "a planned attack"."""
    for child in sentence.dependants(index, "amod"):
        modality = lexicon.modality(sentence.words[child], "ADJ")
        if modality is not None:
            return modality
    return None


def _light_objects(sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Event nouns and the light verbs that carry them: "an offensive" and "began"."""
    for index, word in enumerate(sentence.words):
        light = lexicon.light(word) if sentence.upos[index] == "VERB" else None
        if light is None:
            continue
        particles = {sentence.words[child] for child in sentence.dependants(index, "compound:prt", "advmod")}
        if light.particles and light.particles.isdisjoint(particles):
            continue
        objects = [
            *sentence.dependants(index, "obj"),
            *(c for c in sentence.dependants(index, "nsubj") if sentence.deprels[c] == "nsubj:pass"),
        ]
        for noun in objects:
            if sentence.upos[noun] in {"NOUN", "PROPN"} and lexicon.entries(sentence.words[noun], "NOUN"):
                yield noun, index


def _announced_by(page: Page, sentence: Sentence, held: Stance, fields: Fields) -> None:
    """Who announces what nobody is named for means to do it: "France announced the closure of bases"."""
    if fields.get("actor") or held.speaker is None or held.report is None:
        return
    if held.modality is Modality.PLANNED and sentence.words[held.report].startswith(_COMMISSIVE):
        fields.add("actor", page.entities.mentions(sentence, held.speaker))


def _speaker(page: Page, sentence: Sentence, held: Stance) -> Mention | None:
    if held.speaker is None or sentence.upos[held.speaker] not in {"NOUN", "PROPN", "PRON", "X"}:
        return None
    mentions = page.entities.mentions(sentence, held.speaker)
    return mentions[0] if mentions else None


def _event(
    page: Page,
    sentence: Sentence,
    index: int,
    predicate: Predicate,
    fields: Fields,
    times: tuple[Time | None, Time | None],
    places: tuple[Place, ...],
    lexicon: Lexicon,
) -> Event:
    weapon = fields.get("weapon")
    mode = predicate.mode
    if predicate.type == "ASSAULT" and mode is None:
        modes = (
            lexicon.weapon(word.lower())
            for mention in weapon
            for word in reversed(mention.span.quote.split())
        )
        mode = next((found for found in modes if found), None)
    return Event(
        type=predicate.type,
        mode=mode,
        trigger=page.entities.span(sentence, index, index + 1),
        actor=fields.get("actor"),
        recipient=fields.get("recipient"),
        target=fields.get("target"),
        victim=fields.get("victim"),
        weapon=weapon,
        place=places,
        time=times[0],
        report_time=times[1],
        killed=fields.killed,
        wounded=fields.wounded,
        abducted=fields.abducted,
    )


def _times(
    line: Line, index: int, light: int | None, held: Stance, words: set[int]
) -> tuple[Time | None, Time | None]:
    """When it happened or will, and when it was said."""
    own = {index} if light is None else {index, light}
    happened = said = None
    for time in line.times:
        governor = line.governor(line.hung_by(time.span), words)
        if governor in own:
            happened = happened or time
        elif governor is not None and governor == held.report:
            said = said or time
    if happened is None:
        happened = _shared_time(line, light if light is not None else index, held, words)
    return happened, said


def _shared_time(line: Line, index: int, held: Stance, words: set[int]) -> Time | None:
    """The time of the clause that the event's clause hangs on: "On Friday they attacked the post, killing two"."""
    by_word: dict[int | None, Time] = {}
    for time in line.times:
        governor = line.governor(line.hung_by(time.span), words)
        by_word.setdefault(governor, time)
    current = index
    while _shares_setting(line.sentence, current):
        if any(
            line.sentence.words[c] in {"after", "before", "since"}
            for c in line.sentence.dependants(current, "mark", "case")
        ):
            return None
        current = line.sentence.heads[current]
        if current == held.report:
            return None
        if current in by_word:
            return by_word[current]
    below = [c for c in line.sentence.dependants(index, "xcomp") if c in by_word]
    return by_word[below[0]] if below else None


def _shares_setting(sentence: Sentence, index: int) -> bool:
    """Whether a word happens where and when the word above it does: a participle does, the object of "condemn" does not."""
    head = sentence.heads[index]
    if head < 0 or sentence.deprels[index] not in _STEADY:
        return False
    if sentence.upos[index] in {"VERB", "AUX"}:
        return True
    return sentence.words[head] in ASPECT or sentence.deprels[index] == "conj"


def _places(line: Line, index: int, light: int | None, fields: Fields, words: set[int]) -> tuple[Place, ...]:
    own = {index} if light is None else {index, light}
    chosen: list[PlaceMark] = []
    for mark in line.places:
        inside_role = any(
            mark.first <= head < mark.stop or mark.head in line.sentence.subtree(head)
            for head in fields.place_heads
        )
        governor = line.governor(mark.head, words)
        sited = mark.preposition in SITE_PREPOSITIONS
        if inside_role or (sited and governor in own):
            chosen.append(mark)
    if not chosen:
        current = light if light is not None else index
        while not chosen and _shares_setting(line.sentence, current):
            current = line.sentence.heads[current]
            chosen = [
                mark
                for mark in line.places
                if mark.preposition in SITE_PREPOSITIONS and line.governor(mark.head, words) == current
            ]
    return tuple(mark.place for mark in chosen)


def _joined_in_sentence(line: Line, events: list[Found]) -> list[Found]:
    """Joins the words that tell one act of force in one sentence."""
    joined: list[Found] = []
    for event in events:
        host = next((other for other in joined if _tells_same(line, other, event)), None)
        if host is None:
            joined.append(event)
        else:
            joined[joined.index(host)] = _merge(host, event)
    return joined


def _tells_same(line: Line, first: Found, second: Found) -> bool:
    if first.predicate.type != second.predicate.type or first.predicate.type != "ASSAULT":
        return False
    if first.stance.modality is not second.stance.modality:
        return False
    if not _linked(line.sentence, first, second):
        return False
    return _agree(first.event, second.event)


def _linked(sentence: Sentence, first: Found, second: Found) -> bool:
    """Whether one word hangs on the other, directly or by light verb, participle or coordination."""
    a = {first.index, first.light} - {None}
    b = {second.index, second.light} - {None}
    for lower, upper in ((a, b), (b, a)):
        for index in lower:
            current = index
            for _ in range(4):
                if current is None or sentence.heads[current] < 0 or sentence.deprels[current] not in _CLAUSE:
                    break
                current = sentence.heads[current]
                if current in upper:
                    return True
    return False


def _agree(first: Event, second: Event) -> bool:
    """Whether two tellings can be of one act: no field says otherwise."""
    actors, others = _keys(first.actor), _keys(second.actor)
    if actors and others and actors.isdisjoint(others):
        return False
    if first.time and second.time and not first.time.period.overlaps(second.time.period):
        return False
    same_counts = all(
        getattr(first, field) is None
        or getattr(second, field) is None
        or getattr(first, field) == getattr(second, field)
        for field in ("killed", "wounded", "abducted")
    )
    return same_counts and not (
        first.place
        and second.place
        and {p.name for p in first.place}.isdisjoint(p.name for p in second.place)
    )


def _keys(mentions: tuple[Mention, ...]) -> set[str]:
    return {mention.name.lower() for mention in mentions}


def _merge(first: Found, second: Found) -> Found:
    """One event of two: the first one's trigger, the fields of both."""
    one, two = first.event, second.event
    event = replace(
        one,
        actor=_union(one.actor, two.actor),
        recipient=_union(one.recipient, two.recipient),
        target=_union(one.target, two.target),
        victim=_union(one.victim, two.victim),
        weapon=_union(one.weapon, two.weapon),
        mode=one.mode or two.mode,
        place=one.place or two.place,
        time=one.time or two.time,
        report_time=one.report_time or two.report_time,
        killed=one.killed or two.killed,
        wounded=one.wounded or two.wounded,
        abducted=one.abducted or two.abducted,
    )
    evidence = first.evidence + tuple(span for span in second.evidence if span not in first.evidence)
    return replace(first, event=event, evidence=evidence, attribution=first.attribution or second.attribution)


def _union(first: tuple[Mention, ...], second: tuple[Mention, ...]) -> tuple[Mention, ...]:
    names = _keys(first)
    return first + tuple(mention for mention in second if mention.name.lower() not in names)


def _joined_across(page: Page, events: list[Found], lexicon: Lexicon) -> list[Found]:
    """Joins what the next sentence adds to an act of force: "The missiles targeted ...", "Three were killed."."""
    joined: list[Found] = []
    for event in events:
        host = next((other for other in reversed(joined) if _continues(page, other, event, lexicon)), None)
        if host is None:
            joined.append(event)
        else:
            joined[joined.index(host)] = _merge(host, event)
    return joined


def _continues(page: Page, host: Found, event: Found, lexicon: Lexicon) -> bool:
    if event.predicate.type != "ASSAULT" or host.predicate.type != "ASSAULT":
        return False
    last_told = max(page.lines[host.line].sentence.end, *(span.end for span in host.evidence))
    gap = event.line - max(
        number for number, line in enumerate(page.lines) if line.sentence.start < last_told
    )
    if not 0 < gap <= 1 or host.stance.modality is not event.stance.modality:
        return False
    if not _agree(replace(host.event, place=()), replace(event.event, place=())):
        return False
    line = page.lines[event.line]
    refers = _refers_back(line.sentence, event, host, lexicon)
    nameless = not event.event.actor and event.predicate.counts is not None and not event.event.place
    return refers or (nameless and event.event.time is None)


def _refers_back(sentence: Sentence, event: Found, host: Found, lexicon: Lexicon) -> bool:
    """Whether the event's subject is the earlier act or its weapon: "the attack", "the missiles"."""
    weapons = {
        lexicon.lemma(word, "NOUN").rstrip("s")
        for m in host.event.weapon
        for word in m.span.quote.lower().split()
    }
    for index in (event.index, *sentence.children[event.index]):
        word = sentence.words[index]
        if sentence.upos[index] != "NOUN":
            continue
        definite = any(
            sentence.words[child] in {"the", "this", "that"} for child in sentence.dependants(index, "det")
        )
        act = any(entry.type == "ASSAULT" for entry in lexicon.entries(word, "NOUN"))
        if definite and (act or word.rstrip("s") in weapons):
            return True
    return False


def _worth_telling(page: Page, found: Found) -> bool:
    """Whether an event noun says anything beyond its own name; a verb always does."""
    sentence = page.lines[found.line].sentence
    if sentence.upos[found.index] in {"VERB", "AUX"} or found.light is not None:
        return True
    event = found.event
    parties = bool(event.actor) + bool(event.recipient or event.target or event.victim)
    sited = bool(event.place) + bool(event.time) + bool(event.killed or event.wounded or event.abducted)
    return parties > 0 and parties + sited > 1 or found.stance.modality is Modality.PLANNED and parties > 0
