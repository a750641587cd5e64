"""The words by which a number is one of a force: whom it counts, what they make up, and what they do.

A word's frame says what a verb tells of those it counts: who has them, where they stand, where they go, that they
leave, that somebody needs, grants or expects them.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from functools import cache

from harmattan.model.world import ActorKind
from harmattan.reference.actors import load_registry
from harmattan.reference.inflection import forms_of_all, noun_forms, past_forms
from harmattan.reference.lexicon import Lexicon


def _nouns(words: str) -> frozenset[str]:
    return frozenset(form for word in words.split() for form in noun_forms(word))


UNITS = frozenset(
    "police personnel forces policemen policewomen servicemen militiamen guardsmen gunmen".split()
) | _nouns(
    """troop soldier fighter militant rebel mercenary peacekeeper policeman policewoman gendarme commando
    paratrooper jihadist jihadi insurgent islamist terrorist extremist militiaman serviceman marine
    guerrilla legionnaire combatant taliban guardsman infantryman trooper ranger battalion brigade
    regiment platoon servicewoman paramilitary reservist conscript rifleman cavalryman artilleryman
    legionary sapper grenadier gurkha peshmerga airman constable carabiniere bodyguard sniper askari
    partisan battlegroup"""
)
"""Men under arms and their units."""

SHARED_UNITS = frozenset("people staff members".split())
"""What counts men only where a force has them: "the mission has 1,100 members"."""

LOOSE_UNITS = (
    SHARED_UNITS
    | frozenset(["men", "women"])
    | _nouns(
        """officer volunteer instructor trainer adviser advisor contractor operative observer engineer company
    division squad squadron guard specialist sailor regular irregular medic monitor operator defender
    gunner trainer follower element warrior tribesman comrade loyalist hunter auxiliary mutineer sentry mentor"""
    )
)
"""What counts men of a force only where the sentence speaks of one."""

COLLECTIVES = _nouns(
    """force contingent garrison army brigade battalion division regiment platoon detachment corps militia unit
    mission squadron coalition insurgency"""
)
"""What men make up: "a force of 8,000"."""

GROUPS = COLLECTIVES | _nouns(
    """group branch wing faction column cell movement task-force guard vanguard party team bodyguard patrol band
    complement reserve battlegroup expedition rotation network gang"""
)
"""What men with a number of their own can belong to: "the branch in the province, some 400 men"."""

FIGURES = frozenset("number numbers figure figures total strength size level levels ranks".split())
"""What a figure is said of; of what, another noun tells."""

CONTEXT = (
    frozenset(
        """arms military army armies police infantry troops security officers navy naval defence defense
        pentagon nato war barracks peacekeeping paramilitary paramilitaries deployment invasion offensive
        frontline artillery mercenaries ex-combatant under-arms combat guerrilla intelligence bundeswehr
        kremlin payroll armed regiment frigate destroyer warship submarine buffer ceasefire truce
        armistice ranks defended garrisoned besieged stationed deployed redeployed standby ammunition
        uniforms trenches encamped platoon""".split()
    )
    | _nouns(
        """militia general colonel commander captain brigadier garrison lieutenant sergeant corporal admiral
        base cantonment bunker outpost reinforcement front tank gunship helicopter drone warplane battlefield force
        contingent corps mission militant unit rifle mortar junta warlord"""
    )
    | frozenset(
        """taliban hezbollah hizbollah hizbullah hamas houthi houthis wagner al-shabaab shabaab boko jnim isis isil
        daesh eln farc m23 isaf minusma minusca monusco unmiss unifil amisom atmis unamid unisfa barkhane takuba
        rsf tplf pkk ypg""".split()
    )
)
"""What a sentence that speaks of a force speaks of besides: its arms, its ranks, its places, its names."""

CIVIL = frozenset(
    """refugee refugees displaced civilian civilians migrant migrants asylum returnees evacuees residents
    tourists pilgrims villagers farmers workers voters students pupils patients passengers fled flee
    fleeing humanitarian jobs employees customers shareholders""".split()
)
"""What a sentence of other people speaks of: there "3,000 Syrians" are nobody's soldiers."""


class Frame(Enum):
    """What a verb tells of the men that it counts."""

    HOLD = "hold"
    STAND = "stand"
    GO = "go"
    LEAVE = "leave"
    NEED = "need"
    GRANT = "grant"
    EXPECT = "expect"


_BY_OBJECT = {
    Frame.HOLD: forms_of_all(
        """have field inherit gather enlist employ credit command oversee number comprise count contribute
        supply provide retain boast muster host hire consist receive get maintain afford staff hide
        shelter harbour house accommodate quarter claim create pay establish form launch set keep total
        lead reach build possess own sustain absorb incorporate enrol"""
    ),
    Frame.STAND: forms_of_all(
        """station base garrison encamp hole surround besiege encircle entrench trap camp dig bivouac billet lodge
        canton confine pen hem bottle install embed headquarter quarter lock"""
    ),
    Frame.GO: forms_of_all(
        """deploy post mass concentrate amass assemble assign position spread send dispatch move fly rush
        bring transfer commit summon airlift redeploy order land rotate put place throw pour ship ferry
        parachute infiltrate smuggle funnel loan lend second detach divert mobilise mobilize push draft
        attach allocate detail bus truck sail drop activate marshal rally redirect relocate insert return"""
    ),
    Frame.LEAVE: forms_of_all("withdraw pull recall repatriate remove evacuate extract expel eject oust"),
    Frame.NEED: forms_of_all("need require ask request seek want demand recommend"),
    Frame.GRANT: forms_of_all(
        """authorise approve promise pledge offer earmark envisage foresee mandate allow plan permit accept
        guarantee"""
    ),
    Frame.EXPECT: forms_of_all("expect forecast predict project anticipate"),
}
_BY_SUBJECT = {
    Frame.STAND: forms_of_all(
        """remain stay serve operate stand wait fight guard protect patrol secure hold control occupy man
        defend watch live work camp gather assemble mass train assist help hide roam ring encircle
        surround besiege bivouac linger belong encamp dig camp face confront staff look search comb hunt
        scour monitor police supervise oversee enforce escort accompany support regroup rest sit sleep
        shelter prowl confront operate"""
    ),
    Frame.GO: forms_of_all(
        """go come arrive land cross move enter reach travel fly march advance deploy join turn show
        materialise head pour stream flood trickle file drive roll sail parachute disembark embark
        converge fan spread redeploy infiltrate touch mass"""
    ),
    Frame.LEAVE: forms_of_all(
        "leave withdraw depart retreat pull exit evacuate return abandon flee vacate quit"
    )
    | {"out", "home"},
}
VERBS_BEFORE = (
    _BY_OBJECT[Frame.HOLD] | _BY_OBJECT[Frame.GO] | _BY_OBJECT[Frame.STAND] | _BY_OBJECT[Frame.NEED]
) - frozenset(
    "total number base post place position force order lead field command set reach supply count".split()
)
"""Forms that are verbs of a number right behind them, whatever the tree says: "numbers 13,000 soldiers"."""

BODIES_OF_MEN = COLLECTIVES | frozenset("police gendarmerie guard army navy taliban operation".split())
"""Bodies whose bare numbers are men: "the force has 600 on its rolls"."""

COMMANDERS = _nouns(
    "commander general colonel captain major lieutenant warlord chieftain emir marshal admiral"
)
"""Whoever has men: "commanders on paper had 2,400"."""

AS_SOLDIERS = (
    forms_of_all(
        """deploy land station base garrison patrol serve withdraw dispatch encamp fight wait airlift contribute hold
        guard defend man occupy secure protect send double reinforce"""
    )
    | UNITS
    | frozenset("contingent contingents garrison garrisons detachment detachments".split())
)
"""What makes people counted by their country its soldiers: "400 Ugandans landed"."""
AT_WAR = forms_of_all("fight garrison deploy encamp bivouac")
"""What only soldiers do, whoever they are."""

_LEAVING = frozenset(
    "withdrawal departure pullout pull-out repatriation evacuation exit retreat pullback recall".split()
)
_GOING = frozenset("deployment dispatch arrival transfer influx reinforcement".split())
_STANDING = frozenset("presence stationing".split())
_HOMEWARD = frozenset(["home", "back", "out", "away"])

CHANGES = forms_of_all(
    """fall drop decline decrease shrink rise grow increase climb reduce cut lower raise boost scale expand
    swell dwindle slash trim bring go come put cap limit lift range run vary halve double treble stand
    peak strengthen bolster reinforce estimate reckon end wind thin pare whittle draw build take set
    balloon mushroom jump slump plummet soar surge creep dip sink slide plunge settle beef strip downsize
    triple plunge melt taper fix keep hold maintain freeze peg draw quadruple multiply augment contract
    dilute deplete build climb reduce"""
)
"""A figure's going up or down, or being set, to another."""

AMOUNTS = forms_of_all("reach number total exceed approach hit top near")
"""What has a figure for its object."""

LOST = forms_of_all(
    """lose mourn bury die fall perish capture arrest kill wound injure hurt detain jail sentence free
        release desert surrender"""
)
"""What befalls those who are no strength any more."""

PASSING = forms_of_all(
    """train graduate demobilise disarm reintegrate desert defect mutiny protest demonstrate strike parade
    vote enlist recruit participate vaccinate promote dismiss sack convict sentence try test attack
    ambush storm raid assault clash disband pardon pension bury defeat repel evacuate rescue"""
) | frozenset(
    """exercise exercises drill drills drilled manoeuvres maneuvers wargames parade ceremony graduation
    families widows pensions salaries court tribunal trial charges amnesty coup century""".split()
)
"""What is told of many soldiers who are no strength: trainees, deserters, attackers, those in exercises."""

ADDING = forms_of_all("add recruit train graduate lose swear cut reduce")
STRENGTHENING = forms_of_all("reinforce strengthen bolster augment supplement")
MOOTED = forms_of_all(
    "toy mull consider weigh float moot discuss propose suggest contemplate debate examine study recommend"
)
"""What is done to a force that is only thought of."""

SHOWING = frozenset(
    """exercise exercises drill drills manoeuvres maneuvers wargames parade ceremony graduation trial funeral
    court-martial tribunal marathon""".split()
)
"""What soldiers take part in without standing anywhere."""

HOLDERS = GROUPS | _nouns(
    """base camp post fort fortress outpost garrison barracks ship frigate destroyer vessel warship island town city
    village valley province airfield airport checkpoint headquarters column convoy fleet country state"""
)
"""What can have men with it: "a frigate with 220 sailors"."""

LOOSE_MEN = frozenset(["men", "women", "people"])
FEW = 20
"""Fewer "men" than these are a force only where somebody's."""

MOST = 3_000_000
"""No army is larger."""

MASSED = 100
"""From so many on, a number of soldiers is mostly a force's strength, whatever its sentence says of them."""

LOSSES = frozenset(
    """death deaths killing killings loss losses bodies body capture arrest arrests murder massacre execution funeral
    trial release abduction kidnapping surrender desertion desertions injury injuries wounding dead victims casualties
    fatalities wounded injured prison prisons jail custody captivity prisoner prisoners
    hostage hostages captive captives coffin coffins grave graves lives mob mobs crowd crowds rally""".split()
)
"""Nouns and adjectives of the same."""

HURT = frozenset(
    "dead wounded injured killed captured fallen missing former retired slain detained arrested".split()
)
"""Adjectives of those who are no strength."""

CEILINGS = frozenset("ceiling cap limit maximum mandate".split())
"""Nouns of a figure that is only allowed."""

PAST = frozenset(
    form
    for lemma in """have be keep maintain hold stand serve fight number command field operate count comprise
    contribute station post host garrison guard live work total peak house""".split()
    for form in past_forms(lemma)
) | {"was", "were"}
"""Past forms of having and standing."""

FORECAST = forms_of_all("expect forecast project predict anticipate") | {"likely", "expected"}
"""What makes a plan nobody's own."""

REQUIRED_BY = forms_of_all("need require ask request seek want demand call urge press appeal")
BACKED = forms_of_all("back endorse approve authorise authorize support")
"""What is done to a deployment that is to come."""
NEEDED = frozenset(["needed", "necessary", "required", "wanted"])
POSSIBLE = frozenset(["possible", "likely", "conceivable", "thinkable", "expected"])
CAPTIVE = frozenset("prisoner prisoners hostage hostages captive captives death".split())
BYGONE = frozenset("peak height formerly previously once then ago".split())
INCREMENT = frozenset(["more", "additional", "further", "extra", "another"])


def frame_of(word: str, *, subject: bool, particles: frozenset[str]) -> Frame | None:
    """What a verb form tells of those it counts; `subject` where they are the doers, `particles` its adverbs."""
    leaving = not particles.isdisjoint(_HOMEWARD)
    for frame, verbs in (_BY_SUBJECT if subject else _BY_OBJECT).items():
        if word in verbs:
            return Frame.LEAVE if frame is Frame.GO and leaving else frame
    return None


_NEEDS = frozenset(
    "requirement requirements need request requests demand demands appeal call shortage".split()
)
_PLEDGES = frozenset(
    """pledge pledges offer promise commitment ceiling cap limit quota authorisation authorization mandate
    earmarking""".split()
)
_IDEAS = frozenset("plan plans proposal option options list idea scenario projection forecast roster".split())


def noun_frame(word: str) -> Frame | None:
    """What a noun with "of" tells of those it counts: "the departure of 1,000 soldiers"."""
    for frame, nouns in ((Frame.NEED, _NEEDS), (Frame.GRANT, _PLEDGES), (Frame.EXPECT, _IDEAS)):
        if word in nouns:
            return frame
    if word in _LEAVING:
        return Frame.LEAVE
    if word in _GOING:
        return Frame.GO
    return Frame.STAND if word in _STANDING else None


_ARMED = frozenset(
    [ActorKind.FORCES, ActorKind.GROUP, ActorKind.MISSION, ActorKind.OPERATION, ActorKind.COMPANY]
)
_SHORT = frozenset(
    """hts rsf pkk eln ypg ypj lra fsa ttp saf kdf tni npa kla lna sla idf isf kia knu m23 jem ruf aqi bla uno amis
    eutm kfor isaf""".split()
)
"""Names of three letters that are hardly ever a word or somebody else's."""
_WORDS_TOO = frozenset("fact mend fama sadat bras contras academi amentum".split())


@cache
def armed_names() -> frozenset[str]:
    """Names of one word, in lower case, that the registry gives to forces, groups and missions: "sangaris", "hts"."""
    names = {
        name.lower()
        for actor in load_registry().entries
        if actor.kind in _ARMED
        for name in (actor.name, *actor.acronyms, *(alias.name for alias in actor.aliases))
        if " " not in name
    }
    return frozenset(name for name in names if len(name) > 3 or name in _SHORT) - _WORDS_TOO


def is_military(words: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether a sentence speaks of a force."""
    named = armed_names()
    return any(
        word in CONTEXT or word in UNITS or word in named or "troops" in lexicon.noun_class(word)
        for word in words
    )
