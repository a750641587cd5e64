"""How likely it is that a document says what was read: a logistic model over a few named features of the reading.

The weights in `reference/data/confidence.json` are learnt from claims that the tests in `quality/` judged
(`python -m training.confidence`); `docs/quality.md` shows how well they are calibrated.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Self

from harmattan.model.readings import Event, Mention, Modality, Place, Relation, Statement, Strength
from harmattan.model.text import Span
from harmattan.reading.pages import Line, Page
from harmattan.reference import learnt

Features = dict[str, float]
"""Values by the names of the features; one that is 0 is left out."""

Judge = Callable[[Features], float | None]
"""Gives the confidence for the features of a statement; None where it cannot tell."""

_LONG = 60
"""Words; longer sentences are as hard as these."""


@dataclass(frozen=True)
class Confidence:
    """The learnt model."""

    weights: Mapping[str, float]
    """By feature; "always" is the bias. Empty where nothing was learnt yet."""

    @classmethod
    def load(cls) -> Self:
        """What ships with the package."""
        return cls(learnt.weights("confidence"))

    def __call__(self, features: Features) -> float | None:
        """A likelihood with two decimals, never 0 or 1; None without weights."""
        if not self.weights:
            return None
        score = sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return min(0.99, max(0.01, round(learnt.logistic(score), 2)))


def judged(statement: Statement, page: Page, judge: Judge) -> Statement:
    """The statement with its confidence."""
    return replace(statement, confidence=judge(features(statement, page)))


def features(statement: Statement, page: Page) -> Features:
    """What is known of how a statement came about."""
    found: Features = {"always": 1.0}
    body = statement.body
    match body:
        case Event():
            found[f"event {body.type}"] = 1.0
            for name in ("actor", "recipient", "target", "victim", "weapon", "place"):
                if getattr(body, name):
                    found[f"has {name}"] = 1.0
            for name in ("time", "killed", "wounded", "abducted"):
                if getattr(body, name) is not None:
                    found[f"has {name}"] = 1.0
        case Strength():
            found[f"strength {body.status.value}"] = 1.0
            found["strength has place"] = float(bool(body.place))
            found["strength has force"] = float(bool(body.force))
        case Relation():
            found[f"relation {body.relation.value}"] = 1.0
    if statement.modality is not Modality.ASSERTED:
        found[f"modality {statement.modality.value}"] = 1.0
    if statement.attribution is not None:
        found["attributed"] = 1.0
    if len(statement.evidence) > 1:
        found["several sentences"] = 1.0
    if any(mention.antecedent is not None for mention in _mentions(statement)):
        found["antecedent"] = 1.0
    line = _line_at(page, statement.evidence[0].start)
    if line is not None:
        found |= _of_sentence(statement, line)
    return {name: value for name, value in found.items() if value}


def _of_sentence(statement: Statement, line: Line) -> Features:
    """How hard the sentence was to read, and how sure the encoder is of the words that matter."""
    sentence = line.sentence
    found: Features = {"length": min(len(sentence), _LONG) / _LONG}
    if all(upos not in ("VERB", "AUX") for upos in sentence.upos):
        found["no verb"] = 1.0
    spans = [span for span in _spans(statement) if sentence.start <= span.start and span.end <= sentence.end]
    heads = [line.hung_by(span) for span in spans]
    if isinstance(statement.body, Event):
        trigger = statement.body.trigger
        if sentence.start <= trigger.start and trigger.end <= sentence.end:
            index = line.hung_by(trigger)
            found[f"trigger {sentence.upos[index].lower()}"] = 1.0
            found["predicate unmarked"] = float(index not in sentence.predicate_at)
            found["depth"] = min(6, sum(1 for _ in sentence.ancestors(index))) / 6
    if sentence.certainty and heads:
        sure = [sentence.certainty[index] for index in heads]
        found["least sure"] = 1 - min(sure)
        found["unsure"] = 1 - sum(sure) / len(sure)
        found["unsure sentence"] = 1 - sum(sentence.certainty) / len(sentence)
    return found


def _line_at(page: Page, offset: int) -> Line | None:
    after = bisect_right(page.lines, offset, key=lambda line: line.sentence.start)
    line = page.lines[after - 1] if after else None
    return line if line is not None and offset < line.sentence.end else None


def _mentions(statement: Statement) -> Iterator[Mention]:
    body = statement.body
    match body:
        case Event():
            for mentions in (body.actor, body.recipient, body.target, body.victim, body.weapon):
                yield from mentions
        case Strength():
            yield from body.force
        case Relation():
            yield body.subject
            if isinstance(body.object, Mention):
                yield body.object
    if statement.attribution is not None:
        yield statement.attribution


def _spans(statement: Statement) -> Iterator[Span]:
    """The stretches that the statement rests on."""
    body = statement.body
    match body:
        case Event():
            yield body.trigger
            for number in (body.killed, body.wounded, body.abducted):
                if number is not None:
                    yield number.span
            for place in body.place:
                yield place.span
        case Strength():
            yield body.size.span
        case Relation():
            if isinstance(body.object, Place):
                yield body.object.span
    for mention in _mentions(statement):
        yield mention.span
