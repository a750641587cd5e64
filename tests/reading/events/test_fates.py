"""Who did it, whom it befell and how many they were, where the words tell it in passing, apart or in few words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

TOLD: list[tuple[str, str, str, dict[str, int]]] = [
    # The text, who did it, whom it befell, the counts.
    ("An officer was abducted by militants near Gao, tortured and killed.", "militants", "officer", {}),
    ("Rebels kidnapped and killed four priests.", "Rebels", "priests", {"killed": 4}),
    (
        "Rebels raided Boni, six guards killed, two women wounded.",
        "Rebels",
        "guards",
        {"killed": 6, "wounded": 2},
    ),
    ("Chadian soldier killed, four hurt as vehicle hits mine", "", "soldier", {"killed": 1, "wounded": 4}),
    ("Gunmen shot dead a teacher together with his wife.", "Gunmen", "teacher", {"killed": 2}),
    ("Rebels abducted the mayor of Ber and his deputy.", "Rebels", "deputy", {"abducted": 2}),
    ("Marchers were fired on by soldiers near the bridge.", "soldiers", "Marchers", {}),
    (
        "Gunmen on horses fell on a village. The authorities put the toll at 37.",
        "Gunmen",
        "village",
        {"killed": 37},
    ),
    ("A bomb hit the market. The number of injured has risen to seven.", "", "market", {"wounded": 7}),
    ("Six soldiers fell when rebels ambushed their column.", "rebels", "soldiers", {"killed": 6}),
    (
        "Attackers burst into a church in Djibo, leaving 12 people dead.",
        "Attackers",
        "church",
        {"killed": 12},
    ),
    ("The army says two of its soldiers were killed in an attack in Gao.", "", "soldiers", {"killed": 2}),
    ("A drone of the Nigerian army struck a crowd in Kaduna.", "Nigerian army", "crowd", {}),
    ("Militants set two mosques alight; at least 13 people died.", "Militants", "mosques", {}),
    (
        "Herders raided Boni, leaving 60 members of a wedding party dead.",
        "Herders",
        "members",
        {"killed": 60},
    ),
    (
        "An incursion by rebels into Boni resulted in 12 deaths and nine injuries.",
        "rebels",
        "Boni",
        {"killed": 12, "wounded": 9},
    ),
    ("The army attacked Boni on Sunday; the number of dead stands at 41.", "army", "Boni", {"killed": 41}),
    (
        "Nine civilians perished in an attack carried out by rebels on Boni.",
        "rebels",
        "civilians",
        {"killed": 9},
    ),
    ("The army killed the chief of Boni, his wife and three children.", "army", "wife", {"killed": 5}),
    ("Rebels seized 12 fishermen from a boat near Bol.", "Rebels", "fishermen", {"abducted": 12}),
    ("Miner gunned down in Soweto", "", "Miner", {"killed": 1}),
    ("Four women were burned alive in Kaga.", "", "women", {"killed": 4}),
    ("Three of our men fell near Ber.", "", "men", {"killed": 3}),
    ("The four Americans who died in Niger while on patrol were buried.", "", "Americans", {"killed": 4}),
    ("A grenade killed a waitress in Bujumbura.", "", "waitress", {"killed": 1}),
]


def _acts(told: list[tuple[Body, str, str | None]]) -> list[Event]:
    return [body for body, _, _ in told if isinstance(body, Event) and body.type == "ASSAULT"]


@pytest.mark.parametrize(("text", "who", "whom", "counts"), TOLD, ids=[case[0] for case in TOLD])
def test_who_and_how_many(text: str, who: str, whom: str, counts: dict[str, int], told: Told) -> None:
    acts = _acts(told(text))
    actors = {mention.span.quote for act in acts for mention in act.actor}
    struck = {m.span.quote for act in acts for m in (*act.recipient, *act.target, *act.victim)}
    assert (actors == set()) if not who else any(who in quote for quote in actors), acts
    assert any(whom in quote for quote in struck), acts
    for field, number in counts.items():
        found = {count.count.best for act in acts if (count := getattr(act, field)) is not None}
        assert found == {number}, acts


NOBODY_TELLS = [
    "They were beaten and robbed by soldiers, survivors recount.",
    "Soldiers killed two teachers, people who saw it said.",
]


@pytest.mark.parametrize("text", NOBODY_TELLS)
def test_who_says_so_has_no_part_in_it(text: str, told: Told) -> None:
    parts = [m.span.quote for act in _acts(told(text)) for m in (*act.actor, *act.recipient, *act.victim)]
    assert not {"survivors", "people"} & set(parts), parts


def test_what_an_act_answers_is_another_act(told: Told) -> None:
    text = "Jets hit 30 posts in Idlib in response to the shelling that killed two soldiers on Tuesday."
    assert [act.killed.count.best for act in _acts(told(text)) if act.killed and act.target] == []


def test_one_of_the_weapons_is_a_weapon(told: Told) -> None:
    (act,) = _acts(told("One of the explosive devices hit a convoy near Gao."))
    assert not act.victim and [mention.span.quote for mention in act.weapon] == ["explosive devices"]


def test_who_returns_fire_fires(told: Told) -> None:
    assert [act.type for act, _, _ in told("The soldiers returned fire.") if isinstance(act, Event)] == [
        "ASSAULT"
    ]


def test_who_flies_no_missions_leaves_nothing(told: Told) -> None:
    assert not told("The squadron carried out no combat missions in May.")


def test_reports_called_a_lie_are_denied(told: Told) -> None:
    text = "The army called reports that it had shelled the town a provocation."
    assert [(act.trigger.quote, held) for act, held, _ in told(text) if isinstance(act, Event)] == [
        ("shelled", "denied")
    ]


@pytest.mark.parametrize(
    "text", ["They speak of the explosions of Tuesday.", "The last raid, on July 25, went unseen."]
)
def test_an_act_named_by_its_day_happened(text: str, told: Told) -> None:
    assert [act.time is not None for act in _acts(told(text))] == [True]


def test_the_attackers_are_struck_by_another_act(told: Told) -> None:
    text = "Gunmen stormed a hotel in Bamako, killing nine. Two of the attackers were killed, the army said."
    assert sorted(act.killed.count.best or 0 for act in _acts(told(text)) if act.killed) == [2, 9]


def test_kidnapped_or_killed_are_no_dead(told: Told) -> None:
    assert not any(act.killed for act in _acts(told("Twelve people were kidnapped or killed.")))


def test_a_count_among_its_kind_is_no_act_of_its_own(told: Told) -> None:
    assert not _acts(told("It was the seventh such blast on that road this year."))


def test_what_nobody_was_tried_for_was_done(told: Told) -> None:
    held = [modality for body, modality, _ in told("Nobody was tried for the bombing in Gao of 2022.")]
    assert held == ["asserted"]
