"""Which strings of a MUC-4 text name one party: persons by their fullest name, groups as the registry knows them.

The texts are all in one case, so that the names of `harmattan.reading.names` are not found in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from harmattan.reading.marks import Sentence
from harmattan.reference.actors import Registry, load_registry
from harmattan.resolution.actors.persons import RANKS
from training.muc import normalize

YEAR = 1990
LONGEST_NAME = 4
"""Words of a person's name; more are two names that the encoder took for one."""
_SHORT_RANKS = RANKS | {
    "col",
    "gen",
    "lt",
    "maj",
    "capt",
    "sgt",
    "dr",
    "msgr",
    "monsignor",
    "father",
    "judge",
}


def person_names(text: str, sentences: Iterable[Sentence]) -> Counter[str]:
    """How often each person is named so in a document, ranks left out."""
    found: Counter[str] = Counter()
    for sentence in sentences:
        for name in sentence.names:
            if name.label == "PER":
                start, end = sentence.tokens[name.first].start, sentence.tokens[name.stop - 1].end
                words = normalize(text[start:end]).split()
                while words and words[0] in _SHORT_RANKS:
                    del words[0]
                if words and len(words) <= LONGEST_NAME:
                    found[" ".join(words)] += 1
    return found


def fullest(mention: str, names: Mapping[str, int]) -> str:
    """The fuller name that begins or ends so, the one more often used, or the mention itself."""
    fuller = [name for name in names if name.startswith(f"{mention} ") or name.endswith(f" {mention}")]
    return max(fuller, key=lambda name: (names[name], len(name), name), default=mention)


def same(one: str, other: str) -> bool:
    """Whether the words of one are all in the other, it is the other's initials, or both are names of one group.

    "fmln" is the "farabundo marti national liberation front" because the registry says so.
    """
    first, second = set(one.split()), set(other.split())
    return (
        first <= second
        or second <= first
        or _initials(one, other)
        or _initials(other, one)
        or bool(_groups(one) & _groups(other))
    )


def _initials(short: str, long: str) -> bool:
    if len(short) < 2 or " " in short:
        return False
    words = long.split()
    content = [word for word in words if word not in ("of", "for", "and", "de", "del", "la")]
    return short in ("".join(word[0] for word in words), "".join(word[0] for word in content))


@cache
def _registry() -> Registry:
    return load_registry()


@cache
def _groups(name: str) -> frozenset[str]:
    """The ids of those of the time who are called so; acronyms have capitals in the registry."""
    spellings = (name, name.upper()) if " " not in name else (name,)
    return frozenset(actor.id for spelling in spellings for actor in _registry().candidates(spelling, YEAR))
