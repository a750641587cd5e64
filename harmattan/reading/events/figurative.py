"""Verbs of force and of giving way that are said of money, markets, fires and games."""

from __future__ import annotations

from harmattan.reading.events.arguments import Arguments
from harmattan.reading.marks import Sentence
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.inflection import forms_of_all, noun_forms


def _nouns(words: str) -> frozenset[str]:
    return frozenset(form for word in words.split() for form in noun_forms(word))


_PAPERS = _nouns(
    """offer money cash saving deposit fund dollar euro pound share stock complaint statement remark amendment petition
    charge licence license nomination proposal lawsuit appeal resignation request motion draft"""
) | {"million", "billion"}
_MARKETS = _nouns(
    """investor depositor saver shareholder share stock price market currency bond trader glacier locust pest virus
    disease bacterium striker"""
)
_FIRES = _nouns(
    "flame fire blaze wildfire disease epidemic pandemic cancer poverty inflation corruption unemployment malaria"
)
_OBJECTS = (
    (forms_of_all("withdraw pull surrender"), _PAPERS),
    (forms_of_all("fight combat battle attack"), _FIRES),
    (
        forms_of_all("seize take grab regain"),
        _nouns("initiative opportunity chance moment occasion headline"),
    ),
)
_WITHDRAWING = forms_of_all("withdraw")
_SHELVES = _nouns("shop shelf store supermarket pharmacy market sale circulation account")
_SUBJECTS = forms_of_all("withdraw retreat attack invade storm strike surrender")


_BRINGING = forms_of_all("bring")
_TO_NOWHERE = frozenset(
    "justice trial account book court table heel light end halt close power knees".split()
)
"""What somebody is brought to who is brought nowhere."""

_BLAMED_FOR = frozenset(["for", "over"])
_CRITICS = _nouns(
    """critic lawmaker opposition union senator congressman newspaper press media fan supporter shareholder voter
    commentator economist conservative liberal republican democrat"""
)
_FALLING = forms_of_all("fall")
_FALLEN_SO = frozenset(
    "ill sick asleep silent quiet unconscious victim prey apart foul short flat pregnant behind overboard".split()
)
"""What somebody falls who does not fall in a fight."""
_SPANS = _nouns("time hour day minute week night month second")
_ARMED = _nouns(
    """soldier troop convoy patrol base post policeman police fighter rebel vehicle camp position village town
    helicopter plane aircraft ship embassy peacekeeper unit column checkpoint bus lorry truck car army team"""
)


def is_criticism(sentence: Sentence, noun: int) -> bool:
    """Whether "came under fire" tells of words: for what was done, or from those who have no other weapons."""
    verb = sentence.heads[noun]
    if sentence.words[noun] not in {"fire", "attack"} or verb < 0 or preposition(sentence, noun) != "under":
        return False
    subjects = {sentence.words[child] for child in sentence.dependants(verb, "nsubj")}
    for above in (verb, noun):
        for child in sentence.dependants(above, "obl", "nmod", "advcl"):
            case, word = preposition(sentence, child), sentence.words[child]
            marks = {sentence.words[mark] for mark in sentence.dependants(child, "mark")}
            blamed = case in _BLAMED_FOR or not marks.isdisjoint(_BLAMED_FOR)
            if blamed and word not in _SPANS and not (subjects & _ARMED):
                return True
            if case in {"from", "by"} and word in _CRITICS:
                return True
    return False


def _falls_otherwise(sentence: Sentence, verb: int) -> bool:
    """Whether the words behind say that nobody fell in a fight: "fell ill", "fell in love"."""
    behind = sentence.words[verb + 1 : verb + 3]
    return behind == ("in", "love") or not _FALLEN_SO.isdisjoint(behind[:1])


def is_figurative(sentence: Sentence, index: int, found: Arguments) -> bool:
    """Whether a verb's subject or object shows that nobody's force is spoken of: "depositors withdrew 3 billion"."""
    word = sentence.words[index]
    if is_criticism(sentence, index):
        return True
    if word in _FALLING and _falls_otherwise(sentence, index):
        return True
    if word in _BRINGING and _TO_NOWHERE & {sentence.words[head] for head in found.get("to")}:
        return True
    if word in _WITHDRAWING and _SHELVES & {sentence.words[head] for head in found.get("from")}:
        return True  # "withdrew 2,000 toys from shops"
    objects = {sentence.words[head] for head in found.get("ARG1")}
    for verbs, things in _OBJECTS:
        if word in verbs and objects & things:
            return True
    if word not in _SUBJECTS:
        return False
    doers = {sentence.words[head] for head in (*found.get("ARG0"), *sentence.dependants(index, "nsubj"))}
    counted = {sentence.words[below] for head in found.get("ARG1") for below in sentence.children[head]}
    return bool(doers & _MARKETS) or bool(word in _WITHDRAWING and counted & {"million", "billion"})
