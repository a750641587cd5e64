"""A run in a process of its own that ends when it is killed: `python -m tests.killable FOLDER WORKERS DOCUMENTS`.

The last document comes when standard input ends, so that no machine is too fast or too busy for whoever kills it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from harmattan.engine.running import Hands, run
from harmattan.model.text import Document
from tests.fakes import FakeCoder, reports


def slowly(documents: int) -> Iterator[Document]:
    """Reports with time between them to be killed in."""
    for number, document in enumerate(reports(documents), 1):
        time.sleep(0.005)
        if number == documents:
            sys.stdin.read()
        yield document


if __name__ == "__main__":
    run(Path(sys.argv[1]), slowly(int(sys.argv[3])), Hands(int(sys.argv[2]), FakeCoder()))
