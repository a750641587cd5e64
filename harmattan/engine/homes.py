"""Where the sources of documents are at home, learnt from what their reports name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from harmattan.model.text import Document
from harmattan.model.world import Location
from harmattan.pipeline import Reader
from harmattan.reference.actors import load_registry
from harmattan.reference.countries import countries
from harmattan.reference.gazetteer import create_gazetteer, open_gazetteer
from harmattan.resolution.context import Context
from harmattan.resolution.places.linker import PlaceLinker
from harmattan.resolution.places.ranker import Group
from harmattan.resolution.places.source_homes import learn_homes
from harmattan.resolution.places.toponyms import ToponymFinder


def learn(documents: Iterable[Document], path: Path, reader: Reader | None = None) -> dict[str, Location]:
    """Learn homes from documents that name their source, and write them into the gazetteer at `path`.

    The gazetteer is made if it is not there; the house reader reads where no other is given. Raises `GazetteerError`.
    """
    create_gazetteer(path)
    gazetteer = open_gazetteer(path)
    linker = PlaceLinker(load_registry(), countries(), gazetteer)
    finder = ToponymFinder(countries(), gazetteer)

    def heard() -> Iterator[tuple[str, Sequence[Group]]]:
        used = reader or _house_reader()
        for document in documents:
            if document.source:
                reading = used.read(document)
                context = Context(reading, countries())
                places = [toponym.place for toponym in finder.find(reading, context)]
                yield document.source, [group for group, _ in linker.believed(places, context)]

    try:
        homes = learn_homes(heard())
        gazetteer.set_homes(homes)
    finally:
        gazetteer.close()
    return homes


def _house_reader() -> Reader:
    from harmattan.readers.house import HouseReader  # noqa: PLC0415 - loads the model library

    return HouseReader.load(threads=2)
