"""Words that stand for men of a force without naming them: pronouns, numbers, "the rest", "Spaniards".

A predicate that means something only of troops ("the last battalion went home") means the same of those who stand for
them ("None will come home", "the first 2,500 landed"), where the text has just spoken of a force.
"""

from __future__ import annotations

from collections.abc import Mapping

from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Page
from harmattan.reference.countries import countries
from harmattan.reference.inflection import verb_forms
from harmattan.reference.lexicon import Lexicon

FORCES = "@forces"
"""The mark of names that are known to be forces; here of whoever stands for men of one."""
_REST = frozenset("rest others remainder last first half third most majority none nobody vanguard".split())
_MOVING = frozenset(
    form
    for lemma in (
        "send deploy dispatch withdraw recall fly station bring muster draft post mass move land commit pull take keep "
        "leave put"
    ).split()
    for form in verb_forms(lemma)
)
_RELATIVE = frozenset(["who", "whom", "which", "that"])
_RANKS = frozenset(
    "general colonel commander captain lieutenant sergeant commanders generals garrison".split()
)
_MEN = frozenset(["troops", "forces"])
_OWN_MEN = frozenset(["men", "women", "officers", "comrades", "people", "companies"])
"""Who are men of a force where somebody has them."""
_PLURALS = ("s", "men")
_ARMED = frozenset("group militia army movement rebels militants insurgents jihadists faction".split())
_SEVERAL = frozenset(["we", "us", "they", "them"])
"""Pronouns of several, whom the text does not name."""
_MAY_STAND_IN = _REST | _OWN_MEN | _SEVERAL | {"men", "more"}
_PEOPLES = frozenset(
    "frenchmen englishmen dutchmen irishmen britons poles danes swedes finns turks spaniards serbs croats".split()
)
_CIVIL = frozenset(
    """refugees refugee displaced civilians civilian migrants families villagers residents students tourists nationals
    evacuees""".split()
)


def stand_ins(page: Page, number: int, lexicon: Lexicon) -> Mapping[int, frozenset[str]]:
    """What the words of a sentence count for besides themselves, by token: the men of a force that they stand for."""
    sentence = page.lines[number].sentence
    found: dict[int, frozenset[str]] = {}
    armed: bool | None = None
    for index, upos in enumerate(sentence.upos):
        if upos == "PRON" and not sentence.words[index].endswith(("self", "selves")):
            words = _antecedent(page, sentence, index)
            if words:
                found[index] = words
                continue
        word = sentence.words[index]
        if upos not in {"PRON", "NUM"} and word not in _MAY_STAND_IN and not word.endswith(_PLURALS):
            continue
        own = word in _OWN_MEN and bool(sentence.dependants(index, "nmod:poss", "nummod"))
        if own and word == "people" and not sentence.dependants(index, "nmod:poss"):
            own = _acts(sentence, index) and sentence.deprels[index] == "obj"  # "sent 400 people"
        ours = word in _SEVERAL and upos == "PRON"
        more = word == "more" and bool(sentence.dependants(index, "nummod"))
        if word == "men" and (_is_sent(sentence, index) or _are_a_group_s(page, sentence, index)):
            found[index] = frozenset([FORCES])
            continue
        if not (own or ours or more or upos == "NUM" or word in _REST or _is_people(sentence, index)):
            continue
        if _counts_else(sentence, index, lexicon) or (upos == "NUM" and not _acts(sentence, index)):
            continue
        if armed is None:
            armed = _is_armed(page, number, lexicon)
        if armed:
            found[index] = frozenset([FORCES])
    return found


def _is_sent(sentence: Sentence, men: int) -> bool:
    """Whether somebody sends or takes home men of its own: "has yet to pull its men out of Mali", "Moscow's men"."""
    above = sentence.heads[men]
    owners = sentence.dependants(men, "nmod:poss")
    if any(owner in sentence.name_at and sentence.name_at[owner].label != "PER" for owner in owners):
        return True
    its = any(sentence.words[owner] in {"its", "our"} for owner in owners)
    return its and above >= 0 and sentence.deprels[men] == "obj" and sentence.words[above] in _MOVING


def _are_a_group_s(page: Page, sentence: Sentence, men: int) -> bool:
    """Whether men are those of an armed group or of a body with a name: "the group said its men had taken Gao"."""
    owners = (
        page.entities.antecedents.get((sentence.index, at)) for at in sentence.dependants(men, "nmod:poss")
    )
    for number, head in filter(None, owners):
        earlier = page.entities.sentences[number]
        name = earlier.name_at.get(head)
        if earlier.words[head] in _ARMED or (name is not None and name.label == "ORG"):
            return True
    return False


def _acts(sentence: Sentence, index: int) -> bool:
    """Whether a number does something, or is sent: "another 3,000 are due to go", "sent 78"."""
    relation = sentence.deprels[index]
    above = sentence.words[sentence.heads[index]] if sentence.heads[index] >= 0 else ""
    return relation.startswith("nsubj") or (relation == "obj" and above in _MOVING)


def _antecedent(page: Page, sentence: Sentence, index: int) -> frozenset[str]:
    """The words of whom a pronoun means."""
    source = page.entities.antecedents.get((sentence.index, index)) or _relative(sentence, index)
    if source is None:
        return frozenset()
    earlier, head = page.entities.sentences[source[0]], source[1]
    words = {earlier.words[head]}
    name = earlier.name_at.get(head)
    if name is not None and name.label == "ORG":
        words.add(FORCES)
    return frozenset(words)


def _relative(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Whom a relative pronoun stands for: "the girls who were taken"."""
    clause = sentence.heads[index]
    if sentence.words[index] not in _RELATIVE or clause < 0 or sentence.deprels[clause] != "acl:relcl":
        return None
    return sentence.index, sentence.heads[clause]


def _is_people(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    if not word.endswith(_PLURALS) or not sentence.tokens[index].text[:1].isupper():
        return False
    if sentence.deprels[index] in {"amod", "compound"}:
        return False
    return word in _PEOPLES or countries().by_demonym(word[:-1]) is not None


def _counts_else(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether what is counted is named and is no force: "the rest of the money"."""
    for child in sentence.dependants(index, "nmod", "nmod:of"):
        if sentence.upos[child] == "PRON":
            continue
        if not _MEN & lexicon.noun_class(sentence.words[child]):
            return True
    return False


def _is_armed(page: Page, number: int, lexicon: Lexicon) -> bool:
    """Whether this sentence or the one before speaks of men of a force, and not of people who fled."""
    sentences = [page.lines[at].sentence for at in (number, number - 1) if at >= 0]
    if any(not _CIVIL.isdisjoint(sentence.vocabulary) for sentence in sentences):
        return False
    return any(
        word in _RANKS or "troops" in lexicon.noun_class(word)
        for sentence in sentences
        for word in sentence.vocabulary
    )
