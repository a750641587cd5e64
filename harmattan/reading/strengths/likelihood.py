"""How likely a number that no rule has an opinion on is one of a force: a logistic model over what stands around it.

Of the numbers that the rules leave over most count something else; but where the talk is of a force, a number that
counts nothing else is mostly its strength, however it is worded ("the most that they will own up to is 15,000"). The
weights in `reference/data/strengths.json` are learnt from our own labelled passages and reports
(`python -m training.strengths`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from harmattan.reading.marks import Sentence
from harmattan.reading.numbers.quantities import Quantity
from harmattan.reading.pages import Line
from harmattan.reading.strengths.phrases import Hung, adds, bare_noun, hung, is_people
from harmattan.reading.strengths.status import frame_here
from harmattan.reading.strengths.words import (
    AMOUNTS,
    CAPTIVE,
    CHANGES,
    CIVIL,
    COLLECTIVES,
    COMMANDERS,
    CONTEXT,
    FIGURES,
    FORECAST,
    GROUPS,
    HOLDERS,
    HURT,
    LOOSE_UNITS,
    LOSSES,
    LOST,
    PASSING,
    PAST,
    REQUIRED_BY,
    SHARED_UNITS,
    UNITS,
    armed_names,
    is_military,
)
from harmattan.reference import learnt
from harmattan.reference.lexicon import Lexicon

LIKELY = 0.5
"""From here on a number is taken for a strength: most of those left out are right, few of those taken are wrong."""
_BREAKS = frozenset([";", ":", "."])
_HARM: Mapping[str, Collection[str]] = {
    "lost": LOST,
    "losses": LOSSES,
    "passing": PASSING,
    "hurt": HURT,
    "civil": CIVIL,
    "captive": CAPTIVE,
}
_ABOUT: Mapping[str, Collection[str]] = {
    "units": UNITS,
    "collectives": COLLECTIVES,
    "context": CONTEXT,
    "groups": GROUPS,
    "holders": HOLDERS,
    "figures": FIGURES,
    "commanders": COMMANDERS,
}
_VERBS: Mapping[str, Collection[str]] = {
    "lost": LOST,
    "losses": LOSSES,
    "passing": PASSING,
    "hurt": HURT,
    "changes": CHANGES,
    "amounts": AMOUNTS,
    "past": PAST,
    "required": REQUIRED_BY,
    "forecast": FORECAST,
}
_VEHICLES = frozenset(
    """vehicle vehicles pick-ups pickups trucks lorries buses helicopters aircraft jets planes rifles weapons missiles
    rockets drones guns ships boats tanks km kilometres miles billion""".split()
)
_BEFORE = frozenset(
    """with of by to from at than and against for numbering its their his the only about is are was were has have had
    , (""".split()
)
_BEHIND = frozenset("of at in on to left strong now there".split())
_OF_MEN = frozenset("them whom its these ours us those".split())
_NEAR = 5
"""Words before a number that are near it."""


def likelihood(features: Collection[str]) -> float:
    """How likely a number with these features is a strength, from 0 to 1; 0 where nothing was learnt."""
    return learnt.likelihood("strengths", features)


def features_of(line: Line, quantity: Quantity, lexicon: Lexicon, *, near: bool, before: str) -> set[str]:
    """The features of a number. `near` where the sentences beside speak of a force; `before` where the last strength
    was told: "same" sentence, "previous" one, or "" where there is none.
    """
    sentence = line.sentence
    first, stop = line.tokens_of(quantity.span)
    noun = bare_noun(line, quantity)
    kind = _kind(sentence, noun, lexicon)
    own = {f"size {_size(quantity)}", f"relation {_relation(line, quantity)}"}
    own.update(_beside(sentence, first))
    where = hung(sentence, noun if noun is not None else line.hung_by(quantity.core), range(first, stop))
    frame = frame_here(sentence, where)
    own.add(f"frame {frame.value if frame is not None else 'none'}")
    own.update(_context(sentence, first, lexicon, near=near))
    if before:
        own.add(f"told {before}")
    if sentence.dependants(noun if noun is not None else line.hung_by(quantity.core), "nmod:poss"):
        own.add("owned")
    found = {f"counts {kind}", *own, *(f"{kind} {name}" for name in own)}
    found.update(_of_clause(sentence, where, lexicon))
    found.update(_around(sentence, first, stop))
    if adds(sentence, first, stop) or quantity.further:
        found.add("adds")
    if kind == "nothing":
        found.update(_behind(sentence, stop))
    return found


def _kind(sentence: Sentence, noun: int | None, lexicon: Lexicon) -> str:
    """What a number counts."""
    if noun is None:
        return "nothing"
    word = sentence.words[noun]
    if is_people(sentence, noun):
        return "nation"
    for name, words in (
        ("unit", UNITS),
        ("shared", SHARED_UNITS),
        ("loose", LOOSE_UNITS),
        ("collective", COLLECTIVES),
        ("vehicle", _VEHICLES),
    ):
        if word in words:
            return name
    classes = lexicon.noun_class(word)
    return next((name for name in ("troops", "forces", "people") if name in classes), "else")


def _size(quantity: Quantity) -> str:
    count = quantity.count.best or quantity.count.high or quantity.count.low or 0
    return next((f"below {most}" for most in (20, 100, 1000, 100_000) if count < most), "more")


def _relation(line: Line, quantity: Quantity) -> str:
    return line.sentence.deprels[line.hung_by(quantity.core)].partition(":")[0]


def _beside(sentence: Sentence, first: int) -> Iterator[str]:
    word = sentence.words[first - 1] if first else ""
    yield f"behind {sentence.upos[first - 1].lower() if first else 'start'}"
    if word in _BEFORE:
        yield f"behind '{word}'"
    near = set(sentence.words[max(0, first - _NEAR) : first])
    yield from (f"near {name}" for name, words in _ABOUT.items() if not near.isdisjoint(words))


def _context(sentence: Sentence, first: int, lexicon: Lexicon, *, near: bool) -> Iterator[str]:
    if near:
        yield "near a force"
    if is_military(sentence.words, lexicon):
        yield "military"
    if any(word in armed_names() for word in sentence.words):
        yield "armed name"


def _of_clause(sentence: Sentence, where: Hung, lexicon: Lexicon) -> Iterator[str]:
    """What the word says that a number stands with."""
    if where.relation:
        yield f"stands as {where.relation.partition(':')[0]}"
    if where.case:
        yield f"stands {where.case}"
    if where.predicate is None:
        return
    word = sentence.words[where.predicate]
    yield from (f"verb {name}" for name, words in _VERBS.items() if word in words)
    entries = lexicon.entries(word, sentence.upos[where.predicate])
    yield from {f"event {entry.type}" for entry in entries}
    if lexicon.reporting(word) is not None:
        yield "verb saying"


def _around(sentence: Sentence, first: int, stop: int) -> Iterator[str]:
    """What else is spoken of, in the sentence and between its signs."""
    words = sentence.words
    start, end = first, stop
    while start > 0 and words[start - 1] not in _BREAKS:
        start -= 1
    while end < len(words) and words[end] not in _BREAKS:
        end += 1
    clause, whole = frozenset(words[start:end]), frozenset(words)
    for name, harm in _HARM.items():
        if not clause.isdisjoint(harm):
            yield f"clause {name}"
        if not whole.isdisjoint(harm):
            yield f"sentence {name}"
    for name, about in _ABOUT.items():
        if not frozenset(words[:first]).isdisjoint(about):
            yield f"before {name}"
        if not frozenset(words[stop:]).isdisjoint(about):
            yield f"after {name}"
    if not _VEHICLES.isdisjoint(words[stop : stop + 4]):
        yield "vehicles"
    placed = (name for name in sentence.names if name.label in {"LOC", "GPE"})
    if any(0 <= name.first - stop < _NEAR for name in placed):
        yield "place behind"


def _behind(sentence: Sentence, stop: int) -> Iterator[str]:
    yield f"before {sentence.upos[stop].lower() if stop < len(sentence) else 'end'}"
    after = sentence.words[stop : stop + 2]
    if after[:1] and after[0] in _BEHIND:
        yield f"before '{after[0]}'"
    if after[:1] == ("of",) and not _OF_MEN.isdisjoint(after[1:]):
        yield "of them"
