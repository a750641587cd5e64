"""Counting time expressions as TempEval-3 does, on examples small enough to count by hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from quality.bench import Bench
from quality.meantime import load_articles
from quality.test import Figure
from quality.time import TimeTally, TimeTest, read
from quality.timeml import Annotated, Timex, load, overlapping

MAY = Timex(3, 6, "DATE", "2020-05")
WEEK = Timex(10, 20, "DURATION", "P1W")
NOW = Timex(30, 33, "DATE", "PRESENT_REF")


def counted(gold: list[Timex], ours: list[Timex]) -> dict[str, float]:
    tally = TimeTally()
    tally.add(gold, ours, overlapping(gold, ours))
    return {figure.name.removeprefix("x "): figure.value for figure in tally.figures("x")}


def test_all_right() -> None:
    figures = counted([MAY, WEEK], [MAY, WEEK])
    assert {figures[name] for name in figures if name != "expressions"} == {100.0}
    assert figures["expressions"] == 2


def test_an_overlap_is_relaxed_and_not_strict() -> None:
    figures = counted([MAY, WEEK], [MAY, WEEK._replace(start=14)])
    assert figures["relaxed F1"] == 100
    assert figures["strict precision"] == figures["strict recall"] == 50
    assert figures["value F1"] == 100  # the attribute counts among the relaxed pairs


def test_attributes_are_counted_over_all() -> None:
    figures = counted([MAY, WEEK, NOW], [MAY, WEEK._replace(type="SET", value="P7D")])
    assert figures["strict F1"] == pytest.approx(80)  # 2 of 2 and of 3
    assert figures["value F1"] == pytest.approx(40)
    assert figures["type F1"] == pytest.approx(40)


PAIRINGS = [
    ([(0, 10)], [(0, 4), (5, 10)], [((0, 10), (0, 4))]),  # one of ours for one annotated
    ([(0, 4), (5, 10)], [(0, 10)], [((0, 4), (0, 10))]),
    ([(0, 10)], [(0, 4), (0, 10)], [((0, 10), (0, 10))]),  # the same extent before an overlap
    ([(0, 5)], [(5, 8)], []),  # neighbours share no character
    ([(0, 3), (4, 9), (10, 12)], [(2, 3), (5, 6), (12, 14)], [((0, 3), (2, 3)), ((4, 9), (5, 6))]),
]


@pytest.mark.parametrize(("gold", "ours", "pairs"), PAIRINGS)
def test_pairs(
    gold: list[tuple[int, int]], ours: list[tuple[int, int]], pairs: list[tuple[object, object]]
) -> None:
    def timexes(extents: list[tuple[int, int]]) -> list[Timex]:
        return [Timex(start, end, "DATE", "") for start, end in extents]

    found = overlapping(timexes(gold), timexes(ours))
    assert [(pair.gold[:2], pair.ours[:2]) for pair in found] == pairs


def test_our_reader_is_what_is_measured() -> None:
    text = "It fell on Tuesday after three days."
    assert read(Annotated("d", text, date(2021, 10, 1), ())) == [
        Timex(11, 18, "DATE", "2021-09-28"),
        Timex(25, 35, "DURATION", "P3D"),
    ]


def record(name: str, text: str, *timexes: Timex) -> str:
    rows = [{"start": start, "end": end, "type": kind, "value": value} for start, end, kind, value in timexes]
    return json.dumps({"docid": name, "dct": "2021-10-01T10:00:00", "text": text, "timexes": rows})


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "time"
    folder.mkdir()
    told = record("a", "In May 2020 it fell.", Timex(3, 11, "DATE", "2020-05"), Timex(12, 12, "DATE", "2020"))
    missed = record("b", "It rose now and then, last Monday.", Timex(8, 11, "DATE", "PRESENT_REF"))
    (folder / "timebank.jsonl").write_text(told + "\n")
    (folder / "aquaint.jsonl").write_text(missed + "\n")
    (folder / "wars-train.jsonl").write_text(missed + "\n")
    (folder / "unheard-of.jsonl").write_text(told + "\n\n")
    return tmp_path


def test_every_file_is_scored_but_those_to_learn_from(corpora: Path) -> None:
    test = TimeTest()
    assert [path.stem for path in test.files(corpora)] == ["aquaint", "timebank", "unheard-of"]
    outcome = test.run(Bench(corpora))
    figures: dict[str, Figure] = {figure.name: figure for figure in outcome.figures}
    assert figures["TimeBank strict F1"].value == 100
    assert figures["unheard-of strict F1"].value == 100
    assert figures["AQUAINT strict precision"].value == 50
    assert figures["TimeBank + AQUAINT strict precision"].value == pytest.approx(200 / 3)
    assert not figures["TimeBank expressions"].floored
    assert figures["TimeBank expressions"].value == 1  # an expression without words is none
    assert [(case.kind, case.where) for case in outcome.cases] == [("spurious", "b")]
    assert "[[last Monday]]" in outcome.cases[0].context


ARTICLE = """<?xml version="1.0" ?><Document doc_name="small">
<token sentence="0" t_id="1">Talks</token><token sentence="0" t_id="2">end</token>
<token sentence="1" t_id="3">March</token><token sentence="1" t_id="4">03</token>
<token sentence="1" t_id="5">,</token><token sentence="1" t_id="6">2020</token>
<token sentence="2" t_id="7">They</token><token sentence="2" t_id="8">fled</token>
<token sentence="2" t_id="9">last</token><token sentence="2" t_id="10">week</token>
<token sentence="2" t_id="11">.</token>
<token sentence="6" t_id="12">Tomorrow</token>
<Markables>
<TIMEX3 functionInDocument="CREATION_TIME" type="DATE" value="2020-03-03"><token_anchor t_id="3"/></TIMEX3>
<TIMEX3 functionInDocument="NONE" type="DATE" value="2020-W09">
<token_anchor t_id="9"/><token_anchor t_id="10"/></TIMEX3>
<TIMEX3 functionInDocument="NONE" type="DATE" value="2058"/>
<TIMEX3 functionInDocument="NONE" type="DATE" value="2020-03-04"><token_anchor t_id="12"/></TIMEX3>
</Markables></Document>"""


def test_an_article_is_read_as_far_as_it_is_annotated(tmp_path: Path) -> None:
    folder = tmp_path / "meantime" / "corpus"
    folder.mkdir(parents=True)
    (folder / "small.xml").write_text(ARTICLE)
    (article,) = load_articles(tmp_path)
    assert article == Annotated(
        "small", "Talks end\n\nThey fled last week.", date(2020, 3, 3), [Timex(21, 30, "DATE", "2020-W09")]
    )
    figures = {figure.name: figure.value for figure in TimeTest().run(Bench(tmp_path)).figures}
    assert figures["MEANTIME value F1"] == 100


def test_nothing_to_score(tmp_path: Path) -> None:
    assert TimeTest().files(tmp_path) == []


def test_documents_carry_their_day(corpora: Path) -> None:
    (document,) = load(corpora / "time" / "timebank.jsonl")
    assert document.created == date(2021, 10, 1)
