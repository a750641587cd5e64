"""Documents become claims in their order, and a bad one among them is an error in its place."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

import pytest

from harmattan.errors import DocumentError, HarmattanError, ReaderError, SourceError
from harmattan.model.coding import Coded
from harmattan.model.readings import Reading
from harmattan.model.text import Document
from harmattan.pipeline import Coder, Item, Outcome, code_all, name_of
from tests.fakes import FakeCoder, FakeReader, reports

CODER = FakeCoder()()


def test_a_document_is_read_linked_and_checked() -> None:
    coded = CODER(Document("AQIM killed 3 soldiers in Gossi. Somebody shot."))
    assert [claim.body.actor[0].actor for claim in coded.claims] == ["aqim"]  # type: ignore[union-attr]
    assert [rejection.quote for rejection in coded.rejections] == ["shot"]
    assert (coded.reader, coded.words) == ("fake-1", 8)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("CRASH", r"^1\.txt: could not be read \(ValueError: no rule for this\)"),
        ("BAD", r"^1\.txt: is not English \(leave it out\)"),
    ],
)
def test_a_bad_document_never_stops_the_others(text: str, message: str) -> None:
    items: list[Item] = list(reports(3))
    items[1] = Document(text, origin="1.txt")
    outcomes = list(code_all(items, CODER))
    assert [type(outcome) for outcome in outcomes] == [Coded, DocumentError, Coded]
    with pytest.raises(DocumentError, match=message):
        raise outcomes[1]  # type: ignore[misc]


def test_errors_among_the_documents_are_passed_on() -> None:
    error = SourceError("nowhere", "is not there")
    first, second = reports(2)
    assert list(code_all([first, error, second], CODER)) == [CODER(first), error, CODER(second)]


def test_what_would_stop_every_document_stops_the_run() -> None:
    class Broken(FakeReader):
        def read(self, document: Document) -> Reading:
            raise ReaderError("weights", "do not fit")

    with pytest.raises(ReaderError):
        list(code_all(reports(2), Coder(Broken(), CODER.linker, CODER.codebook)))


def test_any_map_will_do() -> None:
    items: list[Item] = list(reports(20))

    def threads(function: Callable[[Item], Outcome], items: Iterable[Item]) -> Iterable[Outcome]:
        with ThreadPoolExecutor(4) as pool:
            return list(pool.map(function, items))

    assert list(code_all(items, CODER, map=threads)) == list(code_all(items, CODER))


@pytest.mark.parametrize(
    ("document", "name"),
    [
        (Document("Text", "Title", origin="a.txt"), "a.txt"),
        (Document("Text", "Title"), "Title"),
        (
            Document(" Text that goes on and on and on and on and on"),
            "Text that goes on and on and on and on",
        ),
        (Document(""), "a document without a name"),
    ],
)
def test_what_a_document_is_called(document: Document, name: str) -> None:
    assert name_of(document) == name


def test_errors_survive_the_way_between_processes() -> None:
    error: HarmattanError = pickle.loads(pickle.dumps(DocumentError("a.txt", "is empty", "leave it out")))
    assert str(error) == "a.txt: is empty (leave it out)"
