"""Which reports of an incident are near-copies of another, so that one telling is not counted twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from harmattan.model.text import Document
from harmattan.resolution.incidents.accounts import Account, without_dateline

if TYPE_CHECKING:
    from rensa import RMinHash

ALIKE = 0.4
"""Share of runs of three words that two texts have in common, from which on the later is a copy. A text in which every
tenth word is another has 0.57 in common with its original; two reports of one event by two hands have less than 0.1.
"""
LIKELY = 0.4
"""Share of words that two sentences have in common, from which on their texts are compared at all."""
HASHES = 128
"""More of them make the estimate surer: 128 have a standard error of 0.04."""
SEED = 1
RUN = 3
_WORD = re.compile(r"\w+")


def copies(telling: Sequence[Account]) -> dict[str, str]:
    """The ids of reports that are copies, each with that of the earliest report it is one of."""
    sentences: dict[str, list[frozenset[str]]] = {}
    documents: dict[str, Document] = {}
    for told in telling:
        documents[told.text] = told.claim.document
        words = frozenset(_words(told.claim.statement.evidence[0].quote))
        sentences.setdefault(told.text, []).append(words)
    found: dict[str, str] = {}
    originals: list[str] = []
    for document in sorted(documents.values(), key=lambda one: (one.published or date.max, one.id)):
        original = next(
            (
                other
                for other in originals
                if _likely(sentences[document.id], sentences[other])
                and alike(document, documents[other]) >= ALIKE
            ),
            None,
        )
        if original is None:
            originals.append(document.id)
        else:
            found[document.id] = original
    return found


def independent(telling: Iterable[Account], copied: Mapping[str, str]) -> int:
    """How many outlets tell it in words of their own; a report without an outlet is one by itself."""
    return len({told.claim.document.source or told.text for told in telling if told.text not in copied})


def alike(one: Document, other: Document) -> float:
    """The estimated share of runs of three words that two texts have in common, 0 to 1."""
    return float(_signature(one.text).jaccard(_signature(other.text)))


def _likely(one: Iterable[frozenset[str]], others: Sequence[frozenset[str]]) -> bool:
    return any(
        len(words & other) >= LIKELY * len(words | other)
        for words in one
        for other in others
        if words or other
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(without_dateline(text).casefold())


@lru_cache(maxsize=1024)
def _signature(text: str) -> RMinHash:
    from rensa import RMinHash  # noqa: PLC0415 - only where two reports are much alike

    words = _words(text)
    signature = RMinHash(num_perm=HASHES, seed=SEED)
    signature.update([" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))])
    return signature
