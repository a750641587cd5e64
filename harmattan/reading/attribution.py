"""How a sentence holds what it tells, and who is said to say so.

From an event's word the pass climbs the dependency tree to the root. Each step can change the stance: an
auxiliary ("will"), an adverb ("reportedly", "regularly"), a verb of planning, threatening or denying above a
complement, a noun ("the plan to"). A verb of saying above a complement makes its subject the speaker. What
the words leave undone ("unable to regain", "too weak to repel") is not told as an event at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from harmattan.model.readings import Modality
from harmattan.reading.marks import Sentence
from harmattan.reading.phrases import preposition
from harmattan.reference.lexicon import Lexicon

_BE = frozenset(["is", "are", "was", "were"])
_NEGATIONS = frozenset(["not", "n't", "n’t", "never", "neither", "nor", "without", "no"])
_UNDONE = frozenset(
    """unable inability fail failure failed fails failing incapable reluctant reluctance refuse refused refuses
        refusal avoid avoided prevent prevented prevents preventing thwart thwarted foil foiled avert averted
        stop stopped try tried trying attempt attempted attempts effort efforts struggle struggled struggling
        too enough insufficient underfunded equipped rule ruled able ability capacity capable""".split()
)
_ABSENCE = frozenset(
    [
        "end",
        "halt",
        "stop",
        "cessation",
        "absence",
        "lack",
        "pause",
        "fear",
        "fears",
        "risk",
        "possibility",
        "rumours",
    ]
)
_JOINED_EFFORT = frozenset(
    ["joined", "join", "joining", "teamed", "united", "unite", "allied", "combined", "helped", "help"]
)
_MANAGED = frozenset(
    [
        "managed",
        "manage",
        "manages",
        "began",
        "begin",
        "begun",
        "started",
        "start",
        "starting",
        "continued",
        "continue",
        "continues",
        "used",
    ]
)
_COMPLEMENTS = frozenset(["ccomp", "xcomp"])
_NOMINAL_LINKS = frozenset(["obj", "nsubj", "nsubj:pass", "obl", "nmod", "compound", "conj", "dep", "appos"])
ASPECT = frozenset(
    """begin begins began begun start starts started end ends ended complete completes completed conclude
        concluded occur occurs occurred happen happened happens take takes took place continue continues
        continued proceed proceeds proceeded involve involves involved entail entails entailed include includes
        included mean means meant follow follows followed carry carried launch launched launches stage staged
        conduct conducted mount mounted make made be is was were been expected planned scheduled""".split()
)
_STRENGTH = {
    Modality.DENIED: 6,
    Modality.THREATENED: 5,
    Modality.HYPOTHETICAL: 4,
    Modality.PLANNED: 3,
    Modality.ALLEGED: 2,
    Modality.HABITUAL: 1,
    Modality.ASSERTED: 0,
}


@dataclass(frozen=True, slots=True)
class Stance:
    """How one event is held. `speaker` and `report` are token indices: who says so, and the verb of saying."""

    modality: Modality
    speaker: int | None = None
    report: int | None = None
    told: bool = True
    """False where the words leave it undone."""


@dataclass
class _Climb:
    """What has been gathered on the way up."""

    found: set[Modality]
    speaker: int | None = None
    report: int | None = None
    would: bool = False
    told: bool = True
    aside: bool = False
    """Whether a relative clause, participle or apposition lies between: the document speaks there for itself."""
    inside: bool = True
    """Whether what stands above still governs the event, rather than only its clause."""

    def add(self, modality: Modality | None) -> None:
        if modality is not None and self.inside:
            self.found.add(modality)


def stance(sentence: Sentence, index: int, lexicon: Lexicon) -> Stance:
    """The stance of the event on token `index`, a verb or a noun."""
    climb = _Climb(set())
    current = index
    for _ in range(len(sentence)):
        _at(sentence, current, lexicon, climb)
        head = sentence.heads[current]
        if head < 0:
            break
        _step(sentence, current, head, lexicon, climb)
        current = head
    _beside(sentence, index, lexicon, climb)
    if climb.would:
        climb.found.add(Modality.PLANNED if climb.report is not None else Modality.HYPOTHETICAL)
    strongest = max(climb.found, key=lambda m: _STRENGTH[m], default=Modality.ASSERTED)
    return Stance(strongest, climb.speaker, climb.report, climb.told)


def _at(sentence: Sentence, index: int, lexicon: Lexicon, climb: _Climb) -> None:
    """What a token's own auxiliaries, adverbs and adjectives say."""
    verbal = sentence.upos[index] in {"VERB", "AUX"} or bool(sentence.dependants(index, "cop"))
    for child in sentence.children[index]:
        word, upos, relation = sentence.words[child], sentence.upos[child], sentence.deprels[child]
        if not climb.inside:
            continue
        if relation in {"aux", "aux:pass"} or (relation == "cop" and verbal):
            if word in {"would"}:
                climb.would = True
            else:
                climb.add(lexicon.modality(word, "AUX"))
        elif word in _NEGATIONS and (relation in {"advmod", "det", "cc:preconj"} or upos == "PART"):
            climb.add(Modality.DENIED)
        elif (relation == "advmod" and upos == "ADV") or (relation == "amod" and not verbal):
            climb.add(lexicon.modality(word, upos))
            if upos == "VERB":
                climb.add(lexicon.modality(word, "ADJ"))
        elif (
            relation in {"obj", "nsubj", "nsubj:pass"}
            and verbal
            and any(sentence.words[c] == "no" for c in sentence.dependants(child, "det"))
        ):
            climb.add(Modality.DENIED)
        elif relation == "mark" and word == "to" and child and sentence.words[child - 1] in _BE:
            # "are to leave by December"
            climb.add(Modality.PLANNED)
        elif relation == "mark" and word in {"if", "unless", "whether"}:
            climb.add(Modality.HYPOTHETICAL)
    if verbal and climb.inside and _present_habit(sentence, index, lexicon):
        climb.add(Modality.HABITUAL)


def _present_habit(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """A plain present in a relative clause tells what somebody does as a rule: "which advises and assists"."""
    word = sentence.words[index]
    if sentence.upos[index] != "VERB" or not word.endswith("s") or word.endswith("ss"):
        return False
    if any(sentence.deprels[child].startswith("aux") for child in sentence.children[index]):
        return False
    if lexicon.reporting(word) is not None:
        return False
    above = index
    while sentence.deprels[above] == "conj":
        above = sentence.heads[above]
    return sentence.deprels[above] == "acl:relcl"


def _step(sentence: Sentence, child: int, head: int, lexicon: Lexicon, climb: _Climb) -> None:
    """What the word above makes of what hangs below it."""
    relation = sentence.deprels[child]
    kind = relation.partition(":")[0]
    word, upos = sentence.words[head], sentence.upos[head]
    infinitive = any(sentence.words[below] == "to" for below in sentence.dependants(child, "mark"))
    if kind in _COMPLEMENTS or (kind == "acl" and infinitive) or (kind == "advcl" and infinitive):
        _complement(sentence, child, head, lexicon, climb, infinitive=infinitive)
    elif kind in {"obj", "nsubj", "obl", "nmod", "compound"} and sentence.upos[child] not in {"VERB", "AUX"}:
        _noun_below(sentence, child, head, lexicon, climb)
    elif kind == "parataxis" and lexicon.reporting(word) is not None and upos == "VERB":
        _spoken(sentence, head, lexicon, climb)
    elif kind in {"advcl", "acl", "parataxis"}:
        if kind == "advcl" and climb.inside and _gerund_object(sentence, child, head, lexicon):
            _spoken(sentence, head, lexicon, climb)
            return
        climb.aside = climb.aside or (kind == "acl" and not climb.would)
        if relation != "acl:relcl" and not (kind == "advcl" and _participle(sentence, child)):
            climb.inside = False
        elif relation == "acl:relcl":
            climb.inside = climb.inside and climb.would
    elif kind == "conj":
        if sentence.dependants(child, "nsubj", "aux", "csubj"):
            climb.inside = False
    elif kind == "appos":
        climb.inside = False
        climb.aside = True


def _gerund_object(sentence: Sentence, child: int, head: int, lexicon: Lexicon) -> bool:
    """ "accused France of abandoning Mali": what follows is what is alleged."""
    modality = lexicon.modality(sentence.words[head], "VERB")
    report = lexicon.reporting(sentence.words[head])
    accusing = modality is Modality.ALLEGED or (report is not None and report.modality is Modality.ALLEGED)
    marked = any(
        sentence.words[below] in {"of", "for"} for below in sentence.dependants(child, "mark", "case")
    )
    return accusing and marked


def _participle(sentence: Sentence, index: int) -> bool:
    return sentence.words[index].endswith("ing") and not sentence.dependants(index, "mark", "nsubj")


def _complement(
    sentence: Sentence, child: int, head: int, lexicon: Lexicon, climb: _Climb, *, infinitive: bool
) -> None:
    word, upos = sentence.words[head], sentence.upos[head]
    kind = sentence.deprels[child].partition(":")[0]
    report = lexicon.reporting(word, upos)
    if report is not None and upos == "VERB":
        if climb.inside and not _NEGATIONS.isdisjoint(
            sentence.words[below] for below in sentence.children[head]
        ):
            # Who "did not say whether" says nothing.
            climb.told = False
        _spoken(sentence, head, lexicon, climb)
        if infinitive and report.modality is Modality.ASSERTED:
            climb.add(lexicon.modality(word, upos) or Modality.PLANNED)
        return
    if climb.inside and _undone(sentence, child, head):
        climb.told = False
        return
    modality = lexicon.modality(word, upos)
    if modality is not None:
        climb.add(modality)
        return
    if not climb.inside:
        return
    if infinitive and word in _JOINED_EFFORT | _MANAGED:
        return
    if infinitive and kind in {"advcl", "acl"}:
        # A purpose is what somebody means to do; nothing says it was done.
        climb.told = False


def _undone(sentence: Sentence, child: int, head: int) -> bool:
    if sentence.words[head] in _UNDONE:
        return True
    near = [sentence.words[below] for below in sentence.children[head] if below < child]
    return any(word in {"too", "enough", "unable", "inability"} for word in near)


def _noun_below(sentence: Sentence, child: int, head: int, lexicon: Lexicon, climb: _Climb) -> None:
    """An event noun as a part of another phrase: "announced the withdrawal", "plans for the closure"."""
    word, upos = sentence.words[head], sentence.upos[head]
    relation = sentence.deprels[child].partition(":")[0]
    report = lexicon.reporting(word, upos)
    modality = lexicon.modality(word, upos)
    if upos in {"VERB", "AUX"}:
        if report is not None and relation == "obj":
            if climb.inside and word.startswith(("announc", "pledg", "promis", "vow", "propos")):
                climb.add(Modality.PLANNED)
            _spoken(sentence, head, lexicon, climb)
        elif modality is not None and relation in {"obj", "nsubj"}:
            climb.add(modality)
        elif relation == "obj" and word in _UNDONE:
            climb.told = climb.told and not climb.inside
        elif word in ASPECT or lexicon.light(word) is not None:
            return
        climb.inside = climb.inside and (word in ASPECT or modality is not None)
    elif climb.inside and upos == "NOUN":
        linked = relation == "compound" or preposition(sentence, child) in {"of", "for", "to"}
        if linked and (modality is not None or report is not None):
            announced = Modality.PLANNED if word.startswith("announce") else None
            climb.add(modality or announced or (report.modality if report else None))
            return
        if linked and word in _UNDONE | _ABSENCE:
            climb.told = False
        climb.inside = False


def _spoken(sentence: Sentence, head: int, lexicon: Lexicon, climb: _Climb) -> None:
    report = lexicon.reporting(sentence.words[head])
    if report is not None and climb.inside:
        climb.add(report.modality if report.modality is not Modality.ASSERTED else None)
    if climb.report is None and not climb.aside:
        climb.report = head
        climb.speaker = _subject(sentence, head)


def _subject(sentence: Sentence, verb: int) -> int | None:
    for candidate in (verb, *_coordinated_above(sentence, verb)):
        subjects = sentence.dependants(candidate, "nsubj")
        agents = [
            child for child in sentence.dependants(candidate, "obl") if preposition(sentence, child) == "by"
        ]
        passive = any(sentence.deprels[child] == "nsubj:pass" for child in subjects)
        if passive:
            return agents[0] if agents else None
        if subjects:
            return subjects[0]
    return None


def _coordinated_above(sentence: Sentence, verb: int) -> Iterator[int]:
    while sentence.deprels[verb] in {"conj", "advcl", "xcomp"} and sentence.heads[verb] >= 0:
        verb = sentence.heads[verb]
        yield verb


def _says_beside(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb beside a clause tells who says it: "..., the ministry said", "as the ministry said"."""
    report = lexicon.reporting(sentence.words[verb])
    if report is None or sentence.deprels[verb] not in {"parataxis", "advcl"}:
        return False
    as_said = any(sentence.words[child] == "as" for child in sentence.dependants(verb, "mark", "advmod"))
    return sentence.deprels[verb] == "parataxis" or (as_said and report.modality is Modality.ASSERTED)


def _beside(sentence: Sentence, index: int, lexicon: Lexicon, climb: _Climb) -> None:
    """A verb of saying or an "according to" that stands beside the clause: "..., the ministry said"."""
    if climb.report is not None or climb.aside:
        return
    for above in (index, *sentence.ancestors(index)):
        for child in sentence.children[above]:
            word, relation = sentence.words[child], sentence.deprels[child]
            if sentence.upos[child] == "VERB" and _says_beside(sentence, child, lexicon):
                speaker = _subject(sentence, child)
                if speaker is not None and not sentence.dependants(child, "ccomp"):
                    climb.report, climb.speaker = child, speaker
                    report = lexicon.reporting(word)
                    if report is not None and report.modality is not Modality.ASSERTED:
                        climb.found.add(report.modality)
                    return
            if relation == "obl" and preposition(sentence, child) == "according to":
                climb.report, climb.speaker = child, child
                return
            if relation == "obl" and word == "according":
                for below in sentence.dependants(child, "obl", "nmod"):
                    climb.report, climb.speaker = child, below
                    return
