"""How MUC-4 scores templates: fill against fill, template against template, and the sums over all templates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from harmattan.model.values import Count, Period
from quality.assignment import best_pairs
from quality.muc_keys import Dates, Fill, Key, Toll, Whereabouts, Words

SLOTS = (
    "type",
    "stage",
    "date",
    "location",
    "weapon",
    "perpetrator individual",
    "perpetrator organisation",
    "physical target",
    "human target",
    "killed",
    "wounded",
)
PARTIES = ("perpetrator individual", "perpetrator organisation", "physical target", "human target")
FULL, HALF = 1.0, 0.5
_LONGEST_PARTIAL = timedelta(days=31)
_SINCE = timedelta(days=92)
_WORD = re.compile(r"[^\W_][\w'-]*")
_EMPTY = frozenset(
    """a an the of in on at to from and or for by with his her its their this that these those who which whose as
    some several many few another other others one two three four five six seven eight nine ten eleven twelve dozen
    dozens hundred hundreds least about approximately more than group groups member members number
    col colonel gen general lt lieutenant capt captain maj major sgt sergeant father fr mr mrs dr senor
    monsignor""".split()
)
"""Words that say nothing of who or what it is: articles, numbers, ranks and forms of address."""
_ENDS_HEAD = frozenset(
    "of in on at from for with who which that whose near by to , ( [ whom where belonging located against".split()
)
_KINDS = frozenset(
    """city town village department region province municipality neighborhood district area northern southern
    eastern western central northeastern northwestern southeastern southwestern capital zone vicinity outskirts
    suburb suburbs center centre downtown part road highway linking between near and border the of in""".split()
)
"""Words of a place's name that say what it is, or where by it."""


@dataclass(frozen=True)
class Place:
    """A place as an answer names it: its words and the country it was found in."""

    name: str
    country: str = ""


@dataclass(frozen=True)
class When:
    """When an answer says it was; `until` where it only knows that it was before the report."""

    period: Period
    until: bool = False


Answer = tuple[str, ...] | When | tuple[Place, ...] | Count
"""One fill of an answer: the names of a thing, a time, the places, or how many."""


@dataclass(frozen=True)
class Response:
    """One template of ours; `start` and `end` are its trigger's offsets, for showing."""

    slots: Mapping[str, Sequence[Answer]]
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Match:
    """A response's template and the key's that it answers to, by position; None where one has no other."""

    response: int | None
    key: int | None


def credit(slot: str, fill: Fill, answer: Answer) -> float:
    """1 where an answer is right, a half where it is partly right, else 0."""
    match fill, answer:
        case Words(), tuple():
            names = tuple(str(name) for name in answer)
            if slot == "type":
                return type_credit(fill, names[0])
            if slot == "stage":
                return FULL if names[0] in fill.names else 0.0
            return max((string_credit(name, other) for name in fill.names for other in names), default=0.0)
        case Dates(), When():
            return max(date_credit(span, answer) for span in fill.spans)
        case Whereabouts(), tuple():
            places = tuple(place for place in answer if isinstance(place, Place))
            return max(place_credit(levels, places) for levels in fill.levels)
        case Toll(), Count():
            return toll_credit(fill, answer)
        case _:
            return 0.0


def type_credit(fill: Words, name: str) -> float:
    """ATTACK is the general type: where the key has a special one, it is partly right."""
    return FULL if name in fill.names else HALF if name == "ATTACK" else 0.0


def string_credit(key: str, answer: str) -> float:
    """Right: the same content words, or those of one among the other's under the same head; partly: one among the
    other's under another head, or the same head with other words beside it.
    """
    ours, theirs = content(answer), content(key)
    if not ours or not theirs:
        return FULL if _flat(answer) == _flat(key) else 0.0
    same_head = head(answer) == head(key)
    inside = ours <= theirs or theirs <= ours
    if ours == theirs or (inside and same_head):
        return FULL
    return HALF if inside or same_head else 0.0


def content(text: str) -> frozenset[str]:
    """The words of a fill that say who or what it is, in the singular."""
    return frozenset(_singular(word) for word in _words(text) if word not in _EMPTY and not word.isdigit())


def head(text: str) -> str:
    """The last content word before a preposition, a relative clause or a comma."""
    words = re.findall(r"[^\W_][\w'-]*|[,(\[]", text.lower())
    found = ""
    for word in words:
        if word in _ENDS_HEAD and found:
            break
        if word[0].isalnum() and word not in _EMPTY and not word.isdigit():
            found = _singular(word)
    return found


def _words(text: str) -> list[str]:
    return [word.strip("'-") for word in _WORD.findall(text.lower())]


def _flat(text: str) -> str:
    return " ".join(_words(text))


def _singular(word: str) -> str:
    word = word.removesuffix("'s")
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def date_credit(span: tuple[object, ...], answer: When) -> float:
    """Right within the key's days; partly where it overlaps them and is no wider than a month. Where the key only
    knows until when, the report's own date as the latest is right, and a time within three months before it partly.
    """
    first, last = span
    earliest, latest = answer.period.earliest, answer.period.latest
    if latest is None:
        return 0.0
    if first is None:
        if answer.until:
            return FULL if latest == last else 0.0
        recent = earliest is not None and earliest >= last - _SINCE  # type: ignore[operator]
        return HALF if recent and latest <= last else 0.0  # type: ignore[operator]
    if answer.until or earliest is None:
        return 0.0
    if first <= earliest and latest <= last:  # type: ignore[operator]
        return FULL
    overlaps = earliest <= last and first <= latest  # type: ignore[operator]
    return HALF if overlaps and latest - earliest <= _LONGEST_PARTIAL else 0.0


def place_credit(levels: Sequence[Sequence[str]], places: Sequence[Place]) -> float:
    """Right if a place named is the innermost of the key; partly if it is one around it or in the same country."""
    names = [_place(place.name) for place in places]
    countries = {_place(place.country) for place in places if place.country}
    inner = [_place(name) for name in levels[-1]]
    whole = frozenset(word for other in inner for word in other)
    if any(_same_place(name, other) or (other <= name <= whole) for name in names for other in inner):
        return FULL
    around = [_place(name) for level in levels[:-1] for name in level] or inner
    if any(_same_place(name, other) for name in names for other in around):
        return HALF
    return HALF if any(country in countries for country in around) else 0.0


def _place(name: str) -> frozenset[str]:
    words = frozenset(_words(name))
    return words - _KINDS or words


def _same_place(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours) and ours == theirs


def toll_credit(fill: Toll, answer: Count) -> float:
    """Right where the number told is one that the key allows; partly where the two ranges only overlap."""
    low = answer.low if answer.low is not None else 0
    high = answer.high
    if answer.best is not None:
        within = fill.low <= answer.best and (fill.high is None or answer.best <= fill.high)
        return FULL if within else 0.0
    if low >= fill.low and fill.high is None:
        return FULL
    overlaps = (high is None or high >= fill.low) and (fill.high is None or low <= fill.high)
    return HALF if overlaps else 0.0


def slot_pairs(slot: str, fills: Sequence[Fill], answers: Sequence[Answer]) -> list[tuple[int, int, float]]:
    """Which fill each answer is held against so that most are right: fill, answer, credit."""
    worth = [[credit(slot, fill, answer) for answer in answers] for fill in fills]
    return [(fill, answer, worth[fill][answer]) for fill, answer in best_pairs(worth)]


def earned(slot: str, key: Key, response: Response) -> float:
    """The credit of one slot."""
    pairs = slot_pairs(slot, key.slots.get(slot, ()), response.slots.get(slot, ()))
    return sum(worth for _, _, worth in pairs)


def mapped(keys: Sequence[Key], responses: Sequence[Response]) -> list[Match]:
    """Each response to one key at most, so that the credit is greatest.

    Two can only be mapped if the type is at least partly right and at least one of the perpetrators or targets.
    """
    pairs = best_pairs([[worth(key, response) for key in keys] for response in responses])
    taken, used = {key for _, key in pairs}, {response for response, _ in pairs}
    return [
        *(Match(response, key) for response, key in pairs),
        *(Match(response, None) for response in range(len(responses)) if response not in used),
        *(Match(None, key) for key in range(len(keys)) if key not in taken),
    ]


def worth(key: Key, response: Response) -> float:
    """What a response earns as the answer to a template; 0 where they cannot be mapped."""
    if earned("type", key, response) == 0 or all(earned(slot, key, response) == 0 for slot in PARTIES):
        return 0.0
    return sum(earned(slot, key, response) for slot in SLOTS)


@dataclass
class Score:
    """Credit, actual and possible fills; a fill that is partly right earns a half."""

    credit: float = 0.0
    actual: int = 0
    possible: int = 0

    def add(self, credit: float, actual: int, possible: int) -> None:
        """Add what one slot of one template came to."""
        self.credit += credit
        self.actual += actual
        self.possible += possible

    @property
    def precision(self) -> float:
        """Credit of actual, in percent."""
        return 100 * self.credit / max(1, self.actual)

    @property
    def recall(self) -> float:
        """Credit of possible, in percent."""
        return 100 * self.credit / max(1, self.possible)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in percent."""
        return 200 * self.credit / max(1, self.actual + self.possible)


def score(
    keys: Sequence[Key], responses: Sequence[Response], matches: Sequence[Match]
) -> Iterator[tuple[str, float, int, int]]:
    """Slot, credit, actual and possible over all templates of one document.

    An optional template that nothing is mapped to is not possible; nor is an optional fill that nothing is right about.
    """
    for match in matches:
        key = keys[match.key] if match.key is not None else None
        response = responses[match.response] if match.response is not None else None
        if response is None and key is not None and key.optional:
            continue
        for slot in SLOTS:
            fills = key.slots.get(slot, ()) if key else ()
            answers = response.slots.get(slot, ()) if response else ()
            pairs = slot_pairs(slot, fills, answers)
            right = {fill for fill, _, _ in pairs}
            possible = sum(not fill.optional or at in right for at, fill in enumerate(fills))
            yield slot, sum(worth for _, _, worth in pairs), len(answers), possible
