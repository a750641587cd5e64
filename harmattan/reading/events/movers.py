"""Who comes or goes where the words only stand for men of a force: "the rest left", "whom they flew out"."""

from __future__ import annotations

from harmattan.model.readings import Mention
from harmattan.reading.events.arguments import Arguments
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Page
from harmattan.reading.strengths.words import COLLECTIVES, UNITS, armed_names, is_military
from harmattan.reference.countries import countries
from harmattan.reference.inflection import forms_of_all
from harmattan.reference.lexicon import Lexicon

SHARES = frozenset(
    """rest others remainder last first half third most majority none nobody all some both more many bulk few hundreds
    dozens scores thousands""".split()
)
"""Words of a share or a number that says of nothing what it is a share of."""
_STANDING_FOR = SHARES | frozenset("they them it who whom which these those".split())


_STANDING = forms_of_all("station base post encamp camp garrison house")
"""Verbs that only tell where men are, which is a strength and no move."""


def movers(page: Page, number: int, index: int, found: Arguments, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The men of a force last spoken of before, where a pronoun or a share stands for who moves; else nobody."""
    sentence = page.lines[number].sentence
    if sentence.words[index] in _STANDING:
        return ()
    active = [child for child in sentence.dependants(index, "nsubj") if sentence.deprels[child] == "nsubj"]
    moved = sentence.dependants(index, "obj", "nsubj:pass")
    head = next(iter([*moved, *active, *found.get("ARG1"), *found.get("ARG0")]), None)
    if head is None or not _stands_for_men(sentence, head) or not speaks_of_force(page, number, lexicon):
        return ()
    known = _men_before(page, number, min(head, index))
    if known is None:
        return ()
    span = page.entities.span(sentence, head, head + 1)
    return (Mention(span, known.name, antecedent=known.antecedent or known.span),)


def speaks_of_force(page: Page, number: int, lexicon: Lexicon) -> bool:
    """Whether a sentence or one beside it speaks of a force."""
    lines = page.lines[max(0, number - 1) : number + 2]
    return any(is_military(line.sentence.words, lexicon) for line in lines)


def _stands_for_men(sentence: Sentence, head: int) -> bool:
    """Whether a word stands for men that another names: a pronoun, a share, a number that counts nothing."""
    if head in sentence.name_at:
        return False
    return sentence.upos[head] == "NUM" or sentence.words[head] in _STANDING_FOR


def _men_before(page: Page, number: int, index: int) -> Mention | None:
    """The men of a force nearest before a word, in its sentence or in the one before."""
    here, earlier = (
        page.lines[number].sentence,
        [line.sentence for line in page.lines[max(0, number - 1) : number]],
    )
    for sentence, stop in ((here, index), *((sentence, len(sentence)) for sentence in earlier)):
        for word in range(stop - 1, -1, -1):
            mentions = page.entities.mentions(sentence, word) if _is_of_men(sentence, word) else ()
            if mentions:
                return mentions[0]
    return None


def _is_of_men(sentence: Sentence, index: int) -> bool:
    """Whether a word heads a phrase of men under arms, or is a people's: "Poles"."""
    if sentence.upos[index] not in {"NOUN", "PROPN"} or sentence.deprels[index] in {"amod", "compound"}:
        return False
    word, text = sentence.words[index], sentence.tokens[index].text
    if word in UNITS or word in COLLECTIVES or word in armed_names():
        return True
    people = text[:1].isupper() and text.endswith("s") and text.istitle()
    return people and countries().by_demonym(text[:-1]) is not None
