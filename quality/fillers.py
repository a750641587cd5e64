"""MUC-4 role fillers: who did it, to what and whom, with what; strings of the document, by CEAF-REE."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from harmattan.readers.house import Marker
from quality.assignment import best_pairs
from quality.bench import Bench
from quality.filler_names import fullest, person_names, same
from quality.measures import Tally
from quality.test import Case, Figure, Outcome, context, part
from training.examples import ROLES, TAGGED_ROLES
from training.muc import Document, normalize, read_muc

Entities = Sequence[frozenset[str]]
"""The fillers of a role, each the set of its normalised mentions."""


def matched(predicted: Entities, gold: Entities) -> int:
    """How many predicted entities can be given a gold entity of their own that holds all their mentions."""
    fits = [[float(bool(entity) and entity <= other) for other in gold] for entity in predicted]
    return len(best_pairs(fits))


def score(predicted: Mapping[str, Mapping[str, Entities]], documents: Sequence[Document]) -> dict[str, Tally]:
    """A tally for each role, and "micro" for the scored five: `predicted` is by document id and role."""
    tallies = {name: Tally() for name in (*TAGGED_ROLES, "micro")}
    for document in documents:
        gold = document.gold()
        for role in TAGGED_ROLES:
            found, wanted = predicted[document.ident].get(role, ()), gold.get(role, ())
            right = matched(found, wanted)
            for tally in (tallies[role], *([tallies["micro"]] if role in ROLES else [])):
                tally.add(right, len(found), len(wanted))
    return tallies


@dataclass(frozen=True)
class Candidate:
    """A string a document offers for a role: its best score and where it first stands."""

    score: float
    start: int
    mention: str


PERSONS = ("PerpInd", "Victim")
"""Roles that persons fill, who are called by their fullest name in the document."""

Offer = Mapping[str, Sequence[Candidate]]
"""All candidates of a document by role, likelier ones first, those that say the same as a likelier one left out."""


def offers(encoder: Marker, documents: Sequence[Document]) -> dict[str, Offer]:
    """Candidates with their scores; the encoder must keep the unlikely ones (`roles_from`)."""
    found: dict[str, Offer] = {}
    for document in documents:
        best: dict[str, dict[str, Candidate]] = {role: {} for role in TAGGED_ROLES}
        sentences = encoder.mark(document.sentences)
        persons = person_names(document.text, sentences)
        for sentence in sentences:
            for role in sentence.roles:
                start, stop = sentence.tokens[role.first].start, sentence.tokens[role.stop - 1].end
                mention = normalize(document.text[start:stop])
                if role.role in PERSONS:
                    mention = fullest(mention, persons)
                known = best[role.role].get(mention)
                if mention:
                    likelier = max(role.score, known.score if known else 0.0)
                    best[role.role][mention] = Candidate(likelier, known.start if known else start, mention)
        found[document.ident] = {role: _distinct(best[role].values()) for role in TAGGED_ROLES}
    return found


def _distinct(candidates: Iterable[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda item: (-item.score, item.start)):
        if not any(same(candidate.mention, other.mention) for other in kept):
            kept.append(candidate)
    return kept


def decided(offer: Offer, thresholds: Mapping[str, float]) -> dict[str, list[frozenset[str]]]:
    """The entities of a document: each candidate at or above its role's threshold."""
    return {
        role: [frozenset((item.mention,)) for item in offer[role] if item.score >= thresholds[role]]
        for role in TAGGED_ROLES
    }


@dataclass(frozen=True)
class FillersTest:
    """The five roles of GRIT's preparation of MUC-4, from the raw text."""

    name: str = "fillers"
    definition: str = (
        "MUC-4 role fillers as GRIT prepared them (Du, Rush and Cardie 2021), scored by its CEAF-REE: a "
        "predicted entity is right if its mentions are a subset of a gold entity's; entities are matched "
        "one to one, as well as can be; counts are summed over the five roles and all documents. From the"
        " raw lower-case text, with the thresholds that ship; a person is called by the fullest name that the"
        " document has, and names that the registry gives to one group are one entity."
    )

    def files(self, root: Path) -> list[Path]:
        """The preparation of one part."""
        found = part(root / "muc4" / "role-fillers", "{}.json")
        return [found] if found else []

    def run(self, bench: Bench) -> Outcome:
        """Figures by role, and the strings that are missing or too many."""
        (path,) = self.files(bench.root)
        documents = bench.sample(read_muc(bench.root, path.stem))
        found = offers(bench.encoder, documents)
        everything = dict.fromkeys(TAGGED_ROLES, 0.0)
        predicted = {ident: decided(offer, everything) for ident, offer in found.items()}
        tallies = score(predicted, documents)
        micro = tallies["micro"]
        return Outcome(
            [
                Figure("micro F1", micro.f1, "test part: GRIT 54.5, best about 58"),
                Figure("micro precision", micro.precision),
                Figure("micro recall", micro.recall),
                *(Figure(f"{role} F1", tallies[role].f1, floored=False) for role in TAGGED_ROLES),
            ],
            [case for document in documents for case in _cases(document, predicted[document.ident])],
        )


def _cases(document: Document, predicted: Mapping[str, Entities]) -> Iterator[Case]:
    gold = document.gold()
    for role in ROLES:
        for mention in (mention for entity in predicted[role] for mention in entity):
            if not any(mention in entity for entity in gold[role]):
                yield Case(f"{role} too many", document.ident, _around(document.text, mention), mention)
        for entity in gold[role]:
            if not any(found <= entity for found in predicted[role]):
                longest = max(entity, key=len)
                yield Case(
                    f"{role} missed",
                    document.ident,
                    _around(document.text, longest),
                    " / ".join(sorted(entity)),
                )


def _around(text: str, mention: str) -> str:
    at = text.find(mention)
    return context(text, at, at + len(mention)) if at >= 0 else ""
