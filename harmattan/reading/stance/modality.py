"""How the words around an event hold it: planned, threatened, denied, alleged, hypothetical, habitual, or told.

Each step up the tree can change it: an auxiliary ("will"), an adverb ("reportedly", "regularly"), a verb of planning,
threatening or denying above a complement, a noun ("the plan to", "claims that"). What the words leave undone ("unable
to regain", "too weak to repel") is not told as an event at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from harmattan.model.readings import Modality
from harmattan.reading.marks import Sentence
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.inflection import forms_of_all
from harmattan.reference.lexicon import Lexicon

_BE = frozenset(["is", "are", "was", "were"])
_NEGATIONS = frozenset(["not", "n't", "n’t", "never", "neither", "nor", "without", "no"])
_NOBODY = frozenset(["nobody", "none", "nothing", "noone"])
_UNDONE = frozenset(
    """unable inability incapable reluctant reluctance avoid avoided prevent prevented prevents preventing thwart
    thwarted foil foiled avert averted stop stopped try tries tried trying attempt attempted attempting attempts effort
    efforts struggle struggled struggling too enough insufficient
    underfunded equipped able ability capacity capable""".split()
)
_ABSENCE = frozenset(
    "end halt stop cessation absence lack pause suspension fear fears risk possibility rumours".split()
)
_BLOWS = forms_of_all("shoot stab hit beat kick punch slash hack")
_CAN_SAY = frozenset(["confirm", "report", "reveal", "say", "tell", "announce", "verify"])
_PONDERED = forms_of_all("discuss consider debate weigh ponder mull contemplate respond react retaliate")
"""What is done about deeds that need not have been: "to discuss a withdrawal"."""
_TALKING = forms_of_all("talk speak think dream joke fantasise fantasize boast")
_LOOKED_INTO = forms_of_all("solve resolve investigate clarify avenge probe")
_CRIMES = frozenset(
    """killing killings murder murders assassination assassinations slaying slayings massacre massacres crime crimes
    abduction abductions kidnapping kidnappings""".split()
)
"""Deeds that are done where somebody looks into them: "until the murders are solved"."""
_JOINED_EFFORT = forms_of_all("join team help")
_ALLYING = forms_of_all("unite ally combine")
"""What is done so as to do something else together, which need not come of it: "had united to overthrow him"."""
_TAKING_PART = forms_of_all("involve engage participate busy occupy") | {"part", "busy"}
"""What leaves the deed behind it as it holds itself: "are not to be involved in fighting"."""
_HELPING = forms_of_all("support help assist aid back")
"""With "in", what others do is held as the help is: "committed to support the army in defeating them"."""
_OF_ANY = frozenset(["any", "all", "every", "each", "whatever"])
_MANAGED = forms_of_all("manage begin start continue use")
_CONFESSING = forms_of_all("confess")
_REFUSED = forms_of_all("refuse decline fail rule") | {"refusal", "failure"}
"""What is refused is said not to be."""
_EXCLUDED = forms_of_all("exclude preclude")
_RULED = forms_of_all("rule")
_GROUNDS = frozenset(["despite", "because of", "since", "over", "amid", "from", "by", "against"])
"""Prepositions of what a clause takes for given, whatever is to come of it."""
_AFTERWARDS = frozenset(["after", "following"])
"""Prepositions of what made somebody act, where that is a report."""
_FINISHED = frozenset("complete completed finished concluded over done ready gone".split())
_FAILING = forms_of_all("fail collapse")
_REFRAINED = forms_of_all("refrain abstain desist back shy")
_RECALLED = frozenset(["recalled", "remembered"])
_LEADING = forms_of_all("lead result culminate go proceed come")
"""What brings an event about, or goes on to it."""
_CALLED_OFF = forms_of_all("drop scrap shelve cancel abandon abort")
"""What is done to plans that come to nothing."""
_PHRASAL = {
    **{(verb, "off"): Modality.DENIED for verb in forms_of_all("call break")},
    **{(verb, "off"): Modality.PLANNED for verb in forms_of_all("put")},
    **{(verb, "back"): Modality.PLANNED for verb in forms_of_all("put push")},
    **{(verb, "forward"): Modality.PLANNED for verb in forms_of_all("bring move")},
    **{(verb, "down"): Modality.DENIED for verb in forms_of_all("turn vote")},
    **{(verb, "out"): Modality.DENIED for verb in forms_of_all("rule")},
}
"""Verbs that a particle turns: "called off"."""
_KNOWING = forms_of_all("know say remember") | frozenset("clear certain sure known".split())
_WARNING = forms_of_all("warn caution")
_INSISTING = forms_of_all("insist")
_VOWING = forms_of_all("vow swear pledge promise")
_PEACEFUL = frozenset(["RETREAT", "AID", "COOPERATE", "CONSULT", "AGREE", "SUPPORT", "CONCEDE"])
_SOON = frozenset(["tomorrow", "tonight", "next"])
_FORESTALLING = forms_of_all("prevent avert forestall avoid")
_SIGNS = frozenset("confirmation proof evidence word verification".split())
"""Without them it is open whether something is so."""
_ABOUT = frozenset("about due poised set slated scheduled bound supposed expected likely".split())
_CONFIRMING = forms_of_all("confirm")
_DENYING = forms_of_all("deny")
_PERHAPS = frozenset(["perhaps", "maybe", "possibly", "conceivably"])
_WANTING = forms_of_all("want need like")
_MEANING = forms_of_all("mean look undertake propose")
"""Verbs of planning where an infinitive follows: "means to close it", "is meant to grow"."""
_SIGNING = forms_of_all("sign agree undertake resolve vow")
_TERMS = frozenset("months month weeks week days day hours hour years year time deadline permission".split())
_NEWS = frozenset("news announcement word statement confirmation".split())
_WISHING = forms_of_all("want like")
_GIVING_TIME = forms_of_all("give grant have get allow set allot")
_TALKS = frozenset("talks negotiations discussions".split())
_TOLD_TO = forms_of_all("tell instruct order command")
_ORDERS = frozenset(["order", "orders", "instructions"])
_CALLING = forms_of_all("call")
_IF = frozenset(["if", "unless"])
_CONDITIONS = _IF | {"in", "provided"}
"""First words of what says on what condition."""
_TURNED = frozenset(["should", "were", "had"])
_OWN_SIDE = frozenset(["we", "i", "they", "it", "he", "she"])
_TOLD_OF = frozenset(
    "report reports claim claims allegation allegations accusation accusations rumours rumors".split()
)
_FALSE = frozenset(
    """provocation provocations fabrication fabrications fabricated lie lies propaganda nonsense hoax fake false untrue
    baseless unfounded invention slander disinformation misinformation absurd groundless rubbish""".split()
)
"""What those call a report who deny what it tells."""
_HEARSAY = frozenset("report reports rumour rumours rumor rumors suggestions charge charges talk".split())
"""Nouns of what is only said to be so: "reports that the town had fallen"."""
_LIKE_THE_PAST = frozenset(
    """hit cut set put shed beat hurt spread split thrust burst cast let shut cost bet quit rid broadcast overcome
    forecast""".split()
)
"""Verbs whose past is like their plain form."""
_SEVERAL_DO = frozenset(["they", "these"])
_QUOTES = frozenset(['"', "“", "‘", "'", "``", "«"])
_BEFORE_AN_ORDER = _QUOTES | frozenset(["and", "so", "then", "now", "go", "please", ",", "always", "never"])
"""What may stand before the verb of an order."""
_ORDERED = frozenset(
    (word,) for word in "them him her it the their his every all any everyone whoever".split()
)
"""Words right behind the verb of an order."""
_OWN = frozenset("it they he she we i you".split())
_OPEN = frozenset("before until till unless if once when whenever".split())
_UNTIL = frozenset(["until", "till", "unless"])
_MEANT = frozenset([Modality.PLANNED, Modality.THREATENED])
"""How what somebody promises or threatens to do is held."""
_OPENING = frozenset("will 'll would could may might must shall wo 'd should can".split())
_IFS = frozenset(["if", "unless", "whether", "had", "should", "were"])
"""What opens a condition, an inverted verb included."""
_PACTS = frozenset(
    """plan plans agreement accord deal pact proposal roadmap scheme order terms mandate treaty convention resolution
    law constitution protocol charter decree""".split()
)
_EACH = frozenset(["every", "each"])
_TURNS = frozenset(
    """day days night nights week weeks weekend month months year years morning evening season winter summer spring
    autumn time hour hours monday tuesday wednesday thursday friday saturday sunday""".split()
)
_TURNS_MANY = frozenset(
    """mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends nights evenings mornings days weeks
    months market-days""".split()
)
_AGAIN = frozenset(
    tuple(phrase.split())
    for phrase in (
        "now and then",
        "now and again",
        "from time to time",
        "time and again",
        "time after time",
        "on and off",
        "off and on",
        "as a rule",
        "year after year",
        "month after month",
        "week after week",
        "day after day",
        "night after night",
        "again and again",
        "once in a while",
        "day in day out",
        "more often than not",
    )
)
_OPENING_CUSTOM = (
    _EACH
    | {phrase[0] for phrase in _AGAIN}
    | frozenset("once twice times on at most whenever seldom rarely nightly".split())
)
"""First words of what says how often something happens."""
_CLAUSE = 12
"""Words between a verb and what says how often it happens at most."""
_CUSTOM = frozenset("habit practice custom tendency pattern tradition habits routine".split())
_COMPLEMENTS = frozenset(["ccomp", "xcomp"])
ASPECT = frozenset(
    """begin begins began begun start starts started end ends ended complete completes completed conclude
        concluded occur occurs occurred happen happened happens take takes took place continue continues
        continued proceed proceeds proceeded involve involves involved entail entails entailed include includes
        included mean means meant follow follows followed carry carried launch launched launches stage staged
        conduct conducted mount mounted make made be is was were been expected planned scheduled""".split()
)
STRONGEST = {
    Modality.DENIED: 6,
    Modality.THREATENED: 5,
    Modality.HYPOTHETICAL: 4,
    Modality.PLANNED: 3,
    Modality.ALLEGED: 2,
    Modality.HABITUAL: 1,
    Modality.ASSERTED: 0,
}


@dataclass
class Climb:
    """What has been gathered on the way up from an event's word."""

    event: int
    found: set[Modality] = field(default_factory=set)
    report: int | None = None
    """The nearest word of saying above."""
    would: bool = False
    told: bool = True
    aside: bool = False
    """Whether a relative clause, participle or apposition lies between: the document speaks there for itself."""
    inside: bool = True
    """Whether what stands above still governs the event, rather than only its clause."""
    beside: int = -1
    """The noun that the last one passed is coordinated with: what qualifies it says nothing of that."""
    settled: set[int] = field(default_factory=set)
    """Words whose own negation says nothing of the event: "it is not known who attacked"."""

    def add(self, modality: Modality | None) -> None:
        """One more way in which the event is held, if the words still govern it."""
        if modality is not None and self.inside:
            self.found.add(modality)

    def heard(self, report: int) -> None:
        """A word of saying; the nearest counts, and none beyond an aside."""
        if self.report is None and not self.aside:
            self.report = report

    def _is_threat(self, sentence: Sentence, lexicon: Lexicon) -> bool:
        """Whether who speaks says what its own side will do to others: "Unless it is paid, they will kill him"."""
        if self.report is None or not (self.would or _is_to_come(sentence, self.event)):
            return False
        subjects = [sentence.words[s] for s in sentence.dependants(self.event, "nsubj")]
        types = {
            entry.type for entry in lexicon.entries(sentence.words[self.event], sentence.upos[self.event])
        }
        return (
            bool(_OWN_SIDE & set(subjects)) and bool(types & {"ASSAULT", "COERCE"}) and not types & _PEACEFUL
        )

    def modality(self, sentence: Sentence, lexicon: Lexicon) -> Modality:
        """The strongest of what was found."""
        found = set(self.found)
        conditional = has_condition(sentence)
        if self.would and (conditional or Modality.PLANNED not in found):
            supposed = conditional or self.report is None or _speaks_for_itself(sentence, self.event)
            found.add(Modality.HYPOTHETICAL if supposed else Modality.PLANNED)
        if Modality.PLANNED in found and _is_conditioned(sentence, self.event):
            found.add(Modality.HYPOTHETICAL)
        if conditional and (self.would or Modality.PLANNED in found) and self._is_threat(sentence, lexicon):
            found.add(Modality.THREATENED)
        if not found and _has_own_condition(sentence, self.event):
            found.add(Modality.HYPOTHETICAL)
        if Modality.DENIED in found and not _IF.isdisjoint(
            sentence.words[child] for child in sentence.dependants(self.event, "mark")
        ):
            found = found - {Modality.DENIED} | {Modality.HYPOTHETICAL}  # "if they were not freed"
        strongest = max(found, key=STRONGEST.__getitem__, default=Modality.ASSERTED)
        if strongest is Modality.THREATENED and self.report is not None:
            vowed = sentence.words[self.report] in _VOWING
            types = {
                entry.type for entry in lexicon.entries(sentence.words[self.event], sentence.upos[self.event])
            }
            if vowed and types & _PEACEFUL and not types & {"ASSAULT", "COERCE", "MOBILIZE"}:
                return Modality.PLANNED
        return strongest


def has_condition(sentence: Sentence) -> bool:
    """Whether a sentence says on what condition: "if", "unless", "Should a ceasefire be agreed", "in the event of"."""
    words = sentence.words
    if words and words[0] in _TURNED and sentence.upos[0] == "AUX" and "?" not in words[-2:]:
        return True
    if _CONDITIONS.isdisjoint(words):
        return False
    return any(
        (word in _IF and (word == "unless" or words[index - 1 : index] != ("as",)))
        or words[index : index + 3] in {("in", "the", "event"), ("in", "case", "of")}
        or words[index : index + 2] == ("provided", "that")
        for index, word in enumerate(words)
        if word in _CONDITIONS
    )


def _is_conditioned(sentence: Sentence, event: int) -> bool:
    """Whether a condition hangs on what is to come, or on what it is a part of: "will march unless they are paid"."""
    for index in (event, *coordinated_above(sentence, event)):
        for clause in sentence.dependants(index, "advcl"):
            marks = {sentence.words[mark]: mark for mark in sentence.dependants(clause, "mark", "advmod")}
            opened = marks.get("if", marks.get("unless"))
            if opened is not None and sentence.words[opened - 1 : opened] not in (
                ("even",),
                ("as",),
                ("asked",),
            ):
                return True
    return False


def _has_own_condition(sentence: Sentence, event: int) -> bool:
    """Whether a verb in the present stands under a condition of its own: "If they cross the bridge, we shoot"."""
    if sentence.upos[event] != "VERB" or sentence.words[event].endswith("ed"):
        return False
    if sentence.dependants(event, "aux", "aux:pass", "cop") or not _speaks_for_itself(sentence, event):
        return False
    return any(
        sentence.words[mark] in {"if", "unless"}
        for clause in sentence.dependants(event, "advcl")
        for mark in sentence.dependants(clause, "mark")
    )


def _speaks_for_itself(sentence: Sentence, index: int) -> bool:
    """Whether who speaks is quoted with what he would do: "I would send the soldiers home"."""
    return any(sentence.words[subject] in {"i", "we"} for subject in sentence.dependants(index, "nsubj"))


def _is_to_come(sentence: Sentence, index: int) -> bool:
    return any(sentence.words[aux] in {"will", "'ll", "shall"} for aux in sentence.dependants(index, "aux"))


def own_words(sentence: Sentence, index: int, lexicon: Lexicon, climb: Climb) -> None:
    """What a token's own auxiliaries, adverbs and adjectives say."""
    if not climb.inside:
        return
    if index == climb.event and _is_lacking(sentence, index):
        climb.told = False  # "took the town without fighting"
    verbal = sentence.upos[index] in {"VERB", "AUX"} or bool(sentence.dependants(index, "cop"))
    for child in sentence.children[index]:
        word, upos, relation = sentence.words[child], sentence.upos[child], sentence.deprels[child]
        kind = relation.partition(":")[0]
        if relation in {"aux", "aux:pass"} or (relation == "cop" and verbal):
            _auxiliary(sentence, index, child, lexicon, climb)
        elif word in _NEGATIONS and sentence.words[child + 1 : child + 2] == ("guilty",):
            continue  # "pleaded not guilty to the murder", which was done
        elif word in _NEGATIONS and (relation in {"advmod", "det", "cc:preconj"} or upos == "PART"):
            signs = sentence.words[index] in _SIGNS
            if index not in climb.settled:
                climb.add(Modality.HYPOTHETICAL if signs else Modality.DENIED)
        elif word in _PERHAPS and relation == "advmod" and _is_to_come(sentence, index):
            # "Perhaps they will march": no plan, but a thought.
            climb.add(Modality.HYPOTHETICAL)
        elif relation == "amod" and index == climb.beside:
            continue  # "repeated threats and the arrest": the arrest was one
        elif (relation == "advmod" and upos == "ADV") or (relation == "amod" and not verbal):
            if word == "repeatedly" and sentence.words[index] in _BLOWS:
                continue  # "shot repeatedly at the house": one deed of many blows
            climb.add(lexicon.modality(word, upos))
            if upos == "VERB":
                climb.add(lexicon.modality(word, "ADJ"))
        elif (
            verbal
            and (kind == "nsubj" or (kind == "obj" and index == climb.event))
            and _is_nobody(sentence, child)
        ):
            climb.add(None if index in climb.settled else Modality.DENIED)
        elif relation == "mark" and word == "to" and child and sentence.words[child - 1] in _BE:
            # "are to leave by December"
            climb.add(Modality.PLANNED)
        elif (
            word == "due"
            and relation in {"mark", "advmod"}
            and sentence.words[child + 1 : child + 2] == ("to",)
        ):
            climb.add(Modality.PLANNED)
        elif relation == "mark" and word in _IFS:
            climb.add(Modality.HYPOTHETICAL)
        elif kind == "obl" and verbal and _is_each(sentence, child):
            climb.add(Modality.HABITUAL)
    climb.add(_about_to(sentence, index))
    done = index == climb.event or sentence.deprels[climb.event] == "nsubj"
    if done and not _SOON.isdisjoint(sentence.vocabulary) and _meets_soon(sentence, index):
        climb.add(Modality.PLANNED)
    if verbal and (_present_habit(sentence, index, lexicon) or has_custom(sentence, index)):
        climb.add(Modality.HABITUAL)
    if index == climb.event and sentence.upos[index] == "VERB":
        climb.add(_bare(sentence, index, lexicon))


def _bare(sentence: Sentence, index: int, lexicon: Lexicon) -> Modality | None:
    """What a verb without ending or auxiliary makes of itself: told to somebody ("Fight them wherever you find them"),
    or what "they" do as a rule ("They kill farmers with machetes").
    """
    word = sentence.words[index]
    if lexicon.lemma(word, "VERB") != word or word in _LIKE_THE_PAST or lexicon.reporting(word) is not None:
        return None
    for above in _coordinated(sentence, index):
        subjects = sentence.dependants(above, "nsubj", "nsubj:pass")
        if sentence.words[above].endswith(("ed", "ing")) or sentence.dependants(
            above, "aux", "aux:pass", "mark"
        ):
            return None
        if subjects:
            plain = lexicon.lemma(sentence.words[above], "VERB") == sentence.words[above]
            who = sentence.words[subjects[0]]
            told = sentence.deprels[above] == "acl:relcl" and who in {"which", "who", "that"}
            return Modality.HABITUAL if plain and (told or who in _SEVERAL_DO) else None
    relation = sentence.deprels[above].partition(":")[0]
    if relation not in {"root", "ccomp", "parataxis"}:
        return None
    start = sentence.subtree(above)[0]
    while start < above and sentence.words[start] in _BEFORE_AN_ORDER:
        start += 1
    quoted = not _QUOTES.isdisjoint(sentence.words[max(0, start - 1) : start])
    whom = sentence.words[above + 1 : above + 2] in _ORDERED
    return Modality.HYPOTHETICAL if start == above and (quoted or whom) else None


def _coordinated(sentence: Sentence, index: int) -> Iterator[int]:
    """A verb and those that it is joined to by "and", up to the first."""
    yield index
    while sentence.deprels[index] == "conj" and 0 <= sentence.heads[index] < index:
        index = sentence.heads[index]
        yield index


def _is_lacking(sentence: Sentence, index: int) -> bool:
    """Whether "without" says that there was none of it."""
    return "without" in sentence.vocabulary and any(
        sentence.words[child] == "without" for child in sentence.dependants(index, "mark", "case")
    )


def _about_to(sentence: Sentence, index: int) -> Modality | None:
    """What "about to", "due to" and their like make of the verb behind, and "was to have": what was not to be."""
    words = sentence.words
    opened = index - 1
    while opened > 0 and sentence.upos[opened] in {"AUX", "ADV"} and index - opened < 3:
        opened -= 1
    if opened < 1 or words[opened] != "to" or sentence.upos[index] != "VERB":
        return None
    perfect = words[opened + 1 : opened + 2] == ("have",) and opened + 1 < index
    if perfect and words[opened - 1] in {"was", "were", "supposed", "due", "meant"}:
        return Modality.DENIED
    return Modality.PLANNED if words[opened - 1] in _ABOUT and not perfect else None


def _auxiliary(sentence: Sentence, index: int, child: int, lexicon: Lexicon, climb: Climb) -> None:
    word = sentence.words[child]
    subject = next(iter(sentence.dependants(index, "nsubj")), None)
    inverted = subject is not None and child < subject and sentence.deprels[index].startswith("advcl")
    if inverted and word in {"had", "should", "were"}:
        # "Had the column arrived earlier, ..."
        climb.add(Modality.HYPOTHETICAL)
    elif word in {"would", "will"} and sentence.words[index] in _RECALLED:
        climb.settled.add(index)  # "It would be recalled that in August ...", as Nigerian papers say
    elif word == "would":
        # "Under the plan, 2,500 would remain": what was laid down is a plan.
        laid_down = any(_is_laid_down(sentence, child) for child in sentence.dependants(index, "obl"))
        climb.add(Modality.PLANNED if laid_down else None)
        climb.would = climb.would or not laid_down
    elif word in {"may", "can", "must"} and any(
        _is_laid_down(sentence, below) for below in sentence.dependants(index, "obl")
    ):
        climb.add(Modality.PLANNED)
    elif word == "should" and sentence.words[index] in _FINISHED:
        climb.add(Modality.PLANNED)  # "The withdrawal should be complete by May"
    elif word in {"could", "can"} and sentence.words[index] in {"heard", "seen"} | _CAN_SAY:
        climb.add(None)  # What could be heard was to be heard, and who can confirm something does.
    else:
        climb.add(lexicon.modality(word, "AUX"))


def _is_laid_down(sentence: Sentence, index: int) -> bool:
    return sentence.words[index] in _PACTS and preposition(sentence, index) in {"under", "according to"}


def _is_nobody(sentence: Sentence, index: int) -> bool:
    if sentence.words[index] in _SIGNS:
        return False
    return sentence.words[index] in _NOBODY or any(
        sentence.words[child] in {"no", "neither"} for child in sentence.dependants(index, "det", "cc")
    )


def _is_each(sentence: Sentence, index: int) -> bool:
    """Whether a time comes again and again: "every four months"."""
    return sentence.words[index] in _TURNS and any(
        sentence.words[child] in _EACH for child in sentence.children[index]
    )


def has_custom(sentence: Sentence, index: int) -> bool:
    """Whether words of the verb's own clause say how often it happens: "now and then", "twice a week", "on Fridays".

    The words alone decide, since such phrases hang now on the verb, now on one another.
    """
    words = sentence.words
    if _OPENING_CUSTOM.isdisjoint(sentence.vocabulary):
        return False
    for step_ in (1, -1):
        at = index + step_
        while 0 <= at < len(words) and abs(at - index) <= _CLAUSE:
            if words[at] in {";", ":"} or sentence.upos[at] == "VERB":
                break
            if words[at] in _OPENING_CUSTOM and _opens_custom(words, at):
                return True
            at += step_
    return False


def _opens_custom(words: tuple[str, ...], at: int) -> bool:
    if words[at : at + 3] in _AGAIN or words[at : at + 4] in _AGAIN:
        return True
    word, after = words[at], words[at + 1 : at + 4]
    if word in _EACH:
        return any(each in _TURNS or each in _TURNS_MANY for each in after[:2]) or after[:2] in {
            ("now", "and"),
            ("few", "weeks"),
        }
    if word in {"once", "twice", "times"}:
        return (
            after[:1] in (("a",), ("an",), ("per",), ("each",), ("every",))
            and after[1:2] != ()
            and (after[1] in _TURNS)
        )
    if word in {"on", "at", "most"}:
        return (
            bool(after) and after[0] in _TURNS_MANY and (word != "at" or after[0] in {"nights", "weekends"})
        )
    return word in {"whenever", "seldom", "rarely", "nightly"}


def _is_dated(sentence: Sentence, index: int) -> bool:
    """Whether a clause tells of one time: "which leaves this month", "who arrives on Friday"."""
    for time in sentence.dependants(index, "obl"):
        beside = {sentence.words[child] for child in sentence.children[time]} | {sentence.words[time]}
        if beside & {"this", "next", "tomorrow", "tonight", "today", "coming"} and (
            sentence.words[time] in _TURNS | {"tomorrow", "tonight", "today"}
        ):
            return True
    return False


def _meets_soon(sentence: Sentence, index: int) -> bool:
    """Whether a plain present tells what is to come: "He meets the president tomorrow", "talks resume next week"."""
    if sentence.upos[index] != "VERB" or sentence.words[index].endswith(("ed", "ing")):
        return False
    if any(sentence.deprels[child].startswith("aux") for child in sentence.children[index]):
        return False
    times = [
        time
        for time in sentence.children[index]
        if sentence.deprels[time].startswith("obl") or sentence.deprels[time] == "advmod"
    ]
    return any(
        sentence.words[time] in {"tomorrow", "tonight"}
        or (
            sentence.words[time] in _TURNS
            and any(
                sentence.words[child] == "next" and not sentence.dependants(time, "det")
                for child in sentence.children[time]
            )
        )
        for time in times
    )


def _present_habit(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """A plain present in a relative clause tells what somebody does as a rule: "which advises and assists"."""
    word = sentence.words[index]
    if sentence.upos[index] != "VERB" or not word.endswith("s") or word.endswith("ss"):
        return False
    if any(sentence.deprels[child].startswith("aux") for child in sentence.children[index]):
        return False
    if lexicon.reporting(word) is not None or _is_dated(sentence, index):
        return False
    above = index
    while sentence.deprels[above] == "conj":
        above = sentence.heads[above]
    return sentence.deprels[above] == "acl:relcl"


def step(sentence: Sentence, child: int, head: int, lexicon: Lexicon, climb: Climb) -> None:
    """What the word above makes of what hangs below it."""
    relation = sentence.deprels[child]
    kind = relation.partition(":")[0]
    infinitive = any(sentence.words[below] == "to" for below in sentence.dependants(child, "mark"))
    if kind == "advcl" and infinitive and sentence.words[min(sentence.subtree(child))] in _TURNED:
        # "Were the peacekeepers to leave, ..."
        climb.add(Modality.HYPOTHETICAL)
        climb.inside = False
        return
    if (
        kind in _COMPLEMENTS
        or (infinitive and kind in {"acl", "advcl"})
        or _is_content(sentence, child, head, lexicon)
    ):
        _complement(sentence, child, head, lexicon, climb, infinitive=infinitive)
    elif kind in {"obj", "nsubj", "obl", "nmod", "compound"} and sentence.upos[child] not in {"VERB", "AUX"}:
        _noun_below(sentence, child, head, lexicon, climb)
    elif kind == "csubj":
        _complement(sentence, child, head, lexicon, climb, infinitive=infinitive)
    elif kind == "parataxis" and child > head and ";" in sentence.words[head:child]:
        # What follows a semicolon stands for itself: "Nairobi promised 1,000; El Salvador sent 78".
        climb.inside = False
        climb.aside = True
    elif kind == "parataxis" and _quotes(sentence, head, lexicon):
        _said(sentence, child, head, lexicon, climb)
    elif kind in {"advcl", "acl", "parataxis"}:
        _clause_beside(sentence, child, head, lexicon, climb)
    elif kind == "conj":
        if sentence.upos[child] == "NOUN" and sentence.upos[head] == "NOUN":
            own = sentence.dependants(child, "det", "case", "amod", "nmod:poss")
            climb.beside = head if own else -1
        never = any(sentence.words[child] == "never" for child in sentence.dependants(head, "advmod"))
        # "claimed to have burnt the camp and to have captured ten": an infinitive's "have" begins nothing anew.
        anew = sentence.dependants(child, "nsubj", "csubj") or (
            not infinitive and sentence.dependants(child, "aux")
        )
        if never or anew:
            # "It never had more than 220 and brought the last of them home"
            climb.inside = False
        if sentence.dependants(child, "nsubj") and any(
            sentence.words[but] == "but" for but in sentence.dependants(child, "cc")
        ):
            climb.aside = True  # "said that four had died, but the army denied it"
    elif kind == "appos":
        climb.inside = False
        climb.aside = True


def _quotes(sentence: Sentence, head: int, lexicon: Lexicon) -> bool:
    """Whether a verb says what stands beside it; "the number is disputed: ..." does not."""
    passive = bool(sentence.dependants(head, "nsubj:pass"))
    return (
        sentence.upos[head] == "VERB" and lexicon.reporting(sentence.words[head]) is not None and not passive
    )


def _is_content(sentence: Sentence, child: int, head: int, lexicon: Lexicon) -> bool:
    """Whether a clause says what a noun of saying or of signs tells: "claims that they had left", "no sign that"."""
    if sentence.deprels[child] != "acl" or sentence.upos[head] not in {"NOUN", "PROPN"}:
        return False
    marks = {sentence.words[mark] for mark in sentence.dependants(child, "mark", "case")}
    gerund = sentence.words[child].endswith("ing") and marks & {"of", "for", "about"}
    if "that" not in marks and not gerund:
        return False
    word, upos = sentence.words[head], sentence.upos[head]
    known = lexicon.reporting(word, upos) is not None or lexicon.modality(word, upos) is not None
    known = known or word in _CUSTOM | _HEARSAY
    return known or word in _SIGNS | {"sign", "signs", "indication", "indications", "fact", "news"}


def _clause_beside(sentence: Sentence, child: int, head: int, lexicon: Lexicon, climb: Climb) -> None:
    relation = sentence.deprels[child]
    kind = relation.partition(":")[0]
    if kind == "advcl" and climb.inside:
        short = "short" in _beside(sentence, head, child) and _opens_with(sentence, child, "of")
        if short or (sentence.words[head] in _REFRAINED and _opens_with(sentence, child, "from")):
            climb.add(Modality.DENIED)
            return
        gerund = _gerund_object(sentence, child, head, lexicon)
        if gerund is not None:
            if lexicon.reporting(sentence.words[head]) is not None:
                _said(sentence, child, head, lexicon, climb)
            climb.add(gerund)
            return
        if sentence.words[head] in _TAKING_PART | _HELPING and _opens_with(sentence, child, "in"):
            return
        if sentence.words[head] in _UNDONE and _opens_with(sentence, child, "from"):
            climb.told = False
            return
        if _is_open(sentence, child, head, lexicon) or _waits(sentence, child, lexicon):
            climb.add(Modality.HYPOTHETICAL)
        if sentence.words[head] in _TALKING and _opens_with(sentence, child, "about"):
            climb.add(Modality.HYPOTHETICAL)
            return
    above = sentence.heads[head]
    if relation == "acl" and above >= 0 and climb.inside and sentence.deprels[head] in {"obj", "nsubj:pass"}:
        gerund = _gerund_object(sentence, child, above, lexicon)
        if gerund is not None:
            if lexicon.reporting(sentence.words[above]) is not None:
                _said(sentence, child, above, lexicon, climb)
            climb.add(gerund)
            return
        if sentence.words[above] in _WANTING and not sentence.words[child].endswith("ing"):
            # "wants the officers arrested"
            climb.add(Modality.HYPOTHETICAL)
            return
    if relation == "acl:relcl" and climb.inside and _is_of_any(sentence, child, head, lexicon):
        climb.add(Modality.HYPOTHETICAL)
    climb.aside = climb.aside or (kind == "acl" and not climb.would)
    if relation != "acl:relcl" and not (kind == "advcl" and _participle(sentence, child)):
        climb.inside = False
    elif relation == "acl:relcl":
        climb.inside = climb.inside and climb.would


def _is_of_any(sentence: Sentence, clause: int, noun: int, lexicon: Lexicon) -> bool:
    """Whether a relative clause in the present tells of whomever it may be: "all suspects they capture"."""
    word = sentence.words[clause]
    if sentence.upos[clause] != "VERB" or lexicon.lemma(word, "VERB") != word:
        return False
    plain = not sentence.dependants(clause, "aux", "aux:pass", "cop")
    return plain and any(sentence.words[det] in _OF_ANY for det in sentence.dependants(noun, "det"))


def _opens_with(sentence: Sentence, clause: int, word: str) -> bool:
    return any(sentence.words[mark] == word for mark in sentence.dependants(clause, "mark", "case"))


def _gerund_object(sentence: Sentence, child: int, head: int, lexicon: Lexicon) -> Modality | None:
    """What a verb makes of a clause with a preposition: "accused France of abandoning", "vote on sending troops"."""
    word = sentence.words[head]
    marks = {sentence.words[below] for below in sentence.dependants(child, "mark", "case")}
    auxiliaries = {sentence.words[aux] for aux in sentence.dependants(child, "aux")}
    gerund = sentence.words[child].endswith("ing") or "having" in auxiliaries
    if not gerund or not marks & {"of", "for", "on", "about", "against", "with"}:
        return None
    report = lexicon.reporting(word)
    modality = lexicon.modality(word, "VERB") or (report.modality if report else None)
    if sentence.upos[head] == "ADJ":
        return lexicon.modality(word, "ADJ") if marks & {"of"} else None
    if modality is Modality.ALLEGED:
        return modality if marks & {"of", "for", "with"} else None
    return modality if modality is not Modality.ASSERTED and marks & {"on", "about", "against"} else None


def _is_open(sentence: Sentence, child: int, head: int, lexicon: Lexicon) -> bool:
    """Whether a time clause waits for what is not yet: "will stay until he negotiates"."""
    marks = {sentence.words[mark] for mark in sentence.dependants(child, "mark", "advmod")}
    auxiliaries = {sentence.words[aux] for aux in sentence.dependants(head, "aux")}
    helpers = {sentence.words[aux] for aux in sentence.dependants(child, "aux", "aux:pass", "cop")}
    past = bool(helpers & {"was", "were", "had"}) or (not helpers and sentence.words[child].endswith("ed"))
    infinitive = any(sentence.words[mark] == "to" for mark in sentence.dependants(head, "mark"))
    yet_to_be = (
        bool(marks & _UNTIL) and infinitive and not past
    )  # "vowed to fight on until the militia is crushed"
    promised = bool(marks & _UNTIL) and _is_promised(sentence, head, lexicon)
    return bool(marks & _OPEN) and (bool(auxiliaries & _OPENING) or yet_to_be or promised)


def _is_promised(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether an infinitive says what somebody means to do: "vowed to keep fighting until the hostages were freed"."""
    while sentence.deprels[index] == "xcomp":
        infinitive = any(sentence.words[mark] == "to" for mark in sentence.dependants(index, "mark"))
        index = sentence.heads[index]
        if infinitive and lexicon.modality(sentence.words[index], "VERB") in _MEANT:
            return True
    return False


def _waits(sentence: Sentence, child: int, lexicon: Lexicon) -> bool:
    """Whether a clause in the present tells until when something lasts: "until sanctions force him to leave"."""
    marks = {sentence.words[mark] for mark in sentence.dependants(child, "mark", "advmod", "case")}
    word = sentence.words[child]
    return (
        bool(marks & {"until", "till"})
        and sentence.upos[child] == "VERB"
        and lexicon.lemma(word, "VERB") == word
        and not sentence.dependants(child, "aux", "aux:pass")
    )


def _participle(sentence: Sentence, index: int) -> bool:
    means = all(sentence.words[mark] == "by" for mark in sentence.dependants(index, "mark"))
    return sentence.words[index].endswith("ing") and means and not sentence.dependants(index, "nsubj")


def _complement(
    sentence: Sentence, child: int, head: int, lexicon: Lexicon, climb: Climb, *, infinitive: bool
) -> None:
    word, upos = sentence.words[head], sentence.upos[head]
    kind = sentence.deprels[child].partition(":")[0]
    report = lexicon.reporting(word, upos)
    if infinitive and kind == "acl" and _is_wanted(sentence, head):
        climb.add(Modality.HYPOTHETICAL)  # "wants the 800 soldiers in Bor to go"
        return
    if word in _CUSTOM and upos == "NOUN":
        climb.add(Modality.HABITUAL)
        return
    if word in _NEWS and upos == "NOUN" and not infinitive:
        climb.heard(head)  # "the news that its men would leave": what was to be, and no mere thought
        return
    if word in _HEARSAY and upos == "NOUN" and not infinitive:
        # "would not comment on a report that 60 commandos had landed": nobody vouches for it.
        climb.add(Modality.ALLEGED)
        return
    if report is None and word in _KNOWING and _is_negated(sentence, head) and _asks(sentence, child):
        climb.settled.add(head)
        return
    if report is not None and upos == "VERB":
        _reported(sentence, child, head, lexicon, climb, infinitive=infinitive)
        return
    phrasal = _phrasal(sentence, head)
    if phrasal is not None or word in _EXCLUDED:
        climb.add(_left_open(sentence, head, climb) or phrasal or Modality.DENIED)
        return
    if word in _REFRAINED and _opens_with(sentence, child, "from"):
        climb.add(Modality.DENIED)
        return
    yet = word == "yet" or "yet" in _beside(sentence, head, child)
    if infinitive and yet and word in {"has", "have", "had", "yet"}:
        climb.add(Modality.DENIED)
        return
    if climb.inside and _undone(sentence, child, head):
        climb.told = False
        return
    if word in _CALLING and not infinitive:
        # "called the arrest unlawful" demands nothing.
        return
    wished = infinitive or (kind == "xcomp" and not sentence.words[child].endswith("ing"))
    if word in _WANTING and wished and _is_anothers(sentence, child, head):
        climb.add(Modality.HYPOTHETICAL)
        return
    if word in _SIGNING and not infinitive and upos == "VERB":
        climb.add(Modality.PLANNED)
        return
    if infinitive and word in _MEANING and upos == "VERB":
        climb.add(Modality.PLANNED)
        return
    if infinitive and ((word in _TERMS and upos == "NOUN") or _is_given_time(sentence, child, head)):
        # "gives them three months to leave", "gave orders to burn the houses"
        climb.add(Modality.PLANNED)
        return
    if infinitive and word in _TALKS and upos == "NOUN":
        climb.add(Modality.HYPOTHETICAL)  # "is in talks with Accra to send a battalion"
        return
    modality = Modality.DENIED if infinitive and word in _REFUSED else lexicon.modality(word, upos)
    if modality is None and report is not None and report.modality is not Modality.ASSERTED:
        modality = report.modality
    if modality is not None:
        climb.add(modality)
        return
    if not climb.inside:
        return
    if infinitive and word in _JOINED_EFFORT | _MANAGED:
        return
    if infinitive and word in _ALLYING:
        climb.add(Modality.PLANNED)
        return
    if not infinitive and word in _TAKING_PART:
        return
    if word in _CONFESSING:
        return  # "confessed to having killed him": "to" is no purpose there
    if infinitive and kind in {"advcl", "acl"} and climb.report is None and not climb.found:
        # A purpose is what somebody means to do; nothing says it was done.
        climb.told = False


def _is_wanted(sentence: Sentence, noun: int) -> bool:
    """Whether a noun is the object of wanting, whose infinitive tells what somebody is wanted to do."""
    above = sentence.heads[noun]
    return above >= 0 and sentence.deprels[noun] == "obj" and sentence.words[above] in _WISHING


def _is_given_time(sentence: Sentence, child: int, head: int) -> bool:
    """Whether somebody is given a time to do it, by whichever word the tree hangs it: "gave the soldiers a month to
    leave", "has until May to withdraw".
    """
    opened = next((mark for mark in sentence.dependants(child, "mark") if sentence.words[mark] == "to"), 0)
    verb = head if sentence.upos[head] in {"VERB", "AUX"} else sentence.heads[head]
    if verb >= 0 and verb < opened and sentence.words[opened - 1] in _ORDERS:
        return True  # "gave orders to burn the houses"
    if verb < 0 or not verb < opened or sentence.words[verb] not in _GIVING_TIME:
        return False
    return sentence.words[opened - 1] in _TERMS or "until" in sentence.words[verb + 1 : opened]


def _is_neither(sentence: Sentence) -> bool:
    """Whether somebody will neither confirm nor deny."""
    words = set(sentence.words)
    return bool(words & _CONFIRMING and words & _DENYING and words & {"neither", "nor", "not", "or"})


def _is_anothers(sentence: Sentence, child: int, head: int) -> bool:
    """Whether what is wanted is another's to do: "wants Rwanda to withdraw"."""
    return bool(sentence.dependants(child, "nsubj")) or any(
        head < index < child for index in sentence.dependants(head, "obj", "iobj")
    )


def _reported(
    sentence: Sentence, child: int, head: int, lexicon: Lexicon, climb: Climb, *, infinitive: bool
) -> None:
    """A clause below a verb of saying."""
    word = sentence.words[head]
    report = lexicon.reporting(word)
    if report is None:
        return
    if word in _CONFIRMING | _DENYING and _is_neither(sentence):
        # "neither confirmed nor denied that": it is only said.
        climb.add(Modality.ALLEGED)
        climb.heard(head)
        return
    if climb.inside and _is_negated(sentence, head):
        climb.settled.add(head)
        if word in _RULED:
            climb.add(Modality.HYPOTHETICAL)
            climb.heard(head)
            return
        if report.modality is not Modality.DENIED:
            # Who "did not say whether" says nothing.
            climb.told = False
            return
        # Who does not deny it says so.
        climb.heard(head)
        return
    _said(sentence, child, head, lexicon, climb)
    if word in _INSISTING and _is_wished(sentence, child, lexicon):
        climb.add(Modality.HYPOTHETICAL)
    if infinitive and report.modality is Modality.ASSERTED:
        hearsay = word not in _TOLD_TO and any(
            sentence.words[aux] in _BE for aux in sentence.dependants(head, "aux")
        )
        # What "is said to be" so, somebody says; what somebody "said to do" is to be.
        climb.add(Modality.ALLEGED if hearsay else lexicon.modality(word, "VERB") or Modality.PLANNED)


def _is_wished(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb's form tells what somebody wants done: "insists that Rwanda withdraw its troops"."""
    helpers = [sentence.words[aux] for aux in sentence.dependants(verb, "aux", "aux:pass", "cop")]
    if helpers[:1] == ["be"]:
        return True
    subjects = [s for s in sentence.dependants(verb, "nsubj") if s < verb]
    if helpers or not subjects or sentence.upos[verb] != "VERB":
        return False
    word, subject = sentence.words[verb], sentence.words[subjects[0]]
    parts = any(sentence.deprels[child] == "conj" for child in sentence.children[subjects[0]])
    plural = subject.endswith("s") or subject in {"they", "we", "you", "i", "people", "police"} or parts
    base = not word.endswith(("s", "ed", "ing")) and lexicon.lemma(word, "VERB") == word
    return base and not plural


def _is_negated(sentence: Sentence, index: int) -> bool:
    return not _NEGATIONS.isdisjoint(sentence.words[below] for below in sentence.children[index])


def _asks(sentence: Sentence, child: int) -> bool:
    """Whether a clause is a question in other words: "who attacked", "how many would come"."""
    first = min(sentence.subtree(child))
    return sentence.words[first] in {"who", "what", "which", "where", "when", "why", "how", "whether", "if"}


def _beside(sentence: Sentence, head: int, child: int) -> set[str]:
    return {sentence.words[below] for below in sentence.children[head] if below < child}


def _phrasal(sentence: Sentence, head: int) -> Modality | None:
    """What a verb with its particle makes of what hangs below: "called off"."""
    word = sentence.words[head]
    particles = [sentence.words[child] for child in sentence.dependants(head, "compound:prt", "advmod")]
    if sentence.words[head + 1 : head + 3] == ("on", "hold"):
        return Modality.DENIED  # "put the deployment on hold"
    for particle in (*particles, *sentence.words[head + 1 : head + 2]):
        modality = _PHRASAL.get((word, particle))
        if modality is not None:
            return modality
    return None


def _undone(sentence: Sentence, child: int, head: int) -> bool:
    if sentence.words[head] in _UNDONE:
        return True
    return bool(_beside(sentence, head, child) & {"too", "enough", "unable", "inability"})


def _noun_below(sentence: Sentence, child: int, head: int, lexicon: Lexicon, climb: Climb) -> None:
    """An event noun as a part of another phrase: "announced the withdrawal", "plans for the closure"."""
    word, upos = sentence.words[head], sentence.upos[head]
    relation = sentence.deprels[child].partition(":")[0]
    if upos in {"VERB", "AUX"}:
        _noun_of_verb(sentence, child, head, lexicon, climb)
    elif upos == "ADJ" and relation == "nsubj":
        # "Reports that they had left are false", "an attack is likely"
        climb.add(lexicon.modality(word, upos))
    elif climb.inside and upos == "NOUN":
        report = lexicon.reporting(word, upos)
        modality = lexicon.modality(word, upos)
        linked = relation == "compound" or preposition(sentence, child) in {"of", "for", "to"}
        if linked and (modality is not None or report is not None):
            announced = Modality.PLANNED if word.startswith("announce") else None
            climb.add(modality or announced or (report.modality if report else None))
            return
        if linked and word in _UNDONE | _ABSENCE:
            climb.told = False
        if linked and word in {"sign", "signs", "indication", "indications"}:
            return
        climb.inside = False


def _noun_of_verb(sentence: Sentence, child: int, head: int, lexicon: Lexicon, climb: Climb) -> None:
    word = sentence.words[head]
    relation = sentence.deprels[child].partition(":")[0]
    report = lexicon.reporting(word, sentence.upos[head])
    # Talks that failed were held, and "if the talks fail" supposes no less.
    failed = word in _FAILING and sentence.deprels[child] == "nsubj"
    modality = None if failed else lexicon.modality(word, sentence.upos[head])
    core = relation in {"obj", "nsubj"}
    if core and word in _LOOKED_INTO and sentence.words[child] in _CRIMES:
        climb.inside = False
        return
    bare = relation == "obl" and not preposition(sentence, child)  # "put off the withdrawal", drawn so
    phrasal = _phrasal(sentence, head) if core or bare else None
    passive = sentence.deprels[child] == "nsubj:pass"
    undergone = relation == "obj" or passive
    dropped = undergone and word in _CALLED_OFF and _is_plan(sentence, child, climb)
    if dropped or (core and word in _EXCLUDED):
        phrasal = Modality.DENIED
    if word in _CALLING and phrasal is None and (relation == "obj" or (passive and climb.event != child)):
        _called(sentence, child, head, climb)
        return
    if phrasal is not None:
        climb.add((_left_open(sentence, head, climb) if phrasal is Modality.DENIED else None) or phrasal)
    elif report is not None and relation == "obj":
        if climb.inside and word.startswith(("announc", "pledg", "promis", "vow", "propos")):
            climb.add(Modality.PLANNED)
        _said(sentence, child, head, lexicon, climb)
    elif (
        report is not None
        and report.modality is Modality.HYPOTHETICAL
        and preposition(sentence, child) == "for"
    ):
        # "called for a withdrawal"
        _said(sentence, child, head, lexicon, climb)
    elif word in _WARNING and preposition(sentence, child) in {"of", "about", "against"}:
        climb.add(Modality.HYPOTHETICAL)
        climb.heard(head)
    elif modality is Modality.PLANNED and relation == "obl" and preposition(sentence, child) in {"on", "to"}:
        # "agreed on a withdrawal"
        climb.add(modality)
    elif modality is Modality.ALLEGED and sentence.deprels[child] == "nsubj":
        climb.inside = False  # "The attack claimed nine lives" alleges nothing.
        return
    elif modality is Modality.DENIED and core and word in _FORESTALLING and _is_meant_to(sentence, head):
        climb.told = climb.told and not climb.inside  # "called on them to prevent further attacks"
    elif modality is not None and core:
        climb.add(modality)
    elif _is_pondered(sentence, child, head) or (relation == "nsubj" and _is_supposed(sentence, child, head)):
        climb.add(Modality.HYPOTHETICAL)
    elif relation == "obl" and preposition(sentence, child) in _GROUNDS | (
        _AFTERWARDS if sentence.words[child] in _HEARSAY else frozenset()
    ):
        climb.inside = False  # "urged them not to march, following reports that"
        return
    elif relation == "obj" and word in _UNDONE:
        climb.told = climb.told and not climb.inside
    elif word in ASPECT or lexicon.light(word) is not None or word in _LEADING:
        return
    held = word in ASPECT or modality is not None or failed or phrasal is not None
    climb.inside = climb.inside and held


def _is_meant_to(sentence: Sentence, verb: int) -> bool:
    """Whether a verb only says what somebody is to do: "to prevent attacks", but not "managed to prevent attacks"."""
    if not any(sentence.words[mark] == "to" for mark in sentence.dependants(verb, "mark")):
        return False
    above = sentence.heads[verb]
    return above < 0 or sentence.words[above] not in _MANAGED


def _is_pondered(sentence: Sentence, noun: int, verb: int) -> bool:
    """Whether a deed need not have been done: "to discuss an Iraqi withdrawal", "will respond to an attack"."""
    relation = sentence.deprels[noun]
    if sentence.words[verb] not in _PONDERED or relation not in {"obj", "obl"}:
        return False
    opened = {sentence.words[child] for child in sentence.dependants(noun, "det", "amod")}
    ahead = {sentence.words[aux] for aux in sentence.dependants(verb, "aux")} & {
        "will",
        "'ll",
        "would",
        "could",
    }
    return not opened.isdisjoint({"a", "an", "any", "possible"}) and (relation == "obj" or bool(ahead))


def _called(sentence: Sentence, child: int, head: int, climb: Climb) -> None:
    """What is called something, and what is called for by its name alone: "called the arrest unlawful", "a strike"."""
    judged = bool(sentence.dependants(head, "xcomp"))
    if sentence.deprels[child] == "nsubj:pass":
        pass  # "A report that they have 10,000 men was called exaggerated": who reports it says so.
    elif sentence.words[child] in _TOLD_OF:
        # "called reports that the army shelled the town a provocation"
        false = not _FALSE.isdisjoint(sentence.words[head:])
        climb.add(Modality.DENIED if false else Modality.ALLEGED)
        climb.heard(head)
    elif judged:
        climb.heard(head)
    else:
        climb.add(Modality.PLANNED)
    climb.inside = False


def _left_open(sentence: Sentence, head: int, climb: Climb) -> Modality | None:
    """Who "does not exclude" something leaves it open."""
    if not _is_negated(sentence, head) or not climb.inside:
        return None
    climb.settled.add(head)
    return Modality.HYPOTHETICAL


def _is_supposed(sentence: Sentence, child: int, head: int) -> bool:
    """Whether an event is only thought of: "a withdrawal would leave a vacuum", "air strikes could harm relations"."""
    articles = {sentence.words[det] for det in sentence.dependants(child, "det", "nmod:poss")}
    auxiliaries = {sentence.words[aux] for aux in sentence.dependants(head, "aux")}
    several = not articles and sentence.words[child].endswith("s") and sentence.upos[child] == "NOUN"
    return bool(several or articles & {"a", "an", "any", "such"}) and bool(
        auxiliaries & {"would", "could", "might", "may"}
    )


def _is_plan(sentence: Sentence, child: int, climb: Climb) -> bool:
    """Whether what is dropped is a plan or its deed, and no position: "plans to station a squadron were dropped"."""
    return (
        child != climb.event
        or Modality.PLANNED in climb.found
        or sentence.words[child].endswith(("al", "ment", "ing"))
    )


def _said(sentence: Sentence, child: int, head: int, lexicon: Lexicon, climb: Climb) -> None:
    report = lexicon.reporting(sentence.words[head])
    if report is not None and report.modality is not Modality.ASSERTED:
        climb.add(warned(sentence, child, head) or report.modality)
    climb.heard(head)


def warned(sentence: Sentence, child: int, head: int) -> Modality | None:
    """A warning of another's deed threatens nothing: "warned that the militia might seize the dam"."""
    if sentence.words[head] not in _WARNING:
        return None
    subjects = list(sentence.dependants(child, "nsubj"))
    own = not subjects or any(sentence.words[subject] in _OWN for subject in subjects)
    return None if own else Modality.HYPOTHETICAL


def coordinated_above(sentence: Sentence, verb: int) -> Iterator[int]:
    """The verbs that share their subject with one below them."""
    while sentence.deprels[verb] in {"conj", "advcl", "xcomp"} and sentence.heads[verb] >= 0:
        verb = sentence.heads[verb]
        yield verb
