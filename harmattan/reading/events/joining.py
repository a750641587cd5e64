"""Joins the words that tell one happening: within a sentence ("attacked a post, killing three") and across two ("The
missiles targeted two schools", "Three soldiers were killed").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from harmattan.model.readings import Event, Mention, Modality, Number, Place, Statement, Time
from harmattan.model.text import Span
from harmattan.model.values import Precision
from harmattan.reading.events.elsewhen import ELSEWHEN, is_elsewhen, opening
from harmattan.reading.events.traces import speaks_of_force
from harmattan.reading.marks import Sentence
from harmattan.reading.numbers.numerals import numerals
from harmattan.reading.pages import Page
from harmattan.reading.stance.attribution import Stance
from harmattan.reading.trees.headings import heading_stop
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.lexicon import Lexicon, Predicate

_NEAR, _NEAR_ATTACKERS = 2, 3
"""How many sentences on an act of force may still be told about, and "the attackers" of it act."""
_FAR = 99
"""More steps up a tree than any word has above it that is joined to another."""
_SURE = 0.7
"""How likely a victim's mark has to be for a death to be told as one by force."""
_LONG = frozenset([Precision.QUARTER, Precision.HALF, Precision.DECADE])
_FROM_AFAR = frozenset(["explosives", "aerial", "drone", "heavy-weapons"])
_ASSAILANTS = frozenset(
    """attackers attacker assailants assailant raiders gunmen gunman terrorists terrorist bombers bomber""".split()
)
"""Those who are killed where others were struck: "Three attackers were shot dead" counts none of the victims."""
_MEN_AT_ARMS = frozenset(
    """rebel militant insurgent jihadist terrorist bandit gunman gunmen attacker assailant fighter guerrilla militiaman
    militiamen raider bomber extremist islamist""".split()
)
"""Those of whom it may be told when they are killed that they attacked."""
_ANSWERS = frozenset(
    "response retaliation revenge reprisal reply answer vengeance retribution protest avenge avenging".split()
)
"""What one act is to another that was done before."""
_TOLD = frozenset([Modality.ASSERTED, Modality.ALLEGED])
_ON_DUTY = frozenset([("in", "action"), ("in", "combat"), ("in", "battle")])
"""Where men under arms die by force."""
_WHILE = frozenset(["when", "as"])
_ANOTHER = frozenset(
    "another also meanwhile separately elsewhere later other previously earlier once".split()
)
"""Words of sentences that go over to a further act."""
_AFTERWARDS = frozenset(["later", "afterwards", "earlier"])
_LATER = frozenset("wounds wound injuries injury hospital later succumbed".split())
"""Words of those who did not die at once."""
_FURTHER = frozenset("another second third separate meanwhile elsewhere".split())
_SHARES = frozenset("most some many all both several few half none".split())
"""Words of a part of those who are told already: "killed 192 civilians. Most were hit by shells"."""
_LAYING = frozenset(["plant", "lay", "mine"])
"""What is done to mines, by which people die on other days: "have planted mines: a woman died on 27 June"."""
WARS = frozenset("war conflict insurgency violence unrest rebellion hostilities crackdown".split())
"""What kills over months and years."""
_THE_OTHER = frozenset("younger elder older youngest eldest oldest other latter".split())
"""Words of one of two or more who are told apart: "The older was shot. The younger was beaten"."""
_ATTACKERS = frozenset("attackers attacker assailants assailant raiders".split())
"""Those who are called so by the attack that was just told."""
_OTHER_CAUSES = frozenset(
    """overturned overturn capsized sank drowned drowning crashed collided collapsed derailed ill illness sick sickness
    fever cancer suicide suicides heart natural causes heat heatstroke hospitalised cold hunger thirst training exercise
    misfire malfunction fire blaze""".split()
)
"""Words of what men under arms die of where nobody kills them."""
_ANYBODY = frozenset("men man people person youth civilian resident".split())
"""Who strikes and who is struck may be called so alike."""
_WHOEVER = _ANYBODY | frozenset(
    """woman women boy girl child children young elderly victim villager local inhabitant other brother sister friend
    dead body relative kin family member passenger hostage worker employee student pupil""".split()
)
"""Who may be called so beside what else they are."""
_STATE = frozenset("troop soldier army policeman police gendarme officer serviceman".split())
"""Men of a state: "troops killed three bandits", "One soldier lost his life"."""
_BEHIND_NOUNS = frozenset("of from in on with linked loyal allied armed who that led belonging".split())
_FROM_THE_AIR = frozenset(["aerial", "drone"])
_BY_HAND = frozenset(["firearms", "primitive", "targeted", "sexual", "torture", "abduct"])
_DEFENDING = frozenset(["repel", "repulse", "foil", "thwart"])
"""What those do who are attacked."""
_CLAUSE = frozenset(
    """conj advcl advcl:relcl xcomp ccomp acl acl:relcl parataxis obj nsubj obl nmod nsubj:pass
    compound""".split()
)


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
    leaning: bool = False
    """Whether it is told only as a part of another act of force."""
    last: int = -1
    """The last line that tells of it."""
    by_verb: bool = False
    """Whether a verb is among the words that tell it."""
    also: frozenset[int] = frozenset()
    """Other words of its first line that tell it too, joined to it already."""

    @property
    def statement(self) -> Statement:
        """The event with its evidence, modality and attribution."""
        return Statement(self.event, self.evidence, self.stance.modality, self.attribution)


def joined_in_sentence(sentence: Sentence, events: Sequence[Found]) -> list[Found]:
    """Joins the words that tell one act of force in one sentence."""
    joined: list[Found] = []
    for told in events:
        doers = next((other for other in joined if _when_they(sentence, other, told)), None)
        event = replace(told, event=replace(told.event, actor=())) if doers is not None else told
        hosts = [other for other in joined if other is doers or _tells_same(sentence, other, event)]
        host = min(hosts, key=lambda other: _apart(sentence, other, event), default=None)
        if host is None:
            joined.append(event)
        else:
            inner = [place for place in event.event.place if place not in host.event.place]
            if host.event.place and inner and all(_opens(sentence, place) for place in host.event.place):
                both = (*inner, *host.event.place)
                joined[joined.index(host)] = host = replace(host, event=replace(host.event, place=both))
            joined[joined.index(host)] = merged(host, _with_those_taken(sentence, host, event))
    lost = [
        at for at, event in enumerate(joined) if any(_is_their_own_loss(other, event) for other in joined)
    ]
    for at in lost:
        joined[at] = replace(joined[at], leaning=False)
    return _with_its_dead(sentence, joined)


def _when_they(sentence: Sentence, host: Found, event: Found) -> bool:
    """Whether a clause with "when" says what else those did who harm somebody: "killed two when they hit a post"."""
    doers, clause = event.event.actor, event.light if event.light is not None else event.index
    if (
        host.event.type != "ASSAULT"
        or event.event.type != "ASSAULT"
        or len(doers) != 1
        or not host.event.actor
    ):
        return False
    if host.stance.modality not in _TOLD or event.stance.modality not in _TOLD:
        return False
    if sentence.deprels[clause] != "advcl" or sentence.heads[clause] not in {host.index, host.light}:
        return False
    if doers[0].span.quote.lower() not in {"they", "he", "she"} or opening(sentence, clause).isdisjoint(
        _WHILE
    ):
        return False
    if not _heads(host.event).isdisjoint(_MEN_AT_ARMS):
        return False  # "soldiers killed nine rebels when they attacked a base"
    theirs = (
        any(doers[0].antecedent.overlaps(m.span) for m in host.event.actor) if doers[0].antecedent else True
    )
    return theirs and agree(host.event, replace(event.event, actor=()))


def _with_those_taken(sentence: Sentence, host: Found, event: Found) -> Found:
    """The event with the number of those it is told to have killed by a pronoun: "dragged six men out and shot them
    dead".
    """
    taken = host.event.abducted
    if taken is None or event.predicate.counts != "killed" or event.event.killed is not None:
        return event
    if sentence.deprels[event.index] != "conj" or sentence.heads[event.index] != host.index:
        return event
    struck = {sentence.words[child] for child in sentence.dependants(event.index, "obj")}
    if struck.isdisjoint({"them", "him", "her"}):
        return event
    return replace(event, event=replace(event.event, killed=taken))


def _with_its_dead(sentence: Sentence, events: list[Found]) -> list[Found]:
    """Those who died or were hurt, told in a clause of their own, did so by the one act that their sentence tells:
    "Mobs set two mosques alight; at least 13 people died".
    """
    acts = [event for event in events if event.predicate.type == "ASSAULT" and not event.leaning]
    if len(acts) != 1 or acts[0].stance.modality not in _TOLD or not _OTHER_CAUSES.isdisjoint(sentence.words):
        return events
    act = acts[0]
    kept: list[Found] = []
    for event in events:
        told = event.stance.modality in _TOLD and not strikes_assailants(event.event)
        own = event.leaning and event.predicate.counts is not None and event.predicate.type == "ASSAULT"
        openers = opening(sentence, event.index)
        if (
            own
            and told
            and _beside(sentence, act, event)
            and "since" not in openers
            and ELSEWHEN.isdisjoint(openers)
            and agree(act.event, event.event)
            and not (act.predicate.lemma in _LAYING and event.event.time)
        ):
            act = merged(act, event)
            continue
        kept.append(event)
    return [act if event is acts[0] else event for event in kept]


def _beside(sentence: Sentence, act: Found, event: Found) -> bool:
    """Whether the one clause hangs on the other, or both on one."""
    clauses = {act.index, act.light, *act.also} - {None}
    told = event.index
    if sentence.deprels[told] == "amod" and sentence.heads[told] == told - 1:
        told -= 1  # ": nine soldiers dead and 38 hurt"
        told = sentence.heads[told] if sentence.deprels[told].startswith("nsubj") else told
    above = sentence.heads[told]
    joined = sentence.deprels[told] in {"conj", "parataxis", "root"}
    return joined and (
        above in clauses or any(sentence.heads[word] in {above, told} for word in clauses if word is not None)
    )


def _tells_same(sentence: Sentence, first: Found, second: Found) -> bool:
    if first.predicate.type != second.predicate.type or first.predicate.type != "ASSAULT":
        return False
    if first.stance.modality is not second.stance.modality:
        return False
    if not (_linked(sentence, first, second) or _by_when(sentence, first, second)):
        return False
    if _is_their_own_loss(first, second) or (first.predicate.lemma in _LAYING and second.event.time):
        return False
    if strikes_assailants(second.event) and first.event.recipient and not first.event.actor:
        return False  # "soldiers came under fire and shot dead two of the attackers"
    if _done_to_others(sentence, first, second) or _of_others(sentence, first, second):
        return False
    return agree(*_in_front_apart(sentence, first.event, second.event))


def _in_front_apart(sentence: Sentence, first: Event, second: Event) -> tuple[Event, Event]:
    """Two events without what opens their sentence as where both were, where the other has a place within that: "In
    Kordofan, shelling of a prison in El-Obeid killed 20".
    """
    if not (first.place and second.place):
        return first, second
    apart = [
        replace(event, place=()) if all(_opens(sentence, place) for place in event.place) else event
        for event in (first, second)
    ]
    return apart[0], apart[1]


def _opens(sentence: Sentence, place: Place) -> bool:
    """Whether a place stands in front of its sentence with "in": "In Kordofan, ..."."""
    return sentence.words[0] == "in" and place.span.start - sentence.start <= len("in the ")


def _is_their_own_loss(first: Found, second: Found) -> bool:
    """Whether those who killed lost men of their own: "killed 25 militants, losing four men"."""
    return second.predicate.lemma == "lose" and bool(first.event.actor and first.event.killed)


def _apart(sentence: Sentence, host: Found, event: Found) -> int:
    """How many steps up the tree lie between an event's word and that of another: of two deeds a noun above which both
    stand tells the nearer, "seven had died and the army had killed 16 in a counter-attack".
    """
    words = {host.index, host.light, *host.also}
    return next((far for far, above in enumerate(sentence.ancestors(event.index)) if above in words), _FAR)


def _of_others(sentence: Sentence, first: Found, second: Found) -> bool:
    """Whether two verbs with an "and" strike two groups, each counted: "killed three women and shot 14 fighters", and
    none of the second is said to have come to what the first one counts.
    """
    if sentence.deprels[second.index] != "conj" or sentence.upos[second.index] != "VERB":
        return False
    if _counts(first.event) == _counts(second.event):
        return False
    struck = [[m for m in found.event.victim if _is_counted(m)] for found in (first, second)]
    return all(struck) and all(not one.span.overlaps(two.span) for one in struck[0] for two in struck[1])


def _is_counted(mention: Mention) -> bool:
    return bool(next(numerals(mention.span.quote, 0, len(mention.span.quote)), None))


def _done_to_others(sentence: Sentence, first: Found, second: Found) -> bool:
    """Whether one of two deeds side by side is an abduction and the other was done to somebody else: "flogged a smoker
    and abducted the schoolmaster".
    """
    modes = {first.event.mode, second.event.mode}
    if "abduct" not in modes or not modes - {"abduct", None} or sentence.deprels[second.index] != "conj":
        return False
    if sentence.heads[second.index] != first.index:
        return False
    if "destroy" not in modes and (first.leaning or second.leaning):
        return False
    struck, others = (
        (*one.event.victim, *one.event.recipient, *(one.event.target if one.event.mode == "destroy" else ()))
        for one in (first, second)
    )  # what burns is not who is taken away
    return bool(struck and others) and not any(a.span.overlaps(b.span) for a in struck for b in others)


def _linked(sentence: Sentence, first: Found, second: Found) -> bool:
    """Whether one word hangs on the other, directly or by light verb, participle or coordination."""
    a = {first.index, first.light, *first.also} - {None}
    b = {second.index, second.light, *second.also} - {None}
    for lower, upper, below, above in ((a, b, first, second), (b, a, second, first)):
        for index in lower:
            current = index
            for _ in range(4):
                if current is None or sentence.heads[current] < 0:
                    break
                # "killed by Russian shelling of a school"
                by_act = (
                    current == index
                    and sentence.deprels[current] == "obl:agent"
                    and sentence.heads[current] in upper
                )
                known = sentence.deprels[current] in _CLAUSE or by_act
                if not (known or _told_of_the_doers(sentence, current)):
                    break
                opened = opening(sentence, current)
                harmed = below.predicate.counts is not None  # a death that hangs on an act so is another's
                answered = above.predicate.counts is None and bool(
                    above.event.actor
                )  # struck after an attack
                if "since" in opened or ((harmed or answered) and not ELSEWHEN.isdisjoint(opened)):
                    break
                if sentence.deprels[current] == "parataxis" and _opens_another(sentence, current):
                    break
                if sentence.deprels[current] == "conj" and (
                    _later_by_others(sentence, current) or (current != index and _speaks(sentence, current))
                ):
                    break
                if current != index and _is_purpose(sentence, current):
                    break  # "a strike to target fighters firing on the post"
                if sentence.deprels[current] == "acl:relcl" and _led_elsewhen(sentence, current):
                    break
                current = sentence.heads[current]
                if current in upper:
                    return True
                if sentence.words[current] in _ANSWERS:
                    break  # "in response to the shelling that killed two"
    return False


def _is_purpose(sentence: Sentence, clause: int) -> bool:
    """Whether a clause says what for."""
    return sentence.deprels[clause] == "advcl" and any(
        sentence.words[mark] == "to" for mark in sentence.dependants(clause, "mark")
    )


def _later_by_others(sentence: Sentence, verb: int) -> bool:
    """Whether a clause with "and" has a doer and a time of its own: "..., and two days later drones hit the palace"."""
    subjects = sentence.dependants(verb, "nsubj")
    conjunctions = sentence.dependants(verb, "cc")
    if not subjects or not conjunctions or sentence.upos[verb] != "VERB":
        return False
    return not _AFTERWARDS.isdisjoint(sentence.words[conjunctions[0] : subjects[0]])


def _speaks(sentence: Sentence, verb: int) -> bool:
    """Whether a clause with a subject of its own says what stands below it: "..., and the army says it has killed"."""
    return bool(sentence.dependants(verb, "nsubj") and sentence.dependants(verb, "ccomp"))


def _told_of_the_doers(sentence: Sentence, agent: int) -> bool:
    """Whether a clause says of those by whom it was done what they did: "killed by gunmen who fell on the convoy"."""
    if sentence.deprels[agent] != "obl:agent":
        return False
    clauses = sentence.dependants(agent, "acl:relcl")
    return any(sentence.words[child] == "who" for clause in clauses for child in sentence.children[clause])


def _led_elsewhen(sentence: Sentence, clause: int) -> bool:
    """Whether a clause says what happened at another time by a pronoun: "after that in which four died"."""
    led = (child for child in sentence.dependants(clause, "obl") if child < clause)
    return any(sentence.upos[child] == "PRON" and is_elsewhen(sentence, child) for child in led)


def _opens_another(sentence: Sentence, clause: int) -> bool:
    """Whether a clause beside tells of a further act: "...; a second bomb injured two", "...; elsewhere, rebels"."""
    stop = next((at for at in range(clause, 0, -1) if sentence.words[at] == ";"), clause)
    return any(_is_of_another(sentence, at) for at in (*range(stop, clause), *sentence.subtree(clause)))


def _is_of_another(sentence: Sentence, at: int) -> bool:
    """Whether a word says that something is a further one: "a second bomb", but not "another 16 were injured"."""
    word, behind = sentence.words[at], slice(at + 1, at + 2)
    more = word == "another" and (sentence.upos[behind] == ("NUM",) or sentence.words[behind] == ("dozen",))
    return word in _FURTHER and not more


def _by_when(sentence: Sentence, first: Found, second: Found) -> bool:
    """Whether the words say when people died or were hurt by the act: "a guard was wounded when rebels attacked"."""
    if first.predicate.counts is None or first.event.actor or first.index >= second.index:
        return False
    between = sentence.words[first.index : second.index]
    return sum(word in _WHILE for word in between) == 1 and ";" not in between


def agree(first: Event, second: Event) -> bool:
    """Whether two tellings can be of one act: no field says otherwise."""
    actors, others = _keys(first.actor), _keys(second.actor)
    if actors and others and actors.isdisjoint(others):
        return False
    if _strikes_doer(first, second) or _strikes_doer(second, first):
        return False
    if first.time and second.time and at_other_times(first.time, second.time):
        return False
    numbers = ((getattr(first, field), getattr(second, field)) for field in ("killed", "wounded", "abducted"))
    same_counts = all(one is None or two is None or one.count == two.count for one, two in numbers)
    return same_counts and not (
        first.place
        and second.place
        and {p.name for p in first.place}.isdisjoint(p.name for p in second.place)
    )


def at_other_times(first: Time, second: Time) -> bool:
    """Whether two times have nothing in common, also such of which nobody knows the year: "3 May" and "9 May"."""
    if not first.period.overlaps(second.period):
        return True
    if first.period.resolved or second.period.resolved:
        return False
    days = [_DAY.findall(time.span.quote) for time in (first, second)]
    return all(len(found) == 1 for found in days) and _day(days[0][0]) != _day(days[1][0])


_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DAY = re.compile(rf"(?:\b(\d{{1,2}})(?:st|nd|rd|th)? )?\b({_MONTHS})[a-z]*\b(?:\.? (\d{{1,2}})\b)?")


def _day(found: tuple[str, str, str]) -> tuple[str, str]:
    before, month, behind = found
    return month, before or behind


def _strikes_doer(first: Event, second: Event) -> bool:
    """Whether those who act in the first are struck in the second: the strike on fighters is not their fire."""
    doers = [mention.span for mention in first.actor]
    struck = (*second.recipient, *second.victim)
    return any(one.span.overlaps(doer) for one in struck for doer in doers)


def _keys(mentions: tuple[Mention, ...]) -> set[str]:
    return {mention.name.lower() for mention in mentions}


def merged(first: Found, second: Found) -> Found:
    """One event of two: the first one's trigger, the fields of both."""
    if first.leaning and not second.leaning:
        first, second = second, first
    one, two = first.event, second.event
    if second.predicate.lemma in _DEFENDING and (one.actor or _counts(one)):
        two = replace(two, actor=())  # who "repelled the assault" did not kill those who fell in it
    told = (*one.actor, *one.recipient, *one.target, *one.victim, *one.weapon)
    slain = _slain(first, second)
    event = replace(
        one,
        actor=_union(one.actor, two.actor, told),
        recipient=_union(one.recipient, two.recipient, told),
        target=_union(one.target, two.target, told),
        victim=_union(one.victim, two.victim, told),
        weapon=_union(one.weapon, two.weapon, told),
        mode=one.mode or _mode_of_a_part(one, two),
        place=one.place or (() if _is_later(second) else two.place),
        time=one.time or (None if _is_later(second) else two.time),
        report_time=one.report_time or two.report_time,
        killed=one.killed or (two.killed if slain else _unless_told(two.killed, one)),
        wounded=one.wounded or _unless_told(two.wounded, one),
        abducted=None if slain else one.abducted or _unless_told(two.abducted, one),
    )
    evidence = first.evidence + tuple(span for span in second.evidence if span not in first.evidence)
    last = max(first.last, second.last)
    here = {second.index, second.light, *second.also} - {None} if second.line == first.line else frozenset()
    return replace(
        first,
        also=first.also | frozenset(index for index in here if index is not None),
        event=event,
        evidence=evidence,
        last=last,
        by_verb=first.by_verb or second.by_verb,
        attribution=_speaker(first, second),
    )


def _is_later(found: Found) -> bool:
    """Whether somebody dies of what was done to them before, and maybe elsewhere: "succumbed to his wounds"."""
    if found.predicate.lemma not in {"die", "succumb", "survive"} or not found.evidence:
        return False
    words = set(found.evidence[0].quote.lower().replace(",", " ").replace(".", " ").split())
    return not words.isdisjoint(_LATER)


def _speaker(first: Found, second: Found) -> Mention | None:
    """Whose word a joined telling is: of who counts the dead, where only one does, as theirs is what others dispute;
    else of who alone says who did it.
    """
    if _counts(second.event) and not _counts(first.event):
        return second.attribution or first.attribution
    if second.event.actor and not first.event.actor:
        return first.attribution or second.attribution
    return first.attribution


def _mode_of_a_part(event: Event, part: Event) -> str | None:
    """The mode of a part for the whole; an attack that kills is no abduction and no arson, though some were taken and
    something was burnt.
    """
    harms = event.killed or event.wounded or part.killed
    return None if part.mode in {"abduct", "destroy"} and harms else part.mode


def _slain(first: Found, second: Found) -> bool:
    """Whether the very words that count the taken count the killed: "was abducted and killed", but not "or killed"."""
    taken, killed = first.event.abducted, second.event.killed
    if taken is None or killed is None or first.event.killed or not taken.span.overlaps(killed.span):
        return False
    start, stop = sorted((first.event.trigger.end, second.event.trigger.start))
    line = next((span for span in second.evidence if span.start <= start and stop <= span.end), None)
    return line is not None and "or" not in line.quote[start - line.start : stop - line.start].lower().split()


def _unless_told(number: Number | None, event: Event) -> Number | None:
    """A count, unless its very words are a count of the event already."""
    told = [other.span for other in (event.killed, event.wounded, event.abducted) if other]
    return None if number is None or any(number.span.overlaps(span) for span in told) else number


def _counts(event: Event) -> bool:
    return bool(event.killed or event.wounded or event.abducted)


def _union(
    first: tuple[Mention, ...], second: tuple[Mention, ...], told: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """The mentions of a field in both, but for those that have a part in the first already."""
    names = {name.rstrip("s") for name in _keys(told)}
    return first + tuple(
        mention
        for mention in second
        if mention.name.lower().rstrip("s") not in names
        and not (first and mention.name.lower() in _SHARES)
        and not any(mention.span.overlaps(m.span) for m in told)
    )


def joined_across(page: Page, events: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """Joins what the next sentence adds to an act of force: "The missiles targeted ...", "Three were killed."."""
    joined: list[Found] = []
    recent: list[int] = []
    """Where in `joined` the acts of force stand that the next sentences may go on about."""
    for event in events:
        if event.predicate.type != "ASSAULT":
            joined.append(event)
            continue
        recent = [at for at in recent if event.line - joined[at].last <= _NEAR_ATTACKERS]
        hosts = [
            at
            for at in reversed(recent)
            if _continues(page, joined[at], event, lexicon) and not _turned(joined[at].event, event.event)
        ]
        if hosts and _counts_for_several(joined, hosts, event):
            hosts = []
        host = min(hosts, key=lambda at: _aside(page, joined[at]), default=None)
        if host is not None:
            joined[host] = merged(
                joined[host], _without_attackers(event) if joined[host].event.actor else event
            )
            continue
        beside = any(joined[at].line == event.line for at in recent)
        disputed = (
            at
            for at in reversed(recent)
            if not (beside and _turned(joined[at].event, event.event))
            and (_disputes(page, joined[at], event, lexicon) or _is_claimed(page, joined[at], event, lexicon))
        )
        act = next(disputed, None)
        if act is None:
            if not event.leaning:
                recent.append(len(joined))
            joined.append(event)
            continue
        joined.append(told_otherwise(joined[act], event))
        # The next sentence may give a third count of it.
        joined[act] = replace(joined[act], last=max(joined[act].last, event.line))
    counted = [event.line for event in joined if event.event.killed and not event.leaning]
    return [
        event
        for event in joined
        if not event.leaning or (_by_force(page, event, lexicon) and not _told_near(event, counted))
    ]


def _counts_for_several(acts: Sequence[Found], hosts: Sequence[int], event: Found) -> bool:
    """Whether those who were killed, told without where, may be those of any of several acts of one sentence, each at a
    place of its own: "blew up a bridge in Bolan and stormed a camp in Bela. Fourteen soldiers were killed".
    """
    if event.event.actor or event.event.place or not _counts(event.event) or len(hosts) < 2:
        return False
    line = acts[hosts[0]].line
    told = [acts[at].event.place for at in hosts if acts[at].line == line and acts[at].event.place]
    return len({place[-1].name for place in told}) > 1


def _aside(page: Page, host: Found) -> tuple[bool, bool]:
    """How little an act is what a sentence is about: "They also burnt the market. Forty people were wounded" by the
    raid, where one has been told; and what was told as before or after another is less than that other.
    """
    return host.event.mode == "destroy" and not host.event.actor, is_elsewhen(
        page.lines[host.line].sentence, host.index
    )


def _told_near(event: Found, counted: Sequence[int]) -> bool:
    """Whether bodies are those of an act told nearby with its dead: "79 were killed; 29 more bodies had been found"."""
    return event.predicate.traces and any(abs(line - event.line) <= _NEAR_ATTACKERS for line in counted)


def _disputes(page: Page, host: Found, event: Found, lexicon: Lexicon) -> bool:
    """Whether somebody else counts the dead of an act otherwise: "Police put the toll at 15. Amnesty spoke of 30"."""
    speakers = {teller.attribution.name for teller in (host, event) if teller.attribution}
    if event.attribution is None or not _counts(event.event) or (host.attribution and len(speakers) == 1):
        return False
    if not event.event.actor and _is_somebodys_deed(page.lines[event.line].sentence, event):
        return False
    without = replace(host, event=replace(host.event, killed=None, wounded=None, abducted=None))
    return _counts(host.event) and _continues(page, without, event, lexicon)


def _is_somebodys_deed(sentence: Sentence, event: Found) -> bool:
    """Whether the verb has a doer of its own, though nobody knows who: "the army says it has killed hundreds"."""
    subjects = (at for at in sentence.dependants(event.index, "nsubj") if sentence.deprels[at] == "nsubj")
    return event.predicate.roles.get("ARG0") == "actor" and next(subjects, None) is not None


def _is_claimed(page: Page, host: Found, event: Found, lexicon: Lexicon) -> bool:
    """Whether somebody takes upon themselves an act that is told of others, or of "gunmen": "The Front claimed
    responsibility for the attack", "The Front said that it was behind the killings".
    """
    doing, done = event.event, host.event
    sentence = page.lines[event.line].sentence
    if event.attribution is None or not done.actor or _counts(doing) or sentence.upos[event.index] != "NOUN":
        return False
    if event.attribution.name not in {mention.name for mention in doing.actor} or _turned(done, doing):
        return False
    if doing.recipient or doing.target or doing.victim or (doing.place and done.place and doing.time):
        return False
    without = replace(host, event=replace(done, actor=()))
    return _continues(page, without, event, lexicon)


def _turned(host: Event, event: Event) -> bool:
    """Whether those are killed who attacked, and nobody else."""
    struck, others = (*event.recipient, *event.victim), (*host.recipient, *host.victim)
    if struck and others and strikes_assailants(event) != strikes_assailants(host):
        return True  # "killing the last of the attackers", "Three soldiers died"
    if strikes_assailants(event):
        return True
    armed = {_noun(mention) for mention in host.actor} - _ANYBODY
    if struck and all(_noun(mention) in armed for mention in struck):
        return True
    own = not _STATE.isdisjoint(_noun(mention) for mention in host.actor)
    if own and struck and all(_noun(mention) in _STATE for mention in struck):
        return True  # "Insurgents attacked a post", "Fifteen insurgents had been killed"
    doers = {span for mention in host.actor for span in (mention.span, mention.antecedent) if span}
    return bool(struck) and all(mention.antecedent in doers for mention in struck)


def _noun(mention: Mention) -> str:
    """The noun of a described phrase, in the singular."""
    words = mention.span.quote.lower().split()
    stop = next((at for at, word in enumerate(words) if at and word in _BEHIND_NOUNS), len(words))
    return words[stop - 1].rstrip(",").removesuffix("s")


def strikes_assailants(event: Event) -> bool:
    """Whether those were struck who attacked, and nobody else."""
    struck = (*event.recipient, *event.victim)
    return bool(struck) and all(mention.name.lower().split()[-1] in _ASSAILANTS for mention in struck)


def told_otherwise(host: Found, event: Found) -> Found:
    """The act as the second teller has it: their count, and of all that they leave unsaid what is known of it."""
    known, own = host.event, event.event
    if _turned(known, own):
        known = replace(known, actor=(), recipient=(), target=(), weapon=(), mode=None)
    told = replace(
        own,
        actor=own.actor or known.actor,
        recipient=own.recipient or known.recipient,
        target=own.target or known.target,
        weapon=own.weapon or known.weapon,
        mode=own.mode or known.mode,
        place=own.place or known.place,
        time=own.time or known.time,
    )
    evidence = event.evidence + tuple(span for span in host.evidence[:1] if span not in event.evidence)
    return replace(event, event=told, evidence=evidence, leaning=False)


def _by_force(page: Page, event: Found, lexicon: Lexicon) -> bool:
    """Whether those who died, no act beside it, did by force: men under arms, dead of no accident; those of whom the
    next sentence speaks as murdered; those whom the encoder marks as victims ("after the death of Judge Ruiz").
    """
    sentence = page.lines[event.line].sentence
    near = [page.lines[at].sentence for at in (event.line - 1, event.line + 1) if 0 <= at < len(page.lines)]
    if event.predicate.traces:
        return any(map(speaks_of_force, near))
    told = event.event.time
    if told is not None and (told.period.precision is Precision.OPEN or told.period.precision in _LONG):
        return False
    on_duty = any(
        pair in _ON_DUTY for pair in zip(sentence.words, sentence.words[1:], strict=False)
    ) or _on_patrol(sentence)
    if (
        event.predicate.counts == "killed"
        and not event.predicate.beside
        and (on_duty or _are_armed(event.event.victim, lexicon))
    ):
        words = {word for one in (sentence, *near) for word in one.words}
        if not any("nature" in lexicon.noun_class(word) for word in words) and words.isdisjoint(
            _OTHER_CAUSES
        ):
            return True
    victims = [
        page.entities.span(sentence, role.first, role.stop)
        for role in sentence.roles
        if role.role == "Victim" and role.score >= _SURE
    ]
    return any(mention.span.overlaps(victim) for mention in event.event.victim for victim in victims)


def _on_patrol(sentence: Sentence) -> bool:
    """Whether somebody is on patrol: "died while on patrol", "died on a routine patrol"."""
    if "patrol" not in sentence.words:
        return False
    return preposition(sentence, sentence.words.index("patrol")) == "on"


def _are_armed(victims: Sequence[Mention], lexicon: Lexicon) -> bool:
    heads = [mention.span.quote.lower().split()[-1] for mention in victims]
    return bool(heads) and all("forces" in lexicon.noun_class(head) for head in heads)


def _continues(page: Page, host: Found, event: Found, lexicon: Lexicon) -> bool:
    # Another word of a sentence that is known to go on about the act may tell of it, too.
    if event.line <= host.line or event.line < host.last:
        return False
    if host.stance.modality is not event.stance.modality:
        return False
    if page.items[event.line] != page.items[host.line]:
        return False
    if event.line != host.line and heading_stop(page.lines[event.line].sentence.tokens):
        return False  # a row of a table, or an item under its own heading
    if _as_another_tells(host, event) or _strikes_more(host.event, event.event):
        return False
    if _is_the_killing_of_others(page, host, event):
        return False
    if event.line != host.line and _is_of_a_war(page.lines[event.line].sentence, event):
        return False
    lasting = host.event.time is not None and host.event.time.period.precision is Precision.OPEN
    if lasting and host.event.time is not None and host.event.time.period.latest is None:
        return False  # Who dies in a war that goes on since 2023 dies by some act of it.
    if event.event.mode == "targeted" and host.event.mode in _FROM_AFAR:
        return False
    if _by_other_means(host.event, event.event):
        return False
    taken = host.event.mode == "abduct" and event.event.mode != "abduct"
    if taken and _are_others(host.event, event.event):
        return False
    if event.event.mode == "abduct" and host.event.mode == "destroy":
        return False  # nobody is taken with the house that burns
    if taken and event.event.wounded and not event.event.abducted:
        return False  # who is hurt in the search for those taken was not taken
    if _is_further(page.lines[event.line].sentence, event, lexicon) or sums(host, event):
        return False
    telling = _without_attackers(event).event
    if not agree(replace(host.event, place=()), replace(telling, place=())):
        return False
    if _goes_on(page, host, event):
        return True
    if event.line - host.last > _NEAR:
        return False
    if _tells_by_whom(page, host, event):
        return True
    nameless = not event.event.actor and event.predicate.counts is not None and not event.event.place
    if event.predicate.traces and event.event.report_time is not None:
        nameless = False  # "Three fishermen were found dead on Wednesday"
    if nameless and _is_told_of_others(page.lines[event.line].sentence, event, lexicon):
        nameless = False
    if nameless and _of_a_further_party(page, host, event):
        return False
    if page.scenes[event.line] != page.scenes[host.line] and _is_elsewhere(page, host, event):
        nameless = False
    told = event.event.time
    if nameless and (told is None or told.span.quote.lower().startswith(("that ", "the same "))):
        return True
    return _refers_back(page.lines[event.line].sentence, event, host, lexicon)


def _is_of_a_war(sentence: Sentence, event: Found) -> bool:
    """Whether the dead of a whole war are told: "The violence has killed 5,000 people", "It has since killed 300"."""
    verb = event.index
    subjects = {sentence.words[child] for child in sentence.dependants(verb, "nsubj")}
    if not subjects.isdisjoint(WARS):
        return True
    perfect = any(sentence.words[child] in {"has", "have"} for child in sentence.dependants(verb, "aux"))
    since = any(sentence.words[child] == "since" for child in sentence.dependants(verb, "advmod"))
    return perfect and since and bool(subjects & {"it", "which", "that"})


def _are_others(host: Event, event: Event) -> bool:
    """Whether somebody named is struck, and somebody else named was struck before."""
    names, others = (
        {one.name.lower() for one in (*told.victim, *told.target, *told.recipient) if one.name[:1].isupper()}
        for told in (host, event)
    )
    return bool(names and others) and names.isdisjoint(others)


def _is_told_of_others(sentence: Sentence, event: Found, lexicon: Lexicon) -> bool:
    """Whether a clause tells what became of those whom its own sentence is about: "arrested 12 people, two of whom were
    later burnt".
    """
    if sentence.deprels[event.index] != "acl:relcl":
        return False
    noun = sentence.words[sentence.heads[event.index]]
    return not any(entry.type == "ASSAULT" for entry in lexicon.entries(noun, "NOUN"))


def _of_a_further_party(page: Page, host: Found, event: Found) -> bool:
    """Whether somebody named lost men, of whom the act told before says nothing: "The mission lost a peacekeeper"."""
    sentence = page.lines[event.line].sentence
    if event.predicate.lemma != "lose" or not host.event.actor:
        return False
    names = [
        sentence.name_at[at] for at in sentence.dependants(event.index, "nsubj") if at in sentence.name_at
    ]
    told = " ".join(span.quote for span in host.evidence)
    return any(sentence.tokens[name.first].text not in told for name in names)


def _by_other_means(one: Event, two: Event) -> bool:
    """Whether the one came from the air and the other was done by hand: "was shot a day later", "the air strike"."""
    modes = {one.mode, two.mode}
    return bool(modes & _FROM_THE_AIR and modes & _BY_HAND)


def _is_elsewhere(page: Page, host: Found, event: Found) -> bool:
    """Whether the scene of a telling opened on another place than the act before it has."""
    named = {place.name for place in host.event.place}
    for number in range(host.line + 1, event.line + 1):
        if page.scenes[number] != page.scenes[number - 1]:
            words = page.lines[number].places
            if any(mark.place.name not in named for mark in words):
                return True
    return False


def _strikes_more(host: Event, event: Event) -> bool:
    """Whether others are struck, counted apart, than those whose dead are told: "shot 14 fighters" behind "killed
    three women".
    """
    if not _counts(host) or _counts(event):
        return False
    struck = [[mention for mention in one.victim if _is_counted(mention)] for one in (host, event)]
    return all(struck) and _heads(host).isdisjoint(_heads(event))


def _is_the_killing_of_others(page: Page, host: Found, event: Found) -> bool:
    """Whether a noun tells of others counted by another calling than those struck before: "the killing of two teachers"
    behind "killed two priests".
    """
    if page.lines[event.line].sentence.upos[event.index] != "NOUN":
        return False
    struck = (host.event.victim, event.event.victim)
    if not all(victims and all(map(_is_counted, victims)) for victims in struck):
        return False
    heads, others = _heads(host.event), _heads(event.event)
    return heads.isdisjoint(others) and (heads | others).isdisjoint(_WHOEVER)


def _as_another_tells(host: Found, event: Found) -> bool:
    """Whether somebody named says of others what was done to them: "The Front said the two were farmers who had been
    abducted and shot", where two rebels were told to have died.
    """
    if event.attribution is None or _counts(event.event) or not (host.event.victim and event.event.victim):
        return False
    if host.attribution is not None and host.attribution.name == event.attribution.name:
        return False
    return _heads(host.event).isdisjoint(_heads(event.event))


def _heads(event: Event) -> set[str]:
    """The nouns of whom an event struck, in the singular."""
    words = (mention.name.lower().partition(" of ")[0].split() for mention in event.victim)
    return {each[-1].removesuffix("s") for each in words if each}


def _is_further(sentence: Sentence, event: Found, lexicon: Lexicon) -> bool:
    """Whether its words say that it is a further act: "a second bomb killed four", "another went off"."""
    subjects = sentence.dependants(event.index, "nsubj", "nsubj:pass", "obl:agent")
    for index in (event.index, *subjects):
        word = sentence.words[index]
        act = any(entry.type == "ASSAULT" for entry in lexicon.entries(word, "NOUN"))
        if sentence.upos[index] == "NOUN" and (act or lexicon.weapon(word)):
            marks = sentence.dependants(index, "det", "amod")
            definite = any(sentence.words[child] in {"the", "this", "that"} for child in marks)
            if not definite and any(sentence.words[child] in _FURTHER for child in marks):
                return True
        if word == "another" and event.predicate.counts is None:
            return True
        if index != event.index and word in _THE_OTHER and sentence.upos[index] != "NOUN":
            return True
    return False


def sums(host: Found, event: Found) -> bool:
    """Whether the one counts all dead of a stretch of days ("since Friday") and the other tells of a part of it."""
    told = host.event.time
    stretch = told is not None and told.span.quote.lower().startswith(("since ", "over the "))
    return stretch and not host.event.place and (bool(event.event.place) or event.predicate.counts is None)


def _tells_by_whom(page: Page, host: Found, event: Found) -> bool:
    """Whether a later sentence says who did what is told so far by its dead alone: "Gunmen fired at everything"."""
    done, doing = host.event, event.event
    sentence = page.lines[event.line].sentence
    verb = sentence.upos[event.index] == "VERB" and not sentence.words[event.index].endswith("ing")
    if event.predicate.lemma == "return":
        return False  # who returned fire answered
    if done.mode in _FROM_AFAR and doing.mode and done.mode != doing.mode:
        return False  # who laid mines flew no helicopter
    if done.actor or not _counts(done) or not doing.actor or not verb or _counts(doing):
        return False
    struck = (*doing.recipient, *doing.target, *doing.victim)
    return not (struck or doing.time or doing.place) and not _tells_another(page, event)


def _goes_on(page: Page, host: Found, event: Found) -> bool:
    """Whether a sentence says what else those who attacked did there: "They burned houses", "The attackers fled"."""
    done, doing = host.event, event.event
    if doing.time or doing.place or not doing.actor:
        return False
    apart = event.line - host.last
    spans = {span for mention in done.actor for span in (mention.span, mention.antecedent) if span}
    again = apart <= 1 and all(mention.antecedent in spans for mention in doing.actor)
    struck = (*done.recipient, *done.target, *done.victim)
    if not again and (not _are_attackers(doing.actor) or any(map(_is_attacker, struck))):
        return False
    return doing.mode == "destroy" or not _tells_another(page, event)


def _without_attackers(event: Found) -> Found:
    """The event without "the attackers", where the attack says who they are."""
    if not _are_attackers(event.event.actor):
        return event
    return replace(event, event=replace(event.event, actor=()))


def _are_attackers(mentions: Sequence[Mention]) -> bool:
    return bool(mentions) and all(map(_is_attacker, mentions))


def _is_attacker(mention: Mention) -> bool:
    return mention.name.lower().split()[-1] in _ATTACKERS


def _tells_another(page: Page, event: Found) -> bool:
    return not _ANOTHER.isdisjoint(page.lines[event.line].sentence.words)


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
        if definite and (act or word.rstrip("s") in weapons) and not _same_day_elsewhere(event.event):
            if index == event.index and _strikes_others(host.event, event.event):
                return False
            return index != event.index or not _strikes_elsewhere(host.event, event.event)
    return False


def _strikes_others(host: Event, event: Event) -> bool:
    """Whether a noun of force tells by itself who did it to whom, or when, and it is not whom the act before struck."""
    told = bool(event.victim) and bool(event.actor or event.time)
    return told and _heads(host).isdisjoint(_heads(event))


def _same_day_elsewhere(event: Event) -> bool:
    """Whether it is told to be at a place of its own on the day of what was told before: "in Ansongo the same day"."""
    return bool(event.place) and event.time is not None and event.time.span.quote.lower() == "the same day"


def _strikes_elsewhere(host: Event, event: Event) -> bool:
    """Whether a noun of force names whom or what it struck, and the act told before is placed by other names."""
    named = [mention.name for mention in (*event.target, *event.recipient) if mention.name[:1].isupper()]
    told = (*host.target, *host.recipient, *host.victim)
    known = " ".join([*(place.name for place in host.place), *(mention.name for mention in told)])
    return bool(named and host.place) and not any(name in known for name in named)
