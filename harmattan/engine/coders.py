"""What makes a coder: the house reader with everything that is known beforehand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from harmattan.pipeline import Coder

CoderFactory = Callable[[], Coder]
"""Makes a coder in the process that is to use it; must survive pickling, for it is sent there."""


@dataclass(frozen=True, slots=True)
class HouseCoder:
    """Makes coders around the house reader; loading one takes about a second and 300 MB."""

    gazetteer: Path | None = None
    """The gazetteer to look places up in; None is the user's."""

    def __call__(self) -> Coder:
        """Load the reader and the reference data. Raises `ReaderError`, `ReferenceError_`."""
        from harmattan.readers.house import HouseReader  # noqa: PLC0415 - loads the model library
        from harmattan.reference.actors import load_registry  # noqa: PLC0415 - only workers need the data
        from harmattan.reference.codebook import load_codebook  # noqa: PLC0415
        from harmattan.reference.countries import countries  # noqa: PLC0415
        from harmattan.reference.gazetteer import open_gazetteer  # noqa: PLC0415
        from harmattan.resolution.linking import Linker  # noqa: PLC0415

        # One thread, whatever the machine: sums taken in another order could differ in their last digit,
        # and the same input has to give the same bytes. Many processors are used by many workers.
        reader = HouseReader.load(threads=1)
        linker = Linker(load_registry(), countries(), open_gazetteer(self.gazetteer))
        return Coder(reader, linker, load_codebook())
