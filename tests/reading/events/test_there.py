"""Places that a sentence only points at, and the place that was named before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

CASES: list[tuple[str, str, str, list[str]]] = [
    (
        "there",
        "The minister flew to Gumuruk. In March rebels killed thirteen people there.",
        "killed",
        ["Gumuruk"],
    ),
    (
        "the same village",
        "Rebels held a rally in Gossi. On Friday gunmen killed four people in the same village.",
        "killed",
        ["Gossi"],
    ),
    (
        "the place, and not what holds it",
        "The governor came to Ber in northern Mali. Soldiers were attacked near the town on Friday.",
        "attacked",
        ["Ber"],
    ),
    (
        "the heading of the line",
        "- Gossi: gunmen killed four traders on Friday.",
        "killed",
        ["Gossi"],
    ),
    (
        "no place named before",
        "The mayor fled after gunmen killed two guards in the town.",
        "killed",
        [],
    ),
    (
        "the town, and not the border it is near",
        "Soldiers camped in Gossi, near the border with Niger. On Friday gunmen killed four people in the same town.",
        "killed",
        ["Gossi"],
    ),
    (
        "the town's own",
        "A missile struck a restaurant in Kramatorsk on Tuesday. In May a strike on the town's station killed sixty.",
        "strike",
        ["Kramatorsk"],
    ),
    (
        "the town left",
        "Rebels entered Gossi in May. They left the town in June.",
        "left",
        ["Gossi"],
    ),
    (
        "the capital of a province, and not the province",
        "Djibo, the capital of Soum province, has been blockaded since 2019. In May rebels attacked the base there.",
        "attacked",
        ["Djibo"],
    ),
    (
        "another place named",
        "The governor came to Ber. Soldiers were attacked in the town of Gossi on Friday.",
        "attacked",
        ["Gossi"],
    ),
    (
        "a town of its own",
        "The governor came to Ber. Soldiers were attacked in a town on Friday.",
        "attacked",
        [],
    ),
    (
        "this city is the reporter's",
        "GOSSI, April 2 (Agency) — Gunmen killed four people in this city on Friday.",
        "killed",
        ["GOSSI"],
    ),
    (
        "the capital that the report comes from",
        "BAMAKO, April 2 (Agency) — A bomb exploded on Friday and damaged two shops in the capital.",
        "exploded",
        ["BAMAKO"],
    ),
    (
        "the capital, from elsewhere",
        "GOSSI, April 2 (Agency) — The mayor flew to Ber. Gunmen killed four people in the capital on Friday.",
        "killed",
        [],
    ),
]


@pytest.mark.parametrize(("name", "text", "trigger", "places"), CASES, ids=[case[0] for case in CASES])
def test_pointed(name: str, text: str, trigger: str, places: list[str], told: Told) -> None:
    (event,) = [
        body for body, _, _ in told(text) if isinstance(body, Event) and body.trigger.quote == trigger
    ]
    assert [place.name for place in event.place] == places
    for place in event.place:
        assert text[place.span.start : place.span.end] == place.span.quote
