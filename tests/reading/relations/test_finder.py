"""Relations that must be read by the shipped reader, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Relation

Told = Callable[[str], list[tuple[Body, str, str | None]]]

CASES = [
    ("The Takuba Task Force was led by France.", "led_by", "Takuba Task Force", "France", "asserted"),
    ("MINUSMA replaced AFISMA in July 2013.", "succeeds", "MINUSMA", "AFISMA", "asserted"),
    (
        "Operation Serval will be replaced by Operation Barkhane.",
        "succeeds",
        "Operation Barkhane",
        "Operation Serval",
        "planned",
    ),
    ("AQIM and MUJAO joined forces against the army.", "allied_with", "AQIM", "MUJAO", "asserted"),
    (
        "Boko Haram pledged allegiance to the Islamic State.",
        "part_of",
        "Boko Haram",
        "Islamic State",
        "asserted",
    ),
    ("The Alliance of Sahel States (AES) met.", "alias", "AES", "Alliance of Sahel States", "asserted"),
    ("Boko Haram operates in Nigeria.", "operates_in", "Boko Haram", "Nigeria", "habitual"),
    (
        "The army held its defensive positions against Boko Haram near the town.",
        "hostile_to",
        "army",
        "Boko Haram",
        "asserted",
    ),
    ("The militia is commanded by Colonel Omar Diallo.", "led_by", "militia", "Omar Diallo", "asserted"),
    (
        "Hezbollah, which fought a long war with Israel, sent men to Syria.",
        "hostile_to",
        "Hezbollah",
        "Israel",
        "asserted",
    ),
    (
        "Russia and other backers of the government bombed the rebels.",
        "supports",
        "Russia",
        "government",
        "asserted",
    ),
    (
        "Kenyan troops and Jubaland fighters, assisted by the African Union, took the town.",
        "supports",
        "African Union",
        "Kenyan troops",
        "asserted",
    ),
    (
        "Kenyan troops and Jubaland fighters, assisted by the African Union, took the town.",
        "supports",
        "African Union",
        "Jubaland fighters",
        "asserted",
    ),
    ("The rebels control the town of Tessit.", "controls", "rebels", "Tessit", "asserted"),
    ("Boko Haram seized control of Gao.", "controls", "Boko Haram", "Gao", "asserted"),
    (
        "Iyad Ag Ghali, the leader of Ansar Dine, met elders in Kidal.",
        "led_by",
        "Ansar Dine",
        "Iyad Ag Ghali",
        "asserted",
    ),
    (
        "The French army supports Mali in its fight against Boko Haram.",
        "hostile_to",
        "Mali",
        "Boko Haram",
        "asserted",
    ),
    (
        "Chad conducted air strikes in support of the Nigerian army.",
        "supports",
        "Chad",
        "Nigerian army",
        "asserted",
    ),
    (
        "Idder Maiga, a lecturer at the University of Gao, resigned.",
        "part_of",
        "Idder Maiga",
        "University of Gao",
        "asserted",
    ),
    (
        "The coalition continued its efforts to defeat Boko Haram.",
        "hostile_to",
        "coalition",
        "Boko Haram",
        "asserted",
    ),
]


@pytest.mark.parametrize(
    ("text", "kind", "subject", "other", "modality"), CASES, ids=[case[0] for case in CASES]
)
def test_a_relation_is_read(
    text: str, kind: str, subject: str, other: str, modality: str, told: Told
) -> None:
    found = [(body, held) for body, held, _ in told(text) if isinstance(body, Relation)]
    assert [
        relation
        for relation, held in found
        if relation.relation == kind
        and subject in (relation.subject.span.quote + relation.subject.name)
        and other in relation.object.span.quote
        and held in {modality, "asserted"}
    ], found


NONE = [
    "The groups met in Gao.",
    "Gunmen killed three soldiers.",
    "The army (on Monday) said nothing.",
    "Mali and Niger will hold joint patrols.",
    "The minister joined the ambassador for talks.",
    "The ministry holds the gunmen responsible.",
    "Critics condemned the war against drugs.",
    "The country's intelligence chief, Idder Maiga, resigned.",
    "The army began an offensive against the town.",
    "Boko Haram, known as a violent group, fled.",
    "Talks in Jeddah, sponsored by Oman, were adjourned.",
    "The navies ended the exercise Eagle Partner on Friday.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_relation_is_made_up(text: str, told: Told) -> None:
    assert not [body for body, _, _ in told(text) if isinstance(body, Relation)]
