"""Whose the counted are, over many turns of phrase: counted together, since no sentence hangs on one parse."""

from __future__ import annotations

from collections.abc import Callable

from harmattan.model.readings import Body, Strength

Told = Callable[[str], list[tuple[Body, str, str | None]]]

SENTENCES = [
    (
        "Togo contributed 930, Ghana 870 and Niger 850 to the force.",
        {"930": "Togo", "870": "Ghana", "850": "Niger"},
    ),
    (
        "Peru sends the largest contingent, with some 400 soldiers, followed by Chile with 310 and Brazil with 150.",
        {"400": "Peru", "310": "Chile", "150": "Brazil"},
    ),
    (
        "Oman has sent 1,200 soldiers, Qatar and the United States 1,100.",
        {"1,200": "Oman", "1,100": "Qatar United"},
    ),
    ("Ghana and Togo have 600 soldiers in the valley.", {"600": "Ghana Togo"}),
    ("The corps has 900 soldiers, 65 of them Portuguese.", {"900": "corps", "65": "Portuguese"}),
    ("Some 700 British soldiers are at Ber. The Dutch have 270.", {"700": "British", "270": "Dutch"}),
    ("The last mission, MINURCAT, had 3,300 soldiers.", {"3,300": "MINURCAT"}),
    ("MONUSCO's military component stood at 9,987 personnel.", {"9,987": "MONUSCO"}),
    ("ATMIS began with 18,586 soldiers.", {"18,586": "ATMIS"}),
    ("France, which returned 450 troops to Chad, is content.", {"450": "France"}),
    (
        "SAMIM had 738 soldiers, against the 2,900 that a technical team had recommended.",
        {"738": "SAMIM", "2,900": "SAMIM"},
    ),
    (
        "Italy sent 600 soldiers to Ber. A Greek company of 155 will relieve them.",
        {"600": "Italy", "155": "Greek"},
    ),
    ("From Azraq in Jordan, where 150 soldiers are stationed, jets take off.", {"150": "soldiers"}),
    (
        "Peru deployed 2,640 troops, India 2,396, Nepal 1,761 and Togo 1,602.",
        {"2,640": "Peru", "2,396": "India", "1,761": "Nepal", "1,602": "Togo"},
    ),
    ("Foreign fighters are in Libya. The UN put the total at 20,000.", {"20,000": "fighters"}),
    ("Sudanese fighters from Darfur are estimated at 6,000.", {"6,000": "Sudanese"}),
    ("The mandate provides for 300 soldiers.", {"300": "soldiers"}),
    ("Nepal has a military presence of some 900 soldiers in Bor.", {"900": "Nepal"}),
    ("Oman is in talks with Nairobi to send 120 soldiers to Bor.", {"120": "Oman"}),
    ("Poland is weighing whether to send 120 soldiers to Bor.", {"120": "Poland"}),
    ("The task force, in which some 600 soldiers serve, is Danish.", {"600": "force"}),
]

WHERE = [
    ("The 800 Danish soldiers will start leaving Kirkuk next month.", {"800": "Kirkuk"}),
    ("The last of the 500 Danish soldiers left Kirkuk in May.", {"500": "Kirkuk"}),
    ("Norway will withdraw most of its 800 soldiers from Helmand.", {"800": "Helmand"}),
    ("Some of the 800 Danish soldiers went to Germany.", {"800": ""}),
    ("The base at Tapa, home to 800 Danish soldiers, is to grow.", {"800": "Tapa"}),
    ("Some 400 Danish soldiers flew out of Kandahar on Friday.", {"400": "Kandahar"}),
    ("Norway left 90 soldiers behind in Basra.", {"90": "Basra"}),
    ("The general has 1,900 men to hold Basra.", {"1,900": "Basra"}),
    ("The strength of the mission in Kosovo stood at 4,500 soldiers.", {"4,500": "Kosovo"}),
    ("The government in Nairobi has promised 1,000 soldiers.", {"1,000": ""}),
    ("Lithuania hosts a German battlegroup of 1,600.", {"1,600": "Lithuania"}),
    ("Uganda has 900 soldiers in Bor and 400 in Goma.", {"900": "Bor", "400": "Goma"}),
    ("Some 1,300 fighters left Bamako for Bangui in June.", {"1,300": "Bangui"}),
    ("Syria once had 6,300 soldiers in Iraq; today it has 120.", {"6,300": "Iraq", "120": "Iraq"}),
    ("A contingent of 120 Danish soldiers left for Lebanon on Monday.", {"120": "Lebanon"}),
]


def test_where_the_counted_are(told: Told) -> None:
    asked, wrong = 0, []
    for text, places in WHERE:
        found = {body.size.span.quote: body.place for body, _, _ in told(text) if isinstance(body, Strength)}
        for size, place in places.items():
            asked += 1
            sites = next((sites for quote, sites in found.items() if size in quote), ())
            if [site.span.quote for site in sites] != ([place] if place else []):
                wrong.append(f"{size} in {text!r}: {sites}")
    assert len(wrong) <= 0.15 * asked, wrong


def test_whose_the_counted_are(told: Told) -> None:
    asked = right = 0
    wrong: list[str] = []
    for text, owners in SENTENCES:
        found = {body.size.span.quote: body.force for body, _, _ in told(text) if isinstance(body, Strength)}
        for size, words in owners.items():
            asked += 1
            forces = next((force for quote, force in found.items() if size in quote), ())
            names = [f"{mention.span.quote} {mention.name}" for mention in forces]
            if len(names) >= 1 and all(any(word in name for name in names) for word in words.split()):
                right += 1
            else:
                wrong.append(f"{size} in {text!r}: {names}")
    assert right >= 0.85 * asked, wrong


def test_a_number_beside_the_dead_goes_on_from_them(told: Told) -> None:
    text = "A hundred rebels held the town. Ten soldiers were killed, the army said; the rebels put the number at 20."
    assert not [
        body for body, _, _ in told(text) if isinstance(body, Strength) and body.size.count.best == 20
    ]
