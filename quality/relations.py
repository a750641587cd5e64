"""Relations between actors, end to end from raw text, on the relation corpus of Syria and Iraq (re3d)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from harmattan.model.readings import Relation, Statement
from harmattan.model.text import Document
from quality.bench import Bench
from quality.measures import Tally
from quality.relation_pairs import Pair, annotated, claimed, matched
from quality.test import Case, Figure, Judged, Outcome, context

TYPES = ("FightingAgainst", "AlliesOf", "BelongsTo", "InChargeOf")
"""Those averaged over."""
ALSO = ("IsSynonymOf",)
"""Those that are counted apart."""
ALL = "four types"


class Relations:
    """Types of relations and their two arguments, as our claims give them."""

    name = "relations"
    definition = (
        "re3d (Dstl, Aleph Insights and Committed Software, 2017, *Relationship and Entity Extraction Evaluation "
        "Dataset*), from raw text: a relation is right if its type is right and each of its arguments overlaps the "
        "annotated argument (the partial boundary match of SemEval-2013 task 9), every annotated relation taken once; "
        "strict asks for the same boundaries, leading articles aside; a pronoun or description of ours that is "
        "given an antecedent agrees by either. FightingAgainst and AlliesOf count in either "
        "direction, once; what an event and a relation both tell counts once. Our claims are put in the corpus's "
        "terms: hostility, an assault of an actor on whatever it strikes, but for things that it only destroys, an "
        "arrest or abduction, and where no actor "
        "is named the weapon that hits a party, are FightingAgainst; alliance and support are AlliesOf; part of is "
        "BelongsTo; led by, control, what an actor seizes and the weapon it uses are InChargeOf. "
        "Micro-averaged over these four types; IsSynonymOf (our "
        "aliases, which are of names only) is counted apart; CoLocated, Apart, CommWith, Likes, Dislikes and HasAttrOf "
        "are not attempted."
    )

    def files(self, root: Path) -> list[Path]:
        """Documents and relations of every part there is."""
        folder = root / "relations" / "re3d"
        return sorted(
            path
            for documents in folder.glob("documents*.jsonl")
            for path in (documents, _relations(documents))
            if path.exists()
        )

    def run(self, bench: Bench) -> Outcome:
        """All documents of all parts."""
        partial: dict[str, Tally] = defaultdict(Tally)
        strict: dict[str, Tally] = defaultdict(Tally)
        cases: list[Case] = []
        judged: list[Judged] = []
        for documents in self.files(bench.root):
            if not documents.name.startswith("documents"):
                continue
            rows = _by_document(_relations(documents))
            for row in bench.sample(list(_lines(documents))):
                text = row["text"]
                gold = annotated(text, rows.get(row["_id"], ()), (*TYPES, *ALSO))
                coded = bench.code(Document(text, title=row.get("title")))
                found = claimed(text, [claim.statement for claim in coded.claims])
                pairs = matched(gold, found)
                judged += _judged(row["_id"], text, [claim.statement for claim in coded.claims], pairs)
                for name in (ALL, *TYPES, *ALSO):
                    types = TYPES if name == ALL else (name,)
                    ours, theirs, right = (
                        [pair for pair in some if pair.type in types] for some in (found, gold, pairs)
                    )
                    partial[name].add(len(right), len(ours), len(theirs))
                    same = sum(pair.same(pairs[pair]) for pair in right)
                    strict[name].add(same, len(ours), len(theirs))
                cases.extend(_wrong(row["_id"], text, gold, found, pairs))
        return Outcome(tuple(_figures(partial, strict)), cases, judged)


def _judged(
    where: str, text: str, statements: Sequence[Statement], pairs: Mapping[Pair, Pair]
) -> Iterator[Judged]:
    """Claims of relations; not acts of force, of which the corpus annotates only some."""
    for statement in statements:
        said = claimed(text, [statement]) if isinstance(statement.body, Relation) else []
        if any(pair.type in TYPES for pair in said):
            yield Judged(statement, any(pair.same(ours) for pair in said for ours in pairs), where)


def _relations(documents: Path) -> Path:
    return documents.with_name(documents.name.replace("documents", "relations", 1))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def _by_document(path: Path) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _lines(path):
        rows[row["documentId"]].append(row)
    return rows


def _figures(partial: dict[str, Tally], strict: dict[str, Tally]) -> Iterator[Figure]:
    for name in (ALL, *TYPES, *ALSO):
        tally = partial[name]
        yield Figure(f"{name} F1", tally.f1, "none" if name == ALL else "")
        yield Figure(f"{name} precision", tally.precision, floored=False)
        yield Figure(f"{name} recall", tally.recall, floored=False)
    yield Figure(f"{ALL} strict F1", strict[ALL].f1)
    yield Figure(f"{ALL} strict precision", strict[ALL].precision, floored=False)
    yield Figure(f"{ALL} strict recall", strict[ALL].recall, floored=False)


def _wrong(
    where: str, text: str, gold: list[Pair], found: list[Pair], pairs: dict[Pair, Pair]
) -> Iterator[Case]:
    taken = set(pairs.values())
    for pair in gold:
        if pair not in taken:
            yield _case("missed", where, text, pair)
    for pair in found:
        if pair not in pairs:
            yield _case("spurious", where, text, pair)


def _case(kind: str, where: str, text: str, pair: Pair) -> Case:
    first, last = sorted([pair.source[0], pair.target[0]])
    source, target = (
        " = ".join(text[start:end] for start, end in side) for side in (pair.source, pair.target)
    )
    around = context(text, first[0], max(first[1], last[1]))
    return Case(f"{kind} {pair.type}", where, around, f"{source} > {target}")
