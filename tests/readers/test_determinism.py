"""The same text gives the same claims to the byte: on any number of threads, in any company, in any process."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from harmattan.model.readings import Reading
from harmattan.model.records import statement_record
from harmattan.model.text import Document
from harmattan.readers.house import HouseReader

REPORTS = sorted((Path(__file__).parents[2] / "examples" / "sahel" / "reports").glob("*.txt"))[::12]

READ_ELSEWHERE = """
import sys
from pathlib import Path
from tests.readers.test_determinism import digest, document
from harmattan.readers.house import HouseReader
reader = HouseReader.load(threads=int(sys.argv[1]))
print(digest([reader.read(document(Path(name))) for name in sys.argv[2:]]))
"""


def document(path: Path) -> Document:
    """A report of the bundled example without its header."""
    return Document(path.read_text("utf-8").partition("\n\n")[2].strip())


def digest(readings: list[Reading]) -> str:
    """A hash over all that was read, confidences included."""
    records = [
        {**statement_record(statement), "confidence": statement.confidence}
        for reading in readings
        for statement in reading.statements
    ]
    return hashlib.sha256(json.dumps(records, sort_keys=True).encode()).hexdigest()


@pytest.fixture(scope="module")
def reader() -> HouseReader:
    return HouseReader.load(threads=1)


@pytest.fixture(scope="module")
def readings(reader: HouseReader) -> list[Reading]:
    return [reader.read(document(path)) for path in REPORTS]


def test_there_is_something_to_compare(readings: list[Reading]) -> None:
    assert sum(len(reading.statements) for reading in readings) > 40


def test_reading_again_in_another_order_changes_nothing(reader: HouseReader, readings: list[Reading]) -> None:
    again = [reader.read(document(path)) for path in reversed(REPORTS)]
    assert digest(again[::-1]) == digest(readings)


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_another_process_with_other_threads_reads_the_same(threads: int, readings: list[Reading]) -> None:
    command = [sys.executable, "-c", READ_ELSEWHERE, str(threads), *map(str, REPORTS)]
    environment = {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONHASHSEED": str(threads)}
    printed = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    assert printed.strip() == digest(readings)
