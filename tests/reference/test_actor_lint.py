"""Files of actors with one thing wrong in each, and what the lint says of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.errors import ReferenceError_
from harmattan.reference.actor_files import read_file
from harmattan.reference.actor_lint import Years, lint
from harmattan.reference.actors import packaged_file
from harmattan.reference.countries import countries

ENTRY = """
[[actor]]
id = "{id}"
name = "{name}"
kind = "group"
character = "rebel group"
{more}
check = "UCDP actor 1"
"""


def entry(identity: str, name: str, more: str = "") -> str:
    return ENTRY.format(id=identity, name=name, more=more)


def found(text: str) -> list[str]:
    return [finding.where for finding in lint(read_file(text, "mine.toml"), countries())]


def test_the_registry_of_the_package_has_nothing_wrong() -> None:
    assert [str(finding) for finding in lint(packaged_file(), countries())] == []


WRONG = [
    ("an id twice", entry("a", "Alpha Front") + entry("a", "Beta Front"), "actor a: the id is used twice"),
    (
        "the id of a country",
        entry("mali", "Alpha Front"),
        "actor mali: the id is that of a country's government",
    ),
    (
        "one name, two actors",
        entry("a", "Alpha Front") + entry("b", "The Alpha-Front"),
        "line 4, actor a: the name 'Alpha Front' is also that of b (line 12) at any time: "
        "give them years, or list it in `shared_names`",
    ),
    (
        "one acronym in the same years",
        entry("a", "Alpha Front", 'acronyms = ["AFX"]\nsince = 1990\nuntil = 2005')
        + entry("b", "Beta Front", 'acronyms = ["AFX"]\nsince = 2001'),
        "the name 'AFX' is also that of b (line 17) 2001 to 2005",
    ),
    (
        "the name of a country's government",
        entry("a", "Alpha Front", 'aliases = ["Burkina Faso"]'),
        "the name 'Burkina Faso' is also that of burkina-faso at any time",
    ),
    (
        "what a people is called",
        entry("a", "Alpha Front", 'aliases = ["Malians"]'),
        "'Malians' is what people of Mali are called",
    ),
    ("a region", entry("a", "Alpha Front", 'aliases = ["Sahel"]'), "'Sahel' is a region"),
    (
        "an acronym of one letter",
        entry("a", "Alpha Front", 'acronyms = ["A"]'),
        "the acronym 'A' must be two letters or more, with a capital",
    ),
    (
        "an acronym in lower case",
        entry("a", "Alpha Front", 'acronyms = ["afx"]'),
        "the acronym 'afx' must be two letters or more, with a capital",
    ),
    ("a short name", entry("a", "Alpha Front", 'aliases = ["Al"]'), "the name 'Al' is too short"),
    ("years", entry("a", "Alpha Front", "since = 2010\nuntil = 2001"), "actor a: it ends before it begins"),
    ("a year", entry("a", "Alpha Front", "since = 210"), "actor a: `since` must be a year"),
    (
        "an alias before its time",
        entry("a", "Alpha Front", 'since = 2010\naliases = [{ name = "Old Alpha", since = 2004 }]'),
        "line 8, actor a: the alias 'Old Alpha' has years outside its own",
    ),
    (
        "an alias that ends before it begins",
        entry("a", "Alpha Front", 'aliases = [{ name = "Old Alpha", since = 2004, until = 2003 }]'),
        "alias 'Old Alpha' ends before it begins",
    ),
    ("no parent", entry("a", "Alpha Front", 'parents = ["z"]'), "there is no parent 'z'"),
    (
        "a circle of parents",
        entry("a", "Alpha Front", 'parents = ["b"]') + entry("b", "Beta Front", 'parents = ["a"]'),
        "actor a: it belongs to itself, by way of its parents",
    ),
    (
        "a parent that was not there",
        entry("a", "Alpha Front", 'since = 2001\nparents = ["b"]') + entry("b", "Beta Front", "since = 2012"),
        'it belongs to b, which was there from 2012, in years outside these: write { id = "b", since',
    ),
    (
        "a parent that is gone",
        entry("a", "Alpha Front", 'parents = ["b"]') + entry("b", "Beta Front", "until = 2012"),
        "it belongs to b to this day, which ended in 2012",
    ),
    (
        "a member before it began",
        entry("a", "Alpha Front", 'since = 2011\nparents = [{ id = "b", since = 2009 }]')
        + entry("b", "Beta Front"),
        "it belongs to b in years outside its own",
    ),
    ("no such country", entry("a", "Alpha Front", 'countries = ["QQ"]'), "there is no country 'QQ'"),
    (
        "a character of another kind",
        entry("a", "Alpha Front").replace("rebel group", "police"),
        "what is of the kind 'group' has no character 'police'",
    ),
    (
        "no such character",
        entry("a", "Alpha Front").replace("rebel group", "bad"),
        "there is no character 'bad'",
    ),
    ("no check", entry("a", "Alpha Front").replace("check", "# check"), "it has no `check`"),
    (
        "no character",
        entry("a", "Alpha Front").replace("character", "# "),
        "it has no `character`: one of rebel",
    ),
    (
        "a name twice",
        entry("a", "Alpha Front", 'aliases = ["Álpha-front"]'),
        "the name 'Álpha-front' is there already",
    ),
    (
        "a list that is none",
        entry("a", "Alpha Front", 'acronyms = "AF"'),
        "`acronyms` must be a list of strings",
    ),
    ("an unknown field", entry("a", "Alpha Front", "colour = 1"), "unknown field 'colour'"),
    (
        "a shared name that is not",
        'shared_names = ["AFX"]\n' + entry("a", "Alpha Front"),
        "line 1, `shared_names`: 'AFX' is not the name of two actors",
    ),
]


@pytest.mark.parametrize(("text", "told"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_what_is_wrong_is_told(text: str, told: str) -> None:
    assert any(told in finding for finding in found(text)), found(text)


RIGHT = [
    (
        "the same name in other years",
        entry("a", "Alpha Front", "until = 1999") + entry("b", "Alpha Front", "since = 2000"),
    ),
    (
        "a name that is shared on purpose",
        'shared_names = ["Alpha Front"]\n' + entry("a", "Alpha Front") + entry("b", "Alpha Front"),
    ),
    (
        "acronyms that differ as they are written",
        entry("a", "Alpha Front", 'acronyms = ["JEMX"]') + entry("b", "Beta Front", 'acronyms = ["JeMX"]'),
    ),
    (
        "two times in one coalition",
        entry("a", "Alpha Front", 'parents = [{ id = "b", until = 2004 }, { id = "b", since = 2009 }]')
        + entry("b", "Beta Front"),
    ),
    ("a government as parent", entry("a", "Alpha Front", 'parents = ["mali"]')),
]


@pytest.mark.parametrize("text", [case[1] for case in RIGHT], ids=[case[0] for case in RIGHT])
def test_what_is_right_is_not_told(text: str) -> None:
    assert found(text) == []


def test_everything_is_told_at_once_and_by_line() -> None:
    text = entry("a", "Alpha Front", 'countries = ["QQ"]\nsince = "old"') + entry(
        "b", "Beta Front", 'acronyms = ["B"]'
    )
    assert [line.split(":")[0] for line in found(text)] == [
        "line 7, actor a",
        "line 8, actor a",
        "line 16, actor b",
    ]


def test_of_a_project_only_its_own_is_told() -> None:
    own = read_file(entry("mine", "Alpha Front", 'aliases = ["Boko Haram"]'), "mine.toml")
    findings = lint(own, countries(), packaged_file())
    assert [finding.actor for finding in findings] == ["mine"]
    assert "is also that of boko-haram" in findings[0].problem


BROKEN = [
    ("[[actor", "mine.toml"),
    ("actor = 3", "`actor` must be tables"),
    ("actors = []", "`actors` is not known"),
    ("shared_names = 3", "`shared_names` must be a list of strings"),
    ("actor = [1]", "`actor` must be tables"),
]


@pytest.mark.parametrize(("text", "problem"), BROKEN)
def test_what_is_no_file_of_actors_is_refused(text: str, problem: str) -> None:
    with pytest.raises(ReferenceError_, match=problem):
        read_file(text, "mine.toml")


years = st.one_of(st.none(), st.integers(1900, 2100))


@given(years, years, years, years)
def test_periods_meet_as_sets_of_years_do(a: int | None, b: int | None, c: int | None, d: int | None) -> None:
    def those(since: int | None, until: int | None) -> set[int]:
        return set(range(since or 1890, (until or 2110) + 1))

    assert bool(Years.of(a, b) & Years.of(c, d)) == bool(those(a, b) & those(c, d))
