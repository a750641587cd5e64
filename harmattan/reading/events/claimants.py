"""Who says that an attack was theirs: "the attack, claimed by the Front", "an ambush which the Front claimed"."""

from __future__ import annotations

from collections.abc import Iterator

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.phrases import preposition

_CLAIMED = frozenset(["claimed", "claims", "claim", "claiming"])


def claimants(sentence: Sentence, attack: int) -> Iterator[int]:
    """The heads of those who claim the attack that the noun on token `attack` names."""
    for clause in sentence.dependants(attack, "acl"):
        if sentence.words[clause] not in _CLAIMED:
            continue
        agents = [
            child for child in sentence.dependants(clause, "obl") if preposition(sentence, child) == "by"
        ]
        whole = sentence.deprels[clause] == "acl:relcl"
        subjects = sentence.dependants(clause, "nsubj") if whole and not agents else []
        yield from agents or (child for child in subjects if sentence.upos[child] != "PRON")
