"""Actors of another list held against a small registry."""

import pytest

from harmattan.reference.actor_matching import Matcher
from harmattan.reference.actors import Registry, parse_registry
from harmattan.reference.countries import countries
from harmattan.reference.ucdp_actors import Level, UcdpActor

REGISTRY = """
[[actor]]
id = "alpha"
name = "Alpha Liberation Front"
kind = "group"
acronyms = ["ALX", "ALX/M-N"]
aliases = ["Front Alpha de libération"]
countries = ["ML", "NE"]
check = "UCDP actor 11, 12; the front's own site"

[[actor]]
id = "liberation-army-ml"
name = "Liberation Army"
kind = "group"
countries = ["ML"]

[[actor]]
id = "liberation-army-co"
name = "Liberation Army"
kind = "group"
countries = ["CO"]

[[actor]]
id = "beta"
name = "Beta People's Movement"
kind = "group"
acronyms = ["BPX"]
countries = ["ML"]

[[actor]]
id = "gamma-army"
name = "Gamma Army"
kind = "forces"
character = "state force"
acronyms = ["GMX"]
countries = ["TD"]

[[actor]]
id = "general"
name = "Delta Person"
kind = "person"
parents = ["mali"]
"""


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    registry: Registry = parse_registry(REGISTRY, countries())
    return Matcher(registry, countries())


def actor(
    number: int,
    names: str,
    where: str = "ML",
    level: Level = Level.FORMAL,
    english: str = "",
    former: str = "",
) -> UcdpActor:
    parts = tuple(names.split(" | "))
    return UcdpActor(
        number,
        parts[0],
        parts,
        frozenset(filter(None, former.split(" | "))),
        english or parts[-1],
        level,
        tuple(where.split()),
        2,
    )


MATCHED = [
    ("a noted id", actor(12, "Whatever"), ["alpha"], "its id is noted in `check`"),
    ("a name", actor(1, "Alpha Liberation Front"), ["alpha"], "the same name"),
    ("as it is spelt", actor(1, "the alpha liberation-front"), ["alpha"], "the same name"),
    ("in its own language", actor(1, "QX | Front Alpha de liberation"), ["alpha"], "the same name"),
    ("the one in that country", actor(1, "Liberation Army", "CO"), ["liberation-army-co"], "the same name"),
    (
        "an acronym and its words",
        actor(1, "BPX | Beta Peoples Movement"),
        ["beta"],
        "the same acronym, in the same country",
    ),
    ("an acronym alone", actor(1, "BPX"), ["beta"], "the same acronym, in the same country"),
    (
        "a government",
        actor(1, "Government of Mali", level=Level.STATE),
        ["mali"],
        "the government of the country",
    ),
    (
        "a government of two names",
        actor(1, "Government of Myanmar (Burma)", "MM", Level.STATE),
        ["myanmar"],
        "the government of the country",
    ),
]


@pytest.mark.parametrize(
    ("source", "found", "reason"), [case[1:] for case in MATCHED], ids=[case[0] for case in MATCHED]
)
def test_matched(source: UcdpActor, found: list[str], reason: str, matcher: Matcher) -> None:
    match = matcher.match(source)
    assert ([one.id for one in match.found], match.reason, match.sure) == (found, reason, True)


DOUBTFUL = [
    (
        "several in one country",
        actor(1, "Liberation Army | Alpha Liberation Front"),
        ["liberation-army-ml", "alpha"],
        "several bear its name",
    ),
    (
        "elsewhere",
        actor(1, "Liberation Army", "PE"),
        ["liberation-army-ml", "liberation-army-co"],
        "the same name, in other countries",
    ),
    (
        "an acronym of other words",
        actor(1, "BPX | Brotherhood of Pastoral Xenophiles"),
        ["beta"],
        "the same acronym, but another name",
    ),
    ("an army of a state", actor(1, "Gamma Army", "TD"), ["gamma-army"], "a state's forces bear the name"),
    (
        "a name given up",
        actor(1, "Zeta | Alpha Liberation Front", former="Alpha Liberation Front", english="Zeta Front"),
        ["alpha"],
        "a name that it gave up",
    ),
    (
        "nearly the name",
        actor(1, "Alpha Liberation Fronts"),
        ["alpha"],
        "nearly the same name, in the same country",
    ),
]


@pytest.mark.parametrize(
    ("source", "found", "reason"), [case[1:] for case in DOUBTFUL], ids=[case[0] for case in DOUBTFUL]
)
def test_doubtful(source: UcdpActor, found: list[str], reason: str, matcher: Matcher) -> None:
    match = matcher.match(source)
    assert (sorted(one.id for one in match.found), match.reason, match.sure) == (sorted(found), reason, False)


NEW = [
    ("nobody bears it", actor(1, "Omega Front")),
    ("an acronym of another country", actor(1, "BPX | Bolivian Popular X", "BO")),
    ("a person's name", actor(1, "Delta Person")),
    ("a state of former times", actor(1, "Government of Xanadu", level=Level.STATE)),
    ("nearly the name, of a people", actor(1, "Alpha Liberation Fronts", level=Level.COMMUNAL)),
    ("a faction is not the group", actor(1, "Alpha Liberation Front - N")),
    ("a country's own name", actor(1, "Mali")),
]


@pytest.mark.parametrize("source", [case[1] for case in NEW], ids=[case[0] for case in NEW])
def test_new(source: UcdpActor, matcher: Matcher) -> None:
    match = matcher.match(source)
    assert (match.found, match.sure) == ((), False)
