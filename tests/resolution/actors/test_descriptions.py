""" "The group", "the militants", "the mission", "four soldiers"."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmattan.reference.countries import countries
from harmattan.resolution.context import Context
from tests.resolution.actors.meant import actor, linker, report

CASES = [
    ("the group named before", "JNIM struck in Mali. The group said so.", "The group", "jnim"),
    (
        "two side by side",
        "JNIM and Ansarul Islam struck in Burkina Faso. The group said so.",
        "The group",
        None,
    ),
    (
        "the latter",
        "JNIM denied it, Ansarul Islam did not. The latter is small.",
        "The latter",
        "ansarul-islam",
    ),
    (
        "what is named after does not count",
        "The group struck in Mali. JNIM denied it.",
        "The group",
        None,
    ),
    ("nobody named", "Gunmen struck in Mali. The rebels fled.", "The rebels", None),
    (
        "the jihadists are not the rebels",
        "The MNLA left and JNIM came. The jihadists stayed.",
        "The jihadists",
        "jnim",
    ),
    (
        "a word of the name",
        "The Coalition of Patriots for Change took Bambari. The coalition fled.",
        "The coalition",
        "cpc-car",
    ),
    (
        "the volunteers",
        "The Volunteers for the Defence of the Homeland came. The volunteers fled.",
        "The volunteers",
        "vdp",
    ),
    (
        "too long ago",
        "JNIM struck in Mali. It rained. It rained on. It rained again. It went on. The group left.",
        "The group",
        None,
    ),
    (
        "a group that rules is not the group",
        "ISKP struck in Kabul. The Taliban government spoke. The group is its rival.",
        "The group",
        "is-khorasan",
    ),
    (
        "the one mission there",
        "The UN mission in the Central African Republic spoke.",
        "The UN mission",
        "minusca",
    ),
    (
        "the other side of the clause",
        "The Coalition of Patriots for Change and militants fought alongside the rebels.",
        "the rebels",
        None,
    ),
    ("this group", "JNIM struck in Mali. This group is feared.", "This group", "jnim"),
    ("soldiers of the country", "BAMAKO — Four soldiers died.", "Four soldiers", "malian-armed-forces"),
    ("other soldiers there", "BAMAKO — French troops came. Four soldiers died.", "Four soldiers", None),
    ("in a base of others", "An African Union base in Mali fell. Four soldiers died.", "Four soldiers", None),
    (
        "in a camp of others",
        "In Mali rebels shelled a Chadian camp. Four soldiers died.",
        "Four soldiers",
        None,
    ),
    (
        "in a paper on others",
        "The Bundeswehr is in Niger and Kosovo. The Bundeswehr flies. It is also in Mali. It waits. It trains. "
        "In Mali 50 soldiers wait.",
        "50 soldiers",
        None,
    ),
    ("mutineers", "BAMAKO — Mutinous soldiers came.", "Mutinous soldiers", None),
    ("both sides", "BAMAKO — Soldiers on both sides died.", "Soldiers", None),
    ("policemen are the state's", "BAMAKO — Two policemen died.", "Two policemen", "mali"),
]


@pytest.mark.parametrize(("name", "text", "quote", "expected"), CASES, ids=[case[0] for case in CASES])
def test_descriptions(name: str, text: str, quote: str, expected: str | None) -> None:
    assert actor(text, quote, date(2022, 6, 1)) == expected, name


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2010, None), (2016, "operation-inherent-resolve")],
)
def test_the_coalition_is_the_one_of_that_year(year: int, expected: str | None) -> None:
    text = "MOSUL — In Iraq fighting went on. The coalition sent jets."
    assert actor(text, "The coalition", date(year, 6, 1)) == expected


def test_everybody_in_text_order() -> None:
    text = "BAMAKO — French troops left Mali. JNIM came. The army fled, and President Emmanuel Macron spoke."
    found = linker().named_in(Context(report(text), countries()))
    told = [(one.span.quote, one.meaning.actor if one.meaning else None) for one in found]
    assert told == [
        ("French troops", "french-armed-forces"),
        ("Mali", "mali"),
        ("JNIM", "jnim"),
        ("The army", "malian-armed-forces"),
        ("President Emmanuel Macron", "france"),
    ]


WORDS = st.sampled_from(
    """The the army Mali Malian soldiers government JNIM President Macron , . ( ) — in near border with Front of
    Liberation new group four hundred 13,000 ' 's ’ - coalition UN mission former it Paris Operation Serval""".split()
)


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_stretches_of_itself_in_order(text: str) -> None:
    text = f"Mali. {text}"
    found = linker().named_in(Context(report(text), countries()))
    assert all(text[one.span.start : one.span.end] == one.span.quote for one in found)
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    assert found == linker().named_in(Context(report(text), countries()))
