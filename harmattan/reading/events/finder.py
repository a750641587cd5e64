"""Events: who did what to whom, where and when, as the sentences tell it.

Every word that the predicate lexicon knows is tried with the arguments it has here; what it means gives the
type, its arguments the fields, the words around it the modality, the time and the place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter

from harmattan.model.readings import Event, Mention, Modality, Number, Place, Time
from harmattan.model.text import Span
from harmattan.reading.events.accusations import accusations, accused, twins
from harmattan.reading.events.again import known_strike
from harmattan.reading.events.claimants import is_unclaimed
from harmattan.reading.events.doubles import without_doubles
from harmattan.reading.events.fillers import blamed, filled
from harmattan.reading.events.gapping import apart
from harmattan.reading.events.happenings import happened
from harmattan.reading.events.joining import Found, joined_across, joined_in_sentence
from harmattan.reading.events.meanings import Known, Meaning, meaning, plain_meaning
from harmattan.reading.events.movers import movers
from harmattan.reading.events.moves import LIKELY, WORDS, Candidate, candidates, likelihood
from harmattan.reading.events.responsibility import claimed
from harmattan.reading.events.retelling import Tellings, retold
from harmattan.reading.events.roles import Fields, fill
from harmattan.reading.events.settings import Setting
from harmattan.reading.events.stand_ins import stand_ins
from harmattan.reading.events.takings import with_what_was_taken
from harmattan.reading.events.there import pointed
from harmattan.reading.events.tolls import (
    Fate,
    Toll,
    counted,
    counts_both,
    find_fates,
    find_tolls,
    given_by,
    is_brought,
    sums_up,
    tolled,
)
from harmattan.reading.events.weapons import armed
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Line, Page, span_covers
from harmattan.reading.stance.attribution import Stance, stance
from harmattan.reading.stance.questions import is_asked, is_yes_or_no
from harmattan.reading.trees.hyphens import hyphenated
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.inflection import forms_of_all, verb_forms
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
_HAPPENING = frozenset(
    form
    for lemma in (
        "begin start resume continue last erupt occur happen take rage follow persist ensue intensify spread "
        "complete finish conclude accelerate proceed flare break open"
    ).split()
    for form in verb_forms(lemma)
)
_ACCIDENTS = frozenset(
    form
    for lemma in "plunge overturn capsize sink derail collide veer skid topple plummet collapse crash".split()
    for form in verb_forms(lemma)
)
"""Verbs of what happens without anybody's doing; who dies by it is not struck by anybody."""
_FORESTALLING = frozenset(
    form
    for lemma in "defuse deactivate disarm neutralise neutralize foil thwart intercept dismantle".split()
    for form in verb_forms(lemma)
)
"""Verbs of what is done so that what was planned does not happen."""
_APART = frozenset([";", "but", "while", "including"])
_MOVING = frozenset(["RETREAT", "MOBILIZE"])
_NEEDS_SOMEBODY = frozenset(["ASSAULT", "COERCE", "PROTEST", "MOBILIZE"])
_NEGATIONS = frozenset("no not n't nobody none never neither nothing".split())
_OUTLIVING = forms_of_all("survive escape outlive")
_SERIES = frozenset("series wave waves string spate number rash succession flurry dozens couple pair".split())
"""Nouns that only say that there were several of an act."""
_CALLING = forms_of_all("call describe")
"""Verbs behind which a participle says what somebody holds something to be: "a region that they call pacified"."""
_RANKS = frozenset("first second third fourth fifth latest worst deadliest only".split())
_THIS = frozenset(["this", "that", "it"])
_UNARMED = frozenset(["SANCTION", "CONSULT", "AGREE", "AID", "CONCEDE", "REQUEST", "ACCUSE", "REJECT"])
"""What is done with no weapon, whatever those travel by who do it."""
_HEARSAY = frozenset(["reportedly", "allegedly", "apparently"])
_SUM_NOUNS = frozenset("toll number tally total count".split())
_BRINGING = frozenset("taking bringing raising pushing".split())
_ENSURING = forms_of_all("ensure guarantee")
_KEEPING = forms_of_all("keep deter")
_OF_BOMBERS = frozenset([None, "primitive", "explosives"])
"""Modes of what is told of a suicide bomber as of anybody else."""
_UNFOUGHT = tuple((noun,) for noun in "readiness experience training gear uniform boots duty".split())
"""What is called "combat" without any: "raised the combat readiness of its units"."""
_SUFFERERS = frozenset("victim victims survivor survivors".split())
"""Who suffered what the noun before them names, be it when and where it may."""
_SAID = frozenset("ACCUSE CONCEDE REJECT REQUEST SUPPORT THREATEN".split())
"""Types of what is done with words: that nobody did it to nobody says nothing."""
_GOING = forms_of_all("go")
_ORDERING = forms_of_all("order")
_OURSELVES = frozenset(["we", "i"])
_UNMADE = frozenset([Modality.PLANNED, Modality.HYPOTHETICAL, Modality.THREATENED, Modality.DENIED])
"""What a document says beyond the name of an event: that it is to be, may be, or is not."""
_HELD_AGAINST = frozenset([Modality.ALLEGED, Modality.PLANNED])
"""How a deed seems to be held of which somebody is, or is to be, accused: that it was done is taken for given."""
_DRAWN_OUT = frozenset("fight war struggle campaign operation offensive crackdown violence hostility".split())
"""Nouns of what goes on for long and has no day: "the fight against the Front"."""
_PREDICATE_TAGS = frozenset(["VERB", "NOUN", "ADJ", "AUX"])
_SPEAKER_TAGS = frozenset(["NOUN", "PROPN", "PRON", "X"])


def find_events(page: Page, lexicon: Lexicon) -> list[Found]:
    """All events of a document in text order."""
    found: list[Found] = []
    for number, line in enumerate(page.lines):
        telling = _Telling(page, line, number, lexicon)
        here = [counted(page, armed(event, lexicon), lexicon) for event in telling.events()]
        found.extend(joined_in_sentence(line.sentence, with_what_was_taken(line, here, lexicon)))
    acts = tolled(page, retold(page, joined_across(page, found, lexicon), lexicon), lexicon)
    blame = accused(page, lexicon)
    names = Tellings(page, lexicon)
    told = [
        without_doubles(names, event)
        for event in filled(page, acts, lexicon, blame)
        if _worth_telling(page, event)
    ]
    told = claimed(page, happened(page, told))
    return pointed(page, twins(page, blamed(page, told, lexicon, blame), lexicon))


def undecided(page: Page, lexicon: Lexicon) -> list[tuple[Span, Candidate]]:
    """The words of coming and going that the lexicon's conditions leave over, with what they may mean."""
    found: list[tuple[Span, Candidate]] = []
    for number, line in enumerate(page.lines):
        left: list[Candidate] = []
        list(_Telling(page, line, number, lexicon, left).events())
        found.extend((page.entities.span(line.sentence, each.index, each.index + 1), each) for each in left)
    return found


@dataclass(frozen=True)
class _Telling:
    """One sentence and what is needed to read its events."""

    page: Page
    line: Line
    number: int
    lexicon: Lexicon
    left: list[Candidate] | None = None
    """Where what the lexicon's conditions leave over is put, rather than judged by its likelihood."""

    def events(self) -> Iterator[Found]:
        """The events of the sentence, one a word."""
        sentence = self.line.sentence
        objects = dict(self._light_objects())
        meanings = dict(self._meanings(objects))
        # A verb is light only where its noun means something: "provided support" to nobody is a verb and its object.
        light_of = {
            noun: verb
            for noun, verb in objects.items()
            if noun in meanings and not (verb in meanings and meanings[verb].predicate.first)
        }
        meanings = {index: chosen for index, chosen in meanings.items() if index not in light_of.values()}
        if not meanings:
            return
        verbs = (index for index, upos in enumerate(sentence.upos) if upos == "VERB")
        tolls = list(find_tolls(self.line))
        acts = [index for index, meant in meanings.items() if meant.predicate.type == "ASSAULT"]
        acts = [index for index in acts if not any(index in toll.phrase for toll in tolls)]
        # "confirmed the attack but put the death toll at 15"
        lone = self._lone(acts, meanings)
        doer, fates = self._fates(acts, meanings)
        setting = Setting(self.line, frozenset({*verbs, *meanings}), self.page.document)
        for index, meant in meanings.items():
            own = (index, light_of[index]) if index in light_of else (index,)
            held = self._held(self._by_its_doing(index, own, meanings))
            if meant.predicate.unless:
                # "did not survive" tells of a death, "survived" of none.
                if held.modality is not Modality.DENIED:
                    continue
                held = replace(held, modality=Modality.ASSERTED)
            if (
                not held.told
                or self._kept_from(index, held)
                or self._asked(index, held)
                or self._sums_up(index)
                or self._counts_for_another(index, meanings, tolls)
                or self._forestalled(index)
                or self._by_nature(meant)
                or self._by_accident(index, meant)
                or self._is_no_move(index)
            ):
                continue
            chosen, fields = self._filled(index, meant)
            if chosen.predicate.type == "ASSAULT" and fields.killed is None:
                fields.killed = next(
                    (
                        toll.killed
                        for toll in tolls
                        if toll.killed
                        and (index in toll.phrase or (index == lone and not sums_up(self.line, toll)))
                    ),
                    None,
                )
            if chosen.predicate.traces and chosen.predicate.counts == "killed":
                fields.killed = self._brought_to(tolls) or fields.killed
            if index == doer:
                for fate in fates:
                    if getattr(fields, fate.field) is None:
                        setattr(fields, fate.field, fate.number)
                        if fate.whom is not None:
                            whom = tuple(self.page.entities.one(sentence, fate.whom, numbers=True))
                            fields.add("victim", whom)
            elif doer is not None and any(index == fate.index for fate in fates):
                continue  # "The raid left two dead and four wounded" is one act.
            held = self._with_teller(index, held, tolls, fields.killed)
            self._announced_by(held, fields)
            self._denied_by(index, chosen.predicate, held, fields)
            speaker, light = self._speaker(held), light_of.get(index)
            self._spoken_of_themselves(chosen, speaker, fields)
            bodily = chosen.predicate.type == "ASSAULT"
            times = setting.times(own, held, bodily=bodily)
            if chosen.predicate.traces:
                times = (None, times[1])
            places = setting.places(own, fields, bodily=bodily)
            event = self._event(index, chosen.predicate, fields, times, places)
            evidence = (self.page.evidence(sentence),)
            tolled = any(index in toll.phrase for toll in tolls) or (index == doer and bool(fates))
            found = Found(
                self.number,
                index,
                chosen.predicate,
                event,
                held,
                speaker,
                evidence,
                light,
                leaning=chosen.leaning,
                last=self.number,
                by_verb=light is not None or tolled or self._happens(index, held),
            )
            yield from apart(self.line, found)

    def _asked(self, index: int, held: Stance) -> bool:
        """Whether a question asks about it, and neither takes it nor the plan of it for granted."""
        sentence = self.line.sentence
        if held.modality is Modality.ASSERTED:
            return is_asked(sentence, index)
        planned = held.modality is Modality.PLANNED
        return planned and is_asked(sentence, index) and is_yes_or_no(sentence)

    def _brought_to(self, tolls: Sequence[Toll]) -> Number | None:
        """What the dead come to whose bodies are found: "Two more were found, bringing the death toll to 23"."""
        brought = (toll for toll in tolls if toll.killed and is_brought(self.line.sentence, toll))
        return next((toll.killed for toll in brought if not sums_up(self.line, toll)), None)

    def _lone(self, acts: Sequence[int], meanings: Mapping[int, Meaning]) -> int | None:
        """The one act that a sentence tells, also by a noun that does what its verb tells ("hit by an air strike") or
        by what was found of it.
        """
        heads = self.line.sentence.heads
        own = [act for act in acts if not meanings[act].predicate.traces and heads[act] not in acts]
        return own[0] if len(own) == 1 else acts[0] if len(acts) == 1 else None

    @staticmethod
    def _counts_for_another(index: int, meanings: Mapping[int, Meaning], tolls: Sequence[Toll]) -> bool:
        """Whether a death only counts the dead of an act that its toll names: "the death toll of the strike on Ber"."""
        if not meanings[index].leaning:
            return False
        phrase = next((toll.phrase for toll in tolls if index in toll.phrase), frozenset[int]())
        return any(
            meant.predicate.type == "ASSAULT" and not meant.leaning
            for other, meant in meanings.items()
            if other in phrase
        )

    def _sums_up(self, index: int) -> bool:
        """Whether a word stands in the phrase of a sum that an act brings higher: "taking the toll of rebels killed
        this year to 131".
        """
        sentence = self.line.sentence
        for word in (index, *sentence.ancestors(index)):
            above = sentence.heads[word]
            if above < 0 or (sentence.upos[word] == "VERB" and word != index):
                return False
            if sentence.words[word] in _SUM_NOUNS and sentence.words[above] in _BRINGING:
                return True
        return False

    def _kept_from(self, index: int, held: Stance) -> bool:
        """Whether somebody only sees to it that it is not done, or cannot: "should ensure that they do not kill",
        "cannot keep them from killing".
        """
        sentence = self.line.sentence
        for word in (index, *sentence.ancestors(index)):
            above = sentence.heads[word]
            if above < 0:
                return False
            if sentence.words[above] in _ENSURING and sentence.deprels[word] == "ccomp":
                return held.modality is Modality.DENIED
            if sentence.words[above] in _KEEPING and sentence.deprels[word] in {"advcl", "xcomp", "obl"}:
                cases = {sentence.words[child] for child in sentence.dependants(word, "mark", "case")}
                return "from" in cases
            if sentence.deprels[word] not in {"obj", "conj", "xcomp", "advcl", "ccomp"}:
                return False
        return False

    def _by_its_doing(
        self, index: int, own: tuple[int, ...], meanings: Mapping[int, Meaning]
    ) -> tuple[int, ...]:
        """The words by which an act is held: a noun that does what its verb tells is held as that is, "a claim that
        shelling killed five".
        """
        sentence = self.line.sentence
        above = sentence.heads[index]
        if len(own) > 1 or sentence.upos[index] != "NOUN" or above < 0:
            return own
        by_hearsay = (
            sentence.deprels[index] == "obl"
            and preposition(sentence, index) in {"in", "during"}
            and any(sentence.words[child] in _HEARSAY for child in sentence.dependants(above, "advmod"))
        )
        if sentence.deprels[index] != "nsubj" and not by_hearsay:
            return own
        verb = meanings.get(above)
        harms = verb is not None and verb.predicate.type == "ASSAULT" and sentence.upos[above] == "VERB"
        return (above,) if harms else own

    def _with_teller(
        self, index: int, held: Stance, tolls: Sequence[Toll], killed: Number | None = None
    ) -> Stance:
        """The stance with who gives the toll that a word stands in, or whose number counts its dead, where no word of
        saying tells it.
        """
        own = next((toll for toll in tolls if index in toll.phrase), None)
        own = own or next(
            (toll for toll in tolls if killed and toll.killed and killed.span == toll.killed.span), None
        )
        if held.speaker is not None or own is None:
            return held
        return replace(held, speaker=given_by(self.line, own, self.lexicon))

    def _filled(self, index: int, meant: Meaning) -> tuple[Meaning, Fields]:
        """The fields of an event; where PropBank's labels leave it without anybody, those of the tree's arguments, and
        where nobody is named who moves, the men last spoken of.
        """
        fields = fill(self.page, self.line, index, meant, self.lexicon)
        if counts_both(self.line.sentence, index):
            fields.killed = fields.wounded = None
        if _has_party(fields):
            return meant, fields
        plain = plain_meaning(self.line, index, self.lexicon, written=self._written[index], known=self._known)
        if plain is not None:
            meant, fields = plain, fill(self.page, self.line, index, plain, self.lexicon)
        if meant.predicate.type in _MOVING and not _has_party(fields):
            fields.add("actor", movers(self.page, self.number, index, meant.arguments, self.lexicon))
        return meant, fields

    def _by_nature(self, meant: Meaning) -> bool:
        """Whether weather, illness or accident did it, and nobody: "Floods killed thirty people"."""
        causes = [head for label in ("ARG0", "by", "in") for head in meant.arguments.get(label)]
        words = [self.line.sentence.words[head] for head in causes]
        return meant.predicate.type in _NEEDS_SOMEBODY and any(
            "nature" in self.lexicon.noun_class(word) for word in words
        )

    def _fates(self, acts: Sequence[int], meanings: Mapping[int, Meaning]) -> tuple[int | None, list[Fate]]:
        """The one act of the sentence, and what became of whom in bare numbers that it leaves behind and no word of
        theirs tells by itself: "The ambush resulted in 17 dead and 6 wounded"; where a word that counts is all there
        is, the others': "a dozen were killed and up to 30 wounded".
        """
        sentence = self.line.sentence
        fates = [
            fate
            for fate in find_fates(self.line)
            if sentence.upos[fate.index] != "VERB" or fate.index not in meanings
        ]
        doing = [index for index in acts if meanings[index].predicate.counts is None]
        if not doing and len(acts) == 1:
            return acts[0], [fate for fate in fates if self._stands_beside(fate, acts[0], meanings)]
        # "blew up and destroyed the building, leaving two dead" is one act
        first = [act for act in doing if not self._goes_on_from(act, doing)]
        doer = first[0] if len(first) == 1 else None
        if doer is None or ";" in sentence.words:
            return doer, []
        bare = (fate.index not in meanings or meanings[fate.index].leaning for fate in fates)
        return doer, fates if any(bare) else []

    def _goes_on_from(self, act: int, acts: Sequence[int]) -> bool:
        """Whether a verb of force goes on with what the same doer is told to have done by one before."""
        sentence = self.line.sentence
        follows = sentence.upos[act] == "VERB" and sentence.deprels[act] in {"conj", "advcl"}
        return follows and sentence.heads[act] in acts and not sentence.dependants(act, "nsubj", "nsubj:pass")

    def _stands_beside(self, fate: Fate, act: int, meanings: Mapping[int, Meaning]) -> bool:
        """Whether a bare number is of others than those whom a word counts, in that word's clause."""
        sentence, between = self.line.sentence, slice(min(act, fate.index) + 1, max(act, fate.index))
        return (
            fate.field != meanings[act].predicate.counts
            and fate.index not in meanings
            and "VERB" not in sentence.upos[between]
            and _APART.isdisjoint(sentence.words[between])
        )

    def _forestalled(self, index: int) -> bool:
        """Whether it was what did not come to be: "the bomb was defused before it exploded"."""
        sentence = self.line.sentence
        above = sentence.heads[index]
        if above < 0 or sentence.words[above] not in _FORESTALLING:
            return False
        return any(sentence.words[child] == "before" for child in sentence.dependants(index, "mark", "case"))

    def _by_accident(self, index: int, meant: Meaning) -> bool:
        """Whether harm is told as what came of an accident: "The bus overturned, killing nine"."""
        sentence = self.line.sentence
        if meant.predicate.counts is None or meant.arguments.get("by"):
            return False
        for current in (index, *sentence.ancestors(index)):
            if sentence.words[current] in _ACCIDENTS and current != index:
                return True
            if sentence.deprels[current].partition(":")[0] not in {"advcl", "xcomp", "conj"}:
                break
        clauses = (child for child in sentence.dependants(index, "advcl") if child > index)
        return any(sentence.words[child] in _ACCIDENTS for child in clauses)

    def _is_no_move(self, index: int) -> bool:
        """Whether somebody goes only to court ("went on trial"), or countries meet on the map: "the Lake Chad basin,
        where Chad, Niger and Nigeria meet".
        """
        sentence = self.line.sentence
        if sentence.words[index] in _GOING:
            return any(sentence.words[child] == "trial" for child in sentence.dependants(index, "obl"))
        if sentence.words[index] not in {"meet", "meets"} or sentence.dependants(index, "aux"):
            return False
        where = any(sentence.words[child] == "where" for child in sentence.dependants(index, "advmod"))
        return where and sentence.deprels[index].startswith("acl")

    @cached_property
    def _written(self) -> tuple[str, ...]:
        """The words in lower case, those with a hyphen on one of their tokens where the lexicon knows them so."""
        words, tags = list(self.line.sentence.words), self.line.sentence.upos
        joined = hyphenated(self.line.sentence)
        known = {index for index, word in joined.items() if word and self.lexicon.entries(word, tags[index])}
        for index, word in joined.items():
            if index in known:
                words[index] = word
            elif tags[index] == "VERB" and self._harms_with(index, word):
                continue  # "petrol-bombed"
            elif tags[index] in {"VERB", "ADJ"} or any(
                above in known for above in self.line.sentence.ancestors(index)
            ):
                # "well-positioned" positions nobody.
                words[index] = ""
        return tuple(words)

    def _harms_with(self, index: int, written: str) -> bool:
        """Whether a word of two parts is what is done and by what means: "petrol-bombed", no "bullet-riddled"."""
        sentence = self.line.sentence
        if written.count("-") != 1 or sentence.deprels[index] == "amod" or index < 2:
            return False
        known = any(entry.type == "ASSAULT" for entry in self.lexicon.entries(sentence.words[index], "VERB"))
        return known and sentence.upos[index - 2] == "NOUN" and sentence.tokens[index].text.islower()

    @cached_property
    def _known(self) -> Known:
        """What the sentence's words stand for."""
        return stand_ins(self.page, self.number, self.lexicon)

    def _meanings(self, light_of: dict[int, int]) -> Iterator[tuple[int, Meaning]]:
        sentence = self.line.sentence
        written = self._written
        for index, (word, upos) in enumerate(zip(written, sentence.upos, strict=True)):
            tagged = upos in _PREDICATE_TAGS or index in light_of
            if not tagged or not self.lexicon.entries(word, upos):
                continue
            if index in sentence.name_at or _is_one_of_a_series(sentence, index):
                continue
            if sentence.deprels[index] == "compound" and sentence.words[sentence.heads[index]] in _SUFFERERS:
                continue  # "nine kidnap victims"
            if word == "combat" and sentence.words[index + 1 : index + 2] in _UNFOUGHT:
                continue
            if upos == "VERB" and self._qualifies(index):
                # "the captured soldiers" tells of the soldiers.
                continue
            if self.line.times and any(span_covers(self.line, index, time.span) for time in self.line.times):
                continue
            chosen = meaning(
                self.line, index, light_of.get(index), self.lexicon, written=word, known=self._known
            ) or known_strike(self.page.document, self.line, index, self.lexicon)
            if chosen is None:
                chosen = self._likely(index, light_of.get(index))
            if chosen is not None and not self._loses_anybody(chosen):
                yield index, chosen

    def _likely(self, index: int, light: int | None) -> Meaning | None:
        """What a word of coming or going likely means of a force, though the lexicon's conditions do not hold."""
        if self.line.sentence.words[index] not in WORDS:
            return None
        found = list(candidates(self.page, self.number, index, light, self.lexicon, self._known))
        if self.left is not None:
            self.left.extend(found)
            return None
        likely = [(likelihood(one.features), one) for one in found]
        best = max(likely, key=itemgetter(0), default=None)
        return best[1].meaning if best is not None and best[0] >= LIKELY else None

    def _loses_anybody(self, meant: Meaning) -> bool:
        """Whether a loss is told without its number, which nobody need have died of: "how many men they had lost"."""
        if meant.predicate.lemma != "lose" or not meant.predicate.beside:
            return False
        lost = (self.line.quantity_of(head) for head in meant.arguments.get("ARG1"))
        return all(quantity is None or quantity.count.low is None for quantity in lost)

    def _qualifies(self, index: int) -> bool:
        """Whether a participle stands before a noun, or beside one that does: "forced or coerced relocations"."""
        sentence = self.line.sentence
        while sentence.deprels[index] == "conj" and index > sentence.heads[index] >= 0:
            index = sentence.heads[index]
        above = sentence.heads[index]
        called = above >= 0 and sentence.words[above] in _CALLING and sentence.deprels[index] == "xcomp"
        return sentence.deprels[index] == "amod" or (called and index > above)

    def _light_objects(self) -> Iterator[tuple[int, int]]:
        """Event nouns and the light verbs that carry them: "an offensive" and "began"."""
        sentence = self.line.sentence
        for index, word in enumerate(sentence.words):
            light = self.lexicon.light(word) if sentence.upos[index] == "VERB" else None
            if light is None:
                continue
            yield from self._done_in_a_clause(index)
            particles = {
                sentence.words[child] for child in sentence.dependants(index, "compound:prt", "advmod")
            }
            for noun in sentence.dependants(index, "obl"):
                # "came under attack", "fell into an ambush"
                named = self.lexicon.entries(self._written[noun], "NOUN")
                if named and preposition(sentence, noun) in light.particles:
                    yield noun, index
            if light.particles and light.particles.isdisjoint(particles):
                continue
            subjects = sentence.dependants(index, "nsubj:pass")
            for thing in (*sentence.dependants(index, "obj"), *subjects):
                noun = _of_many(sentence, thing)
                named = self.lexicon.entries(self._written[noun], "NOUN")
                if word.startswith("announc") and any(entry.counts for entry in named):
                    continue  # who announces a death tells of it
                if sentence.upos[noun] in {"NOUN", "PROPN"} and named:
                    yield noun, index

    def _done_in_a_clause(self, verb: int) -> Iterator[tuple[int, int]]:
        """What a clause says was done, of nouns that tell of force under such verbs alone: "the operation that was
        carried out against the school".
        """
        sentence = self.line.sentence
        noun = sentence.heads[verb]
        if not sentence.deprels[verb].startswith("acl") or noun < 0 or sentence.words[verb].endswith("ing"):
            return
        if sentence.deprels[verb] == "acl:relcl" and not sentence.dependants(verb, "nsubj:pass"):
            return
        entries = self.lexicon.entries(self._written[noun], "NOUN")
        force = any(entry.type == "ASSAULT" for entry in entries)
        if force and all(entry.only_under for entry in entries):
            yield noun, verb

    def _happens(self, index: int, held: Stance) -> bool:
        """Whether a word tells by itself that something takes place: a verb, or what is said to begin or to last."""
        sentence = self.line.sentence
        if sentence.upos[index] in {"VERB", "AUX"}:
            return True
        if sentence.upos[index] == "ADJ" and sentence.dependants(index, "cop", "nsubj"):
            return True  # "Twelve are dead", "Twelve dead in Gao"
        subject = sentence.deprels[index].partition(":")[0] == "nsubj"
        above = sentence.heads[index]
        # "Clashes broke out", "there were clashes"
        there = held.modality is not Modality.DENIED and bool(sentence.dependants(above, "expl"))
        return subject and (sentence.words[above] in _HAPPENING or there)

    @cached_property
    def _accused_of(self) -> frozenset[int]:
        """The deeds that somebody is blamed for, which are told to have been done."""
        return frozenset(accusation.deed for accusation in accusations(self.line.sentence, self.lexicon))

    def _held(self, own: tuple[int, ...]) -> Stance:
        """The stance of the event's verb, and of its noun's adjectives: "carried out a planned attack"."""
        sentence = self.line.sentence
        held = stance(sentence, own[-1], self.lexicon)
        if held.modality in _HELD_AGAINST and own[0] in self._accused_of:
            return replace(held, modality=Modality.ASSERTED, speaker=None, report=None)
        if held.modality is Modality.PLANNED and self._is_death_announced(own[0], held):
            return replace(held, modality=Modality.ASSERTED)
        if (
            held.modality in _UNMADE
            and held.modality is not Modality.DENIED
            and self._is_dated_before(own[0])
        ):
            return replace(held, modality=Modality.ASSERTED)
        if held.modality is Modality.DENIED and (
            is_unclaimed(sentence, own[0]) or _is_taken_for_granted(sentence, own[0], held)
        ):
            return replace(held, modality=Modality.ASSERTED, speaker=None)
        announced = len(own) > 1 and sentence.words[own[1]].startswith("announc")
        if (announced or self._is_ordered(own)) and held.modality is Modality.ASSERTED:
            return replace(held, modality=Modality.PLANNED)
        if len(own) == 1 or held.modality is not Modality.ASSERTED:
            return held
        adjectives = (sentence.words[child] for child in sentence.dependants(own[0], "amod"))
        modality = next(filter(None, (self.lexicon.modality(word, "ADJ") for word in adjectives)), None)
        return replace(held, modality=modality) if modality else held

    def _is_death_announced(self, noun: int, held: Stance) -> bool:
        """Whether somebody only tells that people died or were hurt: "announced the death of two soldiers"."""
        sentence = self.line.sentence
        if held.report is None or not sentence.words[held.report].startswith("announc"):
            return False
        return sentence.upos[noun] == "NOUN" and any(
            entry.counts for entry in self.lexicon.entries(self._written[noun], "NOUN")
        )

    def _is_dated_before(self, noun: int) -> bool:
        """Whether a noun tells whose day it was, and that day is past: "the victims of Saturday's attack"."""
        published, sentence = self.page.document.published, self.line.sentence
        if sentence.upos[noun] != "NOUN" or sentence.deprels[noun] == "obj":
            return False
        for owner in sentence.dependants(noun, "nmod:poss"):
            for time in self.line.times:
                latest = time.period.latest
                if span_covers(self.line, owner, time.span):
                    return latest is None or published is None or latest <= published
        return False

    def _is_ordered(self, own: tuple[int, ...]) -> bool:
        """Whether somebody only orders it: "ordered the arrest of"; who ordered a massacre, had it done."""
        words, tags = self.line.sentence.words, self.line.sentence.upos
        if len(own) < 2 or words[own[1]] not in _ORDERING:
            return False
        return all(entry.type != "ASSAULT" for entry in self.lexicon.entries(words[own[0]], tags[own[0]]))

    def _announced_by(self, held: Stance, fields: Fields) -> None:
        """Who announces what nobody is named for means to do it: "France announced the closure of bases"."""
        if fields.get("actor") or held.speaker is None or held.report is None:
            return
        said = self.line.sentence.words[held.report]
        if held.modality is Modality.PLANNED and said.startswith(_COMMISSIVE):
            fields.add("actor", self.page.entities.mentions(self.line.sentence, held.speaker))

    def _denied_by(self, index: int, predicate: Predicate, held: Stance, fields: Fields) -> None:
        """Who denies an act that names nobody denies that it was theirs: "the front denied the killings"."""
        sentence = self.line.sentence
        if predicate.type != "ASSAULT" or held.modality is not Modality.DENIED or held.speaker is None:
            return
        own = sentence.deprels[index] == "obj" and sentence.heads[index] == held.report
        if own and not any(fields.get(role) for role in ("actor", "recipient", "target", "victim")):
            fields.add("actor", self.page.entities.mentions(sentence, held.speaker))

    def _spoken_of_themselves(self, meant: Meaning, speaker: Mention | None, fields: Fields) -> None:
        """Who speaks of what "we" do, does it: "We will not leave this town," vowed the commander."""
        if speaker is None or fields.get("actor") or "actor" not in meant.predicate.roles.values():
            return
        for head in meant.arguments.get("ARG0"):
            if self.line.sentence.words[head] in _OURSELVES:
                span = self.page.entities.span(self.line.sentence, head, head + 1)
                known = speaker.antecedent or speaker.span
                fields.add("actor", (Mention(span, speaker.name, antecedent=known),))

    def _speaker(self, held: Stance) -> Mention | None:
        sentence = self.line.sentence
        if held.speaker is None or sentence.upos[held.speaker] not in _SPEAKER_TAGS:
            return None
        return next(iter(self.page.entities.mentions(sentence, held.speaker)), None)

    def _event(
        self,
        index: int,
        predicate: Predicate,
        fields: Fields,
        times: tuple[Time | None, Time | None],
        places: tuple[Place, ...],
    ) -> Event:
        trigger = self.line.sentence.tokens[index]
        armed_with = () if predicate.type in _UNARMED else fields.get("weapon")
        # "Shooting was heard" is no shooting with a shooting.
        weapon = tuple(
            one for one in armed_with if (one.span.start, one.span.end) != (trigger.start, trigger.end)
        )
        before = self.line.sentence.words[index - 1] if index else ""
        mode = predicate.mode
        if predicate.type == "ASSAULT" and before == "suicide":
            mode = "suicide-attack"
        doing = (mention.span.quote.lower().partition(" of ")[0] for mention in fields.get("actor"))
        bombers = tuple(
            mention
            for mention, words in zip(fields.get("actor"), doing, strict=True)
            if words.endswith(("suicide bomber", "suicide bombers"))
        )
        return Event(
            type=predicate.type,
            mode=self._by_bombers(predicate, bombers)
            or mode
            or (self._mode((*weapon, *bombers)) if predicate.type == "ASSAULT" else None),
            trigger=self.page.entities.span(self.line.sentence, index, index + 1),
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

    @staticmethod
    def _by_bombers(predicate: Predicate, bombers: tuple[Mention, ...]) -> str | None:
        """The mode of what a suicide bomber does, by whatever verb it is told: "a suicide bomber rammed a car into"."""
        struck = predicate.type == "ASSAULT" and predicate.mode in _OF_BOMBERS
        return "suicide-attack" if bombers and struck else None

    def _mode(self, weapons: tuple[Mention, ...]) -> str | None:
        """The mode of ASSAULT that the weapons mean, the last word of each first: "car bomb"."""
        for mention in weapons:
            words = mention.span.quote.lower().split()
            for first, second in zip([*words[-2::-1], ""], reversed(words), strict=False):
                mode = self.lexicon.weapon(f"{first} {second}") or self.lexicon.weapon(second)
                if mode:
                    return mode
        return None


def _has_party(fields: Fields) -> bool:
    """Whether anybody takes part."""
    return any(fields.get(role) for role in ("actor", "recipient", "target", "victim"))


def _of_many(sentence: Sentence, noun: int) -> int:
    """What there was a series of: "carried out a wave of attacks"."""
    if sentence.words[noun] not in _SERIES:
        return noun
    of = (below for below in sentence.dependants(noun, "nmod") if preposition(sentence, below) == "of")
    return next(of, noun)


def _is_taken_for_granted(sentence: Sentence, noun: int, held: Stance) -> bool:
    """Whether what is denied is only what came of the act: "nobody was tried for the bombing of 2022"."""
    if (
        held.report is not None
        or sentence.upos[noun] != "NOUN"
        or _NEGATIONS.isdisjoint(sentence.words[:noun])
    ):
        return False
    known = any(
        sentence.words[child] in {"the", "this", "that"} for child in sentence.dependants(noun, "det")
    )
    above = sentence.heads[noun]
    outlived = sentence.deprels[noun] == "obj" and above >= 0 and sentence.words[above] in _OUTLIVING
    return known and (outlived or preposition(sentence, noun) in {"for", "over", "after", "since", "about"})


def _is_one_of_a_series(sentence: Sentence, index: int) -> bool:
    """Whether a noun only says the how manieth of its kind something was: "It was the seventh such blast"."""
    if sentence.upos[index] != "NOUN" or not ({"such", "this", "it"} & sentence.vocabulary):
        return False
    words = {sentence.words[child] for child in sentence.dependants(index, "amod", "det")}
    said = bool(sentence.dependants(index, "cop"))
    ranked = not _RANKS.isdisjoint(words) or any(word.endswith("iest") for word in words)
    if "such" in words:
        return said or ranked
    # "This is the third attack on Djaiba in two months"
    of_this = (sentence.words[child] in _THIS for child in sentence.dependants(index, "nsubj"))
    return said and ranked and "the" in words and any(of_this)


def _worth_telling(page: Page, found: Found) -> bool:
    """Whether an event noun says anything beyond its own name; a verb always does."""
    if found.stance.modality is Modality.DENIED and found.predicate.type in _SAID:
        event = found.event
        return bool(event.actor or event.recipient or event.place)  # "rejected calls to release him"
    if found.by_verb or found.stance.modality is Modality.DENIED:
        # "ruled out a retreat": that it is not to be is said of it
        return True
    event = found.event
    parties = bool(event.actor) + bool(event.recipient or event.target or event.victim)
    sited = bool(event.place) + bool(event.time) + bool(event.killed or event.wounded or event.abducted)
    sited += found.stance.modality is Modality.ALLEGED and bool(event.actor and event.report_time)
    unmade = found.stance.modality in _UNMADE
    dated = found.predicate.type == "ASSAULT" and bool(event.place) and event.time is not None
    counted = event.killed is not None and sited > 1
    if found.predicate.type == "ASSAULT" and not unmade and _on_a_known_day(page, found):
        return True
    if found.predicate.type == "ASSAULT" and not unmade and _strikes_somebody_told(page, found):
        return True
    if found.predicate.type == "ASSAULT" and not unmade and _is_of_two_sides(page, found):
        return True
    return counted or dated or (parties > 0 and (unmade or parties + sited > 1))


def _is_of_two_sides(page: Page, found: Found) -> bool:
    """Whether a fight of two sides that are told did something: "clashes between M23 and the army displaced"."""
    sentence = page.lines[found.line].sentence
    acts = sentence.deprels[found.index] == "nsubj" and found.predicate.roles.get("with") == "actor"
    return acts and len(found.event.actor) > 1 and found.predicate.lemma not in _DRAWN_OUT


def _strikes_somebody_told(page: Page, found: Found) -> bool:
    """Whether a noun names an act by those it struck, who are told apart from others of their kind: "the murder of a
    judge", "an attack on the embassy"; "attacks on civilians" are any, and "the fight against the Front" goes on.
    """
    event, sentence = found.event, page.lines[found.line].sentence
    struck = (*event.victim, *event.target, *event.recipient)
    if not struck or found.predicate.roles.get("with") == "actor" or found.predicate.lemma in _DRAWN_OUT:
        return False
    if sentence.words[found.index].endswith("s") and not _is_definite(sentence, found.index):
        return False
    if preposition(sentence, found.index) == "against":
        return False  # "protects them against the murder of their families"
    if any(mention.antecedent is not None for mention in struck):
        return True
    spans = [mention.span for mention in struck]
    return any(
        any(span.start <= sentence.tokens[at].start < span.end for span in spans)
        and (upos in {"PROPN", "NUM"} or _is_definite(sentence, at))
        for at, upos in enumerate(sentence.upos)
    )


def _is_definite(sentence: Sentence, index: int) -> bool:
    """Whether a noun has an article or an owner."""
    return bool(sentence.dependants(index, "det", "nmod:poss"))


def _on_a_known_day(page: Page, found: Found) -> bool:
    """Whether a noun with "the" or "Tuesday's" names an act by its day: "the explosions of Tuesday"."""
    time, sentence = found.event.time, page.lines[found.line].sentence
    if time is None or time.period.earliest is None or time.period.earliest != time.period.latest:
        return False
    the = any(
        sentence.words[child] in {"the", "this", "that"} for child in sentence.dependants(found.index, "det")
    )
    return the or bool(sentence.dependants(found.index, "nmod:poss"))
