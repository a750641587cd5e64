"""Words that name a place: `harmattan why` tells what spoke for the one that was chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from harmattan.engine import coders
from harmattan.model.readings import Reading
from harmattan.model.text import Document
from harmattan.pipeline import Coder
from harmattan.reference.actors import load_registry
from harmattan.reference.codebook import load_codebook
from harmattan.reference.countries import countries
from harmattan.reference.gazetteer import open_gazetteer
from harmattan.resolution.linking import Linker
from tests.cli.commanding import command, project_of
from tests.resolution.reported import reading

TEXT = "JNIM attacked Gossi, Mali, and the hamlet of Zzyzx on Tuesday. The army of Mali said so."
READ = reading(TEXT, actors=["JNIM"], places=["Gossi", "Mali", "Zzyzx"])


@dataclass(frozen=True)
class Knows:
    """A reader that has read one text."""

    version: str = "test-1"

    def read(self, document: Document) -> Reading:
        return replace(READ, document=document)


def coder() -> Coder:
    return Coder(Knows(), Linker(load_registry(), countries(), open_gazetteer(None)), load_codebook())


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(coders.HouseCoder, "__call__", lambda self: coder())
    return project_of(tmp_path / "sahel", coder()(READ.document).claims)


PLACES = [
    ("Gossi", "place Gossi", "its country is named in the sentence"),
    ("Mali", "place country:ML", "a country, by its name"),
    ("Zzyzx", "place not known", "no place: the gazetteer has none of this name"),
]


@pytest.mark.parametrize(("words", "what", "because"), PLACES)
def test_why_a_place(project: Path, words: str, what: str, because: str) -> None:
    document = READ.document.id
    ended = command("why", project, f"{document}:{words}")
    assert (ended.status, ended.err) == (0, "")
    assert what in ended.words and because in ended.words


def test_why_an_actor(project: Path) -> None:
    ended = command("why", project, f"{READ.document.id}:JNIM")
    assert "[jnim]" in ended.words and "because" in ended.words


def test_two_places(project: Path) -> None:
    document = READ.document.id
    words = command("why", project, f"{document}:Gossi", f"{document}:Mali").words
    assert words.startswith("They do not mean the same.")
    assert command("why", project, f"{document}:Gossi", f"{document}:Zzyzx").words.startswith(
        "It is not known of both."
    )
