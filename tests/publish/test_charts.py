from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.analysis.ledger import Series, ledger
from harmattan.model.values import Count
from harmattan.publish.drawing import NumberScale, TimeScale, element
from harmattan.publish.ledger_chart import ledger_chart
from harmattan.publish.range_chart import CountReport, range_chart
from harmattan.publish.timeline import timeline
from tests.publish.fixture import CLAIMS
from tests.publish.written import Written, count


def drawn(text: object) -> ElementTree.Element:
    return ElementTree.fromstring(str(text))


def classes(picture: ElementTree.Element) -> list[str]:
    return [one.get("class", "") for one in picture.iter()]


def series(*figures: tuple[str, Count, str, tuple[str | None, str | None]]) -> Series:
    page = Written.of("There are 10 troops in Mali.")
    for status, size, precision, ends in figures:
        number, time = (
            page.number("10", size.low, size.best, size.high),
            page.when("in Mali", *ends, precision=precision),
        )
        page.strength(page.who("troops"), number, "troops", status, place=page.where("Mali"), time=time)
    (found,) = ledger(page.claims)
    return found


DAY_ONE, DAY_TWO = ("2021-01-10", "2021-01-10"), ("2021-06-10", "2021-06-10")


def test_actual_is_a_step_announced_is_dashed_and_a_range_is_a_band() -> None:
    chart = ledger_chart(
        series(
            ("current", count(5000), "day", DAY_ONE),
            ("current", Count(3000, None, 4000), "day", DAY_TWO),
            ("projected", Count(2000, None, 2500), "open", (None, "2023-12-31")),
        ),
        lambda claim: f"#{claim.id}",
    )
    found = classes(drawn(chart))
    assert {"step actual", "band actual", "step announced", "band announced"} <= set(found)
    assert found.count("point actual") == 1, "a range without a figure in it has no point"


def test_a_year_after_a_report_its_step_is_thin() -> None:
    figures = [
        ("current", count(5), "day", DAY_ONE),
        ("current", count(6), "day", ("2024-01-01", "2024-01-01")),
    ]
    assert "step actual stale" in classes(drawn(ledger_chart(series(*figures), lambda _: "#")))
    figures[1] = ("current", count(6), "day", DAY_TWO)
    assert "step actual stale" not in classes(drawn(ledger_chart(series(*figures), lambda _: "#")))


def test_what_has_no_time_is_not_drawn() -> None:
    figures = (("projected", count(5), "day", (None, None)), ("projected", count(6), "day", DAY_ONE))
    assert ledger_chart(series(*figures), lambda _: "#") is None


COUNTS = [
    count(0),
    count(14),
    Count(14, None, None),
    Count(None, None, 20),
    Count(None, 20, None),
    Count(1, 2, 900_000),
]


@pytest.mark.parametrize("total", COUNTS)
def test_every_count_can_be_drawn_and_lies_inside(total: Count) -> None:
    picture = drawn(range_chart(total, [CountReport("A paper", one, "#") for one in COUNTS], "killed"))
    width = float(picture.get("viewBox", "").split()[2])
    for one in picture.iter():
        for name in ("x", "cx", "x1", "x2"):
            assert 0 <= float(one.get(name, 0)) <= width


def test_labels_are_escaped() -> None:
    picture = drawn(range_chart(count(1), [CountReport("<b>&\"'", count(1), 'x" onload="y')], "killed"))
    assert {one.tag for one in picture.iter()} <= {
        "svg",
        "g",
        "a",
        "line",
        "text",
        "title",
        "rect",
        "circle",
        "path",
    }
    assert all("onload" not in one.attrib for one in picture.iter())
    assert str(element("text", "<i>", x=1.0, class_='"')) == '<text x="1" class="&#34;">&lt;i&gt;</text>'


def test_a_day_is_a_dot_a_month_is_a_bar_and_a_plan_is_hollow() -> None:
    picture = drawn(timeline(CLAIMS, lambda _: "#"))
    shapes = {(one.tag, one.get("class")) for one in picture.iter() if "point" in one.get("class", "")}
    assert {("circle", "point"), ("rect", "point"), ("rect", "point hollow")} <= shapes


def test_few_events_have_no_strip() -> None:
    assert timeline(CLAIMS[:2], lambda _: "#") is None


@given(st.integers(0, 10**9))
def test_a_scale_of_numbers_ends_at_or_above_its_greatest(most: int) -> None:
    scale = NumberScale.up_to(most, 0, 100)
    assert scale.top >= most and scale.at(most) <= 100
    assert scale.ticks()[0] == 0 and scale.ticks()[-1] == scale.top


@given(st.lists(st.dates(date(1, 1, 1), date.max), min_size=1, max_size=5))
def test_a_scale_of_time_holds_its_days_and_a_handful_of_ticks(days: list[date]) -> None:
    scale = TimeScale.around(days, 10, 90)
    assert all(10 <= scale.x(day) <= 90 for day in days)
    assert scale.first <= min(days)
    assert len(list(scale.ticks())) <= 26
