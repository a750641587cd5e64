"""A project's own actors over those of the package."""

from pathlib import Path

import pytest

from harmattan.errors import ReferenceError_
from harmattan.reference import own_actors
from harmattan.reference.actors import load_registry
from harmattan.reference.own_actors import fingerprint, registry_with

OWN = """
[[actor]]
id = "wadi-guard"
name = "Wadi Guard"
kind = "group"
acronyms = ["WGX"]
parents = ["katiba-macina"]
countries = ["ML"]

[[actor]]
id = "aqim"
aliases = ["Wolves of the Wadi"]
until = 2030
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "actors.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_own_actors_are_known_beside_the_others(tmp_path: Path) -> None:
    registry = registry_with(write(tmp_path, OWN))
    own = registry.named("WGX")
    assert own is not None
    assert (own.id, own.parents) == ("wadi-guard", ("katiba-macina",))
    assert registry.named("JNIM") == load_registry().named("JNIM")
    assert [actor.id for _, _, actor in registry.find("The Wadi Guard fought JNIM.")] == [
        "wadi-guard",
        "jnim",
    ]


def test_an_id_that_is_known_adds_to_its_entry(tmp_path: Path) -> None:
    registry = registry_with(write(tmp_path, OWN))
    known, mine = load_registry().get("aqim"), registry.get("aqim")
    assert known is not None
    assert mine is not None
    assert [alias.name for alias in mine.aliases] == [
        *(alias.name for alias in known.aliases),
        "Wolves of the Wadi",
    ]
    assert (mine.until, mine.acronyms, mine.parents) == (2030, known.acronyms, known.parents)
    assert registry.named("Wolves of the Wadi") == mine
    assert load_registry().named("Wolves of the Wadi") is None


def test_without_a_file_the_package_is_all(tmp_path: Path) -> None:
    assert registry_with(None) is load_registry()
    assert registry_with(tmp_path / "actors.toml") is load_registry()


def test_a_file_that_changes_is_read_again(tmp_path: Path) -> None:
    path = write(tmp_path, OWN)
    assert registry_with(path).get("wadi-guard")
    before = fingerprint(path)
    write(tmp_path, OWN.replace("wadi-guard", "oasis-guard"))
    assert registry_with(path).get("wadi-guard") is None
    assert registry_with(path).get("oasis-guard")
    assert fingerprint(path) != before
    assert before.startswith("a")
    assert len(before) == 9


BAD = [
    ("[[actor]]\nid = wadi", "line 2"),
    (
        OWN.replace("Wadi Guard", "Boko Haram"),
        "line 4, actor wadi-guard: the name 'Boko Haram' is also that of",
    ),
    (OWN.replace("katiba-macina", "wadi"), "line 7, actor wadi-guard: there is no parent 'wadi'"),
    (OWN.replace('"ML"', '"QQ"'), "line 8, actor wadi-guard: there is no country 'QQ'"),
    (OWN.replace("2030", "1990"), "actor aqim: it ends before it begins"),
    (OWN.replace('id = "aqim"', 'id = "aqima"'), "actor aqima: `name` is missing"),
]


@pytest.mark.parametrize(("text", "problem"), BAD)
def test_what_is_wrong_is_told_with_its_line(text: str, problem: str, tmp_path: Path) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ReferenceError_) as raised:
        registry_with(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert problem in str(raised.value)


def test_what_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "actors.toml"
    path.write_bytes(b'[[actor]]\nid = "\xff"\n')
    with pytest.raises(ReferenceError_, match="line 2 is not UTF-8"):
        registry_with(path)
    monkeypatch.setattr(own_actors, "LARGEST", 5)
    with pytest.raises(ReferenceError_, match="larger than"):
        registry_with(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(ReferenceError_, match="cannot be opened"):
        registry_with(path)
