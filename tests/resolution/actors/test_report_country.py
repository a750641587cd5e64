"""Whose army "the army" is."""

from datetime import date

import pytest

from tests.resolution.actors.meant import actor, meant

DAY = date(2022, 6, 1)
CASES = [
    ("the dateline", "BAMAKO — Gunmen came at night. The army fled.", "The army", "malian-armed-forces"),
    (
        "a dateline abroad weighs less than the country named again",
        "ACCRA — Leaders lifted the sanctions against Mali. The bloc has eased its terms in Mali. The junta agreed.",
        "The junta",
        "mali",
    ),
    (
        "a country over the border is not the one",
        "OUAGADOUGOU — Gunmen struck near the border with Mali. The army gave chase.",
        "The army",
        "burkinabe-armed-forces",
    ),
    (
        "a state that speaks from afar is not the one",
        "LIBREVILLE — France condemned the coup; the army filled the streets of Gabon.",
        "the army",
        "gabonese-armed-forces",
    ),
    (
        "foreign troops do not make it theirs",
        "French soldiers helped in Mali. French jets bombed a camp. The army thanked them.",
        "The army",
        "malian-armed-forces",
    ),
    ("two countries alike", "Fighting went on in Mali and Niger. The army fled.", "The army", None),
    (
        "the sentence's own country",
        "Mali is calm. In Niger the government has changed.",
        "the government",
        "niger",
    ),
    (
        "there is where the last place was",
        "Mali agreed. So did Burkina Faso. The junta there wants three years.",
        "The junta",
        "burkina-faso",
    ),
    (
        "groups tell it too",
        "The Arakan Army broke a truce on Monday. The junta answered.",
        "The junta",
        "myanmar",
    ),
    (
        "under a country's heading",
        "Chad\n\nVoters in Chad chose a parliament. Chad is calm.\n\nGuinea\n\nThe junta freed two editors.",
        "The junta",
        "guinea",
    ),
    (
        "an item that begins with its country",
        "- Chad: Voters chose. Chad is calm.\n\n- Guinea: Talks went on. Rain fell. The junta freed two editors.",
        "The junta",
        "guinea",
    ),
    ("somebody's army by name", "Rebels fought in Mali. The rebel army fled.", "The rebel army", None),
    ("an army of nobody", "The army fled.", "The army", None),
]


@pytest.mark.parametrize(("name", "text", "quote", "expected"), CASES, ids=[case[0] for case in CASES])
def test_institutions(name: str, text: str, quote: str, expected: str | None) -> None:
    assert actor(text, quote, DAY) == expected, name


def test_the_home_of_the_source_counts() -> None:
    text = "Gunmen came at night. The army fled."
    assert actor(text, "The army", DAY, source="Bamako Monitor") == "malian-armed-forces"
    assert actor(text, "The army", DAY, source="Morning Wire") is None


def test_a_ministry_s_paper_may_mean_its_own_minister() -> None:
    text = "Talks were held in Iraq. The minister spoke of Iraq and of Baghdad."
    assert actor(text, "The minister", DAY, source="Morning Wire") == "iraq"
    assert actor(text, "The minister", DAY, source="UK Government") is None


def test_the_reason_names_what_told_it() -> None:
    found = meant("BAMAKO — Gunmen came at night. The army fled.", "The army")
    assert found is not None
    assert (
        found.reason == "“The army” is Malian Armed Forces: the report speaks of Mali there, by the dateline"
    )
