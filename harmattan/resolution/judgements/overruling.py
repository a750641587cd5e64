"""Which opinion counts, of all that the log holds: the rule of docs/judgements.md, first part.

One holder's newer opinion outranks the older and a withdrawal takes it back; analysts come before programs, the newer
of two analysts before the older, a program's newest version before the others. Nothing here depends on the order in
which judgements arrive.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from harmattan.model.amendments import amended_fields
from harmattan.model.judgements import Holder, Judgement, Verdict

Pair = tuple[str, str]
"""Two claims' ids, in sorted order."""

Question = tuple[str, str | None]
"""What a judgement is about: a pair, or one claim and None."""

PAIRS = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE})

_CAUTION = {
    verdict: degree
    for degree, verdicts in enumerate(
        (
            (Verdict.SAME, Verdict.RIGHT),
            (Verdict.UNSURE, Verdict.AMENDED),
            (Verdict.DIFFERENT, Verdict.WRONG),
            (Verdict.WITHDRAWN,),
        )
    )
    for verdict in verdicts
}
"""How cautious a verdict is: the more cautious counts where nothing else decides between two."""

_VERSIONED = re.compile(r"(?P<program>.+?)-(?P<version>[0-9]{1,9})(?![0-9]).*", re.S)


@dataclass(frozen=True, slots=True)
class Opinion:
    """The one that counts of all judgements about a pair."""

    pair: Pair
    verdict: Verdict
    by_analyst: bool
    at: datetime
    judgement: Judgement
    contested: tuple[Judgement, ...] = ()
    """What other analysts hold of the pair, who do not agree and did not hold it last."""
    agreed: tuple[Judgement, ...] = ()
    """What others hold who agree: where this comes to nothing, theirs does too."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What counts of all that analysts hold of one claim."""

    out: bool
    """Whether it is held to be wrong."""
    fields: Mapping[str, Any]
    """Amended fields in the claims format."""
    contested: tuple[Judgement, ...] = ()


def opinions(judgements: Iterable[Judgement], known: Mapping[str, str]) -> list[Opinion]:
    """What counts for each pair of `known`'s values, by pair.

    `known` says which claim an id stands for: itself for a claim, its earliest claim for an incident. Judgements
    about anything else, about one claim only, and those that hold two names of one claim against each other, are
    passed over.
    """
    judgements = list(judgements)
    superseded = _superseded(judgements)
    by_pair: dict[Pair, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        if judgement.right is None or (judgement.holder is Holder.PROGRAM and judgement.name in superseded):
            continue
        left, right = known.get(judgement.left), known.get(judgement.right)
        if left is not None and right is not None and left != right:
            by_pair[min(left, right), max(left, right)].append(judgement)
    found = (_opinion(pair, by_pair[pair]) for pair in sorted(by_pair))
    return [opinion for opinion in found if opinion is not None]


def _opinion(pair: Pair, held: list[Judgement]) -> Opinion | None:
    if len(held) == 1 and held[0].verdict is not Verdict.WITHDRAWN:  # as of nearly all of millions
        (only,) = held
        return Opinion(pair, only.verdict, only.holder is Holder.ANALYST, only.at, only)
    analysts, programs = _newest_of_each(held)
    if analysts:
        counting = max(analysts, key=rank)
        others = sorted((one for one in analysts if one is not counting), key=rank)
        contested = tuple(one for one in others if one.verdict is not counting.verdict)
        agreed = tuple(one for one in others if one.verdict is counting.verdict)
        return Opinion(pair, counting.verdict, True, counting.at, counting, contested, agreed)
    if programs:
        counting = max(programs, key=lambda one: _CAUTION[one.verdict])
        return Opinion(pair, counting.verdict, False, counting.at, counting)
    return None


def _newest_of_each(held: list[Judgement]) -> tuple[list[Judgement], list[Judgement]]:
    """What each analyst and each program holds of one pair, by name, withdrawals left out."""
    newest: dict[tuple[Holder, str], Judgement] = {}
    for judgement in held if len(held) == 1 else sorted(held, key=lambda one: (one.name, *rank(one))):
        newest[judgement.holder, judgement.name] = judgement
    standing = [judgement for judgement in newest.values() if judgement.verdict is not Verdict.WITHDRAWN]
    analysts = [judgement for judgement in standing if judgement.holder is Holder.ANALYST]
    return analysts, [judgement for judgement in standing if judgement.holder is Holder.PROGRAM]


def standings(judgements: Iterable[Judgement]) -> dict[str, Standing]:
    """What counts of each claim that an analyst holds something of; amendments that cannot be read are passed over."""
    by_claim: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        if judgement.right is None and judgement.holder is Holder.ANALYST:
            by_claim[judgement.left].append(judgement)
    found = ((claim, _standing(held)) for claim, held in sorted(by_claim.items()))
    return {claim: standing for claim, standing in found if standing is not None}


def _standing(held: Iterable[Judgement]) -> Standing | None:
    by_analyst = _not_withdrawn(held)
    everybody = sorted((one for ones in by_analyst.values() for one in ones), key=rank)
    newest, by_field = _counting(everybody)
    if newest is None:
        return None
    fields = {field: amended_fields(judgement)[field] for field, judgement in sorted(by_field.items())}
    counting = {newest, *by_field.values()}
    own = {one for ones in by_analyst.values() for one in _live(ones)}
    contested = (one for one in own - counting if not _agrees(one, newest, fields))
    return Standing(newest.verdict is Verdict.WRONG, fields, tuple(sorted(contested, key=rank)))


def _agrees(judgement: Judgement, newest: Judgement, fields: Mapping[str, Any]) -> bool:
    """Whether an opinion that was outranked says nothing but what counts."""
    if judgement.verdict is Verdict.AMENDED:
        return newest.verdict is not Verdict.WRONG and amended_fields(judgement).items() <= fields.items()
    return judgement.verdict is newest.verdict


def _counting(held: Iterable[Judgement]) -> tuple[Judgement | None, dict[str, Judgement]]:
    """Of opinions about one claim, the oldest first: which is the newest, and which says what a field should be."""
    newest: Judgement | None = None
    by_field: dict[str, Judgement] = {}
    for judgement in held:
        newest = judgement
        if judgement.verdict is Verdict.AMENDED:
            by_field |= dict.fromkeys(amended_fields(judgement), judgement)
        else:
            by_field.clear()
    return newest, by_field


def _live(held: Iterable[Judgement]) -> set[Judgement]:
    newest, by_field = _counting(held)
    return ({newest} if newest else set()) | set(by_field.values())


def _not_withdrawn(held: Iterable[Judgement]) -> dict[str, list[Judgement]]:
    """What each analyst holds of one claim, the oldest first, nothing from before their last withdrawal."""
    by_analyst: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in sorted(held, key=rank):
        if judgement.verdict is Verdict.WITHDRAWN:
            by_analyst[judgement.name].clear()
        elif judgement.verdict is not Verdict.AMENDED or _readable(judgement):
            by_analyst[judgement.name].append(judgement)
    return by_analyst


def _readable(judgement: Judgement) -> bool:
    try:
        return bool(amended_fields(judgement))
    except ValueError:
        return False


def live(judgements: Iterable[Judgement]) -> list[Judgement]:
    """What analysts still hold by their own account: neither withdrawn nor outranked by their own newer opinion.

    Of AMENDED those that cannot be read are among them, for somebody must hear of it.
    """
    questions: dict[tuple[Question, str], list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        if judgement.holder is Holder.ANALYST:
            questions[(judgement.left, judgement.right), judgement.name].append(judgement)
    found: set[Judgement] = set()
    for (question, _), held in questions.items():
        if question[1] is not None:
            analysts, _ = _newest_of_each(held)
            found.update(analysts)
        else:
            for ones in _not_withdrawn(held).values():
                found |= _live(ones)
            withdrawn = [rank(one) for one in held if one.verdict is Verdict.WITHDRAWN]
            odd = (one for one in held if one.verdict is Verdict.AMENDED and not _readable(one))
            found.update(one for one in odd if not withdrawn or rank(one) > max(withdrawn))
    return sorted(found, key=rank)


def _superseded(judgements: Iterable[Judgement]) -> set[str]:
    """Names of programs of which the log has a newer version.

    `incidents-10` is newer than `incidents-9`; of versions with one number the one that judged last.
    """
    last: dict[str, datetime] = {}
    for judgement in judgements:
        if judgement.holder is Holder.PROGRAM:
            known = last.get(judgement.name)
            if known is None or judgement.at > known:
                last[judgement.name] = judgement.at
    return last.keys() - newest_versions(last)


def newest_versions(last: Mapping[str, datetime]) -> set[str]:
    """The names of programs of which there is no newer version, by when each judged last."""
    newest: dict[str, tuple[int, datetime, str]] = {}
    for name, at in last.items():
        program, version = _versioned(name)
        here = (version, at, name)
        newest[program] = max(newest.get(program, here), here)
    return {name for _, _, name in newest.values()}


def _versioned(name: str) -> tuple[str, int]:
    """A program's plain name and the number of its version: 0 where there is none."""
    match = _VERSIONED.fullmatch(name)
    return (match["program"], int(match["version"])) if match else (name, 0)


def rank(judgement: Judgement) -> tuple[datetime, int, str]:
    """Of one holder's opinions about one thing, or of two analysts', the one of the higher rank counts."""
    return judgement.at, _CAUTION[judgement.verdict], judgement.id
