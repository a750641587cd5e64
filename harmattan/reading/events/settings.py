"""When and where an event of a sentence is said to be: which of the sentence's times and places are its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from harmattan.model.readings import Modality, Place, Time
from harmattan.model.text import Document
from harmattan.model.values import Precision
from harmattan.reading.events.elapsed import elapsed
from harmattan.reading.events.elsewhen import ELSEWHEN, is_elsewhen, opening
from harmattan.reading.events.roles import Fields
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Line
from harmattan.reading.places.named import SITE_PREPOSITIONS, PlaceMark
from harmattan.reading.stance.attribution import ASPECT, Stance
from harmattan.reading.times.claimed import find_times
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.inflection import forms_of_all, verb_forms

_STEADY = frozenset("conj advcl xcomp acl obj nsubj:pass parataxis obl".split())
_AHEAD = frozenset([Modality.PLANNED, Modality.THREATENED, Modality.HYPOTHETICAL])
_TIMED = ASPECT | frozenset("due set scheduled expected likely".split())
"""Words above a plan whose own time is the plan's: "is due in May to leave"."""
_LYING = frozenset(
    """located situated manned guarded staffed held run owned used occupied inhabited populated controlled defended
    protected operated frequented carrying transporting ferrying sheltering housing hosting""".split()
)
"""Participles that only say of a thing where it lies or whose it is: what strikes the thing strikes it there."""
_WHILE = frozenset(["while", "as", "when"])
_HAPPENING = frozenset(
    """occurred occurs took takes taken happened happens carried perpetrated committed staged executed reported
    registered began started begun was were been broke broken erupted flared resumed continued raged ensued persisted
    intensified ended opened held resumed""".split()
)
"""Verbs that say of an act no more than that, when and where it happened: "the attack took place in Gao"."""
_AT_A_TOWN = frozenset(
    """camp camps base bases post posts outpost checkpoint barracks garrison mosque church market markets airport
    airbase airfield prison jail station crossing bridge dam mine district neighbourhood neighborhood quarter suburb
    road highway junction refinery plant site village town school university hospital clinic monastery temple port
    harbour hideout stronghold enclave meadow""".split()
)
"""Things that are called by the town they are in; a hotel's name is its own."""
_SPEAKING = frozenset(
    form for lemma in ("say", "tell", "speak", "meet", "arrive", "fly", "land") for form in verb_forms(lemma)
)
"""Verbs whose place is not that of what their sentence looks back to."""
_LASTING = frozenset(
    form for lemma in "stay remain lie stand reopen close shut".split() for form in verb_forms(lemma)
)
"""Verbs of a state that a place is left in."""
_FROM_AFAR = frozenset(
    form
    for lemma in "order plan finance fund direct mastermind authorise authorize plot".split()
    for form in verb_forms(lemma)
)
"""Verbs of what is done to an act elsewhere: "sheltered the bombers in Ber and ordered the attack"."""
_RUNNING_INTO = frozenset("ran hit struck drove stepped triggered detonated exploded rolled".split())
"""Verbs of those who come upon what kills them, then and there: "died after their truck ran over a mine"."""
_DOING = frozenset(
    """travelling traveling praying sleeping working fishing farming waiting queuing queueing celebrating attending
    grazing patrolling harvesting collecting driving sitting playing eating shopping walking gathered
    gathering""".split()
)
"""Participles of what those were about, then and there, whom an act of force struck."""
_HARMING = forms_of_all("kill shoot behead wound injure capture abduct kidnap burn destroy loot arrest seize")
_ENTERING = forms_of_all("enter storm reach invade")
"""Verbs whose object is where one is then: "entered Gao and killed ten people"."""
_SETTLED = frozenset("village villages town towns city cities hamlet hamlets locality localities".split())
_WITHIN = frozenset(["in", "at", "near", "outside", "inside", "around", "on", "between", "along"])
_HAVE = frozenset(["has", "have", "'s", "'ve", "’s", "’ve"])
_ABOUT = frozenset(
    form
    for lemma in """try charge sentence convict accuse suspect condemn mourn learn hear honour commemorate jail blame
    attribute arrest detain investigate implicate""".split()
    for form in verb_forms(lemma)
)
"""Verbs of what comes of an act: a time right behind the act's noun is the act's."""
_OUTLIVING = forms_of_all("survive escape")
"""Verbs of those who come away from an act, at its time."""
_TELLING = _ABOUT | forms_of_all("report confirm announce denounce deplore reveal recall commit")
"""Verbs of what is told of an act: a place right behind the act's noun is the act's."""
_PICTURES = frozenset(
    "photograph photographs photo photos picture pictures image images video videos footage".split()
)
_PUBLISHING = frozenset(
    form
    for lemma in "publish release post share circulate broadcast show air".split()
    for form in verb_forms(lemma)
)
_CLAIMING = frozenset("claimed condemned denounced".split())
_NEWS_DAYS = 7
_ARRIVING = forms_of_all("come arrive send dispatch deploy bring join")
"""What those do "from" somewhere who are elsewhere by then."""
_CHANGING = forms_of_all("defect rally") | {"defection", "defections"}
_HOMEWARD = frozenset(["home", "back"])
_OPENING = 3
"""How far into a sentence a time may stand that is the time of all its clauses."""
_PARTY_PREPOSITIONS = frozenset(["to", "on", "by", "from"])


@dataclass(frozen=True)
class Setting:
    """The times and places of one sentence, by the words they hang on.

    `words` are all that a time or place can belong to: verbs and event nouns, by token index.
    """

    line: Line
    words: frozenset[int]
    document: Document | None = None
    """Whose sentence it is; None where what a time of an event's noun means without its preposition doesn't matter."""

    @cached_property
    def _governors(self) -> frozenset[int]:
        """The words a time or place can belong to, but for what only says where a thing lies or whose it is."""
        return self.words - self._lying

    @cached_property
    def _lying(self) -> frozenset[int]:
        sentence = self.line.sentence
        return frozenset(
            word for word in self.words if sentence.words[word] in _LYING and _is_participle(sentence, word)
        )

    def _scenes(self, own: tuple[int, ...]) -> list[int]:
        """The verbs of what an act broke into: "fired on men who were praying in Gao", "while they were praying"."""
        sentence = self.line.sentence
        found = []
        for verb in sorted(self.words):
            lasting = sentence.words[verb].endswith("ing") and sentence.dependants(verb, "aux")
            doing = sentence.words[verb] in _DOING and sentence.deprels[verb] == "acl"
            if doing and self.line.governor(verb, self._governors) in own:
                found.append(verb)
            if not lasting or self.line.governor(verb, self._governors) not in own:
                continue
            marks = {sentence.words[child] for child in sentence.dependants(verb, "mark", "advmod")}
            clause = sentence.deprels[verb]
            if clause == "acl:relcl" or (clause == "advcl" and not marks.isdisjoint(_WHILE)):
                found.append(verb)
        return found

    def _with_happening(self, own: tuple[int, ...]) -> tuple[int, ...]:
        """An event's words after the verbs that say of its noun that it happened: "which took place in Gao"."""
        sentence = self.line.sentence
        if sentence.upos[own[0]] == "VERB":
            return own
        verbs = (word for word in self.words if sentence.words[word] in _HAPPENING and word not in own)
        return (*(verb for verb in sorted(verbs) if self._happens(verb, own[0])), *own)

    def _happens(self, verb: int, noun: int) -> bool:
        """Whether a verb's subject is an event's noun, itself or by a clause on its phrase."""
        sentence = self.line.sentence
        if noun in sentence.dependants(verb, "nsubj"):
            return True
        if not sentence.deprels[verb].startswith("acl"):
            return False
        above = next((word for word in sentence.ancestors(verb) if word in self.words), None)
        return above == noun

    @cached_property
    def _time_governors(self) -> dict[int | None, Time]:
        found: dict[int | None, Time] = {}
        aside: list[tuple[int | None, Time]] = []
        for time in self.line.times:
            hung = self.line.hung_by(time.span)
            governor = self.line.governor(hung, self._governors)
            if self._is_dated(hung):
                continue
            if self._is_aside(hung, governor):
                aside.append((governor, time))
                continue
            found.setdefault(self._nominal(governor, time, taken=governor in found), time)
        for governor, time in aside:
            if time.period.precision is not Precision.OPEN:
                found.setdefault(self._nominal(governor, time, taken=governor in found), time)
        return found

    def _is_dated(self, hung: int) -> bool:
        """Whether a time only says of when something is that is no event: "welcomed the letter of 5 October"."""
        sentence = self.line.sentence
        noun = sentence.heads[hung]
        if noun < 0 or sentence.deprels[hung] != "nmod" or preposition(sentence, hung) != "of":
            return False
        while sentence.deprels[noun] == "nmod" and noun not in self.words and sentence.heads[noun] >= 0:
            noun = sentence.heads[noun]  # "the bombing in Gao of 2022"
        return noun not in self.words and sentence.upos[noun] in {"NOUN", "PROPN"} and noun < hung

    def _is_aside(self, hung: int, governor: int | None) -> bool:
        """Whether a time stands in a clause that only describes somebody or something: "Gao, held since 2012, was"."""
        sentence = self.line.sentence
        between = hung
        while between != governor and between >= 0:
            if sentence.deprels[between].startswith("acl"):
                return sentence.heads[between] != governor
            between = sentence.heads[between]
        return False

    def _nominal(self, governor: int | None, time: Time, *, taken: bool) -> int | None:
        """What a time tells of that the tree hangs on a verb: the noun of an act right before it, where the verb cannot
        have it ("has been tried for the murder of a cook in Gao in June") or has another ("stood trial on Monday for
        the raid on Boni in May").
        """
        sentence = self.line.sentence
        a_day = time.period.precision is Precision.DAY
        if governor is not None and a_day and sentence.tokens[governor].end < time.span.start:
            shown = self._shown(governor)
            governor = governor if shown is None else shown
        if governor is None or sentence.upos[governor] != "VERB" or time.period.precision is Precision.OPEN:
            return governor
        perfect = any(sentence.words[at] in _HAVE for at in sentence.dependants(governor, "aux"))
        about = sentence.words[governor] in _ABOUT and self._long_ago(time)
        about = about or sentence.words[governor] in _OUTLIVING
        if not (taken or about or (perfect and time.period.resolved)):
            return governor
        first = self.line.tokens_of(time.span)[0]
        while first and sentence.words[first - 1] in {"on", "in", "at", "the"}:
            first -= 1
        for noun in sorted(self.words, reverse=True):
            if (
                noun >= first
                or sentence.upos[noun] != "NOUN"
                or governor not in set(sentence.ancestors(noun))
            ):
                continue
            if noun < governor or sentence.subtree(noun)[-1] != first - 1:
                continue
            return noun
        return governor

    def _shown(self, noun: int) -> int | None:
        """The verb of publishing whose pictures are of an act: "published photographs of the attack on Thursday"."""
        sentence = self.line.sentence
        picture = sentence.heads[noun]
        if sentence.upos[noun] != "NOUN" or picture < 0:
            return None
        if sentence.words[picture] in _CLAIMING and sentence.deprels[noun] == "obj":
            return picture  # "claimed the attack on Monday"
        if sentence.words[picture] not in _PICTURES:
            return None
        verb = sentence.heads[picture]
        published = verb >= 0 and sentence.words[verb] in _PUBLISHING
        return verb if published and sentence.deprels[picture] in {"obj", "nsubj:pass"} else None

    def _long_ago(self, time: Time) -> bool:
        """Whether a time is none of the days before publication, on which verdicts and condolences are told."""
        published = self.document.published if self.document else None
        if published is None or time.period.latest is None:
            return time.period.precision is not Precision.DAY
        return (published - time.period.latest).days > _NEWS_DAYS

    def times(
        self, own: tuple[int, ...], held: Stance, *, bodily: bool = True
    ) -> tuple[Time | None, Time | None]:
        """When it happened or will, and when it was said. `own` are the event's words, its verb last; only of what is
        `bodily` is the time also that of a clause of somebody else beside it.
        """
        by_word = self._time_governors
        told_by = self._with_happening(own)
        happened = next((time for word, time in by_word.items() if word in told_by), None)
        if happened is not None and not happened.span.quote.lower().endswith(" after"):
            happened = self._unbound(happened, own[0]) or happened
        elif self.document is not None:
            happened = elapsed(self.document, self.line.sentence, own, self._time_above(own[-1]))
        said = by_word.get(held.report) if held.report is not None and held.report not in own else None
        happened = happened or self._when(own[-1]) or self._time_of_its_noun(own[-1])
        happened = happened or self._shared_time(own[-1], held, bodily=bodily)
        if happened is None:
            deeds = (clause for clause in self._deeds_when(own[-1]) if clause in by_word)
            happened = next((by_word[clause] for clause in deeds), None)
        if happened is None:
            happened = next((by_word[verb] for verb in self._scenes(own) if verb in by_word), None)
        if happened is None:
            happened = by_word.get(self._goes_on(own[-1]))
        return happened, said or self._decided(own[-1], held)

    def _when(self, verb: int) -> Time | None:
        """The time that a clause with "when" tells more of: "in November, when a boy blew himself up"."""
        sentence = self.line.sentence
        for when in sentence.dependants(verb, "advmod", "mark"):
            if sentence.words[when] != "when" or when == 0:
                continue
            before = when - 1 if sentence.words[when - 1] != "," else when - 2
            for time in self.line.times:
                told = self.line.tokens_of(time.span)[1] - 1 == before
                if told and time.period.precision is not Precision.OPEN:
                    return time
        return None

    def _time_of_its_noun(self, verb: int) -> Time | None:
        """The time of the noun whose clause with "in which" a verb heads: "a siege in 2013 in which 67 died"."""
        top = self._told_in(verb)
        if top is None:
            return None
        below = frozenset(self.line.sentence.subtree(top))
        return next(
            (time for time in self.line.times if self._hung(time) in below and self._hung(time) < verb), None
        )

    def _hung(self, time: Time) -> int:
        return self.line.hung_by(time.span)

    def _time_above(self, index: int) -> Time | None:
        """The time of the clause that an event's clause or phrase hangs on, else the last that is told before it."""
        sentence = self.line.sentence
        for above in sentence.ancestors(index):
            if above in self._time_governors:
                return self._time_governors[above]
        start = sentence.tokens[index].start
        before = (time for time in reversed(self.line.times) if time.span.end < start)
        return next((time for time in before if not time.span.quote.lower().endswith(" after")), None)

    def _unbound(self, time: Time, noun: int) -> Time | None:
        """When an event was that dates something else: of "since last week's ambush" the ambush was last week."""
        sentence = self.line.sentence
        first, _, rest = time.span.quote.partition(" ")
        if (
            self.document is None
            or sentence.upos[noun] != "NOUN"
            or first.lower() not in ELSEWHEN
            or not rest
        ):
            return None
        if not self.document.text.startswith(("'s", "’s"), time.span.end):
            return None
        if all(sentence.tokens[case].start != time.span.start for case in sentence.dependants(noun, "case")):
            return None
        start = time.span.start + len(first) + 1
        found = find_times(self.document.text, start, time.span.end, self.document.published)
        return next((one for one in found if one.period.resolved), None)

    def _decided(self, index: int, held: Stance) -> Time | None:
        """When it was decided or asked for: "voted on Friday to end the mission"."""
        if not self._foreseen(index, held):
            return None
        return self._time_governors.get(self.line.sentence.heads[index])

    def _foreseen(self, index: int, held: Stance) -> bool:
        """Whether an event is what the verb above it plans, wants or threatens."""
        sentence = self.line.sentence
        complement = sentence.deprels[index].partition(":")[0] in {"xcomp", "ccomp", "advcl"}
        if held.modality not in _AHEAD or not complement or sentence.heads[index] < 0:
            return False
        return sentence.words[sentence.heads[index]] not in _TIMED

    def _shared_time(self, index: int, held: Stance, *, bodily: bool) -> Time | None:
        """The time of the clause above: "On Friday they attacked the post, killing two"."""
        sentence, current = self.line.sentence, index
        if self._foreseen(index, held):
            return None
        anothers = False
        while _shares(sentence, current):
            anothers = anothers or (not bodily and _is_anothers(sentence, current))
            elsewhen = is_elsewhen(sentence, current) or _since_then(sentence, current)
            current = sentence.heads[current]
            if elsewhen or current == held.report:
                return None
            time = self._time_governors.get(current)
            if time is not None:
                opens = self._hung(time) <= _OPENING and ";" not in sentence.words
                return time if opens or not anothers else None
        below = [child for child in sentence.dependants(index, "xcomp") if child in self._time_governors]
        return self._time_governors[below[0]] if below else None

    def places(self, own: tuple[int, ...], fields: Fields, *, bodily: bool = False) -> tuple[Place, ...]:
        """Where it happened or will: by its own words, else by those of the clause above; what is `bodily` happens
        where it is, and not where it leads to.
        """
        told_by = self._with_happening(own)
        chosen = [mark for mark in self.line.places if self._sites(mark, told_by, fields)]
        if bodily:
            chosen = [mark for mark in chosen if not self._lies_ahead(mark)]
            chosen += [
                mark
                for mark in self.line.sites
                if self._names_site(mark, fields) or self._sits_at(mark, told_by)
            ]
            chosen = chosen or self._argued(own)
        current = own[-1]
        while not chosen and _shares(self.line.sentence, current):
            if self.line.sentence.words[current] in _FROM_AFAR:
                break
            if not bodily and _is_anothers(self.line.sentence, current):
                break  # "She was received in Lima today; China condemned it"
            current = self.line.sentence.heads[current]
            chosen = [mark for mark in self.line.places if self._beside(mark, current)]
            if not bodily:
                # "called on Lomé to withdraw the bill"
                chosen = [mark for mark in chosen if mark.preposition not in _PARTY_PREPOSITIONS]
            if self.line.sentence.words[current] in _ARRIVING:
                # "came from the forest and burned the village"
                chosen = [mark for mark in chosen if mark.preposition != "from"]
        if not chosen:
            chosen = self._where(own[-1])
        if not chosen and bodily:
            scenes = self._scenes(own)
            chosen = [
                mark
                for mark in self.line.places
                if mark.preposition in _WITHIN and self.line.governor(mark.head, self._governors) in scenes
            ]
        if not chosen and bodily:
            chosen = self._of_its_noun(own[-1]) or self._struck_when(own[-1])
        if not chosen and bodily:
            chosen = self._at_the_thing_before(own[-1])
        if not chosen and bodily:
            second = self._goes_on(own[-1])
            chosen = [
                mark
                for mark in (self.line.places if second >= 0 else ())
                if mark.preposition in _WITHIN and self.line.governor(mark.head, self._governors) == second
            ]
        if not chosen and self._reached_back(own[-1]):
            chosen = self._looked_back_from(self.line.sentence.heads[own[-1]])
        return tuple(mark.place for mark in chosen)

    def _at_the_thing_before(self, verb: int) -> list[PlaceMark]:
        """Where the thing is that those did something to before they did harm: "stopped a bus in Gao and shot six"."""
        sentence = self.line.sentence
        shares = sentence.deprels[verb] == "conj" and not sentence.dependants(verb, "nsubj", "nsubj:pass")
        if not shares or sentence.words[verb] not in _HARMING or sentence.dependants(verb, "aux:pass"):
            return []
        things = sentence.dependants(sentence.heads[verb], "obj")
        return [m for m in self.line.places if m.preposition in _WITHIN and sentence.heads[m.head] in things]

    def _goes_on(self, verb: int) -> int:
        """The second verb of harm that a verb of harm shares its subject with, and so when and where it was: "killed
        nine rebels and captured six near Gao"; -1 where there is none.
        """
        sentence = self.line.sentence
        if sentence.words[verb] not in _HARMING:
            return -1
        passive = bool(sentence.dependants(verb, "aux:pass"))
        seconds = (
            other
            for other in sentence.dependants(verb, "conj")
            if sentence.words[other] in _HARMING
            and not sentence.dependants(other, "nsubj", "nsubj:pass")
            and bool(sentence.dependants(other, "aux:pass")) is passive
        )
        return next(seconds, -1)

    def _struck_when(self, verb: int) -> list[PlaceMark]:
        """The places of the deed by which people came to harm: "were killed when gunmen tried to storm their camp at
        Gossi".
        """
        sentence = self.line.sentence
        if not sentence.dependants(verb, "nsubj:pass") and sentence.words[verb] != "died":
            return []
        found: list[PlaceMark] = []
        for clause in self._deeds_when(verb):
            below = frozenset(sentence.subtree(clause))
            found += [m for m in self.line.places if m.head in below and m.preposition in _WITHIN]
        return found

    def _deeds_when(self, verb: int) -> Iterator[int]:
        """The verbs behind "when" or "as" of the deeds by which people came to harm."""
        sentence = self.line.sentence
        if not sentence.dependants(verb, "nsubj:pass") and sentence.words[verb] != "died":
            return
        for clause in sentence.dependants(verb, "advcl"):
            opened = {sentence.words[child] for child in sentence.dependants(clause, "advmod", "mark")}
            struck = "after" in opened and sentence.words[clause] in _RUNNING_INTO
            if clause > verb and (struck or not opened.isdisjoint({"when", "as"})):
                yield clause

    def _where(self, verb: int) -> list[PlaceMark]:
        """The places that a clause tells more of: "to Ber, where six men were killed"."""
        sentence = self.line.sentence
        if sentence.deprels[verb] != "acl:relcl":
            return []
        if not any(sentence.words[child] == "where" for child in sentence.dependants(verb, "advmod")):
            return []
        head = sentence.heads[verb]
        return [
            mark
            for mark in self.line.places
            if mark.first <= head < mark.stop or (mark.head < verb and self._belongs(mark.head, head))
        ]

    def _looked_back_from(self, above: int) -> list[PlaceMark]:
        """Where a sentence is that looks back: by its verb, and of a state by what is in it: "Streets in Sabha were
        empty after the raid on Monday", "Palma is empty since".
        """
        sentence = self.line.sentence
        found = [mark for mark in self.line.places if self._beside(mark, above)]
        lasting = sentence.dependants(above, "cop") or sentence.words[above] in _LASTING
        if found or not lasting:
            return found
        for subject in sentence.dependants(above, "nsubj"):
            for mark in self.line.places:
                own = mark.first <= subject < mark.stop and mark.preposition == ""
                inside = mark.preposition in _WITHIN and sentence.heads[mark.head] == subject
                if own or inside:
                    found.append(mark)
        return found

    def _of_its_noun(self, verb: int) -> list[PlaceMark]:
        """The places of the noun whose clause with "in which" a verb heads: "a siege in Nairobi in which 67 died"."""
        top = self._told_in(verb)
        if top is None:
            return []
        below = frozenset(self.line.sentence.subtree(top))
        return [
            mark
            for mark in self.line.places
            if mark.preposition in _WITHIN and mark.head in below and mark.head < verb
        ]

    def _told_in(self, verb: int) -> int | None:
        """The noun of what a verb's clause says happened in it: of "a siege in 2013 in which 67 died" the siege."""
        sentence = self.line.sentence
        if not sentence.deprels[verb].startswith("acl"):
            return None
        which = (at for at in sentence.dependants(verb, "obl", "nmod") if sentence.words[at] == "which")
        if all(preposition(sentence, at) not in {"in", "during", "at"} for at in which):
            return None
        top = sentence.heads[verb]
        while sentence.deprels[top].partition(":")[0] in {"nmod", "obl", "flat", "appos"}:
            above = sentence.heads[top]
            if above < 0 or sentence.upos[above] not in {"NOUN", "PROPN", "NUM"}:
                break
            top = above
        return top

    def _reached_back(self, index: int) -> bool:
        """Whether a noun with a time of its own dates what its sentence tells: "after the raid on Wednesday" took place
        where that is told to be, unless it only is where somebody said so.
        """
        sentence = self.line.sentence
        head = sentence.heads[index]
        if head < 0 or sentence.upos[index] != "NOUN" or sentence.words[head] in _SPEAKING:
            return False
        if opening(sentence, index).isdisjoint({"after", "since"}) or index not in self._time_governors:
            return False
        dated = any(
            self.line.tokens_of(time.span)[0] <= owner < self.line.tokens_of(time.span)[1]
            for owner in sentence.dependants(index, "nmod:poss")
            for time in self.line.times
        )
        return dated or any(sentence.words[child] == "the" for child in sentence.dependants(index, "det"))

    def _sites(self, mark: PlaceMark, own: tuple[int, ...], fields: Fields) -> bool:
        if self._is_elsewhere(mark, own):
            return False
        for head in fields.place_heads:
            if head == mark.head or mark.first <= head < mark.stop or self._belongs(mark.head, head):
                return True
        if mark.preposition == "of" and self._done_to(mark, own[0]):
            return True
        if mark.preposition not in SITE_PREPOSITIONS:
            return False
        if mark.preposition == "from" and self._come_from(mark):
            # "soldiers from Chad" come from there, wherever they are.
            return False
        if mark.preposition in _PARTY_PREPOSITIONS and _is_party(fields, mark):
            return False
        governors = self._governors | (self._lying & frozenset(own))
        governor = self.line.governor(mark.head, governors)
        return governor in own or self._right_behind(mark, own[0], governor)

    def _right_behind(self, mark: PlaceMark, noun: int, verb: int | None) -> bool:
        """Whether a place that the tree hangs on a verb of telling stands right behind the noun of what is told:
        "reported the abduction of Ana Ruiz in Guatemala City today".
        """
        sentence = self.line.sentence
        if verb is None or sentence.words[verb] not in _TELLING or sentence.upos[noun] != "NOUN":
            return False
        first = sentence.subtree(mark.head)[0]
        if not verb < noun < first or sentence.subtree(noun)[-1] != first - 1:
            return False
        return verb in sentence.ancestors(noun)

    def _is_elsewhere(self, mark: PlaceMark, own: tuple[int, ...]) -> bool:
        """Whether somebody has left a place by then, goes over to its bearer, or it is another clause's subject.

        "A further 130 came from Romania", "defected to Olony", "those it had in the mission, where Rwanda leads".
        """
        sentence = self.line.sentence
        word = sentence.words[own[0]]
        homeward = sentence.words[max(0, mark.first - 2)] in _HOMEWARD  # "came home from Kirkuk" leaves it
        if (mark.preposition == "from" and word in _ARRIVING and not homeward) or (
            mark.preposition == "to" and word in _CHANGING
        ):
            return True
        if "according" in sentence.words and self._cites(mark):
            return True
        subject = sentence.deprels[mark.head] == "nsubj"
        return subject and mark.preposition == "" and sentence.heads[mark.head] not in own

    def _cites(self, mark: PlaceMark) -> bool:
        """Whether a place is that of who is cited: "according to two diplomats in Nairobi"."""
        sentence = self.line.sentence
        for above in (mark.head, *sentence.ancestors(mark.head)):
            if sentence.upos[above] == "VERB" and sentence.words[above] != "according":
                return False
            if sentence.words[above] == "according" or preposition(sentence, above) == "according to":
                return True
        return False

    def _done_to(self, mark: PlaceMark, noun: int) -> bool:
        """Whether a noun of force is done to a town as a whole, and so in it: "the massacre of Savo"."""
        sentence = self.line.sentence
        return sentence.upos[noun] == "NOUN" and sentence.heads[mark.head] == noun and self._is_town(mark)

    def _come_from(self, mark: PlaceMark) -> bool:
        """Whether a place is that from which those came who are named right before it, and who come after "and"."""
        sentence, head = self.line.sentence, mark.head
        while sentence.deprels[head] == "conj":
            head = sentence.heads[head]  # "soldiers from Italy and Hungary"
        case = next(iter(sentence.dependants(head, "case")), 0)
        return sentence.deprels[head] == "nmod" or (case > 0 and sentence.upos[case - 1] == "NOUN")

    def _lies_ahead(self, mark: PlaceMark) -> bool:
        """Whether somebody is taken or goes to a place: "carried off towards Virunga", but "close to Gao"."""
        before = self.line.sentence.words[max(0, mark.first - 2)]
        return mark.preposition in {"to", "toward", "towards"} and before not in {
            "close",
            "next",
            "adjacent",
            "near",
        }

    def _names_site(self, mark: PlaceMark, fields: Fields) -> bool:
        """Whether a place that qualifies a noun is that of what took place, or of the thing it took place at."""
        sentence, above = self.line.sentence, self.line.sentence.heads[mark.head]
        if any(mark.first <= head < mark.stop for head in fields.place_heads):
            event = above in self._governors
            return event or (self._is_town(mark) and sentence.words[above] in _AT_A_TOWN)
        if not self._is_town(mark) or sentence.words[above] not in _AT_A_TOWN:
            return False
        while above not in fields.place_heads and sentence.deprels[above] == "nmod":
            if preposition(sentence, above) != "of":
                return False
            above = sentence.heads[above]  # "in the yard of the Mokolo post"
        return above in fields.place_heads

    def _sits_at(self, mark: PlaceMark, own: tuple[int, ...]) -> bool:
        """Whether a town's name stands before a thing at which the event took place: "taken on the Ber road"."""
        sentence = self.line.sentence
        thing = sentence.heads[mark.head]
        if thing < 0 or not self._is_town(mark) or sentence.words[thing] not in _AT_A_TOWN:
            return False
        case = preposition(sentence, thing)
        if case not in {"in", "at", "on", "near", "outside", "inside"} or sentence.deprels[thing] != "obl":
            return False
        return self.line.governor(thing, self._governors) in own

    def _is_town(self, mark: PlaceMark) -> bool:
        name = self.line.sentence.name_at.get(mark.head)
        return name is not None and name.label == "LOC"

    def _argued(self, own: tuple[int, ...]) -> list[PlaceMark]:
        """The places that the encoder gives to an event's verb as where it was, wherever the tree hangs them: "were
        beaten, detained or abducted in Bangui".
        """
        told = self.line.sentence.predicate_at.get(own[-1])
        heads = [argument.head for argument in told.arguments if argument.label == "ARGM-LOC"] if told else []
        return [
            mark
            for mark in self.line.places
            if mark.preposition in SITE_PREPOSITIONS
            and not self._lies_ahead(mark)
            and not self._of_the_next(mark, own[-1])
            and any(mark.first <= head < mark.stop or self._belongs(mark.head, head) for head in heads)
        ]

    def _of_the_next(self, mark: PlaceMark, verb: int) -> bool:
        """Whether a place is that of the next in a list whose member a clause tells of: of "20 at Ber, who were shot,
        and six at Gossi" Gossi is that of the six.
        """
        sentence = self.line.sentence
        if sentence.deprels[verb] != "acl:relcl" or mark.head < verb or mark.head in sentence.subtree(verb):
            return False
        for above in (mark.head, *sentence.ancestors(mark.head)):
            counted = sentence.upos[above] == "NUM" or sentence.dependants(above, "nummod")
            if sentence.deprels[above] == "conj" and counted:
                return sentence.heads[above] == sentence.heads[verb]
        return False

    def _belongs(self, index: int, head: int) -> bool:
        """Whether a word stands in the phrase of another, no clause between."""
        for above in self.line.sentence.ancestors(index):
            if above == head:
                return True
            if self.line.sentence.upos[above] == "VERB":
                return False
        return False

    def _beside(self, mark: PlaceMark, verb: int) -> bool:
        """Whether a place stands by the verb itself ("attacked in Mali"), not by a noun ("groups in Mali")."""
        sentence, head = self.line.sentence, mark.head
        entered = sentence.words[verb] in _ENTERING
        if mark.preposition not in SITE_PREPOSITIONS and not entered:
            return False
        while (
            sentence.deprels[head].partition(":")[0] in {"conj", "appos", "flat"}
            and sentence.heads[head] >= 0
        ):
            head = sentence.heads[head]
        if entered and sentence.deprels[head] == "nmod" and sentence.words[sentence.heads[head]] in _SETTLED:
            head = sentence.heads[head]  # "entered the villages of Masala and Mahini"
        if mark.preposition not in SITE_PREPOSITIONS and sentence.deprels[head] != "obj":
            return False
        return sentence.heads[head] == verb


def _shares(sentence: Sentence, index: int) -> bool:
    """Whether a word happens when and where the word above it does: a participle does, what is condemned does not."""
    head = sentence.heads[index]
    if head < 0 or sentence.deprels[index] not in _STEADY:
        return False
    if sentence.upos[index] in {"VERB", "AUX"}:
        return True
    return sentence.words[head] in ASPECT or sentence.deprels[index] == "conj"


def _is_anothers(sentence: Sentence, verb: int) -> bool:
    """Whether a clause beside another tells what somebody else does: "..., although Russia had threatened"."""
    if sentence.deprels[verb] not in {"conj", "parataxis", "advcl"} or sentence.upos[verb] != "VERB":
        return False
    subjects = sentence.dependants(verb, "nsubj", "nsubj:pass")
    return any(sentence.upos[subject] in {"NOUN", "PROPN"} for subject in subjects)


def _since_then(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells what has come of it by today: "signed a truce in June but has resumed its attacks"."""
    if sentence.deprels[verb] != "conj":
        return False
    return any(sentence.words[aux] in _HAVE for aux in sentence.dependants(verb, "aux")) and not any(
        sentence.words[aux] in _HAVE for aux in sentence.dependants(sentence.heads[verb], "aux")
    )


def _is_participle(sentence: Sentence, index: int) -> bool:
    return sentence.deprels[index] == "acl"


def _is_party(fields: Fields, mark: PlaceMark) -> bool:
    """Whether a country stands as one of the parties: "appealed to France"."""
    parties = (*fields.get("actor"), *fields.get("recipient"))
    return any(mention.span.overlaps(mark.place.span) for mention in parties)
