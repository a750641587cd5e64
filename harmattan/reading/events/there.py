"""Places that are only pointed at: "there", "in the same village", of a place that was named before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from harmattan.model.readings import Place
from harmattan.reading.events.joining import Found
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Line, Page
from harmattan.reading.places.named import PlaceMark
from harmattan.reading.trees.headings import heading_stop
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.countries import countries
from harmattan.reference.names import key

_SITES = frozenset(
    """town village city district area camp region province municipality commune locality settlement hamlet island
    neighbourhood neighborhood suburb territory county""".split()
)
_POINTING = frozenset(["the", "that", "this"])
_IN = frozenset(["in", "at", "near", "on", "outside", "inside", "around", "of"])
_REMEMBERED = 3
"""Sentences back to which a place is pointed at."""
_WORDS_OF_A_TOWN = 4
_BEHIND_A_TOWN = frozenset([",", "(", "—", "–", "--"])
"""What follows the town of a dateline."""
_ACTS = frozenset(["ASSAULT", "COERCE", "PROTEST"])
"""What happens where the heading of its line says; who leaves may leave for there."""
_HAPPENINGS = frozenset(["ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE"])


def pointed(page: Page, events: Sequence[Found]) -> list[Found]:
    """The events, those that only point at where they happened with the last place named before, and the sentence that
    names it. What a dateline names is the reporter's.
    """
    return [_placed(page, event) for event in events]


def _placed(page: Page, found: Found) -> Found:
    if found.event.place or found.event.type not in _HAPPENINGS:
        return found
    sentence = page.lines[found.line].sentence
    headed = _headed(page, page.lines[found.line]) if found.event.type in _ACTS else ()
    headed = headed or (_meanwhile(page.lines[found.line], found) if found.event.type in _ACTS else ())
    if headed:
        return replace(found, event=replace(found.event, place=headed))
    own = frozenset({found.index, found.light})
    pointing = (index for index in _pointing(sentence) if _tells_of(sentence, index, own))
    index = next(pointing, None)
    if index is None:
        return found
    told = _from_the_reporter(page, found.line, index)
    if told is None and not _is_a_capital(sentence, index):
        told = _named_before(page, found.line, index)
    if told is None:
        return found
    line, mark = told
    evidence = page.evidence(line.sentence)
    kept = found.evidence if evidence in found.evidence else (*found.evidence, evidence)
    return replace(found, event=replace(found.event, place=(mark.place,)), evidence=kept)


def _meanwhile(line: Line, found: Found) -> tuple[Place, ...]:
    """The places of what went on when it happened: "shot him as he left the mosque in Hodan"."""
    sentence = line.sentence
    for clause in sentence.dependants(found.index, "advcl"):
        opened = {sentence.words[child] for child in sentence.dependants(clause, "mark", "advmod")}
        if opened.isdisjoint({"as", "while", "when"}) or sentence.upos[clause] != "VERB":
            continue
        marks = [mark for mark in line.places if mark.preposition in {"in", "at", "near", "outside"}]
        held = [mark for mark in marks if _verb_above(sentence, mark.head) == clause]
        if held:
            return tuple(mark.place for mark in held)
    return ()


def _verb_above(sentence: Sentence, index: int) -> int | None:
    return next((above for above in sentence.ancestors(index) if sentence.upos[above] == "VERB"), None)


def _headed(page: Page, line: Line) -> tuple[Place, ...]:
    """The places in the heading that opens a line: "Boni: two teachers abducted"."""
    sentence = line.sentence
    stop = heading_stop(sentence.tokens)
    names = [name for name in sentence.names if name.stop < stop and name.label in {"LOC", "GPE"}]
    spans = [page.entities.span(sentence, name.first, name.stop) for name in names]
    return tuple(Place(span, span.quote) for span in spans)


def _pointing(sentence: Sentence) -> Iterator[int]:
    """The words that point at a place without naming it."""
    for index, word in enumerate(sentence.words):
        if word == "there" and sentence.upos[index] == "ADV":
            yield index
        elif (word in _SITES or word == "capital") and sentence.upos[index] == "NOUN":
            children = sentence.children[index]
            words = {sentence.words[child] for child in children}
            if words.intersection(_POINTING) and "whole" in sentence.words[max(0, index - 3) : index]:
                continue  # "the whole of the territory" is a country's
            plain = all(
                sentence.deprels[child] in {"det", "case", "amod", "punct"}
                or sentence.words[child] == "capital"
                for child in children
            )
            # "a strike on the town's station", "they left the city"
            told = sentence.deprels[index] in {"nmod:poss", "obj", "nsubj:pass"}
            if plain and not words.isdisjoint(_POINTING) and (told or not words.isdisjoint(_IN)):
                yield index


def _from_the_reporter(page: Page, number: int, index: int) -> tuple[Line, PlaceMark] | None:
    """The place of the dateline, where "this city" or "the capital" is the reporter's: where a town is named in the
    same sentence, "this city" is that one.
    """
    sentence = page.lines[number].sentence
    capital = _is_a_capital(sentence, index)
    here = any(sentence.words[child] == "this" for child in sentence.dependants(index, "det"))
    if not (capital or (here and sentence.words[index] in {"city", "town"})):
        return None
    if not capital and any(mark.stop <= index for mark in page.lines[number].places):
        return None
    told = _dateline(page, number)
    if told is None or (capital and not here and not _is_capital(told[1].place.name)):
        return None
    return told


def _is_a_capital(sentence: Sentence, index: int) -> bool:
    """Whether a word is "capital" or "capital city"."""
    return "capital" in {sentence.words[at] for at in (index, *sentence.children[index])}


def _dateline(page: Page, number: int) -> tuple[Line, PlaceMark] | None:
    """The place that opens the dateline of the report that a line is of, and the line it stands in."""
    line = next(
        (one for one in reversed(page.lines[: number + 1]) if page.datelines.covers(one.sentence.start)), None
    )
    if line is None:
        return None
    sentence = line.sentence
    body = page.datelines.end(sentence.start)
    tokens = [token for token in sentence.tokens if token.end <= body]
    stop = next((at for at, token in enumerate(tokens) if token.text in _BEHIND_A_TOWN), 0)
    if not 0 < stop <= _WORDS_OF_A_TOWN or not all(token.text[:1].isupper() for token in tokens[:stop]):
        return None
    span = page.entities.span(sentence, 0, stop)
    return line, PlaceMark(0, stop, 0, "", Place(span, span.quote))


def _is_capital(name: str) -> bool:
    return key(name) in _capitals()


@cache
def _capitals() -> frozenset[str]:
    """The names of all capitals, as `key` writes them."""
    return frozenset(key(country.capital) for country in countries().all)


def _tells_of(sentence: Sentence, index: int, own: frozenset[int | None]) -> bool:
    """Whether a word stands in an event's phrase or clause, no other verb between but one that goes on with it:
    "exploded and damaged shops in the city".
    """
    for above in sentence.ancestors(index):
        if above in own:
            return True
        beside = sentence.deprels[above] == "conj" and preposition(sentence, index) in _IN - {"of"}
        if sentence.upos[above] == "VERB" and not beside:
            return False
    return False


def _named_before(page: Page, number: int, index: int) -> tuple[Line, PlaceMark] | None:
    """The last place, of those that no other place holds, before a word or in the sentences before its own."""
    for at in range(number, max(-1, number - _REMEMBERED - 1), -1):
        line = page.lines[at]
        stop = index if at == number else len(line.sentence.words)
        marks = [
            mark
            for mark in line.places
            if mark.stop <= stop and not page.datelines.covers(mark.place.span.start)
        ]
        marks = [mark for mark in marks if not _acts(line.sentence, mark)]
        first = [mark for mark in marks if not _held(line.sentence, mark, marks)]
        if first:
            named = [mark for mark in first if line.sentence.words[mark.head] not in _LINES] or first
            sited = [mark for mark in named if mark.preposition in _IN]
            return line, (sited or named)[-1]
    return None


def _acts(sentence: Sentence, mark: PlaceMark) -> bool:
    """Whether a country does something rather than being where it is done: "The United States struck there"."""
    name = sentence.name_at.get(mark.head)
    country = name is not None and name.label == "GPE"
    return country and mark.preposition == "" and sentence.deprels[mark.head].startswith("nsubj")


_LINES = frozenset(["border", "borders", "frontier", "road", "highway"])
"""What no village is, and nobody means by "there" where a place has been named."""


def _held(sentence: Sentence, mark: PlaceMark, marks: Sequence[PlaceMark]) -> bool:
    """Whether a place says of another where that is: "northern Mali" of "near Diré in northern Mali"."""
    above = sentence.heads[mark.head]
    return any(
        other is not mark
        and (
            other.first <= above < other.stop
            or other.first <= _said_of(sentence, above) < other.stop
            or sentence.words[other.stop : mark.first] in _BETWEEN
        )
        for other in marks
    )


def _said_of(sentence: Sentence, index: int) -> int:
    """The word that the noun of an apposition is said of, -1 where it is none: "Gao, the capital of the region"."""
    return sentence.heads[index] if index >= 0 and sentence.deprels[index] == "appos" else -1


_BETWEEN = (("in",), (",",), (",", "in"))
