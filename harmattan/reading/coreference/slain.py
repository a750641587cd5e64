"""Who was told to have been killed, and so does not do what a pronoun's clause tells afterwards.

"After Musa was killed, he fled" tells of somebody else's flight; so does "Gunmen killed ten traders when they stormed
the market" of the gunmen's deed, and "shot dead the chief. He said the men had come at dawn" of a witness's words.
"""

from __future__ import annotations

from collections.abc import Sequence

from harmattan.reading.coreference.antecedents import Entity
from harmattan.reading.coreference.noun_kinds import Kind
from harmattan.reading.coreference.referring import PRONOUNS, Expression, Form, Part
from harmattan.reading.marks import Sentence
from harmattan.reference.inflection import forms_of_all
from harmattan.reference.lexicon import Lexicon

_KILLING = forms_of_all("kill murder assassinate execute behead slaughter massacre lynch hang slay")
_SHOOTING = forms_of_all("shoot gun hack stab beat burn")
_DYING = forms_of_all("die succumb perish")
_TO_DEATH = frozenset(["dead", "down", "death"])
_HEARD = 2
"""How many sentences on somebody still speaks."""
_SAYING = forms_of_all("say tell add lament recall recount narrate explain note continue")
_BLAMING = forms_of_all("accuse blame condemn deny")
_WHEN = frozenset(["when", "as", "after", "while"])
_EARLIER = frozenset(["had"])


def cannot_act(
    sentences: tuple[Sentence, ...], expression: Expression, entity: Entity, lexicon: Lexicon
) -> bool:
    """Whether a pronoun is the subject of what an entity, killed before, can't have done."""
    if expression.part is not Part.SUBJECT or expression.form is not Form.PRONOUN or expression.clause < 0:
        return False
    sentence, verb = sentences[expression.sentence], expression.clause
    if sentence.upos[verb] != "VERB" or sentence.dependants(verb, "nsubj:pass", "aux:pass", "cop"):
        return False
    if any(sentence.words[aux] in _EARLIER for aux in sentence.dependants(verb, "aux")):
        return False
    return any(
        _is_dead(sentences, sentence, expression, mention, lexicon) for mention in entity.mentions[-6:]
    )


def does_again(
    sentence: Sentence, expression: Expression, entities: Sequence[Entity], lexicon: Lexicon
) -> Entity | None:
    """Who does the deed by which people were killed, where both are told of one: "Gunmen killed ten traders when they
    stormed the market".
    """
    verb = expression.clause
    if expression.part is not Part.SUBJECT or expression.word != "they" or verb < 0:
        return None
    above = sentence.heads[verb]
    if above < 0 or sentence.deprels[verb] != "advcl" or not _is_force(sentence, verb, lexicon):
        return None
    opened = {sentence.words[child] for child in sentence.dependants(verb, "mark", "advmod")}
    if opened.isdisjoint(_WHEN) or sentence.dependants(above, "aux:pass", "nsubj:pass"):
        return None
    doers = [child for child in sentence.dependants(above, "nsubj") if child < above]
    if not doers or not _is_force(sentence, above, lexicon):
        return None
    for entity in entities:
        if any(m.sentence == expression.sentence and m.head == doers[0] for m in entity.mentions[-4:]):
            return entity
    return None


def speaks_on(
    sentences: Sequence[Sentence], expression: Expression, entities: Sequence[Entity], lexicon: Lexicon
) -> Entity | None:
    """Who said something shortly before, where "he" or "she" says more: "a resident told ... He said"."""
    if expression.part is not Part.SUBJECT or expression.word not in {"he", "she"} or expression.quoted:
        return None
    if not _says(sentences[expression.sentence], expression.clause, lexicon):
        return None
    if any(
        entity.last.sentence == expression.sentence and entity.last.word in PRONOUNS for entity in entities
    ):
        return None  # "He would not yield, he said": both are one
    for entity in entities:
        last = next((m for m in reversed(entity.mentions) if not m.quoted), entity.last)
        near = expression.sentence - _HEARD <= last.sentence < expression.sentence
        single = entity.kind is Kind.PERSON and last.plural is not True
        if (
            near
            and single
            and last.part is Part.SUBJECT
            and _says(sentences[last.sentence], last.clause, lexicon)
        ):
            return entity
    return None


def _says(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    if verb < 0 or sentence.upos[verb] != "VERB" or sentence.dependants(verb, "aux:pass"):
        return False
    return sentence.words[verb] in _SAYING or (
        lexicon.reporting(sentence.words[verb], "VERB") is not None and sentence.words[verb] not in _BLAMING
    )


def _is_force(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    if sentence.upos[verb] != "VERB" or sentence.dependants(verb, "aux:pass", "nsubj:pass"):
        return False
    return any(entry.type == "ASSAULT" for entry in lexicon.entries(sentence.words[verb], "VERB"))


def _is_dead(
    sentences: tuple[Sentence, ...],
    sentence: Sentence,
    expression: Expression,
    mention: Expression,
    lexicon: Lexicon,
) -> bool:
    own, verb = sentences[mention.sentence], expression.clause
    if mention.sentence == expression.sentence:
        killing = _killed_by(own, mention.head)
        if killing is None or killing == verb:
            return False
        opened = {own.words[child] for child in own.dependants(killing, "mark", "advmod", "case")}
        if "after" in opened and verb not in own.subtree(killing):
            return True
        return _is_force(sentence, verb, lexicon) and killing in set(sentence.ancestors(verb))
    told = lexicon.reporting(sentence.words[verb], sentence.upos[verb]) is not None
    force = not told and _is_force(sentence, verb, lexicon)  # nor do the dead of yesterday attack
    killing = _killed_by(own, mention.head) if told or force else None
    return killing is not None


def _killed_by(sentence: Sentence, head: int) -> int | None:
    """The verb that tells of the death of those in whose phrase a noun stands."""
    for index in (head, *sentence.ancestors(head)):
        verb, part = sentence.heads[index], sentence.deprels[index]
        if verb < 0:
            return None
        if sentence.upos[verb] == "VERB":
            word = sentence.words[verb]
            beside = {
                sentence.words[child]
                for child in sentence.dependants(verb, "xcomp", "obl", "advmod", "compound:prt")
            }
            struck = part in {"obj", "nsubj:pass"}
            passive = part == "nsubj" and bool(sentence.dependants(verb, "aux:pass"))
            beside.update(sentence.words[verb + 1 : verb + 2])
            killed = word in _KILLING or (word in _SHOOTING and not _TO_DEATH.isdisjoint(beside))
            if ((struck or passive) and killed) or (part.startswith("nsubj") and word in _DYING):
                return verb
            return None
        if part not in {"appos", "conj", "flat", "nmod", "compound"}:
            return None
    return None
