from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from harmattan.model.readings import Body
from harmattan.model.text import Document
from harmattan.readers.house import HouseReader

PUBLISHED = date(2022, 4, 2)
"""A Saturday."""


@pytest.fixture(scope="session")
def reader() -> HouseReader:
    return HouseReader.load()


@pytest.fixture(scope="session")
def told(reader: HouseReader) -> Callable[[str], list[tuple[Body, str, str | None]]]:
    """What the shipped reader makes of a text published on 2 April 2022: bodies, modalities, who says so."""

    def read(text: str) -> list[tuple[Body, str, str | None]]:
        reading = reader.read(Document(text, published=PUBLISHED))
        return [
            (
                statement.body,
                statement.modality.value,
                statement.attribution.name if statement.attribution else None,
            )
            for statement in reading.statements
        ]

    return read
