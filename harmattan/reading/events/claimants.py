"""Whose an attack was by what is said beside it: "the attack, claimed by the Front", "took part in the raid"."""

from __future__ import annotations

from collections.abc import Iterator

from harmattan.reading.events.arguments import CARRIED_OUT
from harmattan.reading.marks import Sentence
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.inflection import forms_of_all

_CLAIMED = frozenset(["claimed", "claims", "claim", "claiming"])
_OWNED = forms_of_all("accept take admit acknowledge assume") | _CLAIMED
"""Verbs of which "responsibility" is the object."""
_OWNERSHIP = frozenset(["responsibility", "credit"])
_CRIMES = frozenset(
    """murder murders killing killings assassination assassinations massacre massacres kidnapping kidnappings abduction
    abductions execution executions""".split()
)
"""Deeds in which nobody is said to be involved who suffers them."""
_TAKING = frozenset(["take", "takes", "took", "taken", "taking"])
_PARTICIPATING = frozenset(["participate", "participates", "participated", "participating"])
_CONFESSING = forms_of_all("confess")
_CONFIRMING = forms_of_all("confirm admit acknowledge prove establish")
_PARTS = frozenset(["involvement", "participation", "complicity"])
"""Nouns of having a part in a deed: "the involvement of soldiers in the murder"."""
_NOBODY = frozenset("no not n't never nobody none neither any".split())
"""Words by which nobody has claimed it: "no group has claimed the raid"."""


def claimants(sentence: Sentence, attack: int) -> Iterator[int]:
    """The heads of those who claim the attack that the noun on token `attack` names, or are said to have had a part
    in it.
    """
    for clause in sentence.dependants(attack, "acl"):
        if sentence.words[clause] in _CLAIMED:
            yield from _of_clause(sentence, clause)
        elif sentence.words[clause] in CARRIED_OUT:
            yield from _agents(sentence, clause)
    verb = _claiming(sentence, attack)
    if verb is not None:
        found = _of_verb(sentence, verb)
        if not _is_denied(sentence, verb, found):
            yield from found
    elif preposition(sentence, attack) == "behind" and sentence.dependants(attack, "cop"):
        yield from _behind(sentence, attack)
    elif preposition(sentence, attack) == "to" and sentence.words[sentence.heads[attack]] in _CONFESSING:
        yield from _subjects_of_part(sentence, sentence.heads[attack])
    elif preposition(sentence, attack) == "in":
        above = sentence.heads[attack]
        if sentence.words[above] in _PARTS:
            yield from _proven(sentence, above)
        elif sentence.words[above] == "involved" and sentence.words[attack] in _CRIMES:
            yield from _involved(sentence, above)
        else:
            yield from _taking_part(sentence, above)


def claimed_before(sentence: Sentence) -> Iterator[int]:
    """Those who claim what was told before, and say no more of it: "The Front claimed responsibility"."""
    if sentence.vocabulary.isdisjoint(_OWNERSHIP):
        return
    for owned, word in enumerate(sentence.words):
        verb = sentence.heads[owned]
        if word not in _OWNERSHIP or verb < 0 or sentence.words[verb] not in _OWNED:
            continue
        if sentence.deprels[owned] not in {"obj", "nsubj:pass"}:
            continue
        cases = {
            preposition(sentence, at)
            for above in (verb, owned)
            for at in sentence.dependants(above, "obl", "nmod")
        }
        found = _of_verb(sentence, verb)
        if "for" not in cases and "of" not in cases and not _is_denied(sentence, verb, found):
            yield from found


def is_unclaimed(sentence: Sentence, attack: int) -> bool:
    """Whether nobody says of the attack that it was theirs: that it happened is told all the same."""
    verb = _claiming(sentence, attack)
    return verb is not None and _is_denied(sentence, verb, _of_verb(sentence, verb))


def _of_clause(sentence: Sentence, clause: int) -> Iterator[int]:
    """Of a clause on the attack: "claimed by the Front", "which the Front claimed"."""
    agents = _agents(sentence, clause)
    whole = sentence.deprels[clause] == "acl:relcl"
    subjects = sentence.dependants(clause, "nsubj") if whole and not agents else []
    yield from agents or (child for child in subjects if sentence.upos[child] != "PRON")


def _claiming(sentence: Sentence, attack: int) -> int | None:
    """The verb by which the attack, or the responsibility for it, is claimed."""
    above, relation = sentence.heads[attack], sentence.deprels[attack]
    if above < 0:
        return None
    if relation == "ccomp" and sentence.upos[attack] == "VERB":
        return None  # "the governor claims that shelling killed twenty"
    if sentence.words[above] in _CLAIMED and relation in {"obj", "ccomp", "nsubj:pass"}:
        return above
    if preposition(sentence, attack) != "for":
        return None
    if sentence.words[above] in _OWNERSHIP:
        verb = sentence.heads[above]
        return verb if verb >= 0 and sentence.words[verb] in _OWNED else None
    objects = {sentence.words[child] for child in sentence.dependants(above, "obj", "nsubj:pass")}
    return above if sentence.words[above] in _OWNED and not _OWNERSHIP.isdisjoint(objects) else None


def _of_verb(sentence: Sentence, verb: int) -> list[int]:
    if any(sentence.deprels[child] == "nsubj:pass" for child in sentence.children[verb]):
        return _agents(sentence, verb)
    return [child for child in sentence.dependants(verb, "nsubj") if sentence.deprels[child] == "nsubj"]


def _is_denied(sentence: Sentence, verb: int, found: list[int]) -> bool:
    owned = [child for child in sentence.dependants(verb, "obj") if sentence.words[child] in _OWNERSHIP]
    beside = {sentence.words[below] for head in (verb, *found, *owned) for below in sentence.children[head]}
    return not _NOBODY.isdisjoint(beside | {sentence.words[head] for head in found})


def _behind(sentence: Sentence, attack: int) -> Iterator[int]:
    """The subject of "was behind the attack", or who says so where it is "it" or "they"."""
    subjects = sentence.dependants(attack, "nsubj")
    beside = {sentence.words[child] for child in sentence.children[attack]}
    if len(subjects) != 1 or not _NOBODY.isdisjoint(beside | {sentence.words[subjects[0]]}):
        return
    if sentence.upos[subjects[0]] != "PRON":
        yield subjects[0]
    elif sentence.deprels[attack] == "ccomp":
        yield from sentence.dependants(sentence.heads[attack], "nsubj")


def _involved(sentence: Sentence, verb: int) -> Iterator[int]:
    """Who is said to be involved: "the soldiers involved in", "who were involved in"."""
    if not _NOBODY.isdisjoint(sentence.words[child] for child in sentence.children[verb]):
        return
    if sentence.deprels[verb].startswith(("acl", "amod")):
        yield sentence.heads[verb]
    else:
        subjects = sentence.dependants(verb, "nsubj", "nsubj:pass")
        yield from (child for child in subjects if sentence.upos[child] != "PRON")


def _taking_part(sentence: Sentence, above: int) -> Iterator[int]:
    """The subject of "took part in", by the noun or the verb that the attack hangs on."""
    if sentence.words[above] in _PARTICIPATING:
        yield from _subjects_of_part(sentence, above)
        return
    if sentence.words[above] == "part" and sentence.deprels[above] == "obj":
        above = sentence.heads[above]
        if sentence.words[above] not in _TAKING:
            return
    elif sentence.words[above] not in _TAKING or not any(
        sentence.words[child] == "part" for child in sentence.dependants(above, "obj")
    ):
        return
    yield from _subjects_of_part(sentence, above)


def _proven(sentence: Sentence, part: int) -> Iterator[int]:
    """Whose part in a deed somebody confirms; what is denied, possible or looked into is none."""
    verb = sentence.heads[part]
    if verb < 0 or sentence.words[verb] not in _CONFIRMING or sentence.deprels[part] != "obj":
        return
    if sentence.dependants(part, "amod") or not _NOBODY.isdisjoint(
        sentence.words[child] for child in (*sentence.children[verb], *sentence.children[part])
    ):
        return
    yield from (child for child in sentence.dependants(part, "nmod") if preposition(sentence, child) == "of")


def _subjects_of_part(sentence: Sentence, verb: int) -> Iterator[int]:
    above = sentence.heads[verb]
    if above >= 0 and sentence.words[above] in _CONFESSING and not sentence.dependants(verb, "nsubj"):
        verb = above  # "confessed to taking part in"
    for child in sentence.dependants(verb, "nsubj"):
        if sentence.upos[child] == "NUM":
            yield from sentence.dependants(child, "nmod")  # "eleven of its men"
        elif sentence.upos[child] != "PRON":
            yield child
        elif sentence.deprels[verb].startswith("acl") and sentence.words[child] in {"who", "which", "that"}:
            yield sentence.heads[verb]


def _agents(sentence: Sentence, verb: int) -> list[int]:
    return [child for child in sentence.dependants(verb, "obl") if preposition(sentence, child) == "by"]
