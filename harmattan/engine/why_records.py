"""Answers of `harmattan why` as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterable

from harmattan.engine.why import (
    Answer,
    OfClaim,
    OfDocument,
    OfGroups,
    OfIncident,
    OfPair,
    OfStretch,
    OfStretches,
)
from harmattan.model.claims import Claim
from harmattan.model.judgements import Judgement
from harmattan.model.records import Record, document_record, span_record
from harmattan.resolution.explanation.incidents import NearMiss
from harmattan.resolution.explanation.pairs import PairReason
from harmattan.resolution.explanation.sentences import in_a_sentence
from harmattan.resolution.incidents.findings import SAME_FROM, UNSURE_FROM, Comparison
from harmattan.resolution.judgements.overruling import Opinion


def answer_record(answer: Answer) -> Record:
    """An answer; `about` says of what: claim, incident, document, words, claims, groups, two stretches."""
    match answer:
        case OfPair(reason):
            return {"about": "claims", **pair_record(reason)}
        case OfGroups():
            return {
                "about": "groups",
                "left": answer.left.id,
                "right": answer.right.id,
                "asked": list(answer.asked),
                "pairs": [pair_record(one) for one in answer.reasons],
                "never_compared": [
                    {"reason": reason, "pairs": number} for reason, number in answer.never.items()
                ],
                "in_no_incident": _none(answer.none),
            }
        case OfClaim():
            return {
                "about": "claim",
                "claim": _claim(answer.claim),
                "incident": answer.incident.id if answer.incident else None,
                "in_no_incident_because": answer.lacking,
                "joined": [pair_record(one) for one in answer.joined],
                "near": _near(answer.near),
                "judgements": [judgement_record(one) for one in answer.log],
            }
        case OfIncident():
            whole = answer.reason
            return {
                "about": "incident",
                "incident": whole.incident.id,
                "asked": answer.asked,
                "former_ids": list(whole.incident.former_ids),
                "first": _claim(whole.first),
                "joined": [pair_record(one) for one in whole.joined],
                "near": _near(whole.near),
                "judgements": [judgement_record(one) for one in answer.log],
            }
        case OfDocument():
            return {
                "about": "document",
                "document": document_record(answer.document),
                "in_incidents": [
                    {"claim": _claim(claim), "incident": incident.id} for claim, incident in answer.held
                ],
                "in_no_incident": _none(answer.none),
            }
        case OfStretches():
            return {
                "about": "two stretches",
                "same": answer.same,
                "left": _stretch(answer.left),
                "right": _stretch(answer.right),
            }
        case OfStretch():
            return {"about": "words", **_stretch(answer)}


def pair_record(reason: PairReason) -> Record:
    """Why two claims are one incident, or are not."""
    return {
        "together": reason.together,
        "why": in_a_sentence(reason),
        "left": _claim(reason.left),
        "right": _claim(reason.right),
        "incidents": list(reason.incidents),
        "comparison": comparison_record(reason.comparison),
        "never_compared_because": reason.uncompared,
        "counts": _opinion(reason.counts) if reason.counts else None,
        "judgements": [judgement_record(one) for one in reason.log],
        "chain": [_opinion(one) for one in reason.chain],
        "cuts": [_opinion(one) for one in reason.cuts],
    }


def comparison_record(found: Comparison | None) -> Record | None:
    """A comparison: each finding with its points, the sum, and from where on two are the same or unsure."""
    if found is None:
        return None
    return {
        "findings": [
            {"outcome": one.outcome, "detail": one.detail, "points": one.points} for one in found.findings
        ],
        "score": found.score,
        "verdict": found.verdict.value,
        "same_from": SAME_FROM,
        "unsure_from": UNSURE_FROM,
    }


def judgement_record(judgement: Judgement) -> Record:
    """A judgement as the log has it."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "about": list(judgement.sides),
        "holder": judgement.holder.value,
        "name": judgement.name,
        "at": judgement.at.isoformat(),
        "reason": judgement.reason,
        "amendment": judgement.amendment,
    }


def _opinion(opinion: Opinion) -> Record:
    return {"pair": list(opinion.pair), **judgement_record(opinion.judgement)}


def _claim(claim: Claim) -> Record:
    return {
        "id": claim.id,
        "quote": claim.statement.evidence[0].quote,
        "document": document_record(claim.document),
    }


def _near(near: Iterable[NearMiss]) -> list[Record]:
    return [{"incident": one.incident, **pair_record(one.reason)} for one in near]


def _none(none: Iterable[tuple[Claim, str]]) -> list[Record]:
    return [{"claim": _claim(claim), "because": reason} for claim, reason in none]


def _stretch(answer: OfStretch) -> Record:
    return {
        "document": document_record(answer.stretch.document),
        "words": span_record(answer.stretch.span),
        "means": [
            {
                "what": said.what,
                "words": span_record(said.span),
                "name": said.name,
                "id": said.id,
                "known_as": said.known_as,
                "name_from": span_record(said.antecedent) if said.antecedent else None,
                "person": said.person,
                "because": said.reason,
            }
            for said in answer.said
        ],
    }
