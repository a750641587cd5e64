"""A small press of the Sahel, written for the tests after the public record: documents, claims, incidents, actors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from harmattan.model.claims import Claim
from harmattan.model.readings import Event
from harmattan.model.values import Count, Period
from harmattan.model.world import Actor, ActorKind, Alias, CasualtyReport, Incident
from harmattan.publish.data import SiteData
from tests.publish.written import Written, count, period


@dataclass(frozen=True)
class Country:
    name: str


COUNTRIES = {
    "ML": Country("Mali"),
    "BF": Country("Burkina Faso"),
    "NE": Country("Niger"),
    "FR": Country("France"),
    "TD": Country("Chad"),
    "SY": Country("Syria"),
    "US": Country("United States"),
}

ACTORS = {
    one.id: one
    for one in (
        Actor("france", "France", ActorKind.STATE, countries=("FR",)),
        Actor(
            "french-forces", "French Armed Forces", ActorKind.FORCES, parents=("france",), countries=("FR",)
        ),
        Actor(
            "barkhane",
            "Operation Barkhane",
            ActorKind.OPERATION,
            (),
            (),
            ("french-forces",),
            ("ML", "NE", "TD"),
            2014,
            2022,
        ),
        Actor(
            "takuba", "Task Force Takuba", ActorKind.OPERATION, countries=("ML", "NE"), since=2020, until=2022
        ),
        Actor("mali", "Mali", ActorKind.STATE, countries=("ML",)),
        Actor("malian-army", "Malian Armed Forces", ActorKind.FORCES, ("FAMa",), (), ("mali",), ("ML",)),
        Actor("burkina-faso", "Burkina Faso", ActorKind.STATE, countries=("BF",)),
        Actor(
            "burkinabe-army", "Burkinabe Armed Forces", ActorKind.FORCES, (), (), ("burkina-faso",), ("BF",)
        ),
        Actor("niger", "Niger", ActorKind.STATE, countries=("NE",)),
        Actor("us-forces", "United States Armed Forces", ActorKind.FORCES, countries=("US",)),
        Actor(
            "jnim",
            "Jama'at Nusrat al-Islam wal-Muslimin",
            ActorKind.GROUP,
            ("JNIM", "GSIM"),
            (Alias("Support Group for Islam and Muslims"),),
            ("aqim",),
            ("ML", "BF", "NE"),
            2017,
        ),
        Actor(
            "aqim",
            "al-Qaeda in the Islamic Maghreb",
            ActorKind.GROUP,
            ("AQIM", "AQMI"),
            (Alias("Salafist Group for Preaching and Combat", 1998, 2007),),
            (),
            ("DZ", "ML"),
            2007,
        ),
        Actor("ansar-dine", "Ansar Dine", ActorKind.GROUP, ("AAD",), (), ("jnim",), ("ML",), 2012),
        Actor("wagner", "Wagner Group", ActorKind.COMPANY, countries=("RU",)),
        Actor(
            "minusma",
            "United Nations Multidimensional Integrated Stabilization Mission in Mali",
            ActorKind.MISSION,
            ("MINUSMA",),
            countries=("ML",),
            since=2013,
            until=2023,
        ),
        Actor(
            "mnla",
            "National Movement for the Liberation of Azawad",
            ActorKind.GROUP,
            ("MNLA",),
            countries=("ML",),
        ),
        Actor("ypg", "People's Protection Units", ActorKind.GROUP, ("YPG",), countries=("SY",)),
    )
}

COURIER, WIRE, BEND, OBSERVER = "Courrier du Fleuve", "Sahel Wire", "The Bend Gazette", "Savanna Observer"


def _drawdown() -> Written:
    page = Written.of(
        (
            "France has 5,000 soldiers in Mali and its neighbours, and French troops in Mali number 2,400.",
            "President Emmanuel Macron said that France will end Operation Barkhane in the first quarter of 2022.",
        ),
        (
            "The French troops in Mali are expected to fall to between 1,000 and 1,500 by 2023.",
            "Task Force Takuba, which is led by France, is to take over part of the work.",
        ),
        "Bases at Kidal, Tessalit and Timbuktu will be closed by the end of the year, the presidency said.",
        title="Paris to wind down its Sahel operation",
        published=date(2021, 6, 10),
        source=COURIER,
        url="https://courrier-du-fleuve.example/2021/06/10/paris-wind-down",
    )
    on = page.reading(0)
    on.strength(
        on.who("France", "france"),
        on.number("5,000", 5000),
        "soldiers",
        "current",
        place=on.where("Mali", "ML", "country"),
    )
    on.strength(
        on.who("French troops", "french-forces"),
        on.number("2,400", 2400),
        "troops",
        "current",
        place=on.where("…|Mali", "ML", "country", "Mali"),
    )
    on = page.reading(1)
    on.event(
        "RETREAT/withdraw",
        "end",
        "planned",
        by=on.who("President Emmanuel Macron", "france"),
        actor=on.who("France", "france"),
        recipient=on.who("Operation Barkhane", "barkhane"),
        time=on.when("the first quarter of 2022", "2022-01-01", "2022-03-31", precision="quarter"),
    )
    on = page.reading(2)
    on.strength(
        on.who("French troops", "french-forces"),
        on.number("between 1,000 and 1,500", 1000, None, 1500),
        "troops",
        "projected",
        place=on.where("Mali", "ML", "country"),
        time=on.when("by 2023", None, "2023-12-31", precision="open"),
    )
    on = page.reading(3)
    takuba, france = on.who("Task Force Takuba", "takuba"), on.who("France", "france")
    on.relation("led_by", takuba, france)
    on = page.reading(4)
    on.event(
        "RETREAT/withdraw",
        "closed",
        "planned",
        by=on.who("the presidency", "france"),
        actor=(),
        place=(on.where("Kidal", "ML"), on.where("Tessalit", "ML"), on.where("Timbuktu", "ML")),
        time=on.when("by the end of the year", None, "2021-12-31", precision="open"),
    )
    return page


def _solhan_first() -> Written:
    page = Written.of(
        (
            "Gunmen attacked the village of Solhan in northern Burkina Faso on 5 June 2021 and killed at least 132 "
            "people, the government said.",
            "They burned the market and several houses.",
        ),
        (
            "No group claimed the attack, but the government accused militants of JNIM.",
            "The army will send 300 soldiers to the province of Yagha, a spokesman said.",
        ),
        title="Scores killed in night attack on Solhan",
        published=date(2021, 6, 6),
        source=WIRE,
        url="https://sahelwire.example/solhan",
    )
    on = page.reading(0)
    on.event(
        "ASSAULT/firearms",
        "attacked",
        by=on.who("the government", "burkina-faso"),
        actor=on.who("Gunmen"),
        target=on.who("the village of Solhan"),
        place=(on.where("Solhan", "BF"), on.where("northern Burkina Faso", "BF", "area")),
        time=on.when("on 5 June 2021", "2021-06-05"),
        killed=on.number("at least 132", 132, 132, None),
    )
    on = page.reading(1)
    on.event(
        "ASSAULT/destroy",
        "burned",
        actor=on.who("They", None, "Gunmen"),
        target=(on.who("the market"), on.who("several houses")),
    )
    on = page.reading(2)
    on.event(
        "ACCUSE/allege",
        "accused",
        actor=on.who("the government", "burkina-faso"),
        recipient=on.who("JNIM", "jnim"),
    )
    on = page.reading(3)
    on.event(
        "MOBILIZE/troops",
        "send",
        "planned",
        by=on.who("a spokesman"),
        actor=on.who("army", "burkinabe-army"),
        place=on.where("Yagha", "BF", "admin"),
    )
    on.strength(
        on.who("army", "burkinabe-army"),
        on.number("300", 300),
        "soldiers",
        "announced",
        place=on.where("Yagha", "BF", "admin"),
    )
    return page


def _solhan_second() -> Written:
    page = Written.of(
        "Local officials put the toll of the massacre at Solhan, on the night of 4 to 5 June, at 160 dead.",
        "Residents counted between 150 and 180 graves, and some 40 wounded were taken to Dori.",
        "JNIM regularly ambushes convoys on the road from Dori to Sebba.",
        title="Solhan: villagers bury their dead",
        published=date(2021, 6, 8),
        source=BEND,
        url="http://bendgazette.example/a?id=17&lang=en",
    )
    on = page.reading(0)
    on.event(
        "ASSAULT",
        "massacre",
        by=on.who("Local officials"),
        place=on.where("Solhan", "BF"),
        time=on.when("on the night of 4 to 5 June", "2021-06-04", "2021-06-05"),
        killed=on.number("160", 160),
    )
    on = page.reading(1)
    on.event(
        "ASSAULT",
        "wounded",
        by=on.who("Residents"),
        killed=on.number("between 150 and 180", 150, None, 180),
        wounded=on.number("some 40", None, 40, None),
    )
    on = page.reading(2)
    on.event(
        "ASSAULT",
        "ambushes",
        "habitual",
        actor=on.who("JNIM", "jnim"),
        recipient=on.who("convoys"),
        place=on.where("Dori", "BF"),
    )
    return page


def _solhan_denied() -> Written:
    page = Written.of(
        "In a statement, JNIM denied that it had attacked Solhan and condemned the killing of civilians.",
        "The group threatened to strike army posts in the Est region instead.",
        title="Jihadist group denies role in Solhan",
        published=date(2021, 6, 9),
        source=OBSERVER,
    )
    on = page.reading(0)
    jnim = on.who("JNIM", "jnim")
    on.event(
        "ASSAULT",
        "attacked",
        "denied",
        by=jnim,
        actor=on.who("it", "jnim", "JNIM"),
        recipient=on.who("Solhan"),
        place=on.where("Solhan", "BF"),
    )
    on.event("ACCUSE/disapprove", "condemned", actor=jnim)
    on = page.reading(1)
    on.event(
        "THREATEN/violence",
        "threatened",
        "threatened",
        actor=on.who("The group", "jnim", "JNIM"),
        recipient=on.who("army posts"),
        place=on.where("Est region", "BF", "admin"),
    )
    return page


def _gossi() -> Written:
    page = Written.of(
        (
            "French forces left their base at Gossi on 19 April 2022 and handed it to the Malian Armed Forces (FAMa).",
            "About 300 French soldiers had been stationed in Gossi.",
        ),
        (
            "Some 1,500 French troops remain in Mali.",
            "The last of them are to leave by 15 August 2022.",
            "Mali's junta accused the French army of spying, which Paris denied.",
        ),
        title="French hand over Gossi base",
        published=date(2022, 4, 20),
        source=COURIER,
        url="https://courrier-du-fleuve.example/2022/04/20/gossi",
    )
    on = page.reading(0)
    on.event(
        "RETREAT/withdraw",
        "left",
        actor=on.who("French forces", "french-forces"),
        place=on.where("Gossi", "ML"),
        time=on.when("on 19 April 2022", "2022-04-19"),
    )
    on.relation(
        "alias",
        on.who("Malian Armed Forces", "malian-army"),
        on.who("FAMa", "malian-army", "Malian Armed Forces"),
    )
    on = page.reading(1)
    on.strength(
        on.who("French soldiers", "french-forces"),
        on.number("About 300", None, 300, None),
        "soldiers",
        "former",
        place=on.where("Gossi", "ML"),
    )
    on = page.reading(2)
    on.strength(
        on.who("French troops", "french-forces"),
        on.number("Some 1,500", None, 1500, None),
        "troops",
        "current",
        place=on.where("Mali", "ML", "country"),
    )
    on = page.reading(3)
    on.event(
        "RETREAT/withdraw",
        "leave",
        "planned",
        actor=on.who("them", "french-forces", "French troops"),
        place=(),
        time=on.when("by 15 August 2022", None, "2022-08-15", precision="open"),
    )
    on = page.reading(4)
    on.event(
        "ACCUSE/allege",
        "accused",
        actor=on.who("Mali's junta", "mali"),
        recipient=on.who("French army", "french-forces"),
    )
    return page


def _moura() -> Written:
    page = Written.of(
        (
            "The Malian army said it had killed 203 militants in an operation at Moura between 23 and 31 March 2022.",
            "Witnesses said that soldiers and foreign fighters allegedly executed between 300 and 400 civilians.",
        ),
        "The Wagner Group is said to have about 1,000 men in Mali, which Mali's government denies.",
        title="Two accounts of Moura",
        published=date(2022, 4, 5),
        source=WIRE,
        url="https://sahelwire.example/moura",
    )
    on = page.reading(0)
    on.event(
        "ASSAULT",
        "killed",
        by=on.who("The Malian army", "malian-army", "Malian army"),
        actor=on.who("it", "malian-army", "Malian army"),
        recipient=on.who("militants"),
        place=on.where("Moura", "ML"),
        time=on.when("between 23 and 31 March 2022", "2022-03-23", "2022-03-31"),
        killed=on.number("203", 203),
    )
    on = page.reading(1)
    on.event(
        "ASSAULT/targeted",
        "executed",
        "alleged",
        by=on.who("Witnesses"),
        actor=(on.who("soldiers", "malian-army"), on.who("foreign fighters")),
        victim=on.who("civilians"),
        killed=on.number("between 300 and 400", 300, None, 400),
    )
    on = page.reading(2)
    wagner, mali = on.who("The Wagner Group", "wagner", "Wagner Group"), on.where("Mali", "ML", "country")
    men = on.number("about 1,000", None, 1000, None)
    on.strength(wagner, men, "men", "alleged", place=mali)
    on.strength(
        wagner, men, "men", "current", place=mali, modality="denied", by=on.who("Mali's government", "mali")
    )
    return page


def _moura_report() -> Written:
    page = Written.of(
        "A United Nations report says that at least 500 people were killed at Moura in March 2022.",
        "It says that FAMa soldiers and allied foreign personnel carried out the killing.",
        title="UN report puts Moura dead at 500 or more",
        published=date(2023, 5, 12),
        source=BEND,
        url="https://bendgazette.example/moura-report",
    )
    on = page.reading(0)
    on.event(
        "ASSAULT",
        "killed",
        by=on.who("A United Nations report", None, "United Nations report"),
        victim=on.who("people"),
        place=on.where("Moura", "ML"),
        time=on.when("in March 2022", "2022-03-01", "2022-03-31", precision="month"),
        killed=on.number("at least 500", 500, 500, None),
    )
    on = page.reading(1)
    on.event(
        "ASSAULT",
        "killing",
        "alleged",
        by=on.who("It", None, "United Nations report"),
        actor=on.who("FAMa soldiers", "malian-army"),
    )
    return page


def _mission() -> Written:
    page = Written.of(
        (
            "The United Nations Multidimensional Integrated Stabilization Mission in Mali (MINUSMA) has "
            "13,289 peacekeepers.",
            "Mali's foreign minister demanded that the mission leave without delay.",
        ),
        (
            "The mission is expected to withdraw by 31 December 2023.",
            "Analysts warned that JNIM could seize towns in the north if it left.",
        ),
        title="Bamako tells UN mission to go",
        published=date(2023, 6, 17),
        source=OBSERVER,
        url="https://savanna-observer.example/minusma",
    )
    on = page.reading(0)
    mission = on.who(
        "The United Nations Multidimensional Integrated Stabilization Mission in Mali",
        "minusma",
        "United Nations Multidimensional Integrated Stabilization Mission in Mali",
    )
    on.relation("alias", mission, on.who("MINUSMA", "minusma", mission.name))
    on.strength(
        on.who("MINUSMA", "minusma"),
        on.number("13,289", 13289),
        "peacekeepers",
        "current",
        place=on.where("Mali", "ML", "country"),
    )
    on = page.reading(1)
    on.event(
        "REQUEST/yield",
        "demanded",
        actor=on.who("Mali's foreign minister", "mali"),
        recipient=on.who("the mission", "minusma", "MINUSMA"),
    )
    on = page.reading(2)
    on.event(
        "RETREAT/withdraw",
        "withdraw",
        "planned",
        actor=on.who("The mission", "minusma", "MINUSMA"),
        place=(),
        time=on.when("by 31 December 2023", None, "2023-12-31", precision="open"),
    )
    on = page.reading(3)
    on.event(
        "COERCE/seize",
        "seize",
        "hypothetical",
        by=on.who("Analysts"),
        actor=on.who("JNIM", "jnim"),
        recipient=on.who("towns in the north"),
    )
    return page


def _mission_leaves() -> Written:
    page = Written.of(
        "MINUSMA had 11,600 soldiers in Mali in December 2022 and about 4,000 in November 2023.",
        "The mission withdrew from Kidal on 31 October 2023.",
        "The Malian army took Kidal two weeks later.",
        title="The long road out of Kidal",
        published=date(2023, 12, 2),
        source=COURIER,
    )
    on = page.reading(0)
    force, mali = on.who("MINUSMA", "minusma"), on.where("Mali", "ML", "country")
    on.strength(
        force,
        on.number("11,600", 11600),
        "peacekeepers",
        "former",
        place=mali,
        time=on.when("in December 2022", "2022-12-01", "2022-12-31", precision="month"),
    )
    on.strength(
        force,
        on.number("about 4,000", None, 4000, None),
        "peacekeepers",
        "former",
        place=mali,
        time=on.when("in November 2023", "2023-11-01", "2023-11-30", precision="month"),
    )
    on = page.reading(1)
    on.event(
        "RETREAT/withdraw",
        "withdrew",
        actor=on.who("The mission", "minusma", "MINUSMA"),
        place=on.where("Kidal", "ML"),
        time=on.when("on 31 October 2023", "2023-10-31"),
    )
    on = page.reading(2)
    on.event(
        "COERCE/seize",
        "took",
        actor=on.who("The Malian army", "malian-army", "Malian army"),
        place=on.where("Kidal", "ML"),
        time=on.when("two weeks later", "2023-11-08", "2023-11-20", precision="week"),
    )
    return page


def _rebellion() -> Written:
    page = Written.of(
        (
            "Tuareg rebels of the National Movement for the Liberation of Azawad (MNLA) attacked Malian government "
            "forces in January 2012.",
            "Ansar Dine and al-Qaeda in the Islamic Maghreb (AQIM) were allied with the rebels at first.",
        ),
        (
            "AQIM, Ansar Dine and others later drove the MNLA from the north.",
            "In March 2017 AQIM's Sahara branch and Ansar Dine joined in a new group, JNIM.",
            "AQIM and JNIM regularly attack Mali's army.",
            "AQIM was known as the Salafist Group for Preaching and Combat until 2007.",
        ),
        title="How the north was lost: a chronology",
        source=OBSERVER,
        url="javascript:alert(1)",
    )
    on = page.reading(0)
    mnla = on.who("National Movement for the Liberation of Azawad", "mnla")
    on.relation("alias", mnla, on.who("MNLA", "mnla", mnla.name))
    on.event(
        "ASSAULT",
        "attacked",
        actor=on.who("Tuareg rebels", "mnla"),
        recipient=on.who("Malian government forces", "malian-army"),
        time=on.when("in January 2012", "2012-01-01", "2012-01-31", precision="month"),
    )
    on = page.reading(1)
    aqim = on.who("al-Qaeda in the Islamic Maghreb", "aqim")
    on.relation("alias", aqim, on.who("AQIM", "aqim", aqim.name))
    on.relation("allied_with", aqim, on.who("the rebels", "mnla", "Tuareg rebels"), status="former")
    on.relation(
        "allied_with",
        on.who("Ansar Dine", "ansar-dine"),
        on.who("the rebels", "mnla", "Tuareg rebels"),
        status="former",
    )
    on = page.reading(2)
    on.event(
        "COERCE/seize",
        "drove",
        actor=(on.who("AQIM", "aqim"), on.who("Ansar Dine", "ansar-dine")),
        recipient=on.who("MNLA", "mnla"),
        place=on.where("the north", "ML", "area", "northern Mali"),
    )
    on = page.reading(3)
    on.relation(
        "part_of",
        on.who("Ansar Dine", "ansar-dine"),
        on.who("JNIM", "jnim"),
        time=on.when("In March 2017", "2017-03-01", "2017-03-31", precision="month"),
    )
    on = page.reading(4)
    on.event(
        "ASSAULT",
        "attack",
        "habitual",
        actor=(on.who("AQIM", "aqim"), on.who("JNIM", "jnim")),
        recipient=on.who("Mali's army", "malian-army"),
    )
    on.relation("hostile_to", on.who("JNIM", "jnim"), on.who("Mali's army", "malian-army"))
    on = page.reading(5)
    on.relation(
        "alias",
        on.who("AQIM", "aqim"),
        on.who("Salafist Group for Preaching and Combat", "aqim"),
        status="former",
        time=on.when("until 2007", None, "2007-12-31", precision="open"),
    )
    return page


def _niger() -> Written:
    page = Written.of(
        (
            "About 1,500 French soldiers are in Niger, and the United States has 1,100 troops there.",
            "Soldiers seized power in Niamey on 26 July 2023.",
        ),
        (
            "ECOWAS threatened to use force.",
            "Thousands of people demonstrated against France in Niamey last week.",
            "Niger's new rulers demanded that French troops leave by 3 September 2023.",
        ),
        title="Niger's coup leaves foreign forces in doubt",
        published=date(2023, 8, 5),
        source=WIRE,
        url="https://sahelwire.example/niger",
    )
    on = page.reading(0)
    on.strength(
        on.who("French soldiers", "french-forces"),
        on.number("About 1,500", None, 1500, None),
        "soldiers",
        "current",
        place=on.where("Niger", "NE", "country"),
    )
    on.strength(
        on.who("the United States", "us-forces", "United States"),
        on.number("1,100", 1100),
        "troops",
        "current",
        place=on.where("Niger", "NE", "country"),
    )
    on = page.reading(1)
    on.event(
        "COERCE/seize",
        "seized",
        actor=on.who("Soldiers"),
        place=on.where("Niamey", "NE"),
        time=on.when("on 26 July 2023", "2023-07-26"),
    )
    on = page.reading(2)
    on.event("THREATEN/violence", "threatened", actor=on.who("ECOWAS"))
    on = page.reading(3)
    on.event(
        "PROTEST/demo",
        "demonstrated",
        actor=on.who("Thousands of people"),
        recipient=on.who("France", "france"),
        place=on.where("Niamey", "NE"),
        time=on.when("last week", precision="week"),
    )
    on = page.reading(4)
    on.event(
        "REQUEST/yield",
        "demanded",
        actor=on.who("Niger's new rulers", "niger"),
        recipient=on.who("French troops", "french-forces"),
    )
    return page


def _daily() -> Written:
    page = Written.of(
        "On 4 February 2020 the People's Protection Units (YPG) fired missiles into Afrin, Syria, hitting two schools "
        "and a mosque.",
        "One person was killed and seven were wounded.",
        title="Daily notice: missiles on Afrin",
        published=date(2020, 2, 5),
        source=OBSERVER,
    )
    on = page.reading(1)
    killed, wounded = on.number("One", 1), on.number("seven", 7)
    on = page.reading(0)
    on.event(
        "ASSAULT/heavy-weapons",
        "fired",
        actor=on.who("People's Protection Units", "ypg"),
        weapon=on.who("missiles"),
        target=(on.who("two schools"), on.who("a mosque")),
        place=(on.where("Afrin", "SY"), on.where("Syria", "SY", "country")),
        time=on.when("On 4 February 2020", "2020-02-04"),
        killed=killed,
        wounded=wounded,
    )
    return page


PAGES = tuple(
    make()
    for make in (
        _drawdown,
        _solhan_first,
        _solhan_second,
        _solhan_denied,
        _gossi,
        _moura,
        _moura_report,
        _mission,
        _mission_leaves,
        _rebellion,
        _niger,
        _daily,
    )
)
CLAIMS = tuple(claim for page in PAGES for claim in page.claims)


def claims_with(trigger: str) -> list[Claim]:
    """The event claims whose trigger is this word, in the order of the documents."""
    return [
        claim for claim in CLAIMS if isinstance(claim.body, Event) and claim.body.trigger.quote == trigger
    ]


def incident(
    name: str, claims: list[Claim], when: Period | None, killed: Count | None, **more: tuple[str, ...]
) -> Incident:
    """An incident of these claims, with the type and mode of the first."""
    body = claims[0].body
    assert isinstance(body, Event)
    events = [(claim, claim.body) for claim in claims if isinstance(claim.body, Event)]
    return Incident(
        id=name,
        claim_ids=tuple(claim.id for claim in claims),
        type=body.type,
        mode=body.mode,
        period=when,
        place_ids=tuple(dict.fromkeys(place.id for place in body.place if place.id)),
        countries=tuple(dict.fromkeys(place.country for place in body.place if place.country)),
        actor_ids=more.get("actors", ()),
        recipient_ids=more.get("recipients", ()),
        killed=killed,
        wounded=body.wounded.count if body.wounded else None,
        abducted=None,
        killed_by_report=tuple(
            CasualtyReport(claim.id, event.killed) for claim, event in events if event.killed
        ),
        dissent=more.get("dissent", ()),
    )


def _incidents() -> tuple[Incident, ...]:
    solhan, massacre, wounded = (
        claims_with("attacked")[0],
        claims_with("massacre")[0],
        claims_with("wounded")[0],
    )
    denial = claims_with("attacked")[1]
    moura, report = claims_with("killed")
    return (
        incident(
            "i00000000000000a1",
            [solhan, massacre, wounded],
            period("2021-06-05"),
            count(132, 160, 180),
            dissent=(denial.id,),
        ),
        incident(
            "i00000000000000a2",
            [moura, report, claims_with("executed")[0]],
            period("2022-03-01", "2022-03-31", "month"),
            count(203, None, 500),
            actors=("malian-army",),
        ),
        incident(
            "i00000000000000a3", claims_with("left"), period("2022-04-19"), None, actors=("french-forces",)
        ),
        incident("i00000000000000a4", claims_with("fired"), period("2020-02-04"), count(1), actors=("ypg",)),
        incident(
            "i00000000000000a5",
            [claims_with("attacked")[2]],
            period("2012-01-01", "2012-01-31", "month"),
            None,
            actors=("mnla",),
            recipients=("malian-army",),
        ),
        incident(
            "i00000000000000a6", claims_with("withdrew"), period("2023-10-31"), None, actors=("minusma",)
        ),
        incident("i00000000000000a7", claims_with("seized"), period("2023-07-26"), None),
        incident(
            "i00000000000000a8",
            claims_with("drove"),
            None,
            None,
            actors=("aqim", "ansar-dine"),
            recipients=("mnla",),
        ),
    )


def sahel() -> SiteData:
    """All of it, as the engine would hand it over."""
    return SiteData(
        title="Harmattan",
        documents=tuple(page.document for page in PAGES),
        claims=CLAIMS,
        incidents=_incidents(),
        actors=ACTORS,
        countries=COUNTRIES,
    )
