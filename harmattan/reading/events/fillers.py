"""Parts of an act of force that stand apart from the word that tells it, as the encoder marks them.

Most roles of an incident stand in another sentence than its trigger ("A bomb went off. Two guards were hurt."). The
encoder marks who and what may fill them (MUC-4's roles); this pass gives each to the act nearest to it, where that act
says nothing against it. A mark from another sentence has to be surer than one from the act's own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from harmattan.model.readings import Event, Mention, Modality, Place
from harmattan.model.text import Span
from harmattan.reading.events.accusations import accusations
from harmattan.reading.events.agency import PARTIES
from harmattan.reading.events.elsewhen import is_elsewhen
from harmattan.reading.events.joining import WARS, Found, agree
from harmattan.reading.marks import Role, Sentence
from harmattan.reading.pages import Page
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.lexicon import Lexicon

FIELDS = {
    "PerpInd": "actor",
    "PerpOrg": "actor",
    "Target": "target",
    "Victim": "victim",
    "Described": "victim",
    "Weapon": "weapon",
}
"""MUC-4's roles by the fields of an event."""
_PARTS = ("actor", "recipient", "target", "victim", "weapon")
_HELD = frozenset([Modality.ASSERTED, Modality.ALLEGED, Modality.PLANNED, Modality.THREATENED])
_BEFORE, _AFTER = 2, 1
"""How many sentences behind its act, and before it, a filler may stand."""
_SURE, _SURE_APART = 0.3, 0.5
"""How likely a mark has to be in the sentence of its act, and in another."""
_REACHES = (0, 1, 2, 3, 6)
"""How many sentences from its act the one perpetrator told of there may stand."""
_ASSAILANTS = frozenset(
    """attackers attacker assailants assailant gunmen gunman militants militant terrorists terrorist rebels rebel
    bombers bomber jihadists insurgents guerrillas bandits fighters""".split()
)
"""Those whom an attack's own perpetrators are not struck by: "six attackers were shot"."""
_FLOWN = frozenset(["aerial", "drone"])
_OF_THE_STATE = frozenset(
    """troops soldier soldiers army policeman policemen police gendarme gendarmes officer officers servicemen
    serviceman""".split()
)
"""Men of a state, whose fall is not told as the doing of their own."""
_OF_THE_SENTENCE = frozenset(["Described"])
"""Of people without a name another sentence has too many: their marks count in the sentence of the act."""
_QUALIFIES = frozenset(["compound", "amod", "nummod"])
_NOUNS = frozenset(["NOUN", "PROPN"])
_OF_A_TITLE = frozenset(["compound", "amod", "nmod:poss", "nmod:desc"])
_FARTHEST_NOUN = 3
"""How many words on the noun may stand that a marked word qualifies."""
_NAMED = {
    "actor": frozenset(["PER", "ORG", "GPE"]),
    "target": frozenset(["ORG"]),
    "victim": frozenset(["PER"]),
    "weapon": frozenset[str](),
}
"""Whose names can fill a field; the name of a thing in a place, an embassy, may be struck whatever it is."""
_BESIDE = frozenset(["near", "outside", "around", "behind", "between", "towards"])
"""What only says where it was: nobody strikes what he strikes somebody near to."""
_SHARES = frozenset(
    """scores dozens hundreds thousands number group groups dozen handful some many most several majority band
    bands""".split()
)
"""What only says how many of somebody."""
_FROM_THE_AIR = frozenset(["aerial"])
"""Modes of force that only few have the means for, and nobody does who is only told of nearby."""
_RELATIVE = frozenset(["who", "whom", "which", "whose"])
_ARMED = frozenset(["firearms", "aerial", "drone"])
"""Modes of force that say with what it was done."""
_DANGLING = frozenset(["of", "in", "at", "from", "and", "with", "by", "for", "on"])


_IDENTIFIED = frozenset(["identified", "named", "known"])


def filled(
    page: Page, events: Sequence[Found], lexicon: Lexicon, accused: Sequence[Span] = ()
) -> list[Found]:
    """The events with the fillers that stand apart from them; what a dateline names is the reporter's, and who is
    `accused` has done nothing for certain.
    """
    acts = [at for at, event in enumerate(events) if _is_act(event)]
    if not acts:
        return list(events)
    told = _Told(page, list(events), acts, lexicon, accused)
    told.take_all()
    for number, line in enumerate(page.lines):
        for role in line.sentence.roles:
            if not page.datelines.covers(line.sentence.tokens[role.first].start):
                told.give(number, role)
    return told.events


def blamed(
    page: Page, events: Sequence[Found], lexicon: Lexicon, accused: Sequence[Span] = ()
) -> list[Found]:
    """The events, each act that nobody does with who is marked as a perpetrator nearest to it."""
    acts = [at for at, event in enumerate(events) if _is_act(event)]
    told = _Told(page, list(events), acts, lexicon, accused)
    told.blame()
    return told.events


def _is_cited(sentence: Sentence, head: int) -> bool:
    """Whether somebody, perhaps behind others, says so: "killing ten, according to an aid worker and two residents"."""
    while sentence.deprels[head] == "conj":
        head = sentence.heads[head]
    return preposition(sentence, head) == "according to"


def _is_act(event: Found) -> bool:
    return event.predicate.type == "ASSAULT" and event.stance.modality in _HELD


@dataclass(frozen=True)
class _Told:
    """A document's events, and which of them are acts of force."""

    page: Page
    events: list[Found]
    acts: Sequence[int]
    lexicon: Lexicon
    accused: Sequence[Span] = ()

    def give(self, number: int, role: Role) -> None:
        """Adds what a role's words mention to the act it belongs to, if there is one."""
        field, sentence = FIELDS[role.role], self.page.lines[number].sentence
        if field in {"target", "victim"} and self._sorted(number, role, field):
            return
        head = self._head(sentence, role)
        if self._is_but_of_them(sentence, head, role, field) or _is_cited(sentence, head):
            return
        if field == "target" and preposition(sentence, head) == "from":
            return  # "fired from a car at the house"
        mention = self._mention(sentence, head, role)
        if mention is None or not self._fits(number, head, mention, field):
            return
        if field == "actor" and (self._is_accused(mention) or _undergoes(sentence, head)):
            return
        if field == "target" and (preposition(sentence, head) in _BESIDE or _acts(sentence, head)):
            return
        at = self._host(number, role, field, self._agent(sentence, head))
        if at is None or self._of_another_time(number, head, at):
            return
        host = self.events[at]
        if host.line != number and self._is_of_another_act(number, head):
            return
        if role.role in _OF_THE_SENTENCE and _undergoes_another(sentence, head, host):
            return
        if field == "weapon" and host.line != number and self._is_used_otherwise(sentence, head, host):
            return
        if field == "actor" and (
            self._has_its_doer(host, number, head) or (host.line != number and self._is_told_aside(host))
        ):
            return
        if field == "actor" and _last_word(mention) in _words_struck(host.event):
            return
        more: dict[str, Any] = {field: (*getattr(host.event, field), mention)}
        if field == "target" and not host.event.place and host.line == number:
            more["place"] = self._sites(number, mention)
        event = replace(host.event, **more)
        span = self.page.evidence(sentence)
        evidence = host.evidence if span in host.evidence else (*host.evidence, span)
        self.events[at] = replace(host, event=event, evidence=evidence)
        self._take(mention)

    def _is_told_aside(self, host: Found) -> bool:
        """Whether an act is told of those whom its sentence is about: "arrested ten men, two of whom were burned"."""
        sentence = self.page.lines[host.line].sentence
        clause = (sentence.words[child] for child in sentence.subtree(host.index) if child < host.index)
        aside = sentence.deprels[host.index].startswith(("acl", "advcl"))
        return aside and not _RELATIVE.isdisjoint(clause)

    def _is_of_another_act(self, number: int, head: int) -> bool:
        """Whether a noun of force has somebody that tells no act here: "This is the third attack on Djaiba"."""
        sentence = self.page.lines[number].sentence
        noun = sentence.heads[head]
        if noun < 0 or sentence.deprels[head] != "nmod" or sentence.upos[noun] != "NOUN":
            return False
        return any(entry.type == "ASSAULT" for entry in self.lexicon.entries(sentence.words[noun], "NOUN"))

    def _is_used_otherwise(self, sentence: Sentence, head: int, host: Found) -> bool:
        """Whether what is told of apart is no weapon of an act's own kind: sticks, where somebody was shot."""
        return host.event.mode in _ARMED and self.lexicon.weapon(sentence.words[head]) != host.event.mode

    def _sites(self, number: int, mention: Mention) -> tuple[Place, ...]:
        """The town that a thing struck is in, by its name: "the gate of the Mir Ali camp"."""
        line = self.page.lines[number]
        return tuple(
            mark.place
            for mark in (*line.places, *line.sites)
            if mark.place.span in mention.span
            and (name := line.sentence.name_at.get(mark.head)) is not None
            and name.label == "LOC"
        )

    def blame(self) -> None:
        """Gives the acts that nobody does to whom the encoder marks for a perpetrator around them, if that is one and
        the same.
        """
        marked = list(self._perpetrators())
        lines = [number for number, _, _ in marked]
        items = self.page.items
        for at in self.acts:
            host = self.events[at]
            near = self._alone_around(marked, lines, host.line)
            near = [found for found in near if items[found[0]] == items[host.line]]
            near = [found for found in near if self._of_one_scene(found[0], host)]
            if not near or not self._wants_a_doer(host, near[0][1]):
                continue
            number, mention, _ = min(near, key=lambda found: abs(found[0] - host.line))
            if self._another_acts(at, mention):
                continue
            span = self.page.evidence(self.page.lines[number].sentence)
            evidence = host.evidence if span in host.evidence else (*host.evidence, span)
            self.events[at] = replace(host, event=replace(host.event, actor=(mention,)), evidence=evidence)

    def _of_one_scene(self, number: int, host: Found) -> bool:
        """Whether somebody told of on a line can have done an act of another without being told to: both lines are of
        one scene, what is told of there was at no other time or place, and nothing fell from the air.
        """
        if number == host.line:
            return not self._dates_another(host)
        if self.page.scenes[number] != self.page.scenes[host.line] or host.event.mode in _FROM_THE_AIR:
            return False
        here = (self.events[at].event for at in self._on_line.get(number, ()))
        return all(agree(_where_and_when(event), _where_and_when(host.event)) for event in here)

    def _dates_another(self, host: Found) -> bool:
        """Whether an act is only told to say when another was: "freed them hours before a bomb killed a guard"."""
        sentence = self.page.lines[host.line].sentence
        return any(is_elsewhen(sentence, word) for word in (host.index, *sentence.ancestors(host.index)))

    def _alone_around(
        self, marked: Sequence[tuple[int, Mention, str]], lines: Sequence[int], line: int
    ) -> Sequence[tuple[int, Mention, str]]:
        """The marks of the one perpetrator nearest to a line; none where the nearest are of two."""
        for reach in _REACHES:
            first = bisect_left(lines, line - reach)
            near = marked[first : bisect_right(lines, line + reach)]
            called = {_called(mention, noun) for _, mention, noun in near}
            if called:
                return near if len(called) == 1 else ()
        return ()

    def _perpetrators(self) -> Iterator[tuple[int, Mention, str]]:
        """Who is marked as a perpetrator, with the line and the noun of the mark."""
        for number, line in enumerate(self.page.lines):
            for role in line.sentence.roles:
                reporter_s = self.page.datelines.covers(line.sentence.tokens[role.first].start)
                if FIELDS[role.role] != "actor" or role.score < _SURE_APART or reporter_s:
                    continue
                head = self._head(line.sentence, role)
                mention = self._mention(line.sentence, head, role)
                if mention is None or self._is_accused(mention) or _undergoes(line.sentence, head):
                    continue
                if self._can_act(line.sentence, head) and not self._is_struck(number, mention):
                    yield (
                        number,
                        mention,
                        line.sentence.words[head] if head not in line.sentence.name_at else "",
                    )

    def _another_acts(self, at: int, doer: Mention) -> bool:
        """Whether the act told right before, in a sentence near by, is told of somebody else who is named."""
        host = self.events[at]
        if not doer.name[:1].isupper() or (host.evidence and doer.span in host.evidence[0]):
            return False
        lines = range(host.line, max(-1, host.line - 2), -1)
        for line in lines:
            for other in reversed(self._on_line.get(line, ())):
                event = self.events[other]
                before = other != at and (line, event.index) < (host.line, host.index)
                if before and event.event.actor:
                    named = [mention for mention in event.event.actor if mention.name[:1].isupper()]
                    words = {word for mention in named for word in mention.name.lower().split()}
                    return bool(named) and words.isdisjoint(doer.name.lower().split())
        return False

    def _has_its_doer(self, host: Found, number: int, head: int) -> bool:
        """Whether an act's own verb says who does it, be it by a word that nobody is known by: "they opened fire"."""
        sentence = self.page.lines[host.line].sentence
        subjects = _doing(sentence, host)
        if not subjects:
            return False
        inside = {below for subject in subjects for below in sentence.subtree(subject)}
        return host.line != number or head not in inside

    def _is_struck(self, number: int, mention: Mention) -> bool:
        """Whether a mention is a part of what an act of its line strikes: "destroyed a rebel-held building"."""
        events = (self.events[at].event for at in self._on_line.get(number, ()))
        struck = (one for event in events for one in (*event.target, *event.recipient, *event.victim))
        return any(mention.span.overlaps(one.span) for one in struck)

    def _is_accused(self, mention: Mention) -> bool:
        return any(mention.span.overlaps(span) for span in self.accused)

    def _can_act(self, sentence: Sentence, head: int) -> bool:
        if sentence.upos[head] not in _NOUNS or self._speaks(sentence, head):
            return False
        name, word = sentence.name_at.get(head), sentence.words[head]
        if name is None:
            return not (self.lexicon.entries(word, "NOUN") or self.lexicon.weapon(word))
        return name.label in _NAMED["actor"]

    def _wants_a_doer(self, host: Found, doer: Mention) -> bool:
        """Whether an act strikes somebody, nobody does it, and its sentence is marked as that of an incident."""
        words = _words_struck(host.event)
        told = self.page.lines[host.line].sentence
        if any(told.words[child] in WARS for child in told.dependants(host.index, "nsubj")):
            return False  # "The war has killed 5,000 people"
        if self._line_of(doer) != host.line and self._is_told_aside(host):
            return False
        if _doing(self.page.lines[host.line].sentence, host) and doer.span.start > host.event.trigger.start:
            return False  # "They opened fire, and then the soldiers landed"
        if host.event.actor or not (words or host.event.killed):
            return False
        if doer.name.lower() in _names_struck(host.event):
            return False
        noun = _last_word(doer) if doer.antecedent is None else doer.name.lower().split()[-1]
        if host.event.mode in _FLOWN and {noun, _first_noun(doer)} & _ASSAILANTS:
            return False  # who is near to an air strike need not fly
        if _first_noun(doer) in _OF_THE_STATE and not words.isdisjoint(_OF_THE_STATE):
            return False  # "troops killed three bandits", "One soldier lost his life"
        if any(accusations(self.page.lines[host.line].sentence, self.lexicon)):
            return False  # who is blamed beside the act is told as such
        own = any(role.score >= _SURE_APART for role in self.page.lines[host.line].sentence.roles)
        return own and words.isdisjoint(_ASSAILANTS) and _last_word(doer) not in words

    @cached_property
    def _on_line(self) -> dict[int, list[int]]:
        """The acts by the line of the word that tells them."""
        found: dict[int, list[int]] = {}
        for at in self.acts:
            found.setdefault(self.events[at].line, []).append(at)
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [line.sentence.start for line in self.page.lines]

    def _line_of(self, mention: Mention) -> int:
        return bisect_right(self._starts, mention.span.start) - 1

    @cached_property
    def _parts(self) -> tuple[set[str], dict[int, list[Span]]]:
        """Who and what has a part in an act already: the names, and the stretches by line."""
        return set(), {}

    def _take(self, mention: Mention) -> None:
        names, spans = self._parts
        names.add(mention.name.lower())
        spans.setdefault(self._line_of(mention), []).append(mention.span)

    def take_all(self) -> None:
        """Remembers all that have a part in an act."""
        for at in self.acts:
            for part in _PARTS:
                for mention in getattr(self.events[at].event, part):
                    self._take(mention)

    @cached_property
    def _recipients(self) -> dict[int, list[int]]:
        """The acts that have a recipient, by the line where it stands."""
        found: dict[int, list[int]] = {}
        for at in self.acts:
            for mention in self.events[at].event.recipient:
                found.setdefault(self._line_of(mention), []).append(at)
        return found

    def _sorted(self, number: int, role: Role, field: str) -> bool:
        """Whether an act has what is marked for its recipient; a thing or person in nobody's arms is then moved."""
        marked = self.page.entities.span(self.page.lines[number].sentence, role.first, role.stop)
        for at in self._recipients.get(number, ()):
            event = self.events[at].event
            for mention in event.recipient:
                if not mention.span.overlaps(marked):
                    continue
                forces = "forces" in self.lexicon.noun_class(mention.span.quote.lower().split()[-1])
                if role.score >= _SURE_APART and not forces:
                    rest = tuple(other for other in event.recipient if other is not mention)
                    more: dict[str, Any] = {field: (*getattr(event, field), mention)}
                    self.events[at] = replace(self.events[at], event=replace(event, recipient=rest, **more))
                return True
        return False

    def _head(self, sentence: Sentence, role: Role) -> int:
        """The noun of a marked stretch: of "car" in "car bombs" the bombs."""
        outside = (
            at for at in range(role.first, role.stop) if not role.first <= sentence.heads[at] < role.stop
        )
        head = next(outside, role.stop - 1)
        above = sentence.heads[head]
        qualifies = sentence.deprels[head] in _QUALIFIES and head < above <= head + _FARTHEST_NOUN
        if qualifies and sentence.upos[above] in _NOUNS and head not in sentence.name_at:
            return head if self.lexicon.entries(sentence.words[above], "NOUN") else above
        return head

    def _mention(self, sentence: Sentence, head: int, role: Role) -> Mention | None:
        mention = next(iter(self.page.entities.one(sentence, head)), None)
        if mention is None or mention.span.quote.split()[-1].lower() in _DANGLING:
            return None
        marked = self.page.entities.span(sentence, role.first, role.stop)
        whole = self.page.document.span(mention.span.start, max(mention.span.end, marked.end))
        if (
            mention.name == mention.span.quote
            and mention.span.start <= marked.start
            and whole != mention.span
        ):
            # "a group of 10 men": the phrase ends before its number, the mark behind it.
            return Mention(whole, whole.quote)
        return mention

    def _fits(self, number: int, head: int, mention: Mention, field: str) -> bool:
        """Whether a mention can be what it is marked as, and is no part of an act of force already."""
        line = self.page.lines[number]
        if line.sentence.upos[head] not in _NOUNS or self._speaks(line.sentence, head):
            return False
        if any(time.span.overlaps(mention.span) for time in line.times):
            return False
        name, word = line.sentence.name_at.get(head), line.sentence.words[head]
        if name is None:
            # An act is no party to another, and what kills is not struck.
            act, weapon = self.lexicon.entries(word, "NOUN"), self.lexicon.weapon(word)
            if act or (weapon and field != "weapon"):
                return False
        elif "thing" not in self.lexicon.noun_class(word):
            if name.label not in _NAMED[field]:
                return False
            if field != "actor" and any(mention.span in mark.place.span for mark in line.places):
                return False
        if field == "victim" and any(mention.span.overlaps(span) for span in self._driven_out):
            return False
        names, spans = self._parts
        beside = spans.get(self._line_of(mention), ())
        known = _says_who(line.sentence, head) if field == "victim" else None
        if known is not None:
            start = line.sentence.tokens[known].start
            if any(span.start <= start < span.end for span in beside):
                return False  # "a vendor identified as Ana Ruiz", "Ana Ruiz, a leader and former envoy"
        return mention.name.lower() not in names and not any(mention.span.overlaps(span) for span in beside)

    def _is_but_of_them(self, sentence: Sentence, head: int, role: Role, field: str) -> bool:
        """Whether what is marked only says what a thing is for, or whose it is: "a bomb factory", "army uniforms"."""
        if role.first <= head < role.stop or head in sentence.name_at:
            return False
        word = sentence.words[head]
        if field == "weapon":
            return self.lexicon.weapon(word) is None
        classes = self.lexicon.noun_class(word)
        return field == "actor" and not classes & PARTIES and word.removesuffix("s") not in _ASSAILANTS

    @cached_property
    def _driven_out(self) -> list[Span]:
        """Those who are told to have fled or to have been driven from home, and not to have been struck."""
        return [
            mention.span
            for found in self.events
            if found.event.type == "COERCE" and found.event.mode == "deport"
            for mention in found.event.recipient
        ]

    def _speaks(self, sentence: Sentence, head: int) -> bool:
        """Whether a word is the subject of a verb of saying, or says whose man that is: "Police Chief Diallo said"."""
        while sentence.deprels[head] in _OF_A_TITLE and sentence.heads[head] > head:
            head = sentence.heads[head]
        if sentence.deprels[head] == "appos":
            head = sentence.heads[head]  # "A resident, Musa Diallo, said"
        above = sentence.heads[head]
        if above < 0 or not sentence.deprels[head].startswith("nsubj"):
            return False
        return self.lexicon.reporting(sentence.words[above], sentence.upos[above]) is not None

    def _agent(self, sentence: Sentence, head: int) -> str | None:
        """Who does what a word is the object of, by name: "Fighters drove car bombs into the base"."""
        verb = sentence.heads[head]
        if verb < 0 or sentence.upos[verb] != "VERB" or not sentence.deprels[head].startswith(("obj", "obl")):
            return None
        subjects = [word for word in sentence.dependants(verb, "nsubj") if sentence.deprels[word] == "nsubj"]
        mention = next(iter(self.page.entities.one(sentence, subjects[0])), None) if subjects else None
        return mention.name.lower() if mention else None

    def _of_another_time(self, number: int, head: int, at: int) -> bool:
        """Whether a word stands in what its sentence dates the act by: "after the death of Judge Ruiz"."""
        host, sentence = self.events[at], self.page.lines[number].sentence
        if host.line != number:
            return False
        for word in (head, *sentence.ancestors(head)):
            if is_elsewhen(sentence, word):
                return host.index not in sentence.subtree(word)
        return False

    def _is_aside_of_doer(self, at: int, role: Role) -> bool:
        """Whether an act is told in passing of somebody, and what is marked stands outside: "they tied six men, kin of
        an elder fighting the group".
        """
        sentence, trigger = self.page.lines[self.events[at].line].sentence, self.events[at].index
        doer = sentence.heads[trigger]
        if sentence.deprels[trigger] != "acl" or sentence.upos[trigger] != "VERB":
            return False
        if role.first in sentence.subtree(doer):
            return False
        start = sentence.tokens[doer].start
        return any(actor.span.start <= start < actor.span.end for actor in self.events[at].event.actor)

    def _is_of_another(self, at: int, agent: str | None) -> bool:
        """Whether an act is told of somebody else than the agent."""
        actors = {mention.name.lower() for mention in self.events[at].event.actor}
        return agent is not None and bool(actors) and agent not in actors

    def _host(self, number: int, role: Role, field: str, agent: str | None) -> int | None:
        here = self._on_line.get(number, ())
        if here:
            here = [at for at in here if not self._is_aside_of_doer(at, role)]
            if not here:
                return None
            nearest = min(here, key=lambda at: abs(self.events[at].index - role.first))
            return nearest if role.score >= _SURE else None
        if role.score < _SURE_APART or role.role in _OF_THE_SENTENCE:
            return None
        lines = [*range(number - 1, number - _BEFORE - 1, -1), *range(number + 1, number + _AFTER + 1)]
        items = self.page.items
        lines = [line for line in lines if 0 <= line < len(items) and items[line] == items[number]]
        if field in {"actor", "weapon"}:
            scenes = self.page.scenes
            lines = [line for line in lines if scenes[line] == scenes[number]]
        acts = [
            at
            for line in lines
            for at in reversed(self._on_line.get(line, ()))
            if not self._is_of_another(at, agent)
        ]
        own = self.page.evidence(self.page.lines[number].sentence)
        if field in {"actor", "weapon"} and any(span in own for span in self.accused):
            return None  # "blamed the rebels, saying that they had laid mines"
        for at in acts:
            # Of several marks of one sentence the later ones go where the first went.
            if all(mention.span in own for mention in getattr(self.events[at].event, field)):
                return at
        return None


def _says_who(sentence: Sentence, index: int) -> int | None:
    """Of whom a phrase tells who they are: the noun it stands beside, or which is "identified as" it."""
    above = sentence.heads[index]
    if above < 0:
        return None
    if sentence.deprels[index] == "appos":
        return above
    if sentence.deprels[index] == "conj" and sentence.deprels[above] == "appos":
        return sentence.heads[above]
    identified = sentence.words[above] in _IDENTIFIED and sentence.deprels[above] == "acl"
    if identified and sentence.deprels[index] == "obl" and preposition(sentence, index) == "as":
        return sentence.heads[above]
    return None


def _doing(sentence: Sentence, host: Found) -> list[int]:
    """The subjects of the verb that tells an act as somebody's deed."""
    verb = host.light if host.light is not None else host.index
    if sentence.upos[verb] != "VERB" or host.predicate.roles.get("ARG0") != "actor":
        return []
    return [child for child in sentence.dependants(verb, "nsubj") if sentence.deprels[child] == "nsubj"]


def _undergoes(sentence: Sentence, head: int) -> bool:
    """Whether something is done to somebody: "arrested scores of young men", "the killers would be tracked down"."""
    part = head
    while sentence.deprels[part] in {"nmod", "conj", "appos", "flat"} and sentence.heads[part] >= 0:
        if sentence.deprels[part] == "nmod" and sentence.words[sentence.heads[part]] not in _SHARES:
            break
        part = sentence.heads[part]
    return sentence.deprels[part] in {"obj", "nsubj:pass"} and sentence.upos[sentence.heads[part]] == "VERB"


def _undergoes_another(sentence: Sentence, head: int, host: Found) -> bool:
    """Whether another verb than that of an act which strikes others is done to somebody: "killed 25 militants, losing
    four men", "burned three houses and took a boy with them", "a woman died and three people were arrested".
    """
    verb = sentence.heads[head]
    if sentence.deprels[head] not in {"obj", "nsubj:pass"} or sentence.upos[verb] != "VERB":
        return False
    struck = (*host.event.recipient, *host.event.target, *host.event.victim)
    return bool(struck) and verb not in {host.index, host.light, *host.also}


def _acts(sentence: Sentence, head: int) -> bool:
    """Whether a word is the subject of an active verb: "the mountains, where the party has camps"."""
    above = sentence.heads[head]
    return sentence.deprels[head] == "nsubj" and above >= 0 and sentence.upos[above] == "VERB"


def _where_and_when(event: Event) -> Event:
    return replace(event, actor=(), killed=None, wounded=None, abducted=None)


def _called(mention: Mention, noun: str) -> str:
    """By what two mentions of one party are known to be of one: the name, or the noun of who has none."""
    return mention.name.lower() if not noun or mention.antecedent else noun.removesuffix("s")


def _words_struck(event: Event) -> set[str]:
    return {_last_word(mention) for mention in (*event.recipient, *event.target, *event.victim)}


def _names_struck(event: Event) -> set[str]:
    return {mention.name.lower() for mention in (*event.recipient, *event.target, *event.victim)}


def _first_noun(mention: Mention) -> str:
    """The word that a phrase is about: of "troops of Operation X" the troops."""
    words = mention.span.quote.lower().split()
    return words[words.index("of") - 1] if "of" in words[1:] else words[-1]


def _last_word(mention: Mention) -> str:
    return mention.span.quote.lower().split()[-1]
