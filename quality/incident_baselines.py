"""Two simple ways to tell whether two reports mean one incident, to measure the comparison of claims against."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt

from harmattan.model.claims import Claim
from harmattan.model.readings import Event
from quality.incident_pairs import Mark, MarkPair

_WORD = re.compile(r"\w+")

Vector = dict[str, float]


def same_day_and_place(left: Iterable[Claim], right: Iterable[Claim]) -> bool:
    """Whether any two claims of events are of one period and name one place alike."""
    theirs = [key for claim in right for key in _keys(claim)]
    return any(key in theirs for claim in left for key in _keys(claim))


def _keys(claim: Claim) -> list[tuple[object, str]]:
    event = claim.body
    if not isinstance(event, Event) or event.time is None or not event.time.period.resolved:
        return []
    return [(event.time.period, place.name.casefold()) for place in event.place]


class TermWeights:
    """TF-IDF of marks: the words of the report's title and of the sentence that the mark stands in."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._words = {mark: Counter(_WORD.findall(_passage(mark).casefold())) for mark in marks}
        self._documents = Counter(word for words in self._words.values() for word in words)

    def cosine(self, pair: MarkPair) -> float:
        """Between the two marks' words, 0 to 1."""
        left, right = self._vector(pair.left), self._vector(pair.right)
        product = sum(weight * right.get(word, 0.0) for word, weight in left.items())
        return product / (_length(left) * _length(right) or 1.0)

    def _vector(self, mark: Mark) -> Vector:
        total = len(self._words)
        return {
            word: (1 + log(count)) * log((1 + total) / self._documents[word])
            for word, count in self._words[mark].items()
        }


def best_threshold(scored: Sequence[tuple[float, bool]]) -> float:
    """The cosine from which on SAME has the best F1."""
    gold = sum(same for _, same in scored)
    best, found, right = (0.0, 1.0), 0, 0
    for cosine, same in sorted(scored, reverse=True):
        found, right = found + 1, right + same
        best = max(best, (2 * right / (found + gold), cosine))
    return best[1]


def _passage(mark: Mark) -> str:
    """Title and sentence."""
    return f"{mark.document.title} {mark.sentence.quote}"


def _length(vector: Vector) -> float:
    return sqrt(sum(weight * weight for weight in vector.values()))
