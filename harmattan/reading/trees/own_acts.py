"""What somebody says and what they do besides, told in one sentence, where a small parser takes the deed for said.

- A second verb of who speaks, drawn to what is said: "insists that Rwanda withdraw, and refuses to talk". The forms of
  the verbs show it: what is to be withdrawn would not be "refuses", and nobody "would sign the accord and accused".
- What somebody does with words while doing another thing, drawn to an infinitive before: "ordered them to leave,
  accusing them of spying".
"""

from __future__ import annotations

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.hanging import hung
from harmattan.reading.trees.triggers import only_with
from harmattan.reference.inflection import forms_of_all, past_forms, third_person

_TELLING = forms_of_all(
    """say tell deny insist claim argue announce add warn state maintain allege acknowledge admit stress
    confirm explain note declare reiterate want give ask promise vow agree"""
)
_DENYING = forms_of_all("deny")
_SPOKEN = """accuse blame condemn denounce criticize urge appeal call demand warn threaten reject refuse deny dismiss
praise welcome thank congratulate vow pledge promise offer express voice reiterate reaffirm insist deplore regret invite
propose hail"""
_THIRD = frozenset(third_person(lemma) for lemma in _SPOKEN.split())
_PLAIN = frozenset("accuse condemn denounce demand warn threaten reject deny insist".split())
_SPOKE = frozenset(form for lemma in _SPOKEN.split() for form in past_forms(lemma))
_SAID_TO_ALL = _SPOKE & frozenset(
    """urged appealed called condemned denounced criticized criticised praised welcomed thanked congratulated expressed
    voiced reiterated reaffirmed deplored regretted hailed""".split()
)
"""What a speaker does rather than those of whom they speak, even where both could have: "had attacked and urged"."""
_WHILE = frozenset(
    """accusing blaming calling demanding urging warning condemning denouncing describing saying citing criticizing
    criticising insisting threatening praising thanking""".split()
)
_BESIDES = _THIRD | _SPOKE | _PLAIN
_MODAL = frozenset("will would can could may might shall should must 'll wo ca 'd".split())
_PERFECT = frozenset(["have", "has", "had", "having"])
_BEING = frozenset("be been is are was were being".split())
_SUBJECTS = ("nsubj", "csubj", "nsubj:pass", "expl")


@only_with(words=_WHILE | _BESIDES)
def own_acts(sentence: Sentence) -> Sentence:
    """The sentence with these verbs hung on the verb whose subject they share."""
    for verb, word in enumerate(sentence.words):
        if word in _WHILE:
            sentence = _meanwhile(sentence, verb)
        elif sentence.deprels[verb] == "conj" and word in _BESIDES:
            sentence = _besides(sentence, verb)
    return sentence


def _besides(sentence: Sentence, second: int) -> Sentence:
    first = sentence.heads[second]
    if not 0 <= first < second or sentence.upos[second] != "VERB":
        return sentence
    if sentence.dependants(second, *_SUBJECTS, "aux", "aux:pass", "mark"):
        return sentence
    above, telling = first, None
    while sentence.deprels[above] in {"ccomp", "xcomp", "advcl", "conj"} and sentence.heads[above] >= 0:
        below, above = above, sentence.heads[above]
        said = sentence.deprels[below] != "conj"
        if said and sentence.words[above] in _TELLING and sentence.dependants(above, "nsubj"):
            telling = above
            break
    if telling is None or telling > first or sentence.upos[telling] != "VERB":
        return sentence
    if not _is_its_own(sentence, second, first, telling):
        return sentence
    return hung(sentence, second, telling, "conj")


def _is_its_own(sentence: Sentence, second: int, first: int, telling: int) -> bool:
    """Whether the second verb's form fits that of the verb of telling and not that of what is told."""
    word = sentence.words[second]
    helpers = {sentence.words[aux] for aux in sentence.dependants(first, "aux", "aux:pass", "cop")}
    marks = {sentence.words[mark] for mark in sentence.dependants(first, "mark")}
    infinitive = "to" in marks or not helpers.isdisjoint(_MODAL)
    third = sentence.words[telling].endswith("s")
    if word in _THIRD:
        same = third or "has" in {sentence.words[aux] for aux in sentence.dependants(telling, "aux")}
        present = helpers & {"is", "has", "does"} or (not helpers and sentence.words[first].endswith("s"))
        denied = sentence.words[telling] in _DENYING
        return same and (infinitive or not present or denied)
    if word in _SAID_TO_ALL and sentence.upos[first] == "VERB" and not helpers.isdisjoint(_BEING):
        return not third and _has_object(sentence, second)
    if word in _SPOKE and helpers.isdisjoint(_BEING):
        past = not third and not sentence.words[telling].endswith("ing")
        if helpers & _PERFECT:
            return past and word in _SAID_TO_ALL
        return past and infinitive
    if word in _SAID_TO_ALL:
        return not third and sentence.upos[first] in {"ADJ", "NOUN"}  # "was orderly and condemned"
    plain = sentence.words[telling] + "s" in _THIRD or not sentence.words[telling].endswith(("s", "ed", "d"))
    return word in _PLAIN and plain and ("to" in marks or sentence.deprels[first] == "xcomp")


def _has_object(sentence: Sentence, verb: int) -> bool:
    """Whether a past tense is active by what stands behind it: "called on them", "urged the army"."""
    if sentence.words[verb] in {"called", "appealed"}:
        return sentence.words[verb + 1 : verb + 2] in {("on",), ("upon",), ("for",), ("to",)}
    return bool(sentence.dependants(verb, "obj", "iobj"))


def _meanwhile(sentence: Sentence, verb: int) -> Sentence:
    first = sentence.heads[verb]
    if sentence.deprels[verb] != "advcl" or not 0 < first < verb or sentence.words[verb - 1] != ",":
        return sentence
    infinitive = any(sentence.words[mark] == "to" for mark in sentence.dependants(first, "mark"))
    above = sentence.heads[first]
    if not infinitive or sentence.deprels[first] not in {"xcomp", "advcl", "ccomp", "acl"} or above < 0:
        return sentence
    while sentence.upos[above] != "VERB" or not sentence.dependants(above, "nsubj", "nsubj:pass"):
        above = sentence.heads[above]
        if above < 0:
            return sentence
    return hung(sentence, verb, above, "advcl") if above < verb else sentence
