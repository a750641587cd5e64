"""Whether a word can stand for somebody: for who acts, for who is acted upon, or for a place with people in it."""

from __future__ import annotations

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.phrases import appositions, preposition
from harmattan.reference.countries import countries
from harmattan.reference.inflection import verb_forms
from harmattan.reference.lexicon import Lexicon

PARTIES = frozenset("forces troops people agent body leader state membership".split())
"""Classes of nouns of those who can do violence themselves."""
_AGENT_CLASSES = frozenset(
    "agent body state troops forces people leader captive membership diplomat power media".split()
)
_REMAINDER = frozenset(
    """others lives dead wounded injured rest dozens hundreds thousands scores victims majority most several many
    some few both body bodies corpse corpses""".split()
)
_CROWDS = frozenset("thousands hundreds dozens scores tens millions".split())
_SETTLED = frozenset(
    """village villages town towns city cities community communities district districts region regions province
    provinces country countries camp camps neighbour neighbours neighbor neighbors area areas""".split()
)
_AGENT_ENDINGS = tuple(
    "er ers or ors ist ists man men woman women ant ants ian ians ee ees chief chiefs ent ents ese ish".split()
)
# Words with the ending of an agent that are none.
_THINGS = frozenset(
    """border borders order orders water waters power powers number numbers paper papers letter letters matter
    matters corner quarter chapter summer winter river rivers shower shelter shelters center centers finger
    computer counter answer offer offers transfer register cover anger hunger fever cancer disaster disasters
    decree decrees degree fee fees guarantee guarantees coffee error errors terror mirror factor factors sector
    sectors tractor corridor corridors floor door doors color motor moment moments event events percent extent
    talent content grant grants restaurant plant plants list lists weather shoulder container trailer poster
    banner helicopter tanker tankers rubber silver timber lumber dinner supper liquor humor honor labor harbor
    rumor vapor armor favor behavior vigor metre meter litre liter theater theatre incident incidents accident
    accidents continent continents present intent rent tent tents event accent element current""".split()
)


_OF_A_BOMBER = frozenset(
    form
    for lemma in "kill blow wound injure strike attack target detonate walk enter approach ram die explode".split()
    for form in verb_forms(lemma)
)
"""What a man with a bomb does, and of a single aircraft is hardly told without more words."""

_GROUNDS = frozenset(["charge", "charges"])
"""What is a weapon, but for those that somebody is arrested on."""


def fitting(sentence: Sentence, head: int, role: str, lexicon: Lexicon) -> str:
    """The field for what stands as an actor or recipient: a weapon is a weapon, an abstraction nobody."""
    if head in sentence.name_at or sentence.upos[head] in {"PRON", "PROPN"}:
        return role
    word = sentence.words[head]
    bare = word == "force" and not sentence.dependants(head, "det", "amod", "compound", "nmod:poss")
    if bare and preposition(sentence, head) in {"by", "with", "through"}:
        return ""  # "to open a corridor by force"
    if word == "bomber" and (sentence.words[max(0, head - 1)] == "suicide" or _is_man(sentence, head)):
        return role
    if role in {"actor", "recipient"} and _is_named(sentence, head):
        return role
    object_ = sentence.deprels[head] in {"obj", "nsubj:pass"}
    # "a raid on the mine", "two helicopters drew fire"
    struck = role == "target" and (
        preposition(sentence, head) in {"on", "against", "at", "outside", "near"}
        or sentence.deprels[head] == "nsubj"
    )
    doing = role == "actor" and "forces" in lexicon.noun_class(word)  # "snipers"
    if word in _GROUNDS and preposition(sentence, head) in {"on", "under"}:
        return ""  # "arrested on charges of murder"
    if lexicon.weapon(word) and not (object_ or struck or doing):
        return "weapon"
    if role == "target":
        return "" if "abstract" in lexicon.noun_class(word) else role
    if role == "victim" and (word in _REMAINDER or sentence.upos[head] == "NUM"):
        return role
    if "abstract" in lexicon.noun_class(word):
        return ""
    fits = can_receive if role == "recipient" else can_act
    return role if fits(sentence, head, lexicon) else ""


def _is_man(sentence: Sentence, bomber: int) -> bool:
    """Whether "a bomber" is a man and no aircraft: nothing says whose it is, and it does what such a man does."""
    verb = sentence.heads[bomber]
    if verb < 0 or sentence.deprels[bomber] != "nsubj" or sentence.words[verb] not in _OF_A_BOMBER:
        return False
    return not sentence.dependants(bomber, "amod", "compound", "nmod:poss")


def _is_named(sentence: Sentence, head: int) -> bool:
    """Whether a phrase is called by the name of somebody: "its branch al-Mourabitoun"."""
    names = (sentence.name_at.get(beside) for beside in appositions(sentence, head))
    return any(name is not None and name.label in {"ORG", "PER"} for name in names)


def can_act(sentence: Sentence, head: int, lexicon: Lexicon) -> bool:
    """Whether a common noun can be a party: people, forces, bodies; of "hundreds of men" the men are asked."""
    word = sentence.words[head]
    if word in _CROWDS:
        of = next((c for c in sentence.dependants(head, "nmod") if preposition(sentence, c) == "of"), None)
        named = of is not None and (of in sentence.name_at or sentence.upos[of] == "PROPN")
        return of is None or named or can_act(sentence, of, lexicon)
    if word in _THINGS:
        return False
    if word in {"head", "heads"} and any(
        preposition(sentence, c) == "of" for c in sentence.dependants(head, "nmod")
    ):
        return True  # "heads of state"
    if word in {"head", "heads"} and sentence.dependants(head, "compound"):
        return True  # "the village head"
    if lexicon.noun_class(word) & _AGENT_CLASSES:
        return True
    if sentence.upos[head] not in {"NOUN", "ADJ"} or lexicon.entries(word, "NOUN"):
        return False
    if word.endswith(("ment", "ments")):
        return False
    return word.endswith(_AGENT_ENDINGS) or word in {"police", "people", "military", "youth", "clergy"}


def of_a_nation(sentence: Sentence, head: int) -> bool:
    """Whether a phrase says whose a thing is: "Russian jets", "Turkey's frigates"."""
    return any(
        is_demonym(sentence, child) or child in sentence.name_at
        for child in sentence.dependants(head, "amod", "compound", "nmod:poss")
    )


def can_receive(sentence: Sentence, head: int, lexicon: Lexicon) -> bool:
    """Whether a word can stand for whom something is done to or for: a party, or a place with people in it."""
    if head in sentence.name_at or sentence.upos[head] == "PROPN":
        return True
    return sentence.words[head] in _SETTLED or can_act(sentence, head, lexicon)


def is_demonym(sentence: Sentence, index: int) -> bool:
    """Whether a word before a noun says of which people: "Tuareg" in "a Tuareg offensive"."""
    text = sentence.tokens[index].text
    opens = index == 0 or (index == 1 and sentence.upos[0] == "PUNCT")
    if opens and sentence.upos[index] == "ADJ" and countries().by_demonym(text) is None:
        return False  # "Heavy fighting"
    return text[:1].isupper() and (
        sentence.upos[index] == "ADJ"
        or (sentence.upos[index] == "PROPN" and sentence.deprels[index] == "amod")
    )
