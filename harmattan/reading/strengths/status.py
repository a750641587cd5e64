"""Whether the men of a number are there, were there, or are only spoken of."""

from __future__ import annotations

from dataclasses import dataclass

from harmattan.model.readings import Modality, StrengthStatus
from harmattan.reading.marks import Sentence
from harmattan.reading.stance.attribution import Stance
from harmattan.reading.strengths.phrases import Hung, is_linked
from harmattan.reading.strengths.words import (
    BACKED,
    BYGONE,
    CHANGES,
    FORECAST,
    MOOTED,
    NEEDED,
    PAST,
    POSSIBLE,
    REQUIRED_BY,
    Frame,
    frame_of,
    noun_frame,
)
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.inflection import verb_forms

_PERFECT = frozenset(["has", "have", "'ve", "’ve"])
_REACHED = frozenset("xcomp ccomp csubj conj advcl".split())
_ENDING = frozenset(["before", "until"])
_WAS = frozenset(["was", "were", "did"])
_RECENT = frozenset(
    """yesterday monday tuesday wednesday thursday friday saturday sunday overnight""".split()
)
_THIS = frozenset("day week month year morning evening spring summer autumn winter".split())
_JOINED = frozenset(
    form
    for lemma in "join reinforce supplement augment complement bolster assist".split()
    for form in verb_forms(lemma)
)
_HELD_BY = frozenset(
    """held guarded defended protected occupied manned watched
    secured controlled patrolled garrisoned staffed policed backed
    supported accompanied escorted joined run surrounded encircled besieged filled""".split()
)
_ALONGSIDE = frozenset(["alongside", "beside", "besides", "together with", "along with", "including", "plus"])
_FILLED = frozenset(["filled", "staffed", "occupied", "manned", "encumbered", "left", "active", "present"])
_DRAWING = verb_forms("call") | verb_forms("count") | verb_forms("draw") | verb_forms("rely")
_SEEING = verb_forms("count") | verb_forms("see") | verb_forms("spot") | verb_forms("observe")
_LETTING = frozenset(
    form
    for lemma in "let allow permit enable entitle empower authorise".split()
    for form in verb_forms(lemma)
)
_SAYING = frozenset(
    form
    for lemma in """say tell report announce confirm acknowledge admit reveal disclose estimate find state add
    declare note     write concede explain stress testify""".split()
    for form in verb_forms(lemma)
)
_TAKING = frozenset(["take", "takes", "took"])
_AWAY = frozenset(["off", "out", "home", "back", "away"])
_DONE_AND_LASTING = frozenset(
    "surrounded encircled besieged ringed gathered assembled massed entrenched occupied secured".split()
)
_TIMES_OF_DAY = frozenset("dawn sunrise daybreak noon midday dusk sunset midnight".split())
"""What was so before these is so since: "had surrounded the town before dawn"."""
_NOW = frozenset("currently now still already today presently".split())
_BEFORE = frozenset(["after", "before", "when", "until", "since"])
_BE = frozenset("is are was were be been".split())
_SPEAKING = frozenset("speak speaks spoke spoken talk talks talked".split())
_COUNTED_BY = frozenset(["", "between", "around", "about", "over", "under"])
"""What may stand before a counted object as a part of its number."""
_TAKE = frozenset("take takes took taken taking".split())
_POSTS = frozenset("position positions post posts".split())
_AGREEING = verb_forms("agree") | verb_forms("decide") | verb_forms("settle")
_REPLACING = verb_forms("replace") | verb_forms("relieve") | verb_forms("join") | verb_forms("reinforce")
_PASTS = frozenset("sent had kept held stood fought came went left brought flew moved was were".split())
_GO = verb_forms("go") | verb_forms("come")
_BY_THEMSELVES = frozenset(
    form
    for lemma in "pour stream flood trickle file drive roll sail spread fan head touch mass follow".split()
    for form in verb_forms(lemma)
)
"""Verbs of going that tell of nobody's going where they have an object: "live-streamed the moment"."""
_AFTER_GO = frozenset(
    ', . ; : ) and but by within before after when soon now next this until unless if while " ”'.split()
)
_FIELDING = (
    verb_forms("field") | verb_forms("muster") | verb_forms("put") | verb_forms("raise") | verb_forms("call")
)
"""What somebody can do with so many men only who has them."""
_LOSING = frozenset(["lose", "loses", "lost", "losing"])
_SEEN = frozenset(["seen", "spotted", "sighted"])
_DIRECTIONS = frozenset("to into in home back over across from out off ashore north south east west".split())
_CALL = verb_forms("call")
_LEAVES = frozenset(
    """leave leaves withdraw withdraws depart departs retreat retreats pull pulls exit exits evacuate evacuates return
    returns abandon abandons flee flees vacate vacates""".split()
)
_LEAVE = frozenset("leave leaves left leaving".split())
_SETTING_OFF = verb_forms("sail") | verb_forms("fly") | verb_forms("drive")
_WHITHER = frozenset("to into for in across over towards toward".split())
_LEFT = frozenset(["left", "leave", "leaves", "leaving"])
_TAKEN = (
    verb_forms("move") | verb_forms("take") | verb_forms("bring") | verb_forms("fly") | verb_forms("ship")
)
_UNMADE = frozenset([Modality.PLANNED, Modality.HYPOTHETICAL, Modality.THREATENED, Modality.DENIED])


@dataclass(frozen=True, slots=True)
class Held:
    """A status, and whether somebody denies it."""

    status: StrengthStatus
    denied: bool = False


def frame_here(sentence: Sentence, where: Hung) -> Frame | None:
    """What the clause tells of those it counts; None where its word says nothing of that kind."""
    predicate = where.predicate
    if predicate is None:
        return None
    word = sentence.words[predicate]
    kind = where.relation.partition(":")[0]
    if where.relation == "of":
        return noun_frame(word)
    if word in _BE or is_linked(sentence, predicate):
        return Frame.STAND
    if sentence.upos[predicate] not in {"VERB", "AUX"}:
        return None
    return _verb_frame(sentence, predicate, where, word, kind)


def _verb_frame(sentence: Sentence, predicate: int, where: Hung, word: str, kind: str) -> Frame | None:
    beside = sentence.children[predicate]
    particles = frozenset(
        sentence.words[child]
        for child in beside
        if sentence.upos[child] in {"ADP", "ADV", "PART"} or sentence.deprels[child] == "advmod"
    )
    adverbs = {sentence.words[child] for child in beside if sentence.deprels[child] != "mark"}
    to_places = {sentence.words[c] for child in beside for c in sentence.dependants(child, "case")}
    passive = where.relation == "nsubj:pass" or any(sentence.deprels[c] == "aux:pass" for c in beside)
    subject = kind == "nsubj" and not passive
    if where.case == "on" and word in _DRAWING:
        return Frame.HOLD
    if where.relation == "obl:agent" or (kind == "obl" and where.case == "by"):
        return Frame.GO if word in _REPLACING else Frame.STAND if word in _HELD_BY else None
    if where.relation == "nsubj:pass" and word in _FILLED:
        return Frame.STAND
    if word in _LEFT and "with" in to_places and where.case == "with":
        return Frame.STAND
    if kind in {"obl", "advcl"} and where.case not in _COUNTED_BY:
        if where.case == "with":
            stands = frame_of(word, subject=True, particles=frozenset()) is Frame.STAND
            apart = sentence.words[max(0, _case_of(sentence, where) - 1)] in {",", "(", "–", "—"}
            return Frame.STAND if stands or apart else Frame.HOLD if word.startswith("credit") else None
        if where.case in _ALONGSIDE:
            return Frame.STAND
        if where.case == "on":
            return Frame.GRANT if word in _AGREEING else None
        if where.case == "for":
            granting = word.startswith(("provid", "allow", "budget"))
            return Frame.NEED if word in REQUIRED_BY else Frame.GRANT if granting else None
        if where.case == "of" and word in _SPEAKING:
            return Frame.STAND
        return (
            Frame.HOLD
            if where.case == "of" and word.startswith(("consist", "compos", "made", "dispos"))
            else None
        )
    if subject and word in _GO and not (to_places | adverbs) & _DIRECTIONS:
        # "will have to go, ..." tells that they leave; "will go through the exercises" nothing
        gone = sentence.words[predicate] in {"go", "gone"} and is_end(sentence, predicate)
        return Frame.LEAVE if gone else None
    if subject and word in _BY_THEMSELVES and sentence.dependants(predicate, "obj"):
        return None
    if word in _CALL and "up" in particles:
        return Frame.GO
    if word in _SEEN and where.relation == "nsubj:pass":
        return Frame.STAND
    frame = frame_of(word, subject=subject, particles=particles)
    if frame is Frame.GO and subject and "out" in to_places:
        return Frame.LEAVE  # "flew out of Kandahar"
    if (
        frame is Frame.GO
        and subject
        and word in _SETTING_OFF
        and "from" in to_places
        and not to_places & _WHITHER
    ):
        return Frame.LEAVE
    if word in _LEAVE and kind == "obj" and not passive and to_places & {"in", "at", "on"}:
        return Frame.STAND  # "agreed to leave 120 soldiers in Tyre"
    if frame is Frame.GO and not subject and {"out", "of"} <= to_places:
        return Frame.LEAVE  # "ordered them out of Juba"
    if frame in {Frame.GO, None} and not subject and word in _TAKEN and (to_places | particles) & _AWAY:
        return Frame.LEAVE
    if word in _LEAVE and not subject and "behind" in sentence.words[predicate + 1 : predicate + 7]:
        return Frame.STAND
    bound = any(preposition(sentence, child) == "for" and sentence.upos[child] == "PROPN" for child in beside)
    if subject and word in _LEAVE and bound:
        return Frame.GO
    if subject and word.startswith("return") and "to" in to_places and "home" not in particles:
        return Frame.GO
    if (
        subject
        and word in _TAKE
        and _POSTS & {sentence.words[c] for c in sentence.dependants(predicate, "obj")}
    ):
        return Frame.GO
    if frame is None and kind == "nsubj" and sentence.dependants(predicate, "xcomp"):
        below = sentence.dependants(predicate, "xcomp")[0]
        frame = frame_of(sentence.words[below], subject=True, particles=frozenset())
    if subject and word.startswith(("fight", "fought")) and sentence.dependants(predicate, "obj"):
        return None
    return frame


def is_end(sentence: Sentence, predicate: int) -> bool:
    """Whether nothing but a time follows a verb in its clause: "are due to go by the end of June"."""
    after = sentence.words[predicate + 1 : predicate + 2]
    return not after or after[0] in _AFTER_GO


def _case_of(sentence: Sentence, where: Hung) -> int:
    """The preposition of a phrase."""
    return next(iter(sentence.dependants(where.head, "case")), where.head)


def standing_beside(sentence: Sentence, head: int) -> bool:
    """Whether a participle on the phrase says where they stand: "troops stationed in the north"."""
    if preposition(sentence, head) == "with" and any(
        preposition(sentence, below) in {"on", "in", "at"} for below in sentence.dependants(head, "nmod")
    ):
        # "with 3,000 policemen on duty"
        return True
    for child in sentence.dependants(head, "acl"):
        if sentence.deprels[child] == "acl" and not sentence.dependants(child, "nsubj", "mark"):
            frame = frame_of(sentence.words[child], subject=False, particles=frozenset())
            subject = frame_of(sentence.words[child], subject=True, particles=frozenset())
            if Frame.STAND in {frame, subject}:
                return True
    return False


def status_of(
    sentence: Sentence, where: Hung, frame: Frame | None, held: Stance, *, presupposed: bool
) -> Held | None:
    """The status of a counted phrase; None where the words say nothing of it.

    `presupposed` are those whom the words take to be there: "its 1,500 soldiers were not leaving".
    """
    predicate = where.predicate
    if predicate is None:
        return Held(StrengthStatus.CURRENT) if presupposed else None
    around = {sentence.words[index] for index in (predicate, *governing(sentence, predicate))}
    if is_joined(sentence, where):
        return Held(StrengthStatus.CURRENT)
    if where.shared and is_of_the(sentence, where.head):
        presupposed = True
    if where.case == "on" and sentence.words[predicate] in _DRAWING:
        return Held(StrengthStatus.CURRENT)
    if sentence.words[predicate] in _TAKING and where.relation == "obj" and _impersonal(sentence, predicate):
        return Held(StrengthStatus.REQUIRED)
    let = [index for index in governing(sentence, predicate) if sentence.words[index] in _LETTING]
    if (
        any(not sentence.deprels[index].startswith("acl") for index in let)
        and frame in {Frame.HOLD, Frame.STAND, Frame.GO}
        and not where.shared
    ):
        return Held(StrengthStatus.ANNOUNCED)
    if frame is None and not presupposed and around & MOOTED:
        return Held(StrengthStatus.PROJECTED)
    if presupposed and where.shared and frame is Frame.STAND:
        return Held(StrengthStatus.CURRENT)
    stationed = (
        frame is Frame.STAND and where.relation in {"nsubj:pass", "obj"} and held.modality is Modality.PLANNED
    )
    staying = frame in {None, Frame.STAND, Frame.LEAVE, Frame.HOLD} and not stationed
    if presupposed and staying and held.modality in _UNMADE:
        return Held(StrengthStatus.CURRENT)
    if where.shared and is_of_the(sentence, where.head) and held.modality in _UNMADE:
        return Held(StrengthStatus.CURRENT)  # "Half of the 1,600 policemen have not been paid"
    if held.modality is Modality.DENIED:
        if frame is Frame.LEAVE:
            return Held(StrengthStatus.CURRENT)
        return Held(StrengthStatus.ALLEGED, denied=True)
    if not held.told and not (presupposed or frame in {Frame.NEED, Frame.GRANT}):
        return None
    match frame:
        case Frame.LEAVE:
            return Held(StrengthStatus.CURRENT if where.shared else _left(sentence, predicate, held))
        case Frame.NEED:
            return Held(StrengthStatus.REQUIRED)
        case Frame.EXPECT:
            return Held(StrengthStatus.PROJECTED)
        case Frame.GRANT:
            unsure = held.modality is Modality.HYPOTHETICAL
            return Held(StrengthStatus.PROJECTED if unsure else StrengthStatus.ANNOUNCED)
    word = sentence.words[predicate]
    core = where.relation.partition(":")[0] in {"cop", "nsubj"}
    if core and word in NEEDED:
        return Held(StrengthStatus.REQUIRED)
    due = word == "due" or any(sentence.words[child] == "due" for child in sentence.children[predicate])
    if core and due and not presupposed:
        return Held(StrengthStatus.ANNOUNCED)
    if frame in {Frame.HOLD, Frame.STAND} and _is_no_longer(sentence, predicate):
        return Held(StrengthStatus.FORMER)
    unmade = StrengthStatus.PROJECTED if core and word in POSSIBLE else _unmade(held, around)
    if unmade is StrengthStatus.PROJECTED and _is_able(sentence, predicate):
        unmade = None
    if frame is Frame.GO and where.relation == "of" and _is_backed(sentence, predicate):
        unmade = StrengthStatus.ANNOUNCED
    if unmade is not None:
        return Held(unmade)
    if (
        word == "stood"
        and where.case == "at"
        and not sentence.dependants(predicate, "aux", "advcl", "obl:unmarked")
    ):
        return Held(StrengthStatus.CURRENT)  # "The strength of the mission stood at 400"
    now = {
        sentence.words[child] for child in (*sentence.children[predicate], *sentence.children[where.head])
    } & _NOW
    if now and not ("had" in sentence.words[max(0, predicate - 1) : predicate + 1] and "now" in now):
        return Held(StrengthStatus.CURRENT)
    return Held(_told(sentence, predicate, frame, held))


def _is_no_longer(sentence: Sentence, predicate: int) -> bool:
    """Whether a clause says that it is so "no longer"."""
    return any(
        sentence.words[child] == "longer" and sentence.words[child - 1] == "no"
        for child in sentence.dependants(predicate, "advmod")
    )


def _is_able(sentence: Sentence, predicate: int) -> bool:
    """Whether somebody has so many at hand: "can put 20,000 into the streets", "could field only 450 soldiers"."""
    if sentence.words[predicate] not in _FIELDING:
        return False
    return not {"can", "could"}.isdisjoint(_auxiliaries(sentence, predicate)) and "if" not in sentence.words


def _impersonal(sentence: Sentence, predicate: int) -> bool:
    """Whether "it" is the subject: "it would take 50,000 peacekeepers"."""
    return any(sentence.words[s] == "it" for s in sentence.dependants(predicate, "nsubj", "expl"))


def is_done_to(sentence: Sentence, where: Hung, frame: Frame | None) -> bool:
    """Whether what a clause tells is told of men who stand, leave, or become fewer or more."""
    if frame in {Frame.STAND, Frame.LEAVE}:
        return True
    return where.predicate is not None and sentence.words[where.predicate] in CHANGES


def is_joined(sentence: Sentence, where: Hung) -> bool:
    """Whether others come to those counted, who are there already: "will join 5,000 border guards"."""
    return (
        where.predicate is not None and where.relation == "obj" and sentence.words[where.predicate] in _JOINED
    )


def is_room(sentence: Sentence, where: Hung) -> bool:
    """Whether there is only room for so many: "was built for 7,000 soldiers"."""
    if where.predicate is None or where.case != "for":
        return False
    return sentence.words[where.predicate] in {"built", "designed", "meant", "intended", "made", "build"}


def gives_up(sentence: Sentence) -> bool:
    """Whether somebody lays down arms: "four hundred rebels laid down their arms"."""
    words = sentence.words
    for index, word in enumerate(words):
        if word in {"arms", "weapons"} and {"laid", "lay", "laying", "surrendered", "handed"} & set(
            words[max(0, index - 4) : index]
        ):
            return True
        if word in {"themselves", "himself"} and words[index + 1 : index + 2] in {("up",), ("in",)}:
            return True
    return False


def is_of_the(sentence: Sentence, head: int) -> bool:
    """Whether a share is spoken of a number that is taken for known: "4,500 of the 28,500 soldiers"."""
    for noun in (head, *sentence.dependants(head, "nmod")):
        words = {sentence.words[child] for child in sentence.children[noun]}
        if "of" in words and words & {"the", "its", "their", "his", "these", "those"}:
            return True
    return False


def is_bygone(sentence: Sentence, predicate: int | None) -> bool:
    """Whether a clause says in so many words that its time is over: "once", "at its peak"."""
    return predicate is not None and bool(BYGONE & _beside(sentence, predicate))


def is_recent(sentence: Sentence) -> bool:
    """Whether a sentence gives the time of its count as that of the writing: "yesterday", "as at 1 October"."""
    words = sentence.words
    for index, word in enumerate(words):
        if word in _RECENT or (word in _THIS and index and words[index - 1] == "this"):
            return True
        if word == "as" and words[index + 1 : index + 2] in (("at",), ("of",)):
            return True
        if word in {"end", "period"} and words[max(0, index - 2) : index] in {
            ("at", "the"),
            ("reporting",),
            ("the", "reporting"),
        }:
            return True
    return False


def is_told_past(sentence: Sentence, predicate: int) -> bool:
    """Whether a verb, of whatever meaning, stands in the past or in the past perfect."""
    auxiliaries = _auxiliaries(sentence, predicate)
    if auxiliaries & _PERFECT or sentence.upos[predicate] not in {"VERB", "AUX"}:
        return False
    participle = sentence.deprels[predicate] == "acl" or auxiliaries & {
        "is",
        "are",
        "be",
        "been",
        "will",
        "to",
    }
    finite = sentence.words[predicate].endswith("ed") or sentence.words[predicate] in _PASTS
    return bool(auxiliaries & (_WAS | {"had"})) or (finite and not participle)


def governing(sentence: Sentence, predicate: int) -> tuple[int, ...]:
    """The predicates above in whose reach a clause is: of "it is expected that they will stay" what is expected."""
    found: list[int] = []
    current = predicate
    if sentence.upos[current] == "NOUN" and sentence.deprels[current] in {"obj", "obl"}:
        current = sentence.heads[current]
        found.append(current)
    while sentence.heads[current] >= 0 and sentence.deprels[current].partition(":")[0] in _REACHED:
        current = sentence.heads[current]
        if current in found:
            break
        found.append(current)
    return tuple(found)


def _is_backed(sentence: Sentence, noun: int) -> bool:
    """Whether a deployment is only granted: "backed the deployment of 1,000 police officers"."""
    above = sentence.heads[noun]
    return above >= 0 and sentence.deprels[noun] in {"obj", "nsubj:pass"} and sentence.words[above] in BACKED


def _unmade(held: Stance, around: set[str]) -> StrengthStatus | None:
    """The status of what is not so yet, or only said to be."""
    match held.modality:
        case Modality.PLANNED:
            return StrengthStatus.PROJECTED if around & FORECAST else StrengthStatus.ANNOUNCED
        case Modality.THREATENED:
            return StrengthStatus.ANNOUNCED
        case Modality.HYPOTHETICAL:
            return StrengthStatus.REQUIRED if around & REQUIRED_BY else StrengthStatus.PROJECTED
        case Modality.ALLEGED:
            return StrengthStatus.ALLEGED
    return None


def _left(sentence: Sentence, predicate: int, held: Stance) -> StrengthStatus:
    """Those who have left are there no more; those who are leaving or are to leave still are."""
    if held.modality in _UNMADE:
        return StrengthStatus.CURRENT
    auxiliaries = _auxiliaries(sentence, predicate)
    word = sentence.words[predicate]
    going = (word.endswith("ing") or word in _LEAVES) and not auxiliaries & {
        "been",
        "has",
        "have",
        "had",
        "did",
    }
    event = sentence.upos[predicate] not in {"VERB", "AUX"}
    return StrengthStatus.CURRENT if going or event else StrengthStatus.FORMER


def _used_to(sentence: Sentence, predicate: int) -> bool:
    """Whether a clause says that it used to be so; not so "used its artillery"."""
    return any(
        sentence.words[index] == "used" and sentence.words[index + 1 : index + 2] == ("to",)
        for index in (predicate, *governing(sentence, predicate))
    )


def _told(sentence: Sentence, predicate: int, frame: Frame | None, held: Stance) -> StrengthStatus:
    auxiliaries = _auxiliaries(sentence, predicate)
    if BYGONE & _beside(sentence, predicate) or (
        is_told_past(sentence, predicate) and _ENDING & _openings(sentence, predicate)
    ):
        return StrengthStatus.FORMER
    if frame is Frame.GO:
        subordinate = sentence.deprels[predicate].partition(":")[0] == "advcl"
        marks = {sentence.words[child] for child in sentence.dependants(predicate, "mark", "advmod")}
        bygone = "had" in auxiliaries and subordinate and bool(marks & _BEFORE)
        return StrengthStatus.FORMER if bygone else StrengthStatus.CURRENT
    if _used_to(sentence, predicate) or (
        is_past(sentence, predicate) and _BEFORE & _openings(sentence, predicate)
    ):
        return StrengthStatus.FORMER
    if not is_past(sentence, predicate) or ("had" not in auxiliaries and is_recent(sentence)):
        return StrengthStatus.CURRENT
    if sentence.words[predicate] in _LEFT | _SPEAKING | _SEEING | _LOSING:
        return StrengthStatus.CURRENT
    if "as" in {sentence.words[child] for child in _cases(sentence, predicate)}:
        return StrengthStatus.CURRENT
    report = held.report if held.report is not None else _said_before(sentence, predicate)
    if report is not None and "had" in auxiliaries and sentence.words[predicate] in _DONE_AND_LASTING:
        return StrengthStatus.CURRENT  # "said that 900 soldiers had surrounded the town"
    shifted = report is not None and _is_reported(sentence, predicate, report) and "had" not in auxiliaries
    return StrengthStatus.CURRENT if shifted else StrengthStatus.FORMER


def is_past(sentence: Sentence, predicate: int) -> bool:
    """Whether a clause of having or standing is told in the past: "had", "were", "had been stationed"."""
    auxiliaries = _auxiliaries(sentence, predicate)
    word = sentence.words[predicate]
    if auxiliaries & _PERFECT:
        return False
    if auxiliaries & _WAS or "had" in auxiliaries:
        return True
    participle = sentence.deprels[predicate] == "acl" or bool(auxiliaries & {"is", "are", "be", "been"})
    return word in PAST and not participle


def _auxiliaries(sentence: Sentence, predicate: int) -> set[str]:
    return {sentence.words[child] for child in sentence.dependants(predicate, "aux", "cop")}


def _beside(sentence: Sentence, predicate: int) -> set[str]:
    """The words of the clause's adverbs and of the heads of its times."""
    return {
        sentence.words[child]
        for child in sentence.children[predicate]
        if sentence.deprels[child].partition(":")[0] in {"advmod", "obl"}
        and not (sentence.words[child] == "then" and child and sentence.words[child - 1] in {",", ";", "and"})
    }


def _openings(sentence: Sentence, predicate: int) -> set[str]:
    """The prepositions of the clause's times: "before the war", "until last year"."""
    beside = [
        time
        for time in sentence.dependants(predicate, "obl", "advcl")
        if sentence.words[time] not in _TIMES_OF_DAY
    ]
    return {
        sentence.words[mark] for child in beside for mark in sentence.dependants(child, "case", "mark")
    } - {"since", "after"}


def _cases(sentence: Sentence, predicate: int) -> list[int]:
    times = sentence.dependants(predicate, "obl")
    return [
        case
        for time in times
        for case in sentence.dependants(time, "case")
        if sentence.dependants(case, "fixed")
    ]


def _said_before(sentence: Sentence, predicate: int) -> int | None:
    """The verb of saying that a clause with "that" is the content of, where the tree hangs it on another word."""
    marks = [m for m in sentence.dependants(predicate, "mark") if sentence.words[m] == "that"]
    if not marks:
        return None
    verbs = (index for index in range(marks[0] - 1, -1, -1) if sentence.upos[index] == "VERB")
    verb = next(verbs, None)
    return verb if verb is not None and sentence.words[verb] in _SAYING else None


def _is_reported(sentence: Sentence, predicate: int, report: int) -> bool:
    """Whether a past without a time of its own is only that of the saying: "they had 400 men, he said"."""
    said = sentence.words[report]
    timed = any(
        sentence.deprels[child] in {"obl:unmarked", "advcl"} or sentence.words[child] in {"then", "ago"}
        for child in sentence.children[predicate]
    )
    return not timed and (said.endswith("ed") or said in {"said", "told", "wrote", "found"})
