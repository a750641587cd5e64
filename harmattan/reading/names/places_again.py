"""Places that a document names more than once: what one sentence marks as a place is one behind "in" in any other."""

from __future__ import annotations

from collections.abc import Sequence

from harmattan.reading.marks import Name, Sentence

_PLACES = frozenset(["LOC", "GPE"])
_PLACING = frozenset("in at near outside around inside between from".split())
_LONGEST = 4
"""Words of the longest name that is looked for."""


def with_places_again(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with the names of places that the encoder missed there, or took for a body's, behind "in"."""
    known = _names(sentences)
    return [_again(sentence, known) for sentence in sentences] if known else list(sentences)


def _names(sentences: Sequence[Sentence]) -> frozenset[tuple[str, ...]]:
    """The names that are places wherever the encoder is asked, but for those of a body or a person elsewhere."""
    places: set[tuple[str, ...]] = set()
    persons: set[tuple[str, ...]] = set()
    for sentence in sentences:
        for name in sentence.names:
            words = sentence.words[name.first : name.stop]
            if name.label in _PLACES and len(words) <= _LONGEST:
                places.add(words)
            elif name.label == "PER":
                persons |= {words, words[-1:]}
    return frozenset(places - persons)


def _again(sentence: Sentence, known: frozenset[tuple[str, ...]]) -> Sentence:
    names = dict(sentence.name_at)
    changed = False
    for before, word in enumerate(sentence.words[:-1]):
        if word not in _PLACING:
            continue
        first = before + 1
        for stop in range(min(first + _LONGEST, len(sentence)), first, -1):
            if sentence.words[first:stop] not in known or not sentence.tokens[first].text[:1].isupper():
                continue
            taken = {names[at] for at in range(first, stop) if at in names}
            whole = all(name.first == first and name.stop == stop and name.label == "ORG" for name in taken)
            if whole and not _goes_on(sentence, stop):
                names.update(dict.fromkeys(range(first, stop), Name(first, stop, "LOC")))
                changed = True
            break
    if not changed:
        return sentence
    return sentence.with_names(tuple(sorted(set(names.values()), key=lambda name: name.first)))


def _goes_on(sentence: Sentence, stop: int) -> bool:
    """Whether a longer name or phrase begins with these words: "in Kunduz Hospital"."""
    return stop < len(sentence) and (
        sentence.upos[stop] == "PROPN" or sentence.words[stop] in {"'s", "’s", "-", "‑"}
    )
