"""The reader on the bench: it keeps what the encoder marked, so that work on the passes needs no second run."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from harmattan.model.coding import Coded
from harmattan.model.readings import Reading
from harmattan.model.text import Document
from harmattan.pipeline import code
from harmattan.readers import encoder
from harmattan.readers.encoder import Encoder
from harmattan.readers.house import HouseReader
from harmattan.reading.confidence import Judge
from harmattan.reading.marks import Sentence, Token
from harmattan.reading.passes import Knowledge
from harmattan.reference.codebook import Codebook, load_codebook
from harmattan.reference.gazetteer import open_gazetteer
from harmattan.resolution.linking import Linker

MARKS = Path("build/quality/marks")
MARKING = Path(encoder.__file__).parent
"""Where the weights are, and the code that makes marks of what they say."""
FAST_STEP = 12

T = TypeVar("T")


@dataclass(frozen=True)
class KeptMarks:
    """An encoder whose marks are kept on disk, by what decides them and the words it is given."""

    encoder: Encoder
    folder: Path = MARKS

    @property
    def version(self) -> str:
        return self.encoder.version

    def mark(self, sentences: Sequence[Sequence[Token]]) -> list[Sentence]:
        """What `Encoder.mark` says of one document's sentences."""
        path = self._path(sentences)
        try:
            kept: list[Sentence] = pickle.loads(path.read_bytes())
        except (OSError, EOFError, pickle.UnpicklingError, AttributeError):
            kept = self.encoder.mark(sentences)
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(f".{os.getpid()}")
            unfinished.write_bytes(pickle.dumps(kept, protocol=5))
            unfinished.replace(path)
        return kept

    def _path(self, sentences: Sequence[Sequence[Token]]) -> Path:
        digest = hashlib.sha256()
        for sentence in sentences:
            for token in sentence:
                digest.update(f"{token.start} {token.end} {token.text}\x1f".encode(errors="surrogatepass"))
            digest.update(b"\x1e")
        name = digest.hexdigest()[:32]
        return self.folder / _marking() / name[:2] / f"{name}.pickle"


@cache
def _marking() -> str:
    """A hash of the weights, their thresholds and the code that makes marks of what they say."""
    digest = hashlib.sha256()
    for path in sorted((*MARKING.glob("*.py"), *(MARKING / "weights").glob("*.json"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@dataclass(frozen=True)
class Bench:
    """What a test works with: where the corpora are, and everything that reads."""

    root: Path
    fast: bool = False
    """Whether only a sample is measured, for the tests of every day."""
    threads: int = 2
    kept: Path = field(default=MARKS)
    judge: Judge | None = None
    """What gives claims their confidence; None is what ships."""

    def sample(self, items: Sequence[T]) -> Sequence[T]:
        """All items, or every twelfth where the bench is fast."""
        return items[::FAST_STEP] if self.fast else items

    @cached_property
    def encoder(self) -> KeptMarks:
        """The shipped encoder."""
        return KeptMarks(Encoder(threads=self.threads), self.kept)

    @cached_property
    def reader(self) -> HouseReader:
        """The shipped reader."""
        knowledge = Knowledge.load()
        return HouseReader(self.encoder, replace(knowledge, judge=self.judge) if self.judge else knowledge)

    @cached_property
    def linker(self) -> Linker:
        """Links actors and places by what ships in the package."""
        knowledge = self.reader.knowledge
        return Linker(knowledge.registry, knowledge.countries, open_gazetteer(None))

    @cached_property
    def codebook(self) -> Codebook:
        """The codebook in the package."""
        return load_codebook()

    def mark(self, document: Document) -> list[Sentence]:
        """The encoder's marks, as the passes get them."""
        return self.reader.mark(document)

    def read(self, document: Document) -> Reading:
        """What the passes say, before linking."""
        return self.reader.read(document)

    def code(self, document: Document) -> Coded:
        """The document's claims, as a user gets them."""
        return code(document, self.reader, self.linker, self.codebook)
