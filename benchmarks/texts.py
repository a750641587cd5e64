"""The texts that are read: encyclopaedia articles on wars where the corpora are present, else the bundled example."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from harmattan.model.text import Document

ROOT = Path(__file__).parents[1]
CORPORA = Path(os.environ.get("HARMATTAN_CORPORA", ROOT.parent / "shared" / "corpora"))
ARTICLES = CORPORA / "documents" / "wikipedia-wars"
EXAMPLE = ROOT / "examples" / "sahel" / "reports"
PUBLISHED = date(2024, 1, 1)
"""After everything that the articles tell, so that their words for time can be placed."""


STRIDE = 12
"""Files are taken in strides, so that a part of them is spread over the alphabet."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Documents to read, and what to call them in a report."""

    documents: tuple[Document, ...]
    name: str

    @property
    def about_words(self) -> int:
        """Stretches between blanks; the reader counts its own, somewhat smaller, words."""
        return sum(len(document.text.split()) for document in self.documents)


def load(words: int) -> Texts:
    """About so many words, from articles spread over the alphabet."""
    from harmattan.engine.sources import Paths  # noqa: PLC0415 - nothing but this needs it

    folder, name = (
        (ARTICLES, "encyclopaedia articles on wars") if ARTICLES.is_dir() else (EXAMPLE, "bundled reports")
    )
    files = sorted(path for path in folder.iterdir() if path.is_file())
    chosen: list[Document] = []
    total = 0
    for path in (path for offset in range(STRIDE) for path in files[offset::STRIDE]):
        for item in Paths([str(path)], PUBLISHED, None):
            if isinstance(item, Document) and total < words:
                chosen.append(item)
                total += len(item.text.split())
    return Texts(tuple(chosen), f"{len(chosen)} {name}")
