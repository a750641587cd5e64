"""What made-up reports say beside their happenings: who stands how to whom, how many are where, what is planned.

By the frequencies that such claims have in the example's reports.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from benchmarks.lands import Land, Town, drawn
from harmattan.model.readings import (
    Event,
    Mention,
    Modality,
    Number,
    Place,
    PlaceKind,
    Relation,
    RelationKind,
    Statement,
    Strength,
    StrengthStatus,
)
from harmattan.model.text import Document, Span
from harmattan.model.values import Count

Party = tuple[str, str]
"""Registry id and name."""

RELATIONS = {
    RelationKind.PART_OF: "is part of",
    RelationKind.ALLIED_WITH: "is allied with",
    RelationKind.HOSTILE_TO: "is an enemy of",
    RelationKind.SUPPORTS: "backs",
}
DEEDS = {
    ("ACCUSE", Modality.ASSERTED): ("accused", 12),
    ("REQUEST", Modality.ASSERTED): ("appealed to", 10),
    ("SANCTION", Modality.ASSERTED): ("punished", 9),
    ("SUPPORT", Modality.ASSERTED): ("praised", 7),
    ("CONSULT", Modality.ASSERTED): ("met", 7),
    ("REJECT", Modality.ASSERTED): ("rebuffed", 4),
    ("RETREAT", Modality.PLANNED): ("will withdraw before", 9),
    ("MOBILIZE", Modality.PLANNED): ("will deploy beside", 5),
    ("ASSAULT", Modality.HYPOTHETICAL): ("may attack", 3),
}
"""Types and modalities that tell of nothing that has happened on the ground: the words, and how often."""
RELATED, COUNTED = 0.37, 0.25
"""Shares of relations and of strengths; the rest are deeds."""
TAILS = ("analysts said.", "according to a statement.", "the governor told local radio.")


def aside(chance: Random, land: Land) -> tuple[str, Callable[[Document, Span], Statement]]:
    """A sentence, and what makes its statement."""
    rank = min(int(chance.paretovariate(0.9)), len(land.parties)) - 1
    one, other = land.parties[rank], land.parties[chance.randrange(len(land.parties) - 1) - rank - 1]
    luck, tail = chance.random(), chance.choice(TAILS)
    if luck < RELATED:
        kind = chance.choice(list(RELATIONS))
        return f"{one[1]} {RELATIONS[kind]} {other[1]}, {tail}", lambda document, sentence: Statement(
            Relation(kind, _party(document, sentence, one), _party(document, sentence, other)), (sentence,)
        )
    if luck < RELATED + COUNTED:
        size, town = 50 * chance.randint(2, 100), land.towns[drawn(chance, land.town_weights)]
        return f"{one[1]} has {size} soldiers in {town.name}, {tail}", lambda document, sentence: Statement(
            Strength(
                (_party(document, sentence, one),),
                (_place(document, sentence, town, land),),
                Number(within(document, sentence, str(size)), Count.exactly(size)),
                "soldiers",
                StrengthStatus.CURRENT,
            ),
            (sentence,),
        )
    (kind_, modality), (words, _) = chance.choices(
        list(DEEDS.items()), [often for _, often in DEEDS.values()]
    )[0]
    return f"{one[1]} {words} {other[1]}, {tail}", lambda document, sentence: Statement(
        Event(
            type=kind_,
            mode=None,
            trigger=within(document, sentence, words),
            actor=(_party(document, sentence, one),),
            recipient=(_party(document, sentence, other),),
        ),
        (sentence,),
        modality,
    )


def within(document: Document, sentence: Span, words: str) -> Span:
    """Where words stand first in a sentence."""
    start = sentence.start + sentence.quote.index(words)
    return document.span(start, start + len(words))


def _party(document: Document, sentence: Span, party: Party) -> Mention:
    return Mention(within(document, sentence, party[1]), party[1], party[0])


def _place(document: Document, sentence: Span, town: Town, land: Land) -> Place:
    span = within(document, sentence, town.name)
    return Place(span, town.name, town.id, land.code, town.lat, town.lon, PlaceKind.POINT)
