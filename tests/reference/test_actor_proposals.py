"""New entries: what they are called, and what they are not called."""

from harmattan.model.world import Actor, ActorKind, Membership
from harmattan.reference.actor_files import parse_records, read_file
from harmattan.reference.actor_lint import lint
from harmattan.reference.actor_proposals import Proposer, is_no_group, to_toml
from harmattan.reference.actors import load_registry, packaged_file
from harmattan.reference.countries import countries
from harmattan.reference.ucdp_actors import Level, UcdpActor


def source(names: str, where: str = "ML", level: Level = Level.FORMAL, number: int = 70001) -> UcdpActor:
    parts = tuple(names.split(" | "))
    return UcdpActor(number, parts[0], parts, frozenset(), parts[-1], level, tuple(where.split()), 2)


def proposer() -> Proposer:
    return Proposer(load_registry(), countries())


def test_an_acronym_gives_way_to_its_words() -> None:
    actor = proposer().propose(source("OXQ | Oasis Xylophone Quorum")).actor
    assert actor == Actor(
        "oasis-xylophone-quorum",
        "Oasis Xylophone Quorum",
        ActorKind.GROUP,
        acronyms=("OXQ",),
        countries=("ML",),
        check="UCDP actor 70001",
    )


def test_a_name_stays_where_the_list_translates_it() -> None:
    proposal = proposer().propose(source("Kurkutu | Be Strong"))
    assert proposal.actor.name == "Kurkutu"
    assert proposal.actor.aliases == ()
    assert proposal.dropped == (("Be Strong", "a translation"),)


def test_a_name_that_another_bears_gets_its_country() -> None:
    proposal = proposer().propose(source("UPC | Boko Haram", "BO"))
    assert proposal.actor.name == "Boko Haram (Bolivia)"
    assert proposal.actor.acronyms == ()
    assert dict(proposal.dropped) == {
        "Boko Haram": "it is a name of boko-haram",
        "UPC": "it is a name of upc-car",
    }


def test_a_name_that_means_many_gets_its_country() -> None:
    assert proposer().propose(source("Popular Front", "BO")).actor.name == "Popular Front (Bolivia)"


def test_each_knows_of_those_before_it() -> None:
    one = proposer()
    first = one.propose(source("Oasis Quorum Front", number=1)).actor
    second = one.propose(source("Oasis Quorum Front", number=2)).actor
    third = one.propose(source("Oasis Quorum Front", number=3)).actor
    assert [actor.name for actor in (first, second, third)] == [
        "Oasis Quorum Front",
        "Oasis Quorum Front (Mali)",
        "Oasis Quorum Front (UCDP 3)",
    ]
    assert len({actor.id for actor in (first, second, third)}) == 3


def test_a_faction_belongs_to_its_group_as_long_as_that_was_there() -> None:
    actor = proposer().propose(source("GIA - Quorum Battalion", "DZ")).actor
    assert actor.memberships == (Membership("gia", until=2004),)


def test_a_script_without_latin_letters_has_an_id() -> None:
    assert proposer().propose(source("Фронт Оазиса")).actor.id == "ucdp-70001"


def test_who_gets_no_entry() -> None:
    assert is_no_group(source("Alphas", level=Level.COMMUNAL)).startswith("people of one identity")
    assert is_no_group(source("Supporters of Alpha", level=Level.INFORMAL)).startswith("supporters")
    assert is_no_group(source("Government of Xanadu", level=Level.STATE)) == "a state of former times"
    assert is_no_group(source("Military faction (navy)")) == "a description, no name"
    assert is_no_group(source("Oasis insurgents")) == "a description, no name"
    assert is_no_group(source("Oasis Front")) == ""


def test_what_is_written_is_read_again() -> None:
    one = proposer()
    actors = [
        one.propose(source(name, where)).actor
        for name, where in [
            ("OXQ | Oasis Xylophone Quorum", "ML NE"),
            ('Oasis "White Band" \\ Front\x7f', "ML"),
            ("GIA - Quorum Battalion", "DZ"),
            ("Jama'at " + "al-Waha " * 12, "ML"),
        ]
    ]
    file = read_file(to_toml(actors), "mine.toml")
    again, findings = parse_records(file.records, countries())
    assert (again, findings) == (actors, [])
    assert not [one for one in lint(file, countries(), packaged_file()) if one.grave]
