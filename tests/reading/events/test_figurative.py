from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event
from harmattan.reading.events.arguments import arguments
from harmattan.reading.events.figurative import is_figurative
from tests.reading.drawn import drawn

Told = Callable[[str], list[tuple[Body, str, str | None]]]

CASES = [
    ("Depositors/NOUN/2/nsubj withdrew/VERB/0/root 3/NUM/4/compound billion/NUM/2/obj", True),
    ("Firms/NOUN/2/nsubj withdrew/VERB/0/root their/PRON/4/nmod:poss offer/NOUN/2/obj", True),
    ("Investors/NOUN/2/nsubj retreated/VERB/0/root", True),
    ("Locusts/NOUN/2/nsubj invaded/VERB/0/root fields/NOUN/2/obj", True),
    ("Volunteers/NOUN/2/nsubj fought/VERB/0/root the/DET/4/det flames/NOUN/2/obj", True),
    ("France/PROPN/2/nsubj withdrew/VERB/0/root its/PRON/4/nmod:poss soldiers/NOUN/2/obj", False),
    ("It/PRON/2/nsubj withdrew/VERB/0/root toys/NOUN/2/obj from/ADP/5/case shops/NOUN/2/obl", True),
    ("Rebels/NOUN/2/nsubj retreated/VERB/0/root", False),
    ("The/DET/2/det company/NOUN/3/nsubj withdrew/VERB/0/root", False),
    ("Soldiers/NOUN/2/nsubj fought/VERB/0/root the/DET/4/det rebels/NOUN/2/obj", False),
]


@pytest.mark.parametrize(("notation", "expected"), CASES)
def test_money_markets_and_fires_are_no_force(notation: str, expected: bool) -> None:
    _, sentence = drawn(notation)
    index = next(at for at, upos in enumerate(sentence.upos) if upos == "VERB")
    assert is_figurative(sentence, index, arguments(sentence, index)) is expected


UNDER_FIRE = [
    ("The government came under fire for its budget.", False),
    ("The minister came under attack from lawmakers.", False),
    ("The base came under fire for two hours on Monday.", True),
    ("Troops came under fire from rebels in Gao.", True),
]


@pytest.mark.parametrize(("text", "force"), UNDER_FIRE)
def test_words_are_no_fire(text: str, force: bool, told: Told) -> None:
    assert any(isinstance(body, Event) and body.type == "ASSAULT" for body, _, _ in told(text)) is force
