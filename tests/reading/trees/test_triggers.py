"""No mend is kept from a sentence that it would change: not from the sentences of all tables of mends here, nor from
those with another word or relation put in, which miss by a hair.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import harmattan.reading.trees
import tests.reading.trees
from harmattan.reading.marks import Sentence
from harmattan.reading.trees.triggers import Mend, only_with
from tests.reading.drawn import drawn

SEA = "Rebels/NOUN/2/nsubj fled/VERB/0/root by/ADP/4/case sea/NOUN/2/obl:agent"


def gated() -> dict[str, Mend]:
    """All mends that ask for something, by module and name."""
    found: dict[str, Mend] = {}
    for module in pkgutil.iter_modules(harmattan.reading.trees.__path__, "harmattan.reading.trees."):
        for name, value in vars(import_module(module.name)).items():
            if hasattr(value, "__wrapped__") and value.__module__ == module.name:
                found[f"{module.name.rpartition('.')[2]}.{name}"] = value
    return found


def notations() -> Iterator[str]:
    """The sentences of the tables of cases beside this file."""
    for module in pkgutil.iter_modules(tests.reading.trees.__path__, "tests.reading.trees."):
        tables = () if module.name == __name__ else vars(import_module(module.name)).values()
        for value in tables:
            rows = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
            for row in rows:
                cells = row if isinstance(row, tuple) else (row,)
                yield from (cell for cell in cells if isinstance(cell, str) and cell.count("/") > 8)


MENDS = gated()
SENTENCES = [drawn(notation)[1] for notation in dict.fromkeys(notations())]
WORDS = sorted({word for sentence in SENTENCES for word in sentence.words})
RELATIONS = sorted({relation for sentence in SENTENCES for relation in sentence.deprels} - {"root"})


@st.composite
def misread(draw: st.DrawFn) -> Sentence:
    """A sentence of the tables with up to three words said otherwise or hung by another relation."""
    sentence = draw(st.sampled_from(SENTENCES))
    tokens, deprels = list(sentence.tokens), list(sentence.deprels)
    for at in draw(st.lists(st.integers(0, len(sentence) - 1), max_size=3)):
        if draw(st.booleans()) and deprels[at] != "root":
            deprels[at] = draw(st.sampled_from(RELATIONS))
        else:
            tokens[at] = replace(tokens[at], text=draw(st.sampled_from(WORDS)))
    return replace(sentence, tokens=tuple(tokens), deprels=tuple(deprels))


def test_there_are_mends_and_sentences() -> None:
    assert len(MENDS) > 50
    assert len(SENTENCES) > 60


@pytest.mark.parametrize("mend", MENDS.values(), ids=MENDS)
def test_no_mend_is_kept_from_a_sentence_of_the_tables(mend: Mend) -> None:
    for sentence in SENTENCES:
        assert mend(sentence) == mend.__wrapped__(sentence)  # type: ignore[attr-defined]


@given(misread())
@settings(max_examples=300, deadline=None)
def test_no_mend_is_kept_from_what_it_would_change(sentence: Sentence) -> None:
    for name, mend in MENDS.items():
        assert mend(sentence) == mend.__wrapped__(sentence), name  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("relations", "words", "tried"),
    [
        ((), (), True),
        (("nsubj", "obl"), (), True),
        (("obl:agent",), ("sea", "land"), True),
        (("obl:agent", "obj"), (), False),
        (("nsubj:pass",), (), False),
        (("nsubj",), ("land",), False),
    ],
)
def test_a_mend_asks_for_all_relations_and_one_of_the_words(
    relations: tuple[str, ...], words: tuple[str, ...], tried: bool
) -> None:
    asked: list[Sentence] = []

    @only_with(*relations, words=words)
    def mend(sentence: Sentence) -> Sentence:
        asked.append(sentence)
        return sentence

    sentence = drawn(SEA)[1]
    assert mend(sentence) is sentence
    assert bool(asked) == tried
