"""Numbers that somebody counts, guesses or gets: "5,000, say their chiefs", "36,000 was the Greeks' estimate"."""

from __future__ import annotations

from harmattan.reading.marks import Sentence
from harmattan.reading.numbers.quantities import Quantity
from harmattan.reading.pages import Line
from harmattan.reading.strengths.phrases import Hung
from harmattan.reference.inflection import forms_of_all
from harmattan.reference.lexicon import Lexicon

_COUNTING = forms_of_all("count estimate reckon guess number tally")
_RECEIVING = forms_of_all("give receive get allot allocate grant lend promise send")
_PUTTING = forms_of_all("put give set reckon place estimate")
_LEAVING = frozenset(["leaving", "left"])
_ESTIMATES = frozenset("estimate estimates count figure number tally total guess reckoning".split())
_OPENINGS = frozenset([":", ";", ".", "?", "“", '"', "''", "``"])


def is_reckoned(line: Line, quantity: Quantity, where: Hung, lexicon: Lexicon) -> bool:
    """Whether a bare number is somebody's count of what is spoken of."""
    sentence = line.sentence
    first, stop = line.tokens_of(quantity.span)
    if _is_answer(sentence, first, stop, lexicon):
        return True
    if where.predicate is None:
        return False
    word, kind = sentence.words[where.predicate], where.relation.partition(":")[0]
    if kind == "nsubj":
        return word in _ESTIMATES
    if kind == "obj" and word in _LEAVING:
        return stop < len(sentence) and sentence.words[stop] in {"at", "in", "on", "there", "behind", "to"}
    if word in _PUTTING and where.case in {"at", "as"}:
        # "Local officials put it at 250", "which the command gave as 17,000"
        return True
    return kind == "obj" and word in _COUNTING


def _is_answer(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a number is all that somebody says: "2,000, says the governor. At least 5,000, says the priest."."""
    if first and sentence.words[first - 1] not in _OPENINGS:
        return False
    following = sentence.words[stop : stop + 3]
    if not following or following[0] not in {",", "”", '"'}:
        return False
    said = next((word for word in following if word not in {",", "”", '"', "''"}), "")
    return lexicon.reporting(said) is not None


def is_received(sentence: Sentence, where: Hung) -> bool:
    """Whether a bare number is what somebody was given of what was asked for: "they were given four"."""
    if where.predicate is None or where.relation.partition(":")[0] not in {"obj", "xcomp", "iobj"}:
        return False
    return sentence.words[where.predicate] in _RECEIVING
