"""Learning where sources are at home, with a reader that takes every capitalised word for a place."""

import re
from pathlib import Path

import pytest

from harmattan.engine.homes import learn
from harmattan.errors import GazetteerError
from harmattan.model.readings import NameMark, Reading
from harmattan.model.text import Document
from harmattan.reference.gazetteer import create_gazetteer, open_gazetteer


class CapitalReader:
    version = "capital-1"

    def read(self, document: Document) -> Reading:
        names = tuple(
            NameMark(document.span(match.start(), match.end()), "LOC")
            for match in re.finditer(r"\b[A-Z]\w+(?: [A-Z]\w+)*", document.text)
        )
        return Reading(document, (document.span(0, len(document.text)),), (), self.version, names=names)


REPORTS = (
    Document("in Paris and Blossom, in Texas", source="news.example"),
    Document("in Paris and Reno, in Texas", source="news.example"),
    Document("in Bonham and Honey Grove, in Texas", source="news.example"),
    Document("in Tokyo", source="far.example"),
    Document("in Gossi"),
)


def test_homes_are_learnt_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    homes = learn(REPORTS, path, CapitalReader())
    assert set(homes) == {"news.example"}
    assert (homes["news.example"].country, homes["news.example"].admin1) == ("US", "Texas")
    kept = open_gazetteer(path)
    assert kept.homes() == homes
    kept.close()


def test_learning_nothing_forgets_nothing(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    homes = learn(REPORTS, path, CapitalReader())
    assert learn([], path, CapitalReader()) == {}
    kept = open_gazetteer(path)
    assert kept.homes() == homes
    kept.close()


def test_a_store_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    built_in = open_gazetteer()
    assert built_in.homes() == {}
    with pytest.raises(GazetteerError):
        built_in.set_homes({"news.example": built_in.lookup("Gossi")[0]})


def test_homes_are_part_of_what_is_created(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    create_gazetteer(path, ())
    assert open_gazetteer(path).homes() == {}
