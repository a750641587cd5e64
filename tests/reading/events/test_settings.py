"""Times and places of an act that hang on other words of its sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

CASES = [
    # on what the act broke into
    ("Gunmen opened fire on guests who were dancing in Bamako on Friday.", ["Bamako"], "Friday"),
    # on whose the thing is that was struck
    ("Fighters stormed a base guarded by Kenyan soldiers at Kulbiyow on Friday.", ["Kulbiyow"], "Friday"),
    # on the deed by which people came to harm
    (
        "Four soldiers were killed on Friday when gunmen tried to storm their camp at Aguelhok.",
        ["Aguelhok"],
        "Friday",
    ),
    # on the noun of what was done to a whole town
    ("The army spoke of the massacre of Savo on Friday, in which sixty people died.", ["Savo"], "Friday"),
    # where those were who come from elsewhere
    ("A bomb hit buses with evacuees from Fuaa at Rashidin on Friday.", ["Rashidin"], "Friday"),
    # on what was struck, no preposition by it
    ("A missile struck the railway station of Kramatorsk on Friday.", ["Kramatorsk"], "Friday"),
    # on the time that a clause tells more of
    ("The worst day was Friday, when raiders killed nine farmers in Dosso.", ["Dosso"], "Friday"),
    # on the state that a place was left in
    ("Schools in Bamako stay shut since the shootings of Friday.", ["Bamako"], "Friday"),
    # on the noun in which it happened
    (
        "A siege in Bamako in May 2019, in which 67 people were killed, was never explained.",
        ["Bamako"],
        "May 2019",
    ),
    # on what they entered to do it
    ("Gunmen entered Menaka on Friday and killed ten people.", ["Menaka"], "Friday"),
    # a clause that only describes what was struck has a time of its own
    ("Kidal, held by rebels since 2012, was shelled by the army on Tuesday.", ["Kidal"], "Tuesday"),
    # on a verdict that cannot have it
    ("Nobody has been tried for the murder of a priest in Bamako in May 2019.", ["Bamako"], "May 2019"),
]


@pytest.mark.parametrize(("text", "places", "time"), CASES)
def test_a_setting_told_by_other_words(text: str, places: list[str], time: str, told: Told) -> None:
    acts = [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"]
    assert acts
    act = acts[0]
    assert [place.name for place in act.place] == places
    assert act.time is not None
    assert act.time.span.quote == time
