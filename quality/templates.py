"""Whole incident templates from raw text, through our claims, on MUC-4."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from harmattan.claims.build import build
from harmattan.model.claims import Claim
from harmattan.model.text import Document
from harmattan.reading.capitals import in_capitals, in_mixed_case
from quality.bench import Bench
from quality.muc_answers import Answers, report
from quality.muc_keys import Key, read_keys
from quality.muc_scoring import SLOTS, Match, Response, Score, mapped, score, slot_pairs
from quality.test import Case, Figure, Outcome, context, part

ALL = "all templates"


class Templates:
    """Who did what to whom, when, where and with what, of every incident of a report."""

    name = "templates"
    definition = (
        "MUC-4 (Chinchor 1992, *MUC-4 Evaluation Metrics*, M92-1002, and *Guidelines for Scoring "
        "Mismatches*, M92-1044), ALL TEMPLATES: a fill that is right earns 1, one that is partly right 1/2; "
        "recall is what is earned of the fills possible, precision of the fills actual. Our event claims that "
        "are incidents in MUC-4's sense are templates, those of one incident, as a logistic model learnt on its "
        "training part holds (`quality/muc_joining.py`), one together. Claims and keys are mapped one to one "
        "so that most is earned, and only where the type is at least partly right and one perpetrator or "
        "target as well; all fills of other claims are spurious, all of other keys missing, optional keys "
        "and fills aside. Slots, as far as a claim has them: type, stage, date, location, weapon, "
        "perpetrator individual and organisation, physical target, human target (a key's name and "
        "description of one person are alternatives of one fill), and killed and wounded (the numbers of "
        "the human targets with effect DEATH or INJURY). A string is right if its content words (without "
        "articles, numbers and ranks) are the key's, or one's are among the other's and both have the same "
        "head noun; partly if only one of the two holds. ATTACK for a special type is partly right. A date "
        "is right within the key's days, partly if it overlaps them and is no wider than a month. A place "
        "is right if it is the key's innermost one, partly if it is one around it or lies in its country. "
        "Where a claim has no time, the slot gets the day, in the week of the report, of an act told up to four "
        "sentences before; else, as where it has no place, MUC-4's fill for one unknown: \"up to the day "
        'of the report", right only where the key says the same, and the country whose people or forces the '
        "claim names, else that of the dateline; a place that no gazetteer has is in the dateline's town; the "
        'figure "without defaults" leaves these fills away. Left out as irrelevant in its sense: '
        "claims denied, planned, hypothetical or habitual, of more than three months before the report or "
        "over a longer time than three months, in which nothing is struck and nobody hurt, of soldiers or police "
        "against armed rebels, those in whose sentences the encoder marks nobody as a part of such an "
        "incident, and those that a logistic model learnt on its training part (`training/muc_relevance.py`) holds "
        'for none or for told before. Of perpetrators described ("soldiers") whom the claim gives to an actor of '
        "the registry, the description is the individual and the registry's name the organisation."
    )

    def files(self, root: Path) -> list[Path]:
        """Texts and keys."""
        folder = root / "muc4"
        found = (part(folder, "{}.docs.jsonl"), part(folder, "{}.templates.jsonl"))
        return sorted(path for path in found if path is not None) if all(found) else []

    def run(self, bench: Bench) -> Outcome:
        """All documents, those without an incident too."""
        documents, templates = self.files(bench.root)
        return measure(bench, documents, templates)


def measure(bench: Bench, documents: Path, templates: Path) -> Outcome:
    """The figures of one pair of files."""
    keys = read_keys(_lines(templates))
    scores: dict[str, Score] = defaultdict(Score)
    told = Score()
    cases: list[Case] = []
    templates_found = templates_mapped = 0
    for row in bench.sample(list(_lines(documents))):
        gold = keys.get(row["docid"], [])
        document = report(row["text"])
        responses, own = _answers(bench, document)
        matches = mapped(gold, responses)
        templates_found += len(responses)
        templates_mapped += sum(match.key is not None and match.response is not None for match in matches)
        for slot, credit, actual, possible in score(gold, responses, matches):
            scores[slot].add(credit, actual, possible)
            scores[ALL].add(credit, actual, possible)
        for _, credit, actual, possible in score(gold, own, mapped(gold, own)):
            told.add(credit, actual, possible)
        cases.extend(_cases(row["docid"], document, gold, responses, matches))
    figures = [
        *_figures(scores, templates_mapped, templates_found),
        Figure(f"{ALL} F1 without defaults", told.f1),
    ]
    return Outcome(figures, cases)


def _answers(bench: Bench, document: Document) -> tuple[list[Response], list[Response]]:
    """The templates of a document's claims, with the fills for an unknown time or place and without them."""
    answers, claims = answers_of(bench, document)
    return answers.templates(claims), replace(answers, defaults=False).templates(claims)


def answers_of(bench: Bench, document: Document) -> tuple[Answers, Sequence[Claim]]:
    """A document's claims, and what makes templates of them."""
    knowledge = bench.reader.knowledge
    marks = bench.mark(document)
    if in_capitals(document.text):
        marks = bench.mark(in_mixed_case(document, marks))
    reading = bench.linker.link(bench.read(document))
    claims, _ = build(reading, bench.codebook)
    known = (knowledge.lexicon, knowledge.countries, knowledge.registry)
    return Answers(document, marks, *known, reading.names), claims


def _figures(scores: dict[str, Score], found: int, claimed: int) -> Iterator[Figure]:
    whole = scores[ALL]
    yield Figure(f"{ALL} F1", whole.f1, "GE 1992 56.0 over all 24 slots")
    yield Figure(f"{ALL} precision", whole.precision)
    yield Figure(f"{ALL} recall", whole.recall)
    for slot in SLOTS:
        one = scores[slot]
        yield Figure(f"{slot} F1 (P {one.precision:.0f}, R {one.recall:.0f})", one.f1, floored=False)
    yield Figure("claims mapped to a key template", 100 * found / max(1, claimed), floored=False)


def _cases(
    where: str,
    document: Document,
    keys: Sequence[Key],
    responses: Sequence[Response],
    matches: Sequence[Match],
) -> Iterator[Case]:
    for match in matches:
        key = keys[match.key] if match.key is not None else None
        response = responses[match.response] if match.response is not None else None
        if response is None:
            if key is not None and not key.optional:
                yield Case("missing template", where, "", _shown(key))
            continue
        words = context(document.text, response.start, response.end)
        if key is None:
            yield Case("spurious template", where, words, _shown(response))
            continue
        for slot in SLOTS:
            fills, answers = key.slots.get(slot, ()), response.slots.get(slot, ())
            pairs = slot_pairs(slot, fills, answers)
            partly = [(fills[fill], answers[answer]) for fill, answer, credit in pairs if credit < 1]
            for fill, answer in partly:
                yield Case(f"{slot}: partly right", where, words, f"{fill} | {answer}")
            missed = [fill for at, fill in enumerate(fills) if at not in {pair[0] for pair in pairs}]
            extra = [answer for at, answer in enumerate(answers) if at not in {pair[1] for pair in pairs}]
            for fill in missed:
                if not fill.optional:
                    yield Case(f"{slot}: missing", where, words, f"{fill} | {extra}")
            if not missed:
                for answer in extra:
                    yield Case(f"{slot}: spurious", where, words, f"{answer}")


def _shown(template: Key | Response) -> str:
    return "; ".join(f"{slot} {list(fills)}" for slot, fills in template.slots.items())


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf8") as file:
        for line in file:
            yield json.loads(line)
