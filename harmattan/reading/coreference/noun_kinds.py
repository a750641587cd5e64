"""What sort of thing a common noun means: a person, a group, a country, a place, something else."""

from __future__ import annotations

from enum import StrEnum

from harmattan.model.world import ActorKind
from harmattan.reference.lexicon import Lexicon


class Kind(StrEnum):
    """What sort of thing a noun means."""

    PERSON = "person"
    GROUP = "group"
    COUNTRY = "country"
    PLACE = "place"
    THING = "thing"


COLLECTIVE = frozenset(
    """group organisation organization militia movement outfit faction party company firm corporation agency ministry
    department government administration regime junta council committee commission parliament senate congress assembly
    court team club band army navy force military unit battalion brigade regiment division corps coalition alliance
    bloc union association federation league board bank newspaper broadcaster network bureau office institute
    institution foundation charity cartel gang cell tribe clan community family couple staff crew cabinet jury crowd
    public press delegation mission syndicate society police opposition leadership country nation authority population
    university side camp wing branch airline operator publisher manufacturer contractor subsidiary giant watchdog
    garrison column detachment platoon insurgency command contingent patrol taskforce guard squad""".split()
)
"""Bodies of several that are one or many, as the sentence likes."""
_PLACES = frozenset(
    """city town village capital region province district island area neighborhood neighbourhood zone site park river
    lake mountain valley desert territory county suburb street building house station airport port museum cathedral
    castle hotel base camp hill coast bay beach square bridge harbour harbor municipality commune borough constituency
    settlement hamlet peninsula archipelago campus prefecture canton metropolis resort locality oasis""".split()
)
_COUNTRIES = frozenset("country nation state republic kingdom homeland".split())
_PERSONS = frozenset(
    """man woman boy girl child person president minister leader commander general king queen prince princess emperor
    father mother son daughter brother sister wife husband friend author artist victim suspect official chief
    spokesman spokeswoman spokesperson judge lawyer student teacher professor doctor scientist journalist soldier
    fighter militant rebel gunman candidate politician senator governor mayor ambassador diplomat activist chairman
    chairwoman captain colonel lieutenant sergeant singer actor actress writer poet composer musician player coach
    guy lady gentleman people hero saint priest bishop pope imam sheikh emir founder member resident citizen civilian
    hostage prisoner refugee migrant worker farmer guest parent baby adult teenager youth individual colleague uncle
    aunt nephew niece cousin heir successor predecessor deputy secretary premier chancellor plaintiff defendant
    appellant respondent expert executive boss culprit assailant witness veteran native researcher engineer""".split()
)
INSTITUTIONS = frozenset(
    """army military navy police gendarmerie government junta regime administration cabinet authority parliament senate
    assembly congress ministry department court opposition presidency public press media force crowd side president
    minister premier king governor mayor spokesman spokeswoman general commander leader ambassador judge prosecutor
    secretary chairman deputy chief official camp base airport station building house hotel church mosque museum castle
    cathedral harbour harbor port bridge street square park beach campus area site zone neighborhood neighbourhood
    district suburb front office source partner ally branch wing""".split()
)
"""What a report on one entity may well have another of: they mean one that was called so, and no other."""

SORTS: dict[str, frozenset[ActorKind]] = {
    **dict.fromkeys(("group", "faction", "outfit", "gang", "cartel"), frozenset([ActorKind.GROUP])),
    **dict.fromkeys(("militia", "movement"), frozenset([ActorKind.GROUP, ActorKind.FORCES])),
    **dict.fromkeys(
        ("organisation", "organization", "alliance", "coalition"),
        frozenset([ActorKind.GROUP, ActorKind.ORGANISATION]),
    ),
    **dict.fromkeys(("bloc", "union", "agency", "council", "league"), frozenset([ActorKind.ORGANISATION])),
    "mission": frozenset([ActorKind.MISSION, ActorKind.OPERATION]),
    "operation": frozenset([ActorKind.MISSION, ActorKind.OPERATION]),
    "force": frozenset([ActorKind.MISSION, ActorKind.OPERATION, ActorKind.FORCES]),
    **dict.fromkeys(("company", "firm", "contractor"), frozenset([ActorKind.COMPANY])),
    **dict.fromkeys(_COUNTRIES, frozenset([ActorKind.STATE])),
}
"""What sort of known actor a description can mean, where it says so."""

_PERSON_ENDINGS = ("man", "woman", "er", "or", "ist", "ian", "ee", "ant")
_NOT_PERSONS = frozenset(
    """number order power paper water weather matter chapter letter center centre factor error border river tower
    corner master offer answer computer summer winter september october november december quarter color
    colour floor door sector vector behavior behaviour labor labour favor favour honor honour humor horror terror
    mirror interior exterior corridor monitor container trailer helicopter paper disorder murder danger anger manner
    shelter counter layer cover discover disaster theater theatre newspaper fever liver lumber timber hunger plant
    restaurant grant warrant instant constant remnant variant fee coffee committee degree tree list
    twist mist wrist fist chest waist charter cluster register semester barrier carrier frontier
    other another dinner supper butter pepper copper silver leather feather finger shoulder character parameter
    meter metre letter filter poster folder header tanker cruiser bomber""".split()
)
_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "police": "police", "wives": "wife",
    "lives": "life", "media": "media", "troops": "troop", "forces": "force", "armies": "army", "cities": "city",
    "countries": "country", "parties": "party", "families": "family", "companies": "company", "bodies": "body",
    "authorities": "authority", "servicemen": "serviceman", "gunmen": "gunman", "policemen": "policeman",
}  # fmt: skip
_SINGULAR_S = frozenset(
    "news series politics economics physics mathematics species means headquarters lens".split()
)


def singular(word: str) -> str:
    """A noun's singular, by its ending; "police" and "news" stay."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not word.endswith("s") or len(word) < 4 or word in _SINGULAR_S or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1]


def kind_of_noun(word: str, lexicon: Lexicon) -> Kind | None:
    """What a common noun in the singular means; None where it is not known."""
    if word in _COUNTRIES:
        return Kind.COUNTRY
    if word in _PERSONS:
        return Kind.PERSON
    if word in COLLECTIVE:
        return Kind.GROUP
    if word in _PLACES:
        return Kind.PLACE
    classes = lexicon.noun_class(word)
    if classes & {"leader", "people", "diplomat", "captive"}:
        return Kind.PERSON
    if "body" in classes or "membership" in classes:
        return Kind.GROUP
    if "forces" in classes:
        return Kind.PERSON
    if "abstract" in classes or "thing" in classes or word in _NOT_PERSONS:
        return Kind.THING
    if len(word) > 5 and word.endswith(_PERSON_ENDINGS):
        return Kind.PERSON
    return None
