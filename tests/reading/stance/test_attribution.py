from __future__ import annotations

import pytest

from harmattan.model.readings import Modality
from harmattan.reading.stance.attribution import stance
from harmattan.reference.lexicon import load_lexicon
from tests.reading.drawn import drawn

CASES = [
    ("killed", "asserted", "Gunmen/NOUN/2/nsubj killed/VERB/0/root soldiers/NOUN/2/obj"),
    ("withdraw", "planned", "France/PROPN/3/nsubj will/AUX/3/aux withdraw/VERB/0/root troops/NOUN/3/obj"),
    (
        "withdraw",
        "planned",
        "France/PROPN/2/nsubj plans/VERB/0/root to/PART/4/mark withdraw/VERB/2/xcomp troops/NOUN/4/obj",
    ),
    (
        "fall",
        "planned",
        "Numbers/NOUN/3/nsubj:pass are/AUX/3/aux:pass expected/VERB/0/root to/PART/5/mark fall/VERB/3/xcomp",
    ),
    ("attack", "threatened", "Rebels/NOUN/2/nsubj threatened/VERB/0/root to/PART/4/mark attack/VERB/2/xcomp"),
    (
        "bombed",
        "denied",
        "France/PROPN/2/nsubj denied/VERB/0/root that/SCONJ/5/mark it/PRON/5/nsubj "
        "bombed/VERB/2/ccomp villages/NOUN/5/obj",
    ),
    ("attack", "denied", "They/PRON/4/nsubj did/AUX/4/aux not/PART/4/advmod attack/VERB/0/root"),
    (
        "killed",
        "alleged",
        "Soldiers/NOUN/3/nsubj reportedly/ADV/3/advmod killed/VERB/0/root civilians/NOUN/3/obj",
    ),
    (
        "attack",
        "habitual",
        "Militants/NOUN/3/nsubj regularly/ADV/3/advmod attack/VERB/0/root convoys/NOUN/3/obj",
    ),
    ("attack", "hypothetical", "Rebels/NOUN/3/nsubj could/AUX/3/aux attack/VERB/0/root"),
    (
        "advises",
        "habitual",
        "mission/NOUN/0/root which/PRON/3/nsubj advises/VERB/1/acl:relcl soldiers/NOUN/3/obj",
    ),
    (
        "end",
        "planned",
        "France/PROPN/2/nsubj stated/VERB/0/root it/PRON/5/nsubj would/AUX/5/aux "
        "end/VERB/2/ccomp it/PRON/5/obj",
    ),
    ("end", "hypothetical", "That/PRON/3/nsubj would/AUX/3/aux end/VERB/0/root it/PRON/3/obj"),
    (
        "abandoning",
        "alleged",
        "He/PRON/2/nsubj accused/VERB/0/root France/PROPN/2/obj of/SCONJ/5/mark "
        "abandoning/VERB/2/advcl Mali/PROPN/5/obj",
    ),
    (
        "withdrawal",
        "planned",
        "France/PROPN/2/nsubj announced/VERB/0/root the/DET/4/det withdrawal/NOUN/2/obj",
    ),
    ("withdrawal", "planned", "the/DET/3/det coming/ADJ/3/amod withdrawal/NOUN/0/root"),
    # demands, doubts and warnings
    (
        "leave",
        "hypothetical",
        "Paris/PROPN/2/nsubj urged/VERB/0/root rebels/NOUN/2/obj to/PART/5/mark leave/VERB/2/xcomp",
    ),
    (
        "leave",
        "hypothetical",
        "Diplomats/NOUN/2/nsubj doubt/VERB/0/root that/SCONJ/6/mark they/PRON/6/nsubj "
        "will/AUX/6/aux leave/VERB/2/ccomp",
    ),
    (
        "attack",
        "hypothetical",
        "Officers/NOUN/2/nsubj warned/VERB/0/root that/SCONJ/6/mark rebels/NOUN/6/nsubj "
        "might/AUX/6/aux attack/VERB/2/ccomp",
    ),
    (
        "withdrawal",
        "hypothetical",
        "Leaders/NOUN/2/nsubj weigh/VERB/0/root a/DET/4/det withdrawal/NOUN/2/obj",
    ),
    (
        "sending",
        "planned",
        "Lawmakers/NOUN/2/nsubj voted/VERB/0/root on/SCONJ/4/mark sending/VERB/2/advcl troops/NOUN/4/obj",
    ),
    (
        "withdrawal",
        "hypothetical",
        "Paris/PROPN/2/nsubj called/VERB/0/root for/ADP/5/case a/DET/5/det withdrawal/NOUN/2/obl",
    ),
    (
        "attacks",
        "hypothetical",
        "Paris/PROPN/2/nsubj warned/VERB/0/root of/ADP/4/case attacks/NOUN/2/obl",
    ),
    (
        "withdrawal",
        "hypothetical",
        "A/DET/2/det withdrawal/NOUN/4/nsubj would/AUX/4/aux leave/VERB/0/root a/DET/6/det void/NOUN/4/obj",
    ),
    (
        "sending",
        "hypothetical",
        "Paris/PROPN/4/nsubj does/AUX/4/aux not/PART/4/advmod exclude/VERB/0/root sending/VERB/4/xcomp "
        "troops/NOUN/5/obj",
    ),
    (
        "withdrawal",
        "planned",
        "Both/PRON/2/nsubj agreed/VERB/0/root on/ADP/5/case a/DET/5/det withdrawal/NOUN/2/obl",
    ),
    (
        "arrest",
        "asserted",
        "It/PRON/3/nsubj will/AUX/3/aux continue/VERB/0/root despite/ADP/6/case his/PRON/6/nmod:poss "
        "arrest/NOUN/3/obl",
    ),
    # what is refused, called off, or not so yet
    (
        "attacking",
        "denied",
        "Rebels/NOUN/2/nsubj refrained/VERB/0/root from/SCONJ/4/mark attacking/VERB/2/advcl Gao/PROPN/4/obj",
    ),
    ("leave", "denied", "Rebels/NOUN/2/nsubj refuse/VERB/0/root to/PART/4/mark leave/VERB/2/xcomp"),
    (
        "leave",
        "denied",
        "Rebels/NOUN/2/nsubj have/VERB/0/root yet/ADV/2/advmod to/PART/5/mark leave/VERB/2/xcomp",
    ),
    (
        "meeting",
        "denied",
        "The/DET/2/det meeting/NOUN/4/nsubj:pass was/AUX/4/aux:pass called/VERB/0/root off/ADP/4/compound:prt",
    ),
    (
        "station",
        "denied",
        "Plans/NOUN/6/nsubj:pass to/PART/3/mark station/VERB/1/acl troops/NOUN/3/obj were/AUX/6/aux:pass "
        "dropped/VERB/0/root",
    ),
    (
        "abandoned",
        "denied",
        "Paris/PROPN/2/nsubj dismissed/VERB/0/root claims/NOUN/2/obj that/SCONJ/6/mark troops/NOUN/6/nsubj "
        "abandoned/VERB/3/acl Gao/PROPN/6/obj",
    ),
    # what is open
    (
        "attacked",
        "asserted",
        "It/PRON/4/nsubj:pass is/AUX/4/aux:pass not/PART/4/advmod known/VERB/0/root who/PRON/6/nsubj "
        "attacked/VERB/4/ccomp them/PRON/6/obj",
    ),
    (
        "captured",
        "hypothetical",
        "There/PRON/2/expl was/VERB/0/root no/DET/4/det confirmation/NOUN/2/nsubj that/SCONJ/8/mark "
        "he/PRON/8/nsubj:pass was/AUX/8/aux:pass captured/VERB/4/acl",
    ),
    (
        "bombed",
        "asserted",
        "They/PRON/4/nsubj do/AUX/4/aux not/PART/4/advmod deny/VERB/0/root that/SCONJ/7/mark "
        "they/PRON/7/nsubj bombed/VERB/4/ccomp Gao/PROPN/7/obj",
    ),
    (
        "withdraw",
        "hypothetical",
        "Troops/NOUN/3/nsubj will/AUX/3/aux stay/VERB/0/root until/SCONJ/6/mark rebels/NOUN/6/nsubj "
        "withdraw/VERB/3/advcl",
    ),
    (
        "crushed",
        "hypothetical",
        "Troops/NOUN/2/nsubj vowed/VERB/0/root to/PART/4/mark fight/VERB/2/xcomp until/SCONJ/8/mark "
        "rebels/NOUN/8/nsubj:pass were/AUX/8/aux:pass crushed/VERB/4/advcl",
    ),
    (
        "crushed",
        "asserted",
        "Troops/NOUN/2/nsubj fought/VERB/0/root until/SCONJ/6/mark rebels/NOUN/6/nsubj:pass "
        "were/AUX/6/aux:pass crushed/VERB/2/advcl",
    ),
    (
        "arrived",
        "hypothetical",
        "Had/AUX/3/aux troops/NOUN/3/nsubj arrived/VERB/8/advcl ,/PUNCT/3/punct it/PRON/8/nsubj "
        "would/AUX/8/aux have/AUX/8/aux held/VERB/0/root",
    ),
    # again and again
    (
        "rotates",
        "habitual",
        "It/PRON/2/nsubj rotates/VERB/0/root troops/NOUN/2/obj every/DET/5/det month/NOUN/2/obl:unmarked",
    ),
    # a vow to give way is a plan
    ("withdraw", "planned", "Rebels/NOUN/2/nsubj vowed/VERB/0/root to/PART/4/mark withdraw/VERB/2/xcomp"),
    ("attack", "threatened", "Rebels/NOUN/2/nsubj vowed/VERB/0/root to/PART/4/mark attack/VERB/2/xcomp"),
    ("attack", "asserted", "Paris/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det attack/NOUN/2/obj"),
]


@pytest.mark.parametrize(("word", "modality", "notation"), CASES)
def test_modality(word: str, modality: str, notation: str) -> None:
    _, sentence = drawn(notation)
    held = stance(sentence, sentence.words.index(word), load_lexicon())
    assert held.told
    assert held.modality is Modality(modality)


UNTOLD = [
    (
        "regain",
        "unable/ADJ/0/root to/PART/3/mark regain/VERB/1/xcomp control/NOUN/3/obj",
    ),
    (
        "attacking",
        "Troops/NOUN/2/nsubj prevented/VERB/0/root rebels/NOUN/2/obj from/SCONJ/5/mark "
        "attacking/VERB/2/xcomp",
    ),
    (
        "protect",
        "Troops/NOUN/2/nsubj arrived/VERB/0/root to/PART/4/mark protect/VERB/2/advcl villages/NOUN/4/obj",
    ),
]


@pytest.mark.parametrize(("word", "notation"), UNTOLD)
def test_what_is_left_undone_is_not_told(word: str, notation: str) -> None:
    _, sentence = drawn(notation)
    assert not stance(sentence, sentence.words.index(word), load_lexicon()).told


SPEAKERS = [
    (
        "killed",
        "ministry",
        "Rebels/NOUN/2/nsubj killed/VERB/0/root soldiers/NOUN/2/obj ,/PUNCT/7/punct "
        "the/DET/6/det ministry/NOUN/7/nsubj said/VERB/2/parataxis",
    ),
    (
        "killed",
        "ministry",
        "The/DET/2/det ministry/NOUN/3/nsubj said/VERB/0/root rebels/NOUN/5/nsubj "
        "killed/VERB/3/ccomp soldiers/NOUN/5/obj",
    ),
    (
        "killed",
        "witnesses",
        "Rebels/NOUN/2/nsubj killed/VERB/0/root soldiers/NOUN/2/obj according/VERB/6/case "
        "to/ADP/4/fixed witnesses/NOUN/2/obl",
    ),
    (
        "leave",
        "paris",
        "Paris/PROPN/2/nsubj urged/VERB/0/root rebels/NOUN/2/obj to/PART/5/mark leave/VERB/2/xcomp",
    ),
    (
        "left",
        None,
        "Troops/NOUN/2/nsubj left/VERB/0/root ;/PUNCT/6/punct Paris/PROPN/6/nsubj has/AUX/6/aux "
        "promised/VERB/2/parataxis others/NOUN/6/obj",
    ),
    ("killed", None, "Rebels/NOUN/2/nsubj killed/VERB/0/root soldiers/NOUN/2/obj"),
]


@pytest.mark.parametrize(("word", "speaker", "notation"), SPEAKERS)
def test_who_says_so(word: str, speaker: str | None, notation: str) -> None:
    _, sentence = drawn(notation)
    held = stance(sentence, sentence.words.index(word), load_lexicon())
    assert (sentence.words[held.speaker] if held.speaker is not None else None) == speaker
