"""Who is part of what, where no single word says so: lists of members, where people come from, their posts."""

from __future__ import annotations

from collections.abc import Iterator

from harmattan.model.readings import Mention, Place, RelationKind, Statement
from harmattan.reading.pages import Line, Page
from harmattan.reading.relations.arguments import relation_arguments
from harmattan.reading.relations.parties import Parties
from harmattan.reading.relations.ties import Tie, status_of
from harmattan.reading.trees.phrases import members, preposition
from harmattan.reference.lexicon import Lexicon

_POSTS = ("er", "or", "ist", "man", "woman", "ant", "ian", "fellow", "scholar", "chief")
"""How nouns of posts end."""


_UNITS = frozenset(
    """squad platoon company battery squadron battalion regiment brigade division corps group wing army fleet flotilla
    command""".split()
)

_PARTS = _UNITS | {"unit", "clan", "tribe", "faction", "branch", "cell", "katiba", "bureau", "committee"}
"""Nouns of what is a part of the organisation behind its "of", where it has a name or number of its own."""


def find_memberships(page: Page, line: Line, lexicon: Lexicon) -> Iterator[Statement]:
    """All memberships of a sentence that its structure tells."""
    yield from _included(page, line, lexicon)
    yield from _origins(page, line, lexicon)
    yield from _posts(page, line, lexicon)
    yield from _nested(page, line)
    yield from _parts(page, line, lexicon)


def _included(page: Page, line: Line, lexicon: Lexicon) -> Iterator[Statement]:
    """Those that a group is said to include are part of it: "armed groups including A and B"."""
    sentence = line.sentence
    parties = Parties(page, line, lexicon)
    for index, upos in enumerate(sentence.upos):
        if upos not in {"NOUN", "PROPN"}:
            continue
        states = parties.has_states(index)
        inside = [
            part
            for part in members(sentence, index)
            if part in sentence.name_at and (states or not parties.is_place(part))
        ]
        whole = parties.whole(index) if inside else None
        if whole is None:
            continue
        pairs: list[tuple[Mention, Mention | Place]] = [
            (part, whole) for part in parties.of(inside) if not part.span.overlaps(whole.span)
        ]
        yield from Tie(RelationKind.PART_OF, status=status_of(sentence, index)).statements(
            page, sentence, pairs
        )


def _origins(page: Page, line: Line, lexicon: Lexicon) -> Iterator[Statement]:
    """People and forces from an organisation are part of it: "marines from the Third Battalion"."""
    sentence = line.sentence
    parties = Parties(page, line, lexicon)
    for index in range(len(sentence)):
        above = sentence.heads[index]
        if above < 0 or sentence.deprels[index] != "nmod" or not parties.is_organisation(index):
            continue
        case = preposition(sentence, index)
        if case not in {"from", "within"} or not parties.are_people(above):
            continue
        if case == "from" and parties.is_place(above):
            continue
        pairs: list[tuple[Mention, Mention | Place]] = [
            (part, whole) for part in parties.before(above) for whole in page.entities.one(sentence, index)
        ]
        yield from Tie(RelationKind.PART_OF, status=status_of(sentence, above)).statements(
            page, sentence, pairs
        )


def _posts(page: Page, line: Line, lexicon: Lexicon) -> Iterator[Statement]:
    """Who has a post with an organisation is part of it: "Idder, a lecturer at the University of Gao"."""
    sentence = line.sentence
    parties = Parties(page, line, lexicon)
    for index, word in enumerate(sentence.words):
        if sentence.upos[index] != "NOUN" or not word.endswith(_POSTS) or lexicon.relations(word, "NOUN"):
            continue
        wholes = [
            child
            for child in sentence.dependants(index, "nmod")
            if preposition(sentence, child) in {"of", "at", "for", "with", "from"}
            and parties.is_organisation(child)
        ]
        holders = relation_arguments(sentence, index).get("holder") if wholes else []
        pairs: list[tuple[Mention, Mention | Place]] = [
            (holder, whole)
            for holder in parties.alone(holders)
            for head in wholes
            for whole in page.entities.one(sentence, head)
            if not holder.span.overlaps(whole.span)
        ]
        yield from Tie(RelationKind.PART_OF, status=status_of(sentence, index)).statements(
            page, sentence, pairs
        )


def _nested(page: Page, line: Line) -> Iterator[Statement]:
    """A unit before a comma is part of the larger one behind: "2nd Battalion, 5th Regiment"."""
    sentence = line.sentence
    for index, word in enumerate(sentence.words):
        if word not in _UNITS or sentence.words[index + 1 : index + 2] != (",",):
            continue
        larger = next(
            (
                child
                for child in sentence.dependants(index, "appos", "conj", "nmod", "list")
                if child > index + 1
                and sentence.words[child] in _UNITS
                and sentence.words[child] != word
                and not sentence.dependants(child, "cc")
                and all(sentence.words[between] not in {",", "and"} for between in range(index + 2, child))
            ),
            None,
        )
        if larger is None or not all(sentence.tokens[i].text[:1].isupper() for i in (index, larger)):
            continue
        pairs: list[tuple[Mention, Mention | Place]] = [
            (part, whole)
            for part in page.entities.one(sentence, index)
            for whole in page.entities.one(sentence, larger)
            if not part.span.overlaps(whole.span) and part.name != whole.name
        ]
        yield from Tie(RelationKind.PART_OF).statements(page, sentence, pairs)


def _parts(page: Page, line: Line, lexicon: Lexicon) -> Iterator[Statement]:
    """A named part of an organisation: "the 3rd Battalion of the Northern Front"."""
    sentence = line.sentence
    parties = Parties(page, line, lexicon)
    for index, word in enumerate(sentence.words):
        if word not in _PARTS or not sentence.children[index]:
            continue
        for child in sentence.dependants(index, "nmod"):
            if preposition(sentence, child) != "of" or not parties.is_organisation(child):
                continue
            pairs: list[tuple[Mention, Mention | Place]] = [
                (part, whole)
                for part in parties.before(index)
                for whole in page.entities.one(sentence, child)
                if not part.span.overlaps(whole.span) and _is_particular(part)
            ]
            tie = Tie(RelationKind.PART_OF, status=status_of(sentence, index))
            yield from tie.statements(page, sentence, pairs)


def _is_particular(part: Mention) -> bool:
    """Whether a mention has a name or a number besides its noun."""
    words = part.span.quote.split()
    return any(word[0].isupper() or word[0].isdigit() for word in words[:-1])
