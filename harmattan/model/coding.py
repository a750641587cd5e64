"""What reading one document left: the value that the pipeline hands to the store."""

from __future__ import annotations

from dataclasses import dataclass

from harmattan.model.claims import Claim, Rejection
from harmattan.model.text import Document


@dataclass(frozen=True, slots=True)
class Coded:
    """One document with everything that one reader made of it; a document that says nothing has no claims."""

    document: Document
    reader: str
    """The reader's name and version, also where there is no claim to carry it."""
    claims: tuple[Claim, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    words: int = 0
    """Number of word tokens read, for measuring speed."""
