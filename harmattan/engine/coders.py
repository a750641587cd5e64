"""What makes a coder: the house reader with everything that is known beforehand."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from harmattan.config import own_gazetteer
from harmattan.errors import GazetteerError
from harmattan.model.readings import Reading
from harmattan.model.text import Document
from harmattan.pipeline import Coder, Reader

CoderFactory = Callable[[], Coder]
"""Makes a coder in the process that is to use it; must survive pickling, for it is sent there."""

YOUNG = 200_000
"""New values after which rings are looked for among them, more than a document of 30,000 words has at hand. Reading
makes no rings. To look through what a document has at hand took a twenty-fifth of the time where it was done ten times
as often; through what was loaded, and as often as Python does by itself, another thirtieth."""


@dataclass(frozen=True, slots=True)
class HouseCoder:
    """Makes coders around the house reader; loading one takes about a second and 300 MB."""

    gazetteer: Path | None = None
    """The gazetteer to look places up in; None is the user's, or the built-in one where the user has none."""
    actors: Path | None = None
    """A project's own actors, known beside those of the package; nothing where the file is not there."""

    def __call__(self) -> Coder:
        """Load the reader and the reference data. Raises `ReaderError`, `ReferenceError_`."""
        from harmattan.readers.house import HouseReader  # noqa: PLC0415 - loads the model library
        from harmattan.reference import own_actors  # noqa: PLC0415 - only workers need the data
        from harmattan.reference.codebook import load_codebook  # noqa: PLC0415
        from harmattan.reference.countries import countries  # noqa: PLC0415
        from harmattan.reference.gazetteer import open_gazetteer  # noqa: PLC0415
        from harmattan.resolution.linking import Linker  # noqa: PLC0415

        registry = own_actors.registry_with(self.actors)
        # One thread, whatever the machine: many processors are used by many workers.
        reader: Reader = HouseReader.load(threads=1, registry=registry)
        gazetteer = self.gazetteer
        if gazetteer is None and own_gazetteer().exists():
            gazetteer = own_gazetteer()
        linker = Linker(registry, countries(), open_gazetteer(gazetteer))
        if gazetteer is not None:
            reader = Informed(reader, f"{reader.version}+{fingerprint(gazetteer)}")
        if self.actors is not None and self.actors.exists():
            reader = Informed(reader, f"{reader.version}+{own_actors.fingerprint(self.actors)}")
        coder = Coder(reader, linker, load_codebook())
        gc.freeze()
        gc.set_threshold(YOUNG, 10, 10)
        return coder


@dataclass(frozen=True, slots=True)
class Informed:
    """A reader whose version also tells what was known beforehand, where that is not the same for everybody.

    What is built in belongs to the reader's own version. With more places or actors a document may be read otherwise;
    under a version of its own that reading takes the place of the older one, and the same version still means the
    same claims.
    """

    reader: Reader
    version: str

    def read(self, document: Document) -> Reading:
        """What the reader reads, under this version."""
        return replace(self.reader.read(document), reader=self.version)


def fingerprint(gazetteer: Path) -> str:
    """ "g" and 8 hex digits of a hash over a gazetteer's bytes. Raises `GazetteerError`."""
    try:
        with gazetteer.open("rb") as file:
            return "g" + hashlib.file_digest(file, "sha256").hexdigest()[:8]
    except OSError as error:
        raise GazetteerError(gazetteer, f"cannot be read ({error.strerror})", "check its rights") from error
