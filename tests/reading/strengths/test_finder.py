"""Strengths that must be read by the shipped reader, and numbers that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Strength

Told = Callable[[str], list[tuple[Body, str, str | None]]]

CASES = [
    ("France has 2,400 soldiers in Mali.", "France", 2400, 2400, "current", "Mali"),
    ("About 1,000 Wagner fighters are deployed in Mali.", "Wagner", None, None, "current", "Mali"),
    ("Denmark will send 105 soldiers to Mali.", "Denmark", 105, 105, "announced", "Mali"),
    (
        "Of the 5,000 French troops currently in Mali, half will leave.",
        "French troops",
        5000,
        5000,
        "current",
        "Mali",
    ),
    (
        "The mission has between 12,000 and 13,000 peacekeepers in Mali.",
        "mission",
        12000,
        13000,
        "current",
        "Mali",
    ),
    ("In 2013, France had 4,000 soldiers in Mali.", "France", 4000, 4000, "former", "Mali"),
    (
        "Military experts believe that 1,000 Russian mercenaries operate in Mali.",
        "Russian",
        1000,
        1000,
        "alleged",
        "Mali",
    ),
]


@pytest.mark.parametrize(
    ("text", "force", "low", "high", "status", "place"), CASES, ids=[case[0] for case in CASES]
)
def test_a_strength_is_read(
    text: str, force: str, low: int | None, high: int | None, status: str, place: str, told: Told
) -> None:
    found = [body for body, _, _ in told(text) if isinstance(body, Strength)]
    assert [
        strength
        for strength in found
        if force in strength.force[0].span.quote
        and (strength.size.count.low, strength.size.count.high) == (low, high)
        and strength.status == status
        and place in [where.name for where in strength.place]
    ], found


STATUSES = [
    # there, or still to leave
    ("Roughly 3,500 Turkish soldiers are based in the north of the island.", "Roughly 3,500", "current"),
    ("Italy will withdraw its 800 soldiers by the summer.", "800", "current"),
    ("The 400 French gendarmes have refused to leave the barracks.", "400", "current"),
    ("The ministry said there were 1,100 American troops in the country.", "1,100", "current"),
    ("The number of troops fell from 9,000 to 8,400.", "8,400", "current"),
    # a body of so many
    ("A force of 1,200 paratroopers holds the valley.", "1,200", "current"),
    ("The 5,000-strong force patrols the buffer zone.", "5,000", "current"),
    ("The garrison, numbering about 700, has held the town since May.", "about 700", "current"),
    ("Moscow’s peacekeepers in Karabakh, officially 1,960, stayed in their barracks.", "1,960", "current"),
    ("Half of its 900 soldiers in Gao are to leave.", "900", "current"),
    # the noun left out
    ("France has 2,400 soldiers in Mali; some 1,000 are in Niger.", "some 1,000", "current"),
    # there no more
    ("The mission once had 8,000 soldiers in the valley.", "8,000", "former"),
    ("Until last year 2,400 French soldiers were stationed in Mali.", "2,400", "former"),
    ("Ethiopia withdrew 3,000 soldiers from Somalia in October.", "3,000", "former"),
    ("The number of American troops fell from 100,000 to 8,400.", "from 100,000", "former"),
    # by the will of those who decide
    ("The government has pledged 700 troops to the force.", "700", "announced"),
    ("The accord allows 11,200 soldiers in Mali.", "11,200", "announced"),
    ("Canada will reduce its contingent from 1,250 to 600 by July.", "600", "announced"),
    ("The president ordered the deployment of 1,500 troops to the border.", "1,500", "announced"),
    # by nobody's own will
    ("The number of peacekeepers in Mali is likely to drop to 9,000.", "9,000", "projected"),
    ("Up to 2,000 soldiers could be sent to the region next year.", "Up to 2,000", "projected"),
    # wanted
    ("The force would require at least 15,000 troops to secure the border.", "at least 15,000", "required"),
    ("The envoy called for 2,500 police to be sent to Haiti.", "2,500", "required"),
    ("The force needs to be increased to 9,000 troops, the envoy said.", "9,000", "required"),
    # at arm's length
    ("Kampala is suspected of keeping 1,200 troops in Ituri.", "1,200", "alleged"),
    ("Up to 5,000 Rwandan soldiers are said to be in the east.", "Up to 5,000", "alleged"),
    ("A 3,000-strong Chadian contingent was pulled out of Bangui.", "3,000", "former"),
    ("Washington intends to build a 30,000-man border force in north-eastern Syria.", "30,000", "announced"),
    ("Of the 4,500 soldiers authorised by the Council, 3,200 are in Kabul.", "4,500", "announced"),
    ("At one time the army had over 5,000 men in Afghanistan.", "over 5,000", "former"),
    ("Niger's rulers want the remaining 200 American soldiers out by September.", "200", "current"),
    ("The police component in Mali, at 1,301, is close to its limit.", "1,301", "current"),
]


@pytest.mark.parametrize(("text", "size", "status"), STATUSES, ids=[case[0] for case in STATUSES])
def test_the_status_of_a_strength(text: str, size: str, status: str, told: Told) -> None:
    found = [(b.size.span.quote, b.status.value) for b, _, _ in told(text) if isinstance(b, Strength)]
    assert any(size.endswith(words) and status == held for words, held in found), found


def test_a_figure_that_falls_names_both_ends(told: Told) -> None:
    text = "The number of French troops in Mali is expected to fall from 5,000 to 2,500 or 3,000 by 2023."
    found = {body.status.value: body for body, _, _ in told(text) if isinstance(body, Strength)}
    assert (found["current"].size.count.best, found["current"].time) == (5000, None)
    assert (found["projected"].size.count.low, found["projected"].size.count.high) == (2500, 3000)
    assert found["projected"].size.count.best is None


def test_a_denied_strength_is_alleged_and_denied(told: Told) -> None:
    found = [
        (body.status.value, modality)
        for body, modality, _ in told("The junta denied that it has 4,000 soldiers in Niger.")
        if isinstance(body, Strength)
    ]
    assert found == [("alleged", "denied")]


NONE = [
    "Gunmen killed 40 soldiers in Mali.",
    "Some 200 fighters attacked the base in Gao.",
    "Police arrested 30 militants in Bamako.",
    "Forty soldiers were wounded near Kidal.",
    "The town lies 200 kilometres from Gao in Mali.",
    "France will send another 600 soldiers to Mali.",
    "The mission in Mali was reduced by 1,000 men.",
    "The academy in Bamako has trained 18,000 officers.",
    "The rebels freed 70 soldiers on Tuesday in Gao.",
    "Eleven wounded gendarmes were flown to Ouagadougou.",
    "The number of ministries in Mali will fall from 31 to 20.",
    "The mission in Mali has 40 helicopters and 200 vehicles.",
    "He served with 40 Commando in Northern Ireland.",
    "The 73-member coalition supported the effort in Syria.",
    "Nine out of ten of the fighters come from across the border.",
]


@pytest.mark.parametrize("text", NONE)
def test_casualties_increments_and_other_numbers_are_no_strength(text: str, told: Told) -> None:
    assert not [body for body, _, _ in told(text) if isinstance(body, Strength)]
