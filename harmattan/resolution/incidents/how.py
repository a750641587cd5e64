"""Comparisons of kind, means and counts: what was done, with what, and to how many."""

from __future__ import annotations

import re
from functools import lru_cache

from harmattan.model.readings import Event, Mention, Number
from harmattan.resolution.incidents.accounts import Account, Party, died_later
from harmattan.resolution.incidents.findings import Finding

OFTEN_ONE = frozenset({frozenset({"ASSAULT", "COERCE"}), frozenset({"PROTEST", "ASSAULT"})})
"""Kinds between which reports of one happening vary: an abduction in an attack, a riot."""

_BLAST = frozenset({"explosives", "suicide-attack", "heavy-weapons"})
_AIR = frozenset({"aerial", "drone", "heavy-weapons"})
_HAND = frozenset({"firearms", "targeted", "primitive", "explosives", "destroy"})
KIN_MODES = (_BLAST, _AIR, _HAND)
"""Means that one report has as one of them and another as another: a raid with guns, knives and fire."""

SMALL = 3
"""Dead up to which two reports agree by chance too often for the number to tell much."""
MANY = 50
"""Dead from which a happening is so rare that reports need not agree on the number to mean the same."""


_OVERRUN = re.compile(r"(?:over(?:r[au]n|whelm)|storm|loot|pillag|ransack|plunder|sack)", re.IGNORECASE)
"""Triggers of a taking that is an attack as well."""
_CAME_IN = re.compile(
    r"(?:enter|storm|burst|bro(?:k|ke|ken)\b|invad|penetrat|march|advanc|push|r[ao]de|drove)", re.IGNORECASE
)
"""Triggers of a movement of fighters that is, as another tells it, their attack."""


def kind(left: Account, right: Account) -> Finding:
    """PLOVER's event type, and of two types whether the one may be told as the other."""
    return _kinds(_kind_of(left.event), _kind_of(right.event))


def never_one(left: Event, right: Event) -> bool:
    """Whether the two are of kinds that are not told as one another."""
    return left.type != right.type and _kinds(_kind_of(left), _kind_of(right)).outcome == "another kind"


def _kind_of(event: Event) -> str:
    """Its type, and of what borders on an attack which of such it is."""
    if event.type == "COERCE":
        if event.mode == "arrest":
            return "COERCE arrest"
        return "COERCE overrun" if _is_of(_OVERRUN, event.trigger.quote) else "COERCE"
    if event.type == "MOBILIZE" and _is_of(_CAME_IN, event.trigger.quote):
        return "MOBILIZE into"
    return event.type


@lru_cache(maxsize=4096)
def _is_of(words: re.Pattern[str], trigger: str) -> bool:
    return words.match(trigger) is not None


@lru_cache
def _kinds(one: str, other: str) -> Finding:
    first, second = one.partition(" ")[0], other.partition(" ")[0]
    if first == second:
        return Finding("same kind", first)
    types = f"{first} and {second}"
    both = frozenset((one, other))
    if both == {"ASSAULT", "COERCE overrun"}:
        return Finding("an attack and an overrunning", types)
    if both == {"ASSAULT", "COERCE arrest"}:
        return Finding("an attack and an arrest", types)
    if both in _INTO:
        return Finding("an attack and a coming in", types)
    return Finding(
        "kinds often told as one another" if frozenset((first, second)) in OFTEN_ONE else "another kind",
        types,
    )


_INTO = ({"ASSAULT", "MOBILIZE into"}, {"COERCE overrun", "MOBILIZE into"}, {"COERCE", "MOBILIZE into"})


def mode(left: Account, right: Account) -> Finding | None:
    """PLOVER's mode, where both have one and the type is the same."""
    one, other = left.event.mode, right.event.mode
    if one is None or other is None or left.event.type != right.event.type or "targeted" in {one, other}:
        return None  # "massacre" and "murder" say how it is judged, not with what it was done
    if one == other:
        return Finding("same mode", one)
    kin = any(one in modes and other in modes for modes in KIN_MODES)
    return Finding("kindred modes" if kin else "another mode", f"{one} and {other}")


def killed(left: Account, right: Account) -> Finding | None:
    """How many died."""
    one, other = left.event.killed, right.event.killed
    if one is None or other is None:
        return None
    if died_later(left.event, left.claim) or died_later(right.event, right.claim):
        return None  # who dies of it in hospital is one of them
    words = f"{one.span.quote} and {other.span.quote}"
    if _VAGUE.search(min(one, other, key=_value).span.quote):
        return None
    if _value(one) == _value(other):
        return Finding("same number killed" if _value(one) > SMALL else "same small number killed", words)
    if left.text == right.text:
        return (
            Finding("another number killed in one text", words) if _tellers(left) == _tellers(right) else None
        )
    (fewest, most), (least, _) = sorted((_bounds(one), _bounds(other)))
    if fewest >= MANY:
        return Finding("many killed in both", words)
    if least <= 2 * most:
        return Finding("similar number killed", words)
    if least <= 4 * most or least - most <= 10 or any(map(_of_own, (left, right))):
        return None  # those who did it count otherwise than those who suffered it
    return Finding("killed far apart", words)


_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands)\b", re.IGNORECASE)
"""Numbers with nothing above them: "dozens" may be two hundred."""


def _tellers(told: Account) -> str | None:
    by = told.claim.statement.attribution
    return by.name if by is not None else None


def _of_own(told: Account) -> bool:
    """Whether a side counts what it did itself, or only its own dead: "thirty of our men"."""
    return _of_own_deed(told) or any(
        _OWN.search(mention.span.quote) or _ends_own(told, mention) for mention in told.event.victim
    )


def _ends_own(told: Account, mention: Mention) -> bool:
    start = mention.span.start
    return _OWN_BEFORE.search(told.claim.document.text[max(0, start - 12) : start]) is not None


_OWN = re.compile(r"\b(?:our|own)\b", re.IGNORECASE)
_OWN_BEFORE = re.compile(r"\b(?:our|own)\s$", re.IGNORECASE)


def _of_own_deed(told: Account) -> bool:
    """Whether those who did it say so: "our fighters"."""
    by = told.claim.statement.attribution
    if by is not None and (by.actor in told.actor.ids or by.name in told.actor.names):
        return True
    text = told.claim.document.text
    return any(text[: mention.span.start].rstrip().endswith(("Our", "our")) for mention in told.event.actor)


def _value(number: Number) -> int:
    """The number that is named: of "at least 14" fourteen."""
    count = number.count
    return next(value for value in (count.best, count.low, count.high) if value is not None)


def _bounds(number: Number) -> tuple[int, int]:
    """The least and the most that is named; "at least 14" names 14 for both."""
    count = number.count
    known = [value for value in (count.low, count.best, count.high) if value is not None]
    return min(known), max(known)


def wounded(left: Account, right: Account) -> Finding | None:
    """How many were hurt or taken."""
    one, other = left.event, right.event
    for first, second in ((one.wounded, other.wounded), (one.abducted, other.abducted)):
        if first and second and _value(first) == _value(second) > 1:
            return Finding("same number wounded or abducted", first.span.quote)
    return None


def weapon(left: Account, right: Account) -> Finding | None:
    """With what: a word that both descriptions end in, plural or not."""
    if not left.event.weapon or not right.event.weapon:
        return None
    one, other = (
        {head.removesuffix("s") for head in Party.of(told.event.weapon).heads} for told in (left, right)
    )
    shared = one & other
    return Finding("same weapon", ", ".join(sorted(shared))) if shared else None


def denial(left: Account, right: Account) -> Finding | None:
    """Whether one denies: what is denied has been told by somebody, so that it has a match more often."""
    return Finding("one denies") if left.denied != right.denied else None


_BACK = re.compile(
    r"(?:recaptur|retak|retook|regain|reclaim|recover|reconquer|liberat|releas|free[ds]?$|rescu)",
    re.IGNORECASE,
)
"""Triggers of what undoes a taking."""


def reversal(left: Account, right: Account) -> Finding | None:
    """Whether one takes back or lets go what the other took."""
    one, other = left.event.trigger.quote, right.event.trigger.quote
    if one == other or _takes_back(one) == _takes_back(other):
        return None
    return Finding("one takes back", f"{one} and {other}")


@lru_cache(maxsize=4096)
def _takes_back(trigger: str) -> bool:
    return _BACK.match(trigger) is not None
