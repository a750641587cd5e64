"""Whose the weapons are that a sentence tells of: "Russian jets", "coalition air strikes", "the army's drones"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from harmattan.model.readings import Mention
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Page
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.lexicon import Lexicon

_OWNING_CLASSES = frozenset(["forces", "state", "power"])
FIRE = frozenset("fire gunfire shellfire shots bullets shells rockets strike strikes".split())
"""What comes "from" those who shoot, and is theirs whom the words before it name."""
_WIELDED = frozenset("operated flown piloted owned used controlled driven manned worn deployed".split())
"""Participles by which a weapon is told to be somebody's."""
_ENEMIES = frozenset(
    "enemy aggressor aggressors occupier occupiers invader invaders coalition regime junta".split()
)
"""Who communiqués have for those who own the weapons."""
_NOBODY = frozenset(
    """african european asian western eastern northern southern arab islamic islamist muslim christian sunni shia
    shiite heavy medium light improvised""".split()
)


def wielders(page: Page, sentence: Sentence, weapons: Iterable[int], lexicon: Lexicon) -> Iterator[Mention]:
    """The owners that stand before weapons, given by their head tokens; a town before them is where they are."""
    for weapon in weapons:
        for child in sentence.dependants(weapon, "compound", "amod", "nmod:poss"):
            if child < weapon and _owns(sentence, child, lexicon):
                yield from page.entities.one(sentence, child)
        word = sentence.words[weapon]
        for clause in sentence.dependants(weapon, "acl"):
            # "a drone operated by the army"
            if sentence.words[clause] in _WIELDED:
                for agent in sentence.dependants(clause, "obl:agent", "obl"):
                    if preposition(sentence, agent) == "by":
                        yield from page.entities.one(sentence, agent)
        for child in sentence.dependants(weapon, "nmod") if lexicon.weapon(word) or word in FIRE else ():
            # "a drone of the Nigerian army", "artillery fire by the army"
            case = preposition(sentence, child)
            whose = case == "of" or (word in FIRE and case in {"by", "from"})
            if whose and _is_force(sentence, child, lexicon):
                yield from page.entities.one(sentence, child)


def _is_force(sentence: Sentence, child: int, lexicon: Lexicon) -> bool:
    name = sentence.name_at.get(child)
    if name is not None:
        return name.label == "ORG"
    return bool(lexicon.noun_class(sentence.words[child]) & _OWNING_CLASSES)


def _owns(sentence: Sentence, child: int, lexicon: Lexicon) -> bool:
    name = sentence.name_at.get(child)
    word, text = sentence.words[child], sentence.tokens[child].text
    possessive = sentence.deprels[child] == "nmod:poss"
    if name is not None:
        short = text.isupper() and len(text) <= 4
        return name.label == "ORG" or (name.label != "PER" and (possessive or short))
    if sentence.upos[child] == "ADJ":
        return text[:1].isupper() and word not in _NOBODY
    if word == "fighter":
        return False  # "fighter jets"
    return sentence.upos[child] == "NOUN" and (
        word in _ENEMIES or bool(lexicon.noun_class(word) & _OWNING_CLASSES)
    )
