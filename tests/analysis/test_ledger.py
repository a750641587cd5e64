from __future__ import annotations

from datetime import date

from harmattan.analysis.ledger import Direction, Series, Standing, ledger
from harmattan.model.values import Count, Precision
from tests.publish.written import Written


def french_in_mali(published: date | None = date(2021, 6, 10)) -> Written:
    page = Written.of(
        "French troops in Mali number 5,000.",
        "French troops in Mali are to fall to 2,500 or 3,000 by 2023.",
        "French troops in Mali were 4,500 in 2018.",
        "French troops left Gossi in Mali on 19 April 2022.",
        "French troops may be sent to Mali, it was said.",
        published=published,
    )
    french, mali = ("French troops", "french-forces"), ("Mali", "ML", "country")
    page.reading(0)
    page.strength(page.who(*french), page.number("5,000", 5000), "troops", "current", place=page.where(*mali))
    page.reading(1)
    page.strength(
        page.who(*french),
        page.number("2,500 or 3,000", 2500, None, 3000),
        "troops",
        "projected",
        place=page.where(*mali),
        time=page.when("by 2023", None, "2023-12-31", precision="open"),
    )
    page.reading(2)
    page.strength(
        page.who(*french),
        page.number("4,500", 4500),
        "troops",
        "former",
        place=page.where(*mali),
        time=page.when("in 2018", "2018-01-01", "2018-12-31", precision="year"),
    )
    page.reading(3)
    page.event(
        "RETREAT/withdraw",
        "left",
        actor=page.who(*french),
        place=(page.where("Gossi", "ML"), page.where(*mali)),
        time=page.when("on 19 April 2022", "2022-04-19"),
    )
    page.reading(4)
    page.event("MOBILIZE/troops", "sent", "hypothetical", actor=page.who(*french), place=page.where(*mali))
    return page


def only(claims: Written) -> Series:
    (series,) = ledger(claims.claims)
    return series


def test_actual_and_announced_are_apart_and_in_order() -> None:
    series = only(french_in_mali())
    assert [row.size for row in series.standing(Standing.ACTUAL)] == [
        Count.exactly(4500),
        Count.exactly(5000),
    ]
    (announced,) = series.standing(Standing.ANNOUNCED)
    assert announced.size == Count(2500, None, 3000)
    assert announced.period is not None and announced.period.earliest is None
    assert (series.force, series.place, series.unit) == ("French troops", "Mali", "troops")


def test_a_current_figure_holds_on_the_day_of_publication_and_says_so() -> None:
    row = only(french_in_mali()).standing(Standing.ACTUAL)[-1]
    assert row.as_reported and row.period is not None
    assert (row.period.earliest, row.period.precision) == (date(2021, 6, 10), Precision.DAY)


def test_without_a_date_of_publication_no_time_is_made_up() -> None:
    rows = only(french_in_mali(published=None)).standing(Standing.ACTUAL)
    assert [row.period is None for row in rows] == [False, True]
    assert not any(row.as_reported for row in rows)


def test_words_that_cannot_be_placed_are_not_replaced_by_the_day_of_publication() -> None:
    page = Written.of("Last week there were 20 rebels in Gao.", published=date(2021, 1, 1))
    page.strength(
        page.who("rebels"),
        page.number("20", 20),
        "rebels",
        "current",
        place=page.where("Gao"),
        time=page.when("Last week"),
    )
    (row,) = only(page).rows
    assert row.period is None and not row.as_reported


def test_moves_are_those_of_the_force_in_the_place_with_a_date() -> None:
    (move,) = only(french_in_mali()).moves
    assert (move.direction, move.standing, move.period.earliest) == (
        Direction.DEPARTURE,
        Standing.ACTUAL,
        date(2022, 4, 19),
    )


def test_denied_and_alleged_figures_are_disputed() -> None:
    page = Written.of("There are 1,000 Wagner men in Mali.")
    for status, modality in (("current", "denied"), ("alleged", "asserted"), ("current", "alleged")):
        page.strength(
            page.who("Wagner", "wagner"), page.number("1,000", 1000), "men", status, modality=modality
        )
    assert {row.standing for row in only(page).rows} == {Standing.DISPUTED}


def test_planned_figures_are_announced_whatever_their_status() -> None:
    page = Written.of("There will be 1,000 men in Mali.")
    page.strength(page.who("men"), page.number("1,000", 1000), "men", "current", modality="planned")
    assert only(page).rows[0].standing is Standing.ANNOUNCED


def test_a_total_over_several_places_is_a_series_of_its_own() -> None:
    page = Written.of("France has 5,000 men in Mali and Niger, 4,000 of them in Mali.")
    france, mali, niger = page.who("France", "france"), page.where("Mali", "ML"), page.where("Niger", "NE")
    page.strength(france, page.number("5,000", 5000), "men", "current", place=(mali, niger))
    page.strength(france, page.number("4,000", 4000), "men", "current", place=mali)
    assert [series.place for series in ledger(page.claims)] == ["Mali", "Mali, Niger"]


def test_forces_the_registry_does_not_know_are_told_apart_by_name_and_joined_whatever_the_case() -> None:
    page = Written.of("The rebels have 20 men, the Rebels 30, the bandits 40.")
    for who, number in (("rebels", 20), ("Rebels", 30), ("bandits", 40)):
        page.strength(page.who(who), page.number(str(number), number), "men", "current")
    assert [(series.force, len(series.rows)) for series in ledger(page.claims)] == [
        ("bandits", 1),
        ("rebels", 2),
    ]


def test_a_states_forces_are_counted_as_the_state_and_the_series_goes_by_the_usual_name() -> None:
    page = Written.of("France has 20 soldiers, French troops are 30, or 40.")
    for who, actor, number in (
        ("France", "france", 20),
        ("French troops", "forces", 30),
        ("French troops", "forces", 40),
    ):
        page.strength(page.who(who, actor), page.number(str(number), number), "troops", "current")
    (series,) = ledger(page.claims, {"forces": "france"})
    assert (series.key.force, series.force, series.actors) == (
        "france",
        "French troops",
        frozenset({"france", "forces"}),
    )
    assert len(ledger(page.claims)) == 2


def test_soldiers_and_troops_are_one_series_and_vehicles_another() -> None:
    page = Written.of("France has 20 soldiers, 30 troops and 40 vehicles.")
    for number, unit in ((20, "soldiers"), (30, "troops"), (40, "vehicles")):
        page.strength(page.who("France", "france"), page.number(str(number), number), unit, "current")
    assert [(series.unit, len(series.rows)) for series in ledger(page.claims)] == [
        ("troops", 2),
        ("vehicles", 1),
    ]


def test_the_order_of_the_claims_does_not_matter() -> None:
    claims = french_in_mali().claims
    assert ledger(claims) == ledger(claims[::-1])


def test_no_claims_no_ledger() -> None:
    assert ledger([]) == ()
