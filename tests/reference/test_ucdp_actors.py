"""The UCDP actor list in the spellings of its releases, and what is no such list."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.errors import HarmattanError, ReferenceError_, SourceError
from harmattan.reference import ucdp_actors
from harmattan.reference.countries import countries
from harmattan.reference.ucdp_actors import Level, UcdpActor, UcdpList, read_ucdp

HEADER = (
    "ActorId,NameData,NameOrig,NameOrigFull,NameOrigFullEng,NewName,NewNameFullMotherTongue,"
    "NewNameFullEng,Org,Location,Version"
)
PLAIN = HEADER + '\n9,AFX,AFX,n/a,Alpha Front of Xanadu,,,,1,"Mali, DR Congo (Zaire)",22.1\n'


def read(tmp_path: Path, content: str | bytes) -> UcdpList:
    path = tmp_path / "list.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_ucdp(path, countries())


def only(tmp_path: Path, content: str | bytes) -> UcdpActor:
    (actor,) = read(tmp_path, content).actors
    return actor


def test_a_row_is_an_actor(tmp_path: Path) -> None:
    found = read(tmp_path, PLAIN)
    assert found.version == "22.1"
    (actor,) = found.actors
    assert (actor.id, actor.name, actor.english) == (9, "AFX", "Alpha Front of Xanadu")
    assert actor.names == ("AFX", "Alpha Front of Xanadu")
    assert actor.level is Level.FORMAL
    assert actor.countries == ("ML", "CD")
    assert actor.line == 2


RELEASES = [
    ("the byte order mark of a spreadsheet", "\ufeff" + PLAIN),
    ("semicolons", PLAIN.replace('"Mali, DR Congo (Zaire)"', "Mali").replace(",", ";")),
    ("tabs", PLAIN.replace('"Mali, DR Congo (Zaire)"', "Mali").replace(",", "\t")),
    ("lines of Windows", PLAIN.replace("\n", "\r\n")),
    ("capitals and underscores", PLAIN.replace("ActorId", "actor_id").replace("NameData", "NAME_DATA")),
    ("the columns of 18.1", 'ActorID,Name,NameFull,Org,Location\n9,AFX,Alpha Front of Xanadu,1,"Mali"\n'),
    ("other columns, other order", "Version,NameData,Extra,ActorId\n26.1,AFX,?,9\n"),
]


@pytest.mark.parametrize("content", [case[1] for case in RELEASES], ids=[case[0] for case in RELEASES])
def test_releases_differ_in_spelling(content: str, tmp_path: Path) -> None:
    actor = only(tmp_path, content)
    assert (actor.id, actor.name, actor.level) == (9, "AFX", Level.FORMAL)


def test_some_releases_are_in_the_encoding_of_windows(tmp_path: Path) -> None:
    actor = only(tmp_path, "ActorId,NameData,Location\n9,Séléka,Ivory Coast\n".encode("cp1252"))
    assert (actor.name, actor.countries) == ("Séléka", ("CI",))


def test_a_renamed_actor_has_its_names_of_then_and_now(tmp_path: Path) -> None:
    row = '9,Gamma,Alpha,n/a,Alpha Front,"Beta, Gamma","x, y","Beta Front, Gamma Front",1,Mali,22.1'
    actor = only(tmp_path, f"{HEADER}\n{row}\n")
    assert actor.english == "Gamma Front"
    assert set(actor.names) == {
        "Gamma",
        "Alpha",
        "Alpha Front",
        "Beta",
        "x",
        "y",
        "Beta Front",
        "Gamma Front",
    }
    assert actor.former == {"Alpha", "Alpha Front", "Beta", "Beta Front", "x"}


def test_a_name_with_commas_is_one(tmp_path: Path) -> None:
    row = '9,AFX,AFX,n/a,"Alpha Front, General Command",,,,1,Mali,22.1'
    assert only(tmp_path, f"{HEADER}\n{row}\n").english == "Alpha Front, General Command"


LEVELS = [
    ("4", "Government of Mali", Level.STATE, "Mali"),
    ("", "Government of DR Congo (Zaire)", Level.STATE, "DR Congo (Zaire)"),
    ("3", "Alphas", Level.COMMUNAL, None),
    ("", "Supporters of Alpha", Level.COMMUNAL, None),
    ("2", "Alpha gang", Level.INFORMAL, None),
    ("", "Alpha Front", Level.FORMAL, None),
]


@pytest.mark.parametrize(("org", "name", "level", "state"), LEVELS)
def test_how_an_actor_is_organised(
    org: str, name: str, level: Level, state: str | None, tmp_path: Path
) -> None:
    actor = only(tmp_path, f"ActorId,NameData,Org\n9,{name},{org}\n")
    assert (actor.level, actor.state) == (level, state)


def test_a_faction_says_of_what(tmp_path: Path) -> None:
    assert only(tmp_path, "ActorId,NameData\n9,TTP - TA\n").parent_name == "TTP"
    assert only(tmp_path, "ActorId,NameData\n9,Anti-balaka\n").parent_name is None


PLACES = [
    ("Mali", "ML"),
    ("Congo", "CG"),
    ("DR Congo (Zaire)", "CD"),
    ("Myanmar (Burma)", "MM"),
    ("Russia (Soviet Union)", "RU"),
    ("Yemen (North Yemen)", "YE"),
    ("Bosnia-Herzegovina", "BA"),
    ("Ivory Coast", "CI"),
    ("Cambodia (Kampuchea)", "KH"),
    ("South Vietnam", "VN"),
    ("Xanadu", None),
]


@pytest.mark.parametrize(("written", "iso"), PLACES)
def test_countries_have_names_of_then_and_now(written: str, iso: str | None, tmp_path: Path) -> None:
    actor = only(tmp_path, f'ActorId,NameData,Location\n9,AFX,"{written}"\n')
    assert actor.countries == ((iso,) if iso else ())


BAD: list[tuple[str, bytes, str]] = [
    ("nothing", b"", "line 1 has no column ActorId, but nothing"),
    ("another table", b"id_x,when,where\n1,2,3\n", "line 1 has no column ActorId, but id_x, when, where"),
    ("no names", b"ActorId,Org\n1,2\n", "line 1 has no column NameData"),
    ("no rows", b"ActorId,NameData\n", "has no actors in it"),
    ("no id", b"ActorId,NameData\nx,AFX\n", "line 2: 'x' is no actor id"),
    ("a long id", b"ActorId,NameData\n" + b"9" * 99 + b",AFX\n", "is no actor id"),
    ("no name", b"ActorId,NameData\n9,\n", "line 2: actor 9 has no name"),
    ("a quote that does not end", b'ActorId,NameData\n9,"AFX\n', "is not CSV"),
    ("a spreadsheet", b"PK\x03\x04rest", "is not CSV text"),
    ("UTF-16", "ActorId,NameData\n9,AFX\n".encode("utf-16"), "is not CSV text"),
    ("noughts", b"ActorId\0,NameData\n", "is not CSV text"),
    ("no encoding at all", b"ActorId,NameData\n9,\x81\x8d\n", "line 2 is neither UTF-8 nor Windows-1252"),
    ("a field without end", b"ActorId,NameData\n9," + b"x" * 200_000 + b"\n", "is not CSV"),
]


@pytest.mark.parametrize(("content", "problem"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_what_is_no_list_of_actors_is_told(content: bytes, problem: str, tmp_path: Path) -> None:
    with pytest.raises(ReferenceError_) as raised:
        read(tmp_path, content)
    assert problem in str(raised.value)
    assert raised.value.remedy


def test_too_many_rows_and_bytes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ucdp_actors, "MOST_ROWS", 2)
    with pytest.raises(ReferenceError_, match="more than 2 rows"):
        read(tmp_path, "ActorId,NameData\n1,A\n2,B\n3,C\n")
    monkeypatch.setattr(ucdp_actors, "LARGEST", 10)
    with pytest.raises(ReferenceError_, match="larger than"):
        read(tmp_path, "ActorId,NameData\n1,A\n")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be opened"):
        read_ucdp(tmp_path / "none.csv", countries())
    with pytest.raises(SourceError, match="cannot be opened"):
        read_ucdp(tmp_path, countries())


@given(st.binary(max_size=400))
def test_any_bytes_are_a_list_or_an_error_of_ours(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "list.csv"
    path.write_bytes(b"ActorId,NameData\n" + content)
    try:
        read_ucdp(path, countries())
    except HarmattanError as error:
        assert error.problem


RELEASE = Path(os.environ.get("HARMATTAN_CORPORA", "../shared/corpora")) / "ucdp" / "ucdp-actor-221.csv"


@pytest.mark.skipif(not RELEASE.exists(), reason="the UCDP actor list is not here (HARMATTAN_CORPORA)")
def test_release_22_1() -> None:
    found = read_ucdp(RELEASE, countries())
    assert (found.version, len(found.actors)) == ("22.1", 1725)
    assert sum(actor.level is Level.STATE for actor in found.actors) == 163
    assert not [actor for actor in found.actors if not actor.countries and actor.level is not Level.STATE]
