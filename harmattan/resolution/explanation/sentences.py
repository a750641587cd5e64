"""Why two claims are one incident or not, in one sentence for a person."""

from __future__ import annotations

from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.resolution.explanation.pairs import PairReason
from harmattan.resolution.incidents.findings import SAME_FROM, UNSURE_FROM
from harmattan.resolution.judgements.overruling import Opinion


def of_whom(judgement: Judgement) -> str:
    """Who holds it: "the analyst Ann", "the program incidents-2"."""
    kind = "the program" if judgement.holder is Holder.PROGRAM else "the analyst"
    return f"{kind} {judgement.name}"


def in_a_sentence(reason: PairReason) -> str:
    """Why two claims are one incident, or are not."""
    return _together(reason) if reason.together else _apart(reason)


def _together(reason: PairReason) -> str:
    if reason.left.id == reason.right.id:
        return "Both are one claim."
    opinion = reason.counts
    if opinion is not None and opinion.verdict is Verdict.SAME:
        if opinion.by_analyst:
            return f"One incident: {of_whom(opinion.judgement)} holds them to be the same."
        points = f"{reason.comparison.score:g} points" if reason.comparison else "enough points"
        return f"One incident: compared they come to {points}, and {SAME_FROM:g} are enough."
    between = len(reason.chain) - 1
    through = f"{between} claim{'s' if between != 1 else ''} between them"
    if opinion is not None:
        return f"One incident through {through}, though {of_whom(opinion.judgement)} is {_held(opinion)} of these two."
    if reason.comparison and reason.comparison.score < SAME_FROM:
        return (
            f"One incident through {through}; by themselves they come to {reason.comparison.score:g} points only, "
            f"and {SAME_FROM:g} are needed."
        )
    return f"One incident through {through}."


def _held(opinion: Opinion) -> str:
    return "unsure" if opinion.verdict is Verdict.UNSURE else f"for {opinion.verdict.value}"


def _apart(reason: PairReason) -> str:
    opinion, found = reason.counts, reason.comparison
    if reason.lacking is not None:
        return f"Not one incident: {reason.lacking}."
    if opinion is not None and opinion.by_analyst and opinion.verdict is not Verdict.SAME:
        what = "it cannot be told" if opinion.verdict is Verdict.UNSURE else "they are different"
        return f"Not one incident: {of_whom(opinion.judgement)} holds that {what}."
    if reason.cuts:
        cut = min(reason.cuts, key=lambda one: (not one.by_analyst, one.pair))
        joined = (
            "they are held to be the same" if opinion and opinion.verdict is Verdict.SAME else "a chain leads"
        )
        joined += "" if joined.startswith("they") else " from one to the other"
        return (
            f"Not one incident, though {joined}: {of_whom(cut.judgement)} holds claims of the two sides "
            "to be different."
        )
    if opinion is not None and opinion.verdict is Verdict.DIFFERENT:
        return f"Not one incident: {of_whom(opinion.judgement)} holds them to be different."
    if found is None:
        return "Not one incident."
    if reason.uncompared is not None and opinion is None:
        return f"Not one incident; they were never compared: {reason.uncompared}."
    if found.score >= SAME_FROM:
        if opinion is not None and opinion.verdict is Verdict.UNSURE:
            _, _, doubt = opinion.judgement.reason.partition(", but ")
            why = doubt or f"{of_whom(opinion.judgement)} is unsure of them"
            return f"Not one incident, though compared they come to {found.score:g} points: {why}."
        return (
            f"Not one incident, though they come to {found.score:g} points now: the program has not judged them since; "
            "the next run will."
        )
    unsure = f", which is unsure ({UNSURE_FROM:g} to {SAME_FROM:g})" if found.score >= UNSURE_FROM else ""
    return f"Not one incident: compared they come to {found.score:g} points{unsure}, and {SAME_FROM:g} are needed."
