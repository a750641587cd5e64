"""`harmattan actors` as its users meet it."""

import json
import os
from pathlib import Path

import pytest

from harmattan.config import create_settings
from harmattan.engine.lookup import show
from harmattan.engine.project import Project
from harmattan.model.world import Actor
from harmattan.reference.own_actors import registry_with
from tests.cli.commanding import command

LIST = """\
ActorId,NameData,NameOrigFullEng,Org,Location,Version
539,AQIM,al-Qaida Organization in the Islamic Maghreb,1,Algeria,22.1
70,Government of Mali,Government of Mali,4,Mali,22.1
70001,OXQ,Oasis Xylophone Quorum,1,"Mali, Niger",22.1
70002,National Liberation Army,National Liberation Army,1,Peru,22.1
70003,Alphas,Alphas,3,Mali,22.1
"""


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST)
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    create_settings(tmp_path / "sahel")
    return tmp_path / "sahel"


# lint


def test_the_registry_of_the_package_is_sound() -> None:
    ended = command("actors", "lint")
    assert ended.status == 0
    assert ended.out.endswith("actors, nothing wrong\n")
    assert len(ended.out.splitlines()) == 1


def test_what_is_wrong_in_a_file_has_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('\n[[actor]]\nid = "a"\nname = "Boko Haram"\nkind = "group"\ncountries = ["QQ"]\n')
    ended = command("actors", "lint", path)
    assert ended.status == 1
    assert ended.out.splitlines() == [
        f"{path}: line 6, actor a: there is no country 'QQ'",
        f"{path}: 1 actor, 1 thing wrong",
    ]


def test_remarks_are_no_faults(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[[actor]]\nid = "a"\nname = "Oasis Front"\nkind = "group"\n')
    ended = command("actors", "lint", path)
    assert ended.status == 0
    assert ended.out.splitlines()[-1] == f"{path}: 1 actor, nothing wrong, 2 remarks"
    assert "remark: line 1, actor a: it has no `check`" in ended.out


@pytest.mark.parametrize("content", [b"[[actor", b"\xff\xfe", b"actor = 1"])
def test_what_is_no_file_of_actors_is_told(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(content)
    ended = command("actors", "lint", path)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"harmattan: {path}: ")
    assert len(ended.err.splitlines()) == 1


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[[actor]]\nid = "a"\nname = "Oasis Front"\nkind = "group"\nparents = ["\\u001b[31m"]\n')
    assert "\x1b" not in command("actors", "lint", path).out


# import


def test_a_list_is_held_against_the_registry(listed: Path) -> None:
    ended = command("actors", "import", listed)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines()[0] == "UCDP actor list 22.1: 5 actors"
    for words in (
        "matched 2",
        "1 its id is noted in `check`",
        "1 the government of the country",
        "doubtful 1",
        "new 1",
        "left out 1",
        "70001 OXQ (Oasis Xylophone Quorum), ML NE",
        "70002 National Liberation Army, PE: the same name, in other countries: nla-macedonia, eln",
    ):
        assert words in ended.words


def test_all_of_it_as_json(listed: Path) -> None:
    found = json.loads(command("actors", "import", listed, "--json").out)
    assert found["list"] == "UCDP actor list 22.1"
    assert [one["ids"] for one in found["matched"]] == [["aqim"], ["mali"]]
    assert [one["ucdp"] for one in found["doubtful"]] == [70002]
    assert found["new"] == [
        {
            "ucdp": 70001,
            "id": "oasis-xylophone-quorum",
            "name": "Oasis Xylophone Quorum",
            "kind": "group",
            "acronyms": ["OXQ"],
            "aliases": [],
            "parents": [],
            "countries": ["ML", "NE"],
            "check": "UCDP actor 70001",
            "dropped": [],
        }
    ]
    assert [one["why"].split(":")[0] for one in found["left_out"]] == [
        "people of one identity, or supporters"
    ]


def test_the_new_ones_as_a_file_of_actors(listed: Path, tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    path.write_text(command("actors", "import", listed, "--toml").out)
    own = registry_with(path).named("OXQ")
    assert own is not None
    assert own.id == "oasis-xylophone-quorum"
    assert command("actors", "lint", path).status == 0


def test_a_project_gets_the_new_ones_once(listed: Path, project: Path) -> None:
    ended = command("actors", "import", listed, "--project", project)
    assert ended.status == 0
    assert ended.out.endswith(f"{project / 'actors.toml'}: 1 actor added\n")
    assert Project.create(project).registry.named("OXQ")
    before = (project / "actors.toml").read_bytes()
    again = command("actors", "import", listed, "--project", project)
    assert again.out.endswith("0 actors added\n")
    assert (project / "actors.toml").read_bytes() == before
    assert [path.name for path in project.iterdir()].count("actors.toml") == 1
    assert not [path for path in project.iterdir() if path.name.startswith(".")]


def test_what_a_project_has_stays(listed: Path, project: Path) -> None:
    mine = '# mine\n[[actor]]\nid = "wadi"\nname = "Wadi Guard"\nkind = "group"\n'
    (project / "actors.toml").write_text(mine)
    assert command("actors", "import", listed, "--project", project).status == 0
    text = (project / "actors.toml").read_text()
    assert text.startswith(mine)
    assert 'id = "oasis-xylophone-quorum"' in text


def test_a_wrong_file_of_the_project_is_told_and_left(listed: Path, project: Path) -> None:
    (project / "actors.toml").write_text('[[actor]]\nid = "wadi"\nname = "Boko Haram"\nkind = "group"\n')
    ended = command("actors", "import", listed, "--project", project)
    assert (ended.status, ended.out) == (1, "")
    assert "line 3, actor wadi: the name 'Boko Haram' is also that of boko-haram" in ended.err
    assert "oasis" not in (project / "actors.toml").read_text()


def test_what_is_no_project_is_told(listed: Path, tmp_path: Path) -> None:
    ended = command("actors", "import", listed, "--project", tmp_path / "none")
    assert (ended.status, ended.out) == (1, "")
    assert "is no Harmattan project" in ended.err


BAD = [
    (b"", "has no column ActorId"),
    (b"a,b\n1,2\n", "has no column ActorId, but a, b"),
    ("ActorId,NameData\n9,AFX\n".encode("utf-16"), "is not CSV text"),
    (b"ActorId,NameData\nx,AFX\n", "line 2: 'x' is no actor id"),
    (b'ActorId,NameData\n9,"AFX\n', "is not CSV"),
]


@pytest.mark.parametrize(("content", "problem"), BAD)
def test_a_bad_list_is_told_in_one_line(content: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    ended = command("actors", "import", path)
    assert (ended.status, ended.out) == (1, "")
    assert problem in ended.err
    assert len(ended.err.splitlines()) == 1
    assert command("actors", "import", tmp_path / "none.csv").status == 1


def test_json_and_toml_exclude_each_other(listed: Path) -> None:
    ended = command("actors", "import", listed, "--json", "--toml")
    assert (ended.status, ended.out) == (2, "")


RELEASE = Path(os.environ.get("HARMATTAN_CORPORA", "../shared/corpora")) / "ucdp" / "ucdp-actor-221.csv"


@pytest.mark.skipif(not RELEASE.exists(), reason="the UCDP actor list is not here (HARMATTAN_CORPORA)")
def test_release_22_1(project: Path) -> None:
    found = json.loads(command("actors", "import", RELEASE, "--json").out)
    assert len(found["matched"]) >= 650
    assert len(found["doubtful"]) <= 40
    ids = [one["ids"] for one in found["matched"] if one["ucdp"] in (234, 539, 1051, 6716)]
    assert ids == [["islamic-state"], ["aqim"], ["boko-haram"], ["jnim"]]
    assert command("actors", "import", RELEASE, "--project", project).status == 0
    linted = command("actors", "lint", project / "actors.toml")
    assert linted.status == 0
    again = command("actors", "import", RELEASE, "--project", project)
    assert again.out.endswith("0 actors added\n")


# what a project does with its own


def test_own_actors_are_shown(listed: Path, project: Path) -> None:
    from harmattan.store.store import Store  # noqa: PLC0415

    command("actors", "import", listed, "--project", project)
    Store.open(project / "harmattan.db").close()
    thing = show(project, "oasis-xylophone-quorum").thing
    assert isinstance(thing, Actor)
    assert thing.name == "Oasis Xylophone Quorum"
