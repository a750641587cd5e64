"""Tolls: "the number of dead in Sunday's attack has risen to 32" counts the killed of the attack it names, and
"the murder of Judge Ana Ruiz" counts one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from harmattan.model.readings import Mention, Number
from harmattan.model.text import Span
from harmattan.model.values import Count
from harmattan.reading.joining import Found
from harmattan.reading.pages import Line, Page
from harmattan.reference.lexicon import Lexicon

_DEAD = frozenset("dead deaths victims killed fatalities casualties bodies".split())
_BEFORE = frozenset("to at of is was as reached reaches exceeds exceeded passed topped".split())
_ONE_PERSON = frozenset(["people", "leader", "diplomat", "captive"])
"""Classes of nouns that in the singular are one person."""
_MANY = frozenset("people family crew staff delegation embassy body remains youth personnel".split())
"""Nouns of those classes that are several in the singular."""
_OF_ONE = frozenset(["the", "his", "her", "its", "their", "'s", "’s"])
_LISTED = re.compile(r"(?i),|\band\b")
"""What stands between two persons; between the parts of a torn name nothing does."""
_PERSONAL = frozenset(["he", "she", "him", "her", "who", "whom"])


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of the killed, and the words of the phrase it counts for, by token index."""

    killed: Number
    phrase: frozenset[int]


def find_tolls(line: Line) -> Iterator[Toll]:
    """The tolls of a sentence: a "death toll" or "number of dead" and the figure it comes to."""
    sentence = line.sentence
    for head, word in enumerate(sentence.words):
        if not (word == "toll" or (word == "number" and _of_the_dead(line, head))):
            continue
        phrase = frozenset(sentence.subtree(head))
        for quantity in line.quantities:
            first, _ = line.tokens_of(quantity.span)
            if first > head and first not in phrase and sentence.words[first - 1] in _BEFORE:
                yield Toll(Number(quantity.span, quantity.count), phrase)
                break


def _of_the_dead(line: Line, head: int) -> bool:
    sentence = line.sentence
    return any(sentence.words[below] in _DEAD for below in sentence.dependants(head, "nmod", "amod", "acl"))


def counted(page: Page, found: Found, lexicon: Lexicon) -> Found:
    """The event with the count that its victims' own words give, where no number does: each is one person."""
    counts, event = found.predicate.counts, found.event
    told = event.victim or event.recipient
    if counts is None or event.type != "ASSAULT" or not told:
        return found
    if any(getattr(event, field) is not None for field in ("killed", "wounded", "abducted")):
        return found
    line, text = page.lines[found.line], page.document.text
    apart = all(_LISTED.search(text, one.span.end, two.span.start) for one, two in pairwise(told))
    if not apart or not all(_is_one(line, mention, lexicon) for mention in told):
        return found
    span = page.document.span(told[0].span.start, told[-1].span.end)
    number: dict[str, Any] = {counts: Number(span, Count.exactly(len(told)))}
    return replace(found, event=replace(event, **number))


def _is_one(line: Line, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a mention is one person: a name, "she", or a noun in the singular with an article."""
    sentence = line.sentence
    if not (sentence.start <= mention.span.start and mention.span.end <= sentence.end):
        return False
    if mention.span.quote.lower() in _PERSONAL:
        return mention.antecedent is not None and _is_person(line, mention.antecedent)
    if _is_person(line, mention.span):
        return True
    first, stop = line.tokens_of(mention.span)
    of = next((at for at in range(first, stop) if sentence.words[at] == "of"), stop)
    word = sentence.words[of - 1]
    singular = word not in _MANY and not word.endswith(("s", "men", "children"))
    article = bool(first) and sentence.words[first - 1] in _OF_ONE
    own = any(sentence.words[at] in _OF_ONE for at in range(first, of))
    return singular and (article or own) and bool(lexicon.noun_class(word) & _ONE_PERSON)


def _is_person(line: Line, span: Span) -> bool:
    """Whether a stretch ends with a person's name."""
    tokens = line.sentence.tokens
    return any(
        name.label == "PER"
        and span.start <= tokens[name.first].start
        and tokens[name.stop - 1].end == span.end
        for name in line.sentence.names
    )
