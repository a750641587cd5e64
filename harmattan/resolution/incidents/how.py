"""Comparisons of kind, means and counts: what was done, with what, and to how many."""

from __future__ import annotations

import re
from functools import lru_cache

from harmattan.model.readings import Number
from harmattan.resolution.incidents.accounts import Account, Party
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


def kind(left: Account, right: Account) -> Finding:
    """PLOVER's event type."""
    return _kinds(left.event.type, right.event.type)


@lru_cache
def _kinds(one: str, other: str) -> Finding:
    if one == other:
        return Finding("same kind", one)
    types = f"{one} and {other}"
    return Finding(
        "kinds often told as one another" if frozenset((one, other)) in OFTEN_ONE else "another kind", types
    )


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
    words = f"{one.span.quote} and {other.span.quote}"
    if _VAGUE.search(min(one, other, key=_value).span.quote):
        return None
    if _value(one) == _value(other):
        return Finding("same number killed" if _value(one) > SMALL else "same small number killed", words)
    if left.text == right.text and _tellers(left) == _tellers(right):
        return Finding("another number killed in one text", words)
    (fewest, most), (least, _) = sorted((_bounds(one), _bounds(other)))
    if fewest >= MANY:
        return Finding("many killed in both", words)
    if least <= 2 * most:
        return Finding("similar number killed", words)
    if least <= 4 * most or least - most <= 10 or _of_own_deed(left) or _of_own_deed(right):
        return None  # those who did it count otherwise than those who suffered it
    return Finding("killed far apart", words)


_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands)\b", re.IGNORECASE)
"""Numbers with nothing above them: "dozens" may be two hundred."""


def _tellers(told: Account) -> str | None:
    by = told.claim.statement.attribution
    return by.name if by is not None else None


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
