"""The scorer of events: codes to types, dyads to events, and what counts as right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from harmattan.model.readings import Event, Mention
from harmattan.model.text import Span
from quality.cameo import is_cameo, plover_type
from quality.event_records import GoldEvent, Party, Record, events_of, read_records
from quality.events import _Counts, matches, names_two, score

CODES = [
    ("050", "SUPPORT"),
    ("0814", "RETREAT"),
    ("0833", "CONCEDE"),
    ("0871", "RETREAT"),
    ("090", "ACCUSE"),
    ("102", "REQUEST"),
    ("163", "COERCE"),
    ("1712", "ASSAULT"),
    ("175", "ASSAULT"),
    ("1724", "COERCE"),
    ("191", "COERCE"),
    ("193", "ASSAULT"),
    ("010", None),
    ("023", None),
]


@pytest.mark.parametrize(("code", "kind"), CODES)
def test_a_code_has_its_type(code: str, kind: str | None) -> None:
    assert is_cameo(code)
    assert plover_type(code) == kind


@pytest.mark.parametrize("code", ["345", "174L", "", "222", "904", "05", "079"])
def test_what_cameo_does_not_have(code: str) -> None:
    assert not is_cameo(code)


def parties(*codes: str) -> frozenset[Party]:
    return frozenset(Party(code) for code in codes)


DYADS = [
    ([("111", "AAA", "BBB")], [GoldEvent("ACCUSE", parties("AAA"), parties("BBB"))]),
    (
        [("050", "AAA", "CCC"), ("050", "BBB", "CCC")],
        [GoldEvent("SUPPORT", parties("AAA", "BBB"), parties("CCC"))],
    ),
    (
        [("040", "AAA", "BBB"), ("040", "BBB", "AAA")],
        [GoldEvent("CONSULT", frozenset(), frozenset(), parties("AAA", "BBB"))],
    ),
    ([("010", "AAA", "BBB")], []),
    ([("190", "AAA", "---")], [GoldEvent("ASSAULT", parties("AAA"))]),
]


@pytest.mark.parametrize(("dyads", "events"), DYADS)
def test_dyads_of_one_code_are_one_event(dyads: list[tuple[str, str, str]], events: list[GoldEvent]) -> None:
    assert list(events_of(dyads)) == events


def mention(quote: str, start: int = 0) -> Mention:
    return Mention(Span(start, start + len(quote), quote), quote)


def event(kind: str, actor: str = "", recipient: str = "") -> Event:
    return Event(
        kind,
        None,
        Span(0, 1, "x"),
        actor=(mention(actor),) if actor else (),
        recipient=(mention(recipient, 100),) if recipient else (),
    )


MATCHES = [
    ("Arnor", Party("ARN"), True),
    ("Arnorian envoy", Party("ARNGOV"), True),
    ("Philippines", Party("PHL"), True),
    ("Russian police", Party("RUSCOP"), True),
    ("soldiers", Party("ARNMIL"), False),
    ("students", Party("---EDU"), True),
    ("Gondor", Party("---GOV"), False),
    ("the Ministry of Magic", Party(text="THE MINISTRY OF MAGIC"), True),
    ("Minas Tirith", Party("GON"), True),
    ("Gondor", Party("ARN"), False),
]


@pytest.mark.parametrize(("quote", "party", "same"), MATCHES)
def test_a_mention_is_the_party_of_a_code(quote: str, party: Party, same: bool) -> None:
    assert matches(mention(quote), party) is same


def test_types_and_parties_are_counted_apart() -> None:
    gold = GoldEvent("ACCUSE", parties("ARN"), parties("GON"))
    counts = _Counts()
    score(Record("r", "text", (gold,)), [event("REJECT", "Arnor", "Gondor")], counts)
    assert (counts.types.right, counts.types.predicted, counts.types.gold) == (0, 1, 1)
    assert (counts.actors.right, counts.recipients.right) == (1, 1)
    assert {case.kind for case in counts.cases} == {"missed ACCUSE", "spurious REJECT"}


def test_an_event_of_one_party_is_no_error_where_dyads_are_asked_for() -> None:
    gold = GoldEvent("ACCUSE", parties("ARN"), parties("GON"))
    counts = _Counts()
    told = [event("ACCUSE", "Arnor"), event("ASSAULT", "Gondor"), event("ASSAULT", "crowds", "embassy")]
    score(Record("r", "text", (gold,)), told, counts)
    assert (counts.types.right, counts.types.predicted) == (1, 1)
    assert (counts.alone.right, counts.alone.predicted) == (1, 3)


def test_two_named_parties_make_a_dyad() -> None:
    assert names_two(event("ACCUSE", "Arnor", "Gondor"))
    assert not names_two(event("ACCUSE", "Arnor", "villagers"))
    assert not names_two(event("ACCUSE", "Arnor"))


def test_a_party_of_a_reciprocal_event_may_stand_on_either_side() -> None:
    gold = GoldEvent("CONSULT", frozenset(), frozenset(), parties("ARN", "GON"))
    counts = _Counts()
    score(Record("r", "text", (gold,)), [event("CONSULT", "Arnor", "Gondor")], counts)
    assert (counts.actors.right, counts.actors.gold) == (1, 1)
    assert (counts.recipients.right, counts.recipients.gold) == (1, 1)


XML = """<Validation><Sentences>
<Sentence id="A"><EventCoding eventcode="111" sourcecode="ARN" targetcode="GON" />
<Text>Arnor blamed
Gondor.</Text></Sentence>
<Sentence id="B"><EventCoding noevents="True" /><Text>It rained.</Text></Sentence>
<Sentence id="C"><EventCoding error="dateline" /><Text>Nothing.</Text></Sentence>
<Sentence id="D"><EventCoding eventcode="010" sourcecode="ARN" targetcode="GON" /><Text>Arnor spoke.</Text></Sentence>
{more}</Sentences></Validation>"""
FOREIGN = '<Sentence id="{}"><EventCoding eventcode="903" sourcecode="A" targetcode="B" /><Text>X.</Text></Sentence>'


def test_records_of_petrarch_are_read(tmp_path: Path) -> None:
    (tmp_path / "records.xml").write_text(XML.format(more=""))
    records = read_records(tmp_path)
    assert [(record.where, record.text) for record in records] == [
        ("A", "Arnor blamed Gondor."),
        ("B", "It rained."),
        ("D", "Arnor spoke."),
    ]
    assert [record.appeals for record in records] == [False, False, True]


def test_a_file_that_numbers_verbs_otherwise_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "records.xml").write_text(XML.format(more=FOREIGN.format("E")))
    assert read_records(tmp_path) == []


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "broken.xml").write_text("<Validation><Sentence>")
    (tmp_path / "notes.txt").write_text("Not JSON.")
    (tmp_path / "rows.jsonl").write_text('{"id": 1, "label": "yes"}\n')
    (tmp_path / "table.json").write_text('{"rows": []}')
    assert read_records(tmp_path) == []


def test_records_of_plover_are_read(tmp_path: Path) -> None:
    rows = [
        {"id": "0", "event": "DOCUMENT", "text": "About this file."},
        {"id": "1", "event": "DEMAND", "text": "A asks B.", "actor": [{"code": "AAA", "text": "A"}]},
        {"id": "2", "event": "FIGHT", "text": "A asks B.", "actorCode": "AAA", "recipientText": "B"},
    ]
    (tmp_path / "gold.txt").write_text(json.dumps(rows))
    (record,) = read_records(tmp_path)
    assert [told.type for told in record.events] == ["REQUEST", "ASSAULT"]
    assert record.events[0].actors == {Party("AAA", "A")}
    assert record.events[1].recipients == {Party("", "B")}
