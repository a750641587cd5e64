"""A project's settings: made with remarks, read back, and a clear word on every mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from harmattan.config import (
    DEFAULT_WORKERS,
    Settings,
    create_settings,
    data_folder,
    default_workers,
    load_settings,
)
from harmattan.errors import ProjectError


@pytest.mark.parametrize("name", ["sahel", 'with "quotes" and \\ and {braces}', "caf\udce9", "tab\tand\x7f"])
def test_a_new_project_is_called_after_its_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "deep" / name
    create_settings(folder)
    settings = load_settings(folder)
    assert settings == Settings(name.encode("utf-8", "replace").decode())
    assert [path.name for path in folder.iterdir()] == ["harmattan.toml"]


def test_settings_that_are_there_stay(tmp_path: Path) -> None:
    (tmp_path / "harmattan.toml").write_text("workers = 3\n")
    create_settings(tmp_path)
    assert (tmp_path / "harmattan.toml").read_text() == "workers = 3\n"


def test_every_setting_is_in_the_template_and_can_be_uncommented(tmp_path: Path) -> None:
    create_settings(tmp_path)
    path = tmp_path / "harmattan.toml"
    lines = path.read_text().splitlines()
    path.write_text("\n".join(line.removeprefix("# ") if " = " in line else line for line in lines))
    assert load_settings(tmp_path) == Settings(tmp_path.name, "example.org", 2, tmp_path / "gazetteer.db")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title = \n", r"harmattan\.toml: is not valid TOML: .*line 1"),
        ("# remark\n\ntitle = 3\n", r"harmattan\.toml, line 3: `title` is not a name"),
        ('title = " "\n', "line 1: `title` is not a name"),
        ("title = 'x'\nworkers = 0\n", "line 2: `workers` is not a number from 1 to 64"),
        ("workers = 65\n", "`workers` is not a number"),
        ("workers = true\n", "`workers` is not a number"),
        ("workers = '2'\n", "`workers` is not a number"),
        ("domain = 'https://example.org/'\n", "`domain` is not a domain"),
        ("domain = 'x\\ny.org'\n", "`domain` is not a domain"),
        ("gazetteer = 3\n", "`gazetteer` is not a path"),
        (
            "title = 'x'\n\n[reader]\nname = 'x'\n",
            "line 3: `reader` is not a setting .*title, domain, workers",
        ),
        ("titel = 'x'\n", "line 1: `titel` is not a setting"),
        (b"title = 'x'\n# caf\xe9\n", "line 2 is not UTF-8"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str | bytes, message: str) -> None:
    (tmp_path / "harmattan.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ProjectError, match=message):
        load_settings(tmp_path)


def test_no_project(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"is no Harmattan project \(`harmattan run"):
        load_settings(tmp_path / "nothing")


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "sahel").write_text("x")
    with pytest.raises(ProjectError, match="cannot be made"):
        create_settings(tmp_path / "sahel")


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"HARMATTAN_DATA": "/a"}, "/a"),
        ({"XDG_DATA_HOME": "/b"}, "/b/harmattan"),
        ({"HARMATTAN_DATA": "/a", "XDG_DATA_HOME": "/b"}, "/a"),
        ({"HOME": "/home/x"}, "/home/x/.local/share/harmattan"),
    ],
)
def test_the_users_data_folder(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], folder: str
) -> None:
    for name in ("HARMATTAN_DATA", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert data_folder() == Path(folder)


def test_default_workers() -> None:
    assert 1 <= default_workers() <= DEFAULT_WORKERS
