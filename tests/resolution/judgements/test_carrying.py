"""Which claim of a newer reading stands where an older one stood, and what counts as the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from harmattan.model.claims import Claim
from harmattan.model.readings import (
    Body,
    Event,
    Mention,
    Modality,
    Number,
    Place,
    PlaceKind,
    Relation,
    RelationKind,
    RelationStatus,
    Statement,
    Strength,
    StrengthStatus,
    Time,
)
from harmattan.model.text import Document, Span
from harmattan.model.values import Count, Period, Precision
from harmattan.resolution.judgements.carrying import (
    SEVERAL,
    UNREAD,
    another_content,
    another_happening,
    anything,
    successor,
)

TEXT = "On Monday the Sand Front shelled and stormed a post at Gossi in Mali, killing 14 or 15; 500 of them hold Ber."
DOCUMENT = Document(TEXT, published=date(2021, 3, 9))


def words(quote: str) -> Span:
    start = TEXT.index(quote)
    return DOCUMENT.span(start, start + len(quote))


def who(quote: str, actor: str | None = None, name: str | None = None) -> Mention:
    return Mention(words(quote), name or quote, actor)


def where(quote: str, identifier: str | None = None, kind: PlaceKind = PlaceKind.POINT) -> Place:
    return Place(words(quote), quote, identifier, "ML", None, None, kind)


def number(quote: str, count: int) -> Number:
    return Number(words(quote), Count.exactly(count))


def when(day: int, last: int | None = None) -> Time:
    precision = Precision.DAY if last is None else Precision.WEEK
    return Time(words("Monday"), Period(date(2021, 3, day), date(2021, 3, last or day), precision))


ATTACK = Event(
    "ASSAULT",
    "artillery",
    words("shelled"),
    actor=(who("the Sand Front", "sand-front", "Sand Front"),),
    target=(who("a post"),),
    place=(where("Gossi", "geonames:1"),),
    time=when(8),
    killed=number("14", 14),
)
FORCE = Strength(
    (who("them", "sand-front"),),
    (where("Ber", "geonames:2"),),
    number("500", 500),
    "men",
    StrengthStatus.CURRENT,
)
HOLDS = Relation(RelationKind.OPERATES_IN, who("the Sand Front", "sand-front"), where("Ber", "geonames:2"))


def claim(body: Body, modality: Modality = Modality.ASSERTED, reader: str = "new-1") -> Claim:
    return Claim(DOCUMENT, Statement(body, (DOCUMENT.span(0, len(TEXT)),), modality), reader)


def said(body: Any, **changes: object) -> Claim:
    modality = changes.pop("modality", Modality.ASSERTED)
    assert isinstance(modality, Modality)
    return claim(replace(body, **changes), modality)


SAME, HAPPENING, CONTENT = "the same", "another happening", "another content"

READINGS: list[tuple[str, Body, dict[str, object], str]] = [
    ("nothing changed", ATTACK, {}, SAME),
    ("the trigger is longer", ATTACK, {"trigger": words("shelled and stormed")}, SAME),
    ("other words for the actor", ATTACK, {"actor": (who("Front", "sand-front", "the front"),)}, SAME),
    ("an actor that has an id now", ATTACK, {"target": (who("a post", "post-1"),)}, SAME),
    ("a name in other letters", ATTACK, {"target": (who("a post", None, "A  Post"),)}, SAME),
    ("another registry entry", ATTACK, {"actor": (who("the Sand Front", "other"),)}, HAPPENING),
    ("a second actor", ATTACK, {"actor": (*ATTACK.actor, who("them"))}, CONTENT),
    ("the actor is lost", ATTACK, {"actor": ()}, CONTENT),
    ("another target", ATTACK, {"target": (who("Gossi"),)}, CONTENT),
    ("a weapon more", ATTACK, {"weapon": (who("post"),)}, CONTENT),
    ("another type", ATTACK, {"type": "COERCE"}, HAPPENING),
    ("another mode", ATTACK, {"mode": "explosives"}, HAPPENING),
    ("the mode is lost", ATTACK, {"mode": None}, CONTENT),
    ("another place of the name", ATTACK, {"place": (where("Gossi", "geonames:9"),)}, HAPPENING),
    ("the place has no id any more", ATTACK, {"place": (where("Gossi"),)}, SAME),
    ("only the country", ATTACK, {"place": (where("Mali", "country:ML", PlaceKind.COUNTRY),)}, CONTENT),
    ("another day", ATTACK, {"time": when(9)}, HAPPENING),
    ("the week of the day", ATTACK, {"time": when(8, 14)}, CONTENT),
    ("no time", ATTACK, {"time": None}, CONTENT),
    ("another count", ATTACK, {"killed": number("15", 15)}, CONTENT),
    ("the same count in other words", ATTACK, {"killed": number("15", 14)}, SAME),
    ("wounded too", ATTACK, {"wounded": number("15", 15)}, CONTENT),
    ("alleged", ATTACK, {"modality": Modality.ALLEGED}, HAPPENING),
    ("a strength, unchanged", FORCE, {}, SAME),
    ("of another size", FORCE, {"size": Number(words("500"), Count(500, None, None))}, CONTENT),
    ("of another force", FORCE, {"force": (who("them", "army"),)}, HAPPENING),
    ("in another place", FORCE, {"place": (where("Gossi", "geonames:1"),)}, HAPPENING),
    ("a former one", FORCE, {"status": StrengthStatus.FORMER}, HAPPENING),
    ("of other things", FORCE, {"unit": "troops"}, CONTENT),
    ("a relation, unchanged", HOLDS, {}, SAME),
    ("another relation", HOLDS, {"relation": RelationKind.SUPPORTS}, HAPPENING),
    ("another side", HOLDS, {"subject": who("the Sand Front", "other")}, HAPPENING),
    ("a former one now", HOLDS, {"status": RelationStatus.FORMER}, HAPPENING),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "changes", "what"), READINGS, ids=[row[0] for row in READINGS])
def test_what_means_the_same(name: str, body: Body, changes: dict[str, object], what: str) -> None:
    old, new = claim(body, reader="old-1"), said(body, **changes)
    assert successor(old, [new], anything) == new
    happening, content = successor(old, [new], another_happening), successor(old, [new], another_content)
    assert isinstance(happening, str) is (what == HAPPENING), happening
    assert isinstance(content, str) is (what != SAME), content
    if isinstance(content, str):
        assert " then, " in content and content.endswith(" now")


def test_a_reason_names_the_field_and_both_readings() -> None:
    old = claim(ATTACK, reader="old-1")
    for changes, reason in (
        ({"killed": number("15", 15)}, "killed: “14” then, “15” now"),
        ({"time": when(9)}, "time: “Monday” (2021-03-08) then, “Monday” (2021-03-09) now"),
        ({"actor": ()}, "actor: Sand Front (sand-front) then, nothing now"),
    ):
        assert successor(old, [said(ATTACK, **changes)], another_content) == reason


def test_other_kinds_and_other_words_are_nothing_to_it() -> None:
    old = claim(ATTACK, reader="old-1")
    assert successor(old, [], anything) == UNREAD
    assert successor(old, [claim(FORCE), claim(HOLDS)], anything) == UNREAD
    elsewhere = said(ATTACK, trigger=words("killing"), killed=None)
    assert successor(old, [elsewhere], anything) == UNREAD


def test_the_only_one_in_the_sentence_that_means_the_same_will_do() -> None:
    old = claim(ATTACK, reader="old-1")
    one, other = said(ATTACK, trigger=words("stormed")), said(ATTACK, trigger=words("killing"))
    assert successor(old, [one, claim(FORCE)], another_content) == one
    assert successor(old, [one, other], another_content) == SEVERAL


CHOICES: list[tuple[str, Callable[[Claim, Claim], str | None]]] = [
    ("anything", anything),
    ("another happening", another_happening),
    ("another content", another_content),
]


@pytest.mark.parametrize(("name", "objection"), CHOICES, ids=[row[0] for row in CHOICES])
def test_of_several_at_the_words_the_likest_is_taken(
    name: str, objection: Callable[[Claim, Claim], str | None]
) -> None:
    old, alike = claim(ATTACK, reader="old-1"), claim(ATTACK)
    others = [said(ATTACK, killed=None), said(ATTACK, type="COERCE"), said(ATTACK, weapon=(who("post"),))]
    assert successor(old, [*others, alike], objection) == alike, name
    assert successor(old, [alike, *others], objection) == alike, name


def test_a_likelier_one_that_does_not_fit_is_passed_over() -> None:
    old = claim(ATTACK, reader="old-1")
    another_type = said(ATTACK, type="COERCE")
    same_happening = said(ATTACK, killed=None, weapon=(who("post"),))
    assert successor(old, [another_type, same_happening], another_happening) == same_happening
    assert successor(old, [another_type, same_happening], anything) == another_type
